"""Cases: one page for one person (a cluster of persons judged the same). *Projection* of judgements."""

from django.db import models

from amanat.store.models.people import Person


class Case(models.Model):
    """``root`` is the earliest received person of the cluster; its number is the case's, rebuilt or not."""

    root = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="root_of", primary_key=True)
    title = models.TextField()
    sort_key = models.CharField(max_length=200, db_index=True)
    """The title folded, so that both databases list cases in one order."""

    class Meta:
        ordering = ("sort_key", "root_id")

    def __str__(self) -> str:
        return self.title


class CaseMember(models.Model):
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="members")
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="membership")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.person} in {self.case}"
