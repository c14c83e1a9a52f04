"""When: which date of a sentence belongs to which act, and what a relative date comes to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from spacy.tokens import Token

from amanat.core.claim import Modality
from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import (
    Absolute,
    Ambiguous,
    Anchor,
    Bound,
    DateMention,
    Direction,
    Duration,
    Partial,
    Relative,
)
from amanat.core.dates.relative import resolve
from amanat.core.reading.draft import Draft
from amanat.core.reading.phrases import child, children, conjuncts, prepositions, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import words
from amanat.core.reading.zones import Zone

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
        "apprehension",
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


_AT_ONCE = frozenset({"arrest", "abduction", "capture", "apprehension"})
"""What begins a detention and is not its whole length."""
_PARTICIPLES_OF = {
    "detention": ("arrested", "detained", "taken", "abducted", "seized", "imprisoned", "jailed", "captured"),
    "release": ("released", "freed"),
    "deportation": ("deported", "expelled"),
    "sentence": ("sentenced", "convicted"),
    "transfer": ("transferred", "moved"),
    "killing": ("killed", "shot", "murdered", "executed"),
}
_WHO_WAS = (
    "being",
    *(f"{who} was" for who in ("he", "she", "i")),
    *(f"{who} were" for who in ("they", "we")),
)


@dataclass
class Times:
    """Dates given to drafts. Acts dated on the way become anchors for "during her detention"."""

    published: str | None
    posted: list[tuple[int, str]] = field(default_factory=list)
    """Where each dated post begins, and its date, in the page's order."""
    _previous: str | None = None
    _paragraph: int = -1
    _aside: int = -1
    """The sentence in whose relative clause the previous date was told: what comes after does not go on from it."""
    _events: dict[str, str] = field(default_factory=dict)
    _lives: dict[int, dict[str, str]] = field(default_factory=dict)
    """The same for each person: "her arrest" is not her uncle's."""

    def give(self, drafts: list[Draft], sentences: Iterable[Sentence] = ()) -> None:
        """Fill ``when`` of every draft: dates that stand alone first, then those that lean on others. ``sentences``
        are the whole report's, whose own dates a later "that evening" may point back to."""
        by_sentence: dict[int, list[Draft]] = {}
        told = {sentence.number: sentence for sentence in sentences if sentence.zone is Zone.BODY}
        for draft in drafts:
            by_sentence.setdefault(draft.sentence.number, []).append(draft)
            told.setdefault(draft.sentence.number, draft.sentence)
        dated = {number: _dates(sentence) for number, sentence in told.items()}
        for leaning in (False, True):
            self._previous = None
            for number in sorted(told):
                own = by_sentence.get(number, [])
                self._tell(told[number], dated[number], own, leaning=leaning)
        for draft in drafts:
            if draft.timeless:
                continue
            if draft.when is None and draft.at_publication:
                draft.when = self.published
            elif draft.when is None and _is_camp_life(draft):
                draft.when = self._events.get("detention")

    def _tell(
        self,
        sentence: Sentence,
        dates: list[tuple[DateMention, Token]],
        drafts: list[Draft],
        *,
        leaning: bool,
    ) -> None:
        """One sentence's dates given to its drafts, and kept for what the next sentences count from."""
        owned: dict[int, str | None] = {}
        for draft, mention, token in _attach(sentence, drafts, dates):
            # What one date says of two acts is counted once: "the next day he was arrested and beaten".
            self._previous = owned.setdefault(mention.start, self._previous)
            if _leans(mention) is leaning and draft.when is None:
                draft.when = self._value(mention, token, draft)
            if draft.when is not None:
                self._remember(draft)
        for draft in drafts:
            if draft.when is not None:
                self._remember(draft)
        for mention, token in dates:
            if mention.start not in owned and _is_when_it_happened(mention, token):
                self._note(mention, sentence)

    def _seen_from(self, sentence: Sentence) -> str | None:
        """The report's date, or that of the post the sentence stands in."""
        return next(
            (when for start, when in reversed(self.posted) if start <= sentence.start), self.published
        )

    def _note(self, mention: DateMention, sentence: Sentence) -> None:
        """A date of something that no claim was made of: only what comes after it counts from it."""
        previous = self._previous if self._paragraph == sentence.paragraph else None
        # "Since 2018 …. In August of that year": what comes after counts from where it began.
        known = resolve(
            _without_bound(mention),
            published=self._seen_from(sentence),
            previous=previous,
            events=self._events,
        ).edtf
        if known is not None:
            self._previous, self._paragraph = known, sentence.paragraph

    def _value(self, mention: DateMention, token: Token, draft: Draft) -> str | None:
        """What the date comes to. A date without a year goes on from the one told before only within a paragraph;
        what is yet to come, and what has gone on since, is seen from the report."""
        if _clause_verb(draft).head == token and _clause_verb(draft).dep_ == "relcl":
            mention = _without_bound(mention)
        # "Asked on 28 October for ten years": when it was asked for.
        future = draft.modality is not Modality.ASSERTED and draft.trigger.tag_ != "VBD"
        goes_on = self._paragraph == draft.sentence.paragraph and not future
        partial = isinstance(mention.value, Partial)
        seen_now = partial and (mention.bound is Bound.SINCE or self._aside == draft.sentence.number)
        previous = self._previous if (goes_on or not partial) and not seen_now else None
        found = resolve(
            mention,
            published=self._seen_from(draft.sentence),
            previous=previous,
            events=self._events_of(draft),
            future=future,
        ).edtf
        if not future and isinstance(mention.value, Relative) and self._is_yet_to_come(found):
            return None
        since = _is_under_since(token) or _SINCE_WHAT.search(draft.sentence.text[: mention.start])
        lasting = found is not None and mention.bound is Bound.AT and since
        return f"{found}/.." if lasting and found is not None and not set(found) & set("/[{.") else found

    def _is_yet_to_come(self, found: str | None) -> bool:
        """ "Was brought out and came back after forty days": what has happened is not after the report."""
        known = self.published is not None and found is not None and found[:1].isdigit()
        return known and str(found)[:10] > str(self.published)[: len(str(found)[:10])]

    def _remember(self, draft: Draft) -> None:
        if draft.when is None or draft.timeless or draft.at_publication:
            return
        self._previous, self._paragraph = draft.when, draft.sentence.paragraph
        if any(node.dep_ == "relcl" for node in (draft.trigger, *draft.trigger.ancestors)):
            self._aside = draft.sentence.number
        if draft.modality.value == "asserted" and draft.polarity.value == "affirmed":
            for events in (self._events, *(self._lives.setdefault(id(one), {}) for one in draft.who)):
                for noun in _names_of(draft.kind):
                    known = events.get(noun)
                    lasts = noun not in _AT_ONCE and "/" in draft.when and not draft.when.endswith("..")
                    if known is None or (lasts and "/" not in known):
                        events[noun] = draft.when

    def _events_of(self, draft: Draft) -> dict[str, str]:
        """What the draft's people went through, before what anybody did."""
        own = [self._lives.get(id(one), {}) for one in draft.who]
        others = [life for one, life in self._lives.items() if one not in map(id, draft.who)]
        found = {
            noun: when
            for noun, when in self._events.items()
            if not own or not any(life.get(noun) == when for life in others)
        }
        for life in own:
            found |= life
        return found


_OPEN = re.compile(r"\.\./(?P<last>.+)|(?P<first>.+)/\.\.")


def _without_bound(mention: DateMention) -> DateMention:
    """ "Until 2017, when he was deported": of the deportation that is the year itself."""
    value = mention.value
    if isinstance(value, Absolute) and (found := _OPEN.fullmatch(value.edtf)):
        value = Absolute(found["last"] or found["first"])
    return replace(mention, value=value, bound=Bound.AT)


@cache
def _names_of(kind: str) -> tuple[str, ...]:
    """By which words a text may name an act that it has told: "arrest", "being arrested", "she was arrested"."""
    said = [f"{who} {verb}" for who in _WHO_WAS for verb in _PARTICIPLES_OF.get(kind, ())]
    return (*_NOUNS_OF.get(kind, ()), *said)


_SINCE_WHAT = re.compile(r"\bsince (?:\w+ ){1,5}(?:of|in|on) $", re.IGNORECASE)
"""The same by the words alone, where the parser takes "since" for a conjunction."""


def _is_under_since(token: Token) -> bool:
    """ "since the coup of 2014", "since an accident in 2011": the date of what it has lasted from."""
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return False
        if above.lower_ == "since":
            return True
    return False


def _is_when_it_happened(mention: DateMention, token: Token) -> bool:
    """Whether a date says when a clause's deed was done, and does not name a law, a file or somebody's birth."""
    going_on = isinstance(mention.value, Absolute) and mention.bound is Bound.SINCE
    if isinstance(mention.value, (Duration, Ambiguous)) or not (going_on or mention.bound is Bound.AT):
        return False
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return above.dep_ not in ("relcl", "acl") and above.lemma_ != "bear"
        if above.pos_ in ("NOUN", "PROPN") and above.ent_type_ not in ("DATE", "TIME"):
            return False
    return False


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
    if isinstance(mention.value, Partial):
        return mention.value.anchor is Anchor.PREVIOUS
    return isinstance(mention.value, Relative) and mention.value.anchor in (Anchor.EVENT, Anchor.PREVIOUS)


def _dates(sentence: Sentence) -> list[tuple[DateMention, Token]]:
    """A sentence's dates, each with its topmost word; how long something lasted, and how often, is none."""
    text = sentence.text
    found = [(one, _token(sentence, one)) for one in find_dates(text)]
    return [
        (one, token)
        for one, token in found
        if token is not None and not isinstance(one.value, Duration) and not _is_habit(one, text)
    ]


def _is_habit(mention: DateMention, text: str) -> bool:
    """ "After two nights without sleep" and "every Monday" say how it was, not when; "the same month as" another
    deed counts from that deed."""
    before, after = text[: mention.start].casefold().rstrip(), text[mention.end :].casefold().lstrip()
    hardship = isinstance(mention.value, Relative) and after.startswith("without")
    value = mention.value
    if isinstance(value, Relative) and value.direction is Direction.SAME and after.startswith("as "):
        return value.event is None
    return hardship or before.endswith(("every", "each"))


def _attach(
    sentence: Sentence, drafts: list[Draft], dates: list[tuple[DateMention, Token]]
) -> list[tuple[Draft, DateMention, Token]]:
    """Each draft with the date that belongs to it."""
    drafts = [draft for draft in drafts if not draft.timeless]
    found = [
        (draft, mention, token)
        for mention, token in dates
        for draft in _when_it_was(token, drafts) or _owners(token, mention, drafts)
        if not _counts_from_itself(draft, mention, token)
    ]
    return sorted(found, key=lambda item: (item[1].start, item[0].trigger.i))


def _counts_from_itself(draft: Draft, mention: DateMention, token: Token) -> bool:
    """ "Was locked up before her transfer": nothing of when the transfer was."""
    value = mention.value
    if draft.trigger != token or not isinstance(value, Relative) or value.event is None:
        return False
    return value.unit is not None or mention.bound is not Bound.AT


def _token(sentence: Sentence, mention: DateMention) -> Token | None:
    """The mention's topmost token; of "until 2017" the year."""
    doc, base = sentence.span.doc, sentence.span.start_char
    span = doc.char_span(base + mention.start, base + mention.end, alignment_mode="expand")
    if span is None:
        return None
    dated = child(span.root, "pobj") if span.root.pos_ == "ADP" else None
    return dated if dated is not None and dated in span else span.root


def _when_it_was(token: Token, drafts: list[Draft]) -> list[Draft]:
    """ "The following month he was moved", to the parser a month of which a relative clause says more; and "until
    2017, when he was deported", which is when he was deported and how long the rest went on."""
    told = [draft for draft in drafts if _is_of(_clause_verb(draft), token)]
    if told and token.head != token and told[0].trigger.dep_ == "relcl":
        others = [draft for draft in drafts if draft not in told and not token.is_ancestor(draft.trigger)]
        return told + [draft for draft in others if token.head.head == _clause_verb(draft)]
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
        clause = [draft for draft in drafts if _clause_verb(draft) == above]
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
        and not _is_aside(drafts[0].trigger, token)
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
        for part in conjuncts(above)[1:]
        for draft in near.get(part.i, [])
        if not _has_own_date(part, token) and child(part, "nsubj", "nsubjpass") is None
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
        heard = child(verb, "dobj", "dative") is not None or any(
            word == "to" for word, _ in prepositions(verb)
        )
        if heard and any(part.i > verb.i for part in children(verb, "ccomp")):
            return []
        said_first = any(
            part.i > verb.i and child(part, "mark") is not None for part in children(verb, "ccomp")
        )
        return _first_clause(under) if fronted and not said_first else []
    direct = [draft for draft in under if _same_clause(verb, draft)]
    return direct or None


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


def _in_other_clause(token: Token, draft: Draft) -> bool:
    for above in token.ancestors:
        if above == draft.trigger or above.is_ancestor(draft.trigger):
            return any(
                part.dep_ in ("relcl", "advcl", "acl") and part.is_ancestor(token) for part in above.children
            )
    return False
