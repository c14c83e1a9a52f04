"""Names in Han characters: Chinese ones (family name first) and names of other languages spelt by sound."""

from __future__ import annotations

from dataclasses import dataclass, field

from amanat.core.names.name import Order, Role
from amanat.core.names.parsing.grouping import Piece, pieces_of
from amanat.core.names.parsing.markers import Marker, marked
from amanat.core.names.parsing.tables import words_by_list
from amanat.core.names.parsing.transcribed import is_known, sounds_foreign, spelt_languages, splits
from amanat.core.names.parsing.words import Word, cut


@dataclass(slots=True)
class Unspaced:
    """What a name in a script without spaces says of itself."""

    pieces: list[Piece]
    roles: list[Role]
    order: Order = "unknown"
    languages: tuple[str, ...] = ()
    transcribed: bool = False
    notes: list[str] = field(default_factory=list)


def han_name(words: list[Word]) -> Unspaced:
    """The parts of a name whose words are all in Han characters."""
    whole = "".join(word.form.key for word in words)
    if (chinese := _chinese(words, whole)) is not None:
        return chinese
    if len(words) > 1:
        return _separated(words, whole)
    return _unseparated(words[0])


def family_length(key: str) -> int:
    """How many characters of it are a Chinese family name: 2, 1 or 0."""
    lists = words_by_list("han.tsv")
    if len(key) > 2 and key[:2] in lists["surname-2"]:
        return 2
    return int(key[:1] in lists["common-surname"] or key[:1] in lists["surname"])


def _chinese(words: list[Word], whole: str) -> Unspaced | None:
    """Family and given name of a Chinese name, with or without a space; None where it is not one."""
    family = family_length(whole)
    if not family or not 2 <= len(whole) <= family + 2 or _foreign(whole):
        return None
    if len(words) == 1:
        halves = [cut(words[0], 0, family), cut(words[0], family, len(whole))]
    elif len(words) == 2 and len(words[0].form.key) in (family, len(whole) - family):
        halves = words
    else:
        return None
    first = len(halves[0].form.key) == family
    roles: list[Role] = ["family", "given"] if first else ["given", "family"]
    order: Order = "family-first" if first else "given-first"
    return Unspaced([Piece([half], half.form.letters) for half in halves], roles, order, ("zh",))


def _foreign(whole: str) -> bool:
    """Whether what could be a Chinese name is rather another one, by its sounds and known elements."""
    lists = words_by_list("han.tsv")
    if whole in lists["name"] or whole in lists["name-kk"]:
        return True
    if len(whole) < 3 or not all(character in lists["sounds"] for character in whole):
        return False
    if len(whole) == 3 and all(character in lists["sounds-only"] for character in whole[1:]):
        return True
    return whole[0] not in lists["common-surname"] and is_known(whole)


def _separated(words: list[Word], whole: str) -> Unspaced:
    """Names with a middle dot or a space between their parts."""
    languages = spelt_languages([word.form.key for word in words])
    pieces = pieces_of(words)
    _unmark_first(pieces)
    foreign = bool(languages) or sounds_foreign(whole)
    if not languages or languages[0] == "ru":
        return Unspaced(pieces, [piece.role or "unknown" for piece in pieces], "unknown", languages, foreign)
    roles: list[Role] = [piece.role or ("father" if at else "given") for at, piece in enumerate(pieces)]
    return Unspaced(pieces, roles, "given-first", languages, True)


def _unmark_first(pieces: list[Piece]) -> None:
    """哈尼克孜 is a given name: what stands first is no father's name."""
    first = pieces[0]
    if first.marker and first.role == "patronymic" and len(first.words) == 1:
        first.stem, first.marker, first.gender, first.role = first.words[0].form.letters, "", "", None


def _unseparated(word: Word) -> Unspaced:
    key = word.form.key
    if not sounds_foreign(key) or len(key) < 2:
        return Unspaced([Piece([word], word.form.letters)], ["unknown"])
    languages = spelt_languages([key])
    whole = word.form.letters
    found = marked(word.form) if len(key) > 6 else None
    split = splits(key[: len(found[0])] if found else key)
    if split is None:
        role: Role = (
            "given" if languages and languages[0] != "ru" and not found and len(key) <= 5 else "unknown"
        )
        return Unspaced([Piece([word], whole)], [role], "unknown", languages, True)
    return _split_in_two(word, split, languages, found)


def _split_in_two(
    word: Word, split: tuple[int, bool], languages: tuple[str, ...], ending: tuple[str, Marker] | None
) -> Unspaced:
    at, certain = split
    stem, marker = ending or (word.form.letters, None)
    given, father = cut(word, 0, at), cut(word, at, len(word.text))
    last = Piece([father], stem[at:])
    if marker:
        last.marker, last.gender = marker.name, marker.gender
    pieces = [Piece([given], given.form.letters), last]
    roles: list[Role] = ["given", "patronymic" if marker else "father"]
    how = "known elements of names" if certain else "elements of names, not certainly"
    note = f"written without a separator; parted before {father.text!r} by {how}"
    return Unspaced(pieces, roles, "given-first", languages, True, [note])
