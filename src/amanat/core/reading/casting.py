"""The walk that casts a report: left to right, as a reader reads, each noun phrase either introduces somebody or
points back. Headlines are resolved last, because they speak of whom the body names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from amanat.core.reading.apposed import apposed_name, learn_from_context
from amanat.core.reading.cast import Cast
from amanat.core.reading.definite import (
    client,
    individual,
    introduce,
    joined_owner,
    known_group,
    of_age,
    pointed_to,
    set_off,
)
from amanat.core.reading.describing import (
    described_apart,
    is_headline_number,
    is_headlined,
    is_the_aged,
)
from amanat.core.reading.kin_calls import called_back, owner_spoken_of, whose
from amanat.core.reading.labelled import begins_case, named_in_case
from amanat.core.reading.leads import name_the_leads
from amanat.core.reading.named_groups import name_the_groups
from amanat.core.reading.names import Name, Sort
from amanat.core.reading.naming import (
    name_by_sentences,
    name_the_kin,
    name_the_kin_by_family,
    own_the_named_kin,
)
from amanat.core.reading.nouns import (
    gender_of_noun,
    is_body_noun,
    is_introduced_agent,
    is_person_noun,
    is_plural,
)
from amanat.core.reading.parties import name_the_parties
from amanat.core.reading.parts import others_of, part_of, tells_parts
from amanat.core.reading.phrases import child, children, phrase_text
from amanat.core.reading.pointing import PLURAL_PRONOUNS, PRONOUNS, best_group
from amanat.core.reading.quoted import Quoted, last_to_tell
from amanat.core.reading.referent import Mention, Referent
from amanat.core.reading.sentences import Quotation, Sentence
from amanat.core.reading.together import gather, is_counted_pronoun, known_together
from amanat.core.reading.wordlists import noun_lemma, words
from amanat.core.reading.zones import Zone

_ANYBODY = frozenset({"somebody", "someone", "anybody", "anyone", "whoever", "everybody", "everyone"})
_ONE_BY_ONE = frozenset({"people", "family", "team", "staff"})


def cast_of(sentences: list[Sentence], names: Iterable[Name], quotations: Sequence[Quotation] = ()) -> Cast:
    """Everyone in the sentences, with every pronoun and description resolved as far as grammar and sense allow."""
    casting = _Casting(Cast(sentences, list(names)), Quoted(sentences, quotations))
    for sentence in sentences:
        if sentence.zone is not Zone.HEADLINE:
            casting.walk(sentence)
    for name_them in (
        name_by_sentences,
        own_the_named_kin,
        name_the_kin,
        name_the_kin_by_family,
        name_the_leads,
        name_the_parties,
    ):
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
    def __init__(self, cast: Cast, quoted: Quoted) -> None:
        self.cast = cast
        self._quoted = quoted

    def walk(self, sentence: Sentence) -> None:
        self._enter(sentence)
        if sentence.piece is not None and sentence.piece.names_nobody:
            return
        self._meet_speakers(sentence)
        for token in sentence.tokens():
            name = self.cast.names.get((sentence.number, token.i))
            if name is not None:
                self._meet_name(sentence, token, name)
            elif (sentence.number, token.i) in self.cast.inside or (sentence.number, token.i) in self.cast.at:
                continue
            elif token.lower_ in PRONOUNS and token.pos_ in ("PRON", "DET"):
                lent = sentence.piece is not None and token.idx < len(sentence.piece.lent)
                if lent and begins_case(sentence, self.cast):
                    self._meet_lent(sentence, token)
                else:
                    self._meet_pronoun(sentence, token, None if lent else PRONOUNS[token.lower_])
            elif token.lower_ in PLURAL_PRONOUNS:
                gather(sentence, self.cast, token.i)
                self._meet_they(sentence, token)
            elif tells_parts(token) and (one := part_of(self.cast, sentence, token)) is not None:
                self.cast.note(sentence, token, one)
            elif token.lower_ in _ANYBODY and token.pos_ == "PRON":
                self._meet_anybody(sentence, token)
            elif is_the_aged(token):
                if (found := of_age(self.cast, sentence, token)) is not None:
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

    def _meet_speakers(self, sentence: Sentence) -> None:
        """Who speaks, and of whom, before the words that they say: "“He fell,” the colonel said of the treasurer"."""
        for speaker, topic in self._quoted.openings(sentence):
            for token in (speaker, topic):
                if token is None or (sentence.number, token.i) in self.cast.inside:
                    continue
                if token.lower_ in PRONOUNS:
                    self._meet_speaking(
                        sentence, token, PRONOUNS[token.lower_], of_somebody=topic is not None
                    )
                elif (
                    topic is not None
                    and is_person_noun(token)
                    and (sentence.number, token.i) not in self.cast.at
                ):
                    self._meet_noun(sentence, token)

    def _meet_speaking(
        self, sentence: Sentence, pronoun: Token, gender: str | None, *, of_somebody: bool
    ) -> None:
        """ "“…,” she said": whoever spoke last, not who was spoken of."""
        found = last_to_tell(self.cast.referents, self.cast.sentences, sentence, gender)
        if found is not None:
            found.gender = found.gender or gender
            self.cast.note(sentence, pronoun, found)
        elif of_somebody:
            self._meet_pronoun(sentence, pronoun, gender)

    def _known(self, token: Token | None) -> Referent | None:
        """Whom a token stands for, though the walk has not come to it."""
        if token is None:
            return None
        name = self.cast.name_at(token)
        named = self.cast.called(name) if name is not None and name.sort is Sort.PERSON else None
        return named or self.cast.of(token)

    def _meet_counted(self, sentence: Sentence, token: Token) -> bool:
        """ "Both were released", "the two were held": those lately named together."""
        gather(sentence, self.cast, token.i)
        found = others_of(self.cast, sentence, token) or known_together(self.cast, sentence, token)
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
        goes_on = piece.is_prose and sentence.span.start > 0
        for one in people if len(people) == 1 and not goes_on else ():
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
                learn_from_context(self.cast, sentence, token, referent)
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
            self.cast.note(sentence, token, introduce(self.cast, token))

    def _meet_noun(self, sentence: Sentence, noun: Token) -> None:
        if noun.dep_ in ("compound", "nmod", "amod") and noun.head.i > noun.i:
            return
        named = (
            apposed_name(self.cast, sentence, noun)
            if not is_plural(noun) or noun.lemma_ in _ONE_BY_ONE
            else None
        )
        if named is not None:
            self.cast.note(sentence, noun, named)
            return
        owner = child(noun, "poss") or whose(sentence, noun, self.cast)
        spoken_for = owner is not None or sentence.zone is Zone.HEADLINE
        represented = client(self.cast, sentence, noun) if spoken_for and noun.lemma_ == "client" else None
        if represented is not None:
            self.cast.note(sentence, noun, represented)
        elif owner is not None and noun_lemma(noun) in words("people", "kin"):
            self.cast.note(sentence, noun, self._relative(sentence, noun, owner))
        elif is_plural(noun):
            gather(sentence, self.cast, noun.i)
            found = set_off(self.cast, noun)
            if found is None and not self._names_follow(sentence, noun):
                found = known_group(self.cast, sentence, noun)
            self.cast.note(sentence, noun, found or self.cast.group(sentence, noun))
        else:
            self.cast.note(sentence, noun, individual(self.cast, sentence, noun))

    def _names_follow(self, sentence: Sentence, noun: Token) -> bool:
        """ "The applicants, Ana Ruiz and Eva Lim, were …": they are whom the names say."""
        set_off_ = [self.cast.names.get((sentence.number, part.i)) for part in children(noun, "appos")]
        return any(name is not None and name.sort is Sort.PERSON for name in set_off_)

    def _relative(self, sentence: Sentence, noun: Token, owner_token: Token) -> Referent:
        owner = self.cast.of(owner_token)
        if owner is None and owner_token.lower_ in PRONOUNS:
            self._meet_pronoun(sentence, owner_token, PRONOUNS[owner_token.lower_])
            owner = self.cast.of(owner_token)
        many = is_plural(noun)
        if owner is None and owner_token.dep_ == "pobj":
            name = self.cast.names.get((sentence.number, owner_token.i))
            named = name is not None and name.sort is Sort.PERSON
            owner = self.cast.called(name) if named and name else owner_spoken_of(owner_token, self.cast)
        if owner is None:
            return self.cast.group(sentence, noun) if many else introduce(self.cast, noun)
        back = called_back(owner, noun, sentence, self.cast)
        if back is not None:
            return back
        key = (id(owner), noun.lower_ if many else noun.lemma_)
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
        speaker = self._known(self._quoted.speaker(sentence, pronoun))
        topic = self._known(self._quoted.topic(sentence, pronoun))
        found = joined_owner(self.cast, pronoun, gender)
        if (
            found is None
            and topic is not None
            and topic.is_individual
            and gender in (None, topic.gender or gender)
        ):
            found = topic
        found = found or pointed_to(self.cast, sentence, pronoun, gender, speaker=speaker)
        if found is not None:
            found.gender = found.gender or gender
            self.cast.note(sentence, pronoun, found)

    def _meet_lent(self, sentence: Sentence, pronoun: Token) -> None:
        """The subject lent to "Case 4. Released in May.": whom the case names, or nobody known."""
        found = named_in_case(sentence, self.cast)
        if found is not None:
            self.cast.note(sentence, pronoun, found)

    def _meet_they(self, sentence: Sentence, pronoun: Token) -> None:
        found = best_group(self.cast.referents, sentence, pronoun)
        if found is not None:
            self.cast.note(sentence, pronoun, found)
