"""To whom a verb's act happened and who did it, by the verb's own grammar: object, subject, receiver, owner of the
hands that were tied.
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.frames import Frame
from amanat.core.reading.nouns import is_person_noun
from amanat.core.reading.phrases import child, children, fronted, had_done, is_passive, prepositions, subject
from amanat.core.reading.wordlists import noun_lemma, words

_GIVING = frozenset("hand give send deny refuse grant offer show pay return lend sell teach".split())
"""Verbs whose passive has the receiver as subject: "she was handed back her passport"."""
BODY = frozenset(
    (
        "hand foot leg arm head face body eye finger toe sole wrist ankle back chest tooth nail skin rib "
        "neck mouth ear nose knee shoulder hair beard jaw skull bone stomach throat fingernail toenail "
        "genital testicle groin scalp waist shin knuckle belly body corpse remains remain life breast thigh buttock"
    ).split()
)


def who_of_verb(frame: Frame, verb: Token) -> list[Token]:
    for place in frame.who:
        if place == "context":
            continue
        found = _WHO[place](verb) if place in _WHO else _after_preposition(verb, place)
        if found:
            alike = _companions(verb) if place in ("object", "subject") else []
            return [_bearer(_owner_of_body(token), frame) for token in [*found, *alike]]
    return []


_MOVING = frozenset(
    "flee escape arrive leave cross travel return come go depart walk run board vanish disappear swim march".split()
)

_ONE_BY_ONE = frozenset("arrest detain abduct kidnap deport imprison jail expel execute kill".split())
"""What befalls each of those who are named together."""


def _companions(verb: Token) -> list[Token]:
    """ "Was arrested together with two nurses", "fled with forty others", "convicted him with ninety-nine others": it
    befell them too."""
    if not (is_passive(verb) or children(verb, "dobj") or verb.lemma_ in _MOVING):
        return []
    return [
        thing
        for word, thing in prepositions(verb)
        if word in ("along", "together", "alongside")
        or (word == "with" and (_is_company(thing) or (verb.lemma_ in _ONE_BY_ONE and _is_kin(thing))))
    ]


def _is_kin(thing: Token) -> bool:
    """ "Was arrested with his younger brother"."""
    return noun_lemma(thing) in words("people", "kin") and child(thing, "poss") is not None


def _is_company(thing: Token) -> bool:
    before = thing.doc[max(thing.left_edge.i - 2, 0)].lower_
    marks = {part.lower_ for part in thing.children}
    if thing.lower_ == "others" or "other" in marks or before in ("together", "along"):
        return True
    lemma = noun_lemma(thing)
    if not is_person_noun(thing) or lemma in words("people", "official") | words("people", "kin"):
        return False
    counted = any(part.dep_ == "nummod" for part in thing.children) or bool(marks & {"several", "many"})
    return counted or (
        lemma in ("colleague", "friend", "neighbour", "neighbor") and bool(children(thing, "poss"))
    )


def by_of_verb(frame: Frame, verb: Token) -> list[Token]:
    if frame.by == "none":
        return []
    if is_passive(verb) or verb.dep_ in ("acl", "amod"):
        return [thing for word, thing in prepositions(verb) if word == "by" and not _is_manner(thing)]
    found = subject(verb)
    return [found] if found is not None and found not in object_of(verb) else []


_STAND_FOR_THEM = {
    "prosecution": ("name", "case", "file"),
    "enforced disappearance": ("name", "whereabouts", "fate"),
}


def _bearer(token: Token, frame: Frame) -> Token:
    """ "Her name is on a list of people to be deported" is about her."""
    if token.lemma_ in _STAND_FOR_THEM.get(frame.kind, ("name",)):
        return child(token, "poss") or next(
            (whose for word, whose in prepositions(token) if word == "of"), token
        )
    if token.lemma_ == "people" and token.head.lower_ == "of" and token.head.head.lemma_ == "list":
        listed = subject(token.head.head.head.head) if token.head.head.head.lower_ == "on" else None
        return _bearer(listed, frame) if listed is not None and listed.lemma_ != "people" else token
    return token


def object_of(verb: Token) -> list[Token]:
    """Whom the verb happened to; "they tied our hands" happened to us."""
    return [_owner_of_body(thing) for thing in _direct_object_of(verb)]


def _owner_of_body(thing: Token) -> Token:
    if thing.lemma_ in BODY and child(thing, "appos", "compound") is None:  # "the deputy head, Ana Lim"
        whose = next((inner for word, inner in prepositions(thing) if word == "of"), None)
        return child(thing, "poss") or whose or _having(thing) or thing
    if thing.lemma_ in ("sole", "back", "top") or any(part.lower_ == "of" for part in thing.children):
        for word, inner in prepositions(thing):
            if word == "of" and inner.lemma_ in BODY:
                return child(inner, "poss") or thing
    return thing


def _having(thing: Token) -> Token | None:
    """ "He had two ribs broken": whose they are is said by the having."""
    had = thing.head
    broken = had.lemma_ == "have" and thing.dep_ == "dobj" and child(thing, "acl") is not None
    own = subject(had.head) if had.lemma_ == "have" and thing.dep_ == "nsubj" else None
    return subject(had) if broken else own


def _direct_object_of(verb: Token) -> list[Token]:
    if verb.dep_ == "amod":
        return [verb.head]
    if verb.pos_ == "ADJ":
        held = subject(verb)
        return [held] if held is not None else []
    if had_done(verb):
        return had_done(verb)
    if is_passive(verb) and children(verb, "dobj") and verb.lemma_ in _GIVING:
        return children(verb, "dobj")
    if is_passive(verb):
        under = subject(verb)
        return [under] if under is not None else []
    things = children(verb, "dobj")
    small_clause = child(verb, "ccomp")
    if not things and small_clause is not None and (small_clause.pos_ != "VERB" or verb.lemma_ == "let"):
        things = children(small_clause, "nsubj")
    if not things and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, "nsubj"):
        return _shared_object(verb)
    return things or fronted(verb) or _unmarked_passive(verb)


_ALWAYS_TO_SOMEBODY = frozenset(
    (
        "arrest detain jail imprison sentence convict charge abduct kidnap hold deport extradite fine fin indict "
        "behead execute torture rape expel"
    ).split()
)


def _unmarked_passive(verb: Token) -> list[Token]:
    """ "Women held at the camp said …", "Teacher jailed for six years": no object where there must be one."""
    if verb.lemma_ not in _ALWAYS_TO_SOMEBODY or verb.tag_ not in ("VBD", "VBN"):
        return []
    if children(verb, "ccomp", "xcomp", "prt", "aux") or verb.dep_ == "relcl":
        return []
    own = child(verb, "nsubj")
    return [own] if own is not None and own.pos_ != "PRON" else []


def _shared_object(verb: Token) -> list[Token]:
    """ "They beat and starved him": the object stands with the last verb only."""
    later = [part for part in verb.children if part.dep_ == "conj"]
    return children(later[0], "dobj") if later else []


def subject_of(verb: Token) -> list[Token]:
    if (
        is_passive(verb)
        and verb.lemma_ not in ("be",)
        and child(verb, "nsubjpass") is None
        and verb.dep_ == "amod"
    ):
        return [verb.head]
    found = subject(verb)
    return [found] if found is not None else []


def _dative_of(verb: Token) -> list[Token]:
    return children(verb, "dative", "iobj") or (subject_of(verb) if is_passive(verb) else [])


def _owners_of(verb: Token) -> list[Token]:
    """Whose the thing is: "shaved off his beard", "the confession of the trader was obtained"."""
    found: list[Token] = []
    for thing in _direct_object_of(verb) or subject_of(verb):
        whose = child(thing, "poss") or next((one for word, one in prepositions(thing) if word == "of"), None)
        found.extend([whose] if whose is not None else [])
    return found


def _attributes_of(verb: Token) -> list[Token]:
    """ "Among the dead was a teacher"."""
    return children(verb, "attr")


def _of_the_clause(verb: Token) -> list[Token]:
    """Of "threatened to kill me", me."""
    return [one for deed in children(verb, "xcomp", "ccomp") for one in object_of(deed)]


def _receiver_in_the_clause(verb: Token) -> list[Token]:
    """Of "failed to give him his insulin", him."""
    return [one for deed in children(verb, "xcomp", "ccomp") for one in children(deed, "dative", "iobj")]


def _whose_place(verb: Token) -> list[Token]:
    """Whose the thing is that the verb reaches: "shots were fired at her door", "a rifle butt into his chest"."""
    around = [verb, *children(verb, "dobj", "nsubjpass")]
    things = [thing for one in around for word, thing in prepositions(one) if word in _REACHING]
    return [owner for thing in things for owner in children(thing, "poss")]


_REACHING = frozenset("at into in on onto against to from over under around across through".split())


def _owners_in_the_clause(verb: Token) -> list[Token]:
    """Of "threatened to take her house", her."""
    things = [thing for deed in children(verb, "xcomp", "ccomp") for thing in children(deed, "dobj", "nsubj")]
    return [owner for thing in things for owner in children(thing, "poss")]


_WHO = {
    "whose": _whose_place, "clause_owner": _owners_in_the_clause,
    "object": object_of, "subject": subject_of, "dative": _dative_of, "owner": _owners_of,
    "attribute": _attributes_of, "clause": _of_the_clause, "clause_dative": _receiver_in_the_clause,
    "object_person": object_of,
}  # fmt: skip


def _after_preposition(verb: Token, word: str) -> list[Token]:
    # "asked for 19 years for him", "a confession from her": the parser may hang it on the noun.
    things = [verb, *children(verb, "dobj", "nsubjpass", "nsubj")]
    found = [one for thing in things for preposition, one in prepositions(thing) if preposition == word]
    if word in ("for", "against"):
        found += [one for noun in found for preposition, one in prepositions(noun) if preposition == word]
    if not found and word == "from":
        things = children(verb, "dobj", "nsubjpass") or had_done(verb)
        found = [owner for thing in things for owner in children(thing, "poss")] or [
            owner for thing in things for preposition, owner in prepositions(thing) if preposition == "of"
        ]
    return found


def _is_manner(thing: Token) -> bool:
    return thing.pos_ == "VERB" or thing.lemma_ in BODY or thing.ent_type_ in ("DATE", "TIME", "CARDINAL")
