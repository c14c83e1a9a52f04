"""Who a record says somebody is: "Occupation: tailor until 2011; later shop owner"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from amanat.core.claim import TellerRole, Where
from amanat.core.places import people
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.edtf import date_in
from amanat.core.reading.relatives import read_relatives
from amanat.core.reading.telling import Told
from amanat.core.reading.value import Line, draft_of, place_in, says_nothing

# -- who they are --------------------------------------------------------------------------------------------


def _belonging(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    if not says_nothing(line.value):
        value = re.split(r"\s*[(;]", line.value)[0].strip()
        kind = line.key
        known = people(value)
        if kind == "nationality" and known is not None and known.ethnicity and not known.nationality:
            kind = "ethnicity"
        yield draft_of(line, kind, person, line.start, value, 0.9)


def _birth(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    when = date_in(line.value)
    if when is not None:
        draft = draft_of(
            line, "birth date", person, line.start, re.split(r"\s*[(;]", line.value)[0].strip(), 0.9
        )
        draft.when = when
        yield draft


def _age(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    found = re.match(r"(?:about |approximately |c\. ?)?\d{1,3}\b", line.value)
    if found:
        yield draft_of(line, "age", person, line.start, found.group(), 0.9)


def _occupation(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    for text, at in line.items():
        if says_nothing(text):
            continue
        plain = re.sub(r"^(?:later|formerly|previously|then|before that|earlier)[:,]? ", "", text, flags=re.I)
        plain = re.sub(
            r"\s*(?:\(|\b(?:until|since|from|till|before|after|in)\b (?=\d{4})).*$", "", plain
        ).strip(" ,")
        draft = draft_of(line, "occupation", person, at, plain, 0.85)
        draft.when = date_in(text)
        yield draft


def _residence(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    where = place_in(line.value)
    if where is not None and not says_nothing(line.value):
        draft = draft_of(line, "residence", person, line.start, f"in {where.name}", 0.85)
        draft.where = where
        yield draft


def _health(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    for text, at in line.items():
        if (
            not says_nothing(text)
            and len(text.split()) < 10
            and not re.search(r"\b(?:reported|according)\b", text, re.I)
        ):
            plain = re.sub(
                r"^(?:has|had|suffers?|suffered|suffering|is|was|diagnosed)\b(?: from| with)? ",
                "",
                text,
                flags=re.I,
            )
            draft = draft_of(line, "health", person, at, plain)
            draft.when = date_in(plain)
            yield draft
    yield from _told_of_health(line, person)


_LOST = re.compile(
    r"\b(?:lost|losing) (?:most of |all |part of |much of )?(?:his|her|their) "
    r"(?:eye)?(?:sight|vision|hearing|memory|teeth)\b"
)
_UNTREATED = re.compile(
    r"\b(?:not (?:to )?receiv\w+|denied|without|refused) (?:\w+ )?"
    r"(?P<what>insulin|medicine|medication|treatment|medical care|care)\b"
)


_REPORTED = re.compile(r"\b[Rr]eported by (?:an? |the )?(?P<who>[\w’' -]+?)(?= \(| to |,|$)")


def _told_of_health(line: Line, person: Referent) -> Iterator[Draft]:
    """What a health line reports in an infinitive: "Reported by a cellmate to have lost most of his sight"."""
    for kind, pattern in (("health", _LOST), ("denial of medical care", _UNTREATED)):
        for found in pattern.finditer(line.whole):
            draft = draft_of(line, kind, person, line.start + found.start(), found.group())
            told = _REPORTED.search(line.whole[: found.start()])
            if told is None:
                continue
            draft.told_by = [Told(None, told["who"], TellerRole.WITNESS)]
            draft.beyond = found.start() >= len(line.value)
            yield draft


def _application(line: Line, person: Referent) -> Iterator[Draft]:
    for found in re.finditer(
        r"\b[Aa]pplied for (?P<what>[^.;(]+?)(?: in)? (?P<year>(?:19|20)\d\d)\b", line.whole
    ):
        draft = draft_of(line, "application", person, line.start + found.start(), found["what"])
        draft.when = found["year"]
        draft.beyond = found.start() >= len(line.value)
        yield draft


def _citizenship(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    yield from _belonging(line, person, cast)
    yield from _application(line, person)


def _relatives(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    for text, at in line.items():
        for one in read_relatives(text, person, cast):
            draft = draft_of(line, one.kind, one.who, at + one.start, one.details, 0.8)
            draft.when = date_in(one.details) if one.kind not in ("kinship", "residence") else None
            draft.where = Where(one.place, (), ()) if one.place else None
            yield draft


Reader = Callable[[Line, Referent, Cast], Iterator[Draft]]
READERS: dict[str, Reader] = {
    "ethnicity": _belonging, "nationality": _belonging, "religion": _belonging, "citizenship": _citizenship,
    "birth": _birth, "age": _age, "occupation": _occupation, "residence": _residence, "health": _health,
    "relatives": _relatives,
}  # fmt: skip
