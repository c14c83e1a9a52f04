"""Which cases and entries hold some words, in any script, the same on both databases."""

from __future__ import annotations

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from amanat.core.names.folding import search_words
from amanat.core.protecting import Actor
from amanat.store.models import SearchEntry
from amanat.store.models.cases import CaseMember
from amanat.store.queries.access import visible, visible_members

_SQLITE = "SELECT rowid FROM store_search_words WHERE store_search_words MATCH %s"
_POSTGRESQL = """SELECT id FROM store_searchentry
    WHERE array_to_tsvector(string_to_array(folded, ' ')) @@ %s::tsquery"""


def matching_cases(actor: Actor, words: str) -> Q:
    """A filter of cases: of the people whom the words name, and of those in the reports where they stand."""
    entries = matching(actor, words)
    members = CaseMember.objects.order_by()
    named = members.filter(person__in=entries.filter(kind="person").values("target"))
    told = members.filter(person__report__in=entries.filter(kind="report").values("target"))
    named, told = visible_members(named, actor), visible_members(told, actor)
    return Q(pk__in=named.values("case")) | Q(pk__in=told.values("case"))


def matching(actor: Actor, words: str) -> QuerySet[SearchEntry]:
    """The entries in which every word begins a word; none where there is no word to look for."""
    wanted = list(dict.fromkeys(search_words(words)))
    entries = visible(SearchEntry.objects.all(), actor)
    if not wanted:
        return entries.none()
    if connection.vendor == "postgresql":
        found = RawSQL(_POSTGRESQL, [" & ".join(f"'{word}':*" for word in wanted)])  # noqa: S611 (as below)
    else:
        # The statements are ours; the words hold letters and digits only (names.folding) and are a parameter.
        found = RawSQL(_SQLITE, [" AND ".join(f'"{word}"*' for word in wanted)])  # noqa: S611
    return entries.filter(pk__in=found)
