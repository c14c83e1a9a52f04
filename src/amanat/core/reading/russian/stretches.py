"""A sentence cut at its commas, dashes and conjunctions into stretches with one verb group each.

Long sentences mislead a parser about what hangs on what; which words stand between the same commas it cannot get
wrong. Dates, places and pronouns are looked for in the act's own stretch.
"""

from __future__ import annotations

from collections.abc import Sequence

from amanat.core.reading.russian.grammar import Sentence, Token

_MARKS = frozenset(',;:–—-()«»“”"')
_DASHES = frozenset("–—-")
_JOINING = frozenset(("и", "а", "но", "однако", "или", "зато"))
_FINITE = frozenset(("Fin", "Part", "Conv"))


class Stretches:
    """The stretches of one sentence, by token."""

    def __init__(self, sentence: Sentence) -> None:
        self._pieces = _pieces(sentence.tokens)
        self._of = {token.i: number for number, piece in enumerate(self._pieces) for token in piece}

    def of(self, token: Token) -> list[Token]:
        return self._pieces[self._of[token.i]]

    def number(self, token: Token) -> int:
        return self._of[token.i]

    def before(self, token: Token) -> list[Token]:
        """The stretch before, where the token's own goes on from it with «и» and no subject of its own."""
        number = self._of[token.i]
        own = self._pieces[number]
        joined = (
            number > 0
            and own
            and own[0].lemma in ("и", ",")
            and not any(each.rel.startswith("nsubj") for each in own)
        )
        return self._pieces[number - 1] if joined else []


def _pieces(tokens: Sequence[Token]) -> list[list[Token]]:
    rough: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in _MARKS or token.lemma in _JOINING:
            rough.append([])
        rough[-1].append(token)
    return _merged([piece for piece in rough if piece])


def _merged(rough: list[list[Token]]) -> list[list[Token]]:
    """A piece without a verb belongs to the one before, or opens the one after; «Оразова – на вокзале» stands alone."""
    found: list[list[Token]] = []
    for piece in rough:
        open_ = found and not _has_verb(found[-1]) and not _is_gap(found[-1])
        if open_ or (found and not _has_verb(piece) and not _is_gap(piece)):
            found[-1].extend(piece)
        else:
            found.append(list(piece))
    return found


def _has_verb(piece: Sequence[Token]) -> bool:
    return any(
        (token.pos == "VERB" and (token.feats.get("VerbForm") in _FINITE or token.rel == "root"))
        or token.feats.get("Variant") == "Short"
        for token in piece
    )


def _is_gap(piece: Sequence[Token]) -> bool:
    """A name in the nominative with its verb left out; and what the dash after it says."""
    if piece[0].text in _DASHES:
        return True
    words = [token for token in piece if token.text[0].isalpha() and token.lemma not in _JOINING]
    return len(words) == 1 and words[0].pos == "PROPN" and words[0].case == "Nom"
