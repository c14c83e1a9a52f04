"""The vocabulary as the page docs/vocabulary.md: a test holds the page and the YAML together.

Write the page anew with ``python -m amanat.core.vocabulary.table > docs/vocabulary.md``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from amanat.core.vocabulary import LANGUAGES, Huridocs, Indicator, Term, Vocabulary, vocabulary

_OPENING = """\
# The vocabulary

Every kind that a claim can have. The terms live in `src/amanat/core/vocabulary/*.yaml`; this page is made
from them by `python -m amanat.core.vocabulary.table > docs/vocabulary.md`, and a test fails when the two
differ.

A term may be asked for by its kind, its code or one of its other words. A kind never changes once claims
carry it.

**HURIDOCS** gives codes of the micro-thesauri as `list:code`, and how their term stands to ours: `=` the
same, `≈` close, `⊃` theirs is broader, `⊂` theirs is narrower, `~` related. `field` and `values` say where
the Events Standard Formats keep the answer. Where no code fits, none is given.

The labels follow the usage of the United Nations and the International Labour Office where they publish in
the language. They have not yet been reviewed by native speakers; Kazakh and Uyghur need it most.
"""
_HEADINGS = {
    "act": "Acts: what was done to somebody",
    "status": "Statuses: what holds for somebody",
    "statement": "Statements: what was said, asked or laid down",
}
_SIGNS = {"exact": "=", "close": "≈", "broader": "⊃", "narrower": "⊂", "related": "~"}


def page(words: Vocabulary) -> str:
    """The whole page as Markdown."""
    parts = [_OPENING]
    for group, heading in _HEADINGS.items():
        parts.append(f"## {heading}\n")
        parts.append("\n".join(_rows(term for term in words.terms if term.group == group)) + "\n")
    for term in words.terms:
        if term.indicators:
            parts.append(f"## Indicators of {term.kind} (International Labour Office)\n")
            parts.append("\n".join(_indicator_rows(term.indicators)) + "\n")
    return "\n".join(parts)


def _rows(terms: Iterable[Term]) -> Iterator[str]:
    yield "| kind | code | what it means | other words | " + " | ".join(LANGUAGES) + " | HURIDOCS |"
    yield "|" + "---|" * (5 + len(LANGUAGES))
    for term in terms:
        meaning = term.definition + (" **Raises an alarm.**" if term.alarm else "")
        cells = [term.kind, f"`{term.code}`", meaning, ", ".join(term.aliases)]
        yield _row([*cells, *(term.label(language) for language in LANGUAGES), _codes_of(term)])


def _indicator_rows(indicators: Iterable[Indicator]) -> Iterator[str]:
    yield "| code | " + " | ".join(LANGUAGES) + " | HURIDOCS |"
    yield "|" + "---|" * (2 + len(LANGUAGES))
    for each in indicators:
        labels = [each.label(language) for language in LANGUAGES]
        yield _row([f"`{each.code}`", *labels, _codes(each.huridocs)])


def _codes_of(term: Term) -> str:
    kept = f"field {term.values.field}, values of list {term.values.list}" if term.values else ""
    return "; ".join(part for part in (_codes(term.huridocs), kept) if part)


def _codes(codes: Iterable[Huridocs]) -> str:
    return ", ".join(f"{_SIGNS[each.match]} {each.list}:{each.code}" for each in codes)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    sys.stdout.write(page(vocabulary()))
