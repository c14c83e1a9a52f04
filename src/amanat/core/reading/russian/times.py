"""When, in Russian: which date of a sentence belongs to which act, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from amanat.core.claim import Modality, Polarity
from amanat.core.dates.edtf import bounds
from amanat.core.dates.mention import Anchor, DateMention, Partial, Relative
from amanat.core.dates.relative import resolve
from amanat.core.dates.russian import find_dates
from amanat.core.reading.russian.grammar import Sentence, Token

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
    _paragraph: int = -1
    _events: dict[str, str] = field(default_factory=dict)

    def of(self, sentence: Sentence) -> list[Dated]:
        """The dates of the next sentence; sentences must be asked for in order."""
        if sentence.paragraph != self._paragraph and not self.told_on:
            self._paragraph, self._previous = sentence.paragraph, None
        found: list[Dated] = []
        for mention in find_dates(self.text[sentence.start : sentence.end]):
            edtf = self._value(mention, sentence)
            start, end = sentence.start + mention.start, sentence.start + mention.end
            found.append(Dated(start, end, mention, edtf))
            if edtf is not None and not _is_birth(sentence, start):
                self._previous = edtf
        return found

    def _value(self, mention: DateMention, sentence: Sentence) -> str | None:
        near = _verb_near(sentence, sentence.start + mention.start)
        future = near is not None and (near.feats.get("Tense") in ("Fut", "Pres") or near.feats.get("VerbForm") == "Inf")
        past = near is not None and near.feats.get("Tense") == "Past"
        partial = isinstance(mention.value, Partial)
        previous = None if partial and future and not past else self._previous
        if partial and previous is not None and self._is_ahead(previous):
            previous = None
        if isinstance(mention.value, Relative) and mention.value.anchor is Anchor.PREVIOUS and previous is None:
            previous = self._previous
        ahead = bool(partial and future and not past)
        return resolve(
            mention, published=self.published, previous=previous, events=self._events, future=ahead
        ).edtf

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


def _is_birth(sentence: Sentence, at: int) -> bool:
    return any(token.lemma in ("родиться", "рождение") and abs(token.start - at) < 60 for token in sentence.tokens)


def _verb_near(sentence: Sentence, at: int) -> Token | None:
    """The finite verb of the date's clause."""
    token = sentence.at(at)
    if token is None:
        return None
    return next((each for each in (token, *token.ancestors()) if each.pos in ("VERB", "AUX")), None)


def date_of(trigger: Token, dates: list[Dated], sentence: Sentence, triggers: list[Token]) -> Dated | None:
    """The date that belongs to the act: the one that hangs on its word, or on the clause that carries it."""
    others = {id(each) for each in triggers if each is not trigger}
    carriers = {id(trigger)} | {id(each) for each in _carrying(trigger)}
    for date in dates:
        for token in sentence.within(date.start, date.end):
            for above in (token, *token.ancestors()):
                if id(above) in carriers:
                    return date
                if id(above) in others or above.rel in ("acl:relcl", "acl", "ccomp", "advcl"):
                    break
    return _shared(trigger, dates, sentence)


def _carrying(trigger: Token) -> list[Token]:
    found, node = [], trigger
    while node.head is not None and node.rel in ("xcomp", "obj", "obl", "nsubj", "nsubj:pass", "csubj", "iobj", "nmod"):
        node = node.head
        if node in found:
            break
        found.append(node)
        if node.pos == "VERB":
            break
    return found


def _shared(trigger: Token, dates: list[Dated], sentence: Sentence) -> Dated | None:
    """«15 апреля его задержали и избили»: a date before the first verb holds for those joined to it."""
    if trigger.rel != "conj" or trigger.head is None:
        return None
    for date in dates:
        for token in sentence.within(date.start, date.end):
            first = next((each for each in token.ancestors() if each.pos == "VERB"), None)
            if first is trigger.head and token.i < first.i:
                return date
    return None
