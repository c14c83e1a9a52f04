"""Cities and houses that stand for a government: Beijing says, the Kremlin denies."""

from __future__ import annotations

from functools import cache

from amanat.core.places.folding import folded
from amanat.core.places.tables import rows_of


@cache
def _governments() -> dict[str, str]:
    """Folded name -> the country's English name."""
    countries = {row[0]: row[4] for row in rows_of("countries.tsv")}
    capitals = {folded(row[3]): row[4] for row in rows_of("countries.tsv")}
    # A capital that bears its country's name, as Singapore does, is the country in any case.
    said = {folded(name): countries[code] for name, code in rows_of("governments.tsv")}
    return {name: country for name, country in {**capitals, **said}.items() if name}


def government_of(name: str) -> str | None:
    """The country, in English, whose government ``name`` stands for; None where it stands for none.

    ``Beijing`` -> ``China``. Whether a sentence speaks of the city or of the government is for the reader
    to tell.
    """
    key = folded(name[:80])
    return _governments().get(key) or _governments().get(key.removeprefix("the "))
