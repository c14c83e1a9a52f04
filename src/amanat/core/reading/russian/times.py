"""When, in Russian: which date of a sentence belongs to which act, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from amanat.core.claim import Modality, Polarity
from amanat.core.dates.edtf import bounds
from amanat.core.dates.mention import Anchor, DateMention, Partial, Relative
from amanat.core.dates.relative import resolve
from amanat.core.dates.russian import find_dates
from amanat.core.reading.russian.grammar import Sentence, Token
from amanat.core.reading.russian.lexicon import words
from amanat.core.reading.russian.stretches import Stretches

_NEXT_ANSWER = 2
"""Paragraphs from one answer to the next, with the question between: so far a story plainly goes on."""
_NOUNS = {
    "detention": ("arrest", "detention"), "release": ("release",), "sentence": ("sentence", "trial"),
    "enforced disappearance": ("disappearance", "abduction"), "transfer": ("transfer",), "flight": ("escape",),
    "death in custody": ("death",), "deportation": ("deportation",), "interrogation": ("interrogation",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """A date where it stands in the report, and what it comes to; ``edtf`` is None where that is not known."""

    start: int
    end: int
    mention: DateMention
    edtf: str | None


@dataclass
class Times:
    """Every date of a report, resolved in its order. ``told_on``: a story, that goes on from one date to the next."""

    text: str
    published: str | None
    told_on: bool = False
    _previous: str | None = None
    _told_in: int = -1
    """The paragraph in which the previous date was told."""
    _events: dict[str, str] = field(default_factory=dict)

    def of(self, sentence: Sentence) -> list[Dated]:
        """The dates of the next sentence; sentences must be asked for in order."""
        if sentence.paragraph != self._told_in and not self.told_on:
            self._previous = None
        found: list[Dated] = []
        for mention in find_dates(self.text[sentence.start : sentence.end]):
            edtf = self._value(mention, sentence)
            start, end = sentence.start + mention.start, sentence.start + mention.end
            found.append(Dated(start, end, mention, edtf))
            if edtf is not None and not _is_birth(sentence, start) and not _is_from_now(mention):
                self._previous, self._told_in = _known_end(edtf) or self._previous, sentence.paragraph
        return found

    def _value(self, mention: DateMention, sentence: Sentence) -> str | None:
        near = _verb_near(sentence, sentence.start + mention.start)
        future = near is not None and (
            near.feats.get("Tense") in ("Fut", "Pres")
            or near.feats.get("VerbForm") == "Inf"
            or near.lemma in words("planning")
        )
        past = near is not None and near.feats.get("Tense") == "Past"
        partial = isinstance(mention.value, Partial)
        previous = None if partial and future and not past else self._previous
        if partial and previous is not None and self._is_ahead(previous):
            previous = None
        if (
            isinstance(mention.value, Relative)
            and mention.value.anchor is Anchor.PREVIOUS
            and previous is None
        ):
            previous = self._previous
        ahead = bool(partial and future and not past)
        found = resolve(
            mention, published=self.published, previous=previous, events=self._events, future=ahead
        ).edtf
        if not partial or previous is None or sentence.paragraph - self._told_in <= _NEXT_ANSWER:
            return found
        other = resolve(mention, published=self.published, future=ahead).edtf
        return found if other is None or other == found else _either(found, other)

    def _is_ahead(self, edtf: str) -> bool:
        """Whether a date lies after the report's own: what is told next need not come after it."""
        if self.published is None:
            return False
        latest, earliest = bounds(self.published).latest, bounds(edtf).earliest
        return latest is not None and earliest is not None and earliest > latest

    def remember(self, kind: str, edtf: str, polarity: Polarity, modality: Modality) -> None:
        """An act's date, for what is told from it: «через неделю после ареста»."""
        if polarity is Polarity.AFFIRMED and modality is Modality.ASSERTED:
            for noun in _NOUNS.get(kind, ()):
                self._events.setdefault(noun, edtf)


def _is_from_now(mention: DateMention) -> bool:
    """«в прошлом году», «три дня назад»: said from the day of the report, and no step of the story."""
    return isinstance(mention.value, Relative) and mention.value.anchor is Anchor.PUBLICATION


def _either(one: str | None, other: str) -> str | None:
    """Going on from the story, or the last before the report: where the two differ, the text does not say which."""
    if one is None or set("[{/") & set(one + other):
        return None
    return f"[{','.join(sorted((one, other)))}]"


def _known_end(edtf: str) -> str | None:
    """What the story goes on from: a date, or the end of an open stretch that is told; of a choice, nothing."""
    if edtf[0] in "[{":
        return None
    begin, slash, end = edtf.partition("/")
    if not slash:
        return edtf
    if begin.strip(".") and end.strip("."):
        return edtf
    return begin if begin.strip(".") else end


def _is_birth(sentence: Sentence, at: int) -> bool:
    return any(
        token.lemma in ("родиться", "рождение") and abs(token.start - at) < 60 for token in sentence.tokens
    )


def _verb_near(sentence: Sentence, at: int) -> Token | None:
    """The finite verb of the date's clause."""
    token = sentence.at(at)
    if token is None:
        return None
    above = (token, *token.ancestors())
    return next(
        (each for each in above if each.pos in ("VERB", "AUX") or each.feats.get("Variant") == "Short"), None
    )


def when_of(trigger: Token, dates: list[Dated], sentence: Sentence, triggers: list[Token]) -> str | None:
    """The act's date as EDTF; with the end that is told beside it, from then to then: «16 апреля … до 14 июня»."""
    plain = [date for date in dates if not _is_end(date)]
    ends = [date for date in dates if _is_end(date)]
    begin = date_of(trigger, plain, sentence, triggers)
    end = date_of(trigger, ends, sentence, triggers)
    if begin is None or begin.edtf is None:
        return end.edtf if end is not None else None
    if end is None or end.edtf is None or begin.edtf[0] in "[{" or "/" in begin.edtf:
        return begin.edtf
    first, last = bounds(begin.edtf).earliest, bounds(end.edtf).latest
    if first is None or last is None or first > last or "[" in end.edtf:
        return begin.edtf
    return f"{begin.edtf}/{end.edtf.removeprefix('../')}"


def _is_end(date: Dated) -> bool:
    return date.edtf is not None and date.edtf.startswith("../")


def date_of(trigger: Token, dates: list[Dated], sentence: Sentence, triggers: list[Token]) -> Dated | None:
    """The date that belongs to the act: in the stretch of its word, the one nearest to it, unless it is nearer to
    another act's word there; else that of the stretch from which its own goes on: «15 апреля задержали и избили».
    """
    cut = Stretches(sentence)
    own = _in_stretch(trigger, cut, dates, sentence)
    here = [each for each in triggers if cut.number(each) == cut.number(trigger)]
    mine = [date for date in own if _nearest(date, here, sentence) is trigger]
    if mine:
        return min(mine, key=lambda date: _distance(date, trigger))
    if own:
        return min(own, key=lambda date: _distance(date, trigger))
    before = cut.before(trigger)
    if not before:
        return None
    verb = next((token for token in before if token.pos == "VERB"), None)
    shared = [] if verb is None else _in_stretch(verb, cut, dates, sentence)
    fronted = [date for date in shared if verb is not None and date.end <= verb.start]
    return fronted[0] if fronted else None


def _in_stretch(token: Token, cut: Stretches, dates: list[Dated], sentence: Sentence) -> list[Dated]:
    number = cut.number(token)
    found = []
    for date in dates:
        inside = sentence.at(date.end - 1)
        if inside is not None and cut.number(inside) == number:
            found.append(date)
    return found


def _nearest(date: Dated, triggers: list[Token], sentence: Sentence) -> Token | None:
    """Whose date it is by the parse; else whose word stands nearest."""
    for token in sentence.within(date.start, date.end):
        for above in token.ancestors():
            if any(above is each for each in triggers):
                return above
    return min(triggers, key=lambda each: _distance(date, each), default=None)


def _distance(date: Dated, trigger: Token) -> int:
    return min(abs(date.start - trigger.end), abs(trigger.start - date.end))
