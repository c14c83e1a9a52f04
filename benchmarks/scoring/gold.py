"""Labelled reports: what a careful documenter would claim from a text. Format: benchmarks/README.md."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from amanat.core.vocabulary import vocabulary

SLOTS = ("who", "by", "where", "within", "when", "told_by", "polarity", "modality", "count")
ANYTHING = "*"
HEADER = ("title", "outlet", "dateline", "published", "language")


class GoldError(ValueError):
    """A gold file that does not say what it must: which file, which claim, what is wrong."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a slot may hold: any of ``options``, or, with ``anything``, whatever the reader found."""

    options: tuple[Any, ...]
    anything: bool = False


@dataclass(frozen=True, slots=True)
class GoldClaim:
    kinds: frozenset[str]
    quote: str
    start: int
    end: int
    slots: dict[str, Expected]
    optional: bool = False

    @property
    def name(self) -> str:
        return " or ".join(sorted(self.kinds))


@dataclass(frozen=True, slots=True)
class Gold:
    """``people`` gives every name of each id; ``setting`` the places in which the whole story happens."""

    name: str
    text: str
    header: dict[str, str | None]
    outlets: tuple[str, ...]
    people: dict[str, tuple[str, ...]]
    setting: tuple[str, ...]
    claims: tuple[GoldClaim, ...]


def gold_files(paths: Iterable[Path]) -> list[Path]:
    """The gold files among ``paths`` and in the folders among them."""
    found = [sorted(path.glob("*.yaml")) if path.is_dir() else [path] for path in paths]
    return [path for group in found for path in group]


def load(path: Path) -> Gold:
    """One gold file with its text: beside it (NAME.txt), or where ``text`` points. Raises GoldError."""
    # BaseLoader: every scalar is a string, so that 2017-07-15 stays EDTF and "no" stays a word.
    top = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    source = path.parent / top["text"] if "text" in top else path.with_suffix(".txt")
    text = source.read_text(encoding="utf-8")
    outlets = tuple(name for name in (_absent(top.get("outlet")), *top.get("outlet_also", [])) if name)
    people = {each["id"]: tuple(each["names"]) for each in top.get("people", [])}
    claims = []
    for number, entry in enumerate(top["claims"], start=1):
        try:
            claims.append(_claim(entry, text, outlets[:1], _absent(top.get("published"))))
        except (KeyError, ValueError, AttributeError, TypeError) as error:
            at = f"{path.name}, claim {number} ({entry.get('quote', '')[:50]!r})"
            raise GoldError(f"{at}: {error}") from error
    header = {key: _absent(top.get(key)) for key in HEADER}
    return Gold(path.stem, text, header, outlets, people, tuple(top.get("setting", [])), tuple(claims))


def _claim(entry: dict[str, Any], text: str, outlet: tuple[str, ...], published: str | None) -> GoldClaim:
    quote = entry["quote"].strip()
    if text.count(quote) != 1:
        raise GoldError(f"the quote stands {text.count(quote)} times in the text")
    unknown = entry.keys() - {"row", "kind", "quote", "details", "optional", *SLOTS}
    if unknown:
        raise GoldError(f"unknown entries {sorted(unknown)}")
    kinds = entry["kind"]["any"] if isinstance(entry["kind"], dict) else [entry["kind"]]
    start = text.index(quote)
    return GoldClaim(
        kinds=frozenset(vocabulary().term(kind).kind for kind in kinds),
        quote=quote,
        start=start,
        end=start + len(quote),
        slots=_slots(entry, outlet, published),
        optional=entry.get("optional") == "true",
    )


def _slots(entry: dict[str, Any], outlet: tuple[str, ...], published: str | None) -> dict[str, Expected]:
    """Every slot's expectation; what an absent entry means is in benchmarks/README.md, "Left out"."""
    where = _options(entry.get("where", {"any": []}))
    if where.anything:
        within = Expected((), anything=True)
    else:
        within = Expected(tuple(_within(place) for place in where.options) or ((),))
    chains = _options(entry["told_by"]).options if "told_by" in entry else ([],)
    told_by = tuple(tuple(chain if list(outlet) == chain[-1:] else [*chain, *outlet]) for chain in chains)
    when = _options(entry.get("when", "null"))
    dates = tuple(date for option in when.options for date in _dates(option, published))
    return {
        "who": _options(entry["who"]),
        "by": _options(entry.get("by", [])),
        "where": Expected(tuple(_names(place) for place in where.options), where.anything),
        "within": within,
        "when": Expected(dates, when.anything),
        "told_by": Expected(told_by, entry.get("told_by") == ANYTHING),
        "polarity": _options(entry.get("polarity", "affirmed")),
        "modality": _options(entry.get("modality", "asserted")),
        "count": _count(entry.get("count", "null")),
    }


def _dates(option: str | None, published: str | None) -> tuple[str | None, ...]:
    """The dates that one entry allows: EDTF as it stands, or one of the three words of the format."""
    if option == "at publication":
        return (published,)
    if option == "present":
        return (published, None)
    if option is not None and option.startswith("since "):
        begin = option.removeprefix("since ")
        return (f"{begin}/..", f"{begin}/", f"{begin}/{published}")
    return (option,)


def _options(value: Any) -> Expected:
    if value == ANYTHING:
        return Expected((), anything=True)
    several = isinstance(value, dict) and set(value) == {"any"}
    return Expected(tuple(_absent(option) for option in (value["any"] if several else [value])))


def _names(place: Any) -> tuple[str, ...] | None:
    """Every name by which a place may be given; None where there must be no place."""
    if place is None or isinstance(place, str):
        return (place,) if place else None
    return (place["name"], *place.get("also", []))


def _within(place: Any) -> tuple[tuple[str, ...], ...]:
    if not isinstance(place, dict):
        return ()
    return tuple(names for names in map(_names, place.get("within", [])) if names)


def _count(value: Any) -> Expected:
    wanted = _options(value)
    return Expected(tuple(_bounds(option) for option in wanted.options), wanted.anything)


def _bounds(option: dict[str, str] | None) -> tuple[int | None, int | None] | None:
    if option is None:
        return None
    low, high = (_absent(option.get(bound)) for bound in ("min", "max"))
    return int(low) if low else None, int(high) if high else None


def _absent(value: Any) -> Any:
    return None if value in ("null", "none", "") else value


_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*(?=\s)|\n")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences that hold ``text[start:end]``, by punctuation and line ends alone."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    begin = max((at for at in ends if at <= start), default=0)
    return begin, min((at for at in ends if at >= end), default=len(text))
