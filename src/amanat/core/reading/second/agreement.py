"""Whether two readers claim the same of the same words.

They agree where they give one passage (or passages that overlap) the same kind, the same polarity and modality, and
somebody in common whom it is about, and where neither their dates nor their places contradict. Tellers, details and who
did it are not compared: for these each reader's own claim has to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amanat.core.claim import Claim, Person, Where
from amanat.core.dates.agreement import contradict
from amanat.core.names.folding import folded


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim cut down to what is compared. ``who`` and ``places`` are folded names; ``who`` any form of each."""

    kind: str
    start: int
    end: int
    polarity: str
    modality: str
    who: frozenset[str]
    when: str
    places: frozenset[str]
    count: tuple[int | None, int | None] | None = None


def saying(claim: Claim, people: Mapping[str, Person]) -> Saying:
    """``people`` are those of the claim's reading, by id."""
    return Saying(
        kind=claim.kind,
        start=claim.passage.start,
        end=claim.passage.end,
        polarity=claim.polarity.value,
        modality=claim.modality.value,
        who=folded_all(form for who in claim.who for form in _forms(who, people)),
        when=claim.when or "",
        places=folded_all(_places(claim.where)) if claim.where else frozenset(),
        count=(claim.count.min, claim.count.max) if claim.count else None,
    )


def agree(one: Saying, other: Saying) -> bool:
    """Symmetric."""
    same_words = one.start < other.end and other.start < one.end
    same_act = (one.kind, one.polarity, one.modality) == (other.kind, other.polarity, other.modality)
    return same_words and same_act and _same_people(one, other) and not _contradict(one, other)


def folded_all(words: Iterable[str]) -> frozenset[str]:
    return frozenset(found for each in words if (found := folded(each)))


def _same_people(one: Saying, other: Saying) -> bool:
    if one.who or other.who:
        return not one.who.isdisjoint(other.who)
    return one.count == other.count


def _contradict(one: Saying, other: Saying) -> bool:
    dates = bool(one.when and other.when) and contradict(one.when, other.when)
    places = bool(one.places and other.places) and one.places.isdisjoint(other.places)
    return dates or places


def _forms(who: str, people: Mapping[str, Person]) -> tuple[str, ...]:
    person = people.get(who)
    return (who,) if person is None else (*person.names, person.description or "")


def _places(where: Where) -> list[str]:
    outer = [name for each in where.within for name in (each.name, *each.also)]
    return [where.name, *where.also, *outer]
