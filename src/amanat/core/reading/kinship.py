"""Who is whose kin, where kin are named or counted: "his wife, Sabina", "father of two"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.kin_beside import beside_kin, by_letters
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import child, conjuncts, phrase_text, prepositions, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import individual, is_known, token_at, token_before
from amanat.core.reading.stance import read_stance
from amanat.core.reading.wordlists import words

_KINDS_OF_KIN = frozenset(
    (
        "elder eldest older oldest younger youngest big little twin half step first second late eldest- "
        "born only former"
    ).split()
)
_AGE_NEXT = re.compile(r"(?:, | \()?(?:aged )?\d{1,2}\s?(?:[,.)]|years|who|$)")
_MORE_HONORIFICS = frozenset({".", "the", "hajja", "hajj"})
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PARENT_OF = re.compile(rf"\b(?P<kin>(?:single )?(?:mother|father|parent)) of (?P<count>{_NUMBER})\b", re.I)
_PARENT_OF_ONE = re.compile(
    r"\b(?P<kin>mother|father|parent) of (?:an?|one) (?:(?:small|little|young|newborn|[a-z]+-(?:year|month|week)-old|"
    r"\d+-(?:year|month|week)-old) ){0,2}(?:girl|boy|child|baby|son|daughter|toddler|infant|newborn)\b",
    re.I,
)
_RANK = re.compile(
    rf"\b(?P<kin>(?:an|the) only (?:child|son|daughter)|(?:the |an? )?(?:youngest|eldest|oldest|second|third|fourth|"
    rf"fifth|one|first|last) of {_NUMBER} (?:children|siblings|brothers|sisters|sons|daughters))\b",
    re.I,
)
_LEAVES = re.compile(
    rf"\b(?:leaves|left|leaving)(?: behind)? (?P<kin>(?:(?:an?|his|her|their) (?:young |elderly |pregnant )?"
    rf"(?:wife|husband|widow|widower|mother|family) (?:and|with) )?(?:{_NUMBER}|an?) (?:(?:young|small|little|minor) )?"
    r"(?:children|child|sons?|daughters?|kids|orphans))\b",
    re.I,
)
_SURVIVED = re.compile(r"\bsurvived by (?P<kin>(?:his|her|their|an?) [^.;]{3,70}?)(?=[.;]|, who|$)", re.I)
_MARRIED = re.compile(r"\bmarried (?:to|with) (?P<kin>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)")
_HAS_CHILDREN = re.compile(
    rf"\b(?:has|have|had|with) (?P<kin>{_NUMBER} (?:(?:young|small|adult|minor|little) )?"
    r"(?:children|child|sons?|daughters?|kids?|grandchildren|brothers?|sisters?|siblings))\b",
    re.I,
)


def find_kinship(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    seen: set[tuple[int, int]] = set()
    for draft in _every(sentence, cast):
        key = (id(draft.who[0]), draft.trigger.i)
        if key not in seen:
            seen.add(key)
            draft.timeless = True
            yield draft


def _every(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    for token in sentence.tokens():
        if token.lemma_.casefold() in words("people", "kin") and token.pos_ in ("NOUN", "PROPN"):
            yield from _owned(sentence, token, cast)
            yield from _of_somebody(sentence, token, cast)
            yield from _by_article(sentence, token, cast)
            yield from _together(sentence, token, cast)
            yield from beside_kin(sentence, token, cast)
    yield from by_letters(sentence, cast)
    yield from _parents(sentence, cast)
    yield from _children(sentence, cast)
    yield from _bereaved(sentence, cast)
    yield from _ranked(sentence, cast)


# -- "his wife, Sabina"; "Sabina, his wife" ------------------------------------------------------------------


def _owned(sentence: Sentence, kin: Token, cast: Cast) -> Iterator[Draft]:
    owner_token = _owner_before(sentence, kin)
    if owner_token is None or kin.tag_ in ("NNS", "NNPS"):
        return
    before = _name_before(sentence, owner_token, cast) if _stands_apart(sentence, kin) else None
    named = _name_after(sentence, kin, cast) or before or _aged(kin, cast)
    owner = cast.of(owner_token)
    if named is None or named is owner:
        return
    yield Draft(
        "kinship", sentence, kin, [named], details=_relation(kin, owner_token, owner), confidence=0.85
    )


def _owner_before(sentence: Sentence, kin: Token) -> Token | None:
    """The possessor of a kin noun, over "elder", "late" and the like: her elder brother, Karim's wife."""
    at = kin.i - 1
    while at > sentence.span.start and kin.doc[at].lower_ in (*_KINDS_OF_KIN, "-"):
        at -= 1
    before = kin.doc[at] if at >= sentence.span.start else None
    if before is None:
        return None
    if before.tag_ in ("PRP$", "WP$"):
        return before
    return before.nbor(-1) if before.tag_ == "POS" and before.i > sentence.span.start else None


def _name_after(sentence: Sentence, kin: Token, cast: Cast) -> Referent | None:
    """The name right after the noun, with or without a comma; not the next one in a list."""
    at = _after_in_law(kin)
    comma = at < sentence.span.end and kin.doc[at].text == ","
    if at < sentence.span.end and kin.doc[at].text in (",", "(", "–", "—"):
        at += 1
    while at < sentence.span.end and _is_honorific(kin.doc[at], cast):
        at += 1
    if at >= sentence.span.end:
        return None
    first = kin.doc[at]
    name = cast.name_at(first)
    if name is None or name.sort is not Sort.PERSON or name.first not in (first.i, first.i + 1):
        return None
    return None if comma and not _is_apart(sentence, name.last, first) else individual(first, cast)


def _is_honorific(token: Token, cast: Cast) -> bool:
    """A title that is no part of the name: "her mother, Doña Carmen", "his uncle, Dad Mohammad"."""
    word = token.lower_.rstrip(".")
    listed = word in words("people", "titles") | words("people", "kin") or token.lower_ in _MORE_HONORIFICS
    return listed and cast.name_at(token) is None


def _after_in_law(kin: Token) -> int:
    """The place after the noun, and after its "-in-law" where the words are parted at the hyphens."""
    rest = kin.doc[kin.i + 1 : kin.i + 5].text
    return int(kin.i) + (5 if rest.startswith("-in-law") else 1)


def _is_apart(sentence: Sentence, last: int, first: Token) -> bool:
    """Whether it ends between commas: "her brother, Karim, said"; not "her brother, Karim and Ali"."""
    following = first.doc[last + 1] if last + 1 < sentence.span.end else None
    return (
        following is None or following.is_punct or following.pos_ in ("VERB", "AUX", "ADP", "PRON", "SCONJ")
    )


def _stands_apart(sentence: Sentence, kin: Token) -> bool:
    """ "Sabina, his wife, said"; "Emre, his wife and their son" and "Emre, his brother, and two others" are lists."""
    after = [
        token.lower_ for token in kin.doc[_after_in_law(kin) : min(_after_in_law(kin) + 2, sentence.span.end)]
    ]
    return not after or (after[0] not in ("and", "or", "&") and after[1:] not in (["and"], ["or"]))


def _aged(kin: Token, cast: Cast) -> Referent | None:
    """ "Her son, 15, lives with neighbours": told apart by an age, though not named."""
    return individual(kin, cast) if _AGE_NEXT.match(kin.doc[kin.i + 1 : kin.i + 5].text) else None


def _name_before(sentence: Sentence, owner_token: Token, cast: Cast) -> Referent | None:
    """ "Sabina, his wife"."""
    first = owner_token.left_edge if owner_token.tag_ != "PRP$" else owner_token
    at = first.i - 1
    if at <= sentence.span.start or owner_token.doc[at].text not in (",", "("):
        return None
    before = owner_token.doc[at - 1]
    name = cast.name_at(before)
    return individual(before, cast) if name is not None and name.sort is Sort.PERSON else None


def _relation(kin: Token, owner_token: Token, owner: Referent | None) -> str:
    start = kin.i
    while kin.doc[start - 1].lower_ in (*_KINDS_OF_KIN, "-"):
        start -= 1
    whose = owner.label if owner is not None and owner.label else owner_token.text
    return f"{kin.doc[start : _after_in_law(kin)].text.strip(' ,')} of {whose}"


# -- "a cousin of Karim"; "she is the widow of Karim" --------------------------------------------------------


def _of_somebody(sentence: Sentence, kin: Token, cast: Cast) -> Iterator[Draft]:
    if _owner_before(sentence, kin) is not None:
        return
    other = next((thing for word, thing in prepositions(kin) if word == "of"), None)
    owner = individual(other, cast)
    if other is None or ((owner is None or not is_known(owner)) and not _is_descent(kin, other)):
        return
    person = _described(kin, cast)
    if person is not None and person is not owner and is_known(person):
        yield Draft(
            "kinship",
            sentence,
            kin,
            [person],
            details=f"{kin.text} of {_label(owner, other)}",
            confidence=0.85,
        )


def _label(owner: Referent | None, other: Token) -> str:
    return owner.label if owner is not None and is_known(owner) else phrase_text(other)


def _is_descent(kin: Token, other: Token) -> bool:
    """ "The son of a fisherman"; "a mother of three" is read elsewhere, "a brother of the guard" tells little."""
    article = child(other, "det")
    indefinite = article is not None and article.lower_ in ("a", "an")
    return kin.lemma_ in ("son", "daughter", "child", "wife", "husband", "widow") and indefinite


def _by_article(sentence: Sentence, kin: Token, cast: Cast) -> Iterator[Draft]:
    """ "The brother, Karim, was told": whose brother, the report has said before."""
    if kin.i == sentence.span.start or kin.nbor(-1).lower_ != "the" or kin.tag_ not in ("NN", "NNP"):
        return
    named = _name_after(sentence, kin, cast)
    if named is not None and kin.nbor(1).text == ",":
        yield Draft("kinship", sentence, kin, [named], details=kin.text, confidence=0.75)


def _described(kin: Token, cast: Cast) -> Referent | None:
    if kin.dep_ == "appos":
        return individual(kin.head, cast)
    if kin.dep_ == "attr":
        return individual(subject(kin.head), cast)
    return next(
        (one for part in kin.children if part.dep_ == "appos" and (one := individual(part, cast))), None
    )


# -- "the brothers Akmal and Temur"; "the two men are cousins" -----------------------------------------------


def _together(sentence: Sentence, kin: Token, cast: Cast) -> Iterator[Draft]:
    if kin.tag_ not in ("NNS", "NNPS") or child(kin, "poss") is not None:
        return
    at = kin.i + 1
    names: list[Referent] = []
    while at < sentence.span.end:
        name = cast.name_at(kin.doc[at])
        if (
            name is not None
            and name.sort is Sort.PERSON
            and (one := individual(kin.doc[at], cast)) is not None
        ):
            names += [one] if one not in names else []
            at = name.last + 1
        elif kin.doc[at].text in (",", "and", "&") and names:
            at += 1
        else:
            break
    if not names and kin.dep_ == "appos" and (group := cast.of(kin)) is not None:
        names = list(group.members)
    if not names and kin.dep_ == "attr" and (holder := subject(kin.head)) is not None:
        names = [one for part in conjuncts(holder) if (one := individual(part, cast)) is not None]
    if len(names) > 1:
        yield Draft("kinship", sentence, kin, names, details=kin.text, confidence=0.85)


# -- "mother of three"; "has four children" ------------------------------------------------------------------


def _parents(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    for found in [*_PARENT_OF.finditer(sentence.text), *_PARENT_OF_ONE.finditer(sentence.text)]:
        kin = token_at(sentence, found.end("kin") - 1)
        if kin is None:
            continue
        person = _described(kin, cast) or individual(kin, cast)
        if person is None or not is_known(person):
            person = individual(token_before(sentence, kin.left_edge.idx - sentence.span.start_char), cast)
        if person is not None and is_known(person):
            yield Draft("kinship", sentence, kin, [person], details=found.group(), confidence=0.85)


def _children(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    for found in _HAS_CHILDREN.finditer(sentence.text):
        token = token_at(sentence, found.start())
        if token is None or (token.lower_ == "with" and token.head.lower_ != "married"):
            continue
        verb = token if token.lower_ != "with" else token.head
        stance = read_stance(verb, verb)
        holder = subject(verb)
        who = (
            [one for part in conjuncts(holder) if (one := individual(part, cast))]
            if holder is not None
            else []
        )
        if holder is not None and not who and holder.lower_ in ("we", "they", "both"):
            who = [one for one in cast.all_of(holder) if one.sort in (Sort.PERSON, Sort.PEOPLE)]
        if who and not stance.ignored and token.pos_ in ("VERB", "ADP", "AUX"):
            yield Draft(
                "kinship",
                sentence,
                token,
                who,
                details=found["kin"],
                polarity=stance.polarity,
                modality=stance.modality,
                confidence=0.8,
            )


# -- "leaves a wife and three children", "is married to Ayla Sezer"; "the youngest of five children" ---------


def _bereaved(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    for pattern in (_LEAVES, _SURVIVED, _MARRIED):
        for found in pattern.finditer(sentence.text):
            verb = token_at(sentence, found.start())
            holder = subject(verb) if verb is not None else None
            before = token_before(sentence, found.start())
            apart = sentence.text[: found.start()].rstrip().endswith((",", "("))
            one = individual(before if apart else holder, cast) or individual(holder, cast)
            stance = read_stance(verb, verb) if verb is not None else None
            if verb is None or one is None or stance is None or stance.ignored:
                continue
            words_ = found["kin"] if pattern is not _MARRIED else f"married to {found['kin']}"
            yield Draft(
                "kinship", sentence, verb, [one], details=words_, polarity=stance.polarity, confidence=0.8
            )


def _ranked(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    for found in _RANK.finditer(sentence.text):
        token = token_at(sentence, found.start("kin"))
        noun = token_at(sentence, found.end("kin") - 1)
        before = sentence.text[: found.start()].rstrip()
        verb = token_before(sentence, found.start())
        if token is None or noun is None or verb is None:
            continue
        one = individual(verb, cast) if before.endswith((",", "(")) else None
        if verb.lemma_ == "be":
            one = individual(subject(verb), cast)
        if one is not None:
            yield Draft("kinship", sentence, noun, [one], details=found["kin"], confidence=0.8)
