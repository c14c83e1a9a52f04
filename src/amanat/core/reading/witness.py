"""Who the witness of a first-person account is: named above it, by its own "I, Ana Ruiz,", under it, or by a code.

Where the page gives nothing of the kind the witness stays nameless, and is known as the witness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.mastheads import is_known_place, is_outlet_name
from amanat.core.reading.names import Sort
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import person_nouns, words
from amanat.core.reading.zones import Page, Zone

_WORD = r"(?:(?-i:[A-ZÀ-ÞĀ-ŽƠƯ])\.|(?-i:[A-ZÀ-ÞĀ-ŽƠƯ])[\w'’‘-]+)"
_SMALL = r"(?:bin|bint|ibn|al|el|de|del|de la|dos|da|van|von|ould|mint|ag|y)[ -]"
_NAME = rf"{_WORD}(?: (?:{_SMALL})?{_WORD}){{1,4}}"
_ACCOUNT = (
    r"(?:testimony|statement|account|interview|affidavit|deposition|letter|story|words|diary|post|thread|remarks"
    r"|answers)"
)
_TITLES = r"(?:Mrs?|Ms|Dr|Spokes\w+|Minister)"
_TITLED = re.compile(
    rf"\b{_ACCOUNT}s?\s+(?:of|by|with|from)\s+(?:{_TITLES}\.? )?(?P<name>{_WORD}(?: {_WORD}){{0,3}})"
    rf"|^(?:name(?: of (?:the )?(?:witness|interviewee|author|sender|applicant))?|witness|interviewee|author|speaker"
    rf"|respondent|declarant|deponent|told by|as told by|posted by|from)\s*:\s*(?P<field>{_NAME})"
    rf"|^(?P<owner>{_NAME})(?:'s|’s|’|') {_ACCOUNT}\b",
    re.I,
)
_HIMSELF = re.compile(
    r"(?:\b(?:[Mm]y (?:full )?name is|I am called|I'm called|they call me|[Cc]all me)\s+"
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,4}})"
    rf"|(?:^|[.!?,:“\"]\s+)I, (?:the undersigned,? )?(?P<aside>{_NAME})(?=,)"
    rf"|(?:^|[.!?:]\s+)(?:I am|I'm|I’m|[Tt]his is) (?P<plain>{_NAME})(?=[,.;]| from| and| of))"
)
_BYLINE = re.compile(rf"(?:by|from)\s+(?P<name>{_NAME})(?=$|[,|·–—(])", re.I)
_HANDLE = re.compile(r"@\w{2,}")
_SIGNED = re.compile(
    r"^(?:[–—-]\s*|(?:yours|sincerely|signed|respectfully|regards|with \w+)\b[^A-Z]{0,20}(?-i:))?"
    rf"(?P<name>{_NAME})(?=$|[,.(]|\s*\n)",
    re.I,
)
_CODED = re.compile(
    r"(?:witness|interviewee|respondent|transcript|testimony|interview|statement|deponent)"
    r"(?: code| reference| ref\.?| no\.?| number| nr\.?| id| of| by| with)*\s*[:#]?\s*"
    r"(?P<name>[A-Z]{1,5}[-/ ]?\d{1,6}|\d{2,6})\b",
    re.I,
)
_ABOVE = 12
"""How many blocks of a page are looked at for a heading, and for a name before the account begins."""


def witness_of(page: Page, cast: Cast, sentences: list[Sentence], opens: int) -> Referent:
    """The one who says "I"; ``opens`` is the paragraph in which the account begins."""
    above = [page.quote(block) for block in page.blocks[:_ABOVE]]
    lines = [line for line in above if len(line) < 160]
    found = (
        _first(cast, (_groups(_TITLED.search(line)) for line in lines))
        or _first(cast, _own_words(page))
        or _poster(page, cast)
        or _first(cast, (_groups(_BYLINE.fullmatch(line.strip())) for line in lines if len(line) < 60))
        or _signed(page, cast)
        or _introduced(cast, sentences, opens)
    )
    if found is not None:
        return found
    coded = next((code["name"] for line in lines if (code := _CODED.search(line))), None)
    nameless = Referent(Sort.PERSON, [coded] if coded else [], description="the witness", noun="witness")
    cast.referents.append(nameless)
    return nameless


def _first(cast: Cast, names: Iterator[str | None]) -> Referent | None:
    for name in names:
        if name is not None and (one := _known(cast, name)) is not None:
            return one
    return None


def _groups(found: re.Match[str] | None) -> str | None:
    return next((name for name in found.groups() if name), None) if found else None


def _known(cast: Cast, name: str) -> Referent | None:
    """The person of that name; a name nobody else in the report bears is a new person's."""
    name = name.strip(" .,")
    one = cast.named(name)
    if one is not None:
        return one
    common = any(word.casefold() in words("people", "organisation_names") for word in name.split())
    person = name.split()[0].casefold() in person_nouns()
    if common or person or name.isupper() or is_known_place(name) or is_outlet_name(name):
        return None
    return cast.introduce(name) if " " in name else None


def _own_words(page: Page) -> Iterator[str | None]:
    """ "My name is …", "I, …, live in": of the first paragraphs, outside quotation marks."""
    body = [page.quote(block) for block in page.blocks if block.zone is Zone.BODY]
    for text in body[:_ABOVE]:
        for found in _HIMSELF.finditer(re.sub(r"[“\"][^“”\"]*[”\"]", "", text)):
            yield _groups(found)


def _poster(page: Page, cast: Cast) -> Referent | None:
    """The name above a handle is the author's: "Ana Ruiz" over "@ana_ruiz"."""
    top = [page.quote(block).strip() for block in page.blocks[:6] if block.zone is not Zone.BODY]
    for before, line in zip(["", *top], top, strict=False):
        handle = _HANDLE.search(line)
        if handle is None:
            continue
        beside = line[: handle.start()].strip(" (·|,-")
        name = beside if re.fullmatch(_NAME, beside) else before
        if re.fullmatch(_NAME, name):
            one = _known(cast, name)
            if one is not None and handle.group() not in one.names:
                one.names.append(handle.group())
            return one
    return None


def _signed(page: Page, cast: Cast) -> Referent | None:
    """A name alone on one of the last lines, as under a letter."""
    body = [page.quote(block).strip() for block in page.blocks if block.zone is Zone.BODY]
    return _first(cast, (_groups(_SIGNED.match(line)) for line in reversed(body[-3:]) if len(line) < 70))


def _introduced(cast: Cast, sentences: list[Sentence], opens: int) -> Referent | None:
    """Whom the words before the account speak of first: "Odette, 29, grew beans. In May she was taken." """
    before = [item for item in sentences if item.paragraph < opens and item.number in _first_body(sentences)]
    numbers = {sentence.number for sentence in before}
    named = [
        one
        for one in cast.referents
        if one.is_individual
        and one.names
        and any(mention.sentence in numbers and mention.subject for mention in one.mentions)
    ]
    return min(named, key=lambda one: (one.mentions[0].sentence, one.mentions[0].token), default=None)


def _first_body(sentences: list[Sentence]) -> set[int]:
    return {sentence.number for sentence in sentences if sentence.zone is Zone.BODY}
