"""What came of asking a second reader about one paragraph, in values that can be kept and shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from amanat.core.reading.second.checked import Checked, Dropped

if TYPE_CHECKING:  # with it come the rules for zones, which a page that shows what was read need not wait for
    from amanat.core.reading.second.paragraphs import Paragraph


class Ended(StrEnum):
    """How it ended. The words are shown to users; those that failed are asked again."""

    READ = "read"
    CUT_SHORT = "the answer was cut off or broken, and what was whole of it was kept"
    TIMED_OUT = "no whole answer in the time allowed"
    UNREACHABLE = "the server could not be reached, or broke off"
    REFUSED = "the server answered with an error"
    SENT_ON = "the server wanted the text sent to another address, which is not done"
    TOO_LONG = "the answer was far longer than any list of claims"
    WRONG_TYPE = "the answer was no JSON message"
    EMPTY = "the answer held no message of the model"
    BROKEN = "the model's answer had not the form asked for"
    ORDERS = "it holds words that look like orders to whoever reads it, so it was not given to the model"
    STOPPED = "it was not asked any more"

    @property
    def is_done(self) -> bool:
        return self in (Ended.READ, Ended.CUT_SHORT, Ended.ORDERS)


@dataclass(frozen=True, slots=True)
class ParagraphRead:
    """``note`` adds to ``ended`` what is known of it, never a word of the report."""

    paragraph: Paragraph
    ended: Ended
    claims: tuple[Checked, ...] = ()
    dropped: Counter[Dropped] = field(default_factory=Counter)
    note: str = ""
    answered_by: str = ""

    def in_words(self, of: int) -> str:
        """One line for whoever watches, without a word of the report."""
        at = self.paragraph
        where = f"paragraph {at.number} of {of} (code points {at.start} to {at.end})"
        return f"{where}: {self.ended.value}{f' ({self.note})' if self.note else ''}"


def told_of(dropped: Mapping[str, int]) -> str:
    """What was dropped, in words: "3 claims: the quote is not in the text; 1 slot: …"."""
    ordered = sorted(dropped.items(), key=lambda each: (each[0].startswith("slot: "), each[0]))
    return "; ".join(_counted(why, number) for why, number in ordered if number)


def _counted(why: str, number: int) -> str:
    what, reason = ("slot", why.removeprefix("slot: ")) if why.startswith("slot: ") else ("claim", why)
    return f"{number} {what}{'' if number == 1 else 's'}: {reason}"
