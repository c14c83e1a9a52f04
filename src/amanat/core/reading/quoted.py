"""Who speaks the words in quotation marks, by grammar alone, before anybody is cast: within them "he" is never whoever
says them, and of "he said of the treasurer" the treasurer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from amanat.core.reading.attributing import is_telling
from amanat.core.reading.phrases import child, prepositions
from amanat.core.reading.referent import Referent
from amanat.core.reading.sentences import Quotation, Sentence
from amanat.core.reading.wordlists import words

_LEAST = 15
"""Fewer letters are a word or two that somebody is said to have used, and speak as the sentence does, unless they
are a sentence of their own."""
_WHOLE = re.compile(r"\s*(?:He|She|They|It|We|I|You|His|Her|Their|My|Our|There)\b.*\w['’]?[,.!?]", re.S)


class Quoted:
    """The words in quotation marks of a report. ``speaker`` and ``topic`` are tokens of the report's own words."""

    def __init__(self, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> None:
        self._quotations = [
            one for one in quotations if one.end - one.start >= _LEAST or _is_whole(one, sentences)
        ]
        self._within: dict[int, list[int]] = {}
        self._verbs: dict[int, Token] = {}
        self._subjects: dict[int, Token] = {}
        if self._quotations:
            self._read(sentences)

    def speaker(self, sentence: Sentence, token: Token) -> Token | None:
        """Whoever says the words among which ``token`` stands."""
        number = self._number(sentence, token)
        return self._subjects.get(number) if number is not None else None

    def openings(self, sentence: Sentence) -> list[tuple[Token, Token | None]]:
        """Who speaks in the sentence behind the words they say, and of whom they say to speak."""
        found = []
        for number in self._within.get(sentence.number, ()):
            verb, said_by = self._verbs.get(number), self._subjects.get(number)
            if verb is None or said_by is None or not sentence.span.start <= said_by.i < sentence.span.end:
                continue
            if (
                verb.doc is sentence.span.doc
                and sentence.offset + said_by.idx > self._quotations[number].start
            ):
                found.append((said_by, _spoken_of(verb)))
        return found

    def topic(self, sentence: Sentence, token: Token) -> Token | None:
        number = self._number(sentence, token)
        verb = self._verbs.get(number) if number is not None else None
        return _spoken_of(verb) if verb is not None else None

    def _number(self, sentence: Sentence, token: Token) -> int | None:
        at = sentence.offset + token.idx
        return next(
            (
                number
                for number in self._within.get(sentence.number, ())
                if self._quotations[number].start <= at < self._quotations[number].end
            ),
            None,
        )

    def _read(self, sentences: Sequence[Sentence]) -> None:
        spoken: dict[int, list[Sentence]] = {}
        at = 0
        for sentence in sentences:
            while at < len(self._quotations) and self._quotations[at].end < sentence.start:
                at += 1
            for number in range(at, len(self._quotations)):
                if self._quotations[number].start >= sentence.end:
                    break
                self._within.setdefault(sentence.number, []).append(number)
                spoken.setdefault(number, []).append(sentence)
        before: Sentence | None = None
        by_number = {sentence.number: sentence for sentence in sentences}
        for number, quotation in enumerate(self._quotations):
            around = spoken.get(number, [])
            said = next((verb for one in around for verb in _saying(one, quotation)), None)
            if said is None and around:
                before = by_number.get(around[0].number - 1)
                same = before is not None and before.paragraph == around[0].paragraph
                said = self._verbs.get(number - 1) if same and number else None
                if said is None and same and before is not None:
                    said = next(_saying(before, quotation), None)
            holder = child(said, "nsubj") if said is not None else None
            if said is not None and holder is not None:
                self._verbs[number], self._subjects[number] = said, holder


def _spoken_of(verb: Token) -> Token | None:
    """Of "he said of the treasurer", the treasurer."""
    return next((thing for word, thing in prepositions(verb) if word in ("of", "about")), None)


def _is_whole(quotation: Quotation, sentences: Sequence[Sentence]) -> bool:
    """ "He was beaten," or "She fell.": short, and somebody's own words all the same."""
    for sentence in sentences:
        if sentence.start - 1 <= quotation.start < sentence.end:
            said = sentence.span.doc.text[quotation.start - sentence.offset : quotation.end - sentence.offset]
            return _WHOLE.fullmatch(said) is not None
    return False


def _saying(sentence: Sentence, quotation: Quotation) -> Iterator[Token]:
    """The verbs of telling of the sentence that stand outside the quotation and have a subject of their own."""
    for verb in sentence.tokens():
        at = sentence.offset + verb.idx
        if not quotation.start <= at < quotation.end and is_telling(verb):
            holder = child(verb, "nsubj")
            place = sentence.offset + holder.idx if holder is not None else quotation.start
            behind = (
                sentence.span.doc.text[max(quotation.end - sentence.offset, 0) : verb.idx]
                if at >= quotation.end
                else ""
            )
            if not quotation.start <= place < quotation.end and not _ENDS.search(behind):
                yield verb


_ENDS = re.compile(r"[.;]")
"""What parts a quotation from the verb behind it: of "… the “enemy”. His lawyer said" it is no part."""


_SPOKE_LATELY = 3
"""How many sentences may lie between what somebody says and "he said" of the same person."""


def last_to_tell(
    people: Sequence[Referent], sentences: Sequence[Sentence], sentence: Sentence, gender: str | None
) -> Referent | None:
    """Who was last the subject of a verb of telling in the sentences before, in the same paragraph or the last one."""
    by_number = {
        one.number: one for one in sentences[max(sentence.number - _SPOKE_LATELY, 0) : sentence.number]
    }
    spoke: list[tuple[int, int, Referent]] = []
    for one in people:
        if not one.is_individual or gender not in (None, one.gender or gender):
            continue
        for mention in one.mentions[-6:]:
            place = by_number.get(mention.sentence)
            if place is None or not mention.subject or sentence.paragraph - place.paragraph > 1:
                continue
            token = place.span.doc[mention.token]
            if token.dep_ == "nsubj" and (
                is_telling(token.head) or token.head.lemma_ in words("telling", "denying")
            ):
                spoke.append((mention.sentence, mention.token, one))
    return max(spoke, key=lambda item: item[:2])[2] if spoke else None
