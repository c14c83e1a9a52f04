"""Whom a record or an entry of a list is about, before anybody is cast: names as written, and their sex."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SHOUTED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-ZÀ-ÖØ-ÞĀ-Ž'’-]+"
_GIVEN = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"
FAMILY_FIRST = rf"{_SHOUTED}(?: {_SHOUTED}){{0,2}}, {_GIVEN}(?: {_GIVEN}){{0,3}}"
"""The family name in capitals, and the given names behind a comma."""
_FAMILY_FIRST = re.compile(
    rf"(?P<family>{_SHOUTED}(?: {_SHOUTED}){{0,2}}), (?P<given>{_GIVEN}(?: {_GIVEN}){{0,3}})"
)
_NAME = re.compile(
    r"(?P<name>[^()（）\[\];|:]+?)\s*(?:[(（\[](?P<also>[^()（）\]]+)[)）\]])?\s*(?:[;|,:].*)?$", re.S
)

_SEXES = {"m": "m", "male": "m", "f": "f", "female": "f"}


def given_first(name: str) -> str:
    """ "BARZANI, Delshad Omar" as the page's sentences write it: Delshad Omar Barzani; any other name as it is."""
    found = _FAMILY_FIRST.fullmatch(name.strip())
    if found is None or found["given"].isupper():
        return name
    family = " ".join(part.title().replace("’S", "’s") for part in found["family"].split())
    return f"{found['given']} {family}"


class Subject:
    """One person (several names of one) or, with ``others``, several persons told of together."""

    def __init__(self, names: Iterable[str], start: int, gender: str | None = None) -> None:
        self.names = list(names)
        self.start = start
        self.gender = gender
        self.others: list[Subject] = []
        self.callings: set[str] = set()
        """What a record says they do: "the journalist" on its page is whose occupation is journalist."""

    @classmethod
    def named(cls, value: str, start: int) -> Subject | None:
        """The value of a field "Name": "Rustam Qadir (رۇستەم قادىر), tailor"."""
        plain = value.strip(" *")
        whole = re.match(rf"{FAMILY_FIRST}(?=$|\s*[(（\[;|/])", plain)
        if whole is not None:
            plain = given_first(whole.group()) + plain[whole.end() :]
        found = _NAME.match(plain)
        if found is None:
            return None
        name = found["name"].strip(' ,.*"“”')
        if not name[:1].isalpha() or name[:1].islower() or len(name.split()) > 8:
            return None
        also = re.split(r"[,،;/|]", found["also"] or "")
        sexes = [
            _SEXES[part.strip(" .").casefold()] for part in also if part.strip(" .").casefold() in _SEXES
        ]
        one = cls([name], start, sexes[0] if sexes else None)
        one.add(
            part for part in also if not re.search(r"\d", part) and part.strip(" .").casefold() not in _SEXES
        )
        return one

    def add(self, names: Iterable[str]) -> None:
        for name in names:
            plain = name.strip(" .*\"“”'’")
            if plain[:1].isalpha() and plain not in self.names and len(plain.split()) <= 6:
                self.names.append(plain)

    @property
    def everybody(self) -> list[Subject]:
        return [self, *self.others]
