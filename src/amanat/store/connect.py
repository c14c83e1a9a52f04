"""Points Django at the casebook that was opened, and brings its tables up to date."""

from __future__ import annotations

import os
from typing import Any

import django
from django.apps import apps
from django.db import DatabaseError, InterfaceError, connections
from django.db.migrations.executor import MigrationExecutor

from amanat import __version__
from amanat.adapters.casebook import OpenCasebook
from amanat.adapters.disk import storage_error_said
from amanat.adapters.sqlcipher import keys
from amanat.core.casebook_errors import (
    CasebookBusyError,
    CasebookNewerError,
    DamagedDatabaseError,
    DatabaseOutOfReachError,
    DiskFullError,
    MissingDatabaseError,
)
from amanat.core.errors import AmanatError
from amanat.store.databases import embedded, server

_APP = "store"


def configure() -> None:
    """Make Django ready, once; it must have happened before ``amanat.store.models`` is imported."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amanat.store.django_settings")
    if not apps.ready:
        django.setup()


def connect(casebook: OpenCasebook) -> None:
    """Every query of this process goes to ``casebook`` from here on, its tables made or brought up to date.

    Raises MissingDatabaseError, DamagedDatabaseError, DatabaseOutOfReachError, CasebookNewerError,
    DiskFullError, and CasebookBusyError where tables must be changed while another program has the casebook
    open.
    """
    configure()
    if casebook.database_url:
        _point_at(server(casebook.database_url))
    else:
        if not casebook.database.is_file():
            raise MissingDatabaseError(str(casebook.folder))
        keys.hold(casebook.database, casebook.database_key)
        _point_at(embedded(str(casebook.database)))
    try:
        _ready(casebook)
    except DiskFullError:
        # Even reading needs a little room, for SQLite's shared memory file: that is what the reserve is for.
        connections["default"].close()
        if not casebook.reserve.spend():
            raise
        _ready(casebook)


def disconnect(casebook: OpenCasebook) -> None:
    """Close this thread's connection and let go of the key; the casebook itself stays open."""
    connections["default"].close()
    if not casebook.database_url:
        keys.forget(casebook.database)


def _point_at(database: dict[str, Any]) -> None:
    """Django's settings of ``default`` for all threads from now on; this thread's old connection is
    closed.
    """
    connections["default"].close()
    del connections["default"]
    connections.databases["default"] = connections.configure_settings({"default": database})["default"]


def _ready(casebook: OpenCasebook) -> None:
    try:
        _bring_up_to_date(casebook)
    except (DatabaseError, InterfaceError) as fault:
        raise _told(fault, casebook) from fault


def _bring_up_to_date(casebook: OpenCasebook) -> None:
    executor = MigrationExecutor(connections["default"])
    loader = executor.loader
    unknown = [
        name
        for app, name in loader.applied_migrations
        if app == _APP and (app, name) not in loader.disk_migrations
    ]
    if unknown:
        raise CasebookNewerError(str(casebook.folder), found=f"tables {max(unknown)}", known=__version__)
    targets = [key for key in loader.graph.leaf_nodes() if key[0] == _APP]
    if executor.migration_plan(targets):
        with casebook.lock.alone():
            executor.migrate(targets)


def _told(fault: Exception, casebook: OpenCasebook) -> AmanatError:
    """The database's words as an error with a remedy."""
    why = next(iter(str(fault).strip().splitlines()), type(fault).__name__)
    if casebook.database_url:
        return DatabaseOutOfReachError(str(casebook.folder), why=why)
    if "locked" in why:
        return CasebookBusyError(str(casebook.folder))
    refused = storage_error_said(why, casebook.database)
    return refused or DamagedDatabaseError(str(casebook.database), why=why)
