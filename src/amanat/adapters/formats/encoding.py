"""In which encoding a text file is written: a byte order mark, strict UTF-8, or the likeliest decoding.

Nothing is mangled in silence: ``Decoded`` says what was taken, whether that is sure, and how many bytes or
control characters had no meaning and were replaced by U+FFFD, one for one.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from charset_normalizer import from_bytes

from amanat.adapters.formats.letter_likelihood import likelihood

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark its own begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_LEGACY = (
    "cp1252",
    "cp1251",
    "koi8-r",
    "koi8-u",
    "kz1048",
    "cp866",
    "cp1256",
    "cp1254",
    "gb18030",
    "big5hkscs",
    "shift_jis",
    "euc_jp",
    "cp949",
)
_CHINESE = ("gb18030", "big5hkscs")
_KANA = re.compile("[\u3040-\u30ff]")
_NO_CHARSETS = frozenset(("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7"))
_SAME = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252", "big5": "big5hkscs"}
_NAMES = {
    "utf-8-sig": "UTF-8",
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32-le": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
    "cp1252": "Windows-1252",
    "cp1251": "Windows-1251",
    "cp1254": "Windows-1254",
    "cp1256": "Windows-1256",
    "cp866": "IBM866",
    "cp949": "EUC-KR",
    "kz1048": "KZ-1048",
    "big5hkscs": "Big5",
}
_SAMPLE = 12_000
_SURE_MARGIN = 9.0
"""How much likelier (natural logarithm) the best decoding must be than the next that reads differently."""
_PLAUSIBLE = -6.0
"""Per byte: below this even the best decoding does not look like any writing known here."""
_MOST_DAMAGE = 0.02
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """``encoding`` is the name to show; ``replaced`` counts bytes and control characters turned to U+FFFD."""

    text: str
    encoding: str
    sure: bool = True
    replaced: int = 0


def decoded(untrusted: bytes, declared: str | None = None) -> Decoded | None:
    """The text of a file, its line ends as ``\\n``; None where no encoding makes it readable.

    ``declared`` is what the file says of itself (HTML's charset): believed where it decodes to something that
    reads no worse than the likeliest other decoding.
    """
    for mark, encoding in _MARKS:
        if untrusted.startswith(mark):
            return _cleaned(*_lenient(untrusted, encoding), encoding, sure=True)
    suspect = _has_controls(untrusted)
    if not suspect:
        try:
            return _cleaned(untrusted.decode("utf-8"), 0, "utf-8", sure=True)
        except UnicodeDecodeError:
            if _nearly_utf8(untrusted):
                return _cleaned(*_lenient(untrusted, "utf-8"), "utf-8", sure=True)
    return _likeliest(untrusted, declared, wide=suspect or len(untrusted) % 2 == 0)


def newlines(text: str) -> str:
    """Every way to end a line as ``\\n``; nothing else is changed."""
    return _NEWLINES.sub("\n", text)


def without_controls(text: str) -> tuple[str, int]:
    """Control characters (NUL among them) as U+FFFD, one for one, and how many there were."""
    return _CONTROLS.subn("\ufffd", text)


def _cleaned(text: str, damaged: int, encoding: str, *, sure: bool) -> Decoded:
    cleaned, controls = without_controls(newlines(text))
    name = _NAMES.get(encoding, encoding.replace("_", "-").upper())
    return Decoded(cleaned.removeprefix("\ufeff"), name, sure, damaged + controls)


def _has_controls(untrusted: bytes) -> bool:
    """More bytes of control than any plain text has: two-byte encodings without a mark, or no text at all."""
    sample = untrusted[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, bytes([*range(9), *range(14, 32)])))
    return controls > max(1, 0.005 * len(sample))


def _nearly_utf8(untrusted: bytes) -> bool:
    """UTF-8 with a little damage: a cut-off end, a few bytes gone wrong."""
    sample = untrusted[:200_000]
    text, damaged = _lenient(sample, "utf-8")
    whole = sum(1 for letter in text if letter > "\x7f") - damaged
    return damaged <= _MOST_DAMAGE * len(text) and whole > 5 * damaged


def _lenient(untrusted: bytes, encoding: str) -> tuple[str, int]:
    """Decoded with U+FFFD where bytes have no meaning, and how many there are beyond those in the text
    itself.
    """
    try:
        return untrusted.decode(encoding), 0
    except UnicodeDecodeError:
        text = untrusted.decode(encoding, "replace")
        return text, text.count("\ufffd")


def _likeliest(untrusted: bytes, declared: str | None, *, wide: bool) -> Decoded | None:
    sample = _sample(untrusted)
    scored = sorted(
        _scored(sample, declared, wide=wide, whole=len(sample) < _SAMPLE), key=lambda each: -each[0]
    )
    if not scored:
        return _second_opinion(untrusted)
    best, encoding, text = scored[0]
    if best / len(sample) < _PLAUSIBLE:
        return _second_opinion(untrusted)
    rival = next((score for score, _, other in scored[1:] if other != text), -1e9)
    whole, damaged = _lenient(untrusted, encoding)
    if damaged > _MOST_DAMAGE * len(whole):
        return None
    return _cleaned(whole, damaged, encoding, sure=best - rival > _SURE_MARGIN and not damaged)


def _scored(
    sample: bytes, declared: str | None, *, wide: bool, whole: bool
) -> Iterator[tuple[float, str, str]]:
    """Each decoding that the bytes allow, with its likelihood; a sample may end in the middle of a
    character.
    """
    names = [*(_known(declared)), *(("utf-8", *_WIDE) if wide else ()), *_LEGACY]
    for number, encoding in enumerate(dict.fromkeys(names)):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(sample, final=whole)
        except (UnicodeDecodeError, LookupError):
            continue
        bonus = _SURE_MARGIN if encoding in _known(declared) else 0.0
        if encoding in _CHINESE:  # they hold kana at the same places as EUC-JP, and hardly ever use them
            bonus -= 2.0 * len(_KANA.findall(text))
        yield likelihood(text) + bonus - 0.01 * number, encoding, text


def _known(declared: str | None) -> list[str]:
    """Python's name of a declared text encoding, if it is one."""
    if not declared:
        return []
    try:
        name = codecs.lookup(declared.strip()[:40]).name
        b"    ".decode(name)
    except (LookupError, ValueError):
        return []
    return [] if name in _NO_CHARSETS else [_SAME.get(name, name)]


def _sample(untrusted: bytes) -> bytes:
    """A stretch that starts shortly before the first byte beyond ASCII, on an even offset (UTF-32:
    fourfold).
    """
    first = re.search(rb"[\x80-\xff\x00]", untrusted)
    start = max(0, first.start() - 400) // 4 * 4 if first else 0
    line = untrusted.find(b"\n", start, start + 400) if start else -1
    return untrusted[start if line < 0 or b"\x00" in untrusted[:400] else line + 1 :][:_SAMPLE]


def _second_opinion(untrusted: bytes) -> Decoded | None:
    """Languages not known to the letter tables (Greek, Hebrew, Thai …): charset-normalizer's guess, never
    sure.
    """
    sample = untrusted[:200_000]
    if _has_controls(sample):
        return None
    best = from_bytes(sample, explain=False).best()
    if best is None or best.chaos > 0.1 or not best.coherence:
        return None
    whole, damaged = _lenient(untrusted, best.encoding)
    return _cleaned(whole, damaged, best.encoding, sure=False)
