"""Whether two words are one name in two spellings: Sadyrbay, Sadirbay, Садырбай."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from amanat.core.names.spelling import Kind, spelling

_LEAST = 0.6
_VOWELS = str.maketrans("", "", "aeiouyhw'")
_SAME_SOUND = str.maketrans(
    {"q": "k", "c": "k", "x": "k", "v": "b", "p": "b", "d": "t", "g": "k", "z": "s", "j": "s"}
)


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """The consonants of a name as a rough ear has them, at most five; empty for a script that is not spelt by sound.

    Endings of cases and of patronymics mostly lie behind the fifth.
    """
    spelt = spelling(word)
    if spelt.kind is not Kind.SOUNDS:
        return ""
    letters = spelt.letters.replace("kh", "k").replace("gh", "g").replace("zh", "j").replace("sh", "s")
    bare = letters[:1] + letters[1:].translate(_VOWELS)
    doubled = bare.translate(_SAME_SOUND)
    return "".join(sign for at, sign in enumerate(doubled) if at == 0 or doubled[at - 1] != sign)[:5]


@lru_cache(maxsize=1 << 16)
def names_alike(one: str, other: str) -> bool:
    """Both folded. A first letter that differs is allowed only where the rest is the same."""
    if one == other:
        return True
    ours, theirs = sound(one), sound(other)
    if len(ours) < 2 or len(theirs) < 2:
        return False
    same_bones = ours[:3] == theirs[:3]
    return same_bones and Levenshtein.normalized_similarity(_letters(one), _letters(other)) >= _LEAST


def _letters(word: str) -> str:
    return spelling(word).letters
