"""From the words of claims to what records hold: an age to days, "younger brother of" to kin, "Kazaks" to a people."""

from __future__ import annotations

import re

from amanat.core.names.folding import folded

_WORD = re.compile(r"\d+|[a-z]+")

_KIN = {
    **dict.fromkeys("father dad daddy papa".split(), ("father", "m")),
    **dict.fromkeys("mother mum mom mama".split(), ("mother", "f")),
    **dict.fromkeys("parent".split(), ("parent", "")),
    **dict.fromkeys("husband widower groom".split(), ("spouse", "m")),
    **dict.fromkeys("wife widow bride".split(), ("spouse", "f")),
    **dict.fromkeys("spouse".split(), ("spouse", "")),
    "son": ("child", "m"), "daughter": ("child", "f"), "child": ("child", ""),
    "brother": ("sibling", "m"), "sister": ("sibling", "f"), "sibling": ("sibling", ""), "twin": ("sibling", ""),
    "uncle": ("uncle", "m"), "aunt": ("aunt", "f"), "cousin": ("cousin", ""),
    "nephew": ("nephew", "m"), "niece": ("niece", "f"),
    "grandfather": ("grandparent", "m"), "grandmother": ("grandparent", "f"),
    "grandson": ("grandchild", "m"), "granddaughter": ("grandchild", "f"),
}  # fmt: skip
"""A word for kin, as linking compares it, and the sex that it tells."""

_BACK = {
    "father": "child", "mother": "child", "parent": "child", "child": "parent", "spouse": "spouse",
    "sibling": "sibling", "cousin": "cousin", "grandparent": "grandchild", "grandchild": "grandparent",
}  # fmt: skip
"""What one is to those who are this to one."""

_IN_LAW = re.compile(r"in[- ]law")
_KIN_OF = re.compile(r"^(?P<kin>.+?) of (?P<whose>.+)$", re.S)

_SEXES = {
    **dict.fromkeys(
        "woman girl female she wife widow mother sister daughter aunt niece grandmother".split(), "f"
    ),
    **dict.fromkeys(
        "man boy male he husband widower father brother son uncle nephew grandfather".split(), "m"
    ),
    **dict.fromkeys("женщина девушка девочка жена вдова мать сестра дочь әйел қыз анасы апасы".split(), "f"),
    **dict.fromkeys("мужчина юноша мальчик муж отец брат сын ер адам әкесі ағасы інісі".split(), "m"),
}


def kin_of(details: str) -> tuple[str, str, str] | None:
    """("sibling", "m", "Rewshan Sadirbay") of "younger brother of Rewshan Sadirbay"; None where no kin is told."""
    found = _KIN_OF.match(details.strip())
    kin = relation(found["kin"]) if found else None
    return (*kin, found["whose"].strip()) if found and kin else None


def relation(words: str) -> tuple[str, str] | None:
    """The relation, and the sex that it tells, of "his elder brother"; in-laws are other kin."""
    plain = words.casefold()
    if _IN_LAW.search(plain):
        return None
    return next((_KIN[word] for word in reversed(_WORD.findall(plain)) if word in _KIN), None)


def back(relation: str) -> str | None:
    """What somebody is to their "sibling" and so on; None where that depends on more."""
    return _BACK.get(relation)


def sex_told(words: str) -> str:
    """What a description or an occupation tells: "a woman", "his mother"; empty where it tells nothing."""
    found = {sex for word in folded(words.split(" of ")[0]).split() if (sex := _SEXES.get(word))}
    return found.pop() if len(found) == 1 else ""


_PAPER = re.compile(r"(?<![\w-])(?=[\w/.-]*\d{4})[A-ZА-Я]{0,4}[-/ ]?\d[\d/.-]{4,}\d(?![\w-])")
_A_DATE = re.compile(
    r"^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$|^(?:19|20)\d\d[-/](?:19|20)?\d\d$|^\d{1,3}(?:[., ]\d{3})+$"
)


def paper_numbers(words: str) -> tuple[str, ...]:
    """Numbers of papers: six signs and more, with at least four digits in a row; no dates, no sums."""
    found = (each.group().strip(" .-/") for each in _PAPER.finditer(words))
    return tuple(dict.fromkeys(each for each in found if not _A_DATE.match(each)))
