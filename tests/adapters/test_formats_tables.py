"""Notes kept in tables: a row is a record, and knows its number."""

import datetime

import pytest
from documents import with_part, workbook

from amanat.adapters.formats import Extracted, extract_bytes
from amanat.core import format_errors as errors

HEAD = ("Name", "Age", "Taken", "Remarks")
ROWS = [
    HEAD,
    ("Daulet Serikuly", 31, datetime.date(2019, 3, 12), "at night"),
    (None, None, None, None),
    ("Anar Tolegen", 28.0, datetime.datetime(2019, 4, 2, 14, 30), None),
]
RECORDS = [
    "Name: Daulet Serikuly\nAge: 31\nTaken: 2019-03-12\nRemarks: at night",
    "Name: Anar Tolegen\nAge: 28\nTaken: 2019-04-02 14:30",
]
CSV = "Name,Age,Taken,Remarks\nDaulet Serikuly,31,2019-03-12,at night\nAnar Tolegen,28,2019-04-02 14:30,\n"


def records(found: Extracted) -> list[str]:
    return found.text.strip("\n").split("\n\n")


def labels(found: Extracted) -> list[tuple[str, str]]:
    """What each mark stands before, and its row."""
    return [(found.text[mark.start :].split("\n")[0], mark.label) for mark in found.positions.marks]


def test_the_rows_of_a_workbook() -> None:
    found = extract_bytes(workbook({"Notes": ROWS}), "notes.xlsx")
    assert records(found) == RECORDS
    assert labels(found) == [("Name: Daulet Serikuly", "2"), ("Name: Anar Tolegen", "4")]
    assert found.media_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_rows_of_a_csv_file_however_it_is_written(sign: str, ends: str, encoding: str) -> None:
    found = extract_bytes(CSV.replace(",", sign).replace("\n", ends).encode(encoding), "notes.csv")
    assert records(found) == RECORDS
    assert labels(found) == [("Name: Daulet Serikuly", "2"), ("Name: Anar Tolegen", "3")]
    assert found.media_type == "text/csv"


def test_a_table_in_cyrillic_of_an_old_encoding() -> None:
    text = "Имя;Возраст;Посёлок\nДаулет Серикулы;31;Тасбулак\nАнар Толеген;28;Аксу\n"
    found = extract_bytes(text.encode("cp1251"), "x")
    assert records(found)[0] == "Имя: Даулет Серикулы\nВозраст: 31\nПосёлок: Тасбулак"
    assert found.encoding == "Windows-1251"


def test_cells_with_signs_and_lines_of_their_own() -> None:
    found = extract_bytes(b'Name,Remarks\nDaulet,"taken, they say,\nat night"\nAnar,"said ""no"""\n', "x")
    assert records(found) == [
        "Name: Daulet\nRemarks: taken, they say, at night",
        'Name: Anar\nRemarks: said "no"',
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Yesterday, he said, they came.\nToday, she said, they left.\nTomorrow, we hope, they rest.\n",
        "Aksu, 12 March\nTwo men, brothers\n",
        "They came at night.\nNobody knows why.\nThe mother wrote letters.\n",
        "Name: Daulet\nAge: 31\nTaken: 12 March\n",
        "1,2,3\n4,5,6\n7,8,9\n",
        "one line, and no more",
    ],
)
def test_prose_is_no_table(prose: str) -> None:
    found = extract_bytes(prose.encode(), "x.csv")
    assert (found.text, found.media_type) == (prose, "text/plain")


def test_what_only_begins_like_a_table_is_left_as_it_is() -> None:
    text = (
        "Name,Age\nDaulet,31\n"
        + "Then a long letter begins, which, as letters do, has many, many commas.\n" * 90
    )
    assert extract_bytes(text.encode(), "x").text == text


def test_a_title_above_the_headings_and_several_sheets() -> None:
    rows = [("Persons taken in March",), (), *ROWS[:2]]
    found = extract_bytes(workbook({"March": rows, "April": ROWS[:1] + ROWS[3:]}), "x")
    assert records(found) == ["Persons taken in March", *RECORDS]
    assert [label for _, label in labels(found)] == ["March 1", "March 4", "April 2"]


def test_a_table_without_headings_gives_its_cells() -> None:
    found = extract_bytes(workbook({"x": [(1, "Daulet"), (2, "Anar")]}), "x")
    assert records(found) == ["1\tDaulet", "2\tAnar"]


def test_hidden_sheets_are_told_of() -> None:
    found = extract_bytes(workbook({"a": ROWS, "b": ROWS}, hidden=["b"]), "x")
    assert records(found) == RECORDS
    assert [each.code for each in found.flags] == ["sheets-hidden"]


@pytest.mark.parametrize(
    ("part", "content", "error"),
    [
        ("xl/worksheets/sheet1.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", errors.DocumentUnsafeError),
        ("xl/workbook.xml", b"<workbook", errors.DocumentDamagedError),
        ("xl/worksheets/sheet1.xml", b" " * (300 * 2**20), errors.DocumentUnsafeError),
    ],
)
def test_bad_workbooks_are_named(part: str, content: bytes, error: type[errors.FormatError]) -> None:
    with pytest.raises(error):
        extract_bytes(with_part(workbook({"Notes": ROWS}), part, content), "x.xlsx")


def test_a_workbook_without_a_word_is_named() -> None:
    with pytest.raises(errors.NoTextError):
        extract_bytes(workbook({"x": []}), "x.xlsx")


def test_a_cell_at_the_far_corner_of_a_sheet_is_no_bomb() -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/>'
        b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Here</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>There</t></is></c></row></sheetData></worksheet>'
    )
    with pytest.raises(errors.TextTooLongError):
        extract_bytes(with_part(workbook({"x": ROWS}), "xl/worksheets/sheet1.xml", sheet), "x.xlsx")
