"""The word lists of names, read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources


def rows_of(name: str) -> Iterator[list[str]]:
    """The rows of ``tables/<name>``; lines that begin with # are the table's explanation."""
    source = resources.files("amanat.core.names").joinpath("tables", name)
    for line in source.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def words_by_list(name: str) -> dict[str, frozenset[str]]:
    """A table of ``list<TAB>words``: each list's words, several rows of one list together."""
    lists: dict[str, frozenset[str]] = {}
    for entry, words in rows_of(name):
        lists[entry] = lists.get(entry, frozenset()) | frozenset(words.split())
    return lists
