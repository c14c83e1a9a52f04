"""The demo collection: every file opens, says that it is fiction, and is listed in its README."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from lxml import html

EXAMPLES = Path(__file__).parents[1] / "examples"
DEMO = sorted((EXAMPLES / "demo").iterdir())
MARK = "Fiction: invented for the Amanat demo collection."


def words_of(path: Path) -> str:
    """A demo file's text, by the plainest means there is; receiving has tests of its own."""
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        try:
            return " ".join(page.get_textpage().get_text_range() for page in document)
        finally:
            document.close()
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    text = path.read_text(encoding="utf-8")
    return str(html.fromstring(text.encode()).text_content()) if path.suffix == ".html" else text


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.name)
def test_every_file_ends_with_the_mark_of_fiction(path: Path) -> None:
    assert words_of(path).strip().endswith(MARK)


def test_readme_lists_exactly_the_files_there_are() -> None:
    listed = re.findall(r"^\| `([^`]+)` \|", (EXAMPLES / "README.md").read_text(encoding="utf-8"), re.M)
    assert sorted(listed) == [path.name for path in DEMO]


def test_the_collection_has_every_format_and_script() -> None:
    assert len(DEMO) >= 14
    assert {path.suffix for path in DEMO} == {".txt", ".html", ".pdf", ".docx"}
    everything = "\n".join(words_of(path) for path in DEMO)
    for form in ("Садырбайқызы", "Садырбаева", "热吾尚·萨德尔拜", "راۋشان سادىرباي", "Sadirbay"):
        assert form in everything


@pytest.mark.parametrize("source", sorted((EXAMPLES / "sources").iterdir()), ids=lambda path: path.name)
def test_pdf_and_docx_hold_their_source(source: Path) -> None:
    made = next(path for path in DEMO if path.stem == source.stem)
    assert words_of(made).split() == source.read_text(encoding="utf-8").split()
