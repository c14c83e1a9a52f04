"""Template tags for what was found by name, and for links: how sure it is, and the reasons, which mix scripts and
directions."""

from __future__ import annotations

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from amanat.core.aloud import (
    one_origin_aloud,
    percent_aloud,
    reason_aloud,
    taken_apart,
    times_aloud,
    why_aloud,
)
from amanat.store.queries.found import Likely
from amanat.store.queries.linking import ReasonView

register = template.Library()

_ARABIC = "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"
_HAN = "[\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_CYRILLIC = "[\u0400-\u052f]"
_RUNS = re.compile(
    rf"(?P<Arab>{_ARABIC}+(?:[ -]{_ARABIC}+)*)"
    rf"|(?P<Hani>{_HAN}+(?:·{_HAN}+)*)|(?P<Cyrl>{_CYRILLIC}+(?:[ -]{_CYRILLIC}+)*)"
)


@register.filter
def sure(hit: Likely) -> str:
    """How likely it can be the same name, in words."""
    words = {
        "known": _("a known name of it"),
        "almost certain": _("almost certainly the same name"),
        "likely": _("likely the same name"),
        "possible": _("possibly the same name"),
    }
    return words.get(hit.likelihood, hit.likelihood)


@register.filter
def aloud(why: str) -> SafeString:
    """A judgement's why as sentences; a person's own words as they are."""
    return in_english(why_aloud(why)) if percent_told(why) else isolated(why)


@register.filter
def reason(words: str) -> SafeString:
    """One reason in words."""
    return in_english(reason_aloud(words))


@register.filter
def counts(each: ReasonView) -> SafeString:
    return in_english(times_aloud(each.times, each.contradicts))


@register.filter
def reasons_only(why: str) -> SafeString:
    """What a list has room for: the reasons without the figure, which stands beside."""
    told = taken_apart(why)
    parts = [*told.names, *told.speaking, *(_("against it: %s") % each for each in told.against)]
    return in_english("; ".join([*parts, *filter(None, [told.besides])]))


@register.filter
def percent_told(why: str) -> str:
    """The figure that a why tells; nothing where it is a person's."""
    told = taken_apart(why)
    return "" if told.percent is None else percent_aloud(told.percent)


@register.filter
def besides(why: str) -> str:
    """What a rule says of other reports than the two; nothing of a person's own words."""
    told = taken_apart(why)
    return "" if told.percent is None else told.besides


@register.filter
def likeness(kind: str) -> str:
    """How alike two passages of two reports are."""
    words = {
        "exact": _("word for word"),
        "reworded": _("with words swapped"),
        "retold": _("retold"),
    }
    return words.get(kind, kind)


@register.filter
def origin_shared(label: str) -> SafeString:
    return in_english(one_origin_aloud(label))


@register.filter
def in_english(words: str) -> SafeString:
    """Words that the program has in English only, as such: on a page from right to left too."""
    return format_html('<span lang="en" dir="ltr">{}</span>', isolated(words))


@register.filter
def isolated(reason: str) -> SafeString:
    """The reason from left to right, each run of another script told as such: of Arabic letters none turns round
    what stands beside it, and a screen reader changes its voice."""
    pieces: list[SafeString] = []
    end = 0
    for run in _RUNS.finditer(reason):
        pieces += [format_html("{}", reason[end : run.start()]), _marked(run)]
        end = run.end()
    return format_html_join("", "{}", ((piece,) for piece in [*pieces, format_html("{}", reason[end:])]))


def _marked(run: re.Match[str]) -> SafeString:
    if run.lastgroup == "Arab":
        return format_html('<bdi lang="und-Arab" dir="rtl">{}</bdi>', run.group())
    return format_html('<bdi lang="und-{}">{}</bdi>', run.lastgroup, run.group())
