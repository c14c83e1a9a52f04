"""Entries of lists as drafts: "Timur Ganeyev (b. 1979), electrician, from Osh: five years, Art. 282"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanat.core.claim import Where
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.fields import Field
from amanat.core.reading.heading import Beside, Entry
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.terms import read_terms
from amanat.core.reading.traits import read_trait, sex_of
from amanat.core.reading.where import read_chain


def entry_drafts(sentence: Sentence, entry: Entry, cast: Cast) -> Iterator[Draft]:
    """What stands beside each name, then what holds for everybody named, then the term of each."""
    about = sentence.piece.about if sentence.piece is not None else None
    persons = cast.listed(about) if about is not None else []
    if len(persons) != len(entry.heads):
        return
    field = sentence.piece.field if sentence.piece is not None else None
    if field is not None and field.key == "kin":
        yield from _kin(sentence, entry, persons, field, cast)
    last = entry.heads[-1]
    shared = len(persons) > 1 and any(" and " in trait.text for trait in last.traits)
    for head, person in zip(entry.heads, persons, strict=True):
        if not (shared and head is last):
            yield from _traits(sentence, head.traits, [person], head.start)
    if shared:
        yield from _traits(sentence, last.traits, persons, entry.heads[0].start)
    if any(head.kin for head in entry.heads):
        kin = next(head.kin for head in entry.heads if head.kin)
        yield _draft(sentence, "kinship", persons, entry.heads[0].start, last.start + len(last.name), kin)
    yield from _traits(sentence, entry.traits, persons, None)
    yield from _terms(sentence, entry, persons)


def portrait_drafts(sentence: Sentence, witness: Referent) -> Iterator[Draft]:
    """What the masthead of a testimony says of its witness: "female, b. 1997, Kenyan"."""
    parts = re.finditer(r"[^,;]+", sentence.text)
    begins = sentence.span.start_char
    traits = tuple(Beside(part.group().strip(), _first(part) + begins) for part in parts)
    yield from _traits(sentence, traits, [witness], None)


def _first(part: re.Match[str]) -> int:
    """Where the words begin after the comma's space."""
    return part.end() - len(part.group().lstrip())


def _kin(
    sentence: Sentence, entry: Entry, persons: list[Referent], field: Field, cast: Cast
) -> Iterator[Draft]:
    """ "Wife: Abrehet": whose kin each person named is."""
    owners = cast.listed(field.subject) if field.subject.names else []
    noun = field.label.casefold().strip(" :*")
    noun = "child" if noun == "children" else noun.removesuffix("s")
    for head, person in zip(entry.heads, persons, strict=True):
        if owners and person is not owners[0]:
            person.owner, person.noun = owners[0], person.noun or noun
            details = f"{noun} of {owners[0].label}"
            yield _draft(sentence, "kinship", [person], head.start, head.start + len(head.name), details)


def _traits(
    sentence: Sentence, traits: tuple[Beside, ...], who: list[Referent], start: int | None
) -> Iterator[Draft]:
    """The passage runs from the name to the trait, where ``start`` is given."""
    for number, trait in enumerate(traits):
        sex = sex_of(trait.text)
        if sex is not None:
            for person in who:
                person.gender = sex
        for one in read_trait(trait.text, last=number == len(traits) - 1):
            end = trait.start + len(trait.text)
            draft = _draft(sentence, one.kind, who, trait.start if start is None else start, end, one.details)
            draft.when = one.when
            draft.where = _where(one.place) if one.place is not None else None
            if one.kind != "residence" or draft.where is not None:
                yield draft


def _where(text: str) -> Where | None:
    chain = read_chain(text, 0)
    if chain is None or not chain.places:
        return None
    inner, *outer = chain.places
    return Where(inner.name, inner.also, tuple(outer))


def _terms(sentence: Sentence, entry: Entry, who: list[Referent]) -> Iterator[Draft]:
    told = str(sentence.span.doc.text)[entry.tail :]
    for term in read_terms(told):
        start = entry.tail + term.start if term.kind == "fine" else entry.heads[0].start
        yield _draft(sentence, term.kind, who, start, entry.tail + term.end, term.details)


def _draft(sentence: Sentence, kind: str, who: list[Referent], start: int, end: int, details: str) -> Draft:
    doc = sentence.span.doc
    token = next((one for one in doc if start < one.idx + len(one)), doc[0])
    draft = Draft(kind, sentence, token, list(who), details=details, confidence=0.85)
    draft.span = (sentence.offset + start, sentence.offset + end)
    draft.timeless = True
    return draft
