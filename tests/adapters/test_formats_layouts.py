"""Web pages of other layouts than an article's: forums, registers, tables, old pages."""

import pytest
from documents import SENTENCES

from amanat.adapters.formats import Extracted, extract_bytes
from amanat.core import format_errors as errors

OTHER = "A district official, asked by telephone, said that no such persons were known to him at all."
RECORD = ["Name: Daulet Serikuly", "Age: 31", "Detained: 12 March 2019"]


def read(body: str, head: str = "<title>Register</title>") -> Extracted:
    return extract_bytes(
        f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "page"
    )


def blocks(body: str, head: str = "<title>Register</title>") -> list[str]:
    return read(body, head).text.strip().split("\n\n")


@pytest.mark.parametrize(
    "laid_out",
    [
        "<table><tr><th>Name</th><td>Daulet Serikuly</td></tr><tr><th>Age:</th><td>31</td></tr>"
        "<tr><th>Detained</th><td>12 March 2019</td></tr></table>",
        "<table><tr><td>Name:</td><td>Daulet Serikuly</td></tr><tr><td>Age:</td><td>31</td></tr>"
        "<tr><td>Detained:</td><td>12 March 2019</td></tr></table>",
        "<table><tr><td><b>Name</b></td><td>Daulet Serikuly</td></tr><tr><td><b>Age</b></td><td>31</td></tr>"
        "<tr><td><b>Detained</b></td><td>12 March 2019</td></tr></table>",
        "<dl><dt>Name</dt><dd>Daulet Serikuly</dd><dt>Age:</dt><dd>31</dd><dt>Detained</dt><dd>12 March 2019</dd></dl>",
        "<div class=row><span class=label>Name</span><span class=value>Daulet Serikuly</span></div>"
        "<div class=row><span class=label>Age:</span> <span class=value>31</span></div>"
        "<div class=row><span class=label>Detained</span><span class=value>12 March 2019</span></div>",
        "<div class=field><div class='field__label'>Name</div><div class='field__item'>Daulet Serikuly</div></div>"
        "<div class=field><div class='field__label'>Age</div><div class='field__item'>31</div></div>"
        "<div class=field><div class='field__label'>Detained</div><div class='field__item'><p>12 March 2019</p></div>"
        "</div>",
        "<b>Name:</b> Daulet Serikuly<br><b>Age:</b> 31<br><b>Detained:</b> 12 March 2019",
    ],
    ids=["th", "colons", "bold", "dl", "spans", "divs", "lines"],
)
def test_names_and_values_however_they_are_laid_out(laid_out: str) -> None:
    assert blocks(f"<h1>Entry 1204</h1>{laid_out}") == ["Entry 1204", *RECORD]


def test_the_rows_of_a_table_with_headings_are_records() -> None:
    found = read(
        "<h1>List of detained</h1><p>The families told us of them.</p><table>"
        "<tr><th>No</th><th>Name</th><th>Age</th></tr><tr><td>1</td><td>Daulet Serikuly</td><td>31</td></tr>"
        "<tr><td>2</td><td>Anar Tolegen</td><td></td></tr></table><p>Nothing more is known of them today.</p>"
    )
    assert found.text.strip().split("\n\n")[2:] == [
        "No: 1", "Name: Daulet Serikuly", "Age: 31", "No: 2", "Name: Anar Tolegen",
        "Nothing more is known of them today.",
    ]  # fmt: skip
    assert [found.text[at:].split("\n")[0] for at in found.hints.rows] == [
        "No: 1",
        "No: 2",
        "Nothing more is known of them today.",
    ]


def test_a_small_table_in_an_article_keeps_its_cells_beside_each_other() -> None:
    table = "<table><tr><th>Name</th><th>Age</th></tr><tr><td>Daulet</td><td>31</td></tr></table>"
    assert blocks(f"<h1>x y z</h1><p>{SENTENCES}</p>{table}<p>{OTHER}</p>")[2:4] == [
        "Name\tAge",
        "Daulet\t31",
    ]


FORUM = (
    "<div id=top><a href=/>Home</a> <a href=/l>Log in</a></div><h2>Topic: Missing men from Tasbulak</h2>"
    f"<div class='{{}}'><div class=author><a href=/u>Steppe77</a><br>Joined: 2015<br>Posts: 120</div>"
    f"<div class=date>14 Mar 2019, 10:22</div><div class=body>{SENTENCES}<br><br>Does anybody know more?</div>"
    "<div class=signature>-- truth wins</div><a href=q>Quote</a></div>"
    "<div class='{}'><div class=author><a href=/v>Marta</a></div><div class=date>15 Mar 2019, 08:01</div>"
    "<div class=body><blockquote>Steppe77 wrote: Does anybody know more?</blockquote>"
    "My cousin saw them on 13 March.</div></div><div id=foot><a href=/c>Contact</a> Powered by nothing</div>"
)


@pytest.mark.parametrize("name", ["post", "message", "forum-post", "msg-row", "reply odd"])
def test_the_posts_of_a_forum_with_who_wrote_them_and_when(name: str) -> None:
    assert blocks(FORUM.format(name, name), "<title>Missing men - Forum</title>")[1:] == [
        "Steppe77, 14 Mar 2019, 10:22",
        SENTENCES,
        "Does anybody know more?",
        "Marta, 15 Mar 2019, 08:01",
        "Steppe77 wrote: Does anybody know more?",
        "My cousin saw them on 13 March.",
    ]


def test_comments_under_an_article_are_not_its_text() -> None:
    comments = "".join(
        f"<div class=comment><b>user{n}</b><p>{n} I do not believe it.</p></div>" for n in range(3)
    )
    article = f"<article><h1>Brothers taken</h1><p>{SENTENCES}</p><p>{OTHER}</p></article>"
    body = f"{article}<div class=comments>{comments}</div>"
    assert blocks(body) == ["Brothers taken", SENTENCES, OTHER]


@pytest.mark.parametrize(
    "box",
    [
        "<div class='cookie-banner'><p>We use cookies to improve this page; read our policy on cookies.</p></div>",
        "<div id=newsletter><h4>Newsletter</h4><p>Get the day’s stories in your inbox each morning.</p></div>",
        "<aside class='promo box'><p>Give five today so that we can go on writing tomorrow.</p></aside>",
        "<ul class=share><li>Send it to a friend by mail</li></ul>",
    ],
)
def test_boxes_in_the_middle_of_a_text_are_left_out(box: str) -> None:
    assert blocks(f"<h1>Brothers taken</h1><p>{SENTENCES}</p>{box}<p>{OTHER}</p>") == [
        "Brothers taken",
        SENTENCES,
        OTHER,
    ]


def test_a_page_that_is_all_in_a_box_of_that_name_is_kept() -> None:
    assert SENTENCES in read(f"<div class=newsletter><p>{SENTENCES}</p><p>{OTHER}</p></div>").text


OLD = (
    "<table width=100%><tr><td colspan=2><font size=5><b>STEPPE NEWS</b></font></td></tr>"
    "<tr><td width=150><a href=1>News</a><br><a href=2>Sport</a><br><a href=3>Weather</a></td>"
    f"<td><font size=4><b>Two brothers taken at night</b></font><br><i>March 14, 2019</i><p>{SENTENCES}<p>{OTHER}"
    "<br><br>She has not heard from them since.</td></tr>"
    "<tr><td colspan=2><center>Copyright 2019 Steppe News</center></td></tr></table>"
)


def test_a_page_laid_out_by_tables() -> None:
    found = read(OLD, "<title>Steppe News</title>")
    assert found.text.strip().split("\n\n") == [
        "Two brothers taken at night",
        "March 14, 2019",
        SENTENCES,
        OTHER,
        "She has not heard from them since.",
        "Copyright 2019 Steppe News",
    ]
    assert (found.hints.headline, found.hints.site) == ("Two brothers taken at night", "Steppe News")


def test_a_list_of_events_is_read_in_its_order() -> None:
    items = ["12 March 2019: two brothers taken in Tasbulak.", "2 April 2019: the teacher was released."]
    body = "<nav><ul><li><a href=1>Home</a></ul></nav><h1>Chronology</h1><ul>" + "".join(
        f"<li>{x}</li>" for x in items
    )
    assert blocks(body) == ["Chronology", *items]


def test_a_page_of_frames_names_them() -> None:
    frames = b"<html><head></head><frameset><frame src=menu.html><frame src=main.html></frameset></html>"
    with pytest.raises(errors.FramesOnlyError, match=r"menu\.html, main\.html"):
        extract_bytes(frames, "x")


def test_a_page_with_its_pictures_and_scripts_in_it_is_read() -> None:
    picture = "<img src='data:image/png;base64," + "A" * (30 * 2**20) + "'>"
    script = "<script>" + "x=1;" * 2_000_000 + "</script>"
    assert blocks(f"<h1>Brothers taken</h1>{picture}{script}<p>{SENTENCES}</p>") == [
        "Brothers taken",
        SENTENCES,
    ]


def test_a_hundred_megabytes_on_one_line_are_refused_in_seconds() -> None:
    with pytest.raises(errors.FileTooLargeError, match="a web page without its pictures and scripts"):
        extract_bytes(b"<html><body><p>" + b"word <b>bold</b> " * (100 * 2**20 // 17), "x")
