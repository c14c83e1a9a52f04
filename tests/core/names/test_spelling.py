"""How one token is compared, whatever its script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.names.hanzi import pinyin, simplified
from amanat.core.names.spelling import LONGEST, Kind, spelling, writes_vowels


@pytest.mark.parametrize(
    ("token", "kind", "letters"),
    [
        ("Gulzire", Kind.SOUNDS, "gulzire"),
        ("Şerif", Kind.SOUNDS, "sherif"),
        ("Çelik", Kind.SOUNDS, "chelik"),
        ("Hörigül", Kind.SOUNDS, "horigul"),
        ("O'g'li", Kind.SOUNDS, "ogli"),
        ("Гүлзира", Kind.SOUNDS, "gulzira"),
        ("Жұмабек", Kind.SOUNDS, "zhumabek"),
        ("Щукин", Kind.SOUNDS, "shchukin"),
        ("گۈلزىرە", Kind.SOUNDS, "gulzira"),
        ("تۇرسۇن", Kind.SOUNDS, "tursun"),
        ("محمود", Kind.CONSONANTS, "محمود"),
        ("أحمد", Kind.CONSONANTS, "احمد"),
        ("مُحَمَّد", Kind.CONSONANTS, "محمد"),
        ("古麗孜熱", Kind.HAN, "古丽孜热"),
        ("古丽·努尔", Kind.HAN, "古丽努尔"),
        ("Παύλος", Kind.SOUNDS, "paylos"),
        ("😀", Kind.SOUNDS, ""),
        ("1984", Kind.SOUNDS, ""),
        ("", Kind.SOUNDS, ""),
    ],
)
def test_a_token_is_spelt_by_sound_by_consonants_or_in_han(token: str, kind: Kind, letters: str) -> None:
    assert (spelling(token).kind, spelling(token).letters) == (kind, letters)


def test_arabic_letters_follow_the_rest_of_the_name() -> None:
    assert spelling("نازار").kind is Kind.CONSONANTS
    assert spelling("نازار", vowelled=True).letters == "nazar"
    assert writes_vowels("گۈل")
    assert not writes_vowels("مصطفى")


def test_han_is_read_without_tones() -> None:
    assert pinyin("古丽孜热") == "gulizire"
    assert simplified("爾") == simplified("尔") == "尔"


@given(st.text(max_size=300))
def test_any_text_has_a_spelling_of_its_kind(token: str) -> None:
    found = spelling(token)
    assert len(found.letters) <= LONGEST
    if found.kind is Kind.SOUNDS:
        assert all("a" <= letter <= "z" for letter in found.letters)
    else:
        assert not any(letter.isascii() for letter in found.letters)
