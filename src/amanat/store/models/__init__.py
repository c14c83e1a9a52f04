"""The records of a casebook, in the words of HURIDOCS' Events Standard Formats.

Every record carries ``logged`` columns only: what a row says is hashed into the log by ``actions/record.py``.
Tables marked *projection* can be thrown away and rebuilt from claims, judgements and reviews.
"""

from amanat.store.models.acts import Act, Involvement
from amanat.store.models.cases import Case, CaseMember
from amanat.store.models.claims import Claim, Telling
from amanat.store.models.decisions import Judgement, Review
from amanat.store.models.log import LogEntry
from amanat.store.models.people import Information, Person, Place
from amanat.store.models.reports import Passage, Receipt, Report
from amanat.store.models.search import SearchEntry

__all__ = [
    "Act",
    "Case",
    "CaseMember",
    "Claim",
    "Information",
    "Involvement",
    "Judgement",
    "LogEntry",
    "Passage",
    "Person",
    "Place",
    "Receipt",
    "Report",
    "Review",
    "SearchEntry",
    "Telling",
]
