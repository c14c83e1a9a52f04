"""People and places found by any form of their names, in any script, with the reasons; never what is hidden."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amanat.adapters.casebook import OpenCasebook
from amanat.core.names.sought import LONGEST
from amanat.core.protecting import Actor, Role, Sensitivity
from amanat.store.models import NameEntry
from amanat.store.queries.found import Likely
from amanat.store.queries.likely import LEAST, likelihood, likely_people
from amanat.store.queries.search import find
from invented import OWNER, added

READER = Actor("Timur Aldan", Role.READER)

REPORT = """Qarasu Herald
Gulzira Omarzhan | detention | 2018 | Shelek | | held
Гүлзира Омаржанқызы | detention | 2018 | Тұмсай | | ұсталды
گۈلزىرە ئۆمەرجان | detention | 2018 | | | تۇتۇلدى
古丽孜拉·吾买尔江 | detention | 2018 | | | 被关
Sanjar Tolegen | detention | 2019 | Tomsay camp | | held
Millford Qarvon | flight | 2019 | | | left"""
"""All in one report, so that no rule takes two of them for one person."""

FORMS = ("Gulzira Omarzhan", "Гүлзира Омаржанқызы", "گۈلزىرە ئۆمەرجان", "古丽孜拉·吾买尔江")


@pytest.fixture
def filled(casebook: OpenCasebook) -> OpenCasebook:
    added(casebook, REPORT)
    return casebook


def _forms(hits: tuple[Likely, ...]) -> set[str]:
    return {hit.form.text for hit in hits}


@pytest.mark.parametrize(
    "asked",
    [
        "Gulzire Omarjan",
        "Гульзира Омаржанова",
        "گۈلزىرە ئۆمەرجان",
        "古丽孜热·奥马尔江",
        "Gulizila Wumaierjiang",
    ],
)
def test_every_form_is_found_from_every_script(filled: OpenCasebook, asked: str) -> None:
    found = find(OWNER, asked)
    exact = {hit.title for hit in found.hits if hit.kind == "case"}
    assert exact | _forms(found.likely) >= set(FORMS), f"{asked}: {exact} {_forms(found.likely)}"
    assert not any(other in _forms(found.likely) for other in ("Millford Qarvon", "Sanjar Tolegen"))


def test_each_hit_says_how_sure_it_is_and_why(filled: OpenCasebook) -> None:
    for hit in find(OWNER, "Гульзира Омаржанова").likely:
        assert LEAST <= hit.score <= 1
        assert hit.likelihood == likelihood(hit.score)
        assert hit.reasons and all(hit.reasons)
        assert hit.reports and hit.form.reports == len(hit.reports)
        assert hit.form.rtl is (hit.form.script == "Arab")
    [best] = [hit for hit in find(OWNER, "Гульзира Омаржан").likely if hit.form.text == FORMS[0]]
    assert any("Gulzira" in reason for reason in best.reasons)


def test_what_is_found_by_its_words_is_not_found_again_by_name(filled: OpenCasebook) -> None:
    found = find(OWNER, "gulzira omarzhan")
    exact = {(hit.kind, hit.id) for hit in found.hits}
    assert ("case", 1) in exact
    assert exact.isdisjoint((hit.kind, hit.id) for hit in found.likely)


def test_a_case_with_many_forms_stands_once_with_the_best_of_them(casebook: OpenCasebook) -> None:
    for written in ("Dilara Osmanqizi", "DILARA OSMANQIZI", "Dilara OSMANQIZI"):
        added(casebook, f"{written} Herald\n{written} | detention | 2018-03-05 | Qaratal camp | | held")
    [hit] = likely_people(OWNER, "Дилара Османқызы")
    assert hit.kind == "case" and hit.reports == (1, 2, 3)
    assert len(_forms(find(OWNER, "Дилара Османова").likely)) == 1


def test_somebody_of_whom_no_act_is_told_is_found_with_the_reports(casebook: OpenCasebook) -> None:
    added(
        casebook, "Tomsay Bulletin\nYerzhan Bolatuly | assessment | | | Yerzhan Bolatuly (official) | valid"
    )
    [hit] = find(OWNER, "Ержан Болатұлы").likely
    assert (hit.kind, hit.title, hit.reports) == ("person", "Yerzhan Bolatuly", (1,))


@pytest.mark.parametrize(
    ("asked", "written", "kind"),
    [
        ("Шелек", "Shelek", "known"),
        ("شېلەك", "Shelek", ""),
        ("Чилик", "Shelek", ""),
        ("Tumsay", "Тұмсай", ""),
        ("تۇمساي", "Тұмсай", ""),
    ],
)
def test_places_are_found_by_any_name_with_the_reason(
    filled: OpenCasebook, asked: str, written: str, kind: str
) -> None:
    [hit] = [hit for hit in find(OWNER, asked).likely if hit.title == written]
    assert hit.kind == "place" and hit.reasons and hit.reports
    assert kind in ("", hit.likelihood)


def test_what_is_sealed_is_not_found_nor_counted_and_changes_nothing(casebook: OpenCasebook) -> None:
    added(casebook, "Qarasu Herald\nGulzira Omarzhan | detention | 2018 | | | held")
    before = find(READER, "Гүлзира Омаржан")
    for number in range(30):
        text = f"Sealed {number}\nGulzira Omarzhan{number * 'a'} | detention | 2018 | Shelek | | held"
        added(casebook, text, f"{number}.txt", Sensitivity.SEALED)
    assert find(READER, "Гүлзира Омаржан") == before
    assert find(READER, "Шелек").likely == ()
    assert {report for hit in find(OWNER, "Гүлзира Омаржан").likely for report in hit.reports} > {1}
    assert find(OWNER, "Шелек").likely


def test_a_case_is_shown_to_a_reader_by_what_they_may_read_of_it(casebook: OpenCasebook) -> None:
    added(casebook, "Sealed\nDILARA OSMANQIZI | detention | 2018 | | | held", "1", Sensitivity.SEALED)
    added(casebook, "Herald\nDilara Osmanqizi | detention | 2018 | | | held", "2")
    [hit] = find(READER, "Дилара Османқызы").likely
    assert (hit.title, hit.form.text, hit.reports) == ("Dilara Osmanqizi", "Dilara Osmanqizi", (2,))


@pytest.mark.parametrize(
    "rubbish",
    ["", " ", "😀", "123", "…", "\u202e", "x", "%_", "' OR 1=1 --", "Gulzira\0Omarzhan", "́", "я" * 10_000,
     "گ" * 10_000, "古" * 10_000, "Gulzira " * 1_000],
)  # fmt: skip
def test_rubbish_has_an_answer(filled: OpenCasebook, rubbish: str) -> None:
    assert find(OWNER, rubbish).words == rubbish


@pytest.mark.parametrize("letters", ["x" * 8, "X x X", "яяя", "0000", "g" * 10_000])
def test_one_letter_again_and_again_is_nobodys_name(filled: OpenCasebook, letters: str) -> None:
    assert find(OWNER, letters).likely == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(max_size=60))
def test_anything_that_can_be_typed_has_an_answer(filled: OpenCasebook, words: str) -> None:
    assert all(hit.score >= LEAST for hit in find(OWNER, words).likely)


def test_the_column_holds_what_is_sought() -> None:
    assert NameEntry._meta.get_field("sought").max_length == LONGEST


def test_a_casebook_of_an_older_version_has_its_names_entered(filled: OpenCasebook) -> None:
    def entries() -> set[tuple[object, ...]]:
        return set(NameEntry.objects.values_list("kind", "target", "report", "text", "sought"))

    wanted = entries()
    NameEntry.objects.all().delete()
    import_module("amanat.store.migrations.0004_names")._fill(apps, None)
    assert entries() == wanted
    assert _forms(find(OWNER, "Гульзира Омаржанова").likely) >= {FORMS[0]}
