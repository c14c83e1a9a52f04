"""Where both readers say the same it stands once, with both names; where they do not, both stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amanat.core.claim import (
    Claim,
    Count,
    Modality,
    Passage,
    Person,
    PlaceName,
    Polarity,
    Reading,
    ReportHeader,
    Where,
    identified,
)
from amanat.core.reading.second.agreement import agree, saying
from amanat.core.reading.second.checked import Checked, Dropped
from amanat.core.reading.second.joining import FLAG, joined
from amanat.core.reading.second.kept import as_kept, from_kept
from amanat.core.reading.second.paragraph_read import Ended, ParagraphRead
from amanat.core.reading.second.paragraphs import paragraphs

TEXT = "Sanjar Tolegen was detained in Tomsay in March 2019. Marat Seytkali was beaten there."
SHA = "0" * 64
PEOPLE = {"p1": Person("p1", ("Sanjar Tolegen", "Tolegen"))}
RULES = Claim(
    "detention",
    Passage(0, 52, TEXT[:52]),
    who=("p1",),
    where=Where("Tomsay", within=(PlaceName("Birlik Province"),)),
    when="2019-03",
    reader="rules 1",
)
SECOND = replace(
    RULES,
    passage=Passage(0, 27, TEXT[:27]),
    who=("Sanjar Tolegen",),
    where=None,
    when="2019",
    reader="second reader 1, small",
)
OWN = Claim(
    "torture and ill-treatment",
    Passage(53, 78, TEXT[53:78]),
    who=("Marat Seytkali",),
    count=Count(1, None, "people"),
    reader="second reader 1, small",
)


@pytest.mark.parametrize(
    ("other", "agrees"),
    [
        (SECOND, True),
        (replace(SECOND, who=("Tolegen",)), True),
        (replace(SECOND, where=Where("Birlik  province")), True),
        (replace(SECOND, details="other words", told_by=()), True),
        (replace(SECOND, kind="release"), False),
        (replace(SECOND, who=("Marat Seytkali",)), False),
        (replace(SECOND, who=()), False),
        (replace(SECOND, polarity=Polarity.DENIED), False),
        (replace(SECOND, modality=Modality.FEARED), False),
        (replace(SECOND, when="2018"), False),
        (replace(SECOND, where=Where("Aqsu")), False),
        (replace(SECOND, passage=OWN.passage), False),
    ],
)
def test_agreement(other: Claim, agrees: bool) -> None:
    one, two = saying(RULES, PEOPLE), saying(other, PEOPLE)
    assert agree(one, two) is agrees
    assert agree(two, one) is agrees


def _joined(*second: Checked, ended: Ended = Ended.READ) -> Reading:
    header = ReportHeader(title=None, text=TEXT, sha256=SHA)
    reading = Reading(header, tuple(PEOPLE.values()), (identified(RULES, SHA),))
    [paragraph] = paragraphs(TEXT)
    dropped = {Dropped.QUOTE: 2, Dropped.WHEN: 1}
    read = ParagraphRead(paragraph, ended, second)
    read.dropped.update(dropped)
    return joined(reading, [read], "second reader 1, small")


def test_what_both_say_stands_once_and_the_rest_is_the_second_readers_own() -> None:
    found = _joined(Checked(SECOND, ("Sanjar Tolegen",)), Checked(OWN, ("Marat Seytkali",)))
    both, own = found.claims
    assert (both.reader, both.agreed_by) == ("rules 1", ("second reader 1, small",))
    assert (own.reader, own.agreed_by, own.who) == ("second reader 1, small", (), ("p2",))
    assert [each.names[0] for each in found.people] == ["Sanjar Tolegen", "Marat Seytkali"]
    assert both.id == identified(RULES, SHA).id, "agreement is no part of what a claim is"
    assert len({each.id for each in found.claims}) == 2


def test_the_same_claim_by_another_kind_of_reader_has_another_identity() -> None:
    assert identified(RULES, SHA).id != identified(RULES, SHA, apart="second reader").id


def test_what_they_do_not_both_say_stands_side_by_side() -> None:
    found = _joined(Checked(replace(SECOND, when="2018"), ("Sanjar Tolegen",)))
    assert [(each.when, each.agreed_by, each.who) for each in found.claims] == [
        ("2018", (), ("p1",)),
        ("2019-03", (), ("p1",)),
    ]


def test_a_flag_says_what_was_asked_and_dropped_without_a_word_of_the_report() -> None:
    found = _joined(ended=Ended.TIMED_OUT)
    [flag] = found.report.flags
    assert flag.code == FLAG
    assert "read 0 of 1 paragraphs" in flag.note
    assert "2 claims: the quote is not in the text; 1 slot: the date" in flag.note
    assert "no whole answer in the time allowed" in flag.note
    assert "Sanjar" not in flag.note


def test_kept_and_taken_out_again_it_is_the_same() -> None:
    kept = (Checked(RULES, ("Sanjar Tolegen",)), Checked(OWN))
    assert from_kept(as_kept(kept)) == kept
