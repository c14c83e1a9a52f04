"""One fact, one claim: what two readers, or two rules, make of the same words is settled here.

"Was led away" can be read as a detention, a transfer or the beginning of a disappearance. Each may be right, and
seldom two of them: of 20,000 sentences marked by hand, with leave to give the same words two kinds, some ninety have
two, and half of these the reprisal that an act against somebody's kin is besides. So a word tells of one kind, and of
two only where the second says why, of whom or to what end (``TOGETHER``).

Words that stand side by side in a clause ("went missing", "taken into custody") are one telling if their kinds are
ones that people mark as each other's alternatives (``CONFUSED``); other kinds there are told besides.
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.draft import Draft

_BESIDES = frozenset(("reprisal against relatives",))
"""Whatever is done to somebody's kin because of them is done, and is a reprisal."""

TOGETHER = frozenset(
    frozenset(pair)
    for pair in (
        ("detention", "separation of family"),  # "took the children from her": held, and kept apart
        ("deportation", "separation of family"),
        ("detention", "forced labour"),  # "was kept at the kiln", "a year of forced labour"
        ("forced labour", "sentence"),
        ("health", "torture and ill-treatment"),  # what was done, and what it left
        ("death in custody", "notification"),  # "was told of his death"
        ("deportation", "notification"),
        ("notification", "sentence"),
        ("coercion", "forced breach of religion"),
        ("sexual violence", "torture and ill-treatment"),
        ("search", "sexual violence"),  # "strip-searched"
    )
)
"""Kinds of which the same words can tell at once."""

CONFUSED = frozenset(
    frozenset(pair)
    for pair in (
        ("detention", "enforced disappearance"),  # whether they are hidden is told elsewhere, or not at all
        ("detention", "transfer"),  # taken, or taken on
        ("enforced disappearance", "transfer"),
        ("detention", "interrogation"),
        ("detention", "release"),
        ("detention", "deportation"),
        ("prosecution", "sentence"),
        ("release", "sentence"),
        ("accusation", "prosecution"),
        ("appeal", "prosecution"),  # the appeal of a court, and a call for help
        ("appeal", "intervention"),
        ("appeal", "application"),
        ("assessment", "denial"),
        ("accusation", "denial"),
        ("accusation", "assessment"),
        ("death in custody", "killing"),
        ("enforced disappearance", "killing"),
        ("death in custody", "health"),
        ("health", "killing"),
        ("killing", "torture and ill-treatment"),
        (
            "coercion",
            "torture and ill-treatment",
        ),  # "made to stand for two nights": the narrower says what it was
        ("coercion", "forced labour"),
        ("coercion", "indoctrination"),
        ("coercion", "denial"),
        ("flight", "travel"),
        ("flight", "release"),
        ("travel", "release"),
        ("deportation", "travel"),
        ("deportation", "flight"),
        ("deportation", "transfer"),
        ("transfer", "travel"),
        ("deportation", "threat of deportation"),
        ("flight", "residence"),
        ("travel", "residence"),
        ("citizenship", "legal status"),
        ("application", "legal status"),
        ("fine", "sentence"),
        ("surveillance", "interrogation"),
    )
)
"""Kinds that people who mark sentences give as one another's alternatives for the same words."""
_BESIDE = 2
"""How many words apart the words of one telling stand."""


def are_twins(one: Draft, other: Draft) -> bool:
    """Whether both tell of the same fact, so that one of them is too many."""
    if _BESIDES & {one.kind, other.kind} and one.kind != other.kind:
        return False
    kinds = frozenset((one.kind, other.kind))
    if kinds in TOGETHER:
        return False
    if one.trigger == other.trigger:
        return True
    if not _of_the_same(one, other):
        return False
    if one.kind == other.kind and _completes(one.trigger, other.trigger):
        return True
    if not _of_one_clause(one.trigger, other.trigger):
        return False
    return one.kind == other.kind or (kinds in CONFUSED and abs(one.trigger.i - other.trigger.i) <= _BESIDE)


def _of_the_same(one: Draft, other: Draft) -> bool:
    """Whom a claim is about may not be known; then nothing speaks against it."""
    return not one.who or not other.who or any(who in other.who for who in one.who)


def _of_one_clause(word: Token, other: Token) -> bool:
    return clause_of(word) == clause_of(other)


def _completes(word: Token, other: Token) -> bool:
    """ "Made him apologise", "failed to give her insulin", "knows where he is": one is said by means of the other."""
    first, second = clause_of(word), clause_of(other)
    return any(
        below.head == above and below.dep_ in ("xcomp", "ccomp")
        for below, above in ((first, second), (second, first))
    )


def clause_of(trigger: Token) -> Token:
    """The verb that carries the word's tense and stance; the word itself where no verb governs it."""
    if trigger.pos_ in ("VERB", "AUX"):
        return trigger
    above = next((one for one in trigger.ancestors if one.pos_ in ("VERB", "AUX")), None)
    return above or trigger
