"""Numbers of people with their bounds: "at least a million", "some 40 villagers", "between 30 and 50 men"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from amanat.core.claim import Count
from amanat.core.reading.phrases import phrase_text

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "a": 1, "an": 1,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_PLURAL_SCALES = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
_NUMBER = re.compile(r"\d[\d,.]*\d|\d|[a-z]+", re.I)
_CODE = re.compile(r"[A-Z]{1,5}[-–/]?\d")
"""Letters and a number are somebody's code and count nobody."""
_AT_LEAST = re.compile(
    r"\b(at least|more than|over|no fewer than|no less than|upwards? of|not less than|a minimum of|exceeding)\b",
    re.I,
)
_AT_MOST = re.compile(
    r"\b(up to|at most|fewer than|less than|no more than|as many as|under|a maximum of|nearly|almost)\b", re.I
)
_RANGE = re.compile(
    r"\b(?:between )?([\w,.]+(?: [a-z]+)?) (?:and|to|or) ([\w,.]+(?: (?:hundred|thousand|million))?)\b", re.I
)


def count_of(head: Token, unit: str = "people") -> Count | None:
    """The number in the noun phrase of ``head``; None where it says none (or only "two" as a name's part)."""
    phrase = _counted_phrase(head)
    return parse_count(phrase, unit) if phrase else None


def _counted_phrase(head: Token) -> str | None:
    if _CODE.match(head.text):
        return None
    counted = head.pos_ == "NUM" or head.lemma_ in _SCALES or head.lower_ in _PLURAL_SCALES
    if not counted and not any(
        part.dep_ == "nummod" or part.lower_ in _PLURAL_SCALES for part in head.children
    ):
        return None
    text = phrase_text(head)
    return f"{_bounding(head)} {text}"


def _bounding(head: Token) -> str:
    """The words before the phrase that may bound its number ("no fewer than"), back to a mark or another number."""
    first = head.left_edge.i
    start = first
    while start > max(first - 3, head.sent.start) and not _is_end(head.doc[start - 1]):
        start -= 1
    return str(head.doc[start:first].text)


def _is_end(token: Token) -> bool:
    return token.is_punct or token.like_num or token.pos_ == "NUM"


def parse_count(phrase: str, unit: str = "people") -> Count | None:
    """``parse_count("at least a million")`` has min 1000000 and no max; "about 40" is kept as 40 to 40."""
    between = re.search(r"\bbetween\b", phrase, re.I) and _RANGE.search(phrase)
    if between:
        low, high = _value(between.group(1)), _value(between.group(2))
        if low is not None and high is not None and low < high:
            return Count(low, high, unit)
    for word, least in sorted(_PLURAL_SCALES.items(), key=lambda item: -item[1]):
        if re.search(rf"\b{word}\b", phrase, re.I):
            tens = re.search(rf"\btens of {word}\b", phrase, re.I)
            factor = 10 if tens else 100 if f"hundreds of {word}" in phrase.lower() else 1
            return Count(least * factor, None, unit)
    number = _value(phrase)
    if number is None:
        return None
    if _AT_LEAST.search(phrase):
        return Count(
            number + (1 if re.search(r"more than|over\b|exceeding", phrase, re.I) and number < 1_000 else 0),
            None,
            unit,
        )
    if _AT_MOST.search(phrase):
        return Count(None, number, unit)
    return Count(number, number, unit)


def _value(phrase: str) -> int | None:
    """The first number of a phrase, in digits or words: "1.5 million", "twenty-two", "three hundred"."""
    total: float | None = None
    for found in _NUMBER.finditer(phrase.casefold()):
        word = found.group()
        if word in _SCALES:
            total = (total if total is not None else 1) * _SCALES[word]
        elif word[0].isdigit():
            if total is not None:
                break
            total = _digits(word)
        elif word in _WORDS and word not in ("a", "an"):
            total = (
                _WORDS[word]
                if total is None
                else (total + _WORDS[word] if total % 10 == 0 and _WORDS[word] < 10 else total)
            )
        elif total is not None and word not in ("and",):
            break
    return int(total) if total is not None else None


def _digits(word: str) -> float | None:
    plain = re.sub(r",(?=\d{3}\b)", "", word)
    plain = re.sub(r"\.(?=\d{3}\b)", "", plain) if plain.count(".") > 1 else plain
    try:
        return float(plain)
    except ValueError:
        return None
