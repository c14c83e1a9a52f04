"""What is claimed, in families of phrasing: demands, inquiries, flat denials, comings and goings, harm told by light
verbs. claimed.yaml holds by kind the sentences that tell of it, and near misses that do not. Everybody is invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

SENTENCES = yaml.safe_load((Path(__file__).parent / "claimed.yaml").read_text(encoding="utf-8"))
TOLD = [(kind, text) for kind, texts in SENTENCES["told"].items() for text in texts]
NOTHING = [(kind, text) for kind, texts in SENTENCES["nothing"].items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), TOLD)
def test_a_kind_is_read(reading, kind, text):
    assert kind in [one.kind for one in reading(text).claims]


@pytest.mark.parametrize(("kind", "text"), NOTHING)
def test_a_near_miss_gives_no_such_claim(reading, kind, text):
    assert kind not in [one.kind for one in reading(text).claims]


def test_a_demand_for_an_act_is_told_as_the_act_alone(reading):
    claims = reading("The family urged the government to release Emre Duman.").claims
    assert [(one.kind, one.modality.value) for one in claims] == [("release", "demanded")]


def test_a_list_of_demands_demands_each_item(reading):
    text = (
        "EQUATORIA WATCH\n\nEmre Duman was arrested on 3 May in Izmir by four men in plain clothes.\n\n"
        "That the second pit be opened. That the army say who was in command.\n"
    )
    claims = [one for one in reading(text).claims if one.kind in ("appeal", "intervention")]
    assert {one.modality.value for one in claims} == {"demanded"}


def test_an_acquittal_is_a_judgement_denied_and_no_release(reading):
    claims = reading("The court acquitted Emre Duman of all charges.").claims
    assert [(one.kind, one.polarity.value) for one in claims] == [("sentence", "denied")]


@pytest.mark.parametrize(
    ("text", "sentenced"),
    [
        ("A court sentenced Emre Duman to five years in prison and Ali Aliyev to two and a half years.", 2),
        ("A court sentenced Emre Duman to five years in prison, and his lawyer appealed to two courts.", 1),
        ("A court sentenced Emre Duman to five years in prison and a guard went to him.", 1),
    ],
)
def test_a_second_term_without_a_verb_is_a_sentence_of_its_own(text, sentenced, reading):
    assert sum(one.kind == "sentence" for one in reading(text).claims) == sentenced


def test_whoever_is_held_and_put_in_a_van_is_moved_and_not_taken(reading):
    held = "Emre Duman was held in a camp near Kora. In June the guards put him in a van."
    free = "Emre Duman was at the market. Masked men put him in a van."
    assert [one.kind for one in reading(held).claims] == ["detention", "transfer"]
    assert [one.kind for one in reading(free).claims] == ["detention"]
