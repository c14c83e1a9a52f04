"""Rules for dates counted from something else: "two years ago", "a week after her release"."""

from __future__ import annotations

import re
from dataclasses import replace

from amanat.core.dates.english.atoms import Context, rule
from amanat.core.dates.english.lexicon import (
    EVENTS,
    FULL_MONTH,
    GAP,
    MONTH_NUMBERS,
    NUMBER,
    ORDINALS,
    SEASON,
    SEASON_CODES,
    UNIT_WORDS,
    UNITS,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
    YEAR,
    any_of,
    number_of,
)
from amanat.core.dates.mention import Absolute, Anchor, Direction, Duration, Partial, Relative, Unit, Value

Found = re.Match[str]
Amount = tuple[int | None, int | None]

_LOOSE_AMOUNTS: dict[str, Amount] = {
    "a couple of": (2, 3),
    "a few": (2, 6),
    "few": (2, 6),
    "several": (3, 9),
    "some": (2, None),
    "many": (3, None),
}
_AT_LEAST = ("more than", "over", "at least", "just over")
_AT_MOST = ("less than", "under", "up to", "at most", "no more than")
_FROM_PUBLICATION = {"last": Direction.EARLIER, "past": Direction.EARLIER, "this": Direction.SAME}
_FROM_PUBLICATION |= {"next": Direction.LATER, "coming": Direction.LATER}
_FROM_PREVIOUS = {"previous": Direction.EARLIER, "preceding": Direction.EARLIER, "prior": Direction.EARLIER}
_FROM_PREVIOUS |= {"that": Direction.SAME, "same": Direction.SAME, "following": Direction.LATER}
_DAY_WORDS = {
    "yesterday": (1, Direction.EARLIER),
    "today": (0, Direction.SAME),
    "tonight": (0, Direction.SAME),
    "tomorrow": (1, Direction.LATER),
    "day before yesterday": (2, Direction.EARLIER),
    "day after tomorrow": (2, Direction.LATER),
}
_SENTENCE_START = re.compile(r"(?:\A|[\n.!?:\"“‘(–—-])\s{0,3}\Z")
_INSIDE = re.compile(r"\b(?:in|over|during|within|throughout)\s{1,3}\Z", re.IGNORECASE)
"""Before "the week after her arrest": some time in that week, not at its end."""
_LASTED = re.compile(
    r"\b(?:held|hold|kept|keep|stay(?:ed|s)?|spent|left|remain(?:ed|s)?|waited|locked up|an?|the|their|our|his|her)\b"
    r"[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_TIMES_OF_DAY = ("morning", "afternoon", "evening", "night")


def _squeezed(words: str | None) -> str:
    return " ".join((words or "").lower().split())


def _amount(found: Found) -> Amount:
    words, hedge = _squeezed(found["amount"]), _squeezed(found["hedge"])
    low, high = _bare_amount(words)
    if hedge in _AT_LEAST:
        return low, None
    return (0, high) if hedge in _AT_MOST else (low, high)


def _bare_amount(words: str) -> Amount:
    if words in _LOOSE_AMOUNTS:
        return _LOOSE_AMOUNTS[words]
    if words in ("a", "an", "another"):
        return 1, 1
    numbers = [number_of(word) for word in re.findall(rf"{NUMBER}", words, re.IGNORECASE)]
    return min(numbers), max(numbers)


def _counted(found: Found) -> tuple[Unit, int | None, int | None]:
    """Unit and numbers, halves told in the next smaller unit: "a year and a half" is 18 months."""
    unit, each = UNIT_WORDS[found["unit"].lower().removesuffix("s")]
    if _squeezed(found["amount"]).startswith("half"):
        return (Unit.MONTH, 6, 6) if unit is Unit.YEAR else (unit, 0, 1)
    low, high = (None if number is None else number * each for number in _amount(found))
    if found["months"] and unit is Unit.YEAR:
        more = _bare_amount(_squeezed(found["months"]))[0] or 0
        return Unit.MONTH, low and low * 12 + more, high and high * 12 + more
    if (found["half"] or found["half_after"]) and unit is Unit.YEAR:
        return Unit.MONTH, low and low * 12 + 6, high and high * 12 + 6
    return unit, low, high


def _amount_phrase(found: Found, _: Context) -> Value | None:
    unit, low, high = _counted(found)
    return _placed(found, unit, low, high) or Duration(unit, low, high)


def _bare_phrase(found: Found, _: Context) -> Value | None:
    """As in "days later", "the day before his arrest": several units without a number, or one."""
    word = found["unit"].lower()
    unit, each = UNIT_WORDS[word.removesuffix("s")]
    if word.endswith("s"):
        return _placed(found, unit, 2 * each, None)
    return _placed(found, unit, each, each) if found["amount"] else None


def _placed(found: Found, unit: Unit, low: int | None, high: int | None) -> Relative | None:
    """On its side of what it counts from, as the suffix says; None if there is no suffix."""
    if found["ago"]:
        return Relative(Anchor.PUBLICATION, unit, low, high, Direction.EARLIER)
    side = _squeezed(found["side"])
    if found["event"]:
        direction = Direction.EARLIER if side in ("before", "prior to") else Direction.LATER
        whole = unit is not Unit.DAY and _INSIDE.search(found.string[: found.start()]) is not None
        return Relative(Anchor.EVENT, unit, low, high, direction, span=whole, event=found["event"])
    if found["then"]:
        direction = (
            Direction.LATER
            if found["then"].lower().startswith(("later", "after", "on"))
            else Direction.EARLIER
        )
        return Relative(Anchor.PREVIOUS, unit, low, high, direction)
    return None


def _day_word(found: Found, _: Context) -> Value | None:
    if found.group()[0].isupper() and not _SENTENCE_START.search(found.string[: found.start()][-4:]):
        # The newspaper "Steppe Today".
        return None
    number, direction = _DAY_WORDS[_squeezed(found.group())]
    return Relative(Anchor.PUBLICATION, Unit.DAY, number, number, direction)


def _overnight(found: Found, _: Context) -> Value | None:
    """ "Police detained nine people overnight": last night or early today. "Held overnight" is how long."""
    if _LASTED.search(found.string[max(0, found.start() - 60) : found.start()]):
        return None
    return Relative(Anchor.PUBLICATION, Unit.DAY, 0, 1, Direction.EARLIER)


def _which(found: Found, _: Context) -> Value | None:
    """As in "last December", "this week", "the next day", "that night"."""
    which, target = found["which"].lower(), found["target"].lower()
    from_previous = which in _FROM_PREVIOUS or (found["the"] and which == "next")
    anchor = Anchor.PREVIOUS if from_previous else Anchor.PUBLICATION
    direction = (_FROM_PREVIOUS | _FROM_PUBLICATION)[which]
    if target in WEEKDAY_NUMBERS:
        return Partial(weekday=WEEKDAY_NUMBERS[target], direction=direction, anchor=anchor)
    if target == "weekend":
        saturday, sunday = (Partial(weekday=number, direction=direction, anchor=anchor) for number in (6, 7))
        return Partial(weekday=saturday.weekday, direction=direction, anchor=anchor, until=sunday)
    if target in MONTH_NUMBERS or target in SEASON_CODES:
        month = MONTH_NUMBERS.get(target) or SEASON_CODES[target]
        return Partial(month, direction=direction, anchor=anchor)
    unit, each = (Unit.DAY, 1) if target in _TIMES_OF_DAY else UNIT_WORDS[target]
    if found["the"] and which in ("last", "past", "this", "coming"):
        return None
    number = 0 if direction is Direction.SAME else each
    return Relative(anchor, unit, number, number, direction)


def _stretch(found: Found, _: Context) -> Value | None:
    """As in "the past two years", "the last three months of detention", "the first week of March 2018"."""
    which, event = found["which"].lower(), found["event"]
    unit, each = UNIT_WORDS[found["unit"].lower().removesuffix("s")]
    uncounted = found["the"] and (which in ("past", "last") or found["unit"].lower().endswith("s"))
    if not found["amount"] and not found["of"] and not uncounted:
        return None
    plural = found["unit"].lower().endswith("s")
    low, high = (
        _bare_amount(_squeezed(found["amount"])) if found["amount"] else (None, None) if plural else (1, 1)
    )
    low, high = low and low * each, high and high * each
    if which in ("that", "this") and found["amount"] and plural:
        return None  # "said that two years later …"
    if event or found["of"]:
        inside = Direction.FIRST if which in ("first", "opening", "initial") else Direction.LAST
        return Relative(Anchor.EVENT, unit, low, high, inside, span=True, event=event)
    if which in ("past", "last"):
        side = Direction.EARLIER if which == "past" else Direction.LAST
        return Relative(Anchor.PUBLICATION, unit, low, high, side, span=True)
    direction = {"next": Direction.LATER, "coming": Direction.LATER} | _FROM_PREVIOUS
    side = direction.get(which, Direction.LAST if which == "final" else Direction.FIRST)
    return Relative(Anchor.PREVIOUS, unit, low, high, side, span=True)


def _before_last(found: Found, _: Context) -> Value | None:
    """ "The week before last": two back, seen from the report."""
    unit, each = UNIT_WORDS[found["unit"].lower()]
    return Relative(Anchor.PUBLICATION, unit, 2 * each, 2 * each, Direction.EARLIER)


def _months_of(found: Found, _: Context) -> Value | None:
    """As in "the first four months of the year", "the last two months of 2019"."""
    number = number_of(found["number"])
    if not 2 <= number <= 12:
        return None
    first = 1 if found["which"].lower() == "first" else 13 - number
    last, whole = first + number - 1, found["whole"].lower()
    if whole.isdigit():
        return Absolute(f"{whole}-{first:02}/{whole}-{last:02}")
    back = int(whole.startswith("last"))
    anchor = (
        Anchor.PREVIOUS if whole.startswith("th") and not whole.startswith("this") else Anchor.PUBLICATION
    )
    side = Direction.EARLIER if back else Direction.SAME
    return Partial(first, until=Partial(last), within=Relative(anchor, Unit.YEAR, back, back, side))


def _quarter(found: Found, _: Context) -> Value | None:
    """ "In the first quarter": of the year that the report sees last."""
    first = 3 * ORDINALS.get(found["which"].lower(), 4) - 2
    return Partial(first, until=Partial(first + 2))


def _recent(found: Found, _: Context) -> Value | None:
    unit, _each = UNIT_WORDS[found["unit"].lower()]
    return Relative(Anchor.PUBLICATION, unit, None, None, Direction.EARLIER, span=True)


_SAME_TIME = Relative(Anchor.PREVIOUS, None, None, None, Direction.SAME)
_AT_PUBLICATION = Relative(Anchor.PUBLICATION, Unit.DAY, 0, 0, Direction.SAME)


def _anniversary(found: Found, _: Context) -> Value | None:
    number = ORDINALS[_squeezed(found["day"])]
    return Relative(Anchor.EVENT, Unit.YEAR, number, number, Direction.LATER, event=found["event"])


_WRITTEN = (
    rf"(?:(?:this|the|our){GAP})?(?:writing|going{GAP}to{GAP}press|publication|publishing|reporting|posting)\b"
    rf"|this{GAP}(?:report|article|story|post|update|statement|letter|appeal|briefing|submission|communication)\b"
)
"""What is done when a report is written: "at the time of writing"."""


def _time(found: Found, _: Context) -> Value | None:
    if found["written"]:
        return _AT_PUBLICATION
    if found["event"]:
        return replace(_SAME_TIME, anchor=Anchor.EVENT, event=found["event"])
    return _SAME_TIME


def _day_of(found: Found, _: Context) -> Value | None:
    return Relative(Anchor.EVENT, Unit.DAY, 0, 0, Direction.SAME, event=found["event"])


def _ever_since(_: Found, __: Context) -> Value | None:
    return replace(_SAME_TIME, direction=Direction.LATER)


def _the_unit(found: Found, _: Context) -> Value | None:
    return Relative(Anchor.PREVIOUS, UNIT_WORDS[found["unit"].lower()][0], 0, 0, Direction.SAME)


def _event(found: Found, _: Context) -> Value | None:
    return Relative(Anchor.EVENT, None, None, None, Direction.SAME, event=found.group())


_OWNER = r"(?:his|her|their|my|our|its|your|the|this|that|an?|(?-i:[A-Z])\w{1,24}['’]s?)"
_NOUN = rf"(?:(?-i:[a-z]){{2,15}}{GAP}){{0,2}}{any_of(EVENTS)}s?(?!\w)"
_DONE = r"(?:\w{2,14}ed|taken|sent|held|freed|shot|found|caught|brought)\b"
_WAS = rf"(?:he|she|they|we|I){GAP}(?:was|were|had{GAP}been)"
EVENT = rf"(?:{_OWNER}{GAP}{_NOUN}|being{GAP}{_DONE}|{_WAS}{GAP}{_DONE})"

_HEDGE = any_of((*_AT_LEAST, *_AT_MOST))
_LOOSE = any_of(_LOOSE_AMOUNTS)
_NUMBERS = rf"{NUMBER}(?:(?:{GAP}(?:or|to){GAP}|[-–]){NUMBER})?"
_HALF = rf"{GAP}and{GAP}a{GAP}half"
_AMOUNT = (
    rf"(?:(?P<hedge>{_HEDGE}){GAP})?(?P<amount>half{GAP}an?|{_LOOSE}|an?|another|{_NUMBERS})(?P<half>{_HALF})?"
    rf"{GAP}(?:(?:full|whole|long|consecutive|straight|more|further){GAP})?(?P<unit>{UNITS})"
    rf"(?P<half_after>{_HALF})?(?:{GAP}and{GAP}(?P<months>an?|{NUMBER}){GAP}months?\b)?"
)
_BREAK = r"[.,;:)]|\Z"
_SIDE = rf"(?P<side>before|prior{GAP}to|after|following|into)"
_SUFFIX = (
    rf"(?:{GAP}(?P<ago>ago)\b|{GAP}{_SIDE}{GAP}(?P<event>{EVENT})"
    rf"|{GAP}(?P<then>later|afterwards?|earlier|on(?={_BREAK})|previously|before(?={_BREAK})|after(?={_BREAK}))(?!\w))"
)
_TARGET = f"(?:{any_of((*UNIT_WORDS, *_TIMES_OF_DAY, 'weekend', *WEEKDAYS))}|{FULL_MONTH}|{SEASON})"
_WHICH = any_of((*_FROM_PUBLICATION, *_FROM_PREVIOUS))
_STRETCH = any_of((*_FROM_PUBLICATION, *_FROM_PREVIOUS, "first", "final", "opening", "initial"))

RULES = [
    rule("before_last", rf"(?:the{GAP})?(?P<unit>week|month|year){GAP}before{GAP}last\b", _before_last),
    rule(
        "months_of",
        rf"(?:the{GAP})?(?P<which>first|last|final){GAP}(?P<number>{NUMBER}){GAP}months{GAP}of{GAP}"
        rf"(?P<whole>{YEAR}|(?:the|this|that|last){GAP}year\b)",
        _months_of,
    ),
    rule(
        "quarter_alone",
        rf"(?<=in )the{GAP}(?P<which>first|second|third|fourth|last){GAP}quarter(?=[.,;)]|\Z)",
        _quarter,
    ),
    rule(
        "overnight",
        r"overnight(?=[.,;)]|\Z| (?:in|after|by|from|at|during|as|when|following)\b)",
        _overnight,
    ),
    rule("day_word", any_of(_DAY_WORDS) + r"(?!\w)", _day_word),
    rule("amount", _AMOUNT + rf"(?!{GAP}(?:old|of{GAP}age)\b){_SUFFIX}?", _amount_phrase),
    rule("one", rf"(?:(?P<amount>the){GAP})?(?P<unit>{UNITS}){_SUFFIX}", _bare_phrase),
    rule(
        "stretch",
        rf"(?:(?P<the>the){GAP})?(?P<which>{_STRETCH}){GAP}(?:(?P<amount>{_LOOSE}|{_NUMBERS}){GAP})?"
        rf"(?P<unit>{UNITS})(?:(?P<of>{GAP}of\b)(?:{GAP}(?P<event>{EVENT}|{_NOUN}))?)?",
        _stretch,
    ),
    rule(
        "which",
        # "To this day" is no day.
        rf"(?:(?P<the>the){GAP})?(?!(?<=to )this{GAP}day)(?P<which>{_WHICH}){GAP}(?P<target>{_TARGET})"
        rf"(?!\w|,?{GAP}(?:of{GAP})?{YEAR}|{GAP}(?:of|in){GAP}{FULL_MONTH})",
        _which,
    ),
    rule("recent", rf"recent{GAP}(?P<unit>day|week|month|year|decade)s\b", _recent),
    rule("then", r"(?:(?<=since )|(?<=until )|(?<=by ))then\b", lambda _found, _: _SAME_TIME),
    rule(
        "time",
        rf"(?:(?<=at )|(?<=by )|(?<=since )|(?<=until ))(?:that|the){GAP}time\b"
        # "At the time of the floods" is no time that was told before.
        rf"(?:{GAP}of{GAP}(?:(?P<written>{_WRITTEN})|(?P<event>{EVENT}))|(?!{GAP}of\b))",
        _time,
    ),
    rule(
        "writing",
        rf"(?:(?<=at )|(?<=as of )|(?<=by ))(?:this{GAP}writing|press{GAP}time)\b|(?<=as of )writing\b",
        lambda _found, _: _AT_PUBLICATION,
    ),
    rule(
        "day_of",
        rf"(?:the|that){GAP}(?:very{GAP})?(?:day|{any_of(_TIMES_OF_DAY)}){GAP}(?:of{GAP})?(?P<event>{EVENT})",
        _day_of,
    ),
    rule(
        "anniversary",
        rf"(?:the{GAP})?(?P<day>{any_of(ORDINALS)}){GAP}anniversary{GAP}of{GAP}(?P<event>{EVENT})",
        _anniversary,
    ),
    rule("ever_since", rf"(?:ever{GAP}since|(?<!\w{{3}} ever )since)(?={_BREAK})", _ever_since),
    rule(
        "the_unit", rf"the{GAP}(?P<unit>week|month|year|decade)(?!\w|{GAP}(?:of\b|\d))", _the_unit, weak=True
    ),
    rule("event", EVENT, _event, weak=True),
]
