"""Names in a report: every run of capitalised words, and whether it is a person, a place, a body or a people.

A statistical tagger trained on Western news often takes a Kazakh or Burmese name for a place. What decides
here is all the evidence of the whole report together: the tagger's labels are one voice among several (titles,
ages, kin words, verbs that only people do, the gazetteer, forms of the name elsewhere in the report).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from spacy.tokens import Token

from amanat.core.places import lookup, people
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import MONTHS_AND_DAYS, lexicon, person_nouns, words


class Sort(StrEnum):
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    PEOPLE = "people"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """One occurrence: tokens ``first`` to ``last`` (document indices) of a sentence, titles left out."""

    sentence: int
    first: int
    last: int
    text: str
    sort: Sort
    head: int
    """The token that stands for the name in the parse."""


@dataclass
class _Candidate:
    sentence: Sentence
    tokens: list[Token]

    @property
    def text(self) -> str:
        start, end = self.tokens[0].idx, self.tokens[-1].idx + len(self.tokens[-1])
        return str(self.sentence.span.doc.text[start:end])

    @property
    def head(self) -> Token:
        inside = {token.i for token in self.tokens}
        for token in self.tokens:
            if token.head.i not in inside or token.head == token:
                return token
        return self.tokens[-1]


@dataclass
class _Evidence:
    scores: dict[Sort, float] = field(default_factory=lambda: defaultdict(float))

    def best(self) -> Sort:
        if not self.scores:
            return Sort.OTHER
        sort, score = max(self.scores.items(), key=lambda item: item[1])
        return sort if score > 0 else Sort.OTHER


_ENTITY_SORT = {
    "PERSON": Sort.PERSON,
    "GPE": Sort.PLACE,
    "LOC": Sort.PLACE,
    "FAC": Sort.PLACE,
    "ORG": Sort.ORGANISATION,
    "NORP": Sort.PEOPLE,
}
_NEVER = frozenset({"i", "q", "a", "mr", "mrs", "ms", "dr", "allah", "god", "islam", "covid", "internet"})
_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "into"})
_HUMAN_VERBS = frozenset(
    (
        "say tell add explain recall describe believe think hope fear want marry study weep cry remember "
        "die live write speak work teach flee testify learn know graduate born"
    ).split()
)
_HARM_VERBS = frozenset(
    "arrest detain release jail beat torture kill sentence charge question interrogate deport".split()
)


def find_names(sentences: Iterable[Sentence]) -> list[Name]:
    """Every name in the sentences, in order, with its sort decided by the whole report's evidence."""
    candidates = [found for sentence in sentences for found in _candidates(sentence)]
    evidence: dict[str, _Evidence] = defaultdict(_Evidence)
    for candidate in candidates:
        _weigh(candidate, evidence[_key(candidate.text)].scores)
    _short_forms(evidence)
    return [
        Name(
            found.sentence.number,
            found.tokens[0].i,
            found.tokens[-1].i,
            found.text,
            evidence[_key(found.text)].best(),
            found.head.i,
        )
        for found in candidates
    ]


def _key(text: str) -> str:
    return text.casefold()


def _candidates(sentence: Sentence) -> Iterator[_Candidate]:
    run: list[Token] = []
    tokens = list(sentence.tokens())
    for position, token in enumerate(tokens):
        if (_is_capital(token, first=position == 0) and not _breaks(run, token)) or (
            run and _connects(run, token, tokens[position + 1] if position + 1 < len(tokens) else None)
        ):
            run.append(token)
        else:
            yield from _finished(sentence, run)
            run = [token] if _is_capital(token, first=position == 0) else []
    yield from _finished(sentence, run)


def _is_capital(token: Token, *, first: bool) -> bool:
    text = token.text
    if not text[0].isupper() or text.casefold() in _NEVER or text.casefold() in MONTHS_AND_DAYS:
        return False
    if token.pos_ == "PROPN" or token.ent_type_ in _ENTITY_SORT:
        return True
    if first or _shouting(token):
        return False
    return token.pos_ in ("NOUN", "ADJ", "VERB", "X") and len(text) > 1


def _shouting(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 5


def _breaks(run: list[Token], token: Token) -> bool:
    """A new tagged entity directly after another of a different sort begins a name of its own."""
    if not run or not token.ent_type_:
        return False
    last = run[-1]
    differs = last.ent_type_ != token.ent_type_ and last.ent_type_ in ("GPE", "NORP", "PERSON")
    return (
        token.ent_iob_ == "B"
        and differs
        and token.ent_type_ in ("PERSON", "GPE", "NORP")
        and last.i + 1 == token.i
    )


def _connects(run: list[Token], token: Token, following: Token | None) -> bool:
    if following is None or not following.text[:1].isupper() or following.text.casefold() in MONTHS_AND_DAYS:
        return False
    if token.text in ("-", "‑") and not run[-1].whitespace_ and not token.whitespace_:
        return True
    if token.text == "." and len(run[-1].text) == 1:
        return True
    if token.text.casefold() in ("of", "for") and _is_body_word(run[-1].text):
        return following.pos_ == "PROPN"
    return (
        token.text in words("people", "particles")
        and len(run[-1].text) > 1
        and token.pos_ != "CCONJ"
        and (token.text not in ("a", "de", "la", "le", "y", "e") or following.ent_type_ == "PERSON")
    )


def _is_body_word(word: str) -> bool:
    return word.casefold() in words("people", "organisation_names") or word.casefold() in (
        "university",
        "republic",
    )


def _finished(sentence: Sentence, run: list[Token]) -> Iterator[_Candidate]:
    while run and (run[0].text.casefold().rstrip(".") in words("people", "titles") and len(run) > 1):
        run = run[1:] if run[1].text != "." else run[2:]
    while run and not run[-1].text[-1].isalnum():
        run = run[:-1]
    if run and any(token.is_alpha for token in run):
        yield from _split_people(sentence, run)


def _split_people(sentence: Sentence, run: list[Token]) -> Iterator[_Candidate]:
    """ "Kazakh Aygul Serikbay" is a people and a person; "Uyghur Human Rights Office" stays whole."""
    if all(people(token.text) for token in run):
        yield _Candidate(sentence, run)
        return
    leading = people(run[0].text)
    rest_is_body = any(_is_body_word(token.text) or _is_facility_word(token.text) for token in run)
    if leading and len(run) > 1 and not rest_is_body and not people(run[1].text):
        yield _Candidate(sentence, run[:1])
        run = run[1:]
    yield _Candidate(sentence, run)


def _is_facility_word(word: str) -> bool:
    return word.casefold() in words("people", "facility_names")


def _weigh(candidate: _Candidate, scores: dict[Sort, float]) -> None:
    tokens, head, text = candidate.tokens, candidate.head, candidate.text
    label = _ENTITY_SORT.get(head.ent_type_)
    if label is not None:
        scores[label] += 2
    _weigh_words(tokens, text, scores)
    _weigh_before(tokens[0], scores)
    _weigh_after(tokens[-1], scores)
    _weigh_role(head, scores)


def _weigh_words(tokens: list[Token], text: str, scores: dict[Sort, float]) -> None:
    folded = [token.text.casefold() for token in tokens]
    if any(word in words("people", "organisation_names") for word in folded):
        scores[Sort.ORGANISATION] += 7
    if folded[-1] in words("people", "facility_names") and len(folded) > 1:
        scores[Sort.PLACE] += 8
    if len(tokens) == 1 and text.isupper() and 2 <= len(text) <= 6:
        scores[Sort.ORGANISATION] += 3
    if all(people(token.text) for token in tokens) and not lookup(text):
        scores[Sort.PEOPLE] += 9
    elif lookup(text):
        scores[Sort.PLACE] += 6 if len(tokens) == 1 or folded[-1] not in words("people", "person") else 2
    if 2 <= sum(token.is_alpha for token in tokens) <= 4:
        scores[Sort.PERSON] += 1
    if len(folded[-1]) > 5 and folded[-1].endswith(_PATRONYMIC):
        scores[Sort.PERSON] += 2


_PATRONYMIC = tuple(
    ending
    for entry in ("female_endings", "male_endings")
    for ending in lexicon("people")[entry]
    if len(ending) > 3
)


def _weigh_before(first: Token, scores: dict[Sort, float]) -> None:
    if first.i == 0:
        return
    before = first.nbor(-1)
    if before.text == "." and before.i > 0:
        before = before.nbor(-1)
    word = before.text.casefold().rstrip(".")
    if word in words("people", "titles") and before.text[0].isupper():
        scores[Sort.PERSON] += 8
    elif word in ("named", "called") and before.head.pos_ != "AUX":
        scores[Sort.PERSON] += 6 if _names_person(before) else 0
    elif before.lemma_ in words("people", "kin"):
        scores[Sort.PERSON] += 5
    elif before.pos_ == "NOUN" and before.lemma_ in person_nouns():
        scores[Sort.PERSON] += 4
    elif word in _PLACE_PREPOSITIONS and before.pos_ == "ADP":
        scores[Sort.PLACE] += 2


def _names_person(participle: Token) -> bool:
    return participle.head.lemma_.casefold() in person_nouns() or participle.head.pos_ == "PRON"


def _weigh_after(last: Token, scores: dict[Sort, float]) -> None:
    doc = last.doc
    rest = doc[last.i + 1 : last.i + 5].text
    if _AGE_AFTER.match(rest):
        scores[Sort.PERSON] += 8
    for token in last.children if last.dep_ != "compound" else last.head.children:
        if token.dep_ == "appos" and token.lemma_ in person_nouns():
            scores[Sort.PERSON] += 5


_AGE_AFTER = re.compile(r",? ?\(?(aged )?\d{1,2}\b(,|\)|-year| years| and | was | is |\.|$)")


def _weigh_role(head: Token, scores: dict[Sort, float]) -> None:
    verb = head.head
    if head.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in _HUMAN_VERBS:
        scores[Sort.PERSON] += 1.5
    if head.dep_ in ("nsubjpass", "dobj") and verb.lemma_ in _HARM_VERBS:
        scores[Sort.PERSON] += 3
    if head.dep_ == "appos" and verb.lemma_ in person_nouns():
        scores[Sort.PERSON] += 4
    if head.dep_ == "attr" and any(child.lemma_ == "name" for child in verb.children):
        scores[Sort.PERSON] += 6


def _short_forms(evidence: dict[str, _Evidence]) -> None:
    """A single word that is part of a person's longer name in the same report is that person's name too."""
    full = [
        key
        for key, found in evidence.items()
        if found.best() is Sort.PERSON and len(re.split(r"[\s-]", key)) > 1
    ]
    parts = {part for key in full for part in key.split() if len(part) > 2}
    for key, found in evidence.items():
        if key in parts and not (found.scores[Sort.ORGANISATION] > 6 or lookup(key.title())):
            found.scores[Sort.PERSON] += 8
