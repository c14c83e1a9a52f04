"""Who may have done an act: persons, groups, bodies and states; never a thing, a journey or a heading."""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.names import Sort
from amanat.core.reading.nouns import is_body_noun
from amanat.core.reading.phrases import is_passive, prepositions, subject
from amanat.core.reading.wordlists import noun_lemma, words

_BODIES = frozenset(
    """administration agency alliance army assembly assize authority bank battalion bench board brigade branch bureau
    cabinet camp cell chamber clan coalition column command commission committee company congress consulate contingent
    convoy corps council court crew crowd delegation department detachment directorate district division embassy
    employer enterprise establishment faction factory family firm fleet force forces gang garrison government group
    guard hospital household institution jirga judiciary junta jury leadership legislature mafia majority management
    ministry mission mob monarchy movement navy neighbourhood network office opposition panel parliament parish
    party patrol platoon police posse prefecture presidency prison prosecution prosecutor regime regiment republic
    school secretariat senate service side squad squadron staff state station syndicate team tribe tribunal troop
    union unit university village wing""".split()
)


def can_act(token: Token, cast: Cast) -> bool:
    """Whether a noun phrase names somebody or a body that acts: "the men", "a patrol", "Beijing"; not "the arms",
    "an order", "her work"."""
    one = cast.of(token)
    if one is not None:
        return one.sort is not Sort.OTHER
    if token.pos_ == "PRON":
        return cast.person_like(token)
    if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT"):
        return False
    lemma = noun_lemma(token)
    return (
        token.pos_ == "PROPN"
        or cast.person_like(token)
        or is_body_noun(token)
        or lemma in _BODIES
        or any(
            lemma in words("people", entry) for entry in ("government", "organisation", "official", "media")
        )
    )


def doers(clause: Token, cast: Cast) -> list[Token]:
    """The verb's own subject, or whom its passive names after "by"; nobody for a thing."""
    if clause.pos_ not in ("VERB", "AUX"):
        return []
    if is_passive(clause):
        named = [thing for word, thing in prepositions(clause) if word == "by"]
    else:
        holder = subject(clause)
        named = [holder] if holder is not None else []
    return [one for one in named if can_act(one, cast)]
