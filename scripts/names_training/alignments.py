"""Learning a transducer: expectation-maximisation over all ways to cut the letters up among the signs.

First by sound alone (the reading of a character, the letter), from a guess by likeness; then, sound by sound, the
counts of each sign in its surroundings, smoothed towards those of its sound.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

import numpy as np

from amanat.core.names.signs import Sign
from amanat.core.names.transducer import STEP, Transducer, unknown_sign_cost, unmet_cost

Example = tuple[tuple[Sign, ...], str, float]
"""Signs, letters, weight."""

Table = dict[str, dict[str, float]]
"""sign -> stretch -> probability."""

LEAST_MASS = 0.0015
"""Probability of a stretch, summed over all sounds, under which it has no column."""

_TINY = 1e-7
_SHARE_OF_BACKING = 0.07
_GUESS_AT_MOST = 0.5
"""Of its likelihood by chance, a stretch never met with a sign has at most this: rare letters that nothing explains
must speak against a pair, and by a guess alone would speak for it."""
_VOWELS = frozenset("aeiouy")
_ONSET = re.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?")


def learn(
    examples: list[Example],
    widest: int,
    *,
    rounds: int = 6,
    smoothing: float = 8.0,
    least: float = 0.02,
    likeness: Callable[[str, str], float],
    backing: Callable[[Table], Callable[[str, str], float]],
) -> Transducer:
    """``likeness(sound, stretch)`` is the first guess; ``backing`` makes the probability of stretches unmet.

    Stretches met less than ``least`` times by any one sound are left out.
    """
    examples = [each for each in examples if 0 < len(each[1]) <= widest * len(each[0])]
    sounds: Table = {}
    signs: Table = {}
    for turn in range(rounds):
        counted_sounds, counted_signs = _count(
            examples, widest, signs, sounds, likeness if turn == 0 else None
        )
        sounds = {sound: _shares(counts, least) for sound, counts in counted_sounds.items()}
        signs = _smoothed(counted_signs, sounds, smoothing, least)
    return _table(
        signs, sounds, counted_signs, backing(sounds), widest, (letters for _, letters, _ in examples)
    )


Counts = dict[tuple[str, str], Counter[str]]


def _count(
    examples: list[Example],
    widest: int,
    signs: Table,
    sounds: Table,
    likeness: Callable[[str, str], float] | None,
) -> tuple[dict[str, Counter[str]], Counts]:
    by_sound: dict[str, Counter[str]] = defaultdict(Counter)
    by_sign: Counts = defaultdict(Counter)
    for row, letters, weight in examples:
        likely = [_likely(sign, letters, widest, signs, sounds, likeness) for sign in row]
        for number, start, end, share in posteriors(likely, len(letters)):
            stretch = letters[start:end]
            by_sound[row[number][1]][stretch] += share * weight
            by_sign[row[number]][stretch] += share * weight
    return by_sound, by_sign


def _likely(
    sign: Sign,
    letters: str,
    widest: int,
    signs: Table,
    sounds: Table,
    likeness: Callable[[str, str], float] | None,
) -> dict[tuple[int, int], float]:
    row = signs.get(sign[0]) or sounds.get(sign[1], {})
    found = {}
    for start in range(len(letters) + 1):
        for end in range(start, min(len(letters), start + widest) + 1):
            stretch = letters[start:end]
            if likeness is not None:
                found[start, end] = likeness(sign[1], stretch)
            else:
                found[start, end] = row.get(stretch) or _TINY * 0.1 ** (end - start)
    return found


def posteriors(
    likely: list[dict[tuple[int, int], float]], size: int
) -> Iterable[tuple[int, int, int, float]]:
    """(sign, start, end, share of all alignments), by forward and backward sums; nothing where none is possible."""
    forward = [[0.0] * (size + 1) for _ in range(len(likely) + 1)]
    forward[0][0] = 1.0
    for number, row in enumerate(likely):
        before, after = forward[number], forward[number + 1]
        for (start, end), value in row.items():
            if before[start]:
                after[end] += before[start] * value
    whole = forward[-1][size]
    if whole <= 0:
        return
    after = [0.0] * size + [1.0]
    for number in range(len(likely) - 1, -1, -1):
        before = [0.0] * (size + 1)
        reached = forward[number]
        for (start, end), value in likely[number].items():
            if after[end]:
                before[start] += after[end] * value
                share = reached[start] * value * after[end] / whole
                if share > 1e-3:
                    yield number, start, end, share
        after = before


def _shares(counts: Counter[str], least: float) -> dict[str, float]:
    whole = sum(counts.values()) + 1.0
    return {stretch: count / whole for stretch, count in counts.items() if count > least}


def _smoothed(counts: Counts, sounds: Table, smoothing: float, least: float) -> Table:
    found: Table = {}
    for (sign, sound), stretches in counts.items():
        whole = sum(stretches.values()) + smoothing
        usual = sounds[sound]
        met = {stretch for stretch, count in stretches.items() if count > least}
        found[sign] = {
            stretch: (stretches[stretch] + smoothing * usual.get(stretch, 0.0)) / whole
            for stretch in met | set(usual)
        }
    return found


def _table(
    signs: Table,
    sounds: Table,
    counts: Counts,
    backing: Callable[[str, str], float],
    widest: int,
    letters: Iterable[str],
) -> Transducer:
    met: Counter[str] = Counter()
    for row in sounds.values():
        met.update(row)
    stretches = {"": 0}
    for stretch in sorted(stretch for stretch, mass in met.items() if mass > LEAST_MASS and stretch):
        stretches[stretch] = len(stretches)
    often = {sign: sound for (sign, sound), row in counts.items() if sum(row.values()) >= 2 and sign != sound}
    rows = {name: at for at, name in enumerate([*sorted(sounds), *sorted(often)])}
    usual = background(letters)
    by_chance = {stretch: _by_chance(usual, stretch) for stretch in stretches}
    costs = np.full((len(rows) + 1, len(stretches) + 1), unmet_cost(), dtype=np.uint8)
    for name, at in rows.items():
        sound = often.get(name, name)
        chances = signs[name] if name in often else sounds[name]
        for stretch, column in stretches.items():
            seen, guessed = chances.get(stretch, 0.0), _SHARE_OF_BACKING * backing(sound, stretch)
            guessed = min(guessed, _GUESS_AT_MOST * by_chance[stretch])
            cost = -math.log((1 - _SHARE_OF_BACKING) * seen + guessed) / STEP
            # A mere guess needs no fine steps, and coarse ones make a smaller file.
            costs[at, column] = min(255, round(cost) if seen else 8 * round(cost / 8))
    for stretch, column in stretches.items():
        costs[-1, column] = unknown_sign_cost(len(stretch))
    return Transducer(rows, stretches, costs, usual, widest)


def _by_chance(usual: np.ndarray, stretch: str) -> float:
    """How likely these letters are one after another in names at large; of none, 1."""
    if not stretch:
        return 1.0
    codes = [ord(letter) - 97 for letter in stretch]
    often = np.exp(usual[:26, :26]).mean(0)[codes[0]]
    return float(often * np.exp(sum(usual[one, other] for one, other in pairwise(codes))))


def background(letters: Iterable[str]) -> np.ndarray:
    """Logarithms of a letter after a letter, add-one smoothed; 26 is the edge of a token."""
    counts = np.ones((27, 27))
    for each in letters:
        codes = [26, *(ord(letter) - 97 for letter in each), 26]
        for one, other in pairwise(codes):
            counts[one, other] += 1
    return np.log(counts / counts.sum(1, keepdims=True)).astype(np.float32)


def like_pinyin(sound: str, stretch: str) -> float:
    """A first guess for a reading: the same first letter, letters in common, a like length."""
    reading = sound.removeprefix("~")
    if not stretch:
        return 1e-4
    shared = len(set(stretch) & set(reading)) / max(len(set(stretch)), len(set(reading)), 1)
    first = 1.0 if stretch[0] == reading[:1] else 0.15
    return first * (0.1 + shared) * 0.3 ** abs(len(stretch) - min(len(reading), 3))


def like_letter(sound: str, stretch: str) -> float:
    """A first guess for a letter: itself, perhaps with a vowel; another vowel for a vowel; perhaps nothing."""
    if not stretch:
        return 0.02
    if sound in stretch:
        return 0.5 * 0.1 ** (len(stretch) - 1)
    if sound in _VOWELS and stretch[0] in _VOWELS:
        return 0.1 * 0.1 ** (len(stretch) - 1)
    return 0.004 * 0.1 ** (len(stretch) - 1)


def by_onset_and_rest(sounds: Table) -> Callable[[str, str], float]:
    """How likely a stretch is for a reading by its beginning and its rest apart: zh + ang, each met elsewhere."""
    onsets: dict[str, Counter[str]] = defaultdict(Counter)
    rests: dict[str, Counter[str]] = defaultdict(Counter)
    for sound, row in sounds.items():
        first, rest = _parted_reading(sound)
        for stretch, share in row.items():
            consonants, vowels = _parted(stretch)
            onsets[first][consonants] += share
            rests[rest][vowels] += share

    def backing(sound: str, stretch: str) -> float:
        first, rest = _parted_reading(sound)
        consonants, vowels = _parted(stretch)
        one, other = onsets[first], rests[rest]
        onset = one[consonants] / max(one.total(), 1e-9) + 1e-3
        ending = other[vowels] / max(other.total(), 1e-9) + 1e-3
        return 0.5 * onset * ending + 1e-7

    return backing


def _parted_reading(sound: str) -> tuple[str, str]:
    reading = sound.removeprefix("~")
    found = _ONSET.match(reading)
    onset = found.group() if found else ""
    return onset, reading[len(onset) :]


def _parted(stretch: str) -> tuple[str, str]:
    at = next((at for at, letter in enumerate(stretch) if letter in _VOWELS), len(stretch))
    return stretch[:at], stretch[at:]


def by_class(sounds: Table) -> Callable[[str, str], float]:
    """For letters: a vowel may stand for any vowel sooner than for a consonant; anything may be a slip."""

    def backing(sound: str, stretch: str) -> float:
        if not stretch:
            return 0.05
        alike = all(letter in _VOWELS for letter in stretch) == (sound in _VOWELS)
        return (0.02 if alike else 0.002) * 0.03 ** (len(stretch) - 1)

    return backing
