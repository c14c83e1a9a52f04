"""What a report says a person is: every kind of status has a module of its own, called in turn."""

from __future__ import annotations

from collections.abc import Iterator

from amanat.core.reading.ages import find_ages
from amanat.core.reading.belonging import find_belonging
from amanat.core.reading.births import find_births
from amanat.core.reading.cast import Cast
from amanat.core.reading.draft import Draft
from amanat.core.reading.health import find_health
from amanat.core.reading.kinship import find_kinship
from amanat.core.reading.occupations import find_occupations
from amanat.core.reading.portrayed import find_portrayed
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.standing import find_standing
from amanat.core.reading.where import Places


def find_statuses(sentence: Sentence, cast: Cast, places: Places) -> Iterator[Draft]:
    """Every status that the sentence gives to somebody: age, birth date, kinship, ethnicity, nationality,
    citizenship, religion, occupation, health, residence, legal status and applications."""
    found = [
        *find_ages(sentence, cast),
        *find_births(sentence, cast),
        *find_kinship(sentence, cast),
        *find_belonging(sentence, cast),
        *find_occupations(sentence, cast),
        *find_health(sentence, cast),
        *find_standing(sentence, cast, places),
    ]
    yield from found
    yield from find_portrayed(sentence, cast, places, found)
