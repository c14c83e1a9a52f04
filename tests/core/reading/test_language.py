"""English is read; what is not English is said not to be."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.reading.language import language_of, not_read

ENGLISH = "The police said on Monday that they had detained two teachers in the town and that they would be charged."
CASES = [
    (ENGLISH, "en"),
    ("Police detained two teachers.", "en"),
    (f"{ENGLISH} Her name is Айгүл Серікбай, in Uyghur ئايگۈل سېرىقباي, in Chinese 阿依古丽.", "en"),
    ("Полиция задержала двух учителей в посёлке и отвезла их в изолятор временного содержания.", "und-Cyrl"),
    ("Полиция екі мұғалімді ұстап, қамауға алды деп хабарлады жергілікті тұрғындар.", "kk"),
    ("警方星期一在镇上拘留了两名教师。", "und-Hani"),
    ("ساقچىلار ئىككى ئوقۇتقۇچىنى تۇتقۇن قىلدى، دەپ خەۋەر قىلدى.", "ug"),
    ("اعتقلت الشرطة معلمين اثنين في البلدة يوم الاثنين.", "und-Arab"),
    (
        "La policía detuvo el lunes a dos maestros del pueblo y los llevó a la comisaría, donde pasaron la noche sin "
        "que nadie les dijera por qué, según contaron sus familias a este diario.",
        "und-Latn",
    ),
    (
        "Polis pazartesi günü kasabada iki öğretmeni gözaltına aldı ve onları karakola götürdü; aileleri nedenini "
        "öğrenemedi, avukatlar ise dosyada gizlilik kararı bulunduğunu, bu yüzden bilgi verilmediğini söyledi.",
        "und-Latn",
    ),
    ("", "en"),
    ("12.05.2019 — 17:30", "en"),
]


@pytest.mark.parametrize(("text", "language"), CASES)
def test_a_text_is_english_or_is_said_not_to_be(text, language):
    assert language_of(text) == language


def test_a_text_that_is_not_english_is_flagged_and_claims_nothing(reading):
    found = reading("警方星期一在镇上拘留了两名教师。\n\n家属没有收到通知。")
    assert found.claims == () and found.people == ()
    assert [flag.code for flag in found.report.flags if flag.code == "language-not-read"]
    assert found.report.language == "und-Hani"


def test_the_flag_says_what_the_text_is():
    assert "Cyrillic" in not_read("und-Cyrl").note
    assert "Kazakh" in not_read("kk").note


@given(st.text())
def test_any_text_has_an_answer_quickly(text):
    begun = time.process_time()
    assert language_of(text)
    assert time.process_time() - begun < 0.05
