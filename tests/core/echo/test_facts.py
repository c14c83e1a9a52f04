"""Echoes in another language: names, dates and numbers."""

from amanat.core.echo import Grade, Verdict, compare, words_of
from amanat.core.echo.facts import facts
from core.echo.telling import report

ENGLISH = """\
Halka Benori was called to the commandant of Severin on 14 May 2019 and told to hand over the keys of a mill by 3 June.
Her brother Tomir Benori had been taken from Old Mirat on 27 February together with 43 others, among them Gavril Luchan.
In December 2018 the family had moved to Tarvan; the mill stood empty until 19 January, when Luchan rented it.
"""
RUSSIAN = """\
Халка Бенори была вызвана к коменданту Северина 14 мая 2019 года, ей велели сдать ключи от мельницы до 3 июня.
Её брата Томира Бенори увезли из Старого Мирата 27 февраля вместе с 43 другими, среди них был Гаврил Лучан.
В декабре 2018 года семья переехала в Тарван; мельница пустовала до 19 января, когда её снял Лучан.
"""
OTHER_RUSSIAN = """\
На рынке в Тарване Халка Бенори продаёт варенье. О брате Томире она говорит неохотно; в марте ей исполнилось 52 года.
Соседи помнят, что мельницу сожгли осенью 2019 года, и называют имя Лучана.
"""


def echo(left, right):
    return compare(words_of(left), words_of(right))


def test_dates_of_every_language_are_one():
    for text, language in (
        ("on 15 March 2018 she left. By March 15 they came.", "en"),
        ("15 марта 2018 года её задержали.", "ru"),
        ("2018 жылғы 15 наурызда ұсталған.", "kk"),
        ("自2018年3月15日起。", "zh"),
    ):
        assert ("day", "03-15") in facts(words_of(report(1, text, language=language))), text


def test_a_translation_is_a_question_for_a_person():
    found = echo(
        report(1, ENGLISH, published="2019-06-01"), report(2, RUSSIAN, language="ru", published="2019-06-02")
    )
    assert (found.verdict, found.grade) == (Verdict.REPEATED_BY, Grade.POSSIBLE)
    assert found.in_substance


def test_a_translation_that_names_its_source_is_likely():
    told = f"{RUSSIAN}\nОб этом сообщает радио «Тарбенда».\n"
    found = echo(report(1, ENGLISH, outlet="Radio Tarbenda"), report(2, told, language="ru", outlet="Вести"))
    assert (found.verdict, found.grade) == (Verdict.REPEATED_BY, Grade.LIKELY)


def test_another_report_of_the_same_people_is_none():
    assert echo(report(1, ENGLISH), report(2, OTHER_RUSSIAN, language="ru")) is None
