# ruff: noqa: RUF012 (as Django writes it)
"""Prints, echoes and what people decide of them; both filled from the reports that are read already."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from amanat.core.echo import Report, echoes_among, words_of
from amanat.core.echo.prints import MADE_BY, print_of
from amanat.store.queries.echo_values import columns_of


def _fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    reports = [
        _told(row) for row in apps.get_model("store", "Report").objects.filter(state="read").order_by("pk")
    ]
    prints, rows = apps.get_model("store", "EchoPrint"), apps.get_model("store", "EchoRow")
    for report in reports:
        made = print_of(words_of(report))
        prints.objects.create(report_id=report.id, made_by=MADE_BY, content=made.to_bytes())
    for echo in echoes_among(reports):
        rows.objects.create(left_id=echo.left, right_id=echo.right, **columns_of(echo))


def _told(row: models.Model) -> Report:
    names = ("text", "outlet", "title", "published", "language")
    values = {name: getattr(row, name) for name in names}
    return Report(id=row.pk, credit=tuple(row.credit), **values)  # type: ignore[attr-defined]


def _id() -> models.BigAutoField[int, int]:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def _report(kind: Any, on_delete: Any) -> Any:
    return kind(on_delete=on_delete, related_name="+", to="store.report")


class Migration(migrations.Migration):
    dependencies = [("store", "0007_grades")]
    operations = [
        migrations.CreateModel(
            name="EchoPrint",
            fields=[
                ("id", _id()),
                ("report", _report(models.OneToOneField, django.db.models.deletion.CASCADE)),
                ("made_by", models.CharField(max_length=60)),
                ("content", models.BinaryField()),
            ],
            options={"ordering": ("id",)},
        ),
        migrations.CreateModel(
            name="EchoRow",
            fields=[
                ("id", _id()),
                ("left", _report(models.ForeignKey, django.db.models.deletion.CASCADE)),
                ("right", _report(models.ForeignKey, django.db.models.deletion.CASCADE)),
                ("verdict", models.CharField(max_length=30)),
                ("grade", models.CharField(max_length=10)),
                ("left_share", models.FloatField()),
                ("right_share", models.FloatField()),
                ("in_substance", models.BooleanField()),
                ("passages", models.JSONField(default=list)),
                ("reasons", models.JSONField(default=list)),
            ],
            options={"ordering": ("left_id", "right_id")},
        ),
        migrations.AddConstraint(
            model_name="echorow",
            constraint=models.UniqueConstraint(fields=("left", "right"), name="one_echo_per_pair"),
        ),
        migrations.CreateModel(
            name="EchoJudgement",
            fields=[
                ("id", _id()),
                ("left", _report(models.ForeignKey, django.db.models.deletion.PROTECT)),
                ("right", _report(models.ForeignKey, django.db.models.deletion.PROTECT)),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("echo", "an echo"),
                            ("independent", "independent of each other"),
                            ("unsure", "unsure"),
                            ("none", "no decision"),
                        ],
                        max_length=12,
                    ),
                ),
                ("by", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("why", models.TextField(blank=True)),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="store.echojudgement",
                    ),
                ),
            ],
            options={"ordering": ("id",)},
        ),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    ]
