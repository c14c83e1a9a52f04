"""What a search hands out: where the words stand, and whose name can be another form of them."""

from __future__ import annotations

from dataclasses import dataclass

from amanat.store.queries.views import NameForm


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. ``kind``: ``case``, ``report``, ``place``; a place's ``id`` is the place's."""

    kind: str
    id: int
    title: str
    snippet: str
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody or something whose name can be the one asked for, in another script or spelling.

    ``kind``: ``case``; ``person``, of whom no act is told and who has no case; ``place``; ``own place``, a
    user's. Where several forms lead to it, ``form`` and ``reasons`` are of the surest.
    """

    kind: str
    id: int
    title: str
    form: NameForm
    score: float
    """The probability that it can be the same name; of a place that is ``known``, how well it is."""
    likelihood: str
    """``known`` (a name of the place in the gazetteer), ``almost certain``, ``likely``, ``possible``."""
    reasons: tuple[str, ...]
    reports: tuple[int, ...]
    """Those that write one of the forms."""

    @property
    def figure(self) -> str:
        """The score with two digits, rounded down: nothing is called certain."""
        return f"{min(int(self.score * 100 + 1e-6), 99) / 100:.2f}"


@dataclass(frozen=True, slots=True)
class Found:
    words: str
    hits: tuple[Hit, ...]
    """Where the words themselves stand."""
    likely: tuple[Likely, ...]
    """Other people and places by name, people first, each the likeliest first."""
    more: bool
    """Whether there are hits beyond the ones listed."""
