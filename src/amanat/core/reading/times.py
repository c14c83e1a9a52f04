"""When: which date of a sentence belongs to which act, and what a relative date comes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from amanat.core.claim import Modality
from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import Anchor, DateMention, Duration, Partial, Relative
from amanat.core.dates.relative import resolve
from amanat.core.reading.draft import Draft
from amanat.core.reading.phrases import children, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import words

_NOUNS_OF = {
    "detention": (
        "detention",
        "arrest",
        "imprisonment",
        "internment",
        "captivity",
        "incarceration",
        "stay",
        "abduction",
        "capture",
    ),
    "release": ("release", "freedom"),
    "flight": ("escape", "flight", "departure"),
    "travel": ("trip", "arrival", "return", "journey", "visit"),
    "deportation": ("deportation", "expulsion", "extradition", "return"),
    "sentence": ("sentence", "sentencing", "verdict", "conviction"),
    "prosecution": ("trial",),
    "transfer": ("transfer",),
    "killing": ("killing", "death", "murder"),
    "death in custody": ("death",),
    "enforced disappearance": ("disappearance",),
    "interrogation": ("interrogation", "questioning"),
}


@dataclass
class Times:
    """Dates given to drafts. Acts dated on the way become anchors for "during her detention"."""

    published: str | None
    _previous: str | None = None
    _paragraph: int = -1
    _events: dict[str, str] = field(default_factory=dict)

    def give(self, drafts: list[Draft]) -> None:
        """Fill ``when`` of every draft: dates that stand alone first, then those that lean on others."""
        by_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            by_sentence.setdefault(draft.sentence.number, []).append(draft)
        attached = {number: _attach(group[0].sentence, group) for number, group in by_sentence.items()}
        for leaning in (False, True):
            self._previous = None
            for number in sorted(attached):
                for draft, mention in attached[number]:
                    if _leans(mention) is leaning and draft.when is None:
                        draft.when = self._value(mention, draft)
                    if draft.when is not None:
                        self._remember(draft)
        for draft in drafts:
            if draft.timeless:
                continue
            if draft.when is None and draft.at_publication:
                draft.when = self.published
            elif draft.when is None and _is_camp_life(draft):
                draft.when = self._events.get("detention")

    def _value(self, mention: DateMention, draft: Draft) -> str | None:
        """What the date comes to. A date without a year goes on from the one told before only within a paragraph,
        and what is yet to come is seen from the report."""
        future = draft.modality is not Modality.ASSERTED
        goes_on = self._paragraph == draft.sentence.paragraph and not future
        previous = self._previous if goes_on or not isinstance(mention.value, Partial) else None
        return resolve(
            mention, published=self.published, previous=previous, events=self._events, future=future
        ).edtf

    def _remember(self, draft: Draft) -> None:
        if draft.when is None:
            return
        self._previous, self._paragraph = draft.when, draft.sentence.paragraph
        if draft.modality.value == "asserted" and draft.polarity.value == "affirmed":
            for noun in _NOUNS_OF.get(draft.kind, ()):
                known = self._events.get(noun)
                if known is None or ("/" in draft.when and "/" not in known):
                    self._events[noun] = draft.when


_INSIDE = frozenset(
    (
        "forced labour",
        "forced breach of religion",
        "torture and ill-treatment",
        "indoctrination",
        "denial of medical care",
    )
)


def _is_camp_life(draft: Draft) -> bool:
    """ "She and other detainees were forced to …" tells of the detention, and so of its time."""
    shared = {"detainee", "inmate", "prisoner", "internee", "cellmate"}
    held = any(one.noun in shared and one.many for one in draft.who) and any(
        one.is_individual for one in draft.who
    )
    return held and draft.kind in _INSIDE and draft.modality.value == "asserted"


def _leans(mention: DateMention) -> bool:
    return isinstance(mention.value, Relative) and mention.value.anchor in (Anchor.EVENT, Anchor.PREVIOUS)


def _attach(sentence: Sentence, drafts: list[Draft]) -> list[tuple[Draft, DateMention]]:
    """Each draft with the date that belongs to it."""
    text = sentence.text
    found: list[tuple[Draft, DateMention]] = []
    drafts = [draft for draft in drafts if not draft.timeless]
    mentions = [
        (one, _token(sentence, one)) for one in find_dates(text) if not isinstance(one.value, Duration)
    ]
    for mention, token in mentions:
        if token is None:
            continue
        for draft in _owners(token, mention, sentence, drafts):
            found.append((draft, mention))
    return sorted(found, key=lambda item: (item[1].start, item[0].trigger.i))


def _token(sentence: Sentence, mention: DateMention) -> Token | None:
    """The mention's topmost token."""
    doc, base = sentence.span.doc, sentence.span.start_char
    span = doc.char_span(base + mention.start, base + mention.end, alignment_mode="expand")
    return span.root if span is not None else None


def _owners(token: Token, mention: DateMention, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts a date speaks of: those whose word it hangs on, through prepositions and dates only; a date put
    first in a sentence of telling belongs to what is told, a date in a relative clause to nothing outside it."""
    near: dict[int, list[Draft]] = {}
    for draft in drafts:
        near.setdefault(draft.trigger.i, []).append(draft)
    for above in (token, *token.ancestors):
        if above.i in near:
            return near[above.i] + _sharing(above, token, near)
        if above.lemma_ in words("telling", "media_nouns") and above.pos_ == "NOUN":
            return []
        clause = [draft for draft in drafts if _clause_verb(draft) == above]
        if clause:
            return clause
        if above.pos_ in ("VERB", "AUX"):
            below = _told_below(above, token, drafts)
            if below is not None:
                return below
        if above.dep_ == "relcl":
            return []
    return (
        drafts
        if len({draft.trigger.i for draft in drafts}) == 1 and not _in_other_clause(token, drafts[0])
        else []
    )


def _clause_verb(draft: Draft) -> Token:
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
        for part in children(above, "conj")
        for draft in near.get(part.i, [])
        if not _has_own_date(part, token)
    ]


def _has_own_date(verb: Token, token: Token) -> bool:
    return any(part.ent_type_ in ("DATE", "TIME") and part.i != token.i for part in verb.subtree)


def _told_below(verb: Token, token: Token, drafts: list[Draft]) -> list[Draft] | None:
    """What a date on a verb of telling, wanting or forcing dates: what is told if it stands first; a date after
    the verb of telling is when it was told."""
    under = [draft for draft in drafts if verb.is_ancestor(draft.trigger)]
    if not under:
        return None
    if verb.lemma_ in words("telling", "verbs"):
        about = subject(verb)
        fronted = token.i < (about.left_edge.i if about is not None else verb.i)
        return _first_clause(under) if fronted else []
    direct = [draft for draft in under if _same_clause(verb, draft)]
    return direct or None


def _first_clause(drafts: list[Draft]) -> list[Draft]:
    first = min(drafts, key=lambda draft: draft.trigger.i)
    return [draft for draft in drafts if first.trigger in (draft.trigger, draft.trigger.head)]


def _same_clause(verb: Token, draft: Draft) -> bool:
    node = draft.trigger
    while node != verb and node.head != node:
        if node.dep_ in ("relcl", "advcl", "ccomp", "parataxis") or (
            node.dep_ == "conj" and node.pos_ == "VERB"
        ):
            return False
        node = node.head
    return node == verb


def _in_other_clause(token: Token, draft: Draft) -> bool:
    for above in token.ancestors:
        if above == draft.trigger or above.is_ancestor(draft.trigger):
            return any(
                part.dep_ in ("relcl", "advcl", "acl") and part.is_ancestor(token) for part in above.children
            )
    return False
