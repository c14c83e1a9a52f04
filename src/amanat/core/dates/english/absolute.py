"""Rules for dates that stand on the calendar by themselves, whole or without their year."""

from __future__ import annotations

import re
from calendar import monthcalendar

from amanat.core.dates.edtf import parse
from amanat.core.dates.english.atoms import Context, rule
from amanat.core.dates.english.lexicon import (
    DAYS,
    FULL_MONTH,
    GAP,
    MONTH,
    NUMBER_WORDS,
    ORDINALS,
    SEASON,
    SEASON_CODES,
    SLIGHT,
    WEEKDAY,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
    YEAR,
    any_of,
    month_number,
)
from amanat.core.dates.mention import Absolute, Ambiguous, Partial, Value
from amanat.core.dates.numeric import day, read_numeric
from amanat.core.dates.point import NotADateError

Found = re.Match[str]


def _valid(edtf: str) -> Absolute | None:
    try:
        parse(edtf)
    except NotADateError:
        return None
    return Absolute(edtf)


def _year_first(found: Found, _: Context) -> Value | None:
    whole = day(found["year"], found["month"], found["day"])
    return Absolute(whole) if whole else None


def _chinese(found: Found, _: Context) -> Value | None:
    parts = [part for part in found.group("year", "month", "day") if part]
    return _valid("-".join(part.zfill(2) for part in parts))


def _numeric(found: Found, context: Context) -> Value | None:
    return read_numeric(found["first"], found["second"], found["year"], day_first=context.day_first)


def _day_and_month(found: Found, _: Context) -> Value | None:
    """As in "5 March 2018", "15 to 17 July", "March 5th": one day, a stretch, or a set of days."""
    month = month_number(found["month"])
    days = [int(number) for number in re.findall(r"\d+", found["days"])]
    if found["month"] in ("may", "march", "mar") and not found["year"]:
        return None
    if not found["year"]:
        return _days_without_year(month, days, found["days"])
    dates = [day(found["year"], month, number) for number in days]
    if None in dates:
        return None
    return _valid(_joined([date for date in dates if date], found["days"]))


def _joined(dates: list[str], written: str) -> str:
    if len(dates) == 1:
        return dates[0]
    if re.search(r"\bor\b|/", written):
        return f"[{','.join(dates)}]"
    return f"{{{','.join(dates)}}}" if re.search(r"\band\b", written) else "/".join(dates)


def _days_without_year(month: int, days: list[int], written: str) -> Partial | None:
    # 2020 had a 29 February: the year that is meant may have one.
    if not all(day(2020, month, number) for number in days):
        return None
    first, others = days[0], days[1:]
    if others and not re.search(r"\b(?:or|and)\b|/", written):
        return Partial(month, first, until=Partial(month, others[0])) if first < others[0] else None
    return Partial(month, first, also=tuple(others), either=bool(others) and " and " not in written)


def _day_of_month(found: Found, _: Context) -> Value | None:
    return Partial(day=int(found["day"]))


_COUNTED_BEFORE = 160
"""Characters in which a count may stand that an ordinal goes on."""
_MONTH_TOLD = re.compile(rf"\b{MONTH}")
""" "On 11 June he fell ill; on the twelfth he was taken": the count is of days."""


def _bare_day(found: Found, _: Context) -> Value | None:
    """A day of the month; after a count the one that follows in it is no day: "eleven Sundays; on the twelfth"."""
    day = int(found["day"]) if found["day"] else ORDINALS[found["word"].lower()]
    words = [word for word, number in NUMBER_WORDS.items() if number == day - 1]
    counted = rf"\b(?:{'|'.join(map(re.escape, [*words, str(day - 1)]))})\s+[^\W\d_]+"
    before = found.string[max(found.start() - _COUNTED_BEFORE, 0) : found.start()].rpartition(". ")[2]
    return None if re.search(counted, before, re.I) and not _MONTH_TOLD.search(before) else Partial(day=day)


def _nth_weekday(found: Found, _: Context) -> Value | None:
    """ "The first Sunday of February 2002", "the last Friday in May 2019": one day, by the calendar."""
    year, month = int(found["year"]), month_number(found["month"])
    days = [
        week[WEEKDAY_NUMBERS[found["weekday"].lower()] - 1]
        for week in monthcalendar(year, month)
        if week[WEEKDAY_NUMBERS[found["weekday"].lower()] - 1]
    ]
    which = _WHICH_OF_MONTH[found["which"].lower()]
    return Absolute(f"{year}-{month:02d}-{days[which]:02d}") if which < len(days) else None


def _ordinal(found: Found, context: Context) -> Value | None:
    number = ORDINALS[found["day"].lower()]
    month = month_number(found["month"])
    if not found["year"]:
        return Partial(month, number)
    whole = day(found["year"], month, number)
    return Absolute(whole) if whole else None


def _feast(found: Found, _: Context) -> Value | None:
    month, number = _FEASTS[" ".join(found["name"].lower().replace("’", "'").split())]
    return Absolute(f"{found['year']}-{month:02d}-{number:02d}") if found["year"] else Partial(month, number)


def _month_and_year(found: Found, _: Context) -> Value | None:
    return Absolute(f"{found['year']}-{month_number(found['month']):02d}")


def _season_and_year(found: Found, _: Context) -> Value | None:
    return Absolute(f"{found['year']}-{SEASON_CODES[found['season'].lower()]}")


def _quarter(found: Found, _: Context) -> Value | None:
    return Absolute(f"{found['year']}-{32 + int(found['quarter'])}")


def _decade(found: Found, _: Context) -> Value | None:
    return Absolute(f"{found['tens']}X")


def _short_decade(found: Found, _: Context) -> Value | None:
    return Absolute(f"19{found['tens']}X")


def _years(found: Found, _: Context) -> Value | None:
    """As in "2017-2018", "2017–18"; "2010-12" may be a month or years, and both are kept."""
    begin, last = found["year"], found["last"]
    end = last if len(last) == 4 else begin[:2] + last
    month = f"{begin}-{last}" if found["dash"] == "-" and len(last) == 2 and 1 <= int(last) <= 12 else None
    stretch = f"{begin}/{end}" if end > begin else None
    if month and stretch:
        return Ambiguous((month, stretch))
    return Absolute(month or stretch or "") if month or stretch else None


def _year(found: Found, _: Context) -> Value | None:
    return Absolute(found.group())


def _month(found: Found, _: Context) -> Value | None:
    if not found.group()[0].isupper():
        return None
    return Partial(month_number(found.group()))


def _weekday(found: Found, _: Context) -> Value | None:
    return Partial(weekday=WEEKDAY_NUMBERS[found["weekday"].lower()]) if found.group()[0].isupper() else None


def _season(found: Found, _: Context) -> Value | None:
    return Partial(SEASON_CODES[found["season"].lower()])


_LATE_ORDINALS = [word for word, number in ORDINALS.items() if number > 3]
""" "On the second" may be a second time."""
_WHICH_OF_MONTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_FEASTS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
}
_FEAST = any_of(_FEASTS).replace("'", "['’]")
_OF = rf"(?:,?{GAP}(?:of{GAP})?)"
_ISO_TIME = r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_NAMES_OF_DAYS = r"(?:prayers?|sermons?|mosque|service|times|mirror|express|mail|market|worship|school)"

RULES = [
    rule(
        "year_first",
        rf"(?<![/=])(?P<year>{YEAR})[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d){_ISO_TIME}",
        _year_first,
    ),
    rule(
        "chinese",
        r"(?P<year>(?:19|20)\d\d) ?年(?: ?(?P<month>\d\d?) ?月(?: ?(?P<day>\d\d?) ?[日号號])?)?",
        _chinese,
    ),
    *(
        rule(
            f"numeric_{name}",
            rf"(?<![\d/.-])(?P<first>\d\d?){mark}(?P<second>\d\d?){mark}(?P<year>{years})(?!\w|[/.-]\d)",
            _numeric,
        )
        for name, mark, years in (
            ("slash", "/", r"\d{4}|\d\d"),
            ("dot", r"\.", r"\d{4}"),
            ("dash", "-", r"\d{4}"),
        )
    ),
    rule(
        "day_month",
        rf"(?:{WEEKDAY},?{GAP})?(?P<days>{DAYS})(?:{GAP}(?:of{GAP})?|-)(?P<month>{MONTH})(?:(?:{_OF}|-)(?P<year>{YEAR}))?",
        _day_and_month,
    ),
    rule(
        "month_day",
        rf"(?:{WEEKDAY},?{GAP})?(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<days>{DAYS})(?:{_OF}(?P<year>{YEAR}))?",
        _day_and_month,
    ),
    rule(
        "ordinal",
        rf"(?P<day>{any_of(ORDINALS)}){GAP}of{GAP}(?P<month>{MONTH})(?:{_OF}(?P<year>{YEAR}))?",
        _ordinal,
    ),
    rule(
        "day_of_month",
        rf"(?P<day>\d\d?)(?:st|nd|rd|th)(?={GAP}of{GAP}(?:this|that|last|the){GAP})",
        _day_of_month,
        weak=True,
    ),
    rule(
        "nth_weekday",
        rf"(?P<which>{any_of(_WHICH_OF_MONTH)}){GAP}(?P<weekday>{any_of(WEEKDAYS)}){GAP}(?:of|in){GAP}"
        rf"(?P<month>{MONTH}){_OF}(?P<year>{YEAR})",
        _nth_weekday,
    ),
    rule(
        "bare_day",
        # "On the 20th they came": of the month told before; "on the 20th floor" is no day.
        rf"(?<=on the )(?:(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)|(?P<word>{any_of(_LATE_ORDINALS)}))"
        rf"(?=[.,;:)]|\Z|{GAP}(?:and|they|he|she|it|we|I|the|to|in|at|when|for|by|a|my|our|his|her|their|police)\b)",
        _bare_day,
    ),
    rule("feast", rf"(?P<name>{_FEAST})(?!\w)(?:{_OF}(?P<year>{YEAR}))?", _feast),
    rule("month_year", rf"(?P<month>{MONTH})(?:{_OF}|-)(?P<year>{YEAR})", _month_and_year),
    rule(
        "season_year",
        rf"(?P<season>{SEASON}){_OF}(?P<year>{YEAR})(?:[-–/]\d\d(?:\d\d)?(?!\d))?",
        _season_and_year,
    ),
    rule("quarter", rf"Q(?P<quarter>[1-4]){GAP}(?P<year>{YEAR})", _quarter),
    rule("decade", r"(?P<tens>(?:1[89]|20)\d)0['’]?s\b", _decade),
    rule("short_decade", r"(?:(?<=the )['’]?|['’])(?P<tens>[5-9])0s\b", _short_decade),
    rule("whole_years", rf"(?P<year>{YEAR}){SLIGHT}(?P<dash>[-–—/]){SLIGHT}(?P<last>{YEAR})(?![/-])", _years),
    rule("years", rf"(?P<year>{YEAR})(?P<dash>[-–/])(?P<last>\d\d)(?![\w%/-]|[.,:]\d)", _years, weak=True),
    rule("year", YEAR + r"(?!\w)", _year, weak=True),
    rule("month", rf"{FULL_MONTH}(?!\w)", _month, weak=True),
    rule("weekday", rf"(?P<weekday>{any_of(WEEKDAYS)})(?!\w|{GAP}{_NAMES_OF_DAYS})", _weekday),
    rule("season", rf"(?P<season>{SEASON})(?!\w)", _season, weak=True),
]
