"""An act as a sentence tells of it, before anybody is named."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from amanat.core.reading.sentences import Sentence


@dataclass(eq=False)
class Event:
    """``trigger`` is the word that tells of the act, ``clause`` the verb that carries its tense and stance."""

    kind: str
    sentence: Sentence
    trigger: Token
    clause: Token
    who: list[Token]
    by: list[Token] = field(default_factory=list)
    as_kind: str | None = None
    confidence: float = 0.8
    modality: str | None = None
    """What the word itself says of it, whatever stands around: an order to leave is a plan."""
    forbidden: bool = False
    """The word against the deed is the act itself, so that it denies nothing."""
    details_from: list[Token] = field(default_factory=list)
    """Where given, the words whose subtrees are the details; otherwise they are found around the trigger."""
