"""Whether the surroundings make a date of what may also be something else: "2018", "March", "two years"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from amanat.core.dates.english.atoms import Atom
from amanat.core.dates.english.lexicon import COUNTED, words_of
from amanat.core.dates.english.qualifiers import Qualifiers
from amanat.core.dates.mention import Absolute, Anchor, Bound, Duration, Partial, Relative

_OF_TIME = words_of(
    """in since from until till by before after during throughout of following through between early mid late
    starting within year years"""
) | {
    "starting in",
    "beginning in",
    "up to",
    "as of",
    "prior to",
    "as early as",
    "as late as",
    "no later than",
}
_AMOUNT_OF = words_of(
    """total number out sum group crowd list some one most all half many average article articles section
    resolution order law decree no paragraph page room cell case unit house block record"""
)
_ATTRIBUTIVE = words_of("the a an his her their its my our this that")
_LASTING = words_of("for over within during throughout")
_SPENT = words_of("spent spend serving served lasting lasted took spending")
_BESIDE_EVENT = words_of("during throughout upon on since until before after following")
_NEVER_DATED = words_of("cases homes houses families villages copies pages words names")
_DOCUMENTS = words_of(
    """report reports letter letters photo photos photograph photographs image images imagery picture pictures
    video videos footage document documents statement statements survey article articles interview interviews
    figure figures record records list lists testimony testimonies recording recordings message messages"""
)
_NEXT_WORD = re.compile(r"[^\S\n]{0,3}\n?[^\S\n]{0,3}([^\W\d_]{2,20})")


@dataclass(frozen=True, slots=True)
class Term:
    """A date and the words that qualify it."""

    atom: Atom
    words: Qualifiers


def is_date(term: Term, text: str) -> bool:
    value = term.atom.value
    if isinstance(value, Duration):
        if term.words.bound is Bound.AFTER:
            return True
        return bool(_LASTING & set(term.words.words)) or term.words.before in _SPENT
    if not term.atom.weak:
        # "The last weeks of" something that is neither a date nor an event.
        return not (isinstance(value, Relative) and value.anchor is Anchor.EVENT and value.event is None)
    if isinstance(value, Relative) and value.unit is not None:
        # "The end of the year" is a date, "the year" is not.
        return term.words.part is not None
    if isinstance(value, Relative):
        return bool(_BESIDE_EVENT & _prepositions(term.words))
    return _is_year(term, text) if isinstance(value, Absolute) else _is_month(term)


def _prepositions(words: Qualifiers) -> set[str]:
    return {phrase.split()[-1] for phrase in words.words}


def _is_month(term: Term) -> bool:
    value = term.atom.value
    if isinstance(value, Partial) and value.month is None:
        return False
    if isinstance(value, Partial) and value.month is not None and value.month > 12:
        # "Spring" is water and metal, "fall" is what people do: "in the spring", "since the fall".
        return "the" in term.words.words and len(term.words.words) > 1
    return bool(_supporting(term.words))


def _is_year(term: Term, text: str) -> bool:
    following = _NEXT_WORD.match(text, term.atom.end)
    noun = following.group(1).lower() if following else ""
    supporting = _supporting(term.words)
    if noun in _NEVER_DATED or (noun in COUNTED and not supporting & {"in", "since", "during", "until"}):
        return False
    if supporting or term.words.before in ("born", "died"):
        return True
    first = term.words.words[0] if term.words.words else term.words.before
    if first in _ATTRIBUTIVE or term.words.before.endswith(("'s", "’s")):
        return bool(noun)
    if term.words.about:
        # "About 2000" is more often a number than a year, "about 1987" the reverse.
        return not text[: term.atom.end].endswith("00")
    return text[term.atom.start - 1 : term.atom.start] + text[term.atom.end : term.atom.end + 1] == "()"


def _supporting(words: Qualifiers) -> frozenset[str]:
    found = _OF_TIME & set(words.words)
    if words.part is not None or words.bound is not Bound.AT:
        found |= {"since"}
    if "of" in found and words.before in _AMOUNT_OF:
        found -= {"of"}
    return frozenset(found | ({"between"} if words.between else set()))


def bound_of(term: Term) -> Bound:
    """Whether since or until; "photographs from 2017" are of 2017, not from then on."""
    words = term.words
    if words.bound is Bound.SINCE and words.words[-1] == "from" and words.before in _DOCUMENTS:
        return Bound.AT
    return words.bound
