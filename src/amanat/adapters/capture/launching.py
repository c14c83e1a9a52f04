"""Starting Chromium without a head, behind a wall, with nothing of the user's about it, spoken to through a pipe.

Its own sandbox stays on. Around it bubblewrap hides the user's files, where there is bubblewrap; as root it is
not started without. It writes to memory only, and all of it is gone when it ends. No port is opened.
"""

from __future__ import annotations

import os
import shutil
import subprocess  # starts the browser, by an argument list, never through a shell
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from amanat.adapters.capture.devtools import DevTools
from amanat.core.capture_errors import BrowserFailedError, BrowserMissingError, BrowserUnsafeError
from amanat.settings import setting

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTH, HEIGHT = 1300, 1000
_QUIET = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,InterestFeedContentSuggestions",
    "--metrics-recording-only",
    "--mute-audio",
    "--hide-scrollbars",
    "--password-store=basic",
    "--use-mock-keychain",
    # no address of this computer leaks past a proxy through calls between browsers
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    f"--window-size={WIDTH},{HEIGHT}",
)
_FROM_ETC = (
    "alternatives ca-certificates chromium chromium.d fonts hosts ld.so.cache ld.so.conf ld.so.conf.d localtime "
    "nsswitch.conf os-release pki resolv.conf ssl"
).split()
# Chromium reads from 3 and writes to 4; no other way of starting a program gives a descriptor a number.
_RENUMBER = (
    "import fcntl, os, sys; "
    "a, b = (fcntl.fcntl(int(each), fcntl.F_DUPFD, 64) for each in sys.argv[1:3]); "
    "os.dup2(a, 3); os.dup2(b, 4); os.close(a); os.close(b); os.execv(sys.argv[3], sys.argv[3:])"
)
_START_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class _Wall:
    name: str
    before: tuple[str, ...]
    profile: str


@contextmanager
def browser(item: str, proxy: str = "") -> Iterator[DevTools]:
    """A browser for one capture of ``item``, ended afterwards whatever happens.

    Raises BrowserMissingError, BrowserUnsafeError, BrowserFailedError.
    """
    program = shutil.which(setting("browser")) if setting("browser") else _installed()
    if program is None:
        raise BrowserMissingError(item)
    with tempfile.TemporaryDirectory(prefix="amanat-browser-", ignore_cleanup_errors=True) as folder:
        started, tools = _started(item, program, proxy, folder)
        try:
            yield tools
        except (OSError, ValueError) as fault:
            raise BrowserFailedError(item, how=type(fault).__name__) from fault
        finally:
            tools.close()
            _end(started)


def _installed() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def _started(item: str, program: str, proxy: str, folder: str) -> tuple[subprocess.Popen[bytes], DevTools]:
    """The browser behind the first wall that holds."""
    tried = []
    for wall in _walls(folder):
        process, tools = _start([*wall.before, *_command(program, proxy, wall.profile)])
        try:
            tools.call("Browser.getVersion", seconds=_START_SECONDS)
        except (OSError, ValueError):
            tools.close()
            _end(process)
            tried.append(wall.name)
        else:
            return process, tools
    why = (
        f"tried: {', '.join(tried)}"
        if tried
        else "as root it is only started in bubblewrap, which is not here"
    )
    raise BrowserUnsafeError(item, why=why)


def _command(program: str, proxy: str, profile: str) -> list[str]:
    command = [program, *_QUIET, f"--user-data-dir={profile}"]
    if proxy:
        # Loopback too goes through the proxy; and no name is looked up beside it.
        command += [f"--proxy-server={proxy}", "--proxy-bypass-list=<-loopback>"]
        command += ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE " + _host(proxy)]
    return [*command, "about:blank"]


def _host(proxy: str) -> str:
    return proxy.partition("://")[2].rpartition(":")[0]


def _walls(folder: str) -> Iterator[_Wall]:
    if sys.platform == "linux" and (bubblewrap := shutil.which("bwrap")):
        yield _Wall("bubblewrap", tuple(_bubblewrapped(bubblewrap)), "/tmp/profile")  # noqa: S108 (its own, in memory)
    if os.geteuid() != 0:
        yield _Wall("the browser's own sandbox", (), folder)


def _bubblewrapped(bubblewrap: str) -> list[str]:
    """The system's programs and fonts to read, memory to write, the network, and nothing else of this computer.

    As another user than root, even for root: so that the browser's own sandbox works inside.
    """
    command = [
        bubblewrap,
        "--unshare-user",
        "--uid",
        "1000",
        "--gid",
        "1000",
        "--unshare-pid",
        "--unshare-ipc",
    ]
    command += ["--unshare-uts", "--hostname", "browser", "--die-with-parent", "--new-session", "--clearenv"]
    for name, value in {"HOME": "/tmp", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC"}.items():  # noqa: S108
        command += ["--setenv", name, value]
    for folder in ("/usr", "/bin", "/sbin", "/lib", "/lib64", "/opt"):
        path = Path(folder)
        if path.is_symlink():
            command += ["--symlink", str(path.readlink()), folder]
        elif path.exists():
            command += ["--ro-bind", folder, folder]
    for name in _FROM_ETC:
        path = Path("/etc") / name
        if path.exists():
            command += ["--ro-bind", str(path.resolve()), f"/etc/{name}"]
    command += ["--ro-bind-try", "/var/cache/fontconfig", "/var/cache/fontconfig"]
    return [*command, "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--chdir", "/tmp", "--"]  # noqa: S108


def _start(command: list[str]) -> tuple[subprocess.Popen[bytes], DevTools]:
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    try:
        process = subprocess.Popen(  # noqa: S603 (the command is ours; the page's address is no part of it)
            [sys.executable, "-I", "-S", "-c", _RENUMBER, str(theirs_in), str(theirs_out), *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(theirs_in, theirs_out),
            start_new_session=True,
        )
    finally:
        os.close(theirs_in)
        os.close(theirs_out)
    return process, DevTools(ours_in, ours_out)


def _end(process: subprocess.Popen[bytes]) -> None:
    """With the pipe closed it ends by itself, and writes nothing more; who does not is killed, with its own."""
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
