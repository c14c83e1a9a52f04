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
from amanat.core.reading.governing import holds_out
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
from amanat.core.reading.records import told_beside
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import is_power, people_among, speaker
from amanat.core.reading.telling import Tellers
from amanat.core.reading.wanted import may_ask, wanted_thing, wanted_things
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
        draft = (
            _of_power(sentence, verb, cast)
            or _asked_of_power(sentence, verb, cast, tellers)
            or _to_know(sentence, verb, cast, tellers)
            or _asked_to_be(sentence, verb, cast, tellers)
            or _until(sentence, verb, cast, tellers)
        )
        asked = [draft] if draft is not None and not _is_said(draft, already) else []
        asked += _further(draft, already) if draft is not None else []
        asked += wanted_things(sentence, verb, already, cast, tellers)
        for one in asked:
            made = True
            already.append(one)
            yield one
    told = any(not told_beside(one) for one in already)
    if (listed or _is_wish(sentence)) and not made and not told:
        draft = _item(sentence, cast)
        if draft is not None:
            yield draft


def _is_said(draft: Draft, already: Iterable[Draft]) -> bool:
    """Whether what is demanded is told as an act, or the demand itself has been read."""
    asked = draft.trigger
    return any(
        one.trigger == asked
        or one.kind in ("appeal", "intervention")
        or (_asks_only(asked, one.trigger) and one.modality is not Modality.ASSERTED)
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
    known = people_among(conjuncts(holder), cast) or cast.of(holder) is not None
    if not (speaking or known or tellers.can_tell(holder)):
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


_THEN = frozenset((",", ";", "and", "or", "–", "—"))


def _opens_another(verb: Token) -> bool:
    """ ", to let his wife visit him and to publish the list": each is a demand, however the parser has hung it."""
    return verb.tag_ == "VB" and verb.i > 1 and verb.nbor(-1).lower_ == "to" and verb.nbor(-2).lower_ in _THEN


def _further(first: Draft, already: Iterable[Draft]) -> Iterator[Draft]:
    """What is asked for in the clauses that follow the first, where no act is told of in them."""
    known = list(already)
    if first.trigger.lemma_ not in _ASKING or any(one.kind in ("appeal", "intervention") for one in known):
        return
    clauses = [one for one in first.trigger.subtree if one.i > first.trigger.i and _opens_another(one)]
    for verb in clauses:
        asks = verb.lemma_ in words("statements", "owed") | words("statements", "inquiring")
        if not asks or any(_clause_of(one.trigger) == verb for one in known):
            continue
        draft = _draft(first.sentence, verb, verb, _kind(verb, None), by=None)
        draft.kind = first.kind if draft.kind == "appeal" else draft.kind
        draft.modality = first.modality
        draft.who, draft.by, draft.told_by = list(first.who), list(first.by), list(first.told_by)
        yield draft


def _clause_of(word: Token) -> Token | None:
    """The last verb up to the word that opens a further clause."""
    before = [one for one in word.sent if one.i <= word.i and _opens_another(one)]
    return before[-1] if before else None


# -- "demanded to know where he is", "asks that she be allowed to write", "we will not leave until they tell us" --


def _to_know(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """To be told something is asked of whoever knows it, named or not."""
    holder = subject(verb)
    known = next((one for one in children(verb, "xcomp") if one.lemma_ in ("know", "learn", "hear")), None)
    if (
        verb.lemma_ not in ("demand", "insist")
        or holder is None
        or known is None
        or not may_ask(holder, cast)
    ):
        return None
    return _of_people(sentence, verb, known, holder, cast, tellers)


def _asked_to_be(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """ "That the officers be suspended": the bare verb says that it is asked for. Not what the sides ask of a court."""
    holder = subject(verb)
    if verb.lemma_ not in _ASKING | {"insist"} or holder is None or is_passive(verb) or child(verb, "neg"):
        return None
    asked = next((one for one in children(verb, "ccomp") if _is_bare(one)), None)
    if asked is None or not may_ask(holder, cast) or holder.lemma_ in _OF_A_TRIAL:
        return None
    if asked.lemma_ not in words("statements", "owed") | words("statements", "inquiring") | _DONE_ABOUT:
        return None
    return _of_people(sentence, verb, asked, holder, cast, tellers)


_OF_A_TRIAL = frozenset("defence defense prosecution lawyer attorney counsel".split())
_DONE_ABOUT = frozenset(
    "suspend dismiss remove resign treat see hear withdraw permit pay resume return".split()
)


def _is_bare(clause: Token) -> bool:
    helped = [*children(clause, "aux", "auxpass")]
    bare = any(part.lower_ == "be" and part.tag_ == "VB" for part in helped)
    plain = clause.tag_ == "VB" and not helped
    return (bare or plain) and child(clause, "nsubj", "nsubjpass") is not None and len(helped) < 2


def _until(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Draft | None:
    """What people wait for and will not give up."""
    clause = next((one for one in children(verb, "advcl") if holds_out(verb, one)), None)
    holder = subject(verb)
    if clause is None or holder is None or not (holder.lower_ in ("i", "we") or may_ask(holder, cast)):
        return None
    got = clause.lemma_ in ("know", "get", "receive", "see", "learn") or _owes(clause)
    return _of_people(sentence, verb, clause, holder, cast, tellers) if got else None


def _owes(clause: Token) -> bool:
    doer = child(clause, "nsubj")
    return (
        doer is not None and doer.lower_ not in ("i", "we") and clause.lemma_ in words("statements", "owed")
    )


def _of_people(
    sentence: Sentence, verb: Token, asked: Token, holder: Token, cast: Cast, tellers: Tellers
) -> Draft:
    stands_up = holder if holder.lower_ not in ("i", "we") else None
    draft = _draft(sentence, verb, asked, _kind(asked, stands_up, cast), by=None)
    draft.who = people_among([one for one in asked.subtree if one.dep_ != "poss"], cast)[:1]
    draft.told_by = speaker(verb, sentence, cast, tellers)
    return draft


# -- "– provide them with medical care;", "That the second pit be opened." -----------------------------------


def _is_wish(sentence: Sentence) -> bool:
    """ "That the second pit be opened.": a whole sentence of what somebody wants."""
    first, root = sentence.span[0], sentence.span.root
    bare = root.tag_ == "VB" or any(part.lower_ == "be" for part in children(root, "auxpass", "aux"))
    subordinate = first.dep_ in ("mark", "det", "nsubj") or first.tag_ in ("IN", "DT")
    return first.lower_ == "that" and subordinate and bare and not sentence.text.rstrip().endswith("?")


def _item(sentence: Sentence, cast: Cast) -> Draft | None:
    root = sentence.span.root
    if root.pos_ in ("NOUN", "PROPN"):
        return wanted_thing(sentence, root, cast)
    if root.pos_ not in ("VERB", "AUX") or len(list(sentence.tokens())) < 3:
        return None
    return _draft(sentence, root, root, _kind(root, None), by=None)


# -- what kind of demand -------------------------------------------------------------------------------------


def _kind(asked: Token, holder: Token | None, cast: Cast | None = None) -> str:
    inquiring = any(
        _inquires(part) for part in asked.subtree if _clause_of(part) in (None, _clause_of(asked))
    )
    stands_up = holder is not None and cast is not None and intervenes(holder, cast)
    return "intervention" if inquiring or stands_up else "appeal"


def _inquires(word: Token) -> bool:
    if word.pos_ != "VERB":
        return word.lemma_ in words("statements", "inquiries")
    visitor = subject(word) if word.lemma_ == "visit" else None
    own = visitor is not None and visitor.lemma_.casefold() in words("people", "kin") | _VISITORS
    return word.lemma_ in words("statements", "inquiring") and not own


_VISITORS = frozenset(("family", "relative", "lawyer", "friend"))


def _draft(sentence: Sentence, trigger: Token, asked: Token, kind: str, by: Token | None) -> Draft:
    details = _own_words(asked)
    draft = Draft(kind, sentence, trigger, details=details, confidence=0.65)
    draft.modality = Modality.ASSERTED if by is not None else Modality.DEMANDED
    return draft


def _own_words(asked: Token) -> str:
    """The clause's words up to where another is asked for."""
    after = next((one for one in asked.subtree if one.i > asked.i and _opens_another(one)), None)
    if after is None:
        return subtree_text(asked, leaving=frozenset({"nsubj", "aux", "mark", "punct"}))
    return str(asked.doc[asked.i : after.i - 1].text).rstrip(" ,;–—").removesuffix(" and").rstrip(" ,;")


def without_doubles(statements: list[Draft], acts: Iterable[Draft]) -> list[Draft]:
    """The statements without the appeals that ask for nothing but an act told as demanded: "urged them to free her"."""
    demanded = [one for one in acts if one.modality is Modality.DEMANDED]
    return [
        one
        for one in statements
        if one.kind != "appeal" or not any(_asks_only(one.trigger, act.trigger) for act in demanded)
    ]


def _asks_only(asking: Token, act: Token) -> bool:
    """Not of "asks them to say why she is held and to free her", where more is asked for than the act."""
    return asking.is_ancestor(act) and _clause_of(act) in (None, asking, _clause_of(asking))
