"""Archives and mails: what is in them comes in as reports of their own, whatever stops the run."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest

from amanat.actions.add import Event, ReadIn, Taken, add
from amanat.actions.findings import Finding
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Role, Sensitivity
from amanat.store.models import Claim, Enclosure, Positions, Receipt, Report
from amanat.store.queries.reports import report as report_page
from invented import OWNER

READER = "amanat.actions.reading:read_bytes"
STORY = "Two brothers from the village of Tasbulak were detained on the night of 12 March 2019.\n"
SUBTITLES = (
    "1\n00:00:01,000 --> 00:00:04,000\nGood evening.\n\n"
    "2\n00:01:05,000 --> 00:01:09,000\nMy brother Daulet Serikuly\n\n"
    "3\n00:01:09,100 --> 00:01:13,000\nwas detained in Tasbulak on 12 March 2019.\n"
)


def _zipped(files: Sequence[tuple[str, bytes | str]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files:
            packed.writestr(name, content)
    return made.getvalue()


def _mail(*attached: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Marta Ilin <marta@example.org>", "desk@example.org"
    message["Subject"], message["Date"] = "Two men from Tasbulak", "Tue, 12 Mar 2019 10:00:00 +0600"
    message.set_content("Dear colleagues,\n\nplease find the notes attached.\n")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def _add(casebook: OpenCasebook, path: Path, content: bytes, **how: Sensitivity) -> list[Event]:
    path.write_bytes(content)
    return list(add(casebook, OWNER, [path], reader=READER, processes=1, **how))


def _failures(events: Sequence[Event]) -> dict[str, str]:
    return {event.name: event.entered.failure_code for event in events if isinstance(event, ReadIn)}


def _sound(casebook: OpenCasebook) -> bool:
    return not [each for each in verify(casebook, OWNER) if isinstance(each, Finding)]


def test_each_file_of_an_archive_is_a_report_in_its_order_and_under_its_name(
    casebook: OpenCasebook, tmp_path: Path
) -> None:
    files = [
        ("b/interview.srt", SUBTITLES),
        ("a.txt", STORY),
        ("scan.bin", os.urandom(9000)),
        ("a2.txt", STORY),
    ]
    events = _add(casebook, tmp_path / "notes.zip", _zipped(files))
    assert _failures(events) == {
        "notes.zip": "",
        "notes.zip/b/interview.srt": "",
        "notes.zip/a.txt": "",
        "notes.zip/scan.bin": "unknown-binary",
    }
    archive = Report.objects.get(media_type="application/zip")
    assert [(each.number, each.untrusted_name) for each in Enclosure.objects.filter(container=archive)] == [
        (1, "b/interview.srt"),
        (2, "a.txt"),
        (3, "scan.bin"),
        (4, "a2.txt"),
    ]
    assert Report.objects.count() == 4
    assert set(Receipt.objects.values_list("how", flat=True)) == {"file", "archive"}
    assert not Claim.objects.filter(report=archive)
    assert [each.inside for each in events if isinstance(each, Taken)] == [False, True, True, True, True]
    assert _sound(casebook)


def test_a_passage_of_subtitles_has_its_time_codes(casebook: OpenCasebook, tmp_path: Path) -> None:
    _add(casebook, tmp_path / "interview.srt", SUBTITLES.encode())
    report = Report.objects.get()
    assert Positions.objects.get(report=report).unit == "time"
    [told] = [each for each in report_page(OWNER, report.pk).claims if each.kind == "detention"]
    assert told.passage.at is not None
    assert (str(told.passage.at), told.passage.at.unit) == ("00:01:05–00:01:09", "time")
    assert _sound(casebook)


def test_what_is_attached_to_a_mail_is_a_report_of_its_own(casebook: OpenCasebook, tmp_path: Path) -> None:
    inner = _zipped([("story.txt", STORY)])
    events = _add(casebook, tmp_path / "mail.eml", _mail(("notes.zip", inner), ("story.txt", STORY.encode())))
    assert _failures(events) == {
        "mail.eml": "",
        "mail.eml/notes.zip": "",
        "mail.eml/story.txt": "",
    }
    mail = Report.objects.get(media_type="message/rfc822")
    assert mail.title == "Two men from Tasbulak"
    assert mail.published == "2019-03-12"
    page = report_page(OWNER, mail.pk)
    assert [(each.number, each.untrusted_name) for each in page.enclosed] == [
        (1, "notes.zip"),
        (2, "story.txt"),
    ]
    story = report_page(OWNER, page.enclosed[1].report)
    assert [each.report for each in story.enclosed_in] == [mail.pk, page.enclosed[0].report]
    assert _sound(casebook)


def test_what_is_in_a_sealed_archive_is_sealed(casebook: OpenCasebook, tmp_path: Path) -> None:
    _add(casebook, tmp_path / "n.zip", _zipped([("a.txt", STORY)]), sensitivity=Sensitivity.SEALED)
    assert set(Report.objects.values_list("sensitivity", flat=True)) == {"sealed"}


def test_links_lead_only_to_what_may_be_seen(casebook: OpenCasebook, tmp_path: Path) -> None:
    _add(casebook, tmp_path / "secret.txt", STORY.encode(), sensitivity=Sensitivity.SEALED)
    _add(casebook, tmp_path / "n.zip", _zipped([("a.txt", STORY), ("b.txt", "Another story of rain.")]))
    archive = Report.objects.get(media_type="application/zip")
    reader = Actor("Sanat Reader", Role.READER)
    assert [each.untrusted_name for each in report_page(reader, archive.pk).enclosed] == ["b.txt"]


def test_an_interrupted_run_is_gone_on_with(casebook: OpenCasebook, tmp_path: Path) -> None:
    path = tmp_path / "notes.zip"
    path.write_bytes(_zipped([(f"{n}.txt", f"{n}. {STORY}") for n in range(5)]))
    run = add(casebook, OWNER, [path], reader=READER, processes=1)
    while not (isinstance(event := next(run), Taken) and event.inside):
        pass
    run.close()
    assert Report.objects.get(size=path.stat().st_size).state == "received"
    list(add(casebook, OWNER, [path], reader=READER, processes=1))
    assert Enclosure.objects.count() == 5
    assert Receipt.objects.count() == 6
    assert not Report.objects.exclude(state="read")
    assert list(add(casebook, OWNER, [path], reader=READER, processes=1))[1:][0].received.is_new is False  # type: ignore[union-attr]
    assert Receipt.objects.count() == 6
    assert _sound(casebook)


def test_archives_in_archives_end_somewhere(casebook: OpenCasebook, tmp_path: Path) -> None:
    content = STORY.encode()
    for level in range(7, 0, -1):
        content = _zipped([(f"{level}.zip" if level < 7 else "story.txt", content)])
    events = _add(casebook, tmp_path / "0.zip", content)
    assert [code for code in _failures(events).values() if code] == ["nested-too-deep"]
    assert _sound(casebook)


def test_the_limit_is_that_of_all_that_comes_out(
    casebook: OpenCasebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMANAT_MAX_MEMBERS", "5")
    inner = [(f"{n}.zip", _zipped([(f"{n}{m}.txt", f"{n} {m} {STORY}") for m in range(3)])) for n in range(2)]
    events = _add(casebook, tmp_path / "outer.zip", _zipped(inner))
    assert list(_failures(events).values()).count("too-many-members") == 1
    assert Report.objects.count() == 6


def test_a_damaged_file_in_an_archive_is_named(casebook: OpenCasebook, tmp_path: Path) -> None:
    packed = bytearray(_zipped([("a.txt", STORY), ("b.txt", STORY * 3)]))
    at = packed.find(b"b.txt") + 8
    packed[at : at + 20] = bytes(20)
    _add(casebook, tmp_path / "n.zip", bytes(packed))
    archive = Report.objects.get(media_type="application/zip")
    assert [each["note"] for each in archive.flags] == [
        "1 of its files are damaged and could not be taken out: b.txt."
    ]
    assert [each.untrusted_name for each in Enclosure.objects.all()] == ["a.txt"]


def test_the_text_of_an_archive_claims_nothing(casebook: OpenCasebook, tmp_path: Path) -> None:
    name = "Daulet Serikuly was detained in Tasbulak on 12 March 2019.txt"
    _add(casebook, tmp_path / "n.zip", _zipped([(name, "Rain fell on the steppe.")]))
    archive = Report.objects.get(media_type="application/zip")
    assert name in archive.text
    assert not Claim.objects.filter(report=archive)
