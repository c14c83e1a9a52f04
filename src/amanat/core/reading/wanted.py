"""The things that people and groups ask for by name, each by itself: "demanded an independent inquiry and access to
doctors", "want his body back", "are seeking compensation".

An act that is asked for ("the release of") is told as that act, demanded; here are the inquiries, and what is asked of
those in power besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from amanat.core.claim import Modality
from amanat.core.reading.cast import Cast
from amanat.core.reading.draft import Draft
from amanat.core.reading.phrases import child, children, is_passive, prepositions, subject, subtree_text
from amanat.core.reading.referent import Referent
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import is_power, people_among, speaker
from amanat.core.reading.telling import Tellers
from amanat.core.reading.wordlists import words

_DEMANDING = frozenset("call demand want seek request ask press insist campaign".split())
_WITH = {"call": "for", "ask": "for", "press": "for", "insist": "on", "campaign": "for"}
"""What stands between the verb and what is asked for."""
_SOUGHT = frozenset("justice compensation redress reparation truth answer apology access proof".split())
"""What is sought or wanted of those in power and of nobody else: treatment may be sought anywhere."""


def wanted_things(
    sentence: Sentence, verb: Token, already: Iterable[Draft], cast: Cast, tellers: Tellers
) -> Iterator[Draft]:
    """A demand for each thing that ``verb`` asks for, where none of ``already`` tells of it."""
    yield from _called_for(sentence, verb, already, cast)
    holder = subject(verb)
    if verb.lemma_ not in _DEMANDING or holder is None or is_passive(verb) or not may_ask(holder, cast):
        return
    if child(verb, "neg") is not None or any(_tells(one, verb) for one in already):
        return
    about = [one for draft in already if verb.is_ancestor(draft.trigger) for one in draft.who]
    for thing in _things(verb):
        kind = _kind(thing, verb, holder, cast)
        if kind is None or any(one.trigger == thing for one in already):
            continue
        draft = Draft(kind, sentence, thing, _whom(thing, cast) or about, confidence=0.65)
        draft.details = subtree_text(thing, leaving=frozenset({"cc", "conj", "punct", "appos"}))
        draft.modality = Modality.DEMANDED
        draft.told_by = speaker(verb, sentence, cast, tellers)
        yield draft


def _called_for(sentence: Sentence, verb: Token, already: Iterable[Draft], cast: Cast) -> Iterator[Draft]:
    """ "There were calls for an inquiry and for his resignation": nobody says whose."""
    calls = children(verb, "attr") if child(verb, "expl") is not None else []
    called = [one for one in calls if one.lemma_ in ("call", "demand", "appeal")]
    told = {one.trigger for one in already}
    # The parser hangs a second "for" on the first.
    within = (part for call in called for part in call.subtree if part.lower_ == "for")
    for thing in (thing for word in within for thing in children(word, "pobj")):
        draft = wanted_thing(sentence, thing, cast) if thing not in told else None
        if draft is not None:
            yield draft


def wanted_thing(sentence: Sentence, thing: Token, cast: Cast) -> Draft | None:
    """The demand that a noun makes by itself: "an inquiry into his death", "the return of the bodies"."""
    lemma = thing.lemma_.casefold()
    inquiry = lemma in words("statements", "inquiries")
    if not inquiry and lemma not in words("statements", "asked_for") | _ENDED:
        return None
    draft = Draft(
        "intervention" if inquiry else "appeal", sentence, thing, _whom(thing, cast), confidence=0.65
    )
    draft.details = subtree_text(thing, leaving=frozenset({"cc", "conj", "punct", "relcl"}))
    draft.modality = Modality.DEMANDED
    return draft


_ENDED = frozenset(
    ("end", "halt", "punishment", "suspension", "dismissal", "removal", "reinstatement", "publication")
)


def may_ask(holder: Token, cast: Cast) -> bool:
    """Not the police, who ask for names, and not a court."""
    return not any(is_power(one) for one in cast.all_of(holder)) and holder.lemma_.casefold() not in (
        words("people", "official") | words("people", "government") | words("telling", "courts") | {"they"}
    )


def _tells(draft: Draft, verb: Token) -> bool:
    return draft.trigger == verb and draft.kind in ("appeal", "intervention")


def _things(verb: Token) -> Iterator[Token]:
    """The nouns of the list that the verb opens, however the parser has hung them on one another."""
    first = children(verb, "dobj", "nsubj", "ccomp")
    wanted = _WITH.get(verb.lemma_)
    heads = [one for one in first if one.i > verb.i and one.pos_ == "NOUN"] if wanted is None else []
    heads += [child(one, "nsubj") or one for one in first if one.i > verb.i and one.lower_ == "back"]
    heads += [thing for word, thing in prepositions(verb) if word == wanted]
    for head in dict.fromkeys(heads):
        yield head
        yield from (one for one in head.subtree if one != head and _is_item(one, head))


def _is_item(noun: Token, head: Token) -> bool:
    """A further item, and nothing that a clause of an item speaks of."""
    if noun.pos_ != "NOUN" or noun.dep_ not in ("conj", "appos"):
        return False
    between = [above for above in noun.ancestors if head.is_ancestor(above)]
    return all(above.pos_ not in ("VERB", "AUX") for above in between)


def _kind(thing: Token, verb: Token, holder: Token, cast: Cast) -> str | None:
    lemma = thing.lemma_.casefold()
    if lemma == "access" and not _is_access_to_people(thing, cast):
        return None
    if lemma in words("statements", "inquiries") or (lemma == "access" and not cast.person_like(holder)):
        return "intervention"  # a body asks for access to others, and people for themselves
    if verb.lemma_ in ("ask", "request") and lemma in _ASKED_OF_ANYBODY:
        return None
    if lemma == "return" and any(cast.person_like(part) for part in children(thing, "poss")):
        return None
    asked = words("statements", "asked_for") if verb.lemma_ not in ("want", "seek") else _SOUGHT
    body = lemma in ("body", "remains", "remain") and verb.lemma_ in ("want", "demand", "request")
    return "appeal" if lemma in asked or body else None


_ASKED_OF_ANYBODY = frozenset(
    "information explanation answer clarification dialogue visit examination".split()
)


def _is_access_to_people(thing: Token, cast: Cast) -> bool:
    """To those held, to where they are, to a doctor or lawyer for them."""
    needed = words("forcing", "custody") | words("statements", "helping") | {"lawyer", "counsel", "record"}
    # The parser may hang "to doctors" on a word before.
    inside = [*thing.rights, *thing.doc[thing.i + 1 : thing.i + 5]]
    return any(cast.person_like(part) or part.lemma_.casefold() in needed for part in inside)


def _whom(thing: Token, cast: Cast) -> list[Referent]:
    """Whom it is for: "an inquiry into the death of", "access to doctors for", "his body"."""
    own = [one for one in thing.subtree if one.dep_ in ("poss", "pobj") and cast.person_like(one)]
    return people_among(own[:1], cast)
