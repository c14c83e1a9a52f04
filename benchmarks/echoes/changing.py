"""Ways in which a text is repeated, made by chance from a seed: cut, put in another order, reworded, respelt.

None of them knows a table that the matcher knows: words are swapped for words of other reports, names are respelt by
rules of three conventions, and places are exchanged for places that do not exist.
"""

from __future__ import annotations

import re
from random import Random

_NAME = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{4,})")
_WORD = re.compile(r"\b[a-z]{4,}\b")
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_RESPELT = (
    (("y", "i"), ("k", "q"), ("ou", "u"), ("ee", "i")),
    (("i", "y"), ("h", "kh"), ("u", "oo"), ("j", "dzh")),
    (("a", "e"), ("v", "w"), ("z", "s"), ("o", "u")),
)
_PLACES = ("Kensu", "Aqbaital", "Torvel", "Maramba", "Sillago", "Ostrevo", "Jimarr", "Beldhara")


def cut(lines: list[str], paragraph: str, chance: Random) -> list[str]:
    """A third of the lines, with at least the one paragraph."""
    keep = set(chance.sample(range(len(lines)), max(1, len(lines) // 3)))
    return [line for at, line in enumerate(lines) if at in keep or line == paragraph]


def reordered(lines: list[str], chance: Random) -> list[str]:
    """Paragraphs in another order, and the sentences of each in another too."""
    shuffled = chance.sample(lines, len(lines))
    return [" ".join(chance.sample(parts := _SENTENCE.split(line), len(parts))) for line in shuffled]


def reworded(text: str, words: list[str], chance: Random) -> str:
    """One word in twelve left out, one in eight exchanged, one in twenty put in."""

    def change(found: re.Match[str]) -> str:
        drawn = chance.random()
        if drawn < 1 / 12:
            return ""
        if drawn < 1 / 12 + 1 / 8:
            return chance.choice(words)
        return f"{chance.choice(words)} {found[0]}" if drawn > 0.95 else found[0]

    return re.sub(r"  +", " ", _WORD.sub(change, text))


def respelt(text: str, chance: Random) -> str:
    """Every name in another spelling, each always in the same one; one in six is exchanged altogether."""
    known: dict[str, str] = {}
    rules = chance.choice(_RESPELT)

    def spell(found: re.Match[str]) -> str:
        name = found[0]
        if name not in known:
            known[name] = chance.choice(_PLACES) if chance.random() < 1 / 6 else _spelt(name, rules)
        return known[name]

    return _NAME.sub(spell, text)


def _spelt(name: str, rules: tuple[tuple[str, str], ...]) -> str:
    rest = name[1:]
    for before, after in rules:
        if before in rest:
            rest = rest.replace(before, after)
            break
    return name[0] + rest


def words_of_others(texts: list[str]) -> list[str]:
    """What words are exchanged for."""
    return sorted({word for text in texts for word in _WORD.findall(text)})
