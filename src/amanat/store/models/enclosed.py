"""Reports that came in inside others, and where in its original a report's text stands."""

from django.db import models

from amanat.store.models.reports import Report


class Enclosure(models.Model):
    """One file of an archive, or one attachment of a mail. The same bytes can lie in several, or twice in one."""

    container = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="enclosed")
    number = models.IntegerField()
    """Its place in the container, from 1."""
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="enclosed_in")
    untrusted_name = models.TextField()
    """As the container gives it, never used as a path."""

    class Meta:
        ordering = ("container_id", "number")
        constraints = (models.UniqueConstraint(fields=("container", "number"), name="one_file_per_place"),)

    def __str__(self) -> str:
        return f"{self.untrusted_name}, {self.number} in {self.container}"


class Positions(models.Model):
    """``core.positions``: from which page, moment or row of the original each stretch of the text comes."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="positions")
    unit = models.CharField(max_length=8)
    marks = models.JSONField(default=list)
    """``[offset, label]``, in order of the offsets."""

    class Meta:
        verbose_name_plural = "positions"

    def __str__(self) -> str:
        return f"{len(self.marks)} marks of {self.report}"
