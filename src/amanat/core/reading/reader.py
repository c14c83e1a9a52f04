"""From a page of text to claims: the stages, in their order.

    zones -> sentences -> names -> cast -> acts, statements, statuses -> places, times, tellers -> claims

Every claim's passage is the sentence it stands in, quoted exactly. What no rule reads is not claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.language import Language

from amanat.core.claim import (
    Claim,
    Flag,
    Passage,
    Person,
    Reading,
    ReportHeader,
    Teller,
    TellerRole,
    identified,
)
from amanat.core.dates.numeric import order_of
from amanat.core.dates.words import in_words
from amanat.core.reading import posters
from amanat.core.reading.acts import act_drafts
from amanat.core.reading.answers import Answers
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.casting import cast_of
from amanat.core.reading.day_headings import dated_parts
from amanat.core.reading.demanding import demands, without_doubles
from amanat.core.reading.draft import Draft
from amanat.core.reading.entries import portrait_drafts
from amanat.core.reading.header import PageHints, find_dateline, read_header
from amanat.core.reading.language import language_of, not_read
from amanat.core.reading.layout import page_layout
from amanat.core.reading.marks import marks_of, what_is_not_read, what_is_read
from amanat.core.reading.names import find_names
from amanat.core.reading.records import as_demanded, is_demanded, read_records, source_of
from amanat.core.reading.sentences import Sentence, parsed, quotations
from amanat.core.reading.speaking import Voices, give_voice
from amanat.core.reading.spots import spotter_and
from amanat.core.reading.spotted import spotted_drafts, spotted_statuses, weighed
from amanat.core.reading.statements import find_statements
from amanat.core.reading.statuses import find_statuses
from amanat.core.reading.subheads import subheads
from amanat.core.reading.telling import NOBODY_NAMED, Tellers, Told
from amanat.core.reading.times import Times
from amanat.core.reading.turns import by_turn, numbering, turns
from amanat.core.reading.where import Places
from amanat.core.reading.zones import Page, Zone, zoned

VERSION = "1"


def read(text: str, *, sha256: str, nlp: Language, hints: PageHints | None = None) -> Reading:
    """Read an English report; a text in another language gives its header, marks, and a flag that says so.

    ``text`` is kept as it is; every offset of the reading points into it. ``nlp`` is a spaCy pipeline with
    tagger, parser, lemmatiser and entity recogniser (adapters/english.py loads it).
    """
    page, header = opened(text, sha256, hints)
    rows = hints.rows if hints else ()
    return read_english(page, header, nlp, rows) if header.language == "en" else mark_only(page, header)


def opened(text: str, sha256: str, hints: PageHints | None) -> tuple[Page, ReportHeader]:
    """The page in its zones, and what it says of itself; its language is told here."""
    hints = hints or PageHints()
    page = zoned(text, hints.headline or hints.title)
    return page, read_header(page, sha256, hints, language_of(text))


def mark_only(page: Page, header: ReportHeader, why: str = "") -> Reading:
    """The reading of a page in a language that gives no claims: marked passages, and what is not read."""
    language = header.language or ""
    flag = not_read(language, what_is_read(language), what_is_not_read(language), why)
    return Reading(replace(header, flags=(*header.flags, flag)), marks=marks_of(page.text, language))


def read_english(page: Page, header: ReportHeader, nlp: Language, rows: tuple[int, ...] = ()) -> Reading:
    """The claims of an English page. ``rows``: where the rows of a table begin, each a record of its own."""
    page = by_turn(page)
    text, sha256 = page.text, header.sha256
    told = heard(page, nlp, rows)
    sentences, cast, tellers, voices = told.sentences, told.cast, told.tellers, told.voices
    drafts = _drafts(sentences, cast, tellers, voices)
    times = Times(header.published, dated_parts(page, header.published), order_of(text))
    times.give(drafts, sentences)
    people = _numbered(drafts)
    reader = f"rules {VERSION}, {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    claims = [_claim(draft, text, people, header.outlet, reader) for draft in drafts]
    return Reading(
        report=replace(header, flags=(*header.flags, *_order_flag(times))),
        people=tuple(_person(one, key) for one, key in people.items()),
        claims=tuple(identified(claim, sha256) for claim in _distinct(claims)),
    )


@dataclass(frozen=True, slots=True)
class Heard:
    """A page's sentences, who is who in them, and who says what."""

    sentences: list[Sentence]
    cast: Cast
    tellers: Tellers
    voices: Voices


def heard(page: Page, nlp: Language, rows: tuple[int, ...] = ()) -> Heard:
    """Everything that is known of an English page before the first claim is read."""
    dateline = find_dateline(page)
    conversation = turns(page)
    skipped = numbering(page) | {start: turn.length for start, turn in conversation.items()}
    skipped |= {
        one.block.start: one.length for one in posters.heads(page) if one.length < len(page.quote(one.block))
    }
    if dateline is not None:
        skipped[dateline.block] = dateline.length
    sentences = parsed(page, nlp, skipped, page_layout(page, rows))
    quoted = quotations(page)
    cast = cast_of(sentences, find_names(sentences), quoted)
    tellers = Tellers(sentences, quoted, cast)
    return Heard(sentences, cast, tellers, give_voice(page, sentences, cast, tellers, conversation))


def _drafts(sentences: list[Sentence], cast: Cast, tellers: Tellers, voices: Voices) -> list[Draft]:
    places = Places(cast)
    for sentence in sentences:
        places.learn(sentence)

    def asked_after(question: Sentence) -> list[Draft]:
        acts = list(act_drafts(question, cast, tellers, places, []))
        return acts or list(spotted_drafts(question, acts, found, cast, tellers, places))

    answers = Answers(sentences, voices, cast, asked_after)
    sentences = [one for one in sentences if not voices.asks(one)]
    records = read_records(sentences, cast)
    headings = subheads(sentences, cast)
    found: list[Draft] = [*records.drafts, *_portraits(sentences, voices)]
    statuses: list[Draft] = []
    for sentence in sentences:
        if sentence.number in records.sentences or sentence.number in headings:
            continue
        said = find_statements(sentence, cast, tellers, places, voices.teller(sentence))
        statements = list(weighed(sentence, said, found))
        acts = list(weighed(sentence, act_drafts(sentence, cast, tellers, places, statements), found))
        headline = sentence.zone is Zone.HEADLINE
        told = [] if headline else list(weighed(sentence, find_statuses(sentence, cast, places), found))
        told += spotted_statuses(sentence, told, statuses, cast, places)
        listed = is_demanded(sentence)
        statements += demands(sentence, [*statements, *acts], cast, tellers, listed=listed)
        answer = answers.draft(sentence, places) if not acts else None
        if answer is not None:
            acts.append(answer)
        else:
            acts += spotted_drafts(sentence, [*statements, *acts, *told], found, cast, tellers, places)
        found.extend(without_doubles(statements, acts))
        found.extend(as_demanded(acts) if listed else acts)
        statuses.extend(told)
    found.extend(statuses)
    for draft in found:
        source = source_of(draft.sentence)
        if source is not None:
            draft.told_by = [source]
        if not draft.told_by or draft.told_by == [NOBODY_NAMED]:
            chain = tellers.chain(draft.trigger, draft.sentence, beside=draft not in statuses)
            draft.told_by = chain or draft.told_by
        elif source is None:
            draft.told_by += tellers.around(draft.trigger, draft.sentence, draft.told_by)
        narrator = voices.teller(draft.sentence)
        if narrator is not None and not any(narrator.same_as(told) for told in draft.told_by):
            draft.told_by.append(narrator)
    return sorted(found, key=lambda draft: (draft.sentence.number, draft.trigger.i))


def _portraits(sentences: list[Sentence], voices: Voices) -> Iterator[Draft]:
    """What the masthead of a testimony says of the witness who tells what follows it."""
    for sentence in sentences:
        witness = voices.next_speaker(sentence)
        if sentence.piece is not None and sentence.piece.portrait and witness is not None:
            yield from portrait_drafts(sentence, witness)


def _order_flag(times: Times) -> Iterator[Flag]:
    """What settled the dates in figures that could be read in two ways is said, and never done in silence."""
    if times.order is not None and times.settled:
        first = "day" if times.order.day_first else "month"
        told = ", ".join(dict.fromkeys(map(in_words, times.settled)))
        witness = f"“{times.order.witness}” on the same page can only have the {first} first"
        yield Flag("date-order", f"Dates in figures are read with the {first} first ({told}): {witness}.")


# -- people --------------------------------------------------------------------------------------------------


def _numbered(drafts: list[Draft]) -> dict[Referent, str]:
    """Ids for the individuals that claims speak of, in the order in which the report names them."""
    found = dict.fromkeys(one for draft in drafts for one in _individuals(draft))
    ordered = sorted(
        found, key=lambda one: (one.mentions[0].sentence, one.mentions[0].token) if one.mentions else (0, 0)
    )
    return {one: f"p{number}" for number, one in enumerate(ordered, start=1)}


def _individuals(draft: Draft) -> Iterator[Referent]:
    tellers = (told.referent for told in draft.told_by)
    for one in (*_one_by_one(draft.who), *_one_by_one(draft.by), *tellers):
        if one is not None and one.is_individual:
            yield one


def _one_by_one(referents: Iterable[Referent]) -> list[Referent]:
    """People named together each by their own name, and each once."""
    return list(dict.fromkeys(each for one in referents for each in one.members or (one,)))


def _person(one: Referent, key: str) -> Person:
    forms = sorted(set(one.names), key=lambda name: (-name.count(" "), -len(name), name))
    return Person(key, tuple(forms), one.description if one.owner is None or one.names else one.label)


# -- claims --------------------------------------------------------------------------------------------------


def _claim(draft: Draft, text: str, people: dict[Referent, str], outlet: str | None, reader: str) -> Claim:
    start, end = draft.span or (draft.sentence.start, draft.sentence.end)
    return Claim(
        kind=draft.kind,
        passage=Passage(start, end, text[start:end]),
        who=tuple(_names(draft.who, people)) or ((draft.who_text,) if draft.who_text else ()),
        by=tuple(_names(draft.by, people)),
        where=draft.where,
        when=draft.when,
        details=draft.details,
        told_by=tuple(_chain(draft, people, outlet)),
        polarity=draft.polarity,
        modality=draft.modality,
        count=draft.count,
        reader=spotter_and(reader) if draft.spotted else reader,
        confidence=round(draft.confidence, 2),
    )


def _names(referents: Iterable[Referent], people: dict[Referent, str]) -> Iterator[str]:
    for one in _one_by_one(referents):
        name = people.get(one) or one.label
        if name:
            yield name


def _chain(draft: Draft, people: dict[Referent, str], outlet: str | None) -> Iterator[Teller]:
    named: set[str] = set()
    for told in draft.told_by:
        name = people.get(told.referent, told.name) if told.referent is not None else told.name
        if outlet and _is_outlet(told, outlet):
            continue
        if name and name.casefold() not in named:
            named.add(name.casefold())
            yield Teller(name, _role(told, draft), told.medium)
    if outlet and outlet.casefold() not in named:
        yield Teller(outlet, TellerRole.MEDIA)


def _is_outlet(told: Told, outlet: str) -> bool:
    """The outlet, in a shorter or longer form of its name."""
    if told.referent is not None and told.referent.is_individual:
        return False
    own, other = set(outlet.casefold().split()) - {"the"}, set(told.name.casefold().split()) - {"the"}
    # One word is a short form where it is a name of its own: "told Meridian", of the Meridian News Agency.
    if told.name == _initials(outlet):
        return True
    named = len(other) > 1 or (told.name.istitle() and not told.name.casefold().startswith("the "))
    return named and bool(other) and (other <= own or own <= other)


def _initials(outlet: str) -> str | None:
    """ "SWS" of "Sahel Wire Service"; None for a single word."""
    parts = [
        word for word in outlet.split() if word.casefold() not in ("the", "of", "for", "and", "on", "in")
    ]
    return "".join(word[0] for word in parts).upper() if len(parts) > 1 else None


def _role(told: Told, draft: Draft) -> TellerRole:
    """A teller who is the one it happened to is the victim; one who is their kin, a relative."""
    if told.referent is not None and told.referent.is_individual:
        if told.referent in draft.who:
            return TellerRole.VICTIM
        if told.referent.owner is not None and told.referent.owner in draft.who:
            return TellerRole.RELATIVE
    return told.role


def _distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    """One claim for one answer: the same kind about the same people in the same passage stands once."""
    seen: set[tuple[object, ...]] = set()
    for claim in claims:
        key = (
            claim.kind,
            claim.who,
            claim.passage.start,
            claim.when,
            claim.polarity,
            claim.modality,
            claim.details,
        )
        if key not in seen:
            seen.add(key)
            yield claim
