"""When: which date of a sentence belongs to which act, and what a relative date comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from amanat.core.claim import Modality
from amanat.core.dates.mention import Bound, DateMention, Partial, Relative
from amanat.core.dates.numeric import Order, settled
from amanat.core.dates.relative import resolve
from amanat.core.reading.bearing import happened_at_last
from amanat.core.reading.dated_clauses import attached, clause_verb, in_its_item, on_its_day
from amanat.core.reading.day_headings import Dated, within
from amanat.core.reading.draft import Draft
from amanat.core.reading.event_names import AT_ONCE, names_of
from amanat.core.reading.sentence_dates import (
    dates_of,
    is_when_it_happened,
    lasts_since,
    leans,
    without_bound,
)
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.zones import Zone


@dataclass
class Times:
    """Dates given to drafts. Acts dated on the way become anchors for "during her detention"."""

    published: str | None
    parts: list[Dated] = field(default_factory=list)
    """The posts, days or entries of the page that have dates of their own, in its order."""
    order: Order | None = None
    """The order of the page's dates in figures, where the page shows it."""
    settled: list[str] = field(default_factory=list)
    """Dates of two readings that the page's order has settled."""
    _previous: str | None = None
    _paragraph: int = -1
    _aside: int = -1
    """The sentence in whose relative clause the previous date was told: what comes after does not go on from it."""
    _events: dict[str, str] = field(default_factory=dict)
    _lives: dict[int, dict[str, str]] = field(default_factory=dict)
    """The same for each person: "her arrest" is not her uncle's."""

    def give(self, drafts: list[Draft], sentences: Iterable[Sentence] = ()) -> None:
        """Fill ``when`` of every draft: dates that stand alone first, then those that lean on others. ``sentences``
        are the whole report's, whose own dates a later "that evening" may point back to."""
        by_sentence: dict[int, list[Draft]] = {}
        told = {sentence.number: sentence for sentence in sentences if sentence.zone is Zone.BODY}
        for draft in drafts:
            by_sentence.setdefault(draft.sentence.number, []).append(draft)
            told.setdefault(draft.sentence.number, draft.sentence)
        dated = {number: dates_of(sentence) for number, sentence in told.items()}
        for draft in drafts:
            draft.when = self._in_order(draft.when, draft.sentence)
        for leaning in (False, True):
            self._previous = None
            for number in sorted(told):
                own = by_sentence.get(number, [])
                self._tell(told[number], dated[number], own, leaning=leaning)
        for draft in drafts:
            if draft.timeless:
                continue
            if draft.when is None and draft.at_publication:
                draft.when = self._seen_from(draft.sentence)
            elif draft.when is None and (part := self._part(draft.sentence)) and on_its_day(draft, part):
                draft.when = within(part.when) if not _is_item(draft.sentence) else None
            elif draft.when is None and _is_camp_life(draft):
                draft.when = self._events.get("detention")

    def _tell(
        self,
        sentence: Sentence,
        dates: list[tuple[DateMention, Token]],
        drafts: list[Draft],
        *,
        leaning: bool,
    ) -> None:
        """One sentence's dates given to its drafts, and kept for what the next sentences count from."""
        owned: dict[int, str | None] = {}
        opened = self._opened(sentence)
        for draft, mention, token in attached(sentence, drafts, dates):
            # What one date says of two acts is counted once: "the next day he was arrested and beaten".
            self._previous = owned.setdefault(mention.start, self._previous)
            if leans(mention) is leaning and draft.when is None:
                draft.when = self._value(mention, token, draft)
            if draft.when is not None:
                self._remember(draft)
        for draft in drafts:
            if draft.when is None and leaning and opened is not None and not dates and in_its_item(draft):
                draft.when = opened
            if draft.when is not None:
                self._remember(draft)
        for mention, token in dates:
            if mention.start not in owned and is_when_it_happened(mention, token):
                self._note(mention, sentence)

    def _opened(self, sentence: Sentence) -> str | None:
        """The date that opens an item of a chronology; what the next items lean on counts from it."""
        date = sentence.item.date if sentence.item is not None else None
        if date is None or sentence.item is None or sentence.item.told == sentence.item.start:
            return None
        previous = self._previous if self._paragraph == sentence.paragraph else None
        known = resolve(
            date, published=self._seen_from(sentence), previous=previous, events=self._events
        ).edtf
        if known is not None:
            known = self._in_order(known, sentence)
            self._previous, self._paragraph = known, sentence.paragraph
        return known

    def _seen_from(self, sentence: Sentence) -> str | None:
        """The report's date, or that of the post or the day the sentence stands in."""
        part = self._part(sentence)
        return part.when if part is not None else self.published

    def _part(self, sentence: Sentence) -> Dated | None:
        return next((part for part in self.parts if part.start <= sentence.start < part.end), None)

    def _note(self, mention: DateMention, sentence: Sentence) -> None:
        """A date of something that no claim was made of: only what comes after it counts from it."""
        previous = self._previous if self._paragraph == sentence.paragraph else None
        # "Since 2018 …. In August of that year": what comes after counts from where it began.
        known = resolve(
            without_bound(mention),
            published=self._seen_from(sentence),
            previous=previous,
            events=self._events,
        ).edtf
        if known is not None:
            self._previous, self._paragraph = self._in_order(known, sentence), sentence.paragraph

    def _value(self, mention: DateMention, token: Token, draft: Draft) -> str | None:
        """What the date comes to. A date without a year goes on from the one told before only within a paragraph;
        what is yet to come, and what has gone on since, is seen from the report."""
        if clause_verb(draft).head == token and clause_verb(draft).dep_ == "relcl":
            mention = without_bound(mention)
        if mention.bound is Bound.UNTIL and happened_at_last(draft.trigger):
            mention = without_bound(mention)
        # "Asked on 28 October for ten years": when it was asked for.
        future = draft.modality is not Modality.ASSERTED and draft.trigger.tag_ != "VBD"
        future = future or (mention.bound is Bound.UNTIL and draft.trigger.lemma_ in _SET_TO_LAST)
        goes_on = self._paragraph == draft.sentence.paragraph and not future
        partial = isinstance(mention.value, Partial)
        seen_now = partial and (mention.bound is Bound.SINCE or self._aside == draft.sentence.number)
        previous = self._previous if (goes_on or not partial) and not seen_now else None
        found = resolve(
            mention,
            published=self._seen_from(draft.sentence),
            previous=previous,
            events=self._events_of(draft),
            future=future,
        ).edtf
        found = self._in_order(found, draft.sentence)
        if not future and isinstance(mention.value, Relative) and self._is_yet_to_come(found):
            return None
        since = lasts_since(token, draft.sentence.text[: mention.start])
        lasting = found is not None and mention.bound is Bound.AT and since
        return f"{found}/.." if lasting and found is not None and not set(found) & set("/[{.") else found

    def _in_order(self, when: str | None, sentence: Sentence) -> str | None:
        found = settled(when, sentence.text, self.order) if when is not None else None
        if when is not None and found is not None and found != when:
            self.settled.append(found)
        return found

    def _is_yet_to_come(self, found: str | None) -> bool:
        """ "Was brought out and came back after forty days": what has happened is not after the report."""
        known = self.published is not None and found is not None and found[:1].isdigit()
        return known and str(found)[:10] > str(self.published)[: len(str(found)[:10])]

    def _remember(self, draft: Draft) -> None:
        if draft.when is None or draft.timeless or draft.at_publication:
            return
        self._previous, self._paragraph = draft.when, draft.sentence.paragraph
        if any(node.dep_ == "relcl" for node in (draft.trigger, *draft.trigger.ancestors)):
            self._aside = draft.sentence.number
        if draft.modality.value == "asserted" and draft.polarity.value == "affirmed":
            for events in (self._events, *(self._lives.setdefault(id(one), {}) for one in draft.who)):
                for noun in names_of(draft.kind):
                    known = events.get(noun)
                    lasts = noun not in AT_ONCE and "/" in draft.when and not draft.when.endswith("..")
                    if known is None or (lasts and "/" not in known):
                        events[noun] = draft.when

    def _events_of(self, draft: Draft) -> dict[str, str]:
        """What the draft's people went through, before what anybody did."""
        own = [self._lives.get(id(one), {}) for one in draft.who]
        others = [life for one, life in self._lives.items() if one not in map(id, draft.who)]
        found = {
            noun: when
            for noun, when in self._events.items()
            if not own or not any(life.get(noun) == when for life in others)
        }
        for life in own:
            found |= life
        return found


_SET_TO_LAST = frozenset(
    "remand extend prolong order ban sentence commit suspend jail arrest adjourn postpone".split()
)
"""Verbs of what is done today until a day to come: "remanded until 5 December"."""

_INSIDE = frozenset(
    (
        "forced labour",
        "forced breach of religion",
        "torture and ill-treatment",
        "indoctrination",
        "denial of medical care",
    )
)


def _is_item(sentence: Sentence) -> bool:
    """What an item of a chronology does not date, the day above the line does not date either."""
    return sentence.piece is not None and sentence.piece.item is not None


def _is_camp_life(draft: Draft) -> bool:
    """ "She and other detainees were forced to …" tells of the detention, and so of its time."""
    shared = {"detainee", "inmate", "prisoner", "internee", "cellmate"}
    held = any(one.noun in shared and one.many for one in draft.who) and any(
        one.is_individual for one in draft.who
    )
    return held and draft.kind in _INSIDE and draft.modality.value == "asserted"
