"""Headings between the paragraphs of a report and above it: "Arrests and trials", "B. Torture in detention". They say
what comes below, and tell nothing themselves, whatever words stand in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.frames import frames
from amanat.core.reading.names import Sort
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.zones import Zone

_MOST = 8
_LEAST_BELOW = 4
"""So many words at most in a heading, and at least in the sentence below it."""
_NUMBERING = re.compile(r"(?:\(?(?:[A-Z]|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})?)[.)]|\d{1,2}\.\d{1,2}|§ ?\d+)\s+")
_NUMBERED = re.compile(
    r"\b(?:file|no\.?|number|part|chapter|section|case|issue|week|annex|page) \d{1,4}$", re.I
)


def subheads(sentences: Sequence[Sentence], cast: Cast) -> set[int]:
    """The numbers of the sentences that are headings: few words alone on their line, without a verb, a person, a
    number or a full stop, above a paragraph or above another heading. A line of a record or a list is none, and
    neither is a headline that names a place: "Mass arrests in Osh" tells of them."""
    found: set[int] = set()
    lines = list(zip([None, *sentences], sentences, [*sentences[1:], None], strict=False))
    for before, one, below in reversed(lines):
        alone = (before is None or before.paragraph != one.paragraph) and (
            below is not None and below.paragraph != one.paragraph
        )
        if not alone or below is None:
            continue
        above_prose = _is_prose(below) and len(below.span) >= _LEAST_BELOW
        if (above_prose or below.number in found) and _is_line(one) and not _tells(one, cast):
            found.add(one.number)
    return found


def _is_prose(one: Sentence) -> bool:
    piece = one.piece
    return piece is None or (piece.is_prose and piece.about is None and not piece.demanded)


def _is_line(one: Sentence) -> bool:
    text = one.text.strip()
    text = _NUMBERED.sub("", _NUMBERING.sub("", text, count=1)).rstrip(" ,")
    words = [token for token in one.tokens() if not token.is_punct and not token.is_space]
    return (
        one.zone in (Zone.BODY, Zone.HEADLINE)
        and _is_prose(one)
        and 0 < len(words) <= _MOST
        and text[:1].isupper()
        and text[-1].isalpha()
        and not any(letter.isdigit() for letter in text)
    )


def _tells(one: Sentence, cast: Cast) -> bool:
    """Somebody, or a verb: "KILLED IN CUSTODY" and "Teacher missing" say what happened."""
    numbering = _NUMBERING.match(one.text)
    begins = one.span.start_char + (numbering.end() if numbering else 0)
    return any(token.idx >= begins and _is_telling(token, one, cast) for token in one.tokens())


def _is_telling(token: Token, one: Sentence, cast: Cast) -> bool:
    if _names_an_act(token):
        return False
    name = cast.name_at(token)
    if name is not None and (one.zone is Zone.HEADLINE or name.sort is Sort.PERSON):
        return True
    if token.pos_ in ("PRON", "NUM") or cast.person_like(token):
        return True
    before_a_noun = token.dep_ == "amod" and token.head.i > token.i  # "forced confessions"
    verb = token.pos_ in ("VERB", "AUX") or token.lower_.endswith("ed")
    verb = verb or (token.lower_.endswith("ing") and token.pos_ != "NOUN")
    return (verb and not before_a_noun) or token.lower_ in ("missing", "dead", "free", "alive")


def _names_an_act(token: Token) -> bool:
    """ "Arrest and transfer": what the tagger takes for verbs, or for a name, is a noun of acts that stands alone."""
    noun = token.lower_ in act_nouns() or token.lower_.removesuffix("s") in act_nouns()
    return noun and not any(
        part.dep_ in ("nsubj", "nsubjpass", "dobj", "aux", "auxpass", "poss") for part in token.children
    )


@cache
def act_nouns() -> frozenset[str]:
    """Every noun of the lexicon that tells of an act."""
    return frozenset(noun.casefold() for frame in frames() for noun in frame.nouns)
