"""Names and values on a web page, however they are laid out, as lines "Name: value"; layout tables as blocks.

The tree is changed in place, so that the lines read from it afterwards say what the layout meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from amanat.adapters.formats.html_lines import ROW

_BLOCKS_INSIDE = ".//p|.//div|.//ul|.//ol|.//h1|.//h2|.//h3|.//h4|.//h5|.//h6|.//table|.//blockquote|.//hr"
_LONGEST_NAME = 60
_LONGEST_CELL = 300
_NAME_CLASS = re.compile(r"label|(^|[-_ ])(key|term|caption|fieldname|field-name)([-_ ]|$)", re.I)
_VALUE_CLASS = re.compile(r"value|(^|[-_ ])(items?|data|content|detail|answer)([-_ ]|$)", re.I)
_LAYOUT = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th", "center"))


def spell_out(tree: html.HtmlElement) -> None:
    """Tables, definition lists and pairs of label and value; what is neither is left as it is."""
    for table in reversed(list(tree.iter("table"))):  # the inner ones first
        _spell_table(table)
    for listed in tree.iter("dl"):
        _spell_definitions(listed)
    for element in list(tree.iter("div", "li", "p", "tr")):
        _spell_labelled(element)


# -- tables --------------------------------------------------------------------------------------------------


def _spell_table(table: html.HtmlElement) -> None:
    rows = [[each for each in row if each.tag in ("td", "th")] for row in _rows(table)]
    rows = [row for row in rows if row]
    if _is_layout(table, rows):
        _dissolve(table)
    elif _is_of_pairs(rows):
        for row in rows:
            _join(row[0], row[1])
    elif _has_headings(rows):
        _spell_rows(rows)
        if (after := table.getnext()) is not None:
            after.set(ROW, "")


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The table's own rows, not those of a table in a cell."""
    for each in table:
        if each.tag == "tr":
            yield each
        elif each.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in each if row.tag == "tr")


def _is_layout(table: html.HtmlElement, rows: list[list[html.HtmlElement]]) -> bool:
    """Whether cells hold parts of a page rather than answers."""
    if table.get("role") == "presentation" or any(len(row) == 1 for row in rows[:1] if len(rows) == 1):
        return True
    cells = [cell for row in rows for cell in row]
    parts = [cell for cell in cells if _is_part(cell)]
    return bool(parts) and (len(parts) > 0.3 * len(cells) or len(cells) <= 12)


def _is_part(cell: html.HtmlElement) -> bool:
    blocks = cell.xpath(_BLOCKS_INSIDE)
    letters = len(_text(cell))
    return len(blocks) > 1 or letters > _LONGEST_CELL or len(cell.xpath(".//br")) > 3


def _dissolve(table: html.HtmlElement) -> None:
    """The table's own parts become plain blocks; tables inside it have been seen to already."""
    own = [table, *(each for row in _rows(table) for each in (row, row.getparent(), *row))]
    for each in own:
        if each.tag in _LAYOUT:
            each.tag = "div"


def _is_of_pairs(rows: list[list[html.HtmlElement]]) -> bool:
    """Two cells in nearly each row, the first one a name: a heading, in bold type, or with a colon."""
    pairs = [row for row in rows if len(row) == 2]
    if len(pairs) < 2 or len(pairs) < 0.8 * len(rows):
        return False
    if all(row[1].tag == "th" for row in pairs[:1]):
        return False
    named = [row for row in pairs if 0 < len(_text(row[0])) <= _LONGEST_NAME and _is_name(row[0])]
    return len(named) >= 0.8 * len(pairs)


def _is_name(cell: html.HtmlElement) -> bool:
    text = _text(cell)
    bold = "".join(each.text_content() for each in cell.iter("b", "strong"))
    return cell.tag == "th" or text.endswith((":", "：")) or " ".join(bold.split()) == text


def _has_headings(rows: list[list[html.HtmlElement]]) -> bool:
    """Three headings or more over rows that have as many cells."""
    if len(rows) < 2 or len(rows[0]) < 3 or any(cell.tag != "th" for cell in rows[0]):
        return False
    headings = [_text(cell) for cell in rows[0]]
    return all(len(each) <= _LONGEST_NAME for each in headings) and all(
        len(row) <= len(headings) and not _spans(row) for row in rows
    )


def _spans(row: list[html.HtmlElement]) -> bool:
    return any(cell.get(way, "1") != "1" for cell in row for way in ("colspan", "rowspan"))


def _spell_rows(rows: list[list[html.HtmlElement]]) -> None:
    headings = [_text(cell).rstrip(" :：") for cell in rows[0]]
    for row in rows[1:]:
        row[0].getparent().set(ROW, "")
        for heading, cell in zip(headings, row, strict=False):
            cell.tag = "div"
            if heading and _text(cell):
                cell.text = f"{heading}: {(cell.text or '').lstrip()}"
    for cell in rows[0]:
        cell.getparent().remove(cell)


# -- other pairs ---------------------------------------------------------------------------------------------


def _spell_definitions(listed: html.HtmlElement) -> None:
    """``dt`` and the one short ``dd`` that follows it; a glossary's paragraphs are left."""
    children = [each for each in listed if isinstance(each.tag, str)]
    for place, name in enumerate(children[:-1]):
        value = children[place + 1]
        alone = place + 2 >= len(children) or children[place + 2].tag != "dd"
        if name.tag == "dt" and value.tag == "dd" and alone and _are_short(name, value):
            _join(name, value)


def _spell_labelled(element: html.HtmlElement) -> None:
    """Two elements and nothing else, whose classes say that one is a label and the other its value."""
    children = [each for each in element if isinstance(each.tag, str)]
    if (
        len(children) != 2
        or (element.text or "").strip()
        or any((each.tail or "").strip() for each in children)
    ):
        return
    name, value = children
    classes = (name.get("class") or "", value.get("class") or "")
    if _NAME_CLASS.search(classes[0]) and _VALUE_CLASS.search(classes[1]) and _are_short(name, value):
        _join(name, value)


def _are_short(name: html.HtmlElement, value: html.HtmlElement) -> bool:
    return (
        0 < len(_text(name)) <= _LONGEST_NAME
        and 0 < len(_text(value)) <= _LONGEST_CELL
        and not name.xpath(_BLOCKS_INSIDE)
        and len(value.xpath(_BLOCKS_INSIDE)) <= 1
    )


def _join(name: html.HtmlElement, value: html.HtmlElement) -> None:
    """One line "Name: value", in the name's place; links in the value stay links."""
    text = _text(name).rstrip(" :：")
    inner = value.xpath("./p|./div")
    for each in inner:
        each.tag = "span"
    for each in list(name):
        name.remove(each)
    name.text = f"{text}: " if text else ""
    name.tag, value.tag = "div", "span"
    value.text = (value.text or "").lstrip()
    value.tail = ""
    name.tail = ""
    name.append(value)


def _text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
