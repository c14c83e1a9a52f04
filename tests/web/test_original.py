"""The file of a report as received: handed out to be kept, and shown by no browser."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from desk_client import OpenDesk, knocking, opened
from desk_sample import FIRST

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Role, Sensitivity
from amanat.store.models import LogEntry, Report
from invented import received

HOSTILE = "<html><script>alert(document.cookie)</script><h1>Zhylan Herald</h1></html>"


def test_it_is_byte_for_byte_what_was_received(desk: OpenDesk) -> None:
    entries = LogEntry.objects.count()
    answer = desk.client.get("/reports/1/original")
    assert answer.status_code == 200
    assert answer.getvalue() == FIRST.encode()
    assert answer["Content-Length"] == str(len(FIRST.encode()))
    assert LogEntry.objects.count() == entries, "no reading is logged"


def test_no_browser_may_show_it_whatever_it_is(desk: OpenDesk) -> None:
    report = received(desk.casebook, HOSTILE, 'pa"ge\u202e.html\r\nX-Own: 1').report
    answer = desk.client.get(f"/reports/{report}/original")
    assert answer.getvalue() == HOSTILE.encode()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer["Cache-Control"] == "no-store"
    assert unquote(answer["Content-Disposition"]) == 'attachment; filename="pa_ge.htmlX-Own_ 1"'
    assert "X-Own" not in answer.headers


def test_its_page_leads_to_it(desk: OpenDesk) -> None:
    page = desk.client.get("/reports/4/").content.decode()
    assert 'href="/reports/4/original" download hx-boost="false"' in page
    assert desk.client.get("/reports/4/original").getvalue() == b"%PDF-1.7 cut"


@pytest.mark.parametrize("level", [Sensitivity.CONFIDENTIAL, Sensitivity.SEALED])
def test_whoever_may_not_read_the_report_gets_the_answer_of_one_that_is_not_there(
    casebook: OpenCasebook, level: Sensitivity
) -> None:
    report = received(casebook, HOSTILE, sensitivity=level).report
    reader = opened(casebook, Actor("Timur Aldan", Role.READER)).client
    hidden, absent = (reader.get(f"/reports/{number}/original") for number in (report, report + 1))
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert b"Zhylan" not in hidden.content
    assert knocking().get(f"/reports/{report}/original").status_code == 403


def test_one_that_was_changed_in_the_vault_is_not_handed_out(desk: OpenDesk) -> None:
    sha256 = Report.objects.get(pk=1).sha256
    vault = desk.casebook.vault
    file = vault.folder / vault.name_of(sha256)
    file.chmod(0o600)
    file.write_bytes(file.read_bytes()[:-1])
    answer = desk.client.get("/reports/1/original")
    assert answer.status_code == 500
    assert "is not what was received" in answer.content.decode()
    file.unlink()
    assert "is not in the vault" in desk.client.get("/reports/1/original").content.decode()


def test_it_cannot_be_posted_to(desk: OpenDesk) -> None:
    assert desk.client.post("/reports/1/original").status_code in (403, 405)
