"""Names to be found by any form of them, in any script."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from amanat.core.names.evidence import Learned
from amanat.core.names.learned import learned
from amanat.core.names.matching import Match as TokensMatch
from amanat.core.names.matching import match_many
from amanat.core.names.reasons import reasons
from amanat.core.names.shelf import Shelf, filled
from amanat.core.names.signs import pinyin_signs
from amanat.core.names.spelling import Kind, Spelling
from amanat.core.names.tokens import Parted, parted, spellings

WEIGHED = 96
"""Names of the index that are compared with care: of fewer, the right one of a million is too often not among them."""

_UNMERGED = 8
"""Shelves that are kept side by side: more would be asked one after another."""

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Match:
    position: int
    """Of the name, in the order they were given."""
    score: float
    """The probability that it can be the same name, on the scale of ``compare``."""
    reasons: tuple[str, ...]


class NameIndex:
    """Names by position. ``build`` many at once, ``add`` some, ``search``; ``save`` into a folder and ``load``.

    The files of a saved index hold the names as they are: where they lie must be as safe as the names. An index of
    one process is not to be written to by another.
    """

    def __init__(self, shelves: list[Shelf] | None = None) -> None:
        self._shelves = shelves or []
        self._loose: list[str] = []
        self._tables: Learned = learned()

    @classmethod
    def build(cls, names: Iterable[str]) -> NameIndex:
        index = cls()
        index._shelves.append(filled(index._tables, names))
        return index

    def __len__(self) -> int:
        return sum(map(len, self._shelves)) + len(self._loose)

    def name(self, position: int) -> str:
        """Raises IndexError where there is none."""
        begin = 0
        for shelf in self._shelves:
            if 0 <= position - begin < len(shelf):
                return shelf.text(position - begin)
            begin += len(shelf)
        return self._loose[position - begin]

    def add(self, name: str) -> int:
        """Its position. It is found by the next search."""
        self._loose.append(name)
        return len(self) - 1

    def search(self, query: str, limit: int = 10) -> list[Match]:
        """The names that may be forms of the query's, the likeliest first; none where it has no letter."""
        self._put_away()
        asked = parted(query)
        if not asked or limit < 1:
            return []
        found: dict[int, tuple[TokensMatch, Parted, Parted]] = {}
        for one in asked:
            near = self._candidates(one, max(WEIGHED, 3 * limit))
            held = [(position, other) for position, name in near for other in parted(name)]
            matches = match_many(self._tables, one, [other for _, other in held])
            for (position, other), match in zip(held, matches, strict=True):
                known = found.get(position)
                if known is None or match.nats > known[0].nats:
                    found[position] = (match, one, other)
        best = sorted(found.items(), key=lambda item: (-item[1][0].nats, item[0]))[:limit]
        return [
            Match(position, match.probability, reasons(self._tables, one, other, match))
            for position, (match, one, other) in best
        ]

    def _candidates(self, one: Parted, most: int) -> list[tuple[int, str]]:
        ways = _ways(one)
        found: list[tuple[float, int, str]] = []
        begin = 0
        for shelf in self._shelves:
            positions, nats = shelf.candidates(self._tables, ways, most)
            found += [
                (-float(each), begin + int(position), shelf.text(int(position)))
                for position, each in zip(positions, nats, strict=True)
            ]
            begin += len(shelf)
        return [(position, name) for _, position, name in sorted(found)[:most]]

    def _put_away(self) -> None:
        """What was added goes onto a shelf of its own; small shelves are merged so that there are few."""
        if not self._loose:
            return
        names, self._loose = self._loose, []
        while self._shelves and (len(self._shelves[-1]) <= 2 * len(names) or len(self._shelves) >= _UNMERGED):
            last = self._shelves.pop()
            names = [*(last.text(at) for at in range(len(last))), *names]
        self._shelves.append(filled(self._tables, names))

    def save(self, path: Path | str) -> None:
        """Into the folder ``path``, made where it is not there; what an earlier save left there is replaced."""
        self._put_away()
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for number, shelf in enumerate(self._shelves):
            (folder / str(number)).mkdir(exist_ok=True)
            shelf.save(folder / str(number))
        # Last: a folder without it is a save that was cut short.
        about = {"version": _VERSION, "shelves": len(self._shelves), "names": len(self)}
        (folder / "index.json").write_text(json.dumps(about), encoding="utf-8")

    @classmethod
    def load(cls, path: Path | str) -> NameIndex:
        """Ready at once: the files are mapped into memory, nothing is built again.

        Raises OSError where a file is missing, ValueError where the folder holds no index of this version.
        """
        folder = Path(path)
        about = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        if not isinstance(about, dict) or about.get("version") != _VERSION:
            raise ValueError(f"{folder} holds no index of names that this version reads")
        index = cls([Shelf.load(folder / str(number)) for number in range(about["shelves"])])
        if len(index) != about["names"]:
            raise ValueError(f"the index of names in {folder} is not whole")
        return index


def _ways(one: Parted) -> list[list[Spelling]]:
    """How the query may stand in an index: in its tokens; joined, in each order; parted where it was not."""
    tokens = [token.spelling for token in one.tokens if not token.initial] or [one.tokens[0].spelling]
    light = spellings(one.name.text)
    ways = [tokens]
    if light and light != tokens and len(one.tokens) <= len(light) + 1 and not one.name.also:
        ways.append(light)
    whole = [
        token.other or token.spelling if token.role == "patronymic" else token.spelling
        for token in one.tokens
    ]
    if whole != tokens and len(whole) == 1:
        ways.append(whole)
    ways += [[joined] for joined in one.whole]
    if len(tokens) == 1:
        ways += _cut(tokens[0])
    return ways


def _cut(whole: Spelling) -> list[list[Spelling]]:
    """A token that may be two names without a space between: Han of four characters or more, long pinyin."""
    if whole.kind is Kind.HAN:
        places = range(2, len(whole.letters) - 1)
    elif len(signs := pinyin_signs(whole.letters)) >= 4:
        ends = [sum(len(sign[0]) - 1 for sign in signs[:at]) for at in range(2, len(signs) - 1)]
        places = ends  # type: ignore[assignment]
    else:
        return []
    return [
        [Spelling(whole.kind, whole.letters[:at]), Spelling(whole.kind, whole.letters[at:])] for at in places
    ]
