"""A section of a record that retells somebody's testimony is told by them, until the next heading."""

from __future__ import annotations

import pytest

PAGE = """Case 44: Mariam Tessema

{field}
Date of testimony: 3 May 2020

Background
Mariam Tessema was fined in 2018 for keeping a stall without a licence.

{heading}
Mariam Tessema was arrested in June 2019. A porter said that two policemen had beaten her.

Official position
In July 2019 a court sentenced Mariam Tessema to two years.
"""

WHOSE = [
    ("Witness code: K-4", "Account of the witness", "K-4"),
    ("Witness: her brother Dawit Tessema", "TESTIMONY", "Dawit Tessema"),
    ("File: 3", "TESTIMONY (SELAM ABERA, NEIGHBOUR)", "Selam Abera"),
    ("File: 3", "Statement of Selam Abera", "Selam Abera"),
]


@pytest.mark.parametrize(("field", "heading", "teller"), WHOSE)
def test_a_testimony_is_told_by_the_witness(field, heading, teller, reading):
    found = reading(PAGE.format(field=field, heading=heading))
    names = {one.id: one.names or (one.description,) for one in found.people}
    told = {
        claim.kind: [[name.casefold() for name in names.get(one.name, (one.name,))] for one in claim.told_by]
        for claim in found.claims
    }
    assert any(teller.casefold() in name for name in told["detention"][0])
    assert not any(teller.casefold() in names for names in told["sentence"])
    assert len(told["torture and ill-treatment"]) == 2


def test_a_page_without_such_a_heading_is_its_own(reading):
    text = PAGE.format(field="Witness: her brother Dawit Tessema", heading="Events")
    assert all(not claim.told_by for claim in reading(text).claims if claim.kind == "detention")
