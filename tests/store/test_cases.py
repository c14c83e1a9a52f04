"""What the case page is given."""

from __future__ import annotations

import json

import pytest

from amanat.actions.review import confirm
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError
from amanat.store.models import Claim, Person
from amanat.store.queries.cases import case, list_cases
from amanat.store.queries.overview import overview
from amanat.store.queries.reports import list_reports
from amanat.store.queries.reports import report as report_page
from amanat.store.queries.views import CasePage, as_json
from invented import BULLETIN, COURIER, HERALD, OWNER, added


@pytest.fixture
def page(casebook: OpenCasebook) -> CasePage:
    for text in (HERALD, COURIER, BULLETIN):
        added(casebook, text)
    confirm(casebook, OWNER, Claim.objects.order_by("pk")[0].pk, "as it stands")
    return case(OWNER, Person.objects.filter(names__0="Dilara Osmanqizi").order_by("pk")[0].pk)


def test_contradicting_dates_stand_side_by_side(page: CasePage) -> None:
    [detention] = [act for act in page.acts if act.kind == "detention"]
    asked = {question.name: question for question in detention.questions}
    assert asked["began"].contested
    assert [answer.text for answer in asked["began"].answers[:2]] == ["2017-07-15", "2017-07-17"]
    assert not asked["ended"].contested
    assert asked["whether"].contested
    assert [len(answer.claims) for answer in asked["whether"].answers] == [3, 1]
    assert str(detention.whether.counts.witnesses) == "2", "herself and a neighbour"
    contested = [item for item in page.timeline if item.act == detention.id]
    assert len(contested) > 2
    assert all(item.contested for item in contested)


def test_what_is_told_is_counted_by_who_told_it_first(page: CasePage) -> None:
    tellers = {teller.name: teller for teller in page.tellers}
    assert tellers["Dilara Osmanqizi"].is_subject
    assert (tellers["Dilara Osmanqizi"].claims, len(tellers["Dilara Osmanqizi"].reports)) == (2, 2)
    assert tellers["Dilara Osmanqizi"].through == ("Qarasu Herald", "Birlik Courier")
    assert tellers["an unnamed source"].role == "unnamed source"
    assert (page.tally.reports, page.tally.confirmed, page.tally.open, page.tally.claims) == (2, 1, 7, 8)
    assert page.tally.contested == 2


def test_alarms_denials_statuses_and_decisions_are_at_hand(page: CasePage) -> None:
    assert [(alarm.kind, alarm.modality) for alarm in page.alarms] == [("deportation", "feared")]
    assert [denial.told_by[0].name for denial in page.denials] == ["the provincial government"]
    assert [status.kind for status in page.statuses] == ["ethnicity"]
    assert [decision.what for decision in page.decisions] == ["review", "judgement"]
    assert page.decisions[0].why == "as it stands"
    assert page.members[1].joined_by == "rule:same-folded-name"
    assert [act.kind for act in page.acts] == ["detention", "forced labour", "flight", "deportation"]


def test_every_view_is_json(page: CasePage) -> None:
    for view in (page, list_cases(OWNER), list_reports(OWNER), report_page(OWNER, 1), overview(OWNER)):
        assert json.loads(json.dumps(as_json(view)))


def test_the_list_and_its_search(page: CasePage) -> None:
    [first] = [line for line in list_cases(OWNER).items if line.id == page.id]
    assert (first.title, first.reports, first.alarm, first.open) == ("Dilara Osmanqizi", 2, True, 7)
    assert [line.title for line in list_cases(OWNER, "osman dil").items] == ["Dilara Osmanqizi"]
    assert [line.title for line in list_cases(OWNER, "aqsu").items] == ["Dilara", "Sanjar Tolegen"]
    assert list_cases(OWNER, "nobody").items == ()
    assert list_cases(OWNER, "...").items == ()
    assert list_cases(OWNER, page=99).number == 1


def test_the_numbers(page: CasePage) -> None:
    found = overview(OWNER)
    assert (found.reports, found.read, found.cases, found.claims, found.open, found.log_size) == (
        3,
        3,
        3,
        11,
        10,
        7,
    )


def test_what_is_not_there_is_not_found(casebook: OpenCasebook) -> None:
    with pytest.raises(NotFoundError):
        case(OWNER, 1)
    with pytest.raises(NotFoundError):
        report_page(OWNER, 1)
