"""Whom a page's title names: a case file is headed by its person's name as often as by a number or an event."""

from __future__ import annotations

from amanat.core.reading.heading import read_entry
from amanat.core.reading.mastheads import is_known_place, is_outlet_name
from amanat.core.reading.registers import is_common
from amanat.core.reading.subject import Subject
from amanat.core.reading.zones import Page, Zone

_TITLES = 8
"""Among so many of a page's first blocks is its title."""
_LEAST = 2


def titled(page: Page) -> Subject | None:
    """Whom the page's title names, where it is a person's name and no more."""
    lines = [block for block in page.blocks[:_TITLES] if block.zone in (Zone.HEADLINE, Zone.HEADER)]
    for block in lines:
        text = page.quote(block)
        entry = read_entry(text)
        if entry is None or len(entry.heads) > 1 or text[entry.tail :].strip() or is_outlet_name(text):
            continue
        name = entry.heads[0].name
        if len(name.split()) >= _LEAST and not is_known_place(name) and not is_common(name, page.text):
            return entry.subject(block.start)
    return None
