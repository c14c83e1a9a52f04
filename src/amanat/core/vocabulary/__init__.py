"""The kinds a claim can have: acts, statuses and statements, with labels in six languages.

The terms are data (acts.yaml, statuses.yaml, statements.yaml) with the codes of the HURIDOCS micro-thesauri;
docs/vocabulary.md shows them as a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from amanat.core.errors import AmanatError, Exit
from amanat.core.vocabulary.loading import VocabularyError, terms_in
from amanat.core.vocabulary.term import LANGUAGES, Group, Huridocs, Indicator, Match, Term, Values

__all__ = [
    "LANGUAGES",
    "Group",
    "Huridocs",
    "Indicator",
    "Match",
    "Term",
    "UnknownTermError",
    "Values",
    "Vocabulary",
    "VocabularyError",
    "vocabulary",
]

_SOURCES: dict[str, Group] = {"acts.yaml": "act", "statuses.yaml": "status", "statements.yaml": "statement"}


class UnknownTermError(AmanatError):
    """Somebody asked for a kind that the vocabulary does not hold."""

    code = "unknown-term"
    exit_code = Exit.NOT_FOUND
    happened = "The vocabulary has no term called {item}."
    remedy = "Use one of the kinds listed in docs/vocabulary.md."


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms in the order of the files, and every word by which each may be asked for."""

    terms: tuple[Term, ...]
    by_word: dict[str, Term]

    def term(self, word: str) -> Term:
        """The term whose kind, code or alias is ``word``, in any case of letters. Raises UnknownTermError."""
        found = self.by_word.get(_folded(word))
        if found is None:
            raise UnknownTermError(word)
        return found

    def __contains__(self, word: str) -> bool:
        return _folded(word) in self.by_word

    def kinds(self, group: Group | None = None) -> tuple[str, ...]:
        """The kinds of one group, or all of them."""
        return tuple(term.kind for term in self.terms if group in (None, term.group))


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that comes with the program, read once (10 ms)."""
    folder = files("amanat.core.vocabulary")
    texts = ((name, group, folder.joinpath(name).read_text("utf-8")) for name, group in _SOURCES.items())
    return indexed(tuple(term for name, group, text in texts for term in terms_in(text, group, name)))


def indexed(terms: tuple[Term, ...]) -> Vocabulary:
    """A vocabulary of ``terms``. VocabularyError where one word would mean two of them."""
    by_word: dict[str, Term] = {}
    for term in terms:
        for word in {_folded(each) for each in (term.kind, term.code, *term.aliases)}:
            other = by_word.setdefault(word, term)
            if other is not term:
                raise VocabularyError(term.code, why=f"{word!r} already means {other.kind!r}")
    return Vocabulary(terms, by_word)


def _folded(word: str) -> str:
    return " ".join(word.casefold().split())
