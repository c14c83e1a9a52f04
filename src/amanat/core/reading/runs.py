"""Runs of capitalised words: what may be a name, before anybody asks whose.

Names are written in many ways: with small words inside (al-, bin, de la, y, ould), a father's name at the end in
small letters (kyzy, oglu), initials (S. Kumaran, Odette N., A.K.), a syllable after a hyphen (Jong-suk), a nickname
between quotation marks, a slash (W/Selassie). Titles and roles in front ("Blogger", "Senior General") are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from amanat.core.places import lookup, people
from amanat.core.reading.coded import codes_of_persons, is_numbered
from amanat.core.reading.filiation import RELATIONS
from amanat.core.reading.nicknames import leading_nickname, nickname_within, starts_name
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.subject import FAMILY_FIRST, given_first
from amanat.core.reading.wordlists import MONTHS_AND_DAYS, noun_lemma, person_nouns, words

ENTITIES = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG", "NORP"})
_NEVER = frozenset(
    {
        "i",
        "q",
        "a",
        "mr",
        "mrs",
        "ms",
        "dr",
        "allah",
        "god",
        "islam",
        "covid",
        "internet",
        "question",
        "answer",
        "rs",
        "rp",
        "eur",
        "usd",
        "thu",
    }
)
_OPENING = frozenset(
    (
        "bail trial verdict case charge hearing total release work death custody source subject date place name age "
        "note update state medicine food water electricity torture prison jail court police life sentence access "
        "contact school nail branch evidence force fire blood smoke silence sleep driver herder teacher student "
        "schoolboy pupil suspect witness victim bishop pastor imam farmer attorney counsel sabotage treason murder "
        "extremism terrorism diarrhoea malaria money news help background "
        "context reminder format turnout ransom fate reader riot martial building branch recommendation update"
    ).split()
)
"""Common nouns that open a line of a list or a report without an article."""
_ABSTRACT = ("tion", "sion", "ment", "ness", "ship", "ttal", "ance", "ence", "hood", "ism", "ology")
_ONLY_WITHIN = frozenset({"islam", "allah", "god", "a"})
"""Words that are no name by themselves but may be a part of one: Nurul Islam."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}")
_PATRONYMS = frozenset("qizi kyzy kizi gizi qyzy oghli oglu ogly uly uulu ugli zada zadeh".split())
_COMPOUNDS = frozenset(
    (
        "based born led run held era style like wide made old day year aged owned speaking backed linked in law "
        "up on off out pro general elect area month hour and or to the educated bound ruled funded turned"
    ).split()
)
"""What follows a name's hyphen without being a part of the name: Kabul-based."""
_NEARER = frozenset(
    "senior former retired deputy late ex chief first second acting detained free release save dear assistant".split()
)
_PLACED = frozenset({"in", "at", "from", "near", "to", "of", "outside", "inside", "across"})


@dataclass
class Candidate:
    """A run: ``tokens`` of a sentence that may be one name."""

    sentence: Sentence
    tokens: list[Token]
    coded: bool = False
    """Whether it is no name but a code that stands for one."""

    @cached_property
    def text(self) -> str:
        return given_first(str(self.tokens[0].doc[self.tokens[0].i : self.tokens[-1].i + 1].text))

    @property
    def head(self) -> Token:
        inside = {token.i for token in self.tokens}
        for token in self.tokens:
            if token.head.i not in inside or token.head == token:
                return token
        return self.tokens[-1]


def find_runs(sentences: Iterable[Sentence]) -> list[Candidate]:
    """Every run in the sentences, in order."""
    listed = list(sentences)
    small = {token.text for sentence in listed for token in sentence.tokens() if token.text.islower()}
    coded = codes_of_persons(token for sentence in listed for token in sentence.tokens())
    capitals = {
        token.text.casefold() for sentence in listed for token in sentence.tokens() if token.text.istitle()
    }
    return [
        found
        for sentence in listed
        for found in _runs(sentence, small, coded)
        if not _is_shouted(sentence)
        or any(token.text.casefold() in capitals - small for token in found.tokens)
    ]


def _is_shouted(sentence: Sentence) -> bool:
    """A line all in capitals, where a name is no different from any word."""
    letters = [token for token in sentence.tokens() if token.is_alpha and len(token.text) > 1]
    return len(letters) > 1 and all(token.text.isupper() for token in letters)


def _runs(sentence: Sentence, small: set[str], coded: frozenset[str]) -> Iterator[Candidate]:
    tokens = list(sentence.tokens())
    run: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if is_numbered(token) or token.text in coded:
            yield from _finished(sentence, run)
            yield Candidate(sentence, [token], coded=True)
            run, at = [], at + 1
            continue
        if turned := _family_first(tokens, at):
            yield Candidate(sentence, tokens[at : at + turned])
            run, at = [], at + turned
            continue
        if not run and (leading := leading_nickname(tokens, at)) and not _is_role(tokens[at + leading - 1]):
            run.extend(tokens[at : at + leading])
            at += leading
            continue
        if run and (bridge := _bridge(run, tokens, at)):
            run.extend(tokens[at : at + bridge])
            at += bridge
            continue
        capital = _is_capital(token, within=bool(run), first=_opens(tokens, at), small=small)
        capital = capital and not _follows_full_stop(run, token, small)
        if run and (not capital or _breaks(run, token)):
            yield from _finished(sentence, run)
            run = []
        if capital and (run or token.text.casefold() not in _ONLY_WITHIN):
            run.append(token)
        at += 1
    yield from _finished(sentence, run)


_TURNED = re.compile(rf"(?P<name>{FAMILY_FIRST})(?=\s*(?:[–—(:;]|-\s|,\s*(?:\d|aged|an?\b|the\b)|$))")


def _family_first(tokens: list[Token], at: int) -> int:
    """How many tokens of "OLADEJO, Kunle" open an entry of a list: a family name in capitals, and the given ones."""
    first = tokens[at]
    if not first.text.isupper() or len(first.text) < 3 or not _opens(tokens, at):
        return 0
    found = _TURNED.match(first.doc.text, first.idx)
    if found is None or any(lookup(part.strip().title()) for part in found["name"].split(",")):
        return 0
    if is_body_word(first.text) or given_first(found["name"]) == found["name"]:
        return 0
    return sum(found.start("name") <= token.idx < found.end("name") for token in tokens[at:])


def _opens(tokens: list[Token], at: int) -> bool:
    """Whether a capital there says nothing: at the sentence's start, or after a number or quotation mark there."""
    return not any(token.is_alpha for token in tokens[:at]) or (at == 1 and len(tokens[0].text) == 1)


def _is_capital(token: Token, *, within: bool, first: bool, small: set[str]) -> bool:
    text = token.text
    folded = text.casefold()
    if (
        not text[0].isupper()
        or folded in MONTHS_AND_DAYS
        or (folded in _NEVER and not (within and folded in _ONLY_WITHIN))
    ):
        return False
    if is_initials(text):
        return not (first and _is_label(token, small))
    if token.pos_ == "PROPN" or token.ent_type_ in ENTITIES or _is_before_relation(token):
        return True
    if first:
        return _is_odd(token, small)
    if text.isupper() and len(text) > 5:
        return False
    return token.pos_ in ("NOUN", "ADJ", "VERB", "X", "ADV", "INTJ") and len(text) > 1


def _is_before_relation(token: Token) -> bool:
    """ "Sajid s/o Karim", "Najma Bibi d/o Wali": whatever stands before the letters is a name."""
    following = token.doc[token.i + 1 : token.i + 3]
    return any(part.lower_ in RELATIONS for part in following)


def _is_label(token: Token, small: set[str]) -> bool:
    """ "A. In January they moved us", "B. Factual background": an answer's or a heading's letter and no initial."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is None or len(token.text.rstrip(".")) > 1:
        return following is None
    named = following.ent_type_ == "PERSON" and following.text.casefold() not in small
    spoken = token.text.rstrip(".") in ("Q", "A") and (token.i == 0 or "Q." in token.doc.text)
    return following.text[0].isupper() and (spoken or not named)


def _is_odd(token: Token, small: set[str]) -> bool:
    """A word that opens a sentence, unknown to every list and never written small: likely a name that the tagger
    does not know ("Tashpolat, who taught geography")."""
    folded = token.text.casefold()
    if (
        token.is_stop
        or not token.is_alpha
        or len(folded) < 3
        or folded in small
        or token.tag_ in ("NNS", "NNPS")
    ):
        return False
    if token.pos_ not in ("NOUN", "ADJ", "X", "INTJ", "ADV", "VERB"):
        return False
    if folded in _OPENING or folded.endswith(_ABSTRACT):
        return False
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is not None and following.text == "-":
        return True
    named = following is not None and following.pos_ == "PROPN" and following.text[0].isupper()
    subject = token.dep_ in ("nsubj", "nsubjpass") and not any(part.dep_ == "det" for part in token.children)
    return (named or (subject and token.tag_ in ("NN", "JJ", "FW", "UH"))) and not _is_role(token)


# -- what joins two parts of a name --------------------------------------------------------------------------


def _bridge(run: list[Token], tokens: list[Token], at: int) -> int:
    """How many tokens from ``at`` on belong to the run although they are no capitalised words by themselves."""
    token = tokens[at]
    if token.text.casefold() in _PATRONYMS and token.text.islower():
        return 1
    for join in (_hyphened, _particles, nickname_within):
        if length := join(run, tokens, at):
            return length
    if token.text == "." and len(run[-1].text) == 1 and at + 1 < len(tokens) and starts_name(tokens[at + 1]):
        return 1
    if token.text.casefold() in ("of", "for") and is_body_word(run[-1].text):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return int(following is not None and following.text[0].isupper() and following.pos_ == "PROPN")
    return 0


def _hyphened(run: list[Token], tokens: list[Token], at: int) -> int:
    """ "Abdel-Shafy", "W/Selassie", "Jong-suk"; not "Kabul-based"."""
    if (
        tokens[at].text not in ("-", "‑", "/")
        or run[-1].whitespace_
        or tokens[at].whitespace_
        or at + 1 >= len(tokens)
    ):
        return 0
    following = tokens[at + 1]
    if starts_name(following):
        return 2
    syllable = following.text.islower() and following.is_alpha and 2 <= len(following.text) <= 6
    return 2 if syllable and following.text not in _COMPOUNDS and tokens[at].text != "/" else 0


def _particles(run: list[Token], tokens: list[Token], at: int) -> int:
    """ "al-", "bin", "de la": one small word or several, and then a capital."""
    end = at
    while end < len(tokens) and end - at < 5 and _is_particle(tokens[end], end > at):
        end += 1
    if end == at or end >= len(tokens) or not starts_name(tokens[end]) or len(run[-1].text) < 2:
        return 0
    loose = tokens[at].text in ("a", "de", "la", "le", "y", "e", "da", "do") and end == at + 1
    if loose and tokens[end].ent_type_ not in ("PERSON", "ORG") and lookup(run[-1].text):
        return 0
    return end - at + 1


def _is_particle(token: Token, joined: bool) -> bool:
    if token.text in ("-", "‑", "’", "'"):
        return joined and not token.whitespace_
    return token.text in words("people", "particles") and token.pos_ != "CCONJ"


def _follows_full_stop(run: list[Token], token: Token, small: set[str]) -> bool:
    """ "Nour L. Reported cases are few": the initial ends its sentence."""
    return len(run) > 1 and is_initials(run[-1].text) and token.text.casefold() in small


def _breaks(run: list[Token], token: Token) -> bool:
    """A place after "in", or a people, ends where a person's name begins: "in Kabul Zarmina Ahmadi was held"."""
    if token.ent_iob_ != "B" or run[-1].ent_type_ == token.ent_type_ or token.ent_type_ not in ENTITIES:
        return False
    before = run[0].nbor(-1).lower_ if run[0].i else ""
    return run[-1].ent_type_ == "NORP" or (
        run[-1].ent_type_ == "GPE" and (before in _PLACED or token.ent_type_ == "GPE")
    )


# -- what is left of a run -----------------------------------------------------------------------------------


def _finished(sentence: Sentence, run: list[Token]) -> Iterator[Candidate]:
    while len(run) > 1 and (_is_title(run[0]) or _is_leading_role(run)):
        run = run[1:] if run[1].text != "." else run[2:]
    while run and not (run[-1].text[-1].isalnum() or is_initials(run[-1].text)):
        run = run[:-1]
    if len(run) == 1 and (_is_title(run[0]) or _is_mere_role(run[0], sentence)):
        return
    if run and any(token.is_alpha or is_initials(token.text) for token in run):
        yield from _split_people(sentence, run)


def _is_mere_role(token: Token, sentence: Sentence) -> bool:
    """ "Residents said …", "Nurse, 34, found dead": a noun with the capital of a line's beginning."""
    opens = not any(part.is_alpha for part in token.doc[sentence.span.start : token.i])
    return opens and _is_role(token) and noun_lemma(token) not in words("people", "kin")


def _is_title(token: Token) -> bool:
    return token.text.casefold().rstrip(".") in words("people", "titles")


def _is_leading_role(run: list[Token]) -> bool:
    """ "Blogger Trần Văn Long", "Senior General Than Htay", "Brothers Omar and Bilal"."""
    if any(is_body_word(token.text) or is_facility_word(token.text) for token in run):
        return False
    return run[0].text.casefold() in _NEARER or (
        _is_role(run[0])
        and run[0].dep_ in ("compound", "nmod", "amod", "nsubj", "nsubjpass", "dobj", "appos", "ROOT")
    )


def _is_role(token: Token) -> bool:
    folded = token.text.casefold()
    plain = folded[:-1] if folded.endswith("s") else folded
    listed = any(
        folded in words("people", entry)
        for entry in ("government", "media", "organisation", "organisation_names")
    )
    return (
        listed or folded in person_nouns() or plain in person_nouns() or noun_lemma(token) in person_nouns()
    )


def is_initials(word: str) -> bool:
    """ "K.", "A.K."."""
    return bool(_INITIALS.fullmatch(word))


def is_body_word(word: str) -> bool:
    """A word of which names of organisations are made; "of" may go on after it."""
    return word.casefold() in words("people", "organisation_names") or word.casefold() in (
        "university",
        "republic",
    )


def is_facility_word(word: str) -> bool:
    return word.casefold() in words("people", "facility_names")


def _split_people(sentence: Sentence, run: list[Token]) -> Iterator[Candidate]:
    """ "Kazakh Aygul Serikbay" is a people and a person; "Uyghur Human Rights Office" stays whole."""
    if all(people(token.text) for token in run):
        yield Candidate(sentence, run)
        return
    rest_is_body = any(is_body_word(token.text) or is_facility_word(token.text) for token in run)
    if people(run[0].text) and len(run) > 1 and not rest_is_body and not people(run[1].text):
        yield Candidate(sentence, run[:1])
        run = run[1:]
        while len(run) > 1 and (_is_title(run[0]) or _is_leading_role(run)):
            run = run[1:]
    yield Candidate(sentence, run)
