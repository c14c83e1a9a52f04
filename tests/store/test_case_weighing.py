"""What a case adds up to, from real rows: what is withdrawn, repeated, told by people without names."""

from __future__ import annotations

import pytest

from amanat.actions.review import reject, undo_review
from amanat.adapters.casebook import OpenCasebook
from amanat.store.models import Claim, Person
from amanat.store.queries.cases import case
from amanat.store.queries.tellers import looks_like_a_name
from amanat.store.queries.views import CasePage
from invented import COURIER, HERALD, OWNER, added, entered, received

SHE = "Nargizkhan Tolewmuratqizi"
"""A name so rare that a rule joins two reports of it."""


def _page(name: str = SHE) -> CasePage:
    return case(OWNER, Person.objects.filter(names__0=name).order_by("pk")[0].pk)


def _add(casebook: OpenCasebook, outlet: str, *lines: str) -> None:
    added(casebook, "\n".join([outlet, *lines]), f"{outlet}.txt")


def _whether(page: CasePage, kind: str = "detention") -> tuple[str, str, str]:
    [act] = [each for each in page.acts if each.kind == kind]
    return (str(act.whether.verdict), str(act.whether.support), str(act.whether.counts.witnesses))


def test_two_interviews_with_her_are_two_origins_and_one_witness(casebook: OpenCasebook) -> None:
    _add(casebook, "Qarasu Herald", f"{SHE} | detention | 2018 | | {SHE} (victim) |")
    _add(casebook, "Birlik Courier", f"{SHE} | detention | 2018 | | {SHE} (victim) |")
    page = _page()
    assert (page.counts.reports, page.counts.origins, str(page.counts.witnesses)) == (2, 2, "1")
    assert _whether(page) == ("single account", "single account", "1")
    assert page.summary[0].text == "2 reports tell of this person; they go back to 2 origins and 1 witness."


def test_a_second_witness_corroborates_and_a_government_denies_beside(casebook: OpenCasebook) -> None:
    added(casebook, HERALD)
    added(casebook, COURIER)
    page = _page("Dilara Osmanqizi")
    assert _whether(page) == ("denied by a party", "corroborated", "2")
    assert [(each.kind, each.question, each.denied) for each in page.contradictions] == [
        ("detention", "whether", True),
        ("detention", "began", False),
    ]
    rules = {each.rule for each in page.open_questions}
    assert {"deadline", "contradiction", "denial", "not said"} <= rules


def test_an_outlet_in_its_own_voice_is_no_witness(casebook: OpenCasebook) -> None:
    for outlet in ("Qarasu Herald", "Birlik Courier", "Tomsay Bulletin"):
        _add(casebook, outlet, f"{SHE} | detention | 2018 | | |")
    page = _page()
    assert _whether(page) == ("unsupported", "unsupported", "0")
    assert (page.counts.reports, page.counts.own) == (3, 3)
    assert "nobody is named as having seen it" in page.summary[1].text


def test_a_claim_withdrawn_after_a_finding_was_built_counts_no_more_and_can_come_back(
    casebook: OpenCasebook,
) -> None:
    _add(casebook, "Qarasu Herald", f"{SHE} | detention | 2018 | | {SHE} (victim) |")
    _add(casebook, "Birlik Courier", f"{SHE} | detention | 2018 | | a neighbour (witness) |")
    before = _page()
    assert _whether(before)[1] == "corroborated"
    theirs = Claim.objects.get(report=2).pk
    reject(casebook, OWNER, theirs, "she speaks of another")
    assert _whether(_page())[1] == "single account"
    undo_review(casebook, OWNER, theirs)
    after = _page()
    assert (after.acts[0].findings, after.counts, after.summary) == (
        before.acts[0].findings,
        before.counts,
        before.summary,
    )


def test_a_claim_that_a_later_reading_no_longer_makes_counts_no_more(casebook: OpenCasebook) -> None:
    text = f"Qarasu Herald\n{SHE} | detention | 2018 | | {SHE} (victim) |"
    report = received(casebook, text)
    entered(casebook, report, f"{text}\n{SHE} | torture | 2018 | | {SHE} (victim) |"[: len(text)])
    _add(casebook, "Birlik Courier", f"{SHE} | detention | 2018 | | Gulnar Esim (witness) |")
    assert _whether(_page())[1] == "corroborated"
    Claim.objects.filter(report=1).update(withdrawn=True)
    assert _whether(_page())[1] == "single account"


@pytest.mark.parametrize("teller", [f"{SHE} (victim)", "a neighbour (witness)", "Gulnar Esim (witness)", ""])
def test_the_same_text_under_two_dates_never_corroborates_itself(casebook: OpenCasebook, teller: str) -> None:
    line = f"{SHE} | detention | 2018 | | {teller} |"
    _add(casebook, "Qarasu Herald", line)
    _add(casebook, "Qarasu Herald of the next day", line)
    assert _whether(_page())[1] != "corroborated"


def test_one_named_witness_in_two_reports_is_one(casebook: OpenCasebook) -> None:
    _add(casebook, "Qarasu Herald", f"{SHE} | detention | 2018 | | Gulnar Esim (witness) |")
    _add(casebook, "Birlik Courier", f"{SHE} | detention | 2018 | | GULNAR ESIM (relative) |")
    assert _whether(_page()) == ("single account", "single account", "1")


def test_somebody_without_a_name_in_two_reports_may_be_one_or_two(casebook: OpenCasebook) -> None:
    _add(casebook, "Qarasu Herald", f"{SHE} | detention | 2018 | | a neighbour (witness) |")
    _add(casebook, "Birlik Courier", f"{SHE} | detention | 2018 | | a neighbour (witness) |")
    page = _page()
    assert _whether(page) == ("single account", "single account", "1 to 2")
    [asked] = [each for each in page.open_questions if each.rule == "identity"]
    assert asked.text.endswith("is a neighbour in 2 reports one person, or two?")
    assert len([each for each in page.tellers if each.name == "a neighbour"]) == 2


def test_origins_tellers_and_reports_fit_together(casebook: OpenCasebook) -> None:
    added(casebook, HERALD)
    added(casebook, COURIER)
    page = _page("Dilara Osmanqizi")
    assert {each.key for each in page.origins} == {"report:1", "report:2"}
    for origin in page.origins:
        assert origin.report in origin.reports
        for number in origin.tellers:
            assert origin.key in page.tellers[number].origins
    assert {report for origin in page.origins for report in origin.reports} == {
        each.id for each in page.reports
    }


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Gulnar Esim", True),
        ("a neighbour", False),
        ("two policemen", False),
        ("One of the guards", False),
        ("Chinese officials", False),
        ("", False),
        ("一名警察", False),
        ("Гүлнар Есім", True),
    ],
)
def test_what_looks_like_a_name(text: str, named: bool) -> None:
    assert looks_like_a_name(text) is named
