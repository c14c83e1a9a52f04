"""Who the witness of a first-person account is: named above it, by its own "I, Ana Ruiz,", under it, or by a code.

Where the page gives nothing of the kind the witness stays nameless, and is known as the witness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.mastheads import is_known_place, is_outlet_name
from amanat.core.reading.names import Sort
from amanat.core.reading.referent import is_part
from amanat.core.reading.self_naming import NAME, Given, named_above, named_around
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import person_nouns, words
from amanat.core.reading.zones import Page, Zone

_HANDLE = re.compile(r"@\w{2,}")
_CODED = re.compile(
    r"(?:witness|interviewee|respondent|transcript|testimony|interview|statement|deponent)"
    r"(?: code| reference| ref\.?| no\.?| number| nr\.?| id| of| by| with)*\s*[:#]?\s*"
    r"(?P<name>[A-Z]{1,5}[-/ ]?\d{1,6}(?:[-/]\d{1,6})*|\d{2,6}(?:[-/]\d{1,6})*)\b",
    re.I,
)
_I = frozenset(("i", "my"))
_ABOVE = 12
"""How many blocks of a page are looked at for a heading, and for a name before the account begins."""


def witness_of(page: Page, cast: Cast, sentences: list[Sentence], opens: int) -> Referent:
    """The one who says "I"; ``opens`` is the paragraph in which the account begins."""
    lines = [line for block in page.blocks[:_ABOVE] if len(line := page.quote(block)) < 160]
    start = next((one.block for one in sentences if one.paragraph == opens), 0)
    found = (
        _first(page, cast, named_above(page, start))
        or _poster(page, cast)
        or _first(page, cast, named_around(page))
        or _introduced(cast, sentences, opens)
    )
    if found is not None:
        return found
    coded = next((code["name"] for line in lines if (code := _CODED.search(line))), None)
    if (met := _the_witness(cast)) is not None:
        met.names.extend([coded] if coded and coded not in met.names else [])
        return met
    nameless = Referent(Sort.PERSON, [coded] if coded else [], description="the witness", noun="witness")
    cast.referents.append(nameless)
    return nameless


def _the_witness(cast: Cast) -> Referent | None:
    """Whom the words around the account call the witness: "Note: The witness limps."."""
    met = [one for one in cast.referents if one.is_individual and not one.names and one.noun == "witness"]
    return met[0] if len(met) == 1 and met[0].owner is None else None


def _first(page: Page, cast: Cast, names: Iterator[Given]) -> Referent | None:
    return next((one for given in names if (one := _known(page, cast, given)) is not None), None)


def _known(page: Page, cast: Cast, given: Given) -> Referent | None:
    """The person of that name; a name nobody else in the report bears is a new person's."""
    written = given.name.strip(" ,")
    for name in (written, written.rstrip(".")):
        if (one := cast.named(name)) is not None:
            return one
    longer = [one for one in cast.referents if one.is_individual and " " in written and is_part(written, one)]
    if longer:
        return longer[0]
    name = written if _INITIAL.search(written) else written.rstrip(".")
    if name.isupper() and " " in name:
        name = _as_name(name, page)
        if name and (one := cast.named(name)) is not None:
            return one
    if not name or _is_other(name) or not (" " in name or given.sure):
        return None
    return cast.introduce(name)


def _as_name(shouted: str, page: Page) -> str:
    """ "ANA RUIZ" in the usual letters; nothing where the page has one of its words without a capital, as of
    "CAMP SURVIVORS"."""
    common = any(re.search(rf"\b{re.escape(word.lower())}\b", page.text) for word in shouted.split())
    return "" if common else " ".join(word if "." in word else word.title() for word in shouted.split())


def _is_other(name: str) -> bool:
    """Whether it is no person's name but a body's, a place's, or a noun's."""
    parts = [word.casefold() for word in name.split()]
    common = any(word in words("people", "organisation_names") for word in parts)
    person = parts[0] in person_nouns() or parts[-1].removesuffix("s") in person_nouns()
    return common or person or name.isupper() or is_known_place(name) or is_outlet_name(name)


_INITIAL = re.compile(r"(?:^|[\s.])[A-ZÀ-Þ]\.$")


def _poster(page: Page, cast: Cast) -> Referent | None:
    """The name above a handle is the author's: "Ana Ruiz" over "@ana_ruiz"."""
    top = [page.quote(block).strip() for block in page.blocks[:6] if block.zone is not Zone.BODY]
    for before, line in zip(["", *top], top, strict=False):
        handle = _HANDLE.search(line)
        if handle is None:
            continue
        beside = line[: handle.start()].strip(" (·|,-")
        name = beside if re.fullmatch(NAME, beside) else before
        if re.fullmatch(NAME, name):
            one = _known(page, cast, Given(name))
            if one is not None and handle.group() not in one.names:
                one.names.append(handle.group())
            return one
    return None


def _introduced(cast: Cast, sentences: list[Sentence], opens: int) -> Referent | None:
    """Whom the words before the account speak of first: "Odette, 29, grew beans. In May she was taken." Whom the
    account itself names as somebody else, or "I" calls "my husband", did not give it."""
    before = [item for item in sentences if item.paragraph < opens and item.number in _first_body(sentences)]
    numbers = {sentence.number for sentence in before}
    says_i = [item.paragraph for item in sentences if any(token.lower_ in _I for token in item.tokens())]
    told = {item.number for item in sentences if opens <= item.paragraph <= max(says_i, default=0)}
    named = [
        one
        for one in cast.referents
        if one.is_individual
        and one.names
        and any(mention.sentence in numbers and mention.subject for mention in one.mentions)
        and not _is_named_in(told, one, cast)
        and not (one.description or "").casefold().startswith(("my ", "our "))
    ]
    return min(named, key=lambda one: (one.mentions[0].sentence, one.mentions[0].token), default=None)


def _is_named_in(told: set[int], one: Referent, cast: Cast) -> bool:
    return any(
        mention.subject and mention.sentence in told and (mention.sentence, mention.token) in cast.inside
        for mention in one.mentions
    )


def _first_body(sentences: list[Sentence]) -> set[int]:
    return {sentence.number for sentence in sentences if sentence.zone is Zone.BODY}
