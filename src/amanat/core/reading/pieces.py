"""A paragraph cut into what is parsed by itself: sentences, and fragments to which a subject is lent.

"Detained for two months in 2012." has no subject, and a parser makes nothing of it. Read as "He was detained for
two months in 2012." it is a sentence like any other; the words lent are no part of the text, and never of a
passage. Whom "he" stands for is known from the record or the list in which the fragment stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from amanat.core.reading.chronologies import Item, chronology
from amanat.core.reading.fields import Field
from amanat.core.reading.heading import Entry, read_entry
from amanat.core.reading.subject import Subject
from amanat.core.reading.terms import begins_with_term
from amanat.core.reading.traits import read_trait, sex_of
from amanat.core.reading.wordlists import lexicon, person_nouns

_END = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[\d)\]”\"’]))[.!?][\"”’)]?(?=\s+[\"“‘(«]?[^\W\d_a-z])")
_BEFORE = re.compile(
    r"\s*(?:[-–—•*]\s+|\(?\d{1,2}[.)]\s+)?(?:(?:then|also|and|later|first|again|since|now|finally),? )?", re.I
)
_OTHER_SUBJECT = re.compile(
    r", (?:he|she|they|it|I|we|the|an?|his|her|their|my|[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)(?= (?:[\w’'-]+ ){0,4}"
    r"(?:was|were|is|are|has|had|have|said|told|could|would|will|did|went|lost|got|became|spent|\w+ed)\b)"
)
_FINITE = re.compile(r"\b(?:was|were|is|are|has been|have been|had been)\b")
_WHOLE = frozenset(
    "name also sex ethnicity nationality citizenship religion birth age occupation residence detained disappeared by "
    "health arrest_place released places reason charge sentence tried died other relatives submitter relation "
    "status".split()
)
"""Keys whose value, up to its first full stop, is no sentence."""
_MORE = r"\s*(?:and )?(?:an? )?(?:fined?|confiscation|probation|deprivation|plus)\b"
"""What belongs to the term before a semicolon."""
_CARE = re.compile(
    r"\b(?:medicines?|medication|treatment|doctors?|care|hospital|lost|beat\w*|tortur\w*|refused)\b", re.I
)
_MARK = re.compile(r"(?:^|\n)\s*(?:[-–—•*▪●◦·‣\ufe0f]+|\(?\d{1,3}[.)\]/])\s*$")
_SOURCE = re.compile(
    r"\((?P<who>(?:an? |the |his |her |their |fellow |former |released |another )*(?:[a-z-]+)(?: [A-Z]\.?)?)"
    r"(?:,[^()]*|\s+interviewed[^()]*)?\)\W*$"
)
_COUNTED = re.compile(r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) ?\(", re.I)
"""How many there are, and their names in brackets: "Four (Ana, Luz)" is nobody's name."""
_LISTED = frozenset({"people", "kin", "health", "prose", "asked"})
_TOLD_IN = frozenset("prose status detained released disappeared died reason places tried other".split())
_ACTS = 2
"""Fields that may hold a chronology; in those whose value is no prose so many of its items must tell of an act."""
_LABEL = re.compile(r"\s*(?:[-–—•*]\s*)?[^.:;!?]{0,60}:\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """``text[start:end]`` of the report, parsed with ``lent`` words before it."""

    start: int
    end: int
    lent: str = ""
    about: Subject | None = None
    field: Field | None = None
    value: bool = False
    """Whether this is the value of the field itself, and no prose after it."""
    source: str = ""
    """Who told it, from brackets at its end that are no part of the piece."""
    demanded: bool = False
    """An item of a list of demands."""
    entry: Entry | None = None
    """Offsets of the entry count from the piece's start."""
    portrait: bool = False
    """What the masthead of a testimony says of its witness."""
    item: Item | None = None
    """The item of a chronology that this is, or stands in."""

    @property
    def names_nobody(self) -> bool:
        """Whether the value speaks of the page or of who told it: "Relation to submitter: elder brother" is of somebody
        known, and no other brother."""
        return self.value and self.field is not None and self.field.key in ("relation", "submitter", "sex")

    @property
    def is_prose(self) -> bool:
        """Whether these are sentences of a paragraph that is neither field nor entry."""
        return self.field is None and self.entry is None and not self.lent


def pieces(text: str, start: int, end: int, field: Field | None, about: Subject | None) -> list[Piece]:
    """The pieces of one paragraph or value; one piece where nothing in it is a fragment."""
    items = chronology(text, start, end) if field is None or field.key in _TOLD_IN else []
    if field is not None and field.key in _WHOLE and sum(_tells(text, one) for one in items) < _ACTS:
        items = []
    if not items:
        return _unparted(text, start, end, field, about)
    before = _unparted(text, start, items[0].start, field, about)
    before = [one for one in before if not _LABEL.fullmatch(text, one.start, one.end)]
    after = _unparted(text, items[-1].end, end, field, about)
    return [*before, *_of_items(text, items, field, about), *after]


def _of_items(text: str, items: list[Item], field: Field | None, about: Subject | None) -> Iterator[Piece]:
    for item in items:
        segment = text[item.told : item.end].rstrip()
        cut, source = _source(segment) if field is not None else (len(segment), "")
        if cut:
            lent = lent_to(segment, in_record=True)
            yield Piece(item.told, item.told + cut, lent, about, field, source=source, item=item)


def _tells(text: str, item: Item) -> bool:
    return bool(lent_to(text[item.told : item.end], in_record=False))


def _unparted(text: str, start: int, end: int, field: Field | None, about: Subject | None) -> list[Piece]:
    found: list[Piece] = []
    for begin, finish, first in _segments(text, start, end, field):
        for piece in _pieces_of(text, begin, finish, field, about, first=first):
            last = found[-1] if found else None
            if last is not None and _is_plain(last) and _is_plain(piece):
                found[-1] = Piece(last.start, piece.end, about=about, field=field)
            else:
                found.append(piece)
            about = piece.about or about
    return found


def _is_plain(piece: Piece) -> bool:
    return not (piece.lent or piece.value or piece.entry or piece.source)


def _segments(text: str, start: int, end: int, field: Field | None) -> Iterator[tuple[int, int, bool]]:
    """Sentences by punctuation alone; and what semicolons divide, where no sentence goes across them."""
    begin = start
    stops = [found.end() for found in _END.finditer(text, start, end)]
    stops = [stop for stop in stops if re.search(r"[^\W\d]", text[start:stop])]
    for number, stop in enumerate([*stops, end]):
        whole = field is not None and number == 0 and field.key in _WHOLE - _LISTED
        if not whole and (field is None or field.key in _LISTED) and ";" in text[begin:stop]:
            for part in re.finditer(rf"(?:[^;]|;(?={_MORE}))+;?", text[begin:stop]):
                first = number == 0 and (part.start() == 0 or (field is not None and field.key == "health"))
                yield begin + part.start(), begin + part.end(), first
        else:
            yield begin, stop, number == 0
        begin = stop


def _pieces_of(
    text: str, begin: int, finish: int, field: Field | None, about: Subject | None, *, first: bool
) -> Iterator[Piece]:
    segment = text[begin:finish]
    lead = len(segment) - len(segment.lstrip())
    begin, segment = begin + lead, segment.strip()
    finish = begin + len(segment)
    if not segment:
        return
    if field is not None and first and field.key in _WHOLE and not _is_prose(segment, field):
        yield Piece(begin, finish, about=about, field=field, value=True)
        return
    entry = _entry(segment, field, marked=bool(_MARK.search(text, max(0, begin - 8), begin)))
    if entry is not None:
        yield from _entry_pieces(segment, begin, entry, field)
        return
    lent = lent_to(segment, in_record=about is not None)
    cut, source = _source(segment) if field is not None else (len(segment), "")
    yield Piece(begin, begin + cut, lent, about, field, source=source)


def _source(segment: str) -> tuple[int, str]:
    """Where a note ends before "(fellow prisoner A., interviewed in 2014)", and who that says told it."""
    found = _SOURCE.search(segment)
    noun = re.sub(r" [A-Z]\.?$", "", found["who"]).split()[-1] if found is not None else ""
    if found is None or noun not in person_nouns():
        return len(segment), ""
    return len(segment[: found.start()].rstrip()), found["who"]


def _is_prose(segment: str, field: Field) -> bool:
    """A value that is a sentence of its own, or would be with a subject."""
    if field.key == "health":
        return bool(_FINITE.search(segment) or lent_to(segment, in_record=False) or _CARE.search(segment))
    return field.key in ("status", "detained", "released", "died", "disappeared") and bool(
        _FINITE.search(segment)
    )


def _entry(segment: str, field: Field | None, *, marked: bool) -> Entry | None:
    entry = read_entry(segment)
    if entry is None or _COUNTED.match(segment):
        return None
    marked = marked or entry.marked
    beside = [*(trait for head in entry.heads for trait in head.traits), *entry.traits]
    sure = any(
        sex_of(trait.text) or any(one.kind in ("age", "birth date") for one in read_trait(trait.text))
        for trait in beside
    )
    told = segment[entry.tail :]
    known = all(sex_of(trait.text) or any(read_trait(trait.text, last=True)) for trait in beside)
    if not known and not marked and field is None:
        return None
    listed = field is not None and field.key in ("people", "kin")
    if (
        sure
        or listed
        or (begins_with_term(told) and segment[: entry.tail].rstrip().endswith((":", "–", "—", "-")))
    ):
        return entry
    jobs = any(one.kind == "occupation" for trait in beside for one in read_trait(trait.text))
    return entry if marked and (jobs or bool(told and lent_to(told, in_record=True))) else None


def _entry_pieces(segment: str, begin: int, entry: Entry, field: Field | None) -> Iterator[Piece]:
    about = entry.subject(begin)
    told = segment[entry.tail :]
    if not told or begins_with_term(told):
        yield Piece(begin, begin + len(segment), about=about, field=field, value=True, entry=entry)
        return
    yield Piece(
        begin, begin + len(segment[: entry.tail].rstrip()), about=about, field=field, value=True, entry=entry
    )
    start = begin + entry.tail
    for part in re.finditer(r"[^;]+;?", told):
        plain = part.group().strip()
        if plain:
            at = start + part.start() + part.group().index(plain)
            yield Piece(at, at + len(plain), lent_to(plain, in_record=True), about, field)


# -- lending -------------------------------------------------------------------------------------------------


@cache
def _beginnings() -> tuple[re.Pattern[str], ...]:
    forms = lexicon("records")["lent"]
    return tuple(
        re.compile(rf"(?:{'|'.join(sorted(forms[name], key=len, reverse=True))})\b", re.I)
        for name in ("passive", "active", "nominal")
    )


def lent_to(segment: str, *, in_record: bool) -> str:
    """The words that make a sentence of a fragment, or nothing where it needs none."""
    opening = _BEFORE.match(segment)
    rest = segment[opening.end() :] if opening is not None else segment
    passive, active, nominal = _beginnings()
    if _OTHER_SUBJECT.search(rest) or not rest:
        return ""
    if passive.match(rest) and not _FINITE.search(rest.split(",")[0]):
        return "He was "
    if not in_record:
        return ""
    if active.match(rest):
        return "He "
    if _FINITE.search(rest):
        return ""
    return next(
        (lent for pattern, lent in ((nominal, "It was about his "), *_LENT) if pattern.match(rest)), ""
    )


_LENT = (
    (re.compile(r"(?:no|not a|nothing|an? (?:daughter|son|wife|lawyer))\b", re.I), "He had "),
    (re.compile(r"[a-z]+ing\b|(?:thin|ill|weak|alive|well|dead|blind|alone|healthy)\b", re.I), "He was "),
)
