"""Which page of a list this is, and one that is not there."""

from __future__ import annotations

import pytest

from amanat.cli.pages import NoSuchPageError, refuse_beyond
from amanat.store.queries.views import Page


@pytest.mark.parametrize(("asked", "total"), [(1, 0), (1, 50), (2, 51), (4, 200)])
def test_a_page_that_is_there_is_let_pass(asked: int, total: int) -> None:
    refuse_beyond(Page((), asked, 50, total), asked, "cases")


@pytest.mark.parametrize(
    ("asked", "total", "said"),
    [
        (2, 0, "There is no page 2 of the pairs: there is one page only."),
        (2, 50, "There is no page 2 of the pairs: there is one page only."),
        (99, 51, "There is no page 99 of the pairs: there are 2 pages."),
    ],
)
def test_a_page_that_is_not_there_is_said_with_how_many_there_are(asked: int, total: int, said: str) -> None:
    last = Page((), max(1, -(-total // 50)), 50, total)
    with pytest.raises(NoSuchPageError) as refused:
        refuse_beyond(last, asked, "pairs")
    assert refused.value.message().startswith(said)
    assert refused.value.exit_code == 7
