"""Claims for the tests of weighing: one way to write them short, and Hypothesis's ways to make many."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from amanat.core.weighing import SELF, Told

CAMP = (frozenset({"qaratal"}), frozenset({"tomsay"}), frozenset({"birlik"}))
COUNTY = (frozenset({"tomsay"}), frozenset({"birlik"}))
PRISON = (frozenset({"aqsu"}), frozenset({"birlik"}))

WITNESS, RELATIVE, VICTIM, SOURCE = "witness", "relative", "victim", "unnamed source"
OFFICIAL, GOVERNMENT, MEDIA, ORGANISATION = "official", "government", "media", "organisation"


def told(id: int, teller: str = SELF, role: str = VICTIM, report: int | None = None, **slots: object) -> Told:
    """A claim in a report of its own number unless said otherwise; a lower-case teller has no name."""
    place = slots.pop("place", None)
    defaults: dict[str, object] = {
        "kind": "detention",
        "named": teller == SELF or teller[:1].isupper(),
        "place": place,
        "place_label": "/".join("".join(sorted(level)) for level in place or ()),  # type: ignore[attr-defined]
    }
    return Told(
        id=id, report=id if report is None else report, teller=teller, role=role, **{**defaults, **slots}
    )  # type: ignore[arg-type]


DATES = [
    "",
    "2017",
    "2018-03",
    "2018-03-03",
    "2018-03-05",
    "2017/2019",
    "2018-03/2018-10",
    "../2016",
    "nonsense",
]
TELLERS = [
    (SELF, VICTIM),
    ("Gulnar", WITNESS),
    ("Omar", RELATIVE),
    ("a neighbour", WITNESS),
    ("her sister", RELATIVE),
    ("unnamed source", SOURCE),
    ("Zhang", OFFICIAL),
    ("the county", GOVERNMENT),
    ("Qarasu Herald", MEDIA),
    ("", ""),
]


@st.composite
def one_claim(draw: st.DrawFn, kind: str) -> Told:
    teller, role = draw(st.sampled_from(TELLERS))
    report = draw(st.integers(1, 5))
    return told(
        draw(st.integers(1, 999)),
        teller,
        role,
        report,
        kind=kind,
        when=draw(st.sampled_from(DATES)),
        place=draw(st.sampled_from([None, CAMP, COUNTY, PRISON])),
        by=draw(st.sampled_from([(), ("police",), ("guards", "Police")])),
        details=draw(st.sampled_from(["", "gloves", "Gloves", "socks"])),
        count=draw(st.sampled_from([None, (10, 10, "people"), (20, None, "people"), (1, 1, "cell")])),
        denied=draw(st.booleans()),
        modality=draw(st.sampled_from(["asserted", "possible", "feared"])),
        origin=draw(st.sampled_from(["", "", "a", "b"])) or f"report:{report}",
        through=draw(st.sampled_from([(), (), (SELF,), ("Gulnar",)])),
    )


@st.composite
def claims(draw: st.DrawFn, least: int = 0) -> list[Told]:
    """Of one act, or of a status that lasts, or of one that everybody has once."""
    kind = draw(st.sampled_from(["detention", "legal status", "birth date"]))
    return draw(st.lists(one_claim(kind), min_size=least, max_size=8, unique_by=lambda each: each.id))


def echo(claim: Told, id: int, report: int) -> Told:
    """The same, told again in a report that has it from the claim's own."""
    through = (claim.report, *claim.reports)
    return replace(claim, id=id, report=report, origin=claim.source, reports=through)
