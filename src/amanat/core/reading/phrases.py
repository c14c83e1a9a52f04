"""Small questions put to a parsed sentence: what a noun phrase spans, who governs a verb, what it takes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

CLAUSES = frozenset({"relcl", "acl", "appos", "ccomp", "advcl", "parataxis", "cc", "conj", "punct", "csubj"})


_GOVERNED = "amanat_governed"


def children(token: Token, *deps: str) -> list[Token]:
    return [part for dep, part in _governed(token) if dep in deps]


def child(token: Token, *deps: str) -> Token | None:
    for dep, part in _governed(token):
        if dep in deps:
            return part
    return None


def _governed(token: Token) -> tuple[tuple[str, Token], ...]:
    """What hangs on a token, in order, each with its dependency. Kept with the parse, which nothing changes: every
    rule asks for it, and spaCy makes each token and its dependency's name anew whenever it is asked."""
    kept = token.doc.user_data.get(_GOVERNED)
    if kept is None:
        kept = [tuple((part.dep_, part) for part in each.children) for each in token.doc]
        token.doc.user_data[_GOVERNED] = kept
    found: tuple[tuple[str, Token], ...] = kept[token.i]
    return found


def noun_phrase(head: Token) -> tuple[Token, Token]:
    """First and last token of the phrase without its relative clauses, appositions, co-ordinated nouns and its own
    's."""
    first, last = head, head
    for part in head.children:
        if part.dep_ in CLAUSES or part.dep_ == "case" or (part.dep_ == "prep" and not _defines(part)):
            continue
        if (part.i > head.i and _opens_bracket(part)) or _dates_the_clause(part, head):
            continue
        first = min(first, part.left_edge, key=lambda token: token.i)
        last = max(last, part.right_edge, key=lambda token: token.i)
    bracket = _bracket_before(head, first)
    if bracket is not None:  # "S-4 (a cook, name withheld)", where the parser makes the cook the head
        return first, bracket.nbor(-1)
    while last.i > head.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return first, last


def _dates_the_clause(part: Token, head: Token) -> bool:
    """ "On 3 May 2021 men in masks came": a date without a comma behind it is no part of the men."""
    if part.i > head.i or part.ent_type_ != "DATE" or head.ent_type_ == "DATE":
        return False
    edge = head.left_edge
    return edge.i > 0 and edge.nbor(-1).lower_ in _BEFORE_DATES and edge.ent_type_ == "DATE"


_BEFORE_DATES = frozenset({"on", "in", "since", "by", "until"})


def _bracket_before(head: Token, first: Token) -> Token | None:
    """The bracket that opens behind the phrase's beginning and in which its head still stands."""
    inside = head.doc[first.i + 1 : head.i]
    opened = next((token for token in reversed(inside) if token.text in "()"), None)
    return opened if opened is not None and opened.text == "(" else None


def _opens_bracket(part: Token) -> bool:
    """ "S-4 (a cook, name withheld)": what stands in brackets is said of the phrase and is no part of it."""
    edge = part.left_edge
    return edge.text in ("(", "[") or (edge.i > 0 and edge.nbor(-1).text in ("(", "["))


def _defines(preposition: Token) -> bool:
    """ "a member OF the council" belongs to the phrase; "a man IN the street" is about where."""
    return preposition.lower_ == "of" and preposition.i == preposition.head.i + 1


def phrase_text(head: Token) -> str:
    first, last = noun_phrase(head)
    return str(head.doc[first.i : last.i + 1].text)


def subtree_text(head: Token, *, leaving: frozenset[str] = frozenset()) -> str:
    """The words a token governs, in their order, without those under the dependencies in ``leaving``."""
    kept = sorted(_kept(head, leaving), key=lambda token: token.i)
    while kept and (kept[-1].is_punct or kept[-1].is_space):
        kept.pop()
    return str(head.doc[kept[0].i : kept[-1].i + 1].text).strip() if kept else ""


def _kept(head: Token, leaving: frozenset[str]) -> Iterator[Token]:
    yield head
    for part in head.children:
        if part.dep_ not in leaving:
            yield from _kept(part, leaving)


def conjuncts(head: Token) -> list[Token]:
    """The head and everything co-ordinated with it, in order."""
    found = [head]
    for dep, part in _governed(head):
        if dep == "conj":
            found.extend(conjuncts(part))
    return found


def first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """Passive by its own words, or by those of the verb it is co-ordinated with ("was beaten and starved")."""
    if child(verb, "nsubjpass", "auxpass") is not None:
        return True
    if child(verb, "dobj") is not None:
        return False
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl") and child(verb, "aux", "nsubj") is None:
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.lower_ in _UNCHANGED:
        # "was questioned and let go": the tagger took the participle for a bare verb
        return child(verb, "nsubj", "aux") is None and is_passive(verb.head)
    if verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and child(verb, "nsubj", "aux") is None:
        if verb.tag_ == "VBD":  # "was searched and questioned for hours": the tagger lost the passive
            return verb.head.pos_ in ("VERB", "AUX") and verb.head.tag_ == "VBN" and is_passive(verb.head)
        return is_passive(verb.head) or verb.head.tag_ == "VBN" or verb.head.dep_ == "acomp"
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and verb.head.lemma_ in (*_HAVING_DONE, "see"):
        return child(verb, "aux") is None
    if verb.tag_ == "VBN" and verb.dep_ in ("advcl", "ROOT", "pcomp", "xcomp", "oprd"):
        return child(verb, "aux", "nsubj") is None or _being(verb)
    return False


_HAVING_DONE = ("have", "get", "want")
_UNCHANGED = frozenset("let put set cut shut hit beat hurt".split())


def _being(verb: Token) -> bool:
    return any(part.lemma_ in ("be", "get") for part in children(verb, "aux", "auxpass"))


def subject(verb: Token) -> Token | None:
    """The verb's own or inherited subject, through co-ordination, control and relative clauses."""
    own = children(verb, "nsubj", "nsubjpass")
    if own:
        # A name with a hyphen comes apart into several subjects: its last part is the one the report knows.
        return max((one for one in own if one.i < verb.i), key=lambda one: one.i, default=own[0])
    if verb.dep_ == "conj" and (verb.head.pos_ in ("VERB", "AUX") or verb.head.dep_ in ("acomp", "oprd")):
        return subject(_told_before(verb) or verb.head)
    if verb.pos_ == "ADJ" and verb.dep_ == "acomp":
        return subject(verb.head)
    clause = child(verb, "csubj", "csubjpass")
    if clause is not None:
        doer = child(clause, "nsubj", "nsubjpass")
        return doer if doer is not None and doer.lower_ in ("whoever", "who") else None
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "tell" and not _is_infinitive(verb):
        return None
    if verb.dep_ in ("xcomp", "ccomp", "oprd", "dep"):
        return _controller(verb.head)
    if verb.dep_ in ("advcl", "pcomp"):
        governor = verb.head if verb.dep_ == "advcl" else verb.head.head
        return subject(governor) if governor.pos_ in ("VERB", "AUX") else _owner(governor)
    if verb.dep_ in ("acl", "relcl"):
        return verb.head if verb.tag_ != "VB" or verb.head.dep_ == "ROOT" else _infinitive_owner(verb.head)
    return None


def _told_before(verb: Token) -> Token | None:
    """Of "A friend had been made to work there, Karim said, and was later shot", what is told before Karim is named:
    the second verb goes on with it."""
    teller = verb.head
    told = child(teller, "ccomp") if teller.lemma_ in ("say", "tell", "add", "recall", "report") else None
    if told is None or told.i > teller.i:
        return None
    own = child(teller, "nsubj")
    return told if own is None or own.i > told.i else None


def _is_infinitive(verb: Token) -> bool:
    return any(part.lower_ == "to" for part in children(verb, "aux"))


def _controller(verb: Token) -> Token | None:
    """Who does the dependent verb: the object of "force her to", the subject of "plan to"."""
    if verb.pos_ == "ADJ":
        return child(verb, "nsubj") or (subject(verb.head) if verb.head != verb else None)
    if verb.lemma_ == "be":
        return subject(verb)
    thing = child(verb, "dobj", "dative")
    if thing is not None and not is_passive(verb):
        return thing
    return subject(verb)


def _owner(noun: Token) -> Token | None:
    return child(noun, "poss") or (subject(noun.head) if noun.head.pos_ in ("VERB", "AUX") else None)


def _infinitive_owner(noun: Token) -> Token | None:
    """ "a plan to deport her" has the planner as subject; "people to be deported" the people."""
    return _owner(noun) or noun


def fronted(verb: Token) -> list[Token]:
    """Whom a verb reaches that stand before its doer: "My wife they pulled by the hair", "The women they took away"."""
    doer = child(verb, "nsubj")
    if doer is None or is_passive(verb) or child(verb, "dobj", "ccomp", "xcomp") is not None:
        return []
    if verb.dep_ == "relcl":
        whole = verb.head.dep_ == "ROOT" and verb.head.pos_ != "VERB" and doer.lower_ in ("they", "he", "she")
        return [verb.head] if whole and verb.head.i == doer.i - 1 else []
    before = children(verb, "npadvmod", "dep", "nsubj")
    before = [one for one in before if one.pos_ != "PRON" and one.i < doer.left_edge.i]
    return [one for one in before if one.right_edge.i == doer.left_edge.i - 1]


def had_done(verb: Token) -> list[Token]:
    """ "They had their passports taken away", "she wants him released"."""
    had = verb.dep_ == "ccomp" and verb.tag_ == "VBN" and verb.head.lemma_ in _HAVING_DONE
    # "had his teeth knocked out": the tagger takes the participle for a past
    had = had or (
        verb.dep_ == "ccomp"
        and verb.tag_ == "VBD"
        and verb.head.lemma_ == "have"
        and not children(verb, "dobj", "mark")
    )
    return children(verb, "nsubj") if had else []


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Each preposition under a token with each of its objects: ("to", China)."""
    for dep, part in _governed(token):
        known = dep in ("prep", "agent", "dative", "oprd") and part.pos_ in ("ADP", "SCONJ")
        # "never brought before a judge", where the parser takes "before" for an adverb
        if known or (dep == "advmod" and part.lower_ == "before"):
            yield from ((part.lower_, thing) for thing in _objects(part))


def _objects(preposition: Token) -> Iterator[Token]:
    for dep, part in _governed(preposition):
        if dep in ("pobj", "pcomp"):
            yield from conjuncts(part)
        elif dep == "prep":
            yield from _objects(part)


def antecedent(pronoun: Token) -> Token | None:
    """What a relative pronoun stands for: the noun that its clause hangs on."""
    for above in pronoun.ancestors:
        if above.dep_ in ("relcl", "acl"):
            return above.head
    return None
