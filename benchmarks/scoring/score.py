"""The figures of one reading against one gold file, and their sum over many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from amanat.core.claim import Claim, Reading
from amanat.core.vocabulary import vocabulary
from scoring.assignment import best_pairs
from scoring.gold import HEADER, SLOTS, Gold, GoldClaim, sentence_around
from scoring.slots import Ids, alike, beyond, ids, right, wrong


@dataclass(slots=True)
class Score:
    """``required`` gold claims, ``found`` of them, ``complete`` with all slots right; ``read`` in all."""

    name: str
    required: int = 0
    found: int = 0
    complete: int = 0
    read: int = 0
    false: int = 0
    slots_right: Counter[str] = field(default_factory=Counter)
    header_right: Counter[str] = field(default_factory=Counter)
    reports: int = 0
    inexact_passages: int = 0
    dates_beyond_text: int = 0
    kinds_found: Counter[str] = field(default_factory=Counter)
    kinds_missed: Counter[str] = field(default_factory=Counter)
    kinds_false: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return (self.read - self.false) / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.required if self.required else 0.0

    def as_json(self) -> dict[str, Any]:
        return {
            "report": self.name,
            "required": self.required,
            "found": self.found,
            "complete": self.complete,
            "read": self.read,
            "false": self.false,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "slots": {slot: round(self.share(self.slots_right[slot], self.found), 4) for slot in SLOTS},
            "header": {slot: round(self.share(self.header_right[slot], self.reports), 4) for slot in HEADER},
            "inexact_passages": self.inexact_passages,
            "dates_beyond_text": self.dates_beyond_text,
            "kinds_found": dict(self.kinds_found),
            "missed": dict(self.kinds_missed),
            "kinds_false": dict(self.kinds_false),
        }

    @staticmethod
    def share(part: int, whole: int) -> float:
        return part / whole if whole else 0.0


def score(reading: Reading, gold: Gold) -> Score:
    """The reading's claims paired with the gold file's, and every slot of every pair compared."""
    known = ids(reading, gold)
    found = Score(gold.name, reports=1, read=len(reading.claims))
    found.required = sum(not claim.optional for claim in gold.claims)
    pairs = best_pairs([[_worth(c, wanted, gold, known) for c in reading.claims] for wanted in gold.claims])
    for row, column in pairs:
        _compare(found, gold.claims[row], reading.claims[column], gold, known)
    paired = {row for row, _ in pairs}, {column for _, column in pairs}
    for row, wanted in enumerate(gold.claims):
        if row not in paired[0] and not wanted.optional:
            found.kinds_missed[wanted.name] += 1
            found.remarks.append(f"missed  {wanted.name}: {wanted.quote}")
    for column, claim in enumerate(reading.claims):
        found.inexact_passages += gold.text[claim.passage.start : claim.passage.end] != claim.passage.quote
        if column not in paired[1]:
            found.false += 1
            found.kinds_false[claim.kind] += 1
            found.remarks.append(f"false   {claim.kind}: {claim.passage.quote}")
    _compare_header(found, reading, gold)
    return found


def total(scores: Iterable[Score], name: str = "all") -> Score:
    """The sum of several scores: every claim weighs the same, whichever report it is from."""
    together = Score(name)
    for each in scores:
        for count in ("required", "found", "complete", "read", "false", "reports"):
            setattr(together, count, getattr(together, count) + getattr(each, count))
        together.inexact_passages += each.inexact_passages
        together.dates_beyond_text += each.dates_beyond_text
        together.slots_right += each.slots_right
        together.header_right += each.header_right
        together.kinds_found += each.kinds_found
        together.kinds_missed += each.kinds_missed
        together.kinds_false += each.kinds_false
    return together


def _worth(claim: Claim, wanted: GoldClaim, gold: Gold, known: Ids) -> float:
    """0 where the two cannot be one claim; otherwise more for more slots right, so that twins pair well."""
    words = vocabulary()
    kind = words.term(claim.kind).kind if claim.kind in words else claim.kind
    if kind not in wanted.kinds or not _same_passage(claim, wanted, gold.text):
        return 0.0
    return 100.0 + sum(right(slot, claim, wanted, gold, known) for slot in SLOTS) - 0.5 * wanted.optional


def _same_passage(claim: Claim, wanted: GoldClaim, text: str) -> bool:
    """At least half of the shorter passage is shared, or one lies in the sentence of the other."""
    start, end = claim.passage.start, claim.passage.end
    shared = min(end, wanted.end) - max(start, wanted.start)
    if shared * 2 >= min(end - start, wanted.end - wanted.start) > 0:
        return True
    begin, finish = sentence_around(text, wanted.start, wanted.end)
    return begin <= start and end <= finish


def _compare(found: Score, wanted: GoldClaim, claim: Claim, gold: Gold, known: Ids) -> None:
    found.dates_beyond_text += beyond(wanted.slots["when"], claim.when)
    if wanted.optional:
        return
    faults = wrong(claim, wanted, gold, known)
    found.found += 1
    found.kinds_found[wanted.name] += 1
    found.complete += not faults
    found.slots_right.update(slot for slot in SLOTS if slot not in faults)
    for slot in faults:
        found.remarks.append(f"{slot:<7} {wanted.name}: {wanted.quote}\n{_difference(slot, wanted, claim)}")


def _difference(slot: str, wanted: GoldClaim, claim: Claim) -> str:
    expected = " | ".join(str(option) for option in wanted.slots[slot].options)
    told_by = [each.name for each in claim.told_by]
    got = told_by if slot == "told_by" else getattr(claim, slot, claim.where)
    return f"        expected {expected}\n        read {got}"


def _compare_header(found: Score, reading: Reading, gold: Gold) -> None:
    for slot in HEADER:
        wanted, got = gold.header[slot], getattr(reading.report, slot)
        options = gold.outlets if slot == "outlet" else tuple(filter(None, [wanted]))
        like = slot != "published" and got and any(alike(option, got) for option in options)
        if wanted == got or like:
            found.header_right[slot] += 1
        else:
            found.remarks.append(f"header  {slot}: expected {wanted}, read {got}")
