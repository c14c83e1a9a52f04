"""Polarity and modality: does the passage say that it happened, or that it did not, may, shall or must?

Both are read by climbing from the word that tells of the act to the top of its sentence. Each word on the way
may change how the act is held; a relative clause or a clause of time ends the climb, since what it says is
taken for granted ("the woman who fled fears …").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from amanat.core.claim import Modality, Polarity
from amanat.core.reading.phrases import child, children
from amanat.core.reading.wordlists import words


@dataclass(slots=True)
class Stance:
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    ignored: bool = False
    """Held in no way at all: the purpose of something unwanted, a question, an example."""

    _future: bool = False
    _perhaps: bool = False

    def hold(self, modality: Modality, *, future: bool = False, perhaps: bool = False) -> None:
        """The nearest word to the act decides; but "will" says less than what governs it, and "may" less than the
        fear or demand that does."""
        stronger = self._perhaps and modality in (Modality.FEARED, Modality.DEMANDED)
        if (
            self.modality is Modality.ASSERTED
            or (self._future and modality is not Modality.PLANNED)
            or stronger
        ):
            self.modality = modality
            self._future, self._perhaps = future, perhaps

    def deny(self) -> None:
        self.polarity = Polarity.DENIED if self.polarity is Polarity.AFFIRMED else Polarity.AFFIRMED


def _in(token: Token, entry: str) -> bool:
    return token.lemma_.casefold() in words("telling", entry)


def read_stance(trigger: Token, clause: Token) -> Stance:
    """The stance of an act told by ``trigger``, whose tense and negation sit on ``clause``."""
    stance = Stance()
    if trigger != clause and trigger.dep_ in ("dobj", "conj", "pobj", "nsubj", "nsubjpass", "attr"):
        if any(
            part.lower_ in ("no", "any", "neither") and part.lower_ != "any"
            for part in children(trigger, "det", "neg")
        ):
            stance.deny()
        if any(_in(above, "feared_nouns") for above in trigger.ancestors if clause.is_ancestor(above)):
            stance.hold(Modality.FEARED)
        if _in(clause, "demanded"):
            stance.hold(Modality.DEMANDED)
        if _in(clause, "feared") and clause.lemma_ in ("face", "risk", "fear", "await"):
            stance.hold(Modality.FEARED)
    node = clause
    _own_words(node, stance)
    if _is_imperative(clause):
        stance.hold(Modality.DEMANDED)
    for above in _climb(clause, stance):
        if above.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            _governor(above, node, stance)
        node = above
    return stance


_COURTESIES = frozenset("please pls plz and so now just kindly lord god do don’t don't n't not".split())
_ASKED_FOR = frozenset(
    "free release stop save let return bring give end drop lift allow investigate help get".split()
)


def _is_imperative(clause: Token) -> bool:
    """ "Free Tomas!", "Please release them.": an order with nobody before it to carry it out."""
    if clause.lemma_.casefold() not in _ASKED_FOR or clause.tag_ not in ("VB", "VBP", "JJ", "NNP", "NN"):
        return False
    before = [token.lower_ for token in clause.sent if token.i < clause.i and token.is_alpha]
    return child(clause, "nsubj", "nsubjpass", "aux", "mark") is None and set(before) <= _COURTESIES


def _own_words(verb: Token, stance: Stance) -> None:
    """Negation, auxiliaries and adverbs that stand with the verb itself, or with the one it shares them with."""
    if _is_order(verb):
        stance.hold(Modality.DEMANDED)
    for bearer in _bearers(verb):
        if children(bearer, "neg") or any(
            part.lower_ in ("never", "neither") for part in children(bearer, "advmod", "preconj")
        ):
            stance.deny()
        if _nobody(bearer):
            stance.deny()
        for part in children(bearer, "aux", "auxpass"):
            _auxiliary(part, bearer, stance)
        for part in children(bearer, "advmod"):
            if _in(part, "possible") and part.lower_ not in ("allegedly", "reportedly"):
                stance.hold(Modality.POSSIBLE)
        if any(part.lower_ in ("nearly", "almost") for part in children(bearer, "advmod")):
            stance.deny()
        if any(part.lower_ in ("if", "unless", "whether") for part in children(bearer, "mark")):
            stance.hold(Modality.POSSIBLE)


def _is_order(verb: Token) -> bool:
    """ "Release my father": a bare verb without a subject."""
    return (
        verb.tag_ == "VB"
        and verb.dep_ in ("ROOT", "ccomp", "parataxis")
        and child(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark", "csubj") is None
        and (verb.dep_ == "ROOT" or verb.i < verb.head.i)
    )


def _bearers(verb: Token) -> Iterator[Token]:
    yield verb
    shares = (
        verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is None
    )
    if shares:
        yield from _bearers(verb.head)


def _nobody(verb: Token) -> bool:
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is not None and (
        subject.lower_ in ("nobody", "none", "neither")
        or any(part.lower_ in ("no", "neither") for part in children(subject, "det"))
    )


def _auxiliary(auxiliary: Token, verb: Token, stance: Stance) -> None:
    word = auxiliary.lower_
    if word in ("may", "might", "could") and not _past_ability(auxiliary, verb):
        stance.hold(Modality.POSSIBLE, perhaps=True)
    elif word == "should" and _is_inverted(auxiliary, verb):
        stance.hold(Modality.POSSIBLE)
    elif word in ("must", "should", "ought"):
        stance.hold(Modality.DEMANDED)
    elif word in ("would", "'d", "’d") and any(part.lower_ == "have" for part in children(verb, "aux")):
        stance.hold(Modality.POSSIBLE)
    elif word in ("will", "'ll", "’ll", "shall", "would", "'d", "’d"):
        stance.hold(_future(verb), future=True)
    elif (word == "to" and verb.dep_ in ("acl", "relcl")) or (word == "to" and _is_to_be(verb)):
        stance.hold(Modality.PLANNED)


def _is_inverted(auxiliary: Token, verb: Token) -> bool:
    """ "Should she be charged, …" is a condition; "should she be charged?" a question."""
    about = child(verb, "nsubj", "nsubjpass")
    return about is not None and auxiliary.i < about.i and "?" not in verb.sent.text[-3:]


def _past_ability(auxiliary: Token, verb: Token) -> bool:
    return auxiliary.lower_ == "could" and any(
        part.lower_ in ("not", "n't", "n’t", "only") for part in verb.children
    )


def _future(verb: Token) -> Modality:
    if any(_in(part, "possible") for part in children(verb.head, "acomp")):
        return Modality.POSSIBLE
    conditional = any(
        part.lower_ in ("if", "unless")
        for clause in children(verb, "advcl")
        for part in children(clause, "mark")
    )
    above = verb.head
    if conditional or (
        verb.dep_ == "ccomp" and (_in(above, "possible") or above.lemma_ in ("possible", "likely"))
    ):
        return Modality.POSSIBLE
    return Modality.PLANNED


def _is_to_be(verb: Token) -> bool:
    """ "is to be deported", "was to stand trial"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and child(verb.head, "acomp", "attr") is None


_STOPS = frozenset({"relcl"})
_TIME_MARKS = frozenset(
    {
        "after",
        "before",
        "when",
        "while",
        "since",
        "until",
        "as",
        "because",
        "once",
        "although",
        "though",
        "where",
        "whereas",
        "till",
        "for",
    }
)


def _climb(clause: Token, stance: Stance) -> Iterator[Token]:
    node = clause
    while node.head != node:
        if (
            node.dep_ in _STOPS
            or _is_time_clause(node)
            or _is_apart(node)
            or (node.dep_ == "acl" and node.tag_ in ("VBN", "VBG") and child(node, "mark") is None)
        ):
            return
        if node.dep_ == "conj" and child(node, "nsubj", "nsubjpass") is not None and node.head.dep_ == "ROOT":
            return
        if node.dep_ == "pcomp" or node.dep_ == "pobj":
            _preposition(node.head, stance)
        node = node.head
        yield node


def _is_apart(node: Token) -> bool:
    """What a semicolon parts from its head is a sentence of its own."""
    if node.pos_ not in ("VERB", "AUX") or node.head.pos_ not in ("VERB", "AUX"):
        return False
    first, last = sorted((node.i, node.head.i))
    return any(token.text == ";" for token in node.doc[first:last])


def _is_time_clause(node: Token) -> bool:
    if node.dep_ == "pcomp" or (
        node.dep_ == "pobj" and node.head.lower_ in ("after", "before", "since", "during", "following")
    ):
        return node.head.lower_ in _TIME_MARKS or node.head.lower_ in ("during", "following")
    if node.dep_ != "advcl":
        return False
    marks = [part.lower_ for part in children(node, "mark", "advmod")]
    if "for" in marks and any(part.lower_ == "to" for part in children(node, "aux")):
        return False  # "called for him to be freed"
    return any(mark in _TIME_MARKS for mark in marks)


def _preposition(preposition: Token, stance: Stance) -> None:
    if preposition.lower_ == "without":
        stance.deny()


_OF_A_VERB = frozenset(("ccomp", "xcomp", "dobj", "pcomp", "pobj", "conj", "prep"))
_OF_A_DEMAND = frozenset(("xcomp", "ccomp", "dobj", "prep", "pobj", "pcomp", "acl", "advcl"))
_PLANS = frozenset("plan order intention decision list threat preparation bid attempt effort".split())
_DEMANDS = frozenset(("call", "demand", "appeal", "plea", "request"))


def _governor(above: Token, below: Token, stance: Stance) -> None:
    """What a verb, adjective or noun above the act makes of it: the first rule that knows the word decides."""
    if below.dep_ == "csubj" or (below.dep_ == "nsubj" and below.tag_ == "VBG"):
        # "Expelling her would break the law": not done yet.
        for auxiliary in children(above, "aux"):
            _auxiliary(auxiliary, above, stance)
    as_subject = below.dep_ in ("ROOT", "nsubj", "nsubjpass")
    if as_subject and above.pos_ != "ADJ" and not _in(above, "feared_nouns"):
        return
    for rule in (_denied, _feared, _demanded, _possible, _planned):
        if rule(above, below, stance):
            return


def _denied(above: Token, below: Token, stance: Stance) -> bool:
    """Denials, failures and refusals; and what is not wanted."""
    negated = bool(children(above, "neg"))
    if _in(above, "unwanted") and negated:
        _unwanted(above, below, stance)
        return True
    if _in(above, "denying"):
        if below.dep_ in _OF_A_VERB:
            stance.deny()
        return True
    kept_from = (
        negated and below.dep_ == "xcomp" and above.lemma_ in ("be", "have", "allow", "manage", "able")
    )
    if kept_from or (_in(above, "failing") and below.dep_ in ("xcomp", "ccomp")):
        stance.deny()
        for auxiliary in children(above, "aux"):
            if auxiliary.lower_ in ("must", "should"):
                stance.hold(Modality.DEMANDED)
        return True
    if above.lemma_ in _GROUNDS and any(part.lower_ == "no" for part in children(above, "det")):
        stance.deny()
        return True
    return False


_GROUNDS = frozenset(("evidence", "proof", "sign", "indication", "trace", "record"))


def _feared(above: Token, below: Token, stance: Stance) -> bool:
    if not _in(above, "feared") and not (above.pos_ == "NOUN" and _in(above, "feared_nouns")):
        return False
    if below.dep_ != "advcl" and not (above.lemma_ == "face" and below.dep_ == "ccomp"):
        stance.hold(Modality.FEARED)
    return True


def _demanded(above: Token, below: Token, stance: Stance) -> bool:
    demand = _in(above, "demanded") and below.dep_ in _OF_A_DEMAND and not _in(below, "verbs")
    demand = demand and not any(part.lower_ in ("out", "up", "in") for part in children(above, "prt"))
    if above.lemma_ in ("want", "wish", "hope", "pray") and not children(above, "neg"):
        demand = below.dep_ in ("ccomp", "xcomp") and child(below, "nsubj", "nsubjpass") is not None
    if demand or (above.pos_ == "NOUN" and above.lemma_ in _DEMANDS):
        stance.hold(Modality.DEMANDED)
        return True
    return False


def _possible(above: Token, below: Token, stance: Stance) -> bool:
    if _is_listed(above) or not _in(above, "possible"):
        return False
    if below.dep_ in ("ccomp", "xcomp", "acomp", "csubj", "advcl") or above.pos_ == "ADJ":
        stance.hold(Modality.POSSIBLE)
    return True


def _planned(above: Token, below: Token, stance: Stance) -> bool:
    if above.lemma_ == "order" and above.dep_ == "dobj" and above.head.tag_ in ("VBD", "VBN"):
        return True  # "issued an order for his detention": done by giving it
    planned = _in(above, "planned") and below.dep_ in ("xcomp", "ccomp", "acl", "dobj", "prep")
    if planned and children(above, "neg"):
        return True
    if planned or _is_listed(above) or (above.pos_ == "NOUN" and above.lemma_ in _PLANS):
        stance.hold(Modality.PLANNED)
        return True
    return False


def _is_listed(verb: Token) -> bool:
    """ "her name appears on a list of people to be deported"."""
    return any(
        part.lower_ == "on" and any(thing.lemma_ == "list" for thing in children(part, "pobj"))
        for part in children(verb, "prep")
    )


def _unwanted(above: Token, below: Token, stance: Stance) -> None:
    """ "does not want to be sent back" fears it; "does not want to go back to be tortured" says nothing of torture."""
    if below.head == above and below.dep_ in ("xcomp", "ccomp") and stance.modality is Modality.ASSERTED:
        stance.hold(Modality.FEARED)
        stance.polarity = Polarity.AFFIRMED
    if below.dep_ in ("xcomp", "ccomp") and not _direct(below):
        stance.ignored = True


def _direct(below: Token) -> bool:
    return below.lemma_ not in ("go", "return", "come", "talk", "speak", "live", "stay")
