"""The reasons of a link in words that can be read out in a court and checked there, letter by letter.

Rules write their reasons short ("Rawshan = Раушан: w→u"), and so they stay in the log; here are the same reasons as
somebody would say them. Nothing is added to them and nothing left out; words of people pass unchanged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from amanat.core.dates.point import NotADateError
from amanat.core.dates.words import in_words

_WHY = re.compile(
    r"(?:the same full name, folded: (?P<folded>.*?); )?"
    r"likely one (?P<what>name|person) \((?P<percent>\d+(?:\.\d)?) %\): (?:names: )?(?P<names>.*?)"
    r"(?:\. for it: (?P<speaking>.*?))?(?:\. against it: (?P<against>.*?))?"
    r"(?:\. (?P<besides>What other reports tell of one of them .*))?"
)
_FORMS = re.compile(
    r"(?P<role>(?:given|family|father's) name |without spaces: )?(?P<one>[^:]+?) (?P<sign>[=~≠]) (?P<other>[^:]+?)"
    r"(?:: (?P<how>.+))?"
)
_SIGNS = {
    "=": "fit each other as one name",
    "~": "may be one name",
    "≠": "do not fit each other as one name",
}
_CHANGE = re.compile(r"(?P<mine>[^\s→,]+)→(?P<theirs>[^\s→,]+)")
_READ = re.compile(r"(?P<sign>\S+)=(?P<letters>\S+)")
_NOTHING = "∅"
_TIMES = ("", "", " twice", " three times", " four times", " five times", " six times")
_END = r"(?:\d{4}(?:-\d{2}){0,2}|\.\.)"
_DATE = re.compile(
    rf"(?<![\w/-])(?P<in>in )?(?P<edtf>\d{{4}}(?:-\d{{2}}){{1,2}}(?:/{_END})?|\d{{4}}/{_END})(?![\w/-])"
)
_NUMBER = "the same number: "
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

FIGURE = (
    "The figure tells how many in a hundred links so weighed were right where that was measured, on composed reports "
    "of people who are nobody; of those said to be surer than 99.5 % it was 98. It is no proof, and no figure for "
    "these two alone; real reports may differ."
)
NAMES = (
    "Of several spellings, the two that fit best were compared. Names can show that this is one name, never by "
    "themselves that two who bear it are one person."
)


def one_origin_aloud(label: str) -> str:
    """What it means that reports of both persons go back to the origin called so."""
    return (
        f"Reports of both go back to {label}: what those tell alike is one account told more than once, and two "
        "reports that agree because one copied the other bear nothing out."
    )


@dataclass(frozen=True, slots=True)
class Why:
    """A judgement's why, taken apart. ``percent`` is None in the words of a person, which are all in ``besides``."""

    percent: float | None
    of_names: bool
    """Whether the figure is of one name only, and not of one person."""
    names: tuple[str, ...]
    speaking: tuple[str, ...]
    against: tuple[str, ...]
    besides: str
    folded: str = ""
    """The name that both bear but for case and marks, where the rule went by that."""


def taken_apart(why: str) -> Why:
    """What a rule wrote (linking/rules), each reason to be read out; any other words as they are."""
    found = _WHY.fullmatch(why)
    if found is None:
        return Why(None, False, (), (), (), why)
    return Why(
        float(found["percent"]),
        found["what"] == "name",
        _each(found["names"]),
        _each(found["speaking"]),
        _each(found["against"]),
        found["besides"] or "",
        found["folded"] or "",
    )


def why_aloud(why: str) -> str:
    """The whole of it as sentences."""
    told = taken_apart(why)
    if told.percent is None:
        return why
    what = "one name" if told.of_names else "one person"
    sentences = [
        f"The probability that they are {what} is {percent_aloud(told.percent)}",
        *([f"Both bear the same full name but for case and marks, {told.folded}"] if told.folded else []),
        *_headed("The names", told.names),
        *_headed("For it", told.speaking),
        *_headed("Against it", told.against),
        *filter(None, [told.besides]),
    ]
    return " ".join(f"{sentence}." for sentence in sentences)


def reason_aloud(words: str) -> str:
    """One reason: signs and letters as words, dates as people say them."""
    if words.startswith(_NUMBER):  # of a paper, and no date whatever it looks like
        return words
    found = _FORMS.fullmatch(words)
    return _dated(words) if found is None else _forms(found)


def percent_aloud(percent: float) -> str:
    """A probability in hundredths, of which nothing is ever quite without any."""
    return f"{percent:g} %" if percent else "less than 0.1 %"


def times_aloud(times: float, contradicts: bool = False) -> str:
    """How much a reason counts. ``times``: how much likelier it is of one person than of two who share the name."""
    if contradicts:
        return f"both cannot be true of one person; {_likelier(times)}"
    return _likelier(times)


def _likelier(times: float) -> str:
    if 0.95 <= times <= 1.05:
        return "says nothing either way"
    if times > 1:
        return f"{_number(times)} times likelier of one person than of two who share the name"
    return f"{_number(1 / max(times, 1e-9))} times likelier of two who share the name than of one person"


def _number(times: float) -> str:
    if times >= 1e6:
        return "more than a million"
    return f"{times:.1f}".removesuffix(".0") if times < 10 else f"{times:,.0f}"


def _each(reasons: str | None) -> tuple[str, ...]:
    return tuple(reason_aloud(reason) for reason in _parted(reasons or ""))


def _parted(reasons: str) -> list[str]:
    """At each semicolon, but for the one inside a reason: "both are written forms of Yusuf; u→o"."""
    found: list[str] = []
    for piece in filter(None, reasons.split("; ")):
        if found and "both are written forms of" in found[-1] and _is_how(piece):
            found[-1] += f"; {piece}"
        else:
            found.append(piece)
    return found


def _is_how(piece: str) -> bool:
    return bool(re.fullmatch(rf"{_CHANGE.pattern}(?:, .+)?|by way of Han characters: .+", piece)) or all(
        _READ.fullmatch(each) for each in piece.split()
    )


def _headed(heading: str, reasons: Iterable[str]) -> list[str]:
    told = "; ".join(reasons)
    return [f"{heading}: {told}"] if told else []


def _forms(found: re.Match[str]) -> str:
    role = (found["role"] or "").removesuffix(" ").removesuffix(":")
    two = {"": "", "without spaces": "written without spaces, "}.get(role, f"the {role}s ")
    pair = f"{two}{found['one']} and {found['other']}"
    how = found["how"] or ""
    if not how and found["one"].casefold() == found["other"].casefold():
        return f"{pair} are the same but for capitals"
    if not how and found["sign"] == "=":
        return f"{pair} are one name in two ways of writing"
    told = "; ".join(map(_how, how.split("; "))) if how else ""
    return f"{pair} {_SIGNS[found['sign']]}{': ' if told else ''}{told}"


def _how(words: str) -> str:
    """ "w→u, i→∅" and "木=m 尔=l" in words; what is words already stays."""
    through, _, rest = words.rpartition("by way of Han characters: ")
    read = [_READ.fullmatch(each) for each in rest.split()]
    if rest and all(read):
        told = ", ".join(_read(each) for each in read if each)
        return f"by way of Chinese characters, {told}" if words != rest else f"{through}{told}"
    changes = [_CHANGE.fullmatch(each) for each in words.split(", ")]
    if not all(changes):
        return words
    counted = Counter((each["mine"], each["theirs"]) for each in changes if each)
    return ", ".join(_change(*change, number) for change, number in counted.items())


def _read(found: re.Match[str]) -> str:
    sign, letters = found["sign"], found["letters"]
    return f"{sign} not read" if letters == _NOTHING else f"{sign} read “{letters}”"


def _change(mine: str, theirs: str, number: int) -> str:
    often = _TIMES[number] if number < len(_TIMES) else f" {number} times"
    changed = f"“{mine}” left out" if theirs == _NOTHING else f"“{theirs}” for “{mine}”"
    return f"{changed}{often}"


def _dated(words: str) -> str:
    return _DATE.sub(_said, words)


def _said(found: re.Match[str]) -> str:
    try:
        said = in_words(found["edtf"])
    except NotADateError:
        return found.group()
    before = ("on " if _DAY.fullmatch(found["edtf"]) else "in ") if found["in"] else ""
    return f"{before}{said}"
