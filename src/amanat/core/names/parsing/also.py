"""Other names that a text gives of the same person: in brackets, in quotes, after a stroke or "known as"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from amanat.core.names.parsing.tables import rows_of

MAX_ALSO = 8
"""Other names that are kept of one."""

_HINT = re.compile('[()（）\\[\\]【】<>«»“”„‟"|/=;；：:]|[^\\x00-\\x7f]| .* |^\\s*[a-z]', re.DOTALL)
_ENCLOSED = re.compile(
    "[(（](?P<a>[^()（）]*)[)）]?|[\\[【](?P<b>[^\\[\\]【】]*)[\\]】]?|<(?P<c>[^<>]*)>?"
    '|«(?P<d>[^«»]*)»|[“„‟](?P<e>[^“”„‟]*)[”“]|"(?P<f>[^"]*)"|「(?P<g>[^」]*)」|《(?P<h>[^》]*)》'
)
_STROKE = "[|/=;；]"
_LABEL = re.compile("^\\s*[^\\W\\d_]+(?: [^\\W\\d_]+){0,2}\\s*[:：]\\s*")
_LETTER = re.compile("[^\\W\\d_]")


@dataclass(slots=True)
class Spans:
    """Where the name itself stands, and where the others: (start, end) in the text, and whether a birth name."""

    main: list[tuple[int, int]] = field(default_factory=list)
    also: list[tuple[int, int, bool]] = field(default_factory=list)


@cache
def _phrases() -> re.Pattern[str]:
    """A phrase or a stroke; the group "birth" holds the former where a birth name follows."""
    spaced: dict[str, list[str]] = {"also": [], "birth": []}
    joined: list[str] = []
    for kind, script, phrases in rows_of("also.tsv"):
        found = [re.escape(phrase).replace("\\ ", "\\s+") for phrase in phrases.split("|")]
        if script == "Hani":
            joined += found
        elif script == "Arab":
            spaced[kind] += [phrase + ("\\s*" if phrase.endswith("بـ") else "") for phrase in found]
        else:
            spaced[kind] += found
    also, birth = (_longest_first(spaced[kind]) for kind in ("also", "birth"))
    attached = "(?:المعروفة?|الملقبة?|المكنى|المكناة)\\s+ب(?=\\w)"
    return re.compile(
        f"(?<!\\w)(?:(?P<birth>{birth})|(?:{also}))(?:(?!\\w)|(?<=بـ))\\s*[:：]?|(?<!\\w){attached}|"
        f"(?:{_longest_first(joined)})\\s*[:：]?|{_STROKE}",
        re.IGNORECASE,
    )


def _longest_first(phrases: list[str]) -> str:
    return "|".join(sorted(phrases, key=len, reverse=True))


def spans_of(text: str, end: int) -> Spans:
    """Where in ``text[:end]`` the name and its other names stand.

    A text without such signs, or with nothing outside them, is one name: "(Mihrigul)" is Mihrigul.
    """
    if not _HINT.search(text, 0, end):
        return Spans([(0, end)])
    found = Spans()
    holes = _holes(text, end)
    outside = _outside(holes, end)
    cuts = [each for span in outside for each in _phrases().finditer(text, *span)]
    first = next((cut for cut in cuts if _has_letter(text, outside, cut.start())), None)
    limit = first.start() if first else end
    begin = max((cut.end() for cut in cuts if cut.end() <= limit and cut is not first), default=0)
    found.main = [
        (max(start, begin), min(stop, limit)) for start, stop in outside if start < limit and stop > begin
    ]
    found.also = [(start, stop, False) for start, stop in holes if _LETTER.search(text, start, stop)]
    found.also += _after(text, [cut for cut in cuts if first and cut.start() >= first.start()], holes, end)
    found.also = sorted(found.also)[:MAX_ALSO]
    if not any(_LETTER.search(text, *span) for span in found.main):
        return _unwrapped(text, end, found)
    return found


def _unwrapped(text: str, end: int, found: Spans) -> Spans:
    """With no letter outside, the first of the others is the name; with none at all, the whole text is."""
    if not found.also:
        return Spans([(0, end)])
    (start, stop, _), *others = found.also
    return Spans([(start, stop)], others)


def _holes(text: str, end: int) -> list[tuple[int, int]]:
    return [each.span(each.lastgroup) for each in _ENCLOSED.finditer(text, 0, end) if each.lastgroup]


def _outside(holes: list[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    """The stretches around the brackets; the signs themselves are left on their edges and are no letters."""
    starts = [0, *(stop for _, stop in holes)]
    stops = [*(start for start, _ in holes), end]
    return [(start, stop) for start, stop in zip(starts, stops, strict=True) if start < stop]


def _has_letter(text: str, outside: list[tuple[int, int]], before: int) -> bool:
    return any(_LETTER.search(text, start, min(stop, before)) for start, stop in outside if start < before)


def _after(
    text: str, cuts: list[re.Match[str]], holes: list[tuple[int, int]], end: int
) -> list[tuple[int, int, bool]]:
    """What stands between one phrase and the next, or a bracket, or the end."""
    stops = sorted([cut.start() for cut in cuts] + [start for start, _ in holes] + [end])
    spans = []
    for cut in cuts:
        stop = stops[bisect_left(stops, cut.end())]
        if _LETTER.search(text, cut.end(), stop):
            spans.append((cut.end(), stop, bool(cut.group("birth"))))
    return spans


def bare(text: str) -> tuple[str, bool]:
    """A bracket's content without the phrase or label it begins with, and whether a birth name follows."""
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else text
    phrase = _phrases().match(rest.lstrip())
    if phrase is None:
        return rest.strip(" \t\n,،，"), False
    return rest.lstrip()[phrase.end() :].strip(" \t\n,،，"), bool(phrase.group("birth"))
