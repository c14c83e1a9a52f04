"""Whom a Russian word stands for: a person named, a pronoun's person, or a description as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amanat.core.reading.russian.grammar import Sentence, Token
from amanat.core.reading.russian.lexicon import words
from amanat.core.reading.russian.naming import Individual, Mention

_WHICH = frozenset(("который", "кто", "что"))
_SHE_HE = {"она": "Fem", "он": "Masc", "ее": "Fem", "его": "Masc"}
_THEY = frozenset(("они", "их", "оба", "обе"))
_FIRST = frozenset(("я", "мой", "меня", "мне"))
_NOBODY = frozenset(("никто", "некто", "многие", "кто-то"))
_AMOUNTS = frozenset(("мало", "менее", "более", "много", "около", "свыше", "больше", "меньше"))
_NAMED_BY = ("appos", "flat:name", "flat", "nmod")
_PHRASE = frozenset(
    (
        "amod",
        "nmod",
        "flat:name",
        "flat",
        "flat:foreign",
        "nummod",
        "nummod:gov",
        "det",
        "compound",
        "nummod:entity",
        "case",
        "advmod",
        "fixed",
        "appos",
    )
)
_FAR = 2
"""Sentences; whom a pronoun further back would mean is not guessed."""


@dataclass(frozen=True, slots=True)
class Who:
    """A person of the report or, without one, a description; ``head`` is the word it hangs on."""

    person: Individual | None
    label: str
    head: Token | None = None

    def same_as(self, other: Who) -> bool:
        return self.person is other.person if self.person or other.person else self.label == other.label


class Cast:
    """Everyone in the report."""

    def __init__(self, sentences: Sequence[Sentence], people: Iterable[Individual], text: str) -> None:
        self._text = text
        self._sentence = {id(token): sentence for sentence in sentences for token in sentence.tokens}
        self._mentions = sorted(
            (mention for one in people for mention in one.mentions), key=lambda each: each.start
        )
        self._at = {id(token): mention for mention in self._mentions for token in mention.tokens}
        self._bodies = [
            (span.start, span.end) for each in sentences for span in each.names if span.sort == "ORG"
        ]
        self.narrator: Individual | None = None

    def sentence_of(self, token: Token) -> Sentence:
        return self._sentence[id(token)]

    def mention_at(self, token: Token) -> Mention | None:
        return self._at.get(id(token))

    def is_body(self, token: Token) -> bool:
        """Whether the token is in the name of an organisation."""
        return any(start <= token.start < end for start, end in self._bodies)

    def is_nominative(self, token: Token) -> bool:
        """Whether a name stands in the nominative, by what it was read to be a form of."""
        mention = self._at.get(id(token))
        return mention is None or mention.words[0] == mention.tokens[0].text

    def teller(self, token: Token) -> list[Who]:
        """Whom a word of telling names: «она», «её», «женщина» are whoever spoke last."""
        if (token.pos in ("PRON", "DET") and token.gender in ("Masc", "Fem")) or token.lemma in _SHE_HE:
            gender = _SHE_HE.get(token.lemma) if token.pos == "DET" else token.gender
            person = self.last(token, gender or "", speaks=True)
            return [Who(person, person.names[0], token)] if person else []
        return self.of(token)

    def of(self, token: Token, speaker: Individual | None = None) -> list[Who]:
        """Everyone a phrase stands for, with those joined to it by «и»; ``speaker`` is whoever says «я» here."""
        found: list[Who] = []
        for head in (token, *token.all("conj")):
            one = self._one(head, speaker)
            if one is not None and not any(one.same_as(other) for other in found):
                found.append(one)
        return found

    def _one(self, token: Token, speaker: Individual | None) -> Who | None:
        named = self._named(token)
        if named is not None:
            return Who(named, named.names[0], token)
        if token.lemma in _WHICH:
            return self._antecedent(token, speaker)
        if token.lemma in _FIRST:
            who = speaker or self.narrator
            return Who(who, who.names[0], token) if who else Who(None, token.text.lower(), token)
        if token.lemma in _NOBODY:
            return Who(None, self.phrase(token), token)
        if token.lemma in _AMOUNTS and (counted := _counted(token)) is not None:
            return Who(None, self.phrase(token), counted)
        if token.pos in ("PRON", "DET"):
            return self._pointed(token)
        if token.pos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM"):
            return self._described(token)
        return None

    def _named(self, token: Token) -> Individual | None:
        """The person whose name the token is part of, or is put beside: «брата Бердибека», not «брата (чьего?)»."""
        mention = self._at.get(id(token))
        if mention is not None:
            return mention.person
        for child in token.children:
            beside = self._at.get(id(child))
            if beside is None or child.rel not in _NAMED_BY:
                continue
            if child.rel != "nmod" or (child.case == token.case and child.case not in ("Gen", "")):
                return beside.person
        return self._put_after(token) if token.pos == "NOUN" and _is_animate(token) else None

    def _put_after(self, token: Token) -> Individual | None:
        """A name in the same case right behind the noun, or behind a comma: «брата моего, Толегена»."""
        tokens = self._sentence[id(token)].tokens
        kin = token.lemma in words("relatives")
        for after in tokens[token.i + 1 : token.i + 6]:
            beside = self._at.get(id(after))
            comma = tokens[after.i - 1].text == ","
            if (
                beside is not None
                and after.case == token.case
                and (comma or not (kin and token.case == "Gen"))
            ):
                return beside.person
            if beside is None and after.text != "," and after.pos not in ("DET", "ADJ"):
                return None
        return None

    def _antecedent(self, token: Token, speaker: Individual | None) -> Who | None:
        for above in token.ancestors():
            if above.rel == "acl:relcl" and above.head is not None and above.head is not token:
                return self._one(above.head, speaker)
        return None

    def _pointed(self, token: Token) -> Who | None:
        if token.lemma in _THEY or token.plural:
            pair = self._last_pair(token)
            return Who(None, pair, token) if pair else None
        gender = (
            token.gender
            if token.pos == "PRON" and token.gender in ("Masc", "Fem")
            else _SHE_HE.get(token.lemma, "")
        )
        person = self.last(token, gender)
        return Who(person, person.names[0], token) if person else None

    def last(self, token: Token, gender: str, *, speaks: bool = False) -> Individual | None:
        """Of the people of that gender named before, in this sentence or the last two, the likeliest.

        Whoever the sentences are about comes before whoever speaks in them (with ``speaks``, after); then the one
        named last. Further back, only where there is one alone.
        """
        here = self._sentence[id(token)].number
        before = [
            mention
            for mention in self._mentions
            if mention.start < token.start and mention.person is not None and mention.person.gender == gender
        ]
        close = [mention for mention in before if here - mention.sentence.number <= _FAR]
        if not close and len({id(mention.person) for mention in before}) == 1:
            close = before
        if not close or not gender:
            return None

        def merit(each: Mention) -> tuple[bool, bool, bool, int, int]:
            same = each.sentence.number == here and not speaks
            return (
                not self._is_account(each) or speaks,
                same,
                self._speaks(each) is speaks,
                each.sentence.number,
                each.start,
            )

        return max(close, key=merit).person

    @staticmethod
    def _is_account(mention: Mention) -> bool:
        """«по словам Петрова»: whoever he speaks of is somebody else."""
        head = mention.head.head
        return head is not None and head.lemma in words("accounts")

    def _speaks(self, mention: Mention) -> bool:
        head = mention.head
        for above in (head, *list(head.ancestors())[:2]):
            if (
                above.rel.startswith("nsubj")
                and above.head is not None
                and above.head.lemma in words("telling")
            ):
                return True
        return False

    def _last_pair(self, token: Token) -> str:
        """Two or more named together just before: «Назиров и Давлатов»."""
        here = self._sentence[id(token)].number
        for mention in reversed(self._mentions):
            if mention.start >= token.start or here - mention.sentence.number > _FAR:
                continue
            joined = [self._at.get(id(each)) for each in mention.head.all("conj")]
            people = [mention.person, *(each.person for each in joined if each)]
            if len(people) > 1:
                return " и ".join(one.names[0] for one in people if one)
        return ""

    def _described(self, token: Token) -> Who | None:
        if not _is_animate(token):
            return None
        bare = not [
            child for child in token.children if child.rel in ("amod", "nmod", "nummod", "nummod:gov", "det")
        ]
        if bare and not token.plural and token.lemma in words("women") | words("men") and token.pos == "NOUN":
            person = self.last(token, "Fem" if token.lemma in words("women") else "Masc")
            if person is not None and token.lemma in ("женщина", "мужчина"):
                return Who(person, person.names[0], token)
        return Who(None, self.phrase(token), token)

    def phrase(self, token: Token) -> str:
        """The words of a phrase as they are written, without clauses that hang on it."""
        kept, waiting = {token.i: token}, [token]
        while waiting:
            for child in waiting.pop().children:
                if (
                    (child.rel in _PHRASE or (token.lemma in _AMOUNTS and child.rel == "obl"))
                    and child.i not in kept
                    and not (child.rel == "case" and child.head is token)
                ):
                    kept[child.i] = child
                    waiting.append(child)
        first = last = token.i
        while first - 1 in kept:
            first -= 1
        while last + 1 in kept:
            last += 1
        return self._text[kept[first].start : kept[last].end].replace("\n", " ")


def _counted(token: Token) -> Token | None:
    """«не менее сорока человек»: of whom there were so many."""
    return next((each for each in token.all("obl", "nmod") if each.feats.get("Animacy") == "Anim"), None)


def _is_animate(token: Token) -> bool:
    """Whether a word can stand for people: by its feature, or as a participle or number that counts people."""
    if token.feats.get("Animacy") == "Anim":
        return True
    if token.pos == "NUM" or (token.pos == "ADJ" and token.feats.get("Animacy") != "Inan"):
        return token.lemma in (
            "двое",
            "трое",
            "четверо",
            "пятеро",
            "оба",
            "многие",
            "некоторый",
            "задержанный",
            "каждый",
        )
    return token.pos in ("VERB", "ADJ") and token.feats.get("VerbForm") == "Part" and token.rel in (
        "nsubj", "nsubj:pass", "obj", "obl", "iobj", "nmod"
    )  # fmt: skip


def is_person_like(who: Who) -> bool:
    return who.person is not None or (
        who.head is not None and (_is_animate(who.head) or who.head.pos == "PRON")
    )
