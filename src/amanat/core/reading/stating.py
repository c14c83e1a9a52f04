"""What the readers of statements share: who states, whether they speak for a state, whom it is about."""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.claim import TellerRole
from amanat.core.places import government_of
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import child, is_passive, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.wordlists import words

_OFFICIAL = (TellerRole.GOVERNMENT, TellerRole.OFFICIAL)


def speaker(verb: Token, sentence: Sentence, cast: Cast, tellers: Tellers) -> list[Told]:
    """The subject of a verb of stating, as a teller; none for a passive or an unknown pronoun. Where the verb states
    nothing itself ("she slipped, the warden said"), whoever is said to say so comes first."""
    holder = subject(verb)
    if holder is None or is_passive(verb) or holder.text.isdigit():
        return []
    if not states(verb):
        said = tellers.attributed(verb, sentence)
        if said or not tellers.can_tell(holder) or (child(verb, "neg") is not None and not _knows(verb)):
            return said
    elif holder.pos_ == "NOUN" and not tellers.can_tell(holder):
        return tellers.attributed(verb, sentence)
    referent = cast.of(holder)
    if referent is None and holder.pos_ in ("PRON", "DET"):
        return []
    return tellers.told(holder)[:1]


def states(verb: Token) -> bool:
    """Whether the verb itself is one of saying, denying, asking or judging."""
    lemma = verb.lemma_.casefold()
    return (
        any(lemma in words("telling", entry) for entry in ("verbs", "denying", "demanding"))
        or lemma in _STATING
    )


def _knows(verb: Token) -> bool:
    """ "Knew of no patrol", "was not aware of it"."""
    aware = verb.lemma_ == "be" and any(part.lower_ in ("aware", "familiar") for part in verb.children)
    return aware or verb.lemma_ in ("know", "recognise", "recognize", "accept", "receive", "acknowledge")


_STATING = frozenset(
    """accuse blame call brand label term dub describe charge suspect denounce condemn criticise criticize decry ask
    want appeal lodge file petition refuse promise assure point attribute put play brush wave dispute contest decline
    characterise characterize portray defend justify welcome express voice hold deem consider judge""".split()
)


def by(tellers: list[Told]) -> list[Referent]:
    return [one.referent for one in tellers if one.referent is not None]


def referents(tokens: list[Token], cast: Cast) -> list[Referent]:
    return [one for token in tokens for one in cast.all_of(token)]


def people_among(tokens: list[Token], cast: Cast) -> list[Referent]:
    return [one for one in referents(tokens, cast) if one.sort in (Sort.PERSON, Sort.PEOPLE)]


def is_official(teller: Told) -> bool:
    """A government, one of its bodies or people, or the party and the press that speak for it."""
    name = teller.name.casefold()
    ends = (
        "party",
        "government",
        "authorities",
        "side",
        "service",
        "army",
        "military",
        "police",
        "embassy",
        "officials",
    )
    noun = (teller.referent.noun or "").casefold() if teller.referent is not None else ""
    return (
        teller.role in _OFFICIAL
        or noun in words("people", "official")
        or government_of(teller.name) is not None
        or name.endswith(ends)
        or any(word in name.split() for word in words("statements", "state_voices"))
        or name.startswith(("state television", "state media", "state radio", "state news"))
    )


def is_power(one: Referent) -> bool:
    """A state or one of its bodies: what it is accused of is told as the act, with its accuser as teller."""
    if one.sort is Sort.PLACE:
        return True
    noun = (one.noun or "").casefold()
    body = one.sort is Sort.ORGANISATION and is_official(Told(one, one.label, TellerRole.WITNESS))
    return body or noun in words("people", "government")


def phrases_in(token: Token, entry: str) -> bool:
    """Whether a phrase of ``statements.yaml``'s ``entry`` stands, as whole words, under ``token``."""
    return has_phrase(token.doc[token.left_edge.i : token.right_edge.i + 1].text, entry)


def has_phrase(text: str, entry: str) -> bool:
    plain = "".join(letter if letter.isalnum() or letter in "-'’" else " " for letter in text.casefold())
    padded = f" {' '.join(plain.split())} "
    return any(f" {phrase} " in padded for phrase in words("statements", entry))
