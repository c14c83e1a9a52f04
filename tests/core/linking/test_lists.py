"""Whole lists: what their columns say, which rows are grouped, and what no list may break."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from amanat.core.linking.lists.candidates import candidates
from amanat.core.linking.lists.codes import Categories, Codes
from amanat.core.linking.lists.columns import Column, Kind, Table
from amanat.core.linking.lists.days import Days, days_of, is_slip
from amanat.core.linking.lists.estimating import weighed
from amanat.core.linking.lists.fields import Compared
from amanat.core.linking.lists.groups import JOINED, components, groups
from amanat.core.linking.lists.linking import Linked, fields_of, link
from amanat.core.linking.lists.names import spelt_name
from amanat.core.linking.lists.places import Places
from amanat.core.linking.lists.rarity import by_chance
from amanat.core.linking.lists.repeated import repeated
from amanat.core.linking.lists.telling import reasons
from amanat.core.linking.lists.words import Words

GIVEN = (
    "Aidan Daniyar Erlan Gulnur Kamshat Madi Nurlan Raushan Saule Timur Ulan Zarina Bolat Asel Dinara".split()
)
FAMILY = "Omarov Serikbay Tulegen Abenov Kairat Nurpeis Sadyk Zhumabek Ospan Beisen Myrza Alimkul".split()
TOWNS = "Aqsu Kegen Shu Taraz Zaysan Ayagoz Sayram Merke".split()
HEADINGS = {"name": Kind.NAME, "born": Kind.BIRTH, "town": Kind.PLACE, "card": Kind.CODE}

Rows = list[tuple[str, str, str, str]]


def table(rows: Rows, *, lists: list[int] | None = None, each_once: bool = False) -> Table:
    columns = tuple(Column(kind, heading) for heading, kind in HEADINGS.items())
    cells = {heading: [row[at] for row in rows] for at, heading in enumerate(HEADINGS)}
    return Table(columns, cells, lists or [0] * len(rows), each_once)


def invented(people: int, seed: int = 5) -> tuple[Rows, list[int]]:
    """Two rows of each person, the second with a fault of some kind."""
    draw = random.Random(seed)
    rows: Rows = []
    for _ in range(people):
        name = f"{draw.choice(GIVEN)} {draw.choice(FAMILY)}"
        born = f"{draw.randint(1950, 2000)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        town, card = draw.choice(TOWNS), str(draw.randint(100_000, 999_999))
        rows.append((name, born, town, card))
        given, family = name.split()
        faulty = [
            (f"{family} {given}", born, town, card),
            (name, born[:4], town, card[:-1] + "x"),
            (name.replace("a", "e", 1), born, "", card),
            (name, born, town, ""),
        ]
        rows.append(draw.choice(faulty))
    return rows, [at // 2 for at in range(len(rows))]


def together(found: Linked) -> set[tuple[int, int]]:
    group = found.group.tolist()
    return {(one, two) for two in range(len(group)) for one in range(two) if group[one] == group[two]}


def test_a_list_is_linked_by_what_it_says_itself() -> None:
    rows, _ = invented(300)
    found = link(table(rows))
    right = {(at, at + 1) for at in range(0, len(rows), 2)}
    made = together(found)
    assert len(made & right) / len(made) >= 0.99
    assert len(made & right) / len(right) >= 0.9
    assert found.left.shape == found.odds.shape == found.nats[0].shape
    assert (np.diff(found.odds) <= 0).all()


def test_the_order_of_the_rows_says_nothing() -> None:
    rows, _ = invented(60)
    order = random.Random(1).sample(range(len(rows)), len(rows))
    plain, turned = link(table(rows)), link(table([rows[at] for at in order]))
    back = {tuple(sorted((order[one], order[two]))) for one, two in together(turned)}
    assert back == together(plain)


def test_one_person_in_four_scripts() -> None:
    rows, _ = invented(150)
    written = ["Gulnur Serikbay", "Гүлнұр Серікбай", "Гульнур Серикбай"]
    rows += [(each, "1971-03-09", "Aqsu", "") for each in written]
    found = link(table(rows)).group.tolist()
    assert len(set(found[-3:])) == 1


@pytest.mark.parametrize(("born", "other"), [("1980-02-03", "1983-11-20"), ("", ""), ("1980-02-03", "")])
def test_relatives_stay_apart(born: str, other: str) -> None:
    """However rare the name and the village that they share."""
    rows, _ = invented(150)
    rows += [("Saule Ybyraikhan", born, "Qarasaz", ""), ("Timur Ybyraikhan", other, "Qarasaz", "")]
    found = link(table(rows)).group.tolist()
    assert found[-1] != found[-2]


def test_what_relatives_share_says_less_where_given_names_differ() -> None:
    rows, _ = invented(200)
    whole = table(rows)
    parts = link(whole).parts
    at = next(at for at, part in enumerate(parts) if part.of_kin)
    model = link(whole).model
    levels = np.zeros((len(parts), 2), np.int8)
    levels[0], levels[1], levels[at] = 4, (4, 1), 6
    found = weighed(model, Compared(levels, np.where(levels == 6, 1e-4, 0).astype(np.float32)))
    assert found[at, 0] > found[at, 1]
    assert found[at, 1] == pytest.approx(model.among_kin(at)[6], rel=1e-5)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("Asel Omarov", "1980", "Shu", "1")],
        [("", "", "", "")] * 3,
        [("Asel Omarov", "", "", "")] * 40,
        [("???", "no date", "-", "\u0000")] * 5,
    ],
    ids=["none", "one", "empty", "every row the same name", "nothing that can be read"],
)
def test_lists_that_say_little(rows: Rows) -> None:
    """They are answered and not refused; that forty rows bear one name and say nothing else makes nobody one."""
    found = link(table(rows))
    assert len(found.group) == len(rows)
    assert not together(found)


SHORT = [
    ("Gulnur Serikkyzy", "1980-03-02", "Aqsu", "512345"),
    ("Daniyar Bolatuly", "1975-05-09", "Kegen", ""),
    ("Erlan Omarov", "1990-01-01", "Kegen", "100200"),
    ("Asel Nurlanqizi", "1988-07-19", "Shu", ""),
    ("Gulnur Serik", "1980-02-03", "Aqsu", ""),
    ("Сәуле Оспан", "1961", "Merke", ""),
    ("Bolatuly, Daniyar", "1975-05-09", "", "788123"),
    ("Saule Ospan", "1961-11-30", "Merke", "333444"),
    ("Erlan Omarov", "1964-12-24", "Shu", "987651"),
]


def test_a_list_of_nine_rows_is_linked_with_reasons_though_it_teaches_nothing() -> None:
    whole = table(SHORT)
    found = link(whole)
    assert together(found) == {(0, 4), (1, 6), (5, 7)}
    assert all(reasons(whole, found, at) for at in range(len(found.left)))


def test_a_row_that_is_the_same_as_another_is_linked_to_it_in_the_shortest_list() -> None:
    found = link(table([SHORT[0], SHORT[0]]))
    assert found.group.tolist() == [0, 0]
    assert any(
        "“512345”: the same; speaks for it" in each for each in reasons(table([SHORT[0]] * 2), found, 0)
    )


@pytest.mark.parametrize("count", [2, 20, 40, 600])
def test_a_name_and_nothing_else_makes_nobody_one(count: int) -> None:
    """Not in the shortest list either, where nothing says how common it is; it may be asked about."""
    found = link(table([("Asel Omarov", "", "", "")] * count))
    assert not together(found)
    assert (found.probability <= 0.5).all()


@pytest.mark.parametrize("count", [2, 40, 600])
def test_every_row_the_same_whole_row(count: int) -> None:
    """However often a row is repeated, date, village, number and all."""
    found = link(table([SHORT[0]] * count))
    assert set(found.group.tolist()) == {0}
    assert np.isfinite(found.odds).all()
    assert len(found.left) == len(found.right) <= 190


def test_a_row_repeated_many_times_among_others() -> None:
    rows, _ = invented(60)
    repeated_here = [*rows[:50], *[SHORT[0]] * 100, *rows[50:]]
    found = link(table(repeated_here))
    assert set(found.group[50:150].tolist()) == {50}
    assert (found.group[50:150] == 50).sum() == (found.group == 50).sum()
    others = {(one if one < 50 else one + 100, two if two < 50 else two + 100) for one, two in RIGHT_OF_60}
    assert len(others & together(found)) >= 0.9 * len(others)
    assert {int(found.left.max()), int(found.right.max())} & set(range(150, 220))


RIGHT_OF_60 = {(at, at + 1) for at in range(0, 120, 2)}


def test_rows_of_a_list_that_has_nobody_twice_stand_for_none() -> None:
    same = repeated(table([SHORT[0]] * 40, each_once=True))
    assert len(same.kept) == 40 and not len(same.others)


def test_one_person_in_500_spellings_draws_in_nobody_else() -> None:
    """Most of them stay alone, since what so many rows share is not looked for; but no other row is among them."""
    draw, spelt = random.Random(3), {"Gulzhamal Estaikyzy"}
    while len(spelt) < 500:
        letters = list(draw.choice(sorted(spelt)) if draw.random() < 0.1 else "Gulzhamal Estaikyzy")
        letters[draw.randrange(1, len(letters))] = draw.choice("aeiouyghkqs")
        spelt.add("".join(letters))
    rows, _ = invented(60)
    found = link(table(rows + [(each, "1979-06-20", "Qarasaz", "") for each in sorted(spelt)]))
    mine, others = set(found.group[120:].tolist()), set(found.group[:120].tolist())
    assert not mine & others
    assert len(mine) < 500
    assert found.compared < 20_000
    assert {pair for pair in together(found) if pair[1] < 120} == together(link(table(rows)))


@pytest.mark.parametrize("empty", range(4))
def test_a_column_that_is_empty_in_every_row(empty: int) -> None:
    rows = [tuple("" if at == empty else cell for at, cell in enumerate(row)) for row in invented(60)[0]]
    found = link(table(rows))  # type: ignore[arg-type]
    assert len(RIGHT_OF_60 & together(found)) >= 0.5 * len(RIGHT_OF_60)
    assert not any(value for value in np.abs(found.nats[[empty + 3 if empty else 0]]).ravel())


def test_that_all_of_it_says_little_is_told_too() -> None:
    whole = table([("Asel Omarov", "", "", "")] * 40)
    found = link(whole)
    assert all(reasons(whole, found, at) for at in range(len(found.left)))


@pytest.mark.parametrize(
    ("count", "rows", "least", "most"),
    [(2, 20, 1e-6, 1e-3), (2, 100_000, 1e-5, 3e-5), (5_000, 100_000, 0.049, 0.051), (20, 20, 0.1, 1)],
)
def test_what_few_rows_share_is_rare_though_the_list_is_short(
    count: int, rows: int, least: float, most: float
) -> None:
    assert least <= by_chance(np.array([count / rows]), rows, 1e-4)[0] <= most


def test_where_no_list_has_a_person_twice_no_group_has_two_rows_of_a_list() -> None:
    rows, _ = invented(100)
    found = link(table(rows + rows, lists=[0] * len(rows) + [1] * len(rows), each_once=True))
    of: dict[int, list[int]] = {}
    for row, group in enumerate(found.group.tolist()):
        of.setdefault(group, []).append(int(row >= len(rows)))
    assert all(sorted(each) in ([0], [1], [0, 1]) for each in of.values())


def test_stopping_is_asked_for_at_each_stage() -> None:
    stages: list[str] = []

    def told(stage: str) -> None:
        stages.append(stage)
        if len(stages) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        link(table(invented(20)[0]), told)
    assert len(stages) == 3


def test_the_reasons_name_both_values_and_what_is_found() -> None:
    rows, _ = invented(100)
    rows += [
        ("Kamshat Beisen", "1969-04-05", "Taraz", "555123"),
        ("Beisen Kamshat", "1969-05-04", "Taraz", "555132"),
    ]
    whole = table(rows)
    found = link(whole)
    at = next(i for i in range(len(found.left)) if found.left[i] == len(rows) - 2)
    said = "\n".join(reasons(whole, found, at))
    assert "“555123” and “555132”: they differ by one slip; speaks for it" in said
    assert "“1969-04-05” and “1969-05-04”: the dates differ by one slip, or day and month" in said
    assert "name “Kamshat Beisen” and “Beisen Kamshat”: the same word; speaks for it" in said


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (["1980-03-02", "19800302", "1980"], [("1980", "03", "02")] * 2 + [("1980", "", "")]),
        (["02.03.1980", "31.12.1980"], [("1980", "03", "02"), ("1980", "12", "31")]),
        (["03/02/1980", "12/31/1980"], [("1980", "03", "02"), ("1980", "12", "31")]),
        (["2 March 1980", "March 2, 1980", "1980 Mar"], [("1980", "03", "02")] * 2 + [("1980", "03", "")]),
        (["1856-86-18", "unknown", "٢٠٠١-٠٢-٠٣"], [("1856", "86", "18"), ("", "", ""), ("2001", "02", "03")]),
    ],
)
def test_dates_are_read_as_their_column_writes_them(
    texts: list[str], days: list[tuple[str, str, str]]
) -> None:
    assert [tuple(each) for each in days_of(texts)] == days


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("1980-03-02", "1980-03-02", "the same date"),
        ("1980-03-02", "1980-02-03", "the dates differ by one slip, or day and month are changed about"),
        ("1980-03-02", "1980-03-07", "the dates differ by one slip, or day and month are changed about"),
        ("1980-03-02", "1990-03-02", "the years differ by a slip, day and month are the same"),
        ("1980-03-02", "1980-11-27", "only the year is the same"),
        ("1980-03-02", "1980", "the same year, which is all that is known of one"),
        ("1980-03-02", "1951-10-17", "the dates differ"),
        ("1980-03-02", "", "no date to compare"),
    ],
)
def test_two_dates(one: str, other: str, level: str) -> None:
    field = Days("born", [one, other])
    found = field.compared(np.array([0]), np.array([1]))
    assert field.parts[0].levels[found.levels[0, 0]] == level


@pytest.mark.parametrize(
    ("one", "other", "levels"),
    [
        ("Asel Omarov", "Omarov Asel", ["the same word", "the same word"]),
        ("Asel Omarov", "A. Omarov", ["the same word", "a similar word"]),
        ("Gulnur Serik", "Гүлнұр Серік", ["the same word", "the same word"]),
        ("Nurlan Serik", "努尔兰·买买提", ["by sound the same word", "by sound another word"]),
        ("Asel Omarov", "Timur Beisen", ["another word", "another word"]),
        ("Abdul Rahman", "Abdulrahman", ["nearly the same word", "nearly the same word"]),
        ("Gulnur Serik", "Serikgulnur", ["nearly the same word", "nearly the same word"]),
        ("عبد حسيني", "Abdu Hosseini", ["by sound the same word", "by sound the same word"]),
        ("古丽努尔赛里克", "Gulnur Serik", ["by sound the same word", "by sound the same word"]),
        ("阿布都热西提", "Abdu Reshit", ["by sound the same word", "by sound the same word"]),
        ("Gulnursadyk", "Erlan Omarov", ["another word", "no word to compare"]),
    ],
)
def test_two_names(one: str, other: str, levels: list[str]) -> None:
    field = Words("name", [[one, other]], spelt_name)
    found = field.compared(np.array([0]), np.array([1])).levels[:2, 0]
    assert [part.levels[at] for part, at in zip(field.parts, found, strict=False)] == levels


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Aqsu", "aqsu", "the same"),
        ("Bristol", "Bristol, City of", "one says more than the other"),
        ("14 Long Street", "15 Long Street", "one word of several is the same"),
        ("Shu", "Merke", "they differ"),
    ],
)
def test_two_places(one: str, other: str, level: str) -> None:
    field = Places("town", [one, other])
    found = field.compared(np.array([0]), np.array([1]))
    assert field.parts[0].levels[found.levels[0, 0]] == level


def test_figures_of_a_place_sound_like_nothing() -> None:
    field = Places("town", ["Baghche 12", "باغچه ۱۲", "12-b", "阿克苏12", "花园12", "Aqsu12"])
    left, right = np.triu_indices(6, 1)
    found = field.compared(left, right).levels[0].tolist()
    said = dict(zip(zip(left.tolist(), right.tolist(), strict=True), found, strict=True))
    assert field.parts[0].levels[said[3, 5]] == "by sound they differ"
    assert field.parts[0].levels[said[2, 3]] == "by sound they differ"


def test_codes_and_categories() -> None:
    cards = Codes("card", ["AB 12345", "ab12345", "AB12346", "AB12999", ""])
    found = cards.compared(np.zeros(4, np.int64), np.arange(1, 5)).levels[0]
    assert [cards.parts[0].levels[at] for at in found] == [
        "the same", "they differ by one slip", "they begin alike", "nothing to compare",
    ]  # fmt: skip
    sexes = Categories("sex", ["F", "f", "m", ""])
    assert sexes.compared(np.zeros(3, np.int64), np.arange(1, 4)).levels[0].tolist() == [2, 1, 0]


def test_names_in_two_columns_are_one_name() -> None:
    cells = {"given": ["Asel", ""], "family": ["Omarov", ""], "whole": ["", "Omarov Asel"]}
    columns = (Column(Kind.GIVEN, "given"), Column(Kind.FAMILY, "family"), Column(Kind.NAME, "whole"))
    (field,) = fields_of(Table(columns, cells, [0, 1]))
    assert field.compared(np.array([0]), np.array([1])).levels[:2, 0].tolist() == [4, 4]


def test_pairs_are_looked_for_once_and_between_lists_only_where_asked() -> None:
    field = Codes("card", ["1234567", "1234567", "1234567", "7654321"])
    left, right = candidates(field.places(), np.array([0, 0, 1, 1]), within=True).rows()
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2)]
    left, right = candidates(field.places(), np.array([0, 0, 1, 1]), within=False).rows()
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == [(0, 2), (1, 2)]


PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(-9, 9)), max_size=20)


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_groups_never_go_beyond_what_pairs_reach(pairs: list[tuple[int, int, float]]) -> None:
    once = {(min(a, b), max(a, b)): nats for a, b, nats in pairs if a != b}
    left, right = (np.array([pair[at] for pair in once], np.int64) for at in (0, 1))
    odds = np.array(list(once.values()), float)
    group = groups(8, left, right, odds)
    reached = components(8, left[odds >= JOINED], right[odds >= JOINED])
    assert all(reached[row] == reached[group[row]] for row in range(8))
    assert all(group[row] <= row and group[group[row]] == group[row] for row in range(8))


def test_a_chain_of_likely_pairs_is_not_followed_against_what_speaks_against_its_ends() -> None:
    left, right = np.array([0, 1, 0]), np.array([1, 2, 2])
    assert groups(3, left, right, np.array([6.0, 5.0, -8.0])).tolist() == [0, 0, 2]
    assert groups(3, left, right, np.array([6.0, 5.0, -3.0])).tolist() == [0, 0, 0]


DIGITS = st.text("0123456789", min_size=8, max_size=8)


@given(DIGITS, DIGITS, st.integers(0, 7), st.sampled_from("0123456789"))
def test_a_slip_in_a_date_is_what_edit_distance_calls_one(one: str, other: str, at: int, sign: str) -> None:
    slipped, changed = one[:at] + sign + one[at + 1 :], one[: at - 1] + one[at : at - 2 : -1] + one[at + 1 :]
    for text in (other, slipped, changed if at > 1 else other):
        if text != one:
            digits = [np.array([list(each)], np.int8) for each in (one, text)]
            assert is_slip(*digits)[0] == (OSA.distance(one, text) == 1)
