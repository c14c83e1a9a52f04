"""What two reports have in common, and what that makes of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.echo import Grade, Likeness, Verdict, compare, words_of
from core.echo.telling import OTHERWISE, REWORDED, SOURCE, UNRELATED, lines, report


def echo(one, other):
    return compare(words_of(one), words_of(other))


def test_a_copy_is_certain_and_its_passages_are_in_both_texts():
    found = echo(report(1, published="2019-05-20"), report(2, published="2019-05-22"))
    assert (found.verdict, found.grade) == (Verdict.REPEATED_BY, Grade.CERTAIN)
    assert found.left_share == found.right_share > 0.95
    (passage,) = found.passages
    assert SOURCE[slice(*passage.left)] == SOURCE[slice(*passage.right)]
    assert passage.likeness is Likeness.EXACT


def test_paragraphs_in_another_order_are_found_each_in_its_place():
    turned = "\n\n".join(reversed(lines(SOURCE)))
    found = echo(report(1), report(2, turned))
    assert found.verdict.is_echo
    for each in found.passages:
        assert SOURCE[slice(*each.left)] == turned[slice(*each.right)]


def test_swapped_words_are_named():
    other = SOURCE.replace("grey lorry", "black van").replace("Tomir", "Tomyr")
    swaps = {swap for each in echo(report(1), report(2, other)).passages for swap in each.swapped}
    assert {("grey lorry", "black van"), ("Tomir", "Tomyr")} <= swaps


def test_quotation_marks_spaces_and_capitals_make_no_difference():
    other = SOURCE.upper().replace('"', "”").replace(" ", "  ")
    found = echo(report(1), report(2, other))
    assert found.left_share > 0.95


def test_a_reworded_copy_is_found_and_an_independent_account_is_not():
    assert echo(report(1), report(2, REWORDED)).verdict.is_echo
    assert echo(report(1), report(2, OTHERWISE)) is None
    assert echo(report(1, REWORDED), report(2, OTHERWISE)) is None
    assert echo(report(1), report(2, UNRELATED)) is None


def test_one_paragraph_in_a_report_of_something_else():
    host = f"{lines(UNRELATED)[0]}\n\n{lines(SOURCE)[1]}\n\nThe ferry will not run on Sunday because of the regatta.\n"
    found = echo(report(1), report(2, host))
    assert found.verdict.is_echo
    assert found.right_share < 0.8


QUOTED = '"They took the apprentices\' wages as well. Eleven envelopes, and every one had a name on it."'


def test_the_same_utterance_in_two_interviews_is_no_echo():
    first = f"In the kitchen of Halka Benori the kettle never boils dry. {QUOTED} She had counted them for years.\n"
    other = f"A neighbour speaks slowly, as if she were dictating. {QUOTED} Then she shut the door on our reporter.\n"
    found = echo(report(1, first), report(2, other))
    assert found.verdict is Verdict.SAME_UTTERANCE
    assert not found.verdict.is_echo
    assert all(each.quoted for each in found.passages)


def test_the_same_mistake_is_a_reason():
    wrong = SOURCE.replace("complaint", "complaimt")
    found = echo(report(1, wrong), report(2, wrong))
    assert any("complaimt" in reason for reason in found.reasons)


def test_pages_of_one_outlet_do_not_echo_each_other_by_what_stands_below_them():
    about = (
        "The Mirat Lantern belongs to its readers and takes no advertisements. Whoever wishes to support the lamp "
        "lighters of our newsroom may leave a coin with the porter of the printing house in Chandler Lane.\n"
    )
    long = UNRELATED * 3
    one = report(1, f"{SOURCE}\n{REWORDED}\n{about}", outlet="Mirat Lantern")
    other = report(2, f"{long}\n{OTHERWISE}\n{about}", outlet="Mirat Lantern")
    assert echo(one, other) is None
    assert echo(one, report(2, f"{long}\n{about}", outlet="Other")) is not None


def test_a_report_is_not_compared_with_itself():
    with pytest.raises(ValueError, match="itself"):
        echo(report(1), report(1))


TEXTS = st.sampled_from(
    [SOURCE, REWORDED, OTHERWISE, UNRELATED, "\n\n".join(lines(SOURCE)[:1]), "", "Ab. " * 40]
)
DATES = st.sampled_from(["", "2019", "2019-05-20", "2019-05-22", "[2019-05-06,2019-06-05]", "no date"])
OUTLETS = st.sampled_from(["", "Mirat Lantern", "Canal Post"])


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, DATES, DATES, OUTLETS, OUTLETS)
def test_it_does_not_matter_which_report_is_named_first(one, other, date, day, outlet, paper):
    left = report(1, one, published=date, outlet=outlet)
    right = report(2, other, published=day, outlet=paper)
    assert echo(left, right) == echo(right, left)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, DATES, DATES)
def test_seen_from_the_other_side_it_says_the_same(one, other, date, day):
    found = echo(report(1, one, published=date), report(2, other, published=day))
    if found is not None:
        turned = found.seen_from(2)
        assert turned.seen_from(1) == found
        assert turned.repeater == found.repeater
        assert turned.share_of(1) == found.share_of(1)
