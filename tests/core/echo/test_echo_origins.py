"""Where reports come from: chains, circles, unknown sources, parts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.echo import Echo, Grade, Kind, Likeness, Passage, Tracing, Verdict, origins

V = Verdict


def echo(left, right, verdict=V.REPEATED_BY, share=0.9, grade=Grade.LIKELY, passages=()):
    left, right, verdict = (left, right, verdict) if left < right else (right, left, verdict.flipped)
    return Echo(left, right, verdict, grade, tuple(passages), share, share, ())


def keys(reports, echoes):
    return {report: found.key for report, found in origins(reports, echoes).items()}


def test_a_chain_leads_to_its_first():
    found = origins([1, 2, 3, 4], [echo(1, 2), echo(2, 3)])
    assert [found[each].report for each in (1, 2, 3, 4)] == [1, 1, 1, 4]
    assert (found[1].kind, found[3].kind) == (Kind.OWN, Kind.REPEATED)


def test_a_common_source_is_one_origin_that_nobody_knows():
    found = origins([1, 2, 3], [echo(1, 2, V.COMMON_SOURCE), echo(2, 3)])
    assert len(set(keys([1, 2, 3], [echo(1, 2, V.COMMON_SOURCE), echo(2, 3)]).values())) == 1
    assert (found[3].kind, found[3].report, found[3].shared_by) == (Kind.UNKNOWN, None, (1, 2))


def test_reports_in_a_circle_share_an_unknown_origin():
    circle = [echo(1, 2, V.REPEATS), echo(2, 3, V.REPEATS), echo(1, 3, V.REPEATED_BY, share=0.95)]
    found = origins([1, 2, 3, 4], [*circle, echo(3, 4)])
    assert {found[each].key for each in (1, 2, 3, 4)} == {"common:1"}
    assert found[1].kind is Kind.UNKNOWN


SHARED = Passage((10, 60), (100, 150), Likeness.EXACT, 9, 4.6)
"""From 10 to 60 in the first report, from 100 to 150 in the second."""


def test_a_report_of_which_little_is_repeated_is_its_own_origin():
    tracing = Tracing([1, 2], [echo(1, 2, share=0.1, passages=[SHARED])])
    assert (tracing.origins[2].kind, tracing.origins[2].partly) == (Kind.OWN, (1,))


@pytest.mark.parametrize(
    ("start", "end", "origin", "through"),
    [
        (102, 140, "report:1", (1,)),
        (100, 150, "report:1", (1,)),
        (60, 149, "report:1", (1,)),
        (60, 140, "report:2", ()),
        (150, 200, "report:2", ()),
        (0, 400, "report:2", ()),
    ],
    ids=["inside", "all of it", "by more than half", "by half", "behind it", "it is a small part"],
)
def test_only_what_lies_in_the_passage_comes_from_the_other(start, end, origin, through):
    tracing = Tracing([1, 2], [echo(1, 2, share=0.1, passages=[SHARED])])
    found = tracing.of(2, start, end)
    assert (found.origin.key, found.through, found.alone) == (origin, through, origin != "report:2")
    assert tracing.of(1, 12, 40).through == ()


def test_a_passage_that_nobody_is_known_to_have_had_first_is_of_one_unknown_origin():
    tracing = Tracing([1, 2], [echo(1, 2, V.COMMON_SOURCE, 0.1, passages=[SHARED])])
    ours, theirs = tracing.of(1, 10, 60), tracing.of(2, 100, 150)
    assert ours.origin == theirs.origin and ours.origin.kind is Kind.UNKNOWN
    assert (ours.through, theirs.through) == ((2,), (1,))
    assert [tracing.of(each, 300, 320).origin.key for each in (1, 2)] == ["report:1", "report:2"]


def test_of_a_report_that_is_mostly_anothers_all_comes_from_there():
    tracing = Tracing([1, 2], [echo(1, 2, share=0.6, passages=[SHARED])])
    found = tracing.of(2, 300, 320)
    assert (found.origin.key, found.through, found.alone) == ("report:1", (1,), False)


RETOLD = Passage((10, 60), (100, 150), Likeness.RETOLD, 9, 4.6)


@pytest.mark.parametrize("verdict", [V.REPEATED_BY, V.COMMON_SOURCE])
@pytest.mark.parametrize(
    ("passages", "share", "one"),
    [([RETOLD], 0.3, True), ([RETOLD], 0.2, False), ([SHARED], 0.3, False), ([SHARED], 0.5, True)],
    ids=["a quarter told anew", "less told anew", "a quarter word for word", "half word for word"],
)
def test_where_it_is_told_anew_less_is_enough(verdict, passages, share, one):
    """What is said in other words is not always known again, so that the share comes out too low."""
    assert len(set(keys([1, 2], [echo(1, 2, verdict, share, passages=passages)]).values())) == (2 - one)


def test_a_passage_handed_on_comes_from_its_first():
    shared = [echo(*pair, share=0.1, passages=[SHARED]) for pair in ((1, 2), (1, 3))]
    handed = echo(2, 3, share=0.1, passages=[Passage((100, 150), (100, 150), Likeness.EXACT, 9, 4.6)])
    found = Tracing([1, 2, 3], [*shared, handed]).of(3, 100, 150)
    assert (found.origin.key, found.through) == ("report:1", (1, 2))


def test_what_is_only_possible_or_an_utterance_does_not_count():
    doubtful = [echo(1, 2, grade=Grade.POSSIBLE), echo(2, 3, V.SAME_UTTERANCE)]
    assert keys([1, 2, 3], doubtful) == {1: "report:1", 2: "report:2", 3: "report:3"}


def test_a_report_that_is_not_asked_about_counts_for_nothing():
    assert keys([2, 3], [echo(1, 2), echo(1, 3)]) == {2: "report:2", 3: "report:3"}


PAIRS = st.tuples(st.integers(1, 6), st.integers(1, 6)).filter(lambda pair: pair[0] < pair[1])
SPANS = st.sampled_from([(0, 50), (30, 90), (100, 150), (0, 400)])
SOME_PASSAGES = st.lists(
    st.builds(
        lambda left, right, likeness: Passage(left, right, likeness, 9, 4.6),
        SPANS,
        SPANS,
        st.sampled_from([Likeness.EXACT, Likeness.RETOLD]),
    ),
    max_size=2,
)
ECHOES = st.dictionaries(
    PAIRS, st.tuples(st.sampled_from(list(V)), st.sampled_from([0.1, 0.4, 0.9]), SOME_PASSAGES), max_size=9
).map(
    lambda found: [
        echo(*pair, verdict, share, passages=said) for pair, (verdict, share, said) in found.items()
    ]
)


@settings(deadline=None)
@given(ECHOES, st.randoms())
def test_order_does_not_matter(echoes, chance):
    reports = [1, 2, 3, 4, 5, 6]
    expected = origins(reports, echoes)
    traced = [Tracing(reports, echoes).of(report, *SHARED.left) for report in reports]
    chance.shuffle(echoes)
    assert [Tracing(reports, echoes).of(report, *SHARED.left) for report in reports] == traced
    chance.shuffle(reports)
    assert origins(reports, echoes) == expected


@settings(deadline=None)
@given(ECHOES, PAIRS)
def test_one_more_echo_never_adds_an_origin(echoes, pair):
    """Unless it takes the place of another: here it is between two that had none."""
    reports = range(1, 7)
    if any((each.left, each.right) == pair for each in echoes):
        return
    before = len(set(keys(reports, echoes).values()))
    more = [*echoes, echo(*pair, V.COMMON_SOURCE)]
    assert len(set(keys(reports, more).values())) <= before


@settings(deadline=None)
@given(ECHOES, PAIRS, st.sampled_from(list(V)), st.sampled_from([0.1, 0.9]), SOME_PASSAGES, SPANS)
def test_one_more_echo_never_takes_a_report_out_of_the_way_of_a_passage(
    echoes, pair, verdict, share, passages, span
):
    """So that two claims which are not independent never become it by an echo that is found."""
    if any((each.left, each.right) == pair for each in echoes):
        return
    before, after = (
        Tracing(range(1, 7), found)
        for found in (echoes, [*echoes, echo(*pair, verdict, share, passages=passages)])
    )
    for report in range(1, 7):
        assert set(before.of(report, *span).through) <= set(after.of(report, *span).through)
