"""Han characters by sound: their readings without tones, and traditional ones made simple."""

from __future__ import annotations

from functools import cache
from importlib import resources

_SIMPLER = "="


def reading(character: str) -> str:
    """The commonest reading in toneless pinyin, with v for ü; "" where the character has none."""
    return _readings().get(character, "")


def pinyin(text: str) -> str:
    """The readings of the characters, joined: 古丽孜热 -> gulizire."""
    return "".join(map(reading, text))


def simplified(text: str) -> str:
    """Each character on its own, so that 爾 and 尔 are one; what has several simple forms takes the common one."""
    return text.translate(_simpler())


@cache
def _readings() -> dict[str, str]:
    return {character: name for name, characters in _lines() if name != _SIMPLER for character in characters}


@cache
def _simpler() -> dict[int, str]:
    pairs = next(characters for name, characters in _lines() if name == _SIMPLER)
    return {ord(pairs[at]): pairs[at + 1] for at in range(0, len(pairs), 2)}


@cache
def _lines() -> tuple[tuple[str, str], ...]:
    text = resources.files("amanat.core.names.tables").joinpath("hanzi.tsv").read_text(encoding="utf-8")
    lines = (line.partition("\t") for line in text.splitlines())
    return tuple((name, characters) for name, _, characters in lines)
