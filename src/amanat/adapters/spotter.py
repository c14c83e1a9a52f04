"""The spotter run: a small network that marks which words of a sentence tell of which kind of claim.

It is the last component of the English pipeline, so that whatever parses a page has its spots. The network is
all-MiniLM-L6-v2 (Apache-2.0) taught further by scripts/spotter_training on invented sentences marked by hand;
it runs on the processor through onnxruntime, in eight-bit weights, and speaks to no other machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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
_LONGEST = 124
"""Pieces of a sentence that are looked at; what lies beyond is left to the rules."""
_WINDOW = 126
"""Pieces that are looked at together: as many as it was taught with."""
_LOOKED_BACK = 32
"""The longest sentence, in pieces, that is shown once more to the window after it."""
_BATCH = 8
_WORTH_KEEPING = 0.1


@dataclass(frozen=True, slots=True)
class _Cut:
    """A sentence of the document of that number, in pieces."""

    document: int
    sentence: Span
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class _Window:
    """Sentences in a row, each with the mark of ending after it; of ``context`` the first nothing is asked."""

    cuts: list[_Cut]
    context: int

    @property
    def width(self) -> int:
        return 1 + sum(len(cut.pieces) + 1 for cut in self.cuts)


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
        """The documents are paragraphs in a row: what a sentence means hangs on those around it, so that it is
        looked at together with them. Windows of like width go together."""
        spots: list[list[Spot]] = [[] for _ in docs]
        ordered = sorted(_windows(self._cut(docs)), key=lambda window: window.width)
        for first in range(0, len(ordered), _BATCH):
            batch = ordered[first : first + _BATCH]
            for window, probabilities in zip(batch, self._look(batch), strict=True):
                at = 1
                for number, cut in enumerate(window.cuts):
                    if number >= window.context:
                        seen = probabilities[at : at + len(cut.pieces)]
                        spots[cut.document].extend(self._spots(cut.sentence, cut.pieces, seen))
                    at += len(cut.pieces) + 1
        for doc, found in zip(docs, spots, strict=True):
            keep_spots(doc, found)

    def _cut(self, docs: Sequence[Doc]) -> Iterator[_Cut]:
        for number, doc in enumerate(docs):
            for sentence in doc.sents:
                if pieces := self._pieces.cut(sentence.text)[:_LONGEST]:
                    yield _Cut(number, sentence, pieces)

    def _look(self, batch: Sequence[_Window]) -> NDArray[np.float32]:
        """Probabilities, one row a piece (the mark of beginning first) and one column a kind."""
        numbers = np.zeros((len(batch), max(window.width for window in batch)), np.int64)
        there = np.zeros_like(numbers)
        for row, window in enumerate(batch):
            inside = [self._pieces.begin]
            for cut in window.cuts:
                inside += [*(piece.number for piece in cut.pieces), self._pieces.end]
            numbers[row, : len(inside)] = inside
            there[row, : len(inside)] = 1
        given = {"ids": numbers, "mask": there, "positions": np.arange(numbers.shape[1])}
        found: NDArray[np.float32] = self._session.run(None, given)[0]
        return found

    def _spots(
        self, sentence: Span, pieces: list[Piece], probabilities: NDArray[np.float32]
    ) -> Iterator[Spot]:
        """For each kind the one place where it is likeliest."""
        likeliest = probabilities.argmax(axis=0)
        for column, row in enumerate(likeliest):
            probability = float(probabilities[row, column])
            if probability >= _WORTH_KEEPING:
                start = sentence.start_char
                piece = pieces[row]
                yield Spot(self.kinds[column], start + piece.start, start + piece.end, probability)


def _windows(cuts: Iterable[_Cut]) -> Iterator[_Window]:
    """Sentences in a row, as many as fit. The last of a window is shown again before the next, if it is short."""
    row: list[_Cut] = []
    context, room = 0, _WINDOW
    for cut in cuts:
        if len(row) > context and len(cut.pieces) + 1 > room:
            yield _Window(row, context)
            before = [row[-1]] if len(row[-1].pieces) <= _LOOKED_BACK else []
            fits = sum(len(one.pieces) + 1 for one in before) + len(cut.pieces) + 1 <= _WINDOW
            row = before if fits else []
            context = len(row)
            room = _WINDOW - sum(len(one.pieces) + 1 for one in row)
        row.append(cut)
        room -= len(cut.pieces) + 1
    if len(row) > context:
        yield _Window(row, context)


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
