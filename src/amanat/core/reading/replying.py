"""What those who hold people answer when they are asked or accused: that they have nobody of that name, know nothing
of her, that he hurt himself or left on his own, that all is done by the law.

Only from those who must answer for people is it a denial. Where the answer tells an act of its own ("he has been moved
to Lodra") it is read as that act, told by them.
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.claim import TellerRole
from amanat.core.reading.cast import Cast
from amanat.core.reading.denied import denial
from amanat.core.reading.draft import Draft
from amanat.core.reading.phrases import child, children, first_conjunct, is_passive, phrase_text, prepositions
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import is_official, phrases_in, speaker
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.wordlists import words


def replies(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """The denial that ``verb`` says somebody gave as an answer."""
    rules = (_said_otherwise, _said_otherwise_besides, _no_such, _told_not_there, _not_ours)
    return next((draft for rule in rules if (draft := rule(sentence, verb, cast, tellers)) is not None), None)


# -- "the ministry said no worker was abducted", "insisted that he had left on his own" ----------------------


def _said_otherwise(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    said = child(verb, "ccomp") if verb.lemma_ in words("telling", "verbs") else None
    return _otherwise(sentence, said, verb, cast, tellers)


def _said_otherwise_besides(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """The second clause of "said that two had been questioned and that they knew nothing of the others"; where the
    first is a denial too, the two are one."""
    if verb.dep_ != "conj" or child(verb, "nsubj", "nsubjpass") is None:
        return None
    first = first_conjunct(verb)
    told = first.dep_ == "ccomp" and first.head.lemma_ in words("telling", "verbs")
    told = told and not says_otherwise(first, cast, alone=True)
    return _otherwise(sentence, verb, first.head, cast, tellers) if told else None


def _otherwise(
    sentence: Sentence, said: Token | None, verb: Token, cast: Cast, tellers: Tellers
) -> Draft | None:
    teller = speaker(verb, sentence, cast, tellers) or _keeper(verb) if said is not None else []
    if said is None or not teller or not answers_for_people(teller[0]):
        return None
    if not says_otherwise(said, cast):
        return None
    return denial(cast, sentence, said, teller, child(said, "nsubj", "nsubjpass"), rest=said, confidence=0.75)


def _keeper(verb: Token) -> list[Told]:
    """ "The prison said": a place that answers for those in it, and tells nothing else."""
    holder = child(verb, "nsubj")
    if holder is None or holder.lemma_.casefold() not in _KEEPING_PLACES:
        return []
    return [Told(None, phrase_text(holder), TellerRole.OFFICIAL)]


_KEEPING_PLACES = frozenset(("prison", "jail", "camp", "colony", "barracks", "station", "hospital"))


def answers_for_people(teller: Told) -> bool:
    """An official, or whoever else keeps people and is asked for them: a prison, a camp, an employer."""
    noun = (teller.referent.noun or "").casefold() if teller.referent is not None else ""
    last = teller.name.casefold().split()[-1:] if teller.name else []
    return is_official(teller) or bool({noun, *last} & words("statements", "keeping"))


def says_otherwise(said: Token, cast: Cast, *, alone: bool = False) -> bool:
    """Whether a clause disowns, belittles or turns round what is told. ``alone``: by its grammar, whatever phrases are
    in it or in the clauses joined to it."""
    return (
        (not alone and phrases_in(said, "downplaying"))
        or _is_otherwise(said)
        or says_none(said)
        or _says_not(said)
        or _has_none(said)
        or _is_mishap(said, cast)
        or _by_themselves(said)
    )


def _is_otherwise(said: Token) -> bool:
    """ "The camps are schools", "the return was voluntary", "his injuries were self-inflicted"."""
    called = children(said, "attr", "acomp") if said.lemma_ == "be" and child(said, "neg") is None else []
    return any(part.lemma_.casefold() in words("statements", "otherwise") for part in called) or (
        said.lower_ == "inflicted" and any(part.lower_ == "self" for part in said.subtree)
    )


def _says_not(said: Token) -> bool:
    """ "that such camps do not exist", "that the men are not in custody", "that they never arrested him"."""
    negated = any(part.dep_ == "neg" or part.lower_ == "never" for part in said.children)
    future = any(
        part.lemma_ in ("will", "would", "can", "could", "should", "must") for part in children(said, "aux")
    )
    return negated and said.lemma_ in words("statements", "disavowed") and not future


def says_none(said: Token) -> bool:
    """ "no civilian had been targeted", "none of our staff was involved", "there has never been any camp"."""
    about = child(said, "nsubj", "nsubjpass", "attr")
    nobody = about is not None and (
        about.lower_ in ("nobody", "none", "neither", "nothing")
        or any(part.lower_ == "no" for part in about.lefts)
    )
    never = any(part.lower_ == "never" for part in said.children) and said.lemma_ == "be"
    unknown = about is not None and about.lower_ == "nothing" and said.lemma_ in ("know", "hear")
    return (nobody and not unknown) or (never and child(said, "expl") is not None)


def _has_none(said: Token) -> bool:
    """ "that it had no such inmate", "has no information on her", "knew nothing of him", "played no part"."""
    if said.lemma_ not in ("have", "hold", "keep", "know", "play", "take", "see", "find"):
        return False
    return any(
        thing.lower_ == "nothing"
        or (_is_none(thing) and thing.lemma_.casefold() in words("statements", "not_had"))
        for thing in children(said, "dobj")
    )


def _is_none(thing: Token) -> bool:
    return any(part.lower_ in ("no", "not") for part in thing.lefts)


def _is_mishap(said: Token, cast: Cast) -> bool:
    """What those in power say befell somebody by itself or by their own hand: "that he had slipped on the stairs",
    "that he had hurt himself"."""
    about = child(said, "nsubj")
    somebody = about is not None and (about.lower_ in _SOMEBODY or cast.person_like(about))
    if not somebody or child(said, "neg") is not None:
        return False
    own_hand = any(part.lower_.endswith(("self", "selves")) for part in children(said, "dobj", "npadvmod"))
    return said.lemma_ in _MISHAPS or (own_hand and said.lemma_ in _TO_ONESELF)


_SOMEBODY = frozenset(("he", "she", "they"))
_MISHAPS = frozenset("slip fall trip stumble jump leap drown".split())
_TO_ONESELF = frozenset("hurt injure harm wound cut burn beat hit throw".split())


def _by_themselves(said: Token) -> bool:
    """ "had left on his own", "approached the soldiers on their own", "signed voluntarily"."""
    if said.lemma_ not in _GOING_ALONG:
        return False
    alone = any(word == "on" and thing.lower_ == "own" for word, thing in prepositions(said))
    return alone or any(part.lower_ in ("voluntarily", "willingly", "freely") for part in said.children)


_GOING_ALONG = frozenset(
    """leave go walk come approach surrender return sign agree board depart join enter stay remain choose work travel
    report accept move""".split()
)


# -- "were told that nobody of that name was in custody", "they told her: we have no such person" ------------


def _no_such(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    if verb.lemma_ not in ("tell", "say", "reply", "answer", "insist", "claim") or not phrases_in(
        verb, "no_such"
    ):
        return None
    said = child(verb, "ccomp")
    teller = speaker(verb, sentence, cast, tellers)
    asked = is_passive(verb) or any(part.dep_ in ("dobj", "dative") for part in verb.children)
    if not asked and not (teller and answers_for_people(teller[0])):
        return None
    about = child(said, "nsubj", "attr") if said is not None else None
    return denial(cast, sentence, said or verb, teller, about, rest=said or verb, confidence=0.75)


def _told_not_there(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "His mother was told at the station that he was not there", "they said his name was not on the list"."""
    said = child(verb, "ccomp") if verb.lemma_ in ("tell", "inform", "say") else None
    if said is None or said.lemma_ != "be" or child(said, "neg") is None:
        return None
    unnamed = verb.lemma_ != "inform" and any(
        part.lower_ == "they" and cast.of(part) is None for part in children(verb, "nsubj")
    )
    there = any(part.lower_ in ("there", "here") for part in children(said, "advmod"))
    held = any(word in ("in", "on", "at", "with") for word, _ in prepositions(said))
    if not (is_passive(verb) or unnamed) or not (there or held):
        return None
    return denial(cast, sentence, said, [], child(said, "nsubj"), rest=said, confidence=0.7)


def _not_ours(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "None of our staff was involved": whoever says so speaks for themselves."""
    said = child(verb, "ccomp") if verb.lemma_ in words("telling", "verbs") else None
    about = child(said, "nsubj", "nsubjpass") if said is not None else None
    if said is None or about is None or about.lower_ not in ("none", "nobody"):
        return None
    ours = any(part.lower_ in ("our", "us", "we") for part in about.subtree)
    disowned = said.lemma_ in ("involve", "responsible", "participate") or child(said, "acomp") is not None
    if not (ours and disowned):
        return None
    teller = speaker(verb, sentence, cast, tellers)
    return denial(cast, sentence, said, teller, about, rest=said, confidence=0.75)
