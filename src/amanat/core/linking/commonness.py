"""How common a name is: a name that many bear says little of who bears it.

What share of people bear a part of a name is learnt from the casebook's own names, as far as it has any; before that
it is taken from whether the part is one of the common names of the project's table (core/names/common). Both are
rough, and both err on the side of common.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import prod

from amanat.core.names.common import variants
from amanat.core.names.spelling import Kind, Spelling
from amanat.core.names.tokens import Token

FEWEST = 300
"""People among whom somebody is looked for, at least: a casebook of ten reports is about more than the ten."""

COMMON, RARE = 1 / 150, 1 / 1500
"""Share of people who bear a part that is in the table of common names, and one that is not. By hand: of the 60,000
names that the tables were learnt from, a given name of the table is borne by about one in a hundred to one in a
thousand; where names are counted (Kazakhstan, Xinjiang) the ten commonest are borne by one in thirty to one in
eighty, and most by far fewer."""

_CHINESE_FAMILY, _CHINESE_GIVEN = 1 / 30, 1 / 300
"""A hundred family names do for most of China; by their sound given names of two signs meet often."""

_WEIGHT = 3000
"""Names that the share before counting is worth: in a small casebook one person's spellings would pass for many
people's."""

TOGETHER = 3.0
"""Names of one family, place and decade go together: two parts meet this much oftener than if each were drawn alone."""


@dataclass(frozen=True)
class Commonness:
    """``people``: how many a name is looked for among. ``bearers``: of how many of ``names`` a part is, if counted."""

    people: int = FEWEST
    names: int = 0
    bearers: Callable[[Spelling], int] | None = None

    def of(self, token: Token, own: int = 0) -> float:
        """The share of people who bear this part; ``own`` of its bearers are the persons asked about themselves."""
        before = _before(token)
        if self.bearers is None or token.initial:
            return before
        others = max(0, self.bearers(token.spelling) - own)
        return (others + _WEIGHT * before) / (self.names + _WEIGHT)

    def of_name(self, tokens: Iterable[Token], own: int = 0) -> float:
        """The share of people who bear all these parts."""
        shares = [self.of(token, own) for token in tokens]
        return min(1.0, prod(shares) * (TOGETHER if len(shares) > 1 else 1.0))

    def same_person(self, share: float) -> float:
        """How likely two who are told of, with a name that this share of people bear, are one, before all else.

        A person told of is told of about once more; of ``people`` others, ``share`` bear the name too.
        """
        return 1.0 / (1.0 + max(self.people, FEWEST) * share)


def _before(token: Token) -> float:
    if token.initial:
        return 1 / 15
    if token.spelling.kind is Kind.HAN and len(token.spelling.letters) <= 2:
        return _CHINESE_FAMILY if len(token.spelling.letters) == 1 else _CHINESE_GIVEN
    return COMMON if variants(token.stem) else RARE


UNCOUNTED = Commonness()
"""Where no casebook is there to count in."""
