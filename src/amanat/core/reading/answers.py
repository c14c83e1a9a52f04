"""Questions and answers as one: what a short answer says of the act that was asked after.

"Were you beaten?" – "Every night." tells of beatings, and neither half does so alone. The passage is the answer; the
act, whom it befell and who did it come from the question, as far as the answer does not say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from amanat.core.claim import Modality, Polarity, Where
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.counting import count_of
from amanat.core.reading.draft import Draft
from amanat.core.reading.phrases import children, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.speaking import Voices
from amanat.core.reading.where import Places, place_heads

_NO = re.compile(r"(?:no|never|nobody|no one|none|not (?:once|at all|me|us|then|there))\b", re.I)
_OPEN = re.compile(r"(?:perhaps|maybe|who knows|god|difficult|hard to|why|how|what|ask)\b", re.I)
_BARE = re.compile(r"(?:yes|no|right|exactly|correct|of course|true)[ .!]*", re.I)
_WORK = re.compile(
    r"\b(?:what(?: \w+)? did (?:you|they|the \w+|people)(?: all)? have to (?:do|make|produce)"
    r"|what (?:work )?(?:were you|did they|were the \w+) (?:made|make you|forced|force you)(?: to)? do"
    r"|how (?:long|many hours)(?: \w+){0,3} have to work)\b",
    re.I,
)
_HOURS = re.compile(r"\bhours\b|\bfrom \w+ (?:in the morning|in the evening|at night|to|until|till)\b", re.I)
_LONGEST = 30
"""In words; what is longer tells for itself."""
_SHORT = 6
_KINDS_OF_STATEMENTS = frozenset(("denial", "accusation", "assessment", "appeal", "policy"))


class Answers:
    """The answers of a conversation, each with the question before it."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        voices: Voices,
        cast: Cast,
        read: Callable[[Sentence], list[Draft]],
    ) -> None:
        self._cast, self._voices, self._read = cast, voices, read
        self._asked: dict[int, list[Sentence]] = {}
        """By the paragraph of an answer, the sentences of the question before it."""
        asked: list[Sentence] = []
        for sentence in sentences if voices.questions else ():
            if sentence.paragraph in voices.questions:
                goes_on = asked and sentence.paragraph - asked[-1].paragraph <= 1
                answered = asked and asked[-1].paragraph in self._answered_from
                asked = [*(asked if goes_on and not answered else []), sentence]
            elif asked and voices.speaker(sentence) is not None and sentence.paragraph not in self._asked:
                self._asked[sentence.paragraph] = asked
        self._taken: dict[int, Draft | None] = {}

    @property
    def _answered_from(self) -> set[int]:
        return {asked[-1].paragraph for asked in self._asked.values()}

    def draft(self, sentence: Sentence, places: Places) -> Draft | None:
        """What the sentence says as an answer, where it says it by pointing to the question."""
        asked = self._asked.get(sentence.paragraph)
        speaker = self._voices.speaker(sentence)
        if asked is None or speaker is None or _OPEN.match(sentence.text) or not is_short(sentence):
            return None
        question = asked[-1]
        if _WORK.search(question.text):
            first = sentence.text[:3].casefold() == "to " or _HOURS.search(sentence.text) is not None
            return self._of(sentence, _labour(sentence, speaker), places) if first else None
        opens = self._opens(sentence)
        act = self._act(sentence.paragraph) if opens else None
        if act is None or not (act.sentence is question or _is_polar(question)):
            return None
        if _BARE.fullmatch(sentence.text) and self._goes_on(sentence):
            return None
        if act.sentence is not question and _asks_you(question):
            act = replace(act, who=[speaker])
        found = self._of(sentence, act, places)
        if _NO.match(sentence.text):
            if not _is_polar(question):
                return None
            found.polarity = Polarity.DENIED
        asks_who = question.span[0].lower_ == "who"
        people = self._cast.all_of(sentence.span.root) if asks_who else []
        return replace(found, by=people) if people else found

    def _opens(self, sentence: Sentence) -> bool:
        """Whether it is the first sentence of the answer."""
        return not any(
            one.paragraph == sentence.paragraph and one.number < sentence.number
            for one in self._cast.sentences
        )

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether the answer says more, which then tells for itself."""
        return any(
            one.paragraph == sentence.paragraph and one.number > sentence.number
            for one in self._cast.sentences
        )

    def _act(self, paragraph: int) -> Draft | None:
        """What was asked after: the last act of the question's own sentences."""
        if paragraph not in self._taken:
            acts = [
                draft
                for one in reversed(self._asked[paragraph])
                for draft in self._read(one)
                if draft.kind not in _KINDS_OF_STATEMENTS
            ]
            self._taken[paragraph] = acts[0] if acts else None
        return self._taken[paragraph]

    def _of(self, sentence: Sentence, act: Draft, places: Places) -> Draft:
        trigger = sentence.span.root
        where = _where(trigger, sentence, places, self._cast) or (act.where if act.sentence else None)
        return Draft(
            act.kind,
            sentence,
            trigger,
            list(act.who),
            list(act.by),
            where=where,
            details=act.details if act.details else None,
            count=count_of(trigger) if trigger.pos_ == "NOUN" and self._cast.person_like(trigger) else None,
            modality=Modality.ASSERTED,
            confidence=0.6,
        )


def _labour(sentence: Sentence, speaker: Referent) -> Draft:
    return Draft("forced labour", sentence, sentence.span.root, [speaker])


def _where(trigger: Token, sentence: Sentence, places: Places, cast: Cast) -> Where | None:
    found: Iterator[Where] = (
        where for _, head in place_heads(trigger, cast) if (where := places.at(head, sentence)) is not None
    )
    return next(found, None)


def is_short(sentence: Sentence) -> bool:
    """ "Two times.", "To the school.", "Yes, I was.": no clause of its own that says what happened."""
    root = sentence.span.root
    if len(sentence.span) > _LONGEST:
        return False
    about = subject(root) or next(iter(children(root, "expl", "csubj")), None)
    if about is not None:
        pointing = about.pos_ == "PRON" and root.pos_ == "AUX" and len(sentence.span) <= _SHORT + 1
        return pointing and not children(root, "attr", "acomp")
    return root.tag_ not in ("VBD", "VBZ", "VBP", "VB") or any(
        part.lower_ == "to" for part in children(root, "aux")
    )


def _asks_you(question: Sentence) -> bool:
    """ "Were you in that group?", after a sentence that says what befell it."""
    about = subject(question.span.root)
    return about is not None and about.lower_ == "you"


def _is_polar(question: Sentence) -> bool:
    """ "Were you beaten?", not "How long were you held?"."""
    first = question.span[0]
    return question.text.rstrip(" ”\"'’").endswith("?") and (
        first.pos_ == "AUX" or first.lower_ in ("and", "so") or first.tag_ in ("VBD", "MD")
    )
