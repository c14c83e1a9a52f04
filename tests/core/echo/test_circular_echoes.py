"""Reports that name each other as their source, round in a circle; and the same text with other dates."""

from itertools import permutations

import pytest

from amanat.core.echo import Kind, Report, Tracing, Verdict, echoes_among, origins
from core.echo.telling import SOURCE, UNRELATED

OUTLETS = ("Reed Bulletin", "Canal Post", "Harbour Wire")


def circle(*, host: str = "") -> list[Report]:
    """Each credits the one before it, the first the last; ``host``: what stands before the shared text in each."""
    return [
        Report(at, f"{host}{SOURCE}\nFirst published by {OUTLETS[at - 1]}.\n", outlet, language="en")
        for at, outlet in enumerate(OUTLETS)
    ]


def test_a_circle_of_credits_is_one_origin_that_nobody_knows():
    found = echoes_among(circle())
    assert {each.verdict for each in found} <= {Verdict.REPEATS, Verdict.REPEATED_BY, Verdict.COMMON_SOURCE}
    assert len(found) == 3
    told = origins(range(3), found)
    assert {each.key for each in told.values()} == {"common:0"}
    assert {each.kind for each in told.values()} == {Kind.UNKNOWN}


def test_a_passage_out_of_a_circle_has_one_origin_wherever_it_is_quoted():
    reports = circle(host=f"{UNRELATED}\n" * 2)
    tracing = Tracing(range(3), echoes_among(reports))
    traced = [tracing.of(each.id, at := each.text.index("One of the men"), at + 60) for each in reports]
    assert {each.origin.key for each in traced} == {"common:0"}
    assert [each.through for each in traced] == [(1, 2), (0, 2), (0, 1)]


@pytest.mark.parametrize("ids", list(permutations(range(3))))
def test_the_same_text_with_three_dates_goes_back_to_the_earliest(ids):
    days = ("2019-05-20", "2019-05-22", "2019-06-01")
    found = echoes_among(
        Report(id, SOURCE, outlet, published=day, language="en")
        for id, day, outlet in zip(ids, days, OUTLETS, strict=True)
    )
    assert {each.report for each in origins(range(3), found).values()} == {ids[0]}


@pytest.mark.parametrize(
    "dates", [("2019-05-20", "2019-05-20"), ("2019-05", "2019-05-20"), ("", "2019-05-20")]
)
def test_the_same_text_with_dates_that_do_not_tell_has_an_unknown_origin(dates):
    found = echoes_among(
        Report(at, SOURCE, outlet, published=day, language="en")
        for at, (day, outlet) in enumerate(zip(dates, OUTLETS[1:], strict=True))
    )
    assert {each.key for each in origins(range(2), found).values()} == {"common:0"}
