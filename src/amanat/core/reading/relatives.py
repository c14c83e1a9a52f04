"""The relatives of a record's person: "wife Salima, passport taken 2016-11; daughter in Bursa"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

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
_NAMED_FIRST = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [\w'’-]+){0,4})\s*[(–-]\s*(?:(?:his|her|the) )?"
    r"(?P<kin>(?:(?:elder|older|younger|eldest|youngest|twin|late|ex)[- ])?(?P<noun>[a-z]+(?:-in-law)?))\b"
)
_COUNTED = re.compile(
    r"\b(?P<kin>(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:(?:young|small|minor|adult) )?"
    r"(?:children|child|sons?|daughters?|brothers?|sisters?|kids?))\b",
    re.I,
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
    parts = list(re.finditer(r"(?:[^,()]|\([^()]*\)?|\))+", text))
    if len(parts) > 1 and all(_stands_alone(part.group()) for part in parts):
        for part in parts:
            lead = len(part.group()) - len(part.group().lstrip())
            for one in read_relatives(part.group().strip(), person, cast):
                yield replace(one, start=one.start + part.start() + lead)
        return
    spouse = _MARRIED.search(text)
    if spouse is not None:
        yield Told("kinship", person, spouse.start(), spouse.group())
        return
    first = _NAMED_FIRST.match(text)
    if first is not None and first["noun"] in words("people", "kin"):
        relative = _relative(first["noun"], first["name"], person, cast)
        yield Told("kinship", relative, 0, f"{first['kin']} of {person.label}")
        return
    counted = _COUNTED.fullmatch(text.strip(" ."))
    if counted is not None:
        yield Told("kinship", person, 0, counted["kin"])
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


_WHETHER = frozenset({"married", "single", "divorced", "widowed", "unmarried", "engaged", "separated"})


def _stands_alone(text: str) -> bool:
    """An entry by itself among commas: "Married", "three children", "Amal Darwish (wife)"."""
    plain = text.strip(" .")
    named = _NAMED_FIRST.match(plain)
    kin = named is not None and named["noun"] in words("people", "kin")
    return kin or plain.casefold() in _WHETHER or _COUNTED.fullmatch(plain) is not None


def _relative(noun: str, name: str | None, person: Referent, cast: Cast) -> Referent:
    for one in cast.referents:
        if name is not None and one.sort is Sort.PERSON and not one.many and name in one.names:
            one.owner, one.noun = one.owner or person, one.noun or noun
            return one
    one = Referent(Sort.PERSON, [name] if name else [], description=noun, noun=noun)
    one.owner = person if name else None
    cast.referents.append(one)
    return one
