"""A case in plain sentences, each made from a finding by a fixed template, each with the claims it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from amanat.core.dates.point import NotADateError
from amanat.core.dates.words import in_words
from amanat.core.vocabulary import vocabulary
from amanat.core.weighing.finding import Finding, Reason, Verdict
from amanat.core.weighing.matter import Matter, Sentence, labels, numbered, witnesses_in
from amanat.core.weighing.told import ASSERTING, Told
from amanat.core.weighing.voices import Between, Voice, counts, voice

MOST_ACTS = 14
"""Acts with a sentence of their own, those with the most claims; the others are counted in one."""

_ASKED = {
    "when": "when it was",
    "began": "when it began",
    "ended": "when it ended",
    "where": "where it was",
    "count": "how many they were",
    "details": "what it is",
}
_MOST_ANSWERS = 3


def summary(matters: Sequence[Matter]) -> tuple[Sentence, ...]:
    """How many reports, origins and witnesses; what happened, in order of time; what may; who denies."""
    happened = [each for each in matters if each.group == "act" and each.actual]
    kept = {each.id for each in sorted(happened, key=lambda each: (-len(each.told), each.id))[:MOST_ACTS]}
    found = [_counted(matters)]
    found += [_act(each) for each in happened if each.id in kept]
    found += _left_over([each for each in happened if each.id not in kept])
    found += [_not_yet(each) for each in matters if each.group == "act" and not each.actual]
    found += [_status(each) for each in matters if each.group == "status" and _is_contested(each)]
    found += _denials(matters)
    return tuple(found)


def _counted(matters: Iterable[Matter]) -> Sentence:
    told = [each for matter in matters for each in matter.told]
    found = counts(told)
    text = (
        f"{numbered(found.reports, 'report')} {'tells' if found.reports == 1 else 'tell'} of this person; "
        f"{'it goes' if found.reports == 1 else 'they go'} back to {numbered(found.origins, 'origin')} and "
        f"{numbered(str(found.witnesses), 'witness', 'witnesses')}."
    )
    if found.parties.most:
        text += f" {numbered(str(found.parties), 'official or government', 'officials or governments')} also "
        text += "speaks." if found.parties == Between(1, 1) else "speak."
    if found.own:
        speak = "says" if found.own == 1 else "say"
        text += f" {numbered(found.own, 'report')} {speak} it in the outlet’s own voice only."
    return Sentence("counts", text, tuple(sorted(each.id for each in told)))


def _act(matter: Matter) -> Sentence:
    whether = matter.whether
    parts = [f"{heading(matter)}: {_borne_out(matter, whether)}.", *_against(matter), *_which(matter)]
    return Sentence(f"act: {whether.verdict}", " ".join(parts), matter.claims, matter.id)


def heading(matter: Matter) -> str:
    """The kind, the place if all name one, and the date: "Detention, Qaratal camp, 15 March 2018"."""
    places = {each.place_label.partition(", ")[0] for each in matter.told if each.place_label}
    where = f", {places.pop()}" if len(places) == 1 else ""
    when = f", {spoken(matter.when)}" if matter.when else ""
    return f"{kind_label(matter.kind)}{where}{when}"


def kind_label(kind: str) -> str:
    words = vocabulary()
    found = words.term(kind).label() if kind in words else kind
    return found[:1].upper() + found[1:]


def spoken(edtf: str) -> str:
    try:
        return in_words(edtf, "en")
    except NotADateError:
        return edtf


def _borne_out(matter: Matter, finding: Finding) -> str:
    affirming = [each for each in matter.told if not each.denied]
    heard = [each for each in affirming if voice(each) is not Voice.OWN]
    through = (
        f"in {numbered(finding.counts.reports, 'report')} of {numbered(finding.counts.origins, 'origin')}"
    )
    if finding.support is Verdict.CORROBORATED:
        return f"corroborated by {labels(heard)}, {through}"
    reason = finding.reasons[0] if finding.reasons else Reason.NOBODY_AFFIRMS
    return {
        Reason.ONE_WITNESS: f"told by one witness, {labels(heard)}, {through}",
        Reason.ONE_ORIGIN: f"told by {labels(heard)}, but all of it goes back to one origin",
        Reason.THROUGH_ONE: f"told by {labels(heard)}, but always known through the same person, {through}",
        Reason.PERHAPS_ONE: f"told by {labels(heard)}, {through}; whether they are two people is not known",
        Reason.ONE_PARTY: f"told by a party only, {labels(heard)}, {through}",
        Reason.NO_TWO_AGREE: f"told by {labels(heard)}, {through}",
        Reason.OWN_VOICE: f"said by {labels(affirming)} in {'its' if _one(affirming) else 'their'} own voice; "
        "nobody is named as having seen it",
        Reason.NOT_SAID_TO_BE_SO: f"held by {labels(affirming)} to be possible; nobody says that it is so",
        Reason.NOBODY_AFFIRMS: "nobody says that it was so",
    }[reason]


def _one(told: Iterable[Told]) -> bool:
    return len({(each.teller, each.label) for each in told}) == 1


def _against(matter: Matter) -> Iterator[str]:
    denying = [each for each in matter.told if each.denied and each.modality in ASSERTING]
    parties = [each for each in denying if voice(each) is Voice.PARTY]
    others = [each for each in denying if voice(each) is not Voice.PARTY]
    if parties:
        yield f"Denied by a party: {labels(parties)}."
    if others:
        yield f"Said not to be so by {labels(others)}."


def _which(matter: Matter) -> Iterator[str]:
    """What is contested beyond whether it was so: each answer with who gives it."""
    for finding in matter.findings[1:]:
        if not finding.contested:
            continue
        answers = [
            f"{answer_words(finding, number)} ({labels(matter.of(each.claims), 2)})"
            for number, each in enumerate(finding.answers[:_MOST_ANSWERS])
        ]
        more = len(finding.answers) - _MOST_ANSWERS
        rest = f", and {numbered(more, 'more answer')}" if more > 0 else ""
        yield f"Contested, {_ASKED.get(finding.name, finding.name)}: {' or '.join(answers)}{rest}."


def answer_words(finding: Finding, number: int) -> str:
    text = finding.answers[number].text
    return spoken(text) if finding.name in ("when", "began", "ended") else text.partition(", ")[0]


def _left_over(matters: Sequence[Matter]) -> Iterator[Sentence]:
    if not matters:
        return
    tally = Counter(str(each.whether.verdict) for each in matters)
    said = ", ".join(f"{number} {verdict}" for verdict, number in sorted(tally.items()))
    claims = tuple(claim for each in matters for claim in each.claims)
    text = f"{numbered(len(matters), 'more act is', 'more acts are')} told of below: {said}."
    yield Sentence("left over", text, claims)


def _not_yet(matter: Matter) -> Sentence:
    held = " or ".join(sorted({each.modality for each in matter.told}))
    tellers = witnesses_in(matter.told) or matter.told
    text = f"{heading(matter)}: {held}, not said to have happened; told by {labels(tellers)}."
    return Sentence("not yet", text, matter.claims, matter.id)


def _is_contested(matter: Matter) -> bool:
    return any(each.contested for each in matter.findings)


def _status(matter: Matter) -> Sentence:
    text = " ".join([f"{kind_label(matter.kind)}:", *_against(matter), *_which(matter)])
    return Sentence("status contested", text, matter.claims, matter.id)


def _denials(matters: Iterable[Matter]) -> Iterator[Sentence]:
    for matter in matters:
        if matter.kind == "denial":
            text = f"{labels(matter.told)} {'denies' if _one(matter.told) else 'deny'} what is told."
            yield Sentence("denial", text[:1].upper() + text[1:], matter.claims, matter.id)
