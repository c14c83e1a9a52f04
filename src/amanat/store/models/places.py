"""Places that users add to a casebook. An entry is superseded by a later one that points at it; none is edited."""

from django.db import models


class OwnPlace(models.Model):
    """One entry of a place. The standing one is that which nothing supersedes, unless it is withdrawn."""

    name = models.CharField(max_length=200)
    also = models.JSONField(default=list)
    """Other names, in any script."""
    kind = models.CharField(max_length=60, blank=True)
    lies_in = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    source = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)
    sensitivity = models.CharField(max_length=12)
    how = models.CharField(max_length=300)
    """How it came in: ``desk``, or ``file`` and the file's name."""
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    why = models.TextField(blank=True)
    withdrawn = models.BooleanField(default=False)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="superseded_by"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name
