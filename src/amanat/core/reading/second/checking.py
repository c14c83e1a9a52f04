"""What of a proposal may stand: a claim whose every word is the report's own, or the reason why there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from amanat.core.claim import Claim, Modality, Passage, Polarity, Teller, TellerRole, Where
from amanat.core.reading.counting import parse_count
from amanat.core.reading.second.checked import Checked, Dropped
from amanat.core.reading.second.dating import allowed_date
from amanat.core.reading.second.form import Named, Proposal, proposal_of
from amanat.core.reading.second.paragraphs import Paragraph
from amanat.core.reading.second.quoting import find, said, word_count
from amanat.core.vocabulary import vocabulary

CONFIDENCE = 0.5
"""Of every claim of a second reader: what a model says of its own certainty is not worth keeping."""

_FEWEST_WORDS = 2
"""Of a quote: a single word claims nothing."""


@dataclass
class Check:
    """Checks the proposals of one paragraph; ``dropped`` counts what was not kept, claims and slots.

    ``published`` is the report's date, from which "last week" is counted; ``outlet`` ends every chain of tellers.
    """

    paragraph: Paragraph
    reader: str
    published: str | None = None
    outlet: str | None = None
    dropped: Counter[Dropped] = field(default_factory=Counter)
    _slots: Counter[Dropped] = field(default_factory=Counter)
    """Those of the claim at hand; they count if it is kept."""

    def claims(self, untrusted: Iterable[object]) -> tuple[Checked, ...]:
        """The claims that may stand, each once, in the order proposed."""
        found: dict[tuple[object, ...], Checked] = {}
        for each in untrusted:
            self._slots = Counter()
            checked = self._checked(proposal_of(each))
            if isinstance(checked, Dropped):
                self.dropped[checked] += 1
            elif (key := _saying(checked.claim)) in found:
                self.dropped[Dropped.REPEATED] += 1
            else:
                found[key] = checked
                self.dropped += self._slots
        return tuple(found.values())

    def _checked(self, proposal: Proposal | None) -> Checked | Dropped:
        if proposal is None:
            return Dropped.FORM
        passage = self._passage(proposal.quote)
        if passage is None:
            return Dropped.QUOTE
        if word_count(passage.quote) < _FEWEST_WORDS:
            return Dropped.SHORT
        if proposal.kind not in vocabulary():
            return Dropped.KIND
        if proposal.polarity not in set(Polarity) or proposal.modality not in set(Modality):
            return Dropped.HELD
        names: dict[str, None] = {}
        who = self._people(proposal.who, Dropped.SOMEBODY, names)
        count = parse_count(words) if (words := self._said(proposal.count, Dropped.COUNT)) else None
        if not who and (proposal.who or count is None):
            return Dropped.WHO if proposal.who else Dropped.NOBODY
        claim = Claim(
            kind=vocabulary().term(proposal.kind).kind,
            passage=passage,
            who=who,
            by=self._people(proposal.by, Dropped.BY, names),
            where=Where(place) if (place := self._said(proposal.where, Dropped.WHERE)) else None,
            when=self._date(proposal.when),
            details=self._said(proposal.details, Dropped.DETAILS),
            told_by=self._tellers(proposal.told_by, names),
            polarity=Polarity(proposal.polarity),
            modality=Modality(proposal.modality),
            count=count,
            reader=self.reader,
            confidence=CONFIDENCE,
        )
        return Checked(claim, tuple(names))

    def _passage(self, quote: str) -> Passage | None:
        found = find(quote, self.paragraph.text)
        if found is None:
            return None
        start, end = (self.paragraph.start + place for place in found)
        return Passage(start, end, self.paragraph.text[slice(*found)])

    def _said(self, words: str, slot: Dropped) -> str | None:
        """The words as the paragraph has them."""
        found = said(words, self.paragraph.text) if words else None
        if words and found is None:
            self._slots[slot] += 1
        return found

    def _shown(self, words: str) -> str | None:
        """The words as the paragraph, or what was shown before it, has them."""
        return said(words, self.paragraph.text) or said(words, self.paragraph.before)

    def _people(self, people: Iterable[Named], slot: Dropped, names: dict[str, None]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for each in people:
            words = self._shown(each.text)
            if words is None:
                self._slots[slot] += 1
                continue
            found[words] = None
            if each.is_name and _may_be_a_name(words):
                names[words] = None
        return tuple(found)

    def _tellers(self, tellers: Iterable[tuple[str, str]], names: dict[str, None]) -> tuple[Teller, ...]:
        found: dict[str, Teller] = {}
        for text, role in tellers:
            words = self._shown(text)
            if words is None or role not in set(TellerRole):
                self._slots[Dropped.TOLD_BY] += 1
                continue
            found.setdefault(words.casefold(), Teller(words, TellerRole(role)))
        if self.outlet:
            found.setdefault(self.outlet.casefold(), Teller(self.outlet, TellerRole.MEDIA))
        return tuple(found.values())

    def _date(self, proposed: str) -> str | None:
        found = allowed_date(proposed, self.paragraph.text, self.published) if proposed else None
        if proposed and found is None:
            self._slots[Dropped.WHEN] += 1
        return found


def _may_be_a_name(words: str) -> bool:
    """Not where a letter that could be a capital begins none of its words; scripts without capitals can't tell."""
    first = [word[0] for word in words.split()]
    cased = [letter for letter in first if letter.lower() != letter.upper()]
    return not cased or cased[0].isupper()


def _saying(claim: Claim) -> tuple[object, ...]:
    """What makes two proposals of one paragraph the same claim."""
    return (
        claim.kind,
        claim.who,
        claim.passage.start,
        claim.when,
        claim.polarity,
        claim.modality,
        claim.details,
    )
