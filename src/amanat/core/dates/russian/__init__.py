"""Finds what a Russian text says of time: ``find_dates(text)``. What it comes to is for ``dates.relative``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from amanat.core.dates.bounding import about, bounded
from amanat.core.dates.english.atoms import Atom, Context, Scanner
from amanat.core.dates.mention import Absolute, Bound, DateMention, Part, Partial, Relative, Unit
from amanat.core.dates.russian import absolute, phrases
from amanat.core.dates.russian.lexicon import GAP, PARTS, any_of

__all__ = ["find_dates"]

_SCANNER = Scanner([*phrases.RULES, *absolute.RULES])
_BOUNDS = {
    "начиная с": Bound.SINCE, "с": Bound.SINCE, "со": Bound.SINCE, "от": Bound.AT, "вплоть до": Bound.UNTIL,
    "до": Bound.UNTIL, "не позднее": Bound.UNTIL, "к": Bound.UNTIL, "ко": Bound.UNTIL, "после": Bound.AFTER,
    "раньше": Bound.BEFORE, "ранее": Bound.BEFORE, "по": Bound.UNTIL,
}  # fmt: skip
_AT = frozenset({"в", "во", "на", "за"})
_ABOUT = r"(?:около|примерно|приблизительно|ориентировочно)"
_BEFORE = re.compile(
    rf"(?:(?<!\w)(?P<bound>{any_of(dict.fromkeys((*_BOUNDS, *_AT), 0))}){GAP})?"
    rf"(?:(?<!\w)(?P<about>{_ABOUT}){GAP})?(?:(?<!\w)(?P<part>{any_of(dict.fromkeys(PARTS, 0))}){GAP})?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands before a date: where it begins, and what it makes of it."""

    start: int
    bound: Bound = Bound.AT
    part: Part | None = None
    about: bool = False
    any: bool = False


def find_dates(text: str, *, day_first: bool | None = None) -> tuple[DateMention, ...]:
    """Every date, partial and relative date in the order of the text, none overlapping.

    Figures with points («03.04.2020») have the day first, as Russian writes them; ``day_first`` is for others.
    Years of birth beside «г. р.» and durations («семь лет») are no dates. Offsets are code points.
    """
    mentions: list[DateMention] = []
    end = 0
    for atom in _SCANNER.scan(text, Context(day_first)):
        if atom.start < end:
            continue
        words = _words_before(text, atom.start, end)
        if atom.weak and not _is_date(text, atom, words):
            continue
        mentions.append(_mention(text, atom, words))
        end = atom.end
    return tuple(mentions)


def _words_before(text: str, start: int, limit: int) -> _Words:
    found = _BEFORE.search(text, max(limit, start - 60), start)
    if found is None or not found.group():
        return _Words(start)
    word = " ".join((found["bound"] or "").lower().split())
    bound = _BOUNDS.get(word, Bound.AT)
    part = PARTS.get(" ".join((found["part"] or "").lower().split()))
    meant = found.start("bound") if bound is not Bound.AT else found.start("about")
    begins = next((at for at in (meant, found.start("part")) if at >= 0), start)
    return _Words(begins, bound, part, found["about"] is not None, any=True)


def _is_date(text: str, atom: Atom, words: _Words) -> bool:
    value = atom.value
    if isinstance(value, Relative) and value.unit is not None and value.min == 0:
        return words.part is not None
    if isinstance(value, Relative):
        return re.match("через|назад|спустя", text[atom.start : atom.end].lower()) is not None or (
            text[atom.start : atom.end].lower().endswith(("назад", "спустя"))
        )
    if isinstance(value, Partial) and value.within is not None:
        return True
    if isinstance(value, Absolute) and "-" in value.edtf:
        return True
    return words.any and not re.match(rf"{GAP}(?:рубл|тенге|человек|дел\b)", text[atom.end : atom.end + 12])


def _mention(text: str, atom: Atom, words: _Words) -> DateMention:
    value, end = atom.value, atom.end
    said = text[words.start : end]
    if isinstance(value, Absolute):
        edtf = about(value.edtf) if words.about else value.edtf
        return DateMention(words.start, end, said, Absolute(bounded(edtf, words.bound, words.part)))
    if words.part and isinstance(value, Partial | Relative):
        value = replace(value, part=words.part)
    bound = words.bound
    if isinstance(value, Relative) and value.unit is Unit.DAY and bound is Bound.SINCE:
        bound = Bound.SINCE
    return DateMention(words.start, end, said, value, bound, words.about)
