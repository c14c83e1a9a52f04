"""What is learnt from: groups of tokens that are one name, by way of the Latin form they share.

Origin: name tokens of Wikidata (CC0) as collected in NETransliteration-COLING2018, and the project's own table of
common names. With ``measured`` only what
``benchmarks/names/splits.py`` sets aside for learning is used, so that the benchmark meets no token it learnt.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations, combinations_with_replacement
from pathlib import Path
from zlib import crc32

from rapidfuzz.distance import Levenshtein

from amanat.core.names.common import rows
from amanat.core.names.hanzi import pinyin
from amanat.core.names.spelling import LONGEST, Kind, Spelling, spelling

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from names import splits

CALIBRATED_ONE_IN = 8
_MOST_OF_A_ROW = 30
_MOST_VARIANTS = 6
"""Latin tokens of one Russian form that are taken for variants: of more, the form says too little."""


@dataclass
class Group:
    """The forms of one Latin token, by kind of spelling; Latin and Cyrillic apart though both are sounds."""

    latin: str
    han: dict[str, None] = field(default_factory=dict)
    arabic: dict[str, None] = field(default_factory=dict)
    cyrillic: dict[str, None] = field(default_factory=dict)


Pair = tuple[Spelling, Spelling]


def groups(folder: Path, for_benchmark: bool) -> list[Group]:
    """All groups, in the order of their Latin token."""
    found: dict[str, Group] = {}
    for table, into in (
        ("latin-han", "han"),
        ("latin-arabic", "arabic"),
        ("latin-russian", "cyrillic"),
    ):
        take = splits.training_pairs if for_benchmark else splits.pairs
        for pair in take(folder, table):
            latin, other = spelling(pair.latin).letters, spelling(pair.other).letters
            if len(latin) > 1 and other:
                getattr(found.setdefault(latin, Group(latin)), into)[other] = None
    return [found[latin] for latin in sorted(found)]


def every_pair(every: list[Group], for_benchmark: bool) -> list[Pair]:
    """All pairs of forms that are one name, each once, Latin with Latin too where their Russian form is one."""
    found: dict[Pair, None] = {}
    for group in every:
        latin = Spelling(Kind.SOUNDS, group.latin)
        han = [Spelling(Kind.HAN, each) for each in group.han]
        arabic = [Spelling(Kind.CONSONANTS, each) for each in group.arabic]
        cyrillic = [Spelling(Kind.SOUNDS, each) for each in group.cyrillic]
        found |= dict.fromkeys((latin, each) for each in (*cyrillic, *arabic, *han) if each != latin)
        found |= dict.fromkeys((one, other) for one in cyrillic for other in (*arabic, *han))
        found |= dict.fromkeys((one, other) for one in arabic for other in han)
        found |= dict.fromkeys(pair for alike in (han, arabic, cyrillic) for pair in combinations(alike, 2))
    found |= dict.fromkeys(_variants(every))
    found |= dict.fromkeys(_typed(for_benchmark))
    return list(found)


def pinyin_pairs(every: list[Group]) -> list[Pair]:
    """The readings of Han forms, joined, with the Latin and the Cyrillic forms they spell."""
    return [
        (Spelling(Kind.SOUNDS, pinyin(han)[:LONGEST]), Spelling(Kind.SOUNDS, form))
        for group in every
        for han in group.han
        for form in (group.latin, *group.cyrillic)
    ]


def _variants(every: list[Group]) -> list[Pair]:
    """Latin tokens that Russian writes alike, where they are also like one another."""
    by_form: dict[str, list[str]] = defaultdict(list)
    for group in every:
        for form in group.cyrillic:
            by_form[form].append(group.latin)
    return [
        (Spelling(Kind.SOUNDS, one), Spelling(Kind.SOUNDS, other))
        for latins in by_form.values()
        if len(latins) <= _MOST_VARIANTS
        for one, other in combinations(latins, 2)
        if Levenshtein.normalized_similarity(one, other) >= 0.6
    ]


def _typed(for_benchmark: bool) -> list[Pair]:
    """The table of common names; for the benchmark, without any row that holds a token measured with."""
    pairs: list[Pair] = []
    for row in rows():
        columns = [[spelling(form) for form in every] for every in row.forms.values()]
        if for_benchmark and any(splits.is_test(form) for every in row.forms.values() for form in every):
            continue
        crossed = {
            (one, other)
            for left, right in combinations_with_replacement(columns, 2)
            for one in left
            for other in right
            if one != other and min(len(one.letters), len(other.letters)) > (one.kind is Kind.SOUNDS)
        }
        # A few of each row: a name with thirty spellings must not outweigh thirty names.
        pairs += sorted(crossed, key=lambda pair: crc32(f"{row.name} {pair}".encode()))[:_MOST_OF_A_ROW]
    return pairs
