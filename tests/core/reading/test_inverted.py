"""Names written family name first in lists and fields, and cases that borrow nobody of the case before.
Nobody is real."""

from __future__ import annotations

import pytest

LIST = "Arrested in June 2019:\n\n1. OLADEJO, Kunle – driver, arrested 7 June\n2. IBIRONKE, Sola – trader, beaten"
RECORD = (
    "Name: OYELARAN, Bamidele (m), aged 46\nPlace of detention: Irekwe\nStatus: detained since 4 June 2019"
)


def _names(found):
    return {name for person in found.people for name in person.names}


def test_an_entry_with_the_family_name_first_is_of_one_person_by_their_usual_name(reading):
    found = reading(LIST)
    assert {"Kunle Oladejo", "Sola Ibironke"} <= _names(found)
    assert not {"OLADEJO", "Kunle", "IBIRONKE", "Sola"} & _names(found)


@pytest.mark.parametrize(
    "sentence", ["Kunle Oladejo was beaten.", "Oladejo was beaten.", "The driver was beaten."]
)
def test_whom_the_list_names_the_text_goes_on_about(sentence, reading):
    found = reading(f"{LIST}\n\n{sentence}")
    called = {person.id: person.names for person in found.people}
    beaten = [claim for claim in found.claims if claim.passage.quote == sentence]
    assert beaten
    assert all("Kunle Oladejo" in called[claim.who[0]] for claim in beaten)


def test_a_letter_for_the_sex_is_no_name(reading):
    assert "m" not in _names(reading(RECORD))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("SORVAN, Zelva – Ana Ruizo was arrested in May.", "Ana Ruizo"),
        ("NATO, Moscow – Ana Ruizo was arrested in May.", "Ana Ruizo"),
    ],
)
def test_a_dateline_is_no_name(text, who, reading):
    found = reading(text)
    assert _names(found) <= {who}


CASES = (
    "Case 1. Lida Prochova was arrested in May.\n\n"
    "Case 2. Released on 2 February after eight months. Jan Kolar had insulted the president.\n\n"
    "Case 3. Beaten by guards. The guards were dismissed."
)


def test_a_case_borrows_nobody_of_the_case_before(reading):
    found = reading(CASES)
    called = {person.id: person.names for person in found.people}
    told = [(claim.kind, called.get(claim.who[0])) for claim in found.claims if claim.kind != "accusation"]
    assert ("release", ("Jan Kolar",)) in told
    assert ("torture and ill-treatment", ("Jan Kolar",)) not in told
