"""The dateline: where a report was written, and whom it credits, at the start of its first paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from amanat.core.reading import looks
from amanat.core.reading.mastheads import (
    is_agency,
    is_capitals,
    is_country,
    is_known_place,
    is_name,
    is_place,
)

_WORD = r"(?!(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col)\b)[A-ZÀ-ÞĀ-Ž‘ʻ][\w’'‘ʻ`-]*"
_NAME = rf"(?:St\. |Mt\. )?{_WORD}(?:(?: (?:de|del|la|el|al|of|the|es|sur|do|da|dos))? {_WORD}){{0,3}}"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = (
    rf"(?:(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)"
)
_DASH = r"(?P<dash>\s?[–—―]\s?|\s?--+\s?|\s[-_]\s|:\s)"
_OPENING = re.compile(
    rf"(?:(?P<place>{_NAME}(?:, (?:{_NAME}|D\.C\.|[A-Z]\.[A-Z]\.)){{0,2}}?)"
    rf"(?:(?:,|\s[|·])?\s(?P<date>{_DAY}))?"
    rf"(?:\s?\((?P<bracket>[^()]{{2,70}})\))?(?:[,.]?\s?/(?P<slashed>[^/]{{2,40}})/\.?)?"
    rf"|\((?P<alone>[^()]{{2,70}})\))\s*{_DASH}(?=\S)"
)
_NO_PLACES = frozenset(
    ("update updated breaking correction exclusive note warning background editor's question answer").split()
    + ("witness interviewer name status names defendants charges judgment source sources opinion").split()
    + ("analysis summary statement photo caption part").split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "Nur-Sultan (The Steppe Courier/Agencies) –": where it was written, and whom it credits."""

    place: str | None
    credit: tuple[str, ...]
    date: str | None
    block: int
    """Where its paragraph begins in the text."""
    length: int
    """How many characters of the paragraph it takes."""


def opening(paragraph: str, start: int) -> Dateline | None:
    """The dateline with which a paragraph begins, or None. ``start`` is the paragraph's place in the text."""
    found = _OPENING.match(paragraph[:260])
    if found is None or not (looks.SENTENCE_END.search(paragraph) or len(paragraph) > 120):
        return None
    if found["alone"]:
        return _bracketed(found, start)
    bracket, date = found["bracket"], found["date"]
    if bracket and looks.is_date_line(bracket):
        bracket, date = None, date or bracket
    credit = split_names(bracket or found["slashed"] or "")
    if not _is_dateline(found, credit, date, paragraph[found.end() :]):
        return None
    return Dateline(_titled(found["place"]), credit, date, start, found.end())


def _bracketed(found: re.Match[str], start: int) -> Dateline | None:
    """ "(Beirut, April 3, 2021) –" holds a place, "(Steppe Courier) –" an outlet."""
    inner = found["alone"]
    date = re.search(_DAY, inner)
    place = (inner[: date.start()] if date else inner).strip(" ,")
    if is_place(place) or (date and place and place[0].isupper()):
        return Dateline(_titled(place), (), date.group() if date else None, start, found.end())
    credit = split_names(inner)
    if found["dash"].strip() == ":" or not all(_is_creditable(name) for name in credit):
        return None
    return Dateline(None, credit, None, start, found.end())


def _is_creditable(name: str) -> bool:
    return is_agency(name) or name.isupper() or (is_name(name) and " " in name)


def _is_dateline(found: re.Match[str], credit: tuple[str, ...], date: str | None, rest: str) -> bool:
    place = found["place"]
    if place.split()[0].strip(",").casefold() in _NO_PLACES or not _begins_sentence(rest):
        return False
    known = is_known_place(place.split(",")[0]) or is_place(place)
    if found["dash"].strip() == ":":
        if is_country(place) or is_capitals(rest):
            return False
        return known and (place.isupper() or (bool(credit) and all(map(_is_creditable, credit))))
    capitals = place.isupper() and len(place) > 2
    return bool(date or known or credit or capitals) and not _is_aside(rest)


def _begins_sentence(rest: str) -> bool:
    return bool(rest) and not rest[0].islower() and (rest[0].isalnum() or rest[0] in "\"'“‘«„(")


def _is_aside(rest: str) -> bool:
    """Whether a second dash closes what the first one opened: "Osh – A town of traders – was quiet"."""
    return bool(re.match(r"[^.–—]{1,60}\s[–—]\s[a-z]", rest))


def split_names(text: str) -> tuple[str, ...]:
    """ "The Steppe Courier/Agencies" as two names."""
    pieces = re.split(r"\s*/\s*|\s*[,;|]\s+(?:and )?|\s+(?:and|with|&)\s+", text)
    bare = (piece.strip(" .,;:()[]") for piece in pieces)
    return tuple(piece for piece in bare if piece)


def _titled(place: str) -> str:
    """Capitals alone are the wire services' way of writing a town, not its name."""
    return ", ".join(part.title() if part.isupper() and len(part) > 3 else part for part in place.split(", "))
