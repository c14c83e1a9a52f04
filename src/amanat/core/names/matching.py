"""Which token of one name answers to which of another, and what that says for or against the two being one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations
from math import log

import numpy as np
from numpy.typing import NDArray

from amanat.core.names.common import different_names, same_name
from amanat.core.names.conventions import differ_by_convention
from amanat.core.names.evidence import Learned
from amanat.core.names.spelling import Kind, Spelling
from amanat.core.names.tokens import Parted, Token

# The weights of whole names were set by hand, on invented names and on the calibration of docs/measuring-names.md.

PRIOR = log(0.05 / 0.95)
"""Log-odds of one name among twenty that look alike: what the evidence of tokens was weighed at."""

SURE = 4.0
"""Nats from which on what speaks for a token counts for less: a given name alone is borne by too many, and
nothing that one part says for two names may outweigh what another says against them."""

_MORE = 0.4
UNLIKE_WEIGHT = 1.6
"""What speaks against counts for more: one part that does not fit makes another name."""

_SURE_WHOLE = 7.0
_KNOWN_APART = -3.0
"""Nats, at most, for two forms that the table of common names has for two names that nothing relates."""

WEAKEST_ALLOWS = 2.5
"""Nats by which a whole name can speak louder than its weakest part: brothers share their father's name, and are
often named alike."""

_INITIAL_FITS = 0.8
_INITIAL_DIFFERS = -5.0
_MISSING = {"initial": 0.0, "patronymic": -0.6, "father": -1.2}
_MISSING_OTHER = -1.6
_ONE_ONLY = -2.0
"""Against one given name alone, or one family name, beside a whole name: too many share either."""

_REORDERED = -0.4
_OTHER_GENDER = -5.0
_OTHER_ROLE = -3.0
"""Nats against one's own name being another's father's."""

_ENDING_LEFT_OUT = 2.0
_ENDINGS_LEFT_OUT = 1.0
"""Nats against two family names, of which one has an ending or both have, that fit better without."""
_UNLIKE_LENGTH = -0.5
"""Nats for each letter by which two names without spaces differ in length, from the fifth on."""

_WRITTEN_FORMS = 3.0
"""Nats for two forms that the table of common names has for one name, beside what their spelling says."""

_MOST_LINED_UP = 5
"""Tokens of which every arrangement is tried."""


def counted(nats: NDArray[np.float64], sure: float = SURE) -> NDArray[np.float64]:
    """What the evidence of tokens counts for: less above ``sure``, but never the same as less evidence."""
    return np.asarray(np.minimum(nats, sure) + _MORE * np.maximum(nats - sure, 0.0))


def _counted(nats: float, sure: float = SURE) -> float:
    return min(nats, sure) + _MORE * max(nats - sure, 0.0)


@dataclass(frozen=True, slots=True)
class Link:
    """Two tokens taken for one; ``nats`` speak for it, or against it."""

    one: int
    other: int
    nats: float
    by: str
    """ "spelling", "the same", "initial"; "common" or "different" where the table of common names decides."""


@dataclass(frozen=True, slots=True)
class Match:
    """The best arrangement. ``nats``: for all tokens together, before the prior."""

    nats: float
    links: tuple[Link, ...]
    missing_of_one: tuple[int, ...] = ()
    missing_of_other: tuple[int, ...] = ()
    reordered: bool = False
    other_gender: bool = False
    whole: tuple[Spelling, Spelling] | None = None
    """Where the names were compared without their spaces: the two as single tokens."""
    one_tokens: tuple[Token, ...] = ()
    other_tokens: tuple[Token, ...] = ()
    """The tokens that the links number, where two of a name's own were taken for one; else empty."""

    @property
    def probability(self) -> float:
        odds = max(-40.0, min(40.0, PRIOR + self.nats))
        return float(1.0 / (1.0 + np.exp(-odds)))


Pairs = dict[tuple[Spelling, Spelling], float]


def match_many(tables: Learned, asked: Parted, others: Sequence[Parted]) -> list[Match]:
    """The best match of ``asked`` with each of ``others``; every pair of spellings is looked at once, together."""
    pairs = _evidence(tables, [pair for other in others for pair in _wanted(asked, other)])
    return [_best(asked, other, pairs) for other in others]


def _wanted(one: Parted, other: Parted) -> list[tuple[Spelling, Spelling]]:
    found = [pair for left in one.tokens for right in other.tokens for pair in _spelt(left, right)]
    for shorter, longer in ((one, other), (other, one)):
        for merged in _merged(shorter.tokens, longer.tokens):
            found += [
                pair if shorter is one else (pair[1], pair[0])
                for left in shorter.tokens
                for right in merged
                for pair in _spelt(left, right)
            ]
    return found + _wholes(one, other)


def _merged(shorter: Sequence[Token], longer: Sequence[Token]) -> list[tuple[Token, ...]]:
    """The longer name with two of its parts as one: Jean Pierre beside Jean-Pierre."""
    if not 1 < len(shorter) == len(longer) - 1:
        return []
    return [
        (*longer[:at], longer[at].joined(longer[at + 1]), *longer[at + 2 :])
        for at in range(len(longer) - 1)
        if longer[at].spelling.kind is longer[at + 1].spelling.kind
        and not longer[at].initial
        and not longer[at + 1].initial
    ]


def _spelt(one: Token, other: Token) -> list[tuple[Spelling, Spelling]]:
    """The ways the two are compared: as they stand, and with an ending that one leaves out (Serikov, Serik)."""
    pairs = [(one.spelling, other.spelling)]
    if one.other and other.other:
        pairs.append((one.other, other.other))
    elif one.other:
        pairs.append((one.other, other.spelling))
    elif other.other:
        pairs.append((one.spelling, other.other))
    return pairs


def _wholes(one: Parted, other: Parted) -> list[tuple[Spelling, Spelling]]:
    """Pairs of single tokens for names of which one may be written without spaces."""
    left, right = _alone(one, other), _alone(other, one)
    found = [(left, joined) for joined in other.whole] if left else []
    found += [(joined, right) for joined in one.whole] if right else []
    if one.unspaced and other.unspaced:
        found.append((one.whole[0], other.whole[0]))
    return found


def _alone(name: Parted, other: Parted) -> Spelling | None:
    """The name as the one token it is written as; None where it is written in several, or is too short to be two."""
    if name.unspaced:
        return name.whole[0] if name.whole else None
    if len(name.tokens) > 1 or name.tokens[0].initial:
        return None
    spelt = name.tokens[0].spelling
    long = len(spelt.letters) >= (3 if spelt.kind is Kind.HAN else 6)
    return spelt if long or other.unspaced else None


def _evidence(tables: Learned, wanted: list[tuple[Spelling, Spelling]]) -> Pairs:
    wanted = list(dict.fromkeys(wanted))
    pairs = list(dict.fromkeys(form for pair in wanted for form in _forms(*pair)))
    spelt = {each: at for at, each in enumerate(dict.fromkeys(each for pair in pairs for each in pair))}
    if not pairs:
        return {}
    places = tables.vectors.of(list(spelt))
    one, other = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    rows = places[[spelt[each] for each in one]], places[[spelt[each] for each in other]]
    closeness: NDArray[np.float32] = np.einsum("ij,ij->i", *rows)
    odds = tables.log_odds(one, other, closeness)
    nats = dict(zip(pairs, (odds - PRIOR).tolist(), strict=True))
    return {pair: max(nats[form] for form in _forms(*pair)) for pair in wanted}


def _forms(one: Spelling, other: Spelling) -> list[tuple[Spelling, Spelling]]:
    """The pair by each convention of its letters; two that are both written in letters of two conventions by one,
    and by those that make one spelling of them: ە may be an a and ә an e, but not each in its turn."""
    crossed = [(left, right) for left in one.forms for right in other.forms]
    if one.also and other.also:
        same = [pair for pair in crossed if pair[0] == pair[1] or differ_by_convention(*pair)]
        return [crossed[0], *same]
    return crossed


def _best(one: Parted, other: Parted, pairs: Pairs) -> Match:
    found = _lined_up(one.tokens, other.tokens, pairs)
    ways = [(one.tokens, merged) for merged in _merged(one.tokens, other.tokens)]
    ways += [(merged, other.tokens) for merged in _merged(other.tokens, one.tokens)]
    for left_tokens, right_tokens in ways:
        merged_match = _lined_up(left_tokens, right_tokens, pairs)
        if merged_match.nats > found.nats:
            found = replace(merged_match, one_tokens=left_tokens, other_tokens=right_tokens)
    for left, right in _wholes(one, other):
        # Han that only might be two names, beside one token, is one token.
        sure = (
            SURE
            if len(one.tokens) == 1 or (len(other.tokens) == 1 and (one.unspaced or other.unspaced))
            else _SURE_WHOLE
        )
        nats = _counted(pairs[left, right], sure) + _UNLIKE_LENGTH * _unlike_length(left, right)
        if nats > found.nats:
            found = Match(nats, (), whole=(left, right))
    if _differ_in_gender(one, other):
        found = Match(
            found.nats + _OTHER_GENDER, found.links, found.missing_of_one, found.missing_of_other,
            found.reordered, True, found.whole,
        )  # fmt: skip
    return found


def _unlike_length(one: Spelling, other: Spelling) -> float:
    sizes = sorted(len(each.letters) * (2.5 if each.kind is Kind.HAN else 1) for each in (one, other))
    return max(0.0, sizes[1] - sizes[0] - 4)


def _differ_in_gender(one: Parted, other: Parted) -> bool:
    return bool(one.name.gender and other.name.gender and one.name.gender != other.name.gender)


def _lined_up(one: Sequence[Token], other: Sequence[Token], pairs: Pairs) -> Match:
    """The arrangement that speaks most for the two; every token of the shorter name has its answer."""
    if len(one) > len(other):
        turned = _lined_up(other, one, {(right, left): nats for (left, right), nats in pairs.items()})
        back = tuple(Link(link.other, link.one, link.nats, link.by) for link in turned.links)
        return Match(turned.nats, back, turned.missing_of_other, turned.missing_of_one, turned.reordered)
    one, other = one[:_MOST_LINED_UP], other[:_MOST_LINED_UP]
    links = [[_link(i, left, j, right, pairs) for j, right in enumerate(other)] for i, left in enumerate(one)]
    best: Match | None = None
    for order in permutations(range(len(other)), len(one)):
        chosen = tuple(links[i][j] for i, j in enumerate(order))
        left_over = tuple(j for j in range(len(other)) if j not in order)
        reordered = any(first > second for first, second in pairwise(order))
        nats = _together(chosen) + sum(_missing(other[j]) for j in left_over)
        nats += _REORDERED * reordered + _ONE_ONLY * (
            len(one) == 1 and any(_missing(other[j]) < -1 for j in left_over)
        )
        if best is None or nats > best.nats:
            best = Match(nats, chosen, (), left_over, reordered)
    if best is None:
        raise ValueError("a name without tokens was compared")
    return best


def _together(links: Sequence[Link]) -> float:
    """The sum of the links, but not much more than the weakest of them; initials that fit weaken nothing."""
    telling = [link.nats for link in links if link.by != "initial" or link.nats < 0]
    whole = sum(link.nats for link in links)
    return min(whole, min(telling) + WEAKEST_ALLOWS) if len(telling) > 1 else whole


def _missing(token: Token) -> float:
    return _MISSING.get(token.role, _MISSING_OTHER)


def _link(i: int, one: Token, j: int, other: Token, pairs: Pairs) -> Link:
    left, right = one.spelling, other.spelling
    if one.initial or other.initial:
        return Link(i, j, _initial(one, other, pairs), "initial")
    nats = pairs[left, right]
    for way in _spelt(one, other)[1:]:
        without = pairs[way] - (_ENDINGS_LEFT_OUT if one.other and other.other else _ENDING_LEFT_OUT)
        nats = max(nats, without)
    by = "the same" if left == right else "spelling"
    if by == "spelling" and same_name(one.stem, other.stem):
        nats, by = max(nats + _WRITTEN_FORMS, _WRITTEN_FORMS + 0.1 * nats), "common"
    elif by == "spelling" and nats > _KNOWN_APART and different_names(one.stem, other.stem):
        nats, by = _KNOWN_APART, "different"
    if _answers_another_role(one, other):
        nats = min(nats, 0.0) + _OTHER_ROLE
    return Link(i, j, _counted(nats) if nats > 0 else UNLIKE_WEIGHT * nats, by)


def _answers_another_role(one: Token, other: Token) -> bool:
    """Serik in "Serik Askaruly" is not the father of "Askar Serikuly"."""
    by_marker = {one.role, other.role} == {"patronymic", "given"}
    return by_marker and any(token.marker and token.role == "patronymic" for token in (one, other))


def _initial(one: Token, other: Token, pairs: Pairs) -> float:
    """An initial fits what begins with its sound: exactly within letters, by the whole otherwise unknown."""
    if one.initial and other.initial:
        return _INITIAL_FITS if one.spelling.letters[:1] == other.spelling.letters[:1] else _INITIAL_DIFFERS
    short, full = (one, other) if one.initial else (other, one)
    if short.spelling.kind is not full.spelling.kind:
        return 0.0
    begins = full.spelling.letters.startswith(short.spelling.letters[:1])
    return _INITIAL_FITS if begins else _INITIAL_DIFFERS
