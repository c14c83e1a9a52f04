"""Han, pinyin, Hangul; scripts, languages and look-alike letters. All people are invented."""

from __future__ import annotations

import pytest

from amanat.core.names.parsing import parse
from amanat.core.names.scripts import script_of, unmixed


@pytest.mark.parametrize(
    ("text", "expected", "order"),
    [
        ("张伟", "family:张 given:伟", "family-first"),
        ("張偉", "family:張 given:偉", "family-first"),
        ("张 伟", "family:张 given:伟", "family-first"),
        ("王小明", "family:王 given:小明", "family-first"),
        ("欧阳娜娜", "family:欧阳 given:娜娜", "family-first"),
        ("诸葛明", "family:诸葛 given:明", "family-first"),
        ("马丽", "family:马 given:丽", "family-first"),
        ("建国", "unknown:建国", "unknown"),
        ("田中太郎", "unknown:田中太郎", "unknown"),
        ("Zhang Wei", "family:Zhang given:Wei", "family-first"),
        ("Wei Zhang", "unknown:Wei unknown:Zhang", "unknown"),
        ("Xiaoming Wang", "given:Xiaoming family:Wang", "given-first"),
        ("Xiao-ming Wang", "given:Xiao-ming family:Wang", "given-first"),
        ("Wang Xiao Ming", "family:Wang given:Xiao Ming", "family-first"),
        ("Ouyang Nana", "family:Ouyang given:Nana", "family-first"),
        ("Wang, Xiaoming", "family:Wang given:Xiaoming", "family-first"),
        ("김민수", "family:김 given:민수", "family-first"),
        ("남궁민수", "family:남궁 given:민수", "family-first"),
        ("김 민수", "family:김 given:민수", "family-first"),
    ],
)
def test_family_and_given_name_in_east_asia(text: str, expected: str, order: str) -> None:
    name = parse(text)
    assert (" ".join(f"{part.role}:{part.stem}" for part in name.parts), name.order) == (expected, order)
    assert not name.transcribed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("古丽努尔·奥米尔扎克", ["given:古丽努尔", "father:奥米尔扎克"]),
        ("古丽努尔•奥米尔扎克", ["given:古丽努尔", "father:奥米尔扎克"]),
        ("古丽努尔・奥米尔扎克", ["given:古丽努尔", "father:奥米尔扎克"]),
        ("古丽努尔‧奥米尔扎克", ["given:古丽努尔", "father:奥米尔扎克"]),
        ("古丽努尔.奥米尔扎克", ["given:古丽努尔", "father:奥米尔扎克"]),
        ("古丽努尔 奥米尔扎克", ["given:古丽努尔", "father:奥米尔扎克"]),
        ("古麗努爾·奧米爾扎克", ["given:古麗努爾", "father:奧米爾扎克"]),
        ("阿卜杜热合曼·吐尔逊", ["given:阿卜杜热合曼", "father:吐尔逊"]),
        ("乔治·莫里森", ["unknown:乔治", "unknown:莫里森"]),
        ("买买提", ["given:买买提"]),
        ("司马义", ["given:司马义"]),
        ("吐尔逊古丽", ["given:吐尔逊古丽"]),
        ("哈尼克孜·吐尔逊", ["given:哈尼克孜", "father:吐尔逊"]),
        ("阿布都热依木买买提", ["given:阿布都热依木", "father:买买提"]),
        ("阿依古丽买买提", ["given:阿依古丽", "father:买买提"]),
        ("玉素甫江艾力", ["given:玉素甫江", "father:艾力"]),
        ("古丽孜拉阿吾勒汗克孜", ["given:古丽孜拉", "patronymic:阿吾勒汗"]),
        ("Maimaiti Tuersun", ["given:Maimaiti", "father:Tuersun"]),
        ("Gulizire Awulihan", ["given:Gulizire", "father:Awulihan"]),
    ],
)
def test_names_spelt_by_sound(text: str, expected: list[str]) -> None:
    name = parse(text)
    assert [f"{part.role}:{part.stem}" for part in name.parts] == expected
    assert name.transcribed


def test_a_split_without_separator_is_noted() -> None:
    (note,) = parse("阿依古丽买买提").notes
    assert "'买买提'" in note


@pytest.mark.parametrize("text", ["Yuki Tanaka", "Maria Bianca", "Pierre Lemaire", "Anna Lin", "Ali Tan"])
def test_what_is_good_pinyin_by_chance_only(text: str) -> None:
    assert not parse(text).transcribed
    assert "zh" not in parse(text).languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("گۈلنۇر تۇرسۇن", "ug"),
        ("Нұрлан Серік", "kk"),
        ("نۇرلان ٴبايتۇرسىن", "kk"),
        ("Бакыт Асан уулу", "ky"),
        ("Oʻtkir Sardor", "uz"),
        ("Ўткир Сардор", "uz"),
        ("Фирӯз Ҷамшед", "tg"),
        ("پرویز گلچین", "fa"),
        ("أحمد خالد", "ar"),
        ("张伟", "zh"),
        ("Zhang Wei", "zh"),
        ("Ayşe Yıldız", "tr"),
        ("Илья Сидоров", "ru"),
        ("Ilya Sidorov", "ru"),
        ("Олена Бондаренко", "uk"),
        ("דוד", "he"),
        ("Ελένη", "el"),
        ("さくら", "ja"),
        ("김민수", "ko"),
        ("Nguyễn Thị Hoa", "vi"),
        ("Maimaiti Tuersun", "ug"),
    ],
)
def test_the_likeliest_language(text: str, language: str) -> None:
    assert parse(text).languages[0] == language


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Aygul", "Latn"),
        ("Ａｙｇｕｌ", "Latn"),
        ("Айгүл", "Cyrl"),
        ("ئايگۈل", "Arab"),
        ("阿依古丽", "Hani"),
        ("山田さくら", "Kana"),
        ("サクラ", "Kana"),
        ("김민수", "Hang"),
        ("דוד", "Hebr"),
        ("Ελένη", "Grek"),
        ("Անի", "Armn"),
        ("ნინო", "Geor"),
        ("123 !", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_script(text: str, script: str) -> None:
    assert script_of(text) == script == parse(text).script


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Аlim", ("Alim", "Latn")),  # the first letter is Cyrillic
        ("Самaт", ("Самат", "Cyrl")),  # the fourth is Latin
        ("Нурлaн", ("Нурлан", "Cyrl")),
        ("Αlim", ("Alim", "Latn")),  # a Greek capital
        ("Alim", ("Alim", "Latn")),
    ],
)
def test_look_alike_letters(written: str, meant: tuple[str, str]) -> None:
    assert unmixed(written) == meant


def test_look_alikes_are_set_right_in_the_stem_and_noted() -> None:
    name = parse("Аlim Tursun")
    assert [(part.text, part.stem) for part in name.parts] == [("Аlim", "Alim"), ("Tursun", "Tursun")]
    assert "look alike" in name.notes[0]


def test_an_initial_from_another_keyboard() -> None:
    name = parse("А. Tursun")  # a Cyrillic А
    assert name.parts[0].stem == "A"
