"""Where those who took an account down speak of the witness: in a note before or below it, and in square brackets
within it. There "the witness", and "he" or "she" in the same words, is whoever says "I" in the account.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.phrases import children
from amanat.core.reading.sentences import Sentence

_WITNESS = frozenset("witness interviewee narrator respondent deponent testifier speaker".split())
_PRONOUNS = frozenset("he she him her his hers himself herself".split())


def point_to_witness(sentences: Iterable[Sentence], told: set[int], narrator: Referent, cast: Cast) -> None:
    """Resolve in the words around an account, which ``told`` leaves out, and in the brackets within it."""
    aside: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        if sentence.paragraph not in told:
            aside.setdefault(sentence.paragraph, []).append(sentence)
        elif _is_bracketed(sentence):
            for token in _pronouns([sentence]):
                cast.set(token, narrator)
    for note in aside.values():
        _in_note(note, narrator, cast)


def _is_bracketed(sentence: Sentence) -> bool:
    """ "[He shows the scars.]", whose brackets the parser may leave to its neighbours."""
    text = str(sentence.span.doc.text)
    before = text[: sentence.span.start_char + 1]
    return before.count("[") > before.count("]")


def _in_note(note: list[Sentence], narrator: Referent, cast: Cast) -> None:
    """After "the witness", whoever was taken for them is the narrator wherever a pronoun points to them."""
    taken: list[Referent | None] = []
    for sentence in note:
        for token in sentence.tokens():
            the = any(part.lower_ in ("the", "this") for part in children(token, "det"))
            if token.lemma_ in _WITNESS and the:
                taken.append(cast.of(token))
                cast.set(token, narrator)
    for token in _pronouns(note) if taken else ():
        if cast.of(token) in taken:
            cast.set(token, narrator)


def _pronouns(sentences: list[Sentence]) -> Iterator[Token]:
    return (token for one in sentences for token in one.tokens() if token.lower_ in _PRONOUNS)
