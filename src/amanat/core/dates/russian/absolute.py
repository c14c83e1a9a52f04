"""Russian dates that name a day, month, season or year, with or without the year itself."""

from __future__ import annotations

import re
from itertools import takewhile

from amanat.core.dates.edtf import parse
from amanat.core.dates.english.atoms import Context, Rule, rule
from amanat.core.dates.mention import Absolute, Anchor, Direction, Partial, Relative, Unit, Value
from amanat.core.dates.numeric import day, read_numeric
from amanat.core.dates.point import NotADateError
from amanat.core.dates.russian.lexicon import (
    DAY,
    FULL_YEAR,
    GAP,
    MONTH,
    SEASONS,
    SLIGHT,
    SOME_YEAR,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    YEAR_WORD,
    any_of,
    month_number,
)


def _leading(written: str) -> int:
    """The number that a day is written with: 5 of "5-го"; the pattern has seen that it begins with one."""
    return int("".join(takewhile(str.isdecimal, written)))


_DASH = rf"{SLIGHT}[-–—]{SLIGHT}"


def some_year(words: str | None) -> Relative | None:
    """«прошлого года» -> the year before the report's."""
    if not words:
        return None
    first = words.lower().split()[0]
    if first == "того":
        return Relative(Anchor.PREVIOUS, Unit.YEAR, 0, 0, Direction.SAME)
    earlier = {"прошлого": 1, "минувшего": 1, "позапрошлого": 2}.get(first)
    if earlier:
        return Relative(Anchor.PUBLICATION, Unit.YEAR, earlier, earlier, Direction.EARLIER)
    if first in ("следующего", "будущего"):
        return Relative(Anchor.PUBLICATION, Unit.YEAR, 1, 1, Direction.LATER)
    return Relative(Anchor.PUBLICATION, Unit.YEAR, 0, 0, Direction.SAME)


def _year(words: str | None) -> str | None:
    return words[:4] if words else None


def _day(found: re.Match[str], _: Context) -> Value | None:
    number = _leading(found["day"])
    month = month_number(found["month"])
    if year := _year(found["year"]):
        edtf = day(year, month, number)
        return Absolute(edtf) if edtf else None
    if day(2000, month, number) is None:
        return None
    return Partial(month=month, day=number, within=some_year(found["some"]))


def _days(found: re.Match[str], _: Context) -> Value | None:
    """«5 и 7 марта», «5–9 мая 2020 года», «с 5 по 9 мая»."""
    first, last = int(found["first"]), _leading(found["last"])
    month, year = month_number(found["month"]), _year(found["year"])
    either = re.search(r"\bили\b", found.group(), re.I) is not None
    both = either or re.search(r"\bи\b", found.group(), re.I) is not None
    if not year:
        whole = Partial(month=month, day=first, within=some_year(found["some"]))
        if both:
            return Partial(month=month, day=first, also=(last,), either=either, within=whole.within)
        return Partial(month=month, day=first, until=Partial(month=month, day=last), within=whole.within)
    begin, end = day(year, month, first), day(year, month, last)
    if not begin or not end:
        return None
    if both:
        return Absolute(f"[{begin},{end}]" if either else f"{{{begin},{end}}}")
    return _sound(f"{begin}/{end}")


def _from_to(found: re.Match[str], _: Context) -> Value | None:
    """«с 5 марта по 9 мая 2020 года», «с марта 2019 по май 2020 года», «с 2014 по 2016 год»."""
    year = _year(found["year2"])
    begin_year = _year(found["year1"]) or year
    months = [month_number(found[name]) if found[name] else None for name in ("month1", "month2")]
    days = [_leading(found[name]) if found[name] else None for name in ("day1", "day2")]
    if year and begin_year:
        return _sound(f"{_edtf(begin_year, months[0], days[0])}/{_edtf(year, months[1], days[1])}")
    if months[0] is None or months[1] is None:
        return None
    return Partial(month=months[0], day=days[0], until=Partial(month=months[1], day=days[1]))


def _edtf(year: str, month: int | None, number: int | None) -> str:
    parts = [year, *(f"{part:02d}" for part in (month, number) if part is not None)]
    return "-".join(parts)


def _sound(edtf: str) -> Absolute | None:
    try:
        parse(edtf)
    except NotADateError:
        return None
    return Absolute(edtf)


def _month(found: re.Match[str], _: Context) -> Value:
    month, year = month_number(found["month"]), _year(found["year"])
    return Absolute(f"{year}-{month:02d}") if year else Partial(month=month, within=some_year(found["some"]))


def _season(found: re.Match[str], _: Context) -> Value:
    season, year = SEASONS[found["season"].lower()], _year(found["year"])
    return Absolute(f"{year}-{season}") if year else Partial(month=season, within=some_year(found["some"]))


def _pointed(found: re.Match[str], _: Context) -> Value | None:
    """Points between day, month and year: the one order that Russian has."""
    return read_numeric(found["first"], found["second"], found["year"], day_first=True)


def _slashed(found: re.Match[str], context: Context) -> Value | None:
    """With other marks, both orders are possible."""
    return read_numeric(found["first"], found["second"], found["year"], day_first=context.day_first)


def _iso(found: re.Match[str], _: Context) -> Value | None:
    edtf = day(found["year"], found["month"], found["day"])
    return Absolute(edtf) if edtf else None


def _years(found: re.Match[str], _: Context) -> Value | None:
    return _sound(f"{found['first']}/{found['last']}")


def _decade(found: re.Match[str], _: Context) -> Value:
    digits = found["decade"]
    return Absolute(
        f"{digits[:3]}X" if len(digits) == 4 else f"{'20' if digits[0] < '3' else '19'}{digits[0]}X"
    )


def _weekday(found: re.Match[str], _: Context) -> Value:
    direction = {
        "про": Direction.EARLIER,
        "мин": Direction.EARLIER,
        "сле": Direction.LATER,
        "бли": Direction.LATER,
    }
    told = (found["which"] or "").lower()[:3]
    return Partial(weekday=WEEKDAYS[found["weekday"].lower()], direction=direction.get(told))


_TOLD_YEAR = rf"(?:,?{SLIGHT}(?P<year>{FULL_YEAR})|{GAP}(?P<some>{SOME_YEAR}))?"
_END = rf"(?:(?P<day2>{DAY}){GAP})?(?P<month2>{MONTH})(?:{GAP}(?P<year2>{FULL_YEAR}))?"
_FIGURE = r"(?P<first>\d{1,2})"
_FIGURE_YEAR = r"(?P<year>\d{4}|\d{2})(?![\d/]|[.-]\d)"
RULES: tuple[Rule, ...] = (
    rule("r_iso", r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", _iso),
    rule("r_pointed", rf"{_FIGURE}\.(?P<second>\d{{1,2}})\.{_FIGURE_YEAR}(?:{YEAR_WORD})?", _pointed),
    rule("r_slashed", rf"{_FIGURE}/(?P<second>\d{{1,2}})/{_FIGURE_YEAR}", _slashed),
    rule(
        "r_from_to",
        rf"с(?:о)?{GAP}(?:(?P<day1>{DAY}){GAP})?(?P<month1>{MONTH})(?:{GAP}(?P<year1>{FULL_YEAR}))?{GAP}"
        rf"(?:по|до){GAP}{_END}",
        _from_to,
    ),
    rule(
        "r_days",
        rf"(?:с{GAP})?(?P<first>\d{{1,2}})(?:{_DASH}|{GAP}(?:по|и|или){GAP})(?P<last>{DAY}){GAP}"
        rf"(?P<month>{MONTH}){_TOLD_YEAR}",
        _days,
    ),
    rule(
        "r_day",
        rf"(?:{WEEKDAY},?{GAP})?(?P<day>{DAY}){GAP}(?P<month>{MONTH}){_TOLD_YEAR}",
        _day,
    ),
    rule("r_month", rf"(?P<month>{MONTH}){_TOLD_YEAR}", _month, weak=True),
    rule("r_season", rf"(?P<season>{any_of(SEASONS)})(?!\w){_TOLD_YEAR}", _season),
    rule(
        "r_years_from",
        rf"с{GAP}(?P<first>(?:19|20)\d\d){GAP}(?:по|до){GAP}(?P<last>(?:19|20)\d\d){YEAR_WORD}",
        _years,
    ),
    rule(
        "r_years",
        rf"(?P<first>(?:19|20)\d\d){_DASH}(?P<last>(?:19|20)\d\d)(?!\d|[-–]\d)"
        rf"(?:{SLIGHT}(?:гг\.|год(?:ы|ов|ах|а|у)?(?!\w)))?",
        _years,
    ),
    rule(
        "r_decade", rf"(?P<decade>(?:19|20)\d0|[1-9]0)-(?:х|е|ых){GAP}(?:гг\.|год(?:ы|ов|ах)(?!\w))", _decade
    ),
    rule("r_year", rf"(?P<year>{YEAR}){YEAR_WORD}", lambda found, _: Absolute(found["year"][:4])),
    rule("r_bare_year", rf"(?P<year>{YEAR})", lambda found, _: Absolute(found["year"][:4]), weak=True),
    rule(
        "r_weekday",
        rf"(?:(?P<which>прошл\w{{2,3}}|минувш\w{{2,3}}|следующ\w{{2,3}}|ближайш\w{{2,3}}){GAP})?(?P<weekday>{WEEKDAY})",
        _weekday,
        weak=True,
    ),
)
