"""The values of records and lists as drafts of claims: what a key means decides what its value claims.

Whole sentences inside a field ("Health: diabetic. He has lost his sight.") are left to the readers of prose, and
so are fragments to which a subject could be lent (pieces.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core.claim import Modality, TellerRole
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.entries import entry_drafts
from amanat.core.reading.pieces import Piece
from amanat.core.reading.record_acts import ACTS
from amanat.core.reading.record_lines import READERS
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stance import is_background
from amanat.core.reading.telling import Told
from amanat.core.reading.value import Line
from amanat.core.reading.wordlists import words


@dataclass(frozen=True)
class Records:
    """The drafts of a page's records and lists, and the numbers of the sentences that they have read whole."""

    drafts: list[Draft]
    sentences: frozenset[int]


def read_records(sentences: list[Sentence], cast: Cast) -> Records:
    """Every claim of the fields and entries among ``sentences``; nothing where the page has none."""
    found: list[Draft] = []
    read: set[int] = set()
    for sentence in sentences:
        piece = sentence.piece
        if piece is None or not piece.value:
            continue
        read.add(sentence.number)
        if piece.entry is not None:
            found.extend(entry_drafts(sentence, piece.entry, cast))
        elif piece.field is not None:
            found.extend(_of_field(sentence, piece, _rest(sentences, sentence), cast))
    return Records(found, frozenset(read))


def is_demanded(sentence: Sentence) -> bool:
    """Whether a sentence stands in a field or a list of demands."""
    piece = sentence.piece
    return piece is not None and (piece.demanded or (piece.field is not None and piece.field.key == "demand"))


def as_demanded(drafts: list[Draft]) -> list[Draft]:
    """ "Release all three", "that her family be told": what such a list names is demanded, and not told. What an item
    tells beside it is told."""
    for draft in drafts:
        if draft.modality in (Modality.ASSERTED, Modality.PLANNED) and not told_beside(draft):
            draft.modality = Modality.DEMANDED
    return drafts


def told_beside(draft: Draft) -> bool:
    """Whether a clause of the sentence tells it that says nothing of what the sentence asks for. What a fragment was
    lent to make it a sentence is no such clause."""
    piece = draft.sentence.piece
    return not (piece is not None and piece.lent) and is_background(draft.trigger)


def source_of(sentence: Sentence) -> Told | None:
    """ "(fellow prisoner A., interviewed in 2014)", "(wife, 2021)" at a note's end: who told it."""
    who = sentence.piece.source if sentence.piece is not None else ""
    kin = any(word in words("people", "kin") for word in who.split())
    return Told(None, who, TellerRole.RELATIVE if kin else TellerRole.WITNESS) if who else None


def _rest(sentences: list[Sentence], value: Sentence) -> str:
    """The value with the prose that follows it in its paragraph."""
    last = value
    for sentence in sentences[value.number + 1 :]:
        if sentence.paragraph != value.paragraph:
            break
        last = sentence
    before = value.piece.start if value.piece is not None else value.start
    return str(value.span.doc.text) if last is value else _between(sentences, value, last, before)


def _between(sentences: list[Sentence], value: Sentence, last: Sentence, start: int) -> str:
    letters = [" "] * (last.end - start)
    for sentence in sentences[value.number : last.number + 1]:
        at = sentence.start - start
        own = sentence.span.doc.text[sentence.start - sentence.offset : sentence.end - sentence.offset]
        letters[at : at + len(own)] = own
    return "".join(letters)


def _of_field(sentence: Sentence, piece: Piece, whole: str, cast: Cast) -> Iterator[Draft]:
    field = piece.field
    reader = (READERS | ACTS).get(field.key) if field is not None else None
    people = cast.listed(piece.about) if piece.about is not None else []
    if field is None or reader is None or not people:
        return
    value = str(sentence.span.doc.text)
    line = Line(field.key, value.rstrip(" .*"), whole, 0, sentence, field.label)
    for draft in reader(line, people[0], cast):
        yield _placed(draft, line, people)


def _placed(draft: Draft, line: Line, people: list[Referent]) -> Draft:
    """The draft with its passage: the value, or with the prose after it where that is what it was read from."""
    start = line.sentence.offset
    in_value = not draft.beyond
    if draft.span is None:
        draft.span = (start, start + len(line.value if in_value else line.whole.rstrip()))
    draft.timeless = True
    if draft.who == people[:1] and len(people) > 1:
        draft.who = list(people)
    return draft
