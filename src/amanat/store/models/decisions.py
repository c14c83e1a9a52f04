"""What people decided. A decision is superseded by a later one that points at it; it is never edited."""

from django.db import models

from amanat.store.models.claims import Claim
from amanat.store.models.people import Person


class Verdict(models.TextChoices):
    """nomenklatura's four judgements on whether two records are one."""

    SAME = "same", "same"
    NOT_SAME = "not same", "not same"
    UNSURE = "unsure", "unsure"
    NONE = "none", "no judgement"


class ReviewVerdict(models.TextChoices):
    CONFIRMED = "confirmed", "confirmed"
    CORRECTED = "corrected", "corrected"
    REJECTED = "rejected", "rejected"
    OPEN = "open", "open again"
    """What undoing the only review of a claim leaves."""


class Judgement(models.Model):
    """``left`` has the lower id. The standing judgement of a pair is the one that nothing supersedes."""

    left = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="judged_left")
    right = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="judged_right")
    verdict = models.CharField(max_length=10, choices=Verdict)
    by = models.CharField(max_length=120)
    """A person's name, or the rule that proposed it: ``rule:same-folded-name``."""
    at = models.DateTimeField()
    why = models.TextField()
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="superseded_by"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.left} / {self.right}: {self.verdict}"


class Review(models.Model):
    """What a person decided of a claim. ``correction`` holds the slots as they should read, no other."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="reviews")
    verdict = models.CharField(max_length=10, choices=ReviewVerdict)
    correction = models.JSONField(default=dict)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    why = models.TextField(blank=True)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="superseded_by"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.verdict}"
