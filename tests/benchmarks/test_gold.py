"""The gold files are sound: kinds of the vocabulary, dates that are EDTF, quotes that stand exactly once."""

from __future__ import annotations

from pathlib import Path

import pytest

from amanat.core.claim import Modality, Polarity
from amanat.core.dates.edtf import parse
from scoring.gold import GoldError, gold_files, load

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
FOLDERS = [BENCHMARKS / "reading" / name for name in ("gold", "held", "demo")]
FILES = gold_files(FOLDERS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_gold_file_loads_and_its_slots_are_of_the_contract(path: Path) -> None:
    gold = load(path)  # also checks every quote and every kind
    if gold.header["published"]:
        parse(gold.header["published"])
    for claim in gold.claims:
        for date in claim.slots["when"].options:
            assert date is None or parse(date)
        assert all(Polarity(option) for option in claim.slots["polarity"].options)
        assert all(Modality(option) for option in claim.slots["modality"].options)
        assert all(isinstance(option, list) for slot in ("who", "by") for option in claim.slots[slot].options)


def test_a_quote_that_stands_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "twice.txt").write_text("He was held. He was held.", encoding="utf-8")
    claim = "{kind: detention, quote: He was held, who: [he]}"
    (tmp_path / "twice.yaml").write_text(f"outlet: X\nclaims:\n  - {claim}\n", encoding="utf-8")
    with pytest.raises(GoldError, match="stands 2 times"):
        load(tmp_path / "twice.yaml")


def test_there_are_enough_and_no_text_is_without_labels() -> None:
    assert len(FILES) >= 12
    texts = {path.with_suffix("") for folder in FOLDERS for path in folder.glob("*.txt")}
    assert texts <= {path.with_suffix("") for path in FILES}
