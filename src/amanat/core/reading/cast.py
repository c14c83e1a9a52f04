"""Who is who in a report: whom each token stands for. The walk that finds it out is in casting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.tokens import Token

from amanat.core.places import people
from amanat.core.reading.names import Name, Sort
from amanat.core.reading.nouns import is_agent_noun, is_also, is_person_noun, is_plural
from amanat.core.reading.numbered import is_count_of_people, is_one_of_several
from amanat.core.reading.phrases import (
    antecedent,
    child,
    children,
    conjuncts,
    first_conjunct,
    noun_phrase,
    phrase_text,
)
from amanat.core.reading.pointing import FIRST_PERSON, PLURAL_PRONOUNS, PRONOUNS
from amanat.core.reading.referent import Mention, Referent, gender_by_ending, is_part
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.subject import Subject
from amanat.core.reading.together import listed, name_runs, sharers
from amanat.core.reading.wordlists import noun_lemma, words

__all__ = ["Cast", "Referent", "counted_together"]


class Cast:
    """Everyone in the report. ``of(token)`` gives whom a token stands for."""

    def __init__(self, sentences: list[Sentence], names: Iterable[Name]) -> None:
        self.sentences = sentences
        self.names: dict[tuple[int, int], Name] = {}
        self.inside: dict[tuple[int, int], Name] = {}
        for name in names:
            if name.sort is Sort.OTHER:
                continue
            self.names[(name.sentence, name.head)] = name
            for token in range(name.first, name.last + 1):
                self.inside[(name.sentence, token)] = name
        self._around = _by_token(sentences)
        self.referents: list[Referent] = []
        self.at: dict[tuple[int, int], Referent] = {}
        self.by_key: dict[str, list[Referent]] = defaultdict(list)
        self.kin: dict[tuple[int, str], Referent] = {}
        self._listed: dict[int, list[Referent]] = {}
        self.gathered: set[tuple[int, int]] = set()
        """Where people named together have been noted."""
        self._name_everyone(names)

    def sentence_of(self, token: Token) -> Sentence:
        return self._around[id(token.doc)][token.i]

    def token(self, mention: Mention) -> Token:
        """Where somebody is spoken of."""
        return next(one for one in self.sentences if one.number == mention.sentence).span.doc[mention.token]

    def of(self, token: Token) -> Referent | None:
        """Whom this very token stands for; a relative pronoun for what its clause hangs on."""
        if token.tag_ in ("WP", "WDT", "WP$") or (
            token.lower_ == "that" and token.dep_ in ("nsubj", "nsubjpass", "dobj")
        ):
            before = self._relative_to(token)
            return self.of(before) if before is not None and before != token else None
        sentence = self.sentence_of(token)
        found = self.at.get((sentence.number, token.i))
        if found is None:
            name = self.inside.get((sentence.number, token.i))
            found = self.at.get((sentence.number, name.head)) if name else None
        return found

    def _relative_to(self, token: Token) -> Token | None:
        """What a relative pronoun stands for; "a monk from Sichuan province who vanished" is about the monk."""
        before = antecedent(token)
        if token.lower_ not in ("who", "whom") or before is None:
            return before
        node = before
        while not self.person_like(node):
            if node.dep_ not in ("pobj", "appos") or node.head.head == node:
                return before
            node = node.head.head if node.dep_ == "pobj" else node.head
        return node

    def listed(self, subject: Subject) -> list[Referent]:
        """Those whom a record or an entry of a list is about, by their names as it gives them."""
        if id(subject) not in self._listed:
            self._listed[id(subject)] = [self._one_listed(one) for one in subject.everybody if one.names]
        return self._listed[id(subject)]

    def _one_listed(self, subject: Subject) -> Referent:
        first = subject.names[0]
        found = next((one for name in subject.names if (one := self.named(name)) is not None), None)
        if found is None:
            found = self.introduce(first)
        found.names += [name for name in subject.names if name not in found.names]
        found.gender = subject.gender or found.gender
        found.titles |= subject.callings
        return found

    def named(self, text: str) -> Referent | None:
        """The person whom the report calls so."""
        homes = [one for one in self.referents if one.sort is Sort.PERSON and text in one.names]
        return homes[0] if homes else None

    def name_at(self, token: Token) -> Name | None:
        return self.inside.get((self.sentence_of(token).number, token.i))

    def set(self, token: Token, referent: Referent) -> None:
        sentence = self.sentence_of(token)
        self.note(sentence, token, referent)

    def all_of(self, token: Token) -> list[Referent]:
        """Whom a phrase stands for, co-ordinated parts and "others besides" included."""
        found: list[Referent] = []
        if (counted := counted_together(token)) is not None:
            return [Referent(Sort.PEOPLE, description=counted, many=True)]
        for head in _without_callings(conjuncts(token), self):
            if of_names := listed(head, self):
                return list(of_names)
            referent = self.of(head) or sharers(head, self) or self._described(head)
            if referent is None:
                continue
            found.extend(each for each in self._joined_to_name(head, referent) if each not in found)
            found.extend(each for each in self._named_in_a_row(head) if each not in found)
            one = referent.with_others() if head.pos_ == "PRON" else referent
            found.extend(each for each in self._each(one, head) if each not in found)
        return found

    def _joined_to_name(self, head: Token, referent: Referent) -> list[Referent]:
        """ "His wife, Zahra, and her sister Hawra were held": the sister, whom the tree joins to the wife's name."""
        if not referent.is_individual:
            return []
        names = [part for part in children(head, "appos") if self.of(part) is referent]
        others = [self.of(part) for name in names for part in conjuncts(name)[1:]]
        return [referent, *(one for one in others if one is not None and one.is_individual)] if others else []

    def _named_in_a_row(self, head: Token) -> list[Referent]:
        """Everybody of a list of names that begins there, where the tree has lost the others."""
        sentence = self.sentence_of(head)
        named = [self.inside.get((sentence.number, part.i)) for part in (head, *children(head, "appos"))]
        places = {name.head for name in named if name is not None and name.sort is Sort.PERSON}
        if not places:
            return []
        run = next((run for run in name_runs(sentence, self) if places & {token.i for token in run}), [])
        return [one for token in run if (one := self.of(token)) is not None and one.is_individual]

    def _each(self, one: Referent, head: Token) -> tuple[Referent, ...]:
        """People named together one by one. What "we" suffered is told of whoever says it: who else is among
        them, the text seldom says; but "we Peul" says it."""
        if one.companion_of is None:
            return one.members or (one,)
        beside = child(head, "appos")
        if beside is not None and people(beside.text) is not None:
            return (Referent(Sort.PEOPLE, description=f"{head.text} {beside.text}", many=True),)
        return (one.companion_of,)

    def person_like(self, token: Token) -> bool:
        """Whether an act can happen to what this token stands for."""
        referent = self.of(token)
        if referent is not None:
            return referent.sort in (Sort.PERSON, Sort.PEOPLE)
        if token.tag_ in ("WP", "WDT", "WP$") or token.lower_ == "that":
            before = self._relative_to(token)
            return before is not None and before != token and self.person_like(before)
        if token.lower_ in FIRST_PERSON or token.lower_ in PLURAL_PRONOUNS or token.lower_ in PRONOUNS:
            return True
        if token.lower_ in ("neither", "none") and token.dep_ in ("nsubj", "nsubjpass"):
            return token.lower_ != "none" or self.counts_people(token)
        if (token.lower_ == "those" and children(token, "relcl", "acl")) or is_one_of_several(token):
            return True
        if token.pos_ == "NUM" or token.lemma_.casefold() in words("people", "quantity"):
            return self.counts_people(token)
        return (
            is_person_noun(token)
            or is_agent_noun(token)
            or (people(token.text) is not None and token.pos_ in ("NOUN", "PROPN"))
        )

    def counts_people(self, token: Token) -> bool:
        of = next((part for part in token.children if part.lower_ == "of"), None)
        if of is None:
            return is_count_of_people(token)
        thing = child(of, "pobj")
        return thing is not None and self.person_like(thing)

    @property
    def protagonist(self) -> Referent | None:
        """The person the report speaks of most, if it speaks of one clearly."""
        people_ = [one for one in self.referents if one.is_individual]
        if not people_:
            return None
        first = max(people_, key=lambda one: (len(one.mentions), bool(one.names)))
        return first if len(first.mentions) >= 2 else None

    def _name_everyone(self, names: Iterable[Name]) -> None:
        """One referent per person named: the longest forms first, so that short forms find them."""
        surfaces = Counter(
            (name.text, name.sort) for name in names if name.sort in (Sort.PERSON, Sort.ORGANISATION)
        )
        surfaces.update((name, Sort.PERSON) for name in self._names_of_records())
        ordered = sorted(surfaces, key=lambda item: (-len(item[0].split()), -len(item[0])))
        for text, sort in ordered:
            homes = [one for one in self.referents if one.sort is sort and is_part(text, one)]
            if homes:
                for one in homes:
                    one.names.append(text)
            else:
                homes = [
                    Referent(sort, [text], gender=gender_by_ending(text) if sort is Sort.PERSON else None)
                ]
                self.referents.extend(homes)
            self.by_key[text.casefold()] = homes
        for subject in self._subjects():
            self.listed(subject)

    def _names_of_records(self) -> frozenset[str]:
        """What fields and headings say that somebody is called: known before the text's short forms are."""
        return frozenset(
            name for subject in self._subjects() for one in subject.everybody for name in one.names[:1]
        )

    def _subjects(self) -> list[Subject]:
        """Whom records and entries are about, each once."""
        about = (one.piece.about for one in self.sentences if one.piece is not None)
        return list({id(one): one for one in about if one is not None}.values())

    def called(self, name: Name) -> Referent | None:
        homes = self.by_key.get(name.text.casefold(), [])
        if len(homes) < 2:
            return homes[0] if homes else None
        alone = [one for one in homes if not _has_another_short_name(one, name.text)]
        return max(alone or homes, key=_likely_by_family_name)

    def note(self, sentence: Sentence, token: Token, referent: Referent) -> None:
        top = first_conjunct(token)
        while top.dep_ == "appos":
            top = first_conjunct(top.head)
        prominent = top.dep_ in ("nsubj", "nsubjpass") or (
            top.dep_ == "attr" and child(top.head, "expl") is not None
        )
        prominent = prominent or _is_topic(top)
        suffers = top.dep_ in ("nsubjpass", "dobj")
        mention = Mention(sentence.number, token.i, prominent, suffers, _harms(top), sentence.paragraph)
        referent.mentions.append(mention)
        self.at[(sentence.number, token.i)] = referent

    def introduce(self, name: str) -> Referent:
        """Somebody whom only the page's own words name."""
        found = Referent(Sort.PERSON, [name], gender=gender_by_ending(name))
        self.referents.append(found)
        self.by_key[name.casefold()].append(found)
        return found

    def own(self, noun: Token, owner_token: Token) -> None:
        """ "My sister", once it is known who speaks: every "my sister" of one speaker is one person."""
        owner, kin = self.of(owner_token), self.of(noun)
        if owner is None or kin is None or kin is owner or noun_lemma(noun) not in words("people", "kin"):
            return
        key = noun.lower_ if is_plural(noun) else noun_lemma(noun)
        known = self.kin.setdefault((id(owner), key), kin)
        known.owner = owner
        self.identify(noun, known)

    def identify(self, noun: Token, known: Referent) -> None:
        """Whom a noun stood for is found to be somebody known; not where both have names, and other ones."""
        one = self.of(noun)
        if one is None or one is known or (known.names and one.names and known.names != one.names):
            return
        known.names = known.names or one.names
        known.mentions += one.mentions
        self.at = {place: known if each is one else each for place, each in self.at.items()}
        self.referents = [each for each in self.referents if each is not one]

    def owned(self, referent: Referent, noun: Token, owner_token: Token) -> None:
        owner = self.of(owner_token)
        if owner is not None and owner is not referent:
            referent.owner = owner
            self.kin[(id(owner), noun.lemma_)] = referent

    def group(self, sentence: Sentence, token: Token) -> Referent:
        found = Referent(Sort.PEOPLE, description=phrase_text(token), noun=noun_lemma(token), many=True)
        if any(part.lower_ in ("other", "also") for part in token.subtree) or is_also(token):
            found.besides = self._last_group(sentence)
        self.referents.append(found)
        return found

    def _last_group(self, sentence: Sentence) -> Referent | None:
        near = [
            (one.mentions[-1], one)
            for one in self.referents
            if one.many and one.mentions and sentence.number - one.mentions[-1].sentence <= 1
        ]
        subjects = [item for item in near if item[0].subject]
        return max(subjects, key=lambda item: (item[0].sentence, item[0].token))[1] if subjects else None

    def _described(self, token: Token) -> Referent | None:
        """A group or a number of people met for the first time as somebody an act happened to."""
        if not self.person_like(token):
            return None
        sentence = self.sentence_of(token)
        if token.pos_ == "PRON" and token.lower_ not in (
            "those",
            "each",
            "many",
            "some",
            "several",
            "others",
            "one",
            "all",
            "both",
            "most",
            "neither",
            "none",
            "nobody",
            "another",
            "rest",
        ):
            return None
        found = self.group(sentence, token)
        self.note(sentence, token, found)
        return found


def _by_token(sentences: Iterable[Sentence]) -> dict[int, list[Sentence]]:
    """By the document's identity, the sentence of each of its tokens; what stands in none belongs to the last."""
    found: dict[int, list[Sentence]] = {}
    for sentence in reversed(list(sentences)):
        around = found.setdefault(id(sentence.span.doc), [sentence] * len(sentence.span.doc))
        around[sentence.span.start : sentence.span.end] = [sentence] * len(sentence.span)
    return found


def _without_callings(parts: list[Token], cast: Cast) -> list[Token]:
    """ "Karim Ali, a welder and citizen of Chad": what he is, which the tree joins to him, is nobody else; the second
    noun goes without an article of its own."""
    last = parts[-1]
    bare = last.tag_ == "NN" and is_person_noun(last) and child(last, "det", "poss", "nummod") is None
    if len(parts) < 2 or not bare or cast.name_at(parts[0]) is None or cast.name_at(last) is not None:
        return parts
    named = [part for part in parts if cast.name_at(part) is not None]
    between = [part for part in parts if part not in named]
    told = all(part == last or child(part, "det") is not None for part in between)
    return named if told and last.nbor(-1).lower_ in ("and", "&") else parts


def _is_topic(top: Token) -> bool:
    """ "As for his wife, she fled to Zelva"."""
    before = top.head
    return top.dep_ == "pobj" and before.lower_ == "for" and before.i > 0 and before.nbor(-1).lower_ == "as"


_HARMING = frozenset(
    """arrest detain abduct kidnap beat torture kill shoot rape tie handcuff blindfold seize raid flog whip execute
    hang behead stab strangle drag lash assault ambush interrogate capture imprison slap kick punch""".split()
)


def _harms(top: Token) -> bool:
    """ "Men in army uniform tied her husband": they are not whom the act befell."""
    verb = top.head
    return top.dep_ == "nsubj" and verb.lemma_ in _HARMING and bool(children(verb, "dobj"))


def _likely_by_family_name(one: Referent) -> tuple[int, bool, int]:
    """Of two of one family name, whoever was spoken of last; of both in one sentence, not who was only brought in as
    the other's brother."""
    if not one.mentions:
        return -1, False, -1
    return one.mentions[-1].sentence, one.owner is None, one.mentions[-1].token


def _has_another_short_name(one: Referent, text: str) -> bool:
    """A report that calls the son "Dodong" means his mother by "Abayan", which is the name of both."""
    return " " not in text and any(
        " " not in other and other.casefold() != text.casefold() for other in one.names
    )


def counted_together(token: Token) -> str | None:
    """ "At least 25 monks and nuns": one number for both is one group."""
    parts = conjuncts(token)
    if len(parts) < 2 or not children(token, "nummod"):
        return None
    alike = all(
        part.tag_ == "NNS" and not children(part, "nummod", "det", "poss", "amod") for part in parts[1:]
    )
    return str(token.doc[noun_phrase(token)[0].i : parts[-1].i + 1].text) if alike else None
