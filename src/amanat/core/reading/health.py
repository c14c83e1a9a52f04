"""Illness, injury, disability: "has diabetes", "lost the sight of one eye", "can no longer walk"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.ailing import (
    MARKS,
    cut_off,
    does_not,
    fainted,
    give_birth,
    is_own_part,
    is_part,
    on_somebody,
    whose,
)
from amanat.core.reading.cast import Cast
from amanat.core.reading.counting import count_of
from amanat.core.reading.draft import Draft
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
from amanat.core.reading.spotting import bare, individual, is_known, token_before
from amanat.core.reading.stance import read_stance
from amanat.core.reading.wordlists import words


def find_health(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    for token in sentence.tokens():
        if token.pos_ in ("VERB", "AUX"):
            yield from _predicated(sentence, token, cast)
        if token.lemma_ in MARKS and token.pos_ == "NOUN":
            yield from on_somebody(sentence, token, cast)
        if token.lower_ in words("statuses", "health_adjectives"):
            yield from _apart(sentence, token, cast)


def _predicated(sentence: Sentence, verb: Token, cast: Cast) -> Iterator[Draft]:
    rule = _VERBS.get(verb.lemma_.casefold())
    told = rule(verb) if rule is not None else None
    if told is None or _is_denied(verb):
        return
    holder = subject(verb)
    who = [one for part in conjuncts(holder) if (one := whose(part, cast))] if holder is not None else []
    count = count_of(holder) if holder is not None and verb.lemma_ in _HURT else None
    if holder is not None and not who and (holder.pos_ == "NUM" or told.startswith("in need")):
        who = [one for one in cast.all_of(holder) if one.many]
    if count is not None and holder is not None and not who:
        who = [one for one in cast.all_of(holder) if one.many]
    stance = read_stance(verb, verb)
    if not who or stance.ignored:
        return
    draft = Draft("health", sentence, verb, who, details=told, confidence=0.8, count=count)
    if "could" not in told.split():
        draft.modality = stance.modality
    if verb.lemma_ not in (
        "feel",
        "work",
        "function",
        "heal",
        "open",
        "bleed",
        "walk",
        "see",
        "hear",
        "stand",
        "sleep",
        "eat",
        "speak",
        "hold",
        "use",
        "move",
        "lift",
        "raise",
        "bend",
        "breathe",
        "sit",
    ):
        draft.polarity = stance.polarity
    draft.at_publication = verb.tag_ in ("VBZ", "VBP")
    yield draft


_HURT = frozenset({"injure", "wound"})


def _is_denied(verb: Token) -> bool:
    """ "denies that he is ill" is a denial, and read as one."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in words("telling", "denying")


# -- what the verb says --------------------------------------------------------------------------------------


def _is_condition(thing: Token) -> bool:
    phrase = subtree_text(thing).casefold()
    head = phrase_text(thing).casefold()
    if thing.tag_ == "NNS" and head.removesuffix("s").endswith(tuple(words("statuses", "health_things"))):
        return True  # "two heart attacks"
    return any(
        head.endswith(known) or f"{known} of " in f"{phrase} " or phrase.endswith(known)
        for known in words("statuses", "health_things")
    )


def _have(verb: Token) -> str | None:
    for thing in children(verb, "dobj"):
        bad = is_part(thing) and any(part.lower_ in words("statuses", "bad") for part in thing.lefts)
        if (
            bad
            or (thing.lemma_ in ("mark", "bruise", "scar", "burn") and _on_the_body(thing))
            or (_is_condition(thing) and thing.lemma_ not in ("pain",))
            or (thing.lemma_ == "pain" and len(list(thing.children)) > 0)
        ):
            return subtree_text(thing, leaving=frozenset({"relcl"}))
    return None


_PARTS = frozenset("wrist ankle body back face arm leg neck sole foot head chest hand".split())


def _on_the_body(thing: Token) -> bool:
    return any(word in ("on", "around") and part.lemma_ in _PARTS for word, part in prepositions(thing))


def _from(verb: Token) -> str | None:
    for word, thing in prepositions(verb):
        of_a_patient = (
            verb.lemma_ in ("diagnose", "treat") and word in ("with", "for") and thing.pos_ == "NOUN"
        )
        if word in ("from", "with", "for") and (_is_condition(thing) or of_a_patient):
            return bare(thing)
    return _have(verb) if verb.lemma_ == "suffer" else None


def _diagnose(verb: Token) -> str | None:
    return _from(verb) if is_passive(verb) else None


def _be(verb: Token) -> str | None:
    holder = subject(verb)
    ill = words("statuses", "bad") | _DISCOLOURED
    for part in children(verb, "acomp", "attr", "oprd"):
        if holder is not None and is_part(holder) and part.lower_ in ill:
            return f"{phrase_text(holder)} {verb.text} {part.text}"
    for part in children(verb, "acomp", "attr", "oprd"):
        if {part.lemma_.casefold(), part.lower_} & words("statuses", "health_adjectives"):
            return subtree_text(part, leaving=frozenset({"agent"}))
    for word, thing in prepositions(verb):
        if word == "in" and thing.lemma_ == "need" and (helped := _of_care(thing)) is not None:
            return f"in need of {helped}"
        if (
            word == "in"
            and thing.lemma_ in ("health", "condition", "coma", "pain", "hospital", "wheelchair")
            and (
                thing.lemma_ in ("coma", "pain", "hospital", "wheelchair")
                or any(part.lower_ in ("good", "perfect", "excellent", "normal") for part in thing.lefts)
                or any(part.lower_ in words("statuses", "bad") for part in thing.lefts)
            )
        ):
            return f"in {phrase_text(thing)}"
    return None


_DISCOLOURED = frozenset(
    "black blue swollen numb raw burnt burned bruised bloodshot deformed crushed".split()
)


def _of_care(need: Token) -> str | None:
    """ "in need of urgent medical help"."""
    for word, thing in prepositions(need):
        medical = any(part.lower_ in ("medical", "surgical", "hospital") for part in thing.lefts)
        if word == "of" and (medical or thing.lemma_ in _NEEDED):
            return phrase_text(thing)
    return None


def _need(verb: Token) -> str | None:
    """ "needs insulin twice a day", "depends on dialysis"."""
    things = [*children(verb, "dobj"), *(thing for word, thing in prepositions(verb) if word == "on")]
    return next((f"{verb.text} {subtree_text(thing)}" for thing in things if thing.lemma_ in _NEEDED), None)


_NEEDED = frozenset(
    "insulin dialysis medication surgery chemotherapy wheelchair crutch inhaler operation".split()
)


def _left(verb: Token) -> str | None:
    """ "was left paralysed"; "left the hospital with a scar" otherwise."""
    return _be(verb) if is_passive(verb) else _with(verb)


def _weigh(verb: Token) -> str | None:
    kilos = any(part.lemma_ in ("kilogram", "kilo", "kg", "pound") for part in verb.subtree)
    return subtree_text(verb, leaving=frozenset({"nsubj", "advcl", "mark"})) if kilos else None


def _with(verb: Token) -> str | None:
    """ "turned up with a broken arm", "came back with scars"."""
    for word, thing in prepositions(verb):
        bad = any(part.lower_ in words("statuses", "bad") for part in thing.lefts)
        if word == "with" and (thing.lemma_ in MARKS or (bad and is_part(thing))):
            return f"with {phrase_text(thing)}"
    return None


def _lose(verb: Token) -> str | None:
    for thing in children(verb, "dobj"):
        inner = [of for word, of in prepositions(thing) if word == "of"]
        born = thing.lemma_ == "child" and child(thing, "det") is not None
        if born or (thing.lemma_ in ("baby", "pregnancy") and child(thing, "det", "poss") is not None):
            return f"{verb.text} {phrase_text(thing)}"
        counted = thing.lemma_ in ("kilogram", "kilo", "kg", "pound", "weight") or (
            thing.lemma_ in ("tooth", "finger", "eye", "leg", "arm", "toe", "hand", "limb")
        )
        sense = {thing.lemma_, *(part.lemma_ for part in inner)} & {
            "sight",
            "eyesight",
            "vision",
            "hearing",
            "consciousness",
            "memory",
            "leg",
            "arm",
            "eye",
        }
        if counted or sense:
            return f"{verb.text} {subtree_text(thing)}"
    return None


def _cough(verb: Token) -> str | None:
    blood = next(
        (
            part
            for part in [*children(verb, "dobj"), *(thing for _, thing in prepositions(verb))]
            if part.lemma_ == "blood"
        ),
        None,
    )
    return f"{verb.text} blood" if blood is not None else None


def _bleed(verb: Token) -> str | None:
    """ "did not bleed for eleven months": a woman's monthly bleeding that stopped."""
    negated = any(part.dep_ == "neg" for part in verb.children)
    long_time = any(part.lemma_ in ("month", "year") for part in verb.subtree)
    return subtree_text(verb, leaving=frozenset({"nsubj", "advcl"})) if negated and long_time else None


def _cannot(verb: Token) -> str | None:
    told = does_not(verb)
    if told is not None:
        return told
    can = any(part.lemma_ in ("can", "could", "ca") for part in children(verb, "aux"))
    cannot = can and (
        child(verb, "neg") is not None
        or any(part.lower_ in ("longer", "barely", "hardly") for part in verb.subtree)
    )
    own = any(is_own_part(thing) for thing in children(verb, "dobj"))
    alone = (
        child(verb, "dobj", "ccomp", "xcomp", "prep") is None
        or own
        or (
            verb.lemma_ in _MOVING
            and any(part.lower_ in ("longer", "barely", "hardly") for part in verb.subtree)
        )
    )
    return subtree_text(verb, leaving=frozenset({"nsubj", "advcl"})) if cannot and alone else None


_MOVING = frozenset("hold use move lift raise bend walk stand sit write".split())


def _feel(verb: Token) -> str | None:
    return _be(verb) or _cannot(verb)


def _limp(verb: Token) -> str | None:
    return subtree_text(verb, leaving=frozenset({"nsubj"}))


def _get_hurt(verb: Token) -> str | None:
    return (
        subtree_text(verb, leaving=frozenset({"nsubjpass", "auxpass", "aux", "advcl", "ccomp", "agent"}))
        if is_passive(verb)
        else None
    )


def _worsen(verb: Token) -> str | None:
    holder = subject(verb)
    return f"{phrase_text(holder)} {verb.text}" if holder is not None and is_part(holder) else None


_VERBS = {
    "have": _have, "develop": _have, "contract": _have, "sustain": _have, "get": _have, "catch": _have,
    "suffer": _from, "diagnose": _diagnose, "treat": _diagnose,
    "hospitalise": _get_hurt, "hospitalize": _get_hurt,
    "be": _be, "remain": _be, "leave": _left, "become": _be, "fall": _be, "go": _be, "look": _be,
    "lose": _lose, "cough": _cough, "vomit": _cough, "urinate": _cough, "bleed": _bleed, "limp": _limp,
    "walk": _cannot, "see": _cannot, "hear": _cannot, "stand": _cannot, "sleep": _cannot,
    "eat": _cannot, "speak": _cannot, "hold": _cannot, "use": _cannot, "move": _cannot, "lift": _cannot,
    "raise": _cannot, "bend": _cannot, "breathe": _cannot, "sit": _cannot,
    "weigh": _weigh, "need": _need, "require": _need, "depend": _need,
    "come": _with, "return": _with, "turn": _with, "emerge": _with, "appear": _with, "arrive": _with,
    "deteriorate": _worsen, "worsen": _worsen, "fail": _worsen, "decline": _worsen,
    "faint": fainted, "collapse": fainted, "pass": fainted, "give": give_birth,
    "amputate": cut_off, "break": cut_off, "fracture": cut_off,
    "feel": _feel, "work": does_not, "function": does_not, "heal": does_not, "open": _cannot,
    "miscarry": _limp, "injure": _get_hurt, "wound": _get_hurt,
}  # fmt: skip


# -- "Timur, disabled since an accident," --------------------------------------------------------------------


def _apart(sentence: Sentence, adjective: Token, cast: Cast) -> Iterator[Draft]:
    """An adjective set off by commas, in a list about one person."""
    if adjective.i == sentence.span.start or adjective.nbor(-1).text not in (",", ";", "("):
        return
    ends = (
        adjective.i + 1 >= sentence.span.end
        or adjective.nbor(1).is_punct
        or adjective.nbor(1).pos_ in ("ADP", "SCONJ")
    )
    if not ends:
        return
    before = token_before(sentence, adjective.idx - sentence.span.start_char)
    while (
        before is not None
        and individual(before, cast) is None
        and before.pos_ in ("ADJ", "NOUN", "NUM", "PUNCT")
        and before.text != ";"
    ):
        earlier = token_before(sentence, before.idx - sentence.span.start_char)
        before = earlier if earlier != before else None
    person = individual(before, cast)
    if person is not None and is_known(person):
        details = sentence.span.doc[adjective.i : _clause_end(adjective, sentence)].text
        yield Draft("health", sentence, adjective, [person], details=details, confidence=0.75)


def _clause_end(adjective: Token, sentence: Sentence) -> int:
    at = adjective.i + 1
    while at < sentence.span.end and adjective.doc[at].text not in (",", ";", ".", ")"):
        at += 1
    return at
