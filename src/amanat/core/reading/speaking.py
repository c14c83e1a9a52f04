""" "I", "my", "we": whoever is speaking. In quoted words it is the speaker quoted; in a testimony, its witness.

A transcript's questions claim nothing: what an interviewer asks is not what a witness says.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Token

from amanat.core.claim import TellerRole
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.names import Sort
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.witness import witness_of
from amanat.core.reading.wordlists import words
from amanat.core.reading.zones import Page, Zone

_FIRST = frozenset({"i", "me", "my", "mine", "myself"})
_FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_LABEL = re.compile(
    r"(?P<label>[QA](?=\d{0,2}\.\s)|[A-Z][\w. '’-]{0,40}?)(?:,[^:.]{0,70}|\s*\([^():]{0,50}\))?"
    r"(?:\s*:|(?<=^[QA])\.)\s+\S"
)
_ASKERS = frozenset(
    {
        "q",
        "question",
        "interviewer",
        "int",
        "moderator",
        "reporter",
        "investigator",
        "lawyer",
        "counsel",
        "judge",
    }
)
_ANSWERERS = frozenset({"a", "answer", "witness", "w", "interviewee", "respondent", "survivor", "speaker"})
_LEAST = 2
_SHARE = 0.2
"""How many sentences, and what share of all, must say "I" outside quotation marks in somebody's own account."""


@dataclass
class Voices:
    """Whose voice a report speaks in."""

    narrator: Referent | None = None
    questions: set[int] = field(default_factory=set)
    """Paragraphs that an interviewer speaks."""
    answers: set[int] = field(default_factory=set)

    def asks(self, sentence: Sentence) -> bool:
        return sentence.paragraph in self.questions

    def teller(self, sentence: Sentence) -> Told | None:
        """The narrator, of every sentence outside headline and questions."""
        if self.narrator is None or sentence.zone is Zone.HEADLINE or self.asks(sentence):
            return None
        if self.answers and sentence.paragraph not in self.answers and min(self.answers) > sentence.paragraph:
            return None
        official = self.narrator.noun in words("people", "official")
        role = TellerRole.OFFICIAL if official else TellerRole.WITNESS
        return Told(self.narrator, self.narrator.label, role)


def give_voice(page: Page, sentences: list[Sentence], cast: Cast, tellers: Tellers) -> Voices:
    """Resolve every first person to whoever speaks there, and find the narrator where the text has one."""
    voices = _turns(sentences, cast)
    if voices.narrator is None and (voices.answers or _tells_in_the_first_person(sentences, tellers)):
        voices.narrator = witness_of(page, cast, sentences, _opening(sentences, tellers, voices))
    if voices.narrator is not None:
        voices.questions |= _unlabelled_questions(sentences)
    for sentence in sentences:
        for token in sentence.tokens():
            if token.lower_ in _FIRST or token.lower_ in _FIRST_PLURAL:
                _resolve(token, sentence, cast, tellers, voices)
            if token.lower_ == "my" and token.dep_ == "poss" and cast.of(token) is not None:
                cast.own(token.head, token)
    return voices


def _turns(sentences: list[Sentence], cast: Cast) -> Voices:
    """Paragraphs labelled by speaker: "Q:" and "A:", "INTERVIEWER:", or the names of both."""
    labels: dict[int, str] = {}
    seen: set[int] = set()
    for sentence in sentences:
        found = _LABEL.match(sentence.span.doc.text) if sentence.paragraph not in seen else None
        seen.add(sentence.paragraph)
        if found:
            labels[sentence.paragraph] = found["label"].rstrip(".")
    spoken = {paragraph: cast.named(label) for paragraph, label in labels.items()}
    voices = Voices()
    asked = {label for label in labels.values() if label.casefold() in _ASKERS}
    persons = [one for one in spoken.values() if one is not None]
    if not asked and not (persons and len(set(labels.values())) > 1):
        return voices
    often = Counter(label for label in labels.values() if label not in asked)
    answerer = next(
        (label for label, _ in often.most_common() if label.casefold() in _ANSWERERS or cast.named(label)),
        None,
    )
    for paragraph, label in labels.items():
        (voices.answers if label == answerer else voices.questions).add(paragraph)
    voices.narrator = cast.named(answerer) if answerer is not None else None
    return voices


def _unlabelled_questions(sentences: list[Sentence]) -> set[int]:
    """Short paragraphs that put a question to "you"."""
    last: dict[int, Sentence] = {}
    said: dict[int, list[str]] = {}
    for sentence in sentences:
        last[sentence.paragraph] = sentence
        said.setdefault(sentence.paragraph, []).append(sentence.text)
    return {
        paragraph
        for paragraph, texts in said.items()
        if sum(map(len, texts)) < 160
        and not re.search(r"\b(I|my|me|we)\b", " ".join(texts))
        and (last[paragraph].text.rstrip().endswith("?") or re.search(r"\b[Yy]ou\b", " ".join(texts)))
    }


def _tells_in_the_first_person(sentences: list[Sentence], tellers: Tellers) -> bool:
    """Whether the text is somebody's own account. A reporter's "she told me" does not make it the reporter's."""
    own = {
        sentence.number
        for sentence in sentences
        for token in sentence.tokens()
        if token.lower_ in _FIRST and not tellers.is_quoted(token, sentence) and not _is_hearer(token)
    }
    return len(own) >= _LEAST and len(own) >= _SHARE * len(sentences)


def _is_hearer(token: Token) -> bool:
    return token.dep_ in ("dobj", "dative", "pobj") and token.head.lemma_ in (
        "tell",
        "show",
        "ask",
        "to",
        "say",
    )


def _opening(sentences: list[Sentence], tellers: Tellers, voices: Voices) -> int:
    """The paragraph in which the account begins: the first turn, else the first "I" outside quotation marks."""
    own = (
        sentence.paragraph
        for sentence in sentences
        if sentence.zone is Zone.BODY
        and any(
            token.lower_ in _FIRST and not tellers.is_quoted(token, sentence) for token in sentence.tokens()
        )
    )
    return min(voices.questions | voices.answers) if voices.answers else next(own, 0)


def _resolve(token: Token, sentence: Sentence, cast: Cast, tellers: Tellers, voices: Voices) -> None:
    speaker = tellers.speaker(token, sentence)
    if speaker is None and not tellers.is_quoted(token, sentence) and not voices.asks(sentence):
        speaker = voices.narrator
    if speaker is None:
        return
    if token.lower_ in _FIRST:
        cast.set(token, speaker)
    else:
        cast.set(
            token,
            Referent(Sort.PEOPLE, description=f"{speaker.label} and others", many=True, companion_of=speaker),
        )
