"""A case as running text for the terminal: it folds at any width, passages whole, nothing in narrow columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from amanat.cli.telling import one_line
from amanat.cli.wording import held_as
from amanat.core.reading.second.name import is_second
from amanat.core.reading.spots import is_spotted
from amanat.core.weighing import Counts, Finding, Weighed
from amanat.core.weighing.matter import Sentence, numbered
from amanat.core.weighing.summary import kind_label, spoken
from amanat.store.queries.views import (
    ActView,
    AlikeView,
    CaseOrigin,
    CasePage,
    ClaimView,
    Contradiction,
    Decision,
    TellerTally,
)

_ASKED = {
    "whether": "whether",
    "where": "where",
    "when": "when",
    "began": "began",
    "ended": "ended",
    "by": "by",
    "count": "how many",
    "details": "more",
}
_MOST_QUESTIONS = 5
"""Of one rule that are written out; the others are counted, and --json has them."""


def show(out: Console, found: CasePage) -> None:
    show_head(out, found)
    _section(out, "In short", (_sentence(each) for each in found.summary))
    _section(out, "Contradictions", map(_contradiction, found.contradictions))
    for heading, acts in (
        ("What happened", found.acts),
        ("Who they are", found.statuses),
        ("What was said of it", found.statements),
    ):
        if acts:
            _heading(out, heading)
        for act in acts:
            show_act(out, act)
    _section(out, "Where it comes from", (_origin(each, found) for each in found.origins))
    _section(out, "Who tells it", map(_teller, found.tellers))
    _section(out, "Ask next", _questions(found.open_questions))
    _section(out, "Decided", map(_decision, found.decisions))
    _section(out, "May be the same person", map(_alike, found.alike))


def _heading(out: Console, heading: str) -> None:
    out.print()
    out.print(Text(heading, style="bold"))


def _section(out: Console, heading: str, lines: Iterable[Text]) -> None:
    for number, line in enumerate(lines):
        if number == 0:
            _heading(out, heading)
        _under(out, "·", line)


def _under(out: Console, sign: str, text: Text, indent: int = 0) -> None:
    """The text beside a sign or a word, its further lines under its first."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, min_width=1)
    grid.add_column(overflow="fold")
    grid.add_row(Text(sign), text)
    out.print(Padding(grid, (0, 0, 0, indent), expand=False))


def show_head(out: Console, found: CasePage) -> None:
    """The name in all its spellings, who tells of it, how much is decided, and what is threatened."""
    tally = found.tally
    forms = [form.text for form in found.forms]
    contested = numbered(tally.contested, "question")
    out.print(Text(one_line(f"Case {found.id}: {found.title}"), style="bold"))
    for line in (
        found.description,
        f"Written: {'; '.join(forms)}" if len(forms) > 1 else "",
        f"{counted(found.counts)}.",
        f"{numbered(tally.claims, 'claim')}: {tally.confirmed} confirmed, {tally.rejected} rejected, "
        f"{tally.open} to review; {contested} contested.",
    ):
        if line:
            out.print(Text(one_line(line)))
    for alarm in found.alarms:
        said = f"ALARM {alarm.modality}: {alarm.kind}. “{alarm.passage.quote}”"
        out.print(Text(one_line(said), style="bold red"))


def counted(counts: Counts) -> str:
    """Reports, origins and witnesses, each by itself: "8 reports, 2 origins, 1 witness"."""
    parts = [
        numbered(counts.reports, "report"),
        numbered(counts.origins, "origin"),
        numbered(str(counts.witnesses), "witness", "witnesses"),
    ]
    if counts.parties.most:
        parts.append(numbered(str(counts.parties), "official or government", "officials or governments"))
    return ", ".join(parts)


def _sentence(sentence: Sentence) -> Text:
    return Text(one_line(sentence.text))


def _contradiction(found: Contradiction) -> Text:
    answers = " / ".join(f"{_said(each, found.question)} ({_claims(each.claims)})" for each in found.answers)
    denied = ", denied by a party" if found.denied else ""
    return Text(
        one_line(f"{kind_label(found.kind)}, {_ASKED.get(found.question, found.question)}{denied}: {answers}")
    )


def _claims(claims: Sequence[int]) -> str:
    return " ".join(f"#{each}" for each in claims)


def show_act(out: Console, act: ActView) -> None:
    """One act: what its claims add up to, each answer with its claims, each claim with its passage."""
    out.print()
    when = f", {spoken(act.when)}" if act.when else ""
    not_yet = "" if act.actual else " (not said to have happened)"
    out.print(Text(one_line(f"{kind_label(act.kind)}{when}{not_yet}"), style="bold"))
    if act.sort != "statement":
        verdict = str(act.whether.verdict)
        support = f", {act.whether.support}" if act.whether.support != act.whether.verdict else ""
        out.print(
            Padding(Text(f"{verdict}{support}: {counted(act.whether.counts)}"), (0, 0, 0, 2), expand=False)
        )
    for finding in act.questions:
        _finding(out, finding)
    for claim in act.claims:
        _under(out, f"#{claim.id}", _passage(claim), indent=2)


def _finding(out: Console, finding: Finding) -> None:
    for number, answer in enumerate(finding.answers):
        word = (
            _ASKED.get(finding.name, finding.name) if number == 0 else "or" if finding.contested else "also"
        )
        given = f"  {_claims(answer.claims)}" if len(finding.answers) > 1 else ""
        contested = "  CONTESTED" if finding.contested and number == 0 else ""
        text = Text(one_line(_said(answer, finding.name)))
        text.append(f"{given}{contested}", style="dim" if not contested else "bold")
        _under(out, f"{word:>8}", text, indent=2)


def _said(answer: Weighed, question: str) -> str:
    return spoken(answer.text) if question in ("when", "began", "ended") else answer.text


def _passage(claim: ClaimView) -> Text:
    """The whole passage, then who tells it through whom, where and how it is held."""
    text = Text(f"“{one_line(claim.passage.quote)}” ")
    text.append(one_line(" · ".join(part for part in _about(claim) if part)), style="dim")
    return text


def _about(claim: ClaimView) -> Iterator[str]:
    told = (f"{each.name} ({each.medium})" if each.medium else each.name for each in claim.told_by)
    yield " → ".join(told) or "teller not named"
    at = claim.passage.at
    yield f"report {claim.report}{f', {at.unit.value} {at}' if at else ''}"
    yield claim.report_published
    yield held_as(claim.polarity, claim.modality)
    yield "" if claim.status == "open" else claim.status
    yield "second reader only" if is_second(claim.reader) and not claim.agreed_by else ""
    yield "spotter" if is_spotted(claim.reader) else ""


def _origin(origin: CaseOrigin, found: CasePage) -> Text:
    titles = {each.id: each.outlet or each.title or each.received_name for each in found.reports}
    first = (
        "a source that is not known" if origin.report is None else titles.get(origin.report) or origin.label
    )
    others = [
        f"{each} ({titles[each]}{', in part' if each in origin.partly else ''})"
        for each in origin.reports
        if each != origin.report and each in titles
    ]
    said = f"{first}{f', report {origin.report}' if origin.report else ''}"
    repeated = f"; goes on in report {', '.join(others)}" if others else ""
    told = ", ".join(found.tellers[number].name for number in origin.tellers)
    return Text(one_line(f"{said}{repeated}: {told or 'nobody named'}"))


def _teller(teller: TellerTally) -> Text:
    who = "the person" if teller.is_subject else teller.role
    grades = ", ".join(f"{each.value} by {each.by}" for each in teller.grades)
    graded = f"; graded {grades}" if grades else ""
    through = f"; through {', '.join(teller.through)}" if teller.through else ""
    count = f"{numbered(teller.claims, 'claim')} in {numbered(len(teller.reports), 'report')}"
    return Text(one_line(f"{teller.name} ({who}, {teller.voice}): {count}{graded}{through}"))


def _questions(questions: Sequence[Sentence]) -> Iterator[Text]:
    rules: dict[str, list[Sentence]] = {}
    for each in questions:
        rules.setdefault(each.rule, []).append(each)
    for rule, asked in rules.items():
        for each in asked[:_MOST_QUESTIONS]:
            yield Text(
                one_line(f"{each.text}  {_claims(each.claims[:6])}{' …' if len(each.claims) > 6 else ''}")
            )
        if len(asked) > _MOST_QUESTIONS:
            yield Text(f"{len(asked) - _MOST_QUESTIONS} more of this sort ({rule}); --json has them")


def _decision(decision: Decision) -> Text:
    replaced = "" if decision.standing else " (replaced since)"
    why = f": {decision.why}" if decision.why else ""
    at = f"{decision.at:%Y-%m-%d}"
    return Text(
        one_line(f"{decision.what} {decision.verdict}, {decision.on}; by {decision.by}, {at}{why}{replaced}")
    )


def _alike(each: AlikeView) -> Text:
    """Somebody who may be the same person, for a person to decide on the desk."""
    where = f"report {each.report}" if each.case is None else f"case {each.case}"
    return Text(one_line(f"{each.other_name} ({where}), because {each.why}"))
