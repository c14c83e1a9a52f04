"""The name under which an original leaves the casebook."""

from __future__ import annotations

from io import BytesIO

import pytest

from amanat.actions.receive import receive
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError
from amanat.store.models import Receipt
from amanat.store.queries.originals import original
from invented import OWNER

NAMES = {
    "herald.html": "herald.html",
    "شاھىت.pdf": "شاھىت.pdf",
    "../../etc/passwd": "passwd",
    "C:\\Users\\her\\scan.pdf": "scan.pdf",
    "report\u202efdp.exe": "reportfdp.exe",
    'a"b\r\nSet-Cookie: x.txt': "a_bSet-Cookie_ x.txt",
    "\x1b[2Jlist.csv": "[2Jlist.csv",
    ".hidden": "hidden",
    "--scan <2>.pdf": "scan _2_.pdf",
    "x" * 300 + ".pdf": "x" * 146 + ".pdf",
    "..": "report-1",
    "": "report-1",
}


def test_the_name_is_the_one_it_came_with_made_harmless(casebook: OpenCasebook) -> None:
    kept = receive(casebook, OWNER, BytesIO(b"Tomsay Herald"), untrusted_name="first")
    found = {}
    for name in NAMES:
        Receipt.objects.update(untrusted_name=name)
        found[name] = original(OWNER, kept.report).name
    assert found == NAMES


def test_which_file_it_is(casebook: OpenCasebook) -> None:
    kept = receive(casebook, OWNER, BytesIO(b"Tomsay Herald"), untrusted_name="herald.txt")
    found = original(OWNER, kept.report)
    assert (found.sha256, found.size) == (kept.sha256, 13)
    with pytest.raises(NotFoundError):
        original(OWNER, kept.report + 1)
