"""Whose posts a page holds, however the name stands before or above them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from amanat.core.claim import Reading
from amanat.core.reading import posters
from amanat.core.reading.posts import posts
from amanat.core.reading.zones import zoned

TOLD = (
    "My nephew Baurzhan was taken from his flat in Aksu on 3 May 2021.",
    "Guards beat him with a rubber hose.",
    "In August 2021 a court sentenced him to seven years. #FreeBaurzhan",
)
DATES = ("3 May", "4 May", "9 Aug")


def page(head: str, each: str = "{number}/3 {text}") -> str:
    told = [
        each.format(number=number, date=date, text=text)
        for number, (date, text) in enumerate(zip(DATES, TOLD, strict=True), start=1)
    ]
    return "\n\n".join([*([head] if head else []), *told])


OVER_ALL = (
    "Saule Tokay\n@saule_t",
    "Saule Tokay (@saule_t) · Thread · 5 September 2021",
    "Thread by @saule_t (Saule Tokay), 5 September 2021",
    "Posts on Facebook by Saule Tokay, collected 5 September 2021",
    "From the Facebook page of Saule Tokay",
    "Facebook posts of Saule Tokay, aunt of Baurzhan, 5 September 2021",
    "Platform: X\nAccount: Saule Tokay (@saule_t)\nDate: 5 September 2021",
    "Source: X thread\nAuthor: Saule Tokay, @saule_t\nPosted: 5 September 2021",
    "Saule Tokay wrote on her page on 5 September 2021:",
    "Saule Tokay on Telegram, translated from Kazakh\n5 September 2021",
    "Saule Tokay 🌷 #FreeBaurzhan @saule_t",
    "Saule Tokay | Free Baurzhan\n@saule_t",
    "Original poster: Saule Tokay (aunt of the detainee)",
    "THREAD (unrolled). Poster: Saule Tokay, handle @saule_t. Translated by volunteers.",
    "Saule Tokay's thread on X\n5 September 2021",
    "Posts by a relative: @saule_t\nDisplay name: Saule Tokay",
)
BEFORE_EACH = (
    "Saule Tokay @saule_t {date}\n{text}",
    "Saule Tokay\n@saule_t · {date}\n{text}",
    "[{number}/3] Saule Tokay — {date} 2021, 21:14\n{text}",
    "Tweet {number} of 3 · Saule Tokay · @saule_t · {date} 2021\n{text}",
    "Saule Tokay (@saule_t): {text}",
    "Saule Tokay: {text}",
    "{number}/3 Saule Tokay (@saule_t), {date} 2021, 09:11: {text}",
)


@pytest.mark.parametrize("text", [*map(page, OVER_ALL), *(page("", each) for each in BEFORE_EACH)])
def test_the_poster_is_the_first_teller_of_every_post(reading: Callable[[str], Reading], text: str) -> None:
    found = reading(text)
    names = {person.id: person.names for person in found.people}
    told = {claim.kind: claim.told_by for claim in found.claims}
    assert {"detention", "torture and ill-treatment", "sentence"} <= set(told)
    assert all("Saule Tokay" in names[chain[0].name] for chain in told.values())
    assert found.report.outlet != "X thread"


@pytest.mark.parametrize(
    "each",
    ["@saule_t · {date} 2021\n{text}", "@saule_t: {text}", "2021-05-0{number} 21:14 | @saule_t | {text}"],
)
def test_a_handle_alone_has_the_name_that_the_posts_give(each: str) -> None:
    alone = page("", each)
    assert {post.author for post in posts(zoned(alone))} == {"@saule_t"}
    named = alone.replace("My nephew", "I am Saule Tokay. My nephew")
    assert {post.author for post in posts(zoned(named))} == {"Saule Tokay"}


def test_a_reply_is_told_by_who_wrote_it_and_the_thread_goes_on_after_it() -> None:
    text = page("Saule Tokay\n@saule_t").replace(
        "3/3", "Erlan Kassym @erlank · 5 May 2021\nMy cousin was taken on the same night.\n\n3/3"
    )
    found = zoned(text)
    told = {post.author: found.text[post.start : post.end] for post in posts(found)}
    assert "My cousin" in told["Erlan Kassym"]
    assert "3/3" not in told["Erlan Kassym"]


NO_POSTS = {
    "an article's byline with a handle": (
        "Police detain activist in Kora\nBy Jane Reporter @janereporter\n5 May 2021\n\nPolice detained Lena Oduro on "
        "Tuesday.\n\n“My sister is ill,” her brother said. “They beat my sister.”\n\nThe ministry denied it."
    ),
    "a report about a post": (
        "KORA, 5 May 2021 (Harbour News) — A man whose post on Facebook mocked the governor was sentenced to two "
        "years.\n\nHis wife wrote on her page that he was ill."
    ),
    "a list of the dead": "Killed in May\n\nAna Ruiz, 5 May 2021\nLuz Mora, 7 May 2021\nTomas Okun, 9 May 2021\n",
    "a briefing": (
        "Press conference on 8 July 2020\n\nAFB: What of the camp?\n\nHu Jialin: There is no camp.\n\nAFB: And the "
        "students?\n\nHu Jialin: They study.\n\nAFB: All?\n\nHu Jialin: All of them."
    ),
    "a paper's staff": "Kora Times\nPosted by Staff Reporter, 5 May 2021\n\nTwo men were arrested. They were beaten.",
}  # fmt: skip


@pytest.mark.parametrize("text", NO_POSTS.values(), ids=NO_POSTS)
def test_other_pages_have_no_poster(text: str) -> None:
    assert posts(zoned(text)) == []


@pytest.mark.parametrize(
    ("above", "poster"),
    [
        ("Families of the Missing, Merke", None),
        ("my brother is in prison 19", "@merke_kin"),
        ("thread about my brother", "@merke_kin"),
        ("Zarina Tokay", "Zarina Tokay"),
    ],
)
def test_a_bodys_name_above_a_handle_is_the_outlet_and_any_other_line_is_not(
    above: str, poster: str | None
) -> None:
    posts = (
        "3 May 2021\nThey took him at noon. 1/2 #merke",
        "5 May 2021\nNo word from the police. 2/2 #merke",
    )
    assert posters.poster(zoned("\n".join((above, "@merke_kin", "", *posts)))) == poster
