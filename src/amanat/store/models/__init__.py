"""The records of a casebook, in the words of HURIDOCS' Events Standard Formats.

What a row of a ``LOGGED`` table says is hashed into the log by ``actions/record.py``; none is ever deleted.
``PROJECTIONS`` can be thrown away and rebuilt from those, and ``Claim.subjects`` and ``Act.claims`` too.
"""

from django.db import models

from amanat.store.models.acts import Act, Involvement
from amanat.store.models.cases import Case, CaseMember
from amanat.store.models.claims import Claim, Telling
from amanat.store.models.decisions import Grade, Judgement, Review
from amanat.store.models.echoes import EchoJudgement, EchoPrint, EchoRow
from amanat.store.models.enclosed import Enclosure, Positions
from amanat.store.models.log import LogEntry
from amanat.store.models.names import NameEntry, NameShelf
from amanat.store.models.people import Information, Person, Place
from amanat.store.models.places import OwnPlace
from amanat.store.models.reports import Passage, Receipt, Report
from amanat.store.models.search import SearchEntry
from amanat.store.models.second import ParagraphReading

LOGGED: tuple[type[models.Model], ...] = (
    Report,
    Receipt,
    Passage,
    Person,
    Place,
    Information,
    Claim,
    Telling,
    Judgement,
    Review,
    Grade,
    OwnPlace,
    ParagraphReading,
    Enclosure,
    Positions,
    EchoJudgement,
)
PROJECTIONS: tuple[type[models.Model], ...] = (
    Case,
    CaseMember,
    Act,
    Involvement,
    SearchEntry,
    NameEntry,
    NameShelf,
    EchoPrint,
    EchoRow,
)

__all__ = [
    "LOGGED",
    "PROJECTIONS",
    "Act",
    "Case",
    "CaseMember",
    "Claim",
    "EchoJudgement",
    "EchoPrint",
    "EchoRow",
    "Enclosure",
    "Grade",
    "Information",
    "Involvement",
    "Judgement",
    "LogEntry",
    "NameEntry",
    "NameShelf",
    "OwnPlace",
    "ParagraphReading",
    "Passage",
    "Person",
    "Place",
    "Positions",
    "Receipt",
    "Report",
    "Review",
    "SearchEntry",
    "Telling",
]
