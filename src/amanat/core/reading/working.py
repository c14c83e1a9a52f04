"""Work told by verbs: "works as an engineer", "used to teach chemistry", "drove a taxi", "grew beans"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.beside import sharing
from amanat.core.reading.cast import Cast
from amanat.core.reading.draft import Draft
from amanat.core.reading.livelihoods import living_made, living_told, vocation_told
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
from amanat.core.reading.spotting import bare, individual, is_met
from amanat.core.reading.stance import read_stance
from amanat.core.reading.wordlists import words


def work_of(sentence: Sentence, verb: Token, cast: Cast) -> Iterator[Draft]:
    work = _work_told(verb)
    if work is None or _is_made_to(verb):
        return
    token, details = work
    holder = subject(verb)
    who = (
        [
            one
            for part in conjuncts(holder)
            if (one := individual(part, cast)) and (is_met(one, part) or one.owner)
        ]
        if holder is not None
        else []
    )
    if holder is not None and holder.tag_ == "WP" and details.endswith("s"):
        who = sharing(holder, cast) or who
    stance = read_stance(verb, verb)
    if not who or stance.ignored:
        return
    draft = Draft("occupation", sentence, token, who, details=details, confidence=0.85)
    draft.timeless = verb.tag_ in ("VBZ", "VBP")  # "lost his job in 2020 and now works as a driver"
    draft.polarity, draft.modality = stance.polarity, stance.modality
    yield draft


def _work_told(verb: Token) -> tuple[Token, str] | None:
    lemma = verb.lemma_.casefold()
    told = living_made(verb) or vocation_told(verb)
    if told is not None:
        return told
    if lemma in (
        "work",
        "serve",
        "employ",
        "hire",
        "take",
        "retire",
        "train",
        "qualify",
        "practise",
        "practice",
    ):
        return _as_something(verb)
    if lemma in ("enrol", "enroll", "attend"):
        return _learning(verb)
    if lemma in ("teach", "lecture"):
        return _taught(verb)
    if lemma in ("drive", "run", "own", "keep", "manage"):
        return _ran(verb)
    if lemma == "study":
        return _studied(verb)
    if (
        lemma in ("find", "get", "have", "hold", "lose")
        and (job := child(verb, "dobj")) is not None
        and job.lemma_ in ("work", "job")
    ):
        return _job(verb, job)
    return living_told(verb)


def _as_something(verb: Token) -> tuple[Token, str] | None:
    if verb.lemma_ in ("employ", "hire", "take") and not is_passive(verb):
        return None
    if verb.lemma_ == "take" and not any(
        part.lower_ == "on" for part in children(verb, "prt", "prep", "advmod")
    ):
        return None
    for word, thing in _under(verb):
        if (
            word == "as"
            and thing.pos_ in ("NOUN", "PROPN")
            and thing.lemma_ not in words("statuses", "no_jobs")
        ):
            return verb, bare(thing)
    if verb.lemma_ == "work":  # "works a driver of taxi", as a machine puts it
        for thing in children(verb, "attr", "dobj", "npadvmod", "oprd"):
            if thing.lemma_ in words("statuses", "occupations"):
                return verb, bare(thing)
    if verb.lemma_ == "employ" and is_passive(verb):
        where = next((thing for word, thing in prepositions(verb) if word in ("by", "at", "in")), None)
        return (verb, f"employed {where.head.text} {bare(where)}") if where is not None else None
    return _employed(verb) if verb.lemma_ == "work" and (_for_years(verb) or not _is_forced(verb)) else None


def _employed(verb: Token) -> tuple[Token, str] | None:
    """ "Works at a garment factory", "worked in a bank", "works in construction"."""
    for word, thing in prepositions(verb):
        placed = word in ("in", "at", "for") and thing.lemma_.casefold() in words("statuses", "workplaces")
        branch = word == "in" and bare(thing).casefold() in words("statuses", "branches")
        placed = placed or (word == "on" and thing.lemma_.casefold() in _OUTDOORS)
        of_years = word == "for" and _for_years(verb) and _is_body(thing)
        if placed or branch or of_years:
            return verb, f"{verb.text} {thing.head.text} {bare(thing)}"
    for part in children(
        verb, "prep"
    ):  # "worked on building sites", where a parser takes the building for a deed
        site = [thing for one in children(part, "pcomp") for thing in children(one, "dobj")]
        if part.lower_ == "on" and site and site[0].lemma_ in _OUTDOORS:
            return verb, f"{verb.text} {subtree_text(part)}"
    return None


_OUTDOORS = frozenset(
    "site farm ship dock railway boat field trawler rig plantation estate vessel barge ranch".split()
)


def _is_body(thing: Token) -> bool:
    """Whom one can work for through years: "the district power network", not "thirty years", "them", "his son"."""
    times = thing.lemma_ in ("year", "month", "week", "day", "decade", "time", "life", "pay", "money")
    owned = child(thing, "poss") is not None
    return thing.pos_ in ("NOUN", "PROPN") and not times and not owned


_FORCING_SIGNS = frozenset(
    """camp prison colony jail barracks forced force forcibly unpaid pay wage shift hour hours daily guard guards
    prisoner detainee inmate made sent hour night""".split()
)


def _is_forced(verb: Token) -> bool:
    """Work that may be forced, or is told as what was going on when something happened."""
    going_on = verb.tag_ == "VBG" and any(part.tag_ == "VBD" for part in children(verb, "aux"))
    return going_on or any(part.lemma_.casefold() in _FORCING_SIGNS for part in verb.sent)


def _under(verb: Token) -> Iterator[tuple[str, Token]]:
    yield from prepositions(verb)
    for part in children(verb, "prep", "prt", "npadvmod", "dobj", "advmod"):
        yield from prepositions(part)


def _for_years(verb: Token) -> bool:
    """Work of a life: "worked in a bank for ten years", "used to work"; a week's labour is another matter."""
    used = verb.dep_ == "xcomp" and verb.head.lemma_ == "use"
    years = any(part.lemma_ == "year" and child(part, "nummod") is not None for part in verb.subtree)
    return used or (years and verb.tag_ != "VBG")


def _taught(verb: Token) -> tuple[Token, str] | None:
    subjects = children(verb, "dobj")
    school = any(
        word in ("at", "in")
        and (thing.lemma_ in words("statuses", "workplaces") or thing.ent_type_ in ("GPE", "LOC"))
        for word, thing in prepositions(verb)
    )
    taught = any(thing.lemma_ in ("child", "pupil", "student", "girl", "boy") for thing in subjects)
    at_that_time = verb.tag_ == "VBG" and any(part.tag_ == "VBD" for part in children(verb, "aux"))
    if (any(thing.lemma_ in _SCHOOLS for thing in subjects) or (taught and school)) and not at_that_time:
        return verb, subtree_text(
            verb, leaving=frozenset({"nsubj", "aux", "advcl", "conj", "cc", "punct", "advmod"})
        )
    named = next(
        (
            thing
            for thing in subjects
            if {thing.lemma_.casefold(), thing.lower_} & words("statuses", "taught")
        ),
        None,
    )
    if named is not None and child(verb, "dative") is None:
        return verb, f"{verb.text} {bare(named)}"
    return (
        (verb, subtree_text(verb, leaving=frozenset({"nsubj", "aux", "advcl", "conj", "cc", "punct"})))
        if school and not subjects
        else None
    )


def _studied(verb: Token) -> tuple[Token, str] | None:
    """ "studied law in Tehran", "was studying medicine"."""
    named = [part for part in children(verb, "dobj") if part.lemma_.casefold() in words("statuses", "taught")]
    return (verb, f"{verb.text} {bare(named[0])}") if named and not is_passive(verb) else None


_SCHOOLS = frozenset(
    "kindergarten school university college institute academy seminary lyceum gymnasium madrasa".split()
)


def _learning(verb: Token) -> tuple[Token, str] | None:
    """ "was enrolled at a secondary school in Gitega", "attends a college"; "attended the school's gate" otherwise."""
    enrolled = is_passive(verb) and verb.lemma_ != "attend"
    things = [thing for word, thing in prepositions(verb) if word in ("at", "in")] if enrolled else []
    if verb.lemma_ == "attend" and not is_passive(verb):
        things = children(verb, "dobj")
    found = next((thing for thing in things if _is_school(thing)), None)
    return (verb, f"{verb.text} {bare(found)}") if found is not None else None


def _is_school(thing: Token) -> bool:
    return thing.lemma_.casefold() in _SCHOOLS and child(thing, "poss") is None


def _ran(verb: Token) -> tuple[Token, str] | None:
    wanted = {"drive": "vehicles", "keep": "shops"}.get(verb.lemma_, "shops")
    things = [part for thing in children(verb, "dobj") for part in conjuncts(thing)]
    thing = next((part for part in things if part.lemma_ in words("statuses", wanted)), None)
    if thing is None:
        return None
    determiner = child(thing, "det", "poss")
    own = determiner is not None and (determiner.dep_ == "poss" or determiner.lower_ in ("a", "an"))
    living = (
        verb.lemma_ != "drive"
        or thing.lemma_ in ("taxi", "minibus", "ambulance", "rickshaw", "lorry")
        or _for_years(verb)
    )
    return (verb, f"{verb.text} {phrase_text(thing)}") if own and living else None


def _job(verb: Token, job: Token) -> tuple[Token, str] | None:
    for word, thing in [*prepositions(job), *prepositions(verb)]:
        if word == "as" or (word in ("in", "at") and thing.lemma_ in words("statuses", "workplaces")):
            return verb, f"{job.text} {word} {bare(thing)}"
    kind = next((part for part in job.lefts if part.dep_ == "compound"), None)
    return (verb, bare(job)) if kind is not None else None


def _is_made_to(verb: Token) -> bool:
    """ "was made to work as a cleaner" is forced labour, not a calling."""
    above = verb.head
    return verb.dep_ in ("xcomp", "ccomp", "advcl", "conj") and above.lemma_ in words("statuses", "forcing")
