"""The parts of an e-mail: which are its words, and which came with it."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage, Message
from typing import TypeAlias

from amanat.adapters.sandbox.terms import RefusalError

Part: TypeAlias = "Message[str, str]"

_TYPE_LINE = re.compile(rb"^content-type[ \t]*:", re.I | re.M)
MOST_ATTACHED = 200
"""More than any mail program sends: beyond it the mail was made to exhaust whoever opens it."""
_DEEPEST = 30
"""Each mail that is attached to another adds two or three levels."""
_TEXTS = ("text/plain", "text/html")
_AS_IT_WAS = policy.compat32.clone(max_line_length=None)


@dataclass
class Parts:
    """``words``: the parts to read, in order; ``attached``: all that came with them, in order."""

    words: list[Part] = field(default_factory=list)
    attached: list[Part] = field(default_factory=list)


def message_of(untrusted: bytes) -> EmailMessage:
    """Raises RefusalError for a mail with more in it, or deeper, than mail has."""
    found = len(_TYPE_LINE.findall(untrusted))
    if found > 3 * MOST_ATTACHED:
        raise RefusalError("too-many-members", members=found, limit=MOST_ATTACHED)
    try:
        message = email.message_from_bytes(untrusted, policy=policy.default)
        depth = _depth(message)
    except RecursionError:
        depth = found
    if depth > _DEEPEST:
        raise RefusalError("nested-too-deep", depth=depth, limit=_DEEPEST)
    return message


def parts_of(message: Part) -> Parts:
    """Raises RefusalError where there are more attachments than are taken."""
    parts = Parts()
    _sort(message, parts)
    if len(parts.attached) > MOST_ATTACHED:
        raise RefusalError("too-many-members", members=len(parts.attached), limit=MOST_ATTACHED)
    return parts


def attached(untrusted: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of everything that came with the mail. Raises RefusalError."""
    for number, part in enumerate(parts_of(message_of(untrusted)).attached, 1):
        yield _name(part, number), _bytes(part, b"\r\n" in untrusted[:2000])


def name_of(part: Part) -> str:
    """The file name it came with, or nothing."""
    try:
        return " ".join((part.get_filename() or "").split())[:300]
    except (ValueError, LookupError, AttributeError, TypeError):  # what malformed headers make email raise
        return ""


def _depth(message: Part) -> int:
    """How many parts stand one in another. Counted without recursion."""
    deepest, level = 0, [message]
    while level and deepest <= 10 * MOST_ATTACHED:
        deepest += 1
        level = [each for part in level if part.is_multipart() for each in _inside(part)]
    return deepest


def _inside(part: Part) -> list[Part]:
    held = part.get_payload()
    return [each for each in held if isinstance(each, Message)] if isinstance(held, list) else []


def _sort(part: Part, parts: Parts) -> None:
    kind = part.get_content_type()
    if kind in ("message/rfc822", "message/global"):
        parts.attached.append(part)
    elif kind == "multipart/alternative":
        _choose(part, parts)
    elif part.is_multipart():
        for each in _inside(part):
            _sort(each, parts)
    elif kind in _TEXTS and part.get_content_disposition() != "attachment" and not name_of(part):
        parts.words.append(part)
    else:
        parts.attached.append(part)


def _choose(part: Part, parts: Parts) -> None:
    """The plain form of the words, unless it says hardly anything beside the other."""
    forms = []
    for each in _inside(part):
        form = Parts()
        _sort(each, form)
        parts.attached += form.attached
        if form.words:
            forms.append(form.words)
    plain = [form for form in forms if all(each.get_content_type() == "text/plain" for each in form)]
    richest = max((_size(form) for form in forms), default=0)
    chosen = next((form for form in plain if _size(form) > 0.02 * richest), forms[-1] if forms else [])
    parts.words += chosen


def _size(form: list[Part]) -> int:
    return sum(len(str(each.get_payload())) for each in form)


def _name(part: Part, number: int) -> str:
    if name := name_of(part):
        return name
    inner = _inside(part)
    subject = " ".join(str(inner[0].get("Subject", "")).split())[:120] if inner else ""
    ending = ".eml" if inner else f".{part.get_content_subtype()}"
    return f"{subject or f'unnamed {number}'}{ending}"


def _bytes(part: Part, windows: bool) -> bytes:
    """An attachment's bytes; an attached mail's headers and body as they stood."""
    inner = _inside(part)
    if inner:
        return inner[0].as_bytes(policy=_AS_IT_WAS.clone(linesep="\r\n" if windows else "\n"))
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""
