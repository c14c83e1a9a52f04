"""The tokens of a name as they are compared: each with its spelling, its role, and what it says of gender."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from amanat.core.names.name import Gender, Name, NamePart, Role
from amanat.core.names.parsing import parse
from amanat.core.names.parsing.light import tokens as light_tokens
from amanat.core.names.spelling import Kind, Spelling, spelling, writes_vowels

_FAMILY_ENDINGS = frozenset({"ov", "in", "skij", "zada", "pur", "nejad"})
"""Endings that belong to the name where they stand, though the same family may be written without."""

_MOST = 6
"""Tokens of a name that are compared; longer names are compared by their first ones."""

_JOINED_AT_MOST = 3

# Marks that change the sound, as letters: light tokens would drop them.
_SOUNDED = str.maketrans(
    {
        **dict.fromkeys("şšș", "sh"), **dict.fromkeys("ŞŠȘ", "Sh"), **dict.fromkeys("çčć", "ch"),
        **dict.fromkeys("ÇČĆ", "Ch"), **dict.fromkeys("žż", "zh"), **dict.fromkeys("ŽŻ", "Zh"), "ğ": "gh", "Ğ": "Gh",
        "ə": "a", "Ə": "A", "ñ": "ny", "ŋ": "ng", "ä": "a", "Ä": "A", "ẋ": "kh",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    """As written, with its marker."""
    stem: str
    spelling: Spelling
    other: Spelling | None
    """Of a family name with an ending, the same without it; of a patronymic in one word, the same with it."""
    role: Role
    gender: Gender = ""
    marker: str = ""

    def joined(self, after: Token) -> Token:
        """The two written as one."""
        return replace(
            self,
            text=f"{self.text} {after.text}",
            stem=self.stem + after.stem,
            spelling=run_together((self.spelling, after.spelling)),
            other=None,
        )

    @property
    def initial(self) -> bool:
        return self.role == "initial"


@dataclass(frozen=True, slots=True)
class Parted:
    """A name ready to be compared."""

    name: Name
    tokens: tuple[Token, ...]
    whole: tuple[Spelling, ...]
    """The name as one token, in the orders it may be joined in; empty where it has too many parts."""
    unspaced: bool
    """Nothing in the writing parts the tokens: what parts there are were guessed."""


@lru_cache(maxsize=1 << 12)
def parted(text: str) -> tuple[Parted, ...]:
    """The name, and after it the other names that the text itself gives; none without a letter."""
    name = parse(text)
    return tuple(each for one in (name, *name.also) if (each := _parted(one)).tokens)


def _parted(name: Name) -> Parted:
    stems = [part for part in name.parts if part.stem][:_MOST]
    vowelled = any(writes_vowels(part.stem) for part in stems)
    tokens = tuple(token for part in stems if (token := _token(part, vowelled)).spelling.letters)
    return Parted(name, tokens, tuple(_joined(tokens)), _is_unspaced(name, tokens))


def _token(part: NamePart, vowelled: bool) -> Token:
    spelt = spelling(part.stem, vowelled)
    other: Spelling | None = None
    if part.marker in _FAMILY_ENDINGS:
        whole = spellings(part.text)
        spelt, other = whole[-1] if whole else spelt, spelt
    elif part.marker and part.role == "patronymic" and " " not in part.text:
        other = spelling(part.text, vowelled)
    return Token(
        part.text, part.stem, spelt, other if other != spelt else None, part.role, part.gender, part.marker
    )


def _is_unspaced(name: Name, tokens: tuple[Token, ...]) -> bool:
    if len(tokens) < 2 or any(token.spelling.kind is not Kind.HAN for token in tokens):
        return False
    return len(light_tokens(name.text)) == 1


def _joined(tokens: tuple[Token, ...]) -> list[Spelling]:
    kinds = {token.spelling.kind for token in tokens}
    if not 1 < len(tokens) <= _JOINED_AT_MOST or len(kinds) > 1 or any(token.initial for token in tokens):
        return []
    spelt = [token.spelling for token in tokens]
    orders = (spelt, [*spelt[1:], spelt[0]], [spelt[-1], *spelt[:-1]])
    return list(dict.fromkeys(run_together(order) for order in orders))


def run_together(spelt: Sequence[Spelling]) -> Spelling:
    """Tokens of one kind, written as one."""
    two_ways = spelt[0].kind is Kind.SOUNDS and any(each.also for each in spelt)
    also = "".join(each.also or each.letters for each in spelt) if two_ways else ""
    return Spelling(spelt[0].kind, "".join(each.letters for each in spelt), also)


def spellings(text: str) -> list[Spelling]:
    """The spellings of a name's tokens, as cheaply as an index of a million names needs it."""
    if not text.isascii():
        text = text.translate(_SOUNDED)
    tokens = light_tokens(text)[:_MOST]
    vowelled = not text.isascii() and any(map(writes_vowels, tokens))
    return [each for each in (spelling(token, vowelled) for token in tokens) if each.letters]
