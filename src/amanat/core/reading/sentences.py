"""A page's paragraphs parsed into sentences, every token at its exact place in the report's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from amanat.core.reading.zones import Block, Page, Zone

_SAME_LENGTH = str.maketrans({"\n": " ", "\t": " ", "\r": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " "})


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

    @cached_property
    def start(self) -> int:
        return self.offset + self.span.start_char

    @cached_property
    def end(self) -> int:
        return self.offset + self.span.end_char

    @property
    def text(self) -> str:
        return str(self.span.text)

    def place(self, first: Token, last: Token) -> tuple[int, int]:
        """The report's offsets from the first token's start to the last token's end."""
        return self.offset + first.idx, self.offset + last.idx + len(last)

    def tokens(self) -> Iterator[Token]:
        return iter(self.span)


def parsed(page: Page, nlp: Language, skip: Mapping[int, int] | None = None) -> list[Sentence]:
    """The sentences of headline and body, in the page's order.

    ``skip`` says of a block, by its start, how many characters at its beginning are no part of a sentence (a
    dateline).

    Each paragraph is parsed alone, with its line breaks and odd spaces turned into plain spaces of the same
    length, so that an offset into the parse is an offset into the text.
    """
    leading = skip or {}
    whole = [block for block in page.blocks if block.zone in (Zone.HEADLINE, Zone.BODY)]
    blocks = [replace(block, start=block.start + leading.get(block.start, 0)) for block in whole]
    docs = nlp.pipe(page.quote(block).translate(_SAME_LENGTH) for block in blocks)
    found: list[Sentence] = []
    for paragraph, (block, doc) in enumerate(zip(blocks, docs, strict=True)):
        for span in _sentences(doc, block):
            found.append(
                Sentence(len(found), paragraph, block.zone, span, block.start, whole[paragraph].start)
            )
    return found


def _sentences(doc: Doc, block: Block) -> Iterable[Span]:
    """A headline is one sentence, whatever the parser thinks; elsewhere stray ends join what they end."""
    if block.zone is Zone.HEADLINE:
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
