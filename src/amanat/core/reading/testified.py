"""Whose testimony a section of a record retells: "TESTIMONY (ANA RUIZ, DAUGHTER)" above it, or a heading without a name
and a field that names the witness. They tell what stands below the heading, until the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.informant import Informant, informant
from amanat.core.reading.names import Sort
from amanat.core.reading.referent import is_part
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.zones import Block, Page

_HEADING = re.compile(
    r"(?:\d{1,2}[.)]\s*|[A-Z][.)]\s*)?(?:the |full |oral |written |witness(?:['’]s?)? |summary of (?:the )?)*"
    r"(?:testimony|statement|account|deposition|declaration|affidavit|narrative|interview)"
    r"(?: (?:summary|retold|recorded|in full))?"
    r"(?:\s+(?:of|by|from|with|given by)\s+(?P<of>[^:]{2,70}?)|\s*[(\[](?P<beside>[^()\[\]]{2,70})[)\]]"
    r"|\s*[,:–—-]\s*(?P<after>[^:]{2,70}?))?\s*:?",
    re.I,
)
_FIELD = re.compile(
    r"(?:(?:name|code|identity) of (?:the )?)?(?:witness|testifier|deponent|interviewee|respondent|narrator|declarant"
    r"|testimony (?:by|of)|(?:statement|testimony) (?:given|made) by)(?: (?:code|name|no\.?))?"
    r"\s*[:：|]\s*(?P<who>\S.{1,80})",
    re.I,
)
_CODE = re.compile(r"(?:witness |no\.? ?)?(?P<code>[A-Z]{1,4}[- ]?\d{1,5})\b")
_LONGEST = 90
_LABEL_WORDS = 8


def testified(page: Page, sentences: Sequence[Sentence], cast: Cast) -> dict[int, Referent]:
    """Who tells each paragraph below a heading of testimony; nothing where there is no such heading."""
    found: dict[int, Referent] = {}
    teller: Referent | None = None
    field: Informant | None = None
    for block in page.blocks:
        line = page.quote(block).strip(" *#_")
        if (named := _FIELD.fullmatch(line)) is not None:
            field = _who(named["who"]) or field
        heading = _HEADING.fullmatch(line) if len(line) <= _LONGEST else None
        if heading is not None:
            given = heading["of"] or heading["beside"] or heading["after"]
            own = _who(given) if given else None
            who = own if own is not None and (own.name is not None or field is None) else field or own
            teller = _known(who, cast) if who is not None else None
        elif _is_label(line):
            teller = None
        elif teller is not None:
            found.update(dict.fromkeys(_paragraphs(block, sentences), teller))
    return found


def _paragraphs(block: Block, sentences: Sequence[Sentence]) -> Iterator[int]:
    return (one.paragraph for one in sentences if one.block == block.start)


def _is_label(line: str) -> bool:
    """A few words that end in no stop: the heading of another section, or a field."""
    return len(line.split()) <= _LABEL_WORDS and not line.endswith((".", "!", "?", "”", '"', ".)"))


def _who(words: str) -> Informant | None:
    """The person in a heading or field, in the usual letters; a witness's code is their name."""
    if (code := _CODE.match(words)) is not None:
        return Informant(code["code"], None)
    return informant(_usual(words))


def _usual(words: str) -> str:
    """ "ANA RUIZ, DAUGHTER" as it would be written in a sentence."""
    if not words.isupper():
        return words
    name, comma, rest = words.partition(",")
    given = " ".join(part.title() if len(part) > 1 else part for part in name.split())
    return f"{given}{comma}{rest.lower()}"


def _known(who: Informant, cast: Cast) -> Referent:
    """The person of the report, or a new one."""
    if who.name is not None:
        name = who.name
        known = cast.named(name)
        longer = [one for one in cast.referents if one.is_individual and one.names and is_part(name, one)]
        known = known or next(iter(longer), None) or cast.introduce(name)
        known.noun = known.noun or who.noun
        return known
    met = next((one for one in cast.referents if one.is_individual and one.noun == who.noun), None)
    if met is None:
        met = Referent(Sort.PERSON, description=who.words or who.noun, noun=who.noun)
        cast.referents.append(met)
    return met
