"""The network as an ONNX file in eight-bit weights, which the program runs."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from spotter_training.network import HEADS, WIDTH, Weights

_OPSET, _IR = 20, 9


def export(weights: Weights, out: Path) -> None:
    """Inputs: ids and mask (sentences, pieces), positions (pieces). Output: probabilities (sentences, pieces,
    kinds). The head stays in full precision."""
    graph = _Graph(weights).whole()
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
    onnx.checker.check_model(model)
    with TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        onnx.save(model, full)
        quantize_dynamic(
            full,
            out,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
            nodes_to_exclude=["head.times", "positions.taken"],
        )


class _Graph:
    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def whole(self) -> onnx.GraphProto:
        words = self._step("Gather", "words.taken", self._constant("words", self._weights["words"]), "ids")
        placed = self._step(
            "Gather",
            "positions.taken",
            self._constant("positions.all", self._weights["positions"]),
            "positions",
        )
        told = self._normal("first", self._step("Add", "placed", words, placed), self._weights["norm"])
        unseen = self._unseen()
        for number, layer in enumerate(self._weights["layers"]):
            told = self._layer(f"layer{number}", layer, told, unseen)
        self._step("Sigmoid", "probabilities", self._dense("head", told, self._weights["head"]))
        whole, row, kinds = ["sentences", "pieces"], ["pieces"], self._weights["head"][1].shape[0]
        given = [
            helper.make_tensor_value_info(name, TensorProto.INT64, shape)
            for name, shape in (("ids", whole), ("mask", whole), ("positions", row))
        ]
        answer = helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [*whole, kinds])
        return helper.make_graph(self._nodes, "spotter", given, [answer], self._constants)

    def _unseen(self) -> str:
        there = self._step("Cast", "mask.float", "mask", to=TensorProto.FLOAT)
        away = self._step("Sub", "mask.away", self._constant("one", np.float32(1)), there)
        hidden = self._step("Mul", "mask.hidden", away, self._constant("far", np.float32(-1e9)))
        return self._step("Unsqueeze", "unseen", hidden, self._constant("between", np.array([1, 2])))

    def _layer(self, name: str, layer: Weights, told: str, unseen: str) -> str:
        query, value = (self._heads(name, part, layer, told, [0, 2, 1, 3]) for part in ("query", "value"))
        key = self._heads(name, "key", layer, told, [0, 2, 3, 1])
        likeness = self._step("MatMul", f"{name}.likeness", query, key)
        scale = self._constant(f"{name}.scale", np.float32(1 / np.sqrt(WIDTH)))
        scaled = self._step("Mul", f"{name}.scaled", likeness, scale)
        share = self._step(
            "Softmax", f"{name}.share", self._step("Add", f"{name}.seen", scaled, unseen), axis=-1
        )
        joined = self._step("MatMul", f"{name}.joined", share, value)
        turned = self._step("Transpose", f"{name}.turned", joined, perm=[0, 2, 1, 3])
        shape = self._constant(f"{name}.shape", np.array([0, 0, HEADS * WIDTH]))
        flat = self._step("Reshape", f"{name}.flat", turned, shape)
        out = self._dense(f"{name}.out", flat, layer["out"])
        told = self._normal(f"{name}.norm1", self._step("Add", f"{name}.sum1", told, out), layer["norm1"])
        wide = self._step("Gelu", f"{name}.gelu", self._dense(f"{name}.wide", told, layer["wide"]))
        narrow = self._dense(f"{name}.narrow", wide, layer["narrow"])
        return self._normal(f"{name}.norm2", self._step("Add", f"{name}.sum2", told, narrow), layer["norm2"])

    def _heads(self, name: str, part: str, layer: Weights, told: str, order: list[int]) -> str:
        shape = self._constant(f"{name}.{part}.shape", np.array([0, 0, HEADS, WIDTH]))
        apart = self._step(
            "Reshape", f"{name}.{part}.apart", self._dense(f"{name}.{part}", told, layer[part]), shape
        )
        return self._step("Transpose", f"{name}.{part}.turned", apart, perm=order)

    def _dense(self, name: str, told: str, layer: tuple[np.ndarray, np.ndarray]) -> str:
        times = self._step("MatMul", f"{name}.times", told, self._constant(f"{name}.weight", layer[0]))
        return self._step("Add", f"{name}.plus", times, self._constant(f"{name}.bias", layer[1]))

    def _normal(self, name: str, told: str, norm: tuple[np.ndarray, np.ndarray]) -> str:
        gain, shift = (
            self._constant(f"{name}.{part}", one) for part, one in zip(("gain", "shift"), norm, strict=True)
        )
        return self._step("LayerNormalization", name, told, gain, shift, axis=-1, epsilon=1e-12)

    def _constant(self, name: str, value: np.ndarray | np.generic) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def _step(self, kind: str, name: str, *given: str, **settings: object) -> str:
        self._nodes.append(helper.make_node(kind, list(given), [name], name=name, **settings))
        return name
