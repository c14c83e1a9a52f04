"""What a Russian text says of time, and what it comes to."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.dates.edtf import precision
from amanat.core.dates.relative import resolve
from amanat.core.dates.russian import find_dates

PUBLISHED = "2024-04-17"  # a Wednesday
PREVIOUS = "2024-03-05"

CASES = [
    ("Его задержали 12 марта 2019 года.", "12 марта 2019 года", "2019-03-12"),
    ("Дело от 3.05.2019 г. закрыто.", "3.05.2019 г.", "2019-05-03"),
    ("Письмо 03.04.2020 получено.", "03.04.2020", "2020-04-03"),
    ("Запись 03/04/2020.", "03/04/2020", "[2020-03-04,2020-04-03]"),
    ("Это было в марте 2019 года.", "марте 2019 года", "2019-03"),
    ("Это было в марте прошлого года.", "марте прошлого года", "2023-03"),
    ("В январе этого года он вышел.", "январе этого года", "2024-01"),
    ("15 мая прошлого года он вышел.", "15 мая прошлого года", "2023-05-15"),
    ("Он приехал в 2014 году.", "2014 году", "2014"),
    ("Отдали в апреле 2019-го.", "апреле 2019-го", "2019-04"),
    ("В прошлом году его судили.", "прошлом году", "2023"),
    ("Летом 2022 года он уехал.", "2022", None),
    ("Осенью 2022 года он уехал.", "Осенью 2022 года", "2022-23"),
    ("С мая по октябрь 2018 года шили форму.", "С мая по октябрь 2018 года", "2018-05/2018-10"),
    ("С 5 по 9 мая 2020 года.", "С 5 по 9 мая 2020 года", "2020-05-05/2020-05-09"),
    ("5 и 7 мая 2020 года.", "5 и 7 мая 2020 года", "{2020-05-05,2020-05-07}"),
    ("5 или 7 мая 2020 года.", "5 или 7 мая 2020 года", "[2020-05-05,2020-05-07]"),
    ("с 2014 по 2016 год", "с 2014 по 2016 год", "2014/2016"),
    ("в 1990-х годах", "1990-х годах", "199X"),
    ("с 1 мая 2019 года под стражей", "с 1 мая 2019 года", "2019-05-01/.."),
    ("до декабря 2018 года", "до декабря 2018 года", "../2018-12"),
    ("не позднее 1 июля 2020 года", "не позднее 1 июля 2020 года", "../2020-07-01"),
    ("около 10 мая 2020 года", "около 10 мая 2020 года", "2020-05-10~"),
    ("в конце августа 2023 года", "конце августа 2023 года", "[2023-08-25~..2023-08-31]"),
    ("в начале 2018 года", "начале 2018 года", "2018-33~"),
    ("Вчера его отпустили.", "Вчера", "2024-04-16"),
    ("позавчера", "позавчера", "2024-04-15"),
    ("три дня назад приходили", "три дня назад", "2024-04-14"),
    ("два года назад", "два года назад", "2022"),
    ("более двух лет назад", "более двух лет назад", "[..2022]"),
    ("Три дня спустя прошёл обыск.", "Три дня спустя", "2024-03-08"),
    ("через два месяца его перевели", "через два месяца", "2024-05"),
    ("на следующий день", "следующий день", "2024-03-06"),
    ("в тот же день", "тот же день", "2024-03-05"),
    ("несколько дней назад", "несколько дней назад", None),
    ("в понедельник сообщили", "понедельник", "2024-04-15"),
    ("до конца года", "до конца года", "../2024-12"),
]
NO_DATES = [
    "приговорён к семи годам колонии",
    "суд дал ему 15 суток ареста",
    "Назиров (1988 г. р.) и Давлатов (1991 года рождения)",
    "статья 205 часть 2",
    "держали по двенадцать человек",
    "маю маму и майку",
    "стоит 2019 рублей",
    "в течение пятнадцати суток",
]


@pytest.mark.parametrize(("text", "words", "edtf"), CASES)
def test_a_date_and_what_it_comes_to(text: str, words: str, edtf: str | None) -> None:
    found = [mention for mention in find_dates(text) if words in mention.text or mention.text in words]
    assert found, find_dates(text)
    assert text[found[0].start : found[0].end] == found[0].text
    previous = None if "понедельник" in text else PREVIOUS
    if edtf is not None:
        assert found[0].text == words
        assert resolve(found[0], published=PUBLISHED, previous=previous).edtf == edtf


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(("text", "words", "edtf"), [case for case in CASES if case[2]])
def test_nothing_is_known_without_what_it_is_told_from(text: str, words: str, edtf: str) -> None:
    for mention in find_dates(text):
        alone = resolve(mention).edtf
        assert alone is None or precision(alone) is not None


@given(st.text(alphabet="0123456789 .-/ямарт годв", max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    begun = time.process_time()
    for mention in find_dates(text):
        assert text[mention.start : mention.end] == mention.text
    assert time.process_time() - begun < 0.2
