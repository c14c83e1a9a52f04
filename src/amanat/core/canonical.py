"""One text for one value: what the log hashes.

Canonical JSON: keys sorted by code point, no spaces, UTF-8, no escapes but those JSON demands. Strings stay
as they are: to normalise them would give two different texts one digest, and a quotation must be what
stands in the report. Numbers: a float without a fraction is written as the whole number it equals (a
database may give back either); others by their shortest form that reads back the same. NaN and infinities
have no form and are refused.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import math
from collections.abc import Mapping
from typing import Any

_WHOLE = 2**53
"""From here on a float may stand for several whole numbers."""


def canonical(value: object) -> str:
    """Raises ValueError for what has no canonical form: NaN, infinities, lone surrogates, other types."""
    text = json.dumps(
        _plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("a lone surrogate has no canonical form") from None
    return text


def digest(value: object) -> str:
    """SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


def _plain(value: object) -> Any:
    if value is None or isinstance(value, bool | str):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime.datetime):
        return _instant(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    if isinstance(value, Mapping):
        return {_key(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    raise ValueError(f"{type(value).__name__} has no canonical form")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise ValueError("keys are strings")
    return str(key)


def _number(value: float) -> int | float:
    if not math.isfinite(value):
        raise ValueError("only finite numbers have a canonical form")
    return int(value) if value.is_integer() and abs(value) < _WHOLE else value


def _instant(value: datetime.datetime) -> str:
    """UTC with microseconds: what both databases keep of a moment."""
    if value.tzinfo is None:
        raise ValueError("a moment without its time zone has no canonical form")
    return value.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
