"""The sandbox: what a parser that was taken over tries, is stopped and named, behind every wall there is
here.
"""

import multiprocessing
import os
import re
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import amanat
from amanat.adapters.sandbox import Allowance, Policy, RefusalError, Sandbox, SandboxUnavailableError, walls
from amanat.adapters.sandbox.parent import Sandbox as _Sandbox

HOSTILE = Path(__file__).parent / "hostile"
NAMES = re.findall(r"^def (\w+)", (HOSTILE / "hostile_parsers.py").read_text(encoding="utf-8"), re.M)
PARSERS = {name: f"hostile_parsers:{name}" for name in NAMES}
SHORT = Allowance(seconds=2, memory_mb=512, answer_bytes=2**20)
MAY_FAIL = not hasattr(os, "fork") or sys.platform != "linux"

pytestmark = pytest.mark.skipif(MAY_FAIL, reason="the walls tested here are Linux's")


@pytest.fixture(scope="module", params=["bubblewrap", "landlock"])
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox behind one given wall; skipped where this machine does not offer it."""
    made = _behind(request.param)
    try:
        if made.wall != request.param:
            pytest.skip(f"no {request.param} here")
    except SandboxUnavailableError as fault:
        pytest.skip(f"no {request.param} here: {fault}")
    yield made
    made.close()


def _behind(wall: str) -> Sandbox:
    """A sandbox that may only use the wall named."""

    class Only(_Sandbox):
        def _offered(self) -> list[walls.Wall]:
            return [each for each in super()._offered() if each.name == wall]

    return Only(PARSERS, extra=[HOSTILE])


def refused(sandbox: Sandbox, parser: str, options: dict[str, object] | None = None) -> tuple[str, str]:
    # A busy machine must not make a time-out of what is stopped for another reason.
    allowance = SHORT if parser.endswith("_forever") else replace(SHORT, seconds=60)
    with pytest.raises(RefusalError) as caught:
        sandbox.parse(parser, b"a file", options or {}, allowance)
    return caught.value.code, str(caught.value.facts.get("how", ""))


def test_what_a_parser_finds_comes_back(sandbox: Sandbox) -> None:
    assert sandbox.parse("echo", b"a file", {"max_pages": 3}) == {"size": 6, "options": {"max_pages": 3}}


def test_one_file_leaves_nothing_behind_for_the_next(sandbox: Sandbox) -> None:
    assert [sandbox.parse("remember", b"x", {}) for _ in range(3)] == [{"seen": 1}] * 3


def test_a_parser_sees_no_environment(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMANAT_PASSPHRASE_FILE", "/secret/place")
    assert "AMANAT_PASSPHRASE_FILE" not in sandbox.parse("look_around", b"x", {})["environment"]


@pytest.mark.parametrize(
    ("parser", "code"),
    [
        ("fork_bomb", "parser-trespassed"),
        ("start_a_program", "parser-trespassed"),
        ("kill_the_others", "parser-trespassed"),
        ("look_into_the_server", "parser-trespassed"),
        ("threads_without_end", "parser-failed"),
        ("take_ten_gigabytes", "parser-out-of-memory"),
        ("take_memory_bit_by_bit", "parser-out-of-memory"),
        ("loop_forever", "parser-timed-out"),
        ("sleep_forever", "parser-timed-out"),
        ("crash", "parser-failed"),
        ("answer_too_much", "text-too-long"),
        ("answer_deep", "parser-failed"),
        ("raise_something", "parser-failed"),
    ],
)
def test_what_is_stopped_is_named_and_the_next_file_is_read(sandbox: Sandbox, parser: str, code: str) -> None:
    assert refused(sandbox, parser)[0] == code
    assert sandbox.parse("echo", b"next", {})["size"] == 4


@pytest.mark.parametrize("path", ["/etc/passwd", "/etc/hostname", "/proc/self/environ", "/proc/1/cmdline"])
def test_no_file_of_the_machine_can_be_read(sandbox: Sandbox, path: str) -> None:
    assert refused(sandbox, "read_a_file", {"path": path})[0] == "parser-trespassed"


def test_neither_the_users_files_nor_a_casebook_can_be_read(sandbox: Sandbox, tmp_path: Path) -> None:
    secret = tmp_path / "casebook"
    secret.write_text("names", encoding="utf-8")
    assert refused(sandbox, "read_a_file", {"path": str(secret)})[0] == "parser-trespassed"
    assert refused(sandbox, "list_a_folder", {"path": str(tmp_path)})[0] == "parser-trespassed"
    assert refused(sandbox, "list_a_folder", {"path": str(Path.home())})[0] != "" or Path.home() == Path("/")


@pytest.mark.parametrize("folder", [None, "/tmp", "/dev/shm", "/"])
def test_nothing_can_be_written(sandbox: Sandbox, tmp_path: Path, folder: str | None) -> None:
    place = Path(folder or tmp_path) / f"amanat-escape-{os.getpid()}"
    assert refused(sandbox, "write_a_file", {"path": str(place)})[0] == "parser-trespassed"
    assert not place.exists()


def test_the_program_itself_cannot_be_changed(sandbox: Sandbox) -> None:
    place = Path(amanat.__file__).parent / "escape.py"
    assert refused(sandbox, "write_a_file", {"path": str(place)})[0] == "parser-trespassed"
    assert not place.exists()


def test_no_connection_can_be_made_even_to_this_machine(sandbox: Sandbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        assert refused(sandbox, "open_a_socket", {"port": server.getsockname()[1]})[0] == "parser-trespassed"
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize(
    "nonsense",
    ["", "{", "[]", "null", '{"found": 3}', '{"refused": 7}', '{"refused": "x", "facts": 1}', "\x00" * 50],
)
def test_an_answer_that_is_no_answer_is_refused(sandbox: Sandbox, nonsense: str) -> None:
    code, _ = refused(sandbox, "answer_nonsense", {"nonsense": nonsense})
    assert code in ("parser-failed", "x")


def test_a_file_of_fifty_megabytes_passes(sandbox: Sandbox) -> None:
    assert sandbox.parse("echo", b"x" * 50_000_000, {})["size"] == 50_000_000


def test_threads_take_turns(sandbox: Sandbox) -> None:
    sizes: list[int] = []
    threads = [
        threading.Thread(target=lambda n=n: sizes.append(sandbox.parse("echo", b"x" * n, {})["size"]))
        for n in range(1, 9)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(sizes) == list(range(1, 9))


def test_a_worker_that_was_killed_is_replaced(sandbox: Sandbox) -> None:
    assert sandbox.parse("echo", b"1", {})["size"] == 1
    assert sandbox._worker is not None
    sandbox._worker._process.kill()
    sandbox._worker._process.wait()
    assert sandbox.parse("echo", b"22", {})["size"] == 2


def _in_a_fork(sandbox: Sandbox, answers: "multiprocessing.queues.Queue[int]") -> None:
    answers.put(sandbox.parse("echo", b"x" * os.getpid(), {})["size"] - os.getpid())
    sandbox.close()


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_processes_forked_from_this_one_have_sandboxes_of_their_own(sandbox: Sandbox) -> None:
    sandbox.parse("echo", b"x", {})
    context = multiprocessing.get_context("fork")
    answers = context.Queue()
    children = [context.Process(target=_in_a_fork, args=(sandbox, answers)) for _ in range(3)]
    for each in children:
        each.start()
    assert [answers.get(timeout=30) for _ in children] == [0, 0, 0]
    for each in children:
        each.join()
    assert sandbox.parse("echo", b"still mine", {})["size"] == 10


def test_the_sandbox_dies_with_the_program_even_in_the_middle_of_a_file() -> None:
    program = textwrap.dedent(f"""
        import sys; sys.path[:0] = {[str(Path(amanat.__file__).parent.parent)]!r}
        from pathlib import Path
        from amanat.adapters.sandbox import Allowance, Sandbox
        s = Sandbox({PARSERS!r}, extra=[Path({str(HOSTILE)!r})])
        s.parse("echo", b"x", {{}})
        print(s._worker._process.pid, flush=True)
        s.parse("sleep_forever", b"x", {{}}, Allowance(seconds=60))
    """)
    outer = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert outer.stdout is not None
    worker = int(outer.stdout.readline())
    time.sleep(0.3)
    outer.send_signal(signal.SIGKILL)
    outer.wait()
    outer.stdout.close()
    deadline = time.monotonic() + 5
    while _runs(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(worker)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_without_any_wall_nothing_is_parsed_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walls.shutil, "which", lambda _: None)
    monkeypatch.setattr(walls.landlock, "version", lambda: 0)
    with pytest.raises(SandboxUnavailableError, match="neither bubblewrap nor Landlock"):
        Sandbox(PARSERS, extra=[HOSTILE]).parse("echo", b"x", {})
    asked_for = Sandbox(PARSERS, extra=[HOSTILE], policy=Policy.RLIMITS)
    assert asked_for.wall == "rlimits"
    assert refused(asked_for, "take_ten_gigabytes")[0] == "parser-out-of-memory"
    assert refused(asked_for, "loop_forever")[0] == "parser-timed-out"
    asked_for.close()
