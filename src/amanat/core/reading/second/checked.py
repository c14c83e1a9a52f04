"""What is left of a proposal once it is checked, and the reasons for which one is dropped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amanat.core.claim import Claim


class Dropped(StrEnum):
    """Why a claim, or a slot of one, was not kept. The words are shown to users."""

    FORM = "not in the form asked for"
    QUOTE = "the quote is not in the text"
    SHORT = "the quote is too short to say anything"
    KIND = "the kind is not in the vocabulary"
    NOBODY = "it is about nobody"
    WHO = "who it is about is not in the text"
    HELD = "whether and how it is held is not said"
    REPEATED = "the same claim twice"
    SOMEBODY = "slot: one of those it names is not in the text"
    BY = "slot: by whom is not in the text"
    WHERE = "slot: the place is not in the text"
    WHEN = "slot: the date is not in the text, or more precise than the text"
    DETAILS = "slot: the details are not in the text"
    TOLD_BY = "slot: a teller is not in the text"
    COUNT = "slot: the number is not in the text"


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim in the report's own words; ``names`` are those of its ``who``, ``by`` and tellers that are names."""

    claim: Claim
    names: tuple[str, ...] = ()
