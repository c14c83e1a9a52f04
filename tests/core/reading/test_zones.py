"""Which lines of a page are the report, and which are not: over tables, and over any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.reading import looks
from amanat.core.reading.wordlists import lexicon
from amanat.core.reading.zones import Zone, zoned

FIRST = "Nine people were taken from their homes on Monday night, relatives said."
SECOND = "Where they are held is not known, and the police have answered no letter since then."
THIRD = "The governor's spokesman said that nobody had been arrested in the district this year."


def pieces(text, zone):
    page = zoned(text)
    return [page.quote(block) for block in page.of(zone)]


def body(text):
    return pieces(text, Zone.BODY)


# -- the lexicon ---------------------------------------------------------------------------------------------

LISTS = [name for name, entries in lexicon("zones").items() if isinstance(entries[0], dict)]
ENTRIES = [(name, entry) for name in LISTS for entry in lexicon("zones")[name]]


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[entry["example"][:50] for _, entry in ENTRIES])
def test_an_entry_matches_its_example_and_spares_the_innocent_line(name, entry):
    assert looks.matches(name, entry["example"])
    whole = (
        looks.is_furniture(entry["not"])
        if name in ("furniture", "notice")
        else looks.matches(name, entry["not"])
    )
    assert not whole


FURNITURE = [entry["example"] for name, entry in ENTRIES if name in ("furniture", "notice")]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_below_a_report_is_no_part_of_it(line):
    assert body(f"Nine held in port city\n\n{FIRST}\n\n{SECOND}\n\n{line}") == [FIRST, SECOND]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_in_the_middle_of_a_report_is_no_part_of_it(line):
    assert body(f"Nine held in port city\n\n{FIRST}\n\n{line}\n\n{SECOND}") == [FIRST, SECOND]


# -- sentences that begin like furniture ---------------------------------------------------------------------

INNOCENT = [
    "Share prices fell after the arrests, and the port stood still.",
    "Share this with nobody, he told his sister.",
    '"Support us," she begged the guards.',
    "Support us, she begged the guards.",
    "Home was a village above the river.",
    "Comments by the minister angered the families.",
    "Comments were made about her scarf during the questioning.",
    "Print shops in the town were searched for leaflets.",
    "Follow us or we shoot, the soldiers said.",
    "Join us, the men in the lorry shouted.",
    "Donate blood, the radio asked the town.",
    "Search parties found his shoes by the river.",
    "Search warrants were not shown.",
    "News of his death came on Friday.",
    "World leaders stayed silent, she said.",
    "Contact with the family was cut in May.",
    "Contact lenses were taken from her.",
    "About us they knew everything.",
    "Register with the police every Monday, he was told.",
    "Registered voters only were let through the checkpoint.",
    "Sign in here, the guard said, and he signed a blank page.",
    "Read more of this and you will be shot, the officer said.",
    "Related charges against his brother were dropped.",
    "See also what they did to her hands, the mother said.",
    "Photographs of the dead were shown to her.",
    "Photo studios had to hand over their negatives.",
    "Video of the beating was deleted by the police.",
    "Topics such as prayer were forbidden in the cells.",
    "Tags were sewn to the prisoners' shirts.",
    "Copyright lawyers were among those arrested.",
    "Privacy there was none in the cells.",
    "Terms of five to nine years were handed down.",
    "Archive staff were questioned for two days.",
    "Advertisement boards showed the faces of the wanted.",
    "Top officers attended the execution.",
    "Next to him lay his son.",
    "Previous detainees describe the same room.",
    "Menu cards with his name were found.",
    "Print media were banned, and radio too.",
    "Subscribe or be fined, the shopkeepers were told.",
    "Send to a friend what I tell you, he said.",
    "Reply came there none, his wife says.",
    "Report to the station by nine, the note said.",
    "Like us, they were taken at night.",
    "Like many of the men, he had worked abroad.",
    "Published poems were read out as evidence.",
    "Updated lists of the dead hung at the gate.",
    "Posted to the border, he deserted in May.",
    "By nightfall the soldiers had gone.",
    "By 2019 the camp held three thousand men.",
    "From here they were marched to the river.",
    "Date palms were cut down around the camp.",
    "Place names were changed after the war.",
    "Source after source told us the same.",
    "Language classes were compulsory for everyone.",
    "Most read the confession without a lawyer.",
    "Latest to be taken was the baker, on Friday.",
    "More from fear than from hunger, they signed.",
    "Advised to stay away, she went to the prison on foot.",
    "Cookies and tea were served to the inspectors.",
    "Page after page of the list bore the same date.",
    "All rights were taken from them.",
    "Editing the list took her two winters.",
    "With reporting to the police came the right to visit him.",
    "Translated from cell to cell, the news reached them in a day.",
    "12 comments in his notebook were read out in court.",
    "9 shares in the mine were all that he owned.",
    "3 views on his guilt were heard in the village.",
    "(She was nine months pregnant at the time.)",
    "[He] was beaten until he signed, the letter says.",
]


@pytest.mark.parametrize("sentence", INNOCENT)
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_a_sentence_that_begins_like_furniture_is_of_the_report(sentence, place):
    around = {
        "first": (sentence, FIRST, SECOND),
        "middle": (FIRST, sentence, SECOND),
        "last": (FIRST, SECOND, sentence),
    }
    expected = list(around[place])
    assert body("Nine held in port city\n\n" + "\n\n".join(expected)) == expected


# -- pages ---------------------------------------------------------------------------------------------------


def test_a_box_of_related_items_in_the_middle_does_not_end_the_report():
    box = "Read also\nPort strike enters third week\nMayor resigns"
    text = f"Nine held in port city\n\n{FIRST}\n\n{box}\n\n{SECOND}\n\n{THIRD}"
    assert body(text) == [FIRST, SECOND, THIRD]
    assert pieces(text, Zone.RELATED) == ["Read also", "Port strike enters third week", "Mayor resigns"]


def test_the_last_paragraph_below_a_box_is_of_the_report():
    text = f"Nine held in port city\n\n{FIRST}\n\nRELATED STORIES\nPort strike enters third week\n\n{SECOND}"
    assert body(text) == [FIRST, SECOND]


def test_related_items_with_teasers_are_no_part_of_the_report():
    items = "\n".join(
        f"{title}\n{teaser}"
        for title, teaser in (
            ("Port strike goes on", THIRD),
            ("Mayor resigns", SECOND),
            ("Bread dearer", FIRST),
        )
    )
    nine = "They are teachers, all nine of them."
    text = f"Nine held in port city\n\n{FIRST}\n\n{nine}\n\nRelated stories\n{items}\nBoats sold"
    assert body(text) == [FIRST, nine]


def test_comments_of_readers_are_no_part_of_the_report():
    comments = "Ama B. says:\nThey deserved it, my cousin saw it all.\nReply\n\nKojo\n2 days ago\nLies."
    text = f"Nine held in port city\n\n{FIRST}\n\n{SECOND}\n\n3 comments\n\n{comments}"
    assert body(text) == [FIRST, SECOND]


def test_a_heading_called_comments_in_the_report_is_of_the_report():
    text = f"Nine held in port city\n\n{FIRST}\n\n{SECOND}\n\nComments of the Government\n\n{THIRD}"
    assert body(text) == [FIRST, SECOND, "Comments of the Government", THIRD]


def test_headings_lists_and_numbered_paragraphs_are_blocks_of_their_own():
    parts = [
        FIRST,
        "What the families ask",
        "- to be told where the nine are held;",
        "- to visit them.",
        "The law",
        f"1. {SECOND}",
        f"2. {THIRD}",
    ]
    assert body("Nine held in port city\n\n" + "\n".join(parts)) == parts


def test_fields_are_of_the_report_whatever_their_labels():
    fields = [
        "Name: Idris Okwuosa",
        "Date: 2019-03",
        "Place: Creek Town",
        "Source: his sister",
        "Status: missing",
    ]
    assert body("Register of the taken\nEntry no. 118\n\n" + "\n".join(fields) + "\n\nPrint entry") == fields


def test_each_turn_of_an_interview_is_a_block():
    turns = [
        "INTERVIEWER: What did you see?",
        "WITNESS: Nine men on a lorry.",
        "INTERVIEWER: When?",
        "WITNESS: At noon.",
    ]
    assert body("RECORD OF INTERVIEW\nDate of interview: 3 April 2021\n\n" + "\n\n".join(turns)) == turns


def test_the_heads_of_copied_posts_stay_with_the_posts():
    posts = [
        "Ama B., 1 May 2021, 22:10",
        "My son did not come home.",
        "Kojo T., 2 May, 7:15",
        "We saw a grey car. Two men got out.",
    ]
    assert body("Messages from the yard\nCopied on 4 May 2021\n\n" + "\n".join(posts)) == posts


def test_a_diary_keeps_its_dates():
    lines = ["3 May 2021", FIRST, "4 May 2021", SECOND, "5 May 2021", THIRD]
    assert (
        body("Diary of a siege\n\nBy Ama Boatengwe\n\n" + FIRST + "\n\n" + "\n".join(lines))[-5:] == lines[1:]
    )


def test_captions_and_pull_quotes_are_no_part_of_the_report():
    quote = "Where they are held is not known"
    caption = "The quay at night. (Photo: Lagoon Courier)"
    text = f"Nine held in port city\n\n{caption}\n\n{FIRST}\n\n“{quote}”\n\n{SECOND} {THIRD}"
    assert body(text) == [FIRST, f"{SECOND} {THIRD}"]


def test_a_row_of_buttons_behind_the_last_sentence_is_cut_off():
    text = f"Nine held in port city\n\n{FIRST}\n\n{SECOND} Share this page | Join us"
    assert body(text) == [FIRST, SECOND]
    assert pieces(text, Zone.FURNITURE) == ["Share this page | Join us"]


def test_hard_wrapped_paragraphs_are_joined_and_stay_exact():
    first = (
        "Soldiers surrounded the farm shortly before five in the morning, two\n"
        "neighbours said, and led nine people to a lorry. One of them, an old\nman, could not walk."
    )
    second = (
        "The barracks say that they have nobody of that name. His wife has asked\n"
        "for him at every gate, and at the hospital of the town, and at the office\nof the governor."
    )
    text = f"Nine taken at dawn\n\n{first}\n\n{second}\n\n- bread\n- salt"
    assert body(text) == [first, second, "- bread", "- salt"]


def test_one_line_paragraphs_are_not_joined():
    lines = [f"{FIRST} {SECOND}", f"{SECOND} {THIRD}", f"{THIRD} {FIRST}"]
    assert body("Nine held in port city\n" + "\n".join(lines)) == lines


def test_a_single_line_is_the_report():
    assert body("They took my brother") == ["They took my brother"]
    assert body(FIRST) == [FIRST]


def test_a_post_without_a_full_stop_is_the_report():
    assert body("Aster B. @aster_b · 5 March 2020\nthey took my brother\nplease tell everybody") == [
        "they took my brother",
        "please tell everybody",
    ]


# -- any text ------------------------------------------------------------------------------------------------

LINES = [
    FIRST,
    SECOND,
    "See also",
    "Read also: one | two",
    "Share",
    "By Ama Boatengwe",
    "4 May 2019",
    "Q: Why?",
    "- bread",
]
LINES += [
    "Name: Idris",
    "Date: 2019",
    "RECORD OF INTERVIEW",
    "3 comments",
    "Reply",
    "Lake Herald",
    "Subject: ",
    "1. ",
    "[1] ",
]
LINES += [
    "Nine held in port city",
    "@x · 5 May 2020",
    "KABUL: ",
    "https://example.org/a?b=c",
    "木再帕尔",
    "ۇزەپپەر",
]
MARKS = [*'©([]|–“".…\x00\ufffd \t\f\u2028\n', "\r\n", "\n\n", "..."]
PIECES = st.sampled_from(LINES + MARKS)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=400),
        st.lists(PIECES, max_size=40).map("".join),
        st.lists(PIECES, max_size=40).map("\n".join),
    )
)
def test_blocks_are_exact_stretches_in_order_and_nothing_is_lost(text):
    page = zoned(text)
    at = 0
    for block in page.blocks:
        assert at <= block.start < block.end <= len(text)
        assert (
            not text[at : block.start].strip(" \t\r\n\f\v|–—-\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029")
            or text[at : block.start].isspace()
        )
        assert page.quote(block) == page.quote(block).strip()
        at = block.end
    assert not text[at:].strip()


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=30).map("\n".join), st.text(max_size=60))
def test_a_title_from_the_file_changes_no_offset(text, title):
    page = zoned(text, title)
    assert all(page.quote(block).strip() for block in page.blocks)
    assert len(page.of(Zone.HEADLINE)) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "\n".join([FIRST, "3 comments", "See also", "A " * 60, "Name: x", "4 May 2019"] * 3000),
        "a" * 500_000,
        "By " + "Ama " * 20_000,
        "\n".join(["By Ama Boatengwe Ama Boatengwe Ama Boatengwe Ama Boatengwe Ama Boatengwe and 5"] * 3000),
        "| " * 30_000 + "\n" * 30_000,
        "(" * 20_000 + ")" * 20_000,
        ("“" + "nine " * 20 + "” \n") * 4000,
        ("Kabul, " * 40 + "\n") * 2000,
    ],
    ids=[
        "long page",
        "one word",
        "byline without end",
        "near bylines",
        "strokes",
        "brackets",
        "quotes",
        "places",
    ],
)
def test_no_page_takes_long(text):
    begun = time.process_time()
    zoned(text)
    assert time.process_time() - begun < 10
