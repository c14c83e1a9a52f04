"""Whose child, brother, wife they are: names of kin, and one's father's name by one's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import log

from amanat.core.linking.commonness import Commonness
from amanat.core.linking.evidence import Evidence
from amanat.core.linking.names import Likened, likened
from amanat.core.linking.record import Kin, Record
from amanat.core.names.tokens import Token, parted

_MANY_KIN = 4
"""So many brothers, sons, aunts one has that might be named: one of them bears a given name as often."""

_TOLD_RIGHT = 0.8
"""A share of reports that name one's brother rightly; by hand."""

_FULL, _ONE_WORD = 6.0, 4.0
"""Nats at most: for kin of whom one word is told less, for what sounds alike may be two names."""

_OTHER_PARENT, _OTHER_SPOUSE = -4.0, -1.5
"""One has one father and one mother; a husband may be the second one. By hand: a name is misread, or a report gives
the stepfather, in some of a hundred; of two people who bear one name nearly all have other fathers."""

_ONE_NAME, _NO_NAME = 2.5, -2.0
"""Nats from which two names of kin are taken for one, and below which for two; between them they say nothing."""

_WORDS = {"sibling": "brother or sister", "child": "son or daughter", "spouse": "husband or wife"}
_ALIKE = {"father": {"parent"}, "mother": {"parent"}, "parent": {"father", "mother"}}


def kin(one: Record, other: Record, common: Commonness) -> Evidence | None:
    """Each two who are the same to the two persons; the surest decides, and a shared one outweighs another."""
    found = [
        evidence
        for mine, theirs in product(one.kin, other.kin)
        if mine.relation == theirs.relation or theirs.relation in _ALIKE.get(mine.relation, ())
        if (evidence := _compared(mine, theirs, common)) is not None
    ]
    return max(found, key=lambda each: (each.nats, each.reason)) if found else None


def _compared(one: Kin, other: Kin, common: Commonness) -> Evidence | None:
    names = likened(one.name, other.name)
    if names is None:
        return None
    told = one.name if one.name == other.name else " / ".join(sorted({one.name, other.name}))
    if names.nats >= _ONE_NAME:
        own = [token for token in names.shared if token.role not in ("family", "father", "patronymic")]
        share = min(1.0, _MANY_KIN * common.of_name(own or names.shared[:1]))
        nats = max(0.0, min(_FULL if len(names.shared) > 1 else _ONE_WORD, log(_TOLD_RIGHT / share)))
        return Evidence(nats, f"the same {_WORDS.get(one.relation, one.relation)}: {told}", "same")
    against = {"father": _OTHER_PARENT, "mother": _OTHER_PARENT, "spouse": _OTHER_SPOUSE}.get(one.relation)
    if against is None or one.relation != other.relation or names.nats > _NO_NAME:
        return None
    return Evidence(
        against,
        f"another {_WORDS.get(one.relation, one.relation)}: {told}",
        "another spouse" if one.relation == "spouse" else "another parent",
        contradicts=against <= _OTHER_PARENT,
    )


def father(one: Record, other: Record, common: Commonness) -> Evidence | None:
    """Two patronymics, or a patronymic and a father told of, that are two names."""
    if not _by_name(one) and not _by_name(other):
        return None
    pairs = [_fathers(mine, theirs) for mine, theirs in product(_fathers_of(one), _fathers_of(other))]
    told = [nats for nats in pairs if nats is not None]
    if not told or max(told) > _NO_NAME:
        return None
    names = " / ".join(sorted({min(_fathers_of(one)), min(_fathers_of(other))}))
    return Evidence(_OTHER_PARENT, f"another father by name: {names}", "other", contradicts=True)


@lru_cache(maxsize=1 << 12)
def _fathers(one: str, other: str) -> float | None:
    found: Likened | None = likened(one, other)
    return found.nats if found else None


def _fathers_of(record: Record) -> list[str]:
    """Given names of fathers."""
    by_kin = {given for each in record.kin if each.relation == "father" and (given := _given(each.name))}
    return sorted(_by_name(record) | by_kin)


def _by_name(record: Record) -> set[str]:
    """Only what is a father's name by its form: of "Serik Askar" nobody can say."""
    return {each for name in record.names for each in _patronymics(name)}


def _patronymics(name: str) -> Iterator[str]:
    for form in parted(name)[:1]:
        yield from (token.stem for token in form.tokens if token.role == "patronymic" and token.marker)


def _given(name: str) -> str:
    """The given name of a full one, where its form says which it is, or the only word."""
    tokens: tuple[Token, ...] = next((form.tokens for form in parted(name)), ())
    if len(tokens) == 1:
        return tokens[0].stem
    return next((token.stem for token in tokens if token.role == "given"), "")
