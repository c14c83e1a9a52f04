"""Where reports come from: chains, circles, unknown sources, parts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.echo import Echo, Grade, Kind, Likeness, Passage, Verdict, origin_of, origins

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


def test_a_report_of_which_little_is_repeated_is_its_own_origin():
    passage = Passage((10, 60), (100, 150), Likeness.EXACT, 9, 4.6)
    echoes = [echo(1, 2, share=0.1, passages=[passage.flipped()])]
    found = origins([1, 2], echoes)
    assert (found[2].kind, found[2].partly) == (Kind.OWN, (1,))
    assert origin_of(2, 12, 50, echoes, found) == found[1]
    assert origin_of(2, 55, 120, echoes, found) == found[2]


def test_what_is_only_possible_or_an_utterance_does_not_count():
    doubtful = [echo(1, 2, grade=Grade.POSSIBLE), echo(2, 3, V.SAME_UTTERANCE)]
    assert keys([1, 2, 3], doubtful) == {1: "report:1", 2: "report:2", 3: "report:3"}


def test_a_report_that_is_not_asked_about_counts_for_nothing():
    assert keys([2, 3], [echo(1, 2), echo(1, 3)]) == {2: "report:2", 3: "report:3"}


PAIRS = st.tuples(st.integers(1, 6), st.integers(1, 6)).filter(lambda pair: pair[0] < pair[1])
ECHOES = st.dictionaries(
    PAIRS, st.tuples(st.sampled_from(list(V)), st.sampled_from([0.1, 0.4, 0.9])), max_size=9
).map(lambda found: [echo(*pair, verdict, share) for pair, (verdict, share) in found.items()])


@settings(deadline=None)
@given(ECHOES, st.randoms())
def test_order_does_not_matter(echoes, chance):
    reports = [1, 2, 3, 4, 5, 6]
    expected = origins(reports, echoes)
    chance.shuffle(echoes)
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
