"""Who says so in a Russian report: «сообщила адвокат», «по её словам», «как утверждают соседи», and quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amanat.core.claim import TellerRole
from amanat.core.reading.russian.cast import Cast, Who
from amanat.core.reading.russian.events import subject_of
from amanat.core.reading.russian.grammar import Sentence, Token
from amanat.core.reading.russian.lexicon import words
from amanat.core.reading.russian.naming import Individual
from amanat.core.reading.sentences import Quotation

_NEAR = 120
_DENYING = frozenset(("отрицать", "опровергать", "опровергнуть", "отвергать", "отвергнуть"))
_ROLES: tuple[tuple[str, TellerRole], ...] = (
    ("unnamed", TellerRole.UNNAMED_SOURCE),
    ("relatives", TellerRole.RELATIVE),
    ("witnesses", TellerRole.WITNESS),
    ("officials", TellerRole.OFFICIAL),
    ("government", TellerRole.GOVERNMENT),
    ("organisations", TellerRole.ORGANISATION),
    ("media", TellerRole.MEDIA),
)


@dataclass(frozen=True, slots=True)
class Told:
    who: Who
    role: TellerRole


class Tellers:
    """The tellers of every clause and quotation of a report."""

    def __init__(self, sentences: Sequence[Sentence], quotations: Sequence[Quotation], cast: Cast) -> None:
        self._cast = cast
        self._sentences = sentences
        self._quotations = [(quotation, self._speaker_of(quotation)) for quotation in quotations]

    def chain(self, trigger: Token, sentence: Sentence) -> list[Told]:
        """Innermost first, without the outlet."""
        found: list[Told] = []
        quoted = self.quoting(trigger)
        for told in (
            *self._climbed(trigger),
            *self._beside(trigger, sentence),
            *([quoted] if quoted else []),
        ):
            if not any(told.who.same_as(other.who) for other in found):
                found.append(told)
        return found

    def speaker(self, token: Token) -> Individual | None:
        """Whoever says «я» here."""
        told = self.quoting(token)
        return told.who.person if told is not None else None

    def is_quoted(self, token: Token) -> bool:
        return any(quotation.start <= token.start < quotation.end for quotation, _ in self._quotations)

    def quoting(self, token: Token) -> Told | None:
        for quotation, speaker in self._quotations:
            if quotation.start <= token.start < quotation.end and quotation.end - quotation.start > 15:
                return speaker
        return None

    # -- within the sentence ---------------------------------------------------------------------------------

    def _climbed(self, trigger: Token) -> Iterator[Told]:
        """Each verb of telling or denying above the act, whose clause holds it."""
        if trigger.lemma in _DENYING:
            yield from self._subject(trigger)
        below = trigger
        for above in trigger.ancestors():
            if above.lemma in words("telling") and below.rel in (
                "ccomp",
                "obj",
                "xcomp",
                "advcl",
                "csubj",
                "conj",
            ):
                if below.rel != "conj" and not self._differs(above, trigger):
                    yield from self._subject(above)
            elif above.lemma in _DENYING or (above.lemma in words("demanding") and above.pos == "VERB"):
                yield from self._subject(above)
            below = above

    def _differs(self, verb: Token, trigger: Token) -> bool:
        """Whether the verb closes a quotation that the act stands outside of."""
        spoken = self.quoting(trigger)
        return spoken is None and any(
            quotation.end <= verb.start <= quotation.end + 10 and trigger.start < quotation.start
            for quotation, _ in self._quotations
        )

    def _beside(self, trigger: Token, sentence: Sentence) -> Iterator[Told]:
        """A clause put beside the act's own, or above it: «сообщила адвокат», «по её словам», «как утверждает он»."""
        above = {id(trigger): trigger} | {id(each): each for each in trigger.ancestors()}
        for token in sentence.tokens:
            hung = token.head is not None and id(token.head) in above
            if token.lemma in words("telling") and token.rel in ("parataxis", "advcl") and hung:
                if not self._closes_quotation(token) or self.quoting(trigger) is not None:
                    yield from self._subject(token)
            elif token.lemma in words("accounts") and self._is_account(token) and hung:
                yield from self._owner(token)

    def _closes_quotation(self, verb: Token) -> bool:
        return any(quotation.end <= verb.start <= quotation.end + 8 for quotation, _ in self._quotations)

    @staticmethod
    def _is_account(token: Token) -> bool:
        case = token.child("case")
        return case is not None and case.lemma in ("по", "согласно", "из")

    def _owner(self, token: Token) -> Iterator[Told]:
        for each in token.children:
            if each.rel in ("nmod", "det", "obl") and each.pos != "ADP":
                for who in self._cast.teller(each):
                    yield Told(who, self.role(each, who))
                    return
                if each.rel == "nmod":
                    yield Told(Who(None, self._cast.phrase(each), each), self.role(each, None))
                    return

    def _subject(self, verb: Token) -> Iterator[Told]:
        subject = subject_of(verb)
        if subject is None and verb.rel in ("parataxis", "root"):
            bodies = words("government") | words("organisations")
            subject = next(
                (each for each in verb.all("obl") if each.case == "Loc" and each.lemma in bodies), None
            )
        if subject is None or subject.lemma in ("что", "это"):
            return
        if verb.plural and not subject.plural and verb.child("nsubj") is None and not subject.all("conj"):
            return
        found = self._cast.teller(subject)
        for who in found or [Who(None, self._cast.phrase(subject), subject)]:
            yield Told(who, self.role(subject, who))

    def role(self, token: Token, who: Who | None) -> TellerRole:
        """What a teller is, from the noun that names them."""
        lemmas = [token.lemma, *(child.lemma for child in token.all("nmod", "appos", "amod"))]
        if token.head is not None and token.rel in ("appos", "flat:name", "flat", "nmod"):
            lemmas.append(token.head.lemma)
        for name, role in _ROLES:
            if lemmas[0] in words(name):
                return role
        for name, role in _ROLES:
            if words(name) & set(lemmas):
                return role
        return TellerRole.WITNESS

    # -- quotations ------------------------------------------------------------------------------------------

    def _speaker_of(self, quotation: Quotation) -> Told | None:
        """Whoever the words after the quotation, or before its colon, say spoke it."""
        for sentence in self._sentences:
            if sentence.end <= quotation.start - _NEAR or sentence.start >= quotation.end + _NEAR:
                continue
            for token in sentence.tokens:
                after = 0 <= token.start - quotation.end <= 40
                before = (
                    0 <= quotation.start - token.end <= _NEAR
                    and sentence.start <= quotation.start <= sentence.end
                )
                if token.lemma in words("telling") and token.pos == "VERB" and (after or before):
                    for told in self._subject(token):
                        return told
        return None
