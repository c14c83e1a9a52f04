"""Whether one of two reports echoes the other, by the two reports alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from amanat.core.echo.credits import same_outlet
from amanat.core.echo.direction import credited, direction
from amanat.core.echo.echo import Echo, Grade, Verdict
from amanat.core.echo.facts import Agreement, agreement
from amanat.core.echo.paragraphs import Paragraph, told_anew
from amanat.core.echo.passage import Likeness, Passage
from amanat.core.echo.report import Report
from amanat.core.echo.retold import retold
from amanat.core.echo.runs import runs
from amanat.core.echo.slips import shared_slips
from amanat.core.echo.words import Words

Standing = Callable[[int, int], bool]
Span = tuple[int, int]

COPIED = 4.5
"""Weight of words in a row that two writers do not come to by themselves: about a paragraph's worth."""
RETOLD, RETOLD_THINLY = 7.0, 12.0
"""Weight of sentences told anew, in at least ``_RETOLD_TIMES``, that make an echo without a credit; the second where
they lie scattered, less than ``_THINLY`` of either report: one witness tells two people much the same."""
_RETOLD_TIMES = 2
CREDITED = 3.5
"""Weight of either that is enough where one names the other's outlet as its source."""
QUOTED = 0.5
"""Weight of quoted words from which on two reports quote the same utterance."""
_THINLY = 0.2
_CERTAIN = 14.0
_OWN_TEXT = 0.2
"""Pages of one outlet share its standing text; only a larger part of one in another is an echo."""
_SLIP = 2.0
"""What a shared mistake adds."""
_TOLD = 8
"""Details that are named to a person."""
_FACTS_CREDITED = (6.0, 0.3)
"""Weight and share of agreeing facts that are enough with a credit."""
_FACTS_ALONE = (12.0, 0.5, 0.65)
"""Weight, share and order of facts from which on a translation is worth a question without a credit."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    passages: tuple[Passage, ...]
    copied: float
    retold: float
    quoted: float
    times: int
    slips: tuple[str, ...]
    standing: tuple[tuple[Span, Span], ...]

    @property
    def told(self) -> float:
        return self.copied + self.retold + (_SLIP * len(self.slips) if self.passages else 0.0)


def compare(one: Words, other: Words, standing: Standing = lambda start, end: False) -> Echo | None:
    """The echo between two reports; None where there is none. The report with the lower id is its left one.

    ``standing`` tells whether a stretch of the left text is standing text, and so echoes nothing.
    Raises ValueError for a report with itself.
    """
    if one.report.id == other.report.id:
        raise ValueError(f"report {one.report.id} is compared with itself")
    left, right = sorted((one, other), key=lambda words: words.report.id)
    found = _evidence(left, right, standing)
    shares = _shares(left, right, found.passages)
    credit = bool(credited(left.report, right.report) or credited(right.report, left.report))
    facts = None
    if credit or _differ_in_language(left.report, right.report):
        facts = agreement(left, right)
    if _is_echo(left.report, right.report, found, shares, credit):
        return _echo(left, right, found, shares, _agree(facts, credited=credit) and credit)
    if facts is not None and _agree(facts, credited=credit):
        return _by_facts(left, right, found, shares, facts, credit)
    paragraph = told_anew(left, right, found.standing)
    if paragraph is not None and (paragraph.is_sure or credit):
        return _by_paragraph(left, right, found, paragraph, Grade.LIKELY)
    if found.quoted >= QUOTED:
        return _quoting(left, right, found, shares)
    return None if paragraph is None else _by_paragraph(left, right, found, paragraph, Grade.POSSIBLE)


def _evidence(left: Words, right: Words, standing: Standing) -> _Evidence:
    found = runs(left, right)
    stands = [each for each in found if standing(*each.left)]
    same = [each for each in found if each not in stands]
    anew: list[Passage] = []
    if not _differ_in_language(left.report, right.report):
        anew = retold(left, right, [each.left for each in found])
    told = [each for each in (*same, *anew) if not each.quoted]
    return _Evidence(
        passages=tuple(sorted((*same, *anew))),
        copied=sum(each.weight for each in told if each.likeness is not Likeness.RETOLD),
        retold=sum(each.weight for each in told if each.likeness is Likeness.RETOLD),
        quoted=sum(each.weight for each in same if each.quoted),
        times=len(told),
        slips=shared_slips(left, right),
        standing=tuple((each.left, each.right) for each in stands),
    )


def _differ_in_language(one: Report, other: Report) -> bool:
    return bool(one.language) and bool(other.language) and one.language != other.language


def _shares(left: Words, right: Words, passages: Iterable[Passage]) -> tuple[float, float]:
    spans = [(each.left, each.right) for each in passages]
    return _share(left, [ours for ours, _ in spans]), _share(right, [theirs for _, theirs in spans])


def _share(words: Words, spans: list[tuple[int, int]]) -> float:
    if not words.words:
        return 0.0
    return round(len(words.within(spans)) / len(words.words), 3)


def _is_echo(one: Report, other: Report, found: _Evidence, shares: tuple[float, float], credit: bool) -> bool:
    if same_outlet(one.outlet, other.outlet) and max(shares) < _OWN_TEXT:
        return False
    if found.copied >= COPIED:
        return True
    if credit and found.told + found.quoted >= CREDITED:
        return True
    enough = RETOLD if max(shares) >= _THINLY else RETOLD_THINLY
    return found.told >= enough and found.times >= _RETOLD_TIMES


def _agree(facts: Agreement | None, *, credited: bool) -> bool:
    """Whether names, dates and numbers agree so far that they say something beside a credit, or without one."""
    if facts is None:
        return False
    if credited:
        weight, share = _FACTS_CREDITED
        return facts.weight >= weight and facts.share >= share and facts.days >= 1
    weight, share, order = _FACTS_ALONE
    return facts.weight >= weight and facts.share >= share and facts.order >= order and facts.days >= 2


def _echo(
    left: Words, right: Words, found: _Evidence, shares: tuple[float, float], in_substance: bool
) -> Echo:
    way = direction(left.report, right.report, *shares)
    grade = Grade.CERTAIN if found.copied >= _CERTAIN else Grade.LIKELY
    return Echo(
        left.report.id,
        right.report.id,
        way.verdict,
        grade,
        found.passages,
        *shares,
        reasons=(*_what_is_shared(left, right, found, shares), *way.reasons),
        in_substance=in_substance,
    )


def _by_facts(
    left: Words, right: Words, found: _Evidence, shares: tuple[float, float], facts: Agreement, credit: bool
) -> Echo:
    way = direction(left.report, right.report, *shares)
    listed = ", ".join(ours for _, ours, _ in facts.shared[:8])
    told = f"{len(facts.shared)} names, dates and numbers agree ({listed}), {facts.order:.0%} of them in the same order"
    return Echo(
        left.report.id,
        right.report.id,
        way.verdict,
        Grade.LIKELY if credit else Grade.POSSIBLE,
        found.passages,
        *shares,
        reasons=(told, *way.reasons),
        in_substance=True,
    )


def _by_paragraph(
    left: Words, right: Words, found: _Evidence, paragraph: Paragraph, grade: Grade
) -> Echo | None:
    """An echo by one paragraph; of one outlet's own pages only where it is a larger part of one."""
    same = paragraph.passage
    others = [each for each in found.passages if not each.overlaps(same)]
    passages = tuple(sorted((*others, same)))
    shares = _shares(left, right, passages)
    if same_outlet(left.report.outlet, right.report.outlet) and max(shares) < _OWN_TEXT:
        return None
    way = direction(left.report, right.report, *shares)
    told = (
        f"one paragraph told anew: {len(paragraph.told)} details in common "
        f"({', '.join(paragraph.told[:_TOLD])}), {paragraph.order:.0%} of them in the same order"
    )
    return Echo(
        left.report.id,
        right.report.id,
        way.verdict,
        grade,
        passages,
        *shares,
        reasons=(told, _how_much(left, right, shares), *way.reasons),
    )


def _quoting(left: Words, right: Words, found: _Evidence, shares: tuple[float, float]) -> Echo:
    quoted = [each for each in found.passages if each.quoted]
    words = sum(each.words for each in quoted)
    reason = (
        f"they quote the same {words} words and tell the rest each in its own way: two origins, one witness"
    )
    return Echo(
        left.report.id,
        right.report.id,
        Verdict.SAME_UTTERANCE,
        Grade.LIKELY,
        tuple(quoted),
        *shares,
        (reason,),
    )


def _what_is_shared(left: Words, right: Words, found: _Evidence, shares: tuple[float, float]) -> list[str]:
    kinds = {kind: [each for each in found.passages if each.likeness is kind] for kind in Likeness}
    told = [
        f"{len(kinds[kind])} {said[len(kinds[kind]) > 1]} ({sum(each.words for each in kinds[kind])} words)"
        for kind, said in _SAID.items()
        if kinds[kind]
    ]
    reasons = [f"shared: {', '.join(told)}"]
    reasons.append(_how_much(left, right, shares))
    if quoted := sum(each.words for each in found.passages if each.quoted):
        reasons.append(f"{quoted} of these words are quotations")
    if found.slips:
        reasons.append(f"the same mistakes: {', '.join(found.slips)}")
    return reasons


def _how_much(left: Words, right: Words, shares: tuple[float, float]) -> str:
    return (
        f"that is {shares[0]:.0%} of report {left.report.id} and {shares[1]:.0%} of report {right.report.id}"
    )


_SAID = {
    Likeness.EXACT: ("passage word for word", "passages word for word"),
    Likeness.REWORDED: ("passage with words swapped", "passages with words swapped"),
    Likeness.RETOLD: (
        "sentence told anew with the same rare words",
        "sentences told anew with the same rare words",
    ),
}
