"""The JSON Schema of what ``amanat case ID --json`` prints: python scripts/make_case_schema.py > docs/case.schema.json

It is made from the values that the case page is given, so that the two cannot differ; a test holds them together.
"""

from __future__ import annotations

import json
import sys
import typing
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any

PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema() -> dict[str, Any]:
    from amanat.store.connect import configure  # noqa: PLC0415 (Django must be ready before the views are imported)

    configure()
    from amanat.store.queries.views import CasePage  # noqa: PLC0415 (as above)

    found: dict[str, Any] = {}
    top = _of(CasePage, found)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "amanat case ID --json",
        **top,
        "$defs": dict(sorted(found.items())),
    }


def _of(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    if kind in PLAIN:
        return {"type": PLAIN[kind]}
    if kind in (datetime, date):
        return {"type": "string", "format": "date-time" if kind is datetime else "date"}
    if kind is Any:
        return {}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [each.value for each in kind]}
    if is_dataclass(kind):
        return _object(kind, found)
    return _composed(kind, found)


def _composed(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (UnionType, typing.Union):
        return {"anyOf": [_of(each, found) for each in inner]}
    if origin is dict:
        return {"type": "object"}
    if origin is tuple and inner[-1] is not Ellipsis:
        return {"type": "array", "prefixItems": [_of(each, found) for each in inner], "items": False}
    if origin in (tuple, list):
        return {"type": "array", "items": _of(inner[0], found)}
    raise TypeError(f"{kind} has no schema")


def _object(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in found:
        found[name] = {}
        hints = typing.get_type_hints(kind)
        found[name] = {
            "type": "object",
            "description": " ".join((kind.__doc__ or "").split()),
            "properties": {each.name: _of(hints[each.name], found) for each in fields(kind)},
            "required": [each.name for each in fields(kind)],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")
