"""The languages that scans are read in, by the codes people use and by the names of tesseract's language packs."""

from __future__ import annotations

import re
from collections.abc import Iterable

PACKS = {
    "ar": "ara", "bo": "bod", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "kk": "kaz",
    "ky": "kir", "my": "mya", "pt": "por", "ru": "rus", "tg": "tgk", "tr": "tur", "ug": "uig", "uk": "ukr",
    "uz": "uzb", "zh": "chi_sim",
}  # fmt: skip
"""By BCP 47 code; any other pack is asked for by its own name."""
_PACK = re.compile(r"[a-z]{3}(?:_[a-z]+)*")


def packs_of(languages: Iterable[str]) -> tuple[str, ...]:
    """Packs of languages given as ``ru`` or, tesseract's own way, ``rus``; each once. Raises ValueError."""
    found = []
    for language in languages:
        pack = PACKS.get(language.lower(), language)
        if not _PACK.fullmatch(pack):
            raise ValueError(f"“{language}” is no code of a language")
        found.append(pack)
    return tuple(dict.fromkeys(found))
