"""Whole reports with their marks and, in a file beside them, whom each mark is about.

``NAME.txt`` holds reports a line a sentence, marked as in ``marks``; an empty line or one beginning with ``#`` ends a
report. ``NAME.who`` says for each marked line ``LINE: W || W`` with one W a mark:

    WHO [< TELLER < TELLER] [~denied|possible|planned|feared|demanded]

WHO is a best name or a description, several joined by `` + ``; ``-`` is nobody, ``?`` not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spotter_training.marks import Mark, marked, read_statuses, status_marks

_PROSE = 45
_PARAGRAPH = 3
"""Sentences that are put together to a paragraph, as a page would have them."""
_MOOD = re.compile(r"~(\w+)")


@dataclass(frozen=True, slots=True)
class About:
    """One mark, at its place in the report's text, and whom it is about."""

    mark: Mark
    who: tuple[str, ...]
    tellers: tuple[str, ...]
    moods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    name: str
    text: str
    marks: tuple[About, ...]
    statuses: tuple[Mark, ...] = ()
    """What it says somebody is, where that was marked."""


def read_reports(paths: Iterable[Path]) -> Iterator[Report]:
    """Every report of the files that have a ``.who`` file beside them."""
    for path in paths:
        about = dict(_about(path.with_suffix(".who")))
        statuses = read_statuses(path.with_suffix(".status")) or {}
        for number, lines in enumerate(_apart(path), start=1):
            yield _report(f"{path.stem}-{number:02}", lines, about, statuses, listed="page" in path.stem)


def _apart(path: Path) -> Iterator[list[tuple[int, str]]]:
    lines: list[tuple[int, str]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], start=1):
        if line.strip() and not line.startswith("#"):
            lines.append((number, line.strip()))
        elif lines:
            yield lines
            lines = []


def _about(path: Path) -> Iterator[tuple[int, list[str]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        number, _, told = line.strip().partition(":")
        if number.isdigit():
            yield int(number), [each.strip() for each in told.split("||")]


def _report(
    name: str,
    lines: list[tuple[int, str]],
    about: dict[int, list[str]],
    statuses: dict[int, list[tuple[str, str]]],
    *,
    listed: bool,
) -> Report:
    text, found, run = "", [], 0
    held: list[Mark] = []
    before = False
    for order, (number, line) in enumerate(lines):
        one = marked(line)
        prose = _is_prose(one.text) and not listed and order > 0
        joined = prose and before and run < _PARAGRAPH
        if text:
            text += " " if joined else "\n\n" if prose or before or order == 1 else "\n"
        run, before = run + 1 if joined else 1, prose
        start = len(text)
        text += one.text
        for mark in status_marks(one.text, statuses.get(number, ())):
            held.append(Mark(start + mark.start, start + mark.end, mark.kinds))
        # a mark of two kinds is one mark on the line and stands here twice
        places = list(dict.fromkeys((mark.start, mark.end) for mark in one.marks))
        told = about.get(number, [])
        if len(told) != len(places):
            continue
        for mark in one.marks:
            said = told[places.index((mark.start, mark.end))]
            found.append(_said(Mark(start + mark.start, start + mark.end, mark.kinds), said))
    return Report(name, text + "\n", tuple(found), tuple(held))


def _is_prose(line: str) -> bool:
    return len(line) > _PROSE and line[-1] in ".!?”\"'’" and not re.match(r"[-•*\d]", line)


def _said(mark: Mark, said: str) -> About:
    who, *tellers = (part.strip() for part in _MOOD.sub("", said).split("<"))
    people = tuple(each.strip() for each in who.split(" + ") if each.strip() not in ("", "-", "?"))
    return About(mark, people, tuple(tellers), tuple(_MOOD.findall(said)))
