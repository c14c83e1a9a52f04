"""Whom a description belongs to that stands beside names: before them, after them, or at the sentence's ends.

What is set off by commas, brackets and dashes the order of the words tells better than the parser's tree: "carpenters
Emre and Kofi", "Emre, Kofi and Ruben, all carpenters,", "a carpenter by trade, Emre …".
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.filiation import bearer
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import antecedent, child, conjuncts, first_conjunct, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import individual, is_met, joined_before, token_before

_SET_OFF = frozenset({",", "(", ":", "–", "—"})
_LIST = 16
"""So many words may stand between a name and the last of its descriptions."""
_TRADE = frozenset({"trade", "profession", "training", "occupation", "birth", "origin", "descent"})


def names_after(sentence: Sentence, at: int, cast: Cast) -> list[Referent]:
    """The persons of the run of names that begins at token ``at``: "Emre Duman, Kofi Manu and Ruben Axo"."""
    found: list[Referent] = []
    doc = sentence.span.doc
    while at < sentence.span.end:
        name = cast.name_at(doc[at])
        one = individual(doc[at], cast)
        if name is not None and name.sort is Sort.PERSON and one is not None:
            found += [one] if one not in found else []
            at = name.last + 1
        elif found and doc[at].text in (",", "and", "&"):
            at += 1
        else:
            break
    return found


def named_before(sentence: Sentence, first: Token, cast: Cast, *, every: bool) -> list[Referent]:
    """The names that a phrase beginning at ``first`` follows: ``every`` one of the run, or its last two."""
    before = token_before(sentence, first.idx - sentence.span.start_char)
    name = cast.name_at(before) if before is not None else None
    if before is None or name is None or name.sort is not Sort.PERSON:
        return []
    joined = joined_before(sentence, before, cast)
    return joined if every else joined[-2:]


def heads_the_list(sentence: Sentence, comma: int, cast: Cast) -> Referent | None:
    """The name before the comma at this token, over ages, trades and other descriptions without a verb: "Amina Noor,
    51, a cook,"."""
    for token in reversed(list(sentence.span.doc[max(comma - _LIST, sentence.span.start) : comma])):
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":", "“", "”", '"'):
            return None
        name = cast.name_at(token)
        if name is not None and name.sort is Sort.PERSON:
            return individual(bearer(token), cast)
    return None


def named_first(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    """ "A beekeeper by trade, Emre Duman …": an indefinite phrase that opens the sentence, and the name after it."""
    first = sentence.span[0]
    at = noun.i + 1
    if first.lower_ not in ("a", "an", "once", "himself", "herself") or noun.i - first.i > 6:
        return []
    if any(token.text == "," or token.pos_ in ("VERB", "AUX") for token in first.doc[first.i : noun.i]):
        return []
    while at < min(noun.i + 8, sentence.span.end) and first.doc[at].pos_ in (
        "ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM",
    ):  # fmt: skip
        at += 1
    if at + 1 >= sentence.span.end or first.doc[at].text != ",":
        return []
    name = cast.name_at(first.doc[at + 1])
    one = individual(first.doc[at + 1], cast)
    starts = name is not None and name.sort is Sort.PERSON and name.first == at + 1
    return [one] if one is not None and starts else []


def named_at_the_end(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    """ "Emre Duman was shot at his gate, a farmer of sixty.": a description added when all has been said, of the
    sentence's subject, where it does not follow somebody else."""
    article = child(noun, "det")
    if article is None or article.lower_ not in ("a", "an") or article.i < sentence.span.start + 3:
        return []
    rest = noun.doc[noun.i + 1 : sentence.span.end]
    before = noun.doc[article.i - 2]
    if article.nbor(-1).text not in _SET_OFF - {":"} or any(
        token.pos_ in ("VERB", "AUX") or token.text == "," for token in rest
    ):
        return []
    if cast.person_like(before) or noun.dep_ not in (
        "npadvmod",
        "appos",
        "dep",
        "conj",
        "advcl",
        "attr",
        "dobj",
    ):
        return []
    if _names_somebody(sentence, article.i, cast):
        return []
    verb = next((above for above in noun.ancestors if above.pos_ in ("VERB", "AUX")), None)
    holder = subject(verb) if verb is not None else None
    one = individual(holder, cast)
    return [one] if one is not None and holder is not None and is_met(one, holder) else []


def _names_somebody(sentence: Sentence, upto: int, cast: Cast) -> bool:
    """Whether somebody is named after the sentence's first verb: the description may be theirs."""
    told = sentence.span.doc[sentence.span.start : upto]
    first = next((token.i for token in told if token.pos_ in ("VERB", "AUX")), upto)
    named = (cast.name_at(token) for token in told if token.i > first)
    return any(name is not None and name.sort is Sort.PERSON for name in named)


def is_by_trade(token: Token) -> bool:
    """The "by" of "by profession an engineer"."""
    return token.lower_ == "by" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in _TRADE


def sharing(holder: Token, cast: Cast) -> list[Referent]:
    """Whom a relative pronoun or noun stands for, with everybody joined to them: "Emre and Kofi, who were porters"."""
    top = antecedent(holder) if holder.tag_ in ("WP", "WDT") else holder
    if top is None:
        return []
    parts = conjuncts(first_conjunct(top))
    return [one for part in parts if (one := individual(part, cast)) is not None and is_met(one, part)]
