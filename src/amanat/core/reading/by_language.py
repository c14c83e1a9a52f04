"""One report of any language: read for claims where its language is read, marked where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from amanat.core.claim import Reading
from amanat.core.reading.header import PageHints
from amanat.core.reading.reader import mark_only, opened, read_english
from amanat.core.reading.russian.grammar import Grammar
from amanat.core.reading.russian.reader import read_russian

if TYPE_CHECKING:
    from spacy.language import Language

_NO_RUSSIAN = (
    "Amanat reads Russian where the package natasha is installed, and it is not installed here "
    "(pip install “amanat[russian]”)."
)


class Models(Protocol):
    """The language models; each is loaded when the first report asks for it."""

    def english(self) -> Language: ...

    def russian(self) -> Grammar | None:
        """None where its packages are not installed."""


def read_any(text: str, *, sha256: str, models: Models, hints: PageHints | None = None) -> Reading:
    """The reading of a text; ``text`` is kept as it is, and every offset points into it."""
    page, header = opened(text, sha256, hints)
    if header.language == "en":
        return read_english(page, header, models.english(), hints.rows if hints else ())
    if header.language == "ru":
        grammar = models.russian()
        return (
            mark_only(page, header, _NO_RUSSIAN) if grammar is None else read_russian(page, header, grammar)
        )
    return mark_only(page, header)
