"""Who is who in a report: persons, groups and bodies, with every pronoun and description resolved to one of them.

The walk is left to right, as a reader reads: each noun phrase either introduces somebody or points back. A
pronoun points to the best candidate by gender, number, nearness and grammatical role (in the line of Lappin and
Leass 1994, "An algorithm for pronominal anaphora resolution"), within a few sentences. Headlines are resolved
last, because they speak of whom the body names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from amanat.core.places import people
from amanat.core.reading.names import Name, Sort
from amanat.core.reading.phrases import antecedent, child, children, conjuncts, first_conjunct, phrase_text
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import noun_lemma, person_nouns, words
from amanat.core.reading.zones import Zone

_REACH = 6
"""How many sentences back a pronoun may point."""


@dataclass(frozen=True, slots=True)
class Mention:
    sentence: int
    token: int
    subject: bool


@dataclass(eq=False)
class Referent:
    """Somebody or some body the report speaks of."""

    sort: Sort
    names: list[str] = field(default_factory=list)
    description: str | None = None
    noun: str | None = None
    gender: str | None = None
    many: bool = False
    mentions: list[Mention] = field(default_factory=list)
    besides: Referent | None = None
    """Of "other Muslim groups": those they are other than."""
    companion_of: Referent | None = None
    """Of "we": whoever says it."""
    owner: Referent | None = None
    """Of "her husband": her."""

    @property
    def label(self) -> str:
        if self.names:
            return max(self.names, key=lambda name: (name.count(" "), len(name)))
        if self.owner is not None and self.noun:
            owner = self.owner.label
            owner = owner[0].lower() + owner[1:] if owner.startswith(("The ", "A ", "An ")) else owner
            return f"{owner}{'’' if owner.endswith('s') and self.owner.many else '’s'} {self.noun}"
        return self.description or ""

    def with_others(self) -> Referent:
        """What "they" stands for after "other Muslim groups": those named before and the others."""
        if self.besides is None:
            return self
        return Referent(
            self.sort, description=f"{self.besides.label} and {self.label}", noun=self.noun, many=True
        )

    @property
    def is_individual(self) -> bool:
        return self.sort is Sort.PERSON and not self.many


_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_PLURAL_PRONOUNS = frozenset({"they", "them", "their", "theirs", "themselves"})
_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_GENERIC = frozenset(
    [
        "woman",
        "man",
        "girl",
        "boy",
        "refugee",
        "activist",
        "victim",
        "detainee",
        "prisoner",
        "inmate",
        "journalist",
        "reporter",
        "mother",
        "father",
        "defendant",
        "suspect",
        "person",
        "student",
        "teacher",
        "lawyer",
        "doctor",
        "writer",
        "poet",
        "survivor",
        "witness",
        "worker",
        "farmer",
        "convict",
        "escapee",
        "exile",
        "dissident",
        "blogger",
        "editor",
        "fugitive",
        "migrant",
        "accused",
        "internee",
        "campaigner",
        "politician",
        "deportee",
        "captive",
        "hostage",
        "pastor",
        "monk",
        "imam",
        "priest",
        "nurse",
        "professor",
        "scholar",
        "singer",
        "artist",
        "musician",
        "academic",
        "businessman",
        "couple",
        "pensioner",
        "unionist",
        "returnee",
        "youth",
        "teenager",
        "child",
        "widow",
        "widower",
        "patient",
        "interviewee",
        "complainant",
        "applicant",
        "photographer",
        "deceased",
    ]
)


class Cast:
    """Everyone in the report. ``of(token)`` gives whom a token stands for."""

    def __init__(self, sentences: list[Sentence], names: Iterable[Name]) -> None:
        self._sentences = sentences
        self._names: dict[tuple[int, int], Name] = {}
        self._inside: dict[tuple[int, int], Name] = {}
        for name in names:
            if name.sort is Sort.OTHER:
                continue
            self._names[(name.sentence, name.head)] = name
            for token in range(name.first, name.last + 1):
                self._inside[(name.sentence, token)] = name
        self._number: dict[int, list[Sentence]] = {id(sentence.span.doc): [] for sentence in sentences}
        for sentence in sentences:
            self._number[id(sentence.span.doc)].append(sentence)
        self.referents: list[Referent] = []
        self._at: dict[tuple[int, int], Referent] = {}
        self._by_key: dict[str, list[Referent]] = defaultdict(list)
        self._kin: dict[tuple[int, str], Referent] = {}
        self._name_everyone(names)
        for sentence in sorted(sentences, key=lambda item: (item.zone is Zone.HEADLINE, item.number)):
            self._walk(sentence)
        self._name_the_lead()

    # -- questions -------------------------------------------------------------------------------------------

    def sentence_of(self, token: Token) -> Sentence:
        candidates = self._number[id(token.doc)]
        at: int = token.i
        return next((item for item in candidates if item.span.start <= at < item.span.end), candidates[-1])

    def of(self, token: Token) -> Referent | None:
        """Whom this very token stands for; a relative pronoun for what its clause hangs on."""
        if token.tag_ in ("WP", "WDT", "WP$") or (
            token.lower_ == "that" and token.dep_ in ("nsubj", "nsubjpass", "dobj")
        ):
            before = antecedent(token)
            return self.of(before) if before is not None and before != token else None
        sentence = self.sentence_of(token)
        found = self._at.get((sentence.number, token.i))
        if found is None:
            name = self._inside.get((sentence.number, token.i))
            found = self._at.get((sentence.number, name.head)) if name else None
        return found

    def named(self, text: str) -> Referent | None:
        """The person whom the report calls so."""
        homes = [one for one in self.referents if one.sort is Sort.PERSON and text in one.names]
        return homes[0] if homes else None

    def name_at(self, token: Token) -> Name | None:
        return self._inside.get((self.sentence_of(token).number, token.i))

    def set(self, token: Token, referent: Referent) -> None:
        sentence = self.sentence_of(token)
        self._note(sentence, token, referent)

    def all_of(self, token: Token) -> list[Referent]:
        """Whom a phrase stands for, co-ordinated parts and "others besides" included."""
        found: list[Referent] = []
        for head in conjuncts(token):
            referent = self.of(head) or self._described(head)
            if referent is None:
                continue
            one = referent.with_others() if head.pos_ == "PRON" else referent
            both = (
                (one.companion_of, Referent(one.sort, description="others", many=True))
                if one.companion_of
                else (one,)
            )
            found.extend(each for each in both if each not in found)
        return found

    def person_like(self, token: Token) -> bool:
        """Whether an act can happen to what this token stands for."""
        referent = self.of(token)
        if referent is not None:
            return referent.sort in (Sort.PERSON, Sort.PEOPLE)
        if token.tag_ in ("WP", "WDT", "WP$") or token.lower_ == "that":
            before = antecedent(token)
            return before is not None and before != token and self.person_like(before)
        if token.lower_ in _FIRST_PERSON or token.lower_ in _PLURAL_PRONOUNS or token.lower_ in _PRONOUNS:
            return True
        if token.lower_ == "those" and children(token, "relcl", "acl"):
            return True
        if token.pos_ == "NUM" or token.lemma_ in words("people", "quantity"):
            return self._counts_people(token)
        return (
            is_person_noun(token)
            or _is_agent(token)
            or (people(token.text) is not None and token.pos_ in ("NOUN", "PROPN"))
        )

    def _counts_people(self, token: Token) -> bool:
        of = next((part for part in token.children if part.lower_ == "of"), None)
        if of is None:
            return token.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT") and token.dep_ not in (
                "nummod",
                "npadvmod",
            )
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

    # -- names -----------------------------------------------------------------------------------------------

    def _name_everyone(self, names: Iterable[Name]) -> None:
        """One referent per person named: the longest forms first, so that short forms find them."""
        surfaces = Counter(
            (name.text, name.sort) for name in names if name.sort in (Sort.PERSON, Sort.ORGANISATION)
        )
        ordered = sorted(surfaces, key=lambda item: (-len(item[0].split()), -len(item[0])))
        for text, sort in ordered:
            homes = [one for one in self.referents if one.sort is sort and _is_part(text, one)]
            if homes:
                for one in homes:
                    one.names.append(text)
            else:
                homes = [
                    Referent(sort, [text], gender=_gender_by_ending(text) if sort is Sort.PERSON else None)
                ]
                self.referents.extend(homes)
            self._by_key[text.casefold()] = homes

    def _named(self, name: Name) -> Referent | None:
        homes = self._by_key.get(name.text.casefold(), [])
        if len(homes) < 2:
            return homes[0] if homes else None
        return max(
            homes,
            key=lambda one: (one.mentions[-1].sentence, one.mentions[-1].token) if one.mentions else (-1, -1),
        )

    def _name_the_lead(self) -> None:
        """ "A court jailed a teacher on Monday. Selin Demirtay, 33, was …": news gives the lead's person a name in
        the next sentence."""
        body = [sentence for sentence in self._sentences if sentence.zone is Zone.BODY]
        leads = [
            one for one in self.referents if one.is_individual and not one.names and self._is_lead(one, body)
        ]
        named = [
            one for one in self.referents if one.is_individual and one.names and self._is_follow_up(one, body)
        ]
        if len(leads) != 1 or not named:
            return
        lead, person = leads[0], named[0]
        if lead.gender and person.gender and lead.gender != person.gender:
            return
        person.description, person.noun = person.description or lead.description, person.noun or lead.noun
        person.mentions = sorted(
            [*lead.mentions, *person.mentions], key=lambda item: (item.sentence, item.token)
        )
        self._at = {place: person if one is lead else one for place, one in self._at.items()}
        self.referents.remove(lead)

    def _is_lead(self, one: Referent, body: list[Sentence]) -> bool:
        first = one.mentions[0] if one.mentions else None
        lead = body[0] if body else None
        if first is None or lead is None or first.sentence != lead.number or one.owner is not None:
            return False
        token = lead.span.doc[first.token]
        harmed = token.dep_ in ("dobj", "nsubjpass", "pobj", "dative") or token.head.lemma_ in (
            "flee",
            "die",
            "disappear",
        )
        return (
            harmed
            and one.noun not in words("people", "official")
            and one.noun not in words("people", "unnamed")
        )

    def _is_follow_up(self, one: Referent, body: list[Sentence]) -> bool:
        """Named as the subject of one of the next two sentences, with an age or an apposition, and not before."""
        first = one.mentions[0] if one.mentions else None
        if first is None or not first.subject or one.noun in words("people", "official"):
            return False
        near = {sentence.number: sentence for sentence in body[1:3]}
        if first.sentence not in near:
            return False
        token = near[first.sentence].span.doc[first.token]
        return token.head.lemma_ not in words("telling", "verbs")

    # -- the walk --------------------------------------------------------------------------------------------

    def _walk(self, sentence: Sentence) -> None:
        for token in sentence.tokens():
            name = self._names.get((sentence.number, token.i))
            if name is not None:
                self._meet_name(sentence, token, name)
            elif (sentence.number, token.i) in self._inside or (sentence.number, token.i) in self._at:
                continue
            elif token.lower_ in _PRONOUNS and token.pos_ in ("PRON", "DET"):
                self._meet_pronoun(sentence, token, _PRONOUNS[token.lower_])
            elif token.lower_ in _PLURAL_PRONOUNS:
                self._meet_they(sentence, token)
            elif is_person_noun(token):
                self._meet_noun(sentence, token)
            elif is_body_noun(token):
                self._meet_body(sentence, token)
            elif (
                token.dep_ in ("dobj", "nsubj", "nsubjpass")
                and token.pos_ == "NUM"
                and self._counts_people(token)
            ):
                self._note(sentence, token, self._group(sentence, token))

    def _note(self, sentence: Sentence, token: Token, referent: Referent) -> None:
        top = first_conjunct(token)
        prominent = top.dep_ in ("nsubj", "nsubjpass") or (
            top.dep_ == "attr" and child(top.head, "expl") is not None
        )
        mention = Mention(sentence.number, token.i, prominent)
        referent.mentions.append(mention)
        self._at[(sentence.number, token.i)] = referent

    def _meet_name(self, sentence: Sentence, token: Token, name: Name) -> None:
        if name.sort in (Sort.PERSON, Sort.ORGANISATION):
            referent = self._named(name)
            if referent is None:
                return
            if name.sort is Sort.PERSON:
                self._learn_from_context(sentence, token, referent)
            self._note(sentence, token, referent)
        elif name.sort is Sort.PLACE:
            self._note(sentence, token, self._place(name.text))
        elif name.sort is Sort.PEOPLE:
            self._meet_people(sentence, token)

    def _place(self, text: str) -> Referent:
        homes = self._by_key[f"place {text.casefold()}"]
        if not homes:
            homes.append(Referent(Sort.PLACE, [text]))
            self.referents.append(homes[0])
        return homes[0]

    def _learn_from_context(self, sentence: Sentence, token: Token, referent: Referent) -> None:
        """A title or an apposition tells gender and what the person is; the apposition is the person too."""
        name = self._inside[(sentence.number, token.i)]
        first = token.doc[name.first]
        if first.i > 0:
            title = first.nbor(-1).text.casefold().rstrip(".")
            if title in words("people", "female_titles"):
                referent.gender = "f"
            elif title in words("people", "male_titles"):
                referent.gender = "m"
        for noun in _descriptions(token, name):
            if not is_person_noun(noun) or (sentence.number, noun.i) in self._at:
                continue
            if referent.description is None:
                referent.description, referent.noun = phrase_text(noun), noun.lemma_
            referent.gender = referent.gender or _gender_of_noun(noun)
            self._at[(sentence.number, noun.i)] = referent
            owner = child(noun, "poss")
            if owner is not None and noun_lemma(noun) in words("people", "kin"):
                self._own(referent, noun, owner)

    def introduce(self, name: str) -> Referent:
        """Somebody whom only the page's own words name."""
        found = Referent(Sort.PERSON, [name], gender=_gender_by_ending(name))
        self.referents.append(found)
        self._by_key[name.casefold()].append(found)
        return found

    def own(self, noun: Token, owner_token: Token) -> None:
        """ "My sister", once it is known who speaks: every "my sister" of one speaker is one person."""
        owner, kin = self.of(owner_token), self.of(noun)
        if owner is None or kin is None or kin is owner or noun_lemma(noun) not in words("people", "kin"):
            return
        known = self._kin.setdefault((id(owner), noun_lemma(noun)), kin)
        known.owner = owner
        if known is not kin and not (known.names and kin.names and known.names != kin.names):
            known.names = known.names or kin.names
            known.mentions += kin.mentions
            self._at = {place: known if one is kin else one for place, one in self._at.items()}
            self.referents = [one for one in self.referents if one is not kin]

    def _own(self, referent: Referent, noun: Token, owner_token: Token) -> None:
        owner = self.of(owner_token)
        if owner is not None and owner is not referent:
            referent.owner = owner
            self._kin[(id(owner), noun.lemma_)] = referent

    def _meet_people(self, sentence: Sentence, token: Token) -> None:
        """ "Kazakhs" are a group, "a Kazakh" somebody; an adjective is neither."""
        if token.dep_ in ("amod", "compound", "nmod", "poss") and token.head.i > token.i:
            return
        plural = token.tag_ in ("NNPS", "NNS") or token.text.casefold().endswith(("s", "men", "people"))
        if plural or children(token, "nummod"):
            self._note(sentence, token, self._group(sentence, token))
        elif sentence.zone is Zone.HEADLINE and self.protagonist is not None:
            self._note(sentence, token, self.protagonist)
        elif child(token, "det") is not None and (child(token, "det") or token).lower_ in ("a", "an"):
            self._note(sentence, token, self._introduce(token))

    def _introduce(self, token: Token) -> Referent:
        found = Referent(
            Sort.PERSON, description=phrase_text(token), noun=noun_lemma(token), gender=_gender_of_noun(token)
        )
        self.referents.append(found)
        return found

    def _group(self, sentence: Sentence, token: Token) -> Referent:
        found = Referent(Sort.PEOPLE, description=phrase_text(token), noun=noun_lemma(token), many=True)
        if any(part.lower_ in ("other", "also") for part in token.subtree) or _also(token):
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

    # -- descriptions ----------------------------------------------------------------------------------------

    def _meet_noun(self, sentence: Sentence, noun: Token) -> None:
        if noun.dep_ in ("compound", "nmod", "amod") and noun.head.i > noun.i:
            return
        named = self._apposed_name(sentence, noun)
        if named is not None:
            self._note(sentence, noun, named)
            return
        owner = child(noun, "poss")
        if owner is not None and noun_lemma(noun) in words("people", "kin"):
            self._note(sentence, noun, self._relative(sentence, noun, owner))
        elif _is_plural(noun):
            self._note(sentence, noun, self._known_group(sentence, noun) or self._group(sentence, noun))
        else:
            self._note(sentence, noun, self._individual(sentence, noun))

    def _apposed_name(self, sentence: Sentence, noun: Token) -> Referent | None:
        for part in noun.children:
            name = self._names.get((sentence.number, part.i))
            if part.dep_ == "appos" and name is not None and name.sort is Sort.PERSON:
                return self._describe_named(noun, name)
            if part.dep_ == "acl" and part.lower_ in ("named", "called", "identified", "nicknamed"):
                for inner in part.subtree:
                    name = self._names.get((sentence.number, inner.i))
                    if name is not None and name.sort is Sort.PERSON:
                        return self._describe_named(noun, name)
        return None

    def _describe_named(self, noun: Token, name: Name) -> Referent | None:
        referent = self._named(name)
        if referent is not None and referent.description is None:
            referent.description, referent.noun = phrase_text(noun), noun.lemma_
            referent.gender = referent.gender or _gender_of_noun(noun)
        owner = child(noun, "poss")
        if referent is not None and owner is not None and noun_lemma(noun) in words("people", "kin"):
            self._own(referent, noun, owner)
        return referent

    def _relative(self, sentence: Sentence, noun: Token, owner_token: Token) -> Referent:
        owner = self.of(owner_token)
        if owner is None and owner_token.lower_ in _PRONOUNS:
            self._meet_pronoun(sentence, owner_token, _PRONOUNS[owner_token.lower_])
            owner = self.of(owner_token)
        many = _is_plural(noun)
        if owner is None:
            return self._introduce(noun)
        key = (id(owner), noun.lemma_)
        if key not in self._kin:
            sort = Sort.PEOPLE if many else Sort.PERSON
            self._kin[key] = Referent(
                sort,
                description=phrase_text(noun),
                noun=noun.lower_,
                gender=_gender_of_noun(noun),
                many=many,
                owner=owner,
            )
            self.referents.append(self._kin[key])
        return self._kin[key]

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
        if indefinite or (determiner is None and sentence.zone is not Zone.HEADLINE):
            return self._introduce(noun)
        introduced = [
            one
            for one in self.referents
            if one.is_individual and one.noun == noun_lemma(noun) and one.mentions
        ]
        if introduced and noun.lemma_ not in ("woman", "man", "person"):
            return max(introduced, key=lambda one: (one.mentions[-1].sentence, one.mentions[-1].token))
        if noun_lemma(noun) in _GENERIC:
            found = self._best(sentence, noun, _gender_of_noun(noun), reach=30)
            if found is not None:
                return found
        return introduced[-1] if introduced else self._introduce(noun)

    def _known_group(self, sentence: Sentence, noun: Token) -> Referent | None:
        """ "the detainees" are those spoken of before under that noun; "the couple" two people named together."""
        determiner = child(noun, "det")
        if (
            determiner is None
            or determiner.lower_ not in _DEFINITE
            or children(noun, "amod", "nummod", "relcl")
        ):
            return None
        known = [one for one in self.referents if one.many and one.noun == noun_lemma(noun) and one.mentions]
        plain = [one for one in known if _is_plain(one)]
        return plain[-1] if plain else None

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
        ):
            return None
        found = self._group(sentence, token)
        self._note(sentence, token, found)
        return found

    def _meet_body(self, sentence: Sentence, noun: Token) -> None:
        """ "Kazakh authorities", "the ministry": a body known by its description."""
        text = phrase_text(noun)
        homes = self._by_key[f"body {text.casefold().removeprefix('the ')}"]
        if not homes:
            many = noun.tag_ in ("NNS", "NNPS") or noun.lemma_ == "police"
            homes.append(Referent(Sort.ORGANISATION, description=text, noun=noun.lemma_, many=many))
            self.referents.append(homes[0])
        self._note(sentence, noun, homes[0])

    # -- pronouns --------------------------------------------------------------------------------------------

    def _meet_pronoun(self, sentence: Sentence, pronoun: Token, gender: str) -> None:
        found = self._best(sentence, pronoun, gender)
        if found is not None:
            found.gender = found.gender or gender
            self._note(sentence, pronoun, found)

    def _meet_they(self, sentence: Sentence, pronoun: Token) -> None:
        acting = pronoun.dep_ == "nsubj" and pronoun.head.lemma_ in _DEEDS_OF_POWER
        groups = [
            one
            for one in self.referents
            if one.many
            and one.mentions
            and 0 <= sentence.number - one.mentions[-1].sentence <= (4 if acting else 2)
            and not _bound(pronoun, one, sentence)
            and _is_power(one) is acting
        ]
        if groups:
            found = max(groups, key=_last_prominent)
            self._note(sentence, pronoun, found)

    def _best(
        self, sentence: Sentence, pointer: Token, gender: str | None, reach: int = _REACH
    ) -> Referent | None:
        protagonist = self.protagonist
        best: tuple[float, Referent] | None = None
        for one in self.referents:
            if not one.is_individual or not one.mentions or (gender and one.gender and one.gender != gender):
                continue
            if (
                sentence.zone is not Zone.HEADLINE
                and sentence.number - one.mentions[-1].sentence > reach
                and one is not protagonist
            ):
                continue
            if _bound(pointer, one, sentence):
                continue
            score = self._salience(one, sentence, pointer, protagonist) + (
                2 if gender and one.gender == gender else 0
            )
            if best is None or score > best[0]:
                best = (score, one)
        return best[1] if best else None

    def _salience(
        self, one: Referent, sentence: Sentence, pointer: Token, protagonist: Referent | None
    ) -> float:
        last = one.mentions[-1]
        score = -3.0 * min(abs(sentence.number - last.sentence), 4)
        score += 4 if last.subject else 0
        score += 3 if one is protagonist else 0
        score += 1 if one.names else 0
        score += 2 if last.sentence == sentence.number else 0
        if pointer.dep_ in ("nsubj", "nsubjpass") and last.subject and last.sentence == sentence.number - 1:
            score += 2
        if one.noun in words("people", "official") or one.noun in words("people", "unnamed"):
            score -= 4
        return score


def is_person_noun(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    lemma = noun_lemma(token)
    if lemma in words("people", "quantity"):
        return False
    if token.pos_ == "ADJ" and lemma in person_nouns() and child(token, "det") is not None:
        return token.dep_ in ("appos", "attr", "nsubj", "nsubjpass", "dobj", "pobj", "ROOT")
    if token.pos_ == "ADJ":
        return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and lemma in (
            "accused",
            "elderly",
            "wounded",
            "dead",
            "disappeared",
        )
    return lemma in person_nouns()


_DEEDS_OF_POWER = frozenset(
    [
        "arrest",
        "detain",
        "hold",
        "take",
        "send",
        "deport",
        "beat",
        "torture",
        "kill",
        "release",
        "free",
        "interrogate",
        "question",
        "sentence",
        "jail",
        "imprison",
        "force",
        "make",
        "threaten",
        "confiscate",
        "transfer",
        "summon",
        "charge",
        "accuse",
        "order",
        "shoot",
        "search",
        "raid",
        "keep",
        "tie",
        "handcuff",
        "blindfold",
        "let",
        "put",
        "bring",
        "call",
        "give",
        "want",
        "ask",
        "tell",
        "refuse",
        "deny",
        "burn",
        "destroy",
        "separate",
        "sterilise",
        "sterilize",
    ]
)
_POWERS = frozenset(
    [
        "soldier",
        "guard",
        "policeman",
        "gunman",
        "militant",
        "rebel",
        "agent",
        "troop",
        "force",
        "gendarme",
        "fighter",
        "officer",
        "official",
    ]
)


def is_body_noun(token: Token) -> bool:
    """ "authorities", "the police", "the ministry": bodies that act and tell."""
    if token.pos_ != "NOUN" or token.dep_ in ("compound", "amod", "nmod"):
        return False
    lemma = token.lemma_.casefold()
    return (
        lemma in words("people", "government")
        or lemma in words("people", "media")
        or lemma in ("court", "troop", "soldier")
    )


_AGENTIVE = ("er", "or", "ist", "ian", "ant", "eer", "man", "woman", "ee", "iff", "person", "yer")
_NOT_AGENTS = frozenset(
    [
        "matter",
        "order",
        "letter",
        "paper",
        "number",
        "power",
        "water",
        "river",
        "border",
        "centre",
        "center",
        "shelter",
        "corner",
        "member",
        "order",
        "fire",
        "anger",
        "summer",
        "winter",
        "prayer",
        "offer",
        "answer",
        "dinner",
        "danger",
        "career",
        "error",
        "mirror",
        "terror",
        "sector",
        "factor",
        "tractor",
        "motor",
        "monitor",
        "color",
        "favor",
        "plant",
        "restaurant",
        "warrant",
        "grant",
        "moment",
        "list",
        "fist",
        "mist",
        "twist",
        "coffee",
        "committee",
        "fee",
        "degree",
        "knee",
        "tree",
        "property",
        "cover",
        "newspaper",
        "computer",
        "phone",
        "charter",
        "chapter",
        "register",
        "computer",
        "sweater",
        "weather",
        "feather",
        "finger",
        "shoulder",
        "folder",
    ]
)


def _is_agent(token: Token) -> bool:
    """A noun made to mean whoever does or is something ("a fitter", "the administrator"), single or with its
    number: the list of nouns for people can never be whole."""
    if token.pos_ != "NOUN" or token.dep_ not in (
        "dobj",
        "nsubjpass",
        "nsubj",
        "pobj",
        "conj",
        "appos",
        "attr",
    ):
        return False
    lemma = noun_lemma(token)
    return len(lemma) > 4 and lemma.endswith(_AGENTIVE) and lemma not in _NOT_AGENTS


def _is_plain(one: Referent) -> bool:
    """A group without a mark that sets it off from others of its noun: "white men" are not simply "the men"."""
    marks = (one.description or "").casefold().split()[:-1]
    return all(
        mark in ("the", "these", "those", "all", "other", "at", "least", "some", "about")
        or mark[0].isdigit()
        or mark.isnumeric()
        or mark in _NUMBER_WORDS
        for mark in marks
    )


_NUMBER_WORDS = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozen",
        "dozens",
        "hundreds",
        "hundred",
        "several",
        "many",
    ]
)


def _is_power(one: Referent) -> bool:
    """Whether "they" may be doing what those in power do."""
    return one.sort is Sort.ORGANISATION or (one.noun or "") in _POWERS


def _last_prominent(one: Referent) -> tuple[int, bool, int]:
    last = one.mentions[-1]
    return last.sentence, last.subject, -last.token


def _is_plural(noun: Token) -> bool:
    return (
        noun.tag_ in ("NNS", "NNPS")
        or noun_lemma(noun) in words("people", "groups")
        or bool(children(noun, "nummod"))
    )


def _also(token: Token) -> bool:
    return any(part.lower_ == "also" for part in token.head.children) and token.head.lemma_ == "be"


def _is_part(text: str, referent: Referent) -> bool:
    """Whether every word of ``text`` stands, in order, in one of the referent's names."""
    parts = text.casefold().split()
    for name in referent.names:
        rest = iter(name.casefold().split())
        if all(part in rest for part in parts):
            return referent.sort is Sort.PERSON or len(parts) == len(name.split())
    return False


def _gender_of_noun(noun: Token) -> str | None:
    lemma = noun_lemma(noun)
    if lemma in words("people", "female"):
        return "f"
    if lemma in words("people", "male"):
        return "m"
    adjectives = {part.lower_ for part in children(noun, "amod", "compound")}
    return "f" if adjectives & {"female", "pregnant", "woman"} else "m" if "male" in adjectives else None


def _gender_by_ending(name: str) -> str | None:
    last = name.casefold().rsplit(" ", 1)[-1]
    if len(last) > 5 and last.endswith(tuple(words("people", "female_endings"))):
        return "f"
    if len(last) > 5 and last.endswith(tuple(words("people", "male_endings"))):
        return "m"
    return None


def _descriptions(head: Token, name: Name) -> list[Token]:
    """Nouns that say what a named person is: in apposition, before the name, or as its predicate."""
    found = [part for part in head.children if part.dep_ == "appos"]
    for noun in list(found):
        found.extend(conjuncts(noun)[1:])
    found.extend(part for part in head.children if part.dep_ in ("compound", "nmod") and part.i < name.first)
    if head.dep_ == "appos":
        found.append(head.head)
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        found.extend(part for part in head.head.children if part.dep_ == "attr")
    return found


def _bound(pointer: Token, one: Referent, sentence: Sentence) -> bool:
    """Whether grammar forbids it: an object is not its own verb's subject; nobody is inside their own phrase."""
    doc = pointer.doc
    for mention in one.mentions:
        if mention.sentence != sentence.number:
            continue
        if mention.token > pointer.i:
            continue
        other = doc[mention.token]
        if pointer.is_ancestor(other) or (other.is_ancestor(pointer) and pointer.dep_ != "poss"):
            return True
        if other.is_ancestor(pointer) and pointer.dep_ == "poss":
            return True
        same_verb = other.head == pointer.head and pointer.dep_ != "poss"
        if same_verb and other.dep_ in ("nsubj", "nsubjpass") and pointer.dep_ in ("dobj", "dative", "iobj"):
            return True
    return False
