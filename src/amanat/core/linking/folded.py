"""Linking's first step: the same full name, folded, in different reports is proposed as the same person.

Precision first. A single word is never enough (``names.folding.is_full``), two persons of one report are
never joined by a rule, and what a person judged otherwise stays so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from amanat.core.linking.joining import Partition

RULE = "rule:same-folded-name"


def proposals(
    namesakes: Sequence[int], report_of: Mapping[int, int], known: Partition[int]
) -> list[tuple[int, int]]:
    """The pairs to judge "same" so that namesakes come together, as few as will do; the lower id first.

    ``known`` holds the namesakes, grouped by what was judged so far; it is joined further here.
    ``report_of`` tells the report of everyone in those groups.
    """
    found: list[tuple[int, int]] = []
    firsts: list[int] = []
    for person in sorted(namesakes):
        if any(first in known.group(person) for first in firsts):
            continue
        for first in firsts:
            if _of_different_reports(known.group(first), known.group(person), report_of) and known.join(
                first, person
            ):
                found.append((first, person))
                break
        else:
            firsts.append(person)
    return found


def _of_different_reports(one: set[int], other: set[int], report_of: Mapping[int, int]) -> bool:
    return {report_of[person] for person in one}.isdisjoint(report_of[person] for person in other)
