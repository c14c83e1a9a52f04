"""Reports one after another: what is found does not depend on the order in which they came."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.echo import EchoIndex, crowds, echoes_among, origins, words_of
from amanat.core.echo import index as index_module
from amanat.core.echo.postings import Postings
from amanat.core.echo.prints import Print, print_of
from core.echo.telling import CLOCK, GLAZIER, OTHERWISE, REWORDED, SOURCE, UNRELATED, lines, report

ABOUT = "The Lamp takes no advertisements and belongs to its readers, who may leave a coin with the porter."
STORIES = [
    SOURCE,
    f"{OTHERWISE}\nNobody has rented the bakery since. The window is boarded up, and sparrows nest behind the sign.\n",
    f"{UNRELATED}\nA surveyor from the coast will measure the banks next week. Until then the mill race stays shut, "
    "and whoever waters by night must reckon with a fine of forty crowns, the clerk told the meeting.\n",
    GLAZIER,
    CLOCK,
]
COLLECTION = [
    report(1, published="2019-05-20", outlet="Mirat Lantern"),
    report(2, published="2019-05-22"),
    report(3, REWORDED, published="2019-05-23", outlet="Canal Post"),
    report(4, "\n\n".join(lines(SOURCE)[1:]), published="2019-05"),
    report(5, OTHERWISE),
    *(report(10 + at, f"{story}\n{ABOUT}\n", outlet="Lamp") for at, story in enumerate(STORIES)),
]


@settings(max_examples=12, deadline=None)
@given(st.permutations(COLLECTION))
def test_the_order_of_adding_does_not_matter(order):
    expected = echoes_among(COLLECTION)
    found = echoes_among(order)
    assert found == expected
    ids = [each.id for each in order]
    assert origins(ids, found) == origins(sorted(ids), expected)


@pytest.mark.parametrize("text", ["", "\n\n", "| | |\n\u200b", "!"])
def test_a_report_without_words_is_no_echo_of_anything(text):
    assert echoes_among([report(1), report(2, text), report(3, text)]) == []


def test_what_an_outlet_puts_under_every_page_is_no_echo():
    pages = [report(at, f"{story}\n{ABOUT}\n", outlet="Lamp") for at, story in enumerate(STORIES)]
    assert echoes_among(pages) == []
    anonymous = [report(at, f"{story}\n{ABOUT}\n") for at, story in enumerate(STORIES)]
    assert echoes_among(anonymous) == []


def test_copies_of_one_article_by_one_outlet_are_not_taken_for_standing_text():
    copies = [report(at, published=f"2019-05-{20 + at}", outlet="Lamp") for at in range(6)]
    assert len(echoes_among(copies)) == 15


def test_standing_text_of_very_many_pages_is_no_reason_to_compare_them(monkeypatch):
    """Or else the tenth thousandth page of one outlet would be held against all before it."""
    monkeypatch.setattr(crowds, "CROWD", 3)
    monkeypatch.setattr(index_module, "CROWD", 3)
    index = EchoIndex()
    for at, story in enumerate(STORIES):
        index.add(report(at, f"{story}\n{ABOUT}\n", outlet="Lamp"))
    index.add(report(8, f"{STORIES[3]}\n{ABOUT}\n", outlet="Canal Post"))
    assert index.candidates(0) == []
    assert index.candidates(8) == [3]
    assert [(each.left, each.right) for each in index.echoes()] == [(3, 8)]


def test_what_is_judged_of_two_does_not_depend_on_what_their_readers_may_not_see():
    """A paragraph that two open pages share is an echo, and stays one when it turns out, from pages that are kept from
    some, to be the outlet's standing text; for those who may see these it would be none, and nobody is told either."""

    def seen_beside(one, other):
        return frozenset(("open",)) if {one, other} == {"open"} else frozenset(("open", "sealed"))

    shared = "The lighthouse keepers' fund pays for the oil, the limpets and the spaniel of whoever tends the lamp."
    pages = [f"{story}\n{shared} {ABOUT}\n" for story in STORIES]
    open_pages = [report(at, pages[at], outlet="Lamp", level="open") for at in (0, 1)]
    sealed = [report(at, pages[at], outlet="Lamp", level="sealed") for at in (2, 3, 4)]
    alone = echoes_among(open_pages, seen_beside)
    assert [(each.left, each.right) for each in alone] == [(0, 1)]
    for order in ([*open_pages, *sealed], [*sealed, *open_pages]):
        found = echoes_among(order, seen_beside)
        assert [each for each in found if {each.left, each.right} == {0, 1}] == alone
        assert len(found) == 1
    assert echoes_among([*open_pages, *sealed]) == []


def test_adding_tells_the_echoes_of_the_new_one():
    index = EchoIndex()
    assert index.add(report(7)) == []
    (found,) = index.add(report(3, REWORDED))
    assert (found.left, found.right) == (3, 7)
    assert 7 in index and len(index) == 2
    with pytest.raises(ValueError, match="already"):
        index.add(report(7))


def test_a_print_is_kept_as_bytes():
    made = print_of(words_of(report(1)))
    again = Print.from_bytes(made.to_bytes())
    for kind in ("runs", "pairs", "facts"):
        assert np.array_equal(getattr(made, kind), getattr(again, kind))
    with pytest.raises(ValueError, match="print"):
        Print.from_bytes(made.to_bytes()[:-4])


@settings(deadline=None)
@given(st.lists(st.sets(st.integers(0, 30), max_size=12), max_size=12), st.sets(st.integers(0, 30)))
def test_postings_count_what_is_common(prints, asked):
    postings = Postings()
    for each in prints:
        postings.add(np.array(sorted(each), dtype=np.uint32))
    keys = np.array(sorted(asked), dtype=np.uint32)
    assert postings.counts(keys).tolist() == [sum(key in each for each in prints) for key in keys.tolist()]
    assert postings.common(keys).tolist() == [len(each & asked) for each in prints]
    for key in asked:
        assert postings.holders(key).tolist() == [number for number, each in enumerate(prints) if key in each]
