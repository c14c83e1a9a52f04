"""Who goes on speaking: "he said", "she added" and "he explained" are whoever spoke last, and not whom was spoken of.

Whom a pronoun means is weighed by how often and how near somebody is named, which is the person a report is about.
Above a verb of telling that is wrong where somebody else has just been telling of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from amanat.core.reading import attributing
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.phrases import child, subject
from amanat.core.reading.sentences import Sentence

_GENDER = {"he": "m", "she": "f"}
_GOING_ON = frozenset(
    "add continue stress emphasise emphasize note conclude explain elaborate underline reiterate argue insist".split()
)
"""Verbs of somebody who has been speaking already."""
_UNSAID = frozenset(
    "fear believe think worry hear learn suggest show remember find estimate read imply".split()
)
"""What somebody thinks or hears is as often told of them as by them."""
_BACK = 4
_ASIDE = ("relcl", "acl", "advcl")


class LastSpeaker:
    """Who spoke last before each sentence of a report."""

    def __init__(self, sentences: Sequence[Sentence], cast: Cast) -> None:
        self._sentences, self._cast = sentences, cast
        self._spoke: dict[int, Referent | None] = {}

    def goes_on(self, pronoun: Token, verb: Token, sentence: Sentence) -> Referent | None:
        """Whoever "he" or "she" above a verb of telling goes on from; None where nobody has spoken shortly before,
        or somebody else has come up since."""
        gender = _GENDER.get(pronoun.lower_)
        if gender is None or verb.dep_ in _ASIDE:
            return None
        if verb.lemma_ in _UNSAID or not attributing.is_telling(verb):
            return None
        for before in reversed(self._sentences[max(0, sentence.number - _BACK) : sentence.number]):
            if before.paragraph < sentence.paragraph - 1 or before.zone is not sentence.zone:
                return None
            spoke = self._speaker(before)
            if spoke is not None:
                return spoke if spoke.gender in (None, gender) else None
            if verb.lemma_ not in _GOING_ON and self._brings_up(before, gender):
                return None
        return None

    def _speaker(self, sentence: Sentence) -> Referent | None:
        """The one person whose words a sentence is said to be."""
        if sentence.number not in self._spoke:
            root = sentence.span.root
            verb = root if attributing.is_telling(root) else attributing.attributed(sentence)
            holder = subject(verb) if verb is not None else None
            found = self._cast.of(holder) if holder is not None else None
            if verb is not None and holder is not None and holder.pos_ == "PRON":
                found = self.goes_on(holder, verb, sentence) or found
            self._spoke[sentence.number] = found if found is not None and found.is_individual else None
        return self._spoke[sentence.number]

    def _brings_up(self, sentence: Sentence, gender: str) -> bool:
        """Whether a sentence that nobody is said to speak has for its subject somebody whom the pronoun may mean."""
        holder = child(sentence.span.root, "nsubj", "nsubjpass")
        one = self._cast.of(holder) if holder is not None else None
        return one is not None and one.is_individual and one.gender in (None, gender)
