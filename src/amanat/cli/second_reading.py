"""``add`` with a second reader: what became of every paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from amanat.actions.second_events import Asked, Gone, SecondEvent, ToAsk, Withheld
from amanat.cli.progress import Course, course
from amanat.cli.session import Session
from amanat.core.errors import AmanatError
from amanat.core.reading.second.paragraph_read import Ended, told_of

if TYPE_CHECKING:  # as in second_reader
    from amanat.actions.second_reader import SecondReader


class SecondTally:
    """What a second reader did in one run."""

    def __init__(self, reader: str) -> None:
        self.reader = reader
        self.asked = self.read = self.claims = 0
        self.not_read: list[dict[str, object]] = []
        self.withheld: list[int] = []
        self.dropped: Counter[str] = Counter()
        self.gone: AmanatError | None = None

    def as_json(self) -> dict[str, object]:
        return {
            "reader": self.reader,
            "paragraphs": self.asked,
            "read": self.read,
            "claims": self.claims,
            "not_read": self.not_read,
            "withheld": self.withheld,
            "dropped": dict(self.dropped),
            "gone": self.gone.as_json() if self.gone else None,
        }

    def in_words(self) -> str:
        words = f"{self.reader} read {self.read} of {self.asked} paragraphs, and claims {self.claims} things more."
        if self.dropped:
            words += f" Dropped: {told_of(self.dropped)}."
        if self.withheld:
            words += f" Not sent to another machine, for they are not open: {len(self.withheld)} reports."
        return words


def add_second_reading(
    here: Session, reports: Iterable[int], second: SecondReader, tally: SecondTally
) -> None:
    """Gives reports of the casebook to the second reader, and tells of it. Ctrl-C passes through."""
    events = import_module("amanat.actions.second").second_read(here.casebook, here.actor, reports, second)
    with course("Second reader") as shown:
        for event in events:
            _tell(event, tally, shown)


def _tell(event: SecondEvent, tally: SecondTally, shown: Course) -> None:
    match event:
        case ToAsk(asked):
            tally.asked = asked
            shown.expect(asked)
        case Withheld(report):
            tally.withheld.append(report)
        case Gone(error):
            tally.gone = error
            shown.say(error.message())
        case Asked(report, read, of, added):
            tally.read += read.ended.is_done
            tally.claims += added
            tally.dropped.update({why.value: number for why, number in read.dropped.items()})
            if read.ended is not Ended.READ:
                said = read.in_words(of)
                tally.not_read.append({"report": report, "error": read.ended.name.lower(), "message": said})
                shown.say(f"Second reader, report {report}, {said}.")
            shown.advance()
