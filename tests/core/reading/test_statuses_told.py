"""Statuses in the many shapes that reports give them, and near misses that give none. The sentences stand in
statuses.yaml; several people who hold one status are named together."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

SENTENCES = yaml.safe_load((Path(__file__).parent / "statuses.yaml").read_text(encoding="utf-8"))
TOLD = [(kind, *row) for kind, rows in SENTENCES["told"].items() for row in rows]
NOTHING = [(kind, text) for kind, texts in SENTENCES["nothing"].items() for text in texts]


def holders(reading, text, kind, words=""):
    read = reading(text)
    names = {one.id: {*one.names, one.description} for one in read.people}
    found = [one for one in read.claims if one.kind == kind and words in f"{one.details} {one.when}"]
    return [names.get(who, {who}) for one in found for who in one.who]


@pytest.mark.parametrize(("kind", "text", "who", "words"), TOLD)
def test_the_status_is_read_of_its_holders(reading, kind, text, who, words):
    found = holders(reading, text, kind, words)
    assert all(any(one in names for names in found) for one in who.split(" and "))


@pytest.mark.parametrize(("kind", "text"), NOTHING)
def test_a_near_miss_gives_no_status(reading, kind, text):
    assert holders(reading, text, kind) == []
