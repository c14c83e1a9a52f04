"""A reader of generated reports that needs no language model: about a hundred times faster than the real one.

For filling a casebook with ten thousand reports to measure what comes after reading. It proposes about as many
claims, people, places and tellers for each report as the real reader does (speed_desk.py prints both), not the
same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanat.actions.outcome import Outcome
from amanat.core.claim import (
    Claim,
    Passage,
    Person,
    PlaceName,
    Polarity,
    Reading,
    ReportHeader,
    Teller,
    TellerRole,
    Where,
    identified,
)
from speed.reports import wording

_KINDS = {
    "arrest": "detention",
    "detain": "detention",
    "held": "detention",
    "sentenced": "sentence",
    "released": "release",
    "beaten": "torture and ill-treatment",
    "bruises": "torture and ill-treatment",
    "transferred": "transfer",
    "moved to": "transfer",
    "confiscated": "confiscation of documents",
    "interrogat": "interrogation",
    "summoned": "interrogation",
    "forced to sign": "coercion",
    "medical care": "denial of medical care",
    "suffers": "health",
    "charged": "prosecution",
    "fined": "fine",
    "forced to work": "forced labour",
    "threatened": "reprisal against relatives",
    "fled": "flight",
    "deported": "deportation",
    "denied": "denial",
    "missing": "enforced disappearance",
    "taken away": "enforced disappearance",
    "died": "death in custody",
    "lawyer": "occupation",
    "spokesman": "occupation",
    "demand": "appeal",
}
_FIRST_NAMES = "|".join(
    name for people in wording()["people"].values() for name in people["women"] + people["men"]
)
_NAME = re.compile(rf"\b((?:{_FIRST_NAMES}) [A-ZÀ-Þ][a-zà-ÿ]+)")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?]”?(?= |$)|$)", re.M)
_MONTHS = "January February March April May June July August September October November December".split()
_DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})")
_PLACE = re.compile(r"\bin ([A-ZÀ-Þ][a-zà-ÿé]+)\b")


def read_fast(untrusted: bytes, name: str, sha256: str) -> Outcome:
    """A reader for ``actions.add``: bytes to an Outcome."""
    text = untrusted.decode()
    lines = [line for line in text.split("\n") if line]
    names = _names(text)
    people = tuple(Person(key, (full,)) for full, key in names.items())
    outlet = next((line for line in lines[:2] if len(line) < 30), "Northlight News")
    claims = [identified(claim, sha256) for claim in _claims(text, names, outlet)]
    header = ReportHeader(lines[0], text, sha256, outlet=outlet, published="2021-05-01", language="en")
    return Outcome(sha256, "text/plain", "UTF-8", Reading(header, people, tuple(claims)))


def _names(text: str) -> dict[str, str]:
    """Full names with their ids, in order."""
    found = dict.fromkeys(_NAME.findall(text))
    return {full: f"p{number}" for number, full in enumerate(found, 1)}


def _claims(text: str, names: dict[str, str], outlet: str) -> Iterator[Claim]:
    """For each sentence one claim of each kind whose word is in it, about whoever was named last."""
    main = next(iter(names.values()), "a detainee")
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group()
        named = [key for full, key in names.items() if full in words]
        for kind in dict.fromkeys(kind for word, kind in _KINDS.items() if word in words):
            yield Claim(
                kind=kind,
                passage=Passage(sentence.start(), sentence.end(), words),
                who=(named[0] if named and "said" not in words else main,),
                by=("police",) if "arrest" in words else (),
                where=_where(words),
                when=_when(words),
                told_by=_tellers(words, named, outlet),
                polarity=Polarity.DENIED if "denied that" in words else Polarity.AFFIRMED,
                reader="fast 1",
                confidence=0.5,
            )


def _where(words: str) -> Where | None:
    found = _PLACE.search(words)
    return Where(found[1], within=(PlaceName("the region"),)) if found and found[1] not in _MONTHS else None


def _when(words: str) -> str | None:
    found = _DATE.search(words)
    return f"{found[3]}-{_MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}" if found else None


def _tellers(words: str, named: list[str], outlet: str) -> tuple[Teller, ...]:
    first = (
        (Teller(named[-1], TellerRole.RELATIVE),) if named and ("said" in words or "told" in words) else ()
    )
    return (*first, Teller(outlet, TellerRole.MEDIA))
