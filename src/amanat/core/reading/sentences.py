"""A page's paragraphs parsed into sentences, every token at its exact place in the report's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from amanat.core.reading.chronologies import Item
from amanat.core.reading.layout import PageLayout, page_layout
from amanat.core.reading.pieces import Piece
from amanat.core.reading.zones import Block, Page, Zone

if TYPE_CHECKING:  # quotations are found in every language, and only English needs spaCy
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

SAME_LENGTH = str.maketrans(dict.fromkeys("\n\t\r\u00a0\u2009\u202f\ufe0f", " "))
"""Line breaks, odd spaces and what makes a picture of a bullet as plain spaces, so that an offset into what is
parsed is one into the text."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, without the marks: ``text[start:end]`` of the report."""

    start: int
    end: int
    closed: bool = True


@dataclass(eq=False)
class Sentence:
    """One sentence: ``span`` is spaCy's, ``offset`` is where its document begins in the report's text."""

    number: int
    paragraph: int
    zone: Zone
    span: Span
    offset: int
    block: int = 0
    """Where its paragraph begins in the report's text, with the label or dateline that is no part of a sentence."""
    piece: Piece | None = None
    """What the page's layout says of it: the record's person, the field, the words lent before it."""

    @cached_property
    def start(self) -> int:
        """Of a chronology's item that begins with its date, where the date begins."""
        lent = len(self.piece.lent) if self.piece is not None else 0
        item = self.item
        return item.start if item is not None else self.offset + max(lent, self.span.start_char)

    @property
    def item(self) -> Item | None:
        """The item of a chronology that the sentence opens."""
        return self.piece.item if self.piece is not None and self.span.start == 0 else None

    @property
    def is_value(self) -> bool:
        """A name, a date or the like in a field or a list: no sentence, and read as what it is."""
        return self.piece is not None and self.piece.value

    @cached_property
    def end(self) -> int:
        return self.offset + self.span.end_char

    @cached_property
    def text(self) -> str:
        return str(self.span.text)

    def place(self, first: Token, last: Token) -> tuple[int, int]:
        """The report's offsets from the first token's start to the last token's end."""
        return self.offset + first.idx, self.offset + last.idx + len(last)

    def tokens(self) -> Iterator[Token]:
        return iter(self._tokens)

    @cached_property
    def _tokens(self) -> tuple[Token, ...]:
        """Made once: every rule asks for them, and each pass over a span makes them anew."""
        return tuple(self.span)

    @cached_property
    def verbs(self) -> tuple[Token, ...]:
        """Its verbs and auxiliaries, in order."""
        return tuple(token for token in self._tokens if token.pos_ in ("VERB", "AUX"))


def parsed(
    page: Page, nlp: Language, skip: Mapping[int, int] | None = None, layout: PageLayout | None = None
) -> list[Sentence]:
    """The sentences of headline and body, in the page's order.

    ``skip`` says of a block, by its start, how many characters at its beginning are no part of a sentence (a
    dateline).

    Each paragraph is parsed alone, with its line breaks and odd spaces turned into plain spaces of the same
    length, so that an offset into the parse is an offset into the text.
    """
    leading = skip or {}
    layout = layout or page_layout(page)
    whole = [block for block in page.blocks if block.zone in (Zone.HEADLINE, Zone.BODY)]
    cut = [
        (paragraph, block, piece)
        for paragraph, block in enumerate(whole)
        for piece in layout.pieces(page, block, block.start + leading.get(block.start, 0))
    ]
    docs = nlp.pipe(
        piece.lent + _lowered(page.text[piece.start : piece.end], piece).translate(SAME_LENGTH)
        for _, _, piece in cut
    )
    found: list[Sentence] = []
    for (paragraph, block, piece), doc in zip(cut, docs, strict=True):
        for number, span in enumerate(_sentences(doc, block, piece)):
            offset = piece.start - len(piece.lent)
            own = piece if number == 0 or not piece.lent else replace(piece, lent="")
            found.append(Sentence(len(found), paragraph, block.zone, span, offset, block.start, own))
    return found


def _lowered(text: str, piece: Piece) -> str:
    """ "He was Arrested" would make a name of the participle."""
    return text[:1].lower() + text[1:] if piece.lent else text


def _sentences(doc: Doc, block: Block, piece: Piece) -> Iterable[Span]:
    """A headline is one sentence, and so is a value, whatever the parser thinks; elsewhere stray ends join what
    they end."""
    if block.zone is Zone.HEADLINE or piece.value or piece.lent:
        return [doc[:]] if len(doc) else []
    return [span for span in doc.sents if any(token.is_alpha or token.like_num for token in span)]


_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "「": "」"}
_QUOTES = re.compile('[“”«»„"「」]')


def quotations(page: Page) -> list[Quotation]:
    """Every stretch in quotation marks. A quotation left open at a paragraph's end goes on in the next one,
    if that one opens with a mark too (the newspapers' convention for long quotations)."""
    found: list[Quotation] = []
    for block in page.blocks:
        if block.zone in (Zone.HEADLINE, Zone.BODY):
            found.extend(_in_block(page.text, block))
    return found


def _in_block(text: str, block: Block) -> Iterator[Quotation]:
    opened: int | None = None
    closing = ""
    for mark in _QUOTES.finditer(text, block.start, block.end):
        character, at = mark.group(), mark.start()
        if opened is not None and (character == closing or character in "”»」"):
            yield Quotation(opened, at)
            opened = None
        elif opened is None and character in _PAIRS and not _is_inch(text, at):
            opened, closing = at + 1, _PAIRS[character]
    if opened is not None and block.end - opened > 20:
        yield Quotation(opened, block.end, closed=False)


def _is_inch(text: str, at: int) -> bool:
    return text[at] == '"' and at > 0 and text[at - 1].isdigit()
