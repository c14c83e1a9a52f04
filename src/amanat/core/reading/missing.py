"""Enforced disappearance as families tell of it: nobody has seen him since, no news of her, "we did not know where he
was", "they remain unaccounted for"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.event import Event
from amanat.core.reading.phrases import child, children, is_passive, prepositions, subject
from amanat.core.reading.sentences import Sentence

_KIND = "enforced disappearance"
_NOT = frozenset("not n't n’t never nobody none neither nothing no".split())
_SINCE = ("since", "ever", "again", "anymore", "longer")
_LOST = frozenset(
    "missing gone unknown unaccounted untraced vanished undisclosed unclear disappeared".split()
)
_NEWS = frozenset("news word trace sign information contact whereabouts fate".split())


def missing_events(sentence: Sentence, token: Token, cast: Cast) -> Iterator[Event]:
    """The one told of by this word, if it tells of somebody missing."""
    who = _missing(token, cast)
    people = [one for one in who if cast.person_like(one)]
    if people:
        yield Event(_KIND, sentence, token, token, people, confidence=0.75, forbidden=_negated(token))


def _missing(token: Token, cast: Cast) -> list[Token]:
    lemma = token.lemma_.casefold()
    if token.pos_ in ("VERB", "AUX"):
        for rule in (_unseen, _unheard, _not_known_where, _lost, _missing_verb):
            found = rule(token, lemma)
            if found:
                return found
    return _without_news(token, lemma) if token.pos_ in ("NOUN", "PROPN") else []


def _negated(verb: Token) -> bool:
    """Whether the "not" that belongs to the act must be taken back."""
    own = children(verb, "neg") or any(part.lower_ == "never" for part in children(verb, "advmod"))
    holder = child(verb, "nsubj", "nsubjpass")
    nobody = holder is not None and (
        holder.lower_ in _NOT or any(part.lower_ == "no" for part in holder.children)
    )
    return bool(own) != bool(nobody)


def _is_since(verb: Token) -> bool:
    """ "since that night", "ever again": from then on."""
    return any(part.lower_ in _SINCE for part in verb.subtree if part.i > verb.i)


def _unseen(verb: Token, lemma: str) -> list[Token]:
    """ "have not seen our son since", "I never saw my husband again", "was last seen"."""
    if lemma not in ("see", "find", "trace", "locate"):
        return []
    last = any(part.lower_ == "last" for part in children(verb, "advmod"))
    if last and is_passive(verb):
        found = subject(verb)
        return [found] if found is not None else []
    if not _says_not(verb) or not (_is_since(verb) or lemma in ("trace", "locate")):
        return []
    if is_passive(verb):
        found = subject(verb)
        return [found] if found is not None else []
    return children(verb, "dobj")


def _says_not(verb: Token) -> bool:
    holder = child(verb, "nsubj", "nsubjpass")
    words_ = [*verb.children, *([holder, *holder.children] if holder is not None else [])]
    return any(part.lower_ in _NOT for part in words_)


def _unheard(verb: Token, lemma: str) -> list[Token]:
    """ "Nobody has heard from him", "we have not heard of her since June"."""
    if lemma != "hear" or not _says_not(verb):
        return []
    words_ = ("from", "of", "about") if _is_since(verb) else ("from",)
    return [thing for word, thing in prepositions(verb) if word in words_]


def _not_known_where(verb: Token, lemma: str) -> list[Token]:
    """ "did not know where he was", "refuse to say where she is being held"."""
    if lemma not in ("know", "say", "tell", "disclose", "reveal", "learn", "find", "have"):
        return []
    unwilling = _says_not(verb) or (
        verb.dep_ == "xcomp" and verb.head.lemma_ in ("refuse", "decline", "fail", "unable")
    )
    asked = lemma in ("say", "tell", "disclose", "reveal") and any(
        part.lower_ in ("must", "should") for part in children(verb, "aux")
    )
    ideas = [thing for thing in children(verb, "dobj") if thing.lemma_ in ("idea", "clue", "knowledge")]
    unwilling = unwilling or any(part.lower_ == "no" for idea in ideas for part in idea.children)
    clauses = [
        part
        for bearer in (verb, *ideas)
        for part in children(bearer, "ccomp", "advcl", "xcomp", "acl", "relcl")
        if _asks_where(part)
    ]
    if not (unwilling or asked) or not clauses:
        return []
    found = child(clauses[0], "nsubj", "nsubjpass")
    return [found] if found is not None else []


def _asks_where(clause: Token) -> bool:
    about = clause.lemma_ in ("be", "hold", "detain", "keep", "take", "go")
    alive = any(part.lower_ == "alive" for part in children(clause, "acomp", "advmod"))
    if alive and any(part.lower_ in ("whether", "if") for part in children(clause, "mark")):
        return True
    return about and any(part.lower_ == "where" for part in children(clause, "advmod"))


def _lost(verb: Token, lemma: str) -> list[Token]:
    """ "is still missing", "remain unaccounted for", "the fate of the two is unknown"."""
    if lemma not in ("be", "remain", "go", "report", "list", "stay"):
        return []
    parts = children(verb, "acomp", "attr", "oprd", "xcomp", "advmod", "ccomp")
    itself = lemma == "be" and any(part.lower_ in _LOST for part in parts)
    if not itself and not any(part.lower_ in _LOST for part in parts):
        return []
    holder = subject(verb)
    if holder is None:
        return []
    if holder.lemma_ in ("fate", "whereabouts", "location"):
        return _whose(holder)
    things = {part.lower_ for part in parts}
    return [holder] if things & {"missing", "unaccounted", "untraced", "vanished", "disappeared"} else []


def _missing_verb(verb: Token, lemma: str) -> list[Token]:
    """ "is still missing", which the tagger takes for a verb."""
    found = subject(verb) if verb.lower_ == "missing" and not children(verb, "dobj") else None
    return [found] if found is not None else []


def _without_news(noun: Token, lemma: str) -> list[Token]:
    """ "no news of the brothers", "no trace of the girl", "without word from her"."""
    if lemma not in _NEWS:
        return []
    without = any(part.lower_ in ("no", "any", "without") for part in noun.children) or (
        noun.head.lower_ == "without"
    )
    if without and lemma in ("news", "word", "trace", "sign", "information", "contact"):
        return [*_whose(noun), *_of_verb(noun)]
    return []


def _whose(noun: Token) -> list[Token]:
    return children(noun, "poss") or [
        thing for word, thing in prepositions(noun) if word in ("of", "from", "about", "on", "with")
    ]


def _of_verb(noun: Token) -> list[Token]:
    """ "Of the groom there is no news": the phrase hangs on the verb."""
    return [thing for word, thing in prepositions(noun.head) if word in ("of", "about", "from")]
