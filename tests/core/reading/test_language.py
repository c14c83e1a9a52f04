"""Languages are told where the text is enough for it, and where it is not, that is said."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.reading.language import language_of, not_read

ENGLISH = "The police said on Monday that they had detained two teachers in the town and that they would be charged."
SPANISH = (
    "La policía detuvo el lunes a dos maestros del pueblo y los llevó a la comisaría, donde pasaron la noche sin "
    "que nadie les dijera por qué, según contaron sus familias a este diario."
)
TURKISH = (
    "Polis pazartesi günü kasabada iki öğretmeni gözaltına aldı ve onları karakola götürdü; aileleri nedenini "
    "öğrenemedi, avukatlar ise dosyada gizlilik kararı bulunduğunu, bu yüzden bilgi verilmediğini söyledi."
)
RUSSIAN = "Полиция задержала двух учителей в посёлке и отвезла их в изолятор временного содержания."
CHINESE = "警方星期一在镇上拘留了两名教师。"
CASES = [
    (ENGLISH, "en"),
    ("Police detained two teachers.", "en"),
    (f"{ENGLISH} Her name is Айгүл Серікбай, in Uyghur ئايگۈل سېرىقباي, in Chinese 阿依古丽.", "en"),
    (RUSSIAN, "ru"),
    ("Полиция екі мұғалімді ұстап, қамауға алды деп хабарлады жергілікті тұрғындар.", "kk"),
    ("Милиция эки мугалимди кармап, изоляторго алып кетти деп билдирди жергиликтүү тургундар.", "ky"),
    ("Поліція затримала двох учителів у селищі та відвезла їх до ізолятора.", "uk"),
    ("Милиция ду муаллимро дар деҳа боздошт кард ва ба шӯъба бурд.", "tg"),
    (CHINESE, "zh"),
    ("逮捕された教師は昨日釈放されたと警察が発表した。", "ja"),
    ("ساقچىلار ئىككى ئوقۇتقۇچىنى تۇتقۇن قىلدى، دەپ خەۋەر قىلدى.", "ug"),
    ("اعتقلت الشرطة معلمين اثنين في البلدة يوم الاثنين.", "ar"),
    ("پلیس روز دوشنبه دو معلم را در این شهر بازداشت کرد.", "fa"),
    (SPANISH, "es"),
    (TURKISH, "tr"),
    ("Politsiya ikki o'qituvchini hibsga oldi, deya xabar berdi mahalliy aholi.", "uz"),
    # Too short to be sure of, and said so.
    ("Задержан вчера.", "und-Cyrl"),
    ("告知书", "und-Hani"),
    ("سجن", "und-Arab"),
    # Several languages, and none has most of it.
    (f"{ENGLISH}\n\n{RUSSIAN}\n\n{CHINESE * 3}", "mul"),
    # Most of it in one.
    (f"{RUSSIAN * 4}\n\nNote: a copy was given to the lawyer.", "ru"),
    ("", "en"),
    ("12.05.2019 — 17:30", "en"),
]


@pytest.mark.parametrize(("text", "language"), CASES)
def test_a_text_is_english_or_is_said_not_to_be(text, language):
    assert language_of(text) == language


def test_a_text_that_is_not_english_is_flagged_and_claims_nothing(reading):
    found = reading("警方星期一在镇上拘留了两名教师。\n\n家属没有收到通知。")
    assert found.claims == () and found.people == ()
    assert found.report.language == "zh"
    assert [mark.quote for mark in found.marks if mark.kind == "act"] == ["拘留"]


def test_the_flag_says_what_the_text_is_and_what_was_and_was_not_read(reading):
    [flag] = [each for each in reading(TURKISH).report.flags if each.code == "language-not-read"]
    assert "is in Turkish" in flag.note
    assert "Read here: dates, numbers, places of the gazetteer, likely names and words for acts." in flag.note
    assert "Not read: who did what to whom" in flag.note
    assert "Cyrillic" in not_read("und-Cyrl").note
    assert "Nothing was read" in not_read("kk").note


def test_english_never_waits_for_the_model_of_languages():
    code = (
        "import sys; from amanat.core.reading.language import language_of; "
        f"language_of({ENGLISH!r}); language_of('Police detained two teachers.'); print('py3langid' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


@given(st.text())
def test_any_text_has_an_answer_quickly(text):
    language_of(RUSSIAN)  # the model is loaded once
    begun = time.process_time()
    assert language_of(text)
    assert time.process_time() - begun < 0.05
