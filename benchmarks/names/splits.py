"""Which name tokens are for learning and which for measuring: decided once, for training and benchmark alike.

A pair belongs to the test where a stable hash of its folded Latin token says so (one in five): every script's
form of one Latin token therefore falls on the same side, in every table. What the hash alone would let leak is a
token that a test and a training name share (`gulnara` and `gulnaara` have one Han form): a pair is dropped from
training where its other token, folded, occurs in a test pair of the same table. That costs training 6 to 11% of
its pairs and leaves no token of the test, in any script, in what was learnt from.

Folding, so that a case or a mark cannot carry a token over: case, marks (so ё and е, أ and ا) and everything that
is neither letter nor digit are dropped, and Han is simplified (約翰 and 约翰 are one token).
"""

from __future__ import annotations

import csv
import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import opencc

TABLES = ("latin-han", "latin-arabic", "latin-russian")
LATIN_KAZAKH = "latin-kazakh"
ONE_IN = 5

# Letters with a stroke or without a dot are not taken apart by Unicode's decomposition.
_WITHOUT_MARK = str.maketrans("łøđħŧıæœðþ", "lodhtiaodt")


@dataclass(frozen=True, slots=True)
class Pair:
    """A Latin token, the same token in another script, and how often the source had the two together."""

    latin: str
    other: str
    count: int


def pairs(folder: Path, table: str) -> list[Pair]:
    """The whole of a table, in the order of its file: "latin-han", "latin-arabic", "latin-russian", "latin-kazakh".

    Tokens are as the source has them, Latin in small letters but for "latin-kazakh", which is the apertium list of
    names with a count of 1. Raises FileNotFoundError where the folder lacks the table.
    """
    if table == LATIN_KAZAKH:
        return [Pair(row["latin"], row["kazakh"], 1) for row in kazakh_rows(folder)]
    rows = (folder / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return [Pair(latin, other, int(count)) for latin, other, count in (row.split("\t") for row in rows[1:])]


def kazakh_rows(folder: Path) -> list[dict[str, str]]:
    """Rows of kazakh-latin.csv: type (ant given name, cog surname, top place …), latin, kazakh."""
    with (folder / "kazakh-latin.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_test(latin: str) -> bool:
    """Whether a Latin token, however written, is kept for measuring. The same on every machine."""
    digest = hashlib.blake2b(folded(latin).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % ONE_IN == 0


def test_pairs(folder: Path, table: str) -> list[Pair]:
    """What is measured with."""
    return [pair for pair in pairs(folder, table) if is_test(pair.latin)]


def training_pairs(folder: Path, table: str) -> list[Pair]:
    """What may be learnt from: no Latin token of the test and no other token of the test is among it."""
    every = pairs(folder, table)
    measured = {folded(pair.other) for pair in every if is_test(pair.latin)}
    return [pair for pair in every if not is_test(pair.latin) and folded(pair.other) not in measured]


def tokens(every: Iterable[Pair]) -> list[str]:
    """The distinct other tokens, in the order they are met: what a query is ranked against."""
    return list(dict.fromkeys(pair.other for pair in every))


@cache
def folded(token: str) -> str:
    """The token without case, marks, punctuation or traditional characters."""
    apart = unicodedata.normalize("NFKD", token.casefold())
    letters = "".join(letter for letter in apart if letter.isalnum()).translate(_WITHOUT_MARK)
    return _simplified().convert(letters) if _has_han(letters) else letters


def _has_han(letters: str) -> bool:
    return any("㐀" <= letter <= "鿿" or letter >= "\U00020000" for letter in letters)


@cache
def _simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
