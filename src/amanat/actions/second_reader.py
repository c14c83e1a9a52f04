"""Asking a second reader, paragraph by paragraph. No casebook is known here, and no fault of a server is raised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from amanat.adapters.language_model.address import Address, server_address
from amanat.adapters.language_model.server import ModelAnswer, ServerFaultError, ask
from amanat.core.action_errors import SecondReaderGoneError, SecondReaderUnnamedError
from amanat.core.claim import ReportHeader
from amanat.core.reading.second.answer import Answered, answered
from amanat.core.reading.second.checking import Check
from amanat.core.reading.second.name import reader_name
from amanat.core.reading.second.paragraph_read import Ended, ParagraphRead
from amanat.core.reading.second.paragraphs import Paragraph
from amanat.core.reading.second.prompt import Form, gives_orders, messages, response_format
from amanat.settings import number, setting

GIVE_UP_AFTER = 3
"""Paragraphs in a row for which the server did not answer at all."""

_SILENT = (Ended.UNREACHABLE, Ended.TIMED_OUT)


class SecondReader:
    """One model at one address. It remembers which way of asking for the form the server knows."""

    def __init__(self, address: Address, model: str, seconds: float) -> None:
        self.address = address
        self.model = " ".join(model.split())
        self.name = reader_name(model)
        self._seconds = seconds
        self._forms = list(Form)
        self._silent = 0

    def read(self, paragraph: Paragraph, header: ReportHeader) -> ParagraphRead:
        """What it proposes of one paragraph, checked. A fault of the server is in the answer, never raised.

        Raises SecondReaderGoneError after some paragraphs in a row without any answer, and ServerElsewhereError.
        """
        if self._silent >= GIVE_UP_AFTER:
            raise SecondReaderGoneError(str(self.address), times=GIVE_UP_AFTER)
        if gives_orders(paragraph.text):
            return ParagraphRead(paragraph, Ended.ORDERS)
        paragraph = replace(paragraph, before="") if gives_orders(paragraph.before) else paragraph
        try:
            answer, found = self._asked(paragraph)
        except ServerFaultError as fault:
            self._silent = self._silent + 1 if fault.ended in _SILENT else 0
            return ParagraphRead(paragraph, fault.ended, note=fault.note)
        self._silent = 0
        reader = reader_name(self.model, answer.answered_by)
        check = Check(paragraph, reader, header.published, header.outlet)
        claims = check.claims(found.claims)
        ended = Ended.READ if found.whole else Ended.CUT_SHORT
        return ParagraphRead(paragraph, ended, claims, check.dropped, answered_by=answer.answered_by)

    def _asked(self, paragraph: Paragraph) -> tuple[ModelAnswer, Answered]:
        """Steps down from one form to the next where a server does not know it, or knows it and does not keep it."""
        fault = ServerFaultError(Ended.BROKEN)
        broken: tuple[ModelAnswer, Answered] | None = None
        for form in tuple(self._forms):
            try:
                answer = ask(
                    self.address, self.model, messages(paragraph, form), response_format(form), self._seconds
                )
            except ServerFaultError as found:
                if not found.form_unknown:
                    raise
                fault = found
                continue
            claims = answered(answer.untrusted)
            if claims is not None and (claims.whole or answer.cut_off):
                self._forms = self._forms[self._forms.index(form) :]
                return answer, claims
            broken = (answer, claims) if claims is not None and claims.claims else broken
            fault = ServerFaultError(Ended.BROKEN, "cut off before its first claim" if answer.cut_off else "")
            if answer.cut_off:
                break
        if broken is not None:
            return broken
        raise fault


def second_reader(
    url: str | None = None, model: str | None = None, words: str | None = None
) -> SecondReader | None:
    """The second reader that was asked for, by the settings where not said; None where there is none.

    Raises SecondReaderUnnamedError, BadServerAddressError, ServerElsewhereError.
    """
    url = setting("second_reader") if url is None else url
    if not url.strip():
        return None
    model = setting("second_reader_model") if model is None else model
    if not model.strip():
        raise SecondReaderUnnamedError(url)
    words = setting("second_reader_elsewhere") if words is None else words
    return SecondReader(server_address(url, words), model, max(1, number("second_reader_seconds")))


def read_all(
    reader: SecondReader, paragraphs: Iterable[Paragraph], header: ReportHeader
) -> Iterator[ParagraphRead]:
    """Each paragraph in turn; those left when the server is gone are told of without being asked for."""
    gone = False
    for paragraph in paragraphs:
        if not gone:
            try:
                yield reader.read(paragraph, header)
                continue
            except SecondReaderGoneError:
                gone = True
        yield ParagraphRead(paragraph, Ended.STOPPED)
