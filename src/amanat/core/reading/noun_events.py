"""Acts told by nouns: "received a six-year jail term", "the arrest of the poet in May", "fear of torture"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.event import Event
from amanat.core.reading.frames import Frame, by_noun, fits
from amanat.core.reading.phrases import child, children, conjuncts, is_passive, prepositions
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.undergoing import object_of, subject_of
from amanat.core.reading.wordlists import person_nouns, words

_SUPPORT = frozenset(
    (
        "receive get face suffer undergo endure experience give hand serve sustain survive subject be "
        "await order impose pass commute complete begin start carry commit perform appeal expect risk "
        "fear avoid escape uphold confirm overturn quash reduce increase extend announce read pronounce "
        "deliver issue suspend annul reverse reinstate finish end get deserve"
    ).split()
)
_SELF_SUFFICIENT = frozenset(
    (
        "torture ill-treatment mistreatment beating rape sentence term indoctrination brainwashing "
        "whipping flogging"
    ).split()
)
_DEMANDING = frozenset("call demand urge seek appeal press campaign plead".split())


def noun_events(sentence: Sentence, noun: Token, cast: Cast) -> Iterator[Event]:
    if noun.dep_ in ("compound", "amod", "nmod") or cast.name_at(noun) is not None:
        return
    if noun.lemma_ == "imprisonment" and (
        any(part.lemma_ in ("year", "month", "life") for part in noun.lefts) or _is_punishment(noun)
    ):
        return
    frames = by_noun().get(noun.lemma_.casefold(), ())
    for frame in sorted(frames, key=lambda one: not _is_phrase(one, noun)):
        if noun.lemma_.casefold() not in frame.nouns and not _is_phrase(frame, noun):
            continue
        if (
            frame.phrases
            and not _is_phrase(frame, noun)
            and not frame.needs
            and noun.lemma_ not in _SELF_SUFFICIENT
        ):
            continue
        if not fits(frame, noun, cast):
            continue
        support = _support(noun) or _left_without(frame, noun)
        who = _who_of_noun(noun, support, cast)
        if who and (support is not None or _told_as_new(noun) or _is_specific(frame) or _owned_by(noun, who)):
            by = [thing for word, thing in prepositions(noun) if word == "by"]
            clause = support or noun
            yield Event(frame.kind, sentence, noun, clause, who, by or _giver(support), frame.as_kind, 0.7)
            return


def _is_punishment(noun: Token) -> bool:
    """ "Sentenced to imprisonment": the sentence says so already."""
    return (
        noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ in ("sentence", "condemn")
    )


def _left_without(frame: Frame, noun: Token) -> Token | None:
    """The verb under which somebody goes without: "held without access to a doctor"."""
    above = noun.head.head if any("without" in need for need in frame.needs) else None
    return above if above is not None and above.pos_ == "VERB" else None


def people_among(tokens: list[Token], cast: Cast) -> list[Token]:
    return [token for token in tokens if any(cast.person_like(part) for part in conjuncts(token))]


def _is_specific(frame: Frame) -> bool:
    """A noun whose entry asks for more ("death in custody") is no mere pointing back."""
    return any(key in need for need in frame.needs for key in ("beside", "prep", "modifier"))


def _is_phrase(frame: Frame, noun: Token) -> bool:
    text = " " + noun.doc[max(0, noun.i - 3) : noun.i + 1].text.casefold().replace("-", " ")
    return any(text.endswith((f" {phrase}", f" {phrase}s")) for phrase in frame.phrases)


def _support(noun: Token) -> Token | None:
    """The verb that says the noun happened to its subject: "received a sentence", "was subjected to torture"."""
    top = noun
    while top.dep_ == "conj":
        top = top.head
    governing = _governing(top)
    if governing is not None:
        return governing
    imposed = next(
        (
            part
            for part in children(noun, "relcl", "acl")
            if part.lemma_ in ("impose", "hand", "give", "pass", "receive")
        ),
        None,
    )
    if imposed is not None:
        return imposed
    if top.dep_ in ("dobj", "attr", "oprd") and top.head.lemma_ in _SUPPORT and top.head.lemma_ != "be":
        return top.head
    if (
        top.dep_ == "dobj"
        and top.head.lower_ == "forced"
        and top.head.head.lemma_ in ("subject", "expose", "condemn")
    ):
        return top.head.head
    if top.dep_ == "pobj":
        above = top.head.head
        if top.head.lower_ in ("to", "of", "with") and above.lemma_ in (
            "subject",
            "expose",
            "victim",
            "sentence",
            "threaten",
        ):
            return (
                above
                if above.pos_ == "VERB"
                else (above.head if above.head.pos_ in ("VERB", "AUX") else None)
            )
        if top.head.lower_ == "from" and above.lemma_ in ("suffer", "die"):
            return above
        if top.head.lower_ in ("into", "to") and above.lemma_ in ("force", "coerce", "press"):
            return above
    return None


def _governing(noun: Token) -> Token | None:
    """The verb that demands it ("called for the release of …"), or under which it is feared ("at risk of …")."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in _DEMANDING:
        return noun.head
    if noun.dep_ != "pobj":
        return None
    above = noun.head.head
    if noun.head.lower_ == "for" and above.lemma_ in _DEMANDING:
        return above
    if noun.head.lower_ == "of" and above.lemma_ in words("telling", "feared_nouns"):
        return next((verb for verb in above.ancestors if verb.pos_ in ("VERB", "AUX")), None)
    return None


def _who_of_noun(noun: Token, support: Token | None, cast: Cast) -> list[Token]:
    """The first of these that are people: whose it is, to whom it was given, who received it."""
    owners = children(noun, "poss") or _with(noun, ("of", "against"))
    givers = support is not None and support.lemma_ in _GIVING_NOUNS
    chances = [owners]
    if support is not None and support.lemma_ not in _DEMANDING:
        given = _given(support)
        own = subject_of(support)
        if is_passive(support):
            chances += [given, own]
        else:
            chances += [given, object_of(support) if givers else [], own if not givers else []]
    elif support is None:
        chances.append(_with(noun.head, ("against",)) if noun.head.pos_ == "VERB" else [])
    return next((found for chance in chances if (found := people_among(chance, cast))), [])


def _with(token: Token, words_: tuple[str, ...]) -> list[Token]:
    return [_owned(thing) for word, thing in prepositions(token) if word in words_]


_GIVING_NOUNS = frozenset(
    (
        "give hand impose pass order subject expose uphold confirm overturn quash reduce increase extend "
        "announce read pronounce deliver issue suspend annul reverse reinstate commute demand"
    ).split()
)


def _given(support: Token) -> list[Token]:
    """To whom: "handed him a sentence", "imposed a fine on them"."""
    words_ = ("on", "upon", "against", "to") if support.lemma_ in ("give", "hand", "issue") else (
        "on", "upon", "against"
    )  # fmt: skip
    given = children(support, "dative") or [thing for word, thing in prepositions(support) if word in words_]
    return [
        inner for token in given for inner in (children(token, "pobj") if token.pos_ == "ADP" else [token])
    ]


def _owned(thing: Token) -> Token:
    """ "the confiscation of her passport" happened to her."""
    return (child(thing, "poss") or thing) if thing.lemma_ not in person_nouns() else thing


def _giver(support: Token | None) -> list[Token]:
    if support is None:
        return []
    if is_passive(support):
        return [thing for word, thing in prepositions(support) if word == "by"]
    if support.lemma_ in ("give", "hand", "impose", "pass", "order"):
        return subject_of(support)
    return []


def _owned_by(noun: Token, who: list[Token]) -> bool:
    """ "His arrest", "the disappearance of Qasim": whoever is named as its owner suffered it."""
    if only_dates(noun):
        return False
    return bool(children(noun, "poss")) or any(
        word in ("of", "against") and any(one == thing or thing.is_ancestor(one) for one in who)
        for word, thing in prepositions(noun)
    )


_DATING = frozenset("during throughout before after since until following pending amid despite".split())


def only_dates(noun: Token) -> bool:
    """ "During his detention", "on the day of her arrest": something else is told, and when it was."""
    if noun.dep_ not in ("pobj", "pcomp"):
        return False
    of_a_time = noun.head.lower_ == "of" and noun.head.head.lemma_ in (
        "day",
        "time",
        "night",
        "hour",
        "date",
        "eve",
    )
    dated = of_a_time and any(part.ent_type_ == "DATE" for part in noun.head.head.subtree if part.i > noun.i)
    return noun.head.lower_ in _DATING or (of_a_time and not dated)


def _told_as_new(noun: Token) -> bool:
    """A noun tells of an act of its own where the sentence says when, where or by whom; "her arrest" alone only
    points back."""
    inner = list(noun.subtree)
    dated = any(part.ent_type_ in ("DATE", "TIME") for part in inner)
    agent = any(word in ("by", "in", "at") and thing.ent_type_ for word, thing in prepositions(noun))
    verb = noun.head
    happened = noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in (
        "take",
        "occur",
        "happen",
        "come",
        "follow",
        "begin",
        "last",
        "open",
        "confirm",
        "start",
    )
    outside = happened and any(part.ent_type_ in ("DATE", "TIME") for part in verb.subtree)
    return dated or agent or outside
