"""One place on its way into the generated tables, and the likely language of a name by its letters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

AIRPORT = re.compile("[A-Z]{3}")
KAZAKH_CYRILLIC = frozenset("әғқңөұүһі")
KAZAKH_ARABIC = ("ع", "ٴ", "ء", "اۋىلى", "قالا")
FARTHER_ARABIC = frozenset("کیأإآةیک")
"""Letters of Persian and Arabic that neither Uyghur nor Kazakh writes."""


@dataclass
class Entry:
    """``marks`` are as in ``rows.World.bearers``: "*" the place's own name, "+" another that is looked for in
    running text too, "" one that is found when asked for."""

    id: str
    kind: str
    name: str
    parent: str
    people: int = 0
    at: tuple[float, float] | None = None
    also: tuple[str, ...] = ()
    names: list[tuple[str, str]] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)

    def add(self, language: str, names: str | list[str], mark: str = "") -> None:
        for name in names.split("|") if isinstance(names, str) else names:
            if name and "=" not in name and (language, name) not in self.names:
                self.names.append((language, name))
                self.mark(name, mark)

    def mark(self, name: str, mark: str) -> None:
        """The stronger mark stays."""
        self.marks[name] = max(self.marks.get(name, ""), mark, key=["", "+", "*"].index)

    def row(self) -> tuple[object, ...]:
        latitude, longitude = (round(self.at[0], 3), round(self.at[1], 3)) if self.at else ("", "")
        names = "|".join(f"{language}={name}" for language, name in self.names)
        return (
            self.id, self.kind, self.name, self.parent, self.people, latitude, longitude,
            "|".join(self.also), names,
        )  # fmt: skip


def script(name: str) -> str:
    """LATIN, CYRILLIC, ARABIC or CJK where all letters are of it, else an empty string."""
    found = {unicodedata.name(letter, "").partition(" ")[0] for letter in name if letter.isalpha()}
    return found.pop() if len(found) == 1 else ""


def language_in_xinjiang(name: str) -> str:
    """The language tag that a name's letters suggest there; empty for scripts of no use."""
    match script(name):
        case "CJK":
            return "zh"
        case "ARABIC":
            if FARTHER_ARABIC & set(name):
                return "und-Arab"
            return "kk-Arab" if any(sign in name for sign in KAZAKH_ARABIC) else "ug"
        case "CYRILLIC":
            letters = set(name.lower())
            return "kk" if letters & set("ұі") else "ug-Cyrl" if letters & set("әғқңөүҗһ") else "und-Cyrl"
        case "LATIN":
            return "" if AIRPORT.fullmatch(name) else "und-Latn"
    return ""


def language_in_central_asia(name: str, local: str) -> str:
    match script(name):
        case "CJK":
            return "zh"
        case "CYRILLIC":
            letters, last = set(name.lower()), name.lower().rpartition(" ")[2]
            is_kazakh = local == "kk" and (
                letters & KAZAKH_CYRILLIC or last in ("ауданы", "облысы", "қаласы")
            )
            is_local = is_kazakh or (local in ("ky", "tg") and letters & set("ңөүӣӯҳқғҷ"))
            return local if is_local else "ru"
        case "ARABIC":
            is_kazakh = local == "kk" and any(sign in name for sign in KAZAKH_ARABIC)
            return "kk-Arab" if is_kazakh else "und-Arab"
        case "LATIN":
            return "" if AIRPORT.fullmatch(name) else "und-Latn"
    return ""
