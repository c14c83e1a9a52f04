"""The benchmark of persons of reports: its people, what learning makes of pairs, and what is counted."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
from names_data import write

from amanat.core.linking.joining import Partition
from amanat.core.linking.record import Record
from amanat.core.weighing import Told
from linking.persons.acts_told import WAYS, Case, cases
from linking.persons.acts_told import figures as figures_of_acts
from linking.persons.bearing import Bearable
from linking.persons.bearing import names as names_of
from linking.persons.calibrating import scale, weighed
from linking.persons.learning import MOST, ORDERED, Pairs, learn, likely, loss, table
from linking.persons.reports import Mention
from linking.persons.ruling import Made, Ruled, ruled
from linking.persons.task import Casebook, calibration, casebook, figures
from linking.persons.writing import written
from names.splits import is_test
from speed_linking import figures as report_figures

LEVELS = [
    ("birth", "within a year"),
    ("birth", "within three years"),
    ("occupation", "same"),
    ("sex", "other"),
]
HAND = np.array([0.0, -1.5, 2.0, -6.0])


def _pairs(seen: list[tuple[int, bool, int]]) -> Pairs:
    """So many pairs for each (level, of one person)."""
    rows = [(level, same) for level, same, count in seen for _ in range(count)]
    said = np.array([[level == at for at in range(len(LEVELS))] for level, _ in rows])
    some = np.full(len(rows), 1.0)
    return Pairs(
        LEVELS,
        said * HAND,
        said,
        some,
        some / 2,
        np.zeros(len(rows), bool),
        np.array([same for _, same in rows]),
    )


def test_learning_makes_who_is_who_likelier_and_keeps_direction_and_order() -> None:
    found = _pairs([(0, True, 10), (0, False, 200), (1, True, 60), (1, False, 40), (2, True, 90), (2, False, 900),
                    (3, True, 50), (3, False, 50)])  # fmt: skip
    learnt = learn(found)
    assert loss(found, learnt) < loss(found, 0 * learnt)
    now = HAND + learnt[:-1]
    assert now[0] >= now[1], "a year apart never speaks more against than three, whatever was drawn"
    assert now[2] < 2.0 and now[3] > -6.0
    assert (likely(found, learnt)[found.said[:, 2]] >= 0.5 * likely(found, 0 * learnt).min()).all()
    assert len(table(found, learnt).splitlines()) == len(LEVELS) + 1


def test_what_was_seen_hardly_ever_keeps_the_weight_set_by_hand() -> None:
    learnt = learn(_pairs([(3, True, 1), (2, True, 1)]))
    assert abs(learnt[:-1]).max() < 0.3


def test_one_sex_never_says_more_than_it_can_however_often_it_was_seen() -> None:
    said = np.ones((2000, 1), bool)
    some, same = np.full(2000, 1.0), np.array([True] * 1990 + [False] * 10)
    found = Pairs([("sex", "same")], said * 0.5, said, some, some / 2, np.zeros(2000, bool), same)
    assert 0.5 + learn(found)[0] == MOST["sex", "same"]


def test_what_says_too_much_is_found_out_and_what_is_always_right_does_not_come_to_certainty() -> None:
    draw = np.random.default_rng(1)
    odds = draw.normal(2, 2, 20_000)
    right = (draw.random(20_000) < 1 / (1 + np.exp(-(0.6 * odds - 1)))).astype(float)
    times, plus = scale([(odds[:9000], right[:9000]), (odds[9000:], right[9000:])])
    assert abs(times - 0.6) < 0.05 and abs(plus + 1) < 0.1
    times, plus = scale([(np.array([2.0, 3.0, -2.0]), np.array([1.0, 1.0, 0.0]))])
    assert 1 / (1 + np.exp(-(3 * times + plus))) < 0.999


def test_links_that_something_contradicts_teach_no_calibration() -> None:
    people = [Record(names=("Anselmo Quibtzuy",), sex=sex) for sex in (("m",), ("m",), ("f",))]
    found = ruled([Mention(whose, "latin", each) for whose, each in zip((1, 1, 2), people, strict=True)])
    odds, right = weighed(found, np.array([1, 1, 2]))
    assert (
        len(odds) == len(right) == sum(not each.weighed.contradicted for each in found.made if each.weighed)
    )
    assert right.all() and odds[0] > 0


def test_orders_name_levels_of_features() -> None:
    assert all(len({feature for feature, _ in chain}) == 1 for chain in ORDERED)


NURLAN = Bearable({"latin": ("Nurlan",), "russian": ("Нурлан",), "han": ("努尔兰",)})
KARIM = Bearable({"latin": ("Karimov",), "russian": ("Каримов",), "han": ("卡里莫夫",)})
ASKAR = Bearable({"latin": ("Askar",), "russian": ("Аскар",), "han": ("阿斯卡尔",)})


def test_names_are_written_by_each_scripts_custom() -> None:
    draw = random.Random(1)
    han = {written(NURLAN, KARIM, ASKAR, "m", "han", 0, draw) for _ in range(20)}
    assert han == {"努尔兰·卡里莫夫"}
    russian = {written(NURLAN, KARIM, ASKAR, "f", "russian", 0, draw) for _ in range(200)}
    assert {"Нурлан Каримова", "Каримова Нурлан"} <= russian
    assert any("Аскаркызы" in each or "Аскаровна" in each for each in russian)
    assert len({written(NURLAN, KARIM, ASKAR, "m", "latin", 0.5, draw) for _ in range(100)}) > 10


def _mention(whose: int, *names: str) -> Mention:
    return Mention(whose, "latin", Record(names=names))


def test_what_joins_by_itself_what_is_left_open_and_what_each_probability_came_to() -> None:
    mentions = [_mention(each, f"Name {each}") for each in (1, 1, 1, 2, 2)]
    groups = Partition(range(5))
    groups.join(0, 1)
    made = [Made(0, 1, True, "rule", 0.999), Made(1, 2, False, "rule", 0.8), Made(2, 3, False, "rule", 0.75)]
    found = figures(Casebook("five", mentions), Ruled(groups, made))
    assert (found["joined"]["precision"], found["joined"]["recall"]) == (1.0, 0.25)
    assert (found["left open"], found["left open, right"]) == (2, 1)
    assert found["confirmed"]["recall"] == 0.75
    [step] = [each for each in found["calibration"] if each["judgements"] == 2]
    assert (step["from"], step["said"], step["right"]) == (0.7, 0.775, 0.5)
    assert calibration(Ruled(groups), np.zeros(5, np.int64))[0]["judgements"] == 0


def test_mentions_of_one_written_name_come_together_and_one_without_a_name_stays_alone() -> None:
    mentions = [_mention(1, "Anselmo Quibtzuy"), _mention(1, "Anselmo Quibtzuy"), _mention(2), _mention(2)]
    assert {frozenset({0, 1}), frozenset({2}), frozenset({3})} == set(ruled(mentions).groups.groups())


def test_halves_share_no_name_and_the_same_seed_makes_the_same_people(tmp_path: Path) -> None:
    folder = write(tmp_path)
    learnt, measured = (names_of(folder, measured=each, draw=random.Random(1)) for each in (False, True))
    spelt = [
        {form for name in half.family for form in name.spellings["latin"]} for half in (learnt, measured)
    ]
    assert not spelt[0] & spelt[1] and all(map(is_test, spelt[1])) and not any(map(is_test, spelt[0]))
    one, again = (casebook(folder, 20, measured=True) for _ in range(2))
    assert one == again
    assert casebook(folder, 20, measured=True, sparser=True) != one


def _claim(id: int, when: str, kind: str = "detention") -> Told:
    return Told(id, kind, report=id, teller=f"teller {id}", when=when)


def test_acts_are_counted_against_their_truth_beside_ways_without_rules() -> None:
    claims = [
        _claim(1, "2017-03"),
        _claim(2, "2017-03-04"),
        _claim(3, "2019"),
        _claim(4, ""),
        _claim(5, "2019", "release"),
    ]
    cases = [Case(claims, {1: 1, 2: 1, 3: 2, 4: 2, 5: 3})]
    ours, plain = (figures_of_acts(cases, WAYS[way]) for way in ("amanat", "one act of each kind"))
    assert (ours["claims"], ours["acts"]) == (5, 3)
    assert (ours["precision"], ours["recall"]) == (1.0, 0.5), (
        "what has no date could be either, and is left alone"
    )
    assert (plain["precision"], plain["recall"]) == (round(2 / 6, 4), 1.0)
    assert figures_of_acts(cases, WAYS["amanat"], dated=True)["recall"] == 1.0
    by_time = figures_of_acts(cases, WAYS["times that can both be"])
    assert by_time["recall"] == 1.0 and by_time["precision"] < 1


def test_composed_acts_have_a_truth_for_each_claim_and_are_the_same_again(tmp_path: Path) -> None:
    folder = write(tmp_path)
    one, again = (cases(folder, 30) for _ in range(2))
    assert one == again
    assert all(case.truth.keys() == {claim.id for claim in case.claims} for case in one)
    assert any(len(case.truth.values()) > len(set(case.truth.values())) for case in one)


def test_the_first_report_is_told_apart_from_the_rest() -> None:
    told = report_figures([9.0, 0.1, 0.3, 0.2], persons=7, judged=2)
    assert (told["first"], told["median"], told["worst of the rest"]) == (9.0, 0.2, 0.3)
