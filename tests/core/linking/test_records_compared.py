"""Whether two records are of one person: what speaks for it and against it; order never matters. All are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.dates.births import Born, aged, born_on
from amanat.core.linking.commonness import Commonness
from amanat.core.linking.comparing import FEATURES, Link, compare_records
from amanat.core.linking.evidence import CAPS, DOUBTED_FROM
from amanat.core.linking.record import Happened, Kin, Record, merged
from amanat.core.linking.spots import spot

RARE, COMMON = "Raushan Sadyrbay", "Dilara Osmanqizi"
CAMP = spot([("Qaratal camp", ()), ("Tomsay", ()), ("Birlik Province", ())])
OTHER_CAMP = spot([("Aqsay prison", ())])
TEKES = spot([("Tekes County", ())])
HELD = Happened("detention", "2017-07-15/2018-10", CAMP)


def _born(edtf: str) -> tuple[Born, ...]:
    found = born_on(edtf)
    assert found is not None
    return (found,)


def _aged(years: int, at: str) -> tuple[Born, ...]:
    found = aged((years, years), at)
    assert found is not None
    return (found,)


def _compared(one: dict[str, object], other: dict[str, object], name: str = RARE) -> Link:
    return compare_records(Record(**{"names": (name,), **one}), Record(**{"names": (name,), **other}))  # type: ignore[arg-type]


FOR = [
    ("birth", {"born": _born("1979-06-20")}, {"born": _born("1979-06-20")}),
    ("birth", {"born": _born("1979-06-20")}, {"born": _born("1979")}),
    ("birth", {"born": _born("1979-06-20")}, {"born": _aged(40, "2019-11")}),
    ("birth", {"born": _born("1979-06-20")}, {"born": _born("1979-06-29")}),
    ("birth", {"born": _born("1979-03-05")}, {"born": _born("1979-05-03")}),
    ("sex", {"sex": ("f",)}, {"sex": ("f",)}),
    ("ethnicity", {"ethnicity": ("Kazakh",)}, {"ethnicity": ("Kazakh",)}),
    ("residence", {"residence": (TEKES,)}, {"residence": (spot([("Текес ауданы", ())]),)}),
    ("kin", {"kin": (Kin("sibling", "Berdibek"),)}, {"kin": (Kin("sibling", "Бердібек"),)}),
    ("kin", {"kin": (Kin("spouse", "Yerlan Mukash"),)}, {"kin": (Kin("spouse", "Ерлан Мұқаш"),)}),
    ("kin", {"kin": (Kin("father", "Askar"),)}, {"kin": (Kin("parent", "Asqar"),)}),
    ("acts", {"acts": (HELD,)}, {"acts": (Happened("detention", "2017-07-17", CAMP),)}),
    ("acts", {"acts": (HELD,)}, {"acts": (Happened("detention", "", CAMP),)}),
    ("occupation", {"occupation": ("veterinary assistant",)}, {"occupation": ("a veterinary assistant in Tekes",)}),
    ("number", {"numbers": ("G1234 5678",)}, {"numbers": ("g12345678",)}),
]  # fmt: skip

AGAINST = [
    ("birth", {"born": _born("1979-06-20")}, {"born": _born("1999")}, True),
    ("birth", {"born": _born("1979-06-20")}, {"born": _aged(22, "2019")}, True),
    ("birth", {"born": _born("1979-06-20")}, {"born": _born("1982-01-03")}, False),
    ("sex", {"sex": ("f",)}, {"sex": ("m",)}, True),
    ("ethnicity", {"ethnicity": ("Kazakh",)}, {"ethnicity": ("Uyghur",)}, False),
    ("kin", {"kin": (Kin("father", "Askar"),)}, {"kin": (Kin("father", "Muratbek"),)}, True),
    (
        "kin",
        {"kin": (Kin("spouse", "Yerlan Mukash"),)},
        {"kin": (Kin("spouse", "Oralkhan Zhumabay"),)},
        False,
    ),
    (
        "two places",
        {"acts": (Happened("detention", "2018-01/2018-12", spot([("Urumqi", ()), ("China", ())])),)},
        {"acts": (Happened("interrogation", "2018-06-04", spot([("Almaty", ()), ("Kazakhstan", ())])),)},
        True,
    ),
    (
        "after death",
        {"acts": (Happened("death in custody", "2018-03"),)},
        {"acts": (Happened("detention", "2020-05-01"),)},
        False,
    ),
    ("origin", {"origin": (TEKES,)}, {"origin": (spot([("Kashgar", ())]),)}, False),
]

SILENT = [
    pytest.param({"born": _born("1979-06-20")}, {}, id="told on one side only"),
    pytest.param({"kin": (Kin("sibling", "Berdibek"),)}, {"kin": (Kin("sibling", "Nurlan"),)}, id="two brothers"),
    pytest.param({"kin": (Kin("sibling", "Berdibek"),)}, {"kin": (Kin("child", "Berdibek"),)}, id="other kin"),
    pytest.param({"acts": (HELD,)}, {"acts": (Happened("detention", "2021", CAMP),)}, id="held twice"),
    pytest.param({"acts": (HELD,)}, {"acts": (Happened("flight", "2017-07-15"),)}, id="another act"),
    pytest.param(
        {"acts": (Happened("detention", "", spot([("the clinic", ())])),)},
        {"acts": (Happened("detention", "", spot([("the clinic", ())])),)},
        id="any clinic",
    ),
    pytest.param({"occupation": ("baker",)}, {"occupation": ("teacher",)}, id="people change their work"),
]  # fmt: skip


@pytest.mark.parametrize(("feature", "one", "other"), FOR)
def test_what_speaks_for_one_person(feature: str, one: dict[str, object], other: dict[str, object]) -> None:
    found, without = _compared(one, other), _compared({}, {})
    assert found.by(feature) > 0, found.reasons
    assert found.probability > without.probability
    assert not found.contradicted
    [reason] = [each for each in found.reasons if each.feature == feature]
    assert reason.words


@pytest.mark.parametrize(("feature", "one", "other", "contradicts"), AGAINST)
def test_what_speaks_against_it(
    feature: str, one: dict[str, object], other: dict[str, object], contradicts: bool
) -> None:
    found, without = _compared(one, other), _compared({}, {})
    assert found.by(feature) < 0, found.reasons
    assert found.probability < without.probability
    assert found.contradicted is contradicts


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_what_says_nothing(one: dict[str, object], other: dict[str, object]) -> None:
    found = _compared(one, other)
    assert found.facts == 0, found.reasons
    assert found.probability == _compared({}, {}).probability


def test_a_father_by_patronymic_is_another_father_by_kin() -> None:
    one = Record(("Nurlan Abenov", "Nurlan Serikuly Abenov"))
    other = Record(("Nurlan Abenov", "Nurlan Muratuly Abenov"))
    told = Record(("Nurlan Abenov",), kin=(Kin("father", "Murat"),))
    assert compare_records(one, other).contradicted
    assert compare_records(one, told).contradicted
    assert not compare_records(other, told).contradicted


def test_a_common_name_says_less_than_a_rare_one_and_less_in_a_large_casebook() -> None:
    rare, common = _compared({}, {}), _compared({}, {}, "Nurlan Serik")
    assert common.probability < rare.probability
    many = Commonness(people=100_000)
    crowded = compare_records(Record(("Nurlan Serik",)), Record(("Nurlan Serik",)), many)
    assert crowded.probability < 0.5 < common.probability


def test_parts_that_many_bear_in_this_casebook_are_common() -> None:
    def everybody(part: object) -> int:
        return 5000

    borne = Commonness(people=10_000, names=10_000, bearers=everybody)
    found = compare_records(Record((RARE,)), Record((RARE,)), borne)
    assert found.probability < 0.01, "a list on which every row has the same name"


def test_one_given_name_is_weak_whatever_it_is() -> None:
    assert compare_records(Record(("Raushan",)), Record(("Raushan",))).probability < 0.99


def test_nobody_is_like_somebody_without_a_name() -> None:
    assert compare_records(Record(), Record((RARE,))).probability < 0.1
    assert compare_records(Record(), Record()).probability < 0.1


def test_facts_of_one_subject_count_up_to_its_cap() -> None:
    acts = tuple(
        Happened(kind, "2018-03-03", CAMP) for kind in ("detention", "torture", "release", "sentence")
    )
    found = _compared({"acts": acts}, {"acts": acts})
    assert found.by("acts") == CAPS["acts"]
    everything = {
        "acts": acts, "born": _born("1979-06-20"), "numbers": ("G12345678",), "occupation": ("falconer",),
        "kin": (Kin("spouse", "Yerlan Mukash"),),
    }  # fmt: skip
    assert _compared(everything, everything).facts < DOUBTED_FROM + sum(CAPS.values()) / 2


NAMES = [RARE, COMMON, "Rawshan Sadirbay", "Раушан Садырбайқызы", "Raushan", "热吾尚·萨德尔拜", "…", ""]
_BIRTHS = st.sampled_from(["1979-06-20", "1979", "1979-06-29", "1999-01", "1985/1987", "nonsense"])
_RECORDS = st.builds(
    Record,
    names=st.lists(
        st.sampled_from(NAMES),
        max_size=3,
    ).map(tuple),
    born=st.lists(_BIRTHS, max_size=2).map(lambda told: tuple(b for each in told if (b := born_on(each)))),
    sex=st.lists(st.sampled_from(["f", "m"]), max_size=2).map(tuple),
    ethnicity=st.lists(st.sampled_from(["Kazakh", "Uyghur"]), max_size=2).map(tuple),
    residence=st.lists(st.sampled_from([TEKES, CAMP, OTHER_CAMP]), max_size=2).map(tuple),
    kin=st.lists(
        st.builds(Kin, st.sampled_from(["father", "sibling", "parent"]), st.sampled_from(["Askar", "Berdibek", ""])),
        max_size=2,
    ).map(tuple),
    occupation=st.lists(st.sampled_from(["veterinary assistant", "teacher", ""]), max_size=2).map(tuple),
    acts=st.lists(
        st.builds(
            Happened,
            st.sampled_from(["detention", "release", "death in custody"]),
            st.sampled_from(["", "2018", "2018-03-03", "2017-07-15/2018-10", "2019/..", "nonsense"]),
            st.sampled_from([None, TEKES, CAMP, OTHER_CAMP]),
        ),
        max_size=3,
    ).map(tuple),
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(_RECORDS, _RECORDS, st.randoms())
def test_the_order_of_records_and_facts_makes_no_difference(
    one: Record, other: Record, chance: object
) -> None:
    found = compare_records(one, other)
    assert found == compare_records(other, one)
    turned = Record(**{name: tuple(reversed(getattr(one, name))) for name in Record.__slots__})
    assert found == compare_records(turned, other)
    assert 0 < found.probability < 1
    assert all(each.words for each in found.reasons)


@settings(max_examples=60, deadline=None)
@given(_RECORDS, _RECORDS)
def test_what_is_told_twice_counts_once(one: Record, other: Record) -> None:
    assert merged([one, one]) == merged([one])
    assert compare_records(merged([one, one]), other) == compare_records(one, other)
    assert merged([one, other]) == merged([other, one])


def test_every_feature_has_a_cap() -> None:
    assert {feature.subject for feature in FEATURES} == set(CAPS)
    assert len({feature.name for feature in FEATURES}) == len(FEATURES)
