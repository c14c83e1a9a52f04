"""News names people late: "A court jailed a teacher on Monday. Selin Demirtay, 33, was …" speaks of one teacher."""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.joining import join
from amanat.core.reading.nouns import COUNSEL, gender_of_noun
from amanat.core.reading.parties import possible_victims
from amanat.core.reading.pointing import DEEDS_OF_POWER
from amanat.core.reading.referent import Referent, is_power
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import noun_lemma, words
from amanat.core.reading.zones import Zone

_SUFFERING = frozenset(
    "flee die disappear vanish serve face lose escape receive get go lie suffer drown".split()
)
_NOT_LEADS = words("people", "official") | words("people", "unnamed")
_SOON = 8
"""Within how many sentences whom a headline describes is named."""
_LEADING = 2
"""How many sentences a report may begin with before it names anybody."""


def name_the_leads(cast: Cast) -> None:
    """Joins whom the first sentences speak of to whoever the next ones begin with by name."""
    body = [sentence for sentence in cast.sentences if sentence.zone is Zone.BODY][: _LEADING + 3]
    leads = [one for one in _individuals(cast) if not one.names and _is_lead(one, body[:_LEADING])]
    named = [one for one in _individuals(cast) if one.names and _is_follow_up(one, body[1:])]
    pairs = [
        (lead, person)
        for lead in leads
        if lead.noun == leads[0].noun
        for person in _called_alike(lead, cast)
        or [
            one
            for one in named
            if _may_be(lead, one) and _soon_after(lead, one, body) and not _has_a_part(one)
        ][:1]
    ]
    for lead, person in pairs:
        join(cast, lead, person)


def _called_alike(lead: Referent, cast: Cast) -> list[Referent]:
    """Whom the report names with the very description, as somebody known: "the waiter, Milan Vesek"."""
    alike = [
        one
        for one in _individuals(cast)
        if one.names and one.noun == lead.noun and _may_be(lead, one) and _is_known_as(one)
    ]
    return alike if len(alike) == 1 else []


def _is_known_as(one: Referent) -> bool:
    first = (one.description or "").casefold().split()
    return first[:1] == ["the"] and len(first) == 2


def _has_a_part(one: Referent) -> bool:
    """ "The owner of the café, Karel Dobos": known from the first as something else to somebody else."""
    described = (one.description or "").casefold().split()
    return described[:1] == ["the"] and bool({"of", "’s", "'s"} & set(described))


def headlined(cast: Cast, noun: Token) -> Referent | None:
    """Whom a headline describes: the named one who is that, else the one whom the report is about, if the noun is
    no official's."""
    lemma, gender = noun_lemma(noun), gender_of_noun(noun)
    harmed = noun.dep_ in ("nsubjpass", "dobj") or noun.head.tag_ == "VBN"
    persons = [one for one in _individuals(cast) if one.names] if harmed else possible_victims(cast)
    named = [one for one in persons if gender in (None, one.gender or gender)]
    same = [one for one in named if one.noun == lemma]
    others = words("people", "unnamed") | words("people", "kin") - {"child"}
    others |= frozenset() if harmed else words("people", "official") | COUNSEL
    if same or lemma in others:
        return same[0] if same else None
    lead = max(named, key=lambda one: len(one.mentions), default=None)
    if lead is None or (lead is not named[0] and lead is not cast.protagonist):
        return None
    begins = [sentence.number for sentence in cast.sentences if sentence.zone is Zone.BODY][:_SOON]
    return lead if lead.mentions[0].sentence in begins else None


def _individuals(cast: Cast) -> list[Referent]:
    """In the order in which the report meets them."""
    found = [one for one in cast.referents if one.is_individual and one.mentions]
    return sorted(found, key=lambda one: (one.mentions[0].sentence, one.mentions[0].token))


def _may_be(lead: Referent, person: Referent) -> bool:
    return not (lead.gender and person.gender and lead.gender != person.gender)


def _soon_after(lead: Referent, person: Referent, body: list[Sentence]) -> bool:
    numbers = [sentence.number for sentence in body]
    first, then = lead.mentions[0].sentence, person.mentions[0].sentence
    return (
        first in numbers
        and then in numbers
        and 0 < numbers.index(then) - numbers.index(first) <= _LEADING + 1
    )


def _is_lead(one: Referent, first: list[Sentence]) -> bool:
    mention = one.mentions[0]
    sentence = next((item for item in first if item.number == mention.sentence), None)
    if sentence is None or one.owner is not None:
        return False
    token = sentence.span.doc[mention.token]
    if any(part.dep_ == "poss" for part in token.children):
        return False
    if sentence is first[0] and _is_introduced(token) and not is_power(one):
        return True
    harmed = token.dep_ in ("dobj", "nsubjpass", "pobj", "dative") or token.head.lemma_ in _SUFFERING
    known = one.noun in words("people", "official") or one.noun in words("people", "unnamed")
    return harmed and not known and one.noun != "somebody"


def _is_introduced(token: Token) -> bool:
    """ "A retired librarian pleaded not guilty": somebody new, whom the first sentence makes no mere teller."""
    new = any(part.dep_ == "det" and part.lower_ in ("a", "an") for part in token.children)
    verb = token.head
    doing = verb.lemma_ in words("telling", "verbs") or verb.lemma_ in DEEDS_OF_POWER
    return new and token.dep_ == "nsubj" and not doing and noun_lemma(token) not in _NOT_LEADS | COUNSEL


def _is_follow_up(one: Referent, near: list[Sentence]) -> bool:
    """Named as the subject of one of the next sentences, and not before."""
    mention = one.mentions[0]
    sentence = next((item for item in near if item.number == mention.sentence), None)
    if sentence is None or not mention.subject or one.noun in words("people", "official"):
        return False
    token = sentence.span.doc[mention.token]
    return token.dep_ == "nsubjpass" or token.head.lemma_ not in words("telling", "verbs")
