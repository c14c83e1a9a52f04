"""How many people, in Russian: «двух учителей», «не менее одиннадцати человек»."""

from __future__ import annotations

from collections.abc import Sequence

from amanat.core.claim import Count
from amanat.core.reading.russian.cast import Who
from amanat.core.reading.russian.grammar import Token

_NUMBERS = {
    "один": 1, "два": 2, "двое": 2, "оба": 2, "три": 3, "трое": 3, "четыре": 4, "четверо": 4, "пять": 5, "пятеро": 5,
    "шесть": 6, "шестеро": 6, "семь": 7, "семеро": 7, "восемь": 8, "девять": 9, "десять": 10, "десятеро": 10,
    "одиннадцать": 11, "двенадцать": 12, "тринадцать": 13, "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16,
    "семнадцать": 17, "восемнадцать": 18, "девятнадцать": 19, "двадцать": 20, "тридцать": 30, "сорок": 40,
    "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90, "сто": 100, "двести": 200,
    "триста": 300, "четыреста": 400, "пятьсот": 500, "тысяча": 1000,
}  # fmt: skip


def count_of(who: Sequence[Who]) -> Count | None:
    """Of a group told by its number; None where no number is told."""
    for one in who:
        if one.person is not None or one.head is None:
            continue
        number = _number_token(one.head)
        value = _value(number) if number is not None else None
        if number is not None and value is not None and value > 1:
            low, high = _limits(number, value)
            return Count(low, high, one.head.text if one.head is not number else "человек")
    return None


def _number_token(head: Token) -> Token | None:
    if head.pos == "NUM" or head.lemma in _NUMBERS:
        return head
    return next((child for child in head.children if child.rel.startswith("nummod")), None)


def _value(token: Token) -> int | None:
    if token.text.isdigit():
        return int(token.text)
    return _NUMBERS.get(token.lemma)


def _limits(number: Token, value: int) -> tuple[int | None, int | None]:
    """What «не менее», «более», «около» before the number make of it."""
    above = [number, number.head, number.head.head if number.head is not None else None]
    around = {each.lemma for token in above if token is not None for each in (token, *token.children)}
    if around & {"мало", "менее", "меньше"}:
        return (value, None) if "не" in around else (None, value)
    if around & {"более", "много", "больше", "свыше"}:
        return (None, value) if "не" in around else (value, None)
    return (None, None) if around & {"около", "примерно", "почти", "порядок"} else (value, value)
