"""One folded line per thing that can be found, the same on both databases. *Projection*."""

from django.db import models


class SearchEntry(models.Model):
    """``folded`` is made by Python, so that SQLCipher's FTS5 and PostgreSQL's tsvector give the same hits."""

    kind = models.CharField(max_length=12)
    """``report``, ``case``, ``place``."""
    target = models.BigIntegerField()
    title = models.TextField()
    folded = models.TextField()

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "search entries"
        constraints = (models.UniqueConstraint(fields=("kind", "target"), name="one_entry_per_thing"),)

    def __str__(self) -> str:
        return self.title
