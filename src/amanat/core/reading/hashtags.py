"""Names that a post gives in its hashtags alone: "They took my brother … #FreeYusufKaplanov"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.mastheads import is_known_place, is_outlet_name
from amanat.core.reading.names import Sort
from amanat.core.reading.referent import is_part
from amanat.core.reading.wordlists import words

_PLEA = (
    r"(?:I?StandWith|Freedom(?:For|4|To)?|Free|Release|Save|Justice(?:For|4)|WhereIs|BringBack|Remember|Missing|Find"
    r"|HelpFind|Protect|PrayFor)"
)
_TAG = re.compile(rf"#{_PLEA}_?(?P<name>(?:[A-ZÀ-Þ][a-zà-ÿā-ž'’]+_?){{2,4}})(?!\w)")
_OWN = re.compile(r"(?:my|our)\b", re.I)


def names_in_hashtags(text: str) -> list[str]:
    """Each person's name once, its words parted: "Yusuf Kaplanov" of #FreeYusufKaplanov; no place or body."""
    found = (" ".join(re.findall(r"[A-ZÀ-Þ][^A-ZÀ-Þ_]+", tag["name"])) for tag in _TAG.finditer(text))
    return list(dict.fromkeys(name for name in found if not _is_other(name)))


def name_by_hashtags(text: str, cast: Cast, speakers: Iterable[Referent]) -> None:
    """Gives the name to whom the text calls by a part of it, else to the one whom a speaker calls "my brother" and
    nothing else: only where there is one such name, and one person most spoken of."""
    names = names_in_hashtags(text)
    people = [one for one in cast.referents if one.is_individual and one.mentions]
    for name in names:
        whole = Referent(Sort.PERSON, [name])
        called = [one for one in people if any(is_part(each, whole) for each in one.names)]
        for one in called[:1]:
            one.names += [name] if name not in one.names else []
        if not called and len(names) == 1:
            _name_the_spoken_of(name, people, list(speakers))


def _name_the_spoken_of(name: str, people: list[Referent], speakers: list[Referent]) -> None:
    own = [
        one for one in people if not one.names and one not in speakers and _OWN.match(one.description or "")
    ]
    most = sorted(own, key=lambda one: -len(one.mentions))
    if most and (len(most) == 1 or len(most[0].mentions) > len(most[1].mentions)):
        most[0].names.append(name)


def _is_other(name: str) -> bool:
    parts = {part.casefold() for part in name.split()}
    return bool(parts & words("people", "organisation_names")) or is_known_place(name) or is_outlet_name(name)
