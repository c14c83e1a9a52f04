"""Each report's file against its digest, and each passage against the text it quotes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from amanat.actions.findings import Finding, Progress, Wrong
from amanat.actions.verify_log import STEP
from amanat.adapters.casebook import OpenCasebook
from amanat.core.casebook_errors import ChangedEvidenceError, MissingEvidenceError
from amanat.store.models import Report


def check_vault(casebook: OpenCasebook) -> Iterator[Finding | Progress]:
    """Decrypts every file. One that no report points at is told too: an interrupted ``add`` leaves such."""
    reports = list(Report.objects.order_by("pk").values_list("pk", "sha256"))
    expected: set[str] = set()
    for done, (pk, sha256) in enumerate(reports, 1):
        name = casebook.vault.name_of(sha256)
        expected.add(name)
        try:
            casebook.vault.check(sha256)
        except MissingEvidenceError:
            words = f"The file of report {pk} is not in the vault ({name})."
            yield Finding("file", f"report {pk}", Wrong.REMOVED, words)
        except ChangedEvidenceError as changed:
            words = f"The file of report {pk} ({name}) is not what was received: {changed.facts['why']}."
            yield Finding("file", f"report {pk}", Wrong.CHANGED, words)
        if done % STEP == 0 or done == len(reports):
            yield Progress("files", done, len(reports))
    for name in sorted(set(casebook.vault.names()) - expected):
        words = f"No report points at the file {name} in the vault; run the `add` that was interrupted again."
        yield Finding("file", name, Wrong.ADDED, words)


def check_texts() -> Iterator[Finding | Progress]:
    reports = Report.objects.exclude(text_sha256="").order_by("pk").prefetch_related("passages")
    total = reports.count()
    for done, report in enumerate(reports.iterator(chunk_size=100), 1):
        if hashlib.sha256(report.text.encode()).hexdigest() != report.text_sha256:
            words = f"The text of report {report.pk} does not have the digest that was kept with it."
            yield Finding("text", f"report {report.pk}", Wrong.CHANGED, words)
        for passage in report.passages.all():
            if report.text[passage.start : passage.end] != passage.quote:
                words = f"Passage {passage.pk} of report {report.pk} is not what stands in the text there."
                yield Finding("text", f"passage {passage.pk}", Wrong.CHANGED, words)
        if done % STEP == 0:
            yield Progress("texts", done, total)
