"""Bodies that tell: what they count and list, and whom "it" stands for when it says something."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from amanat.core.claim import TellerRole
from amanat.core.reading import attributing
from amanat.core.reading.cast import Cast
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import child, subject
from amanat.core.reading.referent import is_power
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.teller import Naming, Told
from amanat.core.reading.told_below import counts, is_team
from amanat.core.reading.wordlists import noun_lemma, words

_BACK = 3
"""How many sentences back "it" may look for the body that speaks."""
_BODIES = (TellerRole.UNNAMED_SOURCE, TellerRole.ORGANISATION, TellerRole.GOVERNMENT, TellerRole.MEDIA)


class Bodies:
    """The bodies of a report as tellers."""

    def __init__(self, sentences: Sequence[Sentence], cast: Cast, naming: Naming) -> None:
        self._sentences, self._cast, self._naming = sentences, cast, naming

    def lists(self, verb: Token, below: Token) -> bool:
        """ "The certificate gives the cause as pneumonia", "the network counts sixty journalists behind bars"."""
        holder = child(verb, "nsubj")
        if holder is None or below.dep_ not in ("dobj", "prep", "ccomp"):
            return False
        noun = holder.lemma_.casefold()
        if noun in words("telling", "documents") | {"report"}:
            return verb.lemma_ in words("telling", "paper_verbs") | words("telling", "listing")
        if not counts(verb):
            return False
        if noun == "it":
            return bool(self.is_body(holder) or self.it(holder, self._cast.sentence_of(holder)))
        return noun not in words("telling", "courts") and self._watches(holder)

    def _watches(self, holder: Token) -> bool:
        """A body, and people who count together: "villagers tallied seventeen missing"."""
        one = self._cast.of(holder)
        people = one is not None and one.sort is Sort.PEOPLE and not is_power(one)
        return people or self.is_body(holder) or noun_lemma(holder) in words("people", "organisation")

    def is_body(self, pronoun: Token) -> bool:
        """Whether "it" stands for somebody who can tell."""
        referent = self._cast.of(pronoun)
        return referent is not None and referent.sort in (Sort.ORGANISATION, Sort.PLACE)

    def it(self, pronoun: Token, sentence: Sentence) -> list[Told]:
        """ "It said that …" goes on with the body, or the source, that has told or done something shortly before; at
        the beginning of a paragraph, in the one above."""
        if pronoun.lower_ != "it":
            return []
        opens = sentence.number > 0 and self._sentences[sentence.number - 1].paragraph != sentence.paragraph
        for before in reversed(self._sentences[max(0, sentence.number - _BACK) : sentence.number]):
            if before.paragraph < sentence.paragraph - opens:
                return []
            about = subject(before.span.root)
            source = attributing.according(before.span.root, before)
            for one in (source, about):
                if one is None:
                    continue
                told = self.it(one, before) if one.lower_ == "it" else list(self._naming.told(one))[:1]
                if told and (told[0].role in _BODIES or is_team(one)):
                    return told
        return []
