"""Makes docs/links-explained.md from the program: python scripts/explain_links.py > docs/links-explained.md

Reads the nine invented reports that the five links are between into a casebook of a moment, and puts down what
`amanat link ONE OTHER` says of each pair. Only the headings and what is to be learnt are written by hand.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from textwrap import fill

from rich.console import Console

from amanat.store.connect import configure, connect

configure()

from amanat.actions.add import add  # noqa: E402 - models can be imported only after configure()
from amanat.actions.findings import Finding  # noqa: E402
from amanat.actions.link import judge, undo_judgement  # noqa: E402
from amanat.actions.verify import verify  # noqa: E402
from amanat.adapters.casebook import OpenCasebook, create, open_casebook  # noqa: E402
from amanat.cli.case_sheet import show_act, show_head  # noqa: E402
from amanat.cli.link_sheet import show  # noqa: E402
from amanat.core.protecting import Actor, Role  # noqa: E402
from amanat.store.queries import cases, reports  # noqa: E402
from amanat.store.queries.linking import open_pair  # noqa: E402
from amanat.store.queries.report_views import PersonView, ReportPage  # noqa: E402

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DEMO_OWNER = Actor("Demo", Role.OWNER)
WIDTH = 96


@dataclass(frozen=True, slots=True)
class Link:
    """Two persons, each by the file that speaks of them and the name as it stands there."""

    heading: str
    learn: str
    one: tuple[str, str]
    other: tuple[str, str]
    act: tuple[str, str] = ("", "")
    """The kind and the day of an act of theirs that is shown as their case tells it; empty for none."""


LINKS = (
    Link(
        "Two scripts, one person",
        "An English and a Russian report, one name in Latin and in Cyrillic letters, and an arrest on one day. A rule "
        "joined them. Check the letters one by one; then ask whether the second paper had the day from the first.",
        ("links/driver-held.txt", "Sayat Dosymkhan"),
        ("links/driver-held-ru.txt", "Саят Досымхан"),
    ),
    Link(
        "A spelling far off, and what else is told: birth, sister, work",
        "A clerk wrote her name down in Chinese, and somebody turned that into Latin letters. Names that answer to "
        "each other only so are no proof; the day of birth, the sister and the work are what the link rests on.",
        ("links/nurse-appeal.txt", "Tursunay Hebibulla"),
        ("links/nurse-record.txt", "Tuerxunnayi Aibibula"),
    ),
    Link(
        "One name, and not one person",
        "The same name, letter by letter, and two men detained on one day. What contradicts keeps every rule from "
        "joining them: decades between their births, another father, two countries at one time. They stay two cases.",
        ("links/student-of-pavlodar.txt", "Temirlan Sagynbek"),
        ("links/teacher-of-osh.txt", "Temirlan Sagynbek"),
    ),
    Link(
        "Unsure: left to a person",
        "An age here and a day of birth there agree, and a name stands in one report only. It is likely, and for a "
        "rule not sure enough. Whoever decides can look up what else the judgment says of the man.",
        ("demo/two-men-deportation-postponed.txt", "Dauren Qalybek"),
        ("demo/verdict-summary-two-men.docx", "QALYBEK Dauren Serikuly"),
    ),
    Link(
        "One act, told in two reports",
        "Two reports that do not repeat each other tell of one sentence. In the case it is one act, with both answers "
        "to when it was, each with its claims; none is dropped, and nobody is named as having seen it.",
        ("demo/two-men-deportation-postponed.txt", "Dauren Qalybek"),
        ("demo/urgent-action-two-men.pdf", "Dauren Kalibek"),
        act=("sentence", "2021-01"),
    ),
)
HEAD = """# Five links explained

What Amanat says of five pairs of persons out of its [examples](../examples/README.md), whose people are all invented.
Made by `python scripts/explain_links.py > docs/links-explained.md` from what `amanat link ONE OTHER` prints; a test
fails when the page and the program differ. How links are made, and what the figures are worth, stands in
[linking.md](linking.md).

Each answer is meant to be read out: the probability, every reason in words with how much it counts, and the passages of
both reports on which it rests. Behind each person and each claim stands the number by which the program finds it again.
"""
WRONG = LINKS[2]
MISTAKE = """Somebody takes the two men of the third link for one: `amanat judge {one} {other} same --why "one name"`,
judgement {made}. No rule would. The claims of both stand in one case now, and `amanat link {one} {other}` goes on
saying what speaks against it:

{joined}
`amanat judge --undo {made} --why "decades between them"` takes it back by a new judgement, {undone}; the old one stays
in the log. There are two cases again, and nothing of either is lost:

{parted}
`amanat verify` then says: Everything is as it was received and decided.
"""
_WHEN = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC")


def files() -> list[Path]:
    """The reports of all the links, each once."""
    return [
        EXAMPLES / name for name in sorted({side[0] for link in LINKS for side in (link.one, link.other)})
    ]


def page(casebook: OpenCasebook) -> str:
    """The document, from an empty casebook that is open and connected."""
    for _ in add(casebook, DEMO_OWNER, files(), how="demo", processes=1):
        pass
    told = {
        Path(found.receipts[0].untrusted_name).name: found
        for line in reports.list_reports(DEMO_OWNER).items
        for found in [reports.report(DEMO_OWNER, line.id)]
    }
    parts = [HEAD]
    for number, link in enumerate(LINKS, 1):
        one, other = (_person(told, *side) for side in (link.one, link.other))
        said = _WHEN.sub("(day and time)", _printed(one.id, other.id))
        act = _case(one, *link.act) if link.act[0] else ""
        parts.append(f"## {number}. {link.heading}\n\n{fill(link.learn, 120)}\n\n{_fenced(said)}{act}")
    wrongly = [_person(told, *side).id for side in (WRONG.one, WRONG.other)]
    parts.append(f"## A wrong join, made and undone\n\n{_undone(casebook, *wrongly)}")
    return "\n".join(parts)


def _undone(casebook: OpenCasebook, one: int, other: int) -> str:
    """Two men of one name judged to be one, and parted again."""
    made = judge(casebook, DEMO_OWNER, one, other, "same", "one name")
    joined = _cases(one, other)
    undone = undo_judgement(casebook, DEMO_OWNER, made.id, "decades between them")
    parted = _cases(one, other)
    wrong = [each for each in verify(casebook, DEMO_OWNER) if isinstance(each, Finding)]
    if wrong:
        raise SystemExit(f"after the undoing {wrong[0].item} is not as it was: {wrong[0].words}")
    return MISTAKE.format(
        one=one,
        other=other,
        made=made.id,
        undone=undone.id,
        joined=_fenced(joined),
        parted=_fenced(parted),
    )


def _cases(*people: int) -> str:
    """The head of each case that these persons are in."""
    lines = reports.list_reports(DEMO_OWNER).items
    each = {person.id: person.case for line in lines for person in reports.report(DEMO_OWNER, line.id).people}
    numbers = sorted({case for person in people if (case := each[person]) is not None})
    return "\n".join(map(_head_of, numbers))


def _head_of(number: int) -> str:
    return _written(lambda out: show_head(out, cases.case(DEMO_OWNER, number)))


def _fenced(text: str) -> str:
    return f"```text\n{text}```\n"


def _person(told: dict[str, ReportPage], file: str, name: str) -> PersonView:
    found = [each for each in told[Path(file).name].people if each.names and each.names[0] == name]
    if len(found) != 1:
        raise SystemExit(f"{file} speaks of {len(found)} persons called {name}: look at LINKS above")
    return found[0]


def _case(person: PersonView, kind: str, when: str) -> str:
    """The act as the person's case tells it."""
    if person.case is None:
        raise SystemExit(f"{person.names[0]} has no case: look at LINKS above")
    acts = [act for act in cases.case(DEMO_OWNER, person.case).acts if act.kind == kind and act.when == when]
    if len(acts) != 1:
        raise SystemExit(f"{person.names[0]} has {len(acts)} acts {kind} {when}: look at LINKS above")
    said = _written(lambda out: show_act(out, acts[0]))
    return f"\nAnd of that act `amanat case {person.case}` says:\n\n{_fenced(said)}"


def _printed(one: int, other: int) -> str:
    return _written(lambda out: show(out, open_pair(DEMO_OWNER, one, other)))


def _written(how: Callable[[Console], None]) -> str:
    """As the terminal shows it, but for the spaces at the ends of lines."""
    to = StringIO()
    how(Console(file=to, width=WIDTH, highlight=False, markup=False, emoji=False))
    return "\n".join(line.rstrip() for line in to.getvalue().splitlines()).lstrip("\n") + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "casebook"
        create(folder, "only for a moment", DEMO_OWNER.name)
        with open_casebook(folder, "only for a moment") as casebook:
            connect(casebook)
            sys.stdout.write(page(casebook))


if __name__ == "__main__":
    main()
