"""What each line of a record claims: "Detained: 2017-05, first time (released after 12 days)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from amanat.core.claim import Modality, TellerRole, Where
from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import Absolute
from amanat.core.places import people
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.relatives import read_relatives
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.telling import Told
from amanat.core.reading.where import Places, read_chain
from amanat.core.reading.wordlists import lexicon, words


@dataclass(frozen=True)
class Line:
    """``key`` is the lexicon's; ``value`` is the line's text up to its first full stop, which begins at
    ``start`` of the paragraph; ``whole`` is all of it."""

    key: str
    value: str
    whole: str
    start: int
    sentence: Sentence

    def items(self) -> Iterator[tuple[str, int]]:
        """The value's parts between semicolons, each with its start in the paragraph."""
        for part in re.finditer(r"[^;；]+", self.value):
            text = part.group().strip()
            if text:
                yield text, self.start + part.start() + part.group().index(text)

    def token(self, at: int) -> Token:
        """The token at a place of the paragraph; the sentence's first where the parser cut it off."""
        doc = self.sentence.span.doc
        return next((token for token in doc if at < token.idx + len(token)), self.sentence.span[0])


_Reader = Callable[[Line, Referent, Cast, Places], Iterator[Draft]]


def readers() -> dict[str, _Reader]:
    return _READERS


def date_in(text: str) -> str | None:
    """EDTF of the first full date in ``text``; "2017-05" counts."""
    iso = re.search(r"(?<![\d-])(\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-])", text)
    told = next((one for one in find_dates(text) if isinstance(one.value, Absolute)), None)
    if told is not None and isinstance(told.value, Absolute) and (iso is None or told.start <= iso.start()):
        return told.value.edtf
    if iso is not None:
        return iso.group(1)
    year = re.search(r"(?<![\d-])(?:19|20)\d\d(?![\d-])", text)
    return year.group() if year is not None else None


def _draft(
    line: Line, kind: str, person: Referent, at: int, details: str | None, confidence: float = 0.8
) -> Draft:
    return Draft(kind, line.sentence, line.token(at), [person], details=details, confidence=confidence)


def _unknown(text: str) -> bool:
    return text.casefold().strip(" .") in words("records", "nothing") or not re.search(r"\w", text)


# -- who they are --------------------------------------------------------------------------------------------


def _belonging(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    if not _unknown(line.value):
        value = re.split(r"\s*[(;]", line.value)[0].strip()
        kind = line.key
        known = people(value)
        if kind == "nationality" and known is not None and known.ethnicity and not known.nationality:
            kind = "ethnicity"
        yield _draft(line, kind, person, line.start, value, 0.9)


def _birth(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    when = date_in(line.value)
    if when is not None:
        draft = _draft(
            line, "birth date", person, line.start, re.split(r"\s*[(;]", line.value)[0].strip(), 0.9
        )
        draft.when = when
        yield draft


def _age(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    found = re.match(r"(?:about |approximately |c\. ?)?\d{1,3}\b", line.value)
    if found:
        yield _draft(line, "age", person, line.start, found.group(), 0.9)


def _occupation(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    for text, at in line.items():
        if _unknown(text):
            continue
        plain = re.sub(r"^(?:later|formerly|previously|then|before that|earlier)[:,]? ", "", text, flags=re.I)
        plain = re.sub(
            r"\s*(?:\(|\b(?:until|since|from|till|before|after|in)\b (?=\d{4})).*$", "", plain
        ).strip(" ,")
        draft = _draft(line, "occupation", person, at, plain, 0.85)
        draft.when = date_in(text)
        yield draft


def _residence(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    where = _where(line.value)
    if where is not None and not _unknown(line.value):
        draft = _draft(line, "residence", person, line.start, f"in {where.name}", 0.85)
        draft.where = where
        yield draft


def _where(text: str) -> Where | None:
    chain = read_chain(text, 0)
    if chain is None or not chain.places:
        return None
    inner, *outer = chain.places
    return Where(inner.name, inner.also, tuple(outer))


def _health(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    for text, at in line.items():
        if (
            not _unknown(text)
            and len(text.split()) < 10
            and not re.search(r"\b(?:reported|according)\b", text, re.I)
        ):
            yield _draft(line, "health", person, at, text)
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
    """The rest of a health line, whose sentences leave their subject out."""
    for kind, pattern in (("health", _LOST), ("denial of medical care", _UNTREATED)):
        for found in pattern.finditer(line.whole):
            draft = _draft(line, kind, person, line.start + found.start(), found.group())
            told = _REPORTED.search(line.whole[: found.start()])
            draft.told_by = [Told(None, told["who"], TellerRole.WITNESS)] if told is not None else []
            yield draft


# -- what was done to them -----------------------------------------------------------------------------------


def _status(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    for kind, forms in lexicon("records")["statuses"].items():
        found = re.match(rf"(?:{'|'.join(forms)})\b", line.value, re.I)
        if found:
            yield _draft(line, kind, person, line.start, found.group(), 0.75)
            return


def _detained(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    for text, at in line.items():
        outside = re.sub(r"\([^)]*\)", "", text)
        when = date_in(outside)
        if when is not None:
            draft = _draft(line, "detention", person, at, outside.strip(), 0.9)
            draft.when = when
            yield draft
        for freed in re.finditer(r"\breleased\b[^;)]*", text):
            release = _draft(line, "release", person, at + freed.start(), freed.group().strip(), 0.85)
            release.when = date_in(freed.group())
            yield release


def _released(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    when = date_in(line.value)
    if when is not None:
        draft = _draft(line, "release", person, line.start, line.value, 0.85)
        draft.when = when
        yield draft


def _held_at(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    """Each place in turn: 'from early 2018 "No. 2 training centre" at Qum', "since 2019 thought to be in a prison"."""
    for text, at in line.items():
        where = None if _unknown(text) else _facility(text)
        if where is None:
            continue
        draft = _draft(line, "detention", person, at, text, 0.8)
        draft.where, draft.when = where, date_in(text)
        if re.search(
            r"\b(?:thought|believed|probably|possibly|presumably|reportedly|likely|perhaps|may)\b", text, re.I
        ):
            draft.modality = Modality.POSSIBLE
        yield draft


_LEADING = re.compile(
    r"^(?:(?:from|since|until|in|after|before|by) (?:early |mid[- ]?|late |the )*(?:\w+ )?\d{4}(?:-\d\d)*,? ?|"
    r"now |later |first |then |"
    r"(?:thought|believed|said|reported|known) to be |probably |possibly |held |"
    r"is |was |in (?:an? |the )?|at (?:an? |the )?|an? |the )+",
    re.I,
)


def _facility(text: str) -> Where | None:
    plain = _LEADING.sub("", text).strip()
    inner, joint, outer = _split(plain)
    name = inner.strip(" \"'“”«»,")
    if not name:
        return None
    chain = read_chain(outer, 0) if joint else None
    return Where(name, (), tuple(chain.places) if chain is not None else ())


def _split(text: str) -> tuple[str, str, str]:
    found = re.search(r",? (?:at|in|near) (?=[A-Z])|, (?=[A-Z])", text)
    return (text[: found.start()], found.group(), text[found.end() :]) if found else (text, "", "")


def _reason(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    for text, at in line.items():
        trip = re.match(
            r"(?:trip|travel|travelled|visit|journey) to (?P<place>[A-Z][\w ]+?)(?= (?:in|on|from)\b|$|,)",
            text,
            re.I,
        )
        if trip:
            draft = _draft(line, "travel", person, at, text)
            draft.where, draft.when = Where(trip["place"], (), ()), date_in(text)
            yield draft
        elif not _unknown(text):
            yield _draft(line, "accusation", person, at, text.strip('"“”'), 0.75)


def _sentence(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    found = re.search(
        r"\b(?:\d{1,2}|life|death|\w+) (?:years?|months?|imprisonment|sentence)\b[^.;(]*|^life\b|^death\b",
        line.value,
        re.I,
    )
    if found:
        yield _draft(line, "sentence", person, line.start, found.group().strip(), 0.9)


def _application(line: Line, person: Referent) -> Iterator[Draft]:
    for found in re.finditer(
        r"\b[Aa]pplied for (?P<what>[^.;(]+?)(?: in)? (?P<year>(?:19|20)\d\d)\b", line.whole
    ):
        draft = _draft(line, "application", person, line.start + found.start(), found["what"])
        draft.when = found["year"]
        yield draft


def _citizenship(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    yield from _belonging(line, person, cast, places)
    yield from _application(line, person)


def _relatives(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    for text, at in line.items():
        for one in read_relatives(text, person, cast):
            draft = _draft(line, one.kind, one.who, at + one.start, one.details, 0.8)
            draft.when = date_in(one.details) if one.kind not in ("kinship", "residence") else None
            draft.where = Where(one.place, (), ()) if one.place else None
            yield draft


_READERS: dict[str, _Reader] = {
    "ethnicity": _belonging, "nationality": _belonging, "religion": _belonging, "citizenship": _citizenship,
    "birth": _birth, "age": _age, "occupation": _occupation, "residence": _residence, "health": _health,
    "status": _status, "detained": _detained, "released": _released, "places": _held_at, "reason": _reason,
    "sentence": _sentence, "relatives": _relatives,
}  # fmt: skip
