"""Reports one after another: what is found does not depend on the order in which they came."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.echo import EchoIndex, echoes_among, origins, words_of
from amanat.core.echo.postings import Postings
from amanat.core.echo.prints import Print, print_of
from core.echo.telling import OTHERWISE, REWORDED, SOURCE, UNRELATED, lines, report

ABOUT = "The Lamp takes no advertisements and belongs to its readers, who may leave a coin with the porter."
STORIES = [
    SOURCE,
    f"{OTHERWISE}\nNobody has rented the bakery since. The window is boarded up, and sparrows nest behind the sign.\n",
    f"{UNRELATED}\nA surveyor from the coast will measure the banks next week. Until then the mill race stays shut, "
    "and whoever waters by night must reckon with a fine of forty crowns, the clerk told the meeting.\n",
    "A tram left the rails in Glazier Street and came to rest in the window of a milliner. The driver bruised a knee, "
    "and eleven hats were lost. Some blame frost on the points; the conductor blames the inspectors, who had oiled "
    "nothing since the autumn fair. Service on the hill resumes when the glazier has swept the pavement.\n",
    "The observatory has found that its clock was slow by a minute for nineteen years, and apologises to the sailors. "
    "The error came to light when an apprentice compared it with a wireless set that her uncle had brought home. "
    "Pilots say that they had long trusted the church bells more, which are rung by a man who owns no watch.\n",
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


def test_what_an_outlet_puts_under_every_page_is_no_echo():
    pages = [report(at, f"{story}\n{ABOUT}\n", outlet="Lamp") for at, story in enumerate(STORIES)]
    assert echoes_among(pages) == []
    anonymous = [report(at, f"{story}\n{ABOUT}\n") for at, story in enumerate(STORIES)]
    assert echoes_among(anonymous) == []


def test_copies_of_one_article_by_one_outlet_are_not_taken_for_standing_text():
    copies = [report(at, published=f"2019-05-{20 + at}", outlet="Lamp") for at in range(6)]
    assert len(echoes_among(copies)) == 15


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
    for number, each in enumerate(prints):
        postings.add(np.array(sorted(each), dtype=np.uint32))
        if number % 3 == 0:
            postings._merge()
    keys = np.array(sorted(asked), dtype=np.uint32)
    assert postings.common(keys).tolist() == [len(each & asked) for each in prints]
    for key in asked:
        assert postings.holders(key) == [number for number, each in enumerate(prints) if key in each]
