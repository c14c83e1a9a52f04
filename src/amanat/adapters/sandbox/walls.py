"""The walls a parser is put behind, by what the machine offers: bubblewrap, Landlock, sandbox-exec, or
limits only.

Each wall is a command line that starts the worker; whether it holds is found out by starting it.
"""

from __future__ import annotations

import json
import shutil
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import amanat
from amanat.adapters.sandbox import landlock, seccomp


class Policy(StrEnum):
    """The setting AMANAT_SANDBOX."""

    REQUIRED = "required"
    """Without a wall around disk and network, nothing is parsed."""
    RLIMITS = "rlimits"
    """Where there is no wall, limits on memory, time and files must do."""


@dataclass(frozen=True, slots=True)
class Wall:
    name: str
    command: tuple[str, ...]


_BOOT = "import sys; sys.path[:] = {path!r}; from amanat.adapters.sandbox.worker import main; main()"


def walls(
    parsers: Mapping[str, str], extra: Sequence[Path], policy: Policy, also_readable: Sequence[Path] = ()
) -> Iterator[Wall]:
    """The walls this machine may offer, the strongest first.

    ``extra``: further folders parsers are imported from; ``also_readable``: what they may read besides.
    """
    package = Path(amanat.__file__).parent
    libraries = _libraries()
    readable = [*libraries, package, *extra, *also_readable, *_system_folders()]
    path = [*map(str, [*libraries, package.parent, *extra])]
    worker = _Worker(Path(sys.executable).resolve(), parsers, readable, path)
    if sys.platform == "linux":
        if bubblewrap := shutil.which("bwrap"):
            yield Wall(
                "bubblewrap", (*_bubblewrapped(bubblewrap, worker), *worker.command(own_processes=True))
            )
        # Landlock guards the disk; sockets and processes are guarded by the system-call filter.
        if landlock.version() and seccomp.supported():
            yield Wall("landlock", worker.command(landlock=True))
    elif sys.platform == "darwin" and (confined := shutil.which("sandbox-exec")):
        yield Wall("sandbox-exec", (confined, "-p", _macos_profile(worker), *worker.command()))
    if policy is Policy.RLIMITS:
        yield Wall("rlimits", worker.command())


@dataclass(frozen=True, slots=True)
class _Worker:
    python: Path
    parsers: Mapping[str, str]
    readable: Sequence[Path]
    path: Sequence[str]

    def command(self, *, landlock: bool = False, own_processes: bool = False) -> tuple[str, ...]:
        """Python without site packages, user folder or environment; its import path is made explicit."""
        start = {
            "parsers": dict(self.parsers),
            "readable": [str(each) for each in (*self.readable, self.python, Path("/dev"))],
            "landlock": landlock,
            "own_processes": own_processes,
        }
        return (str(self.python), "-I", "-S", "-B", "-c", _BOOT.format(path=self.path), json.dumps(start))


def _libraries() -> list[Path]:
    """Python's own library and the folders packages are installed in, as this process imports them."""
    here = [Path(each) for each in sys.path if each and Path(each).is_dir()]
    roots = {Path(sys.base_prefix), Path(sys.prefix), *map(Path, sysconfig.get_paths().values())}
    installed = [each for each in here if any(each.is_relative_to(root) for root in roots)]
    named = [each for each in here if each.name in ("site-packages", "dist-packages")]
    return list(dict.fromkeys([*installed, *named]))


def _system_folders() -> list[Path]:
    """Shared libraries that Python and the parsers' compiled parts load."""
    folders = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache"]
    if sys.platform == "darwin":
        folders = ["/usr/lib", "/System/Library"]
    beside = Path(sys.base_prefix) / "lib"
    return [each for each in [*map(Path, folders), beside] if each.exists()]


def _bubblewrapped(bubblewrap: str, worker: _Worker) -> list[str]:
    """No network, other processes, user, environment or place to write; only ``readable`` is there."""
    command = [
        bubblewrap,
        "--unshare-all",
        "--die-with-parent",
        "--new-session",
        "--clearenv",
        "--cap-drop",
        "ALL",
    ]
    command += ["--setenv", "LANG", "C.UTF-8", "--hostname", "sandbox"]
    for each in (*worker.readable, worker.python):
        command += ["--ro-bind", str(each), str(each)]
    return [*command, "--dev", "/dev", "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--"]


def _macos_profile(worker: _Worker) -> str:
    places = " ".join(f"(subpath {json.dumps(str(each))})" for each in (*worker.readable, worker.python))
    return (
        "(version 1)(deny default)(deny network*)(allow process-fork)(allow signal (target same-sandbox))"
        f"(allow process-exec (literal {json.dumps(str(worker.python))}))"
        "(allow sysctl-read)(allow file-read-metadata)"
        f'(allow file-read* {places} (literal "/dev/null") (literal "/dev/urandom"))'
        '(allow file-write-data (literal "/dev/null"))'
    )
