"""The exemplar of the contract of reading, claim by claim. It is a real report and no part of the project: the
test runs where the folder of shared material lies beside the checkout, and says so where it does not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[4] / "shared" / "exemplar"
REPORTS = sorted(FOLDER.glob("*.txt")) if FOLDER.is_dir() else []
if not REPORTS:
    pytest.skip("the exemplar is not beside this checkout (../shared/exemplar)", allow_module_level=True)

INTERVAL = "2017-07/2018-10"
PUBLISHED = "[2020-01-03,2020-03-01]"
# The table of the contract: kind, who ("she" for the report's protagonist), when, number of tellers, polarity,
# modality. Who is left out (None) where the contract names a group in its own words.
ROWS = [
    ("flight", ["she"], None, 1, "affirmed", "asserted"),
    ("detention", None, None, 1, "affirmed", "asserted"),
    ("forced labour", ["she"], INTERVAL, 1, "affirmed", "asserted"),
    ("forced breach of religion", ["she"], INTERVAL, 1, "affirmed", "asserted"),
    ("ethnicity", ["she"], None, 1, "affirmed", "asserted"),
    ("nationality", ["she"], None, 1, "affirmed", "asserted"),
    ("residence", ["she"], PUBLISHED, 1, "affirmed", "asserted"),
    ("threat of deportation", ["she"], None, 1, "affirmed", "feared"),
    ("torture and ill-treatment", ["she"], None, 1, "affirmed", "feared"),
    ("threat of deportation", ["she"], None, 2, "affirmed", "planned"),
    ("detention", ["she"], INTERVAL, 1, "affirmed", "asserted"),
    ("flight", ["she"], "2018-12", 1, "affirmed", "asserted"),
    ("forced labour", ["she"], "2018-08/2018-10", 2, "affirmed", "asserted"),
    ("forced breach of religion", ["she", "other detainees"], INTERVAL, 2, "affirmed", "asserted"),
    ("threat of deportation", ["she"], None, 3, "affirmed", "planned"),
    ("notification", ["she"], None, 1, "denied", "asserted"),
    ("threat of deportation", ["she"], "2020-01-01/..", 2, "affirmed", "possible"),
    ("assessment", None, None, 2, "affirmed", "asserted"),
    ("legal status", ["she"], PUBLISHED, 1, "affirmed", "asserted"),
    ("application", ["she"], None, 1, "affirmed", "asserted"),
    ("accusation", None, None, 2, "affirmed", "asserted"),
    ("policy", None, None, 1, "affirmed", "asserted"),
    ("intervention", None, None, 1, "affirmed", "asserted"),
    ("detention", None, None, 2, "affirmed", "asserted"),
    ("indoctrination", None, None, 2, "affirmed", "asserted"),
    ("denial", None, None, 2, "affirmed", "asserted"),
]


@pytest.fixture(scope="module")
def found(reading):
    return reading(REPORTS[0].read_text(encoding="utf-8"))


def test_every_claim_of_the_contract_is_read_and_no_other(found):
    she = max(found.people, key=lambda person: len(person.names)).id
    read = [
        (
            claim.kind,
            ["she" if who == she else who for who in claim.who],
            claim.when,
            len(claim.told_by),
            str(claim.polarity),
            str(claim.modality),
        )
        for claim in found.claims
    ]
    left = list(read)
    missed = []
    for kind, who, when, tellers, polarity, modality in ROWS:
        hit = next(
            (
                row
                for row in left
                if (row[0], row[2], row[3], row[4], row[5]) == (kind, when, tellers, polarity, modality)
                and who in (None, row[1])
            ),
            None,
        )
        if hit is None:
            missed.append((kind, who, when, tellers, polarity, modality))
        else:
            left.remove(hit)
    assert (missed, left) == ([], [])


def test_the_header_keeps_both_readings_of_its_date_with_a_flag(found):
    report = found.report
    assert report.published == PUBLISHED
    assert "date-ambiguous" in [flag.code for flag in report.flags]
    assert len(report.credit) == 2 and report.outlet == report.credit[0]
    assert report.dateline == "Nur-Sultan" and report.language == "en"
    assert len(report.related) == 5 and all(item.published for item in report.related)


def test_the_long_place_is_read_with_its_second_names(found):
    where = next(
        claim.where for claim in found.claims if claim.when == INTERVAL and claim.kind == "detention"
    )
    assert [(place.also, bool(place.name)) for place in where.within] == [
        (("Yining",), True),
        (("Yili Hasake",), True),
        ((), True),
        ((), True),
    ]


def test_every_passage_is_an_exact_stretch_of_the_text(found):
    text = found.report.text
    assert all(text[claim.passage.start : claim.passage.end] == claim.passage.quote for claim in found.claims)
