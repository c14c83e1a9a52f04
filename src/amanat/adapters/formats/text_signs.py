"""What a text is, besides a text: an e-mail, a transcript, a table. Told by how it begins."""

from __future__ import annotations

import re

from amanat.adapters.formats.cues import is_transcript
from amanat.adapters.formats.delimited import separator_of

_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:(?=[ \t]|$)")
_TECHNICAL = frozenset(
    """mime-version message-id received return-path delivered-to content-type x-mailer dkim-signature
    x-received arc-seal snapshot-content-location authentication-results x-original-to""".split()
)
_WRITTEN = frozenset(("from", "to", "subject", "date"))
_HEADERS_END = re.compile(r"\r?\n\r?\n")


def is_mail(head: str) -> bool:
    """Whether this begins with the headers of a mail.

    Those that people type above a letter (From, To, Date) are not enough: one must be a mail program's own.
    """
    names = set()
    for number, line in enumerate(_HEADERS_END.split(head, maxsplit=1)[0].splitlines()):
        if line[:1] in (" ", "\t") and number:
            continue
        found = _HEADER.match(line)
        if found is None:
            return False
        names.add(found["name"].lower())
    return bool(names & _TECHNICAL) and bool(names & _WRITTEN)


def is_table(head: str) -> bool:
    return separator_of(head.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")) is not None


def is_cues(head: str) -> bool:
    return is_transcript(head.replace("\r\n", "\n").replace("\r", "\n"))
