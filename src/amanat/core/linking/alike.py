"""How far the names of two persons can be one name, and whether that is enough for a rule to go by.

``compare`` tells how likely two forms are one name. To join persons on it, more is asked: full names on both
sides, every part with its answer, and no part that is carried by the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from amanat.core.linking.endings import differ_by_ending
from amanat.core.names.conventions import differ_by_convention
from amanat.core.names.evidence import pair_of_kinds
from amanat.core.names.learned import learned
from amanat.core.names.matching import Link, Match, match_many
from amanat.core.names.reasons import reasons
from amanat.core.names.spelling import Kind
from amanat.core.names.tokens import Parted, Token, parted

SURE = 0.8
"""The least probability at which a rule may join; measured by benchmarks/linking.py."""

SHOWN = 0.5
"""The least at which two persons are shown as one that may be."""

SUPPORTED = 2.5
"""Nats that must speak for each part of a name by itself: twelve to one. It is this that keeps apart who shares
a family name and has a given name that sounds near; the probability of the whole hardly does."""

_MAY_FIT = -0.5
"""Nats above which a part may still be the other, so that the two are shown if the rest speaks for it."""

_MOST_FORMS = 4
"""Forms of one person's name that are compared; the best ones stand first."""

_SOUNDED = frozenset({"Latn", "Cyrl", "Arab", "Hani"})
"""Scripts for which it was measured what a probability is worth."""

_SHORTEST_WHOLE = {Kind.HAN: 3, Kind.SOUNDS: 9, Kind.CONSONANTS: 6}
"""Letters of a name of one word that may be two written together."""


Form = Parted


@dataclass(frozen=True, slots=True)
class Likeness:
    """``certain``: a rule may go by it. ``forms``: the two that are most alike, and how; None where nothing is said."""

    probability: float
    certain: bool
    forms: tuple[Form, Form, Match] | None = None

    @property
    def reasons(self) -> tuple[str, ...]:
        """For the two forms; letter by letter, which takes as long as the comparison itself."""
        return reasons(learned(), *self.forms) if self.forms else ()


Compared = tuple[bool, float, Form, Form, Match]


@lru_cache(maxsize=1 << 12)
def full_forms(names: tuple[str, ...]) -> tuple[Form, ...]:
    """The forms that name one person rather than many: two parts or more, or what may be two without a space."""
    return tuple(form for name in names for form in parted(name)[:1] if _is_full(form))[:_MOST_FORMS]


def likenesses(one: Iterable[str], others: Sequence[Iterable[str]]) -> list[Likeness | None]:
    """For each of the other persons, by all forms of their names; None where either has no full name."""
    mine, theirs = full_forms(tuple(one)), [full_forms(tuple(names)) for names in others]
    owners = [owner for owner, forms in enumerate(theirs) for _ in forms]
    flat = [form for forms in theirs for form in forms]
    best: dict[int, Compared] = {}
    for form in mine if flat else ():
        matches = match_many(learned(), form, flat)
        for owner, other, match in zip(owners, flat, matches, strict=True):
            found = (is_certain(form, other, match), match.nats, form, other, match)
            if owner not in best or found[:2] > best[owner][:2]:
                best[owner] = found
    return [_likeness(best[owner]) if owner in best else None for owner in range(len(theirs))]


def _likeness(found: Compared) -> Likeness:
    certain, _, one, other, match = found
    if match.probability >= SHOWN and _has_two(match):
        return Likeness(match.probability, certain, (one, other, match))
    return Likeness(min(match.probability, SHOWN / 2), certain)


def is_certain(one: Form, other: Form, match: Match) -> bool:
    """Whether two full names answer to each other part by part, each part well supported.

    Only a patronymic may be missing, where the other name has none. Never certain are names compared without
    their spaces; Han names that are no transcription, which by sound too many people share; and parts in another
    order, unless the writing shows which is which: a man's name turned round may be his son's.
    """
    missing = len(match.missing_of_one) + len(match.missing_of_other)
    return (
        match.whole is None
        and not match.other_gender
        and (not match.reordered or (_shows_order(one, other) and not missing))
        and _may_sound(one)
        and _may_sound(other)
        and _may_lack(_tokens(one, match.one_tokens), match.missing_of_one, other)
        and _may_lack(_tokens(other, match.other_tokens), match.missing_of_other, one)
        and len(match.links) > 1
        and _is_supported(one, other, match)
    )


def _tokens(form: Form, merged: tuple[Token, ...]) -> tuple[Token, ...]:
    """What the links number: the form's own tokens, or those with two taken for one."""
    return merged or form.tokens


def _may_lack(tokens: Sequence[Token], missing: Sequence[int], other: Form) -> bool:
    """Whether what the other has no answer to are patronymics, of which the other bears none itself."""
    left_out = all(tokens[at].role == "patronymic" for at in missing)
    return not missing or (left_out and all(token.role != "patronymic" for token in other.tokens))


def _is_supported(one: Form, other: Form, match: Match) -> bool:
    """Whether each part is, and the whole: what only a convention tells apart weighs less than it should."""
    left, right = _tokens(one, match.one_tokens), _tokens(other, match.other_tokens)
    parts = [(left[link.one], right[link.other], link) for link in match.links]
    doubtful = [(mine, theirs) for mine, theirs, link in parts if not _is_near(mine, theirs, link)]
    by_convention = all(differ_by_convention(mine.spelling, theirs.spelling) for mine, theirs in doubtful)
    has_initial = any(link.by == "initial" for link in match.links)
    return by_convention and not has_initial and match.probability >= (SHOWN if doubtful else SURE)


def _is_near(one: Token, other: Token, link: Link) -> bool:
    """Near enough to go by: not where nothing was learnt of how the two kinds of spelling answer to each other."""
    kinds = pair_of_kinds(one.spelling, other.spelling)
    is_learnt = kinds in learned().weights or link.by in ("the same", "common")
    has_ending = link.by == "spelling" and differ_by_ending(one.spelling, other.spelling)
    return is_learnt and link.nats >= SUPPORTED and not has_ending


def _shows_order(one: Form, other: Form) -> bool:
    """Whether the writing says of both which part comes first, and says it otherwise of one."""
    return {one.name.order, other.name.order} == {"given-first", "family-first"}


def _may_sound(form: Form) -> bool:
    name = form.name
    is_chinese = name.script == "Hani" and not name.transcribed
    return name.script in _SOUNDED and not form.unspaced and not is_chinese


def _has_two(match: Match) -> bool:
    """Whether more than one part fits, or may: who only shares a given name is not shown."""
    fits = len(match.links) > 1 and all(link.nats > _MAY_FIT for link in match.links)
    return match.whole is not None or fits


def _is_full(form: Form) -> bool:
    """Not where a number stands: it tells one witness, or one file, from another, and is no sound."""
    whole = [token for token in form.tokens if not token.initial]
    has_number = any(map(str.isdigit, form.name.text))
    return bool(whole) and not has_number and (len(form.tokens) > 1 or _may_be_two(whole[0]))


def _may_be_two(token: Token) -> bool:
    return len(token.spelling.letters) >= _SHORTEST_WHOLE[token.spelling.kind]
