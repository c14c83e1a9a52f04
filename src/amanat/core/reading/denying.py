"""Denials: somebody says that what is told did not happen, is otherwise, or is not their doing.

``details`` keeps the denied thing's own words.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import (
    child,
    children,
    is_passive,
    phrase_text,
    prepositions,
    subject,
    subtree_text,
)
from amanat.core.reading.referent import Referent, is_nobody, is_power
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import by, has_phrase, is_official, people_among, phrases_in, speaker
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.wordlists import words


def denials(
    sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, voice: Told | None = None
) -> Iterator[Draft]:
    """``voice`` is whose statement the sentence stands in, where a whole page or answer is somebody's."""
    rules = (_denied, _not_guilty, _called_otherwise, _said_otherwise, _no_such, _not_ours, _is_untrue)
    draft = next(
        (draft for rule in rules if (draft := rule(sentence, verb, cast, tellers)) is not None), None
    )
    draft = draft or _quoted_otherwise(sentence, verb, cast, tellers, voice)
    if draft is not None:
        yield draft


# -- "denied any ill-treatment", "rejected the accusation", "pleaded not guilty" -----------------------------


def _denied(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    if verb.lemma_ not in words("telling", "denying") or any(part.dep_ == "neg" for part in verb.children):
        return None
    thing = next((part for part in children(verb, "dobj", "ccomp", "xcomp") if part.i > verb.i), None)
    teller = speaker(verb, sentence, cast, tellers)
    if thing is None or (teller and not _can_be_denied(verb, thing, teller[0])):
        return None
    if not teller and not _is_flat(verb, thing):
        return None
    return _draft(cast, sentence, verb, teller, thing, confidence=0.8)


def _is_flat(verb: Token, thing: Token) -> bool:
    """ "It denies that …": a denial whoever the pronoun stands for."""
    holder = child(verb, "nsubj")
    return verb.lemma_ == "deny" and thing.dep_ == "ccomp" and holder is not None and holder.pos_ == "PRON"


def _can_be_denied(verb: Token, thing: Token, teller: Told) -> bool:
    """A court that dismisses a case and a jailer who denies somebody a lawyer deny nothing that was said."""
    if thing.dep_ in ("ccomp", "xcomp"):
        return True
    if child(verb, "dative") is not None or _is_withheld(thing):
        return False
    if thing.lemma_ in (
        "case",
        "appeal",
        "complaint",
        "petition",
        "lawsuit",
        "bid",
        "motion",
        "plea",
        "request",
        "claim",
    ) and (
        "court" in teller.name.casefold().split()
        or "judge" in teller.name.casefold()
        or verb.lemma_ != "deny"
    ):
        return thing.lemma_ == "claim" and verb.lemma_ != "deny" and "court" not in teller.name.casefold()
    said = {part.lemma_.casefold() for part in thing.subtree}
    return verb.lemma_ == "deny" or bool(said & words("statements", "allegations")) or thing.pos_ == "PRON"


def _is_withheld(thing: Token) -> bool:
    """ "denied her visits"; "denied any ill-treatment" is another matter."""
    return thing.lemma_ in words("statements", "withheld") and not any(
        part.lower_ == "ill" for part in thing.lefts
    )


def _not_guilty(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "pleaded not guilty", "maintains his innocence", "says she is innocent"."""
    pleads = (
        verb.lemma_ == "plead" and "not guilty" in verb.doc[verb.i : verb.right_edge.i + 1].text.casefold()
    )
    holds = verb.lemma_ in ("maintain", "protest", "assert", "insist", "proclaim") and any(
        thing.lemma_ == "innocence"
        for thing in [*children(verb, "dobj"), *(one for _, one in prepositions(verb))]
    )
    said = child(verb, "ccomp")
    innocent = (
        said is not None and said.lemma_ == "be" and any(part.lemma_ == "innocent" for part in said.children)
    )
    if not (pleads or holds or (innocent and verb.lemma_ in words("telling", "verbs"))):
        return None
    teller = speaker(verb, sentence, cast, tellers)
    holder = subject(verb)
    who = [one for one in by(teller) if one.sort in (Sort.PERSON, Sort.PEOPLE)]
    if not who and holder is not None:
        who = people_among([holder], cast)
    if not who:
        return None
    details = "not guilty" if pleads else "innocence"
    return Draft("denial", sentence, verb, who, told_by=teller, details=details, confidence=0.85)


# -- "officials call the camps schools"; "the ministry said no worker was abducted" --------------------------


def _called_otherwise(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    if verb.lemma_ not in ("call", "describe", "dismiss", "portray", "present"):
        return None
    teller = speaker(verb, sentence, cast, tellers)
    said = any(part.lemma_ in words("statements", "allegations") for part in children(verb, "dobj"))
    said = said or any(
        part.lemma_ in words("statements", "allegations") for below in children(verb, "ccomp", "oprd", "xcomp")
        for part in children(below, "nsubj")
    )  # fmt: skip
    if not teller or not (is_official(teller[0]) or said) or not phrases_in(verb, "downplaying"):
        return None
    thing = child(verb, "dobj") or next(
        (child(part, "nsubj") for part in children(verb, "ccomp", "oprd", "xcomp")), None
    )
    return _draft(cast, sentence, verb, teller, thing, rest=verb, confidence=0.75)


def _said_otherwise(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    if verb.lemma_ not in words("telling", "verbs"):
        return None
    teller = speaker(verb, sentence, cast, tellers)
    said = child(verb, "ccomp")
    if said is None or not teller or not is_official(teller[0]):
        return None
    if not (phrases_in(said, "downplaying") or _says_none(said) or _says_not(said) or _is_mishap(said, cast)):
        return None
    about = child(said, "nsubj", "nsubjpass")
    return _draft(cast, sentence, said, teller, about, rest=said, confidence=0.75)


def _says_not(said: Token) -> bool:
    """ "that such camps do not exist", "that the men are not in custody", "that they never arrested him"."""
    negated = any(part.dep_ == "neg" or part.lower_ == "never" for part in said.children)
    flat = said.lemma_ in (
        "be",
        "exist",
        "hold",
        "have",
        "know",
        "take",
        "arrest",
        "detain",
        "happen",
        "occur",
        "use",
        "hear",
        "play",
        "kill",
        "torture",
        "beat",
        "target",
        "shoot",
    )
    future = any(
        part.lemma_ in ("will", "would", "can", "could", "should", "must") for part in children(said, "aux")
    )
    return negated and flat and not future


def _is_mishap(said: Token, cast: Cast) -> bool:
    """What those in power say befell somebody by itself: "that he had slipped on the stairs"."""
    about = child(said, "nsubj")
    somebody = about is not None and (about.lower_ in ("he", "she", "they") or cast.person_like(about))
    return somebody and child(said, "neg") is None and said.lemma_ in _MISHAPS


_MISHAPS = frozenset("slip fall trip stumble jump leap".split())


def _no_such(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "were told that nobody of that name was in custody", "they told her: we have no such person"."""
    if verb.lemma_ not in ("tell", "say", "reply", "answer", "insist", "claim") or not phrases_in(
        verb, "no_such"
    ):
        return None
    said = child(verb, "ccomp")
    teller = speaker(verb, sentence, cast, tellers)
    asked = is_passive(verb) or any(part.dep_ in ("dobj", "dative") for part in verb.children)
    if not asked and not (teller and is_official(teller[0])):
        return None
    about = child(said, "nsubj", "attr") if said is not None else None
    return _draft(cast, sentence, said or verb, teller, about, rest=said or verb, confidence=0.75)


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
    return _draft(
        cast, sentence, said, speaker(verb, sentence, cast, tellers), about, rest=said, confidence=0.75
    )


def _says_none(said: Token) -> bool:
    """ "no civilian had been targeted", "none of our staff was involved", "there has never been any camp"."""
    about = child(said, "nsubj", "nsubjpass", "attr")
    nobody = about is not None and (
        about.lower_ in ("nobody", "none", "neither", "nothing")
        or any(part.lower_ == "no" for part in about.lefts)
    )
    never = any(part.lower_ == "never" for part in said.children) and said.lemma_ == "be"
    return nobody or (never and child(said, "expl") is not None)


# -- "That there were burns on the body is untrue", "They are fabricated" ------------------------------------


def _is_untrue(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """A flat judgement that what others say is false, in whoever's voice the sentence is."""
    if _has_no_basis(verb):
        about = child(verb, "nsubj")
        told = about is not None and about.lemma_ in words("statements", "allegations")
        return _draft(cast, sentence, verb, [], about, rest=verb, confidence=0.75) if told else None
    if verb.lemma_ not in ("be", "fabricate", "invent"):
        return None
    judged = next(
        (
            part
            for part in children(verb, "acomp", "attr")
            if part.lemma_.casefold() in words("statements", "untrue")
        ),
        None,
    )
    if judged is None and not (verb.lemma_ in ("fabricate", "invent") and is_passive(verb)):
        return None
    if any(part.dep_ == "neg" for part in verb.children):
        return None
    about = child(verb, "csubj") or child(verb, "nsubj", "nsubjpass")
    if about is None:
        return None
    clause = about.dep_ == "csubj"
    allegation = about.lemma_ in words("statements", "allegations")
    answered = about.lower_ in words("statements", "pointing") and (
        judged is None or bool(tellers.chain(verb, sentence))
    )
    if not (clause or allegation or answered):
        return None
    draft = _draft(cast, sentence, verb, [], about, rest=verb, confidence=0.7)
    if clause:
        draft.details = verb.doc[about.left_edge.i : verb.i].text
    return draft


def _has_no_basis(verb: Token) -> bool:
    """ "The claim has no basis whatsoever", "lacks any foundation", "is without foundation", "does not correspond to
    reality"."""
    if verb.lemma_ in ("have", "lack"):
        grounds = [thing for thing in children(verb, "dobj") if thing.lemma_ in _GROUNDS]
        return any(verb.lemma_ == "lack" or any(part.lower_ == "no" for part in one.lefts) for one in grounds)
    if verb.lemma_ == "correspond":
        return child(verb, "neg") is not None
    return verb.lemma_ == "be" and any(
        word == "without" and thing.lemma_ in _GROUNDS for word, thing in prepositions(verb)
    )


_GROUNDS = frozenset("basis foundation ground grounds substance truth merit".split())


# -- quoted officials ----------------------------------------------------------------------------------------


def _quoted_otherwise(
    sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, voice: Told | None
) -> Draft | None:
    """ "There has never been any camp here." in an official's quoted words, or their whole statement."""
    if verb.dep_ not in ("ROOT", "ccomp", "parataxis") or verb.lemma_ in words("telling", "verbs"):
        return None
    chain = tellers.chain(verb, sentence) or ([voice] if voice is not None else [])
    if not chain or not is_official(chain[0]):
        return None
    clause = " ".join(part.text for part in verb.subtree)
    existential = _says_none(verb) and not _is_an_act(verb)
    if not existential and not has_phrase(clause, "disowning"):
        return None
    about = child(verb, "nsubj", "nsubjpass", "attr")
    return _draft(cast, sentence, verb, [], about, rest=verb, confidence=0.7)


def _is_an_act(verb: Token) -> bool:
    """ "No worker has been abducted" is read as the act, denied."""
    return is_passive(verb) and verb.lemma_ != "involve"


def _draft(
    cast: Cast,
    sentence: Sentence,
    trigger: Token,
    teller: list[Told],
    about: Token | None,
    *,
    rest: Token | None = None,
    confidence: float,
) -> Draft:
    words_ = (
        subtree_text(rest, leaving=frozenset({"nsubj", "mark"} if rest.dep_ != "csubj" else ()))
        if rest is not None
        else None
    )
    who = _whom(about, teller, cast) if about is not None else []
    named = about is None or about.dep_ == "csubj" or bool(who)
    return Draft(
        "denial", sentence, trigger, who, told_by=teller, confidence=confidence,
        who_text=phrase_text(about) if about is not None and not named else None,
        details=words_ or (subtree_text(about) if about is not None else None),
    )  # fmt: skip


def _whom(about: Token, teller: list[Told], cast: Cast) -> list[Referent]:
    """Whom what is denied would have befallen: the person it names, the subject or object of its clause, the bearer of
    its noun. Nobody who denies it, and nobody where it says "no one"."""
    clause = children(about, "nsubjpass", "nsubj", "dobj", "dative") if about.pos_ in ("VERB", "AUX") else []
    bearers = [thing for word, thing in prepositions(about) if word in ("of", "against")]
    places = [about] if about.pos_ == "PRON" or cast.name_at(about) is not None else [*clause, *bearers]
    found: list[Referent] = []
    for place in places:
        one = cast.of(place)
        if one is None or one.sort not in (Sort.PERSON, Sort.PEOPLE) or is_power(one) or is_nobody(one):
            continue
        if not any(told.referent is one for told in teller):
            found += [each for each in cast.all_of(place) if each not in found]
    return found[:1] if len(clause) > 1 and found and not found[0].many else found
