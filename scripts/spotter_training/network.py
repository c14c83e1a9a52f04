"""The network: BERT with six layers of 384 (Wang et al. 2020, MiniLM), and over each piece one logit a kind."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import onnx
from onnx import numpy_helper

HEADS, WIDTH, LAYERS, LONGEST = 12, 32, 6, 256
Weights = dict[str, Any]

_DENSE = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
}
_NORMS = {"norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}


def base_weights(path: Path, kinds: int) -> Weights:
    """The weights of a ``model.safetensors`` of all-MiniLM-L6-v2, with a new head for so many kinds."""
    stored = _tensors(path)
    dice = np.random.default_rng(0)
    return {
        "words": stored["embeddings.word_embeddings.weight"],
        "positions": stored["embeddings.position_embeddings.weight"][:LONGEST]
        + stored["embeddings.token_type_embeddings.weight"][0],
        "norm": _norm(stored, "embeddings.LayerNorm"),
        "layers": [_layer(stored, f"encoder.layer.{number}.") for number in range(LAYERS)],
        "head": (
            dice.normal(0, 0.02, (HEADS * WIDTH, kinds)).astype(np.float32),
            np.full(kinds, -5, np.float32),
        ),
    }


def shipped_weights(path: Path, kinds: int) -> Weights:
    """The weights of a network that ``exporting`` has written, out of their eight bits; columns of the head for kinds
    that it does not know are new."""
    stored = {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}

    def whole(name: str) -> np.ndarray:
        if name in stored:
            return stored[name].astype(np.float32)
        scale, zero = stored[f"{name}_scale"], stored[f"{name}_zero_point"]
        eight = stored[f"{name}_quantized"].astype(np.float32)
        return ((eight - zero.astype(np.float32)) * scale).astype(np.float32)

    def pair(name: str, first: str, second: str) -> tuple[np.ndarray, np.ndarray]:
        return whole(f"{name}.{first}"), whole(f"{name}.{second}")

    weight, bias = pair("head", "weight", "bias")
    new = kinds - weight.shape[1]
    dice = np.random.default_rng(0)
    return {
        "words": whole("words"),
        "positions": whole("positions.all"),
        "norm": pair("first", "gain", "shift"),
        "layers": [
            {
                **{name: pair(f"layer{at}.{name}", "weight", "bias") for name in _DENSE},
                **{name: pair(f"layer{at}.{name}", "gain", "shift") for name in _NORMS},
            }
            for at in range(LAYERS)
        ],
        "head": (
            np.concatenate([weight, dice.normal(0, 0.02, (HEADS * WIDTH, new)).astype(np.float32)], axis=1),
            np.concatenate([bias, np.full(new, -5, np.float32)]),
        ),
    }


def _tensors(path: Path) -> dict[str, np.ndarray]:
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    found = {}
    for name, told in header.items():
        if told.get("dtype") == "F32":
            start, end = (8 + length + offset for offset in told["data_offsets"])
            found[name] = np.frombuffer(raw[start:end], np.float32).reshape(told["shape"])
    return found


def _norm(stored: dict[str, np.ndarray], name: str) -> tuple[np.ndarray, np.ndarray]:
    return stored[f"{name}.weight"], stored[f"{name}.bias"]


def _layer(stored: dict[str, np.ndarray], at: str) -> Weights:
    dense = {
        name: (stored[f"{at}{there}.weight"].T, stored[f"{at}{there}.bias"]) for name, there in _DENSE.items()
    }
    return {**dense, **{name: _norm(stored, at + there) for name, there in _NORMS.items()}}


def logits(weights: Weights, ids: jax.Array, mask: jax.Array, dice: jax.Array | None = None) -> jax.Array:
    """Shapes: ids and mask (sentences, pieces), the answer (sentences, pieces, kinds). With ``dice`` a tenth of
    what each layer says is dropped."""
    rolls = iter([None] * 20 if dice is None else list(jax.random.split(dice, 20)))
    told = weights["words"][ids] + weights["positions"][: ids.shape[1]][None]
    told = _dropped(_normal(told, weights["norm"]), next(rolls))
    unseen = jnp.where(mask[:, None, None, :] > 0, 0.0, -1e9)
    for layer in weights["layers"]:
        attended = _dense(_attention(layer, told, unseen), layer["out"])
        told = _normal(told + _dropped(attended, next(rolls)), layer["norm1"])
        wide = jax.nn.gelu(_dense(told, layer["wide"]), approximate=False)
        told = _normal(told + _dropped(_dense(wide, layer["narrow"]), next(rolls)), layer["norm2"])
    return _dense(_dropped(told, next(rolls)), weights["head"])


def _attention(layer: Weights, told: jax.Array, unseen: jax.Array) -> jax.Array:
    count, length, _ = told.shape

    def heads(name: str) -> jax.Array:
        return _dense(told, layer[name]).reshape(count, length, HEADS, WIDTH).transpose(0, 2, 1, 3)

    likeness = heads("query") @ heads("key").transpose(0, 1, 3, 2) / np.sqrt(WIDTH) + unseen
    joined = (jax.nn.softmax(likeness, -1) @ heads("value")).transpose(0, 2, 1, 3)
    return joined.reshape(count, length, HEADS * WIDTH)


def _dense(told: jax.Array, layer: tuple[jax.Array, jax.Array]) -> jax.Array:
    return told @ layer[0] + layer[1]


def _normal(told: jax.Array, norm: tuple[jax.Array, jax.Array]) -> jax.Array:
    middle = told.mean(-1, keepdims=True)
    spread = ((told - middle) ** 2).mean(-1, keepdims=True)
    return (told - middle) / jnp.sqrt(spread + 1e-12) * norm[0] + norm[1]


def _dropped(told: jax.Array, dice: jax.Array | None, share: float = 0.1) -> jax.Array:
    if dice is None:
        return told
    return jnp.where(jax.random.bernoulli(dice, 1 - share, told.shape), told / (1 - share), 0)
