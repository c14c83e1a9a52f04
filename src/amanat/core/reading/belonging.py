"""Ethnicity, nationality, citizenship and religion, where the text gives them to a person.

"Kazakh" may be either an ethnicity or a nationality: "ethnic" or a second such word beside it decides, and so do
"citizen" and "national".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.places import people
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.peoples_beside import beside_names, of_family
from amanat.core.reading.phrases import (
    child,
    children,
    conjuncts,
    is_passive,
    phrase_text,
    prepositions,
    subject,
    subtree_text,
)
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import bare, individual, is_known, token_at, token_before
from amanat.core.reading.stance import read_stance
from amanat.core.reading.wordlists import words


def find_belonging(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    """Each people, state or religion once for each person."""
    seen: set[object] = set()
    for draft in _every(sentence, cast):
        same = "" if draft.kind == "citizenship" else (draft.details or "").casefold()
        whose = id(draft.who[0]) if draft.who else draft.who_text
        keys = {draft.trigger.i, (draft.kind, whose, same)}
        if not keys & seen:
            seen |= keys
            draft.timeless = draft.kind != "citizenship"
            yield draft


def _every(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    yield from _listed(sentence, cast)
    yield from beside_names(sentence, cast)
    for token in sentence.tokens():
        if token.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield from _described(sentence, token, cast)
            yield from _members(sentence, token, cast)
            yield from _citizens(sentence, token, cast)
        if token.pos_ in ("VERB", "AUX"):
            yield from _predicated(sentence, token, cast)
            yield from of_family(sentence, token, cast)


# -- "an ethnic Kazakh", "Chinese national", "the Christian pastor" ------------------------------------------


def _described(sentence: Sentence, noun: Token, cast: Cast) -> Iterator[Draft]:
    who = _whom(noun, cast) or _beside_somebody(noun, cast)
    if who is None or (cast.name_at(noun) is not None and people(noun.text) is None):
        return
    if people(noun.text) is not None and noun.dep_ not in ("compound", "amod", "nmod", "poss"):
        yield from said_of(sentence, noun, noun, who)
    for adjective in _adjectives(noun):
        yield from said_of(sentence, adjective, noun, who)


def _whom(noun: Token, cast: Cast) -> Referent | None:
    """A known person; or a group whose members are counted or called ethnic ("two ethnic Kazakhs")."""
    one = cast.of(noun)
    if one is None or noun.pos_ == "PRON":
        return None
    if one.is_individual:
        return next(
            (person for person in (one, _apposed(noun, cast)) if person is not None and is_known(person)),
            None,
        )
    ethnic = any(part.lower_ == "ethnic" for part in noun.subtree)
    return one if one.sort is Sort.PEOPLE and ethnic and child(noun, "nummod") is not None else None


def _beside_somebody(noun: Token, cast: Cast) -> Referent | None:
    """ "A guard, a Pashtun,": told on purpose of somebody, named or not."""
    article = child(noun, "det")
    told = noun.dep_ == "appos" and article is not None and article.lower_ in ("a", "an")
    return individual(noun.head, cast) if told and people(noun.text) is not None else None


def _apposed(noun: Token, cast: Cast) -> Referent | None:
    return individual(noun.head, cast) if noun.dep_ == "appos" else None


def _adjectives(noun: Token) -> list[Token]:
    found = [part for part in noun.lefts if part.dep_ in ("amod", "compound", "nmod")]
    for part in list(found):
        found.extend(inner for inner in part.lefts if inner.dep_ in ("amod", "compound", "nmod", "advmod"))
    return sorted(found, key=lambda part: part.i)


def said_of(sentence: Sentence, word: Token, noun: Token, person: Referent) -> Iterator[Draft]:
    """What a word for a people, state or religion says of ``person`` where it stands with ``noun``."""
    known = people(word.text)
    if known is None:
        return
    ethnic = word.i > 0 and word.nbor(-1).lower_ == "ethnic"
    citizen = noun.lemma_ in ("national", "citizen") and word.i == noun.i - 1
    if known.religion and not ethnic:
        kind, confidence = "religion", 0.75
    elif ethnic or (
        known.ethnicity and not citizen and (not known.nationality or _beside_another(word, noun))
    ):
        kind, confidence = "ethnicity", 0.85
    elif known.nationality:
        kind = "citizenship" if noun.lemma_ == "citizen" else "nationality"
        confidence = 0.85 if citizen else 0.7
    else:
        return
    yield Draft(kind, sentence, word, [person], details=word.text, confidence=confidence)


def _beside_another(word: Token, noun: Token) -> bool:
    following = word.nbor(1) if word.i + 1 < noun.i else None
    return following is not None and people(following.text) is not None


# -- "a member of the Rohingya minority", "of Uyghur origin" -------------------------------------------------

_GROUPS = frozenset(
    ["minority", "community", "people", "tribe", "clan", "nation", "faith", "church", "denomination"]
)
_ORIGINS = frozenset(
    ["origin", "descent", "ethnicity", "heritage", "background", "parentage", "extraction", "nationality"]
)


def _citizens(sentence: Sentence, noun: Token, cast: Cast) -> Iterator[Draft]:
    """ "Karim Aliyev, a citizen of Uzbekistan,"; "a national of Chad"."""
    if noun.lemma_ not in ("citizen", "national") or noun.dep_ == "attr":
        return
    state = next((thing for word, thing in prepositions(noun) if word == "of"), None)
    name = cast.name_at(state) if state is not None else None
    person = individual(noun, cast) or (individual(noun.head, cast) if noun.dep_ == "appos" else None)
    if state is None or name is None or name.sort is not Sort.PLACE or person is None or not is_known(person):
        return
    kind = "citizenship" if noun.lemma_ == "citizen" else "nationality"
    yield Draft(kind, sentence, noun, [person], details=f"{noun.text} of {name.text}", confidence=0.85)


def _members(sentence: Sentence, noun: Token, cast: Cast) -> Iterator[Draft]:
    if noun.lemma_.casefold() not in _GROUPS | _ORIGINS or noun.head.lower_ not in ("of", "by", "to"):
        return
    word = next((part for part in noun.lefts if people(part.text) is not None), None)
    known = people(word.text) if word is not None else None
    above = noun.head.head
    if known is None or word is None:
        return
    if noun.lemma_.casefold() in _GROUPS and not (above.lemma_ == "member" or above.lemma_ == "belong"):
        return
    holder = _holder(above, cast)
    if holder is None or not (is_known(holder) or above.lemma_ == "belong"):
        return
    of_faith = noun.lemma_.casefold() in ("church", "faith", "denomination")
    religion = known.religion is not None and (of_faith or not known.ethnicity)
    state = noun.lemma_ == "nationality" or not (known.ethnicity or religion)
    kind = "religion" if religion else "nationality" if state else "ethnicity"
    yield Draft(kind, sentence, word, [holder], details=word.text, confidence=0.85)


def _holder(above: Token, cast: Cast) -> Referent | None:
    if above.pos_ in ("VERB", "AUX"):
        holder = subject(above)
        who = (
            [one for one in cast.all_of(holder) if one.sort in (Sort.PERSON, Sort.PEOPLE)]
            if holder is not None
            else []
        )
        return who[0] if len(who) == 1 else None
    if above.dep_ == "attr":
        return individual(subject(above.head), cast)
    return individual(above, cast) or (individual(above.head, cast) if above.dep_ == "appos" else None)


# -- "she is Hazara", "became a citizen in 2013", "holds a Turkish passport" ---------------------------------


def _predicated(sentence: Sentence, verb: Token, cast: Cast) -> Iterator[Draft]:
    lemma = verb.lemma_.casefold()
    holder = subject(verb)
    if (
        lemma not in _VERBS
        or holder is None
        or (is_passive(verb) and lemma not in ("grant", "strip", "deprive"))
    ):
        return
    who = [one for part in conjuncts(holder) if (one := _subject_of(part, cast)) is not None]
    unnamed = None if who else _several(holder)
    stance = read_stance(verb, verb)
    if not (who or unnamed) or stance.ignored:
        return
    for kind, token, details in _VERBS[lemma](verb):
        if unnamed is not None and people(token.text) is None:
            continue
        draft = Draft(kind, sentence, token, who, details=details, who_text=unnamed, confidence=0.8)
        draft.polarity, draft.modality = stance.polarity, stance.modality
        if lemma in ("strip", "deprive", "renounce", "lose"):
            draft.details = f"{verb.text} {details}"
        yield draft


def _subject_of(token: Token, cast: Cast) -> Referent | None:
    one = cast.of(token)
    return one if one is not None and one.sort in (Sort.PERSON, Sort.PEOPLE) else None


def _several(holder: Token) -> str | None:
    """ "133 of them are Tatars", "most of the dead were Copts": a share that stands for itself."""
    share = holder.pos_ == "NUM" or holder.lower_ in (
        "all",
        "both",
        "most",
        "many",
        "some",
        "several",
        "none",
    )
    return phrase_text(holder) if share else None


_Found = Iterator[tuple[str, Token, str]]


def _be(verb: Token) -> _Found:
    for part in children(verb, "acomp", "attr"):
        known = people(part.text)
        if known is not None:
            kind = (
                "religion"
                if known.religion
                else "ethnicity"
                if known.ethnicity and not known.nationality
                else "nationality"
            )
            ethnic = any(inner.lower_ in ("ethnic", "ethnically") for inner in part.children)
            yield ("ethnicity" if ethnic else kind), part, subtree_text(part)
        elif part.lemma_ == "citizen":
            yield (
                "citizenship",
                part,
                bare(part) if len(part.doc[part.left_edge.i : part.i + 1]) > 1 else part.text,
            )


def _become(verb: Token) -> _Found:
    yield from _be(verb)
    citizen = next(
        (part for part in children(verb, "dobj", "npadvmod", "nsubj") if part.lemma_ == "citizen"), None
    )
    if citizen is not None:
        yield "citizenship", citizen, bare(citizen)


def _hold(verb: Token) -> _Found:
    """A passport counts with the state that gave it; "got her passport back" says nothing of citizenship."""
    for thing in children(verb, "dobj", "nsubjpass", "oprd"):
        state = any(people(part.text) is not None for part in thing.lefts)
        if thing.lemma_ in ("citizenship", "nationality") or (thing.lemma_ == "passport" and state):
            yield "citizenship", thing, bare(thing)


def _strip(verb: Token) -> _Found:
    for word, thing in prepositions(verb):
        if word == "of" and thing.lemma_ in ("citizenship", "nationality"):
            yield "citizenship", thing, f"of {bare(thing)}"


def _convert(verb: Token) -> _Found:
    for word, thing in prepositions(verb):
        if word == "to" and thing.text in words("statuses", "religions"):
            yield "religion", thing, thing.text


def _practise(verb: Token) -> _Found:
    for thing in children(verb, "dobj"):
        if thing.text in words("statuses", "religions"):
            yield "religion", thing, thing.text


_VERBS = {
    "be": _be, "become": _become, "remain": _be, "identify": _be,
    "hold": _hold, "have": _hold, "take": _hold, "obtain": _hold, "receive": _hold,
    "acquire": _hold, "get": _hold,
    "grant": _hold, "give": _hold, "renounce": _hold, "lose": _hold, "possess": _hold, "gain": _hold,
    "strip": _strip, "deprive": _strip, "convert": _convert, "practise": _practise,
    "practice": _practise, "follow": _practise,
}  # fmt: skip


# -- "Nadira Osmon, female, Kyrgyz, born …"; "both Chinese citizens" -----------------------------------------

_LISTED = re.compile(
    r",\s*(?:male|female|man|woman|m|f|\d{1,2})\s*,\s*(?:ethnic )?(?P<word>[A-Z]\w+)(?=\s*[,.;(]|$)"
)
_ETHNIC = re.compile(r"[,(–—]\s*an? ethnic[- ](?P<word>[A-Z]\w+)(?= from\b| who\b| in\b| and\b|\s*[,.;)])")
_BOTH = re.compile(r"\b(?:both|all) (?P<word>[A-Z]\w+) (?:citizens?|nationals?)\b")


def _listed(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    for found in [*_LISTED.finditer(sentence.text), *_ETHNIC.finditer(sentence.text)]:
        token = token_at(sentence, found.start("word"))
        person = individual(token_before(sentence, found.start()), cast)
        known = people(found["word"])
        called = found.re is _ETHNIC  # "an ethnic Ede": whatever word stands there is a people's
        if token is not None and person is not None and (known is not None or called):
            kind = "ethnicity" if known is None or known.ethnicity else "nationality"
            yield Draft(kind, sentence, token, [person], details=found["word"], confidence=0.85)
    for found in _BOTH.finditer(sentence.text):
        token = token_at(sentence, found.start("word"))
        who = _persons_before(sentence, found.start(), cast)
        if token is not None and len(who) > 1 and people(found["word"]) is not None:
            yield Draft("citizenship", sentence, token, who[-2:], details=found["word"], confidence=0.75)


def _persons_before(sentence: Sentence, offset: int, cast: Cast) -> list[Referent]:
    at = sentence.span.start_char + offset
    found: list[Referent] = []
    for token in sentence.tokens():
        one = individual(token, cast) if token.idx < at else None
        if one is not None and one not in found:
            found.append(one)
    return found
