"""Invented reports about one invented woman, with readings made by hand, entered by the real actions.

Two tell of her detention with two beginnings; one is in Arabic script; one file could not be read. Markup
stands in the first, so that pages are seen to treat it as text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from io import BytesIO

from amanat.actions.read import Outcome, read
from amanat.actions.receive import receive
from amanat.adapters.casebook import OpenCasebook
from amanat.core.claim import (
    Claim,
    Flag,
    Modality,
    Passage,
    Person,
    PlaceName,
    Polarity,
    Reading,
    Related,
    ReportHeader,
    Teller,
    TellerRole,
    Where,
    identified,
)
from amanat.core.protecting import Actor, Role

MARIT = Actor("Marit Oksana", Role.OWNER)
NAME = "Saltanat Berdibek"

FIRST = f"""She left the camp and fears being sent back

{NAME} was held in the Aqsu camp near Tomsay (Tumshuk) from 15 July 2017 to October 2018. \
She crossed the border in December 2018.

In the last three months, she says, she was made to sew gloves inside the camp, <b>where</b> guards \
took her passport. She was never told why. A person she would not name said her name stands on a list."""
SECOND = f"""Two winters without a word

{NAME} was held at Aqsu from 17 July 2017 to October 2018, her sister says."""
THIRD = """ئايگۈل تۇرسۇن سۆزلەيدۇ

ئۇ لاگېردا تۇتۇپ تۇرۇلغان."""

_HERALD = Teller("Tomsay Herald", TellerRole.MEDIA)
_SHE = Teller("p1", TellerRole.VICTIM)
_CAMP = Where("Aqsu camp", within=(PlaceName("Tomsay", ("Tumshuk",)), PlaceName("Birlik Province")))


def _passage(text: str, quote: str) -> Passage:
    start = text.index(quote)
    return Passage(start, start + len(quote), quote)


def _first() -> Sequence[Claim]:
    def at(quote: str) -> Passage:
        return _passage(FIRST, quote)

    who = ("p1",)
    return (
        Claim(
            "detention",
            at("was held in the Aqsu camp near Tomsay (Tumshuk) from 15 July 2017 to October 2018"),
            who,
            where=_CAMP,
            when="2017-07-15/2018-10",
            told_by=(_HERALD,),
        ),
        Claim(
            "flight", at("She crossed the border in December 2018"), who, when="2018-12", told_by=(_HERALD,)
        ),
        Claim(
            "forced labour",
            at("she was made to sew gloves inside the camp"),
            who,
            where=_CAMP,
            when="2018-08/2018-10",
            details="sewed gloves",
            told_by=(_SHE, _HERALD),
        ),
        Claim(
            "confiscation of documents",
            at("inside the camp, <b>where</b> guards took her passport"),
            who,
            told_by=(_SHE, _HERALD),
        ),
        Claim(
            "notification", at("She was never told why"), who, told_by=(_HERALD,), polarity=Polarity.DENIED
        ),
        Claim(
            "threat of deportation",
            at("A person she would not name said her name stands on a list"),
            who,
            when="2020-01-01/..",
            details="her name is on a list",
            told_by=(Teller("unnamed source", TellerRole.UNNAMED_SOURCE), _SHE, _HERALD),
            modality=Modality.PLANNED,
        ),
    )


def _second() -> Sequence[Claim]:
    sister = Teller("her sister", TellerRole.RELATIVE)
    quote = "was held at Aqsu from 17 July 2017 to October 2018"
    journal = Teller("Birlik Journal", TellerRole.MEDIA)
    held = Claim(
        "detention",
        _passage(SECOND, quote),
        ("p1",),
        where=_CAMP,
        when="2017-07-17/2018-10",
        told_by=(sister, journal),
    )
    return (held,)


def _third() -> Sequence[Claim]:
    quote = "ئۇ لاگېردا تۇتۇپ تۇرۇلغان"
    return (Claim("detention", _passage(THIRD, quote), ("p1",), told_by=(_SHE,)),)


def fill(casebook: OpenCasebook) -> None:
    """Reports 1 to 3 read, 4 unreadable; 1 and 2 are one person's by her name."""
    flags = (Flag("ambiguous-date", "The header's date 01/03/2020 can be 3 January or 1 March 2020."),)
    related = (Related("Two men sent back", "2020-01-08"),)
    first = _header(FIRST, "Tomsay Herald", "[2020-01-03,2020-03-01]", "en", flags, related)
    _enter(casebook, "herald.html", Reading(first, (Person("p1", (NAME, "Berdibek")),), tuple(_first())))
    second = _header(SECOND, "Birlik Journal", "2019-05-02", "en")
    _enter(casebook, "journal.txt", Reading(second, (Person("p1", (NAME,)),), tuple(_second())))
    third = _header(THIRD, "", "", "ug")
    people = (Person("p1", ("ئايگۈل تۇرسۇن",)),)
    _enter(casebook, "third.txt", Reading(third, people, tuple(_third())))
    broken = receive(casebook, MARIT, BytesIO(b"%PDF-1.7 cut"), untrusted_name="--scan <2>.pdf")
    outcome = Outcome(
        broken.sha256, "application/pdf", failure_code="damaged", failure_note="The PDF is cut off."
    )
    read(casebook, MARIT, broken.report, outcome)


def _header(
    text: str,
    outlet: str,
    published: str,
    language: str,
    flags: tuple[Flag, ...] = (),
    related: tuple[Related, ...] = (),
) -> ReportHeader:
    return ReportHeader(
        title=text.partition("\n")[0],
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        outlet=outlet or None,
        published=published or None,
        language=language,
        flags=flags,
        related=related,
    )


def _enter(casebook: OpenCasebook, name: str, reading: Reading) -> None:
    kept = receive(casebook, MARIT, BytesIO(reading.report.text.encode()), untrusted_name=name)
    claims = tuple(identified(claim, kept.sha256) for claim in reading.claims)
    whole = Reading(reading.report, reading.people, claims)
    read(casebook, MARIT, kept.report, Outcome(kept.sha256, "text/plain", "utf-8", whole))
