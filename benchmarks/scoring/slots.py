"""Whether a slot of a claim that was read holds what the gold file expects."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from amanat.core.claim import Claim, Person, Reading, Teller, TellerRole, Where
from amanat.core.dates.edtf import alternatives, bounds, parse, points_of
from amanat.core.dates.point import NotADateError, Precision
from scoring.gold import SLOTS, Expected, Gold, GoldClaim

_EMPTY = frozenset(
    ["the", "a", "an", "of", "in", "at", "to", "and", "s", "some", "his", "her", "their", "its"]
)


@dataclass(frozen=True, slots=True)
class Ids:
    """Which people of the reading are which of the gold file: id to id, and all that is said of each.

    ``outlet`` is the reading's own: whether it is right is the header's matter, counted once a report.
    """

    to_gold: dict[str, str]
    described: dict[str, tuple[str, ...]]
    outlet: str | None


def ids(reading: Reading, gold: Gold) -> Ids:
    """Each person of the reading is the gold person with whom they share the longest name."""
    to_gold: dict[str, str] = {}
    for person in reading.people:
        shared = {
            known: max(
                (len(name) for name in names if any(_is_form(name, each) for each in _forms(person))),
                default=0,
            )
            for known, names in gold.people.items()
        }
        best = max(shared, key=lambda known: shared[known], default=None)
        if best is not None and shared[best]:
            to_gold[person.id] = best
    described = {each.id: (*each.names, *filter(None, [each.description])) for each in reading.people}
    return Ids(to_gold, described, reading.report.outlet)


def _is_form(known: str, found: str) -> bool:
    """The same words in one order, articles and other little words aside: "interviewee", "the interviewee"."""
    return folded(known) == folded(found) or _content(known) == _content(found) != []


def _content(text: str) -> list[str]:
    return [word for word in folded(text).split() if word not in _EMPTY]


def _forms(person: Person) -> tuple[str, ...]:
    """What somebody is called; whoever is never named, by the description that stands for a name."""
    return person.names or tuple(filter(None, [person.description]))


def right(slot: str, claim: Claim, wanted: GoldClaim, gold: Gold, known: Ids) -> bool:
    """Whether ``claim`` fills ``slot`` as ``wanted`` expects it."""
    expected = wanted.slots[slot]
    if expected.anything:
        return True
    if slot == "where" and not expected.options:
        return claim.where is None or _place_in(claim, wanted, gold)
    return any(_holds(slot, option, claim, gold, known) for option in expected.options)


def wrong(claim: Claim, wanted: GoldClaim, gold: Gold, known: Ids) -> list[str]:
    """The slots that ``claim`` fills otherwise than expected."""
    return [slot for slot in SLOTS if not right(slot, claim, wanted, gold, known)]


def _holds(slot: str, option: object, claim: Claim, gold: Gold, known: Ids) -> bool:
    match slot, option:
        case "who" | "by", list():
            return _same_people(option, getattr(claim, slot), gold, known)
        case "where", None | tuple():
            return _same_place(option, claim.where)
        case "within", tuple():
            around = claim.where.within if claim.where else ()
            return _lies_within(option, [(each.name, *each.also) for each in around])
        case "when", _:
            return _same_date(option, claim.when)
        case "told_by", tuple():
            return _same_chain(option, claim, gold, known)
        case "count", _:
            return option == ((claim.count.min, claim.count.max) if claim.count else None)
        case _:
            return str(getattr(claim, slot)) == option


def _same_people(wanted: Sequence[object], found: Sequence[str], gold: Gold, known: Ids) -> bool:
    """One to one, in any order; tried in the order of the gold file, which is enough for so short lists."""
    left = list(found)
    for item in wanted:
        names = _each(item)
        hit = next((one for one in left if any(_same_person(name, one, gold, known) for name in names)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def _each(item: object) -> list[str]:
    """The names by which one person or teller may be given: an entry, or any of several."""
    return [str(name) for name in item["any"]] if isinstance(item, dict) else [str(item)]


def _same_person(wanted: str, found: str, gold: Gold, known: Ids) -> bool:
    if wanted in gold.people:
        if found in known.described:
            return known.to_gold.get(found) == wanted
        return any(alike(name, found) for name in gold.people[wanted])
    return any(alike(wanted, form) for form in known.described.get(found, (found,)))


def _same_chain(wanted: tuple[object, ...], claim: Claim, gold: Gold, known: Ids) -> bool:
    expected, found = list(wanted), list(claim.told_by)
    if known.outlet is None and expected and expected[-1] in gold.outlets:
        expected.pop()
    if len(expected) != len(found):
        return False
    return all(_same_teller(item, teller, gold, known) for item, teller in zip(expected, found, strict=True))


def _same_teller(wanted: object, found: Teller, gold: Gold, known: Ids) -> bool:
    return any(_is_teller(name, found, gold, known) for name in _each(wanted))


def _is_teller(wanted: str, found: Teller, gold: Gold, known: Ids) -> bool:
    if wanted.startswith("unnamed") and found.role is TellerRole.UNNAMED_SOURCE:
        return True
    if wanted in gold.outlets:
        return found.name == known.outlet or any(alike(name, found.name) for name in gold.outlets)
    return _same_person(wanted, found.name, gold, known)


def _same_place(wanted: tuple[str, ...] | None, found: Where | None) -> bool:
    if wanted is None or found is None:
        return wanted is None and found is None
    forms = (found.name, *found.also)
    return any(alike(name, form) for name in wanted for form in forms)


def _place_in(claim: Claim, wanted: GoldClaim, gold: Gold) -> bool:
    """Nothing is expected: a place of the story's setting, or one in the passage itself, is no fault."""
    return claim.where is not None and (
        folded(claim.where.name) in folded(wanted.quote)
        or any(alike(place, claim.where.name) for place in gold.setting)
    )


def _lies_within(wanted: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> bool:
    """All places named in the gold file, from inner to outer; the reader may know more of them."""
    rest = iter(found)
    return all(any(any(alike(a, b) for a in names for b in place) for place in rest) for names in wanted)


def _same_date(wanted: object, found: str | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    try:
        return [bounds(each) for each in alternatives(str(wanted))] == [
            bounds(each) for each in alternatives(found)
        ]
    except NotADateError:
        return False


def beyond(expected: Expected, found: str | None) -> bool:
    """Whether a date is more precise than the text: a day where every right answer has only a month."""
    wanted = [str(option) for option in expected.options if option is not None]
    if found is None or expected.anything or not wanted:
        return False
    try:
        return _finest(found) < min(_finest(option) for option in wanted)
    except NotADateError:
        return False


def _finest(date: str) -> Precision:
    return min((point.precision for point in points_of(parse(date))), default=Precision.CENTURY)


def alike(a: str, b: str) -> bool:
    """Whether two descriptions share two thirds of the words of the shorter, little words aside."""
    one, other = _words(a), _words(b)
    if not one or not other:
        return folded(a) == folded(b)
    return len(one & other) * 3 >= min(len(one), len(other)) * 2


def _words(text: str) -> frozenset[str]:
    return frozenset(_content(text))


def folded(text: str) -> str:
    """Lower case, without accents and punctuation, single spaces."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(re.sub(r"[^\w]+", " ", plain.casefold()).split())
