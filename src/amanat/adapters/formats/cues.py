"""Subtitles as cues: SubRip (SRT) and WebVTT, whatever has been done to them by hand or by machine."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?$")
_VTT = re.compile(r"WEBVTT(?:[ \t].*)?$")
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_VOICE = re.compile(r"<v(?:\.[^ >\t]*)?[ \t]+([^>]{1,120})>")
_MARKUP = re.compile(
    r"</?(?:[biu]|c|v|lang|ruby|rt|font|\d[\d:.]*)(?:[.\s][^<>]{0,200})?>|\{\\[^{}]{0,100}\}", re.I
)
_NEW_SPEAKER = re.compile(r"\s*(?:&gt;&gt;|>>|[-–—](?=\s*\w))\s*")


@dataclass(frozen=True, slots=True)
class Cue:
    """``start`` and ``end`` in seconds; ``lines`` without markup; ``voice``: who speaks, where that is said."""

    start: float
    end: float
    lines: tuple[str, ...]
    voice: str = ""


def is_transcript(head: str) -> bool:
    """Whether a text that begins like this is one of cues."""
    lines = [line.strip() for line in head.lstrip("\ufeff").split("\n")[:40]]
    if _VTT.match(lines[0]):
        return True
    filled = [line for line in lines if line][:2]
    return any(_TIMING.match(line) for line in filled[:1]) or (
        len(filled) == 2 and filled[0].isdecimal() and bool(_TIMING.match(filled[1]))
    )


def cues_of(text: str) -> list[Cue]:
    """Every cue in the order of the file; those without words among them."""
    lines = text.lstrip("\ufeff").split("\n")
    timed = [number for number, line in enumerate(lines) if _TIMING.match(line)]
    ends = [*timed[1:], len(lines)][: len(timed)]
    return [
        _cue(lines[start], list(_shown(lines[start + 1 : end])))
        for start, end in zip(timed, ends, strict=True)
    ]


def _shown(lines: list[str]) -> Iterator[str]:
    """Up to the empty line that ends a cue; where words follow it, up to the next cue's number or name."""
    words = list(lines)
    while words and not words[-1].strip():
        words.pop()
    while words and not words[0].strip():
        words.pop(0)
    closed = not lines or not lines[-1].strip()
    for number, line in enumerate(words):
        if not line.strip():
            rest = [each for each in words[number + 1 :] if each.strip()]
            if len(rest) <= 1 or _BLOCK.match(rest[0]):
                return  # a number or a name of the next cue, or a note to whoever edits the file
            continue
        if number == len(words) - 1 and not closed and line.strip().isdecimal() and number:
            return  # the next cue's number, with no empty line before it
        yield line.strip()


def _cue(timing: str, lines: list[str]) -> Cue:
    found = _TIMING.match(timing)
    assert found is not None  # noqa: S101 (for the type checker: only lines that match come here)
    voices = [each for line in lines for each in _VOICE.findall(line)]
    return Cue(
        _seconds(found.group(1, 2, 3, 4)),
        _seconds(found.group(5, 6, 7, 8)),
        tuple(plain for line in lines if (plain := _plain(line))),
        html.unescape(voices[0]).strip() if len(set(voices)) == 1 else "",
    )


def _plain(line: str) -> str:
    """Without markup and entities; two voices in one cue keep their names before their words."""
    named = _VOICE.sub(lambda each: f"{each[1].strip()}: ", line) if len(_VOICE.findall(line)) > 1 else line
    return " ".join(html.unescape(_MARKUP.sub("", _VOICE.sub("", named))).split())


def _seconds(clock: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = clock
    fraction = int(rest) / 10 ** len(rest) if rest else 0.0
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + fraction


def changes_speaker(line: str) -> bool:
    """Whether a line begins with the dash or the arrows by which subtitles show that another one speaks."""
    return bool(_NEW_SPEAKER.match(line))


def without_sign(line: str) -> str:
    return _NEW_SPEAKER.sub("", line, count=1)
