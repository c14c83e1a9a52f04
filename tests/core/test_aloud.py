"""Reasons as they are read out: the same, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.aloud import percent_aloud, reason_aloud, taken_apart, times_aloud, why_aloud
from amanat.core.linking.rules import said, said_of_person

NAMES = [
    ("given name Dauren is the same in both", "given name Dauren is the same in both"),
    ("Qalybek = QALYBEK", "Qalybek and QALYBEK are the same but for capitals"),
    ("given name Raushan = Раушан", "the given names Raushan and Раушан are one name in two ways of writing"),
    (
        "given name Rawshan = Раушан: w→u",
        "the given names Rawshan and Раушан fit each other as one name: “u” for “w”",
    ),
    (
        "given name Bieerdebieke ~ Бердибек: i→∅, e→∅, e→i, i→∅, e→∅",
        "the given names Bieerdebieke and Бердибек may be one name: "
        "“i” left out twice, “e” left out twice, “i” for “e”",
    ),
    (
        "father's name Askar ≠ Muratbek: a→m, s→∅",
        "the father's names Askar and Muratbek do not fit each other as one name: “m” for “a”, “s” left out",
    ),
    (
        "Yusuf = Юсуп: both are written forms of Yusuf; f→p",
        "Yusuf and Юсуп fit each other as one name: both are written forms of Yusuf; “p” for “f”",
    ),
    (
        "达吾然 = Дәурен: 达=dä 吾=u 然=ren",
        "达吾然 and Дәурен fit each other as one name: 达 read “dä”, 吾 read “u”, 然 read “ren”",
    ),
    (
        "木拉提 = Murat: 木=mu 拉=ra 提=∅",
        "木拉提 and Murat fit each other as one name: 木 read “mu”, 拉 read “ra”, 提 not read",
    ),
    (
        "Rewushang = Raushan: by way of Han characters: re=ra wu=u shang=shan",
        "Rewushang and Raushan fit each other as one name: by way of Chinese characters, re read “ra”, wu read “u”, "
        "shang read “shan”",
    ),
    (
        "without spaces: Abdu Rehim = Abdurehim",
        "written without spaces, Abdu Rehim and Abdurehim are one name in two ways of writing",
    ),
    (
        "Anar ≠ Anwar: these are known as two different names",
        "Anar and Anwar do not fit each other as one name: these are known as two different names",
    ),
    ("Serikuly stands in one of the names only", "Serikuly stands in one of the names only"),
    (
        "the ending of Садырбаева (ov) stands for that of Садырбайқызы (qizi)",
        "the ending of Садырбаева (ov) stands for that of Садырбайқызы (qizi)",
    ),
]  # fmt: skip
ONE = "times likelier of one person than of two who share the name"
TWO = "times likelier of two who share the name than of one person"
FACTS = [
    (
        "27 years old in 2021-02-22, born 1993-05-03: these agree",
        "27 years old on 22 February 2021, born 3 May 1993: these agree",
    ),
    ("38 years old in 2020-06, born 1982: these agree", "38 years old in June 2020, born 1982: these agree"),
    (
        "of both is told: travel, 2019-12, Kazakhstan / Казахстан",
        "of both is told: travel, December 2019, Kazakhstan / Казахстан",
    ),
    ("of both is told: detention, 2017-07/2018-10", "of both is told: detention, July 2017 to October 2018"),
    ("of both is told: detention, 2017-07/..", "of both is told: detention, from July 2017"),
    (
        "one died in 2019-03-01, and of the other is told: flight, 2020-01",
        "one died on 1 March 2019, and of the other is told: flight, January 2020",
    ),
    ("the same number: 2021-02-220", "the same number: 2021-02-220"),
    ("the same number: 2019-12", "the same number: 2019-12"),
    ("born 2021-02-31: these agree", "born 2021-02-31: these agree"),
    ("the same brother or sister: Berdibek", "the same brother or sister: Berdibek"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "aloud"), [*NAMES, *FACTS])
def test_a_reason_is_said_in_words(written: str, aloud: str) -> None:
    assert reason_aloud(written) == aloud


@pytest.mark.parametrize(
    ("times", "contradicts", "aloud"),
    [
        (11.31, False, f"11 {ONE}"),
        (4.48, False, f"4.5 {ONE}"),
        (2.0, False, f"2 {ONE}"),
        (1.0, False, "says nothing either way"),
        (0.5, False, f"2 {TWO}"),
        (0.02, True, f"both cannot be true of one person; 50 {TWO}"),
        (0.0, True, f"both cannot be true of one person; more than a million {TWO}"),
    ],
)
def test_how_much_it_counts(times: float, contradicts: bool, aloud: str) -> None:
    assert times_aloud(times, contradicts) == aloud


@pytest.mark.parametrize(("percent", "aloud"), [(0.0, "less than 0.1 %"), (0.1, "0.1 %"), (97.0, "97 %")])
def test_nothing_is_quite_impossible(percent: float, aloud: str) -> None:
    assert percent_aloud(percent) == aloud


def test_the_whole_why_of_a_rule() -> None:
    names, facts = [written for written, _ in NAMES], [written for written, _ in FACTS]
    more = "What other reports tell of one of them speaks for it"
    told = taken_apart(said_of_person(0.9979, names, facts[:2], facts[4:6], more))
    assert (told.percent, told.of_names, told.besides) == (99.7, False, more)
    assert told.names == tuple(aloud for _, aloud in NAMES)
    assert told.speaking == tuple(aloud for _, aloud in FACTS[:2])
    assert told.against == tuple(aloud for _, aloud in FACTS[4:6])
    assert why_aloud(said(0.75, ["Qalybek = QALYBEK"])) == (
        "The probability that they are one name is 75 %. The names: Qalybek and QALYBEK are the same but for capitals."
    )


def test_the_why_of_a_name_written_alike() -> None:
    why = (
        "the same full name, folded: tereso ixim; likely one person (99.8 %): names: Ixim is the same in both"
    )
    assert why_aloud(why) == (
        "The probability that they are one person is 99.8 %. Both bear the same full name but for case and marks, "
        "tereso ixim. The names: Ixim is the same in both."
    )


@given(st.text())
def test_words_of_people_pass_unchanged_and_nothing_ever_breaks(words: str) -> None:
    if not words.startswith("likely one"):
        assert why_aloud(words) == words
    reason_aloud(words)


@given(
    st.lists(st.sampled_from([written for written, _ in NAMES]), min_size=1),
    st.lists(st.sampled_from([written for written, _ in FACTS])),
    st.lists(st.sampled_from([written for written, _ in FACTS])),
)
def test_no_reason_is_lost_and_none_is_added(
    names: list[str], speaking: list[str], against: list[str]
) -> None:
    told = taken_apart(said_of_person(0.5, names, speaking, against))
    assert [len(told.names), len(told.speaking), len(told.against)] == list(
        map(len, (names, speaking, against))
    )
