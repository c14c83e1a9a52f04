"""The single dates of a text, found by a table of rules, before since, until or "and" join them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from amanat.core.dates.mention import Value


@dataclass(frozen=True, slots=True)
class Atom:
    """``weak``: only a date if its surroundings say so, as "2018" or "March" alone."""

    start: int
    end: int
    value: Value
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What the text around may settle: the page's order of day and month in figures."""

    day_first: bool | None = None


Build = Callable[[re.Match[str], Context], Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it says; ``build`` returns None where the match is no date after all."""

    name: str
    pattern: re.Pattern[str]
    build: Build
    weak: bool = False


def rule(name: str, pattern: str, build: Build, *, weak: bool = False) -> Rule:
    return Rule(name, re.compile(pattern, re.IGNORECASE), build, weak)


class Scanner:
    """Tries a table of rules at once; of those that match at one place the first in the table wins."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = {each.name: each for each in rules}
        unnamed = re.compile(r"\(\?P<\w+>")
        alternatives = "|".join(f"(?P<{r.name}>{unnamed.sub('(?:', r.pattern.pattern)})" for r in rules)
        # Inside a word there is no date; but Chinese, which has no spaces, may stand right before one.
        self._all = re.compile(rf"(?<![^\W㐀-鿿])(?=[\w'’])(?:{alternatives})", re.IGNORECASE)

    def scan(self, text: str, context: Context) -> Iterator[Atom]:
        position = 0
        while found := self._all.search(text, position):
            atom = self._read(text, found, context)
            position = atom.end if atom else found.start() + 1
            if atom:
                yield atom

    def _read(self, text: str, found: re.Match[str], context: Context) -> Atom | None:
        """From the winning rule on, since one whose build declines must not hide those after it."""
        names = list(self._rules)
        for name in names[names.index(found.lastgroup or "") :]:
            each = self._rules[name]
            match = each.pattern.match(text, found.start())
            value = each.build(match, context) if match else None
            if match and value:
                return Atom(match.start(), match.end(), value, each.weak)
        return None
