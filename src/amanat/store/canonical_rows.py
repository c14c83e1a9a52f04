"""The digest of one row as the log keeps it: of its table and every column, under the entry's salt."""

from __future__ import annotations

import base64
import hashlib

from django.db import models

from amanat.core.canonical import canonical


def columns(row: models.Model) -> dict[str, object]:
    """Every column by its name in the database, with the value the row holds."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def table_of(model: type[models.Model]) -> str:
    """The name the log gives to a table: ``report``, ``claim``."""
    return model._meta.model_name or ""


def row_digest(salt: bytes, row: models.Model) -> str:
    """SHA-256 of the salt and the row's canonical JSON, in unpadded URL-safe base64 (43 characters)."""
    body = canonical({"table": table_of(type(row)), "row": columns(row)}).encode()
    return base64.urlsafe_b64encode(hashlib.sha256(salt + body).digest()).rstrip(b"=").decode()
