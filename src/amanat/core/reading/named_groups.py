"""Who a number of people are, where the report names as many: "jailed three women. Ana Ruiz, Rosa Lim and Eva Mora
were …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.names import Sort
from amanat.core.reading.nouns import COUNSEL, gender_of_noun
from amanat.core.reading.referent import Mention, Referent, is_power
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.together import size_of
from amanat.core.reading.wordlists import words
from amanat.core.reading.zones import Zone

_MOST = 12
_AFTER = 2
"""How many sentences after the number the names may stand."""
_BEGINNING = 4
"""How many sentences of the body a headline or a lead may wait for all the names."""
_OTHERS = frozenset("other others another more further additional fourth fifth unnamed unidentified".split())
_SIBLINGS = frozenset({"brother", "sister", "sibling", "cousin"})
_LESS = re.compile(r"\S+ of (?:the|them|whom|those|these|his|her|their|its|our|us)\b")


def name_the_groups(cast: Cast) -> None:
    """Gives each unnamed group of a known size the members that the next sentences name."""
    body = [sentence for sentence in cast.sentences if sentence.zone is Zone.BODY]
    for group in list(cast.referents):
        size = _size(group)
        if size is None:
            continue
        group.members = _following(cast, body, group, size)
    for group in list(cast.referents):
        size = _size(group)
        if size is not None and _is_definite(group):
            group.members = _before(cast, group, size)


def _is_definite(group: Referent) -> bool:
    """ "The three", "all three", "these two men": as many as were spoken of before."""
    return (group.description or "").casefold().split()[0] in ("the", "all", "these", "those", "both")


def _before(cast: Cast, group: Referent, size: int) -> tuple[Referent, ...]:
    """The last so many who had been named together."""
    at = group.mentions[0].sentence
    sets = [
        one
        for one in cast.referents
        if len(one.members) == size and one.mentions and one.mentions[0].sentence <= at
    ]
    last = max(
        sets, key=lambda one: max(each.sentence for each in one.mentions if each.sentence <= at), default=None
    )
    return last.members if last is not None else ()


def _size(group: Referent) -> int | None:
    """How many names to look for; None where the group is no such group."""
    if not group.many or group.members or not group.mentions or group.besides is not None:
        return None
    text = (group.description or "").casefold()
    if set(text.split()) & _OTHERS or _LESS.match(text) or is_power(group):
        return None
    kin = words("people", "kin") - _SIBLINGS
    if group.noun in words("people", "official") | COUNSEL | kin or group.owner is not None:
        return None
    size = size_of(group)
    return size if size is not None and 2 <= size <= _MOST else None


def _following(cast: Cast, body: list[Sentence], group: Referent, size: int) -> tuple[Referent, ...]:
    """The names of one sentence, or at the beginning of several, if they are just as many."""
    first = group.mentions[0]
    head = next(
        (one for one in cast.sentences if one.number == first.sentence and one.zone is Zone.HEADLINE), None
    )
    gender = gender_of_noun(cast.token(first))
    begins = head is not None or first.sentence in [one.number for one in body[:2]]
    window = body[:_BEGINNING] if head is not None else _window(body, first, _BEGINNING if begins else _AFTER)
    together: list[Referent] = []
    for sentence in window:
        named = list(
            dict.fromkeys(
                one
                for one, at in _persons(cast, sentence)
                if head is not None or (sentence.number, at) > (first.sentence, first.token)
            )
        )
        if len(named) == size:
            return tuple(named)
        named = [one for one in named if gender in (None, one.gender or gender)]
        if len(named) == size:
            return tuple(named)
        if (known := _known(cast, sentence, size, named)) is not None:
            return known.members
        together += [one for one in named if one not in together]
        if begins and len(together) == size:
            return tuple(together)
        if len(together) >= size:
            return ()
    return ()


def _window(body: list[Sentence], first: Mention, reach: int) -> list[Sentence]:
    return [one for one in body if 0 <= one.number - first.sentence <= reach]


def _persons(cast: Cast, sentence: Sentence) -> Iterator[tuple[Referent, int]]:
    """The persons whom a sentence names and who do not merely tell, judge or rule."""
    for token in sentence.tokens():
        name = cast.names.get((sentence.number, token.i))
        one = cast.of(token) if name is not None and name.sort is Sort.PERSON else None
        if one is None or one.noun in words("people", "official") | COUNSEL or one.owner is not None:
            continue
        if not _tells(token) and not _is_title(token.doc[name.first] if name is not None else token):
            yield one, token.i


def _tells(token: Token) -> bool:
    active = token.dep_ == "nsubj" and token.head.lemma_ in words("telling", "verbs")
    doer = (
        token.dep_ == "pobj"
        and token.head.lower_ in ("by", "to")
        and token.head.dep_ in ("agent", "prep", "dative")
    )
    return active or doer or token.dep_ == "poss"


def _is_title(first: Token) -> bool:
    before = first.nbor(-1).lower_ if first.i else ""
    return before in words("people", "official") or before in COUNSEL


def _known(cast: Cast, sentence: Sentence, size: int, named: list[Referent]) -> Referent | None:
    """As many as are named together in the sentence, among more who are named there."""
    return next(
        (
            one
            for one in cast.referents
            if len(one.members) == size
            and any(mention.sentence == sentence.number for mention in one.mentions)
            and all(member in named for member in one.members)
        ),
        None,
    )
