"""Sentences with their marks, as people write them:  They {torture and ill-treatment: put the bag over my head}.

One sentence, or a few, a line. ``a+b`` says that the words tell of both kinds, ``a|b`` that either is right; an
empty line or one that begins with ``#`` says nothing. Every line is marked wholly: what is not marked is not told.

What somebody is (``STATUSES``) was marked later, and of some reports only: in a file NAME.status beside the report, a
line for each, ``LINE kind: exact words``. Where there is none, nothing is known of these kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\{([^:{}]*): ([^{}]+)\}")
_STATUS = re.compile(r"(\d+) ([a-z ]+): (.+)")
STATUSES = frozenset(("occupation", "residence", "kinship", "ethnicity", "nationality", "religion"))


@dataclass(frozen=True, slots=True)
class Mark:
    """``text[start:end]`` tells of one of ``kinds``."""

    start: int
    end: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """``statuses``: whether its statuses are marked too."""

    text: str
    marks: tuple[Mark, ...]
    statuses: bool = False


def read_marked(paths: Iterable[Path]) -> Iterator[Marked]:
    """Every marked line of the files. Raises ValueError with file and line where a brace is out of place."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip() and not line.startswith("#"):
                try:
                    yield marked(line.strip())
                except ValueError as error:
                    raise ValueError(f"{path.name}:{number}: {error}") from error


def read_runs(paths: Iterable[Path]) -> Iterator[list[Marked]]:
    """The sentences of each report, in a row: an empty line, or one that begins with ``#``, ends it."""
    for path in paths:
        row: list[Marked] = []
        statuses = read_statuses(path.with_suffix(".status"))
        for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], start=1):
            if line.strip() and not line.startswith("#"):
                one = marked(line.strip())
                row.append(one if statuses is None else _with(one, statuses.get(number, ())))
            elif row:
                yield row
                row = []


def read_statuses(path: Path) -> dict[int, list[tuple[str, str]]] | None:
    """Of each line of a report (kind, words) of what it says somebody is; None where that was not marked. Raises
    ValueError with file and line where a line is not of the form."""
    if not path.exists():
        return None
    found: dict[int, list[tuple[str, str]]] = {}
    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        told = _STATUS.fullmatch(line.strip())
        if told is None or told[2] not in STATUSES:
            raise ValueError(f"{path.name}:{at}: no status: {line[:60]!r}")
        found.setdefault(int(told[1]), []).append((told[2], told[3]))
    return found


def _with(one: Marked, statuses: Iterable[tuple[str, str]]) -> Marked:
    return Marked(one.text, (*one.marks, *status_marks(one.text, statuses)), statuses=True)


def status_marks(text: str, statuses: Iterable[tuple[str, str]]) -> Iterator[Mark]:
    """The marks of (kind, words) in a sentence. Raises ValueError where the words do not stand in it exactly once."""
    for kind, words in statuses:
        if text.count(words) != 1:
            raise ValueError(f"{words!r} stands {text.count(words)} times in {text[:60]!r}")
        start = text.index(words)
        yield Mark(start, start + len(words), (kind,))


def marked(line: str) -> Marked:
    text, marks, at = "", [], 0
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        begin, at = len(text), found.end()
        text += found[2]
        marks += [Mark(begin, len(text), tuple(each.split("|"))) for each in found[1].split("+")]
    text += line[at:]
    if "{" in text or "}" in text:
        raise ValueError(f"a brace that marks nothing: {line[:60]!r}")
    return Marked(text, tuple(marks))
