"""Whom a common noun means: somebody new, or somebody spoken of before."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.describing import (
    CALLINGS,
    CHILD,
    GENERIC,
    OFFSPRING,
    SIBLINGS,
    is_narrowed,
    is_whose,
)
from amanat.core.reading.kin_together import kin_together
from amanat.core.reading.leads import headlined
from amanat.core.reading.names import Sort
from amanat.core.reading.nouns import COUNSEL, gender_of_noun, is_plural
from amanat.core.reading.parties import PARTIES
from amanat.core.reading.parts import age_of, these
from amanat.core.reading.phrases import child, children, conjuncts, first_conjunct, phrase_text
from amanat.core.reading.pointing import best_antecedent
from amanat.core.reading.referent import Referent, is_plain, is_power
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.together import gather, known_together, number_of
from amanat.core.reading.wordlists import noun_lemma, words
from amanat.core.reading.zones import Zone

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_LATELY = 6
"""How many sentences back "the boy" may have been spoken of as somebody's son."""


def pointed_to(
    cast: Cast,
    sentence: Sentence,
    pointer: Token,
    gender: str | None,
    reach: int | None = None,
    speaker: Referent | None = None,
    but: Sequence[Referent] = (),
) -> Referent | None:
    """The best antecedent of a pronoun or a description among all of the cast but whoever speaks the words, and those
    whom it cannot mean."""
    teller = _teller(cast, pointer) if pointer.pos_ == "NOUN" else speaker
    young = pointer.pos_ == "NOUN" and noun_lemma(pointer) in CHILD
    people = [
        one
        for one in cast.referents
        if one is not teller and one not in but and not (young and _is_in_office(one))
    ]
    return best_antecedent(people, cast.protagonist, sentence, pointer, gender, *([reach] if reach else []))


def of_age(cast: Cast, sentence: Sentence, aged: Token) -> Referent | None:
    """Whom "the 70-year-old" means: the one to whom something was done in the sentence before, else the best
    antecedent."""
    years = next(
        (int(part.text) for part in aged.doc[max(aged.i - 6, 0) : aged.i] if part.text.isdigit()), None
    )
    others = [one for one in cast.referents if one.is_individual and age_of(cast, one) not in (None, years)]
    harmed = [
        one
        for one in cast.referents
        if one.is_individual
        and one not in others
        and any(mention.suffers for mention in one.mentions if mention.sentence == sentence.number - 1)
    ]
    return harmed[0] if len(harmed) == 1 else pointed_to(cast, sentence, aged, None, reach=3, but=others)


def _is_in_office(one: Referent) -> bool:
    return is_power(one) or one.noun in words("people", "official") or one.noun in COUNSEL


def _teller(cast: Cast, noun: Token) -> Referent | None:
    """Of "that girl no longer spoke, Lena said", Lena: nobody calls herself so."""
    for verb in noun.ancestors:
        if verb.lemma_ in words("telling", "verbs"):
            told = child(verb, "nsubj")
            name = cast.name_at(told) if told is not None and told != noun else None
            if told is not None and not told.is_ancestor(noun):
                return cast.called(name) if name is not None else cast.of(told)
    return None


def joined_owner(cast: Cast, pronoun: Token, gender: str | None) -> Referent | None:
    """Of "Karim Ali, 71, and his wife", whose wife she is: no other's than of whom she is joined to."""
    kin = pronoun.head
    if pronoun.dep_ != "poss" or kin.dep_ != "conj" or noun_lemma(kin) not in words("people", "kin"):
        return None
    one = cast.of(first_conjunct(kin))
    known = one is not None and one.is_individual and bool(one.names)
    return one if known and one is not None and gender in (None, one.gender or gender) else None


def introduce(cast: Cast, token: Token) -> Referent:
    found = Referent(
        Sort.PERSON, description=phrase_text(token), noun=noun_lemma(token), gender=gender_of_noun(token)
    )
    if is_whose(token):
        found.owner = cast.of(children(token, "poss")[0])
    cast.referents.append(found)
    return found


def set_off(cast: Cast, noun: Token) -> Referent | None:
    """Whom "brothers" means in "Fidel and Matías Ledezma, brothers from El Vado"."""
    if noun.dep_ not in ("appos", "conj"):
        return None
    if noun_lemma(noun) in SIBLINGS and child(noun, "det", "poss", "nummod") is None:
        return _last_together(cast, noun)
    if noun.dep_ == "conj":
        return None
    beside = set(conjuncts(first_conjunct(noun.head)))
    members = {one for part in beside if (one := cast.of(part)) is not None and one.is_individual}
    return next((one for one in cast.referents if one.members and set(one.members) == members), None)


def _last_together(cast: Cast, noun: Token) -> Referent | None:
    """Those named together last before the noun in its sentence."""
    number = cast.sentence_of(noun).number
    near = [
        (mention.token, one)
        for one in cast.referents
        for mention in one.mentions
        if one.members and mention.sentence == number and mention.token < noun.i
    ]
    return max(near, key=lambda item: item[0])[1] if near else None


def client(cast: Cast, sentence: Sentence, noun: Token) -> Referent | None:
    """Of "my client", whoever the report has a lawyer speak of: the person it is about."""
    if is_plural(noun):
        return None
    persons = [one for one in cast.referents if one.is_individual and one.names and one.mentions]
    clients = [one for one in persons if one.noun not in COUNSEL]
    return min(clients, key=lambda one: one.mentions[0].sentence, default=None)


def individual(cast: Cast, sentence: Sentence, noun: Token) -> Referent:
    determiner = child(noun, "det")
    indefinite = determiner is not None and determiner.lower_ in (
        "a",
        "an",
        "another",
        "one",
        "some",
        "any",
        "every",
        "each",
    )
    apart = _set_off_from(cast, noun) if noun.dep_ == "appos" else None
    if apart is not None:
        return apart
    lemma = noun_lemma(noun)
    bare = determiner is None and lemma in words("people", "kin")
    if sentence.zone is Zone.HEADLINE and (found := headlined(cast, noun)) is not None:
        return found
    if indefinite or (determiner is None and not bare and sentence.zone is not Zone.HEADLINE):
        return introduce(cast, noun)
    if (told_apart := _told_apart(cast, noun)) is not None:
        return told_apart
    if (described := _described_so(cast, sentence, noun)) is not None:
        return described
    introduced = [
        one
        for one in cast.referents
        if one.is_individual and one.mentions and (one.noun == lemma or lemma in one.titles)
    ]
    if introduced and noun.lemma_ not in ("woman", "man", "person"):
        return max(introduced, key=lambda one: (one.mentions[-1].sentence, one.mentions[-1].token))
    if bare:
        return introduced[-1] if introduced else introduce(cast, noun)
    if noun_lemma(noun) in CHILD:
        young = _whose_kin_tell(cast, sentence, noun) or _child_of(cast, sentence, noun)
        if young is not None:
            return young
    if noun_lemma(noun) in GENERIC:
        found = pointed_to(cast, sentence, noun, gender_of_noun(noun), reach=30)
        if found is not None and not (noun_lemma(noun) in CALLINGS and _has_another(cast, found, noun)):
            return found
    if not introduced and (lead := _lead_by_calling(cast, noun)) is not None:
        return lead
    return introduced[-1] if introduced else introduce(cast, noun)


def _described_so(cast: Cast, sentence: Sentence, noun: Token) -> Referent | None:
    """ "The old man" after "his father, an old man,": whoever was lately called so, word for word."""
    marks = {part.lower_ for part in children(noun, "amod", "compound")}
    lemma = noun_lemma(noun)
    if not marks:
        return None
    alike = [
        (mention.sentence, mention.token, one)
        for one in cast.referents
        if one.is_individual
        for mention in one.mentions
        if 0 < sentence.number - mention.sentence <= _LATELY
        and noun_lemma(token := cast.token(mention)) == lemma
        and {part.lower_ for part in children(token, "amod", "compound")} == marks
    ]
    return max(alike, key=lambda item: item[:2])[2] if alike else None


_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}


def _told_apart(cast: Cast, noun: Token) -> Referent | None:
    """ "The second applicant": the second of the applicants named together; until they are, somebody by that number."""
    place = next(
        (_ORDINALS[part.lower_] for part in children(noun, "amod") if part.lower_ in _ORDINALS), None
    )
    lemma = noun_lemma(noun)
    if place is None or lemma not in PARTIES:
        return None
    sets = [one for one in cast.referents if one.noun == lemma and len(one.members) > max(place, 1)]
    if sets:
        return sets[-1].members[place]
    text = phrase_text(noun).casefold()
    known = (
        one for one in cast.referents if one.is_individual and (one.description or "").casefold() == text
    )
    return next(known, None) or introduce(cast, noun)


def _lead_by_calling(cast: Cast, noun: Token) -> Referent | None:
    """ "The preacher", "the trader", of whom nothing was said before: whom the report is about, if nothing else is
    known of what they are."""
    lemma, gender = noun_lemma(noun), gender_of_noun(noun)
    lead = cast.protagonist
    if lead is None or not lead.names or lemma not in words("people", "person") - _NOT_CALLINGS:
        return None
    if lead.noun not in (None, lemma) or children(noun, "compound", "amod", "prep", "relcl"):
        return None
    return lead if gender in (None, lead.gender or gender) else None


_NOT_CALLINGS = (
    words("people", "official")
    | words("people", "unnamed")
    | words("people", "kin")
    | words("people", "groups")
    | words("people", "quantity")
    | COUNSEL
    | frozenset(
        """guard soldier fighter gunman rebel conscript recruit neighbour neighbor friend colleague classmate roommate
        cellmate roommate source informant informer insider expert analyst observer monitor translator interpreter
        smuggler trafficker employer owner manager director founder head chief chairman chairwoman witness sheriff
        doctor nurse medic physician surgeon paramedic psychiatrist driver guide foreman one other person coach
        caretaker national native general captain colonel lieutenant sergeant president minister secretary
        crew passenger candidate leader member fellow individual dead wounded heir""".split()
    )
)


def _child_of(cast: Cast, sentence: Sentence, noun: Token) -> Referent | None:
    """ "The boy" after "her son": whoever was last spoken of as somebody's child."""
    gender = gender_of_noun(noun)
    children_ = [
        one
        for one in cast.referents
        if one.is_individual
        and one.noun in OFFSPRING
        and one.mentions
        and 0 <= sentence.number - one.mentions[-1].sentence <= _LATELY
        and gender in (None, one.gender or gender)
    ]
    return max(children_, key=lambda one: (one.mentions[-1].sentence, one.mentions[-1].token), default=None)


def _whose_kin_tell(cast: Cast, sentence: Sentence, noun: Token) -> Referent | None:
    """ "Karim's mother said that the boy", "a relative of Karim said that the boy": Karim."""
    gender = gender_of_noun(noun)
    for kin in noun.doc[sentence.span.start : noun.i]:
        one = cast.of(kin) if noun_lemma(kin) in _ELDERS and kin.dep_ in ("nsubj", "pobj") else None
        young = one.owner if one is not None else None
        if young is not None and young.is_individual and gender in (None, young.gender or gender):
            return young
    return None


_ELDERS = frozenset(
    "mother father parent relative family grandmother grandfather grandparent aunt uncle stepmother guardian".split()
)


def _set_off_from(cast: Cast, noun: Token) -> Referent | None:
    """ "His mother, a 72-year-old pensioner": one person."""
    one = cast.of(noun.head)
    return one if one is not None and one.is_individual and not is_whose(noun) else None


def _has_another(cast: Cast, one: Referent, noun: Token) -> bool:
    """Whether "the pastor" cannot be somebody because he is known as something else, or is not the report's
    own person."""
    return one is not cast.protagonist or one.noun not in (None, noun_lemma(noun))


def known_group(cast: Cast, sentence: Sentence, noun: Token) -> Referent | None:
    """ "the detainees" are those spoken of before under that noun; "the couple" two people named together."""
    determiner = child(noun, "det")
    counted = number_of(noun) is not None
    if (
        (determiner is None or determiner.lower_ not in _DEFINITE)
        and not (counted and any(part.lower_ == "both" for part in noun.children))
    ) or is_narrowed(noun, counted=counted):
        return None
    gather(sentence, cast, noun.i)
    last = these(cast, sentence, noun) if not counted else None
    together = last or kin_together(cast, sentence, noun) or known_together(cast, sentence, noun)
    if together is not None:
        return together
    if children(noun, "nummod"):
        return None
    known = [one for one in cast.referents if one.many and one.noun == noun_lemma(noun) and one.mentions]
    plain = [one for one in known if is_plain(one)]
    return plain[-1] if plain else None
