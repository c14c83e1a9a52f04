"""What loading the language model brings into a process, and what it must not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from amanat.adapters.english import NoEnglishModelError, load_english

_CLIENTS = "{'httpx', 'requests', 'urllib3', 'weasel', 'typer'}"


def _said(program: str) -> str:
    """What a Python process of its own prints: what is imported there depends on nobody else's test."""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True
    )
    return ran.stdout.strip()


def test_reading_loads_no_network_client_and_no_command_line() -> None:
    assert _said(f"import sys, amanat.actions.reading; print(sorted({_CLIENTS} & set(sys.modules)))") == "[]"


def test_spacy_is_whole_for_whoever_asks_for_more() -> None:
    whole = "import spacy.cli; print(spacy.cli.download.__module__, spacy.info.__name__)"
    assert _said(f"import amanat.adapters.english; {whole}").startswith("spacy.cli.download")
    told = "import spacy; print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)"
    assert _said(f"import amanat.adapters.english; {told}") == "True"


@pytest.mark.parametrize("module", ["formats.html_page", "formats.pdf_pages", "formats.docx_body", "formats"])
def test_what_runs_in_the_sandbox_loads_no_language_model(module: str) -> None:
    assert _said(f"import sys, amanat.adapters.{module}; print('spacy' in sys.modules)") == "False"


def test_a_missing_model_is_named() -> None:
    with pytest.raises(NoEnglishModelError, match="no_such_model"):
        load_english("no_such_model")
