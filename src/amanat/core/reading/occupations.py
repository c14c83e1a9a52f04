"""What somebody does for a living, where the text says so of a person anew.

A spokesperson's or a defence lawyer's title says who is speaking, not what a person of the case does; "a doctor"
whom somebody has not seen is nobody. Beside a name, or said of somebody known, any noun for whoever does a thing
("the plant's former dispatcher Ivan Petrov") is an occupation; elsewhere only those of the list are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Token

from amanat.core.places import people
from amanat.core.reading.beside import is_by_trade, named_at_the_end, named_before, named_first, names_after
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import (
    child,
    children,
    conjuncts,
    prepositions,
    subject,
    subtree_text,
)
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import bare, individual, is_known, is_met, token_before
from amanat.core.reading.stance import read_stance
from amanat.core.reading.wordlists import words
from amanat.core.reading.working import work_of


def find_occupations(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    seen: set[tuple[int, int]] = set()
    for token in sentence.tokens():
        drafts = (
            work_of(sentence, token, cast)
            if token.pos_ in ("VERB", "AUX")
            else _of_noun(sentence, token, cast)
        )
        for draft in drafts:
            key = (id(draft.who[0]), draft.trigger.i)
            if key not in seen:
                seen.add(key)
                yield draft


def is_occupation(noun: Token) -> bool:
    """A noun of the list, or one built on it: schoolteacher, ex-miner, co-worker is not."""
    lemma = _singular(noun)
    listed = words("statuses", "occupations")
    tail = lemma.rsplit("-", 1)[-1]
    return (
        lemma in listed
        or (tail in listed and lemma.startswith(("ex-", "vice-", "self-", "co-")))
        or _compounded(lemma)
        or (tail in words("statuses", "posts_left") and _has_left(noun))
    )


def _has_left(noun: Token) -> bool:
    """ "A former judge": an office that somebody holds tells who speaks, one held before what somebody was."""
    before = [part.lower_ for part in noun.doc[max(noun.i - 4, noun.sent.start) : noun.i]]
    return noun.lower_.startswith("ex-") or any(
        word in before for word in ("former", "formerly", "ex", "retired", "once", "ex-")
    )


def _singular(noun: Token) -> str:
    """The lemma in small letters; the tagger leaves "Farmers" at the head of a line as it is."""
    lemma = noun.lemma_.casefold()
    return lemma.removesuffix("s") if lemma.removesuffix("s") in words("statuses", "occupations") else lemma


_DOING = ("er", "or", "ist", "ian", "eer", "man", "woman", "ant", "smith", "wright")


def names_a_doer(noun: Token) -> bool:
    """A noun made to mean whoever does something, or an office: dispatcher, director, battalion commander."""
    lemma = _singular(noun)
    if (
        lemma in words("statuses", "no_callings")
        or lemma in words("people", "kin")
        or people(noun.text) is not None
    ):
        return False
    return holds_an_office(noun) or (
        len(lemma) > 4 and lemma.endswith(_DOING) and not lemma.startswith("step")
    )


def holds_an_office(noun: Token) -> bool:
    return _singular(noun) in words("statuses", "offices")


def _compounded(lemma: str) -> bool:
    return lemma.endswith(
        ("teacher", "worker", "driver", "keeper", "maker", "writer", "singer")
    ) and lemma not in words("statuses", "no_jobs")


# -- nouns: "Amina, a nurse,"; "barber Karim"; "Karim is a baker" --------------------------------------------


def _of_noun(sentence: Sentence, noun: Token, cast: Cast) -> Iterator[Draft]:
    if (
        noun.pos_ not in ("NOUN", "PROPN", "ADJ")
        or not (is_occupation(noun) or names_a_doer(noun))
        or (cast.name_at(noun) is not None and noun.tag_ == "NNP" and noun.text != noun.lower_)
    ):
        return
    possessor = noun.dep_ == "poss" or (noun.i + 1 < len(noun.doc) and noun.nbor(1).tag_ == "POS")
    if possessor or is_court_role(noun):
        return
    who = _whom(sentence, noun, cast)
    if not who:
        return
    draft = Draft("occupation", sentence, noun, who, details=work_words(noun), confidence=0.8)
    draft.timeless = noun.dep_ != "attr" or noun.head.tag_ in ("VBZ", "VBP")
    if noun.dep_ == "attr":
        stance = read_stance(noun.head, noun.head)
        if stance.ignored:
            return
        draft.polarity, draft.modality = stance.polarity, stance.modality
    yield draft


def _whom(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    for rule in _BESIDE_A_NAME + (_OF_THE_LIST if is_occupation(noun) or holds_an_office(noun) else ()):
        who = rule(sentence, noun, cast)
        if who:
            return who
    return []


def _as_predicate(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    """ "I am a herder", "Dilnoza became a teacher"; "the teacher" would point back."""
    top = noun
    while top.dep_ == "conj":
        top = top.head
    if top.dep_ != "attr" or top.head.lemma_ not in ("be", "become", "remain"):
        return []
    determiner = child(noun, "det")
    of_a_body = any(part.lower_ in ("of", "at") for part in children(noun, "prep"))
    if determiner is not None and determiner.lower_ not in ("a", "an", "both", "all") and not of_a_body:
        return []
    holder = subject(top.head)
    if holder is None:
        return []
    if noun.tag_ in ("NNS", "NNPS"):
        return [one for one in cast.all_of(holder) if one.sort in (Sort.PERSON, Sort.PEOPLE)]
    return [one for part in conjuncts(holder) if (one := individual(part, cast)) and is_somebody(one, part)]


def is_somebody(one: Referent, token: Token) -> bool:
    """Known by name or pronoun, or as somebody's kin ("my mother")."""
    return is_met(one, token) or one.owner is not None


def _before_a_name(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    """ "barber Karim Aliyev", "the poet Karim Aliyev", "the union's deputy head, Karim Aliyev,"; not "her lawyer
    Karim"."""
    if is_somebodys(noun) or noun.i + 1 >= sentence.span.end or noun.tag_ in ("NNS", "NNPS"):
        return []
    following = noun.nbor(1)
    if following.lower_ in ("concerned", "involved", "responsible", "himself", "herself"):
        following = following.nbor(1) if following.i + 2 < sentence.span.end else following
    if following.text == "," and following.i + 1 < sentence.span.end and _is_definite(noun):
        following = _after_titles(following.nbor(1), sentence, cast)
        if not _is_set_off(following, sentence, cast):
            return []
    name = cast.name_at(following)
    person = individual(following, cast)
    starts = name is not None and name.sort is Sort.PERSON and name.first == following.i
    return [person] if starts and person is not None else []


def _after_titles(first: Token, sentence: Sentence, cast: Cast) -> Token:
    """The first word of the name behind "Ms.", "Dr" and the like."""
    while (
        first.i + 1 < sentence.span.end
        and cast.name_at(first) is None
        and first.lower_.rstrip(".") in words("people", "titles")
    ):
        first = first.nbor(1)
    return first


def _is_definite(noun: Token) -> bool:
    """ "The battalion commander", "the union's head"; "a teacher, Karim" too, but not "my teacher, Karim"."""
    return child(noun, "poss") is not None or child(noun, "det") is not None


def _is_set_off(first: Token, sentence: Sentence, cast: Cast) -> bool:
    """A name that stands alone between commas, and is no item of a list."""
    name = cast.name_at(first)
    after = first.doc[name.last + 1] if name is not None and name.last + 1 < sentence.span.end else None
    return after is not None and (after.text in (",", ".", "—", "–", "(") or after.tag_ == "VBD")


def _in_apposition(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    """ "Amina, 30, a nurse,", "Karim (b. 1991), electrician;", "Demba, the butcher", "both herders"."""
    first = _phrase_start(sentence, noun, cast)
    if first is None or is_somebodys(noun) or not _ends_phrase(noun, sentence):
        return []
    before = _skip_age(sentence, first)
    name = cast.name_at(before) if before is not None else None
    person = individual(before, cast)
    if person is None or before is None or name is None or name.sort is not Sort.PERSON:
        return _in_a_list(sentence, before, cast)
    if noun.tag_ in ("NNS", "NNPS"):
        joined = named_before(sentence, first, cast, every=first.lower_ in ("all", "each"))
        return joined if len(joined) > 1 else []
    return [person]


def _before_names(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    """ "Carpenters Emre and Kofi", "the two journalists, Emre and Kofi,"."""
    if noun.tag_ not in ("NNS", "NNPS") or is_somebodys(noun) or noun.i + 2 >= sentence.span.end:
        return []
    comma = noun.nbor(1).text in (",", "–", "—", "(", ":")
    counted = child(noun, "det", "nummod") is not None
    names = names_after(sentence, noun.i + 1 + comma, cast) if counted or not comma else []
    return names if len(names) > 1 else []


def _at_the_end(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    return named_at_the_end(sentence, noun, cast) if is_occupation(noun) else []


def _named_as(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    """ "The driver was identified as Emre Duman"."""
    verb = noun.head
    if noun.dep_ != "nsubjpass" or verb.lemma_ not in ("identify", "name"):
        return []
    things = [*children(verb, "oprd"), *(thing for word, thing in prepositions(verb) if word == "as")]
    return [one for thing in things if (one := individual(thing, cast)) is not None and one.names][:1]


def _in_a_list(sentence: Sentence, before: Token | None, cast: Cast) -> list[Referent]:
    """ "Karim, a poet and teacher": the second description holds for whom the first one holds."""
    person = individual(before, cast)
    apposed = before is not None and (before.dep_ == "appos" or is_occupation(before))
    return [person] if person is not None and apposed and is_known(person) else []


_PARTS = frozenset({"ADJ", "NOUN", "PROPN", "DET", "PART", "NUM", "ADV"})


def _phrase_start(sentence: Sentence, noun: Token, cast: Cast) -> Token | None:
    """The first word of a description set off by a comma, bracket or dash; None where it is not set off."""
    at = noun.i
    while at > sentence.span.start and noun.i - at < 8:
        before = noun.doc[at - 1]
        if is_by_trade(before) and at - 2 > sentence.span.start:
            at -= 1
            continue
        joined = before.lower_ == "and" and noun.doc[at].lower_ in ("a", "an")
        if before.text in (",", "(", "–", "—", ":") or (joined and _is_closed(noun, sentence)):
            return noun.doc[at]
        modifies = before.pos_ in _PARTS or before.text == "-" or before.tag_ in ("VBN", "VBG")
        if not modifies or ((name := cast.name_at(before)) is not None and name.sort is Sort.PERSON):
            return None
        at -= 1
    return None


def _is_closed(noun: Token, sentence: Sentence) -> bool:
    """ "A poet and a teacher, was …"; "Emre and a labourer known as Lys" are two."""
    return noun.i + 1 >= sentence.span.end or noun.nbor(1).is_punct or noun.nbor(1).pos_ == "ADP"


def _skip_age(sentence: Sentence, first: Token) -> Token | None:
    """The word before the commas, over an age or a bracket."""
    before = token_before(sentence, first.idx - sentence.span.start_char)
    while before is not None and (
        before.like_num or before.lower_ in ("old", "aged", "years", "and", "female", "male")
    ):
        before = token_before(sentence, before.idx - sentence.span.start_char)
    return before


def _ends_phrase(noun: Token, sentence: Sentence) -> bool:
    """The noun is the last of its phrase: "a nurse from Osh", not "a teacher training college"."""
    if noun.i + 1 >= sentence.span.end:
        return True
    following = noun.nbor(1)
    return (
        following.is_punct
        or following.pos_ in ("ADP", "PRON", "SCONJ", "VERB", "AUX", "CCONJ", "PART")
        or following.tag_ in ("WP", "WDT", "WRB")
    )


def _beside_somebody(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    """ "His brother, a teacher,", "their two sons, both novices,", "his family, a household of nomads,"."""
    top = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    above = top.head
    if top.dep_ != "appos" or is_somebodys(noun) or not _ends_phrase(noun, sentence):
        return []
    if top is not noun and top.lemma_ not in ("household", "family", "couple", "group", "pair"):
        return []
    who = [one for one in cast.all_of(above) if one.sort in (Sort.PERSON, Sort.PEOPLE)]
    if len(who) != 1 or (top is noun and _is_definite_the(noun)) or is_occupation(above):
        return []
    plural = noun.tag_ in ("NNS", "NNPS")
    agrees: bool = who[0].many == plural or above.pos_ == "ADJ"
    return who if agrees else []


def _is_definite_the(noun: Token) -> bool:
    determiner = child(noun, "det")
    return determiner is not None and determiner.lower_ in ("the", "this", "that")


_LEAD = 6


def _in_the_lead(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    """Whom a report's first lines bring in without a name: "sentenced a welder", "a monk who vanished last year"."""
    determiner = child(noun, "det")
    indefinite = determiner is not None and determiner.lower_ in ("a", "an")
    acted_on = noun.dep_ in ("dobj", "nsubjpass") or (
        noun.dep_ == "nsubj" and noun.head.lemma_ in words("statuses", "suffering")
    )
    if sentence.number > _LEAD or not indefinite or not acted_on:
        return []
    if noun.dep_ == "dobj" and noun.head.lemma_ not in words("statuses", "suffered"):
        return []
    one = cast.of(noun)
    return [one] if one is not None and one.sort in (Sort.PERSON, Sort.PEOPLE) else []


def _introducing(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    """ "sentenced a fitter at the works to four years": an indefinite that turns out to be somebody named."""
    determiner = child(noun, "det")
    person = individual(noun, cast)
    if person is None or not person.names or determiner is None or determiner.lower_ not in ("a", "an"):
        return []
    pictured = noun.dep_ == "pobj" and noun.head.head.lemma_ in (
        "picture",
        "photo",
        "photograph",
        "image",
        "portrait",
    )
    if pictured:
        return []
    happening = noun.dep_ in ("dobj", "nsubjpass", "pobj", "dative", "nsubj")
    return [person] if happening and noun.head.lower_ not in ("like", "as") else []


_Rule = Callable[[Sentence, Token, Cast], list[Referent]]
_BESIDE_A_NAME: tuple[_Rule, ...] = (_before_a_name, _in_apposition, named_first)
_OF_THE_LIST: tuple[_Rule, ...] = (
    _before_names,
    _named_as,
    _as_predicate,
    _beside_somebody,
    _introducing,
    _in_the_lead,
    _at_the_end,
)


# -- whose title it is ---------------------------------------------------------------------------------------


def is_court_role(noun: Token) -> bool:
    """ "contributing writer", "defence lawyer": a reporter's byline and the roles of a court."""
    before = {part.lower_ for part in noun.lefts} | {noun.nbor(-1).lower_ if noun.i else ""}
    return bool(before & words("statuses", "byline_words"))


def is_somebodys(noun: Token) -> bool:
    """ "her lawyer", "the driver's boss": somebody's, not anybody's job."""
    return any(part.dep_ == "poss" and part.tag_ == "PRP$" for part in noun.lefts)


def work_words(noun: Token) -> str:
    where = next(
        (
            part
            for part in children(noun, "prep")
            if part.lower_ in ("at", "for", "of", "in") and part.i == noun.i + 1
        ),
        None,
    )
    text = bare(noun) if bare(noun).endswith(noun.text) else noun.text
    if where is not None and len(list(where.subtree)) < 7 and not text.endswith(subtree_text(where)):
        text = f"{text} {subtree_text(where)}"
    return re.sub(r"^\d+[- ]year[- ]old ", "", text).strip(" (,")
