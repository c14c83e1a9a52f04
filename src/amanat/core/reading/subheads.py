"""Headings between the paragraphs of a report: "Arrests and trials", "Torture in detention". They say what comes
below, and tell nothing themselves, whatever words stand in them.
"""

from __future__ import annotations

from collections.abc import Sequence

from amanat.core.reading.cast import Cast
from amanat.core.reading.names import Sort
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.zones import Zone

_MOST = 7
_LEAST_BELOW = 9
"""So many words at most in a heading, and at least in the sentence below it."""


def subheads(sentences: Sequence[Sentence], cast: Cast) -> set[int]:
    """The numbers of the sentences that are headings: few words alone on their line, without a verb, a person, a
    number or a full stop, above a paragraph of the body. A line of a record or a list is none."""
    found: set[int] = set()
    for before, one, below in zip([None, *sentences], sentences, [*sentences[1:], None], strict=False):
        alone = (before is None or before.paragraph != one.paragraph) and (
            below is not None and below.paragraph != one.paragraph
        )
        if not alone or below is None or below.piece is not None or len(below.span) < _LEAST_BELOW:
            continue
        if _is_line(one) and not _tells(one, cast):
            found.add(one.number)
    return found


def _is_line(one: Sentence) -> bool:
    text = one.text.strip()
    words = [token for token in one.tokens() if not token.is_punct and not token.is_space]
    return (
        one.zone is Zone.BODY
        and one.piece is None
        and 0 < len(words) <= _MOST
        and text[:1].isupper()
        and text[-1].isalpha()
        and not any(letter.isdigit() for letter in text)
    )


def _tells(one: Sentence, cast: Cast) -> bool:
    """Somebody, or a verb: "KILLED IN CUSTODY" and "Teacher missing" say what happened."""
    for token in one.tokens():
        name = cast.name_at(token)
        person = (name is not None and name.sort is Sort.PERSON) or (
            token.pos_ != "PRON" and cast.person_like(token)
        )
        if person or token.pos_ in ("VERB", "AUX", "PRON") or token.lower_.endswith(("ed", "ing")):
            return True
        if token.lower_ in ("missing", "dead", "free", "alive"):
            return True
    return False
