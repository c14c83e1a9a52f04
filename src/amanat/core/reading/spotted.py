"""Drafts from what the spotter saw and no rule read: whom it happened to, found by grammar as far as grammar
goes, else by whom the passage is about.

Everything that the spotter saw is an offer with its marks; claimed is what is likely by them (chances.py) and no
second telling of a fact that is claimed already (twins.py). ``confidence`` is that chance, lowered where the person had
to be supposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from amanat.core.reading.acts import draft_of
from amanat.core.reading.at_hand import at_hand
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.chances import chances, marks_of_rule, marks_of_spot
from amanat.core.reading.counting import count_of
from amanat.core.reading.doers import doers
from amanat.core.reading.draft import Draft
from amanat.core.reading.event import Event
from amanat.core.reading.names import Sort
from amanat.core.reading.noun_events import only_dates
from amanat.core.reading.offer import Offer
from amanat.core.reading.phrases import is_passive, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spots import Spot, spots_of, spots_were_sought, spotted_kinds, word_at
from amanat.core.reading.spotted_statuses import STATUSES, offered_statuses
from amanat.core.reading.stance import read_stance
from amanat.core.reading.stating import speaker, states
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.twins import are_twins, clause_of
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
_LEAST_SEEN = 0.1
"""What is less probable is never claimed, whatever speaks for it."""

_AKIN = {
    "transfer": ("detention", "deportation", "release", "enforced disappearance"),
    "travel": ("flight", "deportation", "release"),
    "notification": ("denial", "death in custody"),
}
"""Kinds of which the spotter sees the same words as often: that it names one of these is no doubt in the rule."""
_AS_READ = STATUSES - {"residence"}
_LEAST_SURE = 0.6
"""What is left of a claim's chance where whom it is about is a guess."""
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
"""Kinds that the same words are read as: where a rule has read one in the clause, the other is less likely."""

_TOLD_OTHERWISE = ("reprisal against relatives", "release")
"""Kinds that say no more than the act a rule has read at the same word: "his wife was dismissed", "was not allowed to
leave the camp", which is a detention."""


def spotted_drafts(
    sentence: Sentence,
    found: Iterable[Draft],
    before: Sequence[Draft],
    cast: Cast,
    tellers: Tellers,
    places: Places,
) -> Iterator[Draft]:
    """What the spotter saw in the sentence, without what ``found`` already says of it. ``before``: the claims of the
    sentences before."""
    read = list(found)
    yield from _likely(offered(sentence, read, before, cast, tellers, places), read)


def spotted_statuses(
    sentence: Sentence, found: Iterable[Draft], before: Sequence[Draft], cast: Cast, places: Places
) -> Iterator[Draft]:
    """What the spotter saw somebody is said to be, without what ``found`` already says in the sentence, and the
    statuses ``before`` it."""
    read = list(found)
    yield from _likely(offered_statuses(sentence, read, before, cast, places), read)


def _likely(offers: Iterable[Offer], already: list[Draft]) -> Iterator[Draft]:
    """The likeliest first, each that is likely enough and no second telling of one that stands."""
    for chance, offer in sorted(
        ((weigh("spotter", offer), offer) for offer in offers), key=lambda one: -one[0]
    ):
        draft = offer.draft
        if chance < chances("spotter").least:
            break
        if not any(are_twins(draft, other) for other in already):
            draft.spotted = True
            draft.confidence = round(chance * draft.confidence, 2)
            already.append(draft)
            yield draft


def weigh(of: str, offer: Offer) -> float:
    """The chance that it is there, of a claim that the ``spotter`` saw or the ``rules`` read."""
    return chances(of).of(offer.marks)


def offered(
    sentence: Sentence,
    read: Sequence[Draft],
    before: Sequence[Draft],
    cast: Cast,
    tellers: Tellers,
    places: Places,
) -> Iterator[Offer]:
    """Everything that the spotter saw and no rule says, however unlikely."""
    lately = whom_lately(before)
    for spot in spots_of(sentence):
        if spot.kind in STATUSES or spot.probability < _LEAST_SEEN or _only_points(spot, sentence):
            continue
        if any(_says(draft, spot, sentence) for draft in read):
            continue
        if spot.kind in _STATEMENTS:
            draft, chosen = _statement(spot, sentence, cast, tellers, lately)
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
            sure = chosen.sure if chosen is not None else None
            yield Offer(
                draft,
                marks_of_spot(spot, draft, sure, _NEAR.get(spot.kind, ()), read, before),
            )


def weighed(sentence: Sentence, drafts: Iterable[Draft], before: Sequence[Draft]) -> Iterator[Draft]:
    """The rules' drafts as the spotter sees them: surer where it sees the same, less sure where it sees nothing,
    and left out where they are unlikely. A pipeline without a spotter changes nothing, nor does the spotter change
    what rules read somebody to be: there they are nearly always right."""
    if not spots_were_sought(sentence):
        yield from drafts
        return
    for draft in drafts:
        if draft.kind in spotted_kinds() and draft.kind not in _AS_READ and not sentence.is_value:
            chance = weigh("rules", Offer(draft, marks_of_rule(draft, _AKIN.get(draft.kind, ()), before)))
            if chance < chances("rules").least:
                continue
            draft.confidence = round(chance, 2)
        yield draft


def whom_lately(before: Sequence[Draft]) -> list[Referent]:
    """Whom the drafts of the sentences before are about, the last first."""
    found: list[Referent] = []
    for draft in reversed(before):
        found += [one for one in draft.who if not any(one is other for other in found)]
        if len(found) >= _REMEMBERED:
            break
    return found


def _says(draft: Draft, spot: Spot, sentence: Sentence) -> bool:
    """Whether the draft says already what the spot would: the same kind in the clause, a kind that is as good at the
    word, or what somebody is accused of, which is told as the act itself."""
    word = word_at(sentence, spot)
    if draft.kind == spot.kind and clause_of(draft.trigger) == clause_of(word):
        return True
    if draft.trigger == word and spot.kind in _TOLD_OTHERWISE and draft.kind not in _STATEMENTS:
        return spot.kind == "reprisal against relatives" or draft.kind == "detention"
    if draft.kind in _ABOUT_ACTS and spot.kind not in _STATEMENTS and _names_what(draft.trigger, word):
        return True
    if spot.kind in ("accusation", "prosecution") and word.is_ancestor(draft.trigger):
        return draft.kind not in _STATEMENTS
    return False


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
    sure = _LEAST_SURE + (1 - _LEAST_SURE) * (chosen.sure if chosen is not None else 0)
    near = chosen is not None and cast.sentence_of(chosen.token) is sentence and chosen.token != trigger
    here = [chosen.token] if chosen is not None and near else []
    event = Event(spot.kind, sentence, trigger, clause, here, by, confidence=sure)
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
) -> tuple[Draft | None, Choice | None]:
    trigger = word_at(sentence, spot)
    clause = clause_of(trigger)
    stance = read_stance(trigger, clause)
    if stance.ignored and spot.kind not in ("denial", "accusation", "assessment"):
        return None, None
    chosen = whom(spot.kind, trigger, clause, sentence, cast, lately)
    who = list(chosen.people) if chosen is not None else []
    told_by = _stating(spot.kind, clause, sentence, cast, tellers)
    # Whoever says it is its teller, and did nothing else.
    by = [one for token in doers(clause, cast) for one in cast.all_of(token) if one not in who]
    by = [] if told_by or spot.kind in _SAID else by
    draft = Draft(spot.kind, sentence, trigger, who, by, told_by=told_by, confidence=1.0)
    if chosen is not None and cast.sentence_of(chosen.token) is sentence:
        draft.count = count_of(chosen.token)
    if spot.kind not in _SAID:
        draft.polarity, draft.modality = stance.polarity, stance.modality
    return draft, chosen
