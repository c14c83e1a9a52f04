"""One loaded English model for all tests of reading: loading it is most of their time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from spacy.language import Language

from amanat.adapters.english import load_english
from amanat.core.claim import Reading
from amanat.core.reading.reader import read


@pytest.fixture(scope="session")
def english() -> Language:
    """The rules alone: what the spotter adds has tests of its own."""
    return load_english(spotting=False)


@pytest.fixture(scope="session")
def reading(english: Language) -> Callable[[str], Reading]:
    """Reads a text as the program does."""

    def read_text(text: str) -> Reading:
        return read(text, sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(), nlp=english)

    return read_text
