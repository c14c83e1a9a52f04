"""Names that a nickname between quotation marks stands in or before: 'Jomar "Dodong" Abayan', '"El Mono" Cárcamo'."""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.wordlists import MONTHS_AND_DAYS

_MARKS = ('"', "“", "'", "‘", "«")
_CLOSING_MARKS = ('"', "”", "'", "’", "»")


def starts_name(token: Token) -> bool:
    return token.text[0].isupper() and token.text.casefold() not in MONTHS_AND_DAYS


def nickname_within(run: list[Token], tokens: list[Token], at: int) -> int:
    """How many tokens from ``at`` on are a nickname of one or two words and the family name after it; else 0."""
    if tokens[at].text not in _MARKS:
        return 0
    for end in range(at + 2, min(at + 4, len(tokens) - 1)):
        if tokens[end].text in _CLOSING_MARKS:
            named = all(starts_name(token) for token in (tokens[at + 1], tokens[end + 1]))
            return end - at + 2 if named and tokens[end + 1].pos_ == "PROPN" else 0
    return 0


def leading_nickname(tokens: list[Token], at: int) -> int:
    """The same where the nickname comes first; no quotation ("Freedom," Karim said) and no lower case inside."""
    length = nickname_within([], tokens, at) if not tokens[at].whitespace_ else 0
    inside = tokens[at + 1 : at + length - 2]
    named = all(starts_name(token) and token.is_alpha for token in inside)
    return length if length and named and tokens[at + length - 2].whitespace_ else 0
