"""The people a Russian report names: every form of a name to its nominative, and the forms of one person together.

A nominative is given only where the forms agree on one; else the form stays as it is written.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from amanat.core.places import lookup
from amanat.core.reading.russian.declension import Possible, possible
from amanat.core.reading.russian.grammar import Grammar, Sentence, Token
from amanat.core.reading.russian.lexicon import words

_INITIAL = re.compile(r"[А-ЯЁA-Z]\.?")
_NO_NAMES = re.compile(r"[^А-ЯЁA-Z«]")
_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
Lone = Counter[tuple[str, str]]
"""Nominative and gender -> how many of the forms that stand alone in the text may be of it."""
_COMMON = frozenset(
    "ветеринар учитель учительница адвокат журналист журналистка пенсионер водитель студент имам".split()
)
"""Callings that open a sentence with a capital."""
_PLACING = frozenset(("в", "во", "из", "под", "до", "на"))
_PATRONYMICS = ("вич", "ильич", "вна", "ична", "қызы", "кызы", "ұлы", "улы", "оглы")


@dataclass(eq=False, slots=True)
class Mention:
    """A name where it stands. ``start`` and ``end`` are offsets in the report's text."""

    sentence: Sentence
    start: int
    end: int
    text: str
    tokens: list[Token]
    words: tuple[str, ...] = ()
    """Its parts in the nominative, where that is sure."""
    gender: str = ""
    person: Individual | None = None

    @property
    def head(self) -> Token:
        """The token on which the rest of the name hangs."""
        inside = {id(token) for token in self.tokens}
        return next((token for token in self.tokens if id(token.head) not in inside), self.tokens[0])


@dataclass(eq=False, slots=True)
class Individual:
    """A person by name: ``words`` are all parts of the name known, in the nominative."""

    words: tuple[str, ...]
    gender: str = ""
    mentions: list[Mention] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """The best form first, then each form as it is written."""
        best = max((mention.words for mention in self.mentions), key=_fullness)
        written = Counter(mention.text for mention in self.mentions)
        forms = sorted(written, key=lambda form: (-form.count(" "), -len(form), form))
        return tuple(dict.fromkeys((" ".join(best), *forms)))


def _fullness(name: tuple[str, ...]) -> tuple[int, int]:
    """A name in full before one with initials: a given name and a surname are enough, more is better."""
    return sum(len(word) > 2 for word in name), len(name)


def people_of(sentences: Sequence[Sentence], grammar: Grammar) -> list[Individual]:
    """Everyone named, in the order of first mention; each mention knows its person."""
    mentions = list(_mentions(sentences, frozenset(("PER",))))
    full = [mention for mention in mentions if len(mention.tokens) > 1]
    for mention in full:
        _read(mention, grammar, Counter())
    known = frozenset(word for mention in full for word in mention.words)
    alone = [mention for mention in mentions if len(mention.tokens) == 1 and _may_be_name(mention, known)]
    alone += _taken_for_places(sentences, known)
    forms = {mention.tokens[0].text for mention in alone}
    lone = Counter((each.nominative, each.gender) for form in forms for each in possible(form))
    for mention in alone:
        _read(mention, grammar, lone, known)
    return _joined(sorted([*full, *alone], key=lambda mention: mention.start))


def _may_be_name(mention: Mention, known: frozenset[str]) -> bool:
    """Not a verb at the beginning of an answer, and not a place that somebody is from or in."""
    token = mention.tokens[0]
    if any(reading.nominative in known for reading in possible(token.text)):
        return True
    if token.pos not in ("PROPN", "ADJ", "X") or token.lemma in _COMMON or token.lemma in _roles():
        return False
    return not is_placed(token)


def is_placed(token: Token) -> bool:
    """Whether a known place's name stands where places stand: «из Эмина», «в Калуге»."""
    case = token.child("case")
    if case is None or case.lemma not in _PLACING:
        return False
    return any(bool(lookup(reading.nominative)) for reading in possible(token.text))


def _taken_for_places(sentences: Iterable[Sentence], known: frozenset[str]) -> Iterable[Mention]:
    """«Оразова» is no place in a report that speaks of Бахытгуль Оразова."""
    for mention in _mentions(sentences, frozenset(("LOC", "ORG"))):
        is_known = any(each.nominative in known for each in possible(mention.text))
        if len(mention.tokens) == 1 and is_known and not is_placed(mention.tokens[0]):
            yield mention


def _mentions(sentences: Iterable[Sentence], sorts: frozenset[str]) -> Iterable[Mention]:
    for sentence in sentences:
        spans = [span for span in sentence.names if span.sort in sorts]
        at = 0
        while at < len(spans):
            start, end = spans[at].start, spans[at].end
            while at + 1 < len(spans) and _goes_on(sentence, end, spans[at + 1].start):
                at += 1
                end = spans[at].end
            at += 1
            tokens = _without_role(sentence.within(start, end))
            if tokens and not _NO_NAMES.match(tokens[0].text) and any(len(each.text) > 2 for each in tokens):
                yield Mention(sentence, tokens[0].start, end, _text(tokens), tokens)


@cache
def _roles() -> frozenset[str]:
    names = ("relatives", "officials", "witnesses", "women", "men", "government", "organisations")
    return frozenset().union(*map(words, names))


def _without_role(tokens: list[Token]) -> list[Token]:
    """«Сестра Отабека»: whose sister she is, not what she is called."""
    while len(tokens) > 1 and tokens[0].lemma in _roles():
        tokens = tokens[1:]
    return tokens


def _goes_on(sentence: Sentence, end: int, start: int) -> bool:
    """Two names with nothing between them, in one case, are one: «Жанбосынова» «Серика Маратовича»."""
    before, after = sentence.at(end - 1), sentence.at(start)
    return (
        before is not None
        and after is not None
        and after.i == before.i + 1
        and (before.case == after.case and after.feats.get("Number") == before.feats.get("Number"))
    )


def _text(tokens: list[Token]) -> str:
    pieces = [tokens[0].text]
    for before, token in itertools.pairwise(tokens):
        pieces += [" " * (token.start > before.end), token.text]
    return "".join(pieces)


# -- nominatives ---------------------------------------------------------------------------------------------


def _read(mention: Mention, grammar: Grammar, lone: Lone, known: frozenset[str] = frozenset()) -> None:
    """Set the mention's words and gender: the gender and case that fit all its parts best."""
    parts = _parts(mention)
    options = [_options(word, token, grammar) for word, token in parts]
    told = [(option, token) for option, (_, token) in zip(options, parts, strict=True) if option]

    def merit(gender: str, case: str) -> float:
        best = [_best(_of(gender, case, option), token, lone, known, gender) for option, token in told]
        return sum(_merit(reading, token, lone, known, gender) for reading, (_, token) in zip(best, told, strict=True)
                   if reading is not None) + any(token.case == case for _, token in told)  # fmt: skip

    agreed = [
        (gender, case) for gender in ("Masc", "Fem") for case in _CASES
        if told and all(_of(gender, case, option) for option, _ in told)
    ]  # fmt: skip
    gender, case = max(agreed, key=lambda each: merit(*each), default=("", ""))
    found = []
    for (word, token), option in zip(parts, options, strict=True):
        best = _best(_of(gender, case, option) or list(option), token, lone, known, gender)
        found.append(best.nominative if best else word)
        gender = gender or (best.gender if best else "")
    mention.words, mention.gender = tuple(found), gender


def _of(gender: str, case: str, readings: Iterable[Possible]) -> list[Possible]:
    return [reading for reading in readings if reading.gender == gender and case in reading.cases]


def _parts(mention: Mention) -> list[tuple[str, Token]]:
    """The words of the name, each initial with its point."""
    found: list[tuple[str, Token]] = []
    for token in mention.tokens:
        if token.text == "." and found:
            found[-1] = (found[-1][0] + ".", found[-1][1])
        elif token.text[0].isalpha():
            found.append((token.text, token))
    return found


def _options(word: str, token: Token, grammar: Grammar) -> tuple[Possible, ...]:
    """The readings of one part; none of an initial or of a name in letters that are not Russian."""
    if _INITIAL.fullmatch(word) or not re.fullmatch(r"[А-ЯЁа-яё-]+", word):
        return ()
    known = tuple(Possible(name, gender, cases, 0) for name, gender, cases in grammar.known_names(word))
    if "-" not in word:
        # A name of the dictionary may be another people's too, and there a woman's: Раушан.
        less = 6 if known else 0
        return (*known, *(replace(each, rank=each.rank + less) for each in possible(word)))
    *before, last = word.split("-")
    return tuple(
        Possible("-".join((*before, each.nominative)), each.gender, each.cases, each.rank)
        for each in possible(last)
    )


def _best(
    readings: Sequence[Possible], token: Token, lone: Lone, known: frozenset[str], gender: str
) -> Possible | None:
    return max(readings, key=lambda each: _merit(each, token, lone, known, gender), default=None)


def _merit(reading: Possible, token: Token, lone: Lone, known: frozenset[str], gender: str) -> float:
    """How likely a reading is: by its case here, by the other forms in the text, by the names known in full."""
    case = token.case in reading.cases or (token.case == "Gen" and "Acc" in reading.cases)
    surely = token.rel.startswith("nsubj") and "Nom" in reading.cases
    verb = _gender_by_verb(token)
    agrees = 0 if not verb else 3 if verb == reading.gender and "Nom" in reading.cases else -3
    plainly = agrees + 2 * case + surely + 0.5 * (token.gender == reading.gender) - 0.7 * reading.rank
    return (
        plainly
        + 0.8 * lone[reading.nominative, reading.gender]
        + 2 * (reading.nominative in known)
        + (gender == reading.gender)
    )


def _gender_by_verb(token: Token) -> str:
    """«Осокина узнала»: the gender that the past verb of the name as subject shows; "" where there is none."""
    for each in (token, *list(token.ancestors())[:2]):
        if each.rel.startswith("nsubj") and each.head is not None:
            gender = each.head.gender
            return gender if gender in ("Masc", "Fem") else ""
        if each.rel not in ("appos", "flat", "flat:name"):
            break
    return ""


# -- one person ----------------------------------------------------------------------------------------------


def _joined(mentions: list[Mention]) -> list[Individual]:
    """Full names first, so that the short ones find them; a short one is whoever of that name was named last."""
    people: list[Individual] = []
    for mention in sorted(mentions, key=lambda each: (-_fullness(each.words)[0], each.start)):
        fitting = [one for one in people if _fits(mention, one)]
        if not fitting:
            fitting = [Individual(mention.words, mention.gender)]
            people.append(fitting[0])
        chosen = max(fitting, key=lambda one: _nearness(one, mention))
        chosen.mentions.append(mention)
        chosen.words = tuple(dict.fromkeys((*chosen.words, *mention.words)))
        chosen.gender = chosen.gender or mention.gender
        mention.person = chosen
    for one in people:
        one.mentions.sort(key=lambda each: each.start)
    return sorted(people, key=lambda one: one.mentions[0].start)


def _nearness(one: Individual, mention: Mention) -> tuple[bool, int]:
    """Whoever was named before comes before whoever is named later; the nearest of them."""
    before = [each.start for each in one.mentions if each.start < mention.start]
    return (
        (bool(before), max(before))
        if before
        else (False, -min((each.start for each in one.mentions), default=0))
    )


def _fits(mention: Mention, one: Individual) -> bool:
    if mention.gender and one.gender and mention.gender != one.gender:
        return False
    own = {word.lower() for word in one.words}
    called = [word.lower() for word in mention.words]
    full = [word for word in called if not _is_initial(word)]
    initials = [word[0] for word in called if _is_initial(word)]
    if not all(_is_of(word, own) for word in full):
        return False
    return any(word in own for word in full) and all(
        any(word.startswith(each) for word in own) for each in initials
    )


def _is_of(word: str, own: set[str]) -> bool:
    """Whether the word is a part of the name, or may be: by its initial, or as a father's name not yet told."""
    if word in own or any(_is_initial(other) and other[0] == word[0] for other in own):
        return True
    return word.endswith(_PATRONYMICS) and not any(other.endswith(_PATRONYMICS) for other in own)


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1
