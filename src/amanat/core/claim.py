"""The values that reading produces: a claim, where it stands, and who tells it.

A claim is one answer to one question about one act, person or place, taken from one passage of one
report, as told by one chain of tellers (statement storage, as in FollowTheMoney's statements). Everything
here is frozen: a reading is proposed, reviewed and superseded, never edited.

Offsets are Unicode code points into the report's text, end exclusive; ``text[start:end] == quote`` always.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from amanat.core.positions import Positions


class Polarity(StrEnum):
    """Whether the passage says that it is so, or that it is not so."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """How the passage holds it: as fact, or as something possible, planned, feared or demanded."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    PLANNED = "planned"
    FEARED = "feared"
    DEMANDED = "demanded"


class TellerRole(StrEnum):
    """What a teller is to the thing told."""

    WITNESS = "witness"
    VICTIM = "victim"
    RELATIVE = "relative"
    OFFICIAL = "official"
    GOVERNMENT = "government"
    ORGANISATION = "organisation"
    MEDIA = "media"
    UNNAMED_SOURCE = "unnamed source"


@dataclass(frozen=True, slots=True)
class Passage:
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Teller:
    """One link of the chain of tellers. ``name`` is a person's id in the reading, a name, or a description."""

    name: str
    role: TellerRole
    medium: str | None = None
    """Through what, where it is said: ``video``, ``letter``, ``statement``."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Where:
    """A place as written, its bracketed second names, and the places it lies in, inner to outer."""

    name: str
    also: tuple[str, ...] = ()
    within: tuple[PlaceName, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people (or other unit) with bounds: "at least a million" has min 1000000 and no max."""

    min: int | None
    max: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class Claim:
    """``who`` and ``by`` hold person ids of the reading ("p1") or descriptions ("other detainees")."""

    kind: str
    passage: Passage
    who: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    where: Where | None = None
    when: str | None = None
    details: str | None = None
    told_by: tuple[Teller, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    count: Count | None = None
    reader: str = ""
    confidence: float = 1.0
    id: str = ""
    agreed_by: tuple[str, ...] = ()
    """Readers of another kind that claim the same of the same words (core/reading/second/agreement)."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one report speaks of them: every form of the name in it, the best one first."""

    id: str
    names: tuple[str, ...]
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """An item of the page's "See also": another report, never a claim of this one."""

    title: str
    published: str | None = None


def is_for_information(code: str) -> bool:
    """Whether a flag of this code is only to be known, and asks nothing of anybody."""
    return code == "captured"


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a person must settle, or should know: a stable code, and a sentence that says what and why."""

    code: str
    note: str


class MarkKind(StrEnum):
    """What a marked passage holds."""

    ACT = "act"
    """A word for an act; ``meaning`` is a kind of the vocabulary."""
    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage that holds something, in a text that is not read for claims: ``text[start:end] == quote``.

    ``meaning`` is the kind of act, the date as EDTF, the place or name in Latin letters, the number; it may be empty.
    """

    start: int
    end: int
    quote: str
    kind: MarkKind
    meaning: str = ""


LANGUAGE_NOT_READ = "language-not-read"
"""The flag of a text in a language that no claims are read from."""


@dataclass(frozen=True, slots=True)
class ReportHeader:
    """What a report says of itself. ``published`` is EDTF; two readings of an ambiguous date are kept."""

    title: str | None
    text: str
    sha256: str
    outlet: str | None = None
    credit: tuple[str, ...] = ()
    dateline: str | None = None
    published: str | None = None
    language: str | None = None
    related: tuple[Related, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    report: ReportHeader
    people: tuple[Person, ...] = ()
    claims: tuple[Claim, ...] = field(default=())
    marks: tuple[Mark, ...] = ()
    """Passages to complete by hand, where the language is not read for claims."""

    def as_json(self, positions: Positions | None = None) -> dict[str, Any]:
        """The object that ``amanat read --json`` prints; its JSON Schema is docs/reading.schema.json.

        Where the original has pages, time codes or rows, each passage says ``at`` which it stands.
        """
        found: dict[str, Any] = json.loads(json.dumps(asdict(self), default=list))
        for claim, shown in zip(self.claims, found["claims"], strict=True):
            at = positions.of(claim.passage.start, claim.passage.end) if positions else None
            if at is not None:
                shown["passage"]["at"] = at.as_json()
        return found


def identified(claim: Claim, report_sha256: str, apart: str = "") -> Claim:
    """The claim with its identity: a digest of report, passage, kind and slots.

    Two witnesses who say the same thing stay two claims. Which reader proposed it, and how sure it was, is no
    part of it: a claim that a newer reader proposes again is the same claim, and keeps its reviews. ``apart``
    names a kind of reader whose claims are never taken for another's.
    """
    slots = asdict(replace(claim, id="", confidence=0.0, reader=""))
    del slots["agreed_by"]
    told = [report_sha256, slots, apart] if apart else [report_sha256, slots]
    canonical = json.dumps(told, sort_keys=True, ensure_ascii=False, default=list)
    return replace(claim, id=hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:16])
