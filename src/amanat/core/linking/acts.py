"""Which claims of one case tell of one act.

Claims of one kind belong together when their dates overlap or lie near each other and their places may be
the same: two exact dates a few days apart are two answers about one act, and the case page shows both. The
same teller giving two dates in one report tells of two acts. Claims without a date, and those whose date is so
wide that two acts can be meant, join the only act they can mean, or stay together on their own. The order of the
claims makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from amanat.core.dates.agreement import contradict
from amanat.core.linking.joining import Partition
from amanat.core.weighing import Told, lies_within, places_agree
from amanat.core.weighing.rules import is_stretch

NEAR_DAYS = 31
"""Two tellers who remember one day mostly differ by less; two acts of one kind are mostly further apart."""

_OPEN = 365 * 100
"""Days of a time without a beginning or an end."""

Bundle = tuple[Told, ...]
"""Claims with the very same date and place."""


def gather(told: Iterable[Told], statuses: frozenset[str] = frozenset()) -> list[tuple[Told, ...]]:
    """The claims in groups, one for each act; those of one kind in ``statuses`` are always one group."""
    kinds: dict[tuple[str, bool], list[Told]] = {}
    for each in sorted(told, key=lambda each: each.id):
        kinds.setdefault((each.kind, each.actual or each.kind in statuses), []).append(each)
    groups: list[tuple[Told, ...]] = []
    for (kind, _), claims in kinds.items():
        groups += [tuple(claims)] if kind in statuses else _acts(claims)
    return groups


def _acts(claims: Sequence[Told]) -> list[tuple[Told, ...]]:
    bundles = _bundled(claims)
    dated = [bundle for bundle in bundles if bundle[0].dated]
    wide = _wide(dated)
    acts = _joined([bundle for bundle in dated if bundle not in wide])
    for homeless in (wide, [bundle for bundle in bundles if not bundle[0].dated]):
        acts += _joined(_housed(homeless, acts))
    return [tuple(sorted((each for part in act for each in part), key=lambda each: each.id)) for act in acts]


def _wide(bundles: Sequence[Bundle]) -> list[Bundle]:
    """Those that could be one with each of two that are told more closely and exclude each other: "2018", of somebody
    taken in March and in October. What lasted goes with what began when it did."""
    found = []
    for bundle in (each for each in bundles if not is_stretch(each[0])):
        closer = [each for each in bundles if _width(each) < _width(bundle) and not _apart(bundle, each)]
        if any(_apart(one, other) for one, other in combinations(closer, 2)):
            found.append(bundle)
    return found


def _width(bundle: Bundle) -> int:
    """Days that the date may cover."""
    first, last = bundle[0].span
    return (last - first).days if first is not None and last is not None else _OPEN


def _housed(bundles: Iterable[Bundle], acts: Sequence[list[Bundle]]) -> list[Bundle]:
    """Puts each into the only act that it fits; those that fit none, or several. Whoever comes first makes no
    difference: what is put in is not asked of what comes after."""
    told = [tuple(act) for act in acts]
    homeless = []
    for bundle in bundles:
        homes = [at for at, act in enumerate(told) if _fits(bundle, act)]
        if len(homes) == 1:
            acts[homes[0]].append(bundle)
        else:
            homeless.append(bundle)
    return homeless


def _bundled(claims: Sequence[Told]) -> list[Bundle]:
    found: dict[tuple[object, ...], list[Told]] = {}
    for each in claims:
        found.setdefault((each.when if each.dated else "", each.place), []).append(each)
    return [tuple(bundle) for bundle in found.values()]


def _fits(bundle: Bundle, act: Sequence[Bundle]) -> bool:
    return not any(_apart(bundle, other) for other in act)


def _joined(bundles: Sequence[Bundle]) -> list[list[Bundle]]:
    """The nearest are joined first; what must stay apart stays so, whatever lies between."""
    pairs = list(combinations(range(len(bundles)), 2))
    apart = [pair for pair in pairs if _apart(bundles[pair[0]], bundles[pair[1]])]
    together = set(pairs) - set(apart)
    found = Partition(range(len(bundles)), apart)
    gaps = {pair: _distance(*(bundles[at][0] for at in pair)) for pair in together}
    for one, other in sorted(together, key=lambda pair: (gaps[pair], pair)):
        found.join(one, other)
    return [[bundles[index] for index in sorted(group)] for group in sorted(found.groups(), key=min)]


def _apart(one: Bundle, other: Bundle) -> bool:
    if not places_agree(one[0].place, other[0].place) or _gap(one[0], other[0]) > NEAR_DAYS:
        return True
    voices = {(each.report, each.teller) for each in one}
    same_voice = any((each.report, each.teller) in voices for each in other)
    return same_voice and one[0].dated and other[0].dated and _two_times(one[0], other[0])


def _two_times(one: Told, other: Told) -> bool:
    """A teller who narrows a time down tells of one act; one who gives two that can't both be, of two."""
    narrowed = lies_within(one, other) or lies_within(other, one)
    return not narrowed and contradict(one.when, other.when)


def _gap(one: Told, other: Told) -> int:
    """Days between the two; 0 where they may overlap."""
    return max(_days(one.span[1], other.span[0]), _days(other.span[1], one.span[0]), 0)


def _distance(one: Told, other: Told) -> tuple[int, int]:
    """How far they are from each other, and of those that overlap how far their beginnings are."""
    begun, began = one.span[0], other.span[0]
    return _gap(one, other), abs((begun - began).days) if begun and began else _OPEN


def _days(end: date | None, begin: date | None) -> int:
    return (begin - end).days if end is not None and begin is not None else 0
