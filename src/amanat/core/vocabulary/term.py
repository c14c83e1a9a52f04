"""What one entry of the vocabulary holds. Frozen: it is the same for everybody who reads a claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

LANGUAGES = ("en", "kk", "ru", "ug", "zh", "fr")
"""English, Kazakh (Cyrillic), Russian, Uyghur (Arabic script), Chinese (simplified), French."""

Group = Literal["act", "status", "statement"]


class Match(StrEnum):
    """How a term of the micro-thesauri stands to ours (the mapping relations of SKOS)."""

    EXACT = "exact"
    CLOSE = "close"
    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Huridocs:
    """One term of the HURIDOCS micro-thesauri: list number and twelve-digit code."""

    list: int
    code: str
    match: Match


@dataclass(frozen=True, slots=True)
class Values:
    """Where the Events Standard Formats keep the answer: the field, and the list its values come from."""

    list: int
    field: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A sign by which a kind is recognised, such as one of the eleven of forced labour."""

    code: str
    labels: dict[str, str] = field(hash=False)
    huridocs: tuple[Huridocs, ...] = ()

    def label(self, language: str = "en") -> str:
        """The label in ``language``; in English where the vocabulary does not hold that language."""
        return self.labels.get(language, self.labels["en"])


@dataclass(frozen=True, slots=True)
class Term:
    """One kind of claim. ``kind`` is what claims carry and never changes; ``code`` fits in addresses."""

    code: str
    kind: str
    group: Group
    definition: str
    labels: dict[str, str] = field(hash=False)
    aliases: tuple[str, ...] = ()
    huridocs: tuple[Huridocs, ...] = ()
    values: Values | None = None
    indicators: tuple[Indicator, ...] = ()
    alarm: bool = False
    """Whether a claim of this kind warns of harm to come, so that somebody must be told in time."""

    def label(self, language: str = "en") -> str:
        """The label in ``language``; in English where the vocabulary does not hold that language."""
        return self.labels.get(language, self.labels["en"])
