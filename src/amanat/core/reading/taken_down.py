"""The masthead of a testimony taken down by somebody: when, by whom, through which interpreter, and whose it is.

"Taken down on 9 March 2024 by F. Ayuk, through the interpreter Y. H. Person: female, b. 1997, Kenyan. Read back to
her." Of all this only the description of the witness is told of anybody; it is of whoever says "I" below.
"""

from __future__ import annotations

import re

from amanat.core.reading.zones import Page

_ABOVE = 12
"""How many blocks of a page are looked at for a masthead."""
_TAKEN = re.compile(
    r"(?:(?:this )?(?:statement|testimony|account|interview|deposition|record) (?:was )?)?"
    r"(?:taken(?: down)?|recorded|heard|noted(?: down)?|written down|interviewed|dictated|collected)\b"
    r"(?=[^!?;]{0,120}\b(?:19|20)\d\d\b)(?=[^!?;]{0,160}\b(?:by|through|with|via)\b)",
    re.I,
)
_LABEL = r"(?:person|witness|interviewee|speaker|narrator|respondent|deponent|declarant)(?: described(?: as)?)?:\s*"
_SEX = r"(?:male|female|woman|man|girl|boy)"
_PORTRAIT = re.compile(
    rf"(?:^|(?<=[.;]\s))(?:{_LABEL})?(?P<traits>{_SEX}, (?:[^.]|\bb\. ?(?=\d))*\d(?:[^.]|\bb\. ?(?=\d))*)(?=\.|$)",
    re.I,
)
"""Sex, and a number somewhere: a name after "Witness:" is another matter."""
_LONGEST = 160


def taken_down(page: Page) -> dict[int, tuple[int, int] | None]:
    """The paragraphs of the masthead by where they begin, each with the stretch of the page's text that describes
    the witness. What is no such masthead describes nobody."""
    head = page.blocks[:_ABOVE]
    if not any(_TAKEN.match(page.quote(block)) for block in head):
        return {}
    found: dict[int, tuple[int, int] | None] = {}
    for block in head:
        text = page.quote(block)
        portrait = _PORTRAIT.search(text)
        if portrait is not None and len(portrait["traits"]) > _LONGEST:
            portrait = None
        if portrait is not None:
            found[block.start] = (
                block.start + portrait.start("traits"),
                block.start + portrait.end("traits"),
            )
        elif _TAKEN.match(text) is not None:
            found[block.start] = None
    return found
