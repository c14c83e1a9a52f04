"""A photograph or a scan kept as a picture (PNG, JPEG, TIFF and the like) as the text on it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from PIL import Image, ImageOps, ImageSequence

from amanat.adapters.formats.encoding import newlines, without_controls
from amanat.adapters.formats.pdf_paragraphs import flowing, page_marks, paragraphs
from amanat.adapters.formats.scans.lines import HAN_GAP
from amanat.adapters.formats.scans.page import Wish
from amanat.adapters.formats.scans.pages import read_pages
from amanat.adapters.formats.scans.tesseract import Grey
from amanat.adapters.sandbox.terms import RefusalError

_FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP")
_MOST_POINTS = 220_000_000
"""More than any telephone's camera takes; the size is known before anything is unpacked."""
_LONGEST_SIDE, _SHORTEST_WISHED, _MOST_ENLARGED = 4500, 2000, 3.0


def picture(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """The text on a picture, page by page. ``options``: ``max_pages``, and what ``Wish.of`` takes.

    Raises RefusalError.
    """
    Image.MAX_IMAGE_PIXELS = None  # our own limit is looked at before anything is unpacked
    wish = Wish.of(options)
    try:
        with Image.open(io.BytesIO(untrusted), formats=_FORMATS) as opened:
            scan = read_pages(_pages(opened, options["max_pages"]), wish)
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        raise RefusalError("picture-damaged") from None
    if not scan.has_text:
        scan.refuse(wish)
    found, running = paragraphs([scan.lines(number) for number in sorted(scan.read)])
    text, starts = flowing([[HAN_GAP.sub("", each) for each in page] for page in found])
    text, replaced = without_controls(newlines(text))
    return {
        "text": text,
        "replaced": replaced,
        **({"positions": page_marks(starts)} if len(starts) > 1 else {}),
        "running": running,
        "hints": {},
        "scan": scan.facts(len(scan.read)),
    }


def warm_up() -> None:
    """Pillow's readers of each kind are imported before any child is forked that needs them."""
    Image.init()


def _pages(opened: Image.Image, most: int) -> Iterator[tuple[int, Grey]]:
    for number, frame in enumerate(ImageSequence.Iterator(opened), 1):
        if number > 1 and opened.format != "TIFF":
            return  # a film of pictures shows one page
        if number > most:
            raise RefusalError("document-unsafe", reason=f"a picture of more than {most} pages")
        if frame.width * frame.height > _MOST_POINTS:
            raise RefusalError(
                "picture-too-large",
                megapixels=frame.width * frame.height // 1_000_000,
                limit=_MOST_POINTS // 1_000_000,
            )
        yield number, _grey(frame)


def _grey(frame: Image.Image) -> Grey:
    """Upright as the camera says, on white where it is see-through, of a size that tesseract reads well."""
    frame.draft("L", (_LONGEST_SIDE, _LONGEST_SIDE))
    if frame.mode in ("P", "PA", "LA", "RGBA"):
        layer = frame.convert("RGBA")
        frame = Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)
    grey = ImageOps.exif_transpose(_eight_bits(frame))
    longest = max(grey.size)
    scale = min(_LONGEST_SIDE / longest, max(1.0, min(_MOST_ENLARGED, _SHORTEST_WISHED / longest)))
    if scale != 1.0:
        size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    return np.asarray(grey, dtype=np.uint8)


def _eight_bits(frame: Image.Image) -> Image.Image:
    if not frame.mode.startswith(("I", "F")):
        return frame.convert("L")
    lowest, highest = frame.getextrema()
    spread = max(1.0, float(highest) - float(lowest))  # type: ignore[arg-type]  # of one band, so numbers
    points = (np.asarray(frame, dtype=np.float32) - float(lowest)) * (255 / spread)  # type: ignore[arg-type]
    return Image.fromarray(points.astype(np.uint8))
