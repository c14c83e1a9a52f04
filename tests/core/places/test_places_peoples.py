"""Words for peoples and facilities say what they may say, and no more."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from amanat.core.places import facility_kind, find_peoples, lookup, people
from amanat.core.places.folding import folded
from amanat.core.places.tables import listed, rows_of

MICROTHESAURI = Path(__file__).parents[3] / "shared" / "data" / "huridocs" / "microthesauri_terms.csv"


@pytest.mark.parametrize(
    ("word", "nationality", "ethnicity", "religion"),
    [
        ("Chinese", "China", None, None),
        ("Kazakh", "Kazakhstan", "Kazakh", None),
        ("Kazakhs", "Kazakhstan", "Kazakh", None),
        ("Kazakhstani", "Kazakhstan", None, None),
        ("Kirghiz", "Kyrgyzstan", "Kyrgyz", None),
        ("Kyrghyz", "Kyrgyzstan", "Kyrgyz", None),
        ("Uyghur", None, "Uyghur", None),
        ("Uighurs", None, "Uyghur", None),
        ("Uygur", None, "Uyghur", None),
        ("Hui", None, "Hui", None),
        ("Crimean Tatars", None, "Crimean Tatar", None),
        ("Rohingya", None, "Rohingya", None),
        ("Kurdish", None, "Kurdish", None),
        ("Yezidis", None, "Yazidi", "Yazidism"),
        ("Peul", None, "Fulani", None),
        ("Palestinians", "Palestine", "Palestinian", None),
        ("Coptic Christians", None, "Coptic", "Christianity"),
        ("Muslims", None, None, "Islam"),
        ("muslim", None, None, "Islam"),
        ("Falun Gong practitioners", None, None, "Falun Gong"),
        ("Jehovah's Witnesses", None, None, "Jehovah's Witnesses"),
        ("Jehovah’s Witness", None, None, "Jehovah's Witnesses"),
        ("Baha'i", None, None, "Bahá'í Faith"),
        ("Ahmadis", None, None, "Ahmadiyya"),
        ("Poles", "Poland", "Polish", None),
    ],
)
def test_a_word_may_mean(word, nationality, ethnicity, religion):
    found = people(word)
    assert found
    assert (found.nationality, found.ethnicity, found.religion) == (nationality, ethnicity, religion)


@pytest.mark.parametrize("word", ["polish", "Turkey", "Hans", "table", "", "han", "Chin", "Mon", "poles"])
def test_a_word_means_no_people(word):
    assert people(word) is None


def test_no_form_means_two_peoples():
    seen = {}
    for name, forms, *_ in rows_of("peoples.tsv"):
        for form in {folded(each.removeprefix("=")) for each in listed(forms)}:
            assert seen.setdefault(form, name) == name, form


def test_every_state_has_a_word_for_its_people():
    # Lands without a people's word of their own, and two states that share theirs with a larger one.
    without = """AI AQ AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GP GS GU HM IM IO JE KY MF MO MP MQ MS
    NC NF NU PF PM PN RE SH SJ SX TC TF TK UM VA VG VI WF YT CG DM"""
    with_words = {row[2] for row in rows_of("peoples.tsv")}
    assert {row[0] for row in rows_of("countries.tsv")} - with_words <= set(without.split())


def test_there_are_peoples_enough():
    assert len({row[3] for row in rows_of("peoples.tsv") if row[3]}) >= 150


def test_every_nationality_is_a_country_of_the_gazetteer():
    for row in rows_of("peoples.tsv"):
        found = people(listed(row[1])[0].removeprefix("="))
        assert found
        assert not row[2] or lookup(found.nationality)[0].id == row[2]


def test_peoples_are_found_in_text():
    text = "Kazakhs, other Muslim groups, Jehovah's Witnesses and a Crimean Tatar; the Uyghur's Polish house."
    found = [(text[each.start : each.end], each.people.name) for each in find_peoples(text)]
    assert found == [
        ("Kazakhs", "Kazakh"),
        ("Muslim", "Muslim"),
        ("Jehovah's Witnesses", "Jehovah's Witness"),
        ("Crimean Tatar", "Crimean Tatar"),
        ("Uyghur", "Uyghur"),
        ("Polish", "Polish"),
    ]


@pytest.mark.parametrize(
    ("phrase", "kind", "holds"),
    [
        ("Tereklik Internment Camp", "internment camp", "held"),
        ("political re-education camps", "internment camp", "held"),
        ("professional training centres", "training centre", "may"),
        ("a vocational training center", "training centre", "may"),
        ("a women's prison near Almaty", "prison", "held"),
        ("Prison Number 17", "prison", "held"),
        ("Camp No. 4", "camp", "may"),
        ("the police station in Ghulja", "police station", "may"),
        ("detention centers", "detention centre", "held"),
        ("the glove factory inside the camp", "factory", "open"),
        ("garment factories", "factory", "open"),
        ("an orphanage", "orphanage", "may"),
        ("the county hospital", "hospital", "open"),
        ("psychiatric hospital", "psychiatric hospital", "held"),
        ("village school", "school", "open"),
        ("Churches", "church", "open"),
        ("military barracks", "military camp", "open"),
    ],
)
def test_a_phrase_names_a_facility(phrase, kind, holds):
    found = facility_kind(phrase)
    assert found
    assert (found.kind, found.holds) == (kind, holds)


@pytest.mark.parametrize("phrase", ["a table", "", "her mother", "the centre", "camping", "in the night"])
def test_a_phrase_names_no_facility(phrase):
    assert facility_kind(phrase) is None


def test_every_huridocs_location_exists():
    if not MICROTHESAURI.exists():
        pytest.skip("the HURIDOCS micro-thesauri are not beside the project: the codes are not checked")
    with MICROTHESAURI.open(encoding="utf-8") as rows:
        known = {row["code"] for row in csv.DictReader(rows) if row["list"] == "17"}
    assert {row[2] for row in rows_of("facilities.tsv") if row[2]} <= known
