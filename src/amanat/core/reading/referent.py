"""Somebody a report speaks of: a person, a group, a body, a place; with every mention."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from amanat.core.reading.names import Sort
from amanat.core.reading.wordlists import words


@dataclass(frozen=True, slots=True)
class Mention:
    sentence: int
    token: int
    subject: bool
    suffers: bool = False
    """Whether the act of the mention's verb happened to them."""
    harms: bool = False
    """Whether they are who did it to somebody."""
    paragraph: int | None = None


@dataclass(eq=False)
class Referent:
    """Somebody or some body the report speaks of."""

    sort: Sort
    names: list[str] = field(default_factory=list)
    description: str | None = None
    noun: str | None = None
    gender: str | None = None
    many: bool = False
    mentions: list[Mention] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    """What stood before their name: "Sheikh", "Pastor"; afterwards they may be "the sheikh"."""
    besides: Referent | None = None
    """Of "other Muslim groups": those they are other than."""
    companion_of: Referent | None = None
    """Of "we": whoever says it."""
    owner: Referent | None = None
    """Of "her husband": her."""
    members: tuple[Referent, ...] = ()
    """Of people named together: each of them."""

    @property
    def label(self) -> str:
        if self.names:
            return max(self.names, key=lambda name: (name.count(" "), len(name)))
        if self.owner is not None and self.noun:
            owner = re.sub(r"['’]s?$", "", self.owner.label)
            owner = owner[0].lower() + owner[1:] if owner.startswith(("The ", "A ", "An ")) else owner
            return f"{owner}{'’' if owner.endswith('s') and self.owner.many else '’s'} {self._called}"
        return self.description or ""

    @property
    def _called(self) -> str:
        """The noun as it is written of several: "brothers"."""
        noun = self.noun or ""
        written = (self.description or "").casefold().split()
        return next((word for word in written if self.many and word.startswith(noun[:4])), noun)

    def with_others(self) -> Referent:
        """What "they" stands for after "other Muslim groups": those named before and the others."""
        if self.besides is None:
            return self
        return Referent(
            self.sort, description=f"{self.besides.label} and {self.label}", noun=self.noun, many=True
        )

    @property
    def is_individual(self) -> bool:
        return self.sort is Sort.PERSON and not self.many


_NUMBER_WORDS = frozenset(
    (
        "two three four five six seven eight nine ten eleven twelve dozen dozens hundreds hundred several "
        "many"
    ).split()
)
_POWERS = frozenset(
    (
        "soldier guard policeman gunman militant rebel agent troop force gendarme fighter officer official "
        "investigator prosecutor interrogator judge inspector detective commander warder warden jailer "
        "paramilitary militiaman trooper captor kidnapper abductor attacker assailant intruder authority"
    ).split()
)


_ARMED = re.compile(r"\b(?:masked|armed|uniformed|plain-?clothes|in uniform|in civilian clothes|gunmen)\b")


def is_plain(one: Referent) -> bool:
    """A group without a mark that sets it off from others of its noun: "white men" are not simply "the men"."""
    marks = (one.description or "").casefold().split()[:-1]
    return all(
        mark in ("the", "these", "those", "all", "other", "at", "least", "some", "about")
        or mark[0].isdigit()
        or mark.isnumeric()
        or mark in _NUMBER_WORDS
        for mark in marks
    )


def is_power(one: Referent) -> bool:
    """Whether "they" may be doing what those in power do; not once it has been done to them."""
    if one.members or any(mention.suffers for mention in one.mentions):
        return False
    marks = (one.description or "").casefold()
    known = one.sort is Sort.ORGANISATION or (one.noun or "") in _POWERS or bool(_ARMED.search(marks))
    return known or any(mention.harms for mention in one.mentions)


_NOT_ANYBODY = frozenset({"no", "any", "every", "each", "some", "whichever"})


def is_nobody(one: Referent) -> bool:
    """ "Somebody", "no judge", "any policeman": nobody of whom the next sentence goes on."""
    if one.names:
        return False
    first = (one.description or "").casefold().split(" ", 1)[0]
    return one.noun == "somebody" or first in _NOT_ANYBODY


def last_prominent(one: Referent) -> tuple[int, bool, int]:
    last = one.mentions[-1]
    return last.sentence, last.subject, -last.token


def is_part(text: str, referent: Referent) -> bool:
    """Whether every word of ``text`` stands, in order, in one of the referent's names."""
    parts = _parts(text)
    for name in referent.names:
        whole = _parts(name)
        if whole[0] in _FATHER_OF and len(whole) == 2 and parts == whole[1:]:
            continue  # Nidal is the son of Abu Nidal
        if len(parts) > 1 and sorted(parts) == sorted(whole):
            return True  # a page's field writes the family name first, its text last
        rest = iter(whole)
        if all(any(_is_short_for(part, word, parts) for word in rest) for part in parts):
            return referent.sort is Sort.PERSON or len(parts) == len(name.split())
    return False


def _is_short_for(part: str, word: str, parts: list[str]) -> bool:
    """The word itself, or beside a whole word its initial: the R. of "R. Padilla" is Rosiris."""
    initial = len(part) == 2 and part[1] == "." and len(word) > 2 and word[0] == part[0]
    return part == word or (initial and any(len(other) > 2 for other in parts))


_FATHER_OF = frozenset({"abu", "umm", "um", "oum", "abou"})


def _parts(name: str) -> list[str]:
    """A name's words without the marks around a nickname and the article before a family name."""
    return [
        part.strip("\"“”'‘’«»").removeprefix("al-").removeprefix("el-") for part in name.casefold().split()
    ]


_OF_WOMEN = frozenset(
    "bint binti mint begum bibi khatun khatoon hanim khanim khanum devi kaur thị thi xatun".split()
)
_OF_MEN = frozenset("bin ibn ould oglu oghlu oghli ogli uulu uly văn singh".split())


def _gender_told(parts: list[str]) -> str | None:
    """By the given name, which comes first (the second may be a father's: Marwa Abdel-Hakim), or by a word that only
    women's or only men's names hold."""
    for part in parts[1:]:
        if part in _OF_WOMEN:
            return "f"
        if part in _OF_MEN:
            return "m"
    given = next((part for part in parts if len(part.strip(".")) > 1), parts[0])
    if given in words("people", "female_names"):
        return "f"
    return "m" if given in words("people", "male_names") else None


def gender_by_ending(name: str) -> str | None:
    """What a name's words or its patronymic's ending tell; most tell nothing."""
    parts = name.casefold().replace("-", " ").split()
    if len(parts[-1]) > 5 and parts[-1].endswith(tuple(words("people", "female_endings"))):
        return "f"
    if (told := _gender_told(parts)) is not None:
        return told
    if len(parts[-1]) > 5 and parts[-1].endswith(tuple(words("people", "male_endings"))):
        return "m"
    return None
