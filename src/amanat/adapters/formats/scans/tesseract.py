"""Tesseract's library, called directly: it is handed grey points and opens nothing but its language packs.

Not the program ``tesseract``: that would have to be started, and read and write files, which the sandbox
forbids for good reason. The functions are those of tesseract 4.1 and 5 (``tesseract/capi.h``).
"""

from __future__ import annotations

import ctypes
import os
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
"""A page as rows of points, 0 black to 255 white."""

DPI = 300
_NAMES = (
    "libtesseract.so.5",
    "libtesseract.so.4",
    "libtesseract.5.dylib",
    "/opt/homebrew/lib/libtesseract.5.dylib",
)
_LEGACY, _NEURAL = 0, 1
_ORIENTATION_ONLY = 0
AUTOMATIC, ONE_BLOCK = 3, 6
"""How a page is taken apart: into columns and blocks as they are found, or as one block of lines."""

_Handle, _Text, _Int = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
_SIGNATURES: dict[str, tuple[object, list[object]]] = {
    "TessVersion": (_Text, []),
    "TessBaseAPICreate": (_Handle, []),
    "TessBaseAPIDelete": (None, [_Handle]),
    "TessBaseAPIInit2": (_Int, [_Handle, _Text, _Text, _Int]),
    "TessBaseAPISetPageSegMode": (None, [_Handle, _Int]),
    "TessBaseAPISetImage": (None, [_Handle, _Handle, _Int, _Int, _Int, _Int]),
    "TessBaseAPISetSourceResolution": (None, [_Handle, _Int]),
    "TessBaseAPIRecognize": (_Int, [_Handle, _Handle]),
    "TessBaseAPIGetTsvText": (_Handle, [_Handle, _Int]),
    "TessBaseAPIDetectOrientationScript": (_Int, [_Handle, _Handle, _Handle, _Handle, _Handle]),
    "TessDeleteText": (None, [_Handle]),
    "TessMonitorCreate": (_Handle, []),
    "TessMonitorDelete": (None, [_Handle]),
    "TessMonitorSetDeadlineMSecs": (None, [_Handle, _Int]),
}


class TesseractMissingError(Exception):
    """The library, or a pack it needs, is not to be had."""


@dataclass(frozen=True, slots=True)
class Orientation:
    """``turned``: degrees (0, 90, 180, 270) by which the page must be turned against the clock to stand upright."""

    turned: int
    script: str
    script_sure: float
    """On tesseract's own scale: 1 of a page of Han, 2 to 40 of others; it names a script for any pattern."""


@cache
def library() -> ctypes.CDLL:
    """Raises TesseractMissingError."""
    os.environ["OMP_THREAD_LIMIT"] = "1"  # before it is loaded: the sandbox allows no second thread
    for name in _NAMES:
        try:
            loaded = ctypes.CDLL(name)
        except OSError:
            continue
        for function, (result, arguments) in _SIGNATURES.items():
            found = getattr(loaded, function)
            found.restype, found.argtypes = result, arguments
        return loaded
    raise TesseractMissingError


def version() -> str:
    found: bytes = library().TessVersion()
    return found.decode("ascii", "replace")


def orientation(page: Grey, tessdata: str) -> Orientation | None:
    """How the page stands and in which script it is written; None where there are too few letters to tell."""
    tess = library()
    engine = _engine(tessdata, "osd", _LEGACY)
    try:
        tess.TessBaseAPISetPageSegMode(engine, _ORIENTATION_ONLY)
        points = _set(engine, page)
        turned, script = _Int(), _Text()
        sure, script_sure = ctypes.c_float(), ctypes.c_float()
        known = tess.TessBaseAPIDetectOrientationScript(
            engine, *(ctypes.byref(each) for each in (turned, sure, script, script_sure))
        )
        del points
        if not known or script.value is None:
            return None
        return Orientation(turned.value, script.value.decode("ascii", "replace"), script_sure.value)
    finally:
        tess.TessBaseAPIDelete(engine)


def table(page: Grey, tessdata: str, packs: str, seconds: float, layout: int = AUTOMATIC) -> str | None:
    """Every word with its place and sureness, as tesseract's table (TSV); None where time ran out."""
    tess = library()
    engine = _engine(tessdata, packs, _NEURAL)
    monitor = tess.TessMonitorCreate()
    try:
        tess.TessBaseAPISetPageSegMode(engine, layout)
        points = _set(engine, page)
        tess.TessMonitorSetDeadlineMSecs(monitor, max(1, int(seconds * 1000)))
        failed = tess.TessBaseAPIRecognize(engine, monitor)
        found = None if failed else tess.TessBaseAPIGetTsvText(engine, 0)
        del points
        if not found:
            return None
        text = ctypes.string_at(found).decode("utf-8", "replace")
        tess.TessDeleteText(found)
        return text
    finally:
        tess.TessMonitorDelete(monitor)
        tess.TessBaseAPIDelete(engine)


def _engine(tessdata: str, packs: str, mode: int) -> int:
    engine: int = library().TessBaseAPICreate()
    if library().TessBaseAPIInit2(engine, os.fsencode(tessdata), packs.encode("ascii"), mode):
        library().TessBaseAPIDelete(engine)
        raise TesseractMissingError(packs)
    return engine


def _set(engine: int, page: Grey) -> Grey:
    """Hands the page over; what is returned must live until it is read."""
    points = np.ascontiguousarray(page, dtype=np.uint8)
    height, width = points.shape
    library().TessBaseAPISetImage(engine, points.ctypes.data, width, height, 1, width)
    library().TessBaseAPISetSourceResolution(engine, DPI)
    return points
