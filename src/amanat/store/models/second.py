"""What second readers (core/reading/second) made of a report, paragraph by paragraph."""

from django.db import models

from amanat.store.models.reports import Report


class ParagraphReading(models.Model):
    """One paragraph given to one second reader: how that ended last, and what of the answer passed the checks.

    Claims are made of what was proposed here, except where the rules claim the same already: then this is the proof
    that both readers do.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="paragraph_readings")
    reader = models.CharField(max_length=120)
    answered_by = models.CharField(max_length=80, blank=True)
    """The model as its server calls it."""
    start = models.IntegerField()
    end = models.IntegerField()
    ended = models.CharField(max_length=20)
    """A name of ``core.reading.second.paragraph_read.Ended``."""
    note = models.TextField(blank=True)
    proposed = models.JSONField(default=list)
    """``core.reading.second.kept``: names and slots in the report's own words."""
    dropped = models.JSONField(default=dict)
    """How many claims and slots were not kept, by the reason."""
    at = models.DateTimeField()

    class Meta:
        ordering = ("report_id", "reader", "start")
        constraints = (
            models.UniqueConstraint(
                fields=("report", "reader", "start", "end"), name="one_reading_per_paragraph_and_reader"
            ),
        )

    def __str__(self) -> str:
        return f"{self.reader}, code points {self.start} to {self.end}: {self.ended}"
