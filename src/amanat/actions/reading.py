"""What a reading process does with one report's bytes: text from the file, claims from the text.

Imported where reports are read only: with it come the language models and the file formats.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from amanat.actions.outcome import Outcome
from amanat.adapters.english import load_english
from amanat.adapters.formats import Extracted, extract_bytes
from amanat.adapters.russian import load_russian
from amanat.core.claim import Reading, ReportHeader
from amanat.core.reading.by_language import read_any

if TYPE_CHECKING:  # its import here would come before that of adapters/english, which knows a faster way
    from spacy.language import Language

    from amanat.core.reading.russian.grammar import Grammar


class _Models:
    """Each model once a process, when the first report in its language comes."""

    def english(self) -> Language:
        return self._english

    def russian(self) -> Grammar | None:
        return self._russian

    @cached_property
    def _english(self) -> Language:
        return load_english()

    @cached_property
    def _russian(self) -> Grammar | None:
        return load_russian()


_MODELS = _Models()


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
    return read_any(extracted.text, sha256=sha256, models=_MODELS, hints=extracted.hints)


def _listed(extracted: Extracted, sha256: str) -> Reading:
    """The names of files claim nothing, whatever they say."""
    return Reading(ReportHeader(None, extracted.text, sha256))
