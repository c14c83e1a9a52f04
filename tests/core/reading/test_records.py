"""A database page becomes claims about its one person; a page of prose with colons becomes none."""

from __future__ import annotations

import re

import pytest

from amanat.core.reading.casting import cast_of
from amanat.core.reading.layout import page_layout
from amanat.core.reading.names import find_names
from amanat.core.reading.records import read_records
from amanat.core.reading.sentences import parsed
from amanat.core.reading.zones import zoned

PAGE = """Name: Rustam Qadir (رۇستەم قادىر, 茹斯坦木)
Sex: M
Ethnicity: Uyghur
Date of birth: 1971-09 (ID withheld)
Occupation: tailor until 2011; later shop owner
Residence: Toqsun, Turpan Prefecture
Citizenship: China. Applied for Turkish citizenship 2015 (refused)
Religion: Islam
Status: detained
Detained: 2016-03, first time (released after 9 days); again about 2017-05-14
Place(s): city police station; since 2018 thought to be in a prison in Korla
Reason given: "praying in public"; trip to Egypt in 2010
Sentence: 11 years. Date of trial not known.
Health: asthmatic. Reported by a cellmate (2019) to have lost most of his sight and not to receive insulin.
Relatives: wife Zulfiya, passport taken 2016-11; daughter in Bursa (submitter); son Adil, sent to work at a mill in May 2019
"""  # noqa: E501 - a record's line is read as one line

CLAIMS = [
    ("ethnicity", "Uyghur", None, None),
    ("birth date", "1971-09", "1971-09", None),
    ("occupation", "tailor", "../2011", None),
    ("occupation", "shop owner", None, None),
    ("residence", "in Toqsun", None, "Toqsun"),
    ("citizenship", "China", None, None),
    ("application", "Turkish citizenship", "2015", None),
    ("religion", "Islam", None, None),
    ("detention", "detained", None, None),
    ("detention", "2016-03, first time", "2016-03", None),
    ("release", "released after 9 days", None, None),
    ("detention", "again about 2017-05-14", "2017-05-14~", None),
    ("detention", "city police station", None, "city police station"),
    ("detention", "since 2018 thought to be in a prison in Korla", "2018/..", "prison"),
    ("accusation", "praying in public", None, None),
    ("travel", "trip to Egypt in 2010", "2010", "Egypt"),
    ("sentence", "11 years", None, None),
    ("health", "asthmatic", None, None),
    ("health", "lost most of his sight", None, None),
    ("denial of medical care", "not to receive insulin", None, None),
    ("kinship", "wife of Rustam Qadir", None, None),
    ("confiscation of documents", "passport taken 2016-11", "2016-11", None),
    ("residence", "in Bursa", None, "Bursa"),
    ("kinship", "son of Rustam Qadir", None, None),
    ("forced labour", "sent to work at a mill in May 2019", "2019-05", "mill in May 2019"),
]


@pytest.fixture(scope="module")
def records(english):
    return _read(PAGE, english)


def _read(text, english):
    sentences = parsed(zoned(text), english)
    return read_records(sentences, cast_of(sentences, find_names(sentences)))


def test_every_line_is_claimed_and_nothing_else(records):
    found = [
        (one.kind, one.details, one.when, one.where.name if one.where else None) for one in records.drafts
    ]
    assert sorted(found, key=str) == sorted(CLAIMS, key=str)


def test_the_person_has_the_names_of_every_script(records):
    person = records.drafts[0].who[0]
    assert {"Rustam Qadir", "رۇستەم قادىر", "茹斯坦木"} <= set(person.names)


def test_a_passage_is_its_line(records):
    lines = set(PAGE.splitlines())
    for one in records.drafts:
        quote = PAGE[one.span[0] : one.span[1]]
        assert any(quote in line for line in lines), quote


def test_what_is_thought_is_possible(records):
    assert [str(one.modality) for one in records.drafts if one.details.startswith("since 2018")] == [
        "possible"
    ]


def test_a_cellmate_tells_what_he_reported(records):
    told = {one.details: [each.name for each in one.told_by] for one in records.drafts}
    assert told["lost most of his sight"] == ["cellmate"]
    assert told["asthmatic"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Health: the state of our hospitals\n\nThe ministry met on Monday to speak of hospitals in the north.",
        "Name: unknown\nThe villagers asked one question: who gave the order?",
        "Question: Where were you held?\nAnswer: In a school near the river.\nQuestion: For how long?",
    ],
)
def test_prose_with_colons_is_no_record(text, english):
    assert _read(text, english).drafts == []


def test_two_records_on_a_page_keep_their_persons_apart(english):
    text = "Name: Adil Tursun\nEthnicity: Kazakh\nAge: 40\n\nName: Salima Nur\nEthnicity: Uyghur\nAge: 33\n"
    found = [(one.kind, one.who[0].label, one.details) for one in _read(text, english).drafts]
    assert found == [
        ("ethnicity", "Adil Tursun", "Kazakh"), ("age", "Adil Tursun", "40"),
        ("ethnicity", "Salima Nur", "Uyghur"), ("age", "Salima Nur", "33"),
    ]  # fmt: skip


TABLE = """Age: 31
Status: in custody
Name: Daulet Serikuly
Ethnicity: Kazakh

Age: 28
Status: released
Name: Anar Tolegen
Ethnicity: Kazakh

Age: 44
Ethnicity: Uyghur
"""


def test_a_row_of_a_table_is_of_the_person_whom_it_names(english):
    rows = tuple(match.start() for match in re.finditer("Age", TABLE))
    page = zoned(TABLE)
    sentences = parsed(page, english, layout=page_layout(page, rows))
    found = read_records(sentences, cast_of(sentences, find_names(sentences))).drafts
    told = [(draft.who[0].label, draft.kind) for draft in found]
    assert told == [
        ("Daulet Serikuly", "age"),
        ("Daulet Serikuly", "detention"),
        ("Daulet Serikuly", "ethnicity"),
        ("Anar Tolegen", "age"),
        ("Anar Tolegen", "release"),
        ("Anar Tolegen", "ethnicity"),
    ]


def test_kin_in_a_list_are_kin_with_the_name_first_or_only_counted(reading):
    record = (
        "Name: Idris Noor\nDate of birth: 12 March 1984\nOccupation: dentist\nMarital status: Married, three children\n"
        "Next of kin: Amal Darwish (wife), Khaled Noor (brother)\nDate of arrest: 4 November 2013\n"
        "Summary: Noor was taken from his surgery by men who did not say where they were taking him.\n"
    )
    told = [one.details for one in reading(record).claims if one.kind == "kinship"]
    assert told == ["three children", "wife of Idris Noor", "brother of Idris Noor"]
