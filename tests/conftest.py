"""Databases for tests, on both engines: AMANAT_TEST_DATABASE is ``sqlcipher`` (unless said) or
``postgresql``.

On SQLCipher the test database is a real encrypted file; on PostgreSQL it is made on the server that
AMANAT_TEST_POSTGRESQL_URL names, which ``.ci/postgres start`` provides and ``.ci/postgres url`` prints.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from amanat.adapters.casebook import OpenCasebook, create, open_casebook
from amanat.adapters.sqlcipher import keys
from amanat.store.connect import connect, disconnect
from amanat.store.databases import embedded, server
from opening import PASSPHRASE

OWNER = "Marit Oksana"
SMALL_DISK_MB = 3
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def postgresql_url() -> str:
    """The server asked for; empty where the tests run on SQLCipher."""
    engine = os.environ.get("AMANAT_TEST_DATABASE", "sqlcipher")
    if engine == "sqlcipher":
        return ""
    if engine != "postgresql":
        pytest.exit(f"AMANAT_TEST_DATABASE is {engine!r}; it can be sqlcipher or postgresql", returncode=2)
    named = os.environ.get("AMANAT_TEST_POSTGRESQL_URL")
    return named or subprocess.check_output([ROOT / ".ci" / "postgres", "url"], text=True).strip()


@pytest.fixture
def embedded_only(postgresql_url: str) -> None:
    if postgresql_url:
        pytest.skip("about the embedded database only")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(postgresql_url: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """pytest-django's place for this: the database that ``@pytest.mark.django_db`` tests share."""
    if postgresql_url:
        database = {**server(postgresql_url), "TEST": {"NAME": f"amanat_test_{secrets.token_hex(4)}"}}
    else:
        path = str(tmp_path_factory.mktemp("database") / "test.db")
        keys.hold(path, os.urandom(32))
        database = {**embedded(path), "TEST": {"NAME": path}}
    _point_at(database)


@pytest.fixture(scope="session")
def pattern(
    tmp_path_factory: pytest.TempPathFactory,
    postgresql_url: str,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Path | str]:
    """A casebook with its tables made, for each test to have a copy of: making tables is what takes long.

    Its folder; on PostgreSQL the name of its database, which knows nothing of the folder.
    """
    shared = dict(connections.databases["default"])
    url, name = _own_database(postgresql_url)
    folder = tmp_path_factory.mktemp("pattern") / "casebook"
    create(folder, PASSPHRASE, OWNER, url)
    with django_db_blocker.unblock(), open_casebook(folder, PASSPHRASE) as opened:
        connect(opened)
        disconnect(opened)
        _point_at(shared)
    yield name or folder
    if name:
        _drop(postgresql_url, name)


@pytest.fixture
def casebook(
    tmp_path: Path, postgresql_url: str, pattern: Path | str, django_db_blocker: DjangoDbBlocker
) -> Iterator[OpenCasebook]:
    """A new casebook of one's own, opened and connected, its tables made. Not to be mixed with
    ``django_db``.
    """
    shared = dict(connections.databases["default"])
    folder = tmp_path / "casebook"
    admin = ""
    if isinstance(pattern, Path):
        shutil.copytree(pattern, folder)
    else:
        url, admin = _own_database(postgresql_url, like=pattern)
        create(folder, PASSPHRASE, OWNER, url)
    with django_db_blocker.unblock():
        opened = open_casebook(folder, PASSPHRASE)
        try:
            connect(opened)
            yield opened
        finally:
            disconnect(opened)
            opened.close()
            _point_at(shared)
            if admin:
                _drop(postgresql_url, admin)


@pytest.fixture
def kills() -> range:
    """How often a worker is killed; AMANAT_TEST_KILLS asks for more than every run can afford."""
    return range(int(os.environ.get("AMANAT_TEST_KILLS", "10")))


@pytest.fixture
def start_python() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a real Python process with a script and its arguments; ended when the test ends."""
    started: list[subprocess.Popen[str]] = []

    def start(script: str, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", script, *arguments]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MB of its own; only root may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK_MB}m,mode=700", "tmpfs", str(disk)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a disk of three megabytes can be mounted by root on Linux only")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def _own_database(postgresql_url: str, like: str = "template1") -> tuple[str, str]:
    """The address of a new database on the server, a copy of another, and its name; empty on SQLCipher."""
    if not postgresql_url:
        return "", ""
    name = f"amanat_case_{secrets.token_hex(4)}"
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
    return psycopg.conninfo.make_conninfo(postgresql_url, dbname=name), name


def _drop(postgresql_url: str, name: str) -> None:
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _point_at(database: dict[str, object]) -> None:
    connections["default"].close()
    del connections["default"]
    connections.databases["default"] = connections.configure_settings({"default": database})["default"]
