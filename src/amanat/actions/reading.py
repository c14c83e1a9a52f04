"""What a reading process does with one report's bytes: text from the file, claims from the text.

Imported where reports are read only: with it come the language model and the file formats.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from amanat.actions.outcome import Outcome
from amanat.adapters.english import load_english
from amanat.adapters.formats import Extracted, extract_bytes
from amanat.core.claim import Reading, ReportHeader
from amanat.core.reading.reader import read

if TYPE_CHECKING:  # its import here would come before that of adapters/english, which knows a faster way
    from spacy.language import Language


def read_bytes(untrusted: bytes, name: str, sha256: str) -> Outcome:
    """Raises a FormatError where no text can be had, NoEnglishModelError where no report could be read."""
    extracted = extract_bytes(untrusted, name)
    reading = _listed(extracted, sha256) if extracted.list_only else _read(extracted, sha256)
    flags = (*extracted.flags, *reading.report.flags)
    return Outcome(
        sha256,
        extracted.media_type,
        extracted.encoding,
        replace(reading, report=replace(reading.report, flags=flags)),
        positions=extracted.positions,
        members=extracted.members,
    )


def _read(extracted: Extracted, sha256: str) -> Reading:
    return read(extracted.text, sha256=sha256, nlp=_english(), hints=extracted.hints)


def _listed(extracted: Extracted, sha256: str) -> Reading:
    """The names of files claim nothing, whatever they say."""
    return Reading(ReportHeader(None, extracted.text, sha256))


@cache
def _english() -> Language:
    return load_english()
