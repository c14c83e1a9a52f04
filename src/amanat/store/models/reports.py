"""Reports as received: their bytes' digest, each receipt, the text derived, and passages of it."""

from django.db import models

from amanat.core.protecting import Sensitivity


class ReadState(models.TextChoices):
    RECEIVED = "received", "received, not read yet"
    READ = "read", "read"
    UNREADABLE = "unreadable", "kept, but no text could be had from it"


class Report(models.Model):
    """One document by its bytes. They are in the vault under ``sha256``'s keyed name and never change."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    encoding = models.CharField(max_length=40, blank=True)
    """Of text files: what it was decoded from, and so said on the page."""
    state = models.CharField(max_length=12, choices=ReadState, default=ReadState.RECEIVED)
    failure_code = models.CharField(max_length=60, blank=True)
    failure_note = models.TextField(blank=True)
    sensitivity = models.CharField(max_length=12, default=Sensitivity.OPEN.value)
    title = models.TextField(blank=True)
    outlet = models.TextField(blank=True)
    credit = models.JSONField(default=list)
    dateline = models.TextField(blank=True)
    published = models.TextField(blank=True)
    """EDTF; two readings of an ambiguous date are kept."""
    language = models.CharField(max_length=12, blank=True)
    text = models.TextField(blank=True)
    text_sha256 = models.CharField(max_length=64, blank=True)
    related = models.JSONField(default=list)
    flags = models.JSONField(default=list)
    reader = models.CharField(max_length=120, blank=True)
    """Which reader and version produced the claims now standing."""

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title or f"report {self.pk}"


class Receipt(models.Model):
    """One time the same bytes came in: who brought them, when, how, under which name."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="receipts")
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=120)
    how = models.CharField(max_length=40)
    """``file``, ``folder``, ``demo``, ``capture``."""
    untrusted_name = models.TextField()
    """The file's own name as it came, never used as a path."""

    class Meta:
        ordering = ("received_at", "id")

    def __str__(self) -> str:
        return f"{self.untrusted_name}, received {self.received_at:%Y-%m-%d} by {self.received_by}"


class Passage(models.Model):
    """A stretch of a report's text, in Unicode code points; ``quote`` always equals that stretch."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="passages")
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()

    class Meta:
        ordering = ("report_id", "start", "end")
        constraints = (
            models.UniqueConstraint(fields=("report", "start", "end"), name="one_passage_per_stretch"),
        )

    def __str__(self) -> str:
        return self.quote
