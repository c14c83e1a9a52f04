"""Which flags of a report ask something of a person."""

from __future__ import annotations

from amanat.core.claim import is_for_information
from amanat.web.desk.wording import any_to_settle


def test_where_a_capture_is_from_asks_nothing_of_anybody() -> None:
    assert is_for_information("captured")
    assert not is_for_information("date-ambiguous")


def test_a_report_has_something_to_settle_if_any_flag_asks_for_it() -> None:
    assert any_to_settle(("captured", "date-ambiguous"))
    assert not any_to_settle(("captured",))
    assert not any_to_settle(())
