"""Submissions: letters and decisions in which all that is said of the facts is said by whoever brought the case.

"The source reports that he was arrested. No warrant was shown." In a communication to a body of human rights the
source, the complainant or the applicant tells on until the paragraph ends or somebody else tells; after a heading
that gives them a part ("The facts as submitted by the author") until the next heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from amanat.core.reading import attributing
from amanat.core.reading.phrases import child
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import noun_lemma, words

_HEADED = re.compile(
    r"\b(?:as|facts?|background|allegations|claims)\s+(?:as\s+)?"
    r"(?:submitted|presented|described|alleged|stated|told|recounted)\s+by\b"
    r"|^(?:communication|submissions?|allegations|information|complaint|account)\s+(?:from|of|by)\s+the\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 14
_LETTER = frozenset(("we", "our"))


class Submission:
    """Who tells the sentences of a submission that name no teller; of any other page, nobody."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._tells: dict[int, Token] = {}
        if any(_submits(one) for one in sentences):
            self._walk(sentences)

    def teller(self, sentence: Sentence) -> Token | None:
        """The words that name who tells the sentence."""
        return self._tells.get(sentence.number)

    def _walk(self, sentences: Sequence[Sentence]) -> None:
        section: Token | None = None
        telling: Token | None = None
        paragraph = -1
        for one in sentences:
            if one.paragraph != paragraph:
                telling, paragraph = section, one.paragraph
            source = _source(one)
            if is_heading(one, sentences) or _is_letter(one):
                section = telling = None
            if source is not None:
                telling = source if noun_lemma(source) in words("telling", "submitters") else None
                section = telling if _opens_section(one) else section
            if telling is not None:
                self._tells[one.number] = telling


def is_heading(sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """A few words that stand alone and end in no stop."""
    text = sentence.text.rstrip()
    alone = next(one for one in sentences if one.paragraph == sentence.paragraph) is sentence
    return alone and len(text.split()) <= _LONGEST_HEADING and text[-1:].isalnum()


def _opens_section(sentence: Sentence) -> bool:
    """ "The facts as submitted by the author", "According to the information received:"."""
    return _HEADED.search(sentence.text) is not None or sentence.text.rstrip().endswith(":")


def _submits(sentence: Sentence) -> bool:
    source = _source(sentence)
    if source is None or noun_lemma(source) not in words("telling", "submitters"):
        return False
    verb = attributing.attributed(sentence)
    formal = verb is not None and verb.lemma_ in (
        "submit",
        "contend",
        "allege",
        "claim",
        "assert",
        "maintain",
    )
    return formal or _HEADED.search(sentence.text) is not None or noun_lemma(source) == "information"


def _source(sentence: Sentence) -> Token | None:
    """Whom the sentence gives what it says to, or announces as who tells what follows."""
    root = sentence.span.root
    source = attributing.according(root, sentence)
    if source is None and root.lower_ == "according":
        source = next((one for one in root.subtree if one.dep_ == "pobj"), None)
    if source is not None:
        return source
    if (headed := _HEADED.search(sentence.text)) is not None:
        after = [one for one in sentence.tokens() if one.idx >= sentence.span.start_char + headed.end()]
        return next((one for one in after if one.pos_ in ("NOUN", "PROPN")), None)
    verb = attributing.attributed(sentence)
    holder = child(verb, "nsubj") if verb is not None else None
    return holder if holder is not None and holder.pos_ != "PRON" else None


def _is_letter(sentence: Sentence) -> bool:
    """Whether those who write the letter speak for themselves."""
    return any(one.lower_ in _LETTER and one.dep_ in ("nsubj", "poss") for one in sentence.tokens())
