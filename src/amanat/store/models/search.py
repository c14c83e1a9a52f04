"""One folded line per thing that can be found, the same on both databases. *Projection*."""

from django.db import models

from amanat.store.models.reports import Report


class SearchEntry(models.Model):
    """``folded`` is made by Python, so that SQLCipher's FTS5 and PostgreSQL's tsvector give the same hits.

    Every entry belongs to a report, so that whoever may not see the report cannot find it, nor a name in it.
    """

    kind = models.CharField(max_length=12)
    """``report``, ``person``, ``place``."""
    target = models.BigIntegerField()
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    title = models.TextField()
    folded = models.TextField()
    """Each word once, folded, one space between: what is indexed (migration 0002)."""

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "search entries"
        constraints = (
            models.UniqueConstraint(fields=("kind", "target", "report"), name="one_entry_per_thing"),
        )

    def __str__(self) -> str:
        return self.title
