"""Names in Hangul: the family name, of one syllable or two, stands first."""

from __future__ import annotations

from amanat.core.names.name import Order, Role
from amanat.core.names.parsing.grouping import Piece
from amanat.core.names.parsing.han import Unspaced
from amanat.core.names.parsing.tables import words_by_list
from amanat.core.names.parsing.words import Word, cut


def hangul_name(words: list[Word]) -> Unspaced:
    """Family and given name where the first syllables are a family name; else the words as they stand."""
    family = _family_length(words[0].form.key)
    if family and len(words) == 1 and family < len(words[0].text) <= family + 3:
        words = [cut(words[0], 0, family), cut(words[0], family, len(words[0].text))]
    elif not (len(words) == 2 and family == len(words[0].text)):
        pieces = [Piece([word], word.form.letters) for word in words]
        return Unspaced(pieces, ["unknown"] * len(pieces), "unknown", ("ko",))
    roles: list[Role] = ["family", "given"]
    order: Order = "family-first"
    return Unspaced([Piece([word], word.form.letters) for word in words], roles, order, ("ko",))


def _family_length(key: str) -> int:
    lists = words_by_list("han.tsv")
    if key[:2] in lists["hangul-2"]:
        return 2
    return int(key[:1] in lists["hangul"])
