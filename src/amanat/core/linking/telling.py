"""From the words of claims to what records hold: an age to days, "younger brother of" to kin, "Kazaks" to a people."""

from __future__ import annotations

import re

from amanat.core.linking.record import Born, aged
from amanat.core.names.folding import folded

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_NUMBERS = {word: at for at, word in enumerate((*_UNITS.split(), "eighteen", "nineteen"), start=1)}
_TENS = {
    word: 10 * at
    for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_DECADE = re.compile(
    r"\bin (?:his|her|their|my) (?P<part>early |mid[- ]?|late )?(?P<tens>[a-z]+ties|[2-9]0s)\b"
)
_SHORTER = re.compile(r"\b(?:month|week|day)s?\b")
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


def years(age: str) -> tuple[int, int] | None:
    """Least and most years of an age in words or digits: "42", "nineteen or twenty", "in her late fifties"."""
    plain = age.casefold()
    if decade := _DECADE.search(plain):
        return _decade(decade)
    if _SHORTER.search(plain):
        return (0, 2)
    found = _numbers(plain)
    return (min(found), max(found)) if found else None


def _decade(found: re.Match[str]) -> tuple[int, int] | None:
    word = found["tens"].removesuffix("s").removesuffix("ie")
    low = (
        int(word)
        if word.isdigit()
        else next((tens for name, tens in _TENS.items() if name[:-1] == word), None)
    )
    if low is None:
        return None
    part = (found["part"] or "").strip(" -")
    return {"early": (low, low + 4), "mid": (low + 3, low + 7), "late": (low + 6, low + 9)}.get(
        part, (low, low + 9)
    )


def _numbers(plain: str) -> list[int]:
    found: list[int] = []
    tens: int | None = None
    for word in _WORD.findall(plain):
        if word in _TENS:
            tens = _TENS[word]
            found.append(tens)
        elif word in _NUMBERS:
            number = _NUMBERS[word]
            if tens is not None and number < 10:
                found[-1] = tens + number
            else:
                found.append(number)
            tens = None
        elif word.isdigit():
            found.append(int(word))
    return [number for number in found if number < 130]


def born_by_age(age: str, published: str) -> Born | None:
    """From an age told in a report of this date."""
    told = years(age)
    return aged(told, published) if told and published else None


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
