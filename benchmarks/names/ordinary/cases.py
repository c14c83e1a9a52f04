"""A few hundred pairs of ordinary names, typed and composed, each labelled: one person's name, or two people's.

The kinds follow the published name benchmark of nomenklatura (contrib/name_bench): typing errors, order, initials,
missing and added parts, spellings and scripts, swapped parts, near names, other patronymics. None of its cases is
used, and no name is a person's.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from names.ordinary.errors import mistyped
from names.tasks.task import SEED

HERE = Path(__file__).parent
PER_KIND = 8


@dataclass(frozen=True, slots=True)
class Case:
    kind: str
    is_match: bool
    one: str
    other: str


@dataclass(frozen=True)
class Name:
    """Spellings in Latin letters, the usual first, and the form in the culture's own script, if it has another."""

    latin: tuple[str, ...]
    own: str

    def __str__(self) -> str:
        return self.latin[0]


class Culture:
    """Lists of names, drawn from at random."""

    def __init__(self, name: str, lists: dict[str, list[str]], draw: random.Random) -> None:
        self.name = name
        self.draw = draw
        self.near = [each.split() for each in lists["near"]]
        self._lists = {
            part: [_name(each) for each in lists.get(part, ())] for part in ("given", "family", "fathers")
        }

    def take(self, part: str, count: int) -> list[Name]:
        """So many different ones."""
        return self.draw.sample(self._lists[part], count)

    @property
    def has_fathers(self) -> bool:
        return bool(self._lists["fathers"])

    @property
    def family_first(self) -> bool:
        return self.name == "chinese"


def cases() -> list[Case]:
    """The same every time, each once."""
    draw = random.Random(SEED)
    lists = yaml.safe_load((HERE / "names.yaml").read_text(encoding="utf-8"))
    found = list(typed())
    for name, culture_lists in lists.items():
        culture = Culture(name, culture_lists, draw)
        for kind, is_match, make in _KINDS:
            made = (make(culture) for _ in range(PER_KIND))
            found += [Case(kind, is_match, *pair) for pair in made if pair and pair[0] != pair[1]]
    return list({(case.one, case.other): case for case in found}.values())


def typed() -> Iterator[Case]:
    with (HERE / "typed.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield Case(row["kind"], row["match"] == "yes", row["one"], row["other"])


def _name(written: str) -> Name:
    latin, _, own = written.partition(" / ")
    spellings = (
        tuple(latin.split()) if latin[:4] not in ("bin ", "ibn ", "al-H", "al-B", "al-T") else _pairs(latin)
    )
    return Name(spellings, own)


def _pairs(latin: str) -> tuple[str, ...]:
    """Names of two words: "bin Rashid bin Rashed", "al-Hashimi Al Hashemi"."""
    words = latin.split()
    if words[0].startswith("al-"):
        return (words[0], " ".join(words[1:]))
    return tuple(" ".join(words[at : at + 2]) for at in range(0, len(words), 2))


Pair = tuple[str, str]


def _full(culture: Culture, given: object, family: object) -> str:
    return f"{family} {given}" if culture.family_first else f"{given} {family}"


def _two(culture: Culture) -> tuple[Name, Name]:
    return culture.take("given", 1)[0], culture.take("family", 1)[0]


def _typing_error(culture: Culture) -> Pair:
    full = _full(culture, *_two(culture))
    return mistyped(full, culture.draw), full


def _other_order(culture: Culture) -> Pair:
    given, family = _two(culture)
    turned = f"{family}, {given}" if culture.draw.random() < 0.5 else f"{family} {given}"
    return (
        (f"{given} {family}", f"{family} {given}") if culture.family_first else (turned, f"{given} {family}")
    )


def _capitals(culture: Culture) -> Pair:
    given, family = _two(culture)
    return f"{str(family).upper()} {given}", _full(culture, given, family)


def _joined(culture: Culture) -> Pair:
    full = _full(culture, *_two(culture))
    return full.replace(" ", culture.draw.choice(["", "-"])), full


def _titled(culture: Culture) -> Pair:
    full = _full(culture, *_two(culture))
    return f"{culture.draw.choice(['Dr.', 'Mr.', 'Prof.', 'Mrs.'])} {full}", full


def _initial(culture: Culture) -> Pair | None:
    given, family = _two(culture)
    return None if culture.family_first else (f"{str(given)[0]}. {family}", f"{given} {family}")


def _spelling(culture: Culture) -> Pair | None:
    """Another spelling of either part, where it has one."""
    given, family = _two(culture)
    forms = [(one, other) for one in given.latin for other in family.latin][1:]
    return (_full(culture, *culture.draw.choice(forms)), _full(culture, given, family)) if forms else None


def _own_script(culture: Culture) -> Pair | None:
    given, family = _two(culture)
    if not given.own:
        return None
    own = f"{family.own}{given.own}" if culture.family_first else f"{given.own} {family.own}"
    return own, _full(culture, given, family)


def _middles(culture: Culture, given: Name, count: int) -> list[str]:
    """Middle names other than the given one, or what stands there: fathers' names."""
    found = culture.take("fathers" if culture.has_fathers else "given", count + 1)
    return [str(each) for each in found if each != given][:count]


def _middle_missing(culture: Culture) -> Pair | None:
    if culture.family_first:
        return None
    given, family = _two(culture)
    (middle,) = _middles(culture, given, 1)
    return f"{given} {family}", f"{given} {middle} {family}"


def _middle_initial(culture: Culture) -> Pair | None:
    if culture.family_first or culture.name == "arabic":
        return None
    given, family = _two(culture)
    (middle,) = _middles(culture, given, 1)
    return f"{given} {middle[0]}. {family}", f"{given} {middle} {family}"


def _other_given(culture: Culture) -> Pair:
    one, other = culture.take("given", 2)
    (family,) = culture.take("family", 1)
    return _full(culture, one, family), _full(culture, other, family)


def _near_given(culture: Culture) -> Pair:
    one, other = culture.draw.choice(culture.near)
    (family,) = culture.take("family", 1)
    return _full(culture, one, family), _full(culture, other, family)


def _other_family(culture: Culture) -> Pair:
    (given,) = culture.take("given", 1)
    one, other = culture.take("family", 2)
    return _full(culture, given, one), _full(culture, given, other)


def _other_middle(culture: Culture) -> Pair | None:
    if culture.family_first:
        return None
    given, family = _two(culture)
    one, other = _middles(culture, given, 2)
    return f"{given} {one} {family}", f"{given} {other} {family}"


def _nothing_shared(culture: Culture) -> Pair:
    given, family = culture.take("given", 2), culture.take("family", 2)
    return _full(culture, given[0], family[0]), _full(culture, given[1], family[1])


def _other_script_other_given(culture: Culture) -> Pair | None:
    one, other = culture.take("given", 2)
    (family,) = culture.take("family", 1)
    if not one.own:
        return None
    own = f"{family.own}{one.own}" if culture.family_first else f"{one.own} {family.own}"
    return own, _full(culture, other, family)


_KINDS: list[tuple[str, bool, Callable[[Culture], Pair | None]]] = [
    ("typing error", True, _typing_error),
    ("other order", True, _other_order),
    ("family name in capitals first", True, _capitals),
    ("joined or hyphenated", True, _joined),
    ("title added", True, _titled),
    ("given name as initial", True, _initial),
    ("other spelling", True, _spelling),
    ("other script", True, _own_script),
    ("middle name missing", True, _middle_missing),
    ("middle name as initial", True, _middle_initial),
    ("other given name", False, _other_given),
    ("near given name", False, _near_given),
    ("other family name", False, _other_family),
    ("other middle or father's name", False, _other_middle),
    ("nothing shared", False, _nothing_shared),
    ("other script, other given name", False, _other_script_other_given),
]
