"""Whose report a page is, and whom it credits: labels, masthead, byline, notes, copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanat.core.reading import looks, mastheads
from amanat.core.reading.dateline import Dateline, split_names
from amanat.core.reading.headline import is_echoed
from amanat.core.reading.informant import informant_line
from amanat.core.reading.zones import Page, Zone

_QUOTED = r"[\"“«„](?P<name>[^\"”»“]{2,60})[\"”»“]"
_LABEL = re.compile(
    r"(?:outlet|publisher|published by|newspaper|website|issued by|source)\s*[:：]\s*(?P<name>[^|·\n]{2,80})",
    re.I,
)
_CHANNEL = re.compile(
    r"\b(?:channel|page|site|website|newspaper|account|group|blog|radio|station|programme|magazine|agency|portal)"
    rf"\s+{_QUOTED}",
    re.I,
)
_BYLINE = re.compile(
    r"(?:[a-z]+ )?(?:by|from) (?:the )?(?:.{2,60}?(?P<joint>,? for (?:the )?|, | \| |, of )(?:(?=the )the )?)?"
    r"(?P<name>[A-ZÀ-Þ][^,|\n]{2,60})$",
    re.I,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?,?)?\s*(?:by )?"
    r"(?P<name>[^\W\d_][^.,|\n]{2,60}?)(?:\s+\d{4}.*)?(?:[.,|].*|\s+all rights.*)?$",
    re.I,
)
_SUBSCRIBE = re.compile(
    r"(?:(?i:subscribe to|follow|join|support)) (?P<name>[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,4})"
    r"(?: (?:updates|newsletters?|on|or)\b.*)?$"
)
_SITE = re.compile(r"(?P<name>[^|]{2,60}?) ?[|–—·] ?(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+/?$")
_POSTED = re.compile(
    r"^(?:a |an )?(?:public )?(?:X|Twitter|Facebook|Telegram|Instagram|TikTok|Weibo|WeChat|VK|YouTube|social media)\b"
    r"|\b(?:threads?|posts|tweets?)$"
)
"""Where somebody posts is no outlet: "Source: X thread"."""
_CITING = re.compile(r"\s*[,;(]?\s*\b(?:citing|quoting|via|with reference to|based on)\s+", re.I)
_CREDITS = re.compile(
    r"""(?: (?:originally\ |first\ |also\ )?(?:published|appeared|broadcast|aired|produced)
            (?:\ in\ full|\ in\ english|\ online|\ last\ \w+)? \ (?:by|in|on)
          | (?:re-?posted|re-?published|reprinted|reproduced|translated|adapted)
            (?:\ in\ full|\ with\ (?:kind\ )?permission)? \ (?:from|by\ permission\ of|courtesy\ of)
          | with\ permission\ (?:from|of)
          | (?:additional\ |with\ )?(?:reporting|reported|inputs?|files?|contributions?)
            (?:\ in\ [\w'\ -]{2,30})? \ (?:by|from)
          | courtesy\ of | via | citing | quoting
          | (?:credits?|agencies|original\ source)\s*[:：]
        )\s+(?:the\ (?=[a-z]))?(?P<names>[^;.)\]\n]{2,120})""",
    re.I | re.X,
)
_CONTRIBUTED = re.compile(
    r"(?P<names>[^.]{3,80}?) (?:also )?contributed(?: reporting)? to this (?:report|story|article)", re.I
)
_WITH = re.compile(r"\(?with (?P<names>agencies)\)?", re.I)
_STAFF = re.compile(
    r"\s+(?:staff(?: (?:writers?|reporters?))?|correspondents?|reporters?|newsroom|team)$", re.I
)


def outlet_of(page: Page, credit: tuple[str, ...]) -> str | None:
    """The outlet, or the body that issued the report, by the best evidence the page has for it."""
    evidence = (_labelled, _masthead, _bylined, _credited, _channel, _reserved, _first_line)
    return next((name for find in evidence for name in find(page, credit) if name), None)


def _lines(page: Page, *zones: Zone) -> list[str]:
    return [page.quote(block) for block in page.blocks if block.zone in zones]


def _labelled(page: Page, _: tuple[str, ...]) -> Iterator[str]:
    for line in _lines(page, Zone.HEADER, Zone.FURNITURE):
        for piece in looks.parts(line):
            found = _LABEL.match(piece)
            told = found is None or informant_line(piece) is not None or not found["name"][:1].isupper()
            told = told or (found is not None and _POSTED.search(found["name"]) is not None)
            if found and not told and not re.search(r"https?:|@", found["name"]):
                yield _CITING.split(found["name"])[0].strip(" .")
            sender = re.match(r"from\s*:\s*\"?(?P<name>[^<\"]{2,60})", piece, re.I)
            if sender and mastheads.is_outlet_name(sender["name"]):
                yield sender["name"].strip()


def _masthead(page: Page, _: tuple[str, ...]) -> Iterator[str]:
    for line in _above(page):
        if mastheads.is_outlet_name(line) or is_echoed(line, page.text):
            yield _as_written(_unplaced(mastheads.name_of(line)), page.text)


def _unplaced(name: str) -> str:
    """ "Upper District Court, Almaty Region" without the place behind it."""
    own, *rest = name.split(", ")
    return own if rest and mastheads.is_place(rest[-1]) else name


def _above(page: Page) -> list[str]:
    """Lines above the report that are names: no section of a paper, kind of document or place."""
    named = []
    for line in _lines(page, Zone.HEADER)[:8]:
        others = (
            looks.is_section(line) or looks.is_kind(line) or mastheads.is_place(line) or looks.is_note(line)
        )
        dated = (
            looks.is_label(line) or looks.is_date_line(line) or looks.full_date(line) or looks.is_byline(line)
        )
        if not others and not dated and mastheads.is_name(line):
            named.append(line)
        elif beside := _beside_date(line):
            named.append(beside)
    return named


def _beside_date(line: str) -> str | None:
    """ "Kenkol Courier · 21 March 2019", "Kenkol Courier, 21 March": the name in a line of a name and a date."""
    name = looks.undated(line).strip(" ,;|·•–—-()")
    whole = name != line.strip() and name.rpartition(" ")[2] not in mastheads.SMALL
    return name if whole and mastheads.is_outlet_name(name) else None


def _bylined(page: Page, _: tuple[str, ...]) -> Iterator[str]:
    for line in _lines(page, Zone.HEADER):
        for piece in [line, *looks.parts(line)]:
            found = _BYLINE.match(piece) if looks.is_byline(piece) else None
            if found is None:
                continue
            name = _STAFF.sub("", found["name"]).strip(" .")
            sure = (found["joint"] or "").strip(", ").startswith("for") and mastheads.is_name(name)
            if sure or mastheads.is_outlet_name(name) or name != found["name"].strip(" ."):
                yield "" if mastheads.is_place(name) or not name[0].isupper() or _is_staff(name) else name


def _is_staff(name: str) -> bool:
    return (
        name.casefold().split()[0] in ("a", "an", "our", "the", "staff", "special")
        and " " in name
        and name.islower()
    )


def _credited(page: Page, credit: tuple[str, ...]) -> Iterator[str]:
    """The dateline's own name: "Nur-Sultan (The Steppe Courier/Agencies)"; not what a note names."""
    opened = page.of(Zone.BODY)[:4]
    start = " ".join(page.quote(block)[:200] for block in opened)
    own = [name for name in credit if name in start and re.search(rf"[(/]\s?{re.escape(name)}", start)]
    yield from (name for name in own if not mastheads.is_agency(name))
    yield from (
        name
        for name in own
        if name.casefold() not in ("agencies", "agency", "wires") and "staff" not in name.casefold()
    )


def _channel(page: Page, _: tuple[str, ...]) -> Iterator[str]:
    for line in [*_lines(page, Zone.HEADER), *_lines(page, Zone.FURNITURE)[:3]]:
        found = _CHANNEL.search(line)
        if found:
            yield found["name"].strip()


def _reserved(page: Page, _: tuple[str, ...]) -> Iterator[str]:
    for line in _lines(page, Zone.FURNITURE):
        found = _COPYRIGHT.match(line) or _SUBSCRIBE.match(line)
        if found is None:
            found = _SITE.match(line)
        if found and mastheads.is_name(found["name"]):
            yield found["name"].strip(" .")


def _first_line(page: Page, _: tuple[str, ...]) -> Iterator[str]:
    """A name at the very top of a page is the masthead, even where nothing else says so."""
    headline = page.of(Zone.HEADLINE)
    first = next((block for block in page.blocks if block.zone is not Zone.FURNITURE), None)
    account = first is not None and _is_account(page, page.quote(first))
    if (headline or account) and first is not None and first.zone is Zone.HEADER:
        names = _above(page)
        line = page.quote(first)
        if line in names and len(mastheads.WORD.findall(mastheads.name_of(line))) >= 2:
            yield _as_written(mastheads.name_of(line), page.text)


def _is_account(page: Page, name: str) -> bool:
    """A body's name above its handle: "Families of the Missing" over "@familiesmissing"; a person's is no outlet's."""
    lines = _lines(page, Zone.HEADER)[:3]
    handled = any(line.startswith("@") and looks.is_handle_line(line) for line in lines[1:])
    return handled and (mastheads.is_outlet_name(name) or bool(set(name.casefold().split()) & _OF_A_BODY))


_OF_A_BODY = frozenset("of for the and in against without".split())


def _as_written(name: str, text: str) -> str:
    """A masthead in capitals as the report itself writes the name, if it does."""
    if not mastheads.is_capitals(name):
        return name
    written = re.findall(rf"\b{re.escape(name)}\b", text, re.I)
    return next((form for form in written if not mastheads.is_capitals(form)), name)


# -- credit --------------------------------------------------------------------------------------------------


def credit_of(page: Page, dateline: Dateline | None) -> tuple[str, ...]:
    """Everyone the page credits, each once: in the dateline, in notes above, and below the report."""
    named = list(dateline.credit) if dateline is not None else []
    for line in _lines(page, Zone.HEADER, Zone.FURNITURE):
        named.extend(_names_in(line))
    seen: dict[str, str] = {}
    for name in named:
        bare = _STAFF.sub("", name).strip(" .\"“”'")
        if bare[:1].isupper() or mastheads.is_agency(bare):
            seen.setdefault(bare.casefold(), bare)
    return tuple(seen.values())


def _names_in(line: str) -> Iterator[str]:
    if (
        looks.is_note(line)
        and len(mastheads.WORD.findall(line)) <= 6
        and mastheads.is_outlet_name(line.strip("()[]"))
    ):
        yield line.strip("()[] ")
    source = re.match(r"source\s*[:：]\s*(?P<rest>.{2,120})", line, re.I)
    if source:
        for piece in _CITING.split(source["rest"]):
            yield from split_names(piece)
        return
    for pattern in (_CREDITS, _CONTRIBUTED, _WITH):
        for found in pattern.finditer(line):
            yield from _listed(found["names"])


def _listed(names: str) -> Iterator[str]:
    """The names at the start of a phrase: "Radio Delta on 5 May" is Radio Delta."""
    quoted = re.search(_QUOTED, names)
    if quoted:
        yield quoted["name"]
        return
    bare = re.split(
        r"\s+(?:on|at|under|where|who|which|before|in full|without|with permission)\b|\s+\d", names
    )[0]
    for name in split_names(bare):
        if (mastheads.is_name(name) or mastheads.is_agency(name)) and not looks.is_date_line(name):
            yield name
