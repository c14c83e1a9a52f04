"""How the answers to each question are compared: when two cannot both hold, and when one says more than another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from amanat.core.dates.agreement import contradict
from amanat.core.dates.births import CONTRADICT, born_by_age, days_apart
from amanat.core.dates.edtf import begins, bounds, ends
from amanat.core.names.folding import folded
from amanat.core.places.one_people import one_form
from amanat.core.weighing.told import ASSERTING, Counted, Told, lies_in, lies_within, narrows, places_agree

SINGLE_VALUED = frozenset({"ethnicity", "birth date"})
"""Statuses of which a person has one, so that two different answers cannot both hold."""

AFFIRMED, DENIED = "affirmed", "denied"
"""The two answers to "whether"."""

Compare = Callable[[Told, Told], bool]
Text = Callable[[Told], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """How the answers to one question are told apart and compared.

    ``text``: a claim's answer, empty where it gives none; ``key``: what forms of one answer share, the text itself
    unless said. ``differ``: the two cannot both hold. ``within``: the first
    says the same as the second, as closely or more; None where answers only stand beside each other. ``bear_out``:
    the two answer alike.
    """

    text: Text
    differ: Compare
    within: Compare | None
    bear_out: Compare
    key: Text | None = None


def is_stretch(told: Told) -> bool:
    return "/" in told.when


def _whether(told: Told) -> str:
    return DENIED if told.denied else AFFIRMED


def _opposite(one: Told, other: Told) -> bool:
    """ "I may not come out a second time" denies no release: what is only possible speaks against nothing."""
    return one.denied is not other.denied and {one.modality, other.modality} <= ASSERTING


def _opposite_of_the_same(one: Told, other: Told) -> bool:
    return _opposite(one, other) and _same_details(one, other)


def _same(one: Told, other: Told) -> bool:
    return one.denied is other.denied


def _the_same_held(one: Told, other: Told) -> bool:
    return _same(one, other) and _same_details(one, other)


def _never(one: Told, other: Told) -> bool:
    return False


def _place(told: Told) -> str:
    return told.place_label


def _places_differ(one: Told, other: Told) -> bool:
    return not places_agree(one.place, other.place)


def _places_bear_out(one: Told, other: Told) -> bool:
    return places_agree(one.place, other.place)


def _place_within(one: Told, other: Told) -> bool:
    return bool(one.place and other.place) and lies_in(one.place or (), other.place or ())


def _when(told: Told) -> str:
    return told.when


def _dates_differ(one: Told, other: Told) -> bool:
    """Of two stretches the ends are compared each by itself; here they differ where they share no day."""
    if is_stretch(one) and is_stretch(other):
        return not bounds(one.when).meets(bounds(other.when))
    return contradict(one.when, other.when)


def _dates_bear_out(one: Told, other: Told) -> bool:
    return not contradict(one.when, other.when)


def _begin(told: Told) -> str:
    return begins(told.when) or ""


def _end(told: Told) -> str:
    return ends(told.when) or ""


def _edge(edge: Text) -> Rule:
    """One end of a stretch by itself; a report that narrows its own time down does not contradict itself."""

    def contradicting(one: Told, other: Told) -> bool:
        return bool(edge(one) and edge(other)) and contradict(edge(one), edge(other))

    def differ(one: Told, other: Told) -> bool:
        return contradicting(one, other) and not narrows(one, other)

    def within(one: Told, other: Told) -> bool:
        inner, outer = bounds(edge(one)), bounds(edge(other))
        starts = outer.earliest is None or (inner.earliest is not None and outer.earliest <= inner.earliest)
        return starts and (
            outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
        )

    def bear_out(one: Told, other: Told) -> bool:
        return not contradicting(one, other)

    return Rule(edge, differ, within, bear_out)


def _name_given(told: Told) -> str:
    return "; ".join(told.by)


def _same_name_given(one: Told, other: Told) -> bool:
    return not {folded(name) for name in one.by}.isdisjoint(folded(name) for name in other.by)


def _number(told: Told) -> str:
    if told.count is None:
        return ""
    low, high, unit = told.count
    number = f"{low}" if low == high else f"{'' if low is None else low}–{'' if high is None else high}"
    return f"{number} {unit}".strip()


def _numbers_differ(one: Told, other: Told) -> bool:
    pair = _comparable(one, other)
    return pair is not None and (_below(*pair) or _below(pair[1], pair[0]))


def _numbers_bear_out(one: Told, other: Told) -> bool:
    return _comparable(one, other) is not None and not _numbers_differ(one, other)


def _number_within(one: Told, other: Told) -> bool:
    pair = _comparable(one, other)
    if pair is None:
        return False
    (low, high, _), (least, most, _) = pair
    starts = least is None or (low is not None and least <= low)
    return starts and (most is None or (high is not None and high <= most))


def _comparable(one: Told, other: Told) -> tuple[Counted, Counted] | None:
    """Numbers of the same unit."""
    if one.count is None or other.count is None or one.count[2] != other.count[2]:
        return None
    return one.count, other.count


def _below(one: Counted, other: Counted) -> bool:
    return one[1] is not None and other[0] is not None and one[1] < other[0]


def _more(told: Told) -> str:
    return told.details


def _details_differ(one: Told, other: Told) -> bool:
    if one.kind == other.kind == "age":
        return _ages_differ(one, other)
    if one.when and other.when and one.kind == other.kind == "birth date":
        return False  # "born on 21 August 1981" says with words what is compared as a date
    return one.kind in SINGLE_VALUED and not _same_details(one, other)


def _ages_differ(one: Told, other: Told) -> bool:
    """Whether nobody can be both: the births that they come to lie further apart than slips put them."""
    mine, theirs = (born_by_age(each.details, each.when or each.published) for each in (one, other))
    return mine is not None and theirs is not None and days_apart(mine, theirs) > CONTRADICT


def _same_details(one: Told, other: Told) -> bool:
    return folded(_one_form(one)) == folded(_one_form(other))


def _one_form(told: Told) -> str:
    """Kazakh and Kazak, Uyghur and 维吾尔族 are one people in two forms."""
    return one_form(told.kind, told.details)


WHETHER = Rule(_whether, _opposite, _never, _same)
HOLDS = Rule(_whether, _opposite_of_the_same, _never, _the_same_held)
"""Of a status: a permit that she has and another that she was refused are no contradiction."""
WHERE = Rule(_place, _places_differ, _place_within, _places_bear_out)
WHEN = Rule(_when, _dates_differ, lies_within, _dates_bear_out)
SINCE = Rule(_when, _never, lies_within, _dates_bear_out)
HELD_AT = Rule(_place, _never, _place_within, _places_bear_out)
"""Of a status: it may hold at more than one time, and in more than one place."""
BEGAN = _edge(_begin)
ENDED = _edge(_end)
BY = Rule(_name_given, _never, None, _same_name_given)
COUNT = Rule(_number, _numbers_differ, _number_within, _numbers_bear_out)
DETAILS = Rule(_more, _details_differ, None, _same_details, _one_form)
