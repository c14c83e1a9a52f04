"""Names in a report: every run of capitalised words, and whether it is a person, a place, a body or a people.

A statistical tagger trained on Western news often takes a Kazakh or Burmese name for a place. What decides
here is all the evidence of the whole report together: the tagger's labels are one voice among several (titles,
ages, kin words, verbs that only people do, the gazetteer, forms of the name elsewhere in the report).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from spacy.tokens import Token

from amanat.core.places import lookup, people
from amanat.core.reading.runs import Candidate, find_runs, is_body_word, is_initials
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import lexicon, person_nouns, words


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
class _Evidence:
    within: int = 0
    """How often it stands after "in" or "near", as a place does."""
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
_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "into"})
_PLACES_OF = frozenset(
    "resident town city village district region province county capital outskirt suburb port camp hamlet island prison "
    "jail department municipality crossing airport checkpoint valley river governorate settlement colony locality "
    "commune canton oasis street area region town municipality quarter".split()
)
_HUMAN_VERBS = frozenset(
    (
        "say tell add explain recall describe believe think hope fear want marry study weep cry remember "
        "die live write speak work teach flee testify learn know graduate born disappear vanish escape confess plead "
        "serve faint vomit whisper insist deny"
    ).split()
)
_HARM_VERBS = frozenset(
    (
        "arrest detain release jail beat torture kill sentence charge question interrogate deport abduct kidnap "
        "shoot rape imprison convict acquit execute free pardon extradite fine summon blindfold handcuff murder "
        "disappear bury injure wound hang slap kick remand indict prosecute"
    ).split()
)


def find_names(sentences: Iterable[Sentence]) -> list[Name]:
    """Every name in the sentences, in order, with its sort decided by the whole report's evidence; whom a record or
    a list names is a person."""
    sentences = list(sentences)
    candidates = find_runs(sentences)
    evidence: dict[str, _Evidence] = defaultdict(_Evidence)
    for candidate in candidates:
        found = evidence[_key(candidate.text)]
        _weigh(candidate, found.scores)
        found.within += _is_within(candidate.tokens[0])
    for candidate in candidates:
        piece = candidate.sentence.piece
        if piece is not None and piece.value and piece.field is not None and piece.field.key in _PLACED:
            evidence[_key(candidate.text)].scores[Sort.PLACE] += 8
    for name in _listed(sentences):
        evidence[_key(name)].scores[Sort.PERSON] += 20
    _short_forms(evidence)
    candidates = _with_openings(sentences, candidates, evidence)
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


_PLACED = frozenset(("residence", "places", "arrest_place", "detained", "disappeared", "birth", "died"))
"""Keys of a record under which names are of places."""


def _listed(sentences: list[Sentence]) -> set[str]:
    subjects = {sentence.piece.about for sentence in sentences if sentence.piece is not None}
    return {name for one in subjects if one is not None for each in one.everybody for name in each.names}


def _with_openings(
    sentences: list[Sentence], candidates: list[Candidate], evidence: dict[str, _Evidence]
) -> list[Candidate]:
    """The candidates, and persons' names that only a sentence's beginning hid: "Denys wasn't with us", where the
    report has spoken of "a boy, Denys," before."""
    persons = {
        one.text
        for one in candidates
        if len(one.tokens) == 1 and evidence[_key(one.text)].best() is Sort.PERSON
    }
    taken = {(one.sentence.number, token.i) for one in candidates for token in one.tokens}
    found = [
        Candidate(sentence, [token])
        for sentence in sentences
        for token in sentence.tokens()
        if token.text in persons and token.is_alpha and (sentence.number, token.i) not in taken
    ]
    return sorted([*candidates, *found], key=lambda one: (one.sentence.number, one.tokens[0].i))


def _key(text: str) -> str:
    return text.casefold()


def _weigh(candidate: Candidate, scores: dict[Sort, float]) -> None:
    tokens, head, text = candidate.tokens, candidate.head, candidate.text
    label = _ENTITY_SORT.get(head.ent_type_)
    if label is not None:
        scores[label] += _trust(label, tokens)
    if candidate.coded:
        scores[Sort.PERSON] += 30
    _weigh_words(tokens, text, scores)
    _weigh_before(tokens[0], scores)
    _weigh_after(tokens[-1], scores)
    _weigh_role(head, scores)


def _trust(label: Sort, tokens: list[Token]) -> float:
    """What the tagger's word is worth: it takes many a name that it does not know for a company or a people."""
    if label is Sort.PEOPLE and not any(people(token.text) for token in tokens):
        return 0.5
    whole_capitals = len(tokens) == 1 and tokens[0].text.isupper()
    known_body = whole_capitals or any(is_body_word(token.text) or lookup(token.text) for token in tokens)
    return 0.9 if label is Sort.ORGANISATION and len(tokens) > 1 and not known_body else 2


def _weigh_words(tokens: list[Token], text: str, scores: dict[Sort, float]) -> None:
    folded = [token.text.casefold() for token in tokens]
    if folded[0] in _NUMBERED_THINGS and len(folded) > 1:
        scores[Sort.OTHER] += 30
    if folded[0] in _SETTLEMENTS and len(folded) > 1:
        scores[Sort.PLACE] += 12
    if any(word in words("people", "organisation_names") for word in folded):
        scores[Sort.ORGANISATION] += 7
    if folded[-1] in words("people", "facility_names") and len(folded) > 1:
        scores[Sort.PLACE] += 8
    if len(tokens) == 1 and is_initials(text):
        scores[Sort.PERSON] += 6 if text not in _POWERS_IN_SHORT else 0
    elif len(tokens) == 1 and text.isupper() and 2 <= len(text) <= 6:
        scores[Sort.ORGANISATION] += 3
    if len(folded) == 2 and folded[0] in _PARTS_OF and people(tokens[1].text):
        scores[Sort.PEOPLE] += 12
    if all(people(token.text) for token in tokens) and not lookup(text):
        scores[Sort.PEOPLE] += 9
    elif lookup(text):
        scores[Sort.PLACE] += 6 if len(tokens) == 1 or folded[-1] not in words("people", "person") else 2
    if 2 <= sum(token.is_alpha or is_initials(token.text) for token in tokens) <= 4:
        scores[Sort.PERSON] += 1
    if len(folded[-1]) > 5 and folded[-1].endswith(_PATRONYMIC):
        scores[Sort.PERSON] += 2


_NUMBERED_THINGS = frozenset(
    "case section article annex exhibit appendix paragraph rule form order resolution decree chapter part".split()
)
_SETTLEMENTS = frozenset(
    "village district town township ward county province municipality camp hamlet".split()
)
"""First words of what is no person: "Case No. 12", "Village Zelva"."""
_PARTS_OF = frozenset(
    "north south east west northern southern eastern western central inner saharan crimean".split()
)
_POWERS_IN_SHORT = frozenset(
    {"U.S.", "U.N.", "U.K.", "E.U.", "D.C.", "U.A.E.", "P.O.", "S.A.", "A.M.", "P.M."}
)
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
    elif word == "as" and before.head.lemma_ in ("identify", "name"):
        scores[Sort.PERSON] += 4
    elif before.lemma_ in words("people", "kin"):
        scores[Sort.PERSON] += 5
    elif before.pos_ == "NOUN" and before.lemma_ in person_nouns():
        scores[Sort.PERSON] += 4
    elif word == "the":
        scores[Sort.PERSON] -= 2
    elif word in _PLACE_PREPOSITIONS and before.pos_ == "ADP":
        scores[Sort.PLACE] += 2 if word == "at" else 3.5
    elif word == "from" or (word == "of" and before.i and before.nbor(-1).lemma_ in _PLACES_OF):
        scores[Sort.PLACE] += 1.5 if word == "from" else 4


def _is_within(first: Token) -> bool:
    return first.i > 0 and first.nbor(-1).lower_ in _PLACE_PREPOSITIONS and first.nbor(-1).pos_ == "ADP"


def _names_person(participle: Token) -> bool:
    if participle.dep_ in ("relcl", "acl", "xcomp", "ccomp") and participle.head.lemma_ in (
        "ask",
        "want",
        "prefer",
        "wish",
    ):
        return True
    return participle.head.lemma_.casefold() in person_nouns() or participle.head.pos_ == "PRON"


def _weigh_after(last: Token, scores: dict[Sort, float]) -> None:
    doc = last.doc
    rest = doc[last.i + 1 : last.i + 5].text
    if _AGE_AFTER.match(rest) or _OF_A_FATHER.match(rest):
        scores[Sort.PERSON] += 8
    if rest.startswith((", where", "where")):
        scores[Sort.PLACE] += 5
    if _OF_A_BODY.match(rest):
        scores[Sort.ORGANISATION] += 12
    if _is_placed(last):
        return
    for token in last.children if last.dep_ != "compound" else last.head.children:
        if token.dep_ == "appos" and token.lemma_ in person_nouns():
            scores[Sort.PERSON] += 5
        if token.dep_ == "appos" and token.i > last.i and _is_body(token):
            scores[Sort.ORGANISATION] += 6
        if token.dep_ == "relcl" and any(
            part.tag_ == "WP" and part.lower_ == "who" for part in token.subtree
        ):
            scores[Sort.PERSON] += 3


def _is_body(noun: Token) -> bool:
    """ "Zelva, an association that …", "Zelva, the party's newspaper": what is set off names no person."""
    lemma = noun.lemma_.casefold()
    body = any(lemma in words("people", entry) for entry in ("organisation", "media"))
    return body and noun.pos_ == "NOUN" and any(part.dep_ in ("det", "poss") for part in noun.children)


def _is_placed(last: Token) -> bool:
    """ "In Bafut, a teacher was …", "the parish priest of Sébaco, who was …": what follows is of somebody else."""
    above = last.head if last.dep_ == "pobj" else last.head.head if last.dep_ == "compound" else None
    if above is None or above.pos_ != "ADP":
        return False
    if above.lower_ == "of" and above.head.lemma_ in _PLACES_OF:
        return True
    of_somebody = (
        above.lower_ == "of" and not _is_kin_or_counsel(above.head) and above.head.lemma_ in person_nouns()
    )
    return of_somebody or above.lower_ in _PLACE_PREPOSITIONS or above.lower_ == "from"


_OF_A_BODY = re.compile(
    r"['’]s? (?:Court|Congress|Republic|Procuratorate|Government|Liberation|Party|Army|Armed|Council|Committee|"
    r"Tribunal|Defence|Defense|Front|Commission|Assembly|Daily)\b"
)
"""What follows the beginning of a body's name: "the Intermediate People's Court"."""
_OF_A_FATHER = re.compile(r"[sdwfmhb]/o\b", re.I)
_AGE_AFTER = re.compile(r",? ?\(?(aged )?\d{1,2}\b(,|\)|-year| years| and | was | is |\.|$)")


def _weigh_role(head: Token, scores: dict[Sort, float]) -> None:
    verb = head.head
    if head.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in _HUMAN_VERBS:
        scores[Sort.PERSON] += 1.5
    if head.dep_ in ("nsubjpass", "dobj") and verb.lemma_ in _HARM_VERBS:
        scores[Sort.PERSON] += 3
    if head.dep_ == "appos" and verb.lemma_ in person_nouns():
        scores[Sort.PERSON] += 4
    if head.dep_ == "poss" and _is_kin_or_counsel(verb):
        scores[Sort.PERSON] += 4
    above = verb.head if head.dep_ == "pobj" and verb.lower_ in ("of", "for") else None
    if above is not None and (_is_kin_or_counsel(above) or above.lemma_ in _OF_SOMEBODY):
        scores[Sort.PERSON] += 4
    if head.dep_ == "attr" and any(child.lemma_ == "name" for child in verb.children):
        scores[Sort.PERSON] += 6


_OF_SOMEBODY = frozenset(
    "sentence conviction trial detention imprisonment abduction killing murder whereabouts".split()
)


def _is_kin_or_counsel(noun: Token) -> bool:
    return noun.lemma_ in words("people", "kin") or noun.lemma_ in (
        "friend",
        "lawyer",
        "body",
        "neighbour",
        "arrest",
    )


def _short_forms(evidence: dict[str, _Evidence]) -> None:
    """A single word that is part of a person's longer name in the same report is that person's name too."""
    full = [
        key
        for key, found in evidence.items()
        if found.best() is Sort.PERSON and len(re.split(r"[\s-]", key)) > 1
    ]
    parts = {part for key in full for part in key.split() if len(part) > 2}
    for key, found in evidence.items():
        if (
            key in parts
            and found.scores[Sort.ORGANISATION] <= 6
            and not (lookup(key.title()) and found.within)
        ):
            found.scores[Sort.PERSON] = max(found.scores.values(), default=0) + 8
