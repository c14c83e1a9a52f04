"""Which of a sentence's dates belongs to which of its acts."""

from __future__ import annotations

import re

from spacy.tokens import Token

from amanat.core.claim import Modality
from amanat.core.dates.mention import Bound, DateMention, Relative
from amanat.core.reading.day_headings import Dated
from amanat.core.reading.draft import Draft
from amanat.core.reading.phrases import child, children, conjuncts, prepositions, subject
from amanat.core.reading.sentence_dates import since
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import words
from amanat.core.vocabulary import vocabulary


def attached(
    sentence: Sentence, drafts: list[Draft], dates: list[tuple[DateMention, Token]]
) -> list[tuple[Draft, DateMention, Token]]:
    """Each draft with the date that belongs to it."""
    drafts = [draft for draft in drafts if not draft.timeless]
    found = []
    for mention, token in dates:
        lasting = _lasting_since(token, drafts)
        found += [(draft, since(mention), token) for draft in lasting]
        own = [draft for draft in drafts if draft not in lasting]
        told = _when_it_was(token, own) or _with_their_clause(token, _owners(token, mention, own), own)
        found += [(draft, mention, token) for draft in told if not _counts_from_itself(draft, mention, token)]
    return sorted(found, key=lambda item: (item[1].start, item[0].trigger.i))


def _with_their_clause(token: Token, owners: list[Draft], drafts: list[Draft]) -> list[Draft]:
    """What one clause tells with one date: "on 3 May she was sentenced to five years and a fine", "was let go on
    Sunday with a broken arm", "sentenced to imprisonment by a court in 2017"."""
    verbs = {_whole(clause_verb(draft)) for draft in owners if _is_at(token, clause_verb(draft))}
    return owners + [
        draft
        for draft in drafts
        if draft not in owners
        and draft.kind in _OF_ONE_CLAUSE
        and _whole(clause_verb(draft)) in verbs
        and not _has_own_date(draft.trigger if draft.trigger.pos_ == "NOUN" else clause_verb(draft), token)
    ]


_OF_ONE_CLAUSE = frozenset(("fine", "sentence", "release", "transfer", "confiscation of documents"))


def _is_at(token: Token, verb: Token) -> bool:
    """Whether the date hangs on the verb itself, through prepositions and nouns alone."""
    above = next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), None)
    return above is not None and _whole(above) == _whole(verb)


def _whole(verb: Token) -> Token:
    """Of "was let go" the verb that carries it."""
    while verb.dep_ in ("xcomp", "ccomp") and not children(verb, "nsubj", "nsubjpass", "mark", "aux"):
        verb = verb.head
    return verb


def _lasting_since(token: Token, drafts: list[Draft]) -> list[Draft]:
    """What has lasted since something with a date: "have been held since police broke up a march on 19 June"."""
    for above in token.ancestors:
        if above.dep_ == "advcl" and any(part.lower_ == "since" for part in above.children):
            held = above.head
            verbs = [held, *held.conjuncts]
            perfect = any(part.lower_ in _PERFECT for verb in verbs for part in children(verb, "aux"))
            return [draft for draft in drafts if perfect and clause_verb(draft) in verbs]
        if above.dep_ in ("relcl", "ccomp", "acl"):
            return []
    return []


def _counts_from_itself(draft: Draft, mention: DateMention, token: Token) -> bool:
    """ "Was locked up before her transfer": nothing of when the transfer was."""
    value = mention.value
    if draft.trigger != token or not isinstance(value, Relative) or value.event is None:
        return False
    return value.unit is not None or mention.bound is not Bound.AT


def _when_it_was(token: Token, drafts: list[Draft]) -> list[Draft]:
    """ "The following month he was moved", to the parser a month of which a relative clause says more; and "until
    2017, when he was deported", which is when he was deported and how long the rest went on."""
    told = [draft for draft in drafts if _is_of(clause_verb(draft), token)]
    if told and token.head != token and told[0].trigger.dep_ == "relcl":
        others = [draft for draft in drafts if draft not in told and not token.is_ancestor(draft.trigger)]
        return told + [draft for draft in others if token.head.head == clause_verb(draft)]
    return told


def _is_of(verb: Token, token: Token) -> bool:
    if verb.dep_ != "relcl" or verb.head != token:
        return False
    first = verb.left_edge.lower_
    return first == "when" or (token.dep_ == "ROOT" and token.pos_ == "NOUN" and first not in _RELATIVE)


_RELATIVE = frozenset(("that", "which", "who", "whom", "whose", "where", "in", "on", "during"))


def _owners(token: Token, mention: DateMention, drafts: list[Draft]) -> list[Draft]:
    """The drafts a date speaks of: those whose word it hangs on, through prepositions and dates only; a date put
    first in a sentence of telling belongs to what is told, a date in a relative clause to nothing outside it."""
    near: dict[int, list[Draft]] = {}
    for draft in drafts:
        near.setdefault(draft.trigger.i, []).append(draft)
    named = isinstance(mention.value, Relative) and mention.value.event is not None and token.dep_ == "advcl"
    for above in token.ancestors if named else (token, *token.ancestors):
        if above.i in near:
            return near[above.i] + _sharing(above, token, near)
        if above.lemma_ in words("telling", "media_nouns") and above.pos_ == "NOUN":
            return []
        if above.lemma_ == "bear" and above.tag_ == "VBN":
            return []
        clause = [draft for draft in drafts if clause_verb(draft) == above]
        if clause:
            return clause
        if above.pos_ in ("VERB", "AUX"):
            below = _told_below(above, token, drafts) or _sharing(above, token, near)
            if below or (above.lemma_ in words("telling", "verbs") and children(above, "ccomp")):
                return below
        if above.dep_ == "relcl":
            return []
    return (
        drafts
        if len({draft.trigger.i for draft in drafts}) == 1
        and not _in_other_clause(token, drafts[0])
        and not _in_clause_before(token, drafts[0])
        and not _is_aside(drafts[0].trigger, token)
        else []
    )


def clause_verb(draft: Draft) -> Token:
    """The verb that carries a draft's noun or forced deed."""
    node = draft.trigger
    while node.head != node and (
        node.pos_ not in ("VERB", "AUX") or node.dep_ == "xcomp" or _shares_subject(node)
    ):
        node = node.head
    return node


def _shares_subject(verb: Token) -> bool:
    return verb.dep_ == "conj" and verb.head.dep_ == "xcomp" and not children(verb, "nsubj", "nsubjpass")


def _sharing(above: Token, token: Token, near: dict[int, list[Draft]]) -> list[Draft]:
    """ "In May he was arrested and beaten": a date before the first verb holds for those joined to it."""
    if token.i > above.i:
        return []
    return [
        draft
        for part in conjuncts(above)[1:]
        for draft in {
            id(one): one for own in near.values() for one in own if clause_verb(one) == part
        }.values()
        if not _has_own_date(part, token) and child(part, "nsubj", "nsubjpass") is None
    ]


def _has_own_date(verb: Token, token: Token) -> bool:
    return any(
        part.ent_type_ in ("DATE", "TIME") and part.i != token.i and not _is_length(part)
        for part in verb.subtree
    )


def _is_length(part: Token) -> bool:
    """ "Ten days", which says how long; "ten days later" says when."""
    noun = part if part.tag_ == "NNS" else part.head
    unit = noun.lemma_ in ("minute", "hour", "day", "night", "week", "month", "year") and noun.tag_ == "NNS"
    counted = any(one.lower_ in ("later", "ago", "after", "before", "earlier") for one in noun.children)
    placed = noun.head.lower_ in ("after", "before", "later", "ago", "earlier", "within")
    return unit and not counted and not placed


def _told_below(verb: Token, token: Token, drafts: list[Draft]) -> list[Draft] | None:
    """What a date on a verb of telling, wanting or forcing dates: what is told if it stands first; a date after
    the verb of telling is when it was told."""
    under = [draft for draft in drafts if verb.is_ancestor(draft.trigger)]
    if not under:
        return None
    if verb.lemma_ in words("telling", "verbs"):
        about = subject(verb)
        fronted = token.i < (about.left_edge.i if about is not None else verb.i)
        heard = child(verb, "dobj", "dative") is not None or any(
            word == "to" for word, _ in prepositions(verb)
        )
        said = [draft for draft in under if draft.kind in _SAID]
        if heard and any(part.i > verb.i for part in children(verb, "ccomp")):
            return said
        said_first = any(
            part.i > verb.i and child(part, "mark") is not None for part in children(verb, "ccomp")
        )
        return _first_clause(under) if fronted and not said_first else said
    direct = [draft for draft in under if _same_clause(verb, draft)]
    return direct or None


_SAID = frozenset(("denial", "accusation", "assessment", "appeal"))
"""What is done by being said: the date of the saying is its own."""


def _first_clause(drafts: list[Draft]) -> list[Draft]:
    first = min(drafts, key=lambda draft: draft.trigger.i)
    return [draft for draft in drafts if first.trigger in (draft.trigger, draft.trigger.head)]


def _same_clause(verb: Token, draft: Draft) -> bool:
    node = draft.trigger
    while node != verb and node.head != node:
        passive = node.dep_ == "advcl" and node.head == verb and verb.lemma_ == "be" and node.tag_ == "VBN"
        if passive and child(verb, "attr", "acomp") is None:
            return True  # "was on 20 April sentenced"
        if node.dep_ in ("relcl", "advcl", "ccomp", "parataxis") or (
            node.dep_ == "conj" and node.pos_ == "VERB"
        ):
            return False
        node = node.head
    return node == verb


def _is_aside(trigger: Token, token: Token) -> bool:
    """Whether the deed is told in a relative clause that the date stands outside of."""
    for node in (trigger, *trigger.ancestors):
        if node.dep_ == "relcl" and node != token and not node.is_ancestor(token):
            return node.head != token and not token.is_ancestor(node.head)
    return False


def _in_clause_before(token: Token, draft: Draft) -> bool:
    """Whether the date follows the verb of a clause beside the draft's, which has a subject of its own: "a team was
    formed on 20 February and nine persons have been questioned"."""
    verb = clause_verb(draft)
    other = next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), None)
    beside = other is not None and verb.dep_ == "conj" and other in verb.ancestors
    own = child(verb, "nsubj", "nsubjpass") is not None
    return beside and own and other is not None and token.i > other.i


def _in_other_clause(token: Token, draft: Draft) -> bool:
    for above in token.ancestors:
        if above == draft.trigger or above.is_ancestor(draft.trigger):
            return any(
                part.dep_ in ("relcl", "advcl", "acl") and part.is_ancestor(token) for part in above.children
            )
    return False


# -- under a date that heads more than one sentence ----------------------------------------------------------

_CLOCK = re.compile(
    r"\b(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|(?:at|around|about|till|until|since|by) \d{1,2}(?:[:.]\d\d)?\b(?! \w+s\b)"
    r"|(?:at|till|until|since) (?:dawn|noon|midday|dusk|evening|morning|lunchtime|sunrise|sunset)\b)",
    re.I,
)


def on_its_day(draft: Draft, part: Dated) -> bool:
    """Whether what is told under a day's date, with no date of its own, was on that day: in a digest or a
    chronology what is told in the plain past; in a post only what is told with the hour, for else it may have been
    the day before."""
    if vocabulary().term(draft.kind).group == "status":
        return False
    if not part.tells and not _CLOCK.search(draft.sentence.text):
        return False
    return _is_told_plainly(draft)


def in_its_item(draft: Draft) -> bool:
    """Whether what an item of a chronology tells was at the date that opens it: what it tells plainly, without a
    "had" and in no clause about somebody."""
    held_then = draft.kind == "health" or vocabulary().term(draft.kind).group != "status"
    return held_then and not draft.timeless and not draft.at_publication and _is_told_plainly(draft)


def _is_told_plainly(draft: Draft) -> bool:
    if draft.modality is not Modality.ASSERTED:
        return False
    verb = clause_verb(draft)
    if draft.trigger.dep_ in ("amod", "compound", "poss") or verb.dep_ == "relcl":
        return False
    helping = children(verb, "aux", "auxpass")
    if any(aux.lower_ in _PERFECT or aux.tag_ in ("MD", "VBP", "VBZ") for aux in helping):
        return False
    plain = {verb.tag_, *(aux.tag_ for aux in helping)} & {"VBD", "VBN"}
    ongoing = verb.tag_ == "VBG" and bool(children(verb, "aux"))
    return (bool(plain) or verb.pos_ not in ("VERB", "AUX")) and not ongoing


_PERFECT = frozenset(("have", "has", "had", "having", "'d", "'s", "’d", "’s", "'ve", "’ve"))
