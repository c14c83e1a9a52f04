"""The style sheet: contrast in light and dark, nothing from elsewhere, no left and no right."""

from __future__ import annotations

import re

import pytest

from amanat.web.desk.assets import FOLDER

CSS = re.sub(r"/\*.*?\*/", "", (FOLDER / "desk.css").read_text("utf-8"), flags=re.S)

PAIRS = [
    ("ink", "paper"),
    ("ink", "wash"),
    ("ink", "mark"),
    ("ink", "mark-on"),
    ("ink", "ok-wash"),
    ("ink", "warn-wash"),
    ("soft", "paper"),
    ("soft", "wash"),
    ("soft", "warn-wash"),
    ("accent", "paper"),
    ("accent", "wash"),
    ("accent", "mark"),
    ("accent", "mark-on"),
    ("accent", "ok-wash"),
    ("accent", "warn-wash"),
    ("on-accent", "accent"),
    ("warn", "paper"),
    ("warn", "wash"),
    ("warn", "warn-wash"),
    ("ok", "ok-wash"),
    ("bar-ink", "bar"),
    ("bar-soft", "bar-field"),
]


def _palette(scheme: str) -> dict[str, str]:
    """The colours of the light scheme, or those with the dark scheme's in their place."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.S)
    chosen = blocks[:1] if scheme == "light" else blocks[:2]
    return dict(pair for block in chosen for pair in re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_as_wcag_aa_asks(scheme: str, text: str, ground: str) -> None:
    palette = _palette(scheme)
    one, other = sorted((_luminance(palette[text]), _luminance(palette[ground])))
    assert (other + 0.05) / (one + 0.05) >= 4.5


def test_nothing_is_fetched_from_anywhere() -> None:
    assert "url(" not in CSS and "@import" not in CSS and "@font-face" not in CSS


def test_it_mirrors_because_it_knows_no_left_and_right() -> None:
    physical = r"(?<![\w-])(?:margin|padding|border|inset)-(?:left|right)|(?<![\w-])(?:left|right|float)\s*:"
    assert re.findall(physical, CSS) == []
    assert re.findall(r"text-align:\s*(?:left|right)", CSS) == []
