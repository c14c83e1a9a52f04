"""The Russian lexicon: which word tells of which act, and the words for tellers and doubts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of ``acts.yaml``, which says what each field is for."""

    kind: str
    example: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    who: tuple[str, ...] = ("object",)
    by: str = "none"
    person: bool = False
    negated: bool = False
    alone: bool = False
    otherwise: str | None = None
    expects: str = ""


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry, in the order in which they are tried."""
    return tuple(_entry(row) for row in _loaded("acts"))


@cache
def by_lemma() -> dict[str, tuple[Entry, ...]]:
    """A word -> the entries that it may be."""
    found: dict[str, list[Entry]] = {}
    for entry in entries():
        for lemma in (*entry.verbs, *entry.nouns):
            found.setdefault(lemma, []).append(entry)
    return {lemma: tuple(group) for lemma, group in found.items()}


@cache
def words(name: str) -> frozenset[str]:
    """One list of ``words.yaml``."""
    return frozenset(_loaded("words")[name])


def _entry(row: dict[str, Any]) -> Entry:
    who = row.get("who", "object")
    return Entry(
        kind=row["kind"],
        example=row["example"],
        verbs=tuple(row.get("verbs", ())),
        nouns=tuple(row.get("nouns", ())),
        needs=frozenset(row.get("needs", ())),
        unless=frozenset(row.get("unless", ())),
        who=(who,) if isinstance(who, str) else tuple(who),
        by=row.get("by", "none"),
        person=row.get("person", False),
        negated=row.get("negated", False),
        alone=row.get("alone", False),
        otherwise=row.get("as"),
        expects=row.get("expects", ""),
    )


@cache
def _loaded(name: str) -> Any:
    source = resources.files(__package__).joinpath(f"{name}.yaml")
    return yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
