"""The form that a second reader fills in: a JSON Schema, and the proposals in an answer that has its shape.

The quote comes first and the label after it: a reader that writes down the words before it names the act invents less.
Absent slots are empty strings and lists, because not every server's grammar knows null.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from amanat.core.claim import Modality, Polarity, TellerRole
from amanat.core.vocabulary import vocabulary

MOST_CLAIMS = 30
"""Of one paragraph."""

_TEXT = {"type": "string"}


@dataclass(frozen=True, slots=True)
class Named:
    """Whoever a proposal names, in its own words."""

    text: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim as a reader proposes it: nothing in it has been checked. Absent slots are empty."""

    quote: str
    kind: str
    who: tuple[Named, ...] = ()
    by: tuple[Named, ...] = ()
    where: str = ""
    when: str = ""
    details: str = ""
    told_by: tuple[tuple[str, str], ...] = ()
    """Words and role, from the first witness outwards."""
    polarity: str = ""
    modality: str = ""
    count: str = ""


def schema() -> dict[str, Any]:
    """The JSON Schema of an answer; its properties stand in the order in which they are to be written."""
    people = _list({"text": _TEXT, "is": {"enum": ["name", "description"]}})
    claim = {
        "quote": _TEXT,
        "kind": {"enum": list(vocabulary().kinds())},
        "who": people,
        "by": people,
        "where": _TEXT,
        "when": _TEXT,
        "details": _TEXT,
        "told_by": _list({"text": _TEXT, "role": {"enum": [each.value for each in TellerRole]}}),
        "polarity": {"enum": [each.value for each in Polarity]},
        "modality": {"enum": [each.value for each in Modality]},
        "count": _TEXT,
    }
    return _object({"claims": {**_list(claim), "maxItems": MOST_CLAIMS}})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": _object(properties)}


def proposal_of(untrusted: object) -> Proposal | None:
    """A proposal out of one item of an answer; None where it has not even a quote and a kind.

    A slot of another shape than asked for is taken as absent: the rest may still be of use.
    """
    if not isinstance(untrusted, dict):
        return None
    quote, kind = _text(untrusted.get("quote")), _text(untrusted.get("kind"))
    if not quote or not kind:
        return None
    return Proposal(
        quote=quote,
        kind=kind,
        who=tuple(_people(untrusted.get("who"))),
        by=tuple(_people(untrusted.get("by"))),
        where=_text(untrusted.get("where")),
        when=_text(untrusted.get("when")),
        details=_text(untrusted.get("details")),
        told_by=tuple(_tellers(untrusted.get("told_by"))),
        polarity=_text(untrusted.get("polarity")),
        modality=_text(untrusted.get("modality")),
        count=_text(untrusted.get("count")),
    )


def _text(untrusted: object) -> str:
    return untrusted.strip() if isinstance(untrusted, str) else ""


def _items(untrusted: object) -> Iterable[tuple[str, dict[str, object]]]:
    """The words of each item of a list, and the rest of it; an item may be nothing but words."""
    for each in untrusted if isinstance(untrusted, list) else [untrusted]:
        rest = each if isinstance(each, dict) else {"text": each}
        if words := _text(rest.get("text")):
            yield words, rest


def _people(untrusted: object) -> Iterable[Named]:
    for words, rest in _items(untrusted):
        yield Named(words, rest.get("is") == "name")


def _tellers(untrusted: object) -> Iterable[tuple[str, str]]:
    for words, rest in _items(untrusted):
        yield words, _text(rest.get("role"))
