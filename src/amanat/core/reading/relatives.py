"""The relatives of a record's person: "wife Salima, passport taken 2016-11; daughter in Bursa"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.names import Sort
from amanat.core.reading.wordlists import lexicon, words

_KIN = re.compile(
    r"(?P<kin>(?:(?:elder|older|younger|eldest|youngest|twin|ex)[- ])?(?P<noun>[a-z]+(?:-in-law)?))\b"
    r"(?:[:,]? (?P<name>(?-i:[A-ZÀ-Þ])[\w'’-]+(?: (?-i:[A-ZÀ-Þ])[\w'’-]+){0,3}))?",
    re.I,
)
_MARRIED = re.compile(
    r"\b(?i:married to|(?:common-law |civil )?(?:union|marriage) with|lives with|engaged to|widow(?:er)? of|"
    r"divorced from) [A-ZÀ-Þ][\w’'-]+(?: [\w’'-]+){0,4}"
)
_LIVES = re.compile(r"\b(?:in|living in|lives in) (?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)")


@dataclass(frozen=True)
class Told:
    kind: str
    who: Referent
    start: int
    details: str
    place: str | None = None


def read_relatives(text: str, person: Referent, cast: Cast) -> Iterator[Told]:
    """What one entry of the list says: whose kin, where they live, what was done to them."""
    spouse = _MARRIED.search(text)
    if spouse is not None:
        yield Told("kinship", person, spouse.start(), spouse.group())
        return
    found = _KIN.match(text)
    if found is None or found["noun"].casefold() not in words("people", "kin"):
        return
    name = found["name"]
    relative = _relative(found["noun"].casefold(), name, person, cast)
    if name is not None:
        yield Told("kinship", relative, 0, f"{found['kin']} of {person.label}")
    rest = text[found.end() :]
    lives = _LIVES.match(rest.lstrip(" ,"))
    if lives is not None:
        yield Told("residence", relative, found.end(), lives.group(), lives["place"])
    for entry in lexicon("records")["done_to_relatives"]:
        for deed in re.finditer(entry["pattern"], rest):
            place = deed.groupdict().get("place")
            yield Told(entry["kind"], relative, found.end() + deed.start(), deed.group().strip(" ,"), place)


def _relative(noun: str, name: str | None, person: Referent, cast: Cast) -> Referent:
    for one in cast.referents:
        if name is not None and one.sort is Sort.PERSON and not one.many and name in one.names:
            one.owner, one.noun = one.owner or person, one.noun or noun
            return one
    one = Referent(Sort.PERSON, [name] if name else [], description=noun, noun=noun)
    one.owner = person if name else None
    cast.referents.append(one)
    return one
