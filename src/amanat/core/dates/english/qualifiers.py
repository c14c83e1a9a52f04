"""The words before a date that limit it (since, by the end of) or show that it is one (in, during, of)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from amanat.core.dates.english.lexicon import PART_WORDS, words_of
from amanat.core.dates.mention import Bound, Part

_BOUND_WORDS = {
    Bound.SINCE: "since|ever since|from|as from|starting|starting from|starting in|starting on|beginning in"
    "|beginning on|no earlier than|not before|since at least",
    Bound.UNTIL: "until|till|by|up to|up until|through|no later than|not later than|until at least",
    Bound.BEFORE: "before|prior to|ahead of|shortly before|just before|earlier than",
    Bound.AFTER: "after|following|shortly after|soon after|just after|right after|immediately after"
    "|later than",
}
_BOUNDS = {words: bound for bound, group in _BOUND_WORDS.items() for words in group.split("|")}
_ABOUT = words_of("about around circa ca c approximately approx roughly nearly almost")
_SPOKEN = frozenset(["as of", "earlier", "later"])
"""Belong to the mention's words though they set no bound."""
_TRANSPARENT = words_of(
    """in on at the of during throughout within over night day month year years morning evening afternoon
    sometime upon for"""
) | {"some time", "as early as", "as late as", "at least"}
_PARTS_OF_A_DAY = frozenset("day night morning evening afternoon".split())
_LONGEST = 3
_WINDOW = 48
_WORD = re.compile(r"[^\W_]+(?:['’]\w+)?|[^\w\s]|\n[^\S\n]*\n")


@dataclass(slots=True)
class Qualifiers:
    """What the words to the left of a date say, read from the date leftwards.

    ``start`` is where the words that change the meaning begin, ``left`` where all the words taken in begin;
    ``words`` are these words, ``before`` is the one before them, all in small letters.
    """

    start: int
    left: int
    bound: Bound = Bound.AT
    part: Part | None = None
    about: bool = False
    between: bool = False
    words: list[str] = field(default_factory=list)
    before: str = ""

    def take(self, phrase: str, at: int) -> bool:
        """Whether the phrase qualifies the date; then it is taken in."""
        if phrase in _BOUNDS:
            self.bound = _BOUNDS[phrase]
        elif phrase in PART_WORDS:
            # "The middle of the night in May" says nothing of which part of May.
            of_a_day = any(word in _PARTS_OF_A_DAY for word in self.words)
            self.part = self.part or (None if of_a_day else PART_WORDS[phrase])
            if of_a_day:
                return self._passed(phrase, at)
        elif phrase in _ABOUT:
            self.about = True
        elif phrase == "between":
            self.between = True
        elif phrase not in _SPOKEN and phrase not in _TRANSPARENT:
            return False
        if phrase in _TRANSPARENT:
            return self._passed(phrase, at)
        self.left = self.start = at
        self.words.append(phrase)
        return True

    def _passed(self, phrase: str, at: int) -> bool:
        """Taken in without a change of what the date means."""
        self.left = at
        self.words.append(phrase)
        return True


def qualifiers_of(text: str, start: int, limit: int) -> Qualifiers:
    """Of the date that begins at ``start``; nothing before ``limit`` is looked at."""
    begin = max(limit, start - _WINDOW)
    tokens = [(m.group().lower(), m.start() + begin) for m in _WORD.finditer(text[begin:start])]
    found = Qualifiers(start, start)
    _drop_mark(tokens)
    while tokens and found.bound is Bound.AT and not found.between:
        if not _take_longest(found, tokens):
            break
        _drop_mark(tokens)
    found.before = tokens[-1][0] if tokens else ""
    return found


def _take_longest(found: Qualifiers, tokens: list[tuple[str, int]]) -> bool:
    for length in range(min(_LONGEST, len(tokens)), 0, -1):
        phrase = " ".join(word for word, _ in tokens[-length:])
        if found.take(phrase, tokens[-length][1]):
            del tokens[-length:]
            return True
    return False


def _drop_mark(tokens: list[tuple[str, int]]) -> None:
    """The hyphen of "mid-2018" and the full stop of "c. 2018"."""
    if len(tokens) < 2:
        return
    word, mark = tokens[-2][0], tokens[-1][0]
    if (mark == "-" and word in PART_WORDS) or (mark == "." and word in _ABOUT):
        tokens.pop()
