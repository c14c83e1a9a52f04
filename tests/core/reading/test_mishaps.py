"""What is nobody's act: harm by things, beasts and weather; and headings, which tell nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from amanat.core.claim import Reading
from amanat.core.reading.reader import heard
from amanat.core.reading.subheads import subheads
from amanat.core.reading.zones import zoned

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    "sentence",
    [
        "His cousin Daud Osei was killed by a lorry on the Lodwar road.",
        "The flood killed six farmers in the valley.",
        "The bridge was destroyed by the flood that killed six farmers.",
        "Four pupils were killed in a collision near Kumasi.",
        "A crocodile killed the fisherman Kofi Manu in March.",
        "The new tax is killing the traders of the market.",
        "Cholera killed eleven villagers before the rain.",
        "Two herders were killed by lightning in May.",
        "The heat is torturing the old men of the town.",
    ],
)
def test_harm_that_nobody_does_is_no_act(reading: Reader, sentence: str) -> None:
    found = {claim.kind for claim in reading(f"News of the valley\n\n{sentence}\n").claims}
    assert not found & {"killing", "torture and ill-treatment"}


@pytest.mark.parametrize(
    "sentence",
    [
        "His cousin Daud Osei was killed by a soldier on the Lodwar road.",
        "Daud Osei was killed by an army lorry that drove into the crowd.",
        "A police car killed the student Kofi Manu during the march.",
        "Four pupils were killed in an air strike near the school.",
        "Daud Osei was killed by a shell in the market.",
    ],
)
def test_harm_by_those_in_power_is_one(reading: Reader, sentence: str) -> None:
    assert "killing" in {claim.kind for claim in reading(f"News of the valley\n\n{sentence}\n").claims}


BELOW = "The baker Aibek Toktorov was arrested in Osh on 3 May 2021 and taken to the prison of the district."


@pytest.mark.parametrize(
    "heading",
    [
        "Arrest and detention",
        "A. Arrest and detention",
        "IV. Trial and conviction",
        "3.2 Torture in custody",
        "Enforced disappearances",
        "Deportations and transfers",
        "Form of detention",
    ],
)
def test_a_heading_above_prose_is_skipped(seen: Callable[[str], list[str]], heading: str) -> None:
    assert heading in seen(
        f"Baker jailed in Osh\n\nThe family spoke to us in June.\n\n{heading}\n\n{BELOW}\n"
    )


@pytest.mark.parametrize(
    "line",
    ["Aibek Toktorov arrested", "Detained since May", "Nine years in prison", "His arrest", "They took him"],
)
def test_a_line_that_says_what_happened_is_none(seen: Callable[[str], list[str]], line: str) -> None:
    assert line not in seen(f"Baker jailed in Osh\n\nThe family spoke to us in June.\n\n{line}\n\n{BELOW}\n")


@pytest.mark.parametrize(
    ("title", "skipped"), [("Arrests and disappearances", True), ("Mass arrests in Osh", False)]
)
def test_a_title_tells_of_what_it_gives_a_place(
    seen: Callable[[str], list[str]], title: str, skipped: bool
) -> None:
    assert (title in seen(f"{title}\n\n{BELOW}\n")) is skipped


@pytest.fixture
def seen(english: Language) -> Callable[[str], list[str]]:
    """The headings of a text."""

    def headings(text: str) -> list[str]:
        told = heard(zoned(text), english)
        numbers = subheads(told.sentences, told.cast)
        page = [told.sentences[number] for number in sorted(numbers)]
        return [text[one.start : one.end] for one in page]

    return headings
