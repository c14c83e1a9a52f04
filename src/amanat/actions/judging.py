"""A judgement as a row: it supersedes the one of the same two persons that stood."""

from __future__ import annotations

from amanat.actions.record import Writing
from amanat.store.models import Judgement
from amanat.store.models.decisions import Verdict


def enter_judgement(
    writing: Writing, left: int, right: int, verdict: Verdict, by: str, why: str
) -> Judgement:
    """``left`` is the lower id; ``by``: a person's name, or a rule."""
    standing = Judgement.objects.filter(left=left, right=right, superseded_by=None).first()
    return writing.save(
        Judgement(
            left_id=left, right_id=right, verdict=verdict, by=by, at=writing.at, why=why, supersedes=standing
        )
    )
