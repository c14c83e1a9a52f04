"""The peers of the name benchmark, and the script that runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from names_data import write

from names.peers.folding import by_anyascii
from names.peers.outside import outside_rankers
from names.peers.ranker import Ranker
from names.peers.simple import best, simple_rankers

ROOT = Path(__file__).resolve().parents[2]


def rankers() -> list[Ranker]:
    return [each for each in simple_rankers() if not isinstance(each, str)]


@pytest.mark.parametrize("ranker", rankers(), ids=lambda ranker: ranker.name)
def test_a_simple_peer_finds_what_is_written_alike(ranker: Ranker) -> None:
    pool = ["Дархан Вирбек", "Занмира Тасова", "Мункелов Дол"]
    (found,) = ranker.ranked(["Zanmira Tasova"], pool, 2)
    assert found[0][0] == 1
    assert len(found) <= 2
    alike, other = ranker.scores([("Zanmira", "Занмира"), ("Zanmira", "Дархан")])
    assert alike > other


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("古丽·米拉", "guli mila"),
        ("Гүлмира-Тас", "gulmira tas"),
        ("  O'Zan,  Vir ", "ozan vir"),
        ("", ""),
    ],
)
def test_folding_by_anyascii(text: str, folded: str) -> None:
    assert by_anyascii(text) == folded


def test_the_best_are_sorted_and_nothing_scores_nothing() -> None:
    row = np.array([0.0, 0.5, 0.9, 0.5, 0.0], dtype=np.float32)
    assert [at for at, _ in best(row, 2)] == [2, 1]
    assert [at for at, _ in best(row, 9)] == [2, 1, 3]


@pytest.mark.skipif(bool(find_spec("nomenklatura")), reason="nomenklatura is installed here")
def test_a_python_without_nomenklatura_is_said() -> None:
    (said,) = outside_rankers(sys.executable)
    assert "left out" in str(said)


def test_the_script_prints_and_writes(tmp_path: Path) -> None:
    done = _script(
        "--folder",
        write(tmp_path),
        "--tasks",
        "latin-kazakh",
        "--limit",
        5,
        "--json",
        tmp_path / "found.json",
    )
    assert "anyascii + Levenshtein" in done.stdout
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert found["measured"]["latin-kazakh"]["rows"]


def test_without_data_the_script_says_so(tmp_path: Path) -> None:
    done = _script("--folder", tmp_path / "none")
    assert done.returncode == 0
    assert "Nothing measured" in done.stdout


def test_an_unknown_task_is_refused(tmp_path: Path) -> None:
    assert _script("--tasks", "nonsense").returncode == 2


def _script(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "benchmarks" / "names.py", *arguments]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, timeout=120)
