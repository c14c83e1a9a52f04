"""Typing errors: one letter left out, doubled, swapped with the next, or another."""

from __future__ import annotations

import random
import string


def mistyped(name: str, draw: random.Random) -> str:
    """One error in the longest word, never in its first letter."""
    words = name.split()
    longest = max(range(len(words)), key=lambda at: len(words[at]))
    word = words[longest]
    at = draw.randrange(1, max(2, len(word) - 1))
    wrong = draw.choice([_left_out, _doubled, _swapped, _another])(word, at, draw)
    return " ".join([*words[:longest], wrong, *words[longest + 1 :]])


def _left_out(word: str, at: int, _draw: random.Random) -> str:
    return word[:at] + word[at + 1 :]


def _doubled(word: str, at: int, _draw: random.Random) -> str:
    return word[: at + 1] + word[at:]


def _swapped(word: str, at: int, _draw: random.Random) -> str:
    return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _another(word: str, at: int, draw: random.Random) -> str:
    return word[:at] + draw.choice(string.ascii_lowercase) + word[at + 1 :]
