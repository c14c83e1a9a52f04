"""Linking met with what should not come: one person in five hundred spellings, evidence that a new reading takes away,
a chain that would join whom people keep apart."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import islice, product

from amanat.actions.findings import Finding
from amanat.actions.link import judge, undo_judgement
from amanat.actions.outcome import Outcome
from amanat.actions.read import read
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.claim import Person as ReadPerson
from amanat.core.linking.rules import SAME_NAME
from amanat.store.models import Claim, Judgement, Person, Report
from amanat.store.queries.cases import case, list_cases
from invented import OWNER, added, received
from line_reader import reading_of

NAME = "Raushan Sadyrbay"
HELD = "{} | detention | 2018-12 | Qaratal camp | |"
_SPELT = (("Raushan", "Rawshan", "Rewshan", "Roushan", "Rauşan"), ("Sa", "Sä", "Se"), ("dyr", "dir", "der", "dır"),
          ("bay", "bai", "bey", "baï"), ("", "kyzy", "qizi"))  # fmt: skip


def _spellings(count: int) -> tuple[str, ...]:
    every = (f"{given} {''.join(parts)}" for given, *parts in product(*_SPELT))
    return tuple(islice(every, count))


def _add(casebook: OpenCasebook, *lines: str) -> int:
    outlet = f"Courier {Person.objects.count()}"
    report = added(casebook, "\n".join([outlet, *lines])).report
    return Person.objects.filter(report=report).earliest("pk").pk


def _clusters() -> set[frozenset[int]]:
    pages = [case(OWNER, line.id) for line in list_cases(OWNER).items]
    return {frozenset(member.person for member in page.members) for page in pages}


def _sound(casebook: OpenCasebook) -> None:
    assert [each for each in verify(casebook, OWNER) if isinstance(each, Finding)] == []


def test_five_hundred_spellings_of_one_person(casebook: OpenCasebook) -> None:
    names = _spellings(500)
    assert len(set(names)) == 500
    text = "A register\n" + HELD.format(NAME)
    report = received(casebook, text)
    reading = replace(reading_of(text), people=(ReadPerson("p1", names),))
    read(casebook, OWNER, report.report, Outcome(report.sha256, "text/plain", "utf-8", reading))
    one = Person.objects.get().pk
    begun = time.process_time()
    other = _add(casebook, HELD.format(names[7]), f"{names[7]} | occupation | | | | falconer")
    assert time.process_time() - begun < 10
    assert {one, other} in [set(group) for group in _clusters()] or case(OWNER, one).alike
    _sound(casebook)


def test_what_a_new_reading_no_longer_claims_no_longer_counts(casebook: OpenCasebook) -> None:
    born = f"{NAME} | birth date | {{}} | | | born {{}}"
    one = _add(casebook, HELD.format(NAME), born.format("1979-06-20", "1979-06-20"))
    other = _add(casebook, HELD.format(NAME), born.format("1999-06-20", "1999-06-20"))
    assert {frozenset({one}), frozenset({other})} <= _clusters()
    row = Report.objects.get(pk=Person.objects.get(pk=other).report_id)
    again = reading_of(row.text)
    fewer = replace(again, claims=tuple(each for each in again.claims if each.kind != "birth date"))
    read(casebook, OWNER, row.pk, Outcome(row.sha256, "text/plain", "utf-8", fewer))
    assert Claim.objects.get(kind="birth date", report=row).withdrawn
    assert frozenset({one, other}) in _clusters(), "nothing speaks against one name any more"
    read(casebook, OWNER, row.pk, Outcome(row.sha256, "text/plain", "utf-8", again))
    assert {frozenset({one}), frozenset({other})} <= _clusters(), "nor is what a new reading brings back lost"
    _sound(casebook)


def test_not_same_holds_through_every_chain_of_rules_and_people(casebook: OpenCasebook) -> None:
    persons = [_add(casebook, HELD.format(NAME)) for _ in range(5)]
    assert frozenset(persons) in _clusters()
    first, second, third, fourth, last = persons
    judge(casebook, OWNER, first, last, "not same", "mother and daughter")
    made = judge(casebook, OWNER, second, last, "same", "one passport")
    for group in _clusters():
        assert not {first, last} <= group
    judge(casebook, OWNER, first, third, "same", "")
    judge(casebook, OWNER, third, fourth, "same", "")
    judge(casebook, OWNER, fourth, second, "same", "")
    for group in _clusters():
        assert not {first, last} <= group, "not even people's own chain joins whom people keep apart"
    undo_judgement(casebook, OWNER, made.id)
    assert any({first, second, third, fourth} <= group and last not in group for group in _clusters())
    assert Judgement.objects.filter(by=SAME_NAME, superseded_by=None).exists()
    _sound(casebook)


def test_a_casebook_in_which_everybody_has_one_name(casebook: OpenCasebook) -> None:
    """Who is told to be another stays another; the rest go with the one of whom nothing speaks against it, or alone."""
    born = f"{NAME} | birth date | {{0}} | | | born {{0}}"
    told = ["1979-06-20"] * 5 + ["1999-06-20"] * 5 + [""] * 3
    begun = time.process_time()
    persons = [
        _add(casebook, HELD.format(NAME), *([born.format(date)] if date else []))
        for date in told[::2] + told[1::2]
    ]
    assert time.process_time() - begun < 20
    older = {
        person for person, date in zip(persons, told[::2] + told[1::2], strict=True) if date == "1979-06-20"
    }
    younger = {
        person for person, date in zip(persons, told[::2] + told[1::2], strict=True) if date == "1999-06-20"
    }
    for group in _clusters():
        assert not (group & older and group & younger), "nobody is born twice"
    assert any(older <= group for group in _clusters()) and any(younger <= group for group in _clusters())
    assert list_cases(OWNER).items and case(OWNER, persons[0]).members
    _sound(casebook)


def test_a_list_that_spells_one_name_in_every_way(casebook: OpenCasebook) -> None:
    """A register that spells one name in sixty ways tells of sixty people: a report on one more of them
    joins none that it may not tell from the others."""
    text = "A register\n" + HELD.format(NAME)
    report = received(casebook, text)
    people = tuple(ReadPerson(f"p{at}", (name,)) for at, name in enumerate(_spellings(60), start=1))
    reading = replace(reading_of(text), people=people)
    read(casebook, OWNER, report.report, Outcome(report.sha256, "text/plain", "utf-8", reading))
    assert not Judgement.objects.filter(verdict="same").exists(), "one report keeps its people apart"
    begun = time.process_time()
    other = _add(casebook, HELD.format("Rausan Sadyrbaj"))
    assert time.process_time() - begun < 10
    joined = next(group for group in _clusters() if other in group)
    assert len(joined) <= 2, "two rows of one list never come together through a third"
    _sound(casebook)
