"""Whose child or wife a name is, as registers and police papers of South Asia write it: "Rahim s/o Karim", "Amna d/o
Karim, 22". The name behind the letters is a parent's or husband's; what follows it is said of the name before.
"""

from __future__ import annotations

from spacy.tokens import Token

RELATIONS = {
    "s/o": "son", "d/o": "daughter", "w/o": "wife", "f/o": "father", "m/o": "mother", "h/o": "husband",
    "b/o": "brother",
}  # fmt: skip
_LONGEST = 6
"""So many words a parent's name may have."""


def relation_before(token: Token) -> Token | None:
    """The letters in whose name ``token`` stands: "s/o" for the Karim of "Rahim s/o Haji Karim"."""
    for before in reversed(token.doc[max(token.i - _LONGEST, token.sent.start) : token.i]):
        if before.lower_ in RELATIONS:
            return before
        if not (before.text[:1].isupper() or before.is_digit or before.lower_ in ("late", "the", "-", ".")):
            return None
    return None


def bearer(token: Token) -> Token:
    """The last word of the name that is told apart by the name in which ``token`` stands; else ``token``."""
    letters = relation_before(token)
    return letters.nbor(-1) if letters is not None and letters.i > letters.sent.start else token
