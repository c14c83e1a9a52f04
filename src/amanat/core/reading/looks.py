"""What a line of a page looks like by itself: furniture, a byline, a date line, a label, a name, a sentence.

Nothing here knows where on the page a line stands; that is zones.py and headline.py.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import Any

from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import Absolute, Ambiguous
from amanat.core.places import PlaceKind, lookup
from amanat.core.reading.wordlists import lexicon, words

SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_INNER_END = re.compile(r"[^\W\d_]{3,}[!?.…]+[\"'”’»)\]]* +[\"'“‘«(]?[^\W\d_a-z]")
WORD = re.compile(r"[^\W\d_]+(?:[-'’‑][^\W\d_]+)*")
_PARTS = re.compile(r"\s+[|·•>»›]\s+|\s*[|·•]\s*|\s+[–—]\s+|\s{3,}")
_SMALL = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "&",
        "de",
        "la",
        "le",
        "du",
        "des",
        "del",
        "da",
        "el",
        "al",
        "in",
        "on",
        "an",
        "a",
        "to",
        "by",
        "at",
        "und",
        "von",
        "et",
        "y",
        "e",
        "i",
        "ve",
        "wa",
        "ul",
        "bin",
        "against",
        "from",
        "with",
    ]
)
_DATE_WORDS = frozenset(
    [
        "published",
        "updated",
        "posted",
        "modified",
        "last",
        "on",
        "at",
        "date",
        "dated",
        "of",
        "gmt",
        "utc",
        "cet",
        "est",
        "edt",
        "pst",
        "am",
        "pm",
        "local",
        "time",
        "hours",
        "hour",
        "hrs",
        "the",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "ago",
        "minutes",
        "days",
        "no",
        "vol",
        "issue",
        "number",
        "edition",
        "edited",
        "changed",
        "recorded",
        "issued",
        "released",
        "created",
        "first",
        "online",
        "web",
        "print",
        "version",
        "sent",
        "received",
        "st",
        "nd",
        "rd",
        "th",
        "summer",
        "winter",
        "spring",
        "autumn",
    ]
)
_PERSON = r"(?-i:[A-ZÀ-ÞĀ-Ž])[\w.’'‘-]*(?: (?:(?:bin|al|el|ul|van|von|de|der|la|da|di|du|dos|ibn|abu)[ -])?(?-i:[A-ZÀ-ÞĀ-Ž])[\w.’'‘-]*){0,6}"
_STAFF = (
    r"(?:a |an |our |the |special |staff |local |own |foreign |news |political |court )*"
    r"(?:correspondents?|reporters?|staff(?: (?:writers?|reporters?))?|editors?|newsroom|desk|team|editorial board)"
)
_AUTHORS = rf"(?:{_STAFF}|{_PERSON})(?:(?:,| and| &|, and| with) (?:{_STAFF}|{_PERSON})){{0,5}}(?: {_STAFF})?"
_BYLINE = re.compile(
    rf"(?:(?:story |text |words |photos? |reported |written |report |compiled |translated |edited |interview )*(?:and (?:photos? |photographs? ))?by|from)"
    rf"\s+{_AUTHORS}(?:(?: in|,? for|,? at|,| near) (?:the )?{_PERSON}(?:, {_PERSON}){{0,2}})*"
    rf"(?:,? (?:{_STAFF}|in {_PERSON}))?",
    re.I,
)
_LABELS = (
    r"published(?: by| in| on| at)?|posted(?: by| on)?|updated|last (?:updated?|modified|edit(?:ed)?|changed?|revised)|issued|"
    r"release date|(?:date|time|place) of (?:publication|issue|interview|statement|report|recording|entry|this report|posting)|"
    r"interview (?:date|no\.?|number|code)|dateline|publisher|outlet|original(?: (?:language|title|text|source))?|"
    r"translat(?:ed|ion|or)(?: by| from)?|interviewer|interviewed by|interpreter|transcri(?:bed|ber|pt)(?: (?:no\.?|by))?|"
    r"recorded(?: (?:on|by|at|in))?|(?:witness|interviewee|speaker|source) code|duration|length|consent|(?:ai )?index(?: (?:no\.?|number))?|"
    r"ua(?: no\.?)?|distribution|ref(?:erence)?(?: (?:no\.?|number))?|(?:document|entry|record|report|case|file|statement)(?: (?:no\.?|number|id))|"
    r"url|link|subject|re|reply-to|cc|bcc|sent|embargo(?:ed)?(?: until)?|media contact|authors?|reporters?|editors?|byline|"
    r"photograph(?:s|y|er)?|photos?|text|words|illustrations?|dated|version|classification|credit|newspaper|edition|channel|account|"
    r"website|collected by|documented by|submitted on|received(?: on)?|copied(?: by| on)?|archived(?: on)?|retrieved(?: on)?|accessed(?: on)?"
)
_LOOSE_LABELS = (
    r"date|place|location|language|languages|source|code|from|to|title|headline|country|region|file"
)
_LABEL = re.compile(rf"(?:{_LABELS})\s*[:：].{{0,200}}", re.I)
_LOOSE_LABEL = re.compile(rf"(?:{_LOOSE_LABELS})\s*[:：].{{0,160}}", re.I)
_STARTED = re.compile(
    r"(?:published|posted|updated|recorded|issued|released|last (?:updated?|changed?|modified|edit(?:ed)?)|copied|dated|filed|sent|"
    r"translated|transcribed|uploaded|broadcast|aired)\b",
    re.I,
)
_DESIGNATED = re.compile(
    r"(?:(?:entry|case|record|file|report|document|index|ref|reference|communication|bulletin|ua|ai|vol(?:ume)?|issue|no)\b\.?\s*)"
    r"(?:(?:no|number|nr|card|id|index)\b\.?|#|:)*\s*[\w/.:-]*\d[\w/.:-]*",
    re.I,
)
_FIELD = re.compile(r"(?P<label>[^\W\d_][\w ()/.’'-]{0,38}?)\s*[:：](?:\s+\S|\s*$)")
_TURN = re.compile(
    r"(?:(?:q|a|question|answer|interviewer|interviewee|witness|respondent|speaker|judge|prosecutor|i|w|r|int|journalist|"
    r"moderator|spokesperson|host|reporter)(?: ?\d{1,2})?(?: ?\([^()]{2,50}\))?\s*[.:：)]\s)",
    re.I,
)
_BULLET = re.compile(r"(?:[-–—•*●▪◦‣·]\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+|\[\d{1,3}\]\s)", re.I)
_HANDLE = re.compile(r"(?<![\w.])@\w{2,}")
_ACRONYM = re.compile(r"\((?-i:[A-Z]{2,8})(?:[-/](?-i:[A-Z]\w+))?\)")
_STATE = re.compile(
    r"(?:the )?(?:[\w'-]+ ){0,4}(?:republic|kingdom|emirate|state|sultanate|federation|commonwealth|union) of [\w' -]{3,40}",
    re.I,
)


# -- patterns of the lexicon ---------------------------------------------------------------------------------


def matches(name: str, line: str) -> bool:
    """Whether the whole line matches a pattern of that list of lexicon/zones.yaml."""
    return len(line) < 300 and bool(_patterns(name).fullmatch(line))


@cache
def _patterns(name: str) -> re.Pattern[str]:
    entries: list[dict[str, Any]] = lexicon("zones")[name]
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in entries), re.I)


def is_furniture(line: str) -> bool:
    """A line of the page itself: a button, a link, a notice; or a row of them."""
    if len(line) >= 300:
        return False
    if matches("notice", line) or (matches("furniture", line) and not _says_something(line)):
        return True
    pieces = parts(line)
    if len(pieces) < 2 or len(line) > 200 or SENTENCE_END.search(pieces[-1]):
        return False
    short = all(len(WORD.findall(piece)) <= 6 for piece in pieces)
    return short and not full_date(line) and any(matches("furniture", piece) for piece in pieces)


def _says_something(line: str) -> bool:
    """A sentence of more than four words, unless it is a legal line or names what a picture shows."""
    if re.match(
        r"©|\(c\)|copyright|photo|image|picture|caption|illustration|video|map|.*all rights reserved",
        line,
        re.I,
    ):
        return False
    whole = bool(SENTENCE_END.search(line)) and not line.endswith(("…", "...", "]", ")"))
    return whole and len(WORD.findall(line)) > 4 and "contact" not in line.casefold()[:16]


# -- dates ---------------------------------------------------------------------------------------------------


def full_date(line: str) -> bool:
    """Whether a short line holds a date that has its year: a day, or a month."""
    if len(line) > 300 or not any(character.isdigit() for character in line):
        return False
    return any(
        isinstance(mention.value, Ambiguous)
        or (isinstance(mention.value, Absolute) and len(mention.value.edtf) > 4)
        for mention in find_dates(line)
    )


def undated(line: str) -> str:
    """The line without the dates in it."""
    for mention in reversed(find_dates(line)):
        line = line[: mention.start] + " " + line[mention.end :]
    return line


def is_date_line(line: str) -> bool:
    """A line that holds a date and hardly another word."""
    if len(line) > 110 or not any(character.isdigit() for character in line):
        return False
    left = undated(line)
    if left == line:
        return False
    others = [word for word in WORD.findall(left) if word.casefold() not in _DATE_WORDS and len(word) > 1]
    return len(others) <= (1 if re.search(r"\d:\d", line) else 0)


def is_placed_date(line: str) -> bool:
    """ "Shire, Ethiopia | 21 May 2021": a place and a date, and no sentence."""
    return len(line) < 90 and full_date(line) and place_in(line) is not None


def place_in(line: str) -> str | None:
    """The place of a line of place and date, or of a place alone: "Shire, Ethiopia"."""
    for piece in re.split(r"\s*[|·•]\s*|\s+[–—-]\s+", undated(line)):
        bare = re.sub(r"\s+\d{1,2}[:.h]\d{2}.*|[\s,;:()]+$", "", piece).strip(" ,;:()")
        if bare and is_place(bare):
            return bare
    return None


# -- names and places ----------------------------------------------------------------------------------------


def is_place(text: str) -> bool:
    """A place's name, alone or followed by what it lies in; the last of several must be a known place."""
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) > 4 or not all(_is_capitalised(piece) for piece in pieces) or len(text) > 80:
        return False
    if _ACRONYM.search(text) or (len(pieces) > 1 and _has_outlet_word(pieces[0])):
        return False
    return bool(_STATE.fullmatch(pieces[-1])) or _is_known(pieces[-1])


def is_country(text: str) -> bool:
    return bool(_STATE.fullmatch(text)) or any(place.kind is PlaceKind.COUNTRY for place in lookup(text))


@cache
def _is_known(name: str) -> bool:
    plain = re.sub(
        r"\b(?:region|province|oblast|district|county|city|state|township)\b", "", name, flags=re.I
    ).strip()
    return bool(lookup(name)) or (bool(plain) and bool(lookup(plain)))


def _is_capitalised(text: str) -> bool:
    """Every word of it with a capital, little words and the generic words of places aside."""
    found = WORD.findall(text)
    generic = {
        "region",
        "province",
        "oblast",
        "district",
        "county",
        "city",
        "state",
        "township",
        "village",
        "near",
    }
    return (
        bool(found)
        and all(word[0].isupper() or word.casefold() in _SMALL or word in generic for word in found)
        and found[0][0].isupper()
    )


def name_of(line: str) -> str:
    """A masthead's name without its edition or motto: "Qyr Papers – a reading list" is Qyr Papers."""
    bare = re.sub(r"\s*\([^()]{2,40}\).*$", "", line)
    head, *rest = re.split(r"\s+[–—-]\s+|\s*[|:·•]\s+", bare, maxsplit=1)
    return head.strip(" ,") if rest and head else bare.strip(" ,")


def is_name(line: str) -> bool:
    """A name and no sentence: few words, each with a capital or a word that names are made of."""
    name = name_of(line)
    found = WORD.findall(name)
    if not 1 <= len(found) <= 10 or len(name) > 80 or re.search(r"[.!?;:\"“”«»]|\d{3}", name):
        return False
    media = words("zones", "outlet_words")
    capital = sum(word[0].isupper() or not word[0].islower() for word in found)
    fitting = all(
        word[0].isupper() or not word[0].islower() or word in _SMALL or word in media for word in found
    )
    return (
        fitting and capital >= 1 and (found[0][0].isupper() or len(found) == 1 or not found[0][0].islower())
    )


def is_outlet_name(line: str) -> bool:
    """A name with a word in it that outlets and organisations are called by, in the place where it stands."""
    if not is_name(line):
        return False
    return bool(_ACRONYM.search(line)) or _has_outlet_word(name_of(line))


def _has_outlet_word(name: str) -> bool:
    found = [word.casefold() for word in WORD.findall(name)]
    media = words("zones", "outlet_words")
    if not found:
        return False
    if found[-1] in media or (
        len(found) <= 3 and found[0] in words("zones", "outlet_first") and len(found) > 1
    ):
        return len(found) > 1
    return any(word in media and after in _SMALL for word, after in zip(found, found[1:], strict=False))


# -- what a line is for --------------------------------------------------------------------------------------


def parts(line: str) -> list[str]:
    """The pieces of a line that upright strokes, dots or wide gaps divide."""
    return [piece.strip() for piece in _PARTS.split(line) if piece.strip()]


def is_byline(line: str) -> bool:
    return len(line) < 130 and not line.endswith((".", "!", "?")) and bool(_BYLINE.fullmatch(line))


def is_label(line: str) -> bool:
    """ "Published: …", "Interviewer: …": a label that speaks of the document."""
    return bool(_LABEL.fullmatch(line))


def is_loose_label(line: str) -> bool:
    """ "Date: …", "Place: …": of the document, or of what happened, as the lines around it say."""
    return bool(_LOOSE_LABEL.fullmatch(line))


def field_label(line: str) -> str | None:
    """ "Name" of "Name: Musa Keita": a key and its value."""
    found = _FIELD.match(line)
    return found["label"] if found and len(found["label"].split()) <= 5 else None


def is_note(line: str) -> bool:
    """A line wholly in brackets: the translator's or the page's own note."""
    return (
        len(line) < 500
        and (line[:1] + line[-1:]) in ("[]", "()")
        and line.count(line[0]) == line.count(line[-1])
    )


def is_kind(line: str) -> bool:
    """A designation of the document: "RECORD OF INTERVIEW", "Press release no. 12"."""
    left = re.sub(r"\S*\d\S*", " ", undated(line) if any(mark.isdigit() for mark in line) else line)
    found = [word.casefold() for word in WORD.findall(left)]
    nouns = words("zones", "kind_nouns")
    known = nouns | words("zones", "kind_words")
    return len(line) < 140 and any(word in nouns for word in found) and all(word in known for word in found)


def is_section(line: str) -> bool:
    """The newspaper's part ("COURTS"), also beside its name in another script."""
    pieces = parts(line)
    latin = [piece for piece in pieces if re.search("[A-Za-z]", piece)]
    return (bool(latin) and all(matches("section", piece) for piece in latin)) or matches("section", line)


def is_designation(line: str) -> bool:
    """ "Case No. 1-17/2021", "Entry no. 44   Last edit: 2021-09-02"."""
    found = _DESIGNATED.match(line)
    if found is None or len(line) > 140 or SENTENCE_END.search(line):
        return False
    rest = line[found.end() :].strip(" .,;|–—-")
    return not rest or is_label(rest) or full_date(rest) or is_date_line(rest) or is_kind(rest)


def is_meta(line: str) -> bool:
    """A line of pieces, each a byline, a date, a place, a label or the like, and one at least surely so."""
    pieces = parts(line)
    if len(pieces) < 2 or len(line) > 220:
        return False
    sure = [_is_sure(piece) for piece in pieces]
    return any(sure) and all(each or _is_likely(piece) for each, piece in zip(sure, pieces, strict=True))


def _is_sure(piece: str) -> bool:
    return (
        is_byline(piece)
        or is_date_line(piece)
        or is_label(piece)
        or is_placed_date(piece)
        or bool(_HANDLE.search(piece))
    )


def _is_likely(piece: str) -> bool:
    short = len(WORD.findall(piece)) <= 6 and not SENTENCE_END.search(piece)
    return short and (
        is_place(piece)
        or is_name(piece)
        or is_section(piece)
        or is_kind(piece)
        or matches("furniture", piece)
        or full_date(piece)
        or is_loose_label(piece)
        or is_designation(piece)
    )


def is_handle_line(line: str) -> bool:
    """ "Aster B. @aster_b · 5 March 2020": the head of a post."""
    return (
        bool(_HANDLE.search(line))
        and len(WORD.findall(_HANDLE.sub("", undated(line)))) <= 6
        and len(line) < 100
    )


def is_post_head(line: str) -> bool:
    """ "Candelaria T., 17 July, 6:12": who wrote, and when, above each of several posts."""
    if len(line) > 90 or not any(character.isdigit() for character in line) or SENTENCE_END.search(line):
        return False
    left = undated(line)
    if left == line:
        return False
    name = re.sub(
        r"\d{1,2}[:.]\d{2}(?: ?[ap]m)?|\b(?:at|on|wrote|says|said|posted|·)\b|[,:·|()–—-]",
        " ",
        left,
        flags=re.I,
    )
    found = WORD.findall(name)
    return (
        1 <= len(found) <= 4
        and all(word[0].isupper() for word in found)
        and bool(re.fullmatch(r"[\w.’' @-]+", name.strip()))
    )


def is_dated_start(line: str) -> bool:
    """ "Recorded 9 November 2020, in a third country. Interviewer: M.": it begins by saying when."""
    return len(line) < 160 and bool(_STARTED.match(line)) and full_date(line[:70])


def is_turn(line: str) -> bool:
    """What somebody says in an interview or a hearing, after who says it."""
    return bool(_TURN.match(line))


def is_bullet(line: str) -> bool:
    return bool(_BULLET.match(line))


def is_prose(line: str) -> bool:
    """A sentence, or several."""
    count = len(WORD.findall(line))
    if len(line) > 220 or (count >= 8 and _INNER_END.search(line)):
        return True
    if count >= 8 and line.endswith(":"):
        return True
    question = line.rstrip("\"'”’»)]").endswith(("?", "!"))
    return bool(SENTENCE_END.search(line)) and count >= (16 if question else 5)


def lower_words(line: str) -> list[str]:
    """Words without a capital that carry meaning: what makes a headline more like a sentence than a name."""
    skip = (
        _SMALL
        | words("zones", "outlet_words")
        | {"region", "province", "district", "county", "oblast", "city"}
    )
    return [word for word in WORD.findall(line) if word[0].islower() and word not in skip and len(word) > 2]


def is_capitals(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return bool(letters) and sum(character.isupper() for character in letters) > 0.85 * len(letters)


def examples(name: str) -> list[tuple[str, str]]:
    """Each pattern's example, and the innocent line that must not match it."""
    return [(entry["example"], entry["not"]) for entry in chain(lexicon("zones")[name])]
