"""Acts told without anybody they happened to: "there were arrests", "forty arrests were made", "police made arrests".

Nobody is claimed to be whom they befell; the number, where one is told, stands as the claim's count.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.counting import count_of
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import child, is_passive, phrase_text, prepositions, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stance import read_stance
from amanat.core.reading.where import Places, place_heads

_NOUNS = {
    "arrest": "detention", "detention": "detention", "rearrest": "detention", "abduction": "enforced disappearance",
    "disappearance": "enforced disappearance", "killing": "killing", "execution": "killing", "massacre": "killing",
    "beating": "torture and ill-treatment", "deportation": "deportation", "expulsion": "deportation",
    "interrogation": "interrogation",
}  # fmt: skip
_HAPPEN = frozenset("follow continue occur happen begin resume take".split())
_DONE = frozenset("make carry conduct report record document register confirm perform order".split())
_DONE_BY = frozenset("make carry conduct perform".split())
_WAVES = frozenset("wave series spate string round number dozen score hundred campaign".split())


def impersonal_acts(sentence: Sentence, cast: Cast, places: Places, taken: set[int]) -> Iterator[Draft]:
    """``taken``: the words that tell of an act already."""
    for noun in sentence.tokens():
        kind = _NOUNS.get(noun.lemma_.casefold())
        if kind is None or noun.i in taken or noun.pos_ != "NOUN" or _is_somebodys(noun, cast):
            continue
        top = _whole(noun)
        verb = _verb(top)
        if verb is None or verb.i in taken:
            continue
        stance = read_stance(noun, verb, kind)
        if stance.ignored:
            continue
        draft = Draft(kind, sentence, noun, details=phrase_text(top), confidence=0.65)
        draft.polarity, draft.modality = stance.polarity, stance.modality
        draft.count = count_of(top, noun.lower_)
        draft.by = _doers(verb, top, cast)
        at = next((head for _, head in [*place_heads(noun, cast), *place_heads(verb, cast)]), None)
        draft.where = places.at(at, sentence) if at is not None else None
        yield draft


def _is_somebodys(noun: Token, cast: Cast) -> bool:
    """ "The arrest of Karim" and "his detention" are read with whom they befell; a sole "arrest" has to be one of
    several to be told of nobody."""
    owned = child(noun, "poss") is not None
    of = [thing for word, thing in prepositions(noun) if word == "of"]
    article = child(noun, "det")
    definite = article is not None and article.lower_ in ("the", "this", "these", "those")
    return owned or definite or any(cast.person_like(thing) for thing in of) or noun.tag_ != "NNS"


def _whole(noun: Token) -> Token:
    """ "A wave of arrests", "dozens of arrests": what the verb is said of."""
    above = noun.head.head
    waves = above.lemma_.casefold() in _WAVES or above.lower_ in ("dozens", "scores", "hundreds")
    return above if noun.dep_ == "pobj" and noun.head.lower_ == "of" and waves else noun


def _verb(top: Token) -> Token | None:
    """The verb that says that they happened; None where they are only spoken of."""
    verb = top.head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if top.dep_ == "attr" and verb.lemma_ == "be" and child(verb, "expl") is not None:
        return verb
    if top.dep_ == "nsubjpass" and verb.lemma_ in _DONE:
        return verb
    if top.dep_ == "nsubj" and verb.lemma_ in _HAPPEN and not is_passive(verb):
        return (
            verb if verb.lemma_ != "take" or any(part.lower_ == "place" for part in verb.children) else None
        )
    done = top.dep_ == "dobj" and verb.lemma_ in _DONE_BY and not is_passive(verb)
    return verb if done else None


def _doers(verb: Token, top: Token, cast: Cast) -> list[Referent]:
    holder = subject(verb) if top.dep_ == "dobj" else None
    agents = [holder] if holder is not None else [thing for word, thing in prepositions(verb) if word == "by"]
    found = [one for token in agents for one in cast.all_of(token)]
    return [one for one in found if one.sort in (Sort.PERSON, Sort.PEOPLE, Sort.ORGANISATION)]
