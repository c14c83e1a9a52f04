"""Faults to be survived: processes to be killed, and a disk that is soon full."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SMALL_DISK_MB = 3


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
