"""Registers and records: whom each part of a page is about, and who told it, by the page's own lines."""

from __future__ import annotations

import pytest

from amanat.core.reading.fields import known_key
from amanat.core.reading.informant import informant_line, informant_of_all
from amanat.core.reading.lines import lines_of
from amanat.core.reading.registers import people_by_line
from amanat.core.reading.run_on import run_on
from amanat.core.reading.subject import given_first


def is_label(name):
    return known_key(name) is not None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("BARZANI, Delshad Omar", "Delshad Omar Barzani"),
        ("DE LA CRUZ, Maria", "Maria De La Cruz"),
        ("Delshad Barzani", "Delshad Barzani"),
        ("KARVAN, VELORIA", "KARVAN, VELORIA"),
        ("Barzani, tailor", "Barzani, tailor"),
    ],
)
def test_a_family_name_in_capitals_may_stand_first(written, name):
    assert given_first(written) == name


@pytest.mark.parametrize(
    ("page", "people"),
    [
        (
            "12. Adil Memet, male, 61\nHeld since May.\n13. Rena Memet, female, 58\nFree since June.",
            ["Adil", "Rena"],
        ),
        ("Adil Memet (brother)\nTaken in May.\n\nRena Memet (sister)\nTaken in June.", ["Adil", "Rena"]),
        ("ENTRY 1: Adil Memet\nAdil was taken.\n\nENTRY 2: Rena Memet\nRena was taken.", ["Adil", "Rena"]),
        ("MEMET, Adil (b. 1970)\nTaken.\n\nMEMET, Rena (b. 1972)\nTaken.", ["Adil", "Rena"]),
        ("Adil Memet\nAdil was taken in May.\n\nRena Memet\nIn June Rena was taken.", ["Adil", "Rena"]),
        ("Adil Memet (brother)\nTaken in May.", []),
        ("HARBOUR LEGAL AID\nThe week.\n\nWEEKEND, 8–9 JUNE\nSoldiers beat a fisherman.", []),
        ("Court Proceedings\nThe court met.\n\nLegal Background\nThe legal proceedings began.", []),
        ("Sex — female\nOccupation — farmer\nAge — 40", []),
        ("Adil Memet (b. 1970), tailor: five years\nRena Memet (b. 1972), cook: two years", []),
    ],
)
def test_a_register_names_each_person_above_what_it_tells(page, people):
    found = people_by_line(lines_of(page), is_label)
    assert [one.names[0].split()[0] for one in found.values()] == people


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Name: Ana Ruiz  Sex: F  Age: 34", {"name": "Ana Ruiz", "sex": "F", "age": "34"}),
        ("Name: Ana Ruiz Sex: F Age: 34", {"name": "Ana Ruiz", "sex": "F", "age": "34"}),
        (
            "Name: Ana Ruiz; Age: 34; Date of arrest: 9 May 2011; Status: detained",
            {"name": "Ana Ruiz", "age": "34", "detained": "9 May 2011", "status": "detained"},
        ),
        ("Ana Ruiz said: the age: 34, the sex: F, the name: unknown", {}),
        ("Name: Ana Ruiz, aged 34", {}),
    ],
)
def test_fields_that_run_on_are_parted_by_their_labels(line, fields):
    assert {one.key: line[one.start : one.end] for one in run_on(line, known_key)} == fields


@pytest.mark.parametrize(
    ("line", "who", "told"),
    [
        ("Source: his wife, Samar", ("Samar", "wife"), None),
        ("Source: a former prisoner", (None, "prisoner"), None),
        ("Submitted by: sister", (None, "sister"), None),
        ("Submitted by: Umm Adil (mother)", ("Umm Adil", "mother"), None),
        ("Information provided by her younger sister Amina in May 2019", ("Amina", "sister"), None),
        ("The statement was given by Rudo Makoni at our office.", ("Rudo Makoni", None), None),
        (
            "Testimony 1: Abdul Hoshur (son, in Oslo): my father was taken",
            ("Abdul Hoshur", "son"),
            "my father was taken",
        ),
        ("Testimony 2: a neighbour: he was seen in May", (None, "neighbour"), "he was seen in May"),
        (
            '[1] Submitted by: daughter, 2018-12-03. "They took him away"',
            (None, "daughter"),
            '"They took him away"',
        ),
        ("Interview with the mother, Zulfiya R., 4 May 2021", ("Zulfiya R.", "mother"), None),
    ],
)
def test_a_line_says_who_told(line, who, told):
    found = informant_line(line)
    assert found is not None
    assert (found.who.name, found.who.noun) == who
    assert (line[found.told :] if found.told is not None else None) == told


@pytest.mark.parametrize(
    "line",
    [
        "Source: death certificate; his mother",
        "Sources: Prosecutor's file; interviews with Ana Ruiz; a report of 2021",
        "Source: Radio Free Delta",
        "Source: Ministry of Justice",
        "Case reported by police",
        "ACCOUNT OF THE FACTS",
        "Account: Police came at midnight and took him",
        "Submitted by: 14 members of the council",
        "She was told by Ana Ruiz that he was dead.",
    ],
)
def test_bodies_documents_and_several_sources_are_no_one_teller(line):
    assert informant_line(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("All information on this page was provided by Aigul Bek, who lives abroad.", "Aigul Bek"),
        ("All entries were submitted by Sami, the brother", "Sami"),
        ("The ministry said that all information had been given to the court.", None),
    ],
)
def test_one_may_have_told_the_whole_page(line, name):
    found = informant_of_all(line)
    assert (found.name if found is not None else None) == name


REGISTER = """Orchard Register

101. Adil Memet, male, 61
Testimony 1: Bahar Adil (daughter): my father was taken on 3 April 2017. He has lost his sight.
Testimony 2: a neighbour: he was beaten by guards in 2019.

102. Rena Yasin, female, 58
Testimony 1: Bahar Adil (daughter): my mother was arrested in 2018.

103. Ekrem Adil, male, 33
Arrested at the airport in May 2017. Transferred to Kora prison.
Source: his wife
"""


@pytest.mark.parametrize(
    ("words", "kind", "who", "told"),
    [
        ("was taken on 3 April", "detention", "Adil Memet", ["Bahar Adil"]),
        ("lost his sight", "health", "Adil Memet", ["Bahar Adil"]),
        ("beaten by guards", "torture and ill-treatment", "Adil Memet", ["neighbour"]),
        ("my mother was arrested", "detention", "Rena Yasin", ["Bahar Adil"]),
        ("at the airport", "detention", "Ekrem Adil", ["Ekrem Adil’s wife"]),
        ("to Kora prison", "transfer", "Ekrem Adil", ["Ekrem Adil’s wife"]),
    ],
)
def test_each_entry_is_of_its_own_person_and_told_by_its_own_source(words, kind, who, told, reading):
    read = reading(REGISTER)
    people = {one.id: one.names[0] if one.names else one.description for one in read.people}
    (claim,) = [one for one in read.claims if words in one.passage.quote and one.kind == kind]
    assert [people.get(one, one) for one in claim.who] == [who]
    chain = [people.get(one.name, one.name) for one in claim.told_by]
    assert [name for name in chain if name != read.report.outlet] == told


RECORD = """DELTA DATABASE

On 6 August 2016 soldiers arrested Rosa Elena at her house. She was beaten.

• Sex — female
• Age — 52
• Ethnic group — Embera
• Occupation — farmer
"""


def test_a_title_names_whom_fields_without_a_name_are_about(reading):
    read = reading("ROSA ELENA TOVAR\n" + RECORD)
    people = {one.id: one.names for one in read.people}
    assert {
        one.kind: people[one.who[0]] for one in read.claims if one.kind in ("age", "ethnicity", "detention")
    } == (dict.fromkeys(("age", "ethnicity", "detention"), ("ROSA ELENA TOVAR", "Rosa Elena")))
    assert not [one for one in reading(RECORD).claims if one.kind == "ethnicity"]
