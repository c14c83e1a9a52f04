"""The reasons for a comparison, in words that a person can check letter by letter."""

from __future__ import annotations

from dataclasses import replace

from amanat.core.names.common import same_name
from amanat.core.names.evidence import Learned, bones
from amanat.core.names.hanzi import pinyin
from amanat.core.names.matching import Match
from amanat.core.names.signs import Sign, han_signs, letter_signs, pinyin_signs
from amanat.core.names.spelling import Kind, Spelling
from amanat.core.names.tokens import Parted, Token
from amanat.core.names.transducer import Transducer

_CLEARLY = 3.0
"""Nats from which a pair of tokens is said to fit; below nought it is said not to."""

_ROLES = {
    "father": "father's name",
    "patronymic": "father's name",
    "family": "family name",
    "given": "given name",
}


def reasons(tables: Learned, one: Parted, other: Parted, match: Match) -> tuple[str, ...]:
    """What speaks for the match and what against, the parts of the names in order."""
    found: list[str] = []
    one = replace(one, tokens=match.one_tokens or one.tokens)
    other = replace(other, tokens=match.other_tokens or other.tokens)
    if match.whole:
        found.append(_of_whole(tables, one, other, *match.whole))
    found += [
        _of_link(tables, one.tokens[link.one], other.tokens[link.other], link.nats, link.by)
        for link in match.links
    ]
    found += _of_markers(one, other, match)
    found += [f"{one.tokens[at].text} stands in one of the names only" for at in match.missing_of_one]
    found += [f"{other.tokens[at].text} stands in one of the names only" for at in match.missing_of_other]
    if match.reordered:
        found.append("the parts stand in another order")
    if match.other_gender:
        found.append("one form is a woman's, the other a man's")
    return tuple(found)


def _of_link(tables: Learned, one: Token, other: Token, nats: float, by: str) -> str:
    role = (
        _ROLES.get(one.role)
        if one.role == other.role or {one.role, other.role} <= {"father", "patronymic"}
        else None
    )
    said = f"{role} " if role else ""
    if by == "initial":
        fits = (
            "begin alike"
            if nats > 0
            else "may be one, which cannot be told"
            if nats == 0
            else "begin differently"
        )
        return f"{one.text} and {other.text} {fits}"
    if by == "different":
        return f"{said}{one.text} ≠ {other.text}: these are known as two different names"
    if one.text == other.text:
        return f"{said}{one.text} is the same in both"
    sign = "=" if nats >= _CLEARLY else "~" if nats > 0 else "≠"
    changes = changed(tables, one.spelling, other.spelling)
    known = f"both are written forms of {same_name(one.stem, other.stem)}" if by == "common" else ""
    told = "; ".join(each for each in (known, changes) if each)
    return f"{said}{one.text} {sign} {other.text}{': ' if told else ''}{told}"


def _of_whole(tables: Learned, one: Parted, other: Parted, left: Spelling, right: Spelling) -> str:
    changes = changed(tables, left, right)
    return f"without spaces: {one.name.text} = {other.name.text}{': ' if changes else ''}{changes}"


def _of_markers(one: Parted, other: Parted, match: Match) -> list[str]:
    """What endings of father's names say, where both of a pair bear one or only one does. Those of family names are
    letters like any others, and have been compared as such."""
    found = []
    for link in match.links:
        left, right = one.tokens[link.one], other.tokens[link.other]
        marked = [token for token in (left, right) if token.marker and token.role == "patronymic"]
        if link.nats <= 0 or not marked:
            continue
        if left.marker and right.marker:
            same = "is" if left.marker == right.marker else "stands for"
            found.append(
                f"the ending of {left.text} ({left.marker}) {same} that of {right.text} ({right.marker})"
            )
        else:
            without = right if marked[0] is left else left
            found.append(
                f"{marked[0].text} has the ending {marked[0].marker}, which {without.text} leaves out"
            )
    return found


def changed(tables: Learned, one: Spelling, other: Spelling) -> str:
    """How one spelling becomes the other: "ü→u" for letters that differ, "古=gu" for every sign of another script."""
    kinds = {one.kind, other.kind}
    if kinds == {Kind.SOUNDS}:
        return _of_letters(tables, *_nearest_forms(tables, one, other))
    if kinds == {Kind.HAN}:
        return f"read {pinyin(one.letters)} and {pinyin(other.letters)}"
    if Kind.HAN in kinds:
        han, letters = (one, other) if one.kind is Kind.HAN else (other, one)
        table = tables.han if letters.kind is Kind.SOUNDS else tables.han_bones
        spelt = letters.letters if letters.kind is Kind.SOUNDS else bones(letters.letters)
        return _shown(table, han_signs(han.letters), han.letters, spelt, "=")
    if Kind.SOUNDS in kinds:
        arabic, letters = (one, other) if one.kind is Kind.CONSONANTS else (other, one)
        return _shown(tables.consonants, letter_signs(arabic.letters), arabic.letters, letters.letters, "=")
    return ""


def _nearest_forms(tables: Learned, one: Spelling, other: Spelling) -> tuple[str, str]:
    """By the convention in which the two are most alike."""
    ways = [(left.letters, right.letters) for left in one.forms for right in other.forms]
    if len(ways) == 1:
        return ways[0]
    fits = tables.letters.evidence([(letter_signs(left), right) for left, right in ways])
    return ways[int(fits.argmax())]


def _of_letters(tables: Learned, one: str, other: str) -> str:
    if len(signs := pinyin_signs(one)) > 1 and _by_pinyin(tables, signs, one, other):
        return "by way of Han characters: " + _shown(
            tables.han, signs, [sign[0][1:] for sign in signs], other, "="
        )
    if len(signs := pinyin_signs(other)) > 1 and _by_pinyin(tables, signs, other, one):
        return "by way of Han characters: " + _shown(
            tables.han, signs, [sign[0][1:] for sign in signs], one, "="
        )
    pieces = tables.letters.aligned(letter_signs(one), other)
    return ", ".join(
        f"{one[piece.sign]}→{other[piece.start : piece.end] or '∅'}"
        for piece in pieces
        if one[piece.sign] != other[piece.start : piece.end]
    )


def _by_pinyin(tables: Learned, signs: tuple[Sign, ...], read: str, other: str) -> bool:
    """Whether the pair is better explained by Han characters than letter by letter."""
    by_han, by_letters = (
        tables.han.evidence([(signs, other)])[0],
        tables.letters.evidence([(letter_signs(read), other)])[0],
    )
    return bool(by_han > by_letters)


def _shown(
    table: Transducer, signs: tuple[Sign, ...], written: str | list[str], letters: str, between: str
) -> str:
    pieces = table.aligned(signs, letters)
    return " ".join(
        f"{written[piece.sign]}{between}{letters[piece.start : piece.end] or '∅'}" for piece in pieces
    )
