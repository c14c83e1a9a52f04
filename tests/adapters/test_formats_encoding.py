"""Encodings: told from the bytes, in six languages and more, long and short; said to be unsure rather than
wrong.
"""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.adapters.formats.encoding import decoded

TEXTS = {
    "English": (
        "The old man said that his daughter was taken from the market — “nobody told us why”. "
        "She came home after a year, he said."
    ),
    "Russian": (
        "Жители посёлка рассказали, что в марте двух братьев увезли в районный отдел. Родным не "
        "объяснили причину задержания."
    ),
    "Kazakh": (
        "Ауыл тұрғындары наурыз айында екі ағайындының аудандық бөлімге әкетілгенін айтты. "
        "Туыстарына себебі түсіндірілген жоқ."
    ),
    "Uyghur": (
        "كەنت ئاھالىلىرى مارت ئېيىدا ئىككى ئاكا-ئۇكىنىڭ ئېلىپ كېتىلگەنلىكىنى ئېيتتى. "
        "تۇغقانلىرىغا سەۋەبى ئېيتىلمىدى."
    ),
    "Chinese": (
        "村民说，三月份两兄弟被带到区里的派出所。家人没有得到任何解释，也不知道他们现在在哪里。一"
        "年以后才回家。"
    ),
    "Chinese, traditional": (
        "村民說，三月份兩兄弟被帶到區裡的派出所。家人沒有得到任何解釋，也不知道他們現在在哪裡。"
    ),
    "Arabic": (
        "قال سكان القرية إن الشقيقين اقتيدا في مارس إلى مركز الشرطة في المنطقة. ولم يحصل الأهل على أي تفسير."
    ),
    "French": (
        "Les habitants ont raconté qu’en mars deux frères ont été emmenés au commissariat. La "
        "famille n’a reçu aucune explication."
    ),
    "Turkish": (
        "Köylüler, mart ayında iki kardeşin karakola götürüldüğünü söyledi. Ailesine hiçbir "
        "açıklama yapılmadı, şimdi nerede oldukları bilinmiyor."
    ),
    "Japanese": ("村の人々によると、三月に二人の兄弟が警察署に連れて行かれた。家族には説明がなかった。"),
    "Korean": ("마을 주민들은 3월에 두 형제가 경찰서로 끌려갔다고 말했다. 가족은 아무런 설명도 듣지 못했다."),
}
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
LEGACY = {
    "English": ("cp1252",),
    "Russian": ("cp1251", "koi8-r", "cp866"),
    "Kazakh": ("kz1048",),
    "Uyghur": (),
    "Chinese": ("gb18030", "gbk"),
    "Chinese, traditional": ("big5", "gb18030"),
    "Arabic": ("cp1256",),
    "French": ("cp1252",),
    "Turkish": ("cp1254",),
    "Japanese": ("shift_jis", "euc_jp"),
    "Korean": ("cp949",),
}
CASES = [(language, encoding) for language in TEXTS for encoding in (*WIDE, *LEGACY[language])]


@pytest.mark.parametrize("repeated", [1, 60], ids=["two sentences", "two pages"])
@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_a_text_of_two_sentences_is_read_and_sure(language: str, encoding: str, repeated: int) -> None:
    text = "\n".join([TEXTS[language]] * repeated)
    read = decoded(text.encode(encoding, "ignore"))
    assert read is not None
    assert read.text == text.encode(encoding, "ignore").decode(encoding)
    assert read.sure
    assert read.replaced == 0


@pytest.mark.parametrize("length", [8, 16, 40])
def test_a_few_words_are_right_or_said_to_be_unsure(length: int) -> None:
    """Every stretch of ``length`` letters in every legacy encoding: how many are right, wrong, wrong and
    sure.
    """
    counted: Counter[str] = Counter()
    for language, encodings in LEGACY.items():
        for encoding in (*encodings, "utf-16-le", "utf-16-be"):
            for start in range(0, len(TEXTS[language]) - length, 5):
                written = TEXTS[language][start : start + length].encode(encoding, "ignore")
                read = decoded(written)
                right = read is not None and read.text == written.decode(encoding).removeprefix("\ufeff")
                sure = read is not None and read.sure
                counted["right" if right else "wrong and sure" if sure else "wrong, unsure"] += 1
    assert counted["wrong and sure"] == 0, counted
    assert counted["right"] >= {8: 0.94, 16: 0.98, 40: 1.0}[length] * counted.total(), counted


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16LE"),
        ("cp1251", "Windows-1251"),
        ("koi8-r", "KOI8-R"),
        ("cp866", "IBM866"),
    ],
)
def test_the_encoding_is_called_by_the_name_people_know(encoding: str, name: str) -> None:
    read = decoded(TEXTS["Russian"].encode(encoding))
    assert read is not None
    assert read.encoding == name


def test_gb18030_is_said() -> None:
    read = decoded(TEXTS["Chinese"].encode("gb18030"))
    assert read is not None
    assert (read.encoding, read.sure) == ("GB18030", True)


def test_line_ends_become_one_kind_and_nothing_else_changes() -> None:
    read = decoded("a\r\nb\rc\u2028d\x85e\x0cf\n\n e\u0301 ﬁ Ａ “q” \u00a0\u200f".encode())
    assert read is not None
    assert read.text == "a\nb\nc\nd\ne\nf\n\n e\u0301 ﬁ Ａ “q” \u00a0\u200f"


def test_control_characters_are_shown_as_unknown_one_for_one_and_counted() -> None:
    read = decoded(b"The list\x00 of names\x1b[31m was\x07 long, and went on for many a page." * 20)
    assert read is not None
    assert read.text.startswith("The list\ufffd of names\ufffd[31m was\ufffd long")
    assert read.replaced == 60
    assert (
        len(read.text) == len("The list\x00 of names\x1b[31m was\x07 long, and went on for many a page.") * 20
    )


@pytest.mark.parametrize("language", list(TEXTS))
def test_utf8_cut_off_or_damaged_in_a_place_is_still_utf8(language: str) -> None:
    whole = ("\n".join([TEXTS[language]] * 20)).encode()
    for damaged in (whole[:-1] + b"\xd0", whole[:700] + b"\xff\xfe\x80" + whole[700:]):
        read = decoded(damaged)
        assert read is not None
        assert read.encoding == "UTF-8"
        assert 0 < read.replaced <= 6
        assert TEXTS[language] in read.text


def test_what_a_page_says_of_itself_is_believed_only_if_it_reads_well() -> None:
    russian = TEXTS["Russian"].encode("koi8-r")
    assert decoded(russian, "koi8-r").encoding == "KOI8-R"  # type: ignore[union-attr]
    assert decoded(russian, "windows-1251").encoding == "KOI8-R"  # type: ignore[union-attr]
    assert decoded(russian, "no-such-charset").encoding == "KOI8-R"  # type: ignore[union-attr]
    assert decoded(russian, "base64").encoding == "KOI8-R"  # type: ignore[union-attr]
    assert decoded(TEXTS["Russian"].encode(), "gb2312").encoding == "UTF-8"  # type: ignore[union-attr]


def test_noise_is_no_text() -> None:
    for seed in range(20):
        assert decoded(random.Random(seed).randbytes(5000)) is None


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_not_without_a_fault(untrusted: bytes) -> None:
    read = decoded(untrusted)
    if read is not None:
        assert "\x00" not in read.text
        assert "\r" not in read.text


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_utf8_keeps_every_character_that_is_no_control_or_line_end(text: str) -> None:
    read = decoded(text.encode("utf-8", "ignore"))
    if read is not None and read.encoding == "UTF-8" and read.replaced == 0:
        kept = [each for each in text if each not in "\r\n\x0b\x0c\x85\u2028\u2029\ufeff"]
        assert [each for each in read.text if each not in "\n\ufeff"] == [
            each for each in kept if each.encode("utf-8", "ignore")
        ]
