"""The picture of where a case comes from: nothing overlaps, nothing leaves its width, nothing is left unsaid."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.web.desk.graph import Graph, Source, draw
from amanat.web.desk.graph.drawing import MOST_REPORTS, SIZE
from amanat.web.desk.graph.values import Teller
from amanat.web.desk.timeline import lettering

SORTS = ("witness", "unnamed", "party", "own")


def _graph(reports: list[int], tellers: int, width: int = 820) -> Graph:
    names = [Teller(f"{number}", f"Teller number {number}", SORTS[number % 4]) for number in range(tellers)]
    sources, report = [], 0
    for number, count in enumerate(reports):
        mine = tuple(
            (report + each, f"Outlet {report + each} with a long name, 3 May 2021") for each in range(count)
        )
        report += count
        keys = tuple(each.key for each in names if (int(each.key) + number) % 2 == 0)
        sources.append(Source(f"Origin {number}", number % 3 != 0, mine, keys))
    found = draw(sources, names, width)
    assert found is not None
    return found


def test_nothing_is_drawn_of_nothing() -> None:
    assert draw([], [], 820) is None


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=9), st.integers(0, 14), st.sampled_from([350, 820]))
def test_names_stay_within_the_picture_and_apart(reports: list[int], tellers: int, width: int) -> None:
    graph = _graph(reports, tellers, width)
    for node in graph.reports:
        assert node.x - 12 - max(lettering.width(line, SIZE) for line in node.lines) >= 0
    for node in graph.tellers:
        assert node.x + 12 + max(lettering.width(line, SIZE) for line in node.lines) <= width
    for column in (graph.reports, graph.origins, graph.tellers):
        placed = sorted(column, key=lambda node: node.y)
        assert all(lower.y - upper.y >= 24 for upper, lower in pairwise(placed))
        assert all(lower.beside - upper.beside >= 14 * len(upper.lines) for upper, lower in pairwise(placed))
        assert all(0 < node.y <= graph.height - 6 for node in placed)
    assert all(node.above >= 12 for node in graph.origins)
    for upper, lower in pairwise(sorted(graph.origins, key=lambda node: node.y)):
        assert lower.above - 12 >= upper.y, "a name is above its own sign and below the one before"
    assert len(graph.reports) + graph.left_out == sum(reports)


def test_every_report_leads_to_its_origin_and_every_origin_to_who_tells() -> None:
    graph = _graph([3, 1], 2)
    assert len(graph.edges) == 4 + 2
    ends = {(edge.x2, edge.y2) for edge in graph.edges}
    assert {(node.x, node.y) for node in (*graph.origins, *graph.tellers)} == ends


def test_a_case_of_a_hundred_reports_says_how_many_are_not_drawn() -> None:
    graph = _graph([1] * 100, 5)
    assert (len(graph.reports), graph.left_out) == (MOST_REPORTS, 100 - MOST_REPORTS)


@pytest.mark.parametrize("width", [350, 820])
def test_a_name_that_is_cut_keeps_the_whole_beside_it(width: int) -> None:
    [report] = _graph([1], 0, width).reports
    assert report.whole.startswith("Outlet 0 with a long name")
    assert " ".join(report.lines) == report.whole or report.lines[-1].endswith("…")


def test_a_name_is_folded_where_a_word_ends_before_it_is_cut() -> None:
    assert lettering.folded("Orient Dispatch, 4 March 2021", SIZE, 150, 2) == (
        "Orient Dispatch, 4",
        "March 2021",
    )
    assert lettering.folded("Qyr Kitaby", SIZE, 150, 2) == ("Qyr Kitaby",)
    three = lettering.folded("Orient Dispatch, 4 March or 3 April 2021", SIZE, 120, 3)
    assert len(three) == 3 and " ".join(three).endswith("April 2021")
    [word] = lettering.folded("Volksgesundheitsverwaltungsamt", SIZE, 100, 2)
    assert word.endswith("…")
