"""Whom a description describes, by the order of the words: a noun that says what somebody is, and its holder.

"Taxi driver Emre Duman", "Emre Duman, 37, a retired teacher,", "Emre Duman is an ethnic Borana and a teacher", "a
pensioner called Emre Duman", "By profession an engineer, he …", "his father, a farmer of seventy,". The tree loses its
way in these chains; a person has one name, and what stands beside it is said of them.
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.beside import is_by_trade
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.filiation import bearer
from amanat.core.reading.names import Name, Sort
from amanat.core.reading.phrases import child, conjuncts, is_passive, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import individual, joined_before
from amanat.core.reading.wordlists import words

_SET_OFF = frozenset({",", "(", "–", "—", ":"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_ADVERBS = frozenset(
    """also once still now then himself herself themselves only just originally formerly previously reportedly currently
    always never not already both all by profession trade training birth long later first even really mainly n't n’t
    simply today well perhaps briefly too""".split()
)
_BEING = frozenset({"be", "become", "remain"})
_LONGEST = 24
"""So many words may lie between a name and the last of what is said of it."""
_COURTESIES = frozenset("mr mrs ms miss dr fr prof rev sr br don doña u daw hajj haji".split())
_TOLD_AS = frozenset({"describe", "know", "remember", "identify", "register", "list", "introduce"})
_CALLED = frozenset({"called", "named", "nicknamed", "known", "identified", "surnamed"})


class Portrait:
    """One description: its words from ``first`` to ``noun``, and whether anything said of it is denied by ``verb``."""

    __slots__ = ("article", "cast", "doc", "first", "noun", "sentence", "verb")

    def __init__(self, sentence: Sentence, noun: Token, cast: Cast) -> None:
        self.sentence, self.noun, self.cast = sentence, noun, cast
        self.doc = noun.doc
        self.first = self._begin()
        self.article = self.doc[self.first].lower_ if self.doc[self.first].pos_ == "DET" else ""
        self.verb: Token | None = None

    def _begin(self) -> int:
        """The first word of the noun's phrase: over what modifies it, to its article or the end of a name."""
        at, start = self.noun.i, self.sentence.span.start
        while at > start and self.noun.i - at < 9:
            before = self.doc[at - 1]
            if before.pos_ == "DET" or before.tag_ == "PRP$":
                return int(at - 1)
            modifies = before.pos_ in _MODIFIERS or before.text == "-" or before.tag_ in ("VBN", "VBG")
            adverb = before.lower_ in ("now", "once", "then", "self", "well", "former", "long", "currently")
            if not (modifies or adverb) or self._is_named(before) is not None:
                break
            at -= 1
        return int(at)

    def _is_named(self, token: Token) -> Name | None:
        name = self.cast.name_at(token)
        return name if name is not None and name.sort is Sort.PERSON else None

    # -- whose it is -----------------------------------------------------------------------------------------

    def holders(self) -> list[Referent]:
        """Whom the description is of; nobody where the words do not say."""
        for rule in (
            self._named_behind,
            self._predicated,
            self._told_as,
            self._set_off_behind,
            self._called,
            self._opening,
        ):
            found = rule()
            if found:
                return found
        return []

    def _token(self, at: int) -> Token | None:
        return self.doc[at] if self.sentence.span.start <= at < self.sentence.span.end else None

    def _named_behind(self) -> list[Referent]:
        """ "Taxi driver Emre Duman", "the Catholic priest Fr. Emre Duman"."""
        at = self.noun.i + 1
        while (token := self._token(at)) is not None and self._is_title(token):
            at += 1
        return self._begins_name(at) if self.noun.tag_ in ("NN", "NNP", "JJ") else []

    def _is_title(self, token: Token) -> bool:
        title = token.lower_.rstrip(".") in _COURTESIES or token.text == "."
        return title and self._is_named(token) is None

    def _begins_name(self, at: int) -> list[Referent]:
        token = self._token(at)
        name = self._is_named(token) if token is not None else None
        one = individual(token, self.cast)
        return (
            [one] if name is not None and one is not None and token is not None and name.first == at else []
        )

    def _predicated(self) -> list[Referent]:
        """ "She is a nurse", "Their dad's a driver", "has been stateless and a refugee"."""
        verb = self._copula(self.first - 1)
        if verb is None:
            return []
        if self.article in ("the", "this", "that") and not self._of_a_body():
            return []
        self.verb = verb
        return self._subjects(verb)

    def _told_as(self) -> list[Referent]:
        """ "Neighbours describe him as a devout Muslim", "is known as a poet"."""
        before = self._token(self.first - 1)
        verb = before.head if before is not None and before.lower_ == "as" else None
        if verb is None or verb.lemma_ not in _TOLD_AS or self.article not in ("a", "an"):
            return []
        self.verb = verb
        whom = subject(verb) if is_passive(verb) else child(verb, "dobj")
        one = individual(whom, self.cast)
        return [one] if one is not None and whom is not None and (one.names or _points(whom)) else []

    def _of_a_body(self) -> bool:
        token = self._token(self.noun.i + 1)
        return token is not None and token.lower_ in ("of", "at")

    def _copula(self, at: int) -> Token | None:
        """The verb of being that ends at ``at``, over adverbs and over what is said before "and"."""
        steps = 0
        while (token := self._token(at)) is not None and steps < 12:
            steps += 1
            if token.lemma_ in _BEING and token.pos_ in ("AUX", "VERB"):
                return token
            if token.lower_ in ("'s", "’s") and self.article in ("a", "an") and at == self.first - 1:
                return token
            if token.lower_ in _ADVERBS or token.tag_ == "MD" or token.lower_ in ("have", "has", "had"):
                at -= 1
                continue
            if token.lower_ in ("and", ",", "but") and at < self.first:
                at = self._over_a_predicate(at)
                if at < 0:
                    return None
                continue
            return None
        return None

    def _over_a_predicate(self, at: int) -> int:
        """The place before what is told beside this: "is Turkmen, a Shia and |nearly eighty|"; -1 where there is more
        than that."""
        at -= 1
        steps = 0
        while (token := self._token(at)) is not None and steps < 12:
            steps += 1
            if token.lemma_ in _BEING and token.pos_ in ("AUX", "VERB"):
                return at
            if token.lower_ in ("'s", "’s", "'re", "’re", "'m", "’m") and token.pos_ in ("AUX", "VERB"):
                return at
            fits = token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "DET", "ADV", "ADP", "CCONJ", "PART")
            if not (fits or token.text in (",", "-")) or self._is_named(token) is not None:
                return -1
            at -= 1
        return -1

    def _subjects(self, verb: Token) -> list[Referent]:
        holder = self._subject_by_order(verb) or subject(verb)
        if holder is None:
            return []
        if self.noun.tag_ in ("NNS", "NNPS"):
            who = [one for one in self.cast.all_of(holder) if one.sort in (Sort.PERSON, Sort.PEOPLE)]
            return who if len(who) > 1 or any(one.many for one in who) else []
        if any(part.i != holder.i and part.i < verb.i for part in conjuncts(holder)):
            return []
        one = individual(holder, self.cast)
        known = one is not None and (one.names or one.owner is not None)
        return [one] if one is not None and (known or _points(holder) or is_kin_of(holder)) else []

    def _subject_by_order(self, verb: Token) -> Token | None:
        """Who stands right before the verb: "their dad|'s", "Emre |is"."""
        at = verb.i - 1
        while (token := self._token(at)) is not None and (
            token.lower_ in _ADVERBS | {"had", "has", "have"} or token.tag_ == "MD"
        ):
            at -= 1
        before = self._token(at)
        if before is None or self.cast.of(before) is None or before.dep_ in ("pobj", "dobj", "appos"):
            return None
        return before

    def _set_off_behind(self) -> list[Referent]:
        """ "Emre Duman, 37, a teacher,", "his father, a farmer of seventy", "he's only 21, a student"."""
        comma = self._token(self.first - 1)
        while comma is not None and (is_by_trade(comma) or comma.lower_ in _ADVERBS):
            comma = self._token(comma.i - 1)
        if comma is not None and comma.lower_ == "and" and self.article in ("a", "an"):
            return self._in_a_list(comma)
        if comma is None or comma.text not in _SET_OFF or self.article in ("the", "this", "that"):
            return []
        if not self._closes():
            return []
        return self._each_before(comma) if self.noun.tag_ in ("NNS", "NNPS") else self._head_of_chain(comma.i)

    def _each_before(self, comma: Token) -> list[Referent]:
        """ "Emre and Kofi, both teachers,", "Emre, Kofi and Ruben, all residents of Osh,"."""
        before = self._token(comma.i - 1)
        if self.article not in ("both", "all") or before is None:
            return []
        who = joined_before(self.sentence, before, self.cast)
        return who if len(who) > 1 else []

    def _in_a_list(self, joint: Token) -> list[Referent]:
        """ "Emre Duman, a poet and a teacher, was": where a comma closes it, the two are one."""
        closing = self._token(self._end() + 1)
        if closing is None or closing.text not in (",", ".", ";"):
            return []
        return self._head_of_chain(joint.i)

    def _head_of_chain(self, comma: int) -> list[Referent]:
        """The name, pronoun or kin that the chain before this comma hangs on; a verb but "be" or a second person
        ends it."""
        for at in range(comma - 1, max(comma - _LONGEST, self.sentence.span.start) - 1, -1):
            token = self.doc[at]
            if token.text in (";", "“", "”", '"') or token.tag_ in ("WP", "WP$", "WDT", "VBD", "VBZ", "VBP"):
                if token.lemma_ == "be" and self.article in ("a", "an"):
                    self.verb = token
                    return self._subjects(token)
                return []
            name = self._is_named(token)
            if name is not None:
                one = individual(bearer(token), self.cast)
                apart = self.doc[name.last + 1].text in _SET_OFF or (
                    self.article in ("a", "an") and at == comma - 1
                )
                return [one] if one is not None and apart else []
            if at == comma - 1 and token.pos_ in ("NOUN", "PROPN"):
                one = individual(token, self.cast)
                if one is not None and one.owner is not None:
                    return [one]
        return []

    def _end(self) -> int:
        """The last word of what is told with the noun: "a farmer of seventy |from Osh|"."""
        at = self.noun.i
        while (token := self._token(at + 1)) is not None and at - self.noun.i < 12:
            if token.pos_ in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM") or token.text in ("-", "'s", "’s"):
                at += 1
            else:
                break
        return int(at)

    def _closes(self) -> bool:
        """Whether the description ends its own phrase: "a teacher,", "a teacher from Osh, who"; not "a teacher and Ali
        were", "a doctor came"."""
        token = self._token(self._end() + 1)
        if token is None or token.is_punct or token.tag_ in ("WP", "WDT", "WP$", "WRB", "VBG", "VBN"):
            return True
        if token.lower_ in ("and", "or", "&"):
            return self._goes_on(token.i + 1)
        return token.pos_ in ("SCONJ", "PART", "ADV")

    def _goes_on(self, at: int) -> bool:
        """Whether "and" joins another thing said of the same person: "a nurse and mother of two,"."""
        for token in self.doc[at : min(at + 9, self.sentence.span.end)]:
            if token.text in (",", ".", ";", ")", "–", "—") or token.tag_ in ("WP", "WDT"):
                return True
            if self._is_named(token) is not None or token.pos_ in ("VERB", "AUX", "PRON"):
                return False
        return True

    def _called(self) -> list[Referent]:
        """ "A pensioner called Emre Duman", "a neighbour, an elderly Muslim from Osh named Emre"."""
        at = self._end() + 1
        token = self._token(at)
        if token is None or token.lower_ not in _CALLED or self.article not in ("a", "an", "another", "one"):
            return []
        for step in range(at + 1, at + 5):
            if found := self._begins_name(step):
                return found
        return []

    def _opening(self) -> list[Referent]:
        """ "A beekeeper by trade, Emre Duman …", "Originally a bricklayer, he …": before the first comma of all."""
        first = self.sentence.span.start
        lead = [token for token in self.doc[first : self.first] if token.is_alpha]
        if len(lead) > 3 or any(
            token.lower_ not in _ADVERBS | {"by", "himself", "herself", "in"} for token in lead
        ):
            return []
        if self.article not in ("a", "an", "") or (not self.article and not lead):
            return []
        comma = self._token(self._end() + 1)
        if comma is None or comma.text != ",":
            return []
        token = self._token(comma.i + 1)
        if token is None or (token.dep_ not in ("nsubj", "nsubjpass") and self._is_named(token) is None):
            return []
        one = individual(token, self.cast)
        return [one] if one is not None and (one.names or token.tag_ == "PRP") else []


def is_kin_of(noun: Token) -> bool:
    """ "Their dad", "my uncle": somebody's kin, whoever that is."""
    owned = any(part.dep_ == "poss" for part in noun.children)
    return owned and noun.lemma_ in words("people", "kin")


def _points(token: Token) -> bool:
    return token.tag_ in ("PRP", "WP")
