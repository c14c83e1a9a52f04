"""How likely a claim that was read is there: what speaks for and against it, weighed.

The spotter's probability is that of a word taken by itself. Whether a careful reader would claim it hangs on more: how
reliable its kind is, whether the grammar says whom it befell, whether it stands in a headline, whether a rule has read
another kind at the very word, whether another kind is likelier there. Each of these is a mark, and the chance is their
weighed sum (logistic regression). The rules' own claims are weighed so too, by what the spotter sees of them.

The weights were learnt by scripts/train_chances.py from labelled reports that the spotter was not taught on, and are
made anew by it whenever the spotter changes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from amanat.core.claim import Modality, Polarity
from amanat.core.reading.draft import Draft
from amanat.core.reading.frames import by_verb
from amanat.core.reading.referent import is_power
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spots import LEARNED, Spot, spots_of, word_at
from amanat.core.reading.twins import clause_of
from amanat.core.reading.zones import Zone

_UNSEEN = 0.05
"""What a kind is worth that the spotter does not see at all; it keeps nothing under .1."""
_LONG = 30
_WELL = 2.2
_LATELY = 3


@dataclass(frozen=True, slots=True)
class Chances:
    """``weights`` of the marks, ``least`` the chance from which a claim is made."""

    least: float
    weights: Mapping[str, float]

    def of(self, marks: Mapping[str, float]) -> float:
        """The chance in [0, 1]; a mark that was never learnt weighs nothing."""
        weighed = sum(self.weights.get(mark, 0.0) * much for mark, much in marks.items())
        return 1 / (1 + math.exp(-weighed))


@cache
def chances(of: str) -> Chances:
    """Those of claims that the ``spotter`` saw, or that the ``rules`` read."""
    stored = json.loads((LEARNED / "chances.json").read_text(encoding="utf-8"))[of]
    return Chances(stored["least"], stored["weights"])


def marks_of_spot(
    spot: Spot,
    draft: Draft,
    sure: float | None,
    near: Collection[str],
    read: Sequence[Draft],
    before: Sequence[Draft],
) -> dict[str, float]:
    """``sure``: how sure it is whom it befell, None where nobody was found; ``near``: kinds that the same words are
    read as; ``read``: what the rules read in the sentence; ``before``: the claims of the sentences before."""
    marks = _of_both(draft, before)
    marks["seen"] = odds(spot.probability)
    marks["seen well"] = max(marks["seen"] - _WELL, 0.0)
    marks["nobody"] = float(sure is None)
    marks["sure of whom"] = sure or 0.0
    rival = _rival(draft.kind, draft.trigger, draft.sentence)
    marks["rival"] = odds(rival)
    marks["rival is likelier"] = float(rival > spot.probability)
    marks |= _beside(draft, near, read)
    known = {frame.kind for frame in by_verb().get(draft.trigger.lemma_.casefold(), ())}
    marks["verb known of this kind"] = float(draft.kind in known)
    marks["verb known of others"] = float(bool(known) and draft.kind not in known)
    return marks


def marks_of_rule(draft: Draft, akin: Iterable[str], before: Sequence[Draft]) -> dict[str, float]:
    """``akin``: kinds of which the spotter sees the same words as often."""
    seen = {spot.kind: spot.probability for spot in spots_of(draft.sentence)}
    marks = _of_both(draft, before)
    own = seen.get(draft.kind, _UNSEEN)
    near = max((seen.get(kind, _UNSEEN) for kind in akin), default=_UNSEEN)
    marks["seen"] = odds(own)
    marks["unseen"] = float(own < 0.1)
    marks["akin is seen"] = odds(max(near, own)) - odds(own)
    rival = _rival(draft.kind, draft.trigger, draft.sentence)
    marks["rival"] = odds(rival)
    marks["rival is likelier"] = float(rival > own)
    marks["anything is seen"] = odds(max(seen.values(), default=_UNSEEN))
    marks["confidence"] = draft.confidence
    return marks


def odds(probability: float) -> float:
    """The logarithm of the odds, from -3 to 5."""
    held = min(max(probability, 0.0474), 0.9933)
    return math.log(held / (1 - held))


def _of_both(draft: Draft, before: Sequence[Draft]) -> dict[str, float]:
    sentence, trigger = draft.sentence, draft.trigger
    marks = {"always": 1.0, f"kind {draft.kind}": 1.0}
    marks["headline"] = float(sentence.zone is Zone.HEADLINE)
    marks["in a list or record"] = float(sentence.piece is not None and not sentence.piece.is_prose)
    marks["by a noun"] = float(trigger.pos_ in ("NOUN", "PROPN"))
    marks["by a verb"] = float(trigger.pos_ in ("VERB", "AUX"))
    marks["noun of somebody"] = float(
        trigger.pos_ == "NOUN" and any(part.dep_ == "poss" or part.lower_ == "the" for part in trigger.lefts)
    )
    marks["no verb"] = float(not any(token.pos_ in ("VERB", "AUX") for token in sentence.tokens()))
    marks["long"] = min(len(sentence.span) / _LONG, 2.0)
    marks["quoted"] = float("“" in sentence.text or '"' in sentence.text)
    marks["named"] = float(any(one.names for one in draft.who))
    marks["somebody"] = float(bool(draft.who))
    marks["of a power"] = float(any(is_power(one) for one in draft.who))
    marks["not asserted"] = float(draft.modality is not Modality.ASSERTED)
    marks["denied"] = float(draft.polarity is Polarity.DENIED)
    said = [one for one in before if one.kind == draft.kind and any(who in one.who for who in draft.who)]
    marks["told before"] = float(bool(said))
    marks["kind told lately"] = float(
        any(one.kind == draft.kind and sentence.number - one.sentence.number <= _LATELY for one in before)
    )
    marks["asked"] = float(sentence.text.rstrip().endswith("?"))
    marks["by a small word"] = float(trigger.pos_ in ("ADP", "ADV", "DET", "PART", "PRON", "SCONJ", "CCONJ"))
    clause = clause_of(trigger)
    marks[f"clause {clause.tag_ if clause.pos_ in ('VERB', 'AUX') else 'without verb'}"] = 1.0
    marks["told in the sentence before"] = float(
        any(one.sentence.number == sentence.number - 1 for one in said)
    )
    return marks


def _rival(kind: str, trigger: Token, sentence: Sentence) -> float:
    """The probability of the likeliest other kind at the word, or in its clause."""
    clause = clause_of(trigger)
    return max(
        (
            spot.probability
            for spot in spots_of(sentence)
            if spot.kind != kind
            and ((word := word_at(sentence, spot)) == trigger or clause_of(word) == clause)
        ),
        default=_UNSEEN,
    )


def _beside(draft: Draft, near: Collection[str], read: Sequence[Draft]) -> dict[str, float]:
    """What the rules have read at the word, in its clause and in its sentence."""
    own, clause = draft.trigger, clause_of(draft.trigger)
    others = [one for one in read if one.kind != draft.kind]
    same = [one for one in read if one.kind == draft.kind]
    return {
        "read at the word": float(any(one.trigger == own for one in others)),
        "read in the clause": float(any(clause_of(one.trigger) == clause for one in others)),
        "a near kind in the clause": float(
            any(one.kind in near and clause_of(one.trigger) == clause for one in others)
        ),
        "read in the sentence": float(min(len(others), 3)),
        "same kind elsewhere": float(bool(same)),
        "same kind of others": float(
            bool(same) and not any(who in one.who for one in same for who in draft.who)
        ),
    }
