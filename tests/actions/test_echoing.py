"""Echoes in the casebook: found as reports are read, kept up to date, checked, and decided on."""

from __future__ import annotations

import pytest

from amanat.actions.echo_judging import judge_echo
from amanat.actions.findings import Finding
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError, RefusedError
from amanat.core.protecting import Actor, Role, Sensitivity
from amanat.store.models import EchoJudgement, EchoPrint, EchoRow, LogEntry, Report
from amanat.store.queries.echoes import echo_page, echoes, echoes_of, origins_of
from core.echo.telling import CLOCK, GLAZIER, OTHERWISE, REWORDED, SOURCE, UNRELATED
from invented import OWNER, added, entered, received

READER = Actor("Guest", Role.READER)


def _sound(casebook: OpenCasebook) -> None:
    assert [each for each in verify(casebook, OWNER) if isinstance(each, Finding)] == []


def _pairs() -> set[tuple[int, int]]:
    return set(EchoRow.objects.values_list("left_id", "right_id"))


def test_echoes_are_found_as_reports_are_read_and_verify_agrees(casebook: OpenCasebook) -> None:
    first = added(casebook, SOURCE).report
    assert _pairs() == set()
    other = added(casebook, REWORDED).report
    added(casebook, OTHERWISE)
    added(casebook, UNRELATED)
    assert _pairs() == {(first, other)}
    assert EchoPrint.objects.count() == 4
    (view,) = echoes_of(OWNER, other)
    assert (view.left.report, view.right.report) == (other, first)
    page = echo_page(OWNER, other, first)
    for passage in page.view.echo.passages:
        assert page.left_text[slice(*passage.left)] and page.right_text[slice(*passage.right)]
    _sound(casebook)


def test_a_report_read_again_keeps_its_echoes(casebook: OpenCasebook) -> None:
    report = received(casebook, SOURCE)
    entered(casebook, report, SOURCE)
    added(casebook, REWORDED)
    before = list(EchoRow.objects.values())
    entered(casebook, report, SOURCE, reader="lines 2")
    assert [row | {"id": 0} for row in EchoRow.objects.values()] == [row | {"id": 0} for row in before]
    assert EchoPrint.objects.count() == 2
    _sound(casebook)


def test_an_echo_changed_outside_is_found(casebook: OpenCasebook) -> None:
    added(casebook, SOURCE)
    added(casebook, REWORDED)
    EchoRow.objects.update(verdict="repeats", left_share=0.01)
    found = [each.item for each in verify(casebook, OWNER) if isinstance(each, Finding)]
    assert found == ["echo of reports 1 and 2"]
    EchoRow.objects.all().delete()
    assert [each.item for each in verify(casebook, OWNER) if isinstance(each, Finding)] == found


def test_a_decision_changes_origins_supersedes_and_is_logged(casebook: OpenCasebook) -> None:
    one, other = added(casebook, SOURCE).report, added(casebook, REWORDED).report
    assert len({each.key for each in origins_of(OWNER, [one, other]).values()}) == 1
    before = LogEntry.objects.count()
    view = judge_echo(casebook, OWNER, other, one, "independent", "she told both")
    assert (view.counts, view.decision.verdict if view.decision else "") == (False, "independent")
    assert len({each.key for each in origins_of(OWNER, [one, other]).values()}) == 2
    assert judge_echo(casebook, OWNER, one, other, "none").counts
    assert LogEntry.objects.count() == before + 2
    first, second = EchoJudgement.objects.order_by("pk")
    assert second.supersedes == first
    _sound(casebook)


def test_what_cannot_be_decided(casebook: OpenCasebook) -> None:
    one, other = added(casebook, SOURCE).report, added(casebook, REWORDED).report
    third = added(casebook, UNRELATED).report
    with pytest.raises(NotFoundError):
        judge_echo(casebook, OWNER, one, third, "echo")
    with pytest.raises(NotFoundError):
        judge_echo(casebook, OWNER, one, one, "echo")
    with pytest.raises(ValueError, match="perhaps"):
        judge_echo(casebook, OWNER, one, other, "perhaps")
    with pytest.raises(RefusedError):
        judge_echo(casebook, READER, one, other, "echo")


def test_an_echo_with_what_may_not_be_seen_is_not_there(casebook: OpenCasebook) -> None:
    one = added(casebook, SOURCE).report
    sealed = added(casebook, REWORDED, sensitivity=Sensitivity.SEALED).report
    assert echoes(READER) == echoes_of(READER, one) == ()
    with pytest.raises(NotFoundError):
        echo_page(READER, one, sealed)
    with pytest.raises(NotFoundError):
        echoes_of(READER, sealed)
    (origin,) = origins_of(READER, [one, sealed]).values()
    assert (origin.key, origin.known) == (f"report:{one}", True)


def test_what_an_echo_rests_on_is_not_drawn_from_what_may_not_be_seen(casebook: OpenCasebook) -> None:
    """The text under the pages of an outlet is known for that from sealed pages only: nobody is told so by an echo
    that goes when these come in."""
    under = (
        "The Lamp pays no fees: its keepers tend the wick for oil, limpets and a spaniel, as the harbour council "
        "ordained when the granary burnt, and whoever doubts it may climb the tower on Michaelmas with a lantern."
    )
    for text in (SOURCE, UNRELATED):
        added(casebook, f"The Lamp\n{text}\n{under}\n")
    before = echoes(READER)
    assert [(each.left.report, each.right.report) for each in before] == [(1, 2)]
    for text in (OTHERWISE, GLAZIER, CLOCK):
        added(casebook, f"The Lamp\n{text}\n{under}\n", sensitivity=Sensitivity.SEALED)
    assert echoes(READER) == before
    assert _pairs() == {(1, 2)}
    _sound(casebook)


def test_origins_reach_over_reports_that_are_not_asked_about(casebook: OpenCasebook) -> None:
    first = added(casebook, SOURCE).report
    two = [added(casebook, f"{SOURCE}\n{number}").report for number in range(2)]
    Report.objects.filter(pk=first).update(sensitivity=Sensitivity.OPEN.value)
    assert len({each.key for each in origins_of(OWNER, two).values()}) == 1
