"""Claims and the chains of tellers behind them. A claim is never updated: reviews say what became of it."""

from django.db import models

from amanat.store.models.people import Information, Person, Place
from amanat.store.models.reports import Passage, Report


class Claim(models.Model):
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="claims")
    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="claims")
    key = models.CharField(max_length=16)
    """``core.claim.identified``: the digest of report, passage, kind and slots."""
    kind = models.CharField(max_length=60, db_index=True)
    who = models.JSONField(default=list)
    """Person keys of the report ("p1") or descriptions, as read."""
    by = models.JSONField(default=list)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="claims")
    when = models.TextField(blank=True)
    """EDTF."""
    details = models.TextField(blank=True)
    polarity = models.CharField(max_length=10)
    modality = models.CharField(max_length=10)
    count_min = models.BigIntegerField(null=True)
    count_max = models.BigIntegerField(null=True)
    count_unit = models.CharField(max_length=60, blank=True)
    reader = models.CharField(max_length=120)
    confidence = models.FloatField()
    withdrawn = models.BooleanField(default=False)
    """A later reading of the same report no longer proposes it; kept, because it may have been reviewed."""
    subjects = models.ManyToManyField(Person, related_name="claims")
    """The persons of ``who``, for queries."""

    class Meta:
        ordering = ("report_id", "passage__start", "id")
        constraints = (models.UniqueConstraint(fields=("report", "key"), name="one_claim_per_key"),)

    def __str__(self) -> str:
        return f"{self.kind}: {self.passage}"


class Telling(models.Model):
    """One link of a claim's chain: position 0 is the first witness, the last is whoever published."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="tellings")
    information = models.ForeignKey(Information, on_delete=models.PROTECT, related_name="tellings")
    position = models.SmallIntegerField()
    medium = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ("claim_id", "position")
        constraints = (models.UniqueConstraint(fields=("claim", "position"), name="one_teller_per_position"),)

    def __str__(self) -> str:
        return f"{self.information} ({self.medium})" if self.medium else str(self.information)
