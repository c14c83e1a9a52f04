"""Two of a cast who turn out to be one: "a teacher" of the first sentence and the name of the second."""

from __future__ import annotations

from amanat.core.reading.cast import Cast
from amanat.core.reading.referent import Referent


def join(cast: Cast, unnamed: Referent, person: Referent) -> None:
    """Everything said of ``unnamed`` is from now on said of ``person``."""
    person.description = person.description or unnamed.description
    person.noun, person.gender = person.noun or unnamed.noun, person.gender or unnamed.gender
    person.titles |= unnamed.titles
    person.owner = person.owner or (unnamed.owner if unnamed.owner is not person else None)
    person.mentions = sorted(
        [*unnamed.mentions, *person.mentions], key=lambda item: (item.sentence, item.token)
    )
    cast.at = {place: person if one is unnamed else one for place, one in cast.at.items()}
    cast.kin = {
        (id(person) if owner == id(unnamed) else owner, noun): person if one is unnamed else one
        for (owner, noun), one in cast.kin.items()
    }
    for one in cast.referents:
        one.members = tuple(dict.fromkeys(person if each is unnamed else each for each in one.members))
        one.owner = person if one.owner is unnamed else one.owner
        one.besides = person if one.besides is unnamed else one.besides
        one.companion_of = person if one.companion_of is unnamed else one.companion_of
    cast.referents = [one for one in cast.referents if one is not unnamed]
