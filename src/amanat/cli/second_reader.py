"""The second reader on the command line: whether one is asked for, and how far it is."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from amanat.cli.progress import course
from amanat.core.claim import Reading
from amanat.core.reading.second.joining import joined
from amanat.core.reading.second.paragraph_read import Ended, ParagraphRead
from amanat.core.reading.second.paragraphs import paragraphs
from amanat.settings import setting

if TYPE_CHECKING:  # with it comes an HTTP client, which whoever asks for no second reader need not wait for
    from amanat.actions.second_reader import SecondReader


def second_reader_asked_for(
    url: str | None = None, model: str | None = None, words: str | None = None
) -> SecondReader | None:
    """By what was said, else by the settings; None where there is none.

    Raises SecondReaderUnnamedError, BadServerAddressError, ServerElsewhereError.
    """
    if not (setting("second_reader") if url is None else url).strip():
        return None
    found: SecondReader | None = import_module("amanat.actions.second_reader").second_reader(
        url, model, words
    )
    return found


def read_again(second: SecondReader, reading: Reading) -> Reading:
    """The reading with what the second reader makes of it; Ctrl-C ends it with the paragraphs that were read."""
    asked = paragraphs(reading.report.text, reading.report.title)
    found: list[ParagraphRead] = []
    read_all = import_module("amanat.actions.second_reader").read_all
    with course("Second reader") as shown:
        shown.expect(len(asked))
        try:
            for each in read_all(second, asked, reading.report):
                found.append(each)
                if each.ended is not Ended.READ:
                    shown.say(f"Second reader, {each.in_words(len(asked))}.")
                shown.advance()
        except KeyboardInterrupt:
            shown.say("Stopped: what the second reader had read so far is shown.")
            found += [ParagraphRead(each, Ended.STOPPED) for each in asked[len(found) :]]
    return joined(reading, found, second.name)
