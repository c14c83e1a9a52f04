"""People who are nobody, as lists of several scripts would have them, with the truth of who is who.

Each person is composed by a fixed seed of name tokens that public data has in several scripts, a date of birth and a
place of Kazakhstan, and stands in one to four lists: one in Latin letters, one in Russian, one in Han, one in Arabic
letters. A list has its own spelling of each name (of those the data has), its own order, and its own faults: dates left
out, only a year, a slip, day and month changed about; places left out or others; slips in names. Names are borne
unevenly, and a quarter of the people share their family name and place with another: brothers, sisters, cousins.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from names.splits import folded, is_test, pairs
from names.turkic import turkic_tokens

SCRIPTS = ("latin", "russian", "han", "arabic")
_LANGUAGES = {"latin": "eng", "russian": "rus", "han": "zho", "arabic": "ara"}
_EVENNESS = 8
_LISTS = (1, 2, 2, 3, 3, 4)
_FIRST_YEAR, _YEARS = 1945, 62
_REGISTERED_AS_NEW_YEAR = 0.06
_KEYS = "qwertyuiopasdfghjklzxcvbnm"


@dataclass(frozen=True)
class Token:
    """A name's spellings by script; ``latin`` holds all that are taken for one."""

    forms: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Person:
    given: Token
    family: Token
    birth: tuple[int, int, int]
    place: dict[str, str]
    sex: str


@dataclass(frozen=True)
class Row:
    whose: int
    script: str
    name: str
    birth: str
    place: str
    sex: str


def tokens(folder: Path, *, tested: bool) -> list[Token]:
    """Turkic and Muslim names that the data has in Russian and in Han or Arabic letters. ``tested``: only those that
    nothing was learnt from by tables that were made for measuring."""
    forms: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for table, script in (("latin-russian", "russian"), ("latin-han", "han"), ("latin-arabic", "arabic")):
        for pair in pairs(folder, table):
            forms[folded(pair.latin)][script].append((pair.count, pair.other))
            forms[folded(pair.latin)]["latin"].append((0, pair.latin.title()))
    counted = turkic_tokens(folder, forms)
    chosen = [
        key for key in sorted(forms) if key in counted and len(forms[key]) >= 3 and "russian" in forms[key]
    ]
    if tested:
        chosen = [key for key in chosen if is_test(key)]
    return [_token(forms[key]) for key in chosen if len(key) > 2]


def _token(forms: dict[str, list[tuple[int, str]]]) -> Token:
    """The commonest spellings of each script: rare ones are often wrong in the data."""
    found: dict[str, tuple[str, ...]] = {}
    for script, held in forms.items():
        most = max(count for count, _ in held)
        kept = sorted({text for count, text in held if 3 * count >= most})[:3]
        found[script] = tuple(each.title() if script in ("latin", "russian") else each for each in kept)
    return Token(found)


def places(folder: Path) -> list[dict[str, str]]:
    """Places of Kazakhstan with their names by language; those that have no name in a language keep the English."""
    found = []
    with (folder / "kazakhstan-places.jsonl").open(encoding="utf-8") as file:
        for line in file:
            each = json.loads(line)
            names = {language: those[0][1] for language, those in each["names"].items()}
            if each["type"] in ("locality", "region", "county") and {"eng", "rus"} <= names.keys():
                found.append({script: names.get(code, names["eng"]) for script, code in _LANGUAGES.items()})
    return found


def people(
    names: Sequence[Token], where: Sequence[dict[str, str]], count: int, draw: random.Random
) -> Iterator[Person]:
    weights = [1 / (rank + _EVENNESS) for rank in range(len(names))]
    given, family = (draw.sample(list(names), len(names)) for _ in range(2))
    givens, families = (draw.choices(those, weights, k=count) for those in (given, family))
    towns = draw.choices(
        draw.sample(list(where), len(where)), [1 / (rank + 20) for rank in range(len(where))], k=count
    )
    for number in range(count):
        if number and draw.random() < 0.25:
            families[number], towns[number] = families[number - 1], towns[number - 1]
        month, day = draw.randint(1, 12), draw.randint(1, 28)
        if draw.random() < _REGISTERED_AS_NEW_YEAR:
            month, day = 1, 1
        birth = (_FIRST_YEAR + draw.randrange(_YEARS), month, day)
        yield Person(givens[number], families[number], birth, towns[number], draw.choice("fm"))


def rows(everyone: Sequence[Person], draw: random.Random, scripts: Sequence[str] = SCRIPTS) -> list[Row]:
    found = [
        _row(whose, person, script, draw)
        for whose, person in enumerate(everyone)
        for script in draw.sample(list(scripts), min(len(scripts), draw.choice(_LISTS)))
    ]
    draw.shuffle(found)
    return found


def _row(whose: int, person: Person, script: str, draw: random.Random) -> Row:
    place = "" if draw.random() < 0.2 else person.place[script]
    sex = "" if draw.random() < 0.3 else person.sex
    return Row(whose, script, _name(person, script, draw), _birth(person.birth, draw), place, sex)


def _name(person: Person, script: str, draw: random.Random) -> str:
    parts = [_spelt(part, script, draw) for part in (person.given, person.family)]
    if script == "han":
        return "·".join(parts)
    if draw.random() < 0.15:
        parts.reverse()
    name = " ".join(parts)
    return _slipped(name, draw) if script == "latin" and draw.random() < 0.06 else name


def _spelt(token: Token, script: str, draw: random.Random) -> str:
    """In another script where the data has none in this one, as lists of names from elsewhere are."""
    return draw.choice(token.forms.get(script) or token.forms["latin"])


def _slipped(name: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(name))
    return draw.choice((name[:at] + name[at + 1 :], name[:at] + draw.choice(_KEYS) + name[at + 1 :]))


def _birth(birth: tuple[int, int, int], draw: random.Random) -> str:
    year, month, day = birth
    chance = draw.random()
    if chance < 0.15:
        return ""
    if chance < 0.27:
        return str(year)
    if chance < 0.31:
        year += draw.choice((-1, 1, 10, -10))
    elif chance < 0.35:
        day = day % 28 + 1
    elif chance < 0.38 and day <= 12:
        month, day = day, month
    return f"{year}-{month:02}-{day:02}"
