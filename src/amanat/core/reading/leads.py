"""News names people late: "A court jailed a teacher on Monday. Selin Demirtay, 33, was …" speaks of one teacher."""

from __future__ import annotations

from itertools import pairwise

from amanat.core.reading.cast import Cast
from amanat.core.reading.referent import Referent
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.together import size_of
from amanat.core.reading.wordlists import words
from amanat.core.reading.zones import Zone

_SUFFERING = frozenset(
    "flee die disappear vanish serve face lose escape receive get go lie suffer drown".split()
)
_LEADING = 2
"""How many sentences a report may begin with before it names anybody."""


def name_the_leads(cast: Cast) -> None:
    """Joins whom the first sentences speak of to whoever the next ones begin with by name."""
    body = [sentence for sentence in cast.sentences if sentence.zone is Zone.BODY][: _LEADING + 2]
    leads = [one for one in _individuals(cast) if not one.names and _is_lead(one, body[:_LEADING])]
    named = [one for one in _individuals(cast) if one.names and _is_follow_up(one, body[1:])]
    pairs = [
        (lead, person)
        for lead in leads
        if lead.noun == leads[0].noun
        for person in [one for one in named if _may_be(lead, one) and _soon_after(lead, one, body)][:1]
    ]
    for lead, person in pairs:
        _join(cast, lead, person)
    _name_groups(cast, body)


def _individuals(cast: Cast) -> list[Referent]:
    """In the order in which the report meets them."""
    found = [one for one in cast.referents if one.is_individual and one.mentions]
    return sorted(found, key=lambda one: (one.mentions[0].sentence, one.mentions[0].token))


def _may_be(lead: Referent, person: Referent) -> bool:
    return not (lead.gender and person.gender and lead.gender != person.gender)


def _soon_after(lead: Referent, person: Referent, body: list[Sentence]) -> bool:
    numbers = [sentence.number for sentence in body]
    first, then = lead.mentions[0].sentence, person.mentions[0].sentence
    return first in numbers and then in numbers and 0 < numbers.index(then) - numbers.index(first) <= 2


def _join(cast: Cast, lead: Referent, person: Referent) -> None:
    person.description, person.noun = person.description or lead.description, person.noun or lead.noun
    person.mentions = sorted([*lead.mentions, *person.mentions], key=lambda item: (item.sentence, item.token))
    cast.at = {place: person if one is lead else one for place, one in cast.at.items()}
    for one in cast.referents:
        one.members = tuple(person if each is lead else each for each in one.members)
        one.owner = person if one.owner is lead else one.owner
    cast.referents.remove(lead)


def _is_lead(one: Referent, first: list[Sentence]) -> bool:
    mention = one.mentions[0]
    sentence = next((item for item in first if item.number == mention.sentence), None)
    if sentence is None or one.owner is not None:
        return False
    token = sentence.span.doc[mention.token]
    harmed = token.dep_ in ("dobj", "nsubjpass", "pobj", "dative") or token.head.lemma_ in _SUFFERING
    known = one.noun in words("people", "official") or one.noun in words("people", "unnamed")
    return harmed and not known and one.noun != "somebody"


def _is_follow_up(one: Referent, near: list[Sentence]) -> bool:
    """Named as the subject of one of the next sentences, and not before."""
    mention = one.mentions[0]
    sentence = next((item for item in near if item.number == mention.sentence), None)
    if sentence is None or not mention.subject or one.noun in words("people", "official"):
        return False
    token = sentence.span.doc[mention.token]
    return token.dep_ == "nsubjpass" or token.head.lemma_ not in words("telling", "verbs")


def _name_groups(cast: Cast, body: list[Sentence]) -> None:
    """ "postponed the deportation of two herders. Dauren Qalybek, 27, and his cousin Meirambek Toleutay, 31, …"."""
    for first, then in pairwise(body):
        named = [
            one
            for one in cast.referents
            if one.members and one.mentions and one.mentions[0].sentence == then.number
        ]
        for group in cast.referents:
            if (
                group.members
                or not group.many
                or not group.mentions
                or group.mentions[0].sentence != first.number
            ):
                continue
            same = next((one for one in named if size_of(group) == len(one.members)), None)
            if same is not None:
                group.members = same.members
