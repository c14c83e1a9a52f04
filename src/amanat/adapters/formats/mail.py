"""E-mail to text: who wrote to whom, when, about what, and the words. What is attached is read apart.

A web page saved as one file (MHTML) is built like a mail, and read as the page it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.message import Message
from typing import Any

from amanat.adapters.formats.encoding import Decoded, decoded, newlines, without_controls
from amanat.adapters.formats.html_lines import lines_of, parsed
from amanat.adapters.formats.html_page import page
from amanat.adapters.formats.mail_parts import Part, message_of, parts_of
from amanat.adapters.sandbox.terms import RefusalError

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_LONGEST_HEADER = 2000
_SAVED_PAGE = ("Snapshot-Content-Location", "Content-Location")


def mail(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """The mail's own words, and how many files came with it. Raises RefusalError."""
    message = message_of(untrusted)
    saved = _saved_page(message)
    if saved is not None:
        return {**page(saved, options), "media_type": "multipart/related"}
    headers = {name: value for name in _SHOWN if (value := _header(message, name))}
    parts = parts_of(message)
    read = [_words(part) for part in parts.words]
    body = "\n\n".join(each.text.strip() for each in read if each.text.strip())
    if not headers and not body:
        raise RefusalError("no-text")
    text, replaced = without_controls(
        newlines("\n".join(f"{name}: {value}" for name, value in headers.items()) + f"\n\n{body}\n")
    )
    return {
        "text": text.lstrip("\n"),
        "sure": all(each.sure for each in read),
        "replaced": replaced + sum(each.replaced for each in read),
        "encoding": next((each.encoding for each in read if not each.sure), ""),
        "media_type": "message/rfc822",
        "members": len(parts.attached),
        "encrypted_mail": message.get_content_type() == "multipart/encrypted",
        "hints": {
            "headline": headers.get("Subject"),
            "dates": [headers["Date"]] if "Date" in headers else [],
        },
    }


def _header(message: Part, name: str) -> str:
    """A header in readable letters; one that is malformed as it stands."""
    try:
        value = str(message.get(name) or "")
    except (ValueError, LookupError, AttributeError, TypeError):  # what malformed headers make email raise
        value = next((str(each) for key, each in message.raw_items() if key.lower() == name.lower()), "")
    return " ".join(value.split())[:_LONGEST_HEADER]


def _words(part: Part) -> Decoded:
    payload = part.get_payload(decode=True)
    untrusted = payload if isinstance(payload, bytes) else b""
    try:
        declared = part.get_content_charset()
    except (ValueError, LookupError, AttributeError, TypeError):
        declared = None
    read = decoded(untrusted, declared) if untrusted.strip() else Decoded("", "")
    if read is None:
        raise RefusalError("encoding-unknown")
    if part.get_content_type() != "text/html":
        return read
    return Decoded("\n\n".join(_lines(read.text)), read.encoding, read.sure, read.replaced)


def _lines(markup: str) -> Iterator[str]:
    """What a reader of an HTML mail sees: all of it, as mails have no furniture that could be told from it."""
    try:
        tree = parsed(markup)
    except ValueError:
        return
    yield from (line.text for line in lines_of(tree))


def _saved_page(message: Part) -> bytes | None:
    """The page in a file that a browser saved."""
    if message.get_content_type() != "multipart/related":
        return None
    held = message.get_payload()
    inside = [each for each in held if isinstance(each, Message)] if isinstance(held, list) else []
    root = next((each for each in inside if each.get_content_type() == "text/html"), None)
    if root is None or not any(name in each for name in _SAVED_PAGE for each in (message, root)):
        return None
    found = root.get_payload(decode=True)
    return found if isinstance(found, bytes) else None
