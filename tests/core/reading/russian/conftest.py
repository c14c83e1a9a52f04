"""Natasha's models, loaded once; where they are not installed, what needs them is skipped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from amanat.adapters.russian import RussianGrammar, load_russian, missing_russian
from amanat.core.claim import Reading
from amanat.core.reading.reader import opened
from amanat.core.reading.russian.reader import read_russian


@pytest.fixture(scope="session")
def grammar() -> RussianGrammar:
    found = load_russian()
    if found is None:
        pytest.skip(f"Russian's packages are not installed: {', '.join(missing_russian())}")
    return found


@pytest.fixture(scope="session")
def russian(grammar: RussianGrammar) -> Callable[[str], Reading]:
    """Reads a text as Russian, however short."""

    def read_text(text: str) -> Reading:
        page, header = opened(text, "0" * 64, None)
        return read_russian(page, header, grammar)

    return read_text
