"""What the spotter adds to the rules: passages that no list of words holds, and nothing where nothing is told."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from amanat.adapters.english import load_english
from amanat.core.claim import Reading
from amanat.core.reading.reader import read
from amanat.core.reading.spots import is_spotted


@pytest.fixture(scope="module")
def seeing() -> Callable[[str], Reading]:
    """Reads a text as the program does, with the spotter."""
    model = load_english()

    def read_text(text: str) -> Reading:
        return read(text, sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(), nlp=model)

    return read_text


# Sentences that were not taught; what each tells of.
TOLD = [
    ("The men in masks bundled Okello into a white pickup outside the bank.", "detention"),
    ("Forty of us shared one room and one bucket, and the door was opened twice a day.", "detention"),
    ("They kept the soles of his feet wet and used the cable on them.", "torture and ill-treatment"),
    ("Nobody at the barracks would tell Maria where her son had been taken.", "enforced disappearance"),
    ("Fifteen years, the judge read out, and Bekzat closed his eyes.", "sentence"),
    ("He walked out of the gate on Tuesday morning with a plastic bag in his hand.", "release"),
    ("The officer put her passport in his drawer and said she would not need it.", "confiscation of documents"),
    ("We slipped across the river at night with the two children and one blanket.", "flight"),
    ("The minister called the story a fairy tale.", "denial"),
    ("A bullet went through the wall and hit the boy in the neck; he was gone before the ambulance came.", "killing"),
    ("A nurse held Rena down for the injection that ended her periods.", "forced contraception or sterilisation"),
    ("His kidneys are failing, his wife says.", "health"),
]  # fmt: skip


def test_most_of_what_is_told_without_the_usual_words_is_claimed(seeing: Callable[[str], Reading]) -> None:
    found = 0
    for sentence, kind in TOLD:
        reading = seeing(f"News of the day\n\n{sentence}\n")
        found += kind in {claim.kind for claim in reading.claims}
        for claim in reading.claims:
            assert claim.passage.quote == reading.report.text[claim.passage.start : claim.passage.end]
    assert found >= len(TOLD) * 3 / 4


NOT_TOLD = [
    "The company released a new film in March.",
    "Sales of the record have beaten all records this year.",
    "The trial of the new vaccine will take two years.",
    "The minister held talks with his counterpart in Ankara.",
    "The bridge was closed for repairs until Thursday.",
    "The sentence has four words and no verb.",
    "Prices of bread rose by a fifth in the spring.",
    "The river froze early and the ferry stopped.",
    "Police opened a new station in the old market, the newspaper said.",
    "The choir sang for an hour and then everybody went home.",
]


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_where_nothing_is_told_nothing_is_claimed(seeing: Callable[[str], Reading], sentence: str) -> None:
    assert not seeing(f"News of the day\n\n{sentence}\n").claims


def test_a_claim_says_that_the_spotter_saw_it(seeing: Callable[[str], Reading]) -> None:
    reading = seeing(
        "News of the day\n\nThe guards arrested Ana Lim. The men in masks bundled Okello into a white pickup.\n"
    )
    by_kind = {(claim.kind, is_spotted(claim.reader)) for claim in reading.claims}
    assert ("detention", False) in by_kind
    assert ("detention", True) in by_kind
    assert all(0 < claim.confidence <= 1 for claim in reading.claims)


def test_a_kind_that_a_rule_has_read_is_not_added_again(seeing: Callable[[str], Reading]) -> None:
    reading = seeing(
        "News of the day\n\nA court in Osh sentenced the baker Aibek Toktorov to nine years in prison.\n"
    )
    kinds = [claim.kind for claim in reading.claims]
    assert kinds.count("sentence") == 1


@pytest.mark.parametrize(
    "text",
    [
        "During her detention, Ana Lim was forced to sew gloves.",
        "The detention facilities were rebuilt last year, said Ana Lim.",
    ],
)
def test_a_word_that_only_says_when_or_where_is_no_claim(seeing: Callable[[str], Reading], text: str) -> None:
    reading = seeing(f"News of the day\n\n{text}\n")
    assert not [claim for claim in reading.claims if claim.kind == "detention" and is_spotted(claim.reader)]


def test_whom_it_befell_is_found_without_the_grammar_of_the_act(seeing: Callable[[str], Reading]) -> None:
    text = (
        "Teacher back in Osh\n\nNurgul Abdieva, 34, teaches physics at School No. 12 in Osh. She walked out of the "
        "gate on Thursday morning with a plastic bag in her hand. Her flat has stood dark for a year.\n"
    )
    reading = seeing(text)
    names = {person.id: person.names for person in reading.people}
    found = [claim for claim in reading.claims if claim.kind == "release" and is_spotted(claim.reader)]
    assert any("Nurgul Abdieva" in names.get(one, ()) for claim in found for one in claim.who)


def test_who_does_something_about_a_law_does_not_tell_of_it(seeing: Callable[[str], Reading]) -> None:
    reading = seeing(
        "News of the day\n\nThe governor has put every village of the delta under curfew. Dana Osei walked out of "
        "the prison gate on Tuesday with her shoes in her hand.\n"
    )
    for claim in reading.claims:
        if is_spotted(claim.reader) and claim.kind in ("policy", "release"):
            assert not claim.told_by


# Who did it themselves is whom it is told of, not who did it to somebody.
OWN_DEEDS = [
    ("Dana Osei slipped across the border at night with a cousin.", "flight"),
    ("Dana Osei walked out of the prison gate on Tuesday with her shoes in her hand.", "release"),
    ("Dana Osei put in her papers for asylum in Graz the same week.", "application"),
]


@pytest.mark.parametrize(("sentence", "kind"), OWN_DEEDS)
def test_the_subject_of_a_deed_of_ones_own_is_who(
    seeing: Callable[[str], Reading], sentence: str, kind: str
) -> None:
    reading = seeing(f"News of the day\n\nOfficer Pavel Rusu signed the list. {sentence}\n")
    names = {person.id: person.names for person in reading.people}
    found = [claim for claim in reading.claims if claim.kind == kind]
    assert found
    for claim in found:
        assert "Dana Osei" in names.get(claim.who[0], ())
        assert not claim.by
