"""Pages as a camera or a scanner would have them: invented text drawn as points, clean, worn and wrong way up."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
ENGLISH = (
    "Sanjar Tolegen was detained in Tomsay on 12 March 2019, his wife said. Two officers of the district department "
    "took him from the house at night and did not say why. He was released in October 2020 and has not spoken of it."
)
RUSSIAN = (
    "Санжара Толегена задержали в Томсае 12 марта 2019 года, рассказала его жена. Двое сотрудников районного отдела "
    "увели его ночью из дома и не сказали почему. Его освободили в октябре 2020 года, и он об этом не говорит."
)
KAZAKH = (
    "Санжар Төлегенді 2019 жылғы 12 наурызда Томсайда ұстады, деді оның әйелі. Аудандық бөлімнің екі қызметкері "
    "оны түнде үйінен алып кетті. Ол 2020 жылдың қазан айында босатылды."
)
ARABIC = (
    "اعتقل سنجار توليغن في تومساي في شهر مارس حسب ما قالت زوجته. أخذه ضابطان من المنزل ليلا ولم يقولا لماذا. "
    "أطلق سراحه في أكتوبر ولا يتحدث عن ذلك مع أحد من الناس."
)
UYGHUR = (
    "سانجار تۆلېگېن مارتتا تومسايدا تۇتقۇن قىلىندى، دېدى ئۇنىڭ ئايالى. ناھىيەلىك ئورگاننىڭ ئىككى خادىمى ئۇنى كېچىدە "
    "ئۆيىدىن ئېلىپ كەتتى ۋە سەۋەبىنى ئېيتمىدى. ئۇ ئۆكتەبىردە قويۇپ بېرىلدى."
)
RIGHT_TO_LEFT = (ARABIC, UYGHUR)


def page(text: str, *, letters: int = 58, size: int = 40) -> Image.Image:
    """The text in lines on white paper, in grey, as large as at 300 points to the inch."""
    lines = text.splitlines() if "\n" in text else textwrap.wrap(text, letters)
    font = ImageFont.truetype(FONT, size)
    width = 240 + max(round(font.getlength(each)) for each in lines)
    picture = Image.new("L", (width, 260 + round(1.6 * size) * len(lines)), 250)
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        height = 120 + round(1.6 * size) * number
        if text in RIGHT_TO_LEFT:
            pen.text((width - 120, height), line, font=font, fill=20, anchor="ra")
        else:
            pen.text((120, height), line, font=font, fill=20)
    return picture


def worn(picture: Image.Image) -> Image.Image:
    """Slanted, blurred, grainy, and in the shadow on its right side."""
    slanted = picture.rotate(1.0, fillcolor=245, resample=Image.Resampling.BICUBIC)
    points = np.asarray(slanted.filter(ImageFilter.GaussianBlur(1.2)), dtype=float)
    points += np.random.default_rng(1).normal(0, 20, points.shape)
    points *= np.linspace(1, 0.55, points.shape[1])[None, :]
    return Image.fromarray(points.clip(0, 255).astype("uint8"))


def as_file(picture: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


def scanned_pdf(pages: Sequence[Image.Image | str], stamp: str = "") -> bytes:
    """A PDF of pictures that fill their pages; a string is a page of real text. The stamp is text on pictures."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for each in pages:
        if isinstance(each, str):
            for number, line in enumerate(textwrap.wrap(each, 80)):
                canvas.drawString(60, 740 - 14 * number, line)
        else:
            sheet = Image.new("L", (1700, 2400), 250)
            sheet.paste(each.resize((1500, each.height * 1500 // each.width)), (100, 200))
            canvas.drawImage(ImageReader(sheet), 0, 0, *A4)
            if stamp:
                canvas.drawString(60, 800, stamp)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
