"""How old somebody is said to be: the words of an age as least and most years."""

from __future__ import annotations

import re

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_NUMBERS = {word: at for at, word in enumerate((*_UNITS.split(), "eighteen", "nineteen"), start=1)}
_TENS = {
    word: 10 * at
    for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_DECADE = re.compile(
    r"\bin (?:his|her|their|my) (?P<part>early |mid[- ]?|late )?(?P<tens>[a-z]+ties|[2-9]0s)\b"
)
_SHORTER = re.compile(r"\b(?:month|week|day)s?\b")
_WORD = re.compile(r"\d+|[a-z]+")


def years(age: str) -> tuple[int, int] | None:
    """Least and most years of an age in words or digits: "42", "nineteen or twenty", "in her late fifties"."""
    plain = age.casefold()
    if decade := _DECADE.search(plain):
        return _decade(decade)
    if _SHORTER.search(plain):
        return (0, 2)
    found = _numbers(plain)
    return (min(found), max(found)) if found else None


def _decade(found: re.Match[str]) -> tuple[int, int] | None:
    word = found["tens"].removesuffix("s").removesuffix("ie")
    low = (
        int(word)
        if word.isdigit()
        else next((tens for name, tens in _TENS.items() if name[:-1] == word), None)
    )
    if low is None:
        return None
    part = (found["part"] or "").strip(" -")
    return {"early": (low, low + 4), "mid": (low + 3, low + 7), "late": (low + 6, low + 9)}.get(
        part, (low, low + 9)
    )


def _numbers(plain: str) -> list[int]:
    found: list[int] = []
    tens: int | None = None
    for word in _WORD.findall(plain):
        if word in _TENS:
            tens = _TENS[word]
            found.append(tens)
        elif word in _NUMBERS:
            number = _NUMBERS[word]
            if tens is not None and number < 10:
                found[-1] = tens + number
            else:
                found.append(number)
            tens = None
        elif word.isdigit():
            found.append(int(word))
    return [number for number in found if number < 130]
