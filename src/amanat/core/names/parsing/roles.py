"""Which part is the given name, which the family's, which the father's; and in which order they stand."""

from __future__ import annotations

from amanat.core.names.name import Order, Role
from amanat.core.names.parsing.grouping import Piece
from amanat.core.names.parsing.languages import TURKIC, evidence
from amanat.core.names.parsing.markers import marked_in

Settled = tuple[list[Role], Order]

_GIVEN_FIRST = frozenset(
    {"en", "de", "fr", "es", "it", "pt", "tr", "az", "fa", "ru", "uk", "sv", "da", "pl", "cs"}
)


def settled(pieces: list[Piece], languages: tuple[str, ...]) -> Settled:
    """A role for each piece, and the order. What nothing speaks for is ``unknown``."""
    _mark_in(pieces)
    if len({piece.chunk for piece in pieces if piece.role != "unknown"}) > 1:
        return _by_comma(pieces, languages)
    _mark_capitals(pieces)
    plain = [at for at, piece in enumerate(pieces) if piece.role is None]
    families = [at for at, piece in enumerate(pieces) if piece.role == "family"]
    if families:
        return _by_family(pieces, plain, families, languages)
    if any(piece.role == "patronymic" for piece in pieces):
        return _by_patronymic(pieces, plain, languages)
    if len(plain) == 1 and len(pieces) > 1:
        return _beside_initials(pieces, plain[0])
    return _by_language(pieces, plain, languages)


def _mark_in(pieces: list[Piece]) -> None:
    """Beside a Russian patronymic, the first or last word in -in is the family name."""
    if not any(piece.marker in ("ovich", "ovna") for piece in pieces) or any(
        p.role == "family" for p in pieces
    ):
        return
    for piece in (pieces[-1], pieces[0]):
        if piece.role is None and (found := marked_in(piece.words[-1].form)):
            piece.stem, piece.marker, piece.gender, piece.role = (
                found[0],
                found[1].name,
                found[1].gender,
                "family",
            )
            return


def _mark_capitals(pieces: list[Piece]) -> None:
    """TURSUN Mihrigul: one end in capitals among words that are not is the family's."""
    if pieces[0].words[0].form.script not in ("Latn", "Cyrl", "Grek") or len(pieces) < 2:
        return
    shouted = [piece.capital for piece in pieces]
    if shouted[0] != shouted[-1] and sum(shouted) < len(pieces):
        for piece, loud in zip(pieces, shouted, strict=True):
            if loud and piece.role is None:
                piece.role = "family"


def _roles(pieces: list[Piece], rest: dict[int, Role]) -> list[Role]:
    return [rest.get(at, piece.role or "unknown") for at, piece in enumerate(pieces)]


def _by_comma(pieces: list[Piece], languages: tuple[str, ...]) -> Settled:
    before = [at for at, piece in enumerate(pieces) if not piece.chunk and piece.role is None]
    if len(before) > 1 and languages and languages[0] in TURKIC:
        # Two family names are none of theirs: "Aygul Tursun, a herder" is a name with something said of it.
        return _roles(pieces, _given_and_more(before, languages)), "given-first"
    rest = _all(before, "family")
    after = [at for at, piece in enumerate(pieces) if piece.chunk and piece.role in (None, "family")]
    rest.update(_given_and_more(after, languages))
    return _roles(pieces, rest), "family-first"


def _given_and_more(at: list[int], languages: tuple[str, ...]) -> dict[int, Role]:
    """The first is the given name; further ones are the father's where names are made so, else given too."""
    more: Role = "father" if languages and languages[0] in TURKIC | {"ar"} else "given"
    return {each: more if order else "given" for order, each in enumerate(at)}


def _by_family(
    pieces: list[Piece], plain: list[int], families: list[int], languages: tuple[str, ...]
) -> Settled:
    last = len(pieces) - 1
    rest = _given_and_more(plain, languages)
    if families[0] == 0 and families[-1] != last:
        order: Order = "family-first"
    elif families[0] > 0:
        order = "given-first"
    else:
        order = "unknown"
    return _roles(pieces, rest), order


def _by_patronymic(pieces: list[Piece], plain: list[int], languages: tuple[str, ...]) -> Settled:
    if _may_be_a_family(pieces):
        return ["unknown"] * len(pieces), "unknown"
    first = next(at for at, piece in enumerate(pieces) if piece.role == "patronymic")
    before = [at for at in plain if at < first]
    after = [at for at in plain if at > first]
    suffixed = pieces[first].marker not in ("ibn", "bint")
    if suffixed and len(before) == 2 and not after and languages[:1] == ("ug",):
        return _roles(pieces, {}), "unknown"
    if suffixed and len(before) == 2 and not after:
        return _roles(pieces, {before[0]: "family", before[1]: "given"}), "family-first"
    if before:
        russian = pieces[first].marker in ("ovich", "ovna", "ibn", "bint")
        rest = _given_and_more(before, languages) | _all(after, "family" if russian else "unknown")
        return _roles(pieces, rest), "given-first"
    if after:
        return _roles(pieces, _given_and_more(after, languages)), "family-first"
    return _roles(pieces, {}), "unknown"


def _may_be_a_family(pieces: list[Piece]) -> bool:
    """Rosa Jankovich: after one name, in Latin letters, -ovich may as well end a family name."""
    return (
        len(pieces) == 2
        and pieces[1].marker == "ovich"
        and pieces[1].words[0].form.script == "Latn"
        and not any(language == "ru" for language, _ in evidence(pieces[0].words[0].form))
    )


def _beside_initials(pieces: list[Piece], at: int) -> Settled:
    order: Order = "family-first" if at == 0 else "given-first" if at == len(pieces) - 1 else "unknown"
    return _roles(pieces, {at: "family"}), order


def _by_language(pieces: list[Piece], plain: list[int], languages: tuple[str, ...]) -> Settled:
    main = languages[0] if languages else ""
    if not plain:
        return _roles(pieces, {}), "unknown"
    if len(plain) == 1:
        return _roles(pieces, {plain[0]: "given"} if main in TURKIC else {}), "unknown"
    if main in TURKIC:
        return _roles(pieces, _given_and_more(plain, languages)), "given-first"
    if main == "ar":
        rest = _given_and_more(plain, languages) | {plain[-1]: "unknown"}
        return _roles(pieces, rest), "given-first"
    if main in ("vi", "ko") or (main == "ja" and pieces[0].words[0].form.script == "Hani"):
        rest = _all(plain, "given") | {plain[0]: "family"}
        return _roles(pieces, rest), "family-first"
    if main in _GIVEN_FIRST:
        rest = _all(plain, "given") | {plain[-1]: "family"}
        return _roles(pieces, rest), "given-first"
    return _roles(pieces, {}), "unknown"


def _all(at: list[int], role: Role) -> dict[int, Role]:
    return dict.fromkeys(at, role)
