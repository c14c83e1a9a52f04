"""Which word tells of which act, to whom and by whom: the lexicon's entries over the parsed clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from amanat.core.reading.russian.cast import Cast, Who, is_person_like
from amanat.core.reading.russian.grammar import Sentence, Token
from amanat.core.reading.russian.lexicon import Entry, by_lemma, words
from amanat.core.reading.russian.naming import Individual
from amanat.core.reading.russian.stretches import Stretches

_CLAUSES = frozenset(("acl:relcl", "ccomp", "parataxis", "advcl", "acl", "conj", "csubj"))
_SUBJECTS = ("nsubj", "nsubj:pass")
_CASE_OF = {"object": "Acc", "dative": "Dat", "subject": "Nom"}
_AT = frozenset(("у", "к", "ко"))
_AGAINST = frozenset(("против", "отношение", "на"))


@dataclass(eq=False, slots=True)
class Event:
    """An act in the making. ``trigger`` is the word that tells of it."""

    entry: Entry
    sentence: Sentence
    trigger: Token
    who: list[Who] = field(default_factory=list)
    by: list[Who] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.entry.kind


def find_events(
    sentence: Sentence, cast: Cast, speaker_at: Callable[[Token], Individual | None]
) -> Iterator[Event]:
    """The acts of a sentence, in its order; an entry with more to it comes before a plainer one on the same word.

    ``speaker_at`` gives whoever says «я» at a word.
    """
    for token in sentence.tokens:
        for entry in by_lemma().get(token.lemma, ()):
            event = _event(entry, token, sentence, cast, speaker_at(token))
            if event is not None:
                yield event
                break


def _event(
    entry: Entry, token: Token, sentence: Sentence, cast: Cast, speaker: Individual | None
) -> Event | None:
    is_verb = token.lemma in entry.verbs
    if not _fits(token, is_verb):
        return None
    around = {each.lemma for each in clause(token)} | (
        {token.head.lemma} if token.head and not is_verb else set()
    )
    if (entry.needs and not entry.needs & around) or entry.unless & around:
        return None
    if entry.negated and not is_negated(token):
        return None
    if is_verb and _form(token) == "Part" and _is_noun_like(token):
        return None
    who = _victims(entry, token, cast, speaker)
    if entry.alone and not any(map(is_person_like, who)):
        return Event(entry, sentence, token) if token.rel in ("nsubj", "nsubj:pass", "obj", "obl") else None
    if entry.who != ("none",) and (entry.person or not is_verb) and not any(map(is_person_like, who)):
        if not _is_topic_free(entry, token):
            return None
        who = _topic(token, cast)
        if not who:
            return None
    by = _doers(token, cast, speaker) if entry.by == "subject" and is_verb else []
    return Event(
        entry, sentence, token, who, [one for one in by if not any(one.same_as(each) for each in who)]
    )


def _fits(token: Token, is_verb: bool) -> bool:
    """Whether the word is of the part of speech that the entry means: «бить» is no «бит»."""
    if is_verb and _form(token) == "Part":
        return True
    # A word whose dictionary form is an infinitive is a verb, whatever the tagger takes it for.
    return token.pos in ("VERB", "AUX", "NOUN") if is_verb else token.pos in ("NOUN", "PROPN")


def _form(token: Token) -> str:
    return token.feats.get("VerbForm", "")


def _is_noun_like(token: Token) -> bool:
    """«Задержанных держали в камере»: people, and no act of its own."""
    return (
        token.rel in ("nsubj", "nsubj:pass", "obj", "iobj", "nmod", "obl")
        and token.feats.get("Variant") != "Short"
    )


def clause(token: Token) -> list[Token]:
    """The words of the token's own clause: all below it but other clauses, and the verb that it completes."""
    found, waiting, seen = [], [token], set[int]()
    if token.rel in ("xcomp", "obj", "obl", "iobj", "nmod") and token.head is not None:
        waiting.append(token.head)
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        found.append(node)
        waiting += [
            child
            for child in node.children
            if child.rel not in _CLAUSES or child is token or (child.rel == "conj" and child.pos != "VERB")
        ]
    return found


def is_negated(token: Token) -> bool:
    """«не» with the word, or with the verb that it completes; «никто», «ни»."""
    holders = [token, *([token.head] if token.rel in ("xcomp", "csubj") and token.head else [])]
    return any(any(child.lemma in ("не", "никто", "ни") for child in holder.children) for holder in holders)


# -- to whom -------------------------------------------------------------------------------------------------


def _victims(entry: Entry, token: Token, cast: Cast, speaker: Individual | None) -> list[Who]:
    for place in entry.who:
        for found in _looked_for(place, token):
            who = cast.of(found, speaker)
            if who and (place != "of" or any(map(is_person_like, who))):
                return who
    return _in_stretch(entry, token, cast, speaker)


def _in_stretch(entry: Entry, token: Token, cast: Cast, speaker: Individual | None) -> list[Who]:
    """Where the parse does not tell: somebody in the right case between the same commas."""
    stretch = Stretches(cast.sentence_of(token)).of(token)
    for place in entry.who:
        for each in stretch:
            case = each.child("case")
            fitting = (
                (case is not None and case.lemma in _AT)
                if place == "at"
                else (case is None and each.case == _CASE_OF.get(place) and not _is_passive(token))
            )
            if fitting and is_animate_head(each) and (who := cast.of(each, speaker)):
                return who
    return []


def _looked_for(place: str, token: Token) -> Iterator[Token]:
    if place == "object":
        yield from _objects(token)
    elif place == "subject":
        subject = subject_of(token)
        if subject is not None and not _is_passive(token):
            yield subject
    elif place == "dative":
        for holder in _holders(token):
            yield from (
                each
                for each in holder.children
                if each.case == "Dat" and each.rel in ("iobj", "obl", "obj") and each.child("case") is None
            )
            if _is_passive(holder):
                yield from (
                    each for each in holder.all(*_SUBJECTS) if each.case == "Nom" and is_animate_head(each)
                )
    elif place == "of":
        yield from (
            each for each in token.all("nmod", "obl") if each.case == "Gen" and each.child("case") is None
        )
        yield from token.all("det")
        for thing in token.all("obj") if token.pos == "VERB" else []:
            yield from (each for each in thing.all("nmod") if each.case == "Gen" and is_animate_head(each))
    elif place == "at":
        for holder in _holders(token):
            yield from _with_case(holder, _AT)
    elif place == "against":
        for holder in _holders(token):
            yield from (
                each
                for each in holder.subtree()
                if (case := each.child("case")) is not None
                and (case.lemma in _AGAINST or any(c.lemma in _AGAINST for c in case.children))
            )


def is_animate_head(token: Token) -> bool:
    return token.feats.get("Animacy") == "Anim" or token.pos == "PRON"


def _holders(token: Token) -> list[Token]:
    """The word and what carries it: «отказали» of «в лечении», «пришли» of «с обыском»."""
    head = token.head
    carried = head is not None and token.rel in ("obl", "obj", "xcomp", "nsubj", "nsubj:pass", "nmod", "iobj")
    return [token, head] if carried and head is not None else [token]


def _with_case(holder: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    for each in holder.children:
        case = each.child("case")
        if case is not None and case.lemma in prepositions and is_animate_head(each):
            yield each


def _objects(token: Token) -> Iterator[Token]:
    """Whom the verb takes: the subject of a passive, the noun before or after a participle, else the object."""
    if _is_passive(token):
        if token.rel in ("amod", "acl") and token.head is not None:
            yield token.head
            return
        subject = subject_of(token)
        if subject is not None:
            yield subject
        return
    direct = token.all("obj")
    yield from (
        each for each in direct if each.case in ("Acc", "Gen", "") or each.pos in ("PRON", "DET", "NUM")
    )
    yield from (
        each
        for each in token.all("iobj", "obl", "nmod")
        if each.case in ("Acc",) and each.child("case") is None and is_animate_head(each)
    )
    if not direct and token.rel == "conj" and token.head is not None and token.child(*_SUBJECTS) is None:
        yield from _objects(token.head)
    if not direct and token.rel == "xcomp" and token.head is not None:
        yield from token.head.all("obj")


def _is_passive(token: Token) -> bool:
    return token.feats.get("Voice") == "Pass" or (
        token.child("nsubj:pass") is not None
        or (
            token.lemma.endswith("ся")
            and token.feats.get("Voice") == "Mid"
            and token.lemma in ("задерживаться", "содержаться", "удерживаться")
        )
    )


def subject_of(token: Token) -> Token | None:
    """Of the word itself, of what it is joined to, or of the verb that it completes."""
    node, seen = token, set[int]()
    while id(node) not in seen:
        seen.add(id(node))
        own = node.child(*_SUBJECTS)
        if own is not None:
            return own
        if node.head is None or node.rel not in ("conj", "xcomp", "advcl", "csubj", "acl", "parataxis"):
            return None
        if node.rel == "xcomp" and node.head.lemma in words("demanding") | words("preventing"):
            return None
        if node.rel == "acl":
            return node.head if _form(node) == "Part" and not _is_passive(node) else None
        if node.rel == "parataxis" and node.head.lemma in words("telling"):
            return None
        if node.rel == "advcl" and _form(node) != "Conv":
            return None
        node = node.head
    return None


# -- by whom -------------------------------------------------------------------------------------------------


def _doers(token: Token, cast: Cast, speaker: Individual | None) -> list[Who]:
    if _is_passive(token):
        doers = [
            each
            for each in token.all("obl", "obl:agent", "iobj")
            if each.case == "Ins"
            and each.child("case") is None
            and (is_animate_head(each) or each.lemma in words("government"))
        ]
    else:
        subject = subject_of(token)
        doers = [subject] if subject is not None else []
    found: list[Who] = []
    for each in doers:
        active = not _is_passive(token)
        if each.case in ("Gen", "Dat", "Loc") or (active and not cast.is_nominative(each)):
            continue
        if each.lemma in ("кто", "который", "что") and not cast.of(each, speaker):
            continue
        acting = is_animate_head(each) or each.lemma in words("government") or cast.is_body(each)
        found += cast.of(each, speaker) or ([Who(None, cast.phrase(each), each)] if acting else [])
    return found


# -- whom a note without a subject speaks of -----------------------------------------------------------------


def _is_topic_free(entry: Entry, token: Token) -> bool:
    """«Приговорён к четырём годам»: a short participle or past verb that opens its sentence without a subject."""
    short = token.feats.get("Variant") == "Short" or "subject" in entry.who
    singular = token.feats.get("Number") == "Sing"
    alone = token.rel == "root" and token.child(*_SUBJECTS, "obj") is None
    return short and singular and alone and token.feats.get("Gender") in ("Masc", "Fem")


def _topic(token: Token, cast: Cast) -> list[Who]:
    person = cast.last(token, token.gender)
    return [Who(person, person.names[0], token)] if person else []
