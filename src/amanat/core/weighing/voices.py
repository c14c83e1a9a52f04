"""Who speaks in a claim, and how many reports, origins and witnesses some claims come from: three counts, never one.

A witness is whoever told it first and could know it: the person, somebody who saw it, kin, an unnamed source. A
party (an official, a government) is counted by itself. An outlet or an organisation in its own voice is no
witness: nobody is named as having seen it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from amanat.core.claim import TellerRole
from amanat.core.weighing.apart import Way, most_apart
from amanat.core.weighing.told import SELF, Told


class Voice(StrEnum):
    WITNESS = "witness"
    PARTY = "party"
    OWN = "own voice"
    """Of the outlet or organisation that says it, or nobody's."""


_VOICES: dict[str, Voice] = {
    TellerRole.WITNESS: Voice.WITNESS,
    TellerRole.VICTIM: Voice.WITNESS,
    TellerRole.RELATIVE: Voice.WITNESS,
    TellerRole.UNNAMED_SOURCE: Voice.WITNESS,
    TellerRole.OFFICIAL: Voice.PARTY,
    TellerRole.GOVERNMENT: Voice.PARTY,
    TellerRole.ORGANISATION: Voice.OWN,
    TellerRole.MEDIA: Voice.OWN,
}


@dataclass(frozen=True, slots=True)
class Between:
    """How many there are: at least, at most. They differ where it is not known whether two are one."""

    least: int
    most: int

    def __str__(self) -> str:
        return f"{self.least}" if self.least == self.most else f"{self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class Counts:
    """``own``: of the reports, those that say it in their own voice and in no witness's or party's."""

    reports: int
    origins: int
    witnesses: Between
    parties: Between
    own: int


def voice(told: Told) -> Voice:
    return voice_of(told.role)


def voice_of(role: str) -> Voice:
    """A role that is not known here (a newer reader's) makes no witness."""
    return _VOICES.get(role, Voice.OWN)


def counts(told: Iterable[Told]) -> Counts:
    """Of nothing told, all are 0."""
    claims = list(told)
    speaking = {each.report for each in claims if voice(each) is not Voice.OWN}
    reports = {each.report for each in claims}
    return Counts(
        reports=len(reports),
        origins=most_apart(each.way for each in claims),
        witnesses=people(each for each in claims if voice(each) is Voice.WITNESS),
        parties=people(each for each in claims if voice(each) is Voice.PARTY),
        own=len(reports - speaking),
    )


def people(told: Iterable[Told]) -> Between:
    """How many people the first tellers are.

    Named ones are as many as their keys. Somebody without a name in two reports of one origin is one; in two
    origins it may be one or two. At the least, all who are not named are among those whom other reports tell of,
    as far as one report does not tell them apart; at the most, nobody without a name is anybody else.
    """
    claims = list(told)
    named = {each.teller for each in claims if each.named}
    unnamed: dict[str, set[Way]] = {}
    for each in claims:
        if not each.named:
            unnamed.setdefault(each.teller, set()).add(each.way)
    apart = sum(map(most_apart, unnamed.values()))
    extra = [_beyond(report, named) for report in _by_report(claims).values()]
    return Between(len(named) + max(extra, default=0), len(named) + apart)


def _by_report(claims: Iterable[Told]) -> Mapping[int, list[Told]]:
    found: dict[int, list[Told]] = {}
    for each in claims:
        found.setdefault(each.report, []).append(each)
    return found


def _beyond(report: Iterable[Told], named: set[str]) -> int:
    """How many of those without a name in one report cannot be any of the ``named``."""
    claims = list(report)
    unnamed = {each.teller: each for each in claims if not each.named}
    elsewhere = named - {each.teller for each in claims}
    free = elsewhere - {SELF}
    if SELF in elsewhere and any(may_be_self(each) for each in unnamed.values()):
        free.add(SELF)
    return max(0, len(unnamed) - len(free))


def may_be_self(told: Told) -> bool:
    """Whether a teller without a name may be the person of the case: not one who is described as somebody else."""
    return told.role == TellerRole.UNNAMED_SOURCE
