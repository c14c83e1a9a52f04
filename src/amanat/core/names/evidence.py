"""How much speaks for two tokens being forms of one name: features of the pair, and the log-odds learnt from them.

Which features a pair has depends on its two kinds of spelling; the log-odds of all kinds are on one scale, made by
logistic regression for each pair of kinds on names that nothing else was learnt from (scripts/train_names.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amanat.core.names.conventions import differ_by_convention
from amanat.core.names.hanzi import pinyin
from amanat.core.names.signs import Sign, han_signs, letter_signs, pinyin_signs
from amanat.core.names.spelling import Kind, Spelling
from amanat.core.names.transducer import Transducer
from amanat.core.names.vectors import Vectors

FEATURES = ("even", "evidence", "evidence a letter", "closeness", "length", "shortness", "evidence back")
"""Of a pair of tokens, in this order; the first is 1 for every pair."""

LEAST = -9.0
"""Log-odds of one token, at least: no two spellings are surer to be two names than about eight thousand to one."""

_SAME = 9.0
"""Log-odds, at least, of two tokens spelt alike."""

_SAME_BY_CONVENTION = 6.0
"""Log-odds, at least, of two spellings that differ only in what writers choose freely: Raushan, Rawshan. Set by hand:
the pairs learnt from have too few of them, all of one convention a source."""

_EVIDENCE = (-15.0, 40.0)
_EVIDENCE_A_LETTER = (-1.5, 4.0)
"""Bounds of the features: beyond them there was little to learn from, and a line drawn on would mislead."""

_NO_READING = 40.0
"""Nats against letters that are no pinyin being pinyin."""

_BONES = dict(
    zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگؤئءە", "abtsjhkdzrzsxsdtzegfqklmnhwypcjgwy-h", strict=True)
)


def bones(arabic: str) -> str:
    """Arabic letters, one Latin letter each: what is left of a name without its short vowels."""
    return "".join(_BONES.get(each, "") for each in arabic).replace("-", "")


@dataclass(frozen=True, eq=False)
class Learned:
    """All that was learnt. ``weights``: log-odds of a pair of kinds ("LH"), a number for each feature."""

    han: Transducer
    """Han characters, and readings, spelt by letters."""
    readings: Transducer
    """Letters spelt by the readings of Han characters, in letters: the same pairs from the other side."""
    letters: Transducer
    """Letters spelt by letters: other romanisations, slips, Cyrillic by way of them."""
    consonants: Transducer
    """Arabic letters spelt by letters."""
    han_bones: Transducer
    """Han characters spelt by consonants."""
    vectors: Vectors
    weights: dict[str, NDArray[np.float64]]

    def log_odds(
        self,
        one: Sequence[Spelling],
        others: Sequence[Spelling],
        closeness: NDArray[np.float32],
        *,
        quick: bool = False,
    ) -> NDArray[np.float64]:
        """For each pair (one[i], others[i]) with its cosine: natural log-odds that both are forms of one name,
        where one in twenty of pairs that look alike is. ``quick``: without the evidence from the other side, for
        choosing what is worth a closer look."""
        found = np.full(len(one), LEAST)
        kinds = np.array([pair_of_kinds(left, right) for left, right in zip(one, others, strict=True)])
        for kind in set(kinds.tolist()) - {""}:
            at = np.flatnonzero(kinds == kind).tolist()
            left, right = [one[i] for i in at], [others[i] for i in at]
            known = f"{kind}~" if quick else kind
            found[at] = self.features(known, left, right, closeness[at]) @ self._weights(known)
            if kind == "LL" and (read := [n for n in range(len(at)) if _may_be_pinyin(left[n], right[n])]):
                again = self.features(
                    known.replace("LL", "PL"),
                    [left[n] for n in read],
                    [right[n] for n in read],
                    closeness[[at[n] for n in read]],
                )
                again_at = [at[n] for n in read]
                found[again_at] = np.maximum(found[again_at], again @ self._weights("PL"))
        written = [differ_by_convention(left, right) for left, right in zip(one, others, strict=True)]
        found[written] = np.maximum(found[written], _SAME_BY_CONVENTION)
        alike = [
            left.kind is right.kind and left.letters == right.letters and bool(left.letters)
            for left, right in zip(one, others, strict=True)
        ]
        found[alike] = np.maximum(found[alike], _SAME)
        return np.asarray(np.maximum(found, LEAST))

    def _weights(self, kind: str) -> NDArray[np.float64]:
        """Of a pair of kinds that is too rare to have been weighed, those of letters with letters."""
        found = self.weights.get(kind, self.weights.get(kind.rstrip("~"), self.weights["LL"]))
        return found[: len(FEATURES)]

    def features(
        self, kind: str, one: list[Spelling], others: list[Spelling], closeness: NDArray[np.float32]
    ) -> NDArray[np.float64]:
        """Rows of ``FEATURES`` for pairs of one pair of kinds; "PL": letters, one taken for pinyin of Han; "LH~":
        letters and Han by the quick way."""
        kind, quick = kind.rstrip("~"), kind.endswith("~")
        evidence = np.clip(self._evidence(kind, one, others, quick), *_EVIDENCE)
        sizes = [(_size(left), _size(right)) for left, right in zip(one, others, strict=True)]
        shorter = np.array([min(pair) for pair in sizes], dtype=float)
        columns = (
            np.ones(len(one)),
            evidence,
            np.clip(evidence / shorter, *_EVIDENCE_A_LETTER),
            closeness.astype(float),
            np.log(shorter),
            np.maximum(0.0, 4.0 - shorter),
            np.clip(self._evidence_back(kind, one, others), *_EVIDENCE) if not quick else np.zeros(len(one)),
        )
        return np.stack(columns, axis=1)

    def _evidence(
        self, kind: str, one: list[Spelling], others: list[Spelling], quick: bool
    ) -> NDArray[np.float64]:
        """Nats by the transducers; of both ways to look at the pair where there are two, the mean.

        ``quick``: one way only, the one in which the same letters are looked at again and again.
        """
        swapped = [
            left.kind != right.kind and left.kind + right.kind != kind
            for left, right in zip(one, others, strict=True)
        ]
        pairs = [
            (right.letters, left.letters) if swap else (left.letters, right.letters)
            for left, right, swap in zip(one, others, swapped, strict=True)
        ]
        match kind:
            case "LH":
                return self.han.evidence([(han_signs(han), letters) for letters, han in pairs])
            case "LA":
                return self.consonants.evidence(
                    [(letter_signs(arabic), letters) for letters, arabic in pairs]
                )
            case "AH":
                return self.han_bones.evidence([(han_signs(han), bones(arabic)) for arabic, han in pairs])
            case "HH":
                there = self.han.evidence([(han_signs(left), pinyin(right)) for left, right in pairs])
                back = self.han.evidence([(han_signs(right), pinyin(left)) for left, right in pairs])
                return (there + back) / 2
            case "AA":
                return self._both_ways([(bones(left), bones(right)) for left, right in pairs])
            case "PL":
                return self._by_pinyin(pairs)
            case "LL" if quick:
                return self.letters.evidence([(letter_signs(right), left) for left, right in pairs])
            case _:
                return self._both_ways(pairs)

    def _evidence_back(self, kind: str, one: list[Spelling], others: list[Spelling]) -> NDArray[np.float64]:
        """Nats for the readings of the Han form, as a spelling of the letters; nought for other pairs of kinds."""
        if kind != "LH":
            return np.zeros(len(one))
        pairs = [
            (right.letters, left.letters) if left.kind is Kind.HAN else (left.letters, right.letters)
            for left, right in zip(one, others, strict=True)
        ]
        return self.readings.evidence([(letter_signs(letters), pinyin(han)) for letters, han in pairs])

    def _both_ways(self, pairs: list[tuple[str, str]]) -> NDArray[np.float64]:
        there = self.letters.evidence([(letter_signs(left), right) for left, right in pairs])
        back = self.letters.evidence([(letter_signs(right), left) for left, right in pairs])
        return (there + back) / 2

    def _by_pinyin(self, pairs: list[tuple[str, str]]) -> NDArray[np.float64]:
        """The better of taking either for the pinyin of Han characters that spell the other."""
        best = np.full(len(pairs), -_NO_READING)
        for taken, other in ((0, 1), (1, 0)):
            read: list[tuple[int, tuple[tuple[Sign, ...], str]]] = [
                (at, (signs, pair[other]))
                for at, pair in enumerate(pairs)
                if len(signs := pinyin_signs(pair[taken])) > 1
            ]
            if read:
                at = [each for each, _ in read]
                best[at] = np.maximum(best[at], self.han.evidence([pair for _, pair in read]))
        return best


def pair_of_kinds(one: Spelling, other: Spelling) -> str:
    """ "LH", "LA", "AH", "LL", "AA" or "HH"; "" where one has nothing to compare."""
    if not one.letters or not other.letters:
        return ""
    order = "LAH"
    return "".join(sorted((one.kind, other.kind), key=order.index))


def _may_be_pinyin(one: Spelling, other: Spelling) -> bool:
    return len(pinyin_signs(one.letters)) > 1 or len(pinyin_signs(other.letters)) > 1


def _size(spelling: Spelling) -> int:
    """About how many sounds: a Han character stands for two and a half letters."""
    size = len(spelling.letters)
    return round(2.5 * size) if spelling.kind is Kind.HAN else size
