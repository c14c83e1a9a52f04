"""A reading by the rules and what a second reader found, as one reading: each claim with who reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from amanat.core.claim import Claim, Flag, Reading, identified
from amanat.core.reading.second.agreement import agree, saying
from amanat.core.reading.second.checked import Dropped
from amanat.core.reading.second.name import MARK
from amanat.core.reading.second.paragraph_read import Ended, ParagraphRead, told_of
from amanat.core.reading.second.people import joined_by, known_as, with_people

FLAG = "second-reader"

_TOLD = 8
"""Paragraphs of which a flag says one by one why they were not read."""


def joined(reading: Reading, read: Sequence[ParagraphRead], reader: str) -> Reading:
    """The rules' claims, those with which the second reader agrees marked so, and its own, in order of passage.

    A claim on which they agree stands once. A flag says what the second reader was asked and what was dropped.
    """
    checked = [each for one in read for each in one.claims]
    people = joined_by(checked, reading.people)
    by_id, known = {each.id: each for each in people}, known_as(people)
    second = [with_people(each.claim, known) for each in checked]
    sayings = [saying(each, by_id) for each in second]
    agreed: set[int] = set()
    claims: list[Claim] = []
    for claim in reading.claims:
        with_it = [n for n, each in enumerate(sayings) if agree(each, saying(claim, by_id))]
        agreed.update(with_it)
        claims.append(replace(claim, agreed_by=_readers(second[n] for n in with_it)))
    own = [
        identified(each, reading.report.sha256, apart=MARK)
        for n, each in enumerate(second)
        if n not in agreed
    ]
    flags = (*reading.report.flags, Flag(FLAG, in_words(read, reader)))
    return Reading(
        report=replace(reading.report, flags=flags),
        people=tuple(each for each in people if each in reading.people or _is_used(each.id, own)),
        claims=tuple(sorted((*claims, *own), key=lambda each: (each.passage.start, each.passage.end))),
    )


def _readers(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.reader for each in claims))


def _is_used(person: str, claims: Iterable[Claim]) -> bool:
    return any(person in (*each.who, *each.by, *(told.name for told in each.told_by)) for each in claims)


def in_words(read: Sequence[ParagraphRead], reader: str) -> str:
    """What the second reader was asked, what it left unread and why, and what of its answers was dropped."""
    done = sum(each.ended.is_done for each in read)
    words = [f"{reader} read {done} of {len(read)} paragraphs; its claims are its own and wait for a person."]
    failed = [each.in_words(len(read)) for each in read if each.ended is not Ended.READ]
    words += [f"Not wholly read: {each}." for each in failed[:_TOLD]]
    if len(failed) > _TOLD:
        words.append(f"Nor were {len(failed) - _TOLD} more.")
    dropped: Counter[Dropped] = sum((each.dropped for each in read), Counter())
    if dropped:
        words.append(f"Dropped: {told_of({why.value: number for why, number in dropped.items()})}.")
    return " ".join(words)
