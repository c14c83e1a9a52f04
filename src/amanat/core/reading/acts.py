"""Acts as drafts of claims: the events of a sentence with their stance, place, number of people and details."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from amanat.core.claim import Count, Modality, Polarity, Where
from amanat.core.reading.cast import Cast, Referent, counted_together
from amanat.core.reading.counting import count_of
from amanat.core.reading.doers import can_act
from amanat.core.reading.draft import Draft
from amanat.core.reading.event import Event
from amanat.core.reading.events import find_events
from amanat.core.reading.frames import is_place
from amanat.core.reading.impersonal import impersonal_acts
from amanat.core.reading.mishaps import is_mishap
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import children, conjuncts, first_conjunct, phrase_text, subtree_text
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stance import Stance, read_stance
from amanat.core.reading.telling import Tellers
from amanat.core.reading.where import Places, place_heads

_GRAVEST = (
    "killing",
    "death in custody",
    "torture and ill-treatment",
    "sexual violence",
    "enforced disappearance",
    "forced contraception or sterilisation",
    "forced labour",
    "detention",
)


def act_drafts(
    sentence: Sentence, cast: Cast, tellers: Tellers, places: Places, statements: list[Draft]
) -> Iterator[Draft]:
    """Drafts for the sentence's acts, without those that a statement of the same sentence is only about."""
    events = [event for event in find_events(sentence, cast) if not _spoken_of(event, statements)]
    for event in _gravest_of_lists(events):
        draft = draft_of(event, cast, tellers, places)
        if draft is not None:
            yield draft
    taken = {token.i for event in events for token in (event.trigger, event.clause)}
    taken |= {draft.trigger.i for draft in statements}
    yield from impersonal_acts(sentence, cast, places, taken)


_TOLD_IN_NOTICES = ("killing", "death in custody", "transfer", "sentence", "enforced disappearance")
"""What a notice says has happened has been told: "informed the family that he had died in prison"."""


def _spoken_of(event: Event, statements: list[Draft]) -> bool:
    """ "received no notification about a possible deportation" tells of no deportation."""
    return any(draft.trigger == event.trigger or _is_inside(event, draft) for draft in statements)


def _is_inside(event: Event, draft: Draft) -> bool:
    if draft.kind not in ("notification", "denial"):
        return False
    if draft.kind == "notification" and event.kind in _TOLD_IN_NOTICES:
        return False
    return draft.trigger.is_ancestor(event.trigger) and _is_argument(event, draft)


def _is_argument(event: Event, draft: Draft) -> bool:
    node = event.trigger
    while node.head != draft.trigger and node.head != node:
        node = node.head
    return (
        node.dep_ in ("dobj", "attr", "prep", "xcomp", "ccomp", "acl", "advcl", "dative")
        and node.i > draft.trigger.i
    )


def _gravest_of_lists(events: list[Event]) -> Iterator[Event]:
    """ "likely to face persecution, detention and even torture" is one fear; its gravest word gives the kind."""
    for event in events:
        rivals = [other for other in events if other is not event and _same_list(event, other)]
        if not any(_rank(other.kind) < _rank(event.kind) for other in rivals):
            yield event


def _same_list(event: Event, other: Event) -> bool:
    both_nouns = (
        not event.details_from
        and not other.details_from
        and event.trigger != event.clause
        and other.trigger != other.clause
    )
    return (
        both_nouns
        and event.clause == other.clause
        and first_conjunct(event.trigger) == first_conjunct(other.trigger)
        and event.kind != other.kind
    )


def _rank(kind: str) -> int:
    return _GRAVEST.index(kind) if kind in _GRAVEST else len(_GRAVEST)


def draft_of(
    event: Event, cast: Cast, tellers: Tellers, places: Places, people: Sequence[Referent] = ()
) -> Draft | None:
    """The event as a draft; None where it is held in no way or befell nobody. ``people``: whom it befell, where that
    is known otherwise than from the event's words."""
    stance = read_stance(event.trigger, event.clause, event.kind)
    if stance.ignored or is_mishap(event.kind, event.trigger, event.clause):
        return None
    if event.forbidden:
        stance.deny()
    elif _consists_in_not(event, stance):
        stance.polarity, stance.modality = Polarity.AFFIRMED, Modality.ASSERTED
    if event.modality is not None:
        stance.hold(Modality(event.modality))
    who = list(people) or _sufferers(event, cast)
    if not who:
        return None
    by = [one for token in event.by if can_act(token, cast) for one in _doers(token, cast)]
    if (
        event.as_kind is not None
        and stance.modality is Modality.DEMANDED
        and stance.polarity is Polarity.DENIED
    ):
        # "Do not send me back": the fear of whoever asks.
        stance.modality, stance.polarity = Modality.FEARED, Polarity.AFFIRMED
    kind = event.kind
    if (
        event.as_kind is not None
        and stance.modality is not Modality.ASSERTED
        and stance.modality is not Modality.DEMANDED
    ):
        kind = event.as_kind
    where = _where(event, cast, places)
    return Draft(
        kind=kind,
        sentence=event.sentence,
        trigger=event.trigger,
        who=who,
        by=[one for one in _unique(by) if one not in who],
        where=where,
        details=_details(event, where),
        told_by=tellers.chain(event.trigger, event.sentence),
        polarity=stance.polarity,
        modality=stance.modality,
        count=_count(event),
        confidence=event.confidence,
    )


_NOT_DONE = {
    "denial of medical care": None,
    "enforced disappearance": None,
    "coercion": None,
    "separation of family": None,
    "forced breach of religion": None,
    "health": frozenset(
        """walk stand hear see speak talk move turn close hold straighten feel swallow sleep eat bear breathe lift
        remember bend use know wear recognise recognize write work sit open recover wake""".split()
    ),
    "killing": frozenset("survive wake get make spare return".split()),
    "death in custody": frozenset("survive wake get make return".split()),
    "torture and ill-treatment": frozenset("put turn switch let sleep allow stop rest feed".split()),
    "detention": frozenset("return come leave go let allow".split()),
    "application": frozenset(
        "renew clear accept grant consider answer decide issue process deny reject".split()
    ),
}
"""Acts told by what was not done, and the verbs that tell them so; None where nearly every verb does."""
_ACT_ITSELF = frozenset(
    "deny withhold deprive disappear abduct vanish force coerce separate compel hold detain kidnap pressure".split()
)


def _consists_in_not(event: Event, stance: Stance) -> bool:
    """ "Was not given his medicine", "nobody has seen him since", "cannot stand": the not is the act."""
    if event.kind not in _NOT_DONE or stance.polarity is not Polarity.DENIED:
        return False
    if stance.modality in (Modality.DEMANDED, Modality.FEARED):
        return False
    told_by = _NOT_DONE[event.kind]
    lemma = event.clause.lemma_
    return lemma not in _ACT_ITSELF if told_by is None else lemma in told_by


_POINTERS = frozenset("they them he she him her his their i me my we us our those".split())


def _sufferers(event: Event, cast: Cast) -> list[Referent]:
    """Whom it happened to; a pronoun that points to nobody known stays as it is written."""
    counted = {part for token in event.who if counted_together(token) for part in conjuncts(token)[1:]}
    found = [
        one
        for token in event.who
        if token not in counted
        for one in cast.all_of(token)
        if one.sort in (Sort.PERSON, Sort.PEOPLE)
    ]
    if not found:
        found = [
            Referent(Sort.PEOPLE, description=token.lower_, many=True)
            for token in event.who
            if token.pos_ == "PRON" and cast.of(token) is None and token.lower_ in _POINTERS
        ]
    return _unique(found)


def _unique(referents: Iterator[Referent] | list[Referent]) -> list[Referent]:
    found: list[Referent] = []
    for one in referents:
        if one not in found:
            found.append(one)
    return found


def _doers(token: Token, cast: Cast) -> list[Referent]:
    found = cast.all_of(token)
    if found or token.pos_ == "PRON":
        return found
    return [Referent(Sort.OTHER, description=phrase_text(part)) for part in conjuncts(token)]


def _count(event: Event) -> Count | None:
    for token in event.who:
        for part in conjuncts(token):
            found = count_of(part)
            if found is not None:
                return found
    return None


_PLACE_ORDER = ("in", "at", "inside", "near", "outside", "to", "into", "for", "from", "across", "on")
_NOWHERE = frozenset("home house country homeland land place".split())
"""Nouns that name no place while another phrase does: "left the country for Rwanda"."""


def _where(event: Event, cast: Cast, places: Places) -> Where | None:
    """The place under the act's own words, else under the verb that carries it: a place in, then a place to."""
    heads = [*place_heads(event.trigger, cast)]
    if not heads and event.trigger != event.clause:
        heads = place_heads(event.clause, cast)
    heads = [
        item for item in heads if item[0] in _PLACE_ORDER and (item[0] != "for" or event.kind in _MOVING)
    ]
    for _, token in sorted(heads, key=lambda item: _nearest(item, cast)):
        where = places.at(token, event.sentence)
        if where is not None:
            return where
    for thing in children(event.trigger, "dobj"):
        if thing not in event.who and is_place(thing, cast):
            return places.at(thing, event.sentence)
    return None


_MOVING = ("flight", "travel", "transfer", "deportation")


def _nearest(head: tuple[str, Token], cast: Cast) -> tuple[bool, int, int]:
    word, token = head
    vague = token.lemma_ in _NOWHERE and cast.name_at(token) is None
    return vague, _PLACE_ORDER.index(word), token.i


_BEYOND_THE_SLOTS = frozenset(("prep", "dobj", "xcomp", "acomp", "oprd", "advcl", "npadvmod"))
_NOT_OF_A_DEED = frozenset(("conj", "cc", "punct", "aux", "nsubj", "advcl", "mark"))


def _details(event: Event, where: Where | None) -> str | None:
    """What the act's own words say beyond the slots, as written."""
    if event.details_from:
        deed = subtree_text(event.trigger, leaving=_NOT_OF_A_DEED)
        return f"{_forbidding(event)} {deed}" if deed and event.forbidden else deed or None
    if event.trigger != event.clause:
        return _noun_details(event)
    parts = [
        subtree_text(part)
        for part in event.trigger.children
        if _is_detail(part, event) and not _is_where(part, where)
    ]
    return ", ".join(part for part in parts if part) or None


def _forbidding(event: Event) -> str:
    """ "not allowed to", as written before the deed."""
    negation = next(iter(children(event.clause, "neg")), event.clause)
    start = min(negation.i, event.clause.i)
    return str(event.trigger.doc[start : max(event.trigger.i, event.clause.i + 1)].text)


def _is_detail(part: Token, event: Event) -> bool:
    """Not a slot already: no date, nobody it happened to, no clause with a subject of its own."""
    if part.dep_ not in _BEYOND_THE_SLOTS or part in event.who or part.lower_ == "by":
        return False
    if part.dep_ == "prep" and not list(part.children):  # whose words a parser gave to the noun behind them
        return False
    if part.dep_ == "advcl" and children(part, "nsubj", "nsubjpass"):
        return False
    dated = any(token.ent_type_ == "DATE" for token in part.subtree)
    return not dated and not any(who == part or who.is_ancestor(part) for who in event.who)


def _is_where(part: Token, where: Where | None) -> bool:
    """A phrase of place that says no more than the slot; where from and where to are worth their word."""
    if where is None or part.dep_ != "prep" or part.lower_ in ("to", "into", "from", "across"):
        return False
    return any(where.name in subtree_text(thing) for thing in children(part, "pobj"))


def _noun_details(event: Event) -> str | None:
    others = [part for part in conjuncts(first_conjunct(event.trigger)) if part != event.trigger]
    text = phrase_text(event.trigger)
    return f"{text}, with {', '.join(phrase_text(part) for part in others)}" if others else text
