"""Witnesses and victims without a name: "Witness 4", "T-4", "SWA-0212". A code stands for one person throughout a
report, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from amanat.core.reading.phrases import children
from amanat.core.reading.wordlists import person_nouns, words

NUMBERED = re.compile(
    r"\b(?:(?:[Ww]itness|[Ii]nterviewee|[Rr]espondent|[Pp]articipant|Victim|Survivor|Detainee|Prisoner|Inmate|Source"
    r"|Informant|Deponent|Applicant|Complainant|Defendant|Suspect|Patient|Person|Officer|Soldier|Guard|Child|Woman|Man"
    r"|Girl|Boy|Student|Worker|Refugee|Migrant)"
    r" (?:(?:No\.? ?|no\. ?|#)?(?!(?:19|20)\d\d\b)\d{1,5}[a-z]?|(?!I\b)[A-Z](?! [A-Z])))(?![\w-])(?![.,]\d)"
)
"""What somebody is and a number or a letter: one word, as a name is. In small letters only of those who tell."""
_CODE = re.compile(r"(?P<series>[A-Z]{1,5})[-–/]?\d{1,6}")
_NO_PERSONS = frozenset({"G7", "G8", "G20", "M23", "COVID-19"})
_SAID_TO_BE = frozenset({"identified", "known", "named", "recorded"})
_WITNESSES = frozenset(
    {"witness", "interviewee", "survivor", "informant", "respondent", "detainee", "victim"}
)
_ONLY_PERSONS = frozenset(
    """say tell recall describe testify weep cry remember faint vomit whisper explain confess marry flee die vanish
    disappear arrest detain jail beat torture sentence interrogate question deport abduct kidnap rape convict acquit
    slap kick handcuff blindfold imprison""".split()
)
"""What is told of nothing but persons: of a code it says that it is one's name."""
_OF_PERSON = re.compile(r" ?(?:\((?:[mfMF]|fe?male|man|woman|aged|\d{2})\b|, (?:aged )?\d{1,2}(?:,| and\b))")
_OF_A_BODY = frozenset(
    "body wound hand face arm leg foot head back account testimony lawyer house home".split()
)


def is_numbered(token: Token) -> bool:
    """ "Witness 4", which is one token."""
    return " " in token.text and NUMBERED.fullmatch(token.text) is not None


def codes_of_persons(tokens: Iterable[Token]) -> frozenset[str]:
    """The report's codes that stand for persons. What the report tells of one holds for all of its series: where
    "SWA-0212" has a son, "SWA-0340" is somebody too."""
    found: dict[str, set[str]] = {}
    persons: set[str] = set()
    things: set[str] = set(_NO_PERSONS)
    for token in tokens:
        code = _CODE.fullmatch(token.text)
        if code is None:
            continue
        found.setdefault(code["series"], set()).add(token.text)
        if _is_thing(token):
            things.add(token.text)
        elif _is_person(token):
            persons.add(code["series"])
    return frozenset(code for series in persons for code in found[series] - things)


def _is_thing(token: Token) -> bool:
    """ "The M-16", "an F-4", "T-72 tanks"."""
    above = token.head
    before_thing = token.dep_ in ("compound", "nmod", "amod") and above.i > token.i
    return bool(children(token, "det")) or (before_thing and above.lemma_.casefold() not in person_nouns())


def _is_person(token: Token) -> bool:
    """Whether the words about it say so."""
    if _is_announced(token) or _OF_PERSON.match(token.doc.text, token.idx + len(token)):
        return True
    above = token.head
    if token.dep_ == "poss":
        return above.lemma_ in words("people", "kin") or above.lemma_ in _OF_A_BODY
    if token.dep_ in ("nsubj", "nsubjpass", "dobj") and above.lemma_ in _ONLY_PERSONS:
        return above.lemma_ not in words("telling", "verbs") or token.dep_ == "nsubj"
    return any(part.lemma_.casefold() in person_nouns() for part in children(token, "appos"))


def _is_announced(token: Token) -> bool:
    """ "A witness identified as S-4", "survivor, S-4,", "according to S-4": so the words before say."""
    before = token.nbor(-1) if token.i else token
    if before.lower_ == "to" and before.i and before.nbor(-1).lower_ == "according":
        return True
    if before.lower_ == "as":
        return before.i > 0 and before.nbor(-1).lower_ in _SAID_TO_BE
    if before.text == "," and before.i > 0:
        before = before.nbor(-1)
    return before.lower_ in _WITNESSES
