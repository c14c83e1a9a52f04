"""Who did what to whom, where, when, who says so and how surely, in Russian."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from amanat.adapters.russian import RussianGrammar
from amanat.core.claim import Claim, Modality, Polarity, Reading
from amanat.core.reading.by_language import read_any

WIRE = """Двоих задержали в Уфе
«Заря Урала», 17 мая 2024

УФА. Сотрудники полиции задержали в Уфе Марата Сагитова, сообщила в пятницу адвокат Ирина Лобанова.

По её словам, Сагитова задержали 15 апреля. На следующий день суд отправил его под стражу до 14 июня.

2 мая он подал жалобу. Три дня спустя в его доме прошёл обыск.
"""
STANCES = [
    ("Марата Сагитова не задерживали.", "detention", Polarity.DENIED, Modality.ASSERTED),
    (
        "Власти отрицают, что Марата Сагитова пытали.",
        "torture and ill-treatment",
        Polarity.DENIED,
        Modality.ASSERTED,
    ),
    ("Марата Сагитова могут депортировать.", "threat of deportation", Polarity.AFFIRMED, Modality.POSSIBLE),
    (
        "Марат Сагитов боится, что его депортируют.",
        "threat of deportation",
        Polarity.AFFIRMED,
        Modality.FEARED,
    ),
    ("Семья требует освободить Марата Сагитова.", "release", Polarity.AFFIRMED, Modality.DEMANDED),
    ("Марата Сагитова должны этапировать в Омск.", "transfer", Polarity.AFFIRMED, Modality.PLANNED),
    ("По слухам, Марат Сагитов умер в тюрьме.", "death in custody", Polarity.AFFIRMED, Modality.POSSIBLE),
    (
        "Если Марата Сагитова депортируют, это пытка.",
        "threat of deportation",
        Polarity.AFFIRMED,
        Modality.POSSIBLE,
    ),
    ("Никто из задержанных не был освобождён.", "release", Polarity.DENIED, Modality.ASSERTED),
]


def _only(found: Reading, kind: str) -> Claim:
    claims = [claim for claim in found.claims if claim.kind == kind]
    assert len(claims) == 1, found.claims
    return claims[0]


def _names(found: Reading, slot: tuple[str, ...]) -> list[str]:
    names = {person.id: person.names[0] for person in found.people}
    return [names.get(who, who) for who in slot]


@pytest.mark.parametrize(("text", "kind", "polarity", "modality"), STANCES)
def test_how_surely(
    russian: Callable[[str], Reading], text: str, kind: str, polarity: Polarity, modality: Modality
) -> None:
    claim = _only(russian(text), kind)
    assert (claim.polarity, claim.modality) == (polarity, modality)


def test_a_news_item(russian: Callable[[str], Reading]) -> None:
    found = russian(WIRE)
    assert (found.report.outlet, found.report.published) == ("Заря Урала", "2024-05-17")
    first, second, third = [claim for claim in found.claims if claim.kind == "detention" and claim.who][-3:]
    assert _names(found, first.who) == ["Марат Сагитов"] and first.by == ("Сотрудники полиции",)
    assert first.where is not None and first.where.name == "Уфа"
    assert first.when is None  # on Friday it was told, not done
    assert _names(found, tuple(teller.name for teller in first.told_by)) == ["Ирина Лобанова", "Заря Урала"]
    assert second.when == "2024-04-15"
    assert _names(found, tuple(teller.name for teller in second.told_by)) == ["Ирина Лобанова", "Заря Урала"]
    assert third.when == "2024-04-16/2024-06-14" and third.by == ("суд",)
    assert _only(found, "search").when == "2024-05-05"


def test_who_where_when_and_how_many(russian: Callable[[str], Reading]) -> None:
    found = russian(
        "Марат Сагитов, которого задержали в Москве, был депортирован в Ташкент 3 июня 2021 года."
    )
    held, sent = _only(found, "detention"), _only(found, "deportation")
    assert held.who == sent.who == ("p1",)
    assert held.where is not None and held.where.name == "Москва" and held.when is None
    assert sent.where is not None and sent.where.name == "Ташкент" and sent.when == "2021-06-03"
    many = _only(russian("Не менее сорока человек были задержаны в Минске."), "detention")
    assert many.count is not None and (many.count.min, many.count.max) == (40, None)


def test_a_quotation_in_the_first_person(russian: Callable[[str], Reading]) -> None:
    found = russian("«Меня били всю ночь», – рассказал Марат Сагитов.")
    claim = _only(found, "torture and ill-treatment")
    assert _names(found, claim.who) == ["Марат Сагитов"]
    assert [teller.role.value for teller in claim.told_by] == ["victim"]


def test_a_story_told_by_whom_it_happened_to(russian: Callable[[str], Reading]) -> None:
    found = russian(
        "Меня зовут Гульнур Токтасын. Я родилась в селе. В октябре 2017 года я поехала домой. 12 ноября меня "
        "задержали. Я жила в камере. 24 декабря меня отпустили."
    )
    assert _only(found, "detention").when == "2017-11-12"
    assert _only(found, "release").when == "2017-12-24"
    assert {_names(found, claim.who)[0] for claim in found.claims} == {"Гульнур Токтасын"}


def test_every_passage_is_the_text_at_its_place(russian: Callable[[str], Reading]) -> None:
    found = russian(WIRE)
    assert found.claims
    for claim in found.claims:
        assert found.report.text[claim.passage.start : claim.passage.end] == claim.passage.quote


def test_a_date_in_figures_that_others_read_otherwise_is_flagged(russian: Callable[[str], Reading]) -> None:
    found = russian("Сводка\n03.04.2020\n\nМарата Сагитова задержали в Уфе.")
    assert found.report.published == "2020-04-03"
    assert any("day first" in flag.note for flag in found.report.flags)


class _Models:
    def __init__(self, grammar: RussianGrammar | None) -> None:
        self._grammar = grammar

    def english(self) -> None:
        raise AssertionError("no English is asked for")

    def russian(self) -> RussianGrammar | None:
        return self._grammar


def test_without_the_packages_russian_is_marked_and_the_page_says_why() -> None:
    found = read_any(WIRE, sha256="0" * 64, models=_Models(None))  # type: ignore[arg-type]
    assert found.claims == () and found.report.language == "ru"
    [flag] = [each for each in found.report.flags if each.code == "language-not-read"]
    assert "natasha" in flag.note and "not installed" in flag.note and "Read here: dates" in flag.note
    assert {"detention", "search"} <= {mark.meaning for mark in found.marks if mark.kind == "act"}


def test_with_them_it_is_read(grammar: RussianGrammar) -> None:
    found = read_any(WIRE, sha256="0" * 64, models=_Models(grammar))  # type: ignore[arg-type]
    assert found.claims and not found.marks
