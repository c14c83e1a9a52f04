"""A quote is found where the text says it, however its marks and spaces are written, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.reading.second.quoting import find, said, word_count

FOUND = [
    ('He said: "they took her"', "He said: “they took her”"),
    ("they took her", "He said: «they\n   took\u00a0her»."),
    ("“they took her.”", "He said they took her and left."),
    ("it's hers - all of it", "it’s hers – all of it"),
    ("wait...", "Wait? He said wait… and left"),
    ("took her", "they took\u200b her\u00ad away"),
    ("Żółć was held", "Z\u0307o\u0301łc\u0301 was held"),
    ("Z\u0307o\u0301łc\u0301 was held", "Żółć was held"),
    ("被拘留", "她于2018年被拘留。"),
    ("بۇ يەردە", "ئۇ بۇ يەردە تۇرغان"),
    ("12 000 people", "some 12\u202f000 people"),
]

NOT_FOUND = [
    ("they took her", "they took hers"),
    ("he was killed", "she was killed"),
    ("was detained", "was not detained"),
    ("took her", "took, it is said, her"),
    ("They took her", "they took her"),
    ("Ali", "Alim was held"),
    ("lim", "Alim was held"),
    ("cafe", "café"),
    ("", "anything"),
    ("“”", "“anything”"),
    ("...", "wait…"),
    ("\ud800", "anything"),
]


@pytest.mark.parametrize(("quote", "text"), FOUND)
def test_found_with_its_marks_and_spaces_folded(quote: str, text: str) -> None:
    found = find(quote, text)
    assert found is not None
    start, end = found
    assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(("quote", "text"), NOT_FOUND)
def test_what_the_text_does_not_say_is_not_found(quote: str, text: str) -> None:
    assert find(quote, text) is None


def test_the_stretch_is_the_texts_own() -> None:
    text = "Then: “they\ntook  her – away” …"
    found = find('"they took her - away"', text)
    assert found is not None
    assert text[slice(*found)] == "“they\ntook  her – away”"
    assert said("THEY TOOK her", text) == "they took her"


@given(st.text(st.sampled_from("ab é“”'\"\u00a0\n\u200b…–\u0301漢字"), min_size=1, max_size=40), st.data())
def test_any_stretch_of_whole_words_is_found_and_says_the_same(text: str, data: st.DataObject) -> None:
    words = text.split()
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1]).replace("“", '"').replace("–", "-")
    found = find(quote, text)
    if found is not None:
        again = find(text[slice(*found)], text)
        assert again is not None and again[0] <= found[0]
        assert find(quote, text[slice(*found)]) is not None


@given(st.text(max_size=80), st.text(max_size=20))
def test_nothing_breaks_it_and_every_stretch_lies_in_the_text(text: str, quote: str) -> None:
    found = find(quote, text)
    assert found is None or 0 <= found[0] < found[1] <= len(text)


@pytest.mark.parametrize(
    ("words", "number"), [("was held", 2), ("held", 1), ("被拘留", 1), ("她被拘留了", 2), ("", 0)]
)
def test_words_are_counted_in_scripts_without_spaces_too(words: str, number: int) -> None:
    assert word_count(words) == number
