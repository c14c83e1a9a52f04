"""From a Russian page to claims: sentences -> people and places -> acts -> dates, tellers, stance -> claims.

Fewer kinds are read than in English: the main acts, and no statuses. What no rule reads is not claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amanat.core.claim import (
    Claim,
    Modality,
    Passage,
    Person,
    Polarity,
    Reading,
    ReportHeader,
    Teller,
    TellerRole,
    Where,
    identified,
)
from amanat.core.dates.russian import find_dates
from amanat.core.reading.russian.cast import Cast, Who
from amanat.core.reading.russian.counting import count_of
from amanat.core.reading.russian.events import Event, find_events
from amanat.core.reading.russian.grammar import Grammar, Sentence
from amanat.core.reading.russian.heading import with_russian_head
from amanat.core.reading.russian.naming import Individual, people_of
from amanat.core.reading.russian.placing import NamedPlace, places_of
from amanat.core.reading.russian.stance import stance
from amanat.core.reading.russian.telling import Tellers, Told
from amanat.core.reading.russian.times import Dated, Times, when_of
from amanat.core.reading.russian.where import where_of
from amanat.core.reading.sentences import SAME_LENGTH, quotations
from amanat.core.reading.zones import Page, Zone

VERSION = "1"
_CONFIDENCE = 0.6
_FIRST_PERSON = frozenset(("я", "мы", "мой", "наш"))
_STORY = 0.25
"""From this share of sentences with «я» or «мы» outside quotation marks on, a text is somebody's own story."""
_ASKING = re.compile(r"\s*(?:Вопрос|Интервьюер|В\.)\s*:", re.IGNORECASE)
_NO_VICTIM = frozenset(("denial",))


@dataclass(frozen=True, slots=True)
class Found:
    """Everything read of a Russian text, before it becomes claims: what the benchmark measures."""

    sentences: list[Sentence]
    people: list[Individual]
    places: list[NamedPlace]
    dates: dict[int, list[Dated]]
    """By the number of the sentence."""
    cast: Cast


def read_russian(page: Page, header: ReportHeader, grammar: Grammar) -> Reading:
    """The reading of a Russian page; ``header`` is what its form gave."""
    header = with_russian_head(header, page, find_dates)
    found = find_all(page, header, grammar)
    tellers = Tellers(found.sentences, quotations(page), found.cast)
    drafts = [draft for sentence in found.sentences for draft in _drafts(sentence, found, tellers)]
    keys = _numbered(found.people, drafts)
    reader = f"russian rules {VERSION}, {grammar.name}"
    claims = [_claim(draft, page.text, keys, header.outlet, reader) for draft in drafts]
    people = tuple(Person(key, one.names) for one, key in keys.items())
    return Reading(header, people, tuple(identified(each, header.sha256) for each in _distinct(claims)))


def find_all(page: Page, header: ReportHeader, grammar: Grammar) -> Found:
    """Sentences, people, places and dates of the headline and body."""
    blocks = [block for block in page.blocks if block.zone in (Zone.HEADLINE, Zone.HEADER, Zone.BODY)]
    sentences = grammar.parse([(block.start, page.quote(block).translate(SAME_LENGTH)) for block in blocks])
    people = people_of(sentences, grammar)
    places = places_of(sentences, people, grammar)
    cast = Cast(sentences, people, page.text)
    cast.narrator = _narrator(sentences, people)
    times = Times(page.text, header.published, told_on=_is_story(sentences))
    dates = {sentence.number: times.of(sentence) for sentence in sentences}
    return Found(sentences, people, places, dates, cast)


def _is_story(sentences: Sequence[Sentence]) -> bool:
    own = sum(any(token.lemma in _FIRST_PERSON for token in sentence.tokens) for sentence in sentences)
    return own >= _STORY * len(sentences)


def _narrator(sentences: Sequence[Sentence], people: Sequence[Individual]) -> Individual | None:
    """Whoever says «меня зовут»."""
    for sentence in sentences:
        called = next(
            (token for token in sentence.tokens if token.lemma == "звать" and token.text.lower() == "зовут"),
            None,
        )
        mine = called is not None and any(token.lemma == "я" for token in sentence.tokens)
        if called is not None and mine:
            after = [
                mention
                for one in people
                for mention in one.mentions
                if called.end <= mention.start <= sentence.end
            ]
            if after:
                return min(after, key=lambda mention: mention.start).person
    return None


# -- drafts --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Draft:
    event: Event
    kind: str
    told: list[Told]
    when: str | None
    where: Where | None
    polarity: Polarity
    modality: Modality


def _drafts(sentence: Sentence, found: Found, tellers: Tellers) -> Iterator[_Draft]:
    if _ASKING.match(" ".join(token.text for token in sentence.tokens[:3])):
        return
    events = list(find_events(sentence, found.cast, tellers.speaker))
    triggers = [event.trigger for event in events]
    for event in events:
        if event.kind not in _NO_VICTIM and not event.who and not _tells_alone(event):
            continue
        polarity, modality = stance(event.trigger)
        kind = event.kind
        if event.entry.negated:
            polarity = Polarity.AFFIRMED
        if event.entry.otherwise and modality is not Modality.ASSERTED:
            kind = event.entry.otherwise
        when = when_of(event.trigger, found.dates[sentence.number], sentence, triggers)
        where = where_of(kind, event.trigger, sentence, found.places)
        told = tellers.chain(event.trigger, sentence) or _own_story(found.cast)
        yield _Draft(event, kind, told, when, where, polarity, modality)


def _own_story(cast: Cast) -> list[Told]:
    """Of somebody who says who they are and tells all in their own words."""
    who = cast.narrator
    return [Told(Who(who, who.names[0]), TellerRole.WITNESS)] if who is not None else []


def _tells_alone(event: Event) -> bool:
    """An act on people who are not named in the clause is told all the same by a verb: «молиться запрещали»."""
    return event.entry.alone or (event.trigger.pos == "VERB" and not event.entry.person)


# -- people and claims ---------------------------------------------------------------------------------------


def _numbered(people: Sequence[Individual], drafts: Sequence[_Draft]) -> dict[Individual, str]:
    """Ids for the people that claims speak of, in the order in which the report names them."""
    spoken = {id(who.person) for draft in drafts for who in _all_of(draft) if who.person is not None}
    return {
        one: f"p{number}" for number, one in enumerate((one for one in people if id(one) in spoken), start=1)
    }


def _all_of(draft: _Draft) -> Iterator[Who]:
    yield from draft.event.who
    yield from draft.event.by
    yield from (told.who for told in draft.told)


def _claim(draft: _Draft, text: str, keys: dict[Individual, str], outlet: str | None, reader: str) -> Claim:
    event = draft.event
    start, end = event.sentence.start, event.sentence.end
    return Claim(
        kind=draft.kind,
        passage=Passage(start, end, text[start:end]),
        who=tuple(_name(who, keys) for who in event.who),
        by=tuple(_name(who, keys) for who in event.by),
        where=draft.where,
        when=draft.when,
        told_by=tuple(_chain(draft, keys, outlet)),
        polarity=draft.polarity,
        modality=draft.modality,
        count=count_of(event.who),
        reader=reader,
        confidence=_CONFIDENCE,
    )


def _name(who: Who, keys: dict[Individual, str]) -> str:
    return keys[who.person] if who.person is not None else who.label


def _chain(draft: _Draft, keys: dict[Individual, str], outlet: str | None) -> Iterator[Teller]:
    victims = {id(who.person) for who in draft.event.who if who.person is not None}
    for told in draft.told:
        role = (
            TellerRole.VICTIM if told.who.person is not None and id(told.who.person) in victims else told.role
        )
        yield Teller(_name(told.who, keys), role)
    if outlet and all(told.who.label.casefold() != outlet.casefold() for told in draft.told):
        yield Teller(outlet, TellerRole.MEDIA)


def _distinct(claims: Sequence[Claim]) -> Iterator[Claim]:
    seen: set[tuple[object, ...]] = set()
    for claim in claims:
        key = (claim.kind, claim.who, claim.passage.start, claim.when, claim.polarity, claim.modality)
        if key not in seen:
            seen.add(key)
            yield claim
