"""Learn whom passages are about:  python scripts/train_whom.py [--out FILE]

From the reports in scripts/spotter_training/reports, read by the program's own parser and its own knowledge of who is
who: among the candidates of each passage those are right that the labels name. Needs the extra ``training``; five
minutes. Prints the share chosen rightly in one report of five that is set aside, then learns from all.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax
from spacy.language import Language
from spotter_training.reports import Report, read_reports

from amanat.adapters.english import load_english
from amanat.core.reading.reader import heard
from amanat.core.reading.referent import Referent
from amanat.core.reading.twins import clause_of
from amanat.core.reading.whom import Candidate, candidates
from amanat.core.reading.zones import zoned

REPORTS = Path(__file__).parent / "spotter_training" / "reports"
OUT = Path(__file__).parents[1] / "src/amanat/core/reading/learned/whom.npz"
_RARE = 5
_MOST = 24
_HIDDEN = 32
_ROUNDS = 26
_SMALL = frozenset("the a an of in at to and s some his her their its".split())


@dataclass(frozen=True, slots=True)
class Passage:
    """The candidates of one passage; ``right`` those that are whom the labels name, ``exact`` no more and no less."""

    report: str
    near: list[Candidate]
    right: list[bool]
    exact: list[bool]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--out", type=Path, default=OUT)
    given = asked.parse_args()
    model = load_english(spotting=False)
    reports = read_reports(sorted(REPORTS.glob("*.txt")))
    passages = [one for report in reports for one in passages_of(report, model)]
    names = sorted({one.report for one in passages})
    aside = set(names[::5])
    there = np.mean([any(one.exact) for one in passages])
    print(f"{len(passages)} passages of {len(names)} reports; whom is among the candidates in {there:.3f}")
    columns = columns_of(passages)
    first = learnt([one for one in passages if one.report not in aside], columns)
    print(
        f"set aside: rightly chosen {share([one for one in passages if one.report in aside], columns, first):.3f}"
    )
    hidden, bias, out, direct = (np.asarray(part, np.float16) for part in learnt(passages, columns))
    np.savez_compressed(
        given.out, marks=np.array(list(columns)), hidden=hidden, hidden_bias=bias, out=out, direct=direct
    )


# -- passages ------------------------------------------------------------------------------------------------


def passages_of(report: Report, model: Language) -> Iterator[Passage]:
    told = heard(zoned(report.text), model)
    sentences, cast = told.sentences, told.cast
    lately: list[Referent] = []
    for about in sorted(report.marks, key=lambda one: one.mark.start):
        start, end = about.mark.start, about.mark.end
        sentence = next((one for one in sentences if one.start <= start < one.end), None)
        if sentence is None or not about.who:
            continue
        inside = [
            token
            for token in sentence.tokens()
            if token.idx + sentence.offset < end
            and token.idx + len(token) + sentence.offset > start
            and token.is_alpha
        ]
        if not inside:
            continue
        trigger = min(inside, key=lambda token: (sum(1 for _ in token.ancestors), token.i))
        near = candidates(about.mark.kinds[0], trigger, clause_of(trigger), sentence, cast, lately)
        exact = [_exactly(one.people, about.who) for one in near]
        some = [any(_same(person, name) for person in one.people for name in about.who) for one in near]
        if near:
            yield Passage(report.name, near, exact if any(exact) else some, exact)
        chosen = next(
            (one for one, right in zip(near, exact if any(exact) else some, strict=True) if right), None
        )
        if chosen is not None:
            lately = [*chosen.people, *(one for one in lately if one not in chosen.people)]


def _exactly(people: Sequence[Referent], names: Sequence[str]) -> bool:
    return all(any(_same(one, name) for name in names) for one in people) and all(
        any(_same(one, name) for one in people) for name in names
    )


def _same(one: Referent, name: str) -> bool:
    """Whether a person of the program is the one that the label names: one form within the other."""
    return any(_alike(form, name) for form in (*one.names, one.label, one.description or "") if form)


def _alike(form: str, name: str) -> bool:
    mine, theirs = _words(form), _words(name)
    if not mine or not theirs:
        return form.casefold() == name.casefold()
    return mine <= theirs or theirs <= mine or len(mine & theirs) / len(mine | theirs) >= 0.5


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - _SMALL


# -- learning ------------------------------------------------------------------------------------------------


def columns_of(passages: Sequence[Passage]) -> dict[str, int]:
    seen = Counter(mark for passage in passages for one in passage.near for mark in one.marks)
    return {
        mark: number for number, mark in enumerate(mark for mark, count in seen.items() if count >= _RARE)
    }


def learnt(passages: Sequence[Passage], columns: dict[str, int], seed: int = 0) -> list[np.ndarray]:
    """hidden, its bias, out, direct; by Adam on the choice among each passage's candidates."""
    dice = np.random.default_rng(seed)
    width = len(columns)
    parts = [
        dice.normal(0, 0.1, (width, _HIDDEN)),
        np.zeros(_HIDDEN),
        dice.normal(0, 0.1, _HIDDEN),
        np.zeros(width),
    ]
    weights = [part.astype(np.float32) for part in parts]
    marked, there, right, _ = arrays(passages, columns)
    steps = _ROUNDS * (len(passages) // 128 + 1)
    optimiser = optax.adam(optax.cosine_decay_schedule(2.5e-3, steps, 0.05))
    state, rolls = optimiser.init(weights), jax.random.PRNGKey(seed)

    @jax.jit
    def step(weights: list, state: optax.OptState, batch: list, roll: jax.Array) -> tuple:
        gradient = jax.grad(_loss)(weights, batch, roll)
        change, state = optimiser.update(gradient, state)
        return optax.apply_updates(weights, change), state

    for _ in range(_ROUNDS):
        order = dice.permutation(len(passages))
        for first in range(0, len(order), 128):
            rows = order[first : first + 128]
            rolls, roll = jax.random.split(rolls)
            weights, state = step(weights, state, [marked[rows], there[rows], right[rows]], roll)
    return [np.asarray(part) for part in weights]


def arrays(passages: Sequence[Passage], columns: dict[str, int]) -> tuple[np.ndarray, ...]:
    """marks (passages, candidates, marks); there, right and exact (passages, candidates)."""
    marked = np.zeros((len(passages), _MOST, len(columns)), np.float32)
    there, right, exact = (np.zeros((len(passages), _MOST), np.float32) for _ in range(3))
    for row, passage in enumerate(passages):
        for place, one in enumerate(passage.near[:_MOST]):
            there[row, place], right[row, place], exact[row, place] = (
                1,
                passage.right[place],
                passage.exact[place],
            )
            for mark in one.marks:
                if mark in columns:
                    marked[row, place, columns[mark]] = 1
    return marked, there, right, exact


def share(passages: Sequence[Passage], columns: dict[str, int], weights: list[np.ndarray]) -> float:
    """Of all passages, those whose heaviest candidate is exactly whom the label names."""
    marked, there, _, exact = arrays(passages, columns)
    chosen = np.where(there > 0, np.asarray(_weighed(weights, marked)), -np.inf).argmax(1)
    return float(exact[np.arange(len(passages)), chosen].mean())


def _weighed(weights: list, marked: jax.Array, roll: jax.Array | None = None) -> jax.Array:
    hidden = jax.nn.relu(marked @ weights[0] + weights[1])
    if roll is not None:
        hidden = hidden * jax.random.bernoulli(roll, 0.7, hidden.shape) / 0.7
    return hidden @ weights[2] + marked @ weights[3]


def _loss(weights: list, batch: list, roll: jax.Array) -> jax.Array:
    marked, there, right = batch
    weighed = jnp.where(there > 0, _weighed(weights, marked, roll), -1e9)
    known = right.sum(1) > 0
    lost = jax.nn.logsumexp(weighed, 1) - jax.nn.logsumexp(jnp.where(right > 0, weighed, -1e9), 1)
    return (lost * known).sum() / known.sum() + 1e-4 * sum((part**2).sum() for part in weights)


if __name__ == "__main__":
    main()
