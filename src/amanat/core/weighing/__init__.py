"""What several claims add up to, question by question: pure functions of the claims as they stand."""

from amanat.core.weighing.comparing import Answer, How, Question, Relation, questions
from amanat.core.weighing.finding import Finding, Reason, Verdict, Weighed, findings
from amanat.core.weighing.told import SELF, Chain, Told, lies_within, narrows, places_agree
from amanat.core.weighing.voices import Between, Counts, Voice, counts, voice

__all__ = [
    "SELF",
    "Answer",
    "Between",
    "Chain",
    "Counts",
    "Finding",
    "How",
    "Question",
    "Reason",
    "Relation",
    "Told",
    "Verdict",
    "Voice",
    "Weighed",
    "counts",
    "findings",
    "lies_within",
    "narrows",
    "places_agree",
    "questions",
    "voice",
]
