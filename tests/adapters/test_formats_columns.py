"""PDF pages with columns, tables, running heads and divided words, in whichever order they were drawn."""

import textwrap

import pytest
from documents import SENTENCES, placed

from amanat.adapters.formats import Extracted, extract_bytes
from amanat.core import format_errors as errors

OTHER = (
    "A district official, asked by telephone, said that no such persons were known to him and that the village "
    "was calm and its people content with the new roads."
)
THIRD = (
    "In April a teacher of the secondary school was questioned for six hours and told not to speak to anybody "
    "about the two men."
)
Drawn = list[tuple[float, float, str]]


def column(left: float, *texts: str, width: int = 34, top: float = 720) -> Drawn:
    lines = [line for text in texts for line in [*textwrap.wrap(text, width), ""]]
    return [(left, top - 13 * number, line) for number, line in enumerate(lines) if line]


def row_by_row(*columns: Drawn) -> Drawn:
    return sorted((each for drawn in columns for each in drawn), key=lambda each: (-each[1], each[0]))


def blocks(found: Extracted) -> list[str]:
    return found.text.strip().split("\n\n")


TWO = (column(60, SENTENCES, OTHER), column(310, THIRD, SENTENCES))


@pytest.mark.parametrize(
    "drawn",
    [[*TWO[0], *TWO[1]], [*TWO[1], *TWO[0]], row_by_row(*TWO)],
    ids=["one after another", "the right one first", "row by row"],
)
def test_columns_are_read_one_after_another(drawn: Drawn) -> None:
    found = extract_bytes(placed([[(60, 790, "The night of 12 March"), *drawn]]), "x.pdf")
    assert sorted(blocks(found)[:1]) == ["The night of 12 March"]
    assert blocks(found)[1:] == [SENTENCES, OTHER, THIRD, SENTENCES]


def test_three_columns() -> None:
    columns = [column(left, text, width=26) for left, text in ((40, SENTENCES), (220, OTHER), (400, THIRD))]
    assert blocks(extract_bytes(placed([row_by_row(*columns)]), "x")) == [SENTENCES, OTHER, THIRD]


def test_a_headline_across_the_page_ends_the_columns_above_it() -> None:
    above = row_by_row(column(60, SENTENCES), column(310, OTHER))
    headline = [
        (60.0, 560.0, "And this is what the officials of the district had to say to all of that in the end")
    ]
    below = row_by_row(column(60, THIRD, top=530), column(310, SENTENCES, top=530))
    found = blocks(extract_bytes(placed([[*above, *headline, *below]]), "x"))
    assert found == [SENTENCES, OTHER, headline[0][2], THIRD, SENTENCES]


def test_the_rows_of_a_table_stay_together() -> None:
    rows = [
        ("Name", "Age", "Taken"),
        ("Daulet Serikuly", "31", "12 March 2019"),
        ("Anar Tolegen", "28", "14 March 2019"),
    ]
    drawn = [
        (left, 740.0 - 14 * n, cell)
        for n, row in enumerate(rows)
        for left, cell in zip((60, 250, 320), row, strict=True)
    ]
    found = extract_bytes(placed([[(60, 780, "List of persons detained"), *drawn]]), "x")
    assert blocks(found) == ["List of persons detained", *("\t".join(row) for row in rows)]


def test_ragged_lines_are_one_paragraph() -> None:
    ragged = [(60.0, 740.0 - 14 * n, line) for n, line in enumerate(textwrap.wrap(SENTENCES, 40))]
    assert blocks(extract_bytes(placed([ragged]), "x")) == [SENTENCES]


@pytest.mark.parametrize(
    ("feet", "bare"),
    [
        ([f"Tasbulak Watch, p. {n} of 5" for n in range(1, 6)], "Tasbulak Watch"),
        ([f"Annual report | {n}" for n in range(7, 12)], "Annual report"),
        ([f"{n} | Annual report" for n in range(7, 12)], "Annual report"),
        ([f"Annual report page {n}" for n in range(1, 6)], "Annual report"),
    ],
)
def test_running_feet_with_numbers_are_kept_once(feet: list[str], bare: str) -> None:
    texts = [f"{number}. {SENTENCES}" for number in range(1, 6)]
    pages = [
        [(60.0, 25.0, foot), *column(60, text, width=80, top=700)]
        for foot, text in zip(feet, texts, strict=True)
    ]
    found = extract_bytes(placed(pages), "x")
    assert found.hints.running == (bare,)
    assert [each for each in blocks(found) if each != bare] == texts


@pytest.mark.parametrize("heading", ["Case {}", "Testimony – {}", "Witness no. {}"])
def test_headings_with_numbers_are_kept(heading: str) -> None:
    texts = [heading.format(number) for number in range(1, 6)]
    pages = [[(60.0, 810.0, text), *column(60, SENTENCES, width=80, top=700)] for text in texts]
    assert [each for each in blocks(extract_bytes(placed(pages), "x")) if each != SENTENCES] == texts


def test_left_and_right_pages_may_have_heads_of_their_own() -> None:
    heads = [f"Chapter on the north | {n}" if n % 2 else f"{n} | Annual report" for n in range(1, 9)]
    pages = [
        [(60.0, 810.0, head), *column(60, f"{n}. {OTHER}", width=80, top=700)] for n, head in enumerate(heads)
    ]
    assert extract_bytes(placed(pages), "x").hints.running == ("Chapter on the north", "Annual report")


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["They came from the deten\u00ad", "tion centre."], "They came from the detention centre."),
        (["It was said by the 22-", "year-old."], "It was said by the 22-year-old."),
        (["a well-known place, a well-", "known house."], "a well-known place, a well-known house."),
        (["They were Kazakh-", "Chinese families."], "They were Kazakh-Chinese families."),
    ],
)
def test_divided_words_are_one_again(lines: list[str], whole: str) -> None:
    drawn = [(60.0, 740.0 - 14 * number, line) for number, line in enumerate(lines)]
    assert blocks(extract_bytes(placed([drawn]), "x")) == [whole]


def test_the_page_of_a_passage_is_known() -> None:
    found = extract_bytes(placed([column(60, SENTENCES), column(60, OTHER), column(60, THIRD)]), "x")
    start = found.text.index("no such persons")
    assert str(found.positions.of(start, start + 5)) == "2"


def test_three_thousand_pages_are_refused_in_seconds() -> None:
    with pytest.raises(errors.PdfTooManyPagesError, match="3000 pages; more than 2000"):
        extract_bytes(placed([[(60.0, 700.0, "words")]] * 3000), "x")
