"""The walk of a name: other names it gives, its words, titles, pieces, and what each of them is."""

from __future__ import annotations

import re
from dataclasses import replace

from amanat.core.names.name import Gender, Name
from amanat.core.names.parsing.also import Spans, bare, spans_of
from amanat.core.names.parsing.grouping import Piece, pieces_of
from amanat.core.names.parsing.han import Unspaced, han_name
from amanat.core.names.parsing.korean import hangul_name
from amanat.core.names.parsing.languages import likely_languages
from amanat.core.names.parsing.pinyin import is_chinese_pinyin, pinyin_name
from amanat.core.names.parsing.roles import settled
from amanat.core.names.parsing.titles import without_titles
from amanat.core.names.parsing.words import MAX_LENGTH, MAX_WORDS, Word, as_written, form_of, words_of
from amanat.core.names.scripts import in_script, script_of

_COMMA = re.compile("[,،，、]")
_DEPTH = 2
"""Names within names: what a bracket gives may have one more, that one none."""


def parse(text: str) -> Name:
    """The parts of one name in any script.

    Never raises and never guesses: what is not told by the name is ``unknown``. Of a text longer than a name
    can be, the first 1,000 characters and 24 words are looked at, and a note says so.
    """
    return _parsed(text, _DEPTH)


def _parsed(text: str, depth: int) -> Name:
    end = min(len(text), MAX_LENGTH)
    spans = spans_of(text, end)
    titled = without_titles([word for span in spans.main for word in words_of(text, *span)][:MAX_WORDS])
    found = _understood(titled.words, _COMMA.search(text, spans.main[0][0], spans.main[-1][1]))
    return Name(
        text,
        script_of("".join(text[start:stop] for start, stop in spans.main)),
        found.languages,
        tuple(as_written(text, word, word) for word in titled.titles),
        tuple(piece.part(text, role) for piece, role in zip(found.pieces, found.roles, strict=True)),
        found.order,
        _also(text, spans, depth) if spans.also and depth else (),
        _gender(found.pieces, titled.genders),
        found.transcribed,
        (*_notes(text, titled.words), *found.notes),
    )


def _also(text: str, spans: Spans, depth: int) -> tuple[Name, ...]:
    """The other names, each parsed by itself; of a birth name that is one word it is known to be the family's."""
    names: list[Name] = []
    for start, stop, birth in spans.also:
        other, at_birth = bare(text[start:stop])
        name = _parsed(other, depth - 1)
        if (birth or at_birth) and len(name.parts) == 1:
            name = replace(name, parts=(replace(name.parts[0], role="family"),))
        if name.parts:
            names += [replace(name, also=()), *name.also]
    return tuple(names)


def _understood(words: list[Word], comma: re.Match[str] | None) -> Unspaced:
    scripts = {word.form.script for word in words}
    if len(scripts) > 1:
        words = _initials_set_right(words)
        scripts = {word.form.script for word in words}
    if scripts == {"Hani"}:
        return han_name(words)
    if scripts == {"Hang"}:
        return hangul_name(words)
    if scripts == {"Latn"} and comma is None and (pinyin := pinyin_name(words)) is not None:
        return pinyin
    languages, sure = likely_languages(word.form for word in words)
    if scripts == {"Latn"} and comma and is_chinese_pinyin(words):
        languages = ("zh",)
    pieces = pieces_of(words)
    for piece in pieces if comma else ():
        piece.chunk = int(piece.words[0].start > comma.start())  # type: ignore[union-attr]
    if not pieces:
        return Unspaced([], [])
    roles, order = settled(pieces, languages if sure else ())
    return Unspaced(pieces, roles, order, languages)


def _initials_set_right(words: list[Word]) -> list[Word]:
    """An initial from another keyboard, the Cyrillic А of "А. Tursun", in the script of the words beside it."""
    script = script_of("".join(word.form.letters for word in words if not word.form.initial))
    changed = []
    for word in words:
        if (
            word.form.initial
            and word.form.script != script
            and (alike := in_script(word.form.letters, script))
        ):
            word = replace(word, form=form_of(alike, word.dotted))
        changed.append(word)
    return changed


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
