"""Notifications: an authority tells a person or a family of a decision that concerns them, or does not."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.draft import Draft
from amanat.core.reading.phrases import child, children, is_passive, prepositions, subject, subtree_text
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import people_among, referents
from amanat.core.reading.telling import Tellers
from amanat.core.reading.wordlists import words

_RECEIVING = frozenset({"receive", "get"})
_GIVING = frozenset({"give", "send", "serve", "hand", "deliver", "issue", "show"})


def notifications(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Iterator[Draft]:
    for rule in (_received, _given, _informed, _told_them, _communicated):
        draft = rule(sentence, verb, cast)
        if draft is not None:
            yield draft
            return


def _notice(verb: Token, *deps: str) -> Token | None:
    return next(
        (
            part
            for part in children(verb, *deps)
            if part.lemma_ in words("statements", "notices") and _is_official(part)
        ),
        None,
    )


def _in_writing(verb: Token) -> Token | None:
    """ "has not received anything in writing"."""
    written = any(word == "in" and thing.lemma_ == "writing" for word, thing in prepositions(verb))
    return next((part for part in children(verb, "dobj") if written or _is_written(part)), None)


def _is_written(thing: Token) -> bool:
    return any(word == "in" and inner.lemma_ == "writing" for word, inner in prepositions(thing))


def _is_official(notice: Token) -> bool:
    """ "a paper saying that …", "an order from the court", "no explanation"; a letter from a friend is none."""
    if _has_no(notice):
        return True
    if notice.lemma_ not in words("statements", "common_notices"):
        return True
    saying = any(
        part.lemma_ in ("say", "state", "inform", "read", "declare", "announce")
        for part in children(notice, "acl", "relcl")
    )
    power = words("people", "government") | words("people", "official") | {"court", "judge", "prison", "camp"}
    source = any(
        word in ("from", "by") and (thing.lemma_ in power)
        for word, thing in [*prepositions(notice), *prepositions(notice.head)]
    )
    return (
        saying
        or source
        or any(
            part.lower_ in ("official", "written", "formal", "deportation", "expulsion")
            for part in notice.lefts
        )
    )


def _received(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    receives = verb.lemma_ in _RECEIVING and not is_passive(verb)
    notice = (_notice(verb, "dobj") or _in_writing(verb)) if receives else None
    holder = subject(verb)
    if notice is None or holder is None:
        return None
    return _draft(sentence, verb, [holder], notice, subtree_text(notice), cast)


def _given(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    """ "gave his family a death certificate", "No verdict was given to the family"."""
    if verb.lemma_ not in _GIVING:
        return None
    to = [thing for word, thing in prepositions(verb) if word == "to"]
    if is_passive(verb):
        holder = subject(verb)
        notice = _notice(verb, "nsubjpass")
        if notice is not None:
            return _draft(sentence, verb, to, notice, subtree_text(notice), cast)
        notice = _notice(verb, "dobj", "oprd")
        return (
            _draft(sentence, verb, [holder], notice, subtree_text(notice), cast)
            if notice is not None and holder is not None
            else None
        )
    notice = _notice(verb, "dobj")
    whom = children(verb, "dative") or to
    return _draft(sentence, verb, whom, notice, subtree_text(notice), cast) if notice is not None else None


def _informed(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    """ "was notified of the verdict", "were not told why they had been arrested"."""
    if verb.lemma_ not in ("notify", "inform", "tell") or not is_passive(verb):
        return None
    holder = subject(verb)
    said = child(verb, "ccomp", "dobj") or next(
        (thing for word, thing in prepositions(verb) if word in ("of", "about", "on")), None
    )
    official = verb.lemma_ != "tell" or (said is not None and _tells_a_decision(said))
    concerned = holder is not None and any(part.lemma_ in _CONCERNED for part in holder.subtree)
    if holder is None or not official or (verb.lemma_ != "tell" and said is None and not concerned):
        return None
    return _draft(sentence, verb, [holder], None, subtree_text(said) if said is not None else None, cast)


_CONCERNED = frozenset(
    "family relative mother father wife husband parent lawyer counsel son daughter kin".split()
)


def _told_them(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    """ "informed him orally of the sentence", "Nobody told his mother that he had been moved"."""
    if verb.lemma_ not in ("notify", "inform", "tell") or is_passive(verb):
        return None
    whom = children(verb, "dobj", "dative")
    around = [verb, *whom]
    said = child(verb, "ccomp") or next(
        (thing for head in around for word, thing in prepositions(head) if word in ("of", "about", "on")),
        None,
    )
    teller = child(verb, "nsubj")
    if teller is None or said is None or not whom or not _tells_a_decision(said):
        return None
    one = cast.of(teller)
    nobody = teller.lower_ in ("nobody", "none", "they", "one")
    power = words("people", "government") | words("people", "official") | {"court", "judge", "prison"}
    if not (nobody or teller.lemma_ in power or (one is not None and one.noun in power)):
        return None
    told_in_talk = any(part.lower_ in ("me", "us") for part in whom) and not nobody
    if verb.lemma_ == "tell" and (told_in_talk or not (nobody or teller.lemma_ in power)):
        return None
    return _draft(sentence, verb, whom, None, subtree_text(said), cast)


def _tells_a_decision(said: Token) -> bool:
    inside = {part.lemma_.casefold() for part in said.subtree}
    if said.lower_ == "nothing":
        return True
    return bool(inside & words("statements", "decisions"))


def _communicated(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    """ "the ruling has not been communicated to him", "the family was not shown the warrant"."""
    if verb.lemma_ not in ("communicate", "announce", "disclose", "convey") or not is_passive(verb):
        return None
    to = [thing for word, thing in prepositions(verb) if word == "to"]
    about = subject(verb)
    return (
        _draft(sentence, verb, to, None, subtree_text(about) if about is not None else None, cast)
        if to
        else None
    )


def says_nothing(verb: Token) -> bool:
    """ "was given no explanation", "Neither she nor his parents have received anything"."""
    things = children(verb, "dobj", "oprd")
    empty = any(part.lower_ == "nothing" or _has_no(part) for part in things)
    holder = child(verb, "nsubj", "nsubjpass")
    neither = holder is not None and any(part.lower_ == "neither" for part in holder.subtree)
    return (empty or neither) and not any(part.dep_ == "neg" for part in verb.children)


def _has_no(thing: Token) -> bool:
    return any(part.lower_ == "no" for part in children(thing, "det"))


def _draft(
    sentence: Sentence, verb: Token, whom: list[Token], notice: Token | None, details: str | None, cast: Cast
) -> Draft | None:
    who = people_among(whom, cast)
    if not who:
        return None
    sources = [*prepositions(verb), *(prepositions(notice) if notice is not None else ())]
    by = referents([thing for word, thing in sources if word in ("from", "by")], cast)
    giver = child(verb, "nsubj") if verb.lemma_ in _GIVING and not is_passive(verb) else None
    by += referents([giver], cast) if giver is not None else []
    return Draft("notification", sentence, verb, who, by, details=details, confidence=0.8)
