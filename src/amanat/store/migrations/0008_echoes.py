# ruff: noqa: RUF012 (as Django writes it)
"""Prints, echoes and what people decide of them; both filled from the reports that are read already."""

from __future__ import annotations

import sys
from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from amanat.core.echo import EchoIndex, Report, words_of
from amanat.core.echo.prints import MADE_BY, print_of
from amanat.store.queries.access import seen_beside
from amanat.store.queries.echo_values import columns_of

_EVERY = 50
"""Reports after which whoever waits is told how far it is."""


def _fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    read = apps.get_model("store", "Report").objects.filter(state="read").order_by("pk")
    prints, rows = apps.get_model("store", "EchoPrint"), apps.get_model("store", "EchoRow")
    index, total = EchoIndex(seen_beside=seen_beside), read.count()
    for number, row in enumerate(read.iterator(chunk_size=_EVERY)):
        words = words_of(_told(row))
        made = print_of(words)
        prints.objects.create(report_id=row.pk, made_by=MADE_BY, content=made.to_bytes())
        index.add_words(words, made)
        _tell(number + 1, total)
    rows.objects.bulk_create(
        [rows(left_id=echo.left, right_id=echo.right, **columns_of(echo)) for echo in index.echoes()],
        batch_size=_EVERY,
    )


def _tell(done: int, total: int) -> None:
    if total > _EVERY and sys.stderr.isatty() and (done % _EVERY == 0 or done == total):
        end = "\n" if done == total else ""
        sys.stderr.write(f"\rBringing the casebook up to date: echoes of {done} of {total} reports{end}")
        sys.stderr.flush()


def _told(row: models.Model) -> Report:
    names = ("text", "outlet", "title", "published", "language")
    values = {name: getattr(row, name) for name in names}
    return Report(id=row.pk, credit=tuple(row.credit), level=row.sensitivity, **values)  # type: ignore[attr-defined]


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
