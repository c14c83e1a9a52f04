"""Template tags for what was found by name: how sure it is, and the reasons, which mix scripts and directions."""

from __future__ import annotations

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from amanat.store.queries.found import Likely

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
