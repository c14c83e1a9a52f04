"""Fields that run on in one line: "Name: Julián Arce  Sex: M  Age: 34", with nothing but their labels to part them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_COLON = re.compile(r"[:：](?=\s)")
_LABEL = 46
_LEAST = 3
_BETWEEN = " \t,;|·•*"


@dataclass(frozen=True, slots=True)
class Joined:
    """A lexicon's key with its label as written; its value is ``text[start:end]`` of the line."""

    key: str
    label: str
    start: int
    end: int


def run_on(text: str, known: Callable[[str], str | None]) -> list[Joined]:
    """The fields of a line that begins with a known label and holds at least three; else none."""
    labels = [
        found
        for colon in _COLON.finditer(text)
        if (found := _label_before(text, colon.start(), known)) is not None
    ]
    if len({key for key, _, _ in labels}) < _LEAST or text[: labels[0][1]].strip(" -–—•*"):
        return []
    ends = [start for _, start, _ in labels[1:]] + [len(text)]
    joined: list[Joined] = []
    for (key, start, colon), end in zip(labels, ends, strict=True):
        value = text[colon + 1 : end]
        begin = colon + 1 + len(value) - len(value.lstrip(_BETWEEN))
        plain = value.strip(_BETWEEN)
        if plain:
            joined.append(Joined(key, text[start:colon].strip(), begin, begin + len(plain)))
    return joined


def _label_before(text: str, colon: int, known: Callable[[str], str | None]) -> tuple[str, int, int] | None:
    """The longest known label that ends at the colon and begins with a capital."""
    first = max(0, colon - _LABEL, text.rfind(":", 0, colon) + 1)
    for word in re.finditer(r"(?<![^\s|;,·•*(])[A-ZÀ-Þ]", text[first:colon]):
        start = first + word.start()
        key = known(text[start:colon].strip())
        if key is not None:
            return key, start, colon
    return None
