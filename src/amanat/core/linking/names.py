"""What two persons' names say of their being one: how likely they are one name, and how many others bear it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

from amanat.core.linking.alike import is_certain
from amanat.core.linking.commonness import Commonness
from amanat.core.names.folding import folded_name, is_full
from amanat.core.names.learned import learned
from amanat.core.names.matching import PRIOR, Match, match_many
from amanat.core.names.reasons import reasons
from amanat.core.names.tokens import Parted, Token, parted

ONE_IN = exp(PRIOR)
"""Odds that a candidate's name is the same name, before it is looked at: what ``compare`` was calibrated for."""

_MEASURED = {"certain": log(0.998 / 0.002) - PRIOR, "the same": log(0.9995 / 0.0005) - PRIOR}
"""Nats for two full names that answer to each other part by part: of the joins that this makes, 0.17 in a hundred
are wrong (benchmarks/linking.py, decision 6). Those written alike but for case and marks are wrong hardly ever."""

_MOST = 24
"""Forms of one person's names that are compared."""

_WHOLE_SHARE = 1 / 100_000
"""Share of people who bear a name that is compared as one word, as a whole."""


@dataclass(frozen=True, slots=True)
class Likened:
    """``nats`` speak for two written names being one; ``shared`` are the parts that do, of both."""

    nats: float
    shared: tuple[Token, ...]
    match: Match
    one: Parted
    other: Parted


@lru_cache(maxsize=1 << 14)
def likened(one: str, other: str) -> Likened | None:
    """The two forms that fit best; None where one of them has no letters."""
    ones, others = parted(one), parted(other)
    if not ones or not others:
        return None
    found = [
        (match, mine, theirs)
        for mine in ones
        for theirs, match in zip(others, match_many(learned(), mine, others), strict=True)
    ]
    match, mine, theirs = max(found, key=lambda each: each[0].nats)
    return Likened(match.nats, _shared(mine, theirs, match), match, mine, theirs)


def _shared(one: Parted, other: Parted, match: Match) -> tuple[Token, ...]:
    """Of each two parts that answer to each other both, one after the other."""
    left, right = match.one_tokens or one.tokens, match.other_tokens or other.tokens
    return tuple(token for link in match.links for token in (left[link.one], right[link.other]))


@dataclass(frozen=True, slots=True)
class Naming:
    """``nats``: for one name. ``share`` of people bear it. ``full``: two parts or more answer to each other."""

    nats: float
    share: float
    names: tuple[str, str] | None
    """The two forms that were compared; None where one of the two has no name."""
    certain: bool = False
    full: bool = False
    differs: bool = False
    """The table of common names has two of the parts for two names."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Part by part; of most comparisons nobody asks for them."""
        return _said(*self.names) if self.names else ("one of the two has no name",)

    @property
    def one_name(self) -> float:
        """How likely the two are one name."""
        return 1 / (1 + exp(-max(-40.0, min(40.0, PRIOR + self.nats))))


def naming(one: Sequence[str], other: Sequence[str], common: Commonness) -> Naming | None:
    """By the two forms that speak most for one person; None where one of the persons has no name."""
    ours, theirs = _distinct(one), _distinct(other)
    own = len({*ours, *theirs})
    found = [
        _Pair(
            _nats(mine, other_name, likeness),
            _share(likeness, common, own),
            (min(mine, other_name), max(mine, other_name)),
        )
        for mine in ours
        for other_name in theirs
        if (likeness := likened(mine, other_name)) is not None
    ]
    if not found:
        return None
    best = max(
        found, key=lambda pair: (pair.nats - _lessened(pair.nats, pair.share, common), pair.nats, pair.names)
    )
    likeness = likened(*best.names)
    if likeness is None:
        return None
    return Naming(
        best.nats,
        best.share,
        best.names,
        certain=best.nats >= _MEASURED["certain"],
        full=len(likeness.match.links) > 1,
        differs=any(link.by == "different" for link in likeness.match.links),
    )


@lru_cache(maxsize=1 << 12)
def _said(one: str, other: str) -> tuple[str, ...]:
    found = likened(one, other)
    return reasons(learned(), found.one, found.other, found.match) if found else ()


@dataclass(frozen=True, slots=True)
class _Pair:
    nats: float
    share: float
    names: tuple[str, str]


def _lessened(nats: float, share: float, common: Commonness) -> float:
    """Nats by which namesakes lessen what a name says; more for a common one."""
    alone = common.same_person(share)
    return log((1 - alone) * ONE_IN * exp(min(nats, 30.0)) + 1) - log(alone)


def _distinct(names: Iterable[str]) -> list[str]:
    """Full names where there are any: one word of them says nothing besides."""
    told = sorted(set(names))
    return ([each for each in told if _is_full(each)] or told)[:_MOST]


@lru_cache(maxsize=1 << 14)
def _is_full(name: str) -> bool:
    return any(sum(not token.initial for token in form.tokens) > 1 for form in parted(name)[:1])


def _nats(one: str, other: str, found: Likened) -> float:
    folded = folded_name(one)
    if folded and folded == folded_name(other) and is_full(folded):
        return max(found.nats, _MEASURED["the same"])
    if is_certain(found.one, found.other, found.match):
        return max(found.nats, _MEASURED["certain"])
    return found.nats


def _share(found: Likened, common: Commonness, own: int) -> float:
    """Of each two parts that answer to each other, the commoner."""
    if not found.shared:
        return _WHOLE_SHARE
    pairs = zip(found.shared[::2], found.shared[1::2], strict=True)
    return common.of_name(max(pair, key=lambda token: (common.of(token, own), token.text)) for pair in pairs)
