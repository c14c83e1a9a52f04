"""Who tells which part of a register or a record, where its lines say so: one who testifies tells their testimony,
the source of an entry tells the entry, and whoever gave all the information tells the page.

Of a page that is neither a register nor a record nothing is said here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.informant import (
    Informant,
    InformantLine,
    informant,
    informant_line,
    informant_of_all,
)
from amanat.core.reading.kin_calls import is_called_back
from amanat.core.reading.names import Sort
from amanat.core.reading.referent import is_part
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import words
from amanat.core.reading.zones import Block, Page

_ABOUT = re.compile(r"\W*about (?:the )?(?:informant|submitter|source|teller|person who)", re.I)
_REFERENCE = re.compile(r"\[(?P<number>\d{1,2})\]\s*[.;,]?\s*$")
_NUMBERED = re.compile(r"\[(?P<number>\d{1,2})\][:.]?\s+(?P<who>\S.*)", re.S)


@dataclass
class Informed:
    """Who tells each paragraph, and the sentences that refer to a numbered source; all others are the page's own."""

    paragraphs: dict[int, Referent] = field(default_factory=dict)
    sentences: dict[int, Referent] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Section:
    """``text[start:end]`` is about one person, or with ``about`` None about nobody in particular."""

    start: int
    end: int
    about: Referent | None


def informed(page: Page, sentences: Sequence[Sentence], cast: Cast) -> Informed:
    """Nothing where no line says who told."""
    sections = _sections(page, sentences, cast)
    if not sections:
        return Informed()
    walk = _Walk(page, sentences, cast, sections)
    return walk.informed()


def _sections(page: Page, sentences: Sequence[Sentence], cast: Cast) -> list[_Section]:
    """What each person's record or entry takes up of the page, with the lines that stand close above it."""
    begins: list[tuple[int, Referent]] = []
    for one in sentences:
        people = cast.listed(one.piece.about) if one.piece is not None and one.piece.about is not None else []
        if people and (not begins or begins[-1][1] is not people[0]):
            begins.append((one.block, people[0]))
    if not begins:
        return []
    starts = [
        _upwards(page, start, before)
        for (start, _), (before, _) in zip(begins, [(-1, None), *begins], strict=False)
    ]
    ends = [*starts[1:], len(page.text)]
    return [_Section(start, end, who) for start, end, (_, who) in zip(starts, ends, begins, strict=True)]


def _upwards(page: Page, start: int, last: int) -> int:
    """Where the lines begin that stand above without an empty line between, as "ENTRY 14" above a name does."""
    blocks = [block for block in page.blocks if last < block.start <= start]
    for above, block in zip(reversed(blocks[:-1]), reversed(blocks), strict=False):
        if page.text.count("\n", above.end, block.start) > 1:
            return block.start
    return blocks[0].start if blocks else start


class _Walk:
    def __init__(
        self, page: Page, sentences: Sequence[Sentence], cast: Cast, sections: list[_Section]
    ) -> None:
        self._page = page
        self._sentences = sentences
        self._cast = cast
        self._sections = sections
        self._lines = list(self._informants())
        self._people: dict[tuple[int, str], Referent] = {}

    def informed(self) -> Informed:
        found = Informed()
        everything = self._of_the_page()
        for section in self._sections:
            whole = self._of_section(section) or everything
            for block in self._blocks(section):
                self._give(block, section, whole, found)
        for sentence, number in self._referring():
            if (source := self._numbered().get(number)) is not None:
                found.sentences[sentence.number] = self._known(source, None)
        return found

    def _give(self, block: Block, section: _Section, whole: Informant | None, found: Informed) -> None:
        said = self._spoken(block, section)
        who = said or whole
        numbers = {one.paragraph for one in self._sentences if one.block == block.start}
        if who is None or _ABOUT.match(self._page.quote(block)):
            return
        teller = self._known(who, section.about)
        found.paragraphs.update(dict.fromkeys(numbers, teller))
        if section.about is not None and who.noun is not None:
            self._own(who.noun, section.about, teller, numbers)

    def _informants(self) -> Iterator[tuple[Block, InformantLine]]:
        for block in self._page.blocks:
            line = informant_line(self._page.quote(block))
            if line is not None:
                yield block, line

    def _blocks(self, section: _Section) -> list[Block]:
        return [block for block in self._page.blocks if section.start <= block.start < section.end]

    # -- which informant -------------------------------------------------------------------------------------

    def _spoken(self, block: Block, section: _Section) -> Informant | None:
        """Of a testimony whoever gives it, in its own line or in the paragraphs below it."""
        for own, line in reversed(self._lines):
            if own.start == block.start and line.told is not None:
                return line.who
            above = section.start <= own.start < block.start
            if above and (line.opens or line.told is not None):
                return line.who if line.told is None else None
        return None

    def _of_section(self, section: _Section) -> Informant | None:
        """Who told the whole of an entry, where its lines name one such person."""
        several = len(self._sections) > 1
        named = [
            line.who
            for block, line in self._lines
            if section.start <= block.start < section.end
            and line.told is None
            and not line.opens
            and (several or not line.is_source)
            and not self._is_below(block)
        ]
        return named[0] if len(named) == 1 else None

    def _is_below(self, block: Block) -> bool:
        """Whether a line stands apart at the end of a page of several entries and speaks of them all: the last has a
        source of its own, or none of the others has."""
        last = self._sections[-1]
        if len(self._sections) == 1 or block.start < last.start:
            return False
        at = self._page.blocks.index(block)
        apart = self._page.text.count("\n", self._page.blocks[at - 1].end, block.start) > 1
        own = [one.start for one, line in self._lines if line.told is None and one.start < block.start]
        return apart and (not own or own[-1] >= last.start)

    def _of_the_page(self) -> Informant | None:
        for block in self._page.blocks:
            if (who := informant_of_all(self._page.quote(block))) is not None:
                return who
        first = self._sections[0].start
        named = [
            line.who
            for block, line in self._lines
            if line.told is None
            and not line.opens
            and not line.is_source
            and (block.start < first or self._is_below(block))
        ]
        return named[0] if len(named) == 1 else None

    # -- numbered sources ------------------------------------------------------------------------------------

    def _numbered(self) -> dict[str, Informant]:
        """ "[2] Interview with the mother, Zulfiya R., 4 May 2021" """
        found: dict[str, Informant] = {}
        for block in self._page.blocks:
            match = _NUMBERED.fullmatch(self._page.quote(block))
            if match is None:
                continue
            line = informant_line(match["who"])
            who = line.who if line is not None and line.told is None else informant(match["who"])
            if who is not None:
                found[match["number"]] = who
        return found

    def _referring(self) -> Iterator[tuple[Sentence, str]]:
        for sentence in self._sentences:
            reference = _REFERENCE.search(sentence.text)
            if reference is not None:
                yield sentence, reference["number"]

    # -- who that is -----------------------------------------------------------------------------------------

    def _known(self, who: Informant, about: Referent | None) -> Referent:
        """The person of the cast, or a new one: an entry's "sister" is the sister of whom the entry is about."""
        if who.name is not None:
            return self._named(who.name)
        noun = who.noun or ""
        key = (id(about), noun)
        kin = noun in words("people", "kin")
        if key not in self._people:
            known = self._cast.kin.get(key) if kin else None
            if known is None:
                known = Referent(
                    Sort.PERSON,
                    description=who.words or noun,
                    noun=noun,
                    gender="f"
                    if noun in words("people", "female")
                    else "m"
                    if noun in words("people", "male")
                    else None,
                    owner=about if kin else None,
                )
                self._cast.referents.append(known)
            self._people[key] = known
        return self._people[key]

    def _named(self, name: str) -> Referent:
        known = self._cast.named(name)
        if known is not None:
            return known
        longer = [
            one for one in self._cast.referents if one.is_individual and one.names and is_part(name, one)
        ]
        return longer[0] if longer else self._cast.introduce(name)

    def _own(self, noun: str, about: Referent, teller: Referent, paragraphs: set[int]) -> None:
        """ "My father" in what a son tells of an entry's person is that person."""
        for sentence in self._sentences:
            if sentence.paragraph not in paragraphs:
                continue
            for token in sentence.tokens():
                if (
                    token.lower_ in ("my", "our")
                    and token.dep_ == "poss"
                    and is_called_back(noun, token.head, about)
                ):
                    self._cast.identify(token.head, about)
