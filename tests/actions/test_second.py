"""A second reader on a casebook: its claims are its own and wait for a person, and nothing is lost on the way."""

from __future__ import annotations

import json
from typing import Any

import pytest

from amanat.actions.findings import Finding
from amanat.actions.outcome import Outcome
from amanat.actions.read import read
from amanat.actions.review import confirm, undo_review
from amanat.actions.second import second_read
from amanat.actions.second_events import Asked, Gone, SecondEvent, ToAsk, Withheld
from amanat.actions.second_reader import SecondReader
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.adapters.language_model.address import Address, server_address
from amanat.core.protecting import Actor, Role, Sensitivity
from amanat.core.reading.second.paragraph_read import Ended
from amanat.store.models import Claim, LogEntry, ParagraphReading, Person, Report
from amanat.store.queries.cases import case, list_cases
from amanat.store.queries.report_views import ReportPage
from amanat.store.queries.reports import report as report_page
from amanat.store.queries.search import find
from amanat.store.queries.views import as_json
from invented import OWNER, added, entered, received
from line_reader import reading_of
from model_server import Handler, ModelServer, a_claim, model, serving

TEXT = """Qarasu Herald

Dilara Osmanqizi was also beaten by guards there in 2018, she told us, and so was Marat Seytkali.

Dilara Osmanqizi | detention | 2017-07 | Qaratal camp | | she was held there with many others, as she told us.

Nobody has seen Marat Seytkali since."""
BOTH = a_claim("Dilara Osmanqizi | detention | 2017-07", who="Dilara Osmanqizi", when="2017")
BEATEN = a_claim(
    "Dilara Osmanqizi was also beaten by guards there in 2018",
    "torture and ill-treatment",
    "Dilara Osmanqizi",
    by=[{"text": "guards", "is": "description"}],
    when="2018",
)
GONE = a_claim("Nobody has seen Marat Seytkali since", "enforced disappearance", "Marat Seytkali")
INVENTED = a_claim("Marat Seytkali was killed", "killing", "Marat Seytkali")
MODEL = model(BOTH, BEATEN, GONE)


def reader_at(server: ModelServer, name: str = "small") -> SecondReader:
    return SecondReader(server_address(server.url), name, 5)


def ask(
    casebook: OpenCasebook, server: ModelServer, name: str = "small", actor: Actor = OWNER
) -> list[SecondEvent]:
    return list(second_read(casebook, actor, [Report.objects.get().pk], reader_at(server, name)))


def page() -> ReportPage:
    return report_page(OWNER, Report.objects.get().pk)


def nothing_wrong(casebook: OpenCasebook) -> bool:
    return not [each for each in verify(casebook, OWNER) if isinstance(each, Finding)]


@pytest.fixture
def read_twice(casebook: OpenCasebook) -> OpenCasebook:
    added(casebook, TEXT)
    with serving(MODEL) as server:
        ask(casebook, server)
    return casebook


def test_where_both_agree_one_claim_says_so_and_the_rest_is_the_second_readers_own(
    read_twice: OpenCasebook,
) -> None:
    shown = page()
    assert [(each.kind, each.reader, each.agreed_by, each.status) for each in shown.claims] == [
        ("torture and ill-treatment", "second reader 1, small", (), "open"),
        ("detention", "lines 1", ("second reader 1, small",), "open"),
        ("enforced disappearance", "second reader 1, small", (), "open"),
    ]
    for each in shown.claims:
        assert TEXT[each.passage.start : each.passage.end] == each.passage.quote
    told = as_json(shown)
    assert told["claims"][1]["agreed_by"] == ["second reader 1, small"]
    assert told["second"][0]["read"] == told["second"][0]["asked"] == 4
    assert nothing_wrong(read_twice)


def test_what_it_claims_alone_counts_in_no_case_until_a_person_upholds_it(read_twice: OpenCasebook) -> None:
    [line] = list_cases(OWNER).items
    assert line.kinds == ("detention",)
    beaten, _, gone = page().claims
    assert [who.case for who in beaten.who] == [line.id], "known by name, not yet of the case"
    assert case(OWNER, line.id).tally.claims == 1
    confirm(read_twice, OWNER, beaten.id)
    assert {act.kind for act in case(OWNER, line.id).acts} == {"detention", "torture and ill-treatment"}
    undo_review(read_twice, OWNER, beaten.id)
    assert case(OWNER, line.id).tally.claims == 1
    assert nothing_wrong(read_twice)
    assert gone.who[0].person is None


def test_whoever_only_the_second_reader_names_is_nobody_until_then(read_twice: OpenCasebook) -> None:
    gone = page().claims[2]
    assert not Person.objects.filter(names__0="Marat Seytkali").exists()
    assert not [hit for hit in find(OWNER, "Seytkali").hits if hit.kind == "case"]
    before = LogEntry.objects.count()
    confirm(read_twice, OWNER, gone.id)
    assert LogEntry.objects.count() == before + 1
    assert Person.objects.get(names__0="Marat Seytkali").key == "p2"
    [line] = [each for each in list_cases(OWNER).items if each.title == "Marat Seytkali"]
    assert line.kinds == ("enforced disappearance",)
    confirm(read_twice, OWNER, gone.id)
    assert Person.objects.filter(names__0="Marat Seytkali").count() == 1
    assert nothing_wrong(read_twice)


def test_doing_it_again_asks_nothing_and_writes_nothing(read_twice: OpenCasebook) -> None:
    before = LogEntry.objects.count()
    with serving(MODEL) as server:
        events = ask(read_twice, server)
        assert server.asked == []
    assert events == [ToAsk(0)]
    report = Report.objects.get()
    read(read_twice, OWNER, report.pk, Outcome(report.sha256, "text/plain", "utf-8", reading_of(TEXT)))
    assert LogEntry.objects.count() == before


def test_a_newer_reading_by_the_rules_leaves_its_claims_alone(read_twice: OpenCasebook) -> None:
    report = received(read_twice, TEXT)
    entered(read_twice, report, TEXT, "lines 2")
    assert [each.withdrawn for each in Claim.objects.all()] == [False, False, False]
    assert nothing_wrong(read_twice)


def test_when_the_rules_come_to_claim_the_same_it_stands_once(casebook: OpenCasebook) -> None:
    report = received(casebook, TEXT)
    reading = reading_of(TEXT)
    silent = Outcome(report.sha256, "text/plain", "utf-8", type(reading)(reading.report))
    read(casebook, OWNER, report.report, silent)
    with serving(MODEL) as server:
        ask(casebook, server)
    assert "detention" in [each.kind for each in page().claims if each.reader.startswith("second")]
    entered(casebook, report, TEXT)
    shown = page()
    assert [(each.kind, bool(each.agreed_by)) for each in shown.claims if each.kind == "detention"] == [
        ("detention", True)
    ]
    assert [each.kind for each in shown.withdrawn] == ["detention"]
    read(casebook, OWNER, report.report, silent)
    assert [each.reader for each in page().claims if each.kind == "detention"] == ["second reader 1, small"]
    assert nothing_wrong(casebook)


def test_interrupted_it_goes_on_where_it_stopped(casebook: OpenCasebook) -> None:
    added(casebook, TEXT)
    with serving(MODEL) as server:
        events = second_read(casebook, OWNER, [1], reader_at(server))
        assert next(events) == ToAsk(4)
        for _ in range(2):
            assert isinstance(next(events), Asked)
        events.close()
        assert ParagraphReading.objects.count() == 2
        rest = ask(casebook, server)
        assert rest[0] == ToAsk(2)
        assert len(server.asked) == 4
    assert len(page().claims) == 3
    assert nothing_wrong(casebook)


def test_what_went_wrong_is_kept_told_and_asked_again(casebook: OpenCasebook) -> None:
    added(casebook, TEXT)

    def odd(handler: Handler, asked: dict[str, Any]) -> None:
        if "beaten" in asked["messages"][-1]["content"].partition("<paragraph>")[2]:
            handler.send(b"<html>", 200, "text/html")
        else:
            MODEL(handler, asked)

    with serving(odd) as server:
        ask(casebook, server)
    [second] = page().second
    assert (second.read, second.asked) == (3, 4)
    assert second.failures[0].endswith(Ended.WRONG_TYPE.value + " (its content type is another)")
    for entry in LogEntry.objects.filter(body__contains="second reading"):
        assert not any(word in entry.body for word in ("Dilara", "beaten", "Marat")), "no text in the log"
        assert json.loads(entry.body)["on"] == ["report 1"]
    with serving(MODEL) as server:
        assert ask(casebook, server)[0] == ToAsk(1)
    assert page().second[0].failures == ()
    assert nothing_wrong(casebook)


def test_a_server_that_is_gone_stops_it_and_the_rules_reading_stands(casebook: OpenCasebook) -> None:
    added(casebook, TEXT)
    with serving(MODEL) as server:
        reader = reader_at(server)
    events = list(second_read(casebook, OWNER, [1], reader))
    assert isinstance(events[-1], Gone)
    assert [each.kind for each in page().claims] == ["detention"]
    assert nothing_wrong(casebook)


def test_another_model_reads_for_itself_and_two_that_agree_claim_once(read_twice: OpenCasebook) -> None:
    with serving(MODEL) as server:
        ask(read_twice, server, "large")
    shown = page()
    assert shown.claims[1].agreed_by == ("second reader 1, small", "second reader 1, large")
    assert len(shown.claims) == 3
    assert [each.reader for each in shown.second] == ["second reader 1, large", "second reader 1, small"]


def test_what_is_dropped_is_counted_on_the_page(casebook: OpenCasebook) -> None:
    added(casebook, TEXT)

    def inventive(handler: Handler, asked: dict[str, Any]) -> None:
        handler.say(json.dumps({"claims": [INVENTED]}))

    with serving(inventive) as server:
        ask(casebook, server)
    [second] = page().second
    assert second.dropped == {"the quote is not in the text": 4}
    assert [each.kind for each in page().claims] == ["detention"]


@pytest.mark.parametrize("level", [Sensitivity.CONFIDENTIAL, Sensitivity.SEALED])
def test_what_is_not_open_never_goes_to_another_machine(casebook: OpenCasebook, level: Sensitivity) -> None:
    added(casebook, TEXT, sensitivity=level)
    with serving(MODEL) as server:
        near = server_address(server.url)
        far = Address(near.scheme, near.host, near.port, near.path, elsewhere=True)
        assert list(second_read(casebook, OWNER, [1], SecondReader(far, "small", 5))) == [
            ToAsk(0),
            Withheld(1),
        ]
        assert server.asked == []
        assert ask(casebook, server)[0] == ToAsk(4)


def test_only_what_the_actor_may_see_is_asked_about(casebook: OpenCasebook) -> None:
    added(casebook, TEXT, sensitivity=Sensitivity.SEALED)
    with serving(MODEL) as server:
        investigator = Actor("Timur Aldan", Role.INVESTIGATOR)
        assert ask(casebook, server, actor=investigator) == [ToAsk(0)]
        assert server.asked == []
