"""The name that a description comes with, before it or behind it: "a teacher, Ana Ruiz", "Ana Ruiz, a teacher"."""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.describing import belongs_to_another, calling, is_whose
from amanat.core.reading.filiation import bearer
from amanat.core.reading.kin_calls import owner_spoken_of, whose
from amanat.core.reading.kin_together import whose_children
from amanat.core.reading.names import Name, Sort
from amanat.core.reading.nouns import (
    COUNSEL,
    descriptions,
    gender_of_noun,
    is_agent_noun,
    is_person_noun,
    is_plural,
)
from amanat.core.reading.phrases import child, children, phrase_text
from amanat.core.reading.referent import Referent
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import noun_lemma, words

_WRITTEN_OUT = {
    "dr": "doctor", "prof": "professor", "gen": "general", "col": "colonel", "capt": "captain", "sgt": "sergeant",
    "lt": "lieutenant", "fr": "priest", "father": "priest", "rev": "reverend", "maj": "major", "adv": "lawyer",
    "advocate": "lawyer", "barrister": "lawyer", "shaykh": "sheikh",
}  # fmt: skip
_SET_OFF = 12
"""The most words of a description set off behind a name."""


def learn_from_context(cast: Cast, sentence: Sentence, token: Token, referent: Referent) -> None:
    """A title or an apposition tells gender and what the person is; the apposition is the person too."""
    name = cast.inside[(sentence.number, token.i)]
    first = token.doc[name.first]
    referent = cast.of(bearer(first)) or referent
    if first.i > 0:
        title = first.nbor(-1).text.casefold().rstrip(".")
        if title in words("people", "female_titles"):
            referent.gender = "f"
        elif title in words("people", "male_titles"):
            referent.gender = "m"
        if title in COUNSEL:
            referent.noun = referent.noun or title
        if title in words("people", "titles"):
            referent.titles.add(_WRITTEN_OUT.get(title, title))
    for noun in descriptions(token, name):
        if (sentence.number, noun.i) in cast.at or is_plural(noun) or is_whose(noun):
            continue
        if not (is_person_noun(noun) or is_agent_noun(noun)):
            continue
        if referent.description is None:
            referent.description, referent.noun = phrase_text(noun), noun.lemma_
        elif referent.noun != noun.lemma_:
            referent.titles.add(noun_lemma(noun))
        referent.gender = referent.gender or gender_of_noun(noun)
        cast.at[(sentence.number, noun.i)] = referent
        _belong(cast, sentence, noun, referent)


def apposed_name(cast: Cast, sentence: Sentence, noun: Token) -> Referent | None:
    """The name that a description comes with: "a teacher, Ana Ruiz", "a man named Juan", "a woman who asked to
    be called Selam", "a neighbour, a baker's wife, Mrs Ruiz"."""
    beside = _name_right_after(cast, sentence, noun) or _alias(cast, sentence, noun)
    if beside is not None:
        return _describe_named(cast, noun, beside)
    for part in noun.children:
        if part.dep_ == "appos" and not belongs_to_another(part, noun):
            for inner in [part, *children(part, "appos"), *children(part, "compound")]:
                name = cast.names.get((sentence.number, inner.i))
                if name is not None and name.sort is Sort.PERSON:
                    return _describe_named(cast, noun, name)
            if is_person_noun(part) and (given := _called_name(cast, sentence, part)) is not None:
                return _describe_named(cast, noun, given)
    called = (
        _called_name(cast, sentence, noun)
        or _name_before_comma(cast, sentence, noun)
        or _name_behind_place(cast, sentence, noun)
    )
    return _describe_named(cast, noun, called) if called is not None else None


def _owner_named(cast: Cast, of: Token) -> Referent | None:
    """Whom the words behind "the brother of" name, though the walk has not come to them yet."""
    name = cast.name_at(of)
    named = cast.called(name) if name is not None and name.sort is Sort.PERSON else None
    return cast.of(of) or named or owner_spoken_of(of, cast)


def _called_name(cast: Cast, sentence: Sentence, noun: Token) -> Name | None:
    """The name in "a man named Juan", "a woman who asked to be called Selam"."""
    for part in children(noun, "acl", "relcl"):
        if (called := calling(part)) is not None:
            for inner in [*called.subtree, *called.doc[called.i + 1 : called.i + 2]]:
                name = cast.inside.get((sentence.number, inner.i))
                if name is not None and name.sort is Sort.PERSON:
                    return name if not _owns_next(noun, name) else None
    return None


def _owns_next(noun: Token, name: Name) -> bool:
    """ "An officer called Karim's sister": Karim is somebody else."""
    return name.last + 1 < len(noun.doc) and noun.doc[name.last + 1].tag_ == "POS"


def _name_before_comma(cast: Cast, sentence: Sentence, noun: Token) -> Name | None:
    """ "Sheikh Karim Noor (54 years), the preacher of Zelva mosque, is …", whatever the tree makes of it."""
    determiner = child(noun, "det")
    at = determiner.i - 1 if determiner is not None else -1
    if at <= sentence.span.start or noun.doc[at].text != "," or not _is_set_off(sentence, noun):
        return None
    at -= 1
    if noun.doc[at].text == ")":
        while at > sentence.span.start and noun.doc[at].text != "(":
            at -= 1
        at -= 1
    name = cast.inside.get((sentence.number, at))
    return name if name is not None and name.sort is Sort.PERSON and name.last == at else None


def _name_behind_place(cast: Cast, sentence: Sentence, noun: Token) -> Name | None:
    """ "A 16-year-old boy from Zelva, Karim Noor, was …": the name between commas after where they are from."""
    if (
        child(noun, "det") is None
        or noun.i + 1 >= sentence.span.end
        or noun.nbor(1).pos_ not in ("ADP", "PUNCT")
    ):
        return None
    for token in noun.doc[noun.i + 1 : min(noun.i + _SET_OFF, sentence.span.end - 1)]:
        if token.text == ",":
            name = cast.inside.get((sentence.number, token.i + 1))
            person = name is not None and name.sort is Sort.PERSON and name.first == token.i + 1
            return name if person and name is not None and _ends_apart(sentence, name) else None
        if token.pos_ in ("VERB", "AUX", "CCONJ", "PRON") or token.text in ("(", '"', "“"):
            return None
    return None


def _ends_apart(sentence: Sentence, name: Name) -> bool:
    doc = sentence.span.doc
    following = doc[name.last + 1] if name.last + 1 < sentence.span.end else None
    after = doc[name.last + 2].lower_ if name.last + 2 < sentence.span.end else ""
    return following is not None and following.text in (",", "(") and after not in ("and", "or")


def _is_set_off(sentence: Sentence, noun: Token) -> bool:
    """Whether the description ends at a comma, or with the sentence, before any verb."""
    for token in noun.doc[noun.i + 1 : min(noun.i + _SET_OFF, sentence.span.end)]:
        if token.text in (",", ".", ";", ")", "–", "—"):
            return True
        if token.pos_ in ("VERB", "AUX", "CCONJ") or token.text == "(":
            return False
    return False


_BY_ANOTHER_NAME = frozenset(
    {"alias", "aka", "a.k.a.", "codenamed", "dubbed", "nicknamed", "named", "surnamed"}
)
_KNOWN = frozenset({"known", "identified", "referred"})
_BETWEEN = frozenset({"only", "as", "to", "locally", "simply", '"', "“", "'", "‘", "-", "code"})


def _alias(cast: Cast, sentence: Sentence, noun: Token) -> Name | None:
    """ "A labourer known only as “Chispa”", "a guard alias Lys", whatever the tree makes of it."""
    at = noun.i + 1
    if at < sentence.span.end and noun.doc[at].text == ",":
        at += 1
    if at >= sentence.span.end or noun.doc[at].lower_ not in _BY_ANOTHER_NAME | _KNOWN:
        return None
    by_as = noun.doc[at].lower_ in _KNOWN
    for token in noun.doc[at + 1 : min(at + 6, sentence.span.end)]:
        name = cast.inside.get((sentence.number, token.i))
        if name is not None:
            return name if name.sort is Sort.PERSON and not by_as else None
        if token.lower_ not in _BETWEEN:
            return None
        by_as = by_as and token.lower_ != "as"
    return None


def _name_right_after(cast: Cast, sentence: Sentence, noun: Token) -> Name | None:
    """ "The blogger Phan Duc Tiep", whatever the tree makes of it; not "told the judge Karim was ill"."""
    name = cast.inside.get((sentence.number, noun.i + 1))
    if name is None or name.sort is not Sort.PERSON or name.first != noun.i + 1:
        return None
    head = noun.doc[name.head]
    return None if head.dep_ in ("nsubj", "nsubjpass") and head.head != noun.head else name


def _describe_named(cast: Cast, noun: Token, name: Name) -> Referent | None:
    referent = cast.called(name)
    if referent is not None and referent.description is None:
        referent.description, referent.noun = phrase_text(noun), noun.lemma_
        referent.gender = referent.gender or gender_of_noun(noun)
    if referent is not None:
        _belong(cast, cast.sentence_of(noun), noun, referent)
    return referent


def _belong(cast: Cast, sentence: Sentence, noun: Token, referent: Referent) -> None:
    """ "Yahya, her brother", "Yahya, the brother of the sheikh": whose brother he is."""
    owner = child(noun, "poss")
    if owner is not None and noun_lemma(noun) in words("people", "kin"):
        cast.owned(referent, noun, owner)
        return
    of = whose(sentence, noun, cast)
    first = _owner_named(cast, of) if of is not None else whose_children(noun, cast)
    if first is not None and first is not referent and referent.owner is None:
        referent.owner, referent.noun = first, noun_lemma(noun)
        cast.kin.setdefault((id(first), noun_lemma(noun)), referent)
