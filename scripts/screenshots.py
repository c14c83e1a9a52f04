"""Pictures of the desk for the documentation: ``python scripts/screenshots.py [--every FOLDER]``.

Makes a casebook of the demo collection from nothing, decides a few things in it as a person would, opens
the desk on it in a process of its own, and pictures a case, a report and a search into docs/images/. ``--every``
pictures all pages in all sizes, dark, from right to left and on paper, into a folder, to be looked at.
"""

from __future__ import annotations

import argparse
import base64
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from PIL import Image
from selenium.webdriver import Chrome

from amanat.store.connect import configure, connect

ROOT = Path(__file__).resolve().parent.parent
DESK_TESTS = ROOT / "tests" / "web"
sys.path.insert(0, str(DESK_TESTS))

from chromium import chromium  # noqa: E402 - the tests' own browser, found by the line above

configure()

from amanat.actions.add import add  # noqa: E402 - models can be imported only after configure()
from amanat.actions.link import judge  # noqa: E402
from amanat.actions.review import confirm, reject  # noqa: E402
from amanat.adapters.casebook import OpenCasebook, create, open_casebook  # noqa: E402
from amanat.core.protecting import Actor, Role  # noqa: E402
from amanat.store.models.decisions import Verdict  # noqa: E402
from amanat.store.queries import echoes, linking, reports  # noqa: E402
from amanat.store.queries.report_views import ReportPage  # noqa: E402

PASSPHRASE = "only for pictures of invented people"  # noqa: S105 - of a casebook that lives for a minute
MARIT = Actor("Marit Oksana", Role.OWNER)
HER = ("raushan", "rawshan", "rewshan", "rauşan", "rewushang", "рәушан", "раушан")
"""How the demo's reports spell the given name of the woman that five of them are about."""
SOUGHT = "达吾然·哈力别克"
"""What the picture of the search asks for: one of the two cousins, as a Chinese paper would write him."""
SIZES = {"1300": (1300, 1000), "390": (390, 844)}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--every", type=Path, help="picture every page in every size into this folder")
    every = options.parse_args().every
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "casebook"
        create(folder, PASSPHRASE, MARIT.name)
        with open_casebook(folder, PASSPHRASE) as casebook:
            connect(casebook)
            case, report = _worked_on(casebook)
            with desk(folder) as link, chromium(Path(scratch) / "profile") as browser:
                browser.get(link)
                address = link.partition("/open/")[0]
                if every:
                    _every(browser, address, case, report, every)
                else:
                    _for_the_documentation(browser, address, case, report)


def _worked_on(casebook: OpenCasebook) -> tuple[int, ReportPage]:
    """The demo, read; her spellings judged one person; the first claims of her longest report decided."""
    for _ in add(casebook, MARIT, [ROOT / "examples" / "demo"], how="demo"):
        pass
    pages = [reports.report(MARIT, line.id) for line in reports.list_reports(MARIT).items]
    hers = [
        (page, person.id)
        for page in pages
        for person in page.people
        if any(name.casefold().startswith(HER) and "’" not in name for name in person.names[:1])
    ]
    for _, other in hers[1:]:
        judge(casebook, MARIT, hers[0][1], other, Verdict.SAME, "same village, same daughter, same camp")
    report = max((page for page, _ in hers), key=lambda page: (bool(page.flags), len(page.claims)))
    for number, claim in enumerate(report.claims[:4]):
        (reject if number == 2 else confirm)(casebook, MARIT, claim.id)
    membership = {person.id: person.case for person in reports.report(MARIT, hers[0][0].id).people}
    case = membership[hers[0][1]]
    if case is None:
        raise SystemExit("the demo collection has no case of hers any more: look at HER above")
    return case, reports.report(MARIT, report.id)


@contextmanager
def desk(folder: Path) -> Iterator[str]:
    command = [sys.executable, str(DESK_TESTS / "run_desk.py"), str(folder), PASSPHRASE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own file
        yield next(line.strip() for line in process.stdout or () if "/open/" in line)
        process.terminate()


def _for_the_documentation(browser: Chrome, address: str, case: int, report: ReportPage) -> None:
    images = ROOT / "docs" / "images"
    images.mkdir(parents=True, exist_ok=True)
    pages = {
        "case": f"/cases/{case}/",
        "report": f"/reports/{report.id}/",
        "find": f"/find/?q={quote(SOUGHT)}",
        "linking": "/linking/",
        "pair": _first_pair(),
        **{f"echo-{number}": page for number, page in enumerate(_repeated(), start=1)},
    }
    for name, page in pages.items():
        browser.get(address + page)
        picture(browser, images / f"{name}.png", *SIZES["1300"], whole=False)
    width, height = SIZES["1300"]
    browser.get(address + pages["case"])
    for _ in range(2):  # the first time for the height, in which the heading can then be brought to the top
        picture(browser, images / "weighing.png", width, height * 3 // 2, whole=False)
        browser.execute_script("document.getElementById('time-line').scrollIntoView({behavior: 'instant'})")


def _repeated() -> list[str]:
    """The pages of the five pairs of reports that share most passages."""
    most = sorted(echoes.echoes(MARIT), key=lambda each: -len(each.echo.passages))[:5]
    return [f"/reports/{each.left.report}/echoes/{each.right.report}/" for each in most]


def _first_pair() -> str:
    """The page of the pair that would settle most."""
    pair = linking.open_pairs(MARIT).items[0]
    return f"/linking/{pair.left.person}/{pair.right.person}/"


def _every(browser: Chrome, address: str, case: int, report: ReportPage, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pages = {
        "cases": "/cases/",
        "cases-found": "/cases/?q=sad",
        "case": f"/cases/{case}/",
        "report": f"/reports/{report.id}/",
        "correct": f"/reports/{report.id}/?claim={report.claims[-1].id}&correct=1",
        "reports": "/reports/",
        "find": "/find/?q=camp",
        "found": f"/find/?q={quote(SOUGHT)}",
        "log": "/log/",
        "places": "/places/",
        "linking": "/linking/",
        "pair": _first_pair(),
        "echo": _repeated()[0],
        "not-found": "/nowhere",
    }
    for name, page in pages.items():
        every_size(browser, address + page, folder / name)


def every_size(browser: Chrome, page: str, into: Path) -> None:
    """One page in each size, dark, from right to left and on paper; ``into`` is how the files' names begin."""
    browser.get(page)
    for size, (width, height) in SIZES.items():
        picture(browser, into.with_name(f"{into.name}-{size}.png"), width, height, whole=True)
    _media(browser, "prefers-color-scheme", "dark")
    picture(browser, into.with_name(f"{into.name}-dark.png"), *SIZES["1300"], whole=True)
    _media(browser, "prefers-color-scheme", "light")
    browser.execute_script("document.documentElement.dir = 'rtl'")
    picture(browser, into.with_name(f"{into.name}-rtl.png"), *SIZES["1300"], whole=True)
    browser.get(page)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    into.with_name(f"{into.name}.pdf").write_bytes(base64.b64decode(printed["data"]))


def _media(browser: Chrome, feature: str, value: str) -> None:
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": feature, "value": value}]})


def picture(browser: Chrome, file: Path, width: int, height: int, *, whole: bool) -> None:
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": whole})
    seen = Image.open(BytesIO(base64.b64decode(shot["data"]))).convert("RGB")
    few = seen.quantize(128, dither=Image.Dither.NONE)  # a third of the size, and looks the same
    few.save(file, optimize=True)
    print(f"{file.name}: {file.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
