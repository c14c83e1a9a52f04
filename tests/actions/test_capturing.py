"""A page captured into a casebook: received, logged, read; and what happens to those who may not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

from amanat.actions.add import ReadIn, add
from amanat.actions.capture import capture
from amanat.adapters.capture.launching import NAMES
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import RefusedError
from amanat.core.capture_errors import CaptureAddressError
from amanat.core.protecting import Actor, Role
from amanat.store.models import LogEntry, Receipt, Report
from news_server import SENTENCE, NewsServer, news

needs_browser = pytest.mark.skipif(
    not any(map(shutil.which, NAMES)) or (os.geteuid() == 0 and not shutil.which("bwrap")),
    reason="no Chromium here that may be started",
)
OWNER = Actor("Marit Oksana", Role.OWNER)


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with news() as running:
        yield running


@needs_browser
def test_a_captured_page_is_a_report_with_its_receipt_its_log_entry_and_its_claims(
    casebook: OpenCasebook, server: NewsServer
) -> None:
    made = capture(casebook, OWNER, server.address("/news"))
    receipt = Receipt.objects.get()
    assert (receipt.how, receipt.untrusted_name) == ("capture", made.captured.name)
    entry = LogEntry.objects.get()
    assert f"captured from {server.address('/news')}" in entry.body
    with casebook.vault.open(made.received.sha256) as kept:
        assert kept.read() == made.captured.wacz
    (event,) = [each for each in add(casebook, OWNER, [], processes=1) if isinstance(each, ReadIn)]
    assert event.entered.report == made.received.report
    assert event.entered.claims > 0
    report = Report.objects.get()
    assert SENTENCE in report.text
    assert report.media_type == "application/wacz"
    assert "captured" in {flag["code"] for flag in report.flags}


def test_who_may_not_receive_does_not_even_reach_the_network(
    casebook: OpenCasebook, server: NewsServer
) -> None:
    with pytest.raises(RefusedError):
        capture(casebook, Actor("Guest", Role.READER), server.address("/news"))
    with pytest.raises(CaptureAddressError):
        capture(casebook, OWNER, "file:///etc/passwd")
    assert server.asked == []
    assert not Report.objects.exists()
