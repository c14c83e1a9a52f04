"""Who says so: the chain of tellers of an act, from the first witness outwards to the outlet.

Within a sentence the chain is read by climbing from the act: every verb of telling on the way adds its subject.
Quoted words belong to whoever the sentence around them, or the next one, says spoke them. A paragraph that
goes on with the same person's account keeps its teller.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from amanat.core.claim import TellerRole
from amanat.core.places import government_of
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import child, children, phrase_text, prepositions, subject
from amanat.core.reading.sentences import Quotation, Sentence
from amanat.core.reading.wordlists import words


@dataclass(frozen=True, slots=True)
class Told:
    """One teller: somebody of the cast where they are known, else their description."""

    referent: Referent | None
    name: str
    role: TellerRole
    medium: str | None = None

    def same_as(self, other: Told) -> bool:
        return self.referent is other.referent if self.referent is not None else self.name == other.name


class Tellers:
    """The tellers of every sentence and quotation of a report."""

    def __init__(self, sentences: list[Sentence], quotations: list[Quotation], cast: Cast) -> None:
        self._cast = cast
        self._sentences = sentences
        self._quotations = quotations
        self._speaker: dict[int, Told | None] = {}
        for number, quotation in enumerate(quotations):
            self._speaker[number] = self._speaker_of(number, quotation)

    def chain(self, trigger: Token, sentence: Sentence) -> list[Told]:
        """Innermost first, without the outlet."""
        found: list[Told] = []
        for teller in self._climbed(trigger, sentence):
            _add(found, teller)
        quoted = self._quoting(sentence, trigger)
        if quoted is not None:
            _add(found, quoted)
        if not found:
            for teller in self._named_source(trigger, sentence) or self._said_last(trigger, sentence):
                _add(found, teller)
        return found or self._carried(trigger, sentence)

    def is_quoted(self, token: Token, sentence: Sentence) -> bool:
        at = sentence.offset + token.idx
        return any(quotation.start <= at < quotation.end for quotation in self._quotations)

    def speaker(self, token: Token, sentence: Sentence) -> Referent | None:
        """Whoever says "I" here."""
        told = self._quoting(sentence, token)
        return told.referent if told is not None else None

    # -- climbing --------------------------------------------------------------------------------------------

    def _climbed(self, trigger: Token, sentence: Sentence) -> Iterator[Told]:
        node = trigger
        while node.head != node:
            below, node = node, node.head
            if self._quotes_another(node, trigger, sentence):
                continue
            if (node.lemma_.casefold() in words("telling", "verbs") and _is_told(node, below)) or (
                node.lemma_ in words("telling", "denying")
                and below.dep_
                in (
                    "ccomp",
                    "xcomp",
                    "dobj",
                    "pcomp",
                    "prep",
                )
            ):
                yield from self._teller_of(node, sentence)
            elif node.lemma_ == "accuse" and (below.dep_ in ("prep", "pcomp", "pobj") or below.pos_ == "ADP"):
                yield self._accuser(node)
            elif (
                node.pos_ == "NOUN"
                and node.lemma_ in ("claim", "allegation", "testimony", "account", "report")
                and below.dep_ in ("acl", "ccomp", "relcl")
            ):
                owner = child(node, "poss")
                if owner is not None:
                    yield from self._told(owner, None)

    def _quotes_another(self, verb: Token, trigger: Token, sentence: Sentence) -> bool:
        """Whether the verb closes a quotation that the act stands outside of: "She got no notice; 'they may send me
        back', she explained" tells of the notice in the report's own voice."""
        if verb.pos_ != "VERB" or trigger.i > verb.i:
            return False
        at, spoken = sentence.offset + trigger.idx, sentence.offset + verb.idx
        for quotation in self._quotations:
            if at < quotation.start < quotation.end < spoken and spoken - quotation.end < 40:
                between = sentence.span.doc.text[trigger.idx : quotation.start - sentence.offset]
                return ";" in between
        return False

    def _teller_of(self, verb: Token, sentence: Sentence) -> Iterator[Told]:
        """The verb's subject; and after "told the paper", the paper too."""
        speaker = subject(verb)
        if speaker is None or (speaker.lower_ in ("it", "that", "which") and self._cast.of(speaker) is None):
            return
        if verb.lemma_ in ("hear", "learn") and speaker.lower_ not in ("i", "we"):
            origin = next((thing for word, thing in prepositions(verb) if word == "from"), None)
            if origin is not None:
                yield from self._told(origin, None)
        if speaker.dep_ == "nsubjpass":
            agent = next((thing for word, thing in prepositions(verb) if word == "by"), None)
            if agent is not None:
                yield from self._told(agent, None)
            elif verb.lemma_ in ("tell", "inform"):
                yield from self._told(speaker, None)
            return
        medium = _medium(verb)
        if speaker.lemma_ in words("telling", "media_nouns") and self._cast.of(speaker) is None:
            medium, speaker = str(speaker.lemma_), _maker(speaker) or speaker
        yield from self._told(speaker, medium)
        if verb.lemma_ in ("tell", "inform"):
            yield from self._told_to(verb)

    def _told_to(self, verb: Token) -> Iterator[Told]:
        hearer = child(verb, "dobj", "dative")
        if hearer is None:
            return
        referent = self._cast.of(hearer)
        is_body = referent is not None and referent.sort is Sort.ORGANISATION
        if is_body or hearer.lemma_ in words("people", "media"):
            yield from self._told(hearer, None)

    def _accuser(self, verb: Token) -> Told:
        passive = child(verb, "nsubjpass") is not None
        if not passive:
            speaker = subject(verb)
            found = next(self._told(speaker, None), None) if speaker is not None else None
        else:
            agent = next((thing for word, thing in prepositions(verb) if word == "by"), None)
            found = next(self._told(agent, None), None) if agent is not None else None
        return found or Told(None, "unnamed accusers", TellerRole.UNNAMED_SOURCE)

    def _told(self, token: Token, medium: str | None) -> Iterator[Told]:
        if token.lower_ in ("who", "that", "which") and self._cast.of(token) is None:
            return
        if token.lower_ in ("i", "we", "me", "us"):
            return
        for part in [token, *children(token, "conj")]:
            referent = self._cast.of(part)
            if referent is None and part.lemma_ in _ACCOUNTS and (maker := _maker(part)) is not None:
                part, referent, medium = maker, self._cast.of(maker), part.lemma_
            if referent is None and part.pos_ == "PRON":
                continue
            name = referent.label if referent is not None else phrase_text(part)
            yield Told(referent, name, self.role(part, referent), medium)

    def role(self, token: Token, referent: Referent | None) -> TellerRole:
        """What a teller is, from the noun that names them; whether they are the victim is for the claim to say."""
        noun = (referent.noun if referent is not None and referent.noun else token.lemma_).casefold()
        last = phrase_text(token).casefold().rsplit(" ", 1)[-1]
        if referent is not None and referent.sort is Sort.PLACE:
            return TellerRole.GOVERNMENT
        if noun in words("people", "unnamed") and not (referent and referent.names):
            return TellerRole.UNNAMED_SOURCE
        if noun in words("people", "kin"):
            return TellerRole.RELATIVE
        if noun in words("people", "official"):
            return TellerRole.OFFICIAL
        if referent is not None and referent.sort is Sort.ORGANISATION:
            return _body_role(referent.label)
        if noun in words("people", "government") or last in words("people", "government"):
            return TellerRole.GOVERNMENT
        if noun in words("people", "media"):
            return TellerRole.MEDIA
        if noun in words("people", "organisation"):
            return TellerRole.ORGANISATION
        return TellerRole.WITNESS

    # -- quotations ------------------------------------------------------------------------------------------

    def _quoting(self, sentence: Sentence, token: Token) -> Told | None:
        at = sentence.offset + token.idx
        for number, quotation in enumerate(self._quotations):
            if quotation.start <= at < quotation.end and quotation.end - quotation.start > 25:
                return self._speaker[number]
        return None

    def _speaker_of(self, number: int, quotation: Quotation) -> Told | None:
        """The subject of the verb of telling around the quotation, or in the sentence before or after it in its
        paragraph; a quotation left open goes on with the same speaker."""
        if number and not self._quotations[number - 1].closed:
            return self._speaker[number - 1]
        around = [
            one for one in self._sentences if one.start < quotation.end + 60 and one.end > quotation.start - 1
        ]
        for sentence in around:
            for verb in sentence.tokens():
                at = sentence.offset + verb.idx
                outside = not quotation.start <= at < quotation.end
                if outside and verb.lemma_ in words("telling", "verbs") and verb.pos_ == "VERB":
                    found = next(self._teller_of(verb, sentence), None)
                    if found is not None:
                        return found
        before = [
            one for one in self._sentences if one.end <= quotation.start and quotation.start - one.end < 4
        ]
        for sentence in before[-1:]:
            found = self._sentence_teller(sentence)
            if found is not None:
                return found
        return self._speaker.get(number - 1) if number and self._same_paragraph(number) else None

    def _same_paragraph(self, number: int) -> bool:
        first, second = self._quotations[number - 1], self._quotations[number]
        paragraph = {one.paragraph for one in self._sentences if one.start <= first.start < one.end}
        return any(
            one.paragraph in paragraph for one in self._sentences if one.start <= second.start < one.end
        )

    def _sentence_teller(self, sentence: Sentence) -> Told | None:
        root = sentence.span.root
        if root.lemma_ in words("telling", "verbs"):
            return next(self._teller_of(root, sentence), None)
        return None

    # -- around the sentence ---------------------------------------------------------------------------------

    def _said_last(self, trigger: Token, sentence: Sentence) -> list[Told]:
        """ "… , residents and local officials said on Sunday.", also where the parser lost the thread."""
        for verb in sentence.tokens():
            if (
                verb.lemma_ not in words("telling", "verbs")
                or verb.tag_ not in ("VBD", "VBZ", "VBP")
                or verb.i < trigger.i
            ):
                continue
            if self._quotes_another(verb, trigger, sentence):
                continue
            rest = [token for token in sentence.tokens() if token.i > verb.i and token.is_alpha]
            speaker = child(verb, "nsubj")
            if speaker is None or len(rest) > 6 or speaker.left_edge.i <= trigger.i or children(verb, "dobj"):
                continue
            if speaker.left_edge.i > sentence.span.start and speaker.left_edge.nbor(-1).text in (
                ",",
                "”",
                '"',
                "’",
            ):
                return list(self._told(speaker, None))
        return []

    def _named_source(self, trigger: Token, sentence: Sentence) -> list[Told]:
        """ "According to a relative, …"; "a video in which she says …" is found by climbing."""
        for token in sentence.tokens():
            if token.lower_ == "according" or (token.lower_ == "to" and token.head.lower_ == "according"):
                for thing in token.subtree:
                    if thing.dep_ == "pobj" and thing.head.lower_ == "to":
                        return list(self._told(thing, None))
        return []

    def _carried(self, trigger: Token, sentence: Sentence) -> list[Told]:
        """ "She says she was made to work. She was also forced to …": the account goes on, the teller stays."""
        if sentence.number == 0:
            return []
        before = self._sentences[sentence.number - 1]
        if before.paragraph != sentence.paragraph or sentence.zone is not before.zone:
            return []
        previous = self._sentence_chain(before)
        if not previous or previous[0].referent is None or not _goes_on(sentence):
            return []
        teller = previous[0]
        about = subject(sentence.span.root)
        told_of = self._cast.all_of(about) if about is not None else []
        return previous if teller.referent in told_of else []

    def _sentence_chain(self, sentence: Sentence) -> list[Told]:
        """The tellers of a sentence as a whole: of the first thing it says through somebody."""
        for token in sentence.tokens():
            if token.lemma_ in words("telling", "verbs") and children(token, "ccomp"):
                return list(self._teller_of(token, sentence))[:1]
        if _goes_on(sentence):
            about = subject(sentence.span.root)
            return self._carried(sentence.span.root, sentence) if about is not None else []
        return []


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence continues an account: "also", "then", "there", or a plain past with a pronoun."""
    words_ = {token.lower_ for token in sentence.tokens()}
    about = subject(sentence.span.root)
    return bool(words_ & {"also", "then", "there", "later", "too"}) or (
        about is not None and about.pos_ == "PRON"
    )


def _is_told(verb: Token, below: Token) -> bool:
    """Whether what stands below the verb is what it tells."""
    if below.dep_ in ("ccomp", "parataxis"):
        return True
    if below.dep_ in ("dobj", "xcomp"):
        return verb.lemma_ in words("telling", "of_things")
    return False


def _medium(verb: Token) -> str | None:
    """ "in the video she says", "posted a video complaining that"."""
    for _, thing in prepositions(verb):
        if thing.lemma_ in words("telling", "media_nouns"):
            return str(thing.lemma_)
    above = verb.head
    if verb.dep_ == "acl" and above.lemma_ in words("telling", "media_nouns"):
        return str(above.lemma_)
    if verb.dep_ in ("xcomp", "advcl") and above.pos_ == "VERB":
        made = child(above, "dobj")
        if made is not None and made.lemma_ in words("telling", "media_nouns"):
            return str(made.lemma_)
    return None


_ACCOUNTS = frozenset(
    "account report statement testimony letter video interview message post article book film".split()
)


def _maker(thing: Token) -> Token | None:
    """Whose video, letter or statement it is."""
    owner = child(thing, "poss")
    given = child(thing, "relcl")
    if owner is None and given is not None:
        owner = child(given, "nsubj")
    if owner is None and thing.dep_ == "dobj":
        owner = subject(thing.head)
    return owner or next((whose for word, whose in prepositions(thing) if word in ("by", "from", "of")), None)


def _body_role(label: str) -> TellerRole:
    folded = {word.casefold() for word in label.split()}
    if folded & words("people", "media") or folded & {
        "news",
        "times",
        "post",
        "herald",
        "courier",
        "tribune",
        "gazette",
        "press",
    }:
        return TellerRole.MEDIA
    if folded & words("people", "government") or government_of(label) is not None or "party" in folded:
        return TellerRole.GOVERNMENT
    return TellerRole.ORGANISATION


def _add(found: list[Told], teller: Told) -> None:
    if not any(teller.same_as(other) for other in found):
        found.append(teller)
