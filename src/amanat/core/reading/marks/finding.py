"""Dates, numbers and words for acts in a text, by a language's word list. Each gives marks; none gives claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanat.core.claim import Mark, MarkKind
from amanat.core.dates.edtf import parse
from amanat.core.dates.numeric import NUMERIC, read_numeric
from amanat.core.dates.point import NotADateError
from amanat.core.dates.words import MONTHS, in_words
from amanat.core.reading.marks.lexicon import WordList

_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)(?!\d)")
_NUMBER = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[ \u00a0.,٬]\d{3})+(?!\d)|(?<![\w.,])\d{1,12}(?![\d%])", re.UNICODE
)
_HAN_NUMBER = re.compile("[一二两兩三四五六七八九十百千万萬亿億〇零]{1,10}(?=[名人个個位年月天日岁歲])")
_HAN = dict(zip("零〇一二两兩三四五六七八九", (0, 0, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_HAN_UNITS = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "萬": 10_000,
    "亿": 100_000_000,
    "億": 100_000_000,
}


def mark(text: str, start: int, end: int, kind: MarkKind, meaning: str) -> Mark:
    return Mark(start, end, text[start:end], kind, meaning)


# -- acts ----------------------------------------------------------------------------------------------------


def acts_in(text: str, words: WordList) -> Iterator[Mark]:
    """Words for acts; ``meaning`` is the kind. Whether it happened, to whom and by whom is not looked at."""
    if words.acts_pattern is None:
        return
    for found in words.acts_pattern.finditer(text):
        entry = int((found.lastgroup or "a0_0")[1:].partition("_")[0])
        yield mark(text, *found.span(), MarkKind.ACT, words.acts[entry].kind)


# -- dates ---------------------------------------------------------------------------------------------------


def dates_in(text: str, words: WordList) -> Iterator[Mark]:
    """Dates, the fuller pattern first; ``meaning`` is EDTF, or what is known where it does not give a year."""
    for found in _ISO.finditer(text):
        if edtf := _edtf(found["year"], int(found["m"]), found["day"]):
            yield mark(text, *found.span(), MarkKind.DATE, edtf)
    for found in NUMERIC.finditer(text):
        first, sign, second, year = found.groups()
        # With points between, every language here puts the day first.
        value = read_numeric(first, second, year, day_first=True if sign == "." else None)
        if value is not None:
            yield mark(text, *found.span(), MarkKind.DATE, value.edtf or "")
    for pattern in words.dates:
        for found in pattern.finditer(text):
            meaning = _meaning(found, words)
            if meaning:
                yield mark(text, *found.span(), MarkKind.DATE, meaning)


def _meaning(found: re.Match[str], words: WordList) -> str:
    parts = found.groupdict()
    if parts.get("other"):
        return f"a date {words.other_calendar}"
    month = int(parts["m"]) if parts.get("m") else _month(parts.get("month"), words)
    day = parts.get("day")
    if parts.get("year"):
        return _edtf(parts["year"], month, day) or ""
    if month is None:
        return ""
    return f"{int(day)} {MONTHS[month - 1]}, no year" if day else f"{MONTHS[month - 1]}, no year"


def _month(name: str | None, words: WordList) -> int | None:
    if name is None:
        return None
    folded = name.casefold()
    return next((number for month, number in words.months if month == folded), None)


def _edtf(year: str, month: int | None, day: str | None) -> str | None:
    edtf = "-".join([f"{int(year):04d}", *(f"{int(part):02d}" for part in (month, day) if part is not None)])
    try:
        parse(edtf)
    except NotADateError:
        return None
    return edtf


def said(edtf_or_words: str) -> str:
    """A date's meaning for a page: EDTF in words, anything else as it is."""
    try:
        return in_words(edtf_or_words)
    except NotADateError:
        return edtf_or_words


# -- numbers -------------------------------------------------------------------------------------------------


def numbers_in(text: str, words: WordList) -> Iterator[Mark]:
    """Numbers in figures of any script and in the words that the list has; ``meaning`` is the number."""
    for found in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", found.group())
        if digits:
            yield mark(text, *found.span(), MarkKind.NUMBER, str(int(digits)))
    if words.language == "zh":
        for found in _HAN_NUMBER.finditer(text):
            yield mark(text, *found.span(), MarkKind.NUMBER, str(_han_number(found.group())))
    if words.numbers:
        names = "|".join(sorted((re.escape(name) for name, _ in words.numbers), key=len, reverse=True))
        values = dict(words.numbers)
        run = rf"(?<!\w)(?:{names})(?!\w)(?:\s+(?:{names})(?!\w)){{0,4}}"
        for found in re.finditer(run, text, re.IGNORECASE):
            each = [values[word] for word in re.findall(names, found.group().casefold()) if word in values]
            if sum(each) > 1:
                yield mark(text, *found.span(), MarkKind.NUMBER, str(_composed(each)))


def _composed(parts: list[int]) -> int:
    """«алты жүз он»: what stands before a hundred or thousand is so many of them."""
    total, group = 0, 0
    for part in parts:
        if part >= 100:
            group = max(group, 1) * part
            total, group = (total + group, 0) if part >= 1000 else (total, group)
        else:
            group += part
    return total + group


def _han_number(text: str) -> int:
    total = group = digit = 0
    for letter in text:
        if letter in _HAN:
            digit = digit * 10 + _HAN[letter] if digit and letter in "零〇" else _HAN[letter]
        elif (unit := _HAN_UNITS[letter]) >= 10_000:
            total, group, digit = total + (group + digit or 1) * unit, 0, 0
        else:
            group, digit = group + (digit or 1) * unit, 0
    return total + group + digit
