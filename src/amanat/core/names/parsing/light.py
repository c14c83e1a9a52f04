"""The folded words of a name and nothing else, as cheaply as possible: what an index of a million names is made of."""

from __future__ import annotations

from functools import lru_cache

from amanat.core.names.parsing.markers import marked, standing_alone, standing_before
from amanat.core.names.parsing.pinyin import syllables
from amanat.core.names.parsing.tables import words_by_list
from amanat.core.names.parsing.titles import title_table, without_titles
from amanat.core.names.parsing.words import (
    DASHES,
    MAX_LENGTH,
    MAX_WORDS,
    Form,
    Word,
    form_of,
    runs_of,
    words_of,
)

_WEAK = frozenset("bin ben de la le di da du te y e der den van von zu san".split())
"""Particles that are also syllables of Chinese names: they go from names of three words or more only."""

_ANYWHERE = frozenset("del della delle dos das des los las ter zum zur al el ul ash uddin ud".split())


def tokens(text: str) -> list[str]:
    """The words that make up a name, folded, in written order, without titles, particles and markers.

    "Mrs. Gulnare Awulqan-qizi" gives gulnare, awulqan; a Han name is parted at its separators only. Folded is
    lower case, without apostrophes and invisible signs, Latin letters without accents, Han simplified; letters
    of other scripts stay apart (ى and ې, у and ү), since they sound apart: fold further with ``folding.folded``.
    Never raises; at most 24 words of the first 1,000 characters. Of a text with nothing but titles, those.
    """
    runs = runs_of(text if len(text) <= MAX_LENGTH else text[:MAX_LENGTH])
    found: list[str] = []
    first = True
    for run in runs:
        found += _remembered(run, first) if len(run) <= 40 else _light(run, first)
        first = False
    if len(found) > 2 and not _WEAK.isdisjoint(found):
        found = [token for token in found if token not in _WEAK] or found
    if len(found) > 1 and not _compounding().isdisjoint(found):
        found = _joined(found)
    return found[:MAX_WORDS] or [word.form.key for word in words_of(text, 0, min(len(text), MAX_LENGTH))]


def _light(run: str, first: bool) -> tuple[str, ...]:
    """The tokens of what stands between two separators; none of a title or a marker."""
    words = [word for word in without_titles(words_of(run, 0, len(run))).words if not _is_nothing(word.form)]
    return tuple(token for word in words for token in _folded(word, first))


_remembered = lru_cache(maxsize=1 << 16)(_light)


def _is_nothing(form: Form) -> bool:
    """Whether a word alone says nothing of who is named: a title, "qizi", "ibn", "al"."""
    key = form.key
    if (key, "before") in title_table() or (key, "after") in title_table() or key in _ANYWHERE:
        return True
    if form.script != "Hani" and standing_alone(form):
        return True
    return key not in _WEAK and form.script != "Hani" and standing_before(form) is not None


def _folded(word: Word, first: bool) -> list[str]:
    form = word.form
    found = marked(form)
    if (
        found
        and found[1].role == "patronymic"
        and not (form.script == "Hani" and first and len(form.key) <= 6)
    ):
        form = form_of(found[0])
    elif found and found[1].name == "ov" and found[1].gender == "f":
        form = form_of(form.letters[:-1])
    if form.script == "Arab" and len(form.key) > 4 and form.key.startswith("ال"):
        return [form.key[2:]]
    pieces = [piece for piece in form.key.translate(_DASHED).split() if piece not in _ANYWHERE]
    return ["".join(pieces)] if len(pieces) > 1 and all(map(syllables, pieces)) else pieces


_DASHED = dict.fromkeys(map(ord, DASHES), " ")


def _compounding() -> frozenset[str]:
    return words_by_list("compounds.tsv")["begins-compound"]


def _joined(tokens: list[str]) -> list[str]:
    """Abdul Rahman as one word: neither half is the name."""
    joined: list[str] = []
    open_end = False
    for token in tokens:
        if open_end:
            joined[-1] += "ال" + token if joined[-1] == "عبد" else token
        else:
            joined.append(token)
        open_end = token in _compounding()
    return joined
