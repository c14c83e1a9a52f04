"""Which report repeats which: prints and echoes, both *projections*, and what people decided of an echo."""

from django.db import models

from amanat.store.models.reports import Report


class EchoPrint(models.Model):
    """What is kept of a report's text so that those it may echo are found (core/echo/prints)."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="+")
    made_by = models.CharField(max_length=60)
    """The rules it was made by: one of others is made anew."""
    content = models.BinaryField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"print of {self.report}"


class EchoRow(models.Model):
    """One pair of reports, as core/echo/echo.Echo has it. ``left`` has the lower id."""

    left = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    right = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    verdict = models.CharField(max_length=30)
    grade = models.CharField(max_length=10)
    left_share = models.FloatField()
    right_share = models.FloatField()
    in_substance = models.BooleanField()
    passages = models.JSONField(default=list)
    """``[left start, left end, right start, right end, likeness, words, weight, quoted, swapped]`` each."""
    reasons = models.JSONField(default=list)

    class Meta:
        ordering = ("left_id", "right_id")
        constraints = (models.UniqueConstraint(fields=("left", "right"), name="one_echo_per_pair"),)

    def __str__(self) -> str:
        return f"{self.left_id} {self.verdict} {self.right_id}"


class EchoVerdict(models.TextChoices):
    ECHO = "echo", "an echo"
    INDEPENDENT = "independent", "independent of each other"
    UNSURE = "unsure", "unsure"
    NONE = "none", "no decision"


class EchoJudgement(models.Model):
    """What a person decided of two reports. The standing one of a pair is that which nothing supersedes."""

    left = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="+")
    right = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=12, choices=EchoVerdict)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    why = models.TextField(blank=True)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="superseded_by"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.left_id} / {self.right_id}: {self.verdict}"
