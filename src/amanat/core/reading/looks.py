"""What a line of a page looks like by itself: furniture, a byline, a date line, a label, a sentence.

Nothing here knows where on the page a line stands; that is headline.py and zones.py.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import Absolute, Ambiguous
from amanat.core.reading.mastheads import WORD, is_name, is_place
from amanat.core.reading.wordlists import lexicon, words

SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_DIGIT = re.compile(r"\d")
_INNER_END = re.compile(r"[^\W\d_]{3,}[!?.…]+[\"'”’»)\]]* +[\"'“‘«(]?[^\W\d_a-z]")
_PARTS = re.compile(r"\s+[|·•>»›]\s+|\s*[|·•]\s*|\s+[–—]\s+|\s{3,}")
_DATE_WORDS = frozenset(
    (
        "published updated posted modified last on at date dated of gmt utc cet est edt pst am pm local time"
    ).split()
    + ("hours hour hrs the mon tue wed thu fri sat sun ago minutes days no vol issue number edition").split()
    + ("edited changed recorded issued released created first online web print version sent received").split()
    + ("st nd rd th summer winter spring autumn").split()
)
_CAPITAL = r"(?-i:[A-ZÀ-ÞĀ-Ž])[\w.’'‘-]*"
_PERSON = rf"{_CAPITAL}(?: (?:(?:bin|al|el|ul|van|von|de|der|la|da|di|du|dos|ibn|abu)[ -])?{_CAPITAL}){{0,6}}"
_STAFF = (
    r"(?:a |an |our |the |special |staff |local |own |foreign |news |political |court )*"
    r"(?:correspondents?|reporters?|staff(?: (?:writers?|reporters?))?|editors?|newsroom|desk|team)"
)
_AUTHOR = rf"(?:{_STAFF}|(?:the )?{_PERSON})"
_BYLINE = re.compile(
    r"(?:(?:story |text |words |photos? |report(?:ed)? |written |compiled |prepared |translated |edited |interview )*"
    r"(?:and (?:photos? |photographs? ))?by|from)"
    rf"\s+{_AUTHOR}(?:(?:,| and| &|, and| with) {_AUTHOR}){{0,5}}(?: {_STAFF})?"
    rf"(?:(?: in|,? for|,? at|,| near) (?:the )?{_PERSON}(?:, {_PERSON}){{0,2}})*"
    rf"(?:,? (?:{_STAFF}|in {_PERSON}))?",
    re.I,
)
_STARTED = re.compile(
    r"(?:published|(?:last |latest )?post(?:ed)?\b|updated|recorded|issued|released|embargoed|copied|dated|filed|sent|"
    r"last (?:updated?|changed?|modified|edit(?:ed)?)|translated|transcribed|uploaded|broadcast|aired)\b",
    re.I,
)
_NOTED = re.compile(
    r"\b(?:translat|transcri|re-?publish|re-?post|originally|published|editor|edited|version|excerpt|abridged|updated|"
    r"corrected|courtesy|recorded|names? (?:has|have) been changed)",
    re.I,
)
_STAMPED = re.compile(
    r"(?:published|posted|updated|last (?:updated?|changed?|modified|edit(?:ed)?)"
    r"|(?:entry|record) (?:made|created|added))\b",
    re.I,
)
_DESIGNATED = re.compile(
    r"(?:entry|case|record|file|report|document|index|ref|reference|communication|bulletin|ua|ai|vol(?:ume)?|"
    r"issue|no)\b\.?\s*(?:(?:no|number|nr|card|id|index)\b\.?|#|:)*\s*[\w/.:-]*\d[\w/.:-]*",
    re.I,
)
_FIELD = re.compile(r"(?P<label>[^\W\d_][\w ()/.’'-]{0,38}?)\s*[:：](?:\s+\S|\s*$)")
_TURN = re.compile(
    r"(?:q|a|question|answer|interviewer|interviewee|witness|respondent|speaker|judge|prosecutor|i|w|r|int|"
    r"journalist|moderator|spokesperson|host|reporter)(?: ?\d{1,2})?(?: ?\([^()]{2,50}\))?\s*[.:：)]\s",
    re.I,
)
_BULLET = re.compile(r"(?:[-–—•*●▪◦‣·]\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+|\[\d{1,3}\]\s)", re.I)
_HANDLE = re.compile(r"(?<![\w.])@\w{2,}")
_ACCOUNT = re.compile(r"(?:channel|page|group|account|blog|chat)\s+[\"“«„][^\"”»“]{2,60}[\"”»“]$", re.I)
_TIME_WORDS = re.compile(
    r"\d{1,2}[:.]\d{2}(?: ?[ap]m)?|\b(?:at|on|wrote|says|said|posted)\b|[,:·|()–—-]", re.I
)
_LEGAL = re.compile(
    r"©|\(c\)|copyright|(?:photo|image|picture|caption|illustration|video|map)s?\b|.*all rights reserved",
    re.I,
)
_NAMES = r"(?-i:[A-ZÀ-Þ][\w.’'/-]*(?:[,/]? (?:[A-ZÀ-Þ][\w.’'/-]*|and|in|the|of|for|at|with|de|al|agencies|staff|&))*)"
_AFTER = {"label": r"\s*[:：].{0,200}", "loose_label": r"\s*[:：].{0,160}"}


# -- patterns of the lexicon ---------------------------------------------------------------------------------


def matches(name: str, line: str) -> bool:
    """Whether the whole line matches a pattern of that list of lexicon/zones.yaml."""
    return len(line) < 300 and bool(_patterns(name).fullmatch(line))


@cache
def _patterns(name: str) -> re.Pattern[str]:
    entries: list[dict[str, Any]] = lexicon("zones")[name]
    either = "|".join(f"(?:{entry['pattern']})" for entry in entries)
    return re.compile(f"(?:{either}){_AFTER.get(name, '')}".replace("NAMES", _NAMES), re.I)


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
    """A sentence of more than four words, unless it is a legal line or says what a picture shows."""
    if _LEGAL.match(line) or line.endswith(("…", "...", "]", ")")):
        return False
    return bool(SENTENCE_END.search(line)) and len(WORD.findall(line)) > 4


# -- dates ---------------------------------------------------------------------------------------------------


def full_date(line: str) -> bool:
    """Whether a short line holds a date that has its year: a day, or a month."""
    if len(line) > 300 or not _DIGIT.search(line):
        return False
    values = [mention.value for mention in find_dates(line)]
    return any(
        isinstance(value, Ambiguous) or (isinstance(value, Absolute) and len(value.edtf) > 4)
        for value in values
    )


def undated(line: str) -> str:
    """The line without the dates in it."""
    for mention in reversed(find_dates(line)):
        line = line[: mention.start] + " " + line[mention.end :]
    return line


def is_date_line(line: str) -> bool:
    """A line that holds a date and hardly another word."""
    if len(line) > 110 or not _DIGIT.search(line):
        return False
    left = undated(line)
    if left == line:
        return False
    return all(
        word.casefold() in _DATE_WORDS or len(word) == 1 or (word.isupper() and len(word) <= 4)
        for word in WORD.findall(left)
    )


def is_placed_date(line: str) -> bool:
    """ "Shire, Ethiopia | 21 May 2021": a place and a date, and no sentence."""
    if len(line) > 90 or is_label(line) or matches("loose_label", line):
        return False
    return full_date(line) and place_in(line) is not None


def place_in(line: str) -> str | None:
    """The place of a line of place and date, or of a place alone: "Shire, Ethiopia"."""
    for piece in re.split(r"\s*[|·•]\s*|\s+[–—-]\s+", undated(line)):
        bare = re.sub(r"\s+\d{1,2}[:.h]\d{2}.*|[\s,;:()]+$", "", piece).strip(" ,;:()")
        if bare and is_place(bare):
            return bare
    return None


def is_stamp(line: str) -> bool:
    """ "Last updated: 1 June 2020": the page's own date, even among the fields of a register."""
    return len(line) < 100 and bool(_STAMPED.match(line)) and full_date(line)


def is_dated_start(line: str) -> bool:
    """ "Recorded 9 November 2020, in a third country. Interviewer: M.": it begins by saying when."""
    return len(line) < 160 and bool(_STARTED.match(line)) and full_date(line[:70])


# -- what a line is for --------------------------------------------------------------------------------------


def parts(line: str) -> list[str]:
    """The pieces of a line that upright strokes, dots or wide gaps divide."""
    return [piece.strip() for piece in _PARTS.split(line) if piece.strip()]


def is_byline(line: str) -> bool:
    return len(line) < 130 and not line.endswith((".", "!", "?")) and bool(_BYLINE.fullmatch(line))


def is_label(line: str) -> bool:
    """ "Published: …", "Interviewer: …": a label that speaks of the document."""
    return matches("label", line)


def field_label(line: str) -> str | None:
    """ "Name" of "Name: Musa Keita": a key and its value."""
    found = _FIELD.match(line)
    return found["label"] if found and len(found["label"].split()) <= 5 else None


def is_note(line: str) -> bool:
    """A line wholly in brackets: the translator's or the page's own note, not an aside of the report."""
    if not 2 < len(line) < 500 or line[0] + line[-1] not in ("[]", "()"):
        return False
    return line.count(line[0]) == line.count(line[-1]) and (not is_prose(line) or bool(_NOTED.search(line)))


def is_kind(line: str) -> bool:
    """A designation of the document: "RECORD OF INTERVIEW", "Press release no. 12"."""
    dated = bool(_DIGIT.search(line))
    left = re.sub(r"\S*\d\S*", " ", undated(line)) if dated else line
    found = [word.casefold() for word in WORD.findall(left)]
    nouns = words("zones", "kind_nouns")
    known = nouns | words("zones", "kind_words")
    return len(line) < 140 and any(word in nouns for word in found) and all(word in known for word in found)


def is_section(line: str) -> bool:
    """The newspaper's part ("COURTS"), also beside its name in another script."""
    latin = [piece for piece in parts(line) if re.search("[A-Za-z]", piece)]
    return matches("section", line) or (bool(latin) and all(matches("section", piece) for piece in latin))


def is_designation(line: str) -> bool:
    """ "Case No. 1-17/2021", "Entry no. 44   Last edit: 2021-09-02"."""
    found = _DESIGNATED.match(line)
    if found is None or len(line) > 140 or SENTENCE_END.search(line):
        return False
    rest = line[found.end() :].strip(" .,;|–—-")
    return not rest or is_label(rest) or full_date(rest) or is_kind(rest)


def is_meta(line: str) -> bool:
    """A line of pieces, each a byline, a date, a place, a label or the like, and one at least surely so."""
    pieces = parts(line)
    if len(pieces) < 2 or len(line) > 220:
        return False
    sure = [_is_sure(piece) for piece in pieces]
    return any(sure) and all(each or _is_likely(piece) for each, piece in zip(sure, pieces, strict=True))


def _is_sure(piece: str) -> bool:
    dated = is_date_line(piece) or is_placed_date(piece) or is_dated_start(piece)
    return (
        dated or is_byline(piece) or is_label(piece) or bool(_HANDLE.search(piece) or _ACCOUNT.search(piece))
    )


def _is_likely(piece: str) -> bool:
    if len(WORD.findall(piece)) > 6 or SENTENCE_END.search(piece):
        return False
    named = is_place(piece) or is_name(piece) or is_section(piece) or is_kind(piece)
    listed = matches("furniture", piece) or matches("loose_label", piece)
    return named or listed or full_date(piece) or is_designation(piece)


def is_handle_line(line: str) -> bool:
    """ "Aster B. @aster_b · 5 March 2020": the head of a post."""
    if len(line) > 100 or not _HANDLE.search(line):
        return False
    return len(WORD.findall(_HANDLE.sub("", undated(line)))) <= 6


def is_post_head(line: str) -> bool:
    """ "Candelaria T., 17 July, 6:12": who wrote, and when, above each of several posts."""
    if len(line) > 90 or not _DIGIT.search(line) or SENTENCE_END.search(line):
        return False
    left = undated(line)
    name = _TIME_WORDS.sub(" ", left)
    found = WORD.findall(name)
    named = 1 <= len(found) <= 4 and all(word[0].isupper() for word in found)
    return left != line and named and bool(re.fullmatch(r"[\w.’' @]+", name.strip()))


def is_turn(line: str) -> bool:
    """What somebody says in an interview or a hearing, after who says it."""
    return bool(_TURN.match(line))


def is_bullet(line: str) -> bool:
    return bool(_BULLET.match(line))


def is_prose(line: str) -> bool:
    """A sentence, or several."""
    count = len(WORD.findall(line))
    if len(line) > 220 or (count >= 8 and (_INNER_END.search(line) or line.endswith(":"))):
        return True
    question = line.rstrip("\"'”’»)]").endswith(("?", "!"))
    return bool(SENTENCE_END.search(line)) and count >= (16 if question else 5)
