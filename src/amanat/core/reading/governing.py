"""What the words above an act make of it: a denial, a fear, a demand, a plan, a mere possibility."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from amanat.core.claim import Modality, Polarity
from amanat.core.reading.phrases import child, children
from amanat.core.reading.wordlists import words

_PRIVATIVE = frozenset(
    (
        "denial of medical care",
        "enforced disappearance",
        "separation of family",
        "forced breach of religion",
        "policy",
        "denial",
        "coercion",
    )
)
"""What consists in something not being done, or in its being forbidden."""


@dataclass(slots=True)
class Stance:
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    ignored: bool = False
    """Held in no way at all: the purpose of something unwanted, a question, an example."""
    kind: str | None = None
    """Of the act, where the word alone does not say how a refusal bears on it."""

    settled: bool = False
    """Nothing further up changes it: what became of a petition for his release says nothing of the release."""

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

    def withhold(self) -> None:
        """Deny what a ban or a refusal undoes; of what consists in one they say nothing."""
        if self.kind not in _PRIVATIVE:
            self.deny()


def in_list(token: Token, entry: str) -> bool:
    """Whether the word is in a list of ``telling``, by its lemma."""
    return token.lemma_.casefold() in words("telling", entry)


def is_definite(noun: Token) -> bool:
    """ "The arrests", "his conviction": spoken of as known."""
    return noun.pos_ == "NOUN" and any(
        part.dep_ == "poss" or part.lower_ in ("the", "this", "that", "these", "those")
        for part in children(noun, "det", "poss")
    )


_OF_A_VERB = frozenset(("ccomp", "xcomp", "dobj", "pcomp", "pobj", "prep"))
_OF_A_NOUN = frozenset(("prep", "acl", "pobj", "pcomp", "ccomp", "relcl", "xcomp", "compound"))
_OF_A_DEMAND = frozenset(("xcomp", "ccomp", "dobj", "prep", "pobj", "pcomp", "acl", "advcl", "dative"))
_PLANS = frozenset("plan intention decision list threat preparation bid attempt effort".split())
_GROUNDS = frozenset(("evidence", "proof", "sign", "indication", "trace", "record"))


def govern(above: Token, below: Token, stance: Stance) -> None:
    """What a verb, adjective or noun above the act makes of it: the first rule that knows the word decides."""
    if below.dep_ == "conj" and above.pos_ in ("VERB", "AUX"):
        return  # joined to it, not governed by it
    if below.dep_ in ("nsubj", "nsubjpass", "csubj", "ROOT"):
        _of_its_subject(above, below, stance)
        if above.pos_ != "ADJ" and not in_list(above, "feared_nouns") and below.dep_ != "csubj":
            return
    if _is_imposed(above, below, stance.kind):
        return
    for rule in (_denied, _feared, _demanded, _possible, _planned):
        if rule(above, below, stance):
            return


_IMPOSED = frozenset(
    (
        "coercion",
        "interrogation",
        "forced labour",
        "forced breach of religion",
        "indoctrination",
        "surveillance",
        "fine",
    )
)
_IMPOSING = frozenset("order press force ask tell want agree pressure instruct make threaten".split())
_CRUEL = frozenset(("sexual violence", "torture and ill-treatment"))


def _is_imposed(above: Token, below: Token, kind: str | None) -> bool:
    """ "Ordered him to shave", "wanted to know", "threatened her with rape": so it was done."""
    if kind in _CRUEL:
        return above.lemma_ == "threaten" and below.dep_ == "prep"
    return kind in _IMPOSED and above.lemma_ in _IMPOSING and not children(above, "neg")


_BEGINNING = frozenset(
    ("begin", "open", "start", "resume", "continue", "proceed", "follow", "take", "happen", "go")
)


def _of_its_subject(above: Token, below: Token, stance: Stance) -> None:
    """ "Bail was refused", "the trial opens on Monday", "expelling her would break the law"."""
    passive = below.dep_ == "nsubjpass"
    undone = in_list(above, "undone") and below.lemma_ not in _PASSED
    if passive and (in_list(above, "denying") or undone or in_list(above, "refusing")):
        stance.withhold()
    elif _is_set(above, passive) or (_is_opening(above) and below.lemma_ in SITTINGS):
        stance.hold(Modality.PLANNED)
    elif any(part.lower_ in ("could", "may", "might") for part in children(above, "aux")):
        stance.hold(Modality.POSSIBLE)
    elif any(part.lower_ in ("would", "'d", "’d") for part in children(above, "aux")):
        if below.tag_ == "VBG" or above.lemma_ in _BEGINNING:
            stance.hold(Modality.PLANNED, future=True)
        else:
            stance.hold(Modality.POSSIBLE)


def _is_set(above: Token, passive: bool) -> bool:
    return in_list(above, "scheduled") and (passive or above.pos_ == "ADJ")


def _is_opening(verb: Token) -> bool:
    return verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in _BEGINNING


def is_scheduled(verb: Token) -> bool:
    """ "The trial opens on Monday", "the first of these is scheduled to begin"."""
    holder = child(verb, "nsubj", "nsubjpass")
    return (_is_opening(verb) and holder is not None and holder.lemma_ in SITTINGS) or (
        verb.tag_ == "VBN" and verb.lemma_ in ("schedule", "expect") and holder is not None
    )


SITTINGS = frozenset(
    (
        "trial",
        "retrial",
        "hearing",
        "proceeding",
        "verdict",
        "ruling",
        "sentencing",
        "judgment",
        "judgement",
        "appeal",
    )
)


def _denied(above: Token, below: Token, stance: Stance) -> bool:
    """Denials, failures, refusals and bans; and what is not wanted."""
    negated = bool(children(above, "neg"))
    if in_list(above, "unwanted") and negated:
        _unwanted(above, below, stance)
        return True
    if in_list(above, "denying"):
        if below.dep_ in _OF_A_VERB and not (
            stance.kind in ("prosecution", "sentence") and is_definite(below)
        ):
            stance.deny()
        return True
    if _is_undone(above, below) or _is_kept_from(above, below) or _is_ended(above, below):
        stance.withhold()
        return True
    kept_from = (
        negated and below.dep_ == "xcomp" and above.lemma_ in ("be", "have", "allow", "manage", "able", "let")
    ) or (negated and below.dep_ == "ccomp" and above.lemma_ in ("allow", "let"))
    if kept_from or (in_list(above, "failing") and below.dep_ in ("xcomp", "ccomp")):
        stance.deny()
        for auxiliary in children(above, "aux"):
            if auxiliary.lower_ in ("must", "should"):
                stance.hold(Modality.DEMANDED)
        return True
    if above.lemma_ in _GROUNDS and any(part.lower_ == "no" for part in children(above, "det")):
        stance.deny()
        return True
    return False


def _is_undone(above: Token, below: Token) -> bool:
    """ "Dropped the charges", "stopped the deportation"."""
    undoes = in_list(above, "undone") or above.lemma_ in ("stop", "halt", "prevent", "block")
    return undoes and below.dep_ == "dobj" and below.lemma_ not in _PASSED


_PASSED = frozenset(("sentence", "conviction", "verdict", "judgment", "judgement", "ruling", "term"))
"""What was passed was passed, though it be annulled."""


def _is_kept_from(above: Token, below: Token) -> bool:
    """ "Barred from leaving", "prevented them from voting", "refrain from arresting"."""
    return below.dep_ == "prep" and below.lower_ == "from" and in_list(above, "blocking")


def _feared(above: Token, below: Token, stance: Stance) -> bool:
    noun = above.pos_ in ("NOUN", "PROPN") and in_list(above, "feared_nouns") and below.dep_ in _OF_A_NOUN
    if not noun and (above.pos_ == "NOUN" or above.lower_ == "concerning" or not in_list(above, "feared")):
        return False
    if above.lemma_ == "await" and below.lemma_ in (*SITTINGS, "release", "decision", "resettlement"):
        stance.hold(Modality.PLANNED)
    elif above.lemma_ == "face" and stance.kind == "prosecution":
        return True
    elif above.lemma_ == "face" and stance.kind == "sentence":
        stance.hold(Modality.POSSIBLE)
    elif below.dep_ != "advcl" and not (above.lemma_ == "face" and below.dep_ == "ccomp"):
        stance.hold(Modality.FEARED)
    return True


def _is_let(verb: Token) -> bool:
    """ "Let him go home"; not "let's remember that …"."""
    if verb.lemma_ != "let" or verb.tag_ not in ("VB", "VBP", "NN", "NNP"):
        return False
    shared = any(part.lower_ in ("'s", "’s") for part in verb.subtree)
    loosed = verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "go"  # "let go the same day"
    return not shared and not loosed and child(verb, "nsubj", "nsubjpass") is None


def _demanded(above: Token, below: Token, stance: Stance) -> bool:
    if _is_let(above):
        stance.hold(Modality.DEMANDED)
        return True
    demand = in_list(above, "demanded") and below.dep_ in _OF_A_DEMAND
    demand = demand and not (in_list(below, "verbs") and children(below, "ccomp"))
    demand = demand and not any(part.lower_ in ("out", "up", "in") for part in children(above, "prt"))
    if above.lemma_ in ("want", "wish", "hope", "pray") and not children(above, "neg"):
        own = below.dep_ in ("ccomp", "xcomp") and child(below, "nsubj", "nsubjpass") is not None
        demand = own or (below.dep_ in ("dobj", "prep") and above.pos_ == "VERB")
    demand = demand or (above.lemma_ == "seek" and below.dep_ == "dobj")
    noun = above.pos_ == "NOUN" and in_list(above, "demand_nouns") and below.dep_ in _OF_A_NOUN
    noun = noun and below.lower_ != "against"
    if demand or noun or _is_remedy(above, below) or holds_out(above, below):
        stance.hold(Modality.DEMANDED)
        stance.settled = noun
        return True
    return False


_GIVING_UP = frozenset("stop rest leave go quit cease retreat disperse sleep surrender move give".split())


def holds_out(above: Token, below: Token) -> bool:
    """ "We will not stop until he is freed": so it is demanded."""
    will = any(part.lower_ in ("will", "wo", "shall", "'ll", "’ll") for part in children(above, "aux"))
    until = below.dep_ == "advcl" and any(
        part.lower_ in ("until", "till") for part in children(below, "mark")
    )
    refuses = above.lemma_ in _GIVING_UP and bool(children(above, "neg"))
    return will and until and refuses


def _is_ended(above: Token, below: Token) -> bool:
    """ "An end to torture", where it is asked for: that it be done no more."""
    if (
        above.lemma_ not in ("end", "halt", "stop")
        or above.pos_ != "NOUN"
        or below.lower_ not in ("to", "of")
    ):
        return False
    asked = [above.head, *above.head.ancestors]
    return above.dep_ == "ROOT" or any(
        in_list(one, "demanded") or in_list(one, "demand_nouns") or one.lemma_ in ("want", "seek")
        for one in asked
    )


def _is_remedy(above: Token, below: Token) -> bool:
    """ "The appropriate remedy would be to release him", "our demand is that he be freed"."""
    holder = child(above, "nsubj") if above.lemma_ == "be" else None
    said = holder is not None and (holder.lemma_ == "remedy" or in_list(holder, "demand_nouns"))
    return said and below.dep_ in ("xcomp", "ccomp", "attr")


def _possible(above: Token, below: Token, stance: Stance) -> bool:
    if above.lemma_ == "suspicion" and below.dep_ == "prep":
        stance.hold(Modality.POSSIBLE)
        return True
    if _is_listed(above) or not in_list(above, "possible"):
        return False
    if above.head.lemma_ == "ground" and above.dep_ in ("acl", "relcl"):
        return True  # "reasonable grounds to believe": what a commission finds
    suspected = above.lemma_ == "suspect" and below.lower_ == "of"
    if (
        suspected
        or below.dep_ in ("ccomp", "xcomp", "acomp", "csubj", "advcl", "oprd")
        or above.pos_ == "ADJ"
    ):
        stance.hold(Modality.POSSIBLE)
    return True


def _planned(above: Token, below: Token, stance: Stance) -> bool:
    if above.lemma_ == "order" and above.dep_ == "dobj" and above.head.tag_ in ("VBD", "VBN"):
        return True  # "issued an order for his detention": done by giving it
    planned = in_list(above, "planned") and below.dep_ in ("xcomp", "ccomp", "acl", "dobj", "prep")
    planned = planned and not (below.dep_ == "dobj" and _does_it(above, stance.kind))
    going = above.lemma_ == "go" and above.tag_ == "VBG" and below.dep_ == "xcomp" and below.tag_ == "VB"
    if planned and children(above, "neg"):
        return True
    noun = above.pos_ == "NOUN" and above.lemma_ in _PLANS and below.dep_ in _OF_A_NOUN
    noun = noun and not (above.lemma_ == "list" and not _is_to_be(below))
    if planned or going or _is_listed(above) or noun:
        stance.hold(Modality.PLANNED)
        return True
    return False


_DONE_AT_ONCE = frozenset("order set agree list push mean decide vow pledge".split())
_TO_BE_DONE = frozenset(("release", "transfer", "deportation", "threat of deportation"))


def _does_it(verb: Token, kind: str | None) -> bool:
    """ "Ordered the arrest of nine", "set the verdict aside" do what they say; a release that is ordered is still to
    come."""
    return verb.lemma_ in _DONE_AT_ONCE and not (verb.lemma_ == "order" and kind in _TO_BE_DONE)


def _is_to_be(below: Token) -> bool:
    """ "A list of people to be deported" plans it; "a list of 41 missing" counts what was done."""
    return any(
        part.tag_ == "TO" or part.lower_ in ("for", "deportation", "release") for part in below.subtree
    )


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
