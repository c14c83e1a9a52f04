"""The tables that are linked, each with the truth that only measuring sees, and what its columns hold."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from amanat.core.linking.lists.columns import Column, Kind, Table
from linking import population
from linking.scores import Numbers
from names.tasks.task import SEED

PEOPLE = 8_000
MILLION = 1_000_000
_ROWS_A_PERSON = 2.5
FEBRL = (
    "given=given_name family=surname birth=date_of_birth code=soc_sec_id code=postcode category=street_number "
    "place=address_1 place=suburb category=state"
)


@dataclass(frozen=True)
class Task:
    """``recipe``: the settings by which Splink links it; ``goal``: the least F1 of groups at a precision of .99."""

    name: str
    rows: list[dict[str, str]]
    table: Table
    truth: Numbers
    recipe: str = ""
    goal: float | None = None


def historical(linkage: Path, names: Path) -> Task:
    """50,578 rows of 5,156 historical persons of Wikidata, with errors that Splink's authors put in."""
    import pyarrow.parquet  # noqa: PLC0415 (only for this table, and none of the program's)

    rows = pyarrow.parquet.read_table(linkage / "historical_figures_with_errors_50k.parquet").to_pylist()
    rows = [{name: cell or "" for name, cell in row.items()} for row in rows]
    declared = (
        "given=first_name family=surname birth=dob place=birth_place code=postcode_fake category=occupation "
        "category=gender"
    )
    return task_of("historical-50k", rows, declared, [row["cluster"] for row in rows], "historical")


def febrl4(linkage: Path, names: Path) -> Task:
    """Two lists of 5,000 invented Australians (FEBRL), each person once in each. Not told: that each is there once."""
    rows = []
    for source in "ab":
        with (linkage / f"dataset4{source}.csv").open(encoding="utf-8") as file:
            rows += [{"source": source, **row} for row in csv.DictReader(file, skipinitialspace=True)]
    rows = [{name.strip(): (cell or "").strip() for name, cell in row.items()} for row in rows]
    return task_of("febrl4", rows, FEBRL, [row["rec_id"].split("-")[1] for row in rows], "febrl4")


def fake(linkage: Path, names: Path) -> Task:
    """1,000 invented rows of Splink's own tutorial."""
    with (linkage / "fake_1000.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    declared = "given=first_name family=surname birth=dob place=city code=email"
    return task_of("fake-1000", rows, declared, [row["cluster"] for row in rows], "fake")


def cross_script(linkage: Path, names: Path) -> Task:
    """Some 20,000 rows in four scripts of people composed of names that nothing was learnt from (population.py)."""
    return _composed(
        "cross-script", names, PEOPLE, population.SCRIPTS, tested=True, recipe="cross", goal=0.90
    )


def cross_script_all(linkage: Path, names: Path) -> Task:
    """The same of all names, those learnt from too: five times as many, so that a name says more."""
    scripts = population.SCRIPTS
    return _composed("cross-script-all", names, PEOPLE, scripts, tested=False, recipe="cross", goal=0.90)


def million(linkage: Path, names: Path) -> Task:
    """A million rows in Latin and Cyrillic letters, of all names."""
    people = int(MILLION / _ROWS_A_PERSON) + 200_000
    return _composed("million", names, people, ("latin", "russian"), tested=False, most=MILLION)


def _composed(
    name: str, names: Path, people: int, scripts: Sequence[str], *, tested: bool, recipe: str = "",
    goal: float | None = None, most: int | None = None,
) -> Task:  # fmt: skip
    draw = random.Random(SEED)
    tokens, places = population.tokens(names, tested=tested), population.places(names)
    everyone = list(population.people(tokens, places, people, draw))
    held = population.rows(everyone, draw, scripts)[:most]
    rows = [{"name": each.name, "birth": each.birth, "place": each.place, "sex": each.sex} for each in held]
    declared = "name=name birth=birth place=place category=sex"
    return task_of(name, rows, declared, [str(each.whose) for each in held], recipe, goal)


def task_of(
    name: str,
    rows: list[dict[str, str]],
    declared: str,
    truth: list[str],
    recipe: str = "",
    goal: float | None = None,
) -> Task:
    """``declared``: KIND=HEADING, as the command has them; ``truth``: for each row who it is."""
    columns = tuple(
        Column(Kind(kind), heading) for kind, heading in (each.split("=") for each in declared.split())
    )
    cells = {column.heading: [row[column.heading] for row in rows] for column in columns}
    lists = ["ab".index(row["source"]) if "source" in row else 0 for row in rows]
    numbers = np.unique(truth, return_inverse=True)[1].astype(np.int64)
    return Task(name, rows, Table(columns, cells, lists), numbers, recipe, goal)


TASKS: dict[str, Callable[[Path, Path], Task]] = {
    "historical-50k": historical,
    "febrl4": febrl4,
    "fake-1000": fake,
    "cross-script": cross_script,
    "cross-script-all": cross_script_all,
    "million": million,
}
