"""Who answers for a ministry, a service or a court where the answers are labelled "Answer:" or "Spokesperson:".

The name stands above the questions: "Spokesperson: Edwin Mbalula", "answered by the ministry's spokesman, Colonel Walid
Zantour", "Foreign Ministry Spokesperson Hu Jialin's press conference".
"""

from __future__ import annotations

import re

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.mastheads import is_known_place, is_name, is_outlet_name
from amanat.core.reading.self_naming import NAME
from amanat.core.reading.wordlists import person_nouns, words
from amanat.core.reading.zones import Page, Zone

_RANK = (
    r"(?:(?:Mrs?|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|General|Colonel|Lieutenant|Major|Captain|Brigadier|Commander|Inspector"
    r"|Commissioner|Minister|Secretary|Deputy|Director|Judge|Ambassador)\.?[ -])*"
)
_ROLE = (
    r"(?i:spokes(?:person|man|woman)|press (?:secretary|officer|attach[eé]|service|cent(?:er|re)|office|bureau)"
    r"|(?:government|ministry|army|police|military|prison) representative|information officer|public relations officer)"
)
_NAMED = tuple(
    re.compile(form)
    for form in (
        rf"{_ROLE}\s*[:：]\s*{_RANK}(?P<name>{NAME})",
        rf"{_ROLE}(?: (?i:of|for|to|at) (?:(?i:the) )?[^.,:;\n]{{2,60}}?)?,? {_RANK}(?P<name>{NAME})",
        rf"(?P<name>{NAME}), (?:(?:the|its|their|a) )?(?:[\w'’-]+ ){{0,6}}{_ROLE}",
        rf"(?i:answers?|answered|responses?|replies|replied|remarks|statement)(?: given)? (?i:by|of|from) {_RANK}"
        rf"(?P<name>{NAME})",
    )
)

_POWER = re.compile(
    r"(?i)\b(?:ministry|embassy|consulate|permanent mission|directorate|prison service|penitentiary service|police"
    r"|armed forces|army|general staff|prosecutor(?:[’']s office| general)|government"
    r"|department of (?:corrections?|prisons?|justice|state|information|home affairs|foreign affairs)"
    r"|(?:presidential|state) (?:administration|information))\b"
)


def spokesperson_of(page: Page, cast: Cast, before: int) -> Referent | None:
    """The one who is named as speaking for a body above the first question; ``before`` is where that begins."""
    for form in _NAMED:
        for block in page.blocks:
            if block.start >= before:
                break
            for found in form.finditer(page.quote(block)):
                name = re.split(r"['’]s\b", re.sub(rf"^{_RANK}", "", found["name"]))[0].strip(" .,")
                if " " in name and not is_outlet_name(name) and not is_known_place(name):
                    return cast.named(name) or cast.introduce(name)
    return None


def is_of_a_power(page: Page) -> bool:
    """Whether a ministry, a service or an embassy issued the page in its own name: its answers are the outlet's."""
    lines = [page.quote(block) for block in page.of(Zone.HEADER)]
    return any(_POWER.search(line) and is_name(line) for line in lines[:_ABOVE])


_ABOVE = 8


def of_that_name(label: str, page: Page, cast: Cast) -> Referent | None:
    """Whom the page names first under a label's family name: "ALAMGIR" of Nasrin Alamgir whose husband bears it too,
    and "R. Tkebuchava" of Ruslan Tkebuchava."""
    *given, family = label.replace(".", ". ").split()
    if len(given) > 1 or family.casefold() in person_nouns() or (given and len(given[0].rstrip(".")) > 1):
        return None
    first = re.escape(given[0].rstrip(".")) if given else "[A-ZÀ-Þ]"
    last = re.escape(family.title() if family.isupper() else family)
    for found in re.finditer(rf"\b(?P<first>{first}[\w'’-]+) {last}\b", page.text):
        if found["first"].casefold() not in words("people", "titles") | _NO_NAMES:
            known = cast.named(found.group())
            return known if known is not None and known.is_individual else cast.introduce(found.group())
    return None


_NO_NAMES = frozenset(("the", "a", "an", "mr", "mrs", "ms", "dr", "from", "of", "and", "family"))
