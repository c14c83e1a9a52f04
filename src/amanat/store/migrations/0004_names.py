"""The entries of names, filled from the persons and places that are there, and the shelves of their index."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from amanat.core.names.sought import sought

_BATCH = 1000


def _fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    entry = apps.get_model("store", "NameEntry")
    entries = (entry(**each) for each in chain(_of_people(apps), _of_places(apps)) if each["sought"])
    while batch := list(islice(entries, _BATCH)):
        entry.objects.bulk_create(batch, ignore_conflicts=True)


def _of_people(apps: StateApps) -> Iterator[dict[str, Any]]:
    rows = apps.get_model("store", "Person").objects.order_by("pk").values_list("pk", "report", "names")
    for person, report, names in rows.iterator():
        yield from (_entry("person", person, report, name) for name in names)


def _of_places(apps: StateApps) -> Iterator[dict[str, Any]]:
    claims = apps.get_model("store", "Claim").objects.filter(withdrawn=False).exclude(place=None)
    rows = claims.order_by("place", "report").values_list("place", "report", "place__name", "place__also")
    for place, report, name, also in rows.distinct():
        yield from (_entry("place", place, report, each) for each in (name, *also))


def _entry(kind: str, target: int, report: int, text: str) -> dict[str, Any]:
    return {"kind": kind, "target": target, "report_id": report, "text": text, "sought": sought(kind, text)}


class Migration(migrations.Migration):
    dependencies = (("store", "0003_own_places"),)
    operations = (
        migrations.CreateModel(
            name="NameEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=8)),
                ("target", models.BigIntegerField()),
                (
                    "report",
                    models.ForeignKey(on_delete=models.deletion.CASCADE, related_name="+", to="store.report"),
                ),
                ("text", models.TextField()),
                ("sought", models.CharField(db_index=True, max_length=200)),
            ],
            options={"ordering": ("id",), "verbose_name_plural": "name entries"},
        ),
        migrations.AddConstraint(
            model_name="nameentry",
            constraint=models.UniqueConstraint(
                fields=("kind", "target", "report", "sought"), name="one_entry_per_name"
            ),
        ),
        migrations.CreateModel(
            name="NameShelf",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=8)),
                ("sensitivity", models.CharField(max_length=12)),
                ("upto", models.BigIntegerField()),
                ("made_by", models.CharField(max_length=60)),
                ("names", models.IntegerField()),
                ("content", models.BinaryField()),
            ],
            options={"ordering": ("kind", "sensitivity"), "verbose_name_plural": "name shelves"},
        ),
        migrations.AddConstraint(
            model_name="nameshelf",
            constraint=models.UniqueConstraint(fields=("kind", "sensitivity"), name="one_shelf_per_kind"),
        ),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    )
