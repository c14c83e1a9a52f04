"""Sentences with their marks, as people write them:  They {torture and ill-treatment: put the bag over my head}.

One sentence, or a few, a line. ``a+b`` says that the words tell of both kinds, ``a|b`` that either is right; an
empty line or one that begins with ``#`` says nothing. Every line is marked wholly: what is not marked is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\{([^:{}]*): ([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """``text[start:end]`` tells of one of ``kinds``."""

    start: int
    end: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    text: str
    marks: tuple[Mark, ...]


def read_marked(paths: Iterable[Path]) -> Iterator[Marked]:
    """Every marked line of the files. Raises ValueError with file and line where a brace is out of place."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip() and not line.startswith("#"):
                try:
                    yield marked(line.strip())
                except ValueError as error:
                    raise ValueError(f"{path.name}:{number}: {error}") from error


def read_runs(paths: Iterable[Path]) -> Iterator[list[Marked]]:
    """The sentences of each report, in a row: an empty line, or one that begins with ``#``, ends it."""
    for path in paths:
        row: list[Marked] = []
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            if line.strip() and not line.startswith("#"):
                row.append(marked(line.strip()))
            elif row:
                yield row
                row = []


def marked(line: str) -> Marked:
    text, marks, at = "", [], 0
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        begin, at = len(text), found.end()
        text += found[2]
        marks += [Mark(begin, len(text), tuple(each.split("|"))) for each in found[1].split("+")]
    text += line[at:]
    if "{" in text or "}" in text:
        raise ValueError(f"a brace that marks nothing: {line[:60]!r}")
    return Marked(text, tuple(marks))
