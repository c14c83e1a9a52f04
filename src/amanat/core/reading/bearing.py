"""What an act's own verb says of it: its "not" and "nobody", its auxiliaries and adverbs, an order or a question."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.claim import Modality
from amanat.core.reading.governing import Stance, in_list
from amanat.core.reading.phrases import child, children

_NOBODY = frozenset("nobody none neither no-one nothing".split())


def read_clause(clause: Token, stance: Stance, counted: Token | None = None) -> None:
    """Take in what stands with the verb that carries the act's tense and negation. ``counted`` is a noun whose "no"
    has been taken in already."""
    read_order(clause, stance)
    _own_words(clause, stance, counted)
    if _is_asked(clause):
        stance.hold(Modality.POSSIBLE)


def read_order(clause: Token, stance: Stance) -> None:
    """Take in only whether the verb is an order: "Secure the release of all …"."""
    if _is_order(clause) or _is_imperative(clause) or _is_subjunctive(clause):
        stance.hold(Modality.DEMANDED)


_COURTESIES = frozenset("please pls plz and so now just kindly lord god do don’t don't n't not".split())
_ASKED_FOR = frozenset(
    "free release stop save let return bring give end drop lift allow investigate help get".split()
)


def _is_imperative(clause: Token) -> bool:
    """ "Free Tomas!", "Please release them.": an order with nobody before it to carry it out."""
    if clause.lemma_.casefold() not in _ASKED_FOR or clause.tag_ not in ("VB", "VBP", "JJ", "NNP", "NN"):
        return False
    before = [token.lower_ for token in clause.sent if token.i < clause.i and token.is_alpha]
    return child(clause, "nsubj", "nsubjpass", "aux", "mark") is None and set(before) <= _COURTESIES


def _is_subjunctive(verb: Token) -> bool:
    """ "(That) he be released": a bare "be", which says what shall be and not what is."""
    bare = any(part.lower_ == "be" and part.tag_ == "VB" for part in children(verb, "auxpass"))
    return bare and child(verb, "nsubjpass") is not None and child(verb, "aux") is None


_WHAT = frozenset("who whom whose what when where why how which".split())


def _is_asked(verb: Token) -> bool:
    """ "Did anyone beat you?", "Were you ever arrested?"; "why was he arrested?" takes the arrest for granted."""
    holder = child(verb, "nsubj", "nsubjpass", "expl")
    asks = [part for part in children(verb, "aux", "auxpass") if holder is not None and part.i < holder.i]
    if not asks or not verb.sent.text.rstrip("\"”’'» ").endswith("?"):
        return False
    return not any(token.lower_ in _WHAT for token in verb.sent if token.i < asks[0].i)


def _own_words(verb: Token, stance: Stance, counted: Token | None) -> None:
    """Negation, auxiliaries and adverbs that stand with the verb itself, or with the one it shares them with."""
    for bearer in _bearers(verb):
        if _is_negated(bearer):
            stance.deny()
        if _nobody(bearer, counted):
            stance.deny()
        for part in children(bearer, "aux", "auxpass"):
            _auxiliary(part, bearer, stance)
        for part in children(bearer, "advmod"):
            perhaps = in_list(part, "possible") and part.lower_ not in ("allegedly", "reportedly")
            if perhaps or part.lower_ == "otherwise":
                stance.hold(Modality.POSSIBLE)
        if any(part.lower_ in ("nearly", "almost") for part in children(bearer, "advmod")):
            stance.deny()
        if any(part.lower_ in ("if", "unless", "whether") for part in children(bearer, "mark")):
            stance.hold(Modality.POSSIBLE)
    if any(_is_nothing(part) for part in children(verb, "dobj", "attr") if part != counted):
        stance.deny()


def _is_negated(verb: Token) -> bool:
    """By "not" or "never", or by "yet" in "has yet to be charged"."""
    adverbs = {part.lower_ for part in children(verb, "advmod", "preconj")}
    yet = "yet" in adverbs and any(
        part.lower_ == "to" and part.i > verb.left_edge.i for part in children(verb, "aux")
    )
    above = verb.head
    has_yet = (
        verb.dep_ == "xcomp"
        and above.lemma_ == "have"
        and any(part.lower_ == "yet" for part in (*above.children, *verb.children))
    )
    return (
        (bool(children(verb, "neg")) and not happened_at_last(verb))
        or bool(adverbs & {"never", "neither"})
        or yet
        or has_yet
    )


def happened_at_last(verb: Token) -> bool:
    """ "Was not released until 18 March": he was, then. "Was not allowed to write until May" tells of what was kept
    from him, and stays denied."""
    passive = verb.tag_ == "VBN" and children(verb, "auxpass") and verb.lemma_ not in _PERMITTING
    until = next((part for part in children(verb, "prep") if part.lower_ in ("until", "till")), None)
    dated = child(until, "pobj") if until is not None else None
    return bool(passive and dated is not None and dated.ent_type_ in ("DATE", "TIME"))


_PERMITTING = frozenset("allow permit let give grant feed treat".split())


def _is_nothing(thing: Token) -> bool:
    """ "Has seen no judge", "told us nothing"."""
    return thing.lower_ in _NOBODY or any(part.lower_ == "no" for part in children(thing, "det"))


def _is_order(verb: Token) -> bool:
    """ "Release my father", and in a list of demands "To release our fathers": a bare verb without a subject."""
    if child(verb, "nsubj", "nsubjpass", "auxpass", "mark", "csubj") is not None:
        return False
    helped = children(verb, "aux")
    if verb.dep_ == "ROOT" and [part.lower_ for part in helped] == ["to"]:
        return not any(token.is_alpha for token in verb.sent if token.i < helped[0].i)
    return (
        verb.tag_ == "VB"
        and not helped
        and verb.dep_ in ("ROOT", "ccomp", "parataxis")
        and (verb.dep_ == "ROOT" or verb.i < verb.head.i)
    )


def _bearers(verb: Token) -> Iterator[Token]:
    yield verb
    shares = (
        verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is None
    )
    if shares:
        yield from _bearers(verb.head)


def _nobody(verb: Token, counted: Token | None) -> bool:
    subject = child(verb, "nsubj", "nsubjpass")
    return (
        subject is not None
        and subject != counted
        and (
            subject.lower_ in _NOBODY
            or any(
                part.lower_ in ("no", "neither", "not") for part in children(subject, "det", "preconj", "neg")
            )
            or any(
                part.dep_ == "nummod" and any(word.lower_ == "not" for word in part.children)
                for part in subject.children
            )
        )
    )


_OBLIGATIONS = frozenset(
    ("fine", "coercion", "policy", "forced labour", "sentence", "surveillance", "indoctrination")
)


def _auxiliary(auxiliary: Token, verb: Token, stance: Stance) -> None:
    word = auxiliary.lower_
    if word == "must" and stance.kind in _OBLIGATIONS:
        return  # "must pay 300 roubles": that is the fine
    if word in ("may", "can", "must") and stance.kind == "policy":
        return  # "women may not study": that is the policy
    if word in ("may", "might", "could", "can") and not _past_ability(auxiliary, verb):
        stance.hold(Modality.POSSIBLE, perhaps=True)
    elif word == "should" and _is_inverted(auxiliary, verb):
        stance.hold(Modality.POSSIBLE)
    elif word in ("must", "should", "ought"):
        stance.hold(Modality.DEMANDED)
    elif word in ("'d", "’d") and verb.tag_ == "VBN":
        return  # "he'd been a driver": had, not would
    elif word in ("would", "'d", "’d") and _is_refusal(verb):
        return  # "officers would not open the gate": they did not
    elif word in ("would", "'d", "’d") and _looks_back(verb):
        return
    elif word in ("would", "'d", "’d") and any(part.lower_ == "have" for part in children(verb, "aux")):
        stance.hold(Modality.POSSIBLE)
    elif word in ("will", "'ll", "’ll", "shall", "would", "'d", "’d"):
        stance.hold(_future(verb), future=True)
    elif word == "to" and _is_wanted(verb):
        stance.hold(Modality.DEMANDED)
    elif word == "to" and _is_ahead(verb):
        stance.hold(Modality.PLANNED, future=True)


def _is_refusal(verb: Token) -> bool:
    holder = child(verb, "nsubj")
    plain = verb.dep_ in ("ROOT", "conj", "relcl") and child(verb, "advcl") is None
    return plain and holder is not None and bool(children(verb, "neg")) and verb.lemma_ != "be"


_TIMES = frozenset(("year", "month", "week", "day", "night", "hour", "decade"))


def _looks_back(verb: Token) -> bool:
    """ "She would spend a year and a half there", "they would beat us every night": told from before, of what was."""
    if verb.dep_ not in ("ROOT", "conj") or _has_condition(verb):
        return False
    spans = [part for part in verb.subtree if part.lemma_ in _TIMES]
    lasted = verb.lemma_ in ("spend", "remain", "stay") and bool(spans)
    return lasted or any(part.lower_ in ("every", "each") for span in spans for part in span.children)


def _has_condition(verb: Token) -> bool:
    return any(part.lower_ in ("if", "unless", "were", "should") for part in verb.sent)


def _is_wanted(verb: Token) -> bool:
    """ "Wants the two who fired to be tried, and their commander to be suspended": what is wanted may hang on a clause
    between, or be joined to the wanting."""
    if child(verb, "auxpass") is None:
        return False
    if verb.dep_ == "conj":
        return verb.head.lemma_ == "want" and child(verb, "nsubjpass") is not None
    between = verb.head if verb.dep_ == "advcl" else None
    thing = between.head if between is not None and between.dep_ == "relcl" else None
    return thing is not None and thing.dep_ == "dobj" and thing.head.lemma_ == "want"


def _is_ahead(verb: Token) -> bool:
    """ "The man to be deported", "is to be deported"; in a headline "Officers to be tried"."""
    if verb.dep_ in ("acl", "relcl"):
        # "The first relative to be charged" was charged.
        return not any(
            part.ent_type_ == "ORDINAL" or part.lower_ in ("last", "only") for part in verb.head.children
        )
    if verb.dep_ == "ROOT":
        return child(verb, "nsubj", "nsubjpass") is not None
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and child(verb.head, "acomp", "attr") is None


def _is_inverted(auxiliary: Token, verb: Token) -> bool:
    """ "Should she be charged, …" is a condition; "should she be charged?" a question."""
    about = child(verb, "nsubj", "nsubjpass")
    return about is not None and auxiliary.i < about.i and "?" not in verb.sent.text[-3:]


def _past_ability(auxiliary: Token, verb: Token) -> bool:
    """ "Could not leave", "cannot be visited", "could only whisper"."""
    return auxiliary.lower_ in ("could", "can") and any(
        part.lower_ in ("not", "n't", "n’t", "only") for part in verb.children
    )


def _future(verb: Token) -> Modality:
    if any(in_list(part, "possible") for part in children(verb.head, "acomp")):
        return Modality.POSSIBLE
    conditional = any(
        part.lower_ in ("if", "unless")
        for clause in children(verb, "advcl")
        for part in children(clause, "mark")
    )
    above = verb.head
    if conditional or (
        verb.dep_ == "ccomp" and (in_list(above, "possible") or above.lemma_ in ("possible", "likely"))
    ):
        return Modality.POSSIBLE
    return Modality.PLANNED
