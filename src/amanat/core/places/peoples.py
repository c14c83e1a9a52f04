"""Words for people by country, people or religion: what each may say of a person, and nothing more.

``Kazakh`` may be an ethnicity or a nationality: both are given, and the sentence decides. ``Uyghur`` says
nothing of religion, so nothing is said of it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from amanat.core.places.folding import folded
from amanat.core.places.gazetteer import gazetteer
from amanat.core.places.mentions import WORD
from amanat.core.places.tables import listed, rows_of

_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class People:
    name: str
    """The adjective in English: Kazakh, Chinese, Muslim."""
    nationality: str | None = None
    """The country's English name."""
    ethnicity: str | None = None
    religion: str | None = None


@dataclass(frozen=True, slots=True)
class PeopleMention:
    """``text[start:end]`` is a word for ``people``."""

    start: int
    end: int
    people: People


def people(word: str) -> People | None:
    """The people that ``word`` (adjective or noun, singular or plural) names; None where it names none.

    Names of peoples begin with a capital, so ``polish`` and ``turkey`` are none; religions are known in
    lower case too.
    """
    written = word.strip()
    found = _by_form().get(folded(written)) if len(written) <= 60 else None
    if found is None or written[:1].isupper() or _is_religion_only(found):
        return found
    return None


def find_peoples(text: str) -> tuple[PeopleMention, ...]:
    """Every such word in ``text``, the longest at each place, in order."""
    return tuple(_mentions(text))


def _mentions(text: str) -> Iterator[PeopleMention]:
    words = list(WORD.finditer(text))
    at = 0
    while at < len(words):
        for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + count - 1].end()
            found = _written(text, start, end, words[at][0])
            if found:
                yield PeopleMention(start, end, found)
                at += count - 1
                break
        at += 1


def _written(text: str, start: int, end: int, first: str) -> People | None:
    # Most words begin no people's name; that is cheaper to see than to look up four lengths.
    written = text[start:end] if folded(first) in _beginnings() else ""
    return None if written.endswith(("'s", "’s")) else people(written)


def _is_religion_only(found: People) -> bool:
    return found.nationality is None and found.ethnicity is None


@cache
def _beginnings() -> frozenset[str]:
    """First words of all forms; without their -s too, since a text's words end before a possessive 's."""
    firsts = {form.split()[0] for form in _by_form()}
    return frozenset(firsts | {first.removesuffix("s") for first in firsts})


@cache
def _by_form() -> dict[str, People]:
    found: dict[str, People] = {}
    for name, forms, code, ethnicity, religion in rows_of("peoples.tsv"):
        nationality = gazetteer().place(code).name if code else None
        meant = People(name, nationality, ethnicity or None, religion or None)
        for form in listed(forms):
            for written in _numbers(form):
                found.setdefault(folded(written), meant)
    return found


def _numbers(form: str) -> Iterator[str]:
    """Singular and plural. A form marked = stands alone; those in -ese, -sh, -ch, -x and -z are their own
    plural."""
    yield form.removeprefix("=")
    if not form.startswith("=") and not form.endswith(("ese", "sh", "ch", "x", "z", "s")):
        yield form + "s"
