"""Web pages: headline, header lines, the whole body and "See also" are in the text; nothing else is."""

import re

import pytest

from amanat.adapters.formats import Extracted, extract_bytes
from amanat.adapters.formats.html_lines import lines_of, parsed

PARAGRAPHS = (
    "Aksu (Steppe/Agencies) – Two brothers from the village of Tasbulak were taken from their house on the "
    "night of 12 March 2019, their mother said in a video posted online last week.",
    "“Nobody told us why,” she said.",
    "A district official, asked by telephone, said that no such persons were known to him and that the "
    "village was calm and its people content with the new roads.",
)


def page(body: str, head: str = "", charset: str = "utf-8") -> bytes:
    declared = f'<meta charset="{charset}">' if charset else ""
    markup = f"<!doctype html><html><head>{declared}{head}</head><body>{body}</body></html>"
    return markup.encode(charset or "utf-8")


def read(untrusted: bytes) -> Extracted:
    return extract_bytes(untrusted, "page.html")


def article(before: str = "", between: str = "", after: str = "") -> bytes:
    body = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    return page(
        f"<nav><a href=/>Home</a> | <a href=/w>World</a></nav><article>{before}<h1>Shepherd’s sons taken</h1>"
        f"{between}{body}</article>{after}<footer><p>About us</p><p>Weather</p></footer>",
        "<title>Shepherd’s sons taken | The Courier</title>"
        "<meta property='og:site_name' content='The Courier'>",
    )


def blocks(found: Extracted) -> list[str]:
    return found.text.strip().split("\n\n")


@pytest.mark.parametrize("where", ["above the headline", "below it"])
@pytest.mark.parametrize(
    "date",
    [
        "<p>04/02/2021, 09.15</p>",
        "<span class=d>4 February 2021</span>",
        "<div><time>Feb 4, 2021</time></div>",
    ],
)
def test_the_date_line_is_kept_and_never_read(where: str, date: str) -> None:
    found = read(article(before=date) if where == "above the headline" else article(between=date))
    shown = re.sub("<[^>]+>", "", date)
    assert blocks(found) == ["Shepherd’s sons taken", shown, *PARAGRAPHS]
    assert found.hints.dates == (shown,)


def test_dates_of_metadata_are_not_taken() -> None:
    head = (
        '<meta property="article:published_time" content="2020-01-03">'
        '<script type="application/ld+json">{"datePublished": "2020-01-03"}</script>'
    )
    found = read(page(f"<h1>A headline of some words</h1><p>{PARAGRAPHS[0]}</p>", head))
    assert "2020" not in found.text
    assert found.hints.dates == ()


def test_what_a_page_says_of_itself() -> None:
    found = read(article(between="<p class=by>By Marta Ilin</p>"))
    hints = found.hints
    assert (hints.title, hints.headline, hints.site, hints.byline) == (
        "Shepherd’s sons taken | The Courier",
        "Shepherd’s sons taken",
        "The Courier",
        "By Marta Ilin",
    )
    assert found.title == "Shepherd’s sons taken"


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Shepherd’s sons taken | The Courier", "The Courier"),
        ("Shepherd’s sons taken – World – Radio Aksu", "Radio Aksu"),
        ("Shepherd’s sons taken", None),
        ("The Courier – news of the steppe", None),
    ],
)
def test_the_outlet_is_what_the_title_says_beside_the_headline(title: str, outlet: str | None) -> None:
    untrusted = page(f"<h1>Shepherd’s sons taken</h1><p>{PARAGRAPHS[0]}</p>", f"<title>{title}</title>")
    assert read(untrusted).hints.site == outlet


def test_whose_page_it_is_stands_at_the_end() -> None:
    foot = "<footer><p>About | Contact</p><p>© 2021 The Courier. All rights reserved.</p></footer>"
    assert blocks(read(article(after=foot))) == [
        "Shepherd’s sons taken",
        *PARAGRAPHS,
        "© 2021 The Courier. All rights reserved.",
    ]


def test_a_lead_a_short_sentence_a_table_and_a_quotation_are_not_lost() -> None:
    body = (
        "<h1>Shepherd’s sons taken</h1><p class=lead>Two brothers are gone.</p>"
        f"<p>{PARAGRAPHS[0]}</p><p>Short.</p><div class=ad><a href=x>Buy now</a></div>"
        "<table><tr><th>Name</th><th>Age</th></tr><tr><td>Daulet</td><td>31</td></tr></table>"
        f"<blockquote>{PARAGRAPHS[1]}</blockquote><ul><li>one</li><li>two</li></ul><p>{PARAGRAPHS[2]}</p>"
    )
    assert blocks(read(page(f"<article>{body}</article>"))) == [
        "Shepherd’s sons taken",
        "Two brothers are gone.",
        PARAGRAPHS[0],
        "Short.",
        "Name\tAge",
        "Daulet\t31",
        PARAGRAPHS[1],
        "one",
        "two",
        PARAGRAPHS[2],
    ]


@pytest.mark.parametrize(
    "heading", ["See also", "Related stories", "Читайте также", "相关阅读", "You may also like:"]
)
def test_related_items_stand_apart(heading: str) -> None:
    after = (
        f"<aside><h3>{heading}</h3><ul>"
        "<li><a href=1>Mother appeals to the governor</a><br>01/02/2021 10:00</li>"
        "<li><a href=2>Roads opened in Tasbulak</a> <span>11/12/2020</span></li></ul></aside>"
    )
    found = read(article(after=after))
    assert blocks(found)[-1].split("\n") == [
        "See also",
        "Mother appeals to the governor",
        "01/02/2021 10:00",
        "Roads opened in Tasbulak 11/12/2020",
    ]
    assert len(found.hints.related) == 3


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>document.write('planted')</script>",
        "<style>p::after{content:'planted'}</style>",
        "<noscript>planted</noscript>",
        "<template><p>planted</p></template>",
        "<iframe srcdoc='<p>planted</p>'>planted</iframe>",
        "<p style='display: none'>planted, and a sentence of some length so that it would be text</p>",
        "<div hidden><p>planted, and a sentence of some length so that it would be text</p></div>",
        "<!-- planted -->",
        "<svg><text>planted</text></svg>",
        "<button>planted</button>",
    ],
)
def test_what_a_reader_does_not_see_is_not_read(unseen: str) -> None:
    found = read(article(between=unseen))
    assert "planted" not in found.text
    assert blocks(found) == ["Shepherd’s sons taken", *PARAGRAPHS]


@pytest.mark.parametrize(
    ("charset", "name"), [("windows-1251", "Windows-1251"), ("koi8-r", "KOI8-R"), ("utf-8", "UTF-8")]
)
@pytest.mark.parametrize("declares", [True, False])
def test_the_charset_is_found_with_or_without_a_declaration(charset: str, name: str, declares: bool) -> None:
    text = "Жители посёлка рассказали, что в марте двух братьев увезли в районный отдел."
    untrusted = page(f"<h1>Увезли двух братьев</h1><p>{text}</p>", charset=charset)
    if not declares:
        untrusted = untrusted.replace(b"<meta charset=", b"<meta name=")
    found = read(untrusted)
    assert text in found.text
    assert found.encoding == name


def test_a_page_without_paragraphs_headline_or_end_is_read() -> None:
    found = read(b"<html><body>One line of words only.<br>And a second line of words, unfinished")
    assert found.text.split("\n\n") == ["One line of words only.", "And a second line of words, unfinished\n"]


def test_no_sentence_is_said_twice() -> None:
    text = read(article(between="<p>04/02/2021</p>")).text
    assert [text.count(each) for each in PARAGRAPHS] == [1, 1, 1]


def test_lines_are_those_a_reader_sees() -> None:
    html = (
        "<body>a <b>b</b>\n c<br>d<pre>e\n  f</pre>"
        "<table><tr><td>g</td><td><p>h</p><p>i</p></td></tr></table>"
        "<p>j<span hidden>k</span>l</p>m&nbsp;&amp;&nbsp;n</body>"
    )
    assert [line.text for line in lines_of(parsed(html))] == [
        "a b c",
        "d",
        "e",
        "f",
        "g",
        "h",
        "i",
        "jl",
        "m & n",
    ]
