"""Kin told by the order of the words, in lists and beside names: "Amina Noor, 51, a cook, his wife,", "Emre Duman, the
elder son of the headman,", "the brother of the sheikh, Yahya Said,", "Emre and Kofi, brothers,", "Rahim s/o Karim".

Unnamed kin count where the text stops to say more of them: "their youngest child, a girl of five,".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.beside import heads_the_list, names_after
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.filiation import RELATIONS, relation_before
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import phrase_text, prepositions
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import individual, joined_before
from amanat.core.reading.wordlists import words

_SET_OFF = frozenset({",", "(", "–", "—"})
_ENDS = frozenset({",", "(", ")", "–", "—", ".", ";", ":"})
_BESIDE_KIN = frozenset(
    """elder eldest older oldest younger youngest big little twin half step first second third late only former own
    paternal maternal adult minor infant - in law two three four five both other""".split()
)
_BEREFT = frozenset({"bride", "groom", "widow", "widower", "orphan", "newlywed"})


def beside_kin(sentence: Sentence, kin: Token, cast: Cast) -> Iterator[Draft]:
    """What the words around a noun of kin say of whom."""
    for rule in (_named_behind, _at_the_end_of_a_list, _in_a_row, _told_more_of):
        who = rule(sentence, kin, cast)
        if who:
            yield Draft("kinship", sentence, kin, who, details=_words(sentence, kin), confidence=0.8)
            return


def by_letters(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    """ "Rahim Bux s/o Karim Bux", "Rahim Bux, s/o Karim Bux"."""
    for token in sentence.tokens():
        if token.lower_ not in RELATIONS or token.i + 1 >= sentence.span.end:
            continue
        before = token.nbor(-1) if token.i > sentence.span.start else None
        if before is not None and before.text in _SET_OFF and before.i > sentence.span.start:
            before = before.nbor(-1)
        child = individual(before, cast)
        if child is not None and child.names:
            parent = [one.text for one in token.doc[token.i + 1 : sentence.span.end] if _names(one, token)]
            details = f"{RELATIONS[token.lower_]} of {' '.join(parent)}"
            yield Draft("kinship", sentence, token, [child], details=details, confidence=0.9)


def _names(one: Token, letters: Token) -> bool:
    return relation_before(one) == letters and one.text[:1].isupper()


# -- "Amina Noor, 51, a cook, his wife"; "Emre Duman, the elder son of the village headman" ------------------


def _at_the_end_of_a_list(sentence: Sentence, kin: Token, cast: Cast) -> list[Referent]:
    first = _first_of(sentence, kin)
    owner = kin.doc[first] if first is not None else None
    of_somebody = _owner(kin, cast) is not None
    if first is None or owner is None or kin.tag_ not in ("NN", "NNP"):
        return []
    if not (of_somebody or (_is_owned(kin, first) and _closes(sentence, kin))):
        return []
    if first <= sentence.span.start or kin.doc[first - 1].text not in _SET_OFF:
        return []
    one = heads_the_list(sentence, first - 1, cast)
    return [one] if one is not None and one is not cast.of(owner) else []


# -- "the brother of the sheikh, Yahya Said," ----------------------------------------------------------------


def _owner(kin: Token, cast: Cast) -> Token | None:
    """The person behind "of": a name, or a noun for a person with "the"; children that are counted are none."""
    for word, thing in prepositions(kin):
        if word == "of" and (_is_somebody(thing, cast) or thing.lower_ == "one"):
            return thing
    return None


def _is_somebody(thing: Token, cast: Cast) -> bool:
    return not thing.like_num and (
        cast.person_like(thing) or thing.lower_ in words("people", "titles") | words("statuses", "offices")
    )


def _named_behind(sentence: Sentence, kin: Token, cast: Cast) -> list[Referent]:
    """ "The father of the boy, Hassan Ali, said"; "the son of a widow, Fatima Idris" names the widow."""
    other = _owner(kin, cast)
    if other is None or kin.tag_ not in ("NN", "NNP") or kin.doc[other.left_edge.i].lower_ in ("a", "an"):
        return []
    at = max(other.i, other.right_edge.i if other.right_edge.i < other.i + 3 else other.i) + 1
    if at + 1 >= sentence.span.end or kin.doc[at].text not in _SET_OFF:
        return []
    at += 1
    while at + 1 < sentence.span.end and _is_titling(kin.doc[at], cast):
        at += 1
    found = names_after(sentence, at, cast)
    return found if len(found) == 1 and found[0] is not cast.of(other) else []


def _is_titling(token: Token, cast: Cast) -> bool:
    title = token.lower_.rstrip(".") in words("people", "titles") or token.lower_ == "the"
    return title and cast.name_at(token) is None


# -- "Emre and Kofi Duman, brothers,"; "The sons, Emre and Kofi, were sentenced" -----------------------------


def _in_a_row(sentence: Sentence, kin: Token, cast: Cast) -> list[Referent]:
    if kin.tag_ not in ("NNS", "NNPS"):
        return []
    first = _first_of(sentence, kin)
    if first is None:
        return []
    if _closes(sentence, kin) and first > sentence.span.start and kin.doc[first - 1].text in _SET_OFF:
        before = kin.doc[first - 2] if first - 2 >= sentence.span.start else None
        name = cast.name_at(before) if before is not None else None
        if before is not None and name is not None and name.sort is Sort.PERSON:
            who = joined_before(sentence, before, cast)
            return who if len(who) > 1 else []
    following = kin.doc[kin.i + 1] if kin.i + 1 < sentence.span.end else None
    if following is not None and following.text in _SET_OFF | {":"}:
        found = names_after(sentence, kin.i + 2, cast)
        return found if len(found) > 1 else []
    return []


# -- "their youngest child, a girl of five,"; "Nazeela, the bride," ------------------------------------------


def _told_more_of(sentence: Sentence, kin: Token, cast: Cast) -> list[Referent]:
    if kin.tag_ not in ("NN", "NNP"):
        return []
    first = _first_of(sentence, kin)
    if first is None:
        return []
    if kin.lower_ in _BEREFT and first > sentence.span.start + 1 and kin.doc[first].lower_ in ("the", "a"):
        one = individual(kin.doc[first - 2], cast) if kin.doc[first - 1].text in _SET_OFF else None
        return [one] if one is not None and one.names and _closes(sentence, kin) else []
    after = [token.lower_ for token in kin.doc[kin.i + 1 : min(kin.i + 3, sentence.span.end)]]
    described = (
        len(after) == 2 and after[0] in (",", "(", "–") and after[1] in ("a", "an", "himself", "herself")
    )
    one = individual(kin, cast) if described and _is_owned(kin, first) else None
    return [one] if one is not None and not one.names else []


# -- the noun's own phrase -----------------------------------------------------------------------------------


def _first_of(sentence: Sentence, kin: Token) -> int | None:
    """Where the noun's phrase begins: at its article, owner, or itself."""
    at = kin.i
    while at > sentence.span.start and kin.doc[at - 1].lower_ in _BESIDE_KIN:
        at -= 1
    before = kin.doc[at - 1] if at > sentence.span.start else None
    if before is None:
        return at
    if before.tag_ in ("PRP$", "DT"):
        return before.i
    if before.tag_ == "POS":
        return before.head.left_edge.i if before.head.i < before.i else before.i - 1
    return at if before.text in _SET_OFF or before.lower_ == "and" else None


def _is_owned(kin: Token, first: int) -> bool:
    return kin.doc[first].tag_ == "PRP$" or any(token.tag_ == "POS" for token in kin.doc[first : kin.i])


def _closes(sentence: Sentence, kin: Token) -> bool:
    at = kin.i + 1
    while at + 1 < sentence.span.end and kin.doc[at].lower_ in ("-", "in", "law"):
        at += 1
    return at >= sentence.span.end or kin.doc[at].text in _ENDS


def _words(sentence: Sentence, kin: Token) -> str:
    """The noun and whose it is, as written."""
    first = _first_of(sentence, kin)
    other = next((thing for word, thing in prepositions(kin) if word == "of"), None)
    if other is not None:
        return f"{kin.text} of {phrase_text(other)}"
    return str(kin.doc[first if first is not None else kin.i : kin.i + 1].text)
