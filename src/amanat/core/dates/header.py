"""The date in a report's header line, dateline or byline, with what speaks for its reading.

"01/03/2020" is 3 January or 1 March. What can settle it is named in ``evidence``: a date of the same page
that can only be read one way, a weekday beside it, the same date in words, or the day the report was
received. Where nothing does, both readings are kept with a flag; nothing is settled in silence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from amanat.core.claim import Flag
from amanat.core.dates.edtf import Choice, alternatives, bounds, parse, precision
from amanat.core.dates.english import find_dates
from amanat.core.dates.english.lexicon import WEEKDAY, WEEKDAYS
from amanat.core.dates.mention import Absolute, Ambiguous, DateMention, Partial
from amanat.core.dates.numeric import settling
from amanat.core.dates.point import Point, Precision
from amanat.core.dates.relative import AMBIGUOUS
from amanat.core.dates.words import in_words

SEVERAL = "date-several"
NO_YEAR = "date-without-year"
WRONG_WEEKDAY = "date-weekday"

_LATER = re.compile(
    r"\b(?:updated?|modified|revised|edited|accessed|retrieved|corrected)\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:record|entry|file|profile|page|case) (?:was )?(?:created|added|opened|made)\b", re.IGNORECASE
)
"""When a register's entry was begun says less of when it was written than when it was last changed."""
_FIRST = re.compile(r"\b(?:published|publication|posted|issued|released|created|dated?)\b", re.IGNORECASE)
_OF_A_LIFE = re.compile(r"\b(?:birth|born|detained|arrested|died|death)\b", re.IGNORECASE)
"""A person's date, as a register's entry gives it beside such a word: never the report's own."""
_WEEKDAY = re.compile(rf"(?<!\w)(?P<weekday>{WEEKDAY})[\s,.]{{0,3}}\Z", re.IGNORECASE)
_WEEKDAY_IN = re.compile(rf"(?<!\w){WEEKDAY}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeaderDate:
    """``edtf`` is None where no date is found; ``text`` is the date as written, ``evidence`` why it is read
    so.

    Flags: ``date-ambiguous``; ``date-several``, where the header gives dates that differ;
    ``date-without-year``; ``date-weekday``, where the weekday beside the date is another.
    """

    edtf: str | None
    flag: Flag | None = None
    evidence: str = ""
    text: str | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    mention: DateMention
    readings: tuple[str, ...]
    weekday: int | None
    label: re.Pattern[str] | None


def header_date(
    lines: Sequence[str], *, others: Sequence[str] = (), not_after: str | None = None
) -> HeaderDate:
    """The date that the header's lines give, as EDTF; a set where it has several readings.

    ``others`` are texts of the same page and zone of dates (such as its "See also" items) whose writing may
    show the page's order of day and month; ``not_after`` is a date (EDTF) by which the report existed, such
    as the day it was received.
    """
    found = [candidate for line in lines for candidate in _candidates(line)]
    dated = [candidate for candidate in found if candidate.readings]
    if not dated:
        return _without_year(found)
    chosen = _preferred(dated)
    common = set.intersection(*(set(candidate.readings) for candidate in chosen))
    if not common:
        return _several(chosen)
    first = chosen[0]
    if len(common) == 1:
        return _checked(first, min(common), _by_agreement(chosen))
    return _settled(first, [*lines, *others], not_after)


def _candidates(line: str) -> list[_Candidate]:
    """The days in a line, each with its weekday and the label to its left."""
    found = []
    after = 0
    for mention in find_dates(line):
        if isinstance(mention.value, Partial) and mention.value.month is None:
            continue
        if _OF_A_LIFE.search(line[: mention.start]):
            break
        before = line[after : mention.start]
        labels = (_LATER, _RECORD, _FIRST)
        label = next((each for each in labels if each.search(before)), None)
        readings = _readings(mention)
        if readings or isinstance(mention.value, Partial):
            found.append(_Candidate(mention, readings, _weekday(before, mention.text), label))
        after = mention.end
    return found


def _readings(mention: DateMention) -> tuple[str, ...]:
    value = mention.value
    if isinstance(value, Ambiguous):
        return value.readings
    if isinstance(value, Absolute) and isinstance(days := parse(value.edtf), Choice) and days.all:
        # "Recorded on 9 and 10 April": it was whole on the last of them.
        return (str(days.members[-1]),) if precision(str(days.members[-1])) is Precision.DAY else ()
    if isinstance(value, Absolute) and isinstance(parse(value.edtf), Point):
        return (value.edtf,) if precision(value.edtf) in (Precision.DAY, Precision.MONTH) else ()
    return ()


def _weekday(before: str, text: str) -> int | None:
    """1 to 7, from inside the date ("Mon., 1 March 2020") or the word before it ("Sunday, 01/03/2020")."""
    found = _WEEKDAY_IN.match(text) or _WEEKDAY.search(before)
    if found is None:
        return None
    short = found.group().strip(" ,.").lower()[:3]
    return next(number for number, name in enumerate(WEEKDAYS, 1) if name.startswith(short))


def _preferred(dated: list[_Candidate]) -> list[_Candidate]:
    """Days before months, "published" before unlabelled, and "updated" only where nothing else is there."""
    days = [each for each in dated if precision(each.readings[0]) is Precision.DAY] or dated
    for label in (_FIRST, None, _LATER, _RECORD):
        if chosen := [candidate for candidate in days if candidate.label is label]:
            return sorted(chosen, key=lambda candidate: len(candidate.readings))
    return days


def _by_agreement(chosen: list[_Candidate]) -> str:
    ambiguous = [candidate for candidate in chosen if len(candidate.readings) > 1]
    clear = [candidate for candidate in chosen if len(candidate.readings) == 1]
    if not ambiguous or not clear:
        return f"written as “{chosen[0].mention.text}”"
    return f"“{ambiguous[0].mention.text}” is settled by “{clear[0].mention.text}” beside it"


def _checked(candidate: _Candidate, edtf: str, evidence: str) -> HeaderDate:
    """With a flag if the weekday beside the date is not that day's."""
    day, text = bounds(edtf).earliest, candidate.mention.text
    if candidate.weekday is None or day is None or precision(edtf) is not Precision.DAY:
        return HeaderDate(edtf, None, evidence, text)
    if day.isoweekday() == candidate.weekday:
        return HeaderDate(edtf, None, evidence, text)
    said, real = (WEEKDAYS[number - 1].title() for number in (candidate.weekday, day.isoweekday()))
    note = f"The header says {said}, but {in_words(edtf)} was a {real}."
    return HeaderDate(edtf, Flag(WRONG_WEEKDAY, note), evidence, text)


def _settled(candidate: _Candidate, page: Sequence[str], not_after: str | None) -> HeaderDate:
    """One of two readings, if anything speaks for it; otherwise both."""
    text, readings = candidate.mention.text, candidate.readings
    if "/" in "".join(readings):
        return _ambiguous(candidate, "nothing else on the page settles it")
    fitting = [edtf for edtf in readings if _is_weekday(edtf, candidate.weekday)]
    if len(fitting) == 1:
        weekday = WEEKDAYS[(candidate.weekday or 1) - 1].title()
        return HeaderDate(fitting[0], None, f"“{text}”: only {in_words(fitting[0])} was a {weekday}", text)
    separator = re.sub(r"\d", "", text)[:1]
    shown = settling(page, separator)
    if shown[True] and shown[False]:
        clash = f"“{shown[True][0]}” has the day first and “{shown[False][0]}” the month"
        return _ambiguous(candidate, f"the page's other dates disagree: {clash}")
    if shown[True] or shown[False]:
        order = bool(shown[True])
        witness = (
            f"“{shown[order][0]}” on the same page can only have the {'day' if order else 'month'} first"
        )
        return HeaderDate(readings[0 if order else 1], None, f"“{text}”: {witness}", text)
    return _by_receipt(candidate, not_after)


def _is_weekday(edtf: str, weekday: int | None) -> bool:
    day = bounds(edtf).earliest
    return weekday is not None and day is not None and day.isoweekday() == weekday


def _by_receipt(candidate: _Candidate, not_after: str | None) -> HeaderDate:
    limit = bounds(not_after).latest if not_after else None
    if limit is not None and not_after:
        early = [edtf for edtf in candidate.readings if (bounds(edtf).earliest or limit) <= limit]
        if len(early) == 1:
            text = candidate.mention.text
            late = next(edtf for edtf in candidate.readings if edtf not in early)
            why = (
                f"“{text}”: {in_words(late)} is after {in_words(not_after)}, when the report already existed"
            )
            return HeaderDate(early[0], None, why, text)
    return _ambiguous(candidate, "no date on the page has a day above 12 in this writing")


def _ambiguous(candidate: _Candidate, why: str) -> HeaderDate:
    text = candidate.mention.text
    day_first, month_first = (in_words(edtf) for edtf in candidate.readings)
    note = f"“{text}” is {day_first} if the day comes first, {month_first} if the month does: {why}."
    if any("/" in edtf for edtf in candidate.readings):
        note = f"“{text}” is {day_first} or {month_first}: {why}."
        return HeaderDate(None, Flag(AMBIGUOUS, note), why, text)
    edtf = f"[{','.join(sorted(candidate.readings))}]"
    return HeaderDate(edtf, Flag(AMBIGUOUS, note), why, text)


def _several(chosen: list[_Candidate]) -> HeaderDate:
    texts = list(dict.fromkeys(candidate.mention.text for candidate in chosen))
    readings = sorted({edtf for candidate in chosen for edtf in candidate.readings})
    edtf = f"[{','.join(readings)}]"
    listed = " and ".join(f"“{text}”" for text in texts)
    note = f"The header gives dates that differ: {listed}."
    return HeaderDate(edtf, Flag(SEVERAL, note), f"{len(alternatives(edtf))} dates in the header", texts[0])


def _without_year(found: list[_Candidate]) -> HeaderDate:
    if not found:
        return HeaderDate(None, None, "no date in the header")
    text = found[0].mention.text
    note = f"The header's date “{text}” has no year."
    return HeaderDate(None, Flag(NO_YEAR, note), "a date without its year", text)
