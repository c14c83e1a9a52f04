"""What the echoes are made of: the development reports, paragraphs of them said anew by hand, independent reports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from amanat.core.echo import Report

HERE = Path(__file__).parent
GOLD = HERE.parent / "reading" / "gold"
DEMO = HERE.parents[1] / "examples" / "demo"
_PARAGRAPH_WORDS = 40
"""Words of what counts as a paragraph's worth."""


@dataclass(frozen=True)
class Source:
    """A development report. ``paragraphs`` of at least a paragraph's worth are those that can be repeated alone."""

    key: str
    text: str
    outlet: str
    published: str

    @property
    def lines(self) -> list[str]:
        return [line for line in self.text.splitlines() if line.strip()]

    @property
    def paragraphs(self) -> list[str]:
        return [line for line in self.lines if len(line.split()) >= _PARAGRAPH_WORDS]

    def report(self, id: int, **changed: str) -> Report:
        told = {"outlet": self.outlet, "published": self.published, "language": "en"} | changed
        return Report(id, self.text, **told)  # type: ignore[arg-type]


def sources() -> list[Source]:
    """The development reports in English, those of the demo that are no echoes of others too."""
    return [_gold(path) for path in sorted(GOLD.glob("*.yaml"))] + [
        _demo("raushan-longitude-feature", "The Longitude Review", "2020-06-14"),
        _demo("two-men-deportation-postponed", "Almaty Courier", "2021-02-22"),
        _demo("cable-workers-verdict", "Polesie Today", "2021-08-12"),
        _demo("radio-journalist-missing", "El Cerro Digital", "2022-07-17"),
        _demo("official-denial", "Ili Information Office", "2021-04-12"),
        _demo("testimony-kitchen-worker", "Steppe Witness Archive", "2020-11-09"),
    ]


def _gold(path: Path) -> Source:
    top = _read(path)
    return Source(
        path.stem, path.with_suffix(".txt").read_text("utf-8"), top.get("outlet") or "", str(top["published"])
    )


def _demo(key: str, outlet: str, published: str) -> Source:
    return Source(key, (DEMO / f"{key}.txt").read_text("utf-8"), outlet, published)


@dataclass(frozen=True)
class Said:
    """Paragraphs of one report said anew by another outlet."""

    of: str
    outlet: str
    paragraphs: tuple[str, ...]


def rewordings() -> list[Said]:
    return [_said(each["of"], each) for each in _read(HERE / "rewordings.yaml")]


def _said(of: str, each: dict[str, Any]) -> Said:
    return Said(of, each["outlet"], tuple(one["said"] for one in each["paragraphs"]))


@dataclass(frozen=True)
class Independent:
    """Somebody else's report of the same; ``quotes``: with an utterance that the other quotes too."""

    of: str
    outlet: str
    published: str
    text: str
    quotes: bool

    def report(self, id: int) -> Report:
        return Report(id, self.text, self.outlet, published=self.published, language="en")


def independents() -> list[Independent]:
    return [_independent(each["of"], each) for each in _read(HERE / "independent.yaml")]


def _independent(of: str, each: dict[str, Any]) -> Independent:
    return Independent(of, each["outlet"], str(each["published"]), each["text"], bool(each.get("quotes")))


@dataclass(frozen=True)
class ByHand:
    """Reports, what others made of their paragraphs, and what independent people tell of the same persons."""

    sources: tuple[Source, ...]
    said: tuple[Said, ...]
    independent: tuple[Independent, ...]


def first_set() -> ByHand:
    """What the rules were made with."""
    return ByHand(tuple(sources()), tuple(rewordings()), tuple(independents()))


def second_set() -> ByHand:
    """What was written before the rules for single paragraphs were made, and then looked at in making them."""
    return _one_by_one("second.yaml")


def third_set() -> ByHand:
    """What was written after them, and changed nothing."""
    return _one_by_one("third.yaml")


def fourth_set() -> ByHand:
    """Witnesses whom two reporters heard apart: written after the rules were made to tell these from echoes."""
    return _one_by_one("fourth.yaml")


def _one_by_one(name: str) -> ByHand:
    """Each report with its paragraphs said anew and an independent one."""
    each = _read(HERE / name)
    return ByHand(
        tuple(Source(one["key"], one["text"], one["outlet"], str(one["published"])) for one in each),
        tuple(_said(one["key"], one["reworded"]) for one in each),
        tuple(_independent(one["key"], one["independent"]) for one in each),
    )


def same_event() -> list[Independent]:
    """What others tell of the very event, of reports of both sets."""
    return [_independent(each["of"], each) for each in _read(HERE / "same_event.yaml")]


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))
