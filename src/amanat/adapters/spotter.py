"""The spotter run: a small network that marks which words of a sentence tell of which kind of claim.

It is the last component of the English pipeline, so that whatever parses a page has its spots. The network is
all-MiniLM-L6-v2 (Apache-2.0) taught further by scripts/spotter_training on invented sentences marked by hand;
it runs on the processor through onnxruntime, in eight-bit weights, and speaks to no other machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from amanat.core.reading.spots import LEARNED, Spot, keep_spots, spotted_kinds
from amanat.core.reading.wordpiece import Piece, WordPieces

NAME = "amanat_spotter"
_LONGEST = 200
"""Pieces of a sentence that are looked at; what lies beyond is left to the rules."""
_BATCH = 16
_WORTH_KEEPING = 0.1


class Spotter:
    """A spaCy component: leaves with each document the spots of its sentences."""

    def __init__(self, folder: Path = LEARNED) -> None:
        self._pieces = WordPieces((folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines())
        self.kinds = spotted_kinds()
        self._session = _session(folder / "spotter.onnx")

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        documents = iter(stream)
        while batch := list(islice(documents, batch_size)):
            self._mark(batch)
            yield from batch

    def _mark(self, docs: Sequence[Doc]) -> None:
        """Sentences of like length are looked at together, whichever document they stand in."""
        cut = [
            (number, sentence, self._pieces.cut(sentence.text)[:_LONGEST])
            for number, doc in enumerate(docs)
            for sentence in doc.sents
        ]
        spots: list[list[Spot]] = [[] for _ in docs]
        ordered = sorted((one for one in cut if one[2]), key=lambda one: len(one[2]))
        for first in range(0, len(ordered), _BATCH):
            batch = ordered[first : first + _BATCH]
            seen = self._look([pieces for _, _, pieces in batch])
            for (number, sentence, pieces), probabilities in zip(batch, seen, strict=True):
                spots[number].extend(self._spots(sentence, pieces, probabilities))
        for doc, found in zip(docs, spots, strict=True):
            keep_spots(doc, found)

    def _look(self, batch: Sequence[list[Piece]]) -> NDArray[np.float32]:
        """Probabilities, one row a piece (the mark of beginning first) and one column a kind."""
        width = max(len(pieces) for pieces in batch) + 2
        numbers = np.zeros((len(batch), width), np.int64)
        there = np.zeros_like(numbers)
        for row, pieces in enumerate(batch):
            inside = [self._pieces.begin, *(piece.number for piece in pieces), self._pieces.end]
            numbers[row, : len(inside)] = inside
            there[row, : len(inside)] = 1
        given = {"ids": numbers, "mask": there, "positions": np.arange(width)}
        found: NDArray[np.float32] = self._session.run(None, given)[0]
        return found

    def _spots(
        self, sentence: Span, pieces: list[Piece], probabilities: NDArray[np.float32]
    ) -> Iterator[Spot]:
        """For each kind the one place where it is likeliest."""
        inside = probabilities[1 : len(pieces) + 1]
        likeliest = inside.argmax(axis=0)
        for column, row in enumerate(likeliest):
            probability = float(inside[row, column])
            if probability >= _WORTH_KEEPING:
                start = sentence.start_char
                piece = pieces[row]
                yield Spot(self.kinds[column], start + piece.start, start + piece.end, probability)


def _session(path: Path) -> Any:
    """One thread each: reports are read side by side, a process each. Nothing is told to anybody."""
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


@Language.factory(NAME)
def _component(nlp: Language, name: str) -> Spotter:
    return Spotter()
