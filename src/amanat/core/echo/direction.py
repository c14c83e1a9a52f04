"""Which of two reports repeats the other: by credits first, then dates, then by who has more. Otherwise unknown."""

from __future__ import annotations

from dataclasses import dataclass

from amanat.core.echo.credits import credits_agency, credits_outlet
from amanat.core.echo.dating import published_first
from amanat.core.echo.echo import Verdict
from amanat.core.echo.report import Report

_NEARLY_ALL, _CLEARLY_LESS = 0.8, 0.55
"""A text of which nearly all stands in another, of which clearly less stands in it, was cut out of that one."""


@dataclass(frozen=True, slots=True)
class Direction:
    verdict: Verdict
    reasons: tuple[str, ...]


def credited(report: Report, other: Report) -> str:
    """The words in which ``report`` names the other's outlet as its source; empty where it does not."""
    found = credits_outlet(report, other.outlet)
    return found.said if found is not None and found.telling else ""


def direction(left: Report, right: Report, left_share: float, right_share: float) -> Direction:
    """Of an echo: which one repeats which, with the reasons."""
    ours, theirs = credited(left, right), credited(right, left)
    first = published_first(left.published, right.published)
    if bool(ours) != bool(theirs):
        return _by_credit(left if ours else right, ours or theirs, bool(ours), first)
    if ours and theirs and first == 0:
        return _unknown("each names the other as its source")
    if first:
        return _by_date(left, right, first)
    return _by_extent(left, right, left_share, right_share)


def _by_credit(report: Report, said: str, is_left: bool, first: int) -> Direction:
    verdict = Verdict.REPEATS if is_left else Verdict.REPEATED_BY
    reasons = [f"report {report.id} names the other's outlet: “{said}”"]
    if first == (-1 if is_left else 1):
        reasons.append(
            "it is dated earlier than the other, which may have been published before in another form"
        )
    elif first:
        reasons.append("it is dated later too")
    return Direction(verdict, tuple(reasons))


def _by_date(left: Report, right: Report, first: int) -> Direction:
    earlier, later = (left, right) if first < 0 else (right, left)
    reasons = [f"report {earlier.id} was published first ({earlier.published}, the other {later.published})"]
    if agency := credits_agency(later):
        reasons.append(f"report {later.id} credits agencies: “{agency}”")
    return Direction(Verdict.REPEATED_BY if first < 0 else Verdict.REPEATS, tuple(reasons))


def _by_extent(left: Report, right: Report, left_share: float, right_share: float) -> Direction:
    agencies = bool(credits_agency(left)), bool(credits_agency(right))
    if left_share >= _NEARLY_ALL and right_share <= _CLEARLY_LESS and agencies != (False, True):
        return Direction(
            Verdict.REPEATS, (f"nearly all of report {left.id} stands in the other, which has more",)
        )
    if right_share >= _NEARLY_ALL and left_share <= _CLEARLY_LESS and agencies != (True, False):
        return Direction(
            Verdict.REPEATED_BY, (f"nearly all of report {right.id} stands in the other, which has more",)
        )
    if any(agencies):
        named = left if agencies[0] else right
        return _unknown(
            f"report {named.id} credits agencies (“{credits_agency(named)}”), and dates do not tell"
        )
    return _unknown("neither credits nor dates tell which came first")


def _unknown(why: str) -> Direction:
    return Direction(Verdict.COMMON_SOURCE, (why,))
