"""Whom a stretch of a sentence speaks of: from characters to words, from words to persons.

Ages, dates of birth and jobs often stand in brackets or between commas, where a parser trained on newspapers
loses its way; there the order of the words on the page says more than the tree.
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.filiation import bearer
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import phrase_text
from amanat.core.reading.sentences import Sentence

_CLOSED = frozenset({",", "(", ")", "–", "—", "-", "“", "”", '"', "'", "’"})


def token_at(sentence: Sentence, offset: int) -> Token | None:
    """The token that holds, or next follows, the sentence's character ``offset``."""
    at = sentence.span.start_char + offset
    return next((token for token in sentence.tokens() if at < token.idx + len(token)), None)


def token_before(sentence: Sentence, offset: int) -> Token | None:
    """The last word that ends before the sentence's character ``offset``; brackets are stepped over, and a parent's
    name behind "s/o"."""
    at = sentence.span.start_char + offset
    depth = 0
    for token in reversed([token for token in sentence.tokens() if token.idx + len(token) <= at]):
        if token.text == ")":
            depth += 1
        elif token.text == "(":
            depth = max(depth - 1, 0)
        elif depth == 0 and token.text not in _CLOSED and not token.is_space:
            return bearer(token)
    return None


def individual(token: Token | None, cast: Cast) -> Referent | None:
    """The one person a token stands for; None for groups, places and things."""
    one = cast.of(token) if token is not None else None
    return one if one is not None and one.is_individual else None


def joined_before(sentence: Sentence, last: Token, cast: Cast) -> list[Referent]:
    """The persons named in the stretch that ``last`` ends: "Akmal and Temur" before their bracket. A semicolon
    or a verb ends it."""
    found: list[Referent] = []
    for token in reversed([token for token in sentence.tokens() if token.i <= last.i]):
        if token.text == ";" or token.pos_ in ("VERB", "AUX"):
            break
        name = cast.name_at(token)
        one = individual(token, cast) if name is not None and name.sort is Sort.PERSON else None
        if one is not None and one not in found:
            found.insert(0, one)
    return found


def is_known(person: Referent) -> bool:
    """Somebody with a name, or the one who is speaking: what is said of "a doctor" in passing is nobody's."""
    return bool(person.names) or person.description == "the witness"


def is_met(person: Referent, token: Token) -> bool:
    """Somebody known, or whom a pronoun points to."""
    return is_known(person) or token.tag_ in ("PRP", "WP")


def lately(sentence: Sentence, token: Token, cast: Cast) -> Referent | None:
    """Whom "the 42-year-old" means: the person spoken of last, in this sentence or the one before."""
    best: tuple[tuple[int, int], Referent] | None = None
    for one in cast.referents:
        if not one.is_individual or not is_known(one):
            continue
        for mention in one.mentions:
            earlier = mention.sentence == sentence.number - 1 or (
                mention.sentence == sentence.number and mention.token < token.i
            )
            place = (mention.sentence, mention.token)
            if earlier and (best is None or place > best[0]):
                best = (place, one)
    return best[1] if best is not None else None


def bare(head: Token) -> str:
    """The noun phrase of ``head`` without its article: "a bus driver" is ``bus driver``."""
    text = phrase_text(head).split(" (")[0].strip(" ,;")
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in ("a", "an", "the", "both", "another") else text
