"""An act or a status of a case with its claims and what they add up to: what summaries and questions are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amanat.core.weighing.finding import Finding, Verdict
from amanat.core.weighing.told import SELF, Told
from amanat.core.weighing.voices import Voice, voice


@dataclass(frozen=True)
class Matter:
    """``group``: ``act``, ``status``, ``statement``. ``when``: the date told most often, EDTF or empty."""

    id: int
    kind: str
    group: str
    actual: bool
    when: str
    told: tuple[Told, ...]
    findings: tuple[Finding, ...]

    @property
    def whether(self) -> Finding:
        return self.findings[0]

    @property
    def claims(self) -> tuple[int, ...]:
        return tuple(sorted(each.id for each in self.told))

    def of(self, claims: Iterable[int]) -> list[Told]:
        wanted = set(claims)
        return [each for each in self.told if each.id in wanted]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence made from findings by a fixed template, in English. ``rule`` names the template.

    ``act``: the matter that it is of, if it is of one; ``claims``: those that it rests on.
    """

    rule: str
    text: str
    claims: tuple[int, ...]
    act: int | None = None


def contested(matters: Iterable[Matter]) -> Iterator[tuple[Matter, Finding]]:
    """Every question with answers that cannot all be true, "denied by a party" among them."""
    for matter in matters:
        for finding in matter.findings:
            if finding.contested or finding.verdict is Verdict.DENIED:
                yield matter, finding


def labels(told: Iterable[Told], most: int = 3) -> str:
    """First tellers in words: "the person, Gulnar and 2 more"."""
    found = list(dict.fromkeys(map(label, sorted(told, key=lambda each: each.id))))
    more = len(found) - most
    if more > 1:
        return f"{', '.join(found[:most])} and {more} more"
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def label(told: Told) -> str:
    return "the person" if told.teller == SELF else told.label or "nobody named"


def numbered(count: int | str, one: str, many: str = "") -> str:
    """A number with its noun: "1 witness", "2 to 3 witnesses"."""
    return f"{count} {one if str(count) == '1' else many or one + 's'}"


def witnesses_in(told: Iterable[Told]) -> list[Told]:
    return [each for each in told if voice(each) is Voice.WITNESS]
