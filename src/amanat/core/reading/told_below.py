"""Whether what stands below a verb is what the verb's subject tells, and whether the next sentence goes on with it."""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.phrases import child, children, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import words


def acts_by_ruling(verb: Token, below: Token) -> bool:
    """ "The court confirmed the sentence", "found him guilty": what a court does by its word it does not tell."""
    holder = subject(verb)
    if holder is None or holder.lemma_.casefold() not in words("telling", "courts"):
        return False
    that = any(part.lower_ == "that" for part in children(below, "mark"))
    return verb.lemma_.casefold() in words("telling", "rulings") and not that


def is_told(verb: Token, below: Token) -> bool:
    """Whether what stands below the verb is what it tells."""
    if below.dep_ in ("ccomp", "parataxis"):
        return True
    if below.dep_ in ("dobj", "xcomp"):
        return verb.lemma_ in words("telling", "of_things") and (verb.lemma_ != "find" or _examines(verb))
    return False


def _examines(verb: Token) -> bool:
    """ "Doctors found burns", "the inquiry found evidence": not "neighbours found the body"."""
    holder = subject(verb)
    lemma = holder.lemma_.casefold() if holder is not None else ""
    called = {
        part.lemma_.casefold().strip(".")
        for part in (children(holder, "compound") if holder is not None else ())
    }
    doctor = bool(called & {"doctor", "dr", "professor", "prof", "nurse", "surgeon"})
    return doctor or lemma in words("telling", "documents") or lemma in words("statements", "assessors")


def counts(verb: Token) -> bool:
    """Verbs of a body that watches: "counted eleven deaths", "received 47 complaints of torture", "put at 340 the
    number of people held", "put the dead at nine"."""
    lemma = verb.lemma_.casefold()
    if lemma in words("telling", "listing"):
        return True
    thing = child(verb, "dobj")
    if thing is None:
        return False
    if lemma == "put":
        number = thing.lemma_ in _FIGURES or thing.ent_type_ == "CARDINAL"
        at = [
            child(part, "pobj") for part in children(verb, "prep") if part.lower_ in ("at", "above", "over")
        ]
        return number or any(one is not None and one.ent_type_ in ("CARDINAL", "PERCENT") for one in at)
    return lemma in words("telling", "receiving") and thing.lemma_ in words("telling", "cases")


_FIGURES = frozenset("number figure total toll count tally share estimate".split())

OF_A_DENIAL = ("ccomp", "xcomp", "dobj", "pcomp", "prep")
OF_A_DEMAND = ("ccomp", "xcomp", "dobj", "prep", "pobj", "pcomp")


def is_stray_complement(below: Token) -> bool:
    """ "told a relative that Omar had died", "said in a statement that …": the clause that is told, hung on the noun
    before it; or joined on as "and that …"."""
    hung = below.dep_ in ("acl", "relcl", "conj") and below.pos_ in ("VERB", "AUX")
    return hung and any(part.lower_ == "that" for part in children(below, "mark"))


def inside_speaker(trigger: Token, verb: Token) -> bool:
    """What is said in describing the teller is the report's own."""
    speaker = child(verb, "nsubj")
    return speaker is not None and (speaker == trigger or speaker.is_ancestor(trigger))


def goes_on(sentence: Sentence) -> bool:
    """Whether a sentence continues an account: "also", "then", "there", or a plain past with a pronoun."""
    words_ = {token.lower_ for token in sentence.tokens()}
    about = subject(sentence.span.root)
    return bool(words_ & {"also", "then", "there", "later", "too"}) or (
        about is not None and about.pos_ == "PRON"
    )


def is_team(noun: Token) -> bool:
    """ "A fact-finding team of Lingkod Estehanon"."""
    return noun.lemma_ in ("team", "delegation", "mission", "report", "statement", "study", "survey", "group")
