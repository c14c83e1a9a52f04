"""Invented reports about invented people, and the casebook with them in it."""

from __future__ import annotations

from io import BytesIO

from amanat.actions.outcome import Outcome
from amanat.actions.read import Entered, read
from amanat.actions.receive import Received, receive
from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Role, Sensitivity
from amanat.core.reading.reader import mark_only, opened
from line_reader import reading_of

OWNER = Actor("Aysel Tarhan", Role.OWNER)

_CAMP = "Qaratal camp < Tomsay < Birlik Province"

HERALD = f"""Qarasu Herald
Dilara Osmanqizi | detention | 2017-07-15/2018-10 | {_CAMP} | Dilara Osmanqizi (victim) |
Dilara Osmanqizi | forced labour | 2018-08/2018-10 | {_CAMP} | | sewed gloves
Dilara Osmanqizi | ethnicity | | | | Tomsay
Dilara Osmanqizi | may deportation | | | an unnamed source (unnamed source) |
Yerzhan Bolatuly | assessment | | | Yerzhan Bolatuly (official) | the fears are valid"""

COURIER = f"""Birlik Courier
Dilara Osmanqizi | detention | 2017-07-17/2018-10 | {_CAMP} | Dilara Osmanqizi (victim) |
Dilara Osmanqizi | detention | 2018 | Tomsay < Birlik Province | a neighbour (witness) |
Dilara Osmanqizi | not detention | 2017/2018 | | the provincial government (government) |
Dilara Osmanqizi | flight | 2018-12 | | |"""

BULLETIN = """Tomsay Bulletin
Sanjar Tolegen | detention | 2019-03 | Aqsu prison | |
Dilara | detention | 2019 | | |"""


def received(
    casebook: OpenCasebook,
    text: str,
    name: str = "report.txt",
    actor: Actor = OWNER,
    sensitivity: Sensitivity = Sensitivity.OPEN,
) -> Received:
    return receive(casebook, actor, BytesIO(text.encode()), untrusted_name=name, sensitivity=sensitivity)


def added(
    casebook: OpenCasebook, text: str, name: str = "report.txt", sensitivity: Sensitivity = Sensitivity.OPEN
) -> Entered:
    """The text received and read."""
    report = received(casebook, text, name, sensitivity=sensitivity)
    return entered(casebook, report, text)


UYGHUR = """خەۋەر

2018-يىلى 3-ئاينىڭ 15-كۈنى ساقچىلار تېكەس ناھىيەسىدە ئىككى ئوقۇتقۇچىنى تۇتقۇن قىلدى. ئۇلار ئۈرۈمچىگە يۆتكەلدى."""


def marked(casebook: OpenCasebook, text: str = UYGHUR, name: str = "marked.txt") -> Entered:
    """A text in a language that is marked only, received and read by the program's own rules."""
    report = received(casebook, text, name)
    page, header = opened(text, report.sha256, None)
    return read(
        casebook, OWNER, report.report, Outcome(report.sha256, "text/plain", "utf-8", mark_only(page, header))
    )


def entered(casebook: OpenCasebook, report: Received, text: str, reader: str = "lines 1") -> Entered:
    outcome = Outcome(report.sha256, "text/plain", "utf-8", reading_of(text, reader))
    return read(casebook, OWNER, report.report, outcome)
