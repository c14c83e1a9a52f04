"""Marks: dates, numbers, places, names and words for acts, in languages that are not read for claims."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.claim import Mark, MarkKind
from amanat.core.reading.marks import marks_of, passage_around
from amanat.core.reading.marks.lexicon import ActWords, languages, word_list
from amanat.core.vocabulary import vocabulary

ENTRIES = [(language, entry) for language in languages() for entry in word_list(language).acts]
UYGHUR = (
    "2018-يىلى 3-ئاينىڭ 15-كۈنى ساقچىلار تېكەس ناھىيەسىدە ئىككى كىشىنى تۇتقۇن قىلدى. مەمەت توختى ئۈرۈمچىدىكى "
    "تۈرمىگە يۆتكەلدى."
)
FOUND = [
    ("kk", "2018 жылғы 15 наурызда Текес ауданында ұсталып, алты жылға сотталған.",
     {("date", "2018-03-15"), ("place", "Tekes (China)"), ("act", "detention"), ("act", "sentence"), ("number", "6")}),
    ("kk", "2019 жылдың желтоқсанында Қазақстанға келген.", {("date", "2019-12"), ("place", "Kazakhstan")}),
    ("ug", UYGHUR, {("date", "2018-03-15"), ("act", "detention"), ("act", "transfer"), ("person", "Memet Tohti"),
                    ("place", "Ürümqi (China)"), ("number", "2")}),
    ("zh", "2018年3月17日，特克斯县热吾尚·萨德尔拜被拘留。",
     {("date", "2018-03-17"), ("place", "Tekes (China)"), ("act", "detention")}),
    ("ar", "اعتقلت الشرطة في القاهرة يوم 12 مارس 2021 الصحفي أحمد محمود. أفرج عنه بعد 45 يوما.",
     {("act", "detention"), ("place", "Cairo (Egypt)"), ("date", "2021-03-12"), ("act", "release"), ("number", "45")}),
    ("ar", "في آذار/مارس ٢٠٢١ نقل إلى دمشق.",
     {("date", "2021-03"), ("act", "transfer"), ("place", "Damascus (Syria)")}),
    ("fa", "پلیس در ۱۲ مهر ۱۳۹۸ دو معلم را در سنندج بازداشت کرد.",
     {("date", "a date of the Persian calendar, not converted"), ("act", "detention"), ("place", "Sanandaj (Iran)")}),
    ("fa", "در ۵ ژانویه ۲۰۲۰ آزاد شد.", {("date", "2020-01-05"), ("act", "release")}),
    ("tr", "Polis 12 Mart 2021'de Diyarbakır'da Ayşe Demir'i gözaltına aldı.",
     {("date", "2021-03-12"), ("place", "Diyarbakır (Turkey)"), ("act", "detention")}),
    ("de", "Am 12.03.2021 wurden 14 Menschen in Minsk festgenommen.", {("date", "2021-03-12"), ("number", "14")}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "entry"), ENTRIES, ids=lambda each: getattr(each, "kind", each))
def test_an_entry_is_found_in_its_example(language: str, entry: ActWords) -> None:
    found = [mark.meaning for mark in marks_of(entry.example, language) if mark.kind is MarkKind.ACT]
    assert entry.kind in found
    assert entry.kind in vocabulary()


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_what_is_marked(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= {(mark.kind.value, mark.meaning) for mark in marks_of(text, language)}


def test_a_dotted_name_begins_where_its_sounds_begin() -> None:
    found = marks_of("您的姐姐热吾尚·萨德尔拜参加学习。", "zh")
    assert [mark.quote for mark in found if mark.kind is MarkKind.PERSON] == ["热吾尚·萨德尔拜"]


def test_a_longer_phrase_says_more_than_a_word_of_it() -> None:
    [act] = [mark for mark in marks_of("Ол түрмеде қайтыс болды.", "kk") if mark.kind is MarkKind.ACT]
    assert act.meaning == "death in custody"


def test_what_only_begins_like_a_word_is_no_word() -> None:
    assert not [mark for mark in marks_of("Ұстаз мектепте жұмыс істейді.", "kk") if mark.kind is MarkKind.ACT]


def test_an_ambiguous_date_in_figures_keeps_both_readings() -> None:
    [mark] = [mark for mark in marks_of("Tarih 03/04/2021", "tr") if mark.kind is MarkKind.DATE]
    assert mark.meaning == "[2021-03-04,2021-04-03]"


def test_of_several_languages_each_line_is_marked_in_its_own() -> None:
    text = (
        "Полиция екі мұғалімді ұстап әкетті, деп хабарлады тұрғындар.\nPolice arrested two men in the town.\n"
        + UYGHUR
    )
    acts = [mark.quote for mark in marks_of(text, "mul") if mark.kind is MarkKind.ACT]
    assert "ұстап" in acts and "تۇتقۇن" in acts and "arrested" not in acts


def test_the_passage_is_the_sentence_around_a_mark() -> None:
    text = "Бірінші сөйлем.\nПолиция оны ұстап әкетті. Үшінші сөйлем."
    start, end = passage_around(text, text.index("ұстап"))
    assert text[start:end] == "Полиция оны ұстап әкетті."
    start, end = passage_around("他被拘留。后来获释。", 2)
    assert (start, end) == (0, 5)


def _check(text: str, marks: tuple[Mark, ...]) -> None:
    at = 0
    for mark in marks:
        assert at <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end] == mark.quote
        at = mark.end


@given(st.text(max_size=300), st.sampled_from([*languages(), "und-Arab", "mul", "en"]))
def test_marks_never_overlap_and_quote_exactly(text: str, language: str) -> None:
    _check(text, marks_of(text, language))


@pytest.mark.parametrize("language", languages())
def test_a_long_text_is_marked_in_seconds(language: str) -> None:
    text = " ".join(entry.example for entry in word_list(language).acts) * 60
    begun = time.process_time()
    marks = marks_of(text, language)
    assert time.process_time() - begun < 5
    _check(text, marks)
