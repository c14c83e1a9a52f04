"""The names that a page's head, its own words and its end give to whoever says "I" in it.

"The witness is called Yagana here", "Tape 14, side B: Doña Petra Chub, weaver", "My name is Filmon", "your Cemal".
Where the page says that a word is a name, one word is enough; elsewhere a name has two words or is known already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core.reading.zones import Page, Zone

_WORD = r"(?:(?-i:Y)(?= (?-i:[A-ZÀ-Þ]))|(?:(?-i:[A-ZÀ-ÞĀ-ŽƠƯ])\.)+|(?-i:[A-ZÀ-ÞĀ-ŽƠƯ])[\w'’‘-]+)"
_SMALL = r"(?:bin|bint|ibn|al|el|de|del|de la|dos|da|van|von|ould|mint|ag|y)[ -]"
_TITLE = (
    r"(?:(?:Mrs?|Ms|Miss|Dr|Prof|Elder|Doña|Don|Señora?|Pastor|Father|Sister|Brother|Imam|Mama|Professor|Citizen"
    r"|Spokes\w+|Minister)\.? )?"
)
NAME = rf"{_WORD}(?: (?:{_SMALL})?{_WORD}){{1,4}}"
_ANY = rf"{_WORD}(?: (?:{_SMALL})?{_WORD}){{0,4}}"
_ACCOUNT = (
    r"(?:testimony|statement|account|interview|affidavit|deposition|declaration|letter|story|words|diary|post|thread"
    r"|remarks|answers|oral history|recollections|memories|memoir|appeal|conversation|recording)"
)
_TITLED = re.compile(
    rf"\b{_ACCOUNT}s?\s+(?:of|by|with|from)\s+{_TITLE}(?P<name>{_ANY})"
    rf"|^(?:name(?: of (?:the )?(?:witness|interviewee|author|sender|applicant|declarant|deponent))?|witness"
    rf"|interviewee|author|speaker|narrator|respondent|declarant|deponent|affiant|told by|as told by|posted by|from)"
    rf"\s*:\s*{_TITLE}(?P<field>{NAME})"
    rf"|^(?:witness|interviewee|respondent|deponent|narrator|speaker)(?: (?:no\.?|number|nr\.?|code))? ?\d*[:,.]\s+"
    rf"{_TITLE}(?P<witness>{NAME})(?=[,.;(]|$)"
    rf"|^{_TITLE}(?P<owner>{NAME})(?:'s|’s|’|') {_ACCOUNT}\b"
    rf"|^(?:to|letter|appeal)\b[^.]*?\bfrom {_TITLE}(?P<sender>{_ANY})(?=[,;]|$)"
    rf"|^to\b[^.]*\b(?:case|file|application|claim|appeal|matter) of {_TITLE}(?P<applicant>{NAME})",
    re.I,
)
_FIELD = re.compile(
    r"(?:^|[.;]\s+)(?:full )?name(?: of (?:the )?(?:witness|interviewee|declarant|deponent))?\s*:\s*"
    rf"{_TITLE}(?P<name>{NAME})(?=[.,;]|$)",
    re.I,
)
_ARCHIVED = re.compile(
    r"\b(?:tape|cassette|side [AB12]|recording|collections?|archives?|voices|memory|oral histor(?:y|ies)"
    rf"|life stor(?:y|ies)|narrators?|reel|file|hearing|session|day \d+)\b.*?[:.|–—]\s+{_TITLE}(?P<name>{NAME})"
    r"(?=,| speak| talk| tell| remember| as (?:spoken|told)|\s*[(;]|$)",
    re.I,
)
_CALLING = (
    r"(?:calls?|called|named|name(?: is)?|identified|known|appears?|referred to|goes)"
    r"(?: (?:her|him|them|herself|himself))?"
    r"(?: (?:here|only|simply|in this \w+|by the name of|under the name(?: of)?|be called|as))*"
)
_CALLED = re.compile(
    r"\b(?:witness|speaker|narrator|interviewee|author|writer|survivor|respondent|deponent)\b[^.;:]{0,40}?"
    rf"\b{_CALLING}\s+[\"“‘']?(?P<name>{_ANY})(?=[\"”’']?(?:\s+(?:here|in|for|below|throughout)\b|[,.;)]|$))"
    rf"|\b{_CALLING}\s+[\"“‘']?(?P<here>{_ANY})(?=[\"”’']?(?:\s+here\b|\s+in this (?:text|account|report|record|story)"
    r"|,? (?:which is )?not (?:her|his) (?:real|own|true) name|,? a pseudonym))",
    re.I,
)
_PRESENTED = re.compile(
    r"\b(?i:the|this) (?i:writer|author|speaker|narrator|witness|interviewee|diarist|sender|prisoner who wrote it) is "
    rf"{_TITLE}(?P<name>{NAME})(?=[,.;]|$)"
    rf"|\b(?i:kept|dictated|narrated|smuggled out) (?i:by) {_TITLE}(?P<by>{NAME})(?=[,.;(]|$)"
)
_HIMSELF = re.compile(
    r"\b[Mm]y (?:full |real |given )?name (?:(?:I|we) (?:write|give|put)(?: here)?(?: as)?|here is|is|will be)\s+"
    rf"(?P<name>{_ANY})"
    rf"|\b(?:I am called|I'm called|I’m called|they call me|[Cc]all me)\s+(?P<called>{_ANY})"
    rf"|(?:^|[.!?,:“\"]\s+)I, (?:the undersigned,? )?{_TITLE}(?P<aside>{NAME})(?=,| of | born | son | daughter)"
)
_PLAIN = re.compile(
    rf"(?:^|[.!?:,|]\s+)(?:I am|I'm|I’m|[Tt]his is) {_TITLE}(?P<plain>{NAME})(?=[,.;]| from| and| of|$)"
)
_BYLINE = re.compile(rf"(?:by|from)\s+(?P<name>{NAME})(?=$|[,|·–—(])", re.I)
_AGED = re.compile(rf"^(?:by|from) (?P<name>{_ANY}),? (?:\(|aged )?\d\d(?=[,;:.)]|$| years| from)", re.I)
_SIGNED = re.compile(
    r"^(?:[–—-]\s*|(?:yours|sincerely|signed|respectfully|regards|with \w+)\b[^A-Z]{0,20}(?-i:))?"
    rf"{_TITLE}(?P<name>{NAME})(?=$|[,.(]|\s*\n)",
    re.I,
)
_CLOSED = re.compile(
    r"(?:\bwith (?:\w+ ){0,2}(?:respects?|regards|greetings|love|thanks|gratitude|wishes|hope|prayers|esteem)\b"
    r"[^.!?]{0,40}?"
    r"|\byours(?: (?:sincerely|faithfully|truly))?|\bsincerely(?: yours)?|\bfaithfully"
    r"|\brespectfully(?: yours| submitted)?|\b(?:kind|best|warm) regards|\bsigned(?: by)?)"
    r"(?:[,:.]\s*|\s*\n\s*|(?= your ))"
    r"(?:\s?your (?:brother |sister |friend |daughter |son )?)?"
    rf"(?P<name>{_ANY})(?=[.!]?$|[,.]\s|\s*\n)"
    r"|\byour (?:(?:loving |old |humble )?(?:brother|sister|friend|daughter|son|mother|father|servant),? )?(?P<yours>"
    rf"{_ANY})[.!]?$"
    rf"|[.!?\"”]\s+(?P<kin>{_ANY}), (?:a |the |your )?(?:\w+ )?(?:mother|father|wife|husband|widow|sister|brother"
    r"|daughter|son)\b[^.!?]{0,60}[.!]?$"
    rf"|[.!?\"”]\s*\n?[–—]\s*(?P<dashed>{_ANY})(?:, [^.!?]{{2,60}})?\.?$",
    re.I,
)
_PLACE_AFTER = re.compile(
    r"\s+(?:detention|prison|camp|cent(?:er|re)|colony|jail|cell|ward|block|village|town|city|province|district|region"
    r"|county|hospital|university|school|island|valley)\b",
    re.I,
)
_HEAD = 12
"""How many blocks of a page are looked at for a heading, and for a name before the account begins."""
_SHORT = 220
_END = 200


@dataclass(frozen=True, slots=True)
class Given:
    """A name as written; ``sure`` where the page's words say that it is one, or that its bearer speaks."""

    name: str
    sure: bool = False


def named_above(page: Page, opens: int) -> Iterator[Given]:
    """From the surest to the least: what the words before ``opens`` call the witness, what "I" calls itself, the
    heading. ``opens`` is where in the page's text the account begins."""
    head = [page.quote(block).strip() for block in page.blocks[:_HEAD]]
    body = [_unquoted(page.quote(block)) for block in page.of(Zone.BODY)[:_HEAD]]
    for block in page.blocks:
        if block.start < opens:
            yield from _found(_CALLED, page.quote(block), sure=True)
    for text in body:
        yield from _found(_HIMSELF, text, sure=True)
    for line in head:
        yield from _found(_FIELD, line)
        if len(line) < _SHORT:
            yield from _found(_PRESENTED, line)
            yield from _found(_AGED, line, sure=True)
            yield from _found(_TITLED, line)
            yield from _found(_ARCHIVED, line)
    for text in body:
        yield from _found(_PLAIN, text)


def named_around(page: Page) -> Iterator[Given]:
    """A byline; a name alone on one of the last lines, as under a letter, or behind its last sentence."""
    for block in page.blocks[:_HEAD]:
        line = page.quote(block).strip()
        if len(line) < 60 and (found := _BYLINE.fullmatch(line)):
            yield Given(found["name"])
    for block in reversed(page.of(Zone.BODY)[-3:]):
        line = page.quote(block).strip()
        if len(line) < 70 and (found := _SIGNED.match(line)):
            yield Given(found["name"])
        for given in _found(_CLOSED, line[-_END:]):
            common = re.search(rf"\b{re.escape(given.name.lower())}\b", page.text)
            yield Given(given.name, sure=not common)


def _found(pattern: re.Pattern[str], text: str, *, sure: bool = False) -> Iterator[Given]:
    for found in pattern.finditer(text):
        for key, name in found.groupdict().items():
            if name and not _PLACE_AFTER.match(text, found.end(key)):
                yield Given(name, sure)


def _unquoted(text: str) -> str:
    return re.sub(r"[“\"][^“”\"]*[”\"]", "", text)
