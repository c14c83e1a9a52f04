"""Ages as reports write them: "Amina, 42,", "the 24-year-old", "aged 9", "in his fifties", "he is five"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Token

from amanat.core.places import people
from amanat.core.reading.beside import heads_the_list, named_at_the_end
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.nouns import is_agent_noun, is_person_noun
from amanat.core.reading.phrases import child, subject
from amanat.core.reading.portraits import Portrait
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import individual, joined_before, lately, token_at, token_before
from amanat.core.reading.stance import read_stance
from amanat.core.reading.wordlists import words

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER = rf"(?:\d{{1,3}}|(?:{_TENS})(?:[- ](?:{_UNITS}))?|{_TEENS}|{_UNITS})"
_NEARLY = (
    r"(?:about|around|perhaps|maybe|only|just|nearly|almost|approximately|some|now|then|already|barely|over|still|"
    r"reportedly|believed to be|thought to be|at least|more than|less than|not yet|well past|well over|past|roughly|"
    r"close to|probably|not even|himself|herself|himself only|today|currently|under)"
)
_HEDGE = rf"(?:{_NEARLY} )*"
_AGE = rf"{_HEDGE}{_NUMBER}(?: (?:or|to) {_NUMBER})?"
_AFTER = (
    r"(?:was|is|has|had|who|from|told|said|says|died|when|but|at the time|now|in prison|in custody|in detention|"
    r"then|today|that (?:year|summer|spring|autumn|winter|day|night|month)|this year|last year|yet|by then|"
    r"in (?:19|20)\d\d)\b"
)
_FOLLOWS = rf"(?!,\d)(?=\s*(?:[,.;:)!?]|[–—](?!\d)|-\s|$|and\b(?! {_NUMBER}\b)|{_AFTER}))"

_YEARS = r"(?: years?(?: of age| old)?| ?y\.?o\.?| ?y/o| yrs?\.?(?: old)?)"

_YEAR_OLD = re.compile(rf"\b(?P<age>{_NUMBER}[- ](?:year|yr|month|week|day)s?[- ]old)\b", re.I)
_APART = re.compile(
    rf"(?:[,(]|\s[–—-])\s*(?P<age>(?:aged? )?(?:{_AGE}){_YEARS}?){_FOLLOWS}",
    re.I,
)
_AGED = re.compile(
    rf"(?<!\bat )\b(?P<age>age[ds]? (?:{_NEARLY} )*(?:between {_NUMBER} and {_NUMBER}|{_AGE}))\b"
    r"(?! (?:of|men|women)\b| (?:and|or) (?:above|over|older|under|up|more|below)\b)",
    re.I,
)
_EACH = re.compile(rf"\b(?:both|all)(?: of them)? (?P<age>(?:aged )?{_AGE}){_FOLLOWS}", re.I)
_IN_TURN = re.compile(rf"\baged (?P<ages>{_NUMBER}(?:, {_NUMBER})*,? and {_NUMBER})\b", re.I)
_FIRST = re.compile(
    rf"^[“\"]?(?:(?:At|By) (?P<age>(?:1[3-9]|[2-9]\d|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    rf"(?:{_TENS})(?:-(?:{_UNITS}))?))|"
    rf"(?P<aged>(?:Now |Already |Just |Barely |Then )?(?:[Aa]ged )?(?:only |just |nearly |about )?{_NUMBER})), "
)
_DIED_AT = re.compile(
    rf"\b(?:die[ds]?|death|married|orphaned|widowed|conscripted|recruited|enlisted|wed)\b[^.;,]{{0,40}} at "
    rf"(?:the age of )?(?:(?:only|just|barely) )?(?P<age>{_NUMBER})(?=[.;,]|$| and\b| to\b)",
    re.I,
)
_SOMEBODY_OF = re.compile(
    r"[,–—(]\s*an? (?:[a-z-]+ ){0,2}(?!(?:[a-z-]*mother|[a-z-]*father|parent) of)[a-z-]+ "
    rf"of (?P<age>{_AGE})(?=\s*[,.;)–—]|$)",
    re.I,
)
_AT_AGE = re.compile(rf"\bat (?:the )?(?P<age>age (?:of )?{_AGE})\b", re.I)
_IS = re.compile(
    rf"(?:\b(?:is|was|am|are|were|turned|be|been)|(?<=[a-z])[’'](?:s|m|re)) "
    rf"(?P<age>(?:{_AGE})(?: years? old| years of age| years| yrs?\.?(?: old)?| y/o| ?yo)\b"
    rf"(?! (?:in|of|for|since|later|ago|before)\b)|"
    rf"(?:{_AGE}){_FOLLOWS})",
    re.I,
)
_DECADE = re.compile(
    r"\b(?P<age>in (?:his|her|their|my) (?:early |mid[- ]?|late |very early )?(?:to late )?"
    r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s))\b",
    re.I,
)
_OF = re.compile(rf"\ban? (?:[a-z-]+ ){{0,3}}(?P<noun>[a-z]+) of (?P<age>{_AGE})(?=[,.;)]|$)", re.I)
_AFTER_TURNING = (
    r"in|on|last|this|that|there|while|when|behind|earlier|at|before|after|during|inside|by|two|a|and|today"
)
_TURNED = re.compile(
    rf"\b(?:turned|turns|just turned) (?P<age>{_NUMBER})(?=\s*(?:[,.;)!]|$|(?:{_AFTER_TURNING})\b))", re.I
)
_ORDINAL = (
    r"\d{1,3}(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)-[a-z]+(?:st|nd|rd|th)|first|second|"
    r"third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)tieth"
)
_BIRTHDAY = re.compile(rf"(?<!before )\b(?P<age>(?:his|her|my|their) (?:{_ORDINAL}) birthday)\b", re.I)
_AND_NEARLY = re.compile(rf"\band (?P<age>(?:{_NEARLY} )+{_NUMBER})(?=\s*[.,;]|$)", re.I)
_BEHIND = re.compile(
    rf"\s*(?:and [a-z]+ )?(?:of|aged) (?P<age>{_AGE})(?= years\b|\s*(?:[,.;)–—]|$|who\b|was\b|is\b|from\b|and\b))",
    re.I,
)


def find_ages(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    """One draft for every age that the sentence gives to a single person, in its own words."""
    taken: set[int] = set()
    for start, end, draft in _of_several(sentence, cast):
        taken.update(range(start, end))
        yield draft
    for pattern, whose in _RULES:
        for found in pattern.finditer(sentence.text):
            group = "aged" if found.re is _FIRST and found["aged"] else "age"
            start, end = found.span(group)
            token = token_at(sentence, start)
            if token is None or taken & set(range(start, end)) or not _possible(found[group]):
                continue
            if pattern is _APART and _is_punishment(sentence, found, start):
                continue
            person = whose(sentence, found, cast)
            if person is None:
                continue
            taken.update(range(start, end))
            draft = Draft(
                "age", sentence, token, [person], details=found[group], confidence=0.85, timeless=True
            )
            stance = read_stance(_clause(token), _clause(token))
            draft.polarity = stance.polarity if pattern is _IS else draft.polarity
            yield draft


def find_age_of(sentence: Sentence, noun: Token) -> str | None:
    """The age right behind a noun for somebody: "a trader of 63", "a minor aged 16"."""
    found = _BEHIND.match(sentence.text, noun.idx + len(noun) - sentence.span.start_char)
    return found["age"] if found is not None and _possible(found["age"]) else None


def _of_several(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, int, Draft]]:
    """ "Emre and Kofi, both 25," and "Emre and Kofi, aged 25 and 31,": one age for all, or to each their own."""
    for found in _EACH.finditer(sentence.text):
        token = token_at(sentence, found.start("age"))
        before = token_before(sentence, found.start())
        who = joined_before(sentence, before, cast) if before is not None else []
        if token is not None and len(who) > 1 and _possible(found["age"]):
            draft = Draft("age", sentence, token, who, details=found["age"], confidence=0.85, timeless=True)
            yield *found.span("age"), draft
    for found in _IN_TURN.finditer(sentence.text):
        before = token_before(sentence, found.start())
        who = joined_before(sentence, before, cast) if before is not None else []
        ages = list(re.finditer(_NUMBER, found["ages"], re.I))
        if len(who) < len(ages):
            group = cast.of(before) if before is not None else None
            token = token_at(sentence, found.start("ages"))
            if group is not None and group.many and token is not None:  # "two brothers aged 12 and 14"
                draft = Draft("age", sentence, token, [group], details=found["ages"], confidence=0.8)
                draft.timeless = True
                yield *found.span("ages"), draft
            continue
        for one, age in zip(who[-len(ages) :], ages, strict=True):
            start, end = found.start("ages") + age.start(), found.start("ages") + age.end()
            token = token_at(sentence, start)
            if token is not None:
                yield (
                    start,
                    end,
                    Draft("age", sentence, token, [one], details=age.group(), confidence=0.85, timeless=True),
                )


_PUNISHED = re.compile(
    r"\b(?:convicted|sentenced|jailed|imprisoned|sentence|term|colony|prison)\b[^.;()]{0,40}$", re.I
)


def _is_punishment(sentence: Sentence, found: re.Match[str], start: int) -> bool:
    """ "(convicted in 2021, 14 years)": years that a court gave."""
    years = found["age"].casefold().endswith(("years", "year", "months"))
    return years and _PUNISHED.search(sentence.text[:start]) is not None


def _possible(age: str) -> bool:
    """Nobody is 130; a bare 0 is no age."""
    digits = re.search(r"\d+", age)
    return digits is None or 0 < int(digits.group()) < 120


def _clause(token: Token) -> Token:
    return next((above for above in (token, *token.ancestors) if above.pos_ in ("VERB", "AUX")), token)


# -- whose age -----------------------------------------------------------------------------------------------


def _of_the_noun(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    """ "the 24-year-old barber Karim"; "Karim is 24 years old"; "the 24-year-old" alone points back."""
    last = token_at(sentence, found.end("age") - 1)
    if last is None:
        return None
    near: Referent | None = None
    for following in last.doc[last.i + 1 : min(last.i + 8, sentence.span.end)]:
        if (
            following.pos_ in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ", "ADV", "PRON")
            or following.text in ",;.()"
        ):
            break
        one = individual(following, cast) if following.dep_ != "poss" else None
        near = one or near
        if one is not None and one.names:
            break
    if near is not None:
        return near
    if _is_predicate(sentence, found):
        return _of_the_subject(sentence, found, cast)
    apart = _apart(sentence, found, cast)
    if apart is not None:
        return apart
    head = _set_off(sentence, found, cast)
    if head is not None:
        return head
    ended = last.i + 1 >= sentence.span.end or last.nbor(1).pos_ not in ("NOUN", "ADJ", "PROPN")
    pointing = found.start("age") and sentence.text[: found.start("age")].casefold().endswith("the ")
    if not (ended and pointing):
        return None
    meant = cast.of(last)
    return meant if meant is not None and meant.is_individual else lately(sentence, last, cast)


def _set_off(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    """ "Amina Diallo, the 29-year-old voice of the station,": a description set off after a name."""
    before = re.search(r"[,(]\s+(?:the|an?)\s+$", sentence.text[: found.start("age")])
    token = token_before(sentence, before.start()) if before is not None else None
    return individual(token, cast) if token is not None and cast.name_at(token) is not None else None


def _is_predicate(sentence: Sentence, found: re.Match[str]) -> bool:
    before = token_before(sentence, found.start("age"))
    return before is not None and before.lemma_ in ("be", "only", "now", "about", "just")


def _apart(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    """ "Amina, 42," and "Amina (42)": the word before the comma or bracket is the person."""
    if not sentence.text[: found.start("age")].rstrip().endswith((",", "(", " –", " —", " -")):
        return None
    before = token_before(sentence, found.start("age"))
    opened = sentence.text.rfind("(", 0, found.start("age"))
    if opened > sentence.text.rfind(")", 0, found.start("age")):
        before = token_before(sentence, opened)
    return individual(before, cast) or _of_the_list(sentence, found, cast)


def _of_the_list(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    """ "Amina Noor (f), a nurse, 41, from Osh": an age after what else is listed of somebody."""
    comma = token_at(sentence, found.start())
    before = comma.nbor(-1) if comma is not None and comma.i > sentence.span.start else None
    if comma is None or before is None or comma.text != ",":
        return None
    sexed = before.lower_ in ("male", "female", "man", "woman", "m", "f") or before.text == ")"
    described = before.pos_ in ("NOUN", "ADJ") and (is_person_noun(before) or is_agent_noun(before))
    return heads_the_list(sentence, comma.i, cast) if sexed or described or people(before.text) else None


def _just_before(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    """ "a boy aged nine"; "she died aged 90" gives it to the subject."""
    before = token_before(sentence, found.start("age"))
    if before is None or before.lower_ in ("the", "at"):
        return None
    person = individual(before, cast) or _several(before, cast)
    if person is None and before.pos_ == "VERB":
        person = individual(subject(before), cast)
    apart = sentence.text[: found.start("age")].rstrip().endswith(",")
    if person is None and apart and not cast.person_like(before):
        return _of_the_subject(sentence, found, cast)
    return person


def _several(token: Token, cast: Cast) -> Referent | None:
    """ "Two brothers aged about 20", "ranch hands aged between 20 and 25": an age of all of a group."""
    one = cast.of(token)
    return one if one is not None and one.many and one.sort is Sort.PEOPLE else None


def _of_whom_follows(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    """ "At 71, Emre Duman was the oldest"; "Aged 71, he …"."""
    return individual(token_at(sentence, found.end()), cast)


def _of_whom_died(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    verb = token_at(sentence, found.start())
    return individual(subject(verb), cast) if verb is not None and verb.pos_ == "VERB" else None


def _of_whom_described(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    """ "Emre Duman, a farmer of sixty,"; at the end of a sentence, its subject."""
    before = token_before(sentence, found.start())
    one = individual(before, cast)
    noun = token_at(sentence, found.start("age"))
    if one is not None or noun is None or noun.head.dep_ == "ROOT":
        return one
    return next(iter(named_at_the_end(sentence, noun.head.head, cast)), None)


def _of_the_subject(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    token = token_at(sentence, found.start())
    verb = _clause(token) if token is not None else None
    return individual(subject(verb), cast) if verb is not None else None


def _of_the_copula(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    verb = token_at(sentence, found.start())
    return individual(child(verb, "nsubj") or subject(verb), cast) if verb is not None else None


def _in_a_decade(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    before = token_before(sentence, found.start())
    while before is not None and before.lower_ in ("now", "then", "already", "both", "still", "probably"):
        before = token_before(sentence, before.idx - sentence.span.start_char)
    if before is None:
        following = token_at(sentence, found.end())
        comma = following is not None and following.text == "," and following.i + 1 < sentence.span.end
        return individual(following.nbor(1), cast) if following is not None and comma else None
    person = individual(before, cast) or _several(before, cast)
    if person is not None:
        return person
    if before.lemma_ == "be":
        return individual(subject(before), cast)
    return _of_a_description(before, cast)


def _of_a_description(noun: Token, cast: Cast) -> Referent | None:
    """Whom a noun describes that is no mention by itself: "Emre Duman, a retired teacher in his sixties"."""
    if noun.pos_ != "NOUN":
        return None
    who = Portrait(cast.sentence_of(noun), noun, cast).holders()
    return who[0] if len(who) == 1 else None


def _of_a_predicate(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    """ "He was stout, grey and nearly eighty.": the last of several things said with one "was"."""
    before = sentence.text[: found.start()]
    verb = None
    for token in sentence.tokens():
        if token.idx - sentence.span.start_char >= len(before):
            break
        if token.pos_ in ("VERB", "AUX"):
            verb = token
    digits = re.search(r"\d+", found["age"])
    grown = digits is None or int(digits.group()) > 10
    known = (
        verb is not None
        and verb.lemma_ == "be"
        and grown
        and not re.search(rf"\b(?:{_UNITS})$", found["age"])
    )
    return individual(subject(verb), cast) if verb is not None and known else None


def _of_a_birthday(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    return individual(token_at(sentence, found.start("age")), cast)


def _of_who_turned(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    verb = token_at(sentence, found.start("age"))
    before = token_before(sentence, found.start("age"))
    if verb is None or before is None or before.lemma_ != "turn":
        return None
    if any(part.lower_ in ("would", "will", "to", "'ll", "’ll", "have") for part in before.children):
        return None
    return individual(child(before, "nsubj") or subject(before), cast)


def _of_a_noun_before(sentence: Sentence, found: re.Match[str], cast: Cast) -> Referent | None:
    """ "A man of about 45", "a girl of nine"; a father of four has that many children."""
    noun = token_at(sentence, found.start("noun"))
    if noun is None or noun.lemma_ in words("people", "kin") or not is_person_noun(noun):
        return None
    return individual(noun, cast)


_Whose = Callable[[Sentence, "re.Match[str]", Cast], Referent | None]
_RULES: tuple[tuple[re.Pattern[str], _Whose], ...] = (
    (_YEAR_OLD, _of_the_noun),
    (_APART, _apart),
    (_AT_AGE, _of_the_subject),
    (_AGED, _just_before),
    (_IS, _of_the_copula),
    (_DECADE, _in_a_decade),
    (_OF, _of_a_noun_before),
    (_TURNED, _of_who_turned),
    (_BIRTHDAY, _of_a_birthday),
    (_AND_NEARLY, _of_a_predicate),
    (_FIRST, _of_whom_follows),
    (_DIED_AT, _of_whom_died),
    (_SOMEBODY_OF, _of_whom_described),
)
