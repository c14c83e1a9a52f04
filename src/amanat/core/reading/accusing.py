"""Accusations: who is said to have done wrong, by whom. Charges in court are acts and are read as those."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.claim import TellerRole
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.frames import by_verb, fits
from amanat.core.reading.phrases import (
    child,
    children,
    conjuncts,
    is_passive,
    phrase_text,
    prepositions,
    subject,
    subtree_text,
)
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import is_official, is_power, people_among, referents, speaker
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.wordlists import words


def accusations(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Iterator[Draft]:
    for rule in (_accused, _named_as, _said_to_be, _held_for, _used_by, _wrongdoers):
        draft = rule(sentence, verb, cast, tellers)
        if draft is not None:
            yield draft
            return


def _accused(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "accuses them of separatism", "was blamed for the fire", "suspected of spying"."""
    if verb.lemma_ not in ("accuse", "blame", "suspect"):
        return None
    bearers = [verb, *children(verb, "dobj")]
    wrongs = [thing for bearer in bearers for word, thing in prepositions(bearer) if word in ("of", "for")]
    if not wrongs and verb.lemma_ != "blame":
        return None
    passive = is_passive(verb)
    holder = subject(verb)
    accused = [holder] if passive and holder is not None else children(verb, "dobj")
    who = referents(accused, cast)
    nobody = not who and bool(accused) and accused[0].pos_ == "PRON"
    if not accused or nobody or any(is_power(one) for one in who):
        return None
    teller = speaker(verb, sentence, cast, tellers) or _agent(verb, cast, tellers) or [_unnamed()]
    return Draft(
        "accusation", sentence, verb, who, told_by=teller, confidence=0.85,
        who_text=None if who else phrase_text(accused[0]),
        details=subtree_text(wrongs[0]) if wrongs else None,
    )  # fmt: skip


def _agent(verb: Token, cast: Cast, tellers: Tellers) -> list[Told]:
    return _told(next((thing for word, thing in prepositions(verb) if word == "by"), None), cast, tellers)


def _told(agent: Token | None, cast: Cast, tellers: Tellers) -> list[Told]:
    if agent is None:
        return []
    referent = cast.of(agent)
    return [
        Told(
            referent,
            referent.label if referent is not None else phrase_text(agent),
            tellers.role(agent, referent),
        )
    ]


def _unnamed() -> Told:
    return Told(None, "unnamed accusers", TellerRole.UNNAMED_SOURCE)


def _named_as(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "called him a terrorist", "branded them extremists", "labelled a spy"."""
    if verb.lemma_ not in words("statements", "naming"):
        return None
    wrong = next(
        (part for part in verb.subtree if _is_wrongdoer(part) and part.i > verb.i and _close(part, verb)),
        None,
    )
    if wrong is None:
        return None
    objects = [part for part in children(verb, "dobj", "oprd") if part != wrong]
    inner = child(wrong, "nsubj")
    holder = subject(verb)
    who = people_among([*objects, *([inner] if inner is not None and inner != holder else [])], cast)
    active = bool(who)
    if not who and is_passive(verb) and holder is not None:
        who = people_among([holder], cast)
    if not who:
        return None
    teller = (_told(holder, cast, tellers) if active else _agent(verb, cast, tellers)) or [_unnamed()]
    details = phrase_text(wrong)
    return Draft("accusation", sentence, verb, who, told_by=teller, details=details, confidence=0.8)


def _close(part: Token, verb: Token) -> bool:
    return part.head == verb or part.head.head == verb


def _is_wrongdoer(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN", "ADJ") and noun.lemma_.casefold() in words(
        "statements", "wrongdoers"
    )


def _said_to_be(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "They said that we are all spies", "told her she was a traitor"."""
    if verb.lemma_ not in words("telling", "verbs"):
        return None
    said = next((part for part in verb.subtree if part.lemma_ == "be" and _is_told_by(part, verb)), None)
    if said is None or any(part.dep_ == "neg" for part in said.children):
        return None
    wrong = next(
        (part for part in children(said, "attr", "acomp") if _is_wrongdoer(part) or _is_suspicious(part)),
        None,
    )
    about = child(said, "nsubj") or child(said.head, "nsubj")
    if wrong is None or about is None:
        return None
    who = _called(verb, about, cast)
    holder = subject(verb)
    speaking = about.lower_ in ("we", "i")
    if not (who or speaking) or (who and holder is not None and cast.of(holder) in who):
        return None
    teller = speaker(verb, sentence, cast, tellers) or [_unnamed()]
    draft = Draft("accusation", sentence, said, who, told_by=teller, confidence=0.8)
    draft.details, draft.who_text = subtree_text(wrong), None if who else about.text
    return draft


def _called(verb: Token, about: Token, cast: Cast) -> list[Referent]:
    """Those of whom it is said; "told her: you are a spy" is said of her."""
    hearer = child(verb, "dobj", "dative")
    if about.lower_ == "you" and hearer is not None:
        return people_among([hearer], cast)
    return people_among(conjuncts(about), cast)


def _is_told_by(said: Token, verb: Token) -> bool:
    """In the clause that the verb tells, or one step below it where the parser took a name for a verb."""
    return said.i > verb.i and said.dep_ == "ccomp" and verb in (said.head, said.head.head)


def _is_suspicious(part: Token) -> bool:
    return part.lemma_ in ("suspicious", "guilty") or any(
        inner.lemma_ == "suspicious" for inner in part.lefts
    )


def _held_for(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "were arrested for inciting a riot", "detained on suspicion of espionage": the reason given."""
    if verb.lemma_ not in ("arrest", "detain", "hold", "imprison", "jail", "seize", "intern", "apprehend"):
        return None
    wrong = next((thing for word, thing in prepositions(verb) if _is_reason(word, thing)), None)
    holder = subject(verb) if is_passive(verb) else child(verb, "dobj")
    who = people_among([holder], cast) if holder is not None else []
    if wrong is None or not who:
        return None
    actor: list[Referent] = (
        referents([holder], cast) if not is_passive(verb) and (holder := subject(verb)) is not None else []
    )
    details = subtree_text(wrong, leaving=frozenset({"advcl"}))
    return Draft("accusation", sentence, wrong, who, actor, details=details, confidence=0.75)


def _is_reason(word: str, thing: Token) -> bool:
    wrong = any(
        part.lemma_.casefold() in words("statements", "crimes") | words("statements", "wrongs")
        for part in thing.subtree
    )
    if word in ("for", "over"):
        alleged = any(part.lower_ in ("alleged", "allegedly", "suspected") for part in thing.subtree)
        return (wrong and (thing.tag_ == "VBG" or word == "over")) or alleged
    return word in ("on", "under") and thing.lemma_ in ("suspicion", "accusation", "allegation", "pretext")


def _used_by(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "has been used by hostile forces": what states say of those who speak abroad."""
    if verb.lemma_ not in (
        "use",
        "manipulate",
        "exploit",
        "instigate",
        "incite",
        "bribe",
        "mislead",
    ) or not is_passive(verb):
        return None
    agent = next((thing for word, thing in prepositions(verb) if word == "by"), None)
    holder = subject(verb)
    if agent is None or holder is None or agent.lemma_ not in ("force", "power", "element", "agent", "enemy"):
        return None
    who = people_among([holder], cast)
    return (
        Draft(
            "accusation", sentence, verb, who, details=f"{verb.text} by {phrase_text(agent)}", confidence=0.7
        )
        if who
        else None
    )


def is_harm(verb: Token, cast: Cast) -> bool:
    """A killing, a capture or a rape: whoever did it and whoever suffered it, it is told as the act."""
    frames = by_verb().get(verb.lemma_.casefold(), ())
    return any(frame.kind in _HARM and fits(frame, verb, cast) for frame in frames)


_HARM = frozenset(("killing", "detention", "sexual violence", "death in custody"))


def _wrongdoers(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "The army said that terrorists had burned the houses": the state's word for people, and a deed."""
    if verb.lemma_ not in words("telling", "verbs"):
        return None
    teller = speaker(verb, sentence, cast, tellers)
    said = child(verb, "ccomp")
    if said is None or not teller or not is_official(teller[0]):
        return None
    about = child(said, "nsubj", "nsubjpass") or subject(said)
    if about is None or not _is_wrongdoer(about) or about.lemma_ == "suspect" or is_harm(said, cast):
        return None
    who = people_among([about], cast)
    details = subtree_text(said, leaving=frozenset({"nsubj", "nsubjpass", "mark"}))
    return Draft(
        "accusation", sentence, said, who, who_text=None if who else phrase_text(about),
        told_by=teller, details=details, confidence=0.7,
    )  # fmt: skip
