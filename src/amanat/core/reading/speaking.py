""" "I", "my", "we": whoever is speaking. In quoted words it is the speaker quoted; in a testimony, its witness; in
an answer, whoever answers; in a post, its author.

What stands around an account (who gives it, where it was recorded, what became of the witness) is the report's own
voice, and what an interviewer asks is not what a witness says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from spacy.tokens import Token

from amanat.core.claim import TellerRole
from amanat.core.reading.asides import point_to_witness
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.hashtags import name_by_hashtags
from amanat.core.reading.informed import informed
from amanat.core.reading.kin_calls import introduced_as_kin, own_kin
from amanat.core.reading.names import Sort
from amanat.core.reading.parts import counted_of_us, with_speaker
from amanat.core.reading.phrases import child
from amanat.core.reading.posts import posts
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spokespeople import is_of_a_power, of_that_name, spokesperson_of
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.testified import testified
from amanat.core.reading.turns import Turn
from amanat.core.reading.witness import witness_of
from amanat.core.reading.wordlists import person_nouns, words
from amanat.core.reading.zones import Page, Zone

_FIRST = frozenset({"i", "me", "my", "mine", "myself"})
_FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_LEAST = 2
_SHARE = 0.2
"""How many sentences, and what share of all, must say "I" outside quotation marks in somebody's own account."""
_THROUGHOUT = 4
_SPREAD = 1 / 3
"""Or how many, in what share of the paragraphs: somebody who writes of another says "I" now and then."""
_QUESTIONS = 3
"""Or so many questions stand between what they say."""


_OWN = re.compile(r"\b(?:I|[Mm]y)\b")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_SUMMARY = re.compile(
    r"\b(?:(?:interview|testimony|statement)s? (?:record|summary|notes|report)|(?:summary|record|minutes|notes|report)"
    r" of(?: the| an?)? (?:\w+ )?(?:interview|testimony|statement))\b",
    re.I,
)


@dataclass
class Voices:
    """Whose voice a report speaks in, paragraph by paragraph."""

    speakers: dict[int, Referent] = field(default_factory=dict)
    """Who tells a paragraph, where it is not the report itself."""
    questions: set[int] = field(default_factory=set)
    """Paragraphs that an interviewer speaks."""
    sentences: dict[int, Referent] = field(default_factory=dict)
    """Who tells a sentence, where it refers to a source of its own."""

    def asks(self, sentence: Sentence) -> bool:
        """Whether the sentence only asks: an interviewer who passes on what others say does claim it."""
        return sentence.paragraph in self.questions and not _passes_on(sentence)

    def speaker(self, sentence: Sentence) -> Referent | None:
        """A headline is the outlet's, but for "My husband was arrested", with which a letter or a thread begins."""
        if sentence.zone is Zone.HEADLINE and not _OWN.search(_QUOTED.sub("", sentence.text)):
            return None
        return self.sentences.get(sentence.number) or self.speakers.get(sentence.paragraph)

    def next_speaker(self, sentence: Sentence) -> Referent | None:
        """Whoever is the first to speak below a sentence."""
        after = [number for number in self.speakers if number > sentence.paragraph]
        return self.speakers[min(after)] if after else None

    def teller(self, sentence: Sentence) -> Told | None:
        """Whoever tells the sentence as a whole, outside headline, questions and the report's own words."""
        speaker = self.speaker(sentence)
        if speaker is None:
            return None
        noun = speaker.noun
        if noun in words("people", "unnamed") and not speaker.names:
            role = TellerRole.UNNAMED_SOURCE
        else:
            role = TellerRole.OFFICIAL if noun in words("people", "official") else TellerRole.WITNESS
        return Told(speaker, speaker.label, role)


def give_voice(
    page: Page,
    sentences: list[Sentence],
    cast: Cast,
    tellers: Tellers,
    turns: Mapping[int, Turn] = MappingProxyType({}),
) -> Voices:
    """Resolve every first person to whoever speaks there, and find who tells each paragraph. ``turns`` are the
    paragraphs of a conversation, by where they start."""
    first = {one.number for one in sentences if _says_i(one, tellers)}
    labelled = {one.paragraph: turns[one.block] for one in sentences if one.block in turns}
    voices = _posted(page, sentences, cast) or _conversation(page, sentences, cast, first, labelled)
    voices = voices or _listed(page, sentences, cast)
    if voices is None and _is_own_account(sentences, first):
        voices = _account(page, sentences, cast, first, {at for at, turn in labelled.items() if turn.asks})
    voices = voices or _summary(page, sentences, cast) or Voices(testified(page, sentences, cast))
    _address(sentences, cast, voices)
    for sentence in sentences:
        for token in sentence.tokens():
            if token.lower_ in _FIRST or token.lower_ in _FIRST_PLURAL:
                _resolve(token, sentence, cast, tellers, voices)
            if token.lower_ == "my" and token.dep_ == "poss" and cast.of(token) is not None:
                own_kin(token.head, token, cast)
            introduced_as_kin(token, sentence, cast)
    name_by_hashtags(page.text, cast, voices.speakers.values())
    return voices


def _address(sentences: list[Sentence], cast: Cast, voices: Voices) -> None:
    """ "You", in a question, is whoever answers it."""
    answering: Referent | None = None
    for sentence in reversed(sentences) if voices.questions else ():
        if sentence.paragraph not in voices.questions:
            answering = voices.speaker(sentence)
            continue
        for token in sentence.tokens() if answering is not None else ():
            if token.lower_ in _ADDRESSED and answering is not None:
                cast.set(token, answering)


_ADDRESSED = frozenset(("you", "your", "yours", "yourself"))


# -- posts ---------------------------------------------------------------------------------------------------


def _posted(page: Page, sentences: list[Sentence], cast: Cast) -> Voices | None:
    """Every post is told by its author."""
    found = posts(page)
    if not found:
        return None
    known = {post.author: cast.named(post.author) or cast.introduce(post.author) for post in found}
    return Voices(
        {
            sentence.paragraph: known[post.author]
            for sentence in sentences
            for post in found
            if post.start <= sentence.start < post.end
        }
    )


def _listed(page: Page, sentences: list[Sentence], cast: Cast) -> Voices | None:
    """What a register or a record says of who told its entries."""
    found = informed(page, sentences, cast)
    return (
        Voices(found.paragraphs, sentences=found.sentences) if found.paragraphs or found.sentences else None
    )


# -- conversations -------------------------------------------------------------------------------------------


def _conversation(
    page: Page, sentences: list[Sentence], cast: Cast, first: set[int], labelled: dict[int, Turn]
) -> Voices | None:
    """Questions and answers: an answer goes on until the next label."""
    if all(turn.asks for turn in labelled.values()):
        return None
    voices = Voices(questions={number for number, turn in labelled.items() if turn.asks})
    whole = 2 * len(labelled) >= len({one.paragraph for one in sentences})
    says_i = {one.paragraph for one in sentences if one.number in first}
    answerers = _answerers(page, sentences, cast, labelled, bool(says_i))
    last: Turn | None = None
    for number in sorted({one.paragraph for one in sentences}):
        last = labelled.get(number, last)
        goes_on = number <= max(labelled) if whole else number in labelled
        if last is None or not (goes_on or number in says_i):
            continue
        if last.asks:
            voices.questions.add(number)
        elif last.label in answerers:
            voices.speakers[number] = answerers[last.label]
    return voices


def _answerers(
    page: Page, sentences: list[Sentence], cast: Cast, labelled: dict[int, Turn], says_i: bool
) -> dict[str, Referent]:
    """Whom each label of an answer stands for; "A." and "Witness" for the one whose account the page is.

    ``says_i``: whether anybody does in the answers.
    """
    found: dict[str, Referent] = {}
    generic: Referent | None = None
    asked = min((number for number, turn in labelled.items() if turn.asks), default=0)
    opens = next((one.block for one in sentences if one.paragraph == asked), 0)
    for turn in labelled.values():
        if turn.asks or turn.label in found:
            continue
        if turn.generic:
            generic = generic or spokesperson_of(page, cast, opens)
            if generic is None and not says_i and is_of_a_power(page):
                continue  # the body answers itself, as the outlet
            generic = generic or witness_of(page, cast, sentences, min(labelled))
            found[turn.label] = generic
        elif turn.label.casefold() in words("people", "official") and (
            named := spokesperson_of(page, cast, opens)
        ):
            found[turn.label] = named
        elif turn.label.isupper() and len(turn.label) in _INITIALS:
            found[turn.label] = _initialled(
                turn, page, cast, witness_of(page, cast, sentences, min(labelled))
            )
        else:
            found[turn.label] = _labelled(turn, page, cast)
    return found


_INITIALS = (2, 3)


def _initialled(turn: Turn, page: Page, cast: Cast, witness: Referent) -> Referent:
    """ "EN:" is Elba Nocetti, where it is she whom the page has speak."""
    initials = "".join(part[0] for part in witness.label.split()).upper()
    if witness.names and initials.startswith(turn.label):
        return witness
    return _labelled(turn, page, cast)


_TITLE = re.compile(r"^(?:the |mrs?|ms|miss|dr|prof(?:essor)?|elder|pastor|witness|citizen)\.? (?=\S)", re.I)


def _labelled(turn: Turn, page: Page, cast: Cast) -> Referent:
    """Somebody the report names so, or has met as "the cadre", or now meets."""
    label = turn.label
    plain = label.title() if label.isupper() else label
    bare = _TITLE.sub("", plain)
    known = of_that_name(bare, page, cast) or cast.named(label) or cast.named(plain) or cast.named(bare)
    noun = label.casefold().rsplit(" ", 1)[-1]
    met = [one for one in cast.referents if one.is_individual and one.noun == noun]
    if known is None and met:
        return met[-1]
    if known is None and (noun in words("people", "person") or noun in words("people", "official")):
        known = Referent(Sort.PERSON, description=label, noun=noun)
        cast.referents.append(known)
    known = known or cast.introduce(plain)
    if known.noun is None and turn.aside:
        nouns = [word for word in re.findall(r"[\w-]+", turn.aside.casefold()) if word in person_nouns()]
        known.noun = next(iter(nouns), None)
        known.description = known.description or (turn.aside if nouns else None)
    return known


def _passes_on(sentence: Sentence) -> bool:
    """ "The army has said that …" among questions; what is put to "you" is only asked."""
    text = sentence.text.rstrip(" ”\"'’»)")
    if text.endswith("?") or re.search(r"\b(?:you|your)\b", text, re.I):
        return False
    return any(
        token.lemma_ in words("telling", "verbs") and token.pos_ == "VERB" and token.tag_ != "VB"
        for token in sentence.tokens()
    ) or bool(re.search(r"\baccording to\b", text, re.I))


# -- accounts ------------------------------------------------------------------------------------------------


def _account(page: Page, sentences: list[Sentence], cast: Cast, first: set[int], asked: set[int]) -> Voices:
    """One person's own account: all of it is theirs, but for what stands before and after it about them."""
    body = [one for one in sentences if one.zone is Zone.BODY]
    questions = _unlabelled_questions(body) | asked
    says_i = {one.paragraph for one in body if one.number in first}
    frame = set(_outside({one.paragraph for one in body}, says_i, body))
    told = {one.paragraph for one in body} - questions - frame
    narrator = witness_of(page, cast, sentences, min(told, default=0))
    told -= {number for number in told if _is_about(narrator, number, says_i, body)}
    point_to_witness(body, told, narrator, cast)
    own = {one.paragraph for one in sentences if one.zone is Zone.HEADLINE}
    return Voices(dict.fromkeys(told | own, narrator), questions)


def _summary(page: Page, sentences: list[Sentence], cast: Cast) -> Voices | None:
    """An interview written down as "she said that …": what follows the first such sentence is hers, to the end."""
    if not any(_SUMMARY.search(page.quote(block)) for block in page.blocks[:3]):
        return None
    for sentence in sentences:
        if sentence.zone is not Zone.BODY:
            continue
        for token in sentence.tokens():
            teller = child(token, "nsubj") if token.lemma_ in ("say", "state", "declare", "recount") else None
            narrator = cast.of(teller) if teller is not None else None
            if narrator is not None and narrator.is_individual:
                told = {one.paragraph for one in sentences if one.paragraph >= sentence.paragraph}
                return Voices(dict.fromkeys(told, narrator))
    return None


_ABOUT = re.compile(
    r"\b(?:the|this) (?:witness|speaker|interviewee|author|writer|narrator|testimony|statement|account|interview"
    r"|conversation|letter|translation|recording|names?)\b|\bhas been changed\b|\bhis name\b|\bher name\b"
    r"|\bas told to\b|\brecorded\b|\binterviewed\b"
    r"|\b(?:is|are) a \b.*\bwho\b|\b(?:he|she) (?:now )?(?:lives|told|spoke|is|was|has)\b",
    re.I,
)


def _outside(paragraphs: set[int], says_i: set[int], body: list[Sentence]) -> Iterable[int]:
    """The paragraphs before the first "I" that speak of the witness, and those after the last one that do."""
    text = {one.paragraph: one.span.doc.text for one in body}
    for number in sorted(paragraphs):
        if number >= min(says_i):
            break
        if _ABOUT.search(text[number]):
            yield from (each for each in paragraphs if each <= number)
    yield from (
        number for number in paragraphs if number > max(says_i) and _ABOUT.search(text[number]) is not None
    )


def _is_about(narrator: Referent, number: int, says_i: set[int], body: list[Sentence]) -> bool:
    """Whether a paragraph outside the account speaks of the witness by name."""
    if min(says_i) <= number <= max(says_i):
        return False
    text = next(one.span.doc.text for one in body if one.paragraph == number)
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in narrator.names)


def _unlabelled_questions(sentences: list[Sentence]) -> set[int]:
    """Short paragraphs that put a question to "you"."""
    said: dict[int, list[str]] = {}
    for sentence in sentences:
        said.setdefault(sentence.paragraph, []).append(sentence.text)
    return {number for number, texts in said.items() if _puts_a_question(texts)}


def _puts_a_question(texts: list[str]) -> bool:
    whole = " ".join(texts)
    asked = texts[-1].rstrip(" \"'”’*_").endswith("?")
    if len(whole) >= 160 + 140 * asked or re.search(r"\b(I|my|me|we)\b", whole):
        return False
    return asked or bool(re.search(r"\b[Yy]ou\b", whole))


def _is_own_account(sentences: list[Sentence], first: set[int]) -> bool:
    """Whether the text is somebody's own account. A reporter's "she told me" does not make it the reporter's."""
    if len(first) >= _LEAST and len(first) >= _SHARE * len(sentences):
        return True
    body = [one for one in sentences if one.zone is Zone.BODY]
    if first and len(_unlabelled_questions(body)) >= _QUESTIONS:
        return True
    spread = {one.paragraph for one in body if one.number in first}
    return len(first) >= _THROUGHOUT and len(spread) >= _SPREAD * len({one.paragraph for one in body})


def _says_i(sentence: Sentence, tellers: Tellers) -> bool:
    return sentence.zone is Zone.BODY and any(
        token.lower_ in _FIRST and not tellers.is_quoted(token, sentence) and not _is_hearer(token)
        for token in sentence.tokens()
    )


def _is_hearer(token: Token) -> bool:
    return token.dep_ in ("dobj", "dative", "pobj") and token.head.lemma_ in (
        "tell",
        "show",
        "ask",
        "to",
        "say",
    )


# -- first persons -------------------------------------------------------------------------------------------


def _resolve(token: Token, sentence: Sentence, cast: Cast, tellers: Tellers, voices: Voices) -> None:
    speaker = tellers.speaker(token, sentence)
    if speaker is None and not tellers.is_quoted(token, sentence):
        speaker = voices.speaker(sentence)
    if speaker is None:
        return
    if token.lower_ in _FIRST:
        cast.set(token, speaker)
    elif (number := counted_of_us(token)) is not None:
        cast.set(number, with_speaker(speaker, number, sentence, cast))
    else:
        cast.set(
            token,
            Referent(Sort.PEOPLE, description=f"{speaker.label} and others", many=True, companion_of=speaker),
        )
