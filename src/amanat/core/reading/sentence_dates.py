"""The dates that stand in a sentence, and what each says there: when something was, or only how long, how often."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from amanat.core.dates.bounding import bounded
from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import (
    Absolute,
    Ambiguous,
    Anchor,
    Bound,
    DateMention,
    Direction,
    Duration,
    Partial,
    Relative,
)
from amanat.core.reading.phrases import child
from amanat.core.reading.sentences import Sentence


def dates_of(sentence: Sentence) -> list[tuple[DateMention, Token]]:
    """A sentence's dates, each with its topmost word; how long something lasted, and how often, is none."""
    text = sentence.text
    found = [(one, _token(sentence, one)) for one in find_dates(text)]
    return [
        (one, token)
        for one, token in found
        if token is not None and not isinstance(one.value, Duration) and not _is_habit(one, text)
    ]


def _is_habit(mention: DateMention, text: str) -> bool:
    """ "After two nights without sleep" and "every Monday" say how it was, not when; "the same month as" another
    deed counts from that deed."""
    before, after = text[: mention.start].casefold().rstrip(), text[mention.end :].casefold().lstrip()
    if _REFUTED.search(before) and re.search(r"\bbut (?:on|in|at)\b", after[:_FAR]):
        return True  # "Not on 2 February, as alleged, but on 9 February"
    hardship = isinstance(mention.value, Relative) and after.startswith("without")
    value = mention.value
    if isinstance(value, Relative) and value.direction is Direction.SAME and after.startswith("as "):
        return value.event is None
    return hardship or before.endswith(("every", "each"))


_REFUTED = re.compile(r"\bnot (?:on|in|at|since)$")
_FAR = 60


def _token(sentence: Sentence, mention: DateMention) -> Token | None:
    """The mention's topmost token; of "until 2017" the year."""
    doc, base = sentence.span.doc, sentence.span.start_char
    span = doc.char_span(base + mention.start, base + mention.end, alignment_mode="expand")
    if span is None:
        return None
    dated = child(span.root, "pobj") if span.root.pos_ == "ADP" else None
    return dated if dated is not None and dated in span else span.root


def leans(mention: DateMention) -> bool:
    if isinstance(mention.value, Partial):
        return mention.value.anchor is Anchor.PREVIOUS
    return isinstance(mention.value, Relative) and mention.value.anchor in (Anchor.EVENT, Anchor.PREVIOUS)


def is_when_it_happened(mention: DateMention, token: Token) -> bool:
    """Whether a date says when a clause's deed was done, and does not name a law, a file or somebody's birth."""
    going_on = isinstance(mention.value, Absolute) and mention.bound is Bound.SINCE
    if isinstance(mention.value, (Duration, Ambiguous)) or not (going_on or mention.bound is Bound.AT):
        return False
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return above.dep_ not in ("relcl", "acl") and above.lemma_ != "bear"
        if above.pos_ in ("NOUN", "PROPN") and above.ent_type_ not in ("DATE", "TIME"):
            return False
    return False


_OPEN = re.compile(r"\.\./(?P<last>.+)|(?P<first>.+)/\.\.")


def without_bound(mention: DateMention) -> DateMention:
    """ "Until 2017, when he was deported": of the deportation that is the year itself."""
    value = mention.value
    if isinstance(value, Absolute) and (found := _OPEN.fullmatch(value.edtf)):
        value = Absolute(found["last"] or found["first"])
    return replace(mention, value=value, bound=Bound.AT)


def since(mention: DateMention) -> DateMention:
    """The same date as that of what something has gone on since."""
    value = mention.value
    if isinstance(value, Absolute) and not set(value.edtf) & set("/[{"):
        value = Absolute(bounded(value.edtf, Bound.SINCE))
    return replace(mention, value=value, bound=Bound.SINCE)


_SINCE_WHAT = re.compile(r"\bsince (?:\w+ ){1,5}(?:of|in|on) $", re.IGNORECASE)
"""The same by the words alone, where the parser takes "since" for a conjunction."""


def lasts_since(token: Token, before: str) -> bool:
    """Whether a date is that of what something has gone on since; ``before`` are the sentence's words before it."""
    return _is_under_since(token) or _SINCE_WHAT.search(before) is not None


def _is_under_since(token: Token) -> bool:
    """ "since the coup of 2014", "since an accident in 2011": the date of what it has lasted from."""
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return False
        if above.lower_ == "since":
            return True
    return False
