"""What a documenter should ask next: rules over findings, each pointing at the claims that raise it.

A rule asks for what is missing or could settle something. It never says that somebody is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from amanat.core.dates.edtf import bounds
from amanat.core.dates.point import NotADateError
from amanat.core.vocabulary import vocabulary
from amanat.core.weighing.apart import most_apart
from amanat.core.weighing.finding import Finding, Reason, Verdict
from amanat.core.weighing.matter import Matter, Sentence, contested, label, labels, numbered, witnesses_in
from amanat.core.weighing.summary import answer_words, heading, kind_label
from amanat.core.weighing.told import Told
from amanat.core.weighing.voices import Voice, voice

_OWN_DOING = frozenset({"flight", "travel"})
"""Kinds that nobody does to the person: by whom is no question."""

_HELD = frozenset({"detention", "transfer", "enforced disappearance", "sentence", "deportation"})
_OUT = frozenset({"release", "flight", "travel", "killing", "death in custody"})

_PAPERS = {
    "detention": "a notice to the family, a message or a call of those days",
    "release": "a release paper, or whoever met the person",
    "flight": "a stamp, a ticket or a record of the border",
    "travel": "a stamp, a ticket or a record of the border",
    "sentence": "the judgment",
    "birth date": "an identity paper",
}

Rule = Callable[[Sequence[Matter]], Iterator[Sentence]]


def open_questions(matters: Sequence[Matter]) -> tuple[Sentence, ...]:
    """The most pressing first; within a rule in the order of the matters."""
    return tuple(sentence for rule in _RULES for sentence in rule(matters))


def _deadline(matters: Iterable[Matter]) -> Iterator[Sentence]:
    """A removal that is planned, ordered or feared, and nobody says by when."""
    for matter in matters:
        if not _threatens(matter) or any(_ends(each) for each in matter.told):
            continue
        text = f"{heading(matter)}: by when? No claim gives a day until which something can be done."
        yield Sentence("deadline", text, matter.claims, matter.id)


def _threatens(matter: Matter) -> bool:
    words = vocabulary()
    warns = matter.kind in words and words.term(matter.kind).alarm
    return warns or (matter.kind == "deportation" and not matter.actual)


def _ends(told: Told) -> bool:
    return told.dated and told.span[1] is not None


def _whereabouts(matters: Iterable[Matter]) -> Iterator[Sentence]:
    """The last dated act leaves the person in somebody's hands."""
    dated = [each for each in matters if each.group == "act" and each.actual and _last_day(each)]
    moving = [
        each
        for each in dated
        if each.kind in _HELD | _OUT and each.whether.support is not Verdict.UNSUPPORTED
    ]
    if not moving:
        return
    last = max(moving, key=lambda each: (_last_day(each) or date.min, each.kind in _OUT, each.id))
    if last.kind in _HELD:
        text = f"Where is the person now? The last that is told is: {heading(last)}."
        yield Sentence("whereabouts", text, last.claims, last.id)


def _last_day(matter: Matter) -> date | None:
    try:
        found = bounds(matter.when)
    except NotADateError:
        return None
    return found.latest or found.earliest


def _contradictions(matters: Iterable[Matter]) -> Iterator[Sentence]:
    for matter, finding in contested(matters):
        if finding.name == "whether" or not finding.contested:
            continue
        told = matter.of(claim for answer in finding.answers for claim in answer.claims)
        answers = " or ".join(answer_words(finding, number) for number in range(min(3, len(finding.answers))))
        asked = {"where": "where", "count": "how many", "details": "which"}.get(finding.name, "when")
        prefix = {"began": "the beginning of ", "ended": "the end of "}.get(finding.name, "")
        text = f"{prefix}{_lower(kind_label(matter.kind))}: {asked}, {answers}? {_settling(matter, finding, told)}"
        claims = tuple(sorted({each.id for each in told}))
        yield Sentence("contradiction", text[:1].upper() + text[1:], claims, matter.id)


def _settling(matter: Matter, finding: Finding, told: Sequence[Told]) -> str:
    """What could settle it: the first report, the witness, or a paper."""
    if most_apart(each.way for each in told) == 1 and len({each.report for each in told}) > 1:
        return "All answers go back to one origin: what does its first report say?"
    tellers = {each.teller for each in told if each.named}
    if len(tellers) == 1 and all(each.named for each in told):
        return f"One and the same tells it both ways: ask {labels(told)}, and go back to each interview."
    return f"What could settle it: {_PAPERS.get(matter.kind, 'a paper or message of the time, or a further witness')}."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _denied(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """A party denies, and no witness speaks in any report published later."""
    witnesses = [_day(each) for matter in matters for each in witnesses_in(matter.told)]
    for matter in matters:
        denials = matter.told if matter.kind == "denial" else [each for each in matter.told if each.denied]
        by_party = [each for each in denials if voice(each) is Voice.PARTY]
        since = min((_day(each) or date.max for each in by_party), default=date.max)
        if by_party and not any(day > since for day in witnesses if day):
            text = f"{labels(by_party)} denied it: what do the witnesses answer? No later report has their answer."
            claims = tuple(sorted(each.id for each in by_party))
            yield Sentence("denial", text[:1].upper() + text[1:], claims, matter.id)


def _day(told: Told) -> date | None:
    """The earliest day on which its report can have been published."""
    try:
        return bounds(told.published).earliest
    except NotADateError:
        return None


def _identity(matters: Iterable[Matter]) -> Iterator[Sentence]:
    for matter in matters:
        if _open_by(matter, Reason.PERHAPS_ONE):
            heard = [each for each in matter.told if not each.denied and voice(each) is not Voice.OWN]
            text = f"{heading(matter)}: are {labels(heard)} two people? If so, it is corroborated."
            if len({label(each) for each in heard}) == 1:
                reports = numbered(len({each.report for each in heard}), "report")
                text = f"{heading(matter)}: is {label(heard[0])} in {reports} one person, or two?"
            yield Sentence("identity", text, tuple(sorted(each.id for each in heard)), matter.id)


def _own_voice(matters: Iterable[Matter]) -> Iterator[Sentence]:
    for matter in matters:
        if _open_by(matter, Reason.OWN_VOICE):
            affirming = [each for each in matter.told if not each.denied]
            text = f"{heading(matter)}: from whom {'do' if len(set(map(label, affirming))) > 1 else 'does'} "
            text += f"{labels(affirming)} have it? Nobody is named as having seen it."
            yield Sentence("own voice", text, matter.claims, matter.id)


def _single(matters: Iterable[Matter]) -> Iterator[Sentence]:
    asked = {
        Reason.ONE_WITNESS: "who else saw it, or was told of it then?",
        Reason.ONE_PARTY: "what does the person, or a witness, say of it?",
        Reason.ONE_ORIGIN: "is there an account that does not go back to the same report?",
        Reason.THROUGH_ONE: "can the other witness be asked, and not only through the same person?",
    }
    for matter in matters:
        for reason, question in asked.items():
            if _open_by(matter, reason):
                yield Sentence(reason.value, f"{heading(matter)}: {question}", matter.claims, matter.id)


def _open_by(matter: Matter, reason: Reason) -> bool:
    return matter.group == "act" and matter.actual and reason in matter.whether.reasons


def _missing(matters: Iterable[Matter]) -> Iterator[Sentence]:
    for matter in matters:
        if matter.group != "act" or not matter.actual:
            continue
        lacking = [word for word, known in _known(matter) if not known]
        if lacking:
            asked = " and ".join([", ".join(lacking[:-1]), lacking[-1]] if len(lacking) > 1 else lacking)
            yield Sentence(
                "not said", f"{heading(matter)}: {asked}? No claim says.", matter.claims, matter.id
            )


def _known(matter: Matter) -> Iterator[tuple[str, bool]]:
    yield "when", any(each.dated for each in matter.told)
    yield "where", any(each.place_label for each in matter.told)
    yield "by whom", matter.kind in _OWN_DOING or any(each.by for each in matter.told)


_RULES: tuple[Rule, ...] = (
    _deadline,
    _whereabouts,
    _contradictions,
    _denied,
    _identity,
    _own_voice,
    _single,
    _missing,
)
