"""The parties of a case, whom its papers call by their part in it: "the complainant", "the first applicant"."""

from __future__ import annotations

from amanat.core.reading.cast import Cast
from amanat.core.reading.joining import join
from amanat.core.reading.nouns import COUNSEL
from amanat.core.reading.referent import Referent
from amanat.core.reading.wordlists import words

PARTIES = frozenset(
    (
        "applicant author complainant petitioner claimant appellant plaintiff accused defendant detenue detenu victim "
        "deceased convict missing interviewee deponent asylum-seeker"
    ).split()
)
"""What a paper may call the one it is about, before or after it names them."""
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}


def name_the_parties(cast: Cast) -> None:
    """Joins each unnamed party to whom they must be: the only one named, or the one the paper is about; the second
    of several applicants to the second named."""
    parties = [one for one in cast.referents if _is_party(one)]
    named = [one for one in possible_victims(cast) if one.noun not in PARTIES]
    for party in parties:
        ordinal = _ordinal(party, cast)
        fits = [one for one in named if may_be(party, one)]
        person = _about(fits) if ordinal is None else fits[ordinal] if ordinal < len(fits) else None
        if person is not None:
            join(cast, party, person)


def _is_party(one: Referent) -> bool:
    return not one.names and one.is_individual and one.noun in PARTIES and bool(one.mentions)


def possible_victims(cast: Cast) -> list[Referent]:
    """Those named who are no officials and nobody's lawyer, in the order in which the report meets them."""
    others = words("people", "official") | words("people", "unnamed") | COUNSEL
    found = [
        one
        for one in cast.referents
        if one.is_individual and one.names and one.mentions and one.noun not in others
    ]
    return sorted(found, key=lambda one: (one.mentions[0].sentence, one.mentions[0].token))


def may_be(unnamed: Referent, person: Referent) -> bool:
    """Whether nothing known of the two forbids that they are one."""
    return not (unnamed.gender and person.gender and unnamed.gender != person.gender)


def _ordinal(party: Referent, cast: Cast) -> int | None:
    token = cast.token(party.mentions[0])
    return next((_ORDINALS[part.lower_] for part in token.children if part.lower_ in _ORDINALS), None)


def _about(named: list[Referent]) -> Referent | None:
    """The only one, or who is spoken of far more than anybody else."""
    ranked = sorted(named, key=lambda one: -len(one.mentions))
    if len(ranked) > 1 and len(ranked[0].mentions) < 2 * len(ranked[1].mentions):
        return None
    return ranked[0] if ranked else None
