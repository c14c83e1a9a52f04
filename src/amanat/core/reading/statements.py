"""Statements about acts: accusations, denials, assessments, notices, appeals, interventions, policies. Each kind
has a module of its own; a verb makes one statement at most, the first that fits."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.claim import Polarity
from amanat.core.reading.accusing import accusations
from amanat.core.reading.assessing import assessments
from amanat.core.reading.cast import Cast
from amanat.core.reading.denying import denials
from amanat.core.reading.draft import Draft
from amanat.core.reading.inquiring import steps
from amanat.core.reading.intervening import appeals, interventions
from amanat.core.reading.notifying import notifications, says_nothing
from amanat.core.reading.policies import policies
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stance import read_stance
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.where import Places


def find_statements(
    sentence: Sentence, cast: Cast, tellers: Tellers, places: Places, voice: Told | None = None
) -> Iterator[Draft]:
    """Every statement of a sentence, with its polarity and modality. ``voice`` is who speaks in the sentence as a
    whole, where it is part of somebody's answer or statement."""
    seen: set[tuple[str, int]] = set()
    for verb in sentence.verbs:
        draft = next(_every(sentence, verb, cast, tellers, places, voice), None)
        told = draft is not None and (draft.kind, draft.trigger.i) in seen
        if draft is not None and not told and _hold(draft, verb):
            seen.add((draft.kind, draft.trigger.i))
            yield draft


def _every(
    sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, places: Places, voice: Told | None
) -> Iterator[Draft]:
    yield from accusations(sentence, verb, cast, tellers)
    yield from denials(sentence, verb, cast, tellers, voice)
    yield from assessments(sentence, verb, cast, tellers)
    yield from notifications(sentence, verb, cast, tellers)
    yield from appeals(sentence, verb, cast, tellers)
    yield from interventions(sentence, verb, cast, tellers, places)
    step = steps(sentence, verb, cast)
    yield from [step] if step is not None else []
    yield from policies(sentence, verb, cast)


def _hold(draft: Draft, verb: Token) -> bool:
    """Give the draft its stance; False where the sentence does not hold it in any way. What is denied is told
    in the denial's own words, so a denial is itself affirmed."""
    stance = read_stance(verb, verb)
    if draft.kind == "denial":
        return True
    if stance.ignored:
        return draft.kind in ("accusation", "assessment")
    if draft.kind == "notification" and says_nothing(verb):
        stance.polarity = Polarity.DENIED
    draft.polarity, draft.modality = stance.polarity, stance.modality
    return True
