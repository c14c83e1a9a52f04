"""A claim in the making: what stages find before people get their ids and the chain of tellers its outlet."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from amanat.core.claim import Count, Modality, Polarity, Where
from amanat.core.reading.cast import Referent
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.telling import Told


@dataclass(eq=False)
class Draft:
    kind: str
    sentence: Sentence
    trigger: Token
    who: list[Referent] = field(default_factory=list)
    by: list[Referent] = field(default_factory=list)
    who_text: str | None = None
    """Where what it holds for is no person: "concerns", "detention facilities"."""
    where: Where | None = None
    when: str | None = None
    details: str | None = None
    told_by: list[Told] = field(default_factory=list)
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    count: Count | None = None
    confidence: float = 0.7
    span: tuple[int, int] | None = None
    """Offsets in the report's text; the sentence where not given."""
    at_publication: bool = False
    """A status in the present tense: it holds at the date of the report."""
    beyond: bool = False
    """Read from the prose after a field's value: the passage holds both."""
    spotted: bool = False
    """Seen by the spotter, not read by a rule."""
    timeless: bool = False
    """An age, a birth date, kinship, ethnicity: a date elsewhere in the sentence says nothing of it."""
