"""Whom a pronoun or a description points back to.

The best candidate by gender, number, nearness and grammatical role, in the line of Lappin and Leass 1994, "An
algorithm for pronominal anaphora resolution", within a few sentences.
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.phrases import subject
from amanat.core.reading.referent import Referent, is_nobody, is_power, last_prominent
from amanat.core.reading.salience import salience
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.zones import Zone

_REACH = 6
PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
PLURAL_PRONOUNS = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
DEEDS_OF_POWER = frozenset(
    (
        "arrest detain hold take send deport beat torture kill release free interrogate question "
        "sentence jail imprison force make threaten confiscate transfer summon charge accuse order shoot "
        "search raid keep tie handcuff blindfold let put bring call give want ask tell refuse deny burn "
        "destroy separate sterilise sterilize hit kick punch slap drag pull push throw strip stab rape whip flog hang "
        "lock transfer abduct kidnap seize storm surround execute torment insult electrocute pour stamp tear bind"
    ).split()
)


def best_antecedent(
    referents: list[Referent],
    protagonist: Referent | None,
    sentence: Sentence,
    pointer: Token,
    gender: str | None,
    reach: int = _REACH,
) -> Referent | None:
    best: tuple[float, Referent] | None = None
    for one in referents:
        if not one.is_individual or not one.mentions or (gender and one.gender and one.gender != gender):
            continue
        if (
            sentence.zone is not Zone.HEADLINE
            and sentence.number - one.mentions[-1].sentence > reach
            and one is not protagonist
        ):
            continue
        if is_nobody(one) and one.mentions[-1].sentence != sentence.number:
            continue
        if _bound(pointer, one, sentence):
            continue
        score = salience(one, sentence, pointer, protagonist, gender)
        if best is None or score > best[0]:
            best = (score, one)
    return best[1] if best else None


def _bound(pointer: Token, one: Referent, sentence: Sentence) -> bool:
    """Whether grammar forbids it: an object is not its own verb's subject; nobody is inside their own phrase."""
    doc = pointer.doc
    holder = subject(pointer.head) if pointer.dep_ in ("dobj", "dative", "iobj") else None
    for mention in one.mentions:
        if mention.sentence != sentence.number:
            continue
        if mention.token > pointer.i:
            continue
        other = doc[mention.token]
        if pointer.is_ancestor(other) or other == holder:
            return True
        if other.is_ancestor(pointer) and _inside_phrase(pointer, other):
            return True
        same_verb = other.head == pointer.head and pointer.dep_ != "poss"
        if same_verb and other.dep_ in ("nsubj", "nsubjpass") and pointer.dep_ in ("dobj", "dative", "iobj"):
            return True
        if _is_done_to(pointer, other) or _is_asked(other, pointer) or _is_seen(other, pointer):
            return True
    return False


_DONE_TO = frozenset(
    """detention arrest imprisonment custody release trial conviction sentence remand extradition deportation
    interrogation execution expulsion prosecution torture abduction acquittal indictment transfer""".split()
)


def _is_done_to(pointer: Token, other: Token) -> bool:
    """ "The judge extended his detention": not the judge's own."""
    thing = pointer.head
    if pointer.dep_ != "poss" or thing.lemma_ not in _DONE_TO or other.dep_ != "nsubj":
        return False
    ordered = thing.dep_ == "dobj" and thing.head.lemma_ not in (
        "await",
        "describe",
        "recall",
        "recount",
        "serve",
    )
    return (ordered and other in (thing.head.head, subject(thing.head))) or (
        ordered and other.head == thing.head
    )


def _is_asked(other: Token, pointer: Token) -> bool:
    """ "Asking the president to free him": it is not himself whom he is asked to free."""
    deed = pointer.head
    own = any(part.dep_ in ("nsubj", "nsubjpass") for part in deed.children)
    asked = (
        deed.dep_ in ("xcomp", "advcl", "ccomp")
        and other.dep_ in ("dobj", "dative")
        and other.head == deed.head
    )
    return asked and not own and pointer.dep_ in ("dobj", "dative", "iobj")


def _is_seen(other: Token, pointer: Token) -> bool:
    """ "A passenger saw him being led away": not the passenger."""
    seen = pointer.dep_ in ("nsubj", "nsubjpass") and pointer.lower_ in ("him", "her", "them")
    return (
        seen
        and other.dep_ == "nsubj"
        and pointer.head.dep_ in ("ccomp", "xcomp")
        and other.head == pointer.head.head
    )


def _inside_phrase(pointer: Token, other: Token) -> bool:
    """Nobody is inside their own phrase; but "an officer who would not give his name" is about the officer's, and in
    "Ana and her husband" the two are only joined."""
    if pointer.dep_ != "poss":
        return True
    return not _joined_to(pointer, other) and not _in_relative_clause(pointer, other)


def _in_relative_clause(pointer: Token, other: Token) -> bool:
    for above in pointer.ancestors:
        if above == other:
            return False
        if above.dep_ == "relcl" and above.head == other:
            own = [part for part in above.children if part.dep_ in ("nsubj", "nsubjpass")]
            return not own or own[0].tag_ == "WP"
    return False


def _joined_to(pointer: Token, other: Token) -> bool:
    """ "Ana and her husband": she is above "her" in the tree only because the two are joined."""
    for above in pointer.ancestors:
        if above == other:
            return False
        if above.dep_ == "conj" or _is_another_name(above, pointer):
            return True
    return False


def _is_another_name(above: Token, pointer: Token) -> bool:
    """ "Karim, his partner's brother Luis and …": a name set off behind the pointer is of the next in the row."""
    return above.dep_ == "appos" and above.pos_ == "PROPN" and pointer.i < above.i


def best_group(referents: list[Referent], sentence: Sentence, pronoun: Token) -> Referent | None:
    """Whom "they" stands for: those in power where it does what they do, else the people last spoken of."""
    acting = pronoun.dep_ == "nsubj" and pronoun.head.lemma_ in DEEDS_OF_POWER
    reach = 4 if acting else 2
    groups = [
        one
        for one in referents
        if one.many
        and one.mentions
        and 0 <= sentence.number - one.mentions[-1].sentence <= reach
        and not is_nobody(one)
        and not _bound(pronoun, one, sentence)
        and is_power(one) is acting
    ]
    return max(groups, key=last_prominent) if groups else None
