"""Ten thousand synthetic reports against each other, one after another, as they would come in.

They are of forty outlets of unlike size, the largest with some 2,300 pages, and each outlet has a text of its own under
every page.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from random import Random

import numpy as np

from amanat.core.echo import EchoIndex, Report
from amanat.core.echo.rarity import ranks

_SENTENCES, _WORDS = 24, 18
_OUTLETS, _UNDER_A_PAGE = 40, 4
"""``_UNDER_A_PAGE``: sentences of an outlet's standing text."""
_ECHOES = 0.1
"""Share of the reports that repeat a third of an earlier one."""
_HEADS = (
    "Tar",
    "Mir",
    "Sev",
    "Ben",
    "Luch",
    "Qar",
    "Osm",
    "Yel",
    "Khor",
    "Das",
    "Vor",
    "Zan",
    "Ruk",
    "Pel",
    "Gim",
    "Fad",
)
_MIDDLES = ("ar", "ol", "im", "ent", "ush", "ev", "and", "ok", "il", "asht")
_TAILS = ("van", "at", "in", "ori", "bek", "mir", "dze", "ko", "ul", "gan", "esh", "ta")


def speed(reports: int, seed: int) -> dict[str, float | int]:
    """Seconds and mebibytes; ``one more`` is adding a report among those before it, the last twentieth of them.

    Of the processor's time, on one core, so that what else the machine does makes no difference.
    """
    before = _memory()
    index, took, found = EchoIndex(), [], 0
    begun, waited = time.process_time(), time.perf_counter()
    for report in _reports(reports, seed):
        at = time.process_time()
        found += len(index.add(report))
        took.append(time.process_time() - at)
    last = took[-max(1, reports // 20) :]
    return {
        "reports": reports,
        "echoes found": found,
        "echoes made": int(sum(_is_echo(each) for each in range(reports))),
        "all, processor seconds": round(sum(took), 1),
        "making the reports, processor seconds": round(time.process_time() - begun - sum(took), 1),
        "both, seconds by the clock": round(time.perf_counter() - waited, 1),
        "one more, median": round(float(np.median(last)), 4),
        "one more, 99 of 100": round(float(np.quantile(last, 0.99)), 4),
        "one more, slowest of all": round(max(took), 3),
        "memory grown, MiB": _memory() - before,
    }


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _is_echo(number: int) -> bool:
    return number > 10 and number % round(1 / _ECHOES) == 0


def _reports(reports: int, seed: int) -> Iterator[Report]:
    """Words are drawn as often as their rank says (Zipf), so that common ones make the long lists that they make."""
    chance, numbers = Random(seed), np.random.default_rng(seed)
    words = [word for word in ranks() if word.isalpha() and len(word) > 1]
    weights = 1 / (np.arange(len(words)) + 3)
    weights /= weights.sum()

    def sentences_of(count: int) -> list[str]:
        drawn = numbers.choice(len(words), size=(count, _WORDS), p=weights)
        return [_sentence([words[at] for at in row], chance) for row in drawn]

    under = [sentences_of(_UNDER_A_PAGE) for _ in range(_OUTLETS)]
    sizes = [1 / (outlet + 1) for outlet in range(_OUTLETS)]
    kept: list[list[str]] = []
    for number in range(reports):
        sentences = sentences_of(_SENTENCES)
        if _is_echo(number):
            source = chance.choice(kept)
            sentences[: _SENTENCES // 3] = source[_SENTENCES // 3 : 2 * (_SENTENCES // 3)]
        kept.append(sentences)
        day = f"2021-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        [outlet] = chance.choices(range(_OUTLETS), sizes)
        text = "\n".join([*sentences, *under[outlet]])
        yield Report(number + 1, text, f"Outlet {outlet}", published=day, language="en")


def _sentence(words: list[str], chance: Random) -> str:
    name = f"{chance.choice(_HEADS)}{chance.choice(_MIDDLES)}{chance.choice(_TAILS)}"
    month = chance.choice(("January", "March", "May", "October"))
    told = " ".join(words[1:])
    return f"{words[0].capitalize()} {name} {told} on {chance.randint(1, 28)} {month}."
