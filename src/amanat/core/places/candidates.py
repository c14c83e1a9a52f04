"""Which places a name in any script or spelling may mean, the likeliest first, each with the reasons.

Three ways, from sure to weak: the name stands in the gazetteer; its core does, once words such as "county" are
taken off; or it sounds like a name of Xinjiang or Central Asia (``sounds``), or is written much like any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from amanat.core.places.alike import written_alike
from amanat.core.places.double_names import inmost, written_names
from amanat.core.places.gazetteer import gazetteer
from amanat.core.places.generics import TakenApart, taken_apart
from amanat.core.places.own import OwnPlaces
from amanat.core.places.place import GazetteerPlace
from amanat.core.places.reasons import language_of, named_as, said_of, sounding_as
from amanat.core.places.sounding import by_sound
from amanat.core.places.sounds import script_of, sounds

_XINJIANG = "CN.13"
_LONGEST = 200
_MOST_NAMES = 4
_WHOLE, _CORE, _OTHER_KIND = 1.0, 0.97, 0.8
_MOST_BY_SOUND = 0.93
"""However well it sounds, a name that is not in the tables is less sure than one that is."""
_WORTH_SAYING = 0.5
_LATER, _DOUBTFUL = 0.005, 0.04
_NEARBY = 0.03
"""What lying in or beside a place already spoken of adds."""
_DOUBLED = 0.05
"""What it adds when a second name in the text is the same place's."""


@dataclass(frozen=True, slots=True)
class Candidate:
    place: GazetteerPlace
    score: float
    """In [0, 1], comparable among the candidates of one question; no probability."""
    reasons: tuple[str, ...]


def find(
    text: str, near: Iterable[str] = (), limit: int = 10, own: OwnPlaces | None = None
) -> tuple[Candidate, ...]:
    """The places that ``text``, one name or two of one place, may mean; empty where nothing comes near.

    ``near`` as in ``lookup``. ``own`` holds users' own places, which are searched like the gazetteer's.
    """
    written = written_names(text[:_LONGEST])
    around = (*near, *written.near)
    best: dict[str, Candidate] = {}
    for name in written.names[:_MOST_NAMES]:
        strung = inmost(name)
        is_known = not strung.near or bool(_lookup(name, around, own))
        asked, nearby = (name, around) if is_known else (strung.names[0], (*around, *strung.near))
        for each in _of_one(asked, nearby, limit, own):
            known = best.get(each.place.id)
            best[each.place.id] = each if known is None else _both(known, each)
    ordered = sorted(
        best.values(), key=lambda each: (-round(each.score, 3), -gazetteer().weight(each.place.id))
    )
    return tuple(replace(each, score=round(min(each.score, 1.0), 3)) for each in ordered[:limit])


def _both(first: Candidate, second: Candidate) -> Candidate:
    higher = max(first.score, second.score)
    return Candidate(first.place, higher + _DOUBLED, tuple(dict.fromkeys(first.reasons + second.reasons)))


def _of_one(name: str, near: tuple[str, ...], limit: int, own: OwnPlaces | None) -> Iterator[Candidate]:
    parts = taken_apart(name)
    found: dict[str, Candidate] = {}
    for each in (*_literal(name, parts, near, own), *_sounding(parts, near, limit, own)):
        if each.place.id not in found or each.score > found[each.place.id].score:
            found[each.place.id] = each
    if max((each.score for each in found.values()), default=0.0) < _MOST_BY_SOUND:
        for key, likeness in written_alike(parts.core, limit):
            for place in gazetteer().lookup(key, near)[:2]:
                reason = f"“{parts.core}” is written much like “{key}”"
                found.setdefault(place.id, Candidate(place, likeness * 0.9, (reason,)))
    yield from found.values()


def _literal(
    name: str, parts: TakenApart, near: tuple[str, ...], own: OwnPlaces | None
) -> Iterator[Candidate]:
    """Places that bear the name, or its core, letter for letter."""
    for order, place in enumerate(_lookup(name, near, own)):
        score = _WHOLE - order * _LATER - _DOUBTFUL * _is_doubtful(name, place)
        yield Candidate(place, score, (named_as(name, place),))
    if not parts.said:
        return
    for order, place in enumerate(_lookup(parts.core, near, own)):
        score = (_CORE if _fits(parts, place) else _OTHER_KIND) - order * _LATER
        score -= _DOUBTFUL * _is_doubtful(parts.core, place)
        yield Candidate(place, score, (named_as(parts.core, place), *said_of(parts, place)))


def _is_doubtful(name: str, place: GazetteerPlace) -> bool:
    """Whether a place whose names are known by language is called so only in GeoNames' mixed list, which often
    gives a town its county's name."""
    return len(place.names) > 1 and language_of(name, place) is None


def _lookup(name: str, near: tuple[str, ...], own: OwnPlaces | None) -> tuple[GazetteerPlace, ...]:
    return ((*own.lookup(name), *gazetteer().lookup(name, near)) if own else gazetteer().lookup(name, near))[
        :20
    ]


def _sounding(
    parts: TakenApart, near: tuple[str, ...], limit: int, own: OwnPlaces | None
) -> Iterator[Candidate]:
    asked = tuple(dict.fromkeys((*sounds(parts.spoken), *sounds(parts.people))))
    # A name in Han or Arabic letters that is in no table is likelier a village of Xinjiang than of Kazakhstan.
    supposed = () if near or script_of(parts.core) not in ("Hani", "Arab") else (_XINJIANG,)
    around = {each for place in (*near, *supposed) for each in gazetteer().around(place)}
    scored = [(likeness, gazetteer().place(identity)) for identity, likeness in by_sound(asked, limit * 3)]
    if own:
        scored += own.sounding(asked)
    for likeness, place in scored:
        score = _MOST_BY_SOUND * likeness * (1.0 if _fits(parts, place) else 0.9)
        score += _NEARBY * bool(around & set(gazetteer().lineage(place.id)))
        if score >= _WORTH_SAYING:
            yield Candidate(place, score, (sounding_as(parts.spoken, place), *said_of(parts, place)))


def _fits(parts: TakenApart, place: GazetteerPlace) -> bool:
    """Whether the words around the core allow this kind of place, and its people are not another's."""
    return not parts.kinds or place.kind in parts.kinds
