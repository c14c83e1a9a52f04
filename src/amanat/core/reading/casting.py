"""The walk that casts a report: left to right, as a reader reads, each noun phrase either introduces somebody or
points back. Headlines are resolved last, because they speak of whom the body names.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.describing import (
    CALLINGS,
    CHILD,
    GENERIC,
    OFFSPRING,
    SIBLINGS,
    belongs_to_another,
    calling,
    described_apart,
    is_headline_number,
    is_headlined,
    is_narrowed,
    is_the_aged,
    is_whose,
)
from amanat.core.reading.kin_calls import called_back, whose
from amanat.core.reading.leads import headlined, name_the_leads
from amanat.core.reading.named_groups import name_the_groups
from amanat.core.reading.names import Name, Sort
from amanat.core.reading.naming import name_by_sentences, name_the_kin
from amanat.core.reading.nouns import (
    COUNSEL,
    descriptions,
    gender_of_noun,
    is_agent_noun,
    is_body_noun,
    is_introduced_agent,
    is_person_noun,
    is_plural,
)
from amanat.core.reading.parties import name_the_parties
from amanat.core.reading.phrases import child, children, conjuncts, first_conjunct, phrase_text
from amanat.core.reading.pointing import PLURAL_PRONOUNS, PRONOUNS, best_antecedent, best_group
from amanat.core.reading.referent import Mention, Referent, is_plain
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.together import gather, is_counted_pronoun, known_together, number_of
from amanat.core.reading.wordlists import noun_lemma, words
from amanat.core.reading.zones import Zone

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_LATELY = 6
"""How many sentences back "the boy" may have been spoken of as somebody's son."""
_ANYBODY = frozenset({"somebody", "someone", "anybody", "anyone", "whoever", "everybody", "everyone"})
_ONE_BY_ONE = frozenset({"people", "family", "team", "staff"})


def cast_of(sentences: list[Sentence], names: Iterable[Name]) -> Cast:
    """Everyone in the sentences, with every pronoun and description resolved as far as grammar and sense allow."""
    casting = _Casting(Cast(sentences, list(names)))
    for sentence in sentences:
        if sentence.zone is not Zone.HEADLINE:
            casting.walk(sentence)
    for name_them in (name_by_sentences, name_the_kin, name_the_leads, name_the_parties):
        name_them(casting.cast)
    for sentence in sentences:
        if sentence.zone is Zone.HEADLINE:
            casting.walk(sentence)
    name_the_groups(casting.cast)
    return casting.cast


def _all(people: list[Referent]) -> Referent:
    names = " and ".join(one.label for one in people)
    return Referent(Sort.PEOPLE, description=names, many=True)


class _Casting:
    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def walk(self, sentence: Sentence) -> None:
        self._enter(sentence)
        for token in sentence.tokens():
            name = self.cast.names.get((sentence.number, token.i))
            if name is not None:
                self._meet_name(sentence, token, name)
            elif (sentence.number, token.i) in self.cast.inside or (sentence.number, token.i) in self.cast.at:
                continue
            elif token.lower_ in PRONOUNS and token.pos_ in ("PRON", "DET"):
                lent = sentence.piece is not None and token.idx < len(sentence.piece.lent)
                self._meet_pronoun(sentence, token, None if lent else PRONOUNS[token.lower_])
            elif token.lower_ in PLURAL_PRONOUNS:
                gather(sentence, self.cast, token.i)
                self._meet_they(sentence, token)
            elif token.lower_ in _ANYBODY and token.pos_ == "PRON":
                self._meet_anybody(sentence, token)
            elif is_the_aged(token):
                if (found := self._best(sentence, token, None, reach=3)) is not None:
                    self.cast.note(sentence, token, found)
            elif token.lower_ == "one" and (apart := described_apart(token)) is not None:
                self._meet_noun(sentence, apart)
                described = self.cast.of(apart)
                if described is not None:
                    self.cast.note(sentence, token, described)
            elif is_counted_pronoun(token) and self._meet_counted(sentence, token):
                continue
            elif is_person_noun(token) or is_introduced_agent(token) or is_headlined(sentence, token):
                self._meet_noun(sentence, token)
            elif is_body_noun(token):
                self._meet_body(sentence, token)
            elif (
                (token.dep_ in ("dobj", "nsubj", "nsubjpass") or is_headline_number(sentence, token))
                and token.pos_ == "NUM"
                and token.head.lemma_ not in ("count", "number", "total")
                and self.cast.counts_people(token)
            ):
                self.cast.note(sentence, token, self.cast.group(sentence, token))
        gather(sentence, self.cast, sentence.span.end)

    def _meet_counted(self, sentence: Sentence, token: Token) -> bool:
        """ "Both were released", "the two were held": those lately named together."""
        gather(sentence, self.cast, token.i)
        found = known_together(self.cast, sentence, token)
        if found is not None:
            self.cast.note(sentence, token, found)
        return found is not None

    def _meet_anybody(self, sentence: Sentence, token: Token) -> None:
        """ "If somebody sat down they hit him": nobody in particular, whom "him" means in that sentence."""
        found = Referent(Sort.PERSON, description=phrase_text(token), noun="somebody")
        self.cast.referents.append(found)
        self.cast.note(sentence, token, found)

    def _enter(self, sentence: Sentence) -> None:
        """A record's fields and a list's entries are about whom they name: "he" there, and the subject lent to a
        fragment, is that person."""
        piece = sentence.piece
        if piece is None or piece.about is None:
            return
        people = self.cast.listed(piece.about)
        for one in people if len(people) == 1 else ():
            one.mentions.append(Mention(sentence.number, sentence.span.start, subject=True))
        if piece.lent:
            lent = people[0] if len(people) == 1 else _all(people)
            for token in sentence.tokens():
                if token.idx < len(piece.lent) and token.lower_ in PRONOUNS:
                    self.cast.at[(sentence.number, token.i)] = lent

    def _meet_name(self, sentence: Sentence, token: Token, name: Name) -> None:
        if name.sort in (Sort.PERSON, Sort.ORGANISATION):
            referent = self.cast.called(name)
            if referent is None:
                return
            if name.sort is Sort.PERSON:
                self._learn_from_context(sentence, token, referent)
            self.cast.note(sentence, token, referent)
        elif name.sort is Sort.PLACE:
            self.cast.note(sentence, token, self._place(name.text))
        elif name.sort is Sort.PEOPLE:
            self._meet_people(sentence, token)

    def _place(self, text: str) -> Referent:
        homes = self.cast.by_key[f"place {text.casefold()}"]
        if not homes:
            homes.append(Referent(Sort.PLACE, [text]))
            self.cast.referents.append(homes[0])
        return homes[0]

    def _learn_from_context(self, sentence: Sentence, token: Token, referent: Referent) -> None:
        """A title or an apposition tells gender and what the person is; the apposition is the person too."""
        name = self.cast.inside[(sentence.number, token.i)]
        first = token.doc[name.first]
        if first.i > 0:
            title = first.nbor(-1).text.casefold().rstrip(".")
            if title in words("people", "female_titles"):
                referent.gender = "f"
            elif title in words("people", "male_titles"):
                referent.gender = "m"
            if title in COUNSEL:
                referent.noun = referent.noun or title
        for noun in descriptions(token, name):
            if (sentence.number, noun.i) in self.cast.at or is_plural(noun) or is_whose(noun):
                continue
            if not (is_person_noun(noun) or is_agent_noun(noun)):
                continue
            if referent.description is None:
                referent.description, referent.noun = phrase_text(noun), noun.lemma_
            referent.gender = referent.gender or gender_of_noun(noun)
            self.cast.at[(sentence.number, noun.i)] = referent
            owner = child(noun, "poss")
            if owner is not None and noun_lemma(noun) in words("people", "kin"):
                self.cast.owned(referent, noun, owner)

    def _meet_people(self, sentence: Sentence, token: Token) -> None:
        """ "Kazakhs" are a group, "a Kazakh" somebody; an adjective is neither."""
        if token.dep_ in ("amod", "compound", "nmod", "poss") and token.head.i > token.i:
            return
        plural = token.tag_ in ("NNPS", "NNS") or token.text.casefold().endswith(("s", "men", "people"))
        if plural or children(token, "nummod"):
            self.cast.note(sentence, token, self.cast.group(sentence, token))
        elif sentence.zone is Zone.HEADLINE and self.cast.protagonist is not None:
            self.cast.note(sentence, token, self.cast.protagonist)
        elif child(token, "det") is not None and (child(token, "det") or token).lower_ in ("a", "an"):
            self.cast.note(sentence, token, self._introduce(token))

    def _introduce(self, token: Token) -> Referent:
        found = Referent(
            Sort.PERSON, description=phrase_text(token), noun=noun_lemma(token), gender=gender_of_noun(token)
        )
        if is_whose(token):
            found.owner = self.cast.of(children(token, "poss")[0])
        self.cast.referents.append(found)
        return found

    def _meet_noun(self, sentence: Sentence, noun: Token) -> None:
        if noun.dep_ in ("compound", "nmod", "amod") and noun.head.i > noun.i:
            return
        named = (
            self._apposed_name(sentence, noun) if not is_plural(noun) or noun.lemma_ in _ONE_BY_ONE else None
        )
        if named is not None:
            self.cast.note(sentence, noun, named)
            return
        owner = child(noun, "poss") or whose(sentence, noun, self.cast)
        client = self._client(sentence, noun) if owner is not None and noun.lemma_ == "client" else None
        if client is not None:
            self.cast.note(sentence, noun, client)
        elif owner is not None and noun_lemma(noun) in words("people", "kin"):
            self.cast.note(sentence, noun, self._relative(sentence, noun, owner))
        elif is_plural(noun):
            gather(sentence, self.cast, noun.i)
            found = self._set_off(noun) or self._known_group(sentence, noun)
            self.cast.note(sentence, noun, found or self.cast.group(sentence, noun))
        else:
            self.cast.note(sentence, noun, self._individual(sentence, noun))

    def _apposed_name(self, sentence: Sentence, noun: Token) -> Referent | None:
        """The name that a description comes with: "a teacher, Ana Ruiz", "a man named Juan", "a woman who asked to
        be called Selam", "a neighbour, a baker's wife, Mrs Ruiz"."""
        beside = self._name_right_after(sentence, noun)
        if beside is not None:
            return self._describe_named(noun, beside)
        for part in noun.children:
            if part.dep_ == "appos" and not belongs_to_another(part, noun):
                for inner in [part, *children(part, "appos"), *children(part, "compound")]:
                    name = self.cast.names.get((sentence.number, inner.i))
                    if name is not None and name.sort is Sort.PERSON:
                        return self._describe_named(noun, name)
                if is_person_noun(part) and (given := self._called_name(sentence, part)) is not None:
                    return self._describe_named(noun, given)
        called = self._called_name(sentence, noun)
        return self._describe_named(noun, called) if called is not None else None

    def _called_name(self, sentence: Sentence, noun: Token) -> Name | None:
        """The name in "a man named Juan", "a woman who asked to be called Selam"."""
        for part in children(noun, "acl", "relcl"):
            if (called := calling(part)) is not None:
                for inner in [*called.subtree, *called.doc[called.i + 1 : called.i + 2]]:
                    name = self.cast.inside.get((sentence.number, inner.i))
                    if name is not None and name.sort is Sort.PERSON:
                        return name
        return None

    def _name_right_after(self, sentence: Sentence, noun: Token) -> Name | None:
        """ "The blogger Phan Duc Tiep", whatever the tree makes of it; not "told the judge Karim was ill"."""
        name = self.cast.inside.get((sentence.number, noun.i + 1))
        if name is None or name.sort is not Sort.PERSON or name.first != noun.i + 1:
            return None
        head = noun.doc[name.head]
        return None if head.dep_ in ("nsubj", "nsubjpass") and head.head != noun.head else name

    def _describe_named(self, noun: Token, name: Name) -> Referent | None:
        referent = self.cast.called(name)
        if referent is not None and referent.description is None:
            referent.description, referent.noun = phrase_text(noun), noun.lemma_
            referent.gender = referent.gender or gender_of_noun(noun)
        owner = child(noun, "poss")
        if referent is not None and owner is not None and noun_lemma(noun) in words("people", "kin"):
            self.cast.owned(referent, noun, owner)
        return referent

    def _relative(self, sentence: Sentence, noun: Token, owner_token: Token) -> Referent:
        owner = self.cast.of(owner_token)
        if owner is None and owner_token.lower_ in PRONOUNS:
            self._meet_pronoun(sentence, owner_token, PRONOUNS[owner_token.lower_])
            owner = self.cast.of(owner_token)
        many = is_plural(noun)
        if owner is None and owner_token.dep_ == "pobj":
            name = self.cast.names.get((sentence.number, owner_token.i))
            owner = self.cast.called(name) if name is not None and name.sort is Sort.PERSON else None
        if owner is None:
            return self._introduce(noun)
        back = called_back(owner, noun, sentence, self.cast)
        if back is not None:
            return back
        key = (id(owner), noun.lemma_)
        if key not in self.cast.kin:
            sort = Sort.PEOPLE if many else Sort.PERSON
            self.cast.kin[key] = Referent(
                sort,
                description=phrase_text(noun),
                noun=noun.lower_,
                gender=gender_of_noun(noun),
                many=many,
                owner=owner,
            )
            self.cast.referents.append(self.cast.kin[key])
        return self.cast.kin[key]

    def _set_off(self, noun: Token) -> Referent | None:
        """Whom "brothers" means in "Fidel and Matías Ledezma, brothers from El Vado"."""
        if noun.dep_ not in ("appos", "conj"):
            return None
        if noun_lemma(noun) in SIBLINGS and child(noun, "det", "poss", "nummod") is None:
            return self._last_together(noun)
        if noun.dep_ == "conj":
            return None
        beside = set(conjuncts(first_conjunct(noun.head)))
        members = {one for part in beside if (one := self.cast.of(part)) is not None and one.is_individual}
        return next((one for one in self.cast.referents if one.members and set(one.members) == members), None)

    def _last_together(self, noun: Token) -> Referent | None:
        """Those named together last before the noun in its sentence."""
        number = self.cast.sentence_of(noun).number
        near = [
            (mention.token, one)
            for one in self.cast.referents
            for mention in one.mentions
            if one.members and mention.sentence == number and mention.token < noun.i
        ]
        return max(near, key=lambda item: item[0])[1] if near else None

    def _client(self, sentence: Sentence, noun: Token) -> Referent | None:
        """Of "my client", whoever the report has a lawyer speak of: the person it is about."""
        if is_plural(noun):
            return None
        persons = [one for one in self.cast.referents if one.is_individual and one.names and one.mentions]
        clients = [one for one in persons if one.noun not in COUNSEL]
        return min(clients, key=lambda one: one.mentions[0].sentence, default=None)

    def _individual(self, sentence: Sentence, noun: Token) -> Referent:
        determiner = child(noun, "det")
        indefinite = determiner is not None and determiner.lower_ in (
            "a",
            "an",
            "another",
            "one",
            "some",
            "any",
            "every",
            "each",
        )
        apart = self._set_off_from(noun) if noun.dep_ == "appos" else None
        if apart is not None:
            return apart
        bare = determiner is None and noun_lemma(noun) in words("people", "kin")
        if sentence.zone is Zone.HEADLINE and (found := headlined(self.cast, noun)) is not None:
            return found
        if indefinite or (determiner is None and not bare and sentence.zone is not Zone.HEADLINE):
            return self._introduce(noun)
        introduced = [
            one
            for one in self.cast.referents
            if one.is_individual and one.noun == noun_lemma(noun) and one.mentions
        ]
        if introduced and noun.lemma_ not in ("woman", "man", "person"):
            return max(introduced, key=lambda one: (one.mentions[-1].sentence, one.mentions[-1].token))
        if bare:
            return introduced[-1] if introduced else self._introduce(noun)
        if noun_lemma(noun) in CHILD and (child_of := self._child(sentence, noun)) is not None:
            return child_of
        if noun_lemma(noun) in GENERIC:
            found = self._best(sentence, noun, gender_of_noun(noun), reach=30)
            if found is not None and not (noun_lemma(noun) in CALLINGS and self._has_another(found, noun)):
                return found
        return introduced[-1] if introduced else self._introduce(noun)

    def _child(self, sentence: Sentence, noun: Token) -> Referent | None:
        """ "The boy" after "her son": whoever was last spoken of as somebody's child."""
        gender = gender_of_noun(noun)
        children_ = [
            one
            for one in self.cast.referents
            if one.is_individual
            and one.noun in OFFSPRING
            and one.mentions
            and 0 <= sentence.number - one.mentions[-1].sentence <= _LATELY
            and gender in (None, one.gender or gender)
        ]
        return max(
            children_, key=lambda one: (one.mentions[-1].sentence, one.mentions[-1].token), default=None
        )

    def _set_off_from(self, noun: Token) -> Referent | None:
        """ "His mother, a 72-year-old pensioner": one person."""
        one = self.cast.of(noun.head)
        return one if one is not None and one.is_individual and not is_whose(noun) else None

    def _has_another(self, one: Referent, noun: Token) -> bool:
        """Whether "the pastor" cannot be somebody because he is known as something else, or is not the report's
        own person."""
        return one is not self.cast.protagonist or one.noun not in (None, noun_lemma(noun))

    def _known_group(self, sentence: Sentence, noun: Token) -> Referent | None:
        """ "the detainees" are those spoken of before under that noun; "the couple" two people named together."""
        determiner = child(noun, "det")
        counted = number_of(noun) is not None
        if (
            (determiner is None or determiner.lower_ not in _DEFINITE)
            and not (counted and any(part.lower_ == "both" for part in noun.children))
        ) or is_narrowed(noun, counted=counted):
            return None
        gather(sentence, self.cast, noun.i)
        together = known_together(self.cast, sentence, noun)
        if together is not None:
            return together
        if children(noun, "nummod"):
            return None
        known = [
            one for one in self.cast.referents if one.many and one.noun == noun_lemma(noun) and one.mentions
        ]
        plain = [one for one in known if is_plain(one)]
        return plain[-1] if plain else None

    def _meet_body(self, sentence: Sentence, noun: Token) -> None:
        """ "Kazakh authorities", "the ministry": a body known by its description."""
        text = phrase_text(noun)
        homes = self.cast.by_key[f"body {text.casefold().removeprefix('the ')}"]
        if not homes:
            many = noun.tag_ in ("NNS", "NNPS") or noun.lemma_ == "police"
            homes.append(Referent(Sort.ORGANISATION, description=text, noun=noun.lemma_, many=many))
            self.cast.referents.append(homes[0])
        self.cast.note(sentence, noun, homes[0])

    def _meet_pronoun(self, sentence: Sentence, pronoun: Token, gender: str | None) -> None:
        found = self._best(sentence, pronoun, gender)
        if found is not None:
            found.gender = found.gender or gender
            self.cast.note(sentence, pronoun, found)

    def _meet_they(self, sentence: Sentence, pronoun: Token) -> None:
        found = best_group(self.cast.referents, sentence, pronoun)
        if found is not None:
            self.cast.note(sentence, pronoun, found)

    def _best(
        self, sentence: Sentence, pointer: Token, gender: str | None, reach: int | None = None
    ) -> Referent | None:
        return best_antecedent(
            self.cast.referents, self.cast.protagonist, sentence, pointer, gender, *([reach] if reach else [])
        )
