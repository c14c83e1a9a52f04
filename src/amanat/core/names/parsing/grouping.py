"""Words that belong together become one piece: "Awulqan qizi", "bin Yusuf", "Abdul Rahman", "van der Berg"."""

from __future__ import annotations

from dataclasses import dataclass

from amanat.core.names.name import Gender, NamePart, Role
from amanat.core.names.parsing.markers import marked, standing_alone, standing_before
from amanat.core.names.parsing.tables import words_by_list
from amanat.core.names.parsing.words import Word, as_written

_NO_NAMES = frozenset({"ibn", "bint", "binti", "ибн"})
"""Markers before a father's name that are never names themselves: "Ibn Sina" needs nothing before it."""

_LOWER_ONLY = frozenset({"ben", "wald", "bt"})
"""Markers before a father's name that are given names too: they count in lower case only."""


@dataclass(slots=True)
class Piece:
    """One part of a name before its role is settled."""

    words: list[Word]
    stem: str
    marker: str = ""
    gender: Gender = ""
    role: Role | None = None
    chunk: int = 0
    """Which of the comma's sides it stands on."""

    @property
    def capital(self) -> bool:
        return all(word.form.capital for word in self.words)

    @property
    def keys(self) -> list[str]:
        return [word.form.key for word in self.words]

    def part(self, text: str, role: Role) -> NamePart:
        return NamePart(
            as_written(text, self.words[0], self.words[-1]), role, self.stem, self.marker, self.gender
        )


def pieces_of(words: list[Word]) -> list[Piece]:
    """The words joined to pieces, in order; pieces with an evident role have it."""
    pieces: list[Piece] = []
    at = 0
    while at < len(words):
        piece, at = _piece(words, at, pieces)
        if piece is not None:
            pieces.append(piece)
    return pieces


def _piece(words: list[Word], at: int, before: list[Piece]) -> tuple[Piece | None, int]:
    """The next piece and where the one after it begins; None where the word went to the piece before."""
    word = words[at]
    if before and _joins_the_last(before[-1], word):
        return None, at + 1
    if at + 1 < len(words):
        if found := _before_a_father(words, at, bool(before)):
            return found
        if found := _compound(words, at):
            return found
        if found := _with_particles(words, at, bool(before)):
            return found
    return _single(word), at + 1


def _joins_the_last(last: Piece, word: Word) -> bool:
    """A marker as a word of its own, "al-Din", or a small-letter endearment, put to the piece before."""
    if last.role == "initial":
        return False
    if not last.marker and (marker := standing_alone(word.form)):
        last.words.append(word)
        last.marker, last.gender, last.role = marker.name, marker.gender, marker.role
        return True
    lists = words_by_list("compounds.tsv")
    ends = word.form.key in lists["ends-compound"]
    small = word.text.islower() and last.words[0].text[0].isupper()
    endearing = small and word.form.key in lists["endearment"]
    if last.role is None and (ends or endearing):
        last.words.append(word)
        last.stem = f"{last.stem} {word.form.letters}"
        return True
    return False


def _before_a_father(words: list[Word], at: int, inside: bool) -> tuple[Piece, int] | None:
    word = words[at]
    marker = standing_before(word.form)
    lower = word.text.islower() or word.form.key in _NO_NAMES or word.form.script not in ("Latn", "Cyrl")
    if marker is None or not (lower or (inside and word.form.key not in _LOWER_ONLY)):
        return None
    father, after = _compound(words, at + 1) or (_single(words[at + 1]), at + 2)
    return Piece([word, *father.words], father.stem, marker.name, marker.gender, "patronymic"), after


def _compound(words: list[Word], at: int) -> tuple[Piece, int] | None:
    """Abd al-Rahman, Abu Bakr: the first word is no name without the next."""
    lists = words_by_list("compounds.tsv")
    if at + 1 >= len(words) or words[at].form.key not in lists["begins-compound"]:
        return None
    last = at + 1
    if words[last].form.key in lists["article"] and last + 1 < len(words):
        last += 1
    joined = words[at : last + 1]
    whole = _single(joined[-1])
    patronymic = whole.role == "patronymic"
    core = whole.stem if patronymic else joined[-1].form.letters
    stem = " ".join([*(word.form.letters for word in joined[:-1]), core])
    if patronymic:
        return Piece(joined, stem, whole.marker, whole.gender, whole.role), last + 1
    return Piece(joined, stem), last + 1


def _with_particles(words: list[Word], at: int, inside: bool) -> tuple[Piece, int] | None:
    """van der Berg, de la Cruz, al Masri, Al Saud: a family name with what stands before it."""
    lists = words_by_list("compounds.tsv")
    first = at
    while at < len(words) - 1 and words[at].form.letters.lower() in lists["before-family"]:
        at += 1
    if at == first or (at == first + 1 and words[first].text[0].isupper() and not inside):
        return None
    if words[0].form.key in lists["vietnamese"]:
        return None
    core = _single(words[at])
    western = " ".join(word.form.key for word in words[first:at])
    marker = "al" if words[first].form.key in lists["article"] else western
    return Piece(words[first : at + 1], core.stem, core.marker or marker, core.gender, "family"), at + 1


def _single(word: Word) -> Piece:
    form = word.form
    if form.script == "Zyyy":
        return Piece([word], form.letters, role="unknown")
    if form.initial:
        return Piece([word], form.letters, role="initial")
    if found := marked(form):
        stem, marker = found
        return Piece([word], stem, marker.name, marker.gender, marker.role)
    if stem := _without_article(word):
        return Piece([word], stem, "al", "", "family")
    return Piece([word], form.letters)


def _without_article(word: Word) -> str:
    """What follows al- or ال; empty where there is no article, or one that belongs to a given name."""
    key, letters = word.form.key, word.form.letters
    lists = words_by_list("compounds.tsv")
    if word.form.script == "Arab":
        return (
            letters[2:] if len(key) > 4 and key.startswith("ال") and key not in lists["not-article"] else ""
        )
    head, dash, rest = letters.partition("-")
    return rest if dash and len(rest) > 1 and head.casefold() in lists["article"] else ""
