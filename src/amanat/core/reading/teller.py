"""A teller: somebody of the cast, or a description, with what they are and the medium they spoke through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from amanat.core.claim import TellerRole
from amanat.core.places import government_of
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import child, children, phrase_text, prepositions, subject
from amanat.core.reading.wordlists import noun_lemma, words


@dataclass(frozen=True, slots=True)
class Told:
    """One teller: somebody of the cast where they are known, else their description."""

    referent: Referent | None
    name: str
    role: TellerRole
    medium: str | None = None

    def same_as(self, other: Told) -> bool:
        return self.referent is other.referent if self.referent is not None else self.name == other.name


class Naming:
    """Turns the noun phrases that tell into tellers."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def told(self, token: Token, medium: str | None = None) -> Iterator[Told]:
        """The tellers a phrase names, co-ordinated ones each; of an account, whoever gave it and whom it was given
        to. None for a pronoun nobody is known for."""
        if token.lower_ in ("who", "that", "which") and self._cast.of(token) is None:
            return
        if token.lower_ in ("i", "we", "me", "us") or (not token.is_alpha and token.is_punct):
            return
        for part in [token, *children(token, "conj")]:
            yield from self._one(part, medium)

    def can_tell(self, noun: Token) -> bool:
        """Whether a phrase names somebody, a body or a paper that tells: "residents", "the ministry", "the autopsy";
        not "the drought", "Monday" or "no such case"."""
        if (
            noun.text.isdigit()
            or any(part.lower_ == "no" for part in children(noun, "det"))
            or _is_nobody(noun)
        ):
            return False
        referent = self._cast.of(noun)
        if referent is not None:
            return True
        lemma = noun_lemma(noun)
        return (
            noun.pos_ == "PROPN"
            or self._cast.person_like(noun)
            or any(lemma in words("people", entry) for entry in _TELLING_NOUNS)
            or any(lemma in words("telling", entry) for entry in ("media_nouns", "documents"))
        )

    def _one(self, part: Token, medium: str | None) -> Iterator[Told]:
        if _is_nobody(part) or (part.text.isdigit() and self._cast.of(part) is None):
            return
        named = self._apposed(part)
        referent = named if named is not None else self._cast.of(part)
        confidant: Token | None = None
        if referent is None and part.lemma_ in _ACCOUNTS and (maker := _maker(part)) is not None:
            confidant = given_to(part)
            part, referent, medium = maker, self._cast.of(maker), part.lemma_
        if referent is None and part.lower_ in ("some", "others", "many", "several"):
            yield Told(None, phrase_text(part), TellerRole.UNNAMED_SOURCE, medium)
        elif referent is not None or part.pos_ != "PRON":
            name = referent.label if referent is not None else _written_name(part)
            yield Told(referent, name, self.role(part, referent), medium)
        if confidant is not None:
            yield from self.hearer(confidant)

    def _apposed(self, noun: Token) -> Referent | None:
        """ "the lawyer, Vadim Sarok,": the name beside the noun decides who it is."""
        for part in children(noun, "appos"):
            referent = self._cast.of(part)
            if referent is not None and referent.names and referent.sort is not Sort.PLACE:
                return referent
        return None

    def hearer(self, hearer: Token) -> Iterator[Told]:
        """Somebody told who passed it on: a relative, a friend, a paper; not a court, the police or a pronoun."""
        if (
            hearer.pos_ == "PRON"
            or _is_reporting(hearer)
            or noun_lemma(hearer) in words("telling", "audiences")
        ):
            return
        referent = self._cast.of(hearer)
        noun = (referent.noun if referent is not None and referent.noun else hearer.lemma_).casefold()
        if noun in words("telling", "audiences") or (
            noun in words("people", "official") and not (referent is not None and referent.names)
        ):
            return
        known = referent is not None and (bool(referent.names) or referent.sort is Sort.ORGANISATION)
        confidant = any(noun in words(*entry) for entry in _CONFIDANTS)
        passes_on = referent is not None and referent.sort is not Sort.PLACE and (known or confidant)
        if passes_on or hearer.pos_ == "PROPN" or hearer.lemma_ in words("people", "media"):
            yield from self.told(hearer)

    def role(self, token: Token, referent: Referent | None) -> TellerRole:
        """What a teller is, from the noun that names them; whether they are the victim is for the claim to say."""
        noun = (referent.noun if referent is not None and referent.noun else token.lemma_).casefold()
        if referent is not None and referent.sort is Sort.PLACE:
            return TellerRole.GOVERNMENT
        if noun in words("people", "unnamed") and not (referent and referent.names):
            return TellerRole.UNNAMED_SOURCE
        if noun in words("people", "kin"):
            return TellerRole.RELATIVE
        if noun in words("people", "official"):
            return TellerRole.OFFICIAL
        if referent is not None and referent.sort is Sort.ORGANISATION:
            return _body_role(referent.label)
        if noun in words("people", "government") or _last_word(token) in words("people", "government"):
            return TellerRole.GOVERNMENT
        if noun in words("people", "media"):
            return TellerRole.MEDIA
        if noun in words("people", "organisation"):
            return TellerRole.ORGANISATION
        return TellerRole.WITNESS


_CONFIDANTS = (("people", "kin"), ("telling", "confidants"), ("people", "organisation"))


def _last_word(noun: Token) -> str:
    """Of "the head of the provincial police", "police"."""
    return phrase_text(noun).casefold().rsplit(" ", 1)[-1]


def _written_name(noun: Token) -> str:
    """ "the organisation Highland Hymn" is Highland Hymn."""
    named = next((part for part in children(noun, "appos") if part.pos_ == "PROPN"), None)
    return phrase_text(named if named is not None else noun)


def medium_of(verb: Token) -> str | None:
    """ "in the video she says", "posted a video complaining that"."""
    for _, thing in prepositions(verb):
        if thing.lemma_ in words("telling", "media_nouns"):
            return str(thing.lemma_)
    above = verb.head
    if verb.dep_ == "acl" and above.lemma_ in words("telling", "media_nouns"):
        return str(above.lemma_)
    if verb.dep_ in ("xcomp", "advcl") and above.pos_ == "VERB":
        made = child(above, "dobj")
        if made is not None and made.lemma_ in words("telling", "media_nouns"):
            return str(made.lemma_)
    return None


def _is_nobody(noun: Token) -> bool:
    """ "Nobody", "none of them", and "one", which is whoever: "one of the boys" is somebody."""
    if noun.lower_ == "one":
        if any(part.lower_ == "no" for part in noun.children):
            return True
        if noun.dep_ == "nsubj" and noun.head.tag_ in ("VBD", "VBN") and not _may(noun.head):
            return False  # "One told the court": of those spoken of
        return not any(part.lower_ == "of" for part in noun.children) and not children(noun, "amod", "relcl")
    return noun.lower_ in ("none", "nobody", "nothing", "neither")


def _may(verb: Token) -> bool:
    return any(part.tag_ == "MD" for part in children(verb, "aux"))


_TELLING_NOUNS = ("kin", "official", "organisation", "government", "media", "unnamed")


def _is_reporting(hearer: Token) -> bool:
    """ "This newspaper", "our correspondent": the outlet itself, which stands in every chain anyway."""
    own = any(part.lower_ in ("this", "our", "your") for part in children(hearer, "det", "poss"))
    media = words("people", "media") | {"reporter", "correspondent", "journalist", "newsroom"}
    return own and noun_lemma(hearer) in media


_ACCOUNTS = frozenset(
    """account report statement testimony letter video interview message post article book film declaration affidavit
    deposition complaint submission""".split()
)


def maker_of(thing: Token) -> Token | None:
    """Whose video, letter or statement a thing that speaks is; None where it is no such thing, or nobody's."""
    return _maker(thing) if thing.lemma_ in words("telling", "media_nouns") else None


def _maker(thing: Token) -> Token | None:
    owner = child(thing, "poss")
    given = child(thing, "relcl")
    if owner is None and given is not None:
        owner = child(given, "nsubj")
    if owner is None and thing.dep_ == "dobj":
        owner = subject(thing.head)
    return owner or next((whose for word, whose in prepositions(thing) if word in ("by", "from", "of")), None)


def given_to(account: Token) -> Token | None:
    """Whom an account was given to: "an account that he gave to a cellmate"."""
    given = child(account, "relcl", "acl")
    if given is None or given.lemma_ not in ("give", "tell", "send", "write", "make", "pass"):
        return None
    return next((whom for word, whom in prepositions(given) if word == "to"), None) or child(given, "dative")


def _body_role(label: str) -> TellerRole:
    folded = {word.casefold() for word in label.split()}
    papers = {"news", "times", "post", "herald", "courier", "tribune", "gazette", "press"}
    if folded & words("people", "media") or folded & papers:
        return TellerRole.MEDIA
    if folded & words("people", "government") or government_of(label) is not None or "party" in folded:
        return TellerRole.GOVERNMENT
    return TellerRole.ORGANISATION
