"""A small casebook made with the real command."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import REPORTS, amanat_run


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, content in REPORTS.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def casebook(tmp_path_factory: pytest.TempPathFactory, reports: Path) -> Path:
    """A casebook with the reports above in it; tests may review its claims, and break copies of it."""
    folder = tmp_path_factory.mktemp("casebooks") / "ours"
    assert amanat_run("init", folder, "--owner", "Marit Oksana").code == 0
    added = amanat_run("-C", folder, "add", reports, "--json")
    assert added.code == 4, added.err
    assert (added.json["new"], added.json["read"]) == (3, 2)
    return folder
