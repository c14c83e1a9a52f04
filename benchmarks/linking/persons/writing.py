"""How a report writes a name: which parts, in which order, with which endings, and with slips of the pen."""

from __future__ import annotations

import random

from linking.persons.bearing import Bearable

_MARKERS = {
    "kazakh": {"f": ("қызы",), "m": ("ұлы",)},
    "latin": {"f": ("kyzy", "qizi"), "m": ("uly", "oghli")},
    "russian": {"f": ("кызы", "овна"), "m": ("улы", "ович")},
}
_FEMININE = {"latin": ("ov", "ev", "in"), "russian": ("ов", "ев", "ин"), "kazakh": ("ов", "ев", "ин")}
_ORDERS = {
    "latin": {"given family": 80, "family given": 8, "given father family": 5, "given father": 7},
    "russian": {"given family": 45, "family given": 25, "family given father": 22, "given father": 8},
    "kazakh": {"given family": 60, "family given": 15, "family given father": 10, "given father": 15},
}
"""By script, how often. Where a father's name stands alone beside the given one, it is the whole name."""
_KEYS = "qwertyuiopasdfghjklzxcvbnm"

_RESPELT = 0.35
"""Of parts in Latin letters: how many are not spelt the usual way, but by another custom."""
_CUSTOMS = (
    ("kh", "h"), ("h", "kh"), ("k", "q"), ("q", "k"), ("zh", "j"), ("j", "zh"), ("dzh", "j"), ("gh", "g"),
    ("v", "w"), ("w", "v"), ("y", "i"), ("i", "y"), ("u", "ou"), ("u", "ü"), ("o", "u"), ("sh", "ş"),
    ("ch", "q"), ("yu", "iu"), ("ya", "ia"), ("a", "e"), ("ai", "ay"), ("ei", "ey"), ("ss", "s"), ("s", "ss"),
)  # fmt: skip
"""What writers of Turkic names in Latin letters put for each other; of one part, one of them."""


def written(
    given: Bearable,
    family: Bearable,
    father: Bearable,
    sex: str,
    script: str,
    slips: float,
    draw: random.Random,
) -> str:
    """The name in ``script``; of Han, Arabic and pinyin always given name and family name. ``slips``: of names."""
    orders = _ORDERS.get(script, {"given family": 1})
    if script not in father.spellings:
        orders = {order: often for order, often in orders.items() if "father" not in order}
    order = draw.choices(list(orders), list(orders.values()))[0]
    parts = {"given": given, "family": family, "father": father}
    told = [_part(part, parts[part], sex, script, draw) for part in order.split()]
    name = ("·" if script == "han" else " ").join(told)
    return _slipped(name, draw) if draw.random() < slips else name


def _part(part: str, name: Bearable, sex: str, script: str, draw: random.Random) -> str:
    spelling = draw.choice(name.spellings[script])
    if script == "latin" and draw.random() < _RESPELT:
        spelling = _respelt(spelling, draw)
    if part == "father":
        return spelling + draw.choice(_MARKERS[script][sex])
    if part == "family" and sex == "f" and spelling.endswith(_FEMININE.get(script, ("\0",))):
        return spelling + ("a" if script == "latin" else "а")
    return spelling


def _respelt(spelling: str, draw: random.Random) -> str:
    plain = spelling.casefold()
    may = [custom for custom in _CUSTOMS if custom[0] in plain]
    if not may:
        return spelling
    usual, other = draw.choice(may)
    return plain.replace(usual, other, 1).capitalize()


def _slipped(name: str, draw: random.Random) -> str:
    """One letter left out, doubled, another, or changed about with the next."""
    at = draw.randrange(1, max(2, len(name) - 1))
    before, letter, after = name[:at], name[at : at + 1], name[at + 1 :]
    if not letter.isalpha():
        return name
    slip = draw.randrange(4)
    if slip == 0:
        return before + after
    if slip == 1:
        return before + letter + letter + after
    if slip == 2 and letter.isascii():
        return before + draw.choice(_KEYS) + after
    return before + after[:1] + letter + after[1:]
