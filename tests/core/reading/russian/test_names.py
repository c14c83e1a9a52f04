"""Names to their nominatives, and the forms of one person together."""

from __future__ import annotations

import re

import pytest

from amanat.adapters.russian import RussianGrammar
from amanat.core.reading.russian.declension import possible
from amanat.core.reading.russian.naming import people_of
from amanat.core.reading.russian.placing import places_of

CASES = [
    ("Полиция задержала Андрея Колоду.", ["Андрей Колода"]),
    ("Инне Гурской отказали в свидании.", ["Инна Гурская"]),
    ("Суд приговорил Дильшода Каримова к трём годам.", ["Дильшод Каримов"]),
    ("Об этом сообщили Мавлюде Каримовой.", ["Мавлюда Каримова"]),
    ("Вчера задержали Наталью Гуревич.", ["Наталья Гуревич"]),
    ("Дело передали Рустаму Гуревичу.", ["Рустам Гуревич"]),
    ("Встреча со Станиславом Бойко не состоялась.", ["Станислав Бойко"]),
    ("В доме Ибрагима Цечоева прошёл обыск.", ["Ибрагим Цечоев"]),
    ("Хеде Цечоевой не вернули паспорт.", ["Хеда Цечоева"]),
    ("По словам Юлдуз Салимовой, мужа увезли ночью.", ["Юлдуз Салимова"]),
    ("Письмо адресовано прокурору И. П. Громову.", ["И. П. Громов"]),
    ("Адвокат Н. В. Крутова не была извещена.", ["Н. В. Крутова"]),
    ("Допросили Айгуль Сейткали и Мадину Досову.", ["Айгуль Сейткали", "Мадина Досова"]),
    ("Следователь Олег Зима отказал.", ["Олег Зима"]),
    ("Мы говорили с Евгением Зимой.", ["Евгений Зима"]),
    ("Освободили Дарью Пух и Льва Лося.", ["Дарья Пух", "Лев Лось"]),
    ("Фатиме Оздоевой и Мусе Оздоеву угрожают.", ["Фатима Оздоева", "Муса Оздоев"]),
    ("Суд над Егором Нагорным отложен.", ["Егор Нагорный"]),
    ("Пострадал Магомед Гаджиев. Гаджиеву сломали руку. Гаджиева увезли.", ["Магомед Гаджиев"]),
    ("Её зовут Патимат Гаджиева. Гаджиеву увезли. С Гаджиевой были дети.", ["Патимат Гаджиева"]),
    ("Задержан Марат Сагитов. Марат Ильдарович ни в чём не виноват.", ["Марат Сагитов"]),
]
PLACES = [
    ("Его увезли в Казань, потом в Набережные Челны.", ["Казань", "Набережные Челны"]),
    ("Суд прошёл в Воронежской области.", ["Воронежская область"]),
    ("Она учительница из Эмина.", ["Эмин"]),
    ("Обыск прошёл на улице Баумана в Уфе.", ["Уфа"]),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_everyone_is_named_in_the_nominative_and_once(
    grammar: RussianGrammar, text: str, names: list[str]
) -> None:
    people = people_of(grammar.parse([(0, text)]), grammar)
    assert [one.names[0] for one in people] == names
    for one in people:
        assert all(text[mention.start : mention.end] == mention.text for mention in one.mentions)
        assert {mention.text for mention in one.mentions} <= set(one.names)


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_places_are_named_in_the_nominative(grammar: RussianGrammar, text: str, names: list[str]) -> None:
    sentences = grammar.parse([(0, text)])
    found = places_of(sentences, people_of(sentences, grammar), grammar)
    assert [place.name for place in found] == names
    assert all(text[place.start : place.end] == place.text for place in found)


def test_a_form_that_fits_no_reading_of_a_name_has_none() -> None:
    assert possible("ъ") == ()
    assert {each.nominative for each in possible("Сагитову")} >= {"Сагитов", "Сагитова"}
    assert not [each for each in possible("Сагитов") if re.search("[аоу]$", each.nominative)]
