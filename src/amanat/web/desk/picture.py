"""From a case's dated claims to its time line: broad for a screen or paper, narrow for a phone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amanat.core.vocabulary import vocabulary
from amanat.store.queries.views import CasePage, TimelineItem
from amanat.web.desk.timeline import Happening, Picture, draw
from amanat.web.desk.timeline.values import Bar, Whisker
from amanat.web.desk.when import spans, spoken
from amanat.web.desk.wording import kind, place_name

BROAD, NARROW = 820, 350


def pictures(case: CasePage) -> tuple[Picture | None, Picture | None]:
    """The broad and the narrow picture; ``None`` where nothing has a date."""
    told = list(_happenings(case))
    return draw(told, BROAD), draw(told, NARROW)


def signs(picture: Picture | None) -> frozenset[str]:
    """Which signs the picture uses, so that its legend explains these and no others."""
    if picture is None:
        return frozenset()
    found: set[str] = set()
    for row in picture.rows:
        parts: list[Bar | Whisker] = [*row.bars, *row.whiskers]
        found.update({"lasting"} if any(bar.ink == "sure" for bar in row.bars) else ())
        found.update({"moment"} if row.whiskers else ())
        found.update({"either"} if row.ties else ())
        found.update(part.ink for part in parts if part.ink != "sure")
        found.update({"open"} if any(part.fades_left or part.fades_right for part in parts) else ())
    return frozenset(found)


def _happenings(case: CasePage) -> Iterator[Happening]:
    """Items that read the same (one act told in many reports, split for other reasons) are drawn once."""
    places = {act.id: place_name(act) for act in (*case.acts, *case.statuses, *case.statements)}
    alike = Counter(_key(item, places) for item in case.timeline)
    drawn: set[tuple[str, str, str]] = set()
    for item in case.timeline:
        key = _key(item, places)
        if key in drawn and not item.contested:
            continue
        drawn.add(key)
        yield _happening(item, places.get(item.act, ""), 1 if item.contested else alike[key], case.timeline)


def _key(item: TimelineItem, places: dict[int, str]) -> tuple[str, str, str]:
    return (item.kind, item.when, places.get(item.act, ""))


def _happening(item: TimelineItem, place: str, times: int, items: Sequence[TimelineItem]) -> Happening:
    first = min((other.answer for other in items if other.act == item.act), default=item.answer)
    label = kind(item.kind) + (f" · {place}" if place else "")
    if item.contested and item.answer != first:
        label = _("or")
    note = spoken(item.when)
    if times > 1:
        note += " · " + ngettext("%(n)s time", "told as %(n)s acts", times) % {"n": times}
    return Happening(
        label=label,
        note=note,
        spans=spans(item.when, item.earliest, item.latest),
        href=f"#act-{item.act}",
        question=f"{item.act}" if item.contested else "",
        sure=item.actual and not _warns(item.kind),
    )


def _warns(kind_name: str) -> bool:
    """Whether the kind itself is of harm to come, as a threat is, however surely it is told."""
    words = vocabulary()
    return kind_name in words and words.term(kind_name).alarm
