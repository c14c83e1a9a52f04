"""Whom a report names as its source: another outlet, with a word that says so, or an agency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from amanat.core.echo.names_alike import names_alike
from amanat.core.echo.report import Report
from amanat.core.names.folding import folded

_WORD = re.compile(r"[^\W_]+")
_REACH = 7
"""Words on either side of an outlet's name in which a word of telling may stand."""
_LONG_ENOUGH = 5
"""Letters of a word that can be known by its sound alone."""

_GENERIC = frozenset(
    """the a of and news radio english online daily weekly post times press wire agency review report reports digest
    edition tv channel page blog network media bulletin today""".split()
)
"""What many outlets have in their names: by itself it names none."""

_TELLING = frozenset(
    """told according reported reports interview interviewed interviews broadcast published publishes source sources
    via reposted republished repost reprinted translated translation spoke speaking quoted quoting citing cited wrote
    writes says said from courtesy originally adapted excerpt excerpts first in radio by with
    радио интервью сообщает сообщил сообщила сообщили передает пишет рассказала рассказал ссылкой источник изданию
    газете газета телеканал по данным опубликовано
    сұхбат сұхбатында хабарлады хабарлауынша радиосына радиосы деп газетіне мәлімдеді берген
    радіо повідомляє інтервʼю selon rapporte interview según informó entrevista göre bildirdi röportaj
    报道 采访 据 转载 来源""".split()
)
_PLAIN_TELLING = frozenset("in by with from first said says radio радио деп по".split())
"""They go with anything, and so count only close by."""

AGENCIES = frozenset(
    "agencies agency wires wire afp reuters ap dpa efe ansa tass interfax xinhua upi kyodo агентства агентств".split()
)


@dataclass(frozen=True, slots=True)
class Credit:
    """``said``: the words in which the report names the other's outlet; ``telling``: with a word that says that it
    was the source, rather than merely in passing."""

    said: str
    telling: bool


def credits_outlet(report: Report, outlet: str) -> Credit | None:
    """How ``report`` names ``outlet``; None where it does not, or where it is its own."""
    name = _name_words(outlet)
    if not name or same_outlet(report.outlet, outlet):
        return None
    for line in report.credit:
        plain = folded(line).split()
        if any(_stands(plain, at, name) for at in range(len(plain))):
            return Credit(line, telling=True)
    return _in_text(report.text, name, _initials(outlet))


def _in_text(text: str, name: tuple[str, ...], initials: str) -> Credit | None:
    found, plain, _ = _told(text)
    best: Credit | None = None
    for at in _places(text, name):
        best = _credit(text, found, plain, at, at + len(name))
        if best.telling:
            return best
    if initials:
        for number, each in enumerate(found):
            if each.group() == initials:
                return _credit(text, found, plain, number, number + 1)
    return best


@lru_cache(maxsize=512)
def _told(text: str) -> tuple[list[re.Match[str]], list[str], dict[str, list[int]]]:
    """The text's words, folded, and where each stands."""
    found = list(_WORD.finditer(text))
    plain = [_folded(each.group()) for each in found]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(plain):
        places.setdefault(word, []).append(at)
    return found, plain, places


def _places(text: str, name: tuple[str, ...]) -> list[int]:
    """Where the distinctive words of an outlet's name stand one after another, in any spelling of other scripts."""
    _, plain, places = _told(text)
    starts = list(places.get(name[0], ()))
    if len(name[0]) >= _LONG_ENOUGH:
        starts += [
            at for word in places if not word.isascii() and _is_word(word, name[0]) for at in places[word]
        ]
    return sorted({at for at in starts if _stands(plain, at, name)})


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return folded(word).replace(" ", "")


def _credit(text: str, found: Sequence[re.Match[str]], plain: Sequence[str], first: int, last: int) -> Credit:
    begin, end = max(0, first - _REACH), min(len(found), last + _REACH)
    near = set(plain[max(0, first - 3) : min(len(found), last + 2)])
    around = set(plain[begin:first]) | set(plain[last:end])
    telling = bool(around & (_TELLING - _PLAIN_TELLING)) or bool((near & _PLAIN_TELLING) - {plain[first]})
    said = text[found[max(0, first - 5)].start() : found[min(len(found), last + 3) - 1].end()]
    return Credit(" ".join(said.split()), telling)


def _stands(plain: Sequence[str], at: int, name: tuple[str, ...]) -> bool:
    if at + len(name) > len(plain):
        return False
    return all(_is_word(plain[at + step], word) for step, word in enumerate(name))


def _is_word(plain: str, word: str) -> bool:
    if plain == word:
        return True
    return min(len(plain), len(word)) >= _LONG_ENOUGH and not plain.isascii() and names_alike(plain, word)


@lru_cache(maxsize=1 << 14)
def _name_words(outlet: str) -> tuple[str, ...]:
    """The name's words without the generic ones around it; none for a name that has no other, or is very short."""
    words = folded(outlet).split()
    while words and words[0] in _GENERIC:
        words.pop(0)
    while words and words[-1] in _GENERIC:
        words.pop()
    return tuple(words) if sum(map(len, words)) >= 4 else ()


@lru_cache(maxsize=1 << 14)
def _initials(outlet: str) -> str:
    """RFA, of a name of three words or more."""
    words = [word for word in outlet.split() if word[:1].isupper()]
    return "".join(word[0] for word in words) if len(words) >= 3 else ""


@lru_cache(maxsize=1 << 16)
def same_outlet(one: str, other: str) -> bool:
    """Whether the two are one outlet, which must be named."""
    return bool(one) and folded(one) == folded(other)


def credits_agency(report: Report) -> str:
    """The credit line that names agencies; empty where none does."""
    return next((line for line in report.credit if AGENCIES & set(folded(line).split())), "")
