"""Some of those who were named together: "the former", "the other", "the second", "the elder", "the other two",
"neither"; and who is only told by what they did: "those inside", "those who refused".

A closed class of words that mean nobody by themselves. Each means somebody of the last who were named together; where
nobody was, it introduces a group by its own words and borrows nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import child, children, phrase_text
from amanat.core.reading.referent import Referent, is_power, last_prominent
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.together import (
    ANYBODY,
    OTHERS,
    gather,
    number_of,
    of_another_sort,
    size_of,
    together,
)
from amanat.core.reading.wordlists import noun_lemma

if TYPE_CHECKING:
    from amanat.core.reading.cast import Cast

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss"})
_IN_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_BY_AGE = {"elder": max, "older": max, "eldest": max, "oldest": max, "younger": min, "youngest": min}
_PARTS = frozenset({"former", "latter", "other", "neither", "none", "those", *_IN_ORDER, *_BY_AGE})
_YOUNGER = frozenset({"younger", "youngest"})
_LATELY = 3
"""How many sentences ago those must have been named together of whom only some are meant."""
_BEHIND_THOSE = frozenset(
    {"inside", "outside", "present", "there", "aboard", "responsible", "nearby", "around"}
)
_LONGEST = 9
"""So many words of what tells who "those" are."""


def tells_parts(token: Token) -> bool:
    """Whether it is such a word, or "the younger one"."""
    return token.lower_ in _PARTS or (token.lower_ == "one" and _by_age_mark(token) is not None)


def _by_age_mark(one: Token) -> str | None:
    return next((part.lower_ for part in children(one, "amod") if part.lower_ in _BY_AGE), None)


def part_of(cast: Cast, sentence: Sentence, token: Token) -> Referent | None:
    """Whom such a word means; None where it stands with a noun of its own, or means nobody spoken of."""
    word = _by_age_mark(token) or token.lower_
    if word == "those":
        return _those(cast, token)
    if token.dep_ not in _ARGUMENTS or (token.dep_ == "poss" and word not in ("former", "latter")):
        return None
    if word in ("neither", "none"):
        return _nobody_of(cast, sentence, token)
    article = child(token, "det")
    if article is None or article.lower_ != "the" or children(token, "relcl", "acl", "compound"):
        return None
    if children(token, "prep") and not _is_of_them(token):
        return None
    gather(sentence, cast, token.i)
    if word in ("former", "latter"):
        pair = _last_two(cast, sentence, token)
        return pair[word == "latter"] if pair else None
    group = _last_set(cast, sentence)
    if group is None:
        return None
    if word in _IN_ORDER:
        return group.members[_IN_ORDER[word]] if _IN_ORDER[word] < len(group.members) else None
    if word in _BY_AGE:
        return (
            _by_age(cast, group, word) or _by_kinship(group, word) or _left_over(cast, sentence, token, group)
        )
    return _left_over(cast, sentence, token, group)


def _is_of_them(token: Token) -> bool:
    """ "The younger of the two", "the second of them"."""
    below = [child(part, "pobj") for part in children(token, "prep") if part.lower_ == "of"]
    return len(below) == len(children(token, "prep")) and all(
        thing is not None and (thing.lower_ == "them" or number_of(thing) is not None) for thing in below
    )


def others_of(cast: Cast, sentence: Sentence, noun: Token) -> Referent | None:
    """ "The other two", "the remaining three men": those named together without who was singled out since."""
    number = number_of(noun)
    marks = {part.lower_ for part in noun.children}
    if not marks & OTHERS or number is None or not marks & {"the", "these"}:
        return None
    gather(sentence, cast, noun.i)
    group = _last_set(cast, sentence, more_than=number)
    if group is None:
        return None
    told = _singled_out(cast, sentence, noun, group)
    rest = tuple(one for one in group.members if one not in told)
    return together(cast, sentence, rest) if len(rest) == number > 1 else None


def _last_set(cast: Cast, sentence: Sentence, more_than: int = 1) -> Referent | None:
    near = [
        one
        for one in cast.referents
        if len(one.members) > more_than
        and one.mentions
        and 0 <= sentence.number - one.mentions[-1].sentence <= _LATELY
        and not is_power(one)
    ]
    return max(near, key=lambda one: (one.mentions[-1].sentence, one.mentions[-1].token), default=None)


def _last_two(cast: Cast, sentence: Sentence, token: Token) -> tuple[Referent, Referent] | None:
    """The last two persons spoken of by name or description, in their order; those named together before all."""
    for number in (sentence.number, sentence.number - 1, sentence.number - 2):
        order: dict[Referent, int] = {}
        for one in cast.referents:
            if one.sort not in (Sort.PERSON, Sort.ORGANISATION) or (one.many and not one.noun):
                continue
            at = [
                mention.token
                for mention in one.mentions
                if mention.sentence == number and (number < sentence.number or mention.token < token.i)
            ]
            if at:
                order[one] = min(at)
        met = sorted(order, key=lambda one: order[one])
        if len(met) > 1:
            return met[-2], met[-1]
    group = _last_set(cast, sentence)
    return (group.members[0], group.members[1]) if group is not None and len(group.members) == 2 else None


def _singled_out(cast: Cast, sentence: Sentence, token: Token, group: Referent) -> list[Referent]:
    """Of a group its members who were spoken of alone since it was last named."""
    since = group.mentions[-1]
    heads = {mention.sentence for mention in group.mentions}
    return [
        one
        for one in group.members
        if any(
            since.sentence < mention.sentence <= sentence.number
            and mention.sentence not in heads
            and (mention.sentence < sentence.number or mention.token < token.i)
            for mention in one.mentions
        )
    ]


def _left_over(cast: Cast, sentence: Sentence, token: Token, group: Referent) -> Referent | None:
    """ "Karim was freed; the other was beaten": of two the one who was not spoken of alone."""
    told = _singled_out(cast, sentence, token, group)
    rest = [one for one in group.members if one not in told]
    return rest[0] if told and len(rest) == 1 else None


_AGE = re.compile(r",? ?\(?(?:aged )?(\d{1,2})\b(?!th|st|nd|rd)")


def age_of(cast: Cast, one: Referent) -> int | None:
    """The age that stands behind somebody's name."""
    for mention in one.mentions:
        token = cast.token(mention)
        name = cast.name_at(token)
        last = token.doc[name.last] if name is not None else token
        told = _AGE.match(token.doc.text, last.idx + len(last))
        if told is not None:
            return int(told[1])
    return None


def _by_age(cast: Cast, group: Referent, word: str) -> Referent | None:
    """Who is the eldest or youngest, where the ages stand behind all their names."""
    ages: dict[Referent, int] = {}
    for one in group.members:
        if (age := age_of(cast, one)) is not None:
            ages[one] = age
    known = len(ages) == len(group.members) and len(set(ages.values())) == len(ages)
    return _BY_AGE[word](ages, key=lambda one: ages[one]) if known else None


def _by_kinship(group: Referent, word: str) -> Referent | None:
    """Of Karim and "his younger brother" the younger is the brother, and the elder Karim."""
    if len(group.members) != 2:
        return None
    for one, other in (group.members, group.members[::-1]):
        marks = set((one.description or "").casefold().split()) & set(_BY_AGE)
        if one.owner is other and marks:
            alike = bool(marks & _YOUNGER) is (word in _YOUNGER)
            return one if alike else other
    return None


def _nobody_of(cast: Cast, sentence: Sentence, token: Token) -> Referent | None:
    """ "Neither has been seen since": both of the two last named together; "none has": the last group."""
    if any(part.dep_ in ("prep", "conj", "nummod") for part in token.children):
        return None
    gather(sentence, cast, token.i)
    near = [
        one
        for one in cast.referents
        if one.many
        and one.mentions
        and 0 <= sentence.number - one.mentions[-1].sentence <= _LATELY - 1
        and not is_power(one)
        and (token.lower_ == "none" or size_of(one) == 2)
    ]
    return max(near, key=lambda one: (one.mentions[-1].sentence, one.mentions[-1].subject), default=None)


def _those(cast: Cast, token: Token) -> Referent | None:
    """ "Those who refused were shot", "the arrest of those inside": people known by nothing else."""
    if token.dep_ not in _ARGUMENTS or token.dep_ == "poss" or _are_told_of_one(token.head):
        return None
    behind = [part for part in token.children if part.i > token.i]
    who = [part for part in behind if part.dep_ == "relcl" and any(one.tag_ == "WP" for one in part.subtree)]
    done = [part for part in behind if part.dep_ == "acl" and part.tag_ in ("VBN", "VBG")]
    where = [part for part in behind if part.lower_ in _BEHIND_THOSE]
    told = [*who, *done, *where]
    if not told:
        return None
    found = Referent(Sort.PEOPLE, description=_words(token, told[0]), noun="those", many=True)
    cast.referents.append(found)
    return found


def _are_told_of_one(preposition: Token) -> bool:
    """ "I was one of those who had to carry them", "among those arrested was Ana Ruiz": somebody else is meant."""
    return preposition.lower_ == "among" or (preposition.lower_ == "of" and preposition.head.lower_ == "one")


def _words(token: Token, told: Token) -> str:
    """ "those" with the clause that tells who they are, up to its first comma."""
    last = token.i
    for part in token.doc[token.i + 1 : min(told.right_edge.i + 1, token.i + _LONGEST)]:
        if part.is_punct:
            break
        last = part.i
    return str(token.doc[token.i : last + 1].text)


def these(cast: Cast, sentence: Sentence, noun: Token) -> Referent | None:
    """ "These individuals", "these women": the last of whom several were spoken of, where their noun says no more."""
    lemma = noun_lemma(noun)
    near_by = child(noun, "det")
    if near_by is None or near_by.lower_ not in ("these", "those"):
        return None
    if lemma not in ANYBODY | {"individual", "person", "people"}:
        return None
    near = [
        one
        for one in cast.referents
        if one.many
        and one.sort is Sort.PEOPLE
        and one.mentions
        and 0 <= sentence.number - one.mentions[-1].sentence <= 1
        and not is_power(one)
        and not of_another_sort(one, noun)
    ]
    return max(near, key=last_prominent, default=None)


# -- "the three of us" ---------------------------------------------------------------------------------------


def counted_of_us(us: Token) -> Token | None:
    """The number in "the three of us", "both of us"."""
    number = us.head.head if us.dep_ == "pobj" and us.head.lower_ == "of" else None
    return number if us.lower_ == "us" and number is not None and number_of(number) is not None else None


def with_speaker(speaker: Referent, number: Token, sentence: Sentence, cast: Cast) -> Referent:
    """Whoever speaks and the kin they have just spoken of, where these are as many; else nobody else is known."""
    kin = [
        one
        for one in cast.referents
        if one.is_individual
        and one.owner is speaker
        and any(0 <= sentence.number - mention.sentence <= _LATELY for mention in one.mentions)
    ]
    whole = len(kin) + 1 == number_of(number)
    found = Referent(Sort.PEOPLE, description=phrase_text(number), many=True)
    found.companion_of, found.members = None if whole else speaker, (speaker, *kin) if whole else ()
    return found
