"""Pictures of what is read from other formats and languages: ``scripts/screenshots_formats.py [--every FOLDER]``.

Makes a scanned Russian letter, a Uyghur page, a capture (WACZ) of a page served on this machine and a transcript
with time codes, all of invented people, reads them into a casebook, and pictures the page of each into docs/images/,
or in every size into a folder, to be looked at.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from screenshots import MARIT, PASSPHRASE, ROOT, SIZES, desk, every_size, picture

from amanat.actions.add import add
from amanat.actions.capture import capture
from amanat.adapters.casebook import OpenCasebook, create, open_casebook
from amanat.store.connect import connect
from amanat.store.queries import reports

sys.path[:0] = [str(ROOT / "tests" / "adapters"), str(ROOT / "tests" / "web")]

from chromium import chromium  # noqa: E402 - the tests' own browser and pages, found by the line above
from scanned import page, scanned_pdf, worn  # noqa: E402

LETTER = """Прокурору города Томсай
от Гульнары Сатыбаевой, жительницы села Кенколь

ЗАЯВЛЕНИЕ

Моего мужа, Санжара Толегена, задержали 12 марта 2019 года
в нашем доме. Двое сотрудников районного отдела увели его
ночью и не предъявили никаких документов.

14 марта 2019 года следователь сказал мне, что мужа перевели
в следственный изолятор в Алматы. По словам соседа, там его
избивали. Адвоката к нему не допустили.

В октябре 2020 года суд приговорил его к четырём годам лишения
свободы. Я прошу освободить моего мужа.

3 ноября 2020 года                              Г. Сатыбаева"""
UYGHUR = """<!doctype html><html lang="ug" dir="rtl"><head><meta charset="utf-8">
<title>سانجار تۆلېگېننىڭ ئىشى</title></head>
<body><h1>سانجار تۆلېگېن غۇلجىدا تۇتقۇن قىلىندى</h1>
<p>2019-يىلى 12-مارت غۇلجا شەھىرىدە ئوقۇتقۇچى سانجار تۆلېگېن تۇتقۇن قىلىندى، دېدى ئۇنىڭ ئايالى گۈلنار.
ساقچىلار ئۇنى كېچىدە
ئۆيىدىن ئېلىپ كەتكەن.</p>
<p>ئۇ 2020-يىلى ئۆكتەبىردە تۆت يىللىق قاماق جازاسىغا ھۆكۈم قىلىندى. ئائىلىسى ئۇنىڭ قەيەردە ئىكەنلىكىنى بىلمەيدۇ.</p>
<p>ئۈرۈمچىدىكى دائىرىلەر بۇ ھەقتە جاۋاب بەرمىدى.</p></body></html>"""
CAPTURED = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Baker held without word to his family</title></head>
<body><header>Kenkol Courier · 21 March 2019</header><h1>Baker held without word to his family</h1>
<p>KENKOL — Police detained Sanjar Tolegen, a 41-year-old baker, at his home in Almaty on 12 March, his wife said.</p>
<p>Two officers took him away at night and showed no warrant. "They told me to stop calling," Gulnara Satybay said.</p>
<p>The district department denied that it was holding him.</p></body></html>"""
SPOKEN = """WEBVTT

00:00:02.000 --> 00:00:07.500
<v Interviewer>Please tell us your name and what happened that night.

00:00:08.000 --> 00:00:13.000
<v Gulnara Satybay>My name is Gulnara Satybay. I am a nurse from Almaty.

00:00:13.500 --> 00:00:21.000
<v Gulnara Satybay>On 12 March 2019 two officers came to our house and arrested my husband, Sanjar Tolegen.

00:00:21.500 --> 00:00:29.000
<v Gulnara Satybay>In April a guard told me that he was beaten in the cell and taken to a hospital.

00:00:30.000 --> 00:00:34.000
<v Interviewer>Have you seen him since?

00:00:34.500 --> 00:00:40.000
<v Gulnara Satybay>No. I was never allowed to visit him. I am afraid that they will send him to another country.
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--every", type=Path, help="picture every page in every size into this folder")
    every = options.parse_args().every
    if every:
        every.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder, received = Path(scratch) / "casebook", Path(scratch) / "received"
        create(folder, PASSPHRASE, MARIT.name)
        _files(received)
        with open_casebook(folder, PASSPHRASE) as casebook:
            connect(casebook)
            _captured(casebook, Path(scratch) / "site")
            for _ in add(casebook, MARIT, [received], how="picture"):  # and reads the capture
                pass
            pages = {line.received_name: line.id for line in reports.list_reports(MARIT).items}
            with desk(folder) as link, chromium(Path(scratch) / "profile") as browser:
                browser.get(link)
                for name, report in pages.items():
                    address = f"{link.partition('/open/')[0]}/reports/{report}/"
                    if every:
                        every_size(browser, address, every / _image(name).stem)
                    else:
                        browser.get(address)
                        picture(browser, _image(name), *SIZES["1300"], whole=False)


def _files(folder: Path) -> None:
    folder.mkdir()
    (folder / "letter-ru.pdf").write_bytes(scanned_pdf([worn(page(LETTER))]))
    (folder / "news-ug.html").write_text(UYGHUR, encoding="utf-8")
    (folder / "interview.vtt").write_text(SPOKEN, encoding="utf-8")


def _image(received_name: str) -> Path:
    ending = received_name.rpartition(".")[2]
    name = {"pdf": "scan-russian", "html": "page-uyghur", "vtt": "transcript"}.get(ending, "capture")
    return ROOT / "docs" / "images" / f"{name}.png"


def _captured(casebook: OpenCasebook, site: Path) -> None:
    site.mkdir()
    (site / "baker.html").write_text(CAPTURED, encoding="utf-8")
    with _served(site) as address:
        capture(casebook, MARIT, f"{address}/baker.html")


@contextmanager
def _served(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, directory=str(site), **named)  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


if __name__ == "__main__":
    main()
