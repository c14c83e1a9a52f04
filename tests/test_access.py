"""The whole matrix role x deed x sensitivity, against the real queries and actions.

What each cell must do is read off ``core.protecting.ACCESS``; what hides is known by words that stand in one
report only. Every query there is gets asked: a new one without a row below fails.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from types import ModuleType
from typing import Any

import pytest

import amanat.store.queries
from amanat.actions import grade, link, review
from amanat.actions.outcome import Outcome
from amanat.actions.places import bring_places, replace_place, withdraw_place
from amanat.actions.read import read
from amanat.actions.rekeying import change_passphrase
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError, RefusedError
from amanat.core.places.entry import PlaceEntry
from amanat.core.protecting import ACCESS, Actor, Deed, Role, Sensitivity
from amanat.store.models import Claim, OwnPlace, Person, Report
from amanat.store.queries import (
    alike,
    cases,
    claims,
    echoes,
    grades,
    likely,
    link_evidence,
    linking,
    log,
    originals,
    overview,
    places,
    reports,
    search,
    tellers,
    words,
)
from amanat.store.queries.access import visible_cases
from amanat.store.queries.decisions import echo_decisions, judgements_on
from amanat.store.queries.records import visible_records
from amanat.store.queries.views import as_json
from invented import OWNER, added, received
from line_reader import reading_of
from opening import PASSPHRASE

MARKS = {Sensitivity.SEALED: "Zhylan", Sensitivity.CONFIDENTIAL: "Tulki", Sensitivity.OPEN: "Qoyan"}
"""A word that stands in the report of that sensitivity only: in its outlet, its places, its names."""

ROLES = [pytest.param(role, id=role.value) for role in Role]
LEVELS = [pytest.param(level, id=level.value) for level in Sensitivity]


@dataclass(frozen=True)
class Filled:
    casebook: OpenCasebook
    report: dict[Sensitivity, int]
    claim: dict[Sensitivity, int]
    person: dict[Sensitivity, int]
    place: dict[Sensitivity, int]


@pytest.fixture
def filled(casebook: OpenCasebook) -> Filled:
    """One report of each sensitivity, the sealed one first; one person is in all three, and one in each."""
    for level, mark in MARKS.items():
        written = "DILARA TORGAYQIZI" if level is Sensitivity.SEALED else "Dilara Torgayqizi"
        text = (
            f"{mark} Herald\n"
            f"{written} | detention | 2018 | {mark} camp | {mark} Neighbour (witness) | {mark} hall\n"
            f"{mark} Tolegen | detention | 2019 | {mark} prison | | {mark} cell"
        )
        added(casebook, text, f"{mark}.txt", level)
        review.confirm(casebook, OWNER, Claim.objects.order_by("-pk")[0].pk, f"{mark} reason")
        grade.grade_claim(casebook, OWNER, Claim.objects.order_by("-pk")[1].pk, "2", f"{mark} why")
        grade.grade_source(casebook, OWNER, Claim.objects.order_by("-pk")[1].pk, "B", f"{mark} why")
        own = PlaceEntry(f"{mark} camp", (f"{mark} hall",), "camp", note=f"{mark} note")
        bring_places(casebook, OWNER, [own], how="desk", sensitivity=level, why=f"{mark} reason")
    of = {Sensitivity(row.sensitivity): row.pk for row in Report.objects.all()}
    return Filled(
        casebook,
        of,
        {level: Claim.objects.filter(report=pk)[0].pk for level, pk in of.items()},
        {level: Person.objects.filter(report=pk)[0].pk for level, pk in of.items()},
        {Sensitivity(row.sensitivity): row.pk for row in OwnPlace.objects.all()},
    )


def _actor(role: Role) -> Actor:
    return Actor("Timur Aldan", role)


def _may(role: Role, deed: Deed, level: Sensitivity) -> bool:
    return level in ACCESS[role][deed]


def _every_case(actor: Actor, ask: Callable[[Actor, int], Any], ids: list[int]) -> Iterator[Any]:
    for id in ids:
        try:
            yield ask(actor, id)
        except NotFoundError:
            continue


QUERIES: dict[str, Callable[[Actor, Filled], Any]] = {
    "cases.list_cases": lambda actor, _: [cases.list_cases(actor, words) for words in ("", *MARKS.values())],
    "cases.case": lambda actor, at: list(_every_case(actor, cases.case, list(range(1, 8)))),
    "reports.list_reports": lambda actor, _: reports.list_reports(actor),
    "reports.report": lambda actor, at: list(_every_case(actor, reports.report, list(at.report.values()))),
    "originals.original": lambda actor, at: list(
        _every_case(actor, originals.original, list(at.report.values()))
    ),
    "claims.claim": lambda actor, at: list(_every_case(actor, claims.claim, list(range(1, 8)))),
    "search.find": lambda actor, _: [search.find(actor, "torgayqizi"), search.find(actor, "detention")],
    "words.matching_cases": lambda actor, _: list(
        visible_cases(actor).filter(words.matching_cases(actor, "torgayqizi")).values_list("pk")
    ),
    "words.matching": lambda actor, _: [
        [entry.title, entry.folded] for entry in words.matching(actor, "torgayqizi")
    ],
    "likely.likely_people": lambda actor, _: [
        # Reasons repeat the words asked: these are near the marks, but none.
        each
        for asked in ("Дилара Торғайқызы", "Жылан Толеген", "Түлкі Толеген", "Қоян Толеген")
        for each in likely.likely_people(actor, asked)
    ],
    "likely.likely_places": lambda actor, _: [
        each
        for asked in ("Жылан лагері", "Jylan camp", "Түлкі лагері", "Қоян лагері")
        for each in likely.likely_places(actor, asked)
    ],
    "places.own_places": lambda actor, _: places.own_places(actor),
    "places.own_place": lambda actor, at: [
        each for found in _every_case(actor, places.own_place, list(at.place.values())) for each in found
    ],
    "places.places_found": lambda actor, _: [
        # Reasons repeat the words asked: these are near the marks, but none. The gazetteer's own are no secret.
        each
        for words in ("Jylan camp", "Tulky camp", "Kojan camp")
        for each in places.places_found(actor, words)
        if each.own
    ],
    "log.log": lambda actor, _: log.log(actor),
    "overview.overview": lambda actor, _: overview.overview(actor),
    "alike.alike": lambda actor, at: alike.alike(actor, set(at.person.values())),
    "alike.case_of": lambda actor, at: [alike.case_of(actor, person) for person in at.person.values()],
    "grades.grades_on": lambda actor, at: grades.grades_on(actor, at.claim.values()),
    "grades.visible_grades": lambda actor, _: list(grades.visible_grades(actor).values_list("why", flat=True)),
    "tellers.tellers_of": lambda actor, at: [
        sorted(tellers.tellers_of(actor, page.claims, ()).names)
        for page in _every_case(actor, reports.report, list(at.report.values()))
    ],
    "echoes.echoes": lambda actor, _: echoes.echoes(actor),
    "echoes.echoes_of": lambda actor, at: [
        each for found in _every_case(actor, echoes.echoes_of, list(at.report.values())) for each in found
    ],
    "echoes.echo_page": lambda actor, at: [
        page
        for one in at.report.values()
        for page in _every_case(actor, partial(_echo, one), list(at.report.values()))
    ],
    "echoes.origins_of": lambda actor, at: list(echoes.origins_of(actor, at.report.values()).values()),
    "echoes.sources_of": lambda actor, at: _sources(actor, at.report.values()),
    "decisions.echo_decisions": lambda actor, at: echo_decisions(actor, at.report.values()),
    "linking.open_pairs": lambda actor, _: linking.open_pairs(actor),
    "linking.open_pair": lambda actor, at: list(
        _every_case(actor, partial(linking.open_pair, other=min(at.person.values())), list(range(2, 8)))
    ),
    "linking.pair_of": lambda actor, _: list(_every_case(actor, linking.pair_of, list(range(1, 8)))),
    "link_evidence.side_of": lambda actor, at: [
        as_json(each)
        for side in [link_evidence.side_of(actor, at.person.values())]
        for each in (*side.own, *side.kinships)
    ],
    "link_evidence.shared_origins": lambda actor, at: link_evidence.shared_origins(
        actor, at.report.values(), at.report.values()
    ),
    "records.visible_records": lambda actor, at: [
        str(each) for each in visible_records(actor, set(at.person.values())).values()
    ],
    "decisions.judgements_on": lambda actor, at: judgements_on(actor, at.person.values()),
}  # fmt: skip


def _echo(one: int, actor: Actor, other: int) -> Any:
    return echoes.echo_page(actor, one, other)


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def _sources(actor: Actor, reports: Iterable[int]) -> list[Any]:
    found = echoes.sources_of(actor, reports)
    return [*found.whole.values(), *(found.of(report, 0, 60) for report in found.whole)]


def test_every_query_is_in_the_table() -> None:
    found = {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in _modules(amanat.store.queries)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        if next(iter(inspect.signature(function).parameters), "") == "actor"
    }
    rules = {
        "access.visible_reports",
        "access.visible_cases",
        "access.visible_judgements",
        "access.visible_places",
        "access.visible_echoes",
        "access.visible_echo_judgements",
        "access.visible_levels",
        "access.cases_of",
    }
    assert found - rules == set(QUERIES)


@pytest.mark.parametrize("role", ROLES)
def test_no_query_hands_out_what_the_role_may_not_read(filled: Filled, role: Role) -> None:
    for name, ask in QUERIES.items():
        answers = ask(_actor(role), filled)
        told = json.dumps(
            [as_json(each) if hasattr(each, "__slots__") else each for each in _listed(answers)]
        )
        for level, mark in MARKS.items():
            if not _may(role, Deed.READ, level):
                assert mark not in told, f"{name} tells a {role} of {level} material"
        if not _may(role, Deed.READ, Sensitivity.SEALED):
            assert "DILARA" not in told, f"{name} writes the name as a sealed report does"


def _listed(answers: Any) -> list[Any]:
    return list(answers) if isinstance(answers, list | tuple) else [answers]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("level", LEVELS)
def test_reading(filled: Filled, role: Role, level: Sensitivity) -> None:
    actor, may = _actor(role), _may(role, Deed.READ, level)
    assert _can(lambda: reports.report(actor, filled.report[level])) is may
    assert _can(lambda: claims.claim(actor, filled.claim[level])) is may
    assert _can(lambda: originals.original(actor, filled.report[level])) is may
    assert (filled.report[level] in {line.id for line in reports.list_reports(actor).items}) is may
    assert bool(cases.list_cases(actor, f"{MARKS[level]} tol").items) is may
    assert bool(search.find(actor, f"{MARKS[level]} camp").hits) is may
    shown = {line.on for line in log.log(actor).items if not line.withheld}
    assert (f"claim {filled.claim[level] + 1}" in shown) is may
    assert _can(lambda: cases.case(actor, filled.person[Sensitivity.SEALED])), (
        "one of its members may be seen"
    )


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("level", LEVELS)
def test_receiving(filled: Filled, role: Role, level: Sensitivity) -> None:
    actor, may = _actor(role), _may(role, Deed.RECEIVE, level)
    text = "Birlik Courier\nOmar Seytkali | flight | 2018 | | |"
    assert _can(lambda: received(filled.casebook, text, actor=actor, sensitivity=level)) is may
    report = received(filled.casebook, f"{text}\n", sensitivity=level)
    outcome = Outcome(report.sha256, "text/plain", "", reading_of(f"{text}\n"))
    assert _can(lambda: read(filled.casebook, actor, report.report, outcome)) is may


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("level", LEVELS)
def test_reviewing(filled: Filled, role: Role, level: Sensitivity) -> None:
    actor, claim = _actor(role), filled.claim[level]
    may = _may(role, Deed.REVIEW, level) and _may(role, Deed.READ, level)
    assert _can(lambda: review.confirm(filled.casebook, actor, claim)) is may
    assert _can(lambda: review.correct(filled.casebook, actor, claim, {"details": "x"})) is may
    assert _can(lambda: review.reject(filled.casebook, actor, claim)) is may
    review.confirm(filled.casebook, OWNER, claim)
    assert _can(lambda: review.undo_review(filled.casebook, actor, claim)) is may


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("level", LEVELS)
def test_grading(filled: Filled, role: Role, level: Sensitivity) -> None:
    actor, claim = _actor(role), filled.claim[level]
    may = _may(role, Deed.REVIEW, level) and _may(role, Deed.READ, level)
    assert _can(lambda: grade.grade_claim(filled.casebook, actor, claim, "3")) is may
    assert _can(lambda: grade.grade_source(filled.casebook, actor, claim, "C")) is may


@pytest.mark.parametrize("role", ROLES)
def test_a_case_is_weighed_as_if_there_were_nothing_but_what_the_role_may_read(
    filled: Filled, role: Role
) -> None:
    """Counts, findings and questions would betray a report that is hidden if it went into them."""
    page = cases.case(_actor(role), filled.person[Sensitivity.SEALED])
    seen = {filled.report[level] for level in Sensitivity if _may(role, Deed.READ, level)}
    assert page.counts.reports == page.counts.origins == len(seen)
    assert (page.counts.witnesses.most, page.counts.witnesses.least) == (len(seen), len(seen))
    shown = {claim.id: claim.report for act in page.acts for claim in act.claims}
    assert set(shown.values()) == seen
    assert {report for origin in page.origins for report in origin.reports} == seen
    assert {report for teller in page.tellers for report in teller.reports} == seen
    for sentence in (*page.summary, *page.open_questions):
        assert set(sentence.claims) <= set(shown)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("level", "other"), list(combinations(Sensitivity, 2)))
def test_judging(filled: Filled, role: Role, level: Sensitivity, other: Sensitivity) -> None:
    actor, pair = _actor(role), (filled.person[level], filled.person[other])
    may = all(_may(role, deed, each) for deed in (Deed.JUDGE, Deed.READ) for each in (level, other))
    assert _can(lambda: link.judge(filled.casebook, actor, *pair, "unsure", "")) is may
    made = link.judge(filled.casebook, OWNER, *pair, "not same", "")
    assert _can(lambda: link.undo_judgement(filled.casebook, actor, made.id)) is may


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("level", LEVELS)
def test_own_places(filled: Filled, role: Role, level: Sensitivity) -> None:
    actor, place = _actor(role), filled.place[level]
    seen = _may(role, Deed.READ, level)
    assert _can(lambda: places.own_place(actor, place)) is seen
    assert (place in {each.id for each in places.own_places(actor)}) is seen
    found = places.places_found(actor, f"{MARKS[level]} camp")
    assert (place in {each.own for each in found}) is seen
    entry = PlaceEntry(f"{MARKS[level]} prison")
    brings = _can(lambda: bring_places(filled.casebook, actor, [entry], how="desk", sensitivity=level))
    assert brings is _may(role, Deed.RECEIVE, level)
    decides = seen and _may(role, Deed.REVIEW, level)
    assert _can(lambda: replace_place(filled.casebook, actor, place, entry)) is decides
    standing = OwnPlace.objects.filter(superseded_by=None, sensitivity=level.value)[0].pk
    assert _can(lambda: withdraw_place(filled.casebook, actor, standing)) is decides


@pytest.mark.parametrize("role", ROLES)
def test_verifying(filled: Filled, role: Role) -> None:
    assert _can(lambda: list(verify(filled.casebook, _actor(role)))) is bool(ACCESS[role][Deed.VERIFY])


@pytest.mark.parametrize("role", ROLES)
def test_changing_the_passphrase(filled: Filled, role: Role) -> None:
    may = bool(ACCESS[role][Deed.REKEY])
    assert may is (role is Role.OWNER), "it opens what is sealed"
    assert (
        _can(lambda: change_passphrase(filled.casebook, _actor(role), PASSPHRASE, "nine other cranes")) is may
    )


def _can(deed: Callable[[], object]) -> bool:
    """Whether it was done. Refused and not found are the two ways to say no; anything else is a fault."""
    try:
        deed()
    except (RefusedError, NotFoundError):
        return False
    return True
