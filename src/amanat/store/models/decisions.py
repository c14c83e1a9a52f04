"""What people decided. A decision is superseded by a later one that points at it; it is never edited."""

from django.db import models

from amanat.core.weighing.grades import Axis
from amanat.store.models.claims import Claim
from amanat.store.models.people import Information, Person


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


class Grade(models.Model):
    """How a person grades a source (A to F) or what a claim says (1 to 6); ``value`` is empty where it was taken back.

    A source's grade is given to it as one report names it, and holds for whoever that is in other reports.
    """

    axis = models.CharField(max_length=12, choices=[(axis.value, axis.value) for axis in Axis])
    source = models.ForeignKey(Information, on_delete=models.PROTECT, null=True, related_name="grades")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, related_name="grades")
    value = models.CharField(max_length=1, blank=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    why = models.TextField(blank=True)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="superseded_by"
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(axis="reliability", source__isnull=False, claim=None)
                | models.Q(axis="credibility", claim__isnull=False, source=None),
                name="a_grade_is_of_a_source_or_a_claim",
            ),
        )

    def __str__(self) -> str:
        return f"{self.axis} of {self.source or self.claim}: {self.value or 'none'}"
