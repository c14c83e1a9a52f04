"""The act lexicon: which verb, noun or phrase tells of which act, under which conditions. Data, loaded once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from amanat.core.places import facility_kind
from amanat.core.reading.cast import Cast
from amanat.core.reading.custody import in_custody
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import (
    children,
    conjuncts,
    fronted,
    had_done,
    is_passive,
    prepositions,
    subject,
)
from amanat.core.reading.wordlists import lexicon, words


@dataclass(frozen=True)
class Frame:
    """One entry of lexicon/acts.yaml."""

    kind: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    phrases: tuple[str, ...]
    needs: tuple[dict[str, Any], ...]
    unless: tuple[dict[str, Any], ...]
    who: tuple[str, ...]
    by: str
    as_kind: str | None
    flips: bool
    """A "not" belongs to the act itself ("has not been seen since") and denies nothing."""
    modality: str | None
    example: str


@cache
def frames() -> tuple[Frame, ...]:
    """Those that ask for more than one word first: they say more of what was done."""
    return tuple(_frame(entry) for name in ("light", "harm", "acts") for entry in lexicon(name))


def _frame(entry: dict[str, Any]) -> Frame:
    who = entry.get("who", "object")
    return Frame(
        kind=entry["kind"],
        verbs=frozenset(entry.get("verbs", ())),
        nouns=frozenset(entry.get("nouns", ())),
        phrases=tuple(entry.get("phrases", ())),
        needs=tuple(entry.get("needs", ())),
        unless=tuple(entry.get("unless", ())),
        who=tuple(who) if isinstance(who, list) else (who,),
        by=entry.get("by", "subject"),
        as_kind=entry.get("as"),
        flips=bool(entry.get("flips", False)),
        modality=entry.get("modality"),
        example=entry["example"],
    )


@cache
def by_verb() -> dict[str, tuple[Frame, ...]]:
    return _index("verbs")


@cache
def by_noun() -> dict[str, tuple[Frame, ...]]:
    """Frames by the noun itself, or by the last word of a phrase ("electric shocks" by "shock")."""
    found = {lemma: list(entries) for lemma, entries in _index("nouns").items()}
    for frame in frames():
        for phrase in frame.phrases:
            last = phrase.rsplit(" ", 1)[-1]
            for lemma in {last, last.removesuffix("s")}:
                entries = found.setdefault(lemma, [])
                if frame not in entries:
                    entries.append(frame)
    return {lemma: tuple(entries) for lemma, entries in found.items()}


def _index(field: str) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames():
        for lemma in getattr(frame, field):
            found[lemma].append(frame)
    return {lemma: tuple(entries) for lemma, entries in found.items()}


def fits(frame: Frame, trigger: Token, cast: Cast) -> bool:
    """Whether one of the entry's conditions holds and none of its exceptions; without conditions it always fits."""
    if any(_holds(need, trigger, cast) for need in frame.unless):
        return False
    return not frame.needs or any(_holds(need, trigger, cast) for need in frame.needs)


def _holds(need: dict[str, Any], trigger: Token, cast: Cast) -> bool:
    return all(_CONDITIONS[name](wanted, trigger, cast) for name, wanted in need.items())


def _particle(wanted: list[str], trigger: Token, cast: Cast) -> bool:
    return any(part.lower_ in wanted for part in children(trigger, "prt", "advmod", "ccomp", "xcomp", "prep"))


def _object(wanted: list[str], trigger: Token, cast: Cast) -> bool:
    things = children(trigger, "dobj", "nsubjpass") or had_done(trigger) or fronted(trigger)
    if trigger.lemma_ == "spend":
        things = things + children(trigger, "npadvmod")
    if not things and is_passive(trigger):
        inherited = subject(trigger)
        things = [inherited] if inherited is not None else []
    return any(_noun_in(part, wanted, cast) for thing in things for part in (thing, *_counted(thing)))


def _prep(wanted: dict[str, list[str]], trigger: Token, cast: Cast) -> bool:
    return any(word in wanted and _noun_in(thing, wanted[word], cast) for word, thing in _around(trigger))


def _around(trigger: Token) -> Iterator[tuple[str, Token]]:
    """Prepositions under a word; for a noun also those that the parser hung on "of …": "the death of the imam in
    custody"."""
    if trigger.lemma_ == "spend":
        for thing in children(trigger, "dobj"):
            yield from prepositions(thing)
    for word, thing in prepositions(trigger):
        yield word, thing
        if word == "of" and trigger.pos_ == "NOUN":
            yield from prepositions(thing)


def _clause(wanted: bool, trigger: Token, cast: Cast) -> bool:
    return bool(children(trigger, "xcomp", "ccomp")) is wanted


def _complement(wanted: list[str], trigger: Token, cast: Cast) -> bool:
    parts = children(trigger, "acomp", "oprd", "attr", "ccomp", "xcomp", "advmod")
    things = children(trigger, "dobj")
    parts += things[1:] if len(things) > 1 else things if is_passive(trigger) else []
    return any(part.lemma_.casefold() in wanted or part.lower_ in wanted for part in parts)


def _adverb(wanted: list[str], trigger: Token, cast: Cast) -> bool:
    return any(part.lower_ in wanted for part in trigger.children)


def _passive(wanted: bool, trigger: Token, cast: Cast) -> bool:
    return is_passive(trigger) is wanted


def _modifier(wanted: list[str], trigger: Token, cast: Cast) -> bool:
    inner = [part for part in trigger.subtree if part.i < trigger.i]
    return any(part.lemma_.casefold() in wanted or part.lower_ in wanted for part in inner)


def _beside(wanted: list[str], trigger: Token, cast: Cast) -> bool:
    """Words that stand somewhere in the same clause: "their whereabouts are not known"."""
    text = f" {' '.join(token.lower_ for token in trigger.head.subtree)} "
    return any(f" {phrase} " in text for phrase in wanted)


def _negated(wanted: bool, trigger: Token, cast: Cast) -> bool:
    holder = subject(trigger)
    nobody = holder is not None and (
        holder.lower_ in ("neither", "none", "nobody")
        or any(part.lower_ in ("no", "not") for part in holder.subtree if part.i < holder.i)
    )
    own = any(part.dep_ == "neg" or part.lower_ == "never" for part in trigger.children)
    return (own or nobody) is wanted


def _lacks(wanted: list[str], trigger: Token, cast: Cast) -> bool:
    """An object that is said not to be there: "has no access"."""
    without = [
        thing
        for thing in children(trigger, "dobj")
        if any(part.lower_ in ("no", "neither") for part in children(thing, "det"))
    ]
    return any(_noun_in(thing, wanted, cast) for thing in without)


def _auxiliary(wanted: list[str], trigger: Token, cast: Cast) -> bool:
    return any(part.lemma_ in wanted or part.lower_ in wanted for part in children(trigger, "aux"))


def _counted(number: Token) -> list[Token]:
    """Of "32 of the prisoners", the prisoners."""
    return [thing for word, thing in prepositions(number) if word == "of"]


def _without(wanted: bool, trigger: Token, cast: Cast) -> bool:
    return (trigger.dep_ == "pobj" and trigger.head.lower_ == "without") is wanted


def _custodial(wanted: bool, trigger: Token, cast: Cast) -> bool:
    return in_custody(trigger, cast) is wanted


def _reprisal(wanted: bool, trigger: Token, cast: Cast) -> bool:
    """It happens to somebody's kin, and the sentence says that it is for what that somebody did."""
    holders = [*children(trigger, "dobj", "nsubjpass"), subject(trigger)]
    kin = any(one is not None and one.lemma_.casefold() in words("people", "kin") for one in holders)
    text = f" {trigger.sent.text.casefold()} "
    return (kin and any(sign in text for sign in _ON_ACCOUNT)) is wanted


def _clause_kin(wanted: bool, trigger: Token, cast: Cast) -> bool:
    things = [
        thing for deed in children(trigger, "xcomp", "ccomp") for thing in children(deed, "dobj", "nsubj")
    ]
    return any(thing.lemma_.casefold() in words("people", "kin") for thing in things) is wanted


_ON_ACCOUNT = (
    "retaliation", "reprisal", "revenge", "because of ", "in response to", "punish", "because he ", "because she ",
    "because i ", "after he spoke", "after she spoke", "after i spoke", "after he fled", "after she fled", "kinship",
    "after the trial began", "on account of", "for his activ", "for her activ", "for my activ", "to pressure him",
    "to pressure her", "to silence", "after he gave", "after she gave", "after he left", "after she left",
    "his work abroad", "her work abroad", "my work abroad", "two days later", "the following week", "to force him",
    "to force her", "to make him", "to make her", "as hostage", "due to nothing but", "for speaking out",
)  # fmt: skip


def _told_to(wanted: dict[str, list[str]], trigger: Token, cast: Cast) -> bool:
    """An order to do something: "told her to leave the country"."""
    deeds = [part for part in _deeds(trigger) if part.lemma_ in wanted]
    return any(
        _noun_in(thing, wanted[deed.lemma_], cast) for deed in deeds for thing in children(deed, "dobj")
    )


def _subject(wanted: list[str], trigger: Token, cast: Cast) -> bool:
    found = subject(trigger)
    return found is not None and any(
        _noun_in(part, wanted, cast) for part in [*conjuncts(found), *_counted(found)]
    )


def _term(wanted: bool, trigger: Token, cast: Cast) -> bool:
    """Years or months as what somebody was given: "got six years", "was handed 18 months in prison"."""
    things = children(trigger, "dobj", "attr", "oprd", "npadvmod", "dative")
    return any(is_term(thing) for thing in things) is wanted


def _deed(wanted: list[str], trigger: Token, cast: Cast) -> bool:
    """What somebody is sent or told to do: "sent to study", "three days to leave the country"."""
    return any(part.lemma_ in wanted for part in _deeds(trigger))


def _deeds(trigger: Token) -> list[Token]:
    bearers = [trigger, *children(trigger, "dobj")]
    return [part for one in bearers for part in children(one, "xcomp", "ccomp", "advcl", "relcl", "acl")]


def _question(wanted: bool, trigger: Token, cast: Cast) -> bool:
    """A question as the object: "asked who had sent us", "asked me where he was"."""
    words_ = ("who", "whom", "where", "why", "what", "which", "when", "how", "whether", "if")
    return any(part.lower_ in words_ and part.i > trigger.i for part in trigger.subtree) is wanted


_TIMES = frozenset("after before since when while until once as".split())


def _dating(wanted: bool, trigger: Token, cast: Cast) -> bool:
    """Whether it only says when something else was: "a week after the trial began"."""
    marks = [part.lower_ for part in children(trigger, "mark", "advmod")]
    return (trigger.dep_ in ("advcl", "pcomp") and any(mark in _TIMES for mark in marks)) is wanted


def _bare(wanted: bool, trigger: Token, cast: Cast) -> bool:
    return wanted


_CONDITIONS: dict[str, Callable[[Any, Token, Cast], bool]] = {
    "particle": _particle,
    "object": _object,
    "prep": _prep,
    "clause": _clause,
    "complement": _complement,
    "adverb": _adverb,
    "passive": _passive,
    "modifier": _modifier,
    "beside": _beside,
    "negated": _negated,
    "told_to": _told_to,
    "subject": _subject,
    "term": _term,
    "deed": _deed,
    "question": _question,
    "bare": _bare,
    "dating": _dating,
    "auxiliary": _auxiliary,
    "lacks": _lacks,
    "without": _without,
    "custodial": _custodial,
    "reprisal": _reprisal,
    "clause_kin": _clause_kin,
}


def _noun_in(thing: Token, wanted: list[str], cast: Cast) -> bool:
    return any(_is(thing, word, cast) for word in wanted)


def _is(thing: Token, word: str, cast: Cast) -> bool:
    if word == "any":
        return True
    if word == "facility":
        return is_facility(thing, cast)
    if word == "place":
        return is_place(thing, cast)
    if word == "land":
        return is_land(thing, cast)
    if word == "confinement":
        return is_facility(thing, cast) and confines(thing, cast)
    if word == "person":
        return cast.person_like(thing)
    if word == "kin":
        return thing.lemma_.casefold() in words("people", "kin")
    compound = " ".join(
        [*(part.lower_ for part in children(thing, "compound", "amod")), thing.lemma_.casefold()]
    )
    return thing.lemma_.casefold() == word or thing.lower_ == word or f" {compound}".endswith(f" {word}")


def is_facility(thing: Token, cast: Cast) -> bool:
    """A camp, prison, police station …, by its noun or by its name."""
    name = cast.name_at(thing)
    if name is not None and name.sort not in (Sort.PERSON, Sort.PEOPLE):
        return facility_kind(name.text) is not None
    return thing.pos_ in ("NOUN", "PROPN") and facility_kind(_with_compounds(thing)) is not None


def confines(thing: Token, cast: Cast) -> bool:
    """A facility in which people are held against their will, and not one that is open to all."""
    name = cast.name_at(thing)
    kind = facility_kind(name.text if name is not None else _with_compounds(thing))
    return kind is not None and (kind.holds == "held" or kind.kind in ("camp", "training centre"))


_TERMS = frozenset("year month life".split())
_NO_PUNISHMENT = frozenset(
    "training work support treatment education experience help salary pay schooling age study therapy".split()
)


def is_term(thing: Token) -> bool:
    """ "six years", "18 months in prison": a number of years, which is no age and no time of the year."""
    if any(word == "of" and inner.lemma_ in _NO_PUNISHMENT for word, inner in prepositions(thing)):
        return False
    if thing.lemma_ == "life":
        return any(word in ("in", "behind") for word, _ in prepositions(thing))
    return thing.lemma_ in _TERMS and bool(
        children(thing, "nummod", "quantmod", "amod", "advmod")
        or any(part.pos_ == "NUM" for part in thing.lefts)
    )


def _with_compounds(thing: Token) -> str:
    return " ".join([*(part.text for part in children(thing, "compound", "amod", "nmod")), thing.lemma_])


_PLACE_NOUNS = frozenset(
    (
        "home country abroad border city town village province region capital district homeland island "
        "mountain county neighbourhood neighborhood suburb state territory prefecture frontier"
    ).split()
)


def is_land(thing: Token, cast: Cast) -> bool:
    """A named country, region or town; or home, abroad, exile."""
    name = cast.name_at(thing)
    if name is not None:
        return name.sort is Sort.PLACE and facility_kind(name.text) is None
    return thing.lemma_ in ("abroad", "country", "exile", "homeland")


def is_place(thing: Token, cast: Cast) -> bool:
    name = cast.name_at(thing)
    if name is not None:
        return name.sort is Sort.PLACE or is_facility(thing, cast)
    return thing.lemma_ in _PLACE_NOUNS or is_facility(thing, cast)
