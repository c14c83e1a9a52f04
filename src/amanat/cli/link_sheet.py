"""One pair of persons as running text: how likely they are one, each reason in words, and the passages it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from amanat.cli.telling import one_line
from amanat.core.aloud import (
    FIGURE,
    NAMES,
    one_origin_aloud,
    percent_aloud,
    reason_aloud,
    taken_apart,
    times_aloud,
)
from amanat.core.linking.clusters import RULE_PREFIX
from amanat.core.weighing.summary import spoken
from amanat.store.queries.linking import PairPage, ReasonView, SideView
from amanat.store.queries.views import ClaimView, JudgementView


def show(out: Console, pair: PairPage) -> None:
    """Everything that is weighed is shown, and what is not there is said not to be."""
    out.print(
        Text(one_line(f"Is {_called(pair.left)} the same person as {_called(pair.right)}?"), style="bold")
    )
    for side in (pair.left, pair.right):
        _print(out, _side(side), 2)
    _section(out, "", [_probability(pair)])
    names = [each for each in pair.reasons if each.feature == "name"]
    facts = [each for each in pair.reasons if each.feature != "name"]
    fit = any(each.times > 1 for each in names)
    _section(out, "The names", [*(reason_aloud(each.words) for each in names), *([NAMES] if fit else [])])
    _reasons(out, "For it", [each for each in facts if each.times >= 1 and not each.contradicts], pair)
    _reasons(out, "Against it", [each for each in facts if each.times < 1 or each.contradicts], pair)
    if pair.one_origin:
        _section(out, "To know", map(one_origin_aloud, pair.one_origin))
    _section(out, "Judged", [*map(_judged, pair.judgements)] or ["Nothing was judged of these two."])
    _section(out, "", _deciding(pair))


def _called(side: SideView) -> str:
    return f"{side.name} ({side.person})"


def _side(side: SideView) -> str:
    case = f", case {side.case}" if side.case is not None else ""
    title = f" “{side.report_title}”" if side.report_title else ""
    forms = [name for name in side.names if name != side.name]
    also = f"; also written {', '.join(forms)}" if forms else ""
    return f"{side.person} is {side.name} in report {side.report}{title}{case}{also}"


def _probability(pair: PairPage) -> str:
    """Of the newest judgement that tells one: a person's tells none."""
    for each in reversed(pair.judgements):
        told = taken_apart(each.why)
        if told.percent is not None:
            besides = f" {told.besides}." if told.besides else ""
            what = "one name" if told.of_names else "one person"
            figure = percent_aloud(told.percent)
            return f"The probability that they are {what} is {figure}.{besides} {FIGURE} See docs/linking.md."
    return "No rule told a probability of these two."


def _section(out: Console, heading: str, lines: Iterable[str]) -> None:
    out.print()
    if heading:
        out.print(Text(heading, style="bold"))
    for line in lines:
        _print(out, line, 2 if heading else 0)


def _reasons(out: Console, heading: str, reasons: Sequence[ReasonView], pair: PairPage) -> None:
    nothing = "Nothing else that was read of both speaks for it." if heading == "For it" else ""
    _section(out, heading, [] if reasons else [nothing or "Nothing that was read of both speaks against it."])
    for number, each in enumerate(reasons, 1):
        words = f"{number}. {reason_aloud(each.words)}: {times_aloud(each.times, each.contradicts)}."
        _print(out, words, 2)
        for side, claims in ((pair.left, each.left), (pair.right, each.right)):
            for line in _passages(side, claims):
                _print(out, line, 5)


def _print(out: Console, untrusted: str, indent: int) -> None:
    out.print(Padding(Text(one_line(untrusted)), (0, 0, 0, indent), expand=False))


def _passages(side: SideView, claims: Sequence[ClaimView]) -> Iterator[str]:
    for claim in claims:
        chain = " → ".join(each.name for each in claim.told_by) or "teller not named"
        day = f", {spoken(claim.report_published)}" if claim.report_published else ""
        at = f", {claim.passage.at.unit.value} {claim.passage.at}" if claim.passage.at else ""
        source = f"{chain}{day}; report {claim.report}{at}, claim {claim.id}"
        other = "" if claim.report == side.report else f", by another report of case {side.case}"
        yield f"Of {_called(side)}{other}: “{claim.passage.quote}” ({source})"


def _judged(judgement: JudgementView) -> str:
    by = judgement.by
    who = f"the rule “{by.removeprefix(RULE_PREFIX)}”" if by.startswith(RULE_PREFIX) else by
    stands = "" if judgement.standing else ", superseded since"
    own = f": {judgement.why}" if judgement.why and taken_apart(judgement.why).percent is None else ""
    return f"{judgement.verdict}, by {who}, {judgement.at:%Y-%m-%d %H:%M} UTC{stands}{own}"


def _deciding(pair: PairPage) -> list[str]:
    one, other = pair.left.person, pair.right.person
    joined = pair.left.case is not None and pair.left.case == pair.right.case
    told = [
        f"They are taken for one person now: case {pair.left.case}, of {pair.together} that reports speak of. "
        "“not-same” parts them."
        if joined
        else f"If they are the same, {pair.together} that reports speak of are taken for one person."
    ]
    told += [
        f"{each.by} judged that {each.left_name} and {each.right_name} are not the same; that stands."
        for each in pair.kept_apart
    ]
    return [*told, f"Decide with: amanat judge {one} {other} same|not-same|unsure --why TEXT"]
