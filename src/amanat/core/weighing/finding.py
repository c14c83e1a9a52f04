"""What the claims of one act add up to, question by question: findings.

A pure function of the claims: nothing is averaged, no answer is dropped, and the same claims give the same
findings in whatever order they come. docs/weighing.md tells it to whoever doubts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from amanat.core.weighing import rules
from amanat.core.weighing.apart import most_apart
from amanat.core.weighing.comparing import How, Question, Relation, all_questions
from amanat.core.weighing.independence import Independent, most_independent
from amanat.core.weighing.rules import DENIED
from amanat.core.weighing.told import ASSERTING, Told
from amanat.core.weighing.voices import Counts, Voice, counts, voice


class Verdict(StrEnum):
    UNSUPPORTED = "unsupported"
    """No witness and no party tells it as being so."""
    SINGLE = "single account"
    CORROBORATED = "corroborated"
    """By two or more independent witnesses."""
    CONTESTED = "contested"
    """There are answers that cannot all be true."""
    DENIED = "denied by a party"


class Reason(StrEnum):
    """Why the claims bear a question out no further. Codes: the words are those of whoever shows them."""

    OWN_VOICE = "own voice"
    """An outlet or organisation says it; nobody is named as having seen it."""
    NOT_SAID_TO_BE_SO = "not said to be so"
    """It is held to be possible, feared or demanded; nobody says that it is so or is planned."""
    NOBODY_AFFIRMS = "nobody affirms"
    ONE_WITNESS = "one witness"
    """One and the same, however many reports."""
    ONE_PARTY = "one party"
    """Only a party tells it, however many speak for it."""
    ONE_ORIGIN = "one origin"
    """More than one witness, and all reports go back to the same."""
    THROUGH_ONE = "through one person"
    """More than one origin and one first teller, and it is known through the same person each time."""
    PERHAPS_ONE = "perhaps one"
    """Two who may be one: they are not both named."""
    NO_TWO_AGREE = "no two agree"
    """Independent witnesses, but none whose answers can both hold."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One answer: the ids of the claims that give it, and what they come from.

    ``support`` as of the finding, by these claims and by those that say the same more closely.
    """

    text: str
    claims: tuple[int, ...]
    counts: Counts
    support: Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """What the claims on one question add up to.

    ``name``: ``whether``, ``where``, ``when``, ``began``, ``ended``, ``by``, ``count``, ``details``.
    ``support`` (unsupported, single account, corroborated) is of the claims that affirm, whatever speaks against
    them; ``contested`` and ``denied`` (by a party) stand beside it, and ``verdict`` names the gravest of the three.
    ``counts`` are of the claims that affirm; ``reasons`` say why they bear it out no further.
    """

    name: str
    verdict: Verdict
    support: Verdict
    contested: bool
    denied: bool
    answers: tuple[Weighed, ...]
    relations: tuple[Relation, ...]
    counts: Counts
    reasons: tuple[Reason, ...]


def findings(told: Sequence[Told]) -> tuple[Finding, ...]:
    """For the claims of one act or status; the first is whether it was so."""
    return tuple(_finding(question) for question in all_questions(told))


def _finding(question: Question) -> Finding:
    affirming = [each for group in question.groups for each in group if not each.denied]
    # Somebody who gives two names for whoever did it stands in two groups and is still one claim.
    affirming = list({each.id: each for each in affirming}.values())
    bearing = most_independent(affirming, question.rule.bear_out)
    support = _support(affirming, bearing)
    denied = question.name == "whether" and _denied_by_party(question, affirming)
    return Finding(
        name=question.name,
        verdict=_verdict(question, support, denied=denied),
        support=support,
        contested=question.contested,
        denied=denied,
        answers=_weighed(question),
        relations=question.relations,
        counts=counts(affirming),
        reasons=_reasons(affirming, support, bearing),
    )


def _denied_by_party(question: Question, affirming: Sequence[Told]) -> bool:
    """What nobody affirms is denied too; but of a status, only what somebody affirms."""
    parties = [
        each for group in question.groups for each in group if each.denied and voice(each) is Voice.PARTY
    ]
    if question.rule is rules.HOLDS:
        return any(question.rule.differ(each, other) for each in parties for other in affirming)
    return bool(parties)


def _weighed(question: Question) -> tuple[Weighed, ...]:
    """Each answer; whoever says the same more closely bears it out too."""
    bearing = [list(group) for group in question.groups]
    for each in question.relations:
        if each.how is How.NARROWS:
            bearing[each.other] += question.groups[each.one]
    return tuple(
        Weighed(answer.text, answer.claims, counts(group), _support(told, most_independent(told, _alike)))
        for answer, group, told in zip(question.answers, question.groups, bearing, strict=True)
    )


def _alike(one: Told, other: Told) -> bool:
    return True


def _support(told: Iterable[Told], bearing: Independent) -> Verdict:
    if bearing is Independent.YES:
        return Verdict.CORROBORATED
    heard = any(each.modality in ASSERTING and voice(each) is not Voice.OWN for each in told)
    return Verdict.SINGLE if heard else Verdict.UNSUPPORTED


def _verdict(question: Question, support: Verdict, *, denied: bool) -> Verdict:
    """A question that only a party answers with no is denied; one that others contest too is contested."""
    if denied and _only_parties_deny(question):
        return Verdict.DENIED
    return Verdict.CONTESTED if question.contested else support


def _only_parties_deny(question: Question) -> bool:
    denying = [
        each
        for answer, group in zip(question.answers, question.groups, strict=True)
        if answer.text == DENIED
        for each in group
    ]
    return all(voice(each) is Voice.PARTY for each in denying)


def _reasons(told: Sequence[Told], support: Verdict, bearing: Independent) -> tuple[Reason, ...]:
    if support is Verdict.CORROBORATED:
        return ()
    if not told:
        return (Reason.NOBODY_AFFIRMS,)
    asserting = [each for each in told if each.modality in ASSERTING]
    heard = [each for each in asserting if voice(each) is not Voice.OWN]
    if not heard:
        return (Reason.OWN_VOICE if asserting else Reason.NOT_SAID_TO_BE_SO,)
    return (_why_single(heard, bearing),)


def _why_single(heard: Sequence[Told], bearing: Independent) -> Reason:
    if bearing is Independent.PERHAPS:
        return Reason.PERHAPS_ONE
    if all(voice(each) is Voice.PARTY for each in heard):
        return Reason.ONE_PARTY
    if len({(each.teller, each.named) for each in heard}) == 1:
        return Reason.ONE_WITNESS
    if most_apart(each.way for each in heard) == 1:
        return Reason.ONE_ORIGIN
    if most_independent(heard, _alike) is Independent.NO:
        return Reason.THROUGH_ONE
    return Reason.NO_TWO_AGREE
