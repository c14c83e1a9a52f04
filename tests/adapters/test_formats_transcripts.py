"""Subtitles and transcripts: running text, with the time code of every cue beside it."""

import pytest

from amanat.adapters.formats import Extracted, extract_bytes
from amanat.core import format_errors as errors

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>They came at night</i>

2
00:00:03,600 --> 00:00:05,000
and took my brother.

3
00:01:15,000 --> 00:01:17,250
- When was that?
- In March 2019.
"""
VTT = """WEBVTT - Interview

NOTE made by hand
for the desk

STYLE
::cue { color: white }

first
00:01.000 --> 00:04.000 align:start
<v Interviewer>When were you <b>taken</b>?</v>

00:05.000 --> 00:09.000
<v Anar Tolegen>On 12 March 2019, &amp; later

00:09.500 --> 00:12.000
<v Anar Tolegen>to the camp.
"""


def words(found: Extracted) -> list[tuple[str, str]]:
    """Each cue's words, and its time code."""
    starts = [*(mark.start for mark in found.positions.marks), len(found.text)]
    return [
        (found.text[mark.start : end].strip(), mark.label)
        for mark, end in zip(found.positions.marks, starts[1:], strict=True)
    ]


def test_cues_are_joined_to_sentences_and_turns_to_paragraphs() -> None:
    found = extract_bytes(SRT.encode(), "interview.srt")
    assert found.text == "They came at night and took my brother.\n\nWhen was that?\n\nIn March 2019.\n"
    assert words(found) == [
        ("They came at night", "00:00:01"),
        ("and took my brother.", "00:00:03"),
        ("When was that?\n\nIn March 2019.", "00:01:15"),
    ]
    assert (found.media_type, found.positions.unit) == ("application/x-subrip", "time")


def test_voices_are_named_once_for_each_turn() -> None:
    found = extract_bytes(VTT.encode(), "interview.vtt")
    assert (
        found.text
        == "Interviewer: When were you taken?\n\nAnar Tolegen: On 12 March 2019, & later to the camp.\n"
    )
    assert [label for _, label in words(found)] == ["00:00:01", "00:00:05", "00:00:09"]
    assert found.media_type == "text/vtt"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_in_any_encoding_and_with_any_line_ends(encoding: str, ends: str) -> None:
    text = "1\n00:00:01,000 --> 00:00:03,500\nНочью пришли люди\n\n2\n00:00:04,000 --> 00:00:05,000\nи увезли брата.\n"
    found = extract_bytes(text.replace("\n", ends).encode(encoding), "x")
    assert found.text == "Ночью пришли люди и увезли брата.\n"


def test_captions_that_roll_say_nothing_twice() -> None:
    rolled = (
        "WEBVTT\nKind: captions\nLanguage: en\n\n"
        "00:00:00.000 --> 00:00:02.000\n \nthey<00:00:00.500><c> came</c> at night\n\n"
        "00:00:02.000 --> 00:00:02.010\nthey came at night\n \n\n"
        "00:00:02.010 --> 00:00:04.000\nthey came at night\nand took my brother\n\n"
        "00:00:04.000 --> 00:00:04.010\nand took my brother\n \n"
    )
    assert extract_bytes(rolled.encode(), "x").text == "they came at night and took my brother\n"


def test_what_a_witness_says_twice_is_said_twice() -> None:
    said = "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n"
    assert extract_bytes(said.encode(), "x").text == "No. No.\n"


@pytest.mark.parametrize(
    "spoilt",
    [
        "00:00:01,000 --> 00:00:02,000\nThey came\n00:00:02,000 --> 00:00:03,000\nat night.\n",
        "1\n00:00:01,000 --> 00:00:02,000\nThey came\n2\n00:00:02,000 --> 00:00:03,000\nat night.",
        "1\n00:00:01.000-->00:00:02.000 X1:40\n{\\an8}They came\n\n\n\n2\n0:00:02.000 --> 0:00:03.000\n\nat night.\n",
        "\n\n7\n00:00:01,000 --> 00:00:02,000\n<font color='#ffffff'>They came</font>\n\nx\n"
        "00:00:02,000 --> 00:00:03,000\nat night.\n",
    ],
    ids=["no numbers", "no empty lines", "other signs", "odd numbers"],
)
def test_files_spoilt_by_hand_are_read(spoilt: str) -> None:
    assert extract_bytes(spoilt.encode(), "x").text == "They came at night.\n"


@pytest.mark.parametrize(
    "empty",
    [
        "WEBVTT\n",
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n\n",
        "1\n00:00:01,000 --> 00:00:02,000\n\n",
        "WEBVTT\n\nNOTE x\n",
    ],
)
def test_an_empty_transcript_is_named(empty: str) -> None:
    with pytest.raises(errors.TranscriptEmptyError, match="without a single word"):
        extract_bytes(empty.encode(), "interview.vtt")


def test_a_text_with_an_arrow_in_it_is_a_text() -> None:
    text = "The road goes 00:10 --> 00:20 on the map.\nThat is all there is.\n"
    assert extract_bytes(text.encode(), "x").media_type == "text/plain"


def test_a_paragraph_ends_with_a_pause() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nThey came.\n\n2\n00:00:09,000 --> 00:00:10,000\nThen it was quiet.\n"
    assert extract_bytes(text.encode(), "x").text == "They came.\n\nThen it was quiet.\n"
