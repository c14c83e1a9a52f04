"""What a record says was done to somebody: "Detained: 2017-05, first time (released after 12 days)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanat.core.claim import Modality, Where
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.edtf import date_in
from amanat.core.reading.names import Sort
from amanat.core.reading.record_lines import Reader
from amanat.core.reading.terms import read_terms
from amanat.core.reading.value import Line, draft_of, place_in, says_nothing
from amanat.core.reading.where import read_chain
from amanat.core.reading.wordlists import MONTHS_AND_DAYS, lexicon


def _status(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    """How somebody stands: "detained", "released on bail (May 2020)", "serving a six-year sentence"."""
    for kind, forms in lexicon("records")["statuses"].items():
        found = re.match(rf"(?:{'|'.join(forms)})\b", line.value, re.I)
        if found:
            draft = draft_of(line, kind, person, line.start, line.value, 0.75)
            draft.when = date_in(line.value)
            yield draft
            return


def _detained(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    for text, at in line.items():
        outside = re.sub(r"\([^)]*\)", "", text)
        when = date_in(outside)
        if when is not None:
            draft = draft_of(line, "detention", person, at, outside.strip(), 0.9)
            draft.when = _from_then_on(when, line.label)
            draft.where = _place_told(outside)
            yield draft
        for freed in re.finditer(r"\breleased\b[^;)]*", text):
            release = draft_of(line, "release", person, at + freed.start(), freed.group().strip(), 0.85)
            release.when = date_in(freed.group())
            yield release


def _from_then_on(when: str, label: str) -> str:
    """ "In custody since: May 2020" is told as a beginning."""
    return f"{when}/.." if label.casefold().rstrip(": ").endswith("since") and "/" not in when else when


def _place_told(text: str) -> Where | None:
    """ "12 May 2019, in Hotan", "Asmara, 19 January 2012"."""
    found = re.search(r"\b(?:in|at|near)(?: the)? (?=[A-ZÀ-Þ])", text)
    where = place_in(text[found.end() :]) if found else None
    return (
        where
        if where is not None and not date_in(where.name) and where.name.casefold() not in MONTHS_AND_DAYS
        else None
    )


def _dated(kind: str, confidence: float = 0.85) -> Reader:
    """A key that itself tells of the act, with its date for value."""

    def read(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
        when = date_in(line.value)
        if when is not None:
            draft = draft_of(line, kind, person, line.start, line.value, confidence)
            draft.when, draft.where = when, _place_told(line.value)
            yield draft

    return read


def _by(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    """ "Arrested by: State Security": an arrest, and whose."""
    if (
        says_nothing(line.value)
        or "perpetrator" in line.label.casefold()
        or "submit" in line.label.casefold()
    ):
        return
    who = re.split(r"\s*[(;]| in plain clothes| in uniform", line.value)[0].strip(" ,.")
    taken = re.search(r"arrest|detain|abduct|taken|took|captur", line.label, re.I)
    if who and taken:
        draft = draft_of(line, "detention", person, line.start, line.value, 0.75)
        draft.by = [Referent(Sort.ORGANISATION, description=who)]
        yield draft


def _arrest_place(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    where = place_in(line.value)
    if where is not None and not says_nothing(line.value):
        draft = draft_of(line, "detention", person, line.start, line.value, 0.75)
        draft.where = where
        yield draft


def _held_at(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    """Each place in turn: 'from early 2018 "No. 2 training centre" at Qum', "since 2019 thought to be in a prison"."""
    if re.match(r"(?:not known|unknown|undisclosed|unclear|not disclosed)\b", line.value, re.I):
        if re.search(r"whereabouts|location", line.label, re.I):
            draft = draft_of(line, "enforced disappearance", person, line.start, line.value, 0.7)
            draft.when = date_in(line.value)
            yield draft
        return
    for text, at in line.items():
        where = None if says_nothing(text) else _facility(text)
        if where is None:
            continue
        draft = draft_of(line, "detention", person, at, text, 0.8)
        draft.where, draft.when = where, date_in(text)
        if re.search(
            r"\b(?:unconfirmed|thought|believed|probably|possibly|presumably|reportedly|likely|perhaps|may)\b",
            text,
            re.I,
        ):
            draft.modality = Modality.POSSIBLE
        yield draft


_LEADING = re.compile(
    r"^(?:(?:from|since|until|in|after|before|by) (?:early |mid[- ]?|late |the )*(?:\w+ )?\d{4}(?:-\d\d)*,? ?|"
    r"now |later |(?-i:first )|then |"
    r"(?:thought|believed|said|reported|known) to be |probably |possibly |held |"
    r"is |was |in (?:an? |the )?|at (?:an? |the )?|an? |the )+",
    re.I,
)


def _facility(text: str) -> Where | None:
    plain = _LEADING.sub("", re.sub(r"\s*\([^)]*\d[^)]*\)", "", text)).strip()
    inner, joint, outer = _split(plain)
    name = inner.strip(" \"'“”«»,")
    if not name:
        return None
    chain = read_chain(outer, 0) if joint else None
    return Where(name, (), tuple(chain.places) if chain is not None else ())


def _split(text: str) -> tuple[str, str, str]:
    found = re.search(r",? (?:at|in|near) (?=[A-Z])|, (?=[A-Z])", text)
    return (text[: found.start()], found.group(), text[found.end() :]) if found else (text, "", "")


def _reason(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    for text, at in line.items():
        trip = re.match(
            r"(?:trip|travel|travelled|visit|journey) to (?P<place>[A-Z][\w ]+?)(?= (?:in|on|from)\b|$|,)",
            text,
            re.I,
        )
        if trip:
            draft = draft_of(line, "travel", person, at, text)
            draft.where, draft.when = Where(trip["place"], (), ()), date_in(text)
            yield draft
        elif not says_nothing(text):
            yield draft_of(line, "accusation", person, at, text.strip('"“”'), 0.75)


def _charge(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    if not says_nothing(line.value):
        yield draft_of(line, "prosecution", person, line.start, line.value, 0.8)


def _sentence(line: Line, person: Referent, cast: Cast) -> Iterator[Draft]:
    """Terms, fines and releases of a verdict, each for whom it names: "Tiep 3 years; two women 18 months each"."""
    for term in read_terms(line.value):
        who = _sentenced(term.before, cast) or [person]
        draft = draft_of(line, term.kind, person, line.start + term.start, term.details, 0.9)
        draft.who = who
        if term.before or ";" in line.value:
            start = line.sentence.offset + line.start
            draft.span = (start + term.start, start + term.end)
        yield draft


def _sentenced(before: str, cast: Cast) -> list[Referent]:
    """Whom the words before a term name: a person of the report, or a number of people."""
    plain = re.sub(
        r"\s*(?::|,|\b(?:was|were|got|received|given|sentenced to|to|for|a|an)\b)*\s*$", "", before
    ).strip()
    known = cast.named(plain) if plain else None
    if known is not None:
        return [known]
    if re.match(
        r"(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|others?|another|one|both|all)\b",
        plain,
        re.I,
    ):
        return [Referent(Sort.PEOPLE, description=plain, many=True)]
    return []


ACTS: dict[str, Reader] = {
    "status": _status, "detained": _detained, "released": _dated("release"), "places": _held_at,
    "reason": _reason, "sentence": _sentence, "charge": _charge, "by": _by, "arrest_place": _arrest_place,
    "disappeared": _dated("enforced disappearance"), "died": _dated("killing", 0.6),
}  # fmt: skip
