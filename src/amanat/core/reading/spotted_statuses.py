"""What somebody is, where the spotter saw it said and no rule read it: "kept bees for a living", "she nursed at the
clinic", "their people are Mundang". The spotter points to a word; whose it is, grammar says, or it is weighed.

What is likely by its marks is claimed (chances.py), as of acts, and nothing that a rule has said of the same person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from amanat.core.claim import Where
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.chances import marks_of_spot
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.nouns import is_person_noun
from amanat.core.reading.offer import Offer
from amanat.core.reading.phrases import phrase_text, subject, subtree_text
from amanat.core.reading.portraits import Portrait
from amanat.core.reading.referent import is_nobody
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spots import Spot, spots_of, word_at
from amanat.core.reading.spotting import is_known
from amanat.core.reading.stance import read_stance
from amanat.core.reading.twins import clause_of
from amanat.core.reading.where import Places, place_heads
from amanat.core.reading.whom import Choice, whom
from amanat.core.reading.zones import Zone

STATUSES = frozenset(("occupation", "residence", "kinship", "ethnicity", "nationality", "religion"))
_BELONGING = frozenset(("ethnicity", "nationality", "citizenship", "religion"))
"""Answers that rules and spotter give to one question, of one word."""
_LEAST_SEEN = 0.1
_BESIDE = 3
"""How many words from a rule's word the spotter may point to and mean the same."""
_NOT_SAID = frozenset(
    ("nsubj", "nsubjpass", "aux", "auxpass", "advcl", "conj", "cc", "punct", "mark", "ccomp")
)
"""What hangs on a verb and is no part of the work or the home it tells of."""
_OF_THE_SUBJECT = ("attr", "acomp", "oprd", "xcomp")


def offered_statuses(
    sentence: Sentence, read: Sequence[Draft], before: Sequence[Draft], cast: Cast, places: Places
) -> Iterator[Offer]:
    """Each status that the spotter saw and no rule says, however unlikely. A headline names people by what they are
    and says it of nobody."""
    if sentence.zone is Zone.HEADLINE:
        return
    for spot in spots_of(sentence):
        if spot.kind not in STATUSES or spot.probability < _LEAST_SEEN:
            continue
        word = word_at(sentence, spot)
        if any(_says(draft, spot.kind, word) for draft in read):
            continue
        how, chosen = _bearers(spot.kind, word, sentence, cast, before)
        draft = _draft(spot, word, chosen, sentence, cast, places)
        if draft is not None and not any(_repeats(other, draft) for other in (*read, *before)):
            sure = chosen.sure if chosen is not None else None
            marks = marks_of_spot(spot, draft, sure, (), read, before)
            yield Offer(draft, {**marks, **_marks(how, word, draft)})


def _marks(how: str, word: Token, draft: Draft) -> dict[str, float]:
    """How its bearer was found, and whether it is told of somebody or only says who acts: "a nurse came", "the son"."""
    noun = _described(word)
    known = any(is_known(one) or any(map(is_known, one.members)) for one in draft.who)
    first = noun.lower_ if noun.pos_ == "DET" else next((one.lower_ for one in noun.lefts), "")
    return {
        f"bearer {how}": 1.0,
        "of somebody known": float(known),
        "of kin": float(any(one.owner is not None for one in draft.who)),
        "kin without a name": float(draft.kind == "kinship" and not any(one.names for one in draft.who)),
        "pointed at": float(noun.pos_ in ("NOUN", "PROPN") and first in _POINTING),
        f"{draft.kind} of somebody known": float(known),
    }


_POINTING = frozenset(("the", "this", "that", "these", "those", "his", "her", "their", "my", "our", "its"))


def _says(draft: Draft, kind: str, word: Token) -> bool:
    """Whether a rule has read it at these words."""
    if draft.kind != kind and not {draft.kind, kind} <= _BELONGING:
        return False
    return abs(draft.trigger.i - word.i) <= _BESIDE or (word.text in (draft.details or "").split())


def _repeats(draft: Draft, new: Draft) -> bool:
    """Whether a claim made before says the same of one of them: one people, one faith, one relation a person; work and
    homes may be several, told in other words."""
    if draft.kind != new.kind or not any(one in draft.who for one in new.who):
        return False
    if new.kind in ("occupation", "residence"):
        return draft.trigger.lemma_.casefold() == new.trigger.lemma_.casefold()
    return True


def _draft(
    spot: Spot, word: Token, chosen: Choice | None, sentence: Sentence, cast: Cast, places: Places
) -> Draft | None:
    verb = clause_of(word)
    said = verb if word == verb or word.dep_ in _OF_THE_SUBJECT else None
    stance = read_stance(word, said) if said is not None else None
    if chosen is None or (stance is not None and stance.ignored):
        return None
    draft = Draft(spot.kind, sentence, word, list(chosen.people), confidence=0.6 + 0.4 * chosen.sure)
    draft.details = _details(word)
    draft.timeless = said is None or said.tag_ in ("VBZ", "VBP")
    if stance is not None:
        draft.polarity, draft.modality = stance.polarity, stance.modality
    if spot.kind == "residence":
        draft.where = _home(word, sentence, cast, places)
    return draft


def _details(word: Token) -> str:
    told = _described(word)
    return subtree_text(told, leaving=_NOT_SAID) if told.pos_ in ("VERB", "AUX") else phrase_text(word)


def _home(word: Token, sentence: Sentence, cast: Cast, places: Places) -> Where | None:
    """The place that the word is, or that hangs on it or on its verb."""
    name = cast.name_at(word)
    own = [word] if name is not None and name.sort is Sort.PLACE else []
    below = [thing for of in (word, clause_of(word)) for _, thing in place_heads(of, cast)]
    under = [part for part in word.children if part.dep_ == "pobj"]
    return next((where for one in (*own, *under, *below) if (where := places.at(one, sentence))), None)


# -- whose it is ---------------------------------------------------------------------------------------------


def _bearers(
    kind: str, word: Token, sentence: Sentence, cast: Cast, before: Sequence[Draft]
) -> tuple[str, Choice | None]:
    """How it was found whom it is said of, and whom: by grammar, by the order of the words, or the likeliest of
    everybody near."""
    for how, rule in (("by verb", _by_verb), ("by order", _by_order), ("by noun", _by_noun)):
        people = [one for one in rule(word, sentence, cast) if _is_somebody(one)]
        if people:
            return how, Choice(word, tuple(people), 1.0)
    if is_person_noun(_described(word)) and kind != "kinship":  # who is called so is nobody else
        return "by noun", None
    lately = [one for draft in reversed(before[-4:]) for one in draft.who]
    return "weighed", whom(kind, word, clause_of(word), sentence, cast, lately)


def _is_somebody(one: Referent) -> bool:
    return one.sort in (Sort.PERSON, Sort.PEOPLE) and not is_nobody(one)


def _by_verb(word: Token, sentence: Sentence, cast: Cast) -> list[Referent]:
    """ "She nursed at the clinic", "was enrolled in a seminary": the subject; also of what is said with "be"."""
    verb = word if word.pos_ in ("VERB", "AUX") else word.head if word.dep_ in _OF_THE_SUBJECT else None
    holder = subject(verb) if verb is not None else None
    return cast.all_of(holder) if holder is not None and cast.person_like(holder) else []


def _by_order(word: Token, sentence: Sentence, cast: Cast) -> list[Referent]:
    noun = _described(word)
    return Portrait(sentence, noun, cast).holders() if noun.pos_ in ("NOUN", "PROPN", "ADJ") else []


def _by_noun(word: Token, sentence: Sentence, cast: Cast) -> list[Referent]:
    """ "Two Hausa traders", "an electrician from the depot was": whoever is called so."""
    noun = _described(word)
    above = noun.head if noun.dep_ == "appos" else None
    for one in (above, noun):
        if one is not None and cast.person_like(one):
            return cast.all_of(one)
    return []


def _described(word: Token) -> Token:
    """The noun that the word is part of: "|Uyghur| grandmother", "from |Kalat|"; of "beaten by a |merchant|", the
    merchant."""
    while word.dep_ in ("compound", "amod", "nmod", "pobj", "prep") and word.head != word:
        if word.dep_ == "pobj" and is_person_noun(word):
            break
        word = word.head
        if word.pos_ in ("VERB", "AUX"):
            break
    return word
