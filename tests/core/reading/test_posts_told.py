"""Posts and threads: whose they are, whatever stands beside the name, and whom they mean."""

from __future__ import annotations

import pytest

from amanat.core.reading.hashtags import names_in_hashtags
from amanat.core.reading.lines import lines_of
from amanat.core.reading.posts import posts
from amanat.core.reading.zones import zoned

THREAD = (
    "{head}\n\n1/2 My sister Ana was taken last night. She is a nurse.\n\n2/2 Please help us.\n\n"
    "12 Retweets · 40 Likes"
)


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("Leyla Osman 🕊️\n@leyla_os", ["Leyla Osman"]),
        ("❤️ Leyla Osman ✊\n@leyla_os · 5 March 2022", ["Leyla Osman"]),
        ("Leyla Osman\n14 May at 22:10 · Public", ["Leyla Osman"]),
        ("Leyla Osman\n5 March 2022 · Shared with Public", ["Leyla Osman"]),
        ("Delta Courier\n14 May 2022", []),
    ],
)
def test_a_thread_is_its_authors_whatever_stands_beside_the_name(head, authors):
    assert [post.author for post in posts(zoned(THREAD.format(head=head)))] == authors


def test_what_another_wrote_in_a_thread_is_his():
    page = zoned(
        THREAD.format(head="Leyla Osman\n@leyla_os").replace(
            "2/2 Please",
            "> Omid Rad @omidr: They took her laptop too.\n\nBek Tali: same with my nephew\n\n2/2 Please",
        )
    )
    found = posts(page)
    assert [(post.author, page.text[post.start : post.start + 8]) for post in found[1:]] == [
        ("Omid Rad", "> Omid R")
    ]


def test_comments_below_a_post_are_theirs_who_wrote_them():
    page = zoned(
        "Leyla Osman\n14 May at 22:10 · Public\n\nThey took my sister Ana last night from our house.\nShe is ill.\n\n"
        "Natalia Kim: hold on\nBek T.: same with my nephew in March\nLike · Comment · Share"
    )
    assert {post.author for post in posts(page)} == {"Leyla Osman", "Natalia Kim", "Bek T."}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("#FreeYusufKaplanov #whereisyusuf", ["Yusuf Kaplanov"]),
        ("#JusticeForAna_Ruiz and #FREE", ["Ana Ruiz"]),
        ("#FreeHongKong #FreeSpeech #KaplanovYusuf", []),
        ("#ReleaseAminaBah #FreeAminaBah", ["Amina Bah"]),
    ],
)
def test_a_hashtag_may_hold_a_name(text, names):
    assert names_in_hashtags(text) == names


def test_whom_a_post_calls_my_brother_has_the_name_of_its_hashtag(reading):
    read = reading(
        "My brother is no terrorist 💔\nThey arrested him on Tuesday in our shop\nI was there and saw it\n"
        "My mother cries. He has a bad kidney.\n#FreeYusufKaplanov"
    )
    people = {one.id: one.names for one in read.people}
    assert [people[one.who[0]] for one in read.claims if one.kind == "detention"] == [("Yusuf Kaplanov",)]


def test_lines_without_full_stops_are_not_joined_where_they_have_room():
    ragged = (
        "dr rahile tursun, of the second city hospital, was taken from the operating room on monday\n"
        "her phone has been off since then and nobody answers\n"
        "her husband is also not answering, neighbours saw police seal the door of the flat\n"
        "children six and nine sent to a boarding school\n"
    )
    assert len(lines_of(ragged)) == 4


def test_the_journalist_of_a_record_is_whose_occupation_that_is(reading):
    read = reading(
        "Name: Delshad Omar\nSex: M\nAge: 27\nOccupation: journalist\nPlace of arrest: Karvan\n\n"
        "On 14 March he was stopped at a checkpoint. On 19 April the journalist was charged with theft.\n"
    )
    people = {one.id: one.names[0] for one in read.people}
    assert [people[one.who[0]] for one in read.claims if one.kind == "prosecution"] == ["Delshad Omar"]
