"""Claims, places, tellers and dates in the few words that fit into a table's cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from amanat.core.claim import Claim, Count, Modality, Polarity, Reading, Teller, Where
from amanat.core.positions import Positions
from amanat.core.reading.second.name import is_second
from amanat.core.reading.spots import is_spotted
from amanat.store.queries.views import ClaimView, CountView, PlaceView

COLUMNS = ("#", "kind", "who", "when", "where", "told by (first … last)", "held as", "also", "at")
"""``at``: the page, time code or row of the original, where it has any."""


def read_row(
    number: int, claim: Claim, names: Mapping[str, str], positions: Positions | None = None
) -> tuple[str, ...]:
    """A claim of a reading; ``names`` are the people's best names by their ids."""
    at = positions.of(claim.passage.start, claim.passage.end) if positions else None
    return (
        str(number),
        claim.kind,
        _people((names.get(each, each) for each in claim.who), claim.count),
        claim.when or "",
        _where(claim.where),
        _chain(claim.told_by, names),
        _held(claim),
        "; ".join(
            [*_by(names.get(each, each) for each in claim.by), *([claim.details] if claim.details else [])]
        ),
        str(at or ""),
    )


def claim_row(claim: ClaimView) -> tuple[str, ...]:
    """A claim of the casebook, as it stands now."""
    told = " → ".join(f"{each.name} ({each.medium})" if each.medium else each.name for each in claim.told_by)
    status = "" if claim.status == "open" else f", {claim.status}"
    return (
        str(claim.id),
        claim.kind,
        _people((each.label for each in claim.who), claim.count),
        claim.when,
        _place(claim.where),
        told,
        _held(claim) + status,
        "; ".join([*_by(each.label for each in claim.by), *([claim.details] if claim.details else [])]),
        str(claim.passage.at or ""),
    )


def best_names(reading: Reading) -> dict[str, str]:
    return {
        each.id: (each.names[0] if each.names else each.description or each.id) for each in reading.people
    }


def held_as(polarity: str, modality: str) -> str:
    """How the passage holds it: "denied", "feared", "denied, planned"; affirmed and asserted go without
    saying.
    """
    denied = [Polarity.DENIED.value] if polarity == Polarity.DENIED else []
    open_to_doubt = [] if modality == Modality.ASSERTED else [str(modality)]
    return ", ".join([*denied, *open_to_doubt])


def _held(claim: Claim | ClaimView) -> str:
    """How the passage holds it, whether a second reader reads it so too or alone, and whether the spotter saw it."""
    both = ["both readers"] if claim.agreed_by else []
    alone = ["second reader only"] if is_second(claim.reader) and not both else []
    held = held_as(claim.polarity, claim.modality)
    seen = ["spotter"] if is_spotted(claim.reader) else []
    return "; ".join([*([held] if held else []), *both, *alone, *seen])


def shortened(quote: str, most: int = 90) -> str:
    """The beginning of a passage, on one line."""
    line = " ".join(quote.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def _people(names: Iterable[str], count: Count | CountView | None) -> str:
    return "; ".join([*names, *([_count(count)] if count else [])])


def _count(count: Count | CountView) -> str:
    low, high = count.min, count.max
    if low is not None and low == high:
        return f"{low:,} {count.unit}".strip()
    if high is None:
        return f"at least {low:,} {count.unit}".strip() if low is not None else count.unit
    return (
        f"up to {high:,} {count.unit}".strip() if low is None else f"{low:,} to {high:,} {count.unit}".strip()
    )


def _by(names: Iterable[str]) -> Sequence[str]:
    said = ", ".join(names)
    return [f"by {said}"] if said else []


def _where(where: Where | None) -> str:
    if where is None:
        return ""
    return " < ".join(
        [_named(where.name, where.also), *(_named(each.name, each.also) for each in where.within)]
    )


def _place(place: PlaceView | None) -> str:
    if place is None:
        return ""
    return " < ".join([_named(place.name, place.also), *(_named(name, also) for name, also in place.within)])


def _named(name: str, also: Iterable[str]) -> str:
    second = ", ".join(also)
    return f"{name} ({second})" if second else name


def _chain(tellers: Iterable[Teller], names: Mapping[str, str]) -> str:
    said = ((names.get(each.name, each.name), each.medium) for each in tellers)
    return " → ".join(f"{name} ({medium})" if medium else name for name, medium in said)
