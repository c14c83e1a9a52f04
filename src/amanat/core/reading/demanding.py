"""What people and bodies ask of those in power, where no act of the vocabulary is asked for: "the authorities must tell
us where they are", "the family wants the army to hand over the bodies", the items of a list of demands.

A demand for an act ("must release her") is told as that act, demanded. What is asked of a power besides is an appeal,
and an intervention where it is an inquiry or a visit or a body that stands up for people asks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from amanat.core.claim import Modality
from amanat.core.reading.cast import Cast
from amanat.core.reading.draft import Draft
from amanat.core.reading.intervening import intervenes
from amanat.core.reading.phrases import (
    child,
    children,
    conjuncts,
    is_passive,
    prepositions,
    subject,
    subtree_text,
)
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import is_power, people_among, speaker
from amanat.core.reading.telling import Tellers
from amanat.core.reading.wanted import wanted_things
from amanat.core.reading.wordlists import words


def demands(
    sentence: Sentence, found: Iterable[Draft], cast: Cast, tellers: Tellers, *, listed: bool
) -> Iterator[Draft]:
    """The demands of a sentence in which ``found`` reads none. ``listed``: it is an item of a list of demands."""
    already = list(found)
    made = False
    for verb in sentence.tokens():
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        draft = _of_power(sentence, verb, cast) or _asked_of_power(sentence, verb, cast, tellers)
        asked = [draft] if draft is not None and not _is_said(draft, already) else []
        asked += wanted_things(sentence, verb, already, cast, tellers)
        for one in asked:
            made = True
            already.append(one)
            yield one
    if (listed or _is_wish(sentence)) and not made and not already:
        draft = _item(sentence)
        if draft is not None:
            yield draft


def _is_said(draft: Draft, already: Iterable[Draft]) -> bool:
    """Whether what is demanded is told as an act, or the demand itself has been read."""
    asked = draft.trigger
    return any(
        one.trigger == asked
        or one.kind in ("appeal", "intervention")
        or (asked.is_ancestor(one.trigger) and one.modality is not Modality.ASSERTED)
        for one in already
    )


# -- "the authorities must tell us where they are"; "they have to protect us" --------------------------------


def _of_power(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    holder = child(verb, "nsubj")
    if holder is None or is_passive(verb) or child(verb, "neg") is not None or not _must(verb):
        return None
    if verb.lemma_ not in words("statements", "owed") or not _is_answerable(holder, cast):
        return None
    if holder.lower_ == "they" and verb.lemma_ in _BRINGING and not _concerns(verb, cast):
        return None
    return _draft(sentence, verb, verb, _kind(verb, None), by=None)


_BRINGING = frozenset(
    "bring hand give take return provide find open look go help act let allow publish".split()
)


def _concerns(verb: Token, cast: Cast) -> bool:
    """What "they" must do is done to or for somebody: "they must bring out Nakato"; "they must bring their cards"."""
    return any(cast.person_like(thing) for thing in children(verb, "dobj", "dative")) or any(
        thing.lower_ in ("us", "me", "him", "her", "them") for thing in children(verb, "dobj", "dative")
    )


def _must(verb: Token) -> bool:
    """ "must", "should", "ought to", "have to", "need to"."""
    own = any(part.lower_ in ("must", "should", "shall") for part in children(verb, "aux"))
    above = verb.head if verb.dep_ == "xcomp" else None
    return own or (above is not None and above.lemma_ in ("ought", "need") and above.i < verb.i)


def _is_answerable(holder: Token, cast: Cast) -> bool:
    """A state or its bodies, the world, or "they" whom nobody knows: who can be asked to account for people."""
    if holder.lower_ in ("they", "someone", "somebody"):
        one = cast.of(holder)
        return one is None or is_power(one)
    if holder.lemma_.casefold() in words("statements", "answerable"):
        return True
    return any(is_power(one) for one in cast.all_of(holder))


# -- "the family asks the army to hand over the bodies"; "I want the government to show me a video" ----------

_ASKING = frozenset(
    "ask want request demand beg urge call appeal implore plead press petition exhort entreat".split()
)


def _asked_of_power(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    holder = subject(verb)
    if verb.lemma_ not in _ASKING or holder is None or is_passive(verb) or child(verb, "neg") is not None:
        return None
    asked = next((clause for clause in children(verb, "xcomp", "ccomp", "advcl") if clause.i > verb.i), None)
    if asked is None or _is_question(asked):
        return None
    if not any(_is_answerable(one, cast) for one in _addressed(verb, asked)):
        return None
    speaking = holder.lower_ in ("i", "we")
    if not (speaking or people_among(conjuncts(holder), cast) or cast.of(holder) is not None):
        return None
    draft = _draft(sentence, verb, asked, _kind(asked, holder if not speaking else None, cast), by=holder)
    if draft.kind == "intervention":
        draft.who = people_among([token for token in asked.subtree if token.dep_ != "nsubj"], cast)
        draft.by = [one for part in conjuncts(holder) for one in cast.all_of(part)[:1]]
        return draft
    draft.who = people_among(conjuncts(holder), cast)
    draft.told_by = speaker(verb, sentence, cast, tellers)
    return draft


def _is_question(asked: Token) -> bool:
    """ "Asked him where he lived", "asked whether they knew": to be told, and nothing else."""
    return any(part.tag_ in ("WRB", "WP", "WDT") or part.lower_ in ("whether", "if") for part in asked.lefts)


def _addressed(verb: Token, asked: Token) -> list[Token]:
    """Of whom it is asked: the object, or the subject of what is asked for."""
    things = [*children(verb, "dobj", "dative"), *children(asked, "nsubj")]
    return things + [thing for word, thing in prepositions(verb) if word in ("on", "upon", "to", "for")]


# -- "– provide them with medical care;", "That the second pit be opened." -----------------------------------


def _is_wish(sentence: Sentence) -> bool:
    """ "That the second pit be opened.": a whole sentence of what somebody wants."""
    first, root = sentence.span[0], sentence.span.root
    bare = root.tag_ == "VB" or any(part.lower_ == "be" for part in children(root, "auxpass", "aux"))
    subordinate = first.dep_ in ("mark", "det", "nsubj") or first.tag_ in ("IN", "DT")
    return first.lower_ == "that" and subordinate and bare and not sentence.text.rstrip().endswith("?")


def _item(sentence: Sentence) -> Draft | None:
    root = sentence.span.root
    if root.pos_ not in ("VERB", "AUX") or len(list(sentence.tokens())) < 3:
        return None
    return _draft(sentence, root, root, _kind(root, None), by=None)


# -- what kind of demand -------------------------------------------------------------------------------------


def _kind(asked: Token, holder: Token | None, cast: Cast | None = None) -> str:
    inquiring = any(
        part.lemma_ in words("statements", "inquiries")
        or (part.pos_ == "VERB" and part.lemma_ in words("statements", "inquiring"))
        for part in asked.subtree
    )
    stands_up = holder is not None and cast is not None and intervenes(holder, cast)
    return "intervention" if inquiring or stands_up else "appeal"


def _draft(sentence: Sentence, trigger: Token, asked: Token, kind: str, by: Token | None) -> Draft:
    details = subtree_text(asked, leaving=frozenset({"nsubj", "aux", "mark", "punct"}))
    draft = Draft(kind, sentence, trigger, details=details, confidence=0.65)
    draft.modality = Modality.ASSERTED if by is not None else Modality.DEMANDED
    return draft


def without_doubles(statements: list[Draft], acts: Iterable[Draft]) -> list[Draft]:
    """The statements without the appeals that ask for nothing but an act told as demanded: "urged them to free her"."""
    demanded = [one for one in acts if one.modality is Modality.DEMANDED]
    return [
        one
        for one in statements
        if one.kind != "appeal" or not any(one.trigger.is_ancestor(act.trigger) for act in demanded)
    ]
