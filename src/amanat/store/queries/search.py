"""Finding: where the words themselves stand, then people and places whose name can be the one asked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from django.db.models import QuerySet

from amanat.core.names.folding import folded
from amanat.core.protecting import Actor
from amanat.store.models import Case, Report, SearchEntry
from amanat.store.models.cases import CaseMember
from amanat.store.queries.access import visible_members
from amanat.store.queries.found import Found, Hit, Likely
from amanat.store.queries.likely import likely_people, likely_places
from amanat.store.queries.names import title_of
from amanat.store.queries.words import matching

LIMIT = 50
"""Hits of one kind that are listed."""

_AROUND = 80
"""Code points of text shown on each side of what was found."""

_WORD = re.compile(r"\w+")


def find(actor: Actor, words: str) -> Found:
    """Cases by their names, places by theirs, reports by every word in them: each word begins one there.

    ``likely`` are those, not among these, whose names can be other forms of the words.
    """
    entries = matching(actor, words)
    cases, reports, places = _cases(actor, entries), _reports(entries, words), _places(entries)
    hits = (*cases[:LIMIT], *places[:LIMIT], *reports[:LIMIT])
    more = max(map(len, (cases, reports, places))) > LIMIT
    return Found(words, hits, _likely(actor, words, entries), more)


def _likely(actor: Actor, words: str, entries: QuerySet[SearchEntry]) -> tuple[Likely, ...]:
    """Without what stands among the hits already, on this page of them or beyond it."""
    if not words.strip():
        return ()
    found = (*likely_people(actor, words), *likely_places(actor, words))
    ids = {kind: [hit.id for hit in found if hit.kind == kind] for kind in ("case", "person", "place")}
    members = CaseMember.objects.filter(case__in=ids["case"])
    named = members.filter(person__in=entries.filter(kind="person").values("target"))
    named = visible_members(named, actor)
    known = {("case", case) for case in named.values_list("case", flat=True)}
    known |= {
        ("place", place)
        for place in entries.filter(kind="place", target__in=ids["place"]).values_list("target", flat=True)
    }
    return tuple(hit for hit in found if (hit.kind, hit.id) not in known)


def _cases(actor: Actor, entries: QuerySet[SearchEntry]) -> list[Hit]:
    named = CaseMember.objects.filter(person__in=entries.filter(kind="person").values("target"))
    named = visible_members(named, actor)
    found = Case.objects.filter(pk__in=named.values("case"))[: LIMIT + 1]
    members = visible_members(CaseMember.objects.filter(case__in=[case.pk for case in found]), actor)
    people = defaultdict(list)
    for member in members.select_related("person").order_by("person_id"):
        people[member.case_id].append(member.person)
    return [
        Hit(
            kind="case",
            id=case.pk,
            title=title_of(people[case.pk]),
            snippet=" · ".join(dict.fromkeys(name for each in people[case.pk] for name in each.names)),
            reports=tuple(sorted({each.report_id for each in people[case.pk]})),
        )
        for case in found
    ]


def _reports(entries: QuerySet[SearchEntry], words: str) -> list[Hit]:
    """The newest first, with the place in the text where the first of the words stands."""
    ids = list(
        entries.filter(kind="report").order_by("-target").values_list("target", flat=True)[: LIMIT + 1]
    )
    reports = Report.objects.in_bulk(ids)
    wanted = folded(words).split()
    return [
        Hit("report", id, reports[id].title, snippet(reports[id].text, wanted), (id,))
        for id in ids
        if id in reports
    ]


def snippet(text: str, wanted: Sequence[str]) -> str:
    """The stretch around the first word of ``text`` that begins as one wanted; else the start."""
    at = _first(text, wanted)
    start, end = max(0, at - _AROUND), at + _AROUND
    shown = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}"


def _first(text: str, wanted: Sequence[str]) -> int:
    """Mostly a word stands as it was asked for; only where it does not is every word of the text folded."""
    for word in wanted:
        if found := re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE):
            return found.start()
    return next((word.start() for word in _WORD.finditer(text) if _is_wanted(word.group(), wanted)), 0)


def _is_wanted(word: str, wanted: Sequence[str]) -> bool:
    found = folded(word)
    return any(found.startswith(each) or (not each.isascii() and each in found) for each in wanted)


def _places(entries: QuerySet[SearchEntry]) -> list[Hit]:
    found: dict[int, list[SearchEntry]] = defaultdict(list)
    for entry in entries.filter(kind="place").order_by("title", "target")[: LIMIT * 4]:
        found[entry.target].append(entry)
    return [
        Hit("place", place, rows[0].title, "", tuple(sorted({row.report_id for row in rows})))
        for place, rows in list(found.items())[: LIMIT + 1]
    ]
