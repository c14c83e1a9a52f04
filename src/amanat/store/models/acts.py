"""Acts and who was involved: ESF's shape. *Projection* of claims: rebuilt, never decided here."""

from django.db import models

from amanat.store.models.cases import Case
from amanat.store.models.claims import Claim
from amanat.store.models.people import Person


class Act(models.Model):
    """What several claims of one case tell of one deed; each question keeps every answer it was given."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="acts")
    kind = models.CharField(max_length=60)
    first = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="+")
    """The earliest read of its claims: what an act is known by, however often it is rebuilt."""
    claims = models.ManyToManyField(Claim, related_name="acts")

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("case", "first"), name="one_act_per_first_claim"),)

    def __str__(self) -> str:
        return self.kind


class InvolvementRole(models.TextChoices):
    VICTIM = "victim", "to whom it happened"
    PERPETRATOR = "perpetrator", "who did it"


class Involvement(models.Model):
    """A person, or a group known by a description, in an act."""

    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="involvements")
    role = models.CharField(max_length=12, choices=InvolvementRole)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="involvements")
    description = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.role}: {self.person or self.description}"
