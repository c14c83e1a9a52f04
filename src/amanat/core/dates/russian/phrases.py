"""Russian dates told from another: yesterday, three days later, last year, the end of the year."""

from __future__ import annotations

import re

from amanat.core.dates.english.atoms import Context, Rule, rule
from amanat.core.dates.mention import Anchor, Direction, Relative, Unit, Value
from amanat.core.dates.russian.lexicon import EVENTS, GAP, NUMBER, UNIT, UNITS, any_of, number_of

_DAYS = {
    "сегодня": (0, Direction.SAME), "вчера": (1, Direction.EARLIER), "позавчера": (2, Direction.EARLIER),
    "завтра": (1, Direction.LATER), "послезавтра": (2, Direction.LATER),
}  # fmt: skip
_EVENT = rf"после{GAP}(?:(?:его|её|ее|их){GAP})?(?P<event>{any_of(dict.fromkeys(EVENTS, 0))}\w{{0,4}})"
_AFTER = rf"(?:{GAP}(?:{_EVENT}|после{GAP}(?:этого|того)))?"
_WHICH = (
    r"(?P<which>прошл\w{2,3}|минувш\w{2,3}|позапрошл\w{2,3}|эт(?:ом|ой|от|у)|текущ\w{2}|нынешн\w{2}"
    r"|следующ\w{2,3}|будущ\w{2})"
)
_STRETCH = {"год": Unit.YEAR, "мес": Unit.MONTH, "нед": Unit.WEEK}


def _day(found: re.Match[str], _: Context) -> Value:
    number, direction = _DAYS[found.group().lower()]
    return Relative(Anchor.PUBLICATION, Unit.DAY, number, number, direction)


def _counted(found: re.Match[str]) -> tuple[Unit, int, int | None]:
    """Unit, least and most: «несколько дней» and «полтора года» give no number to count."""
    unit, times = UNITS[found["unit"].lower()]
    words = (found["number"] or "один").lower()
    number = number_of(words) * times
    if words == "полтора":
        return unit, number, number + 1
    return unit, number, number


def _ago(found: re.Match[str], _: Context) -> Value:
    unit, low, high = _counted(found)
    more = found["more"] is not None
    return Relative(Anchor.PUBLICATION, unit, low, None if more else high, Direction.EARLIER)


def _later(found: re.Match[str], _: Context) -> Value:
    unit, low, high = _counted(found)
    event = found.groupdict().get("event")
    if event:
        name = next(english for stem, english in EVENTS.items() if event.lower().startswith(stem))
        return Relative(Anchor.EVENT, unit, low, high, Direction.LATER, event=name)
    return Relative(Anchor.PREVIOUS, unit, low, high, Direction.LATER)


def _vague(found: re.Match[str], _: Context) -> Value:
    ago = "назад" in found.group().lower()
    unit = UNITS[found["unit"].lower()][0]
    anchor = Anchor.PUBLICATION if ago else Anchor.PREVIOUS
    return Relative(anchor, unit, None, None, Direction.EARLIER if ago else Direction.LATER)


def _stretch(found: re.Match[str], _: Context) -> Value:
    """«в прошлом году», «на этой неделе», «в следующем месяце»."""
    which, unit = found["which"].lower(), _STRETCH[found["unit"].lower()[:3]]
    if which.startswith(("прошл", "минувш", "позапрошл")):
        number = 2 if which.startswith("поза") else 1
        return Relative(Anchor.PUBLICATION, unit, number, number, Direction.EARLIER)
    if which.startswith(("следующ", "будущ")):
        return Relative(Anchor.PUBLICATION, unit, 1, 1, Direction.LATER)
    return Relative(Anchor.PUBLICATION, unit, 0, 0, Direction.SAME)


def _last(found: re.Match[str], _: Context) -> Value:
    unit, low, high = _counted(found)
    return Relative(Anchor.PUBLICATION, unit, low, high, Direction.LAST, span=True)


RULES: tuple[Rule, ...] = (
    rule("p_day", rf"{any_of(dict.fromkeys(_DAYS, 0))}(?!\w)", _day),
    rule(
        "p_next_day",
        rf"(?:следующ(?:ий|его|ее|им)|друг(?:ой|ое)){GAP}(?:день|утро|дня|утром)(?!\w)|назавтра(?!\w)|днём{GAP}позже",
        lambda found, _: Relative(Anchor.PREVIOUS, Unit.DAY, 1, 1, Direction.LATER),
    ),
    rule(
        "p_same_day",
        rf"(?:то(?:т|го|му){GAP}же|это(?:т|го)|тот){GAP}(?:самый{GAP})?(?:день|дня|вечер|ночь|утро)(?!\w)",
        lambda found, _: Relative(Anchor.PREVIOUS, Unit.DAY, 0, 0, Direction.SAME),
    ),
    rule(
        "p_same_stretch",
        rf"(?:том|той|тот){GAP}же{GAP}(?P<unit>году|месяце|неделе)(?!\w)",
        lambda found, _: Relative(Anchor.PREVIOUS, _STRETCH[found["unit"].lower()[:3]], 0, 0, Direction.SAME),
    ),
    rule(
        "p_ago",
        rf"(?P<more>более(?:{GAP}чем)?{GAP}|больше{GAP})?(?:(?P<number>{NUMBER}){GAP})?(?P<unit>{UNIT}){GAP}(?:тому{GAP})?назад(?!\w)",
        _ago,
    ),
    rule(
        "p_vague",
        rf"(?:через{GAP})?несколько{GAP}(?P<unit>{UNIT})(?:{GAP}(?:тому{GAP})?(?:назад|спустя|после))?",
        _vague,
        weak=True,
    ),
    rule("p_after", rf"(?:через|спустя){GAP}(?:(?P<number>{NUMBER}){GAP})?(?P<unit>{UNIT}){_AFTER}", _later),
    rule("p_later", rf"(?:(?P<number>{NUMBER}){GAP})?(?P<unit>{UNIT}){GAP}(?:спустя|позже){_AFTER}", _later),
    rule("p_stretch", rf"{_WHICH}{GAP}(?P<unit>году|год|месяце|месяц|неделе|недели)(?!\w)", _stretch),
    rule("p_last", rf"последни(?:е|х){GAP}(?P<number>{NUMBER}){GAP}(?P<unit>{UNIT})", _last),
    rule(
        "p_whole",
        r"(?P<unit>года|месяца|недели)(?!\w)",
        lambda found, _: Relative(
            Anchor.PUBLICATION, _STRETCH[found["unit"].lower()[:3]], 0, 0, Direction.SAME
        ),
        weak=True,
    ),
)
