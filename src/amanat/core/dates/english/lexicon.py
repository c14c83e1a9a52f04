"""The English words of time, and the pieces of patterns that are made of them.

Every pattern is bounded: white space, lists and numbers are matched with fixed upper limits, so that no text,
however hostile, makes the search slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from amanat.core.dates.mention import Part, Unit
from amanat.core.dates.words import MONTHS

MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS, 1)}
SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip

_TENS = "first second third fourth fifth sixth seventh eighth ninth"
ORDINALS = {word: number for number, word in enumerate(_TENS.split(), 1)}
ORDINALS |= {"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15}
ORDINALS |= {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}
ORDINALS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_TENS.split(), 1)}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
"""The days of a month in words: "the first of May"."""

UNIT_WORDS = {
    "day": (Unit.DAY, 1),
    "night": (Unit.DAY, 1),
    "week": (Unit.WEEK, 1),
    "fortnight": (Unit.WEEK, 2),
    "month": (Unit.MONTH, 1),
    "year": (Unit.YEAR, 1),
    "decade": (Unit.DECADE, 1),
}
"""A unit's word -> the unit, and how many of it the word means."""

PART_WORDS = {
    "early": Part.EARLY, "mid": Part.MID, "middle": Part.MID, "late": Part.LATE,
    "beginning": Part.BEGINNING, "start": Part.BEGINNING, "end": Part.END, "close": Part.END,
    "first half": Part.FIRST_HALF, "second half": Part.SECOND_HALF,
    "first quarter": Part.FIRST_QUARTER, "second quarter": Part.SECOND_QUARTER,
    "third quarter": Part.THIRD_QUARTER, "fourth quarter": Part.FOURTH_QUARTER,
    "last quarter": Part.FOURTH_QUARTER,
}  # fmt: skip


def words_of(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


EVENTS = words_of(
    """abduction apprehension arrest arrival birth captivity confinement conviction custody death departure deportation
    detention disappearance escape execution flight graduation hearing hospitalisation hospitalization
    imprisonment incarceration internment interrogation interview kidnapping killing marriage operation
    prosecution questioning raid release return sentence sentencing stay surgery transfer trial verdict visit
    wedding"""
)
"""What a date may be counted from: "a month before his arrest"."""

COUNTED = words_of(
    """people persons men women children girls boys detainees prisoners inmates victims civilians students
    members officers soldiers workers villagers residents families homes houses others cases names dollars
    yuan
    tenge euros pounds percent copies pages words"""
)
"""After a bare number these make it a number of things and no year: "1989 detainees"."""

GAP = r"(?>[^\S\n]{1,4}(?:\n[^\S\n]{0,3})?|\n[^\S\n]{0,3})"
"""White space inside a date: a line may break there, a paragraph may not.

Atomic, so that a run of spaces between many numbers is not tried in every way of dividing it.
"""


def any_of(words: Iterable[str]) -> str:
    """An alternation, longest word first, so that "mon" does not hide "month"; a space stands for a `GAP`."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", GAP) for word in listed) + ")"


SLIGHT = r"[^\S\n]{0,2}"
YEAR = r"(?:1[89]|20)\d\d(?![\d%]|[.,]\d{3}(?!\d))"
FULL_MONTH = any_of(name.lower() for name in MONTHS)
MONTH = rf"(?:{FULL_MONTH}|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)(?!\w)"
WEEKDAY = rf"(?:{any_of(WEEKDAYS)}|(?:mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun)\b\.?)(?!\w)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])"
TO = rf"(?:{SLIGHT}[-–—]{SLIGHT}|{GAP}(?:to|until|till|through){GAP}(?:the{GAP})?)"
DAYS = (
    rf"{DAY}(?:{TO}{DAY}|(?:,{GAP}{DAY}){{0,6}},?{GAP}(?:and|or|and/or){GAP}(?:the{GAP})?{DAY}|/{DAY})?"
    rf"(?!{GAP}{any_of(COUNTED)}\b|:\d\d|[.,]\d{{3}})"
)
NUMBER = rf"(?:\d{{1,3}}(?![\d.,]\d)|{any_of(NUMBER_WORDS)}\b)"
SEASON = any_of(SEASON_CODES)
UNIT = rf"(?:{any_of(UNIT_WORDS)})(?!\w)"
UNITS = rf"(?:{any_of(UNIT_WORDS)})s?(?![\w'’])"


def number_of(words: str) -> int:
    """Of "three" or "12"."""
    return NUMBER_WORDS.get(words.lower()) or int(words)


def month_number(words: str) -> int:
    return MONTH_NUMBERS[words.lower().rstrip(".")]
