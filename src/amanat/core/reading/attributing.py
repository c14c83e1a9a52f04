"""Attributions that stand beside what is told, and not above it in the grammar: "according to …", "…, she said,",
"…, residents and officials said in a statement.", "…, citing a police officer", "I have this from …", "told him: …".

The parser loses many of them; here the words' own order decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.phrases import child, children
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import words

_FINITE = ("VBD", "VBZ", "VBP")
_QUOTES = ('"', "“", "”", "’", "'", "«", "»")
_PAUSES = (",", "-", "–", "—", ";", *_QUOTES)


def is_telling(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.lemma_.casefold() in words("telling", "verbs")


def according(trigger: Token, sentence: Sentence) -> Token | None:
    """Whom "according to" names, for the clause it stands in; nobody for words inside the attribution itself."""
    for token in sentence.tokens():
        if token.lower_ not in ("according", "per", "by"):
            continue
        if token.is_ancestor(trigger) or not _holds_for(token, trigger):
            continue
        source = _by_the_account(token, sentence) if token.lower_ == "by" else _source(token)
        if source is not None:
            return source
    return None


def _source(token: Token) -> Token | None:
    if token.lower_ == "per":
        return child(token, "pobj") if token.ent_type_ != "PERCENT" and _names_source(token) else None
    return next(
        (thing for thing in token.subtree if thing.dep_ == "pobj" and thing.head.lower_ == "to"),
        None,
    ) or _after(token)


def is_inside(source: Token, trigger: Token) -> bool:
    """ "He said that, according to four witnesses, they had been shot": the witnesses told him; "the guards told him to
    sign, according to his lawyer": the lawyer tells of what was said."""
    verbs = [above for above in trigger.ancestors if is_telling(above)]
    return any(verb.i < source.i < trigger.i and verb.is_ancestor(source) for verb in verbs)


_RECKONINGS = frozenset(
    "account admission count estimate figure reckoning tally telling version word".split()
)


def _by_the_account(by: Token, sentence: Sentence) -> Token | None:
    """Whose account it is in "by his own account", "by the count of the union", set off by a pause or first in its
    sentence; "shot by the account's owner" is set off by none."""
    thing = child(by, "pobj")
    if thing is None or thing.lemma_.casefold() not in _RECKONINGS:
        return None
    if by.i > sentence.span.start and by.nbor(-1).text not in _PAUSES:
        return None
    owner = child(thing, "poss")
    of = next((part for part in children(thing, "prep") if part.lower_ == "of"), None)
    return owner or (child(of, "pobj") if of is not None else None)


def perceives(verb: Token, below: Token) -> bool:
    """ "A passenger saw him being led away", "neighbours heard him scream": who perceives it tells it."""
    if verb.lemma_ not in ("see", "watch", "witness", "overhear", "hear") or child(verb, "neg") is not None:
        return False
    holder = child(verb, "nsubj")
    if holder is None or holder.pos_ == "PRON" or verb.tag_ not in ("VBD", "VBP", "VBZ"):
        return False
    acted = below.dep_ in ("ccomp", "xcomp") and below.pos_ in ("VERB", "AUX")
    seen = below.dep_ == "dobj" and bool(children(below, "acl"))
    return acted or seen


def _names_source(token: Token) -> bool:
    thing = child(token, "pobj")
    return thing is not None and (
        thing.lemma_ in words("telling", "media_nouns") or thing.lemma_ in words("people", "unnamed")
    )


def _after(token: Token) -> Token | None:
    """ "According" and "to" parsed apart."""
    if token.i + 1 >= len(token.doc) or token.nbor(1).lower_ != "to":
        return None
    return child(token.nbor(1), "pobj")


def _holds_for(token: Token, trigger: Token) -> bool:
    """An attribution within a relative clause says nothing of what stands outside it."""
    clause = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)
    if clause is None or clause.dep_ not in ("relcl", "advcl"):
        return True
    return clause == trigger or clause.is_ancestor(trigger)


def beside(trigger: Token, sentence: Sentence) -> Token | None:
    """The verb of telling that stands between pauses beside what it tells: "The men, she said, were …", "…, her
    lawyers said, in a case that …"."""
    found = [
        verb for verb in sentence.verbs if _is_aside(verb, sentence) and not _tells_of_other(verb, trigger)
    ]
    after = [verb for verb in found if verb.i > trigger.i]
    return after[0] if after else (found[-1] if found else None)


def _is_aside(verb: Token, sentence: Sentence) -> bool:
    if not is_telling(verb) or verb.tag_ not in _FINITE or verb.i + 1 >= len(verb.doc):
        return False
    if verb.lemma_.casefold() in words("telling", "never_aside") or child(verb, "neg") is not None:
        return False
    speaker = child(verb, "nsubj")
    if speaker is None or not (_paused_before(speaker, sentence) or _inverted(verb, speaker)):
        return False
    last = verb if speaker.i < verb.i else speaker.right_edge
    return _ends(last, sentence)


def _paused_before(speaker: Token, sentence: Sentence) -> bool:
    first: int = min(speaker.left_edge.i, speaker.i)
    return first > sentence.span.start and speaker.doc[first - 1].text in _PAUSES


def _inverted(verb: Token, speaker: Token) -> bool:
    """ "…, says his lawyer"."""
    return speaker.i > verb.i and verb.i > 0 and verb.nbor(-1).text in _PAUSES


def _ends(last: Token, sentence: Sentence) -> bool:
    """Whether nothing but hearer, place and day follow before the next pause."""
    after = [token for token in sentence.tokens() if token.i > last.i][:9]
    for token in after:
        if token.text in (*_PAUSES, ".", "!", "?", ")"):
            return True
        if token.pos_ in ("VERB", "AUX", "SCONJ") and token.lower_ not in ("according",):
            return token.lower_ in ("when", "after", "during", "as", "while")
    return True


def _tells_of_other(verb: Token, trigger: Token) -> bool:
    """Whether the verb has words of its own to tell, and the act is not among them; or is in a clause apart."""
    told = [part for part in children(verb, "ccomp") if part.i > verb.i and child(part, "mark") is not None]
    if any(part == trigger or part.is_ancestor(trigger) for part in told):
        return False
    return bool(told) or verb.dep_ in ("relcl", "acl") or is_apart(verb, trigger)


def is_apart(verb: Token, trigger: Token) -> bool:
    """Whether a semicolon stands between what happened and a verb of telling after it."""
    return trigger.i < verb.i and any(token.text == ";" for token in verb.doc[trigger.i : verb.i])


def written_before(verb: Token, sentence: Sentence) -> Token | None:
    """ "…, residents and local officials said.": the words between the last comma and a verb that the parser left
    without a subject."""
    if verb.tag_ not in _FINITE or not is_telling(verb) or verb.i == sentence.span.start:
        return None
    first = verb.i
    while first > sentence.span.start and verb.doc[first - 1].text not in _PAUSES:
        first -= 1
    phrase = verb.doc[first : verb.i]
    if (
        not 0 < len(phrase) <= 12
        or first == sentence.span.start
        or any(token.pos_ == "VERB" for token in phrase)
    ):
        return None
    tops = [token for token in phrase if not first <= token.head.i < verb.i]
    return tops[0] if len(tops) == 1 and tops[0].pos_ in ("NOUN", "PROPN") else None


def cited(sentence: Sentence, quoted: tuple[int, int] | None = None) -> Iterator[Token]:
    """Whom the teller has it from: "citing a police officer", "quoting released prisoners", "I have this from …"."""
    for token in sentence.tokens():
        if token.lower_ in ("citing", "quoting") or (token.lower_ == "cites" and token.pos_ == "VERB"):
            source = child(token, "dobj")
            if source is not None:
                yield source
        elif token.lower_ == "from" and (_has_it(token.head) or _as_learnt(token.head)):
            source = child(token, "pobj")
            if source is not None:
                yield source


def _has_it(verb: Token) -> bool:
    """ "have this from", "know it from"; what is heard is told by climbing where a clause follows."""
    if verb.lemma_ not in ("have", "know", "hear", "learn", "get"):
        return False
    thing = child(verb, "dobj")
    return thing is not None and thing.lower_ in ("this", "it", "that", "news", "these", "all")


def _as_learnt(verb: Token) -> bool:
    """ "As we learnt from a neighbour"."""
    return verb.lemma_ in ("hear", "learn", "know") and any(
        part.lower_ == "as" for part in children(verb, "mark")
    )


def announced(trigger: Token, sentence: Sentence) -> Token | None:
    """The verb before a colon that announces what is told after it: "told him: …", "sent her a message: …"."""
    colon = next((token for token in sentence.tokens() if token.text == ":" and token.i < trigger.i), None)
    if colon is None:
        return None
    before = [token for token in sentence.tokens() if token.i < colon.i]
    return next((verb for verb in reversed(before) if announces(verb)), None)


def in_series(trigger: Token, sentence: Sentence) -> Token | None:
    """ "…, which alleges that ten were taken, that some were beaten and that one died": the verb of telling of the
    first "that", where the parser hung a later one elsewhere."""
    clause = next((one for one in (trigger, *trigger.ancestors) if _is_that_clause(one)), None)
    if clause is None or is_telling(clause.head):
        return None
    before = [one for one in sentence.tokens() if one.i < clause.i and is_telling(one)]
    return next((one for one in reversed(before) if any(map(_is_that_clause, one.children))), None)


def _is_that_clause(one: Token) -> bool:
    marks = children(one, "mark")
    return one.dep_ in ("ccomp", "conj", "advcl") and any(part.lower_ == "that" for part in marks)


_SENDING = frozenset(("send", "leave", "post", "write", "read", "give", "pass", "get", "receive"))


def announces(verb: Token) -> bool:
    """A finite verb of telling with a speaker, or one that sends a message."""
    if verb.pos_ != "VERB" or child(verb, "nsubj") is None:
        return False
    if is_telling(verb) or verb.lemma_ in ("denounce", "condemn", "decry"):
        return True
    thing = child(verb, "dobj")
    return verb.lemma_ in _SENDING and thing is not None and thing.lemma_ in words("telling", "media_nouns")


def attributed(sentence: Sentence) -> Token | None:
    """The last verb of a sentence that gives what it says to somebody, above it or beside it: "He stood there, he
    says, for an hour."; not one inside a clause about a person or a thing."""
    found = [verb for verb in sentence.verbs if _is_aside(verb, sentence) or _tells_clause(verb)]
    found = [verb for verb in found if verb.dep_ not in ("relcl", "acl")]
    return found[-1] if found else None


def _tells_clause(verb: Token) -> bool:
    return (
        is_telling(verb)
        and verb.tag_ in _FINITE
        and child(verb, "neg") is None
        and child(verb, "nsubj") is not None
        and bool(children(verb, "ccomp"))
    )


def tells_its_own(verb: Token) -> bool:
    """Whether the verb has a clause of its own to tell: "said that all citizens live in harmony"."""
    return any(part.i > verb.i for part in children(verb, "ccomp", "dobj", "xcomp"))


def opens_account(sentence: Sentence) -> Token | None:
    """The verb of a sentence after which somebody else's account follows: "The rest he told us himself.", "She
    recalled:", "He described what happened next."."""
    text = sentence.text.rstrip()
    for verb in sentence.verbs:
        if not is_telling(verb) or child(verb, "nsubj") is None or child(verb, "neg") is not None:
            continue
        if text.endswith(":"):
            return verb
        things = children(verb, "dobj", "ccomp", "nsubjpass")
        fronted = [part for part in sentence.tokens() if part.i < verb.i and part.lemma_ in _ACCOUNT]
        if any(part.lemma_ in _ACCOUNT for part in things) or (fronted and not things):
            return verb
        if any(part.lemma_ == "happen" for part in things):
            return verb
    return None


_ACCOUNT = frozenset(("rest", "story", "following", "everything", "ordeal", "detail", "scene", "account"))


# -- without a verb ------------------------------------------------------------------------------------------


def labelled(sentence: Sentence, before: int) -> Token | None:
    """Who stands before a colon and says what follows it: "The officer: 'He is not with us.'". ``before`` is the index
    of a token behind the colon; None where a verb stands before it, or no noun."""
    opening = _before_colon(sentence, before)
    if not opening or any(token.tag_ in _FINITE for token in _outside_brackets(opening)):
        return None
    nouns = [token for token in _outside_brackets(opening) if token.pos_ in ("NOUN", "PROPN")]
    return next((noun for noun in nouns if noun.dep_ not in _INSIDE_A_NAME), None)


def sent_in(sentence: Sentence, before: int) -> Token | None:
    """Whose message follows a colon, where the line says that it is one: "From Shari (voice note): …". A bare name
    before a colon is as often whom a list is about."""
    opening = _before_colon(sentence, before)
    said = bool(opening) and opening[0].lower_ in ("from", "by")
    in_brackets = {token.lemma_.casefold() for token in opening} - {
        token.lemma_.casefold() for token in _outside_brackets(opening)
    }
    return labelled(sentence, before) if said or in_brackets & words("telling", "messages") else None


def _before_colon(sentence: Sentence, before: int) -> list[Token]:
    tokens = list(sentence.tokens())
    colon = next((token for token in tokens if token.text in (":", "):") and token.i < before), None)
    opening = [token for token in tokens if colon is not None and token.i < colon.i and not token.is_space]
    return opening if len(opening) <= _LONGEST_LABEL else []


_LONGEST_LABEL = 16
_INSIDE_A_NAME = ("compound", "nmod", "amod", "poss")


def _outside_brackets(tokens: list[Token]) -> Iterator[Token]:
    depth = 0
    for token in tokens:
        depth += token.text == "("
        if not depth:
            yield token
        depth -= token.text == ")" and depth > 0
