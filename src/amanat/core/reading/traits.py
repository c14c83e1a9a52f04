"""What the short phrases beside a name say of somebody: "36", "b. 1984", "Jarai farmers", "from Osh", "disabled"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from amanat.core.places import lookup, people
from amanat.core.reading.edtf import date_in
from amanat.core.reading.wordlists import lexicon, person_nouns, words

_SEX = {"male": "m", "female": "f", "m": "m", "f": "f", "man": "m", "woman": "f", "girl": "f", "boy": "m"}
_AGE = re.compile(
    r"(?:aged?:? |about |around |approximately |c\. ?|at least )*(?P<age>\d{1,2})"
    r"(?:[ -]?(?:years?|yrs?\.?)(?:[ -]old)?| ?y/?\.?o\.?| ans)?",
    re.I,
)
_AGE_OF = re.compile(r"(?P<age>\d{1,2})[- ]years?[- ]old (?P<rest>.+)", re.I)
_BORN = re.compile(
    r"(?:b\.|born:?|dob:?|d\.o\.b\.:?|date of birth:?|\*)(?: (?:in|on|about))? ?(?P<when>.*\d{4}.*)", re.I
)
_FROM = re.compile(
    r"(?:(?:both|all)? ?(?:of|from|in)|(?:a )?(?:resident|native|inhabitant)s? of|liv(?:es|ing) in|residing in|"
    r"based in|registered in|residence:?)\s+(?:the )?(?=[A-ZÀ-Þ])",
)
_ILL = re.compile(
    r"(?:disabled|diabetic|asthmatic|blind|deaf|ill|seriously ill|gravely ill|pregnant|paraly[sz]ed|wheelchair user|"
    r"epileptic|mentally ill|terminally ill|hiv[- ]positive|cancer patient|handicapped)\b",
    re.I,
)
_KIN_OF = re.compile(
    r"(?:the )?(?:wife|husband|son|daughter|brother|sister|father|mother|cousin|nephew|niece|widow|fianc[eé]e?) of \S",
    re.I,
)
_FORMER = re.compile(
    r"(?:a |an |the )?(?:former|retired|ex|unemployed|self-employed|assistant|deputy|senior|chief|head)\b[- ]?",
    re.I,
)
_NO_JOBS = frozenset("other one many some several half third number".split())


@dataclass(frozen=True, slots=True)
class Trait:
    kind: str
    details: str
    when: str | None = None
    place: str | None = None
    """The text in which the place's name comes first."""


def sex_of(text: str) -> str | None:
    return _SEX.get(text.casefold().strip(". "))


def read_trait(text: str, *, last: bool = False) -> Iterator[Trait]:
    """The claims of one phrase; a name of a place alone counts as where somebody lives only if it comes ``last``."""
    plain = text.strip(" .*")
    age = _AGE.fullmatch(re.sub(r"\s*\([^()]*\)$", "", plain))
    born = _BORN.match(plain)
    aged = _AGE_OF.fullmatch(plain)
    if sex_of(plain):
        return
    if age:
        yield Trait("age", age["age"])
    elif aged:
        yield Trait("age", aged["age"])
        yield from read_trait(aged["rest"])
    elif _KIN_OF.match(plain):
        yield Trait("kinship", plain)
    elif born:
        yield Trait("birth date", born["when"], date_in(born["when"]))
    elif _FROM.match(plain):
        yield Trait("residence", plain, None, _FROM.sub("", plain, count=1))
    elif _ILL.match(plain):
        yield Trait("health", plain, _since(plain))
    else:
        yield from _what_they_are(plain, last=last)


def _since(text: str) -> str | None:
    found = re.search(r"\bsince\b", text)
    when = date_in(text[found.start() :]) if found else None
    return f"{when}/.." if when is not None and "/" not in when else when


def _what_they_are(plain: str, *, last: bool) -> Iterator[Trait]:
    first, _, rest = plain.partition(" ")
    whole = people(plain)
    known = whole or people(first)
    if known is not None:
        named = plain if whole else first
        if known.ethnicity or known.nationality:
            yield Trait("ethnicity" if known.ethnicity else "nationality", named)
        else:
            yield Trait("religion", named)
        if not whole and rest and is_job(rest):
            yield Trait("occupation", rest)
    elif is_job(plain):
        yield Trait("occupation", plain)
    elif plain[:1].isupper() and not last and " " not in plain and not lookup(plain) and plain.isalpha():
        yield Trait("ethnicity", plain)
    elif plain[:1].isupper() and (last or lookup(plain)) and len(plain.split()) <= 4 and not plain.isupper():
        yield Trait("residence", plain, None, plain)


def is_job(text: str) -> bool:
    """Whether a phrase names what somebody does: its last noun is a trade's, before any "of the …"."""
    if _FORMER.match(text):
        return True
    head = re.split(r"\s+(?:of|at|in|for|from|with|on|to|since|until)\b|\s*\(", text, maxsplit=1)[0]
    if not head or re.search(r"\d", head) or len(head.split()) > 5:
        return False
    noun = head.split()[-1].casefold().strip("\"'“”")
    return noun in _jobs() or noun.removesuffix("s") in _jobs() or noun.endswith(_ENDINGS)


_ENDINGS = (
    "ologist",
    "ographer",
    "workers",
    "worker",
    "maker",
    "teacher",
    "driver",
    "keeper",
    "ician",
    "icians",
    "smith",
)


@cache
def _jobs() -> frozenset[str]:
    nobody = words("people", "kin") | words("people", "quantity") | words("people", "groups") | _NO_JOBS
    listed = frozenset(lexicon("records")["jobs"])
    return ((person_nouns() - nobody) | listed) - frozenset(lexicon("records")["no_jobs"])
