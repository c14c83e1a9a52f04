"""Whom a passage is about, weighed: everybody whom its sentence or what stands before it names, by what they are
in the sentence and in the report.

Where a rule knows the grammar of an act it says itself to whom it happened. Here nothing is known but the word that
tells of it and the kind, so that every person near is a candidate: each has marks (the object of the clause, one
sentence back, whom the last claims were about, an official), a small network weighs them, and the heaviest stands.
The weights were learnt from some ten thousand passages of invented reports (scripts/train_whom.py), as a choice
among the candidates of each (conditional logit, McFadden 1974, over one hidden layer).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import is_passive
from amanat.core.reading.referent import is_nobody, is_power
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import words

_WEIGHTS = Path(__file__).parent / "learned" / "whom.npz"
_BACK = 6
"""How many sentences back somebody may stand."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """``token`` stands for whom is meant, in the passage's sentence or before it; ``marks`` are what speaks for
    and against."""

    token: Token
    people: tuple[Referent, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom, and the share of the weight that speaks for them, in [0, 1]."""

    token: Token
    people: tuple[Referent, ...]
    sure: float


def whom(
    kind: str, trigger: Token, clause: Token, sentence: Sentence, cast: Cast, lately: Sequence[Referent]
) -> Choice | None:
    """The likeliest candidate; None where there is none. ``lately``: whom the claims before it were about, the
    last first."""
    near = candidates(kind, trigger, clause, sentence, cast, lately)
    if not near:
        return None
    weighed = weights().weigh(near)
    best = int(weighed.argmax())
    return Choice(near[best].token, near[best].people, float(1 / np.exp(weighed - weighed[best]).sum()))


@dataclass(frozen=True, slots=True)
class Weights:
    """``columns`` gives each known mark its column; marks that were never learnt weigh nothing."""

    columns: dict[str, int]
    hidden: NDArray[np.float32]
    hidden_bias: NDArray[np.float32]
    out: NDArray[np.float32]
    direct: NDArray[np.float32]

    def weigh(self, near: Sequence[Candidate]) -> NDArray[np.float32]:
        """One weight a candidate."""
        marked = np.zeros((len(near), len(self.columns)), np.float32)
        for row, one in enumerate(near):
            for mark in one.marks:
                if mark in self.columns:
                    marked[row, self.columns[mark]] = 1
        weighed: NDArray[np.float32] = (
            np.maximum(marked @ self.hidden + self.hidden_bias, 0) @ self.out + marked @ self.direct
        )
        return weighed


@cache
def weights() -> Weights:
    with np.load(_WEIGHTS, allow_pickle=False) as stored:
        columns = {str(mark): number for number, mark in enumerate(stored["marks"])}
        parts = (stored[name].astype(np.float32) for name in ("hidden", "hidden_bias", "out", "direct"))
        return Weights(columns, *parts)


def candidates(
    kind: str, trigger: Token, clause: Token, sentence: Sentence, cast: Cast, lately: Sequence[Referent]
) -> list[Candidate]:
    """Everybody in the sentence, then everybody in the few before it, each once, at the nearest place."""
    found: list[Candidate] = []
    seen: set[tuple[int, ...]] = set()
    lead = cast.protagonist
    for token, back in [*_here(sentence, cast), *_before(sentence, cast, lead)]:
        people = tuple(one for one in cast.all_of(token) if one.sort in (Sort.PERSON, Sort.PEOPLE))
        key = tuple(sorted(map(id, people)))
        if not people or (back and key in seen) or all(is_nobody(one) for one in people):
            continue
        seen.add(key)
        place = _in_sentence(token, trigger, clause) if not back else _behind(token, back)
        order = f"{'back' if back else 'here'}, number {min(sum(1 for _ in found), 7)}"
        marks = [*_of_passage(kind, trigger, clause), *place, order, *_nature(token, people, lead, lately)]
        found.append(Candidate(token, people, tuple(dict.fromkeys(marks))))
    return found


def _here(sentence: Sentence, cast: Cast) -> Iterator[tuple[Token, int]]:
    for token in sentence.tokens():
        name = cast.name_at(token)
        only_marks = name is None and token.dep_ in ("compound", "nmod", "amod")
        if only_marks or token.dep_ == "conj":  # "the staff house"; all who are joined stand with the first
            continue
        if (name is None or name.head == token.i) and cast.person_like(token):
            yield token, 0


def _before(sentence: Sentence, cast: Cast, lead: Referent | None) -> Iterator[tuple[Token, int]]:
    """The last mention of each who is not only in this sentence; whom the report is most about, however far."""
    by_number = {one.number: one for one in cast.sentences}
    latest: list[tuple[int, int]] = []
    for one in cast.referents:
        last = next((each for each in reversed(one.mentions) if each.sentence < sentence.number), None)
        if last is not None and (sentence.number - last.sentence <= _BACK or one is lead):
            latest.append((last.sentence, last.token))
    for number, at in sorted(latest, reverse=True):
        yield by_number[number].span.doc[at], sentence.number - number
    if (
        lead is not None and lead.mentions[0].sentence > sentence.number
    ):  # a headline speaks of whom the body names
        yield by_number[lead.mentions[0].sentence].span.doc[lead.mentions[0].token], _BACK + 1


# -- marks ---------------------------------------------------------------------------------------------------


def _of_passage(kind: str, trigger: Token, clause: Token) -> Iterator[str]:
    yield f"kind {kind}"
    yield f"told by a {trigger.pos_}"
    voice = "none" if clause.pos_ not in ("VERB", "AUX") else "passive" if is_passive(clause) else "active"
    yield f"voice {voice}"


def _in_sentence(token: Token, trigger: Token, clause: Token) -> Iterator[str]:
    yield "here"
    yield f"as {token.dep_}"
    yield "before the word" if token.i < trigger.i else "after the word"
    yield f"words between {min(abs(token.i - trigger.i) // 3, 5)}"
    if token.head in (trigger, clause):
        yield f"{'of the word' if token.head == trigger else 'of the clause'}: {token.dep_}"
    elif token.dep_ == "pobj" and token.head.head in (trigger, clause):
        yield f"of the clause: {token.head.lower_}"
    elif token.dep_ == "poss" and token.head.head in (trigger, clause):
        yield f"owner of its {token.head.dep_}"
    elif token.dep_ == "poss" and token.head.dep_ == "pobj" and token.head.head.head in (trigger, clause):
        yield "owner of its pobj"
    elif token.is_ancestor(clause):
        yield f"above the clause: {clause.dep_}"
    elif clause.is_ancestor(token):
        yield f"under the clause: {token.dep_}"
    elif token.dep_ in ("nsubj", "nsubjpass") and token.head.is_ancestor(clause):
        yield f"{token.dep_} of the verb above"
        if clause.dep_ in ("conj", "xcomp"):
            yield f"{token.dep_} shared: {clause.dep_}"
    else:
        yield f"elsewhere: {token.dep_}"


def _behind(token: Token, back: int) -> Iterator[str]:
    yield f"back {back if back <= _BACK else 'far'}"
    if token.dep_ in ("nsubj", "nsubjpass", "dobj", "poss"):
        yield f"back: {token.dep_}"


def _nature(
    token: Token, people: Sequence[Referent], lead: Referent | None, lately: Sequence[Referent]
) -> Iterator[str]:
    one = people[0]
    yield "named" if one.names else "nameless"
    yield "several" if len(people) > 1 or one.many else "single"
    yield f"pronoun {token.lower_}" if token.pos_ == "PRON" else "no pronoun"
    noun = (one.noun or token.lemma_).casefold()
    if noun in _in_power():
        yield "in power"
    if is_power(one):
        yield "power"
    if noun in words("people", "kin"):
        yield "kin"
    if noun in (
        "lawyer",
        "attorney",
        "judge",
        "prosecutor",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "activist",
    ):
        yield f"noun {noun}"
    for place, other in enumerate(lately[:3]):
        if any(person is other for person in people):
            yield f"lately {place}"
            break
    if one is lead:
        yield "whom the report is about"
    yield f"mentions {min(len(one.mentions), 6)}"
    if any(mention.suffers for mention in one.mentions):
        yield "suffers"


@cache
def _in_power() -> frozenset[str]:
    return words("people", "official") | words("people", "government") | words("forcing", "keepers")
