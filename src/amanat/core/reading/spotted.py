"""Drafts from what the spotter saw and no rule read: whom it happened to, found by grammar as far as grammar
goes, else by whom the passage is about.

A rule that reads a kind in a sentence is believed before the spotter, which only adds. Its drafts say less
confidently what they say: ``confidence`` is the spotter's own probability, lowered where the person had to be
supposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from amanat.core.reading.acts import draft_of
from amanat.core.reading.at_hand import at_hand
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.counting import count_of
from amanat.core.reading.doers import doers
from amanat.core.reading.draft import Draft
from amanat.core.reading.event import Event
from amanat.core.reading.names import Sort
from amanat.core.reading.noun_events import only_dates
from amanat.core.reading.phrases import is_passive, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spots import Spot, spots_of, spots_were_sought, spotted_kinds, word_at
from amanat.core.reading.stance import read_stance
from amanat.core.reading.stating import speaker, states
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.where import Places
from amanat.core.reading.whom import Choice, whom
from amanat.core.reading.wordlists import words

_STATEMENTS = frozenset(
    ("accusation", "denial", "assessment", "notification", "appeal", "intervention", "policy")
)
_ABOUT_ACTS = frozenset(("denial", "appeal", "intervention"))
"""Statements whose nouns for acts name what they are about: "denied any beating", "investigate the killings"."""
_SAID = frozenset(("denial", "accusation", "assessment", "appeal"))
"""Statements that are made by being said, whatever their words deny or ask for."""
LEAST = 0.85
"""The least probability that is offered as a claim."""

_NOTHING = 0.1
_READ_TOO_READILY = frozenset(("transfer", "residence", "travel", "notification"))

_AKIN = {
    "transfer": ("detention", "deportation", "release", "enforced disappearance"),
    "travel": ("flight", "deportation", "release"),
    "notification": ("denial", "death in custody"),
}
"""Kinds of which the spotter sees the same words as often: that it names one of these is no doubt in the rule."""
_LEAST_SURE = 0.6
"""What is left of a spot's probability where whom it is about is a guess."""
_REMEMBERED = 4

_OF_A_PERSON = frozenset(("health", "legal status", "citizenship", "residence", "application"))

_NEAR = {
    "detention": ("enforced disappearance", "transfer", "separation of family", "forced labour"),
    "enforced disappearance": ("detention",),
    "killing": ("death in custody",),
    "death in custody": ("killing",),
    "flight": ("travel",),
    "travel": ("flight", "deportation", "transfer"),
    "deportation": ("threat of deportation", "transfer", "release"),
    "threat of deportation": ("deportation",),
    "sentence": (),
    "appeal": ("application", "intervention"),
    "application": ("appeal",),
    "intervention": ("appeal",),
    "assessment": ("denial", "accusation"),
    "torture and ill-treatment": ("sexual violence",),
    "citizenship": ("nationality", "application"),
    "legal status": ("application",),
}
"""Kinds that the same words are read as: where a rule has read one at the very word, the other is not added."""

_TOLD_OTHERWISE = ("reprisal against relatives", "release")
"""Kinds that say no more than the act a rule has read at the same word: "his wife was dismissed", "was not allowed to
leave the camp", which is a detention."""


def spotted_drafts(
    sentence: Sentence,
    found: Iterable[Draft],
    lately: Sequence[Referent],
    cast: Cast,
    tellers: Tellers,
    places: Places,
) -> Iterator[Draft]:
    """What the spotter saw in the sentence, without what ``found`` already says of it. ``lately``: whom the
    claims before were about, the last first."""
    already = list(found)
    for spot in spots_of(sentence):
        if spot.probability < LEAST or _only_points(spot, sentence):
            continue
        if any(_says(draft, spot, sentence) for draft in already):
            continue
        if spot.kind in _STATEMENTS:
            draft = _statement(spot, sentence, cast, tellers, lately)
        else:
            event, chosen = _event(spot, sentence, cast, lately)
            draft = draft_of(event, cast, tellers, places, chosen.people if chosen is not None else ())
            if (
                draft is not None
                and spot.kind == "reprisal against relatives"
                and _befell_somebody_else(draft)
            ):
                draft = None
        if draft is not None:
            draft.spotted = True
            already.append(draft)
            yield draft


def weighed(sentence: Sentence, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The rules' drafts as the spotter sees them: surer where it sees the same, less sure where it sees nothing,
    and left out where it sees nothing of a kind that the rules read too readily. A pipeline without a spotter changes
    nothing."""
    seen = {spot.kind: spot.probability for spot in spots_of(sentence)}
    for draft in drafts:
        if spots_were_sought(sentence) and draft.kind in spotted_kinds():
            sees = seen.get(draft.kind, 0.0)
            near = max((seen.get(kind, 0.0) for kind in _AKIN.get(draft.kind, ())), default=0.0)
            nothing = max(sees, near) < _NOTHING
            if nothing and draft.kind in _READ_TOO_READILY and not sentence.is_value:
                continue
            draft.confidence = _surer(draft.confidence, sees)
        yield draft


def _surer(confidence: float, sees: float) -> float:
    """What both see was there in 93 of 100 reports' passages that neither learnt from, what the rules alone see in
    about half."""
    if sees >= LEAST:
        return max(confidence, 0.93)
    return confidence * 0.7 if sees < _NOTHING else confidence


def whom_lately(before: Sequence[Draft]) -> list[Referent]:
    """Whom the drafts of the sentences before are about, the last first."""
    found: list[Referent] = []
    for draft in reversed(before):
        found += [one for one in draft.who if not any(one is other for other in found)]
        if len(found) >= _REMEMBERED:
            break
    return found


def _says(draft: Draft, spot: Spot, sentence: Sentence) -> bool:
    """Whether the draft says already what the spot would: the same kind in the sentence, a kind that is as good in
    the clause, or what somebody is accused of, which is told as the act itself."""
    if draft.kind == spot.kind:
        return True
    word = word_at(sentence, spot)
    if draft.trigger == word and spot.kind in _TOLD_OTHERWISE and draft.kind not in _STATEMENTS:
        return spot.kind == "reprisal against relatives" or draft.kind == "detention"
    if draft.kind in _ABOUT_ACTS and spot.kind not in _STATEMENTS and _names_what(draft.trigger, word):
        return True
    if spot.kind in ("accusation", "prosecution") and word.is_ancestor(draft.trigger):
        return draft.kind not in _STATEMENTS
    return draft.kind in _NEAR.get(spot.kind, ()) and clause_of(draft.trigger) == clause_of(word)


def _befell_somebody_else(draft: Draft) -> bool:
    """ "He was dismissed because of his activism", "a teacher dismissed for refusing": whoever suffered it is nobody's
    kin, and does not tell of it as such."""
    verb, kin = draft.trigger, words("people", "kin")
    if verb.pos_ != "VERB" or not is_passive(verb):
        return False
    told = any((one.noun or "").casefold() in kin or one.owner is not None for one in draft.who)
    holder = subject(verb)
    near = holder is not None and (holder.lower_ in ("i", "we") or holder.lemma_.casefold() in kin)
    return not told and not near


def _names_what(verb: Token, word: Token) -> bool:
    """A noun that names what is denied, looked into or asked about: no clause of its own tells of it."""
    if word.pos_ != "NOUN" or not verb.is_ancestor(word):
        return False
    between = [above for above in word.ancestors if verb.is_ancestor(above) and above.pos_ in ("VERB", "AUX")]
    return all(above.lemma_ in _LOOKING_INTO for above in between)


_LOOKING_INTO = frozenset("investigate probe examine clarify reveal disclose complain report confirm".split())


def _only_points(spot: Spot, sentence: Sentence) -> bool:
    """ "During her detention", "a torture survivor", "detention facilities": nothing is told but what it was or
    when. A word of several that tell it together ("called it a fairy tale") does not point to another."""
    word = word_at(sentence, spot)
    if word.pos_ not in ("NOUN", "PROPN") or spot.kind in _OF_A_PERSON:
        return False
    if word.dep_ in ("compound", "nmod"):
        return spot.kind not in _SAID and word.head.idx >= spot.end
    return only_dates(word)


# -- acts and statuses ---------------------------------------------------------------------------------------


def _event(
    spot: Spot, sentence: Sentence, cast: Cast, lately: Sequence[Referent]
) -> tuple[Event, Choice | None]:
    trigger = word_at(sentence, spot)
    clause = clause_of(trigger)
    chosen = _mover(spot, trigger, cast) or _at_hand(spot, trigger, clause, cast)
    chosen = (
        chosen or _listed(sentence, trigger, cast) or whom(spot.kind, trigger, clause, sentence, cast, lately)
    )
    suffers = chosen.people if chosen is not None else ()
    by = [one for one in doers(clause, cast) if not any(person in suffers for person in cast.all_of(one))]
    sure = spot.probability * (_LEAST_SURE + (1 - _LEAST_SURE) * (chosen.sure if chosen is not None else 0))
    near = chosen is not None and cast.sentence_of(chosen.token) is sentence and chosen.token != trigger
    here = [chosen.token] if chosen is not None and near else []
    event = Event(spot.kind, sentence, trigger, clause, here, by, confidence=round(sure, 2))
    return event, chosen


_OF_ITS_SUBJECT = frozenset(("flight", "travel", "application", "residence", "legal status", "citizenship"))
"""What its own active verb tells of the verb's subject: who flees, who applies, who lives somewhere."""
_BY_ONESELF = frozenset(
    "walk come go get leave return emerge collapse faint vomit limp lose suffer fall bleed cough".split()
)
"""Verbs that tell so of a release or of somebody's health: "walked out", "got home", "lost an eye"."""


def _listed(sentence: Sentence, trigger: Token, cast: Cast) -> Choice | None:
    """Of an entry's "Life imprisonment." or "Eighteen years each.", which name nobody, those the entry is about."""
    about = sentence.piece.about if sentence.piece is not None else None
    if about is None or any(cast.person_like(token) for token in sentence.tokens()):
        return None
    people = tuple(cast.listed(about))
    return Choice(trigger, people, 1.0) if people else None


def _at_hand(spot: Spot, trigger: Token, clause: Token, cast: Cast) -> Choice | None:
    """Whom the sentence's own grammar says it befell."""
    token = at_hand(spot.kind, trigger, clause, cast)
    people = cast.all_of(token) if token is not None else []
    known = tuple(one for one in people if one.sort in (Sort.PERSON, Sort.PEOPLE))
    return Choice(token, known, 1.0) if token is not None and known else None


def _mover(spot: Spot, trigger: Token, cast: Cast) -> Choice | None:
    """The active verb's own subject, where it is somebody and the kind is one of what somebody does or bears."""
    kind = spot.kind in _OF_ITS_SUBJECT or (
        spot.kind in ("release", "health") and trigger.lemma_.casefold() in _BY_ONESELF
    )
    own = kind and trigger.pos_ == "VERB" and not is_passive(trigger)
    holder = subject(trigger) if own else None
    people = cast.all_of(holder) if holder is not None and cast.person_like(holder) else []
    known = tuple(one for one in people if one.sort in (Sort.PERSON, Sort.PEOPLE))
    return Choice(holder, known, 1.0) if holder is not None and known else None


def clause_of(trigger: Token) -> Token:
    """The verb that carries the word's tense and stance; the word itself where no verb governs it."""
    if trigger.pos_ in ("VERB", "AUX"):
        return trigger
    above = next((one for one in trigger.ancestors if one.pos_ in ("VERB", "AUX")), None)
    return above or trigger


# -- statements ----------------------------------------------------------------------------------------------


def _stating(kind: str, clause: Token, sentence: Sentence, cast: Cast, tellers: Tellers) -> list[Told]:
    """Who makes a statement. The subject of what somebody is accused of is the accused ("the rioters opened fire"), and
    that of an appeal's deed made it and need not have told of it ("has written to the king")."""
    if kind not in _SAID:
        return []
    if kind in _BY_A_DEED and not states(clause):
        return tellers.attributed(clause, sentence)
    return speaker(clause, sentence, cast, tellers)


_BY_A_DEED = frozenset(("accusation", "appeal"))


def _statement(
    spot: Spot, sentence: Sentence, cast: Cast, tellers: Tellers, lately: Sequence[Referent]
) -> Draft | None:
    trigger = word_at(sentence, spot)
    clause = clause_of(trigger)
    stance = read_stance(trigger, clause)
    if stance.ignored and spot.kind not in ("denial", "accusation", "assessment"):
        return None
    chosen = whom(spot.kind, trigger, clause, sentence, cast, lately)
    who = list(chosen.people) if chosen is not None else []
    told_by = _stating(spot.kind, clause, sentence, cast, tellers)
    # Whoever says it is its teller, and did nothing else.
    by = [one for token in doers(clause, cast) for one in cast.all_of(token) if one not in who]
    by = [] if told_by or spot.kind in _SAID else by
    draft = Draft(
        spot.kind, sentence, trigger, who, by, told_by=told_by, confidence=round(spot.probability, 2)
    )
    if chosen is not None and cast.sentence_of(chosen.token) is sentence:
        draft.count = count_of(chosen.token)
    if spot.kind not in _SAID:
        draft.polarity, draft.modality = stance.polarity, stance.modality
    return draft
