"""What a case adds up to: its summary, its contradictions, and what to ask next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from amanat.core.weighing import Told
from amanat.core.weighing.matter import Matter, contested
from amanat.store.queries.views import ActView, Contradiction


def matters_of(acts: Iterable[ActView], told: Mapping[int, Told]) -> list[Matter]:
    """The acts, statuses and statements as the rules take them, in the order given."""
    return [
        Matter(
            id=act.id,
            kind=act.kind,
            group=act.sort,
            actual=act.actual,
            when=act.when,
            told=tuple(told[claim.id] for claim in act.claims),
            findings=act.findings,
        )
        for act in acts
    ]


def contradictions_in(matters: Sequence[Matter]) -> tuple[Contradiction, ...]:
    """Of acts and statuses; a statement is what somebody says, and two may say different things."""
    return tuple(
        Contradiction(matter.id, matter.kind, finding.name, finding.denied, finding.answers)
        for matter, finding in contested(matters)
        if matter.group != "statement"
    )
