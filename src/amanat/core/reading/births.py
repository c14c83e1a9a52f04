"""Dates of birth: "born on 3 May 1981", "(b. 1984)", "1977 year of birth". ``when`` is the date itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import Absolute
from amanat.core.reading.beside import heads_the_list
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import individual, joined_before, token_at, token_before

_YEAR = re.compile(r"\b(?:18[5-9]\d|19\d\d|20[0-2]\d)\b")
_BORN = re.compile(
    r"\bborn\b(?P<gap>[^.;:()]{0,60}?)\s*"
    r"(?=(?:on |in |about |around )?\d|\b(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b)"
)
_BRACKET = re.compile(
    r"[(,]\s*(?i:b\.|born|born in|born on|geb\.|né|née|date of birth:?|d\.?o\.?b\.?:?|year of birth:?)\s*"
    r"(?P<dates>[^();]{4,40}?)[,);]"
)
_YEAR_ALONE = re.compile(r"(?<=\w) \((?P<year>19[2-9]\d|200[0-6])\)(?=[,;:]| and\b|$)")
_FIRST = re.compile(r"^[“\"]?Born\b(?P<gap>[^.;:()]{0,40}?)\s*(?:on |in )?(?P<date>[^,;]*\d{4}), ")
_YEAR_OF_BIRTH = re.compile(r"(?P<year>\d{4}) (?:year of birth|born)\b|\byear of birth:? (?P<after>\d{4})")


def find_births(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    taken: set[int] = set()
    for rule in (_in_brackets, _by_the_verb, _by_the_year, _at_the_head):
        for draft in rule(sentence, cast):
            if id(draft.who[0]) not in taken:
                taken.add(id(draft.who[0]))
                yield draft


def _in_brackets(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    """ "Dilnoza (b. 1984)"; "Akmal and Temur (b. 1988 and 1993)" gives each their own."""
    for found in _BRACKET.finditer(sentence.text):
        before = token_before(sentence, found.start())
        token = token_at(sentence, found.start("dates"))
        if before is None or token is None:
            continue
        persons = joined_before(sentence, before, cast)
        last = individual(before, cast)
        years = _YEAR.findall(found["dates"])
        if 1 < len(years) <= len(persons):
            for person, year in zip(persons[-len(years) :], years, strict=True):
                yield _birth(sentence, token, person, year, year)
        elif last is not None and len(years) == 1:
            yield _birth(sentence, token, last, _edtf(found["dates"]) or years[0], found["dates"])


def _by_the_verb(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    """ "was born in Homs in 1985", "Ruta, born on 5 June 1990,"."""
    for found in _BORN.finditer(sentence.text):
        verb = token_at(sentence, found.start())
        date = _edtf(sentence.text[found.end() : found.end() + 40])
        if verb is None or date is None or re.search(r"\b(?:and|who|but|was|were|had)\b", found["gap"]):
            continue
        person = (
            individual(_born(verb), cast)
            or individual(token_before(sentence, found.start()), cast)
            or heads_the_list(sentence, verb.i, cast)
        )
        if person is not None:
            yield _birth(
                sentence,
                verb,
                person,
                date,
                sentence.text[found.start() : found.end()] + _words(sentence, found.end()),
            )


def _born(verb: Token) -> Token | None:
    """The subject; of "is a national of Chad, born on 3 May 1980", what "is" has."""
    holder = subject(verb)
    while holder is not None and holder.dep_ in ("pobj", "prep") and holder.head != holder:
        holder = holder.head
    return subject(holder.head) if holder is not None and holder.dep_ == "attr" else subject(verb)


def _by_the_year(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    for found in _YEAR_ALONE.finditer(sentence.text):
        before = token_before(sentence, found.start())
        name = cast.name_at(before) if before is not None else None
        one = individual(before, cast) if name is not None and name.sort is Sort.PERSON else None
        token = token_at(sentence, found.start("year"))
        if token is not None and one is not None:
            yield _birth(sentence, token, one, found["year"], found["year"])
    for found in _YEAR_OF_BIRTH.finditer(sentence.text):
        token = token_at(sentence, found.start())
        person = individual(token_before(sentence, found.start()), cast)
        year = found["year"] or found["after"]
        if token is not None and person is not None and _YEAR.fullmatch(year):
            yield _birth(sentence, token, person, year, found.group())


def _at_the_head(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    """ "Born in Van in 1981, Emre Duman studied law"."""
    found = _FIRST.match(sentence.text)
    person = individual(token_at(sentence, found.end()), cast) if found is not None else None
    token = token_at(sentence, 0)
    years = _YEAR.findall(found.group()) if found is not None else []
    if found is not None and person is not None and token is not None and len(years) == 1:
        date = next((_edtf(found.group()[at:]) for at in _starts(found.group())), None) or years[0]
        yield _birth(sentence, token, person, date, found.group().strip(" ,"))


def _starts(text: str) -> list[int]:
    """Where a date may begin: after each "on" and "in"."""
    return [word.end() for word in re.finditer(r"\b(?:on|in) (?=\d|[A-Z])", text)][::-1]


def _words(sentence: Sentence, start: int) -> str:
    first = next(iter(find_dates(sentence.text[start : start + 40])), None)
    return sentence.text[start : start + first.end] if first is not None else ""


def _edtf(text: str) -> str | None:
    """The one date a stretch begins with, where its year is told; a bare year counts."""
    first = next(iter(find_dates(text)), None)
    if first is not None and first.start < 12 and isinstance(first.value, Absolute):
        return first.value.edtf
    year = _YEAR.search(text)
    return year.group() if year is not None and year.start() < 12 else None


def _birth(sentence: Sentence, token: Token, person: Referent, date: str, words: str) -> Draft:
    return Draft(
        "birth date",
        sentence,
        token,
        [person],
        when=date,
        details=words.strip(),
        confidence=0.9,
        timeless=True,
    )
