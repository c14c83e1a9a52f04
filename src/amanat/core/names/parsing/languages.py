"""The likely languages of a name: letters that only some languages write, endings, and well-known elements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from amanat.core.names.parsing.tables import rows_of
from amanat.core.names.parsing.words import Form

TURKIC = frozenset({"ug", "kk", "ky", "uz", "tk", "tt", "tg"})
"""Languages whose names in China and Central Asia go given name, father's name (Tajik goes with them)."""

_MOST = 3
_SURE = 3

_Rule = tuple[re.Pattern[str], bool, tuple[tuple[str, int], ...]]


@cache
def _rules() -> dict[str, list[_Rule]]:
    rules: dict[str, list[_Rule]] = {}
    for script, weights, pattern in rows_of("languages.tsv"):
        said = tuple(
            (language, int(weight)) for language, weight in (each.split(":") for each in weights.split())
        )
        rules.setdefault(script, []).append((re.compile(pattern.removeprefix("=")), pattern[0] == "=", said))
    return rules


@lru_cache(maxsize=1 << 13)
def evidence(form: Form) -> tuple[tuple[str, int], ...]:
    """What one word says for languages, with weights."""
    key = form.key[:60]
    written = form.letters[:60].lower()
    scores: dict[str, int] = {}
    for pattern, as_written, weights in _rules().get(form.script, ()):
        if pattern.search(written if as_written else key):
            for language, weight in weights:
                scores[language] = scores.get(language, 0) + weight
    return tuple(scores.items())


def likely_languages(forms: Iterable[Form]) -> tuple[tuple[str, ...], bool]:
    """At most three languages, the likeliest first, and whether the first is more than a faint guess.

    Those far behind the first are left out.
    """
    scores: dict[str, int] = {}
    for form in forms:
        for language, weight in evidence(form):
            scores[language] = scores.get(language, 0) + weight
    if not scores:
        return (), False
    ranked = sorted(scores, key=lambda language: (-scores[language], language))[:_MOST]
    best = scores[ranked[0]]
    return tuple(language for language in ranked if scores[language] * 3 >= best), best >= _SURE
