"""The walk of a name: other names it gives, its words, titles, pieces, and what each of them is."""

from __future__ import annotations

import re

from amanat.core.names.name import Gender, Name
from amanat.core.names.parsing.grouping import Piece, pieces_of
from amanat.core.names.parsing.languages import likely_languages
from amanat.core.names.parsing.roles import settled
from amanat.core.names.parsing.titles import without_titles
from amanat.core.names.parsing.words import MAX_LENGTH, MAX_WORDS, Word, as_written, words_of
from amanat.core.names.scripts import script_of

_COMMA = re.compile("[,،，、]")


def parse(text: str) -> Name:
    """The parts of one name in any script.

    Never raises and never guesses: what is not told by the name is ``unknown``. Of a text longer than a name
    can be, the first 1,000 characters and 24 words are looked at, and a note says so.
    """
    return _name(text, 0, min(len(text), MAX_LENGTH))


def _name(text: str, start: int, end: int) -> Name:
    titled = without_titles(words_of(text, start, end))
    pieces = pieces_of(titled.words)
    comma = _COMMA.search(text, start, end)
    for piece in pieces if comma else ():
        piece.chunk = int(piece.words[0].start > comma.start())  # type: ignore[union-attr]
    forms = [word.form for word in titled.words]
    languages = likely_languages(forms)
    roles, order = settled(pieces, languages) if pieces else ([], "unknown")
    return Name(
        text,
        script_of(text[start:end]),
        languages,
        tuple(as_written(text, word, word) for word in titled.titles),
        tuple(piece.part(text, role) for piece, role in zip(pieces, roles, strict=True)),
        order,
        (),
        _gender(pieces, titled.genders),
        False,
        tuple(_notes(text, titled.words)),
    )


def _gender(pieces: list[Piece], titles: frozenset[Gender]) -> Gender:
    """What patronymics, family names and titles agree on. -uly after a father's name is a son's."""
    said = {piece.gender for piece in pieces if piece.gender} | titles
    return next(iter(said)) if len(said) == 1 else ""


def _notes(text: str, words: list[Word]) -> list[str]:
    notes = [
        f"{word.text!r} mixes letters of two scripts that look alike; compared as {word.form.letters!r}"
        for word in words
        if word.form.mixed
    ]
    if len(text) > MAX_LENGTH or len(words) >= MAX_WORDS:
        notes.append("longer than a name; only its beginning was looked at")
    return notes
