"""Makes the page of echoes side by side: python scripts/make_echoes_page.py > docs/echoes-explained.md"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from amanat.store.connect import configure

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
configure()

from amanat.cli.echo_sheet import show  # noqa: E402 (needs its settings)
from amanat.core.echo import Echo, Grade, Report, compare, words_of  # noqa: E402
from amanat.store.queries.echoes import EchoPage, EchoSide, EchoView  # noqa: E402
from echoes.demo import demo_reports  # noqa: E402 (found only now)

HEAD = """# Five echoes and a question, side by side

Made by `python scripts/make_echoes_page.py > docs/echoes-explained.md`; a test fails when the page and the program
differ.

Each is what `amanat echoes REPORT --with OTHER` prints of two reports of the [demo collection](../examples/README.md);
people and outlets are invented. The two are numbered 1 and 2 here. What the words mean: [echoes](echoes.md).
"""
INTERVIEW, FEATURE = "raushan-radio-interview.html", "raushan-longitude-feature.txt"
PAIRS = {
    "A copy": (
        INTERVIEW,
        "raushan-mirror.txt",
        "A blog that has the interview word for word, without its beginning and end.",
    ),
    "Cut": (
        FEATURE,
        "raushan-feature-cut.txt",
        "A digest of a feature, shortened, with her name spelt otherwise.",
    ),
    "Shortened by an agency": (
        INTERVIEW,
        "raushan-agencies-cut.html",
        "Retold in the third person. Its date can be read two ways, one of them before the interview: so the program "
        "does not say which came first.",
    ),
    "Reworded, with names exchanged": (
        INTERVIEW,
        "raushan-reworded-swapped.html",
        "Every sentence is reworded, the camp has another name, and hers is in a third spelling. Few sentences are "
        "known again; what tells is that it names the radio, and that names, dates and numbers agree.",
    ),
    "Translated": (
        INTERVIEW,
        "raushan-ru-news.txt",
        "A Russian news item. There are no passages to set side by side: names (by their sound), dates and numbers "
        "agree, and it names the radio.",
    ),
    "One witness, two interviews: only a question": (
        FEATURE,
        INTERVIEW,
        "Two reporters spoke with the same woman, ten months apart. She tells the same things in much the same order.",
    ),
}


def page() -> str:
    return "\n".join([HEAD, *(_part(number, *each) for number, each in enumerate(PAIRS.items(), 1))])


def _part(number: int, heading: str, pair: tuple[str, str, str]) -> str:
    first, second, about = pair
    left, right = demo_reports((first, second))
    return f"## {number}. {heading}\n\n`{first}` and `{second}`. {about}\n\n```text\n{_printed(left, right)}```\n"


def _printed(left: Report, right: Report) -> str:
    echo = compare(words_of(left), words_of(right))
    if echo is None:
        raise ValueError(f"{left.title} and {right.title} are no echo any more")
    out = io.StringIO()
    view = EchoView(_side(left), _side(right), echo, _counts(echo), None, ())
    show(Console(file=out, width=118, highlight=False), EchoPage(view, left.text, right.text))
    return "".join(_without_blanks(out.getvalue()))


def _without_blanks(printed: str) -> Iterator[str]:
    for line in printed.splitlines():
        yield f"{line.rstrip()}\n"


def _counts(echo: Echo) -> bool:
    return echo.verdict.is_echo and echo.grade is not Grade.POSSIBLE


def _side(report: Report) -> EchoSide:
    return EchoSide(report.id, report.title, report.outlet, report.published, report.language)


if __name__ == "__main__":
    sys.stdout.write(page())
