"""A proposed date stands only where the text allows it: never more precise, never one reading of two."""

from __future__ import annotations

import pytest

from amanat.core.reading.second.dating import allowed_date

PUBLISHED = "2020-01-03"

ALLOWED = [
    ("detained in March 2018", "2018-03", "2018-03"),
    ("detained in March 2018", "2018", "2018"),
    ("detained in March 2018", "2018-03~", "2018-03~"),
    ("detained in March 2018", "201X", "201X"),
    ("on 5 March 2018", "2018-03-05", "2018-03-05"),
    ("from July 2017 to October 2018", "2017-07/2018-10", "2017-07/2018-10"),
    ("from July 2017 to October 2018", "2017-07", "2017-07"),
    ("detained in March 2018 and held until October 2019", "2018-03/2019-10", "2018-03/2019-10"),
    ("detained in March 2018 and released in May 2019", "2018-03/2019-05", "2018-03/2019-05"),
    ("held since 2018", "2018/..", "2018/.."),
    ("held since 2018", "2018", "2018"),
    ("detained in 2018", "2018/", "2018/"),
    ("by 2012", "../2012", "../2012"),
    ("in about 2010", "2010~", "2010~"),
    ("on 01/03/2020", "[2020-01-03,2020-03-01]", "[2020-01-03,2020-03-01]"),
    ("on 01/03/2020", "[2020-01-03, 2020-03-01]", "[2020-01-03,2020-03-01]"),
    ("on 01/03/2020", "2020", "2020"),
    ("detained last year", "2019", "2019"),
]

REFUSED = [
    ("detained in March 2018", "2018-03-05"),
    ("detained in March 2018", "2017"),
    ("detained in March 2018", "2018-03/.."),
    ("detained in March 2018", "2018-03/2019-10"),
    ("detained in 2018", "2018-03"),
    ("detained in 2018", "2018-21"),
    ("in about 2010", "2010"),
    ("by 2012", "2012"),
    ("before May 2011", "2011-04"),
    ("after May 2011", "2011-05"),
    ("held since 2018", "2018/2020"),
    ("on 01/03/2020", "2020-01-03"),
    ("on 01/03/2020", "2020-03-01"),
    ("she was detained", "2020-01-03"),
    ("detained on a Monday", "2018-03-05"),
    ("held for six months", "2019-07/2020-01"),
    ("detained in March 2018", "[2018-03,2019-03]"),
    ("detained in March 2018", "March 2018"),
    ("detained in March 2018", ""),
    ("detained in March 2018", "2018-13"),
    ("detained in March 2018", "2018-03-05T10:00"),
    ("задержана в марте 2018 года, как она говорит", "2018-03-05"),
]


@pytest.mark.parametrize(("text", "proposed", "kept"), ALLOWED)
def test_as_coarse_as_the_text_or_coarser(text: str, proposed: str, kept: str) -> None:
    assert allowed_date(proposed, text, PUBLISHED) == kept


@pytest.mark.parametrize(("text", "proposed"), REFUSED)
def test_nothing_that_the_text_does_not_give(text: str, proposed: str) -> None:
    assert allowed_date(proposed, text, PUBLISHED) is None
