"""PDF and Word documents: paragraphs put together again, nothing lost, what is missing said."""

import pytest
from documents import SENTENCES, body_xml, pdf, with_part, word

from amanat.adapters.formats import extract_bytes


def paragraphs(content: bytes) -> list[str]:
    return extract_bytes(content, "document").text.strip().split("\n\n")


def numbered(count: int) -> list[str]:
    return [f"{number}. {SENTENCES}" for number in range(1, count + 1)]


def test_lines_of_a_pdf_become_paragraphs_again() -> None:
    assert paragraphs(pdf([numbered(3)])) == numbered(3)


def test_running_heads_are_kept_once_and_page_numbers_left_out() -> None:
    pages = [[each] for each in numbered(4)]
    found = extract_bytes(pdf(pages, head="Annual report 2021", foot=True, title="Annual"), "report.pdf")
    assert found.text.strip().split("\n\n") == ["Annual report 2021", *numbered(4)]
    assert found.hints.running == ("Annual report 2021",)
    assert found.title == "Annual"


def test_headings_that_differ_in_a_number_are_no_running_heads() -> None:
    pages = [[f"=Case {number}", SENTENCES] for number in range(1, 6)]
    assert [each for each in paragraphs(pdf(pages)) if each.startswith("Case")] == [
        f"Case {n}" for n in range(1, 6)
    ]


def test_the_offsets_of_pages_are_told() -> None:
    found = extract_bytes(pdf([[each] for each in numbered(3)]), "report.pdf")
    marks = found.positions.marks
    assert [(found.text[mark.start :].split(".")[0], mark.label) for mark in marks] == [
        ("1", "1"),
        ("2", "2"),
        ("3", "3"),
    ]


def test_a_sentence_goes_on_over_the_page() -> None:
    assert paragraphs(
        pdf([["=The men were seen last at the"], ["=market of the town. Nobody knows more."]])
    ) == ["The men were seen last at the market of the town. Nobody knows more."]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("They came from the deten-\ntion centre.", "They came from the detention centre."),
        ("He spoke of re-\neducation there.", "He spoke of re-education there."),
        ("It was in Nur-\nSultan then.", "It was in Nur-Sultan then."),
        ("A hard-won well, a hard-\nwon house.", "A hard-won well, a hard-won house."),
    ],
)
def test_divided_words_are_one_again(lines: str, whole: str) -> None:
    assert paragraphs(pdf([["=" + lines]])) == [whole]


def test_pages_that_are_pictures_are_named() -> None:
    found = extract_bytes(pdf([[SENTENCES], [], [SENTENCES], []], pictures=True), "report.pdf")
    assert [each.note for each in found.flags] == [
        "Page 2, 4 is a picture on which no text could be made out."
    ]


def test_a_pdf_cut_off_behind_its_pages_is_flagged() -> None:
    whole = pdf([[SENTENCES]])
    assert {each.code for each in extract_bytes(whole[:-8] + b"\n", "x").flags} == {"cut-off"}


def test_a_word_document_in_its_order() -> None:
    content = word(
        ["First.\nA second line.\tAnd a tab.", SENTENCES],
        rows=[["Name", "Age"], ["Daulet", "31"]],
        after="Last.",
    )
    assert paragraphs(content) == [
        "First.\nA second line.\tAnd a tab.",
        SENTENCES,
        "Name\tAge",
        "Daulet\t31",
        "Last.",
    ]


def test_the_title_of_a_word_document() -> None:
    assert extract_bytes(word([SENTENCES], title="Testimony 12"), "x").title == "Testimony 12"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (
            "<w:p><w:r><w:t>taken </w:t></w:r><w:ins><w:r><w:t>at night</w:t></w:r></w:ins></w:p>",
            "taken at night",
        ),
        (
            "<w:p><w:r><w:t>taken</w:t></w:r><w:del><w:r><w:delText> by men</w:delText></w:r></w:del></w:p>",
            "taken",
        ),
        ("<w:p><w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink></w:p>", "a link"),
        ("<w:p><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>x</w:t></w:r></w:p>", "x"),
        (
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>in a form</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "in a form",
        ),
        (
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice>"
            "<mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            "box",
        ),
        ("<w:p><w:r><w:t>Nur</w:t><w:noBreakHyphen/><w:t>Sultan</w:t></w:r></w:p>", "Nur\u2011Sultan"),
    ],
)
def test_what_word_shows_is_what_is_read(inside: str, shown: str) -> None:
    assert paragraphs(with_part(word(["x"]), "word/document.xml", body_xml(inside))) == [shown]


def test_footnotes_follow_the_text() -> None:
    notes = body_xml(
        '<w:footnote w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>Told by a neighbour.</w:t></w:r></w:p></w:footnote>"
    )
    assert paragraphs(with_part(word([SENTENCES]), "word/footnotes.xml", notes)) == [
        SENTENCES,
        "Told by a neighbour.",
    ]
