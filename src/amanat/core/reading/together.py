"""People who are spoken of together: "Dauren and his cousin Meirambek" are afterwards they, both, the two men."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from amanat.core.reading.counting import parse_count
from amanat.core.reading.names import Sort
from amanat.core.reading.nouns import gender_of_noun, is_person_noun, is_plural
from amanat.core.reading.phrases import child, children, conjuncts
from amanat.core.reading.referent import Mention, Referent, is_power
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import noun_lemma, words

if TYPE_CHECKING:
    from amanat.core.reading.cast import Cast

_NUMBERS = {
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
OTHERS = frozenset({"other", "remaining"})
"""What leaves out some of those named together: "the other two"."""
_OF_TWO = frozenset({"couple", "pair", "duo", "twin", "spouse"})
_OPEN = frozenset(
    (
        "man woman boy girl brother sister sibling couple pair duo trio spouse twin cousin suspect "
        "defendant accused detainee prisoner inmate activist journalist student teacher monk nun lawyer "
        "worker victim refugee asylum-seeker protester convict teenager minor child youth friend dissident "
        "blogger reporter deportee captive hostage writer relative farmer herder fisherman "
        "miner driver plaintiff campaigner demonstrator applicant complainant petitioner"
    ).split()
)
"""What named may be called together, whatever they were called one by one."""
_SET_OFF = 9
"""The most words that may stand between two names of a list."""
_REACH = 12
_AGES_AGO = 3
"""Sentences after which two named together give way to two who were since named one by one."""
_FAR = 40


def gather(sentence: Sentence, cast: Cast, upto: int) -> None:
    """Notes every joined set of single persons before token ``upto``: "Ana, Marta and their cousin"."""
    for run in name_runs(sentence, cast):
        if run[-1].i < upto and (sentence.number, run[0].i) not in cast.gathered:
            _gather(sentence, run, cast)
    for token in sentence.tokens():
        if token.i >= upto:
            return
        if token.dep_ == "conj" or not children(token, "conj") or (sentence.number, token.i) in cast.gathered:
            continue
        parts = conjuncts(token)
        if parts[-1].i >= upto or token.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            continue
        _gather(sentence, parts, cast)


def _gather(sentence: Sentence, parts: list[Token], cast: Cast) -> None:
    cast.gathered.add((sentence.number, parts[0].i))
    members = _persons(parts, cast)
    if len(members) > 1:
        _note(sentence, parts[0], members, cast)


def name_runs(sentence: Sentence, cast: Cast) -> list[list[Token]]:
    """Names in a row, whatever the tree makes of them: "Ana Ruiz, 62, Eva Lim, a nurse, and Rosa Mora"."""
    heads = [
        (name, token)
        for token in sentence.tokens()
        if (name := cast.names.get((sentence.number, token.i))) is not None and name.sort is Sort.PERSON
    ]
    runs: list[list[Token]] = []
    closed = True
    for (before, _), (after, token) in pairwise(heads):
        between = token.doc[before.last + 1 : after.first]
        if not (_is_list_comma(between) or _opens_with_description(between, sentence, before.first)):
            closed = True
            continue
        if closed:
            runs.append([token.doc[before.head]])
        runs[-1].append(token)
        closed = any(part.lower_ in ("and", "&") for part in between)
    return [run for run in runs if _ends_list(run, sentence, cast)]


def _is_list_comma(between: Span) -> bool:
    """Whether nothing stands between two names but commas, ages and a few words that say what the first one is."""
    if not len(between) or between[0].text not in (",", "(", "and", "&", ";") or len(between) > _SET_OFF:
        return False
    if any(
        part.pos_ in ("VERB", "AUX", "SCONJ") or part.tag_[0] == "W" or part.dep_ == "neg" for part in between
    ):
        return False
    return between[-1].text in (",", "and", "&", ";") or between[-1].lower_.rstrip(".") in words(
        "people", "titles"
    )


_GIVING_NAMES = frozenset({"known", "called", "named", "nicknamed", "identified"})


def _opens_with_description(between: Span, sentence: Sentence, first: int) -> bool:
    """Whether a sentence begins with names of which the next comes behind what the person is: "Karim Ali, his wife's
    brother Omar Said and a porter known as Lys were tied"."""
    if not 2 <= len(between) <= _SET_OFF or between[0].text not in (",", "and", "&"):
        return False
    if any(token.pos_ in ("VERB", "AUX") for token in between.doc[sentence.span.start : first]):
        return False
    told = [token for token in between if token.lower_ not in (",", "and", "&", "a", "an", "the")]
    if any(token.pos_ in ("VERB", "AUX", "SCONJ", "ADP") and not _gives_name(token) for token in told):
        return False
    return is_person_noun(between[-1]) or _gives_name(between[-1])


def _gives_name(token: Token) -> bool:
    return token.lower_ in _GIVING_NAMES or (
        token.lower_ == "as" and token.nbor(-1).lower_ in {*_GIVING_NAMES, "only"}
    )


def _ends_list(run: list[Token], sentence: Sentence, cast: Cast) -> bool:
    """Whether the last two are joined by "and": else it is somebody and what they are, or an address."""
    last = cast.names[(sentence.number, run[-1].i)]
    before = cast.names[(sentence.number, run[-2].i)]
    return any(part.lower_ in ("and", "&") for part in run[-1].doc[before.last + 1 : last.first])


def _persons(parts: list[Token], cast: Cast) -> tuple[Referent, ...]:
    found: list[Referent] = []
    for part in parts:
        one = cast.of(part)
        if one is None or not one.is_individual:
            return ()
        if one not in found:
            found.append(one)
    return tuple(found)


def _note(sentence: Sentence, token: Token, members: tuple[Referent, ...], cast: Cast) -> None:
    if token.dep_ == "appos" and is_plural(token.head):
        group = cast.of(token.head)
        if group is not None and group.many and size_of(group) in (None, len(members)):
            group.members = members
            return
    known = next((one for one in cast.referents if set(one.members) == set(members)), None)
    if known is None:
        known = Referent(Sort.PEOPLE, description=" and ".join(one.label for one in members), many=True)
        known.members = members
        cast.referents.append(known)
    subject = token.dep_ in ("nsubj", "nsubjpass")
    known.mentions.append(Mention(sentence.number, token.i, subject, token.dep_ in ("nsubjpass", "dobj")))


def size_of(group: Referent) -> int | None:
    """How many they are, where the text says it: by their names, or by a number in their description."""
    if group.members:
        return len(group.members)
    if group.noun in _OF_TWO:
        return 2
    count = parse_count(group.description or "")
    return count.min if count is not None and count.min == count.max else None


def number_of(token: Token) -> int | None:
    """The number that "both men", "the two", "all three", "the couple" tell."""
    if token.lower_ in _NUMBERS:
        return _NUMBERS[token.lower_]
    for part in token.children:
        if part.dep_ in ("nummod", "det", "predet", "amod") and part.lower_ in _NUMBERS:
            return _NUMBERS[part.lower_]
    return 2 if token.lemma_ in _OF_TWO and token.tag_ == "NN" else 3 if token.lemma_ == "trio" else None


def is_counted_pronoun(token: Token) -> bool:
    """ "Both had pleaded not guilty", "the two were released", "all three"."""
    if (
        token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss")
        or token.lower_ not in _NUMBERS
    ):
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    if before in OTHERS and token.i > 1:
        return token.nbor(-2).lower_ == "the" and not children(token, "nummod", "relcl", "acl", "prep")
    if children(token, "nummod", "relcl", "acl", "amod") or not _of_all(token, before):
        return False
    return token.lower_ == "both" or before in ("the", "all", "these", "those")


def _of_all(token: Token, before: str) -> bool:
    """Nothing behind "of", or "the three of them", who are all of them."""
    of = next((part for part in token.children if part.lower_ == "of"), None)
    thing = child(of, "pobj") if of is not None else None
    return of is None or (before in ("the", "all") and thing is not None and thing.lower_ in ("them", "us"))


def known_together(cast: Cast, sentence: Sentence, noun: Token) -> Referent | None:
    """The lately named together whom a definite plural may mean: by number, by gender, by nearness."""
    number, gender = number_of(noun), gender_of_noun(noun)
    lemma = noun_lemma(noun)
    if (number is None and lemma not in _OPEN) or any(part.lower_ in OTHERS for part in noun.children):
        return None
    two = lemma in _OF_TWO or noun.lower_ == "both"
    if lemma in _MARRIED and (pair := _spouses(cast, sentence)) is not None:
        return pair
    found = [
        one
        for one in cast.referents
        if one.many
        and one.mentions
        and (one.members or (number is not None and size_of(one) == number))
        and 0 <= sentence.number - one.mentions[-1].sentence <= (_FAR if one.members and two else _REACH)
        and (number is None or size_of(one) == number)
        and not is_power(one)
        and _may_be_called(one, noun, cast, counted=number is not None)
        and (
            gender is None
            or lemma in words("people", "groups")
            or all(each.gender in (None, gender) for each in one.members)
        )
    ]
    if number == 2 and all(sentence.number - one.mentions[-1].sentence > _AGES_AGO for one in found):
        pair = _last_two(cast, sentence, gender)
        if pair is not None or not found:
            return pair
    if not found and number is None and not any(part.lower_ == "all" for part in noun.children):
        return _only_one(cast, sentence, noun)
    named = [one for one in found if one.members]
    if named and two:
        found = named
    return max(found, key=lambda one: (one.mentions[-1].sentence, bool(one.members)), default=None)


_MARRIED = frozenset({"couple", "spouse"})
_HALVES = frozenset("husband wife fiancé fiancée fiance fiancee spouse partner bride groom".split())
ANYBODY = frozenset(
    """man woman suspect defendant accused detainee prisoner inmate victim captive hostage applicant complainant
    petitioner plaintiff convict deportee friend relative couple pair duo trio minor child boy girl youth
    teenager""".split()
)
"""What anybody may become: other nouns ("demonstrators", "farmers") say what they have been all along."""


def _spouses(cast: Cast, sentence: Sentence) -> Referent | None:
    """ "The couple" after "Ana Ruiz and her husband": the two of whom one was lately called the other's spouse."""
    near = [
        one
        for one in cast.referents
        if one.is_individual
        and one.noun in _HALVES
        and one.owner is not None
        and one.owner.is_individual
        and one.mentions
        and one.mentions[0].sentence <= sentence.number
    ]
    if not near:
        return None
    half = max(near, key=lambda one: one.mentions[-1].sentence)
    pair = together(cast, sentence, (half.owner or half, half))
    pair.noun = pair.noun or "couple"
    return pair


def together(cast: Cast, sentence: Sentence, members: tuple[Referent, ...]) -> Referent:
    """The group of just these people, known already or noted as met in the sentence."""
    known = next((one for one in cast.referents if set(one.members) == set(members)), None)
    if known is None:
        known = Referent(Sort.PEOPLE, description=" and ".join(one.label for one in members), many=True)
        known.members = members
        known.mentions.append(Mention(sentence.number, sentence.span.start, False))
        cast.referents.append(known)
    return known


def _may_be_called(group: Referent, noun: Token, cast: Cast, *, counted: bool) -> bool:
    """Whether two named together may be "the demonstrators": not where others have been called so."""
    lemma = noun_lemma(noun)
    if len(group.members) == 2 and any(part.lower_ == "all" for part in noun.children):
        return False
    if counted or group.noun == lemma or not group.members:
        return True
    if group.noun == "couple":
        return lemma in _OF_TWO or lemma in ("man", "woman", "parent")
    if lemma in ANYBODY:
        return True
    if any(one.noun == lemma for one in group.members):
        return True
    return not any(
        one.many and one.sort is Sort.PEOPLE and not one.members and one.owner is None and one.mentions
        and one.noun in (lemma, "people", "person")
        for one in cast.referents
    )  # fmt: skip


def _only_one(cast: Cast, sentence: Sentence, noun: Token) -> Referent | None:
    """ "The defendants", "the activists": the one group to which anything has been done so far."""
    found = [
        one
        for one in cast.referents
        if one.many
        and one.sort is Sort.PEOPLE
        and one.owner is None
        and any(mention.suffers for mention in one.mentions)
        and 0 <= sentence.number - one.mentions[-1].sentence <= _REACH
        and not of_another_sort(one, noun)
    ]
    return found[0] if len(found) == 1 and (size_of(found[0]) or _REACH) > 1 else None


_YOUNG = frozenset(
    "child boy girl pupil kid infant baby minor schoolchild teenager youth son daughter".split()
)
_GROWN = frozenset("man woman adult elder parent mother father".split())


def of_another_sort(group: Referent, noun: Token) -> bool:
    """ "The women" are not the neighbours' children, nor are "the girls" nine rebels."""
    lemma, gender = noun_lemma(noun), gender_of_noun(noun)
    theirs = group.noun or ""
    if gender and group.gender and gender != group.gender:
        return True
    if gender and theirs in (words("people", "male") if gender == "f" else words("people", "female")):
        return True
    return (lemma in _GROWN and theirs in _YOUNG) or (lemma in _YOUNG and theirs in _GROWN)


def _last_two(cast: Cast, sentence: Sentence, gender: str | None) -> Referent | None:
    """ "Both" after two who each had a sentence: the only two named in the sentences just before."""
    near = [
        one
        for one in cast.referents
        if one.is_individual
        and (one.names or (one.owner is not None and one.owner.is_individual))
        and gender in (None, one.gender)
        and any(sentence.number - 2 <= mention.sentence < sentence.number for mention in one.mentions)
    ]
    if len(near) != 2:
        return None
    pair = Referent(Sort.PEOPLE, description=" and ".join(one.label for one in near), many=True)
    pair.members = (near[0], near[1])
    pair.mentions.append(Mention(sentence.number, sentence.span.start, False))
    cast.referents.append(pair)
    return pair


def listed(token: Token, cast: Cast) -> tuple[Referent, ...]:
    """The persons named after a number: "Two of those arrested, Marcos Ixim and Tereso Ixim, were released"."""
    number = _NUMBERS.get(token.lower_) or (1 if token.lower_ == "one" else None)
    found = [cast.of(part) for part in _apposed(token)]
    names = list(dict.fromkeys(one for one in found if one is not None and one.is_individual and one.names))
    return tuple(names) if names and len(names) == number else ()


def _apposed(token: Token) -> Iterator[Token]:
    """What is set off behind a number, down to the names behind "the brothers" behind it."""
    for part in token.children:
        if part.dep_ == "appos" or (part.dep_ == "conj" and part.i > token.i):
            for inner in conjuncts(part):
                yield inner
                yield from _apposed_only(inner)
        elif part.dep_ == "prep":
            for thing in children(part, "pobj"):
                yield from _apposed_only(thing)


def _apposed_only(token: Token) -> Iterator[Token]:
    for low in children(token, "appos"):
        yield from conjuncts(low)


def sharers(token: Token, cast: Cast) -> Referent | None:
    """ "each of them", "both of the men": those who are meant, all of them."""
    if token.lower_ not in ("each", "both", "all", "neither", "none"):
        return None
    of = next((part for part in token.children if part.lower_ == "of"), None)
    thing = child(of, "pobj") if of is not None else None
    return cast.of(thing) if thing is not None else None
