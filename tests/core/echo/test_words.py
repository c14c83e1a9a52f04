"""Words, sentences and quotations of a report, and what of a page is left out."""

import pytest

from amanat.core.echo import Report, words_of
from amanat.core.echo.names_alike import names_alike
from amanat.core.echo.rarity import rarity
from amanat.core.echo.words import is_furniture


def words(text):
    return words_of(Report(1, text)).words


def test_each_word_stands_where_it_says():
    text = "She was “driven” to Qarasu's gate.\n\nЕё задержали 15 марта.\n\n他在那里。"
    for word in words(text):
        assert text[word.start : word.end]
    assert [text[word.start : word.end] for word in words(text)][:4] == ["She", "was", "driven", "to"]


def test_case_marks_and_spaces_do_not_tell_words_apart():
    one, other = (
        words("They SAID:   “nothing” happened there."),
        words("they  said\t'nothing' happened there."),
    )
    assert [each.key for each in one] == [each.key for each in other]


def test_what_is_quoted_is_known_and_ends_with_its_paragraph():
    found = words('He said: "They left before dawn.\n\nNobody else had seen them leave."')
    assert {each.plain for each in found if each.quoted} == {"they", "left", "before", "dawn"}


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("Home | World | About us", True),
        ("Share · Print · Report an error", True),
        ("Subscribe to our newsletter", True),
        ("Бөлісу | Басып шығару", True),
        ("He was never seen again.", False),
        ("Q. Where were you when they came?", False),
        ("The following week two more men were taken from the same street:", False),
    ],
)
def test_lines_that_are_no_sentences_are_left_out(line, furniture):
    assert is_furniture(line) is furniture


def test_a_line_broken_to_fit_a_page_is_one_sentence():
    text = (
        "The women of the village said on Monday that they had found\nthe boots of two boys beside the well."
    )
    assert len(words_of(Report(1, text)).sentences) == 1


def test_rare_words_weigh_more_than_common_ones():
    assert rarity("the") == 0 < rarity("police") < rarity("barley") <= 1
    assert rarity("detains") > 0.3  # by its stem
    assert rarity("и") == 0 < rarity("помидоры")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("sadyrbay", "sadirbay", True),
        ("sadyrbay", "садырбай", True),
        ("khorgos", "qorghas", False),
        ("tarbagatai", "тарбағатай", True),
        ("homel", "gomel", False),
        ("thokme", "tokme", True),
        ("marcos", "tereso", False),
        ("qarasu", "kensu", False),
    ],
)
def test_one_name_in_two_spellings(one, other, alike):
    assert names_alike(one, other) is alike


def test_a_text_without_a_word():
    assert words_of(Report(1, " \n … \n")).words == ()
