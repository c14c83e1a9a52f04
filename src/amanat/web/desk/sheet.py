"""A report as a page for reading: claims numbered in order of passage, one chosen, the text marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amanat.store.queries.report_views import MarkView, ReportPage
from amanat.store.queries.views import ClaimView, Decision
from amanat.web.desk.marking import Segment, Stretch, marked


@dataclass(frozen=True, slots=True)
class Numbered:
    number: int
    claim: ClaimView


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same claims. ``begins``: those numbered before it; ``main``: whose look it has.

    ``found``: what is marked here to be completed by hand, where no claim is.
    """

    text: str
    main: Numbered | None
    begins: tuple[Numbered, ...]
    on: bool
    found: MarkView | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``related``: a line of the page's "See also", which is another report's and never read."""

    pieces: tuple[Piece, ...]
    related: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """``chosen`` and its neighbours are ``None`` where there is none. ``done`` is the decision just made."""

    paragraphs: tuple[Paragraph, ...]
    claims: tuple[Numbered, ...]
    chosen: Numbered | None
    before: Numbered | None
    after: Numbered | None
    open: int
    done: Decision | None


def sheet(page: ReportPage, chosen: int | None, done: int | None = None) -> Sheet:
    """``chosen`` is a claim's id; without one, or with one not of this report, the first still open."""
    claims = tuple(Numbered(number, claim) for number, claim in enumerate(page.claims, start=1))
    place = _place(claims, chosen)
    return Sheet(
        paragraphs=_paragraphs(page, claims, claims[place] if claims else None),
        claims=claims,
        chosen=claims[place] if claims else None,
        before=claims[place - 1] if place > 0 else None,
        after=claims[place + 1] if place + 1 < len(claims) else None,
        open=sum(each.claim.status == "open" for each in claims),
        done=next((d for d in page.decisions if d.what == "review" and d.id == done), None),
    )


def next_open(page: ReportPage, claim: int) -> int:
    """The claim to go on with: the next that is open, round to the beginning; ``claim`` itself if none is."""
    ids = [each.id for each in page.claims]
    start = ids.index(claim) + 1 if claim in ids else 0
    round_trip = [*page.claims[start:], *page.claims[:start]]
    return next((each.id for each in round_trip if each.status == "open" and each.id != claim), claim)


def _place(claims: Sequence[Numbered], chosen: int | None) -> int:
    for place, each in enumerate(claims):
        if each.claim.id == chosen:
            return place
    return next((place for place, each in enumerate(claims) if each.claim.status == "open"), 0)


def _paragraphs(
    page: ReportPage, claims: Sequence[Numbered], chosen: Numbered | None
) -> tuple[Paragraph, ...]:
    by_key = {str(each.claim.id): each for each in claims}
    stretches = [
        Stretch(key, each.claim.passage.start, each.claim.passage.end) for key, each in by_key.items()
    ]
    marks = {f"mark {number}": each for number, each in enumerate(page.marks)}
    stretches += [Stretch(key, each.start, each.end) for key, each in marks.items()]
    titles = tuple(item.title for item in page.related if item.title)
    return tuple(
        Paragraph(
            tuple(_piece(segment, by_key, marks, chosen) for segment in segments),
            related=bool(titles) and "".join(segment.text for segment in segments).strip().startswith(titles),
        )
        for segments in marked(page.text, stretches)
    )


def _piece(
    segment: Segment, by_key: dict[str, Numbered], marks: dict[str, MarkView], chosen: Numbered | None
) -> Piece:
    over = [by_key[key] for key in segment.claims if key in by_key]
    # The chosen claim before the others, what is still open before what is decided, the rejected last.
    ranks = {"open": 1, "confirmed": 2, "corrected": 2, "rejected": 3}
    ranked = sorted(over, key=lambda each: 0 if each == chosen else ranks[each.claim.status])
    return Piece(
        text=segment.text,
        main=ranked[0] if ranked else None,
        begins=tuple(by_key[key] for key in segment.begins if key in by_key),
        on=chosen is not None and chosen in over,
        found=next((marks[key] for key in segment.claims if key in marks), None),
    )
