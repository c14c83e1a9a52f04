"""Persons, places and sources, each as one report speaks of them. Linking joins, it never merges rows."""

from django.db import models

from amanat.store.models.reports import Report


class Person(models.Model):
    """A person as one report speaks of them. Which persons are one is a matter of judgements."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="people")
    key = models.CharField(max_length=20)
    """The person's id within the reading: ``p1``."""
    names = models.JSONField(default=list)
    """Every form in the report, the best one first."""
    description = models.TextField(blank=True)
    folded_name = models.CharField(max_length=200, blank=True, db_index=True)
    """The best name folded for linking's first step; empty where only a description is known."""

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "people"
        constraints = (models.UniqueConstraint(fields=("report", "key"), name="one_person_per_key"),)

    def __str__(self) -> str:
        return self.names[0] if self.names else self.description


class Place(models.Model):
    """A place by its name and what it lies in; claims point at it."""

    name = models.TextField()
    also = models.JSONField(default=list)
    within = models.JSONField(default=list)
    """Inner to outer: ``[{"name": …, "also": […]}, …]``."""
    folded = models.CharField(max_length=400, unique=True)
    """The folded chain of names, inner to outer: the place's identity for linking's first step."""

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name


class Information(models.Model):
    """ESF's Information: a source as one report names it, a link in chains of tellers."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="sources")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="told")
    """Set where the teller is a person of the report (a victim who tells)."""
    name = models.TextField()
    role = models.CharField(max_length=20)

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "information"
        constraints = (
            models.UniqueConstraint(fields=("report", "name", "role"), name="one_source_per_name"),
        )

    def __str__(self) -> str:
        return self.name
