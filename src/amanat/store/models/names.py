"""What people and places are called, form by form, and the index in which a form is found by any other. *Projection*.

Both lie in the encrypted database, as the names do.
"""

from django.db import models

from amanat.store.models.reports import Report


class NameEntry(models.Model):
    """One written form of one person's or place's name in one report.

    Every entry belongs to a report, so that whoever may not see the report cannot find it. None is ever changed:
    what an index that goes up to an entry does not hold has a higher id. Whoever changes a report's sensitivity
    enters its names anew.
    """

    kind = models.CharField(max_length=8)
    """``person``, ``place``."""
    target = models.BigIntegerField()
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    """As it is written."""
    sought = models.CharField(max_length=200, db_index=True)
    """What the index holds of it (core/names/sought, which is not imported here: it would bring the gazetteer)."""

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "name entries"
        constraints = (
            models.UniqueConstraint(fields=("kind", "target", "report", "sought"), name="one_entry_per_name"),
        )

    def __str__(self) -> str:
        return self.text


class NameShelf(models.Model):
    """An index of the entries up to a certain one, of reports of one sensitivity: those of each lie apart, so that
    what is found is the same whether there are others or not.

    Without it, or with one that cannot be used, the index is made in memory from the entries.
    """

    kind = models.CharField(max_length=8)
    sensitivity = models.CharField(max_length=12)
    upto = models.BigIntegerField()
    """The id of the last entry that is in it."""
    made_by = models.CharField(max_length=60)
    """The tables and rules it can be searched with (core/names/kept)."""
    names = models.IntegerField()
    """How many it holds, each once."""
    content = models.BinaryField()

    class Meta:
        ordering = ("kind", "sensitivity")
        verbose_name_plural = "name shelves"
        constraints = (models.UniqueConstraint(fields=("kind", "sensitivity"), name="one_shelf_per_kind"),)

    def __str__(self) -> str:
        return f"{self.kind}, {self.sensitivity}: {self.names}"
