"""The published JSON Schema describes what reading really gives."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from amanat.core.positions import positions_of
from amanat.core.vocabulary import vocabulary

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "docs" / "reading.schema.json").read_text(encoding="utf-8"))
REPORTS = sorted((ROOT / "examples" / "demo").glob("*.txt"))


@pytest.mark.parametrize("path", REPORTS, ids=[path.name for path in REPORTS])
def test_a_reading_is_valid(path, reading):
    found = reading(path.read_text(encoding="utf-8")).as_json()
    jsonschema.validate(found, SCHEMA)
    known = {person["id"] for person in found["people"]}
    for claim in found["claims"]:
        assert claim["kind"] in vocabulary()
        pointed = {one for one in (*claim["who"], *claim["by"]) if one[:1] == "p" and one[1:].isdigit()}
        assert pointed <= known


def test_the_schema_refuses_what_is_not_a_reading(reading):
    found = reading("Police detained nine miners in May 2019.").as_json()
    found["claims"][0]["polarity"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, SCHEMA)


def test_a_passage_of_a_recording_says_when_it_is_said(reading):
    text = "Good evening.\n\nPolice detained nine miners in May 2019.\n"
    found = reading(text).as_json(positions_of("time", [(0, "00:00:01"), (15, "00:01:05"), (40, "00:01:09")]))
    jsonschema.validate(found, SCHEMA)
    [claim] = found["claims"]
    assert claim["passage"]["at"] == {"unit": "time", "first": "00:01:05", "last": "00:01:09"}
    assert "at" not in reading(text).as_json()["claims"][0]["passage"]
