"""The vocabulary holds every kind of the contract of reading, in six languages, with true codes."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.vocabulary import UnknownTermError, VocabularyError, indexed, vocabulary
from amanat.core.vocabulary.loading import terms_in
from amanat.core.vocabulary.table import page

ROOT = Path(__file__).parents[2]
MICROTHESAURI = ROOT.parent / "shared" / "data" / "huridocs" / "microthesauri_terms.csv"

ACTS = """detention; release; transfer; forced labour; forced breach of religion; torture and ill-treatment;
sexual violence; killing; death in custody; enforced disappearance; indoctrination; surveillance;
interrogation;
coercion; confiscation of documents; separation of family; flight; travel; deportation; threat of deportation;
prosecution; sentence; fine; denial of medical care; forced contraception or sterilisation;
reprisal against relatives"""
STATUSES = """ethnicity; nationality; citizenship; residence; legal status; application; religion; occupation;
health; age; birth date; kinship"""
STATEMENTS = "accusation; denial; assessment; notification; appeal; intervention; policy"

ADDED = {"search"}
"""Kinds that reports asked for since."""

SCRIPTS = {"en": "LATIN", "kk": "CYRILLIC", "ru": "CYRILLIC", "ug": "ARABIC", "zh": "CJK", "fr": "LATIN"}

ONE_TERM = """
- code: detention
  kind: detention
  definition: Held.
  labels: {en: a, kk: б, ru: в, ug: ئا, zh: 拘, fr: c}
"""


def _kinds(listed: str) -> set[str]:
    return {" ".join(kind.split()) for kind in listed.split(";")}


def _labelled():
    terms = vocabulary().terms
    return [*terms, *(indicator for term in terms for indicator in term.indicators)]


@pytest.mark.parametrize(
    ("group", "listed"),
    [("act", ACTS), ("status", STATUSES), ("statement", STATEMENTS)],
    ids=lambda value: value[:9],
)
def test_every_kind_of_the_contract_is_there(group, listed):
    assert set(vocabulary().kinds(group)) - ADDED == _kinds(listed)


def test_codes_are_unique():
    codes = [each.code for each in _labelled()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("each", _labelled(), ids=lambda each: each.code)
@pytest.mark.parametrize("language", SCRIPTS)
def test_every_label_is_in_its_script(each, language):
    letters = [letter for letter in each.label(language) if letter.isalpha()]
    assert letters
    assert all(unicodedata.name(letter).startswith(SCRIPTS[language]) for letter in letters)


@pytest.mark.parametrize("language", ["kk", "ug"])
def test_labels_keep_to_the_letters_of_their_language(language):
    letters = {
        "kk": set("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"),
        "ug": set("ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي"),
    }[language]
    used = {letter for each in _labelled() for letter in each.label(language) if letter.isalpha()}
    assert used - letters == set()


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("torture", "torture and ill-treatment"),
        ("Ill-Treatment", "torture and ill-treatment"),
        ("forced  labor", "forced labour"),
        ("appeal for help", "appeal"),
        ("assessment by an official", "assessment"),
        ("date of birth", "birth date"),
        ("threat-of-deportation", "threat of deportation"),
        ("forced sterilization", "forced contraception or sterilisation"),
    ],
)
def test_a_term_is_found_by_kind_code_and_alias(word, kind):
    assert vocabulary().term(word).kind == kind
    assert word in vocabulary()


def test_an_unknown_language_falls_back_to_english():
    assert vocabulary().term("fine").label("xx") == "fine"


def test_only_a_threat_raises_an_alarm():
    assert [term.kind for term in vocabulary().terms if term.alarm] == ["threat of deportation"]


def test_forced_labour_has_the_eleven_indicators():
    assert len(vocabulary().term("forced labour").indicators) == 11


def test_an_unknown_term_says_so():
    with pytest.raises(UnknownTermError, match="no term called weather"):
        vocabulary().term("weather")


@given(st.text())
def test_no_word_does_anything_but_find_or_not(word):
    assert (word in vocabulary()) in (True, False)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: [", "not YAML"),
        ("a: b", "not a list"),
        ("- just words", "not a mapping"),
        ("- {code: x}", "lacks definition, kind, labels"),
        (ONE_TERM + "  colour: red\n", "unknown colour"),
        (ONE_TERM.replace("zh: 拘, ", ""), "lacks zh"),
        (ONE_TERM.replace("拘", "''"), "label zh is empty"),
        (ONE_TERM.replace("code: detention", "code: Deten tion"), "lower-case words"),
        (ONE_TERM + "  huridocs: [{list: 4, code: '12', match: exact}]\n", "not 12 digits"),
        (ONE_TERM + "  huridocs: [{list: 4, code: '030102000000', match: like}]\n", "not one of exact"),
        (ONE_TERM + "  huridocs: {list: 4}\n", "huridocs is not a list"),
        (ONE_TERM + "  values: {list: 4, field: x}\n", "four digits"),
        (ONE_TERM + "  alarm: perhaps\n", "true or false"),
    ],
)
def test_a_wrong_entry_is_named(text, why):
    with pytest.raises(VocabularyError, match=why):
        terms_in(text, "act", "acts.yaml")


def test_one_word_never_means_two_terms():
    twice = terms_in(ONE_TERM, "act", "acts.yaml") + terms_in(
        ONE_TERM.replace("code: detention", "code: arrest"), "act", "acts.yaml"
    )
    with pytest.raises(VocabularyError, match="already means 'detention'"):
        indexed(twice)


def test_every_huridocs_code_exists():
    if not MICROTHESAURI.exists():
        pytest.skip(
            "the HURIDOCS micro-thesauri are not beside the project: codes cannot be checked against them"
        )
    with MICROTHESAURI.open(encoding="utf-8") as rows:
        known = {(int(row["list"]), row["code"]) for row in csv.DictReader(rows)}
    used = {(code.list, code.code) for each in _labelled() for code in each.huridocs}
    assert used <= known
    values_lists = {term.values.list for term in vocabulary().terms if term.values}
    assert values_lists <= {number for number, _ in known}


def test_the_page_shows_the_vocabulary():
    written = (ROOT / "docs" / "vocabulary.md").read_text("utf-8")
    again = "run: python -m amanat.core.vocabulary.table > docs/vocabulary.md"
    assert written == page(vocabulary()), again
