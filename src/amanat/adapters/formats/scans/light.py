"""Evening out a page's light, and how much of its ink was read: shadows hide whole columns from tesseract."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PIL import Image, ImageFilter

from amanat.adapters.formats.scans.tesseract import Grey

_COARSE = 8
"""The paper is looked at in squares of 8 by 8 points, each as light as its lightest point."""
_WIDER_THAN_LETTERS = 9
_GRAIN = 3
_DARK = 140
_SPECK = 4
_AROUND = 6


def evened(page: Grey) -> Grey:
    """The page on paper that is white all over: each point against the lightest ones around it."""
    height, width = page.shape
    whole = _without_grain(page)
    coarse = whole.resize((max(1, width // _COARSE), max(1, height // _COARSE)), Image.Resampling.BOX)
    paper = coarse.filter(ImageFilter.MaxFilter(_WIDER_THAN_LETTERS)).filter(ImageFilter.GaussianBlur(4))
    light = np.asarray(paper.resize((width, height), Image.Resampling.BILINEAR), dtype=np.float32)
    points = np.asarray(whole, dtype=np.float32) * (250 / np.maximum(light, 32))
    return points.clip(0, 255).astype(np.uint8)


def _without_grain(page: Grey) -> Image.Image:
    """Grain is smoothed away where there is any; where there is none, smoothing would only wear thin strokes."""
    whole = Image.fromarray(page)
    smooth = whole.filter(ImageFilter.MedianFilter(3))
    grain = np.median(np.abs(page.astype(np.int16) - np.asarray(smooth, dtype=np.int16)))
    return smooth if grain > _GRAIN else whole


def covered(page: Grey, boxes: Iterable[tuple[int, int, int, int]]) -> float:
    """The share of the page's ink that lies in the boxes of words (left, top, width, height), 0 to 1."""
    small = np.asarray(Image.fromarray(page).reduce(_SPECK))
    ink = small < _DARK
    whole = int(ink.sum())
    if not whole:
        return 1.0
    for left, top, width, height in boxes:
        above, before = max(0, top - _AROUND) // _SPECK, max(0, left - _AROUND) // _SPECK
        ink[
            above : (top + height + _AROUND) // _SPECK + 1, before : (left + width + _AROUND) // _SPECK + 1
        ] = False
    return 1 - int(ink.sum()) / whole
