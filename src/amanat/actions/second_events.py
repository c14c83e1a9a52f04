"""What is told while a second reader is asked. Apart from the asking, with which comes an HTTP client."""

from __future__ import annotations

from dataclasses import dataclass

from amanat.core.action_errors import SecondReaderGoneError
from amanat.core.reading.second.paragraph_read import ParagraphRead


@dataclass(frozen=True, slots=True)
class ToAsk:
    """So many paragraphs are to be asked about."""

    paragraphs: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One paragraph of a report was asked about; ``added`` claims are the second reader's alone, and new."""

    report: int
    read: ParagraphRead
    of: int
    added: int


@dataclass(frozen=True, slots=True)
class Withheld:
    """A report that is not open is never sent to another machine."""

    report: int


@dataclass(frozen=True, slots=True)
class Gone:
    """The server does not answer any more; the rest was not asked."""

    error: SecondReaderGoneError


SecondEvent = ToAsk | Asked | Withheld | Gone
