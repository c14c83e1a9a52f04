"""Whether a Russian clause says that it was, was not, may be, shall be, is feared or is demanded."""

from __future__ import annotations

from amanat.core.claim import Modality, Polarity
from amanat.core.reading.russian.events import is_negated
from amanat.core.reading.russian.grammar import Token
from amanat.core.reading.russian.lexicon import words

_CARRIED = frozenset(
    (
        "xcomp",
        "csubj",
        "ccomp",
        "obj",
        "obl",
        "nmod",
        "iobj",
        "acl",
        "advcl",
        "nsubj",
        "nsubj:pass",
        "conj",
        "acl:relcl",
    )
)
_DENYING = frozenset(("отрицать", "опровергнуть", "опровергать", "отвергнуть", "отвергать", "выдумка"))


def stance(trigger: Token) -> tuple[Polarity, Modality]:
    """Read from the word, its particles, and the verbs and nouns that carry it."""
    denied = is_negated(trigger)
    modality = _own(trigger)
    for below, above in _carriers(trigger):
        lemma = above.lemma
        if lemma in _DENYING and below.rel in ("obj", "ccomp", "nsubj", "nsubj:pass", "nmod"):
            return Polarity.DENIED, Modality.ASSERTED
        if lemma in words("rumours") or lemma in words("doubting"):
            modality = modality or Modality.POSSIBLE
        elif lemma in words("fearing"):
            modality = modality or Modality.FEARED
        elif lemma in words("planning"):
            modality = modality or Modality.PLANNED
        elif lemma in words("demanding") and below.rel not in ("acl:relcl",):
            modality = modality or Modality.DEMANDED
        elif lemma in words("preventing"):
            # Whether it was forbidden or is asked not to be let happen: what is spoken of did not happen yet.
            carried = _of_carriers(above)
            denied = carried in (None, Modality.DEMANDED) and not denied
            modality = modality or carried or Modality.FEARED
            denied = modality is Modality.DEMANDED and denied
    polarity = Polarity.DENIED if denied else Polarity.AFFIRMED
    return polarity, modality or Modality.ASSERTED


def _own(trigger: Token) -> Modality | None:
    """By the word's own form and what stands beside it."""
    for holder in (trigger, *([trigger.head] if trigger.rel in ("xcomp", "aux") and trigger.head else [])):
        for child in holder.children:
            if child.lemma in ("если", "якобы") or (
                child.lemma in words("doubting") and child.rel in ("advmod", "parataxis", "discourse", "aux")
            ):
                return Modality.POSSIBLE
            if child.lemma in words("rumours"):
                return Modality.POSSIBLE
            if child.lemma in ("чтобы",):
                return Modality.DEMANDED
            if child.lemma in ("должный", "намерен", "должен"):
                return Modality.PLANNED
    if trigger.feats.get("Tense") == "Fut" or any(
        child.rel.startswith("aux") and child.feats.get("Tense") == "Fut" for child in trigger.children
    ):
        return Modality.PLANNED
    if trigger.feats.get("VerbForm") == "Inf" and trigger.rel == "root":
        return Modality.DEMANDED
    return None


def _of_carriers(token: Token) -> Modality | None:
    own = _own(token)
    if own is not None:
        return own
    for _, above in _carriers(token):
        for name, modality in (
            ("demanding", Modality.DEMANDED),
            ("planning", Modality.PLANNED),
            ("fearing", Modality.FEARED),
        ):
            if above.lemma in words(name):
                return modality
    return None


def _carriers(trigger: Token) -> list[tuple[Token, Token]]:
    """The word below and each verb or noun above, as far as one clause carries the other; not past who tells it."""
    found: list[tuple[Token, Token]] = []
    below = trigger
    for above in trigger.ancestors():
        if below.rel not in _CARRIED:
            break
        if (
            below.rel == "conj"
            and above.pos == "VERB"
            and below.feats.get("VerbForm") != "Inf"
            and below.pos == "VERB"
        ):
            below = above
            break
        found.append((below, above))
        below = above
    return found
