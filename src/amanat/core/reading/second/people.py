"""Whom a second reader's names stand for among the people that the report is known to speak of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from amanat.core.claim import Claim, Person
from amanat.core.names.folding import folded
from amanat.core.reading.second.checked import Checked


def known_as(people: Iterable[Person]) -> dict[str, str]:
    """Folded form of a name, or folded description, to the id of the one person who is called so."""
    found: dict[str, str | None] = {}
    for person in people:
        for form in {folded(each) for each in (*person.names, person.description or "") if each}:
            found[form] = person.id if found.get(form, person.id) == person.id else None
    return {form: key for form, key in found.items() if form and key is not None}


def with_people(claim: Claim, known: dict[str, str]) -> Claim:
    """The claim with people's ids in place of what they are called; what stands for nobody known stays as it is."""

    def key(words: str) -> str:
        return known.get(folded(words), words)

    tellers = tuple(replace(each, name=key(each.name)) for each in claim.told_by)
    return replace(claim, who=_once(map(key, claim.who)), by=_once(map(key, claim.by)), told_by=tellers)


def joined_by(checked: Iterable[Checked], people: tuple[Person, ...]) -> tuple[Person, ...]:
    """``people`` and, numbered after them, whoever a second reader names besides."""
    known = known_as(people)
    found = list(people)
    number = max((int(each.id[1:]) for each in people if each.id[1:].isdigit()), default=0)
    for name in (name for each in checked for name in each.names):
        if folded(name) not in known:
            number += 1
            found.append(Person(f"p{number}", (name,)))
            known[folded(name)] = f"p{number}"
    return tuple(found)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
