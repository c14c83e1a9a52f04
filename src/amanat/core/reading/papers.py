"""Whose a paper is that tells: "the report", where an earlier sentence has said that the League wrote it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from amanat.core.reading import attributing
from amanat.core.reading.cast import Cast
from amanat.core.reading.phrases import children, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.teller import Naming, maker_of
from amanat.core.reading.wordlists import words

_FAR_BACK = 25
"""How many sentences back a report may have been named by its author."""


class Papers:
    """The authors of a report's papers."""

    def __init__(self, sentences: Sequence[Sentence], cast: Cast, naming: Naming) -> None:
        self._sentences, self._cast, self._naming = sentences, cast, naming

    def author(self, paper: Token, sentence: Sentence) -> Token | None:
        """Whose report, list or letter "the report" is, where an earlier sentence has said so: "the League said in a
        report", "a letter from the union"."""
        lemma = paper.lemma_.casefold()
        if lemma not in words("telling", "media_nouns") or self._cast.of(paper) is not None:
            return None
        if not any(part.lower_ in ("the", "this") for part in children(paper, "det")) or maker_of(paper):
            return None
        for before in reversed(self._sentences[max(0, sentence.number - _FAR_BACK) : sentence.number]):
            for token in before.tokens():
                if token.lemma_.casefold() == lemma and token.pos_ in ("NOUN", "PROPN"):
                    author = self._made(token)
                    if author is not None:
                        return author
        return None

    def _made(self, paper: Token) -> Token | None:
        """Whoever a mention of a paper says it is by: its maker, or whoever says something in it."""
        maker = maker_of(paper)
        if maker is not None and self.is_somebody(maker):
            return maker
        if paper.dep_ == "pobj" and paper.head.lower_ in ("in", "through", "via"):
            verb = next((above for above in paper.ancestors if above.pos_ == "VERB"), None)
            speaker = subject(verb) if verb is not None and attributing.is_telling(verb) else None
            return speaker if speaker is not None and self.is_somebody(speaker) else None
        return None

    def is_somebody(self, token: Token) -> bool:
        """Whether a phrase names somebody of the report who can tell."""
        return self._cast.of(token) is not None and self._naming.can_tell(token)
