"""What goes to the terminal: text from outside made harmless, JSON, and errors.

Reports are written by strangers. A control character in one could move the cursor, hide a line or answer in
the user's name, so none reaches the terminal.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that make what follows run the other way until they are closed, over the rest of the line."""
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def plain(untrusted: str) -> str:
    """The text with control characters shown as U+FFFD; lines and tabs stay."""
    return _DIRECTIONS.sub("", _CONTROLS.sub("\ufffd", untrusted))


def one_line(untrusted: str) -> str:
    """The text on one line, harmless."""
    return " ".join(plain(untrusted).split())


def tell_json(value: Any) -> None:
    """A value as JSON on standard output; what a terminal could act on is escaped."""
    written = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.write(_UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n")


def tell_error(body: dict[str, object], message: str, *, as_json: bool) -> None:
    """One clear line on standard error, or one line of JSON."""
    if as_json:
        written = json.dumps(body, ensure_ascii=False)
        line = _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
    else:
        line = f"amanat: {one_line(message)}"
    sys.stderr.write(line + "\n")
