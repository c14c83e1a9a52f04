"""The passphrase: from a descriptor, a file or the keyboard, and in words what is wrong with it."""

import os
import pty
import sys
from pathlib import Path

import pytest

from amanat.adapters.passphrase import asked, new, ready
from amanat.core.casebook_errors import EmptyPassphraseError, PassphraseUnreadableError

CASEBOOK = "mycases"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "passphrase"
    monkeypatch.setenv("AMANAT_PASSPHRASE_FILE", str(path))
    return path


def descriptor_of(content: bytes) -> int:
    read, write = os.pipe()
    os.write(write, content)
    os.close(write)
    return read


CASES = [
    (b"four words in one", "four words in one"),
    (b"four words in one\n", "four words in one"),
    (b"four words in one\r\n", "four words in one"),
    (b" spaces count \n", " spaces count "),
    (b"one end only\n\n", "one end only\n"),
    ("сөздер".encode(), "сөздер"),
]


@pytest.mark.parametrize(("content", "passphrase"), CASES)
def test_from_a_descriptor_and_from_a_file(file: Path, content: bytes, passphrase: str) -> None:
    file.write_bytes(content)
    assert asked(CASEBOOK) == passphrase
    assert asked(CASEBOOK, descriptor=descriptor_of(content)) == passphrase
    assert new(CASEBOOK) == passphrase


@pytest.mark.parametrize("content", [b"", b"\n", b"\r\n"])
def test_an_empty_one_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(EmptyPassphraseError):
        asked(CASEBOOK)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"nul \0 inside"])
def test_what_is_no_text_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(PassphraseUnreadableError, match="text"):
        asked(CASEBOOK)


def test_a_file_that_is_not_there_and_a_descriptor_that_is_closed_are_named(file: Path) -> None:
    with pytest.raises(PassphraseUnreadableError, match=str(file)):
        asked(CASEBOOK)
    read, write = os.pipe()
    os.close(read)
    os.close(write)
    with pytest.raises(PassphraseUnreadableError, match=f"descriptor {read}"):
        asked(CASEBOOK, descriptor=read)


def test_a_surrogate_from_a_badly_set_terminal_is_refused() -> None:
    with pytest.raises(PassphraseUnreadableError):
        ready("a\udcff", CASEBOOK)


TYPED = """
import sys
from amanat.adapters.passphrase import asked, new
from amanat.core.errors import AmanatError
try:
    print("got", len((new if sys.argv[1] == "new" else asked)("mycases")))
except AmanatError as error:
    print(error.code)
"""


@pytest.mark.parametrize(
    ("how", "keys", "said"),
    [
        ("asked", [b"nine stones\n"], "got 11"),
        ("new", [b"nine stones\n", b"nine stones\n"], "got 11"),
        ("new", [b"nine stones\n", b"ten stones\n"], "passphrase-unreadable"),
        ("asked", [b"\x04"], "passphrase-unreadable"),
    ],
)
def test_typed_at_a_terminal_it_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, how: str, keys: list[bytes], said: str
) -> None:
    monkeypatch.delenv("AMANAT_PASSPHRASE_FILE", raising=False)
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-c", TYPED, how])
    shown = b""
    for each in keys:
        while not shown.endswith(b": "):
            shown += os.read(terminal, 100)
        os.write(terminal, each)
        shown += b"|"
    try:
        while piece := os.read(terminal, 1000):
            shown += piece
    except OSError:
        pass  # how Linux says that the other end of a terminal is closed
    os.waitpid(child, 0)
    os.close(terminal)
    assert said in shown.decode()
    assert b"stones" not in shown
