"""Who says so: the chain of tellers of an act, from the first witness outwards to the outlet.

Within a sentence the chain is read by climbing from the act: every verb of telling on the way adds its subject.
Quoted words belong to whoever the sentence around them, or the next one, says spoke them. A paragraph that
goes on with the same person's account keeps its teller.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.claim import TellerRole
from amanat.core.reading import attributing
from amanat.core.reading.bodies import Bodies
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.last_speaker import LastSpeaker
from amanat.core.reading.nouns import is_person_noun
from amanat.core.reading.papers import Papers
from amanat.core.reading.phrases import antecedent, child, children, prepositions, subject
from amanat.core.reading.sentences import Quotation, Sentence
from amanat.core.reading.submitting import Submission
from amanat.core.reading.teller import Naming, Told, maker_of, medium_of
from amanat.core.reading.told_below import (
    OF_A_DEMAND,
    OF_A_DENIAL,
    acts_by_ruling,
    goes_on,
    inside_speaker,
    is_stray_complement,
    is_told,
)
from amanat.core.reading.wordlists import words

__all__ = ["NOBODY_NAMED", "Tellers", "Told"]

NOBODY_NAMED = Told(None, "unnamed accusers", TellerRole.UNNAMED_SOURCE)
"""Who accuses where nobody is said to."""


class Tellers:
    """The tellers of every sentence and quotation of a report."""

    def __init__(self, sentences: list[Sentence], quotations: list[Quotation], cast: Cast) -> None:
        self._cast = cast
        self._naming = Naming(cast)
        self._sentences = sentences
        self._quotations = quotations
        self._submission = Submission(sentences)
        self._papers = Papers(sentences, cast, self._naming)
        self._bodies = Bodies(sentences, cast, self._naming)
        self._spoke = LastSpeaker(sentences, cast)
        self._speaker: dict[int, Told | None] = {}
        for number, quotation in enumerate(quotations):
            self._speaker[number] = self._speaker_of(number, quotation)

    def chain(self, trigger: Token, sentence: Sentence, *, beside: bool = True) -> list[Told]:
        """Innermost first, without the outlet. Without ``beside`` an attribution that stands beside the clause does
        not count: what the report says of somebody in passing (an age, a trade) is its own."""
        found: list[Told] = []
        for teller in self._climbed(trigger, sentence):
            _add(found, teller)
        quoted = self._quoting(sentence, trigger)
        if quoted is not None:
            _add(found, quoted)
        if not found and (beside or trigger.pos_ in ("VERB", "AUX")):
            for teller in self._beside(trigger, sentence):
                _add(found, teller)
        elif found and beside:
            found = self._also_according(found, trigger, sentence)
        found = (
            found or self._carried(trigger, sentence) or self._account(sentence) or self._submitted(sentence)
        )
        if not self.is_quoted(trigger, sentence):
            for source in attributing.cited(sentence):
                if not source.is_ancestor(trigger) and source != trigger and self.can_tell(source):
                    found = [*self._naming.told(source), *found]
        return found

    def attributed(self, trigger: Token, sentence: Sentence) -> list[Told]:
        """Who is said to say so in this very sentence, above the act or beside it, or by speaking the quotation."""
        found: list[Told] = []
        quoted = self._quoting(sentence, trigger)
        for teller in (*self._climbed(trigger, sentence), *([quoted] if quoted is not None else [])):
            _add(found, teller)
        return found or self._beside(trigger, sentence)

    def around(self, trigger: Token, sentence: Sentence, inner: list[Told]) -> list[Told]:
        """Who tells that somebody stated something: "the army denied it, his lawyer said"."""
        above = (one for one in (trigger, *trigger.ancestors) if one.pos_ in ("VERB", "AUX"))
        found = list(self._climbed(trigger, sentence))
        quoted = self._quoting(sentence, next(above, trigger))
        if quoted is not None:
            found.append(quoted)
        return [one for one in found if not any(one.same_as(other) for other in inner)]

    def can_tell(self, noun: Token) -> bool:
        """Whether a phrase names somebody, a body or a paper that tells."""
        return self._naming.can_tell(noun)

    def told(self, token: Token) -> list[Told]:
        """The tellers a noun phrase names."""
        return list(self._naming.told(token))

    def role(self, token: Token, referent: Referent | None) -> TellerRole:
        """What a teller is, from the noun that names them."""
        return self._naming.role(token, referent)

    def is_quoted(self, token: Token, sentence: Sentence) -> bool:
        at = sentence.offset + token.idx
        return any(quotation.start <= at < quotation.end for quotation in self._quotations)

    def speaker(self, token: Token, sentence: Sentence) -> Referent | None:
        """Whoever says "I" here."""
        told = self._quoting(sentence, token, least=8)
        return told.referent if told is not None else None

    # -- climbing --------------------------------------------------------------------------------------------

    def _climbed(self, trigger: Token, sentence: Sentence) -> Iterator[Told]:
        node, complement, charged = trigger, False, False
        while node.head != node:
            below, node = node, node.head
            complement = complement or is_stray_complement(below)
            charged = charged or (below.pos_ == "ADP" and below.lower_ in ("of", "for", "with"))
            if self._quotes_another(node, trigger, sentence) or attributing.is_apart(node, trigger):
                continue
            lemma = node.lemma_.casefold()
            told = lemma in words("telling", "verbs") and (is_told(node, below) or complement)
            told = (told and not acts_by_ruling(node, below)) or self._bodies.lists(node, below)
            denied = lemma in words("telling", "denying") and below.dep_ in OF_A_DENIAL
            wanted = lemma in words("telling", "demanding") and below.dep_ in OF_A_DEMAND
            if told or denied or wanted or attributing.perceives(node, below):
                complement = False
                yield from self._teller_of(node, sentence)
            elif lemma in ("quote", "cite") and below.lower_ == "as":
                yield from self._passive(node, None)
            elif lemma == "accuse" and charged:
                yield from self._accuser(node)
            elif (
                node.pos_ == "NOUN"
                and lemma in ("claim", "allegation", "testimony", "account", "report")
                and below.dep_ in ("acl", "ccomp", "relcl")
            ):
                owner = child(node, "poss")
                if owner is not None:
                    yield from self._naming.told(owner)

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
        """The verb's subject, after whoever the subject heard it from; and after "told the paper", the paper too."""
        speaker = subject(verb) or attributing.written_before(verb, sentence)
        if speaker is None:
            return
        if speaker.dep_ == "nsubjpass" and verb.dep_ != "pcomp":
            yield from self._passive(verb, speaker)
            return
        if speaker.lower_ in ("who", "that", "which") and self._cast.of(speaker) is None:
            before = antecedent(speaker)
            speaker = before if before is not None else speaker
        elif not self.is_quoted(speaker, sentence) and (
            spoke := self._spoke.goes_on(speaker, verb, sentence)
        ):
            self._cast.set(speaker, spoke)
        elif speaker.lower_ == "it" and not self._bodies.is_body(speaker):
            yield from self._bodies.it(speaker, sentence)
            return
        if verb.lemma_ in ("hear", "learn") and speaker.lower_ not in ("i", "we"):
            origin = next((thing for word, thing in prepositions(verb) if word == "from"), None)
            if origin is not None:
                yield from self._naming.told(origin)
        medium = medium_of(verb)
        if speaker.lemma_ in words("telling", "media_nouns") and self._cast.of(speaker) is None:
            medium, speaker = str(speaker.lemma_), maker_of(speaker) or speaker
        yield from self._naming.told(self._papers.author(speaker, sentence) or speaker, medium)
        hearer = child(verb, "dobj", "dative") if verb.lemma_ in ("tell", "inform") else None
        if hearer is not None:
            yield from self._naming.hearer(hearer)

    def _passive(self, verb: Token, speaker: Token | None) -> Iterator[Told]:
        """Whoever it was told or quoted by; else who was told, and tells it on."""
        agent = next((thing for word, thing in prepositions(verb) if word == "by"), None)
        if agent is not None and self.can_tell(agent):
            yield from self._naming.told(agent)
        elif speaker is not None and verb.lemma_ in ("tell", "inform"):
            yield from self._naming.told(speaker)

    def _accuser(self, verb: Token) -> Iterator[Told]:
        """Whoever accuses; nobody named where a passive names nobody. A pronoun that is not known leaves it to who
        tells of the accusing: "the front said it has no forces there and accused the army of …"."""
        agent = next((thing for word, thing in prepositions(verb) if word == "by"), None)
        passive = child(verb, "nsubjpass") is not None
        speaker = agent if passive else subject(verb)
        found = next(self._naming.told(speaker), None) if speaker is not None else None
        if found is not None:
            yield found
        elif speaker is None or speaker.pos_ != "PRON":
            yield NOBODY_NAMED

    # -- quotations ------------------------------------------------------------------------------------------

    def _quoting(self, sentence: Sentence, token: Token, least: int = 25) -> Told | None:
        at = sentence.offset + token.idx
        for number, quotation in enumerate(self._quotations):
            if quotation.start <= at < quotation.end and quotation.end - quotation.start > least:
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
                # A verb in a sentence after the quotation may have something of its own to tell.
                anew = sentence.start >= quotation.end and attributing.tells_its_own(verb)
                if outside and attributing.is_telling(verb) and not anew:
                    found = next(self._teller_of(verb, sentence), None)
                    if found is not None:
                        return found
        return (
            self._labelled(quotation)
            or self._spoken_before(quotation)
            or (self._speaker.get(number - 1) if number and self._same_paragraph(number) else None)
        )

    def _labelled(self, quotation: Quotation) -> Told | None:
        """Whoever stands before a colon and the quotation."""
        own = next((one for one in self._sentences if one.start <= quotation.start < one.end), None)
        if own is None:
            return None
        first = next((one.i for one in own.tokens() if own.offset + one.idx > quotation.start), None)
        who = attributing.labelled(own, first) if first is not None else None
        known = who is not None and (self._cast.of(who) is not None or is_person_noun(who))
        return (
            next(self._naming.told(who), None) if who is not None and known and self.can_tell(who) else None
        )

    def _spoken_before(self, quotation: Quotation) -> Told | None:
        """Whoever told what stands before a quotation that nobody is said to speak, in its paragraph."""
        own = next((one for one in self._sentences if one.start <= quotation.start < one.end), None)
        before = [one for one in self._sentences if one.end <= quotation.start]
        for sentence in reversed(before[-_BACK:]):
            near = quotation.start - sentence.end < 4
            if not near and (own is None or own.paragraph != sentence.paragraph):
                return None
            verb = attributing.attributed(sentence)
            found = self._sentence_teller(sentence) if near else None
            if found is None and verb is not None:
                found = next(self._teller_of(verb, sentence), None)
            if found is not None:
                return found
        return None

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

    def _beside(self, trigger: Token, sentence: Sentence) -> list[Told]:
        """Who tells it beside the sentence's own grammar: "according to …", "…, she said, …", "told him: …"."""
        source = attributing.according(trigger, sentence) or attributing.sent_in(sentence, trigger.i)
        if source is not None:
            return list(self._naming.told(self._papers.author(source, sentence) or source))
        verb = (
            attributing.in_series(trigger, sentence)
            or attributing.beside(trigger, sentence)
            or attributing.announced(trigger, sentence)
        )
        if verb is None or self._quotes_another(verb, trigger, sentence):
            return []
        return list(self._teller_of(verb, sentence)) if not inside_speaker(trigger, verb) else []

    def _also_according(self, found: list[Told], trigger: Token, sentence: Sentence) -> list[Told]:
        """Who else tells it "according to …", before or behind those above it in the grammar."""
        source = attributing.according(trigger, sentence)
        if source is None or self.is_quoted(trigger, sentence):
            return found
        others = [one for one in self._naming.told(source) if not any(map(one.same_as, found))]
        return [*others, *found] if attributing.is_inside(source, trigger) else [*found, *others]

    def _submitted(self, sentence: Sentence) -> list[Told]:
        source = self._submission.teller(sentence)
        return list(self._naming.told(source)) if source is not None else []

    def _carried(self, trigger: Token, sentence: Sentence) -> list[Told]:
        """ "She says she was made to work. She was also forced to …": the account goes on, the teller stays."""
        if sentence.number == 0:
            return []
        before = self._sentences[sentence.number - 1]
        if before.paragraph != sentence.paragraph or sentence.zone is not before.zone:
            return []
        previous = self._sentence_chain(before)
        if not previous or previous[0].referent is None or not goes_on(sentence):
            return []
        teller = previous[0]
        about = subject(sentence.span.root)
        told_of = self._cast.all_of(about) if about is not None else []
        return previous if teller.referent in told_of else []

    def _account(self, sentence: Sentence) -> list[Told]:
        """After "The rest he told us himself." he tells the rest of the paragraph, until another speaks; after a
        sentence that ends in a colon, the next paragraph."""
        for before in reversed(self._sentences[: sentence.number]):
            verb = attributing.opens_account(before)
            ends = before.text.rstrip().endswith(":")
            if before.paragraph < sentence.paragraph - ends or before.zone is not sentence.zone:
                return []
            if verb is not None:
                return list(self._teller_of(verb, before))[:1]
            if self._sentence_teller(before) is not None:
                return []
        return []

    def _sentence_chain(self, sentence: Sentence) -> list[Told]:
        """The tellers of a sentence as a whole: of the first thing it says through somebody."""
        for token in sentence.tokens():
            if token.lemma_ in words("telling", "verbs") and children(token, "ccomp"):
                return list(self._teller_of(token, sentence))[:1]
        if goes_on(sentence):
            about = subject(sentence.span.root)
            return self._carried(sentence.span.root, sentence) if about is not None else []
        return []


_BACK = 3
"""How many sentences back "it" may look for the body that speaks."""


def _add(found: list[Told], teller: Told) -> None:
    if not any(teller.same_as(other) for other in found):
        found.append(teller)
