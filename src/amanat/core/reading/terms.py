"""Terms of punishment in the words of lists: "9 years", "a five-year suspended term", "life", "fine of 500 roubles"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = (
    r"(?:\d{1,3}(?:[.,]5)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty(?:[- ]\w+)?|thirty|a)"
)
_UNIT = r"(?:years?|yrs?|months?|weeks?|days?)"
_TERM = re.compile(
    rf"(?<![\w-])(?:an? )?{_NUMBER}(?: and a half)?[ -](?:{_UNIT})[’']?(?![ -]old\b| ago\b)\b|"
    r"\blife(?: imprisonment| sentence| in prison| term)?\b(?! ?style|time)|"
    r"\b(?:the )?death (?:penalty|sentence|by)\b|\bcapital punishment\b|\bto death\b|(?<!\w)\d{1,3} lashes\b|^death$",
    re.I,
)
_FINE = re.compile(
    r"\bfined? (?:of )?(?=[^a-z]{0,4}\d)[^;.]*?\d[\d., ]*(?: (?:thousand|million))?(?: \w+)?|"
    r"(?<!\w)[\d., ]+ \w+ fine\b",
    re.I,
)
_FREED = re.compile(r"\b(?:set free|released|freed)\b", re.I)
_DETAINED_FOR = re.compile(r"\b(?:served|spent|after|detention|detained|held|probation)\b[^;]*$", re.I)


@dataclass(frozen=True, slots=True)
class Term:
    """``kind`` sentence, fine or release; the segment is ``start`` to ``end``, and ``before`` what stands ahead."""

    kind: str
    details: str
    start: int
    end: int
    before: str


def begins_with_term(text: str) -> bool:
    """ "6 years, Art. 318", "sentenced to a year", "a five-year suspended term", "life"."""
    found = _TERM.search(text)
    lead = text[: found.start()] if found else ""
    return (
        found is not None and len(lead.split()) <= 3 and not re.search(r"[.;]|\b(?:was|were|for|in)\b", lead)
    )


def read_terms(value: str) -> Iterator[Term]:
    """Each part between semicolons that gives a term, a fine or freedom."""
    for part in re.finditer(r"[^;；]+", value):
        text = part.group().strip()
        if not text:
            continue
        start = part.start() + part.group().index(text)
        term, fine, freed = _TERM.search(text), _FINE.search(text), _FREED.search(text)
        if term and not _DETAINED_FOR.search(text[: term.start()]):
            yield Term("sentence", text, start, start + len(text), text[: term.start()].strip(" ,:–—-"))
        if fine:
            at = start + fine.start()
            yield Term(
                "fine",
                fine.group().strip(),
                at,
                start + fine.end(),
                text[: fine.start()].strip(" ,:–—-") if not term else "",
            )
        if freed and not term and not fine:
            yield Term("release", text, start, start + len(text), text[: freed.start()].strip(" ,:–—-"))
