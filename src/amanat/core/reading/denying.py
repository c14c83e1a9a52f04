"""Denials: somebody says that what is told did not happen, is otherwise, or is not their doing.

``details`` keeps the denied thing's own words.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.denied import denial
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import child, children, is_passive, prepositions, subject
from amanat.core.reading.replying import replies, says_none
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import by, has_phrase, is_official, people_among, phrases_in, speaker
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.wordlists import words


def denials(
    sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, voice: Told | None = None
) -> Iterator[Draft]:
    """``voice`` is whose statement the sentence stands in, where a whole page or answer is somebody's."""
    rules = (_denied, _denied_it, _not_guilty, _called_otherwise, replies, _is_untrue)
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
    return denial(cast, sentence, verb, teller, thing, confidence=0.8)


def _denied_it(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "Charges that he denies", "had withheld her insulin, which the prison denied": what is denied stands before."""
    if verb.lemma_ not in words("telling", "denying") or verb.dep_ != "relcl" or is_passive(verb):
        return None
    holder = child(verb, "nsubj")
    own = child(verb, "dobj")
    if holder is None or holder.tag_ in ("WDT", "WP") or child(verb, "neg") is not None:
        return None
    if own is not None and own.tag_ not in ("WDT", "WP"):
        return None
    teller = speaker(verb, sentence, cast, tellers)
    if not teller or not _can_be_denied(verb, verb.head, teller[0]):
        return None
    who = people_among([holder], cast) if verb.head.lemma_ in ("charge", "accusation") else []
    draft = denial(cast, sentence, verb, teller, verb.head, confidence=0.75)
    draft.who, draft.who_text = (who, None) if who else (draft.who, draft.who_text)
    return draft


def _is_flat(verb: Token, thing: Token) -> bool:
    """ "It denies that …", "we reject the claim that …": a denial whoever the pronoun stands for."""
    holder = child(verb, "nsubj")
    if holder is not None and holder.lower_ in ("we", "i"):
        return thing.pos_ == "NOUN" and thing.lemma_ in words("statements", "allegations")
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


# -- "officials call the camps schools" ----------------------------------------------------------------------


def _called_otherwise(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    if verb.lemma_ not in ("call", "describe", "dismiss", "portray", "present"):
        return None
    teller = speaker(verb, sentence, cast, tellers)
    said = any(part.lemma_ in words("statements", "allegations") for part in children(verb, "dobj"))
    said = said or any(
        part.lemma_ in words("statements", "allegations") for below in children(verb, "ccomp", "oprd", "xcomp")
        for part in children(below, "nsubj")
    )  # fmt: skip
    if not teller or not (is_official(teller[0]) or said) or not _belittles(verb):
        return None
    thing = child(verb, "dobj") or next(
        (child(part, "nsubj") for part in children(verb, "ccomp", "oprd", "xcomp")), None
    )
    return denial(cast, sentence, verb, teller, thing, rest=verb, confidence=0.75)


def _belittles(verb: Token) -> bool:
    """ "As gossip", "as an invention", "called it an escort"."""
    otherwise = words("statements", "otherwise") | words("statements", "untrue")
    called = [part for part in verb.subtree if part.i > verb.i and part.dep_ in _CALLED]
    return phrases_in(verb, "downplaying") or any(part.lemma_.casefold() in otherwise for part in called)


_CALLED = frozenset(("pobj", "oprd", "attr", "acomp", "amod", "dobj", "ccomp", "conj"))


# -- "That there were burns on the body is untrue", "They are fabricated" ------------------------------------


def _is_untrue(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """A flat judgement that what others say is false, in whoever's voice the sentence is."""
    if _has_no_basis(verb):
        if any(
            word == "in" and thing.lemma_ == "law"
            for one in verb.subtree
            for word, thing in prepositions(one)
        ):
            return None  # what a court finds
        about = child(verb, "nsubj")
        told = about is not None and about.lemma_ in words("statements", "allegations")
        return denial(cast, sentence, verb, [], about, rest=verb, confidence=0.75) if told else None
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
    draft = denial(cast, sentence, verb, [], about, rest=verb, confidence=0.7)
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
    existential = says_none(verb) and not _is_an_act(verb)
    if not existential and not has_phrase(clause, "disowning"):
        return None
    about = child(verb, "nsubj", "nsubjpass", "attr")
    return denial(cast, sentence, verb, [], about, rest=verb, confidence=0.7)


def _is_an_act(verb: Token) -> bool:
    """ "No worker has been abducted" is read as the act, denied."""
    return is_passive(verb) and verb.lemma_ != "involve"
