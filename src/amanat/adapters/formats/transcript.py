"""Subtitles and transcripts (SRT, VTT) as running text: cues joined to sentences and paragraphs.

Time codes are not in the text, where they would cut sentences in pieces: each cue's is kept as a mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from amanat.adapters.formats.cues import Cue, changes_speaker, cues_of, without_sign
from amanat.adapters.formats.encoding import decoded
from amanat.adapters.sandbox.terms import RefusalError

_SENTENCE_END = re.compile(r"[.!?…。！？؟]['\"”’»)\]]*$")
_NAMED = re.compile(r"[^\W\d_][^:：]{0,40}[:：]\s+\S")
_PAUSE = 3.0
"""Seconds of silence after the end of a sentence that make a paragraph."""
_LONG_PAUSE = 20.0
"""Seconds after which even an unfinished sentence does not go on."""
_LONGEST_PARAGRAPH = 900
"""Code points after which a paragraph ends with the next sentence: automatic captions know no pauses."""


def transcript(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """The words, and the time code of each cue. Raises RefusalError."""
    read = decoded(untrusted)
    if read is None:
        raise RefusalError("encoding-unknown")
    cues = list(_unrolled(cues_of(read.text)))
    text, marks = _flowing(cues)
    if not any(each.isalnum() for each in text):
        raise RefusalError("transcript-empty", cues=len(cues))
    return {
        "text": text,
        "encoding": read.encoding,
        "sure": read.sure,
        "replaced": read.replaced,
        "media_type": "text/vtt"
        if read.text.lstrip("\ufeff").startswith("WEBVTT")
        else "application/x-subrip",
        "positions": {"unit": "time", "marks": marks},
        "hints": {},
    }


def _unrolled(cues: Sequence[Cue]) -> list[Cue]:
    """Automatic captions roll: each cue shows the line before once more. What goes on being shown is not said
    again; what is shown anew after a pause is."""
    found: list[Cue] = []
    shown: tuple[str, ...] = ()
    until = -1.0
    for cue in cues:
        lines = cue.lines
        if cue.start <= until + 0.1:
            while lines and lines[0] in shown and (len(cue.lines) > 1 or cue.end - cue.start < 0.1):
                shown = shown[shown.index(lines[0]) + 1 :]
                lines = lines[1:]
        if cue.lines:
            shown, until = cue.lines, max(cue.end, cue.start)
        found.append(Cue(cue.start, cue.end, lines, cue.voice))
    return found


def _flowing(cues: Sequence[Cue]) -> tuple[str, list[tuple[int, str]]]:
    """One text, and the offset where each cue's words begin with its time code."""
    text, marks = "", []
    paragraph, voice, ended = 0, "", 0.0
    for cue in cues:
        for number, line in enumerate(cue.lines):
            turned = (
                changes_speaker(line) or _names_speaker(line, text) or (cue.voice != voice and not number)
            )
            silence = cue.start - ended if not number else 0.0
            if text and (turned or _ends(text[paragraph:], silence)):
                text += "\n\n"
                paragraph = len(text)
            elif text:
                text += " "
            if not number:
                marks.append((len(text), clock(cue.start)))
            named = f"{cue.voice}: " if cue.voice and not number and cue.voice != voice else ""
            text += named + (without_sign(line) if changes_speaker(line) else line)
            voice = cue.voice
        ended = cue.end if cue.lines else ended
    return text + "\n", marks


def _names_speaker(line: str, text: str) -> bool:
    """ "ANNA: We were taken." In the middle of a sentence, "he said: go" names nobody."""
    return bool(_NAMED.match(line)) and bool(_SENTENCE_END.search(text))


def _ends(paragraph: str, silence: float) -> bool:
    """Whether the paragraph so far is over, after so many seconds of silence."""
    if silence >= _LONG_PAUSE:
        return True
    return bool(_SENTENCE_END.search(paragraph)) and (
        silence >= _PAUSE or len(paragraph) > _LONGEST_PARAGRAPH
    )


def clock(seconds: float) -> str:
    """``00:01:23``; the fraction is left out: nobody looks up a passage more exactly than to the second."""
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
