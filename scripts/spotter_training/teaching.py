"""Teaching: the surest piece of a mark must tell of its kind, and no piece outside any mark may."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from spotter_training.examples import Example, arrays, batches
from spotter_training.network import Weights, logits

SIZE = 32
RATE = 3e-4
HEAD_IS_FASTER = 10


def taught(
    weights: Weights,
    anew: Callable[[np.random.Generator], Sequence[Example]],
    kinds: int,
    rounds: int,
    say: Callable[[str], None],
    peak: float = RATE,
    seed: int = 0,
) -> Weights:
    """The weights after so many rounds (AdamW, warm-up, cosine decay); ``anew`` gives the examples of a round, each
    time cut into other windows. ``peak`` is the greatest rate of learning."""
    order = np.random.default_rng(seed)
    first = anew(np.random.default_rng(seed))
    steps = rounds * sum(1 for _ in batches(first, SIZE, np.random.default_rng(seed)))
    rate = optax.warmup_cosine_decay_schedule(0, peak, int(steps * 0.06), steps, peak * 0.02)
    optimiser = optax.multi_transform(
        {
            "body": optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=0.01)),
            "head": optax.adamw(lambda step: rate(step) * HEAD_IS_FASTER, weight_decay=0.01),
            "fixed": optax.set_to_zero(),
        },
        {name: _everywhere(part, _role(name)) for name, part in weights.items()},
    )
    learnt = jax.tree.map(jnp.asarray, weights)
    state, dice = optimiser.init(learnt), jax.random.PRNGKey(seed)

    @jax.jit
    def step(learnt: Weights, state: optax.OptState, batch: tuple[jax.Array, ...], dice: jax.Array) -> tuple:
        loss, gradient = jax.value_and_grad(_loss)(learnt, batch, dice)
        change, state = optimiser.update(gradient, state, learnt)
        return optax.apply_updates(learnt, change), state, loss

    for number in range(rounds):
        begun, losses = time.monotonic(), []
        for length, places, group in batches(anew(order), SIZE, order):
            dice, roll = jax.random.split(dice)
            learnt, state, loss = step(learnt, state, arrays(length, places, group, kinds), roll)
            losses.append(float(loss))
        say(f"round {number + 1} of {rounds}: loss {np.mean(losses):.3f}, {time.monotonic() - begun:.0f} s")
    return jax.tree.map(np.asarray, learnt)


def _everywhere(part: Any, role: str) -> Any:
    return jax.tree.map(lambda _: role, part)


def _role(name: str) -> str:
    return {"head": "head", "positions": "fixed"}.get(name, "body")


def _loss(weights: Weights, batch: tuple[jax.Array, ...], dice: jax.Array) -> jax.Array:
    ids, mask, untold, pieces, columns, there = batch
    said = logits(weights, ids, mask, dice)
    outside = (jax.nn.softplus(said) * untold * mask[:, :, None]).sum()
    places = pieces[:, :, :, None] * columns[:, :, None, :]
    surest = jnp.max(jnp.where(places > 0, said[:, None], -1e9), axis=(2, 3))
    return (outside + (jax.nn.softplus(-surest) * there).sum()) / ids.shape[0]
