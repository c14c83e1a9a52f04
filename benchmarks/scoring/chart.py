"""The figures of a score as bars: an SVG to look at or to put beside a text, with the numbers written out."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from scoring.gold import SLOTS
from scoring.score import Score

_WIDTH, _LABEL, _BAR, _ROW = 760, 250, 400, 22
_FEW = 3
"""Kinds that fewer gold claims have tell nothing by their share."""


def chart(score: Score) -> str:
    """An SVG document: the whole, then each slot of the claims found, then each kind by how much was found."""
    groups = [("the whole", _whole(score)), ("slots, of the claims found", _slots(score))]
    groups.append((f"found, by kind ({_FEW} claims or more)", _kinds(score)))
    parts, top = [], 30
    for heading, rows in groups:
        parts.append(_text(10, top, heading, "font-weight='bold'"))
        for label, share, note in rows:
            top += _ROW
            parts += _bar(top, label, share, note)
        top += 2 * _ROW
    size = f"width='{_WIDTH}' height='{top}' viewBox='0 0 {_WIDTH} {top}'"
    title = f"<title>How {escape(score.name)} was read: {score.required} labelled claims</title>"
    ground = f"<rect width='{_WIDTH}' height='{top}' fill='white'/>"
    body = "\n".join(parts)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' {size} font-family='sans-serif' font-size='13' role='img'>\n"
        f"{title}\n{ground}\n{body}\n</svg>\n"
    )


def _whole(score: Score) -> Iterator[tuple[str, float, str]]:
    yield "precision", score.precision, f"{score.read - score.false} of {score.read}"
    yield "recall", score.recall, f"{score.found} of {score.required}"
    yield (
        "all slots right, of gold",
        score.share(score.complete, score.required),
        f"{score.complete} of {score.required}",
    )


def _slots(score: Score) -> Iterator[tuple[str, float, str]]:
    for slot in SLOTS:
        right = score.slots_right[slot]
        yield slot, score.share(right, score.found), f"{right} of {score.found}"


def _kinds(score: Score) -> Iterator[tuple[str, float, str]]:
    wanted = score.kinds_found + score.kinds_missed
    for kind in sorted(wanted, key=lambda kind: (-wanted[kind], kind)):
        if wanted[kind] >= _FEW:
            found = score.kinds_found[kind]
            yield kind, found / wanted[kind], f"{found} of {wanted[kind]}"


def _bar(top: int, label: str, share: float, note: str) -> list[str]:
    return [
        _text(_LABEL - 10, top, label, "text-anchor='end'"),
        f"<rect x='{_LABEL}' y='{top - 12}' width='{_BAR}' height='15' fill='#e8e8e4'/>",
        f"<rect x='{_LABEL}' y='{top - 12}' width='{share * _BAR:.1f}' height='15' fill='#0b5c58'/>",
        _text(_LABEL + _BAR + 8, top, f"{share:.2f}  ({note})", ""),
    ]


def _text(x: int, y: int, words: str, more: str) -> str:
    return f"<text x='{x}' y='{y}' {more}>{escape(words)}</text>"
