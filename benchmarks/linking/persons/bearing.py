"""Names for people who are nobody, each with the spellings that public data has for it in six scripts.

Forms that share their commonest Russian or Kazakh spelling are one name in several Latin spellings (Kamil, Camil).
A name is for measuring where every Latin spelling of it is kept for that (names/splits.py), for learning where none
is; what falls between is left out.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from names.splits import folded, is_test, kazakh_rows, pairs
from names.tasks.tokens import toneless
from names.turkic import turkic_tokens

SCRIPTS = ("latin", "russian", "kazakh", "han", "pinyin", "arabic")
_TABLES = (("latin-russian", "russian"), ("latin-han", "han"), ("latin-arabic", "arabic"))
_JOINING = ("russian", "kazakh")
_OTHERS, _LEAST_OTHERS = frozenset({"russian", "kazakh", "han", "arabic"}), 2
"""Scripts beside Latin in which a name must be known, and how many of them."""

_MOST_SPELLINGS = 4
_EVENNESS = 25
"""The nth commonest name is borne in proportion to 1 / (n + this): the first ten by one in fifty to one in seventy,
which is what counted names of Kazakhstan and Xinjiang come to."""

_A_FAMILYS = re.compile("(?:[oe]va?|ogh?lo?u|ina?|zadeh?|zada|yan|skiy|chuk|enko|i)$")
"""The lists mix given names and family names; nobody is called by a family name alone."""
_A_WOMANS = re.compile("(?:[oe]va|ina)$")


@dataclass(frozen=True, eq=False)
class Bearable:
    """A name's spellings by script, commonest first."""

    spellings: dict[str, tuple[str, ...]]

    @property
    def latin(self) -> str:
        return self.spellings["latin"][0]


@dataclass(frozen=True)
class Names:
    """Given names and what stands beside them (a father's name, or a family's), the commonest first."""

    given: Sequence[Bearable]
    family: Sequence[Bearable]

    def a_given(self, draw: random.Random) -> Bearable:
        return _drawn(self.given, draw)

    def a_family(self, draw: random.Random) -> Bearable:
        return _drawn(self.family, draw)


def names(folder: Path, *, measured: bool, draw: random.Random) -> Names:
    """Those of one half. Raises FileNotFoundError where the folder lacks a table."""
    wanted = [forms for keys, forms in _grouped(_forms(folder)) if _on_side(keys, measured)]
    every = [_bearable(forms) for forms in wanted if len(_OTHERS & forms.keys()) >= _LEAST_OTHERS]
    given = [each for each in every if not _A_FAMILYS.search(each.latin.casefold())]
    family = [each for each in every if not _A_WOMANS.search(each.latin.casefold())]
    return Names(draw.sample(given, len(given)), draw.sample(family, len(family)))


def _on_side(keys: set[str], measured: bool) -> bool:
    kept = {is_test(key) for key in keys}
    return kept == {measured}


Forms = dict[str, Counter[str]]


def _forms(folder: Path) -> dict[str, Forms]:
    """By folded Latin token: how often each script has each spelling of it."""
    found: dict[str, Forms] = defaultdict(lambda: defaultdict(Counter))
    for table, script in _TABLES:
        for pair in pairs(folder, table):
            forms = found[folded(pair.latin)]
            forms["latin"][pair.latin.title()] += pair.count
            written = pair.other.title() if script == "russian" else pair.other
            forms[script][written] += pair.count
            if script == "han":
                forms["pinyin"][toneless(pair.other).title()] += pair.count
    for row in kazakh_rows(folder):
        if row["type"] in ("ant", "cog") and " " not in row["latin"] + row["kazakh"]:
            forms = found[folded(row["latin"])]
            forms["latin"][row["latin"]] += 1
            forms["kazakh"][row["kazakh"]] += 1
    counted = turkic_tokens(folder, found)
    return {key: forms for key, forms in found.items() if key in counted and len(key) > 2}


def _grouped(every: dict[str, Forms]) -> list[tuple[set[str], Forms]]:
    """Keys that share their commonest spelling in a script that tells names apart well, with all their forms."""
    group_of: dict[tuple[str, str], str] = {}
    groups: dict[str, set[str]] = {}
    for key in sorted(every):
        shared = [
            (script, every[key][script].most_common(1)[0][0]) for script in _JOINING if script in every[key]
        ]
        into = next((group_of[each] for each in shared if each in group_of), key)
        groups.setdefault(into, set()).add(key)
        group_of |= dict.fromkeys((each for each in shared if each not in group_of), into)
    merged = []
    for keys in groups.values():
        forms: Forms = defaultdict(Counter)
        for key in sorted(keys):
            for script, counted in every[key].items():
                forms[script].update(counted)
        merged.append((keys, forms))
    return merged


def _bearable(forms: Forms) -> Bearable:
    """The commonest spellings of each script: rare ones are often wrong in the data."""
    spellings = {}
    for script, counted in forms.items():
        most = max(counted.values())
        kept = [text for text, count in counted.most_common(_MOST_SPELLINGS) if 4 * count >= most]
        spellings[script] = tuple(kept)
    return Bearable(spellings)


def _drawn(ranked: Sequence[Bearable], draw: random.Random) -> Bearable:
    return draw.choices(ranked, [1 / (rank + _EVENNESS) for rank in range(len(ranked))])[0]
