"""People named at the head of a line, with what stands beside each name: "Siu H'Bien (female, 36) and Rơ Mah Plui
(male, 50), Jarai farmers", "Timur Ganeyev (b. 1979), electrician: five years".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core.places import lookup, people
from amanat.core.reading.lines import Line
from amanat.core.reading.subject import FAMILY_FIRST, Subject, given_first
from amanat.core.reading.traits import read_trait, sex_of
from amanat.core.reading.wordlists import MONTHS_AND_DAYS, person_nouns

_CAPITAL = r"(?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŅŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽƠƯẠ-Ỹ][\w.’'‘/-]*)"
_SMALL = r"(?:al|bin|ibn|bint|de|del|della|da|di|van|von|der|den|el|la|le|dos|du|abu|ben|ul|ur|y|e|of)"
_NAME = rf"{_CAPITAL}(?:[ -]+(?:{_SMALL}[ -])?{_CAPITAL}){{0,6}}(?: \(?(?:Jr|Sr)\.?\)?)?"
_SURNAMED = rf"{FAMILY_FIRST}(?![\w'’])"
_BRACKETS = r"\s*[(（\[](?P<beside>[^()（）\]\[]{1,160})[)）\]]"
_TITLES = (
    r"(?:(?:the )?(?:(?:two |three |four )?(?:brothers|sisters|spouses)|Mr|Mrs|Ms|Dr|Prof|Father|Fr|Sister|Pastor|"
    r"Rev|Imam|Sheikh|Mullah|Bishop|Ustaz|Haji|Daw|Ko|Ma|Maung)\.? )?"
)
_HEAD = re.compile(rf"(?P<title>{_TITLES})(?P<name>{_SURNAMED}|{_NAME})(?:{_BRACKETS})?")
_JOINT = re.compile(r"\s*(?:,\s*and|,|\band\b|&|/)\s+(?=[A-ZÀ-ÞĐÇİ]|the (?:brothers|sisters))")
_COUPLED = re.compile(rf"\s+and {_CAPITAL} {_CAPITAL}")
_OPENING = re.compile(
    r"(?:[-–—•*▪●◦·‣\ufe0f]+\s*|\(?\d{1,5}[.)\]]\s*|#\d+[.:]?\s+|No\. ?\d+[.:]?\s+|\[\d+\]\s*"
    r"|(?:entry|case|file|record|person|victim|testimony|profile)(?: (?:no\.?|number|nr\.?))? ?#?\d[\w/-]*"
    r"\s*[:.–—-]\s*)?\**",
    re.I,
)
_AND_OTHERS = re.compile(
    r",?\s+and (?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|other) )+\w*(?:\s*\([^()]*\))?"
)
_TRAIT = re.compile(r"\s*,\s*(?!and )(?P<text>(?:[^,;:()–—.]|\.(?=\s?\d))+(?:\s*\([^()]*\))?)")
_TAIL = re.compile(r"\s*(?:[:：](?=\s|$)|\s[–—-]\s|–|—|;|\.(?=\s|$)|$)\s*\**\s*")
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|had|have|been|will|would|said|told|who|whose|which|that|died|fled|faces?|got|"
    r"remains?|received|did|does|he|she|they|his|her|their|we|I)\b"
)
_ANOTHERS_KIN = re.compile(
    r"(?:his|her|their) (?:wife|husband|son|daughter|brother|sister|mother|father|cousin|nephew|niece|uncle|aunt)"
)
_INITIAL = re.compile(r" [^\W\d_]\.$")
"""The initial at the end of a name keeps its full stop: "Khushruz J."."""
_OF_PAGE = frozenset(
    "the this these those all also at in on for from by to of police court article during".split()
)


@dataclass(frozen=True, slots=True)
class Beside:
    """One of the words beside a name: ``text`` begins at ``start`` of the line."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Head:
    name: str
    start: int
    traits: tuple[Beside, ...]
    kin: str | None = None
    """ "brothers", of "the brothers Marsel and Azat"."""

    @property
    def words(self) -> list[str]:
        return [trait.text for trait in self.traits]


@dataclass(frozen=True, slots=True)
class Entry:
    """``heads`` are the people named, ``traits`` what holds for all; what is told of them begins at ``tail``."""

    heads: tuple[Head, ...]
    traits: tuple[Beside, ...]
    tail: int
    marked: bool
    """Whether the line begins with a bullet or a number."""

    def subject(self, offset: int) -> Subject:
        first, *others = [
            Subject(
                [given_first(head.name)],
                offset + head.start,
                next(filter(None, map(sex_of, head.words)), None),
            )
            for head in self.heads
        ]
        first.others = others
        return first


def heading_people(line: Line) -> Subject | None:
    """The people whom a line names that is no more than a heading."""
    entry = read_entry(line.text)
    if entry is None or line.text[entry.tail :].strip(" *."):
        return None
    return entry.subject(line.start)


def read_entry(text: str, start: int = 0) -> Entry | None:
    """The people at the head of ``text`` from ``start`` on, or None where it begins otherwise or is a sentence."""
    opening = _OPENING.match(text, start)
    at = opening.end() if opening is not None else start
    heads: list[Head] = []
    while True:
        found = _HEAD.match(text, at)
        sure = bool(
            found and (heads or found["title"] or found["beside"] or _COUPLED.match(text, found.end()))
        )
        if found is None or not _is_name(found["name"], sure=sure):
            break
        heads.append(_head(found))
        at = found.end()
        joint = _JOINT.match(text, at)
        if joint is None or not _names_another(text, joint):
            break
        at = joint.end()
    if not heads:
        return None
    at = _after_others(text, at)
    traits, at = _traits(text, at)
    at = _after_others(text, at)
    by_dashes, at = _by_dashes(text, at)
    traits += by_dashes
    tail = _TAIL.match(text, at)
    if tail is None:
        return None
    return Entry(tuple(heads), traits, tail.end(), opening is not None and opening.end() > start)


def _after_others(text: str, at: int) -> int:
    others = _AND_OTHERS.match(text, at)
    return others.end() if others is not None else at


def _head(found: re.Match[str]) -> Head:
    beside = found["beside"] or ""
    parts = tuple(_parts(beside, found.start("beside"))) if beside else ()
    kin = re.search(r"brothers|sisters|spouses", found["title"] or "")
    name = found["name"].rstrip(",")
    return Head(
        name if _INITIAL.search(name) else name.rstrip(".,"),
        found.start("name"),
        parts,
        kin.group() if kin else None,
    )


def _parts(text: str, at: int) -> Iterator[Beside]:
    for part in re.finditer(r"[^,;]+", text):
        plain = part.group().strip()
        if plain:
            yield Beside(plain, at + part.start() + part.group().index(plain))


def _names_another(text: str, joint: re.Match[str]) -> bool:
    """After a comma comes another name only if it has brackets of its own or more words: not "Karim, Osh"."""
    following = _HEAD.match(text, joint.end())
    if following is None or not _is_name(following["name"], sure=True):
        return False
    if "and" in joint.group() or "&" in joint.group():
        return not people(following["name"])
    return following["beside"] is not None or bool(_JOINT.match(text, following.end()))


def _is_name(name: str, *, sure: bool) -> bool:
    words = name.casefold().split()
    if not words or words[0].strip(".") in _OF_PAGE or all(word in MONTHS_AND_DAYS for word in words):
        return False
    if len(words) == 1 and (words[0] in person_nouns() or len(words[0]) < 3):
        return False
    return not people(name) and (sure or not lookup(name)) and not name[-1].isdigit()


def _traits(text: str, at: int) -> tuple[tuple[Beside, ...], int]:
    """Short phrases after commas, without a verb of their own."""
    found: list[Beside] = []
    while at < len(text) and text[at : at + 1] == ",":
        part = _TRAIT.match(text, at)
        finite = (
            part is not None and _FINITE.search(part["text"]) and not _ANOTHERS_KIN.fullmatch(part["text"])
        )
        if part is None or finite or len(part["text"].split()) > 9:
            break
        found.append(Beside(part["text"].strip(), part.start("text")))
        at = part.end()
    return tuple(found), at


_DASHED = re.compile(r"\s+[–—-]\s+(?P<text>[^–—|]{1,60}?)(?=\s+[–—-]\s)")
_LENGTH = re.compile(r".*\b(?:years?|months?)", re.I)


def _by_dashes(text: str, at: int) -> tuple[tuple[Beside, ...], int]:
    """ "– b. 1981 – imam – arrested in May": what dashes set off from each other, as far as it says who somebody is."""
    found: list[Beside] = []
    while (part := _DASHED.match(text, at)) is not None:
        plain = part["text"].strip()
        told = any(one.kind != "residence" for one in read_trait(plain)) or sex_of(plain) is not None
        if not told or _LENGTH.fullmatch(plain) or _FINITE.search(plain):
            break
        found.append(Beside(plain, part.start("text")))
        at = part.end()
    return tuple(found), at
