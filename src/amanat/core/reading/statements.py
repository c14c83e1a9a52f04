"""Statements about acts: accusation, denial, assessment, notification, appeal for help, intervention, policy."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.claim import TellerRole
from amanat.core.places import government_of
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
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
from amanat.core.reading.stance import read_stance
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.where import Places
from amanat.core.reading.wordlists import words


def find_statements(sentence: Sentence, cast: Cast, tellers: Tellers, places: Places) -> Iterator[Draft]:
    for verb in sentence.tokens():
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        for rule in _RULES:
            draft = rule(sentence, verb, cast, tellers, places)
            if draft is not None:
                stance = read_stance(verb, verb)
                if not stance.ignored and draft.kind != "denial":
                    draft.polarity, draft.modality = stance.polarity, stance.modality
                yield draft
                break


def _speaker(verb: Token, tellers: Tellers, sentence: Sentence, cast: Cast) -> list[Told]:
    holder = subject(verb)
    if holder is None or is_passive(verb):
        return []
    referent = cast.of(holder)
    if referent is None and holder.pos_ == "PRON":
        return []
    name = referent.label if referent is not None else phrase_text(holder)
    return [Told(referent, name, tellers.role(holder, referent))]


def _referents(tokens: list[Token], cast: Cast) -> list[Referent]:
    return [one for token in tokens for one in cast.all_of(token)]


def _accusation(
    sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, places: Places
) -> Draft | None:
    if verb.lemma_ not in ("accuse", "blame", "suspect"):
        return None
    crimes = [thing for word, thing in prepositions(verb) if word in ("of", "for")]
    if not crimes or not any(
        thing.lemma_ in words("statements", "crimes") or _is_crime_clause(thing) for thing in crimes
    ):
        return None
    accused = children(verb, "dobj", "nsubjpass") or (
        [subject(verb)] if is_passive(verb) and subject(verb) is not None else []
    )
    who = _referents([token for token in accused if token is not None], cast)
    if not who:
        return None
    teller = _speaker(verb, tellers, sentence, cast) or [
        Told(None, "unnamed accusers", TellerRole.UNNAMED_SOURCE)
    ]
    by = [one.referent for one in teller if one.referent is not None]
    details = subtree_text(crimes[0])
    return Draft("accusation", sentence, verb, who, by, details=details, told_by=teller, confidence=0.85)


def _is_crime_clause(thing: Token) -> bool:
    return thing.pos_ == "VERB" and any(
        inner.lemma_ in words("statements", "crimes") for inner in thing.subtree
    )


def _denial(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, places: Places) -> Draft | None:
    teller = _speaker(verb, tellers, sentence, cast)
    if not teller:
        return None
    lemma = verb.lemma_
    if lemma in words("telling", "denying"):
        denied = child(verb, "dobj", "ccomp", "xcomp")
        if denied is None or (denied.dep_ == "dobj" and not _is_allegation(denied)):
            return None
        return Draft(
            "denial",
            sentence,
            verb,
            told_by=teller,
            by=_by(teller),
            who_text=phrase_text(denied),
            details=subtree_text(denied),
            confidence=0.8,
        )
    if lemma in words("telling", "verbs") or lemma in ("call", "describe", "dismiss"):
        said = child(verb, "ccomp") or (verb if lemma in ("call", "describe") else None)
        official = teller[0].role in (TellerRole.GOVERNMENT, TellerRole.OFFICIAL) or _is_government(teller[0])
        if said is None or not official or not _downplays(said):
            return None
        about = child(said, "nsubj", "nsubjpass") or child(verb, "dobj")
        text = phrase_text(about) if about is not None else None
        return Draft(
            "denial",
            sentence,
            verb,
            told_by=teller,
            by=_by(teller),
            who_text=text,
            details=subtree_text(said, leaving=frozenset({"nsubj", "mark"})),
            confidence=0.75,
        )
    return None


def _by(tellers: list[Told]) -> list[Referent]:
    return [one.referent for one in tellers if one.referent is not None]


def _is_government(teller: Told) -> bool:
    return government_of(teller.name) is not None or teller.name.casefold().endswith(
        ("party", "government", "authorities")
    )


def _is_allegation(thing: Token) -> bool:
    return thing.lemma_ in words("statements", "allegations") or any(
        part.lemma_ in words("statements", "allegations") for part in thing.subtree
    )


def _downplays(said: Token) -> bool:
    text = said.doc[said.left_edge.i : said.right_edge.i + 1].text.casefold()
    return any(
        f" {sign} " in f" {text} ".replace(",", " ").replace(".", " ")
        for sign in words("statements", "downplaying")
    )


def _assessment(
    sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, places: Places
) -> Draft | None:
    if verb.lemma_ not in words("telling", "verbs") and verb.lemma_ not in (
        "consider",
        "determine",
        "rule",
        "deem",
    ):
        return None
    said = child(verb, "ccomp", "xcomp")
    if said is None:
        return None
    judged = next(
        (
            part
            for part in children(said, "acomp", "attr", "oprd")
            if part.lemma_.casefold() in words("statements", "assessed")
        ),
        None,
    )
    teller = _speaker(verb, tellers, sentence, cast)
    if judged is None or not teller or not _can_assess(teller[0]):
        return None
    about = child(said, "nsubj", "nsubjpass")
    if about is None:
        return None
    owner = child(about, "poss")
    who = _referents([owner], cast) if owner is not None else cast.all_of(about)
    who_text = None if who and not owner else _owned_text(about, owner, who)
    return Draft(
        "assessment",
        sentence,
        verb,
        [] if who_text else who,
        _by(teller),
        who_text=who_text,
        told_by=teller,
        details=subtree_text(judged),
        confidence=0.8,
    )


def _owned_text(about: Token, owner: Token | None, who: list[Referent]) -> str:
    if owner is not None and who:
        return f"{who[0].label}’s {about.text}"
    return phrase_text(about)


def _can_assess(teller: Told) -> bool:
    noun = teller.referent.noun if teller.referent is not None else teller.name.rsplit(" ", 1)[-1]
    return teller.role in (
        TellerRole.OFFICIAL,
        TellerRole.ORGANISATION,
        TellerRole.GOVERNMENT,
    ) or noun in words("statements", "assessors")


def _notification(
    sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, places: Places
) -> Draft | None:
    if verb.lemma_ in ("receive", "get", "give", "send", "serve", "hand"):
        notice = next(
            (part for part in children(verb, "dobj") if part.lemma_ in words("statements", "notices")), None
        )
        if notice is None:
            return None
        who_tokens = (
            children(verb, "dative") if verb.lemma_ not in ("receive", "get") and not is_passive(verb) else []
        )
        holder = subject(verb)
        who = _referents(who_tokens or ([holder] if holder is not None else []), cast)
        if not who or not all(one.sort in (Sort.PERSON, Sort.PEOPLE) for one in who):
            return None
        by = _referents(
            [thing for word, thing in [*prepositions(verb), *prepositions(notice)] if word in ("from", "by")],
            cast,
        )
        return Draft("notification", sentence, verb, who, by, details=subtree_text(notice), confidence=0.85)
    if verb.lemma_ in ("notify", "inform") and is_passive(verb):
        holder = subject(verb)
        who = _referents([holder], cast) if holder is not None else []
        if who and all(one.sort in (Sort.PERSON, Sort.PEOPLE) for one in who):
            by = _referents([thing for word, thing in prepositions(verb) if word == "by"], cast)
            said = child(verb, "ccomp")
            return Draft(
                "notification",
                sentence,
                verb,
                who,
                by,
                details=subtree_text(said) if said is not None else None,
                confidence=0.8,
            )
    return None


def _appeal(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, places: Places) -> Draft | None:
    helping = {"help", "assistance", "support", "protection", "intervention", "information", "mercy"}
    if verb.lemma_ not in ("appeal", "plead", "beg", "ask", "call", "cry", "write"):
        return None
    wanted = [thing for word, thing in prepositions(verb) if word == "for" and thing.lemma_ in helping]
    clause = child(verb, "xcomp", "ccomp", "advcl")
    helps = clause is not None and clause.lemma_ in ("help", "intervene", "assist", "save", "protect")
    if not wanted and not helps:
        return None
    teller = _speaker(verb, tellers, sentence, cast)
    if not teller or teller[0].referent is None or teller[0].referent.sort is Sort.PLACE:
        return None
    thing = wanted[0] if wanted else clause
    return Draft(
        "appeal",
        sentence,
        verb,
        [teller[0].referent],
        told_by=teller,
        details=subtree_text(thing) if thing is not None else None,
        confidence=0.75,
    )


def _intervention(
    sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, places: Places
) -> Draft | None:
    if verb.lemma_ not in words("statements", "intervening") or verb.dep_ in ("xcomp", "advcl", "acl"):
        return None
    holder = subject(verb)
    if holder is None or is_passive(verb) or not _intervenes(holder, cast):
        return None
    about = child(verb, "xcomp", "ccomp", "dobj", "prep", "advcl")
    if about is None:
        return None
    by = cast.all_of(holder)
    target = next(
        (
            thing
            for token in verb.subtree
            for thing in children(token, "dobj", "pobj")
            if (name := cast.name_at(thing)) and name.sort is Sort.PLACE
        ),
        None,
    )
    where = places.at(target, sentence) if target is not None else None
    text = where.name if where is not None else None
    return Draft(
        "intervention",
        sentence,
        verb,
        [],
        by,
        who_text=text,
        where=where,
        details=subtree_text(verb, leaving=frozenset({"nsubj", "aux"})),
        confidence=0.7,
    )


def _intervenes(holder: Token, cast: Cast) -> bool:
    name = cast.name_at(holder)
    text = (name.text if name is not None else phrase_text(holder)).casefold()
    parts = text.replace("-", " ").split()
    return any(part in words("statements", "interveners") for part in parts) and (
        name is not None or "embassy" in parts or "experts" in parts
    )


def _policy(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, places: Places) -> Draft | None:
    thing = child(verb, "dobj")
    holder = subject(verb)
    imposed = (
        verb.lemma_ in words("statements", "imposing")
        and thing is not None
        and thing.lemma_ in words("statements", "imposed")
    )
    if not imposed or holder is None or thing is None or is_passive(verb):
        return None
    by = cast.all_of(holder)
    if not by or any(one.sort is Sort.PERSON for one in by):
        return None
    on = [
        target
        for word, target in [*prepositions(verb), *prepositions(thing)]
        if word in ("on", "upon", "against")
    ]
    who = _referents(on, cast) or _same_target(verb, cast)
    return Draft("policy", sentence, verb, who, by, details=phrase_text(thing), confidence=0.75)


def _same_target(verb: Token, cast: Cast) -> list[Referent]:
    """ "accuses them of … and has imposed …": whoever the clause before was about."""
    if verb.dep_ != "conj":
        return []
    return [one for part in children(verb.head, "dobj") for one in _referents(conjuncts(part)[:1], cast)]


_RULES = (_accusation, _denial, _assessment, _notification, _appeal, _intervention, _policy)
