"""A casebook opened once more, as another program would have it."""

from __future__ import annotations

from amanat.adapters.casebook import OpenCasebook, open_casebook

PASSPHRASE = "seven quiet herons over the reservoir"


def reopened(casebook: OpenCasebook) -> OpenCasebook:
    """Another opening of the same casebook, as another program would have it."""
    return open_casebook(casebook.folder, PASSPHRASE)
