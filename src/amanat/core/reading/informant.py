"""Lines that say who told what a record or an entry says: "Submitted by: sister", "Source: his wife, Samar",
"Testimony 1: Abdulla Hoshur (son, in Norway): my father was taken …".

One person or one family is a teller; several sources together, documents and bodies are not, because the line does
not say which of them told what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from amanat.core.reading.mastheads import is_known_place, is_outlet_name
from amanat.core.reading.wordlists import MONTHS_AND_DAYS, words

_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*\.?"
_NAME = rf"{_WORD}(?:[ -](?:al-|el-|bin |bint |ibn |de |de la |van )?{_WORD}){{0,4}}"
_LINE = re.compile(
    r"(?:\[?\(?\d{1,3}[\].)]\s*|[-–—•▪*]\s*)?\**"
    r"(?P<label>(?:testimon(?:y|ies)|statement|account|interview|submission)(?: ?(?:no\.? ?|#)?\d{1,3})?"
    r"(?: (?:by|of|from|with))?"
    r"|(?:the )?(?:information|details|testimony|statement|case|entry|report|data|story)"
    r"(?: (?:was|were|is|has been))?"
    r" (?:provided|given|supplied|received|submitted|reported|added|entered|told)(?: to us)? (?:by|from)"
    r"|(?:information|news) from|provided by|submitted by|submitters?|reported by|informants?|testified by|testifiers?"
    r"|(?:as )?told by|(?:name of )?(?:informant|submitter|testifier)|source(?:\(?s\)?)?(?: of (?:the )?information)?"
    r"|person reporting|who told us)"
    r"\**(?P<joint>\s*[:：|]\s*\**|\s+[–—-]\s+|\s+)(?P<rest>\S.*)",
    re.I | re.S,
)
_WHOLE = re.compile(
    r"\b(?:all|the|this) (?:of )?(?:the )?"
    r"(?:information|details|entries|testimon(?:y|ies)|accounts?|data|list|page|entry)\b"
    r"[^.:]{0,60}?\b(?:(?:provided|given|submitted|supplied|told|reported|collected|received|compiled)"
    r"(?: to (?:us|the \w+))? (?:by|from)"
    r"|comes? (?:to us )?from|came (?:to us )?from|(?:is|are|was|were) (?:based on|from) (?:an? |the )?(?:\w+ ){0,2}?"
    r"(?:interviews?|testimony|conversations?|statements?|accounts?) (?:with|of|by|from|given by))\s+(?P<who>[^.;]+)",
    re.I,
)
_LEAD = re.compile(
    r"(?:an? |the )?(?:(?:oral|written|recorded|video|telephone|phone|direct|personal|own|first-hand) )*"
    r"(?:testimon(?:y|ies)|statements?|interviews?|accounts?|information|submissions?|reports?|conversations?|calls?|letters?"
    r"|messages?|words) (?:of|by|with|from|given by|provided by|made by)\s+",
    re.I,
)
_AFTER = re.compile(
    r",?\s*(?:\((?=[^()]*\d)[^()]*\)|,\s*(?:\d|in\b|on\b|at\b|who\b|collected|recorded|interviewed|given|dated|by\b|via\b|now\b|lives|living"
    r"|aged?\b|through).*$|,?\s+(?:in|on|at|who|collected|recorded|interviewed|via|through|now|by)\b.*$)",
    re.I | re.S,
)
_OWNER = r"(?:(?:an?|the|his|her|their|victim[’']?s?|(?:the )?(?:victim|detainee|prisoner|person)[’']s)\s+)?"
_DESCRIBED = re.compile(
    rf"{_OWNER}(?P<noun>(?:[a-z][a-z-]*\s+){{0,3}}?[a-z][a-z-]*)(?:,?\s+(?P<name>{_NAME}))?(?P<of>\s+of\s+.*)?",
    re.S,
)
_NAMED = re.compile(
    rf"(?P<name>{_NAME})(?:\s*[(\[](?P<beside>[^()\[\]]*)[)\]]|\s*,\s*(?P<apposed>[^,;]+))?", re.S
)
_ENDS = re.compile(
    r"(?<=[\w)\]])\s*(?:[:：]\s+|\.\s+(?=[\"“«A-ZÀ-Þ])|\s[–—-]\s+(?=[\"“«A-Za-z])|,?\s+(?=[\"“«]))"
)
_TITLE = re.compile(r"^(?:Mrs?|Ms|Miss|Dr)\.? (?=[A-ZÀ-Þ])")
_NO_NAMES = frozenset("the a an of facts events case all".split())
_LEAST_TOLD = 3
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Informant:
    """Who told: ``name`` as written, or nobody's; ``noun`` what they are ("sister", "neighbour"), ``words`` with what
    stands before it ("younger sister")."""

    name: str | None
    noun: str | None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class InformantLine:
    """``who`` told; what they told begins at ``told`` of the line, where it stands in it."""

    who: Informant
    label: str
    told: int | None = None

    @property
    def opens(self) -> bool:
        """ "Testimony of Ana Ruiz": what follows is told by her, and not what stands above."""
        return bool(re.match(r"testimon|statement|account|interview", self.label))

    @property
    def is_source(self) -> bool:
        """ "Source": what a page rests on, which need not be who speaks in it."""
        return self.label.startswith("source")


def informant_line(text: str) -> InformantLine | None:
    """What a line says of who told; None for every other line."""
    found = _LINE.match(text)
    if found is None:
        return None
    label, rest = found["label"].casefold(), found["rest"]
    if not found["joint"].strip() and not label.endswith((" by", " of", " from", " with")):
        return None
    for end in _ENDS.finditer(rest[:_LONGEST]):
        who = informant(rest[: end.start()])
        if who is not None and len(rest[end.end() :].split()) >= _LEAST_TOLD:
            return InformantLine(who, label, found.start("rest") + end.end())
    who = informant(rest) if len(rest) < _LONGEST else None
    return InformantLine(who, label) if who is not None else None


def informant_of_all(text: str) -> Informant | None:
    """Of "All information on this page was provided by Botagoz, who lives abroad": Botagoz."""
    found = _WHOLE.search(text)
    return informant(found["who"]) if found is not None else None


def informant(text: str) -> Informant | None:
    """The one person or family that words name as who told."""
    told = _TITLE.sub("", _LEAD.sub("", text.strip(' *"“”'), count=1))
    bracketed = re.fullmatch(rf"(?P<name>{_NAME})\s*[(\[](?P<beside>[^()\[\]]*)[)\]]\.?", told)
    if bracketed is not None and not _is_other(bracketed["name"]) and (noun := noun_of(bracketed["beside"])):
        return Informant(bracketed["name"], noun)
    plain = _AFTER.sub("", told).strip(" ,*")
    plain = plain if re.search(r"\b[A-ZÀ-Þ]\.$", plain) else plain.rstrip(".")
    plain = re.sub(r"^(?:An?|The|His|Her|Their)\b", lambda found: found.group().lower(), plain)
    if not plain or ";" in plain or re.search(r"\band\b|&|/", plain) or re.search(r"\d", plain):
        return None
    described = _DESCRIBED.fullmatch(plain)
    if described is not None and (noun := noun_of(described["noun"])) is not None:
        return Informant(described["name"], noun, described["noun"])
    named = _NAMED.fullmatch(plain)
    if named is None or _is_other(named["name"]):
        return None
    noun = noun_of(named["beside"] or named["apposed"] or "")
    if " " not in named["name"] and noun is None:
        return None
    return Informant(named["name"], noun)


def noun_of(text: str) -> str | None:
    """The noun for a relative or a witness in some words: "sister" of "younger sister, in Oslo"."""
    nouns = words("people", "kin") | words("people", "witness") | words("people", "unnamed")
    found: list[str] = re.findall(r"[a-z]+(?:-in-law)?", re.split(r"\bof\b|,", text.casefold())[0])
    return next((form for word in found for form in (word, word.removesuffix("s")) if form in nouns), None)


def _is_other(name: str) -> bool:
    """A body, a place, a paper or a day."""
    parts = {part.casefold().strip(".") for part in name.split()}
    bodies = (
        words("people", "organisation_names") | words("people", "media") | words("people", "organisation")
    )
    return (
        bool(parts & (bodies | MONTHS_AND_DAYS | _NO_NAMES)) or is_outlet_name(name) or is_known_place(name)
    )
