"""Texts with people, places and dates marked where they stand: {p=Best Name:as written}, {l=Name:…}, {d=EDTF:…}.

``{x:…}`` is not judged: a place inside a body's name, a street. ``{d=*:…}`` is a date whose value is not judged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\{(?P<kind>[pldx])(?:=(?P<value>[^:}]*))?:(?P<words>[^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Label:
    """``kind``: p person, l place, d date, x not judged. ``value``: the best name, or EDTF."""

    kind: str
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Labelled:
    name: str
    text: str
    labels: tuple[Label, ...]

    def of(self, kind: str) -> list[Label]:
        return [label for label in self.labels if label.kind == kind]


def load(path: Path) -> Labelled:
    """The text without its marks, and what they say."""
    source = path.read_text(encoding="utf-8")
    text, labels, at = "", [], 0
    for found in _MARK.finditer(source):
        text += source[at : found.start()]
        labels.append(Label(found["kind"], len(text), len(text) + len(found["words"]), found["value"] or ""))
        text += found["words"]
        at = found.end()
    return Labelled(path.stem, text + source[at:], tuple(labels))
