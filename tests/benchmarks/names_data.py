"""A folder of names as small as it can be, all invented: the form of the public data, and none of it."""

from __future__ import annotations

import json
from pathlib import Path

_BEGINNINGS = {
    "bar": "бар巴",
    "kel": "кел凯",
    "mun": "мун蒙",
    "tos": "тос托",
    "vir": "вир维",
    "zan": "зан赞",
    "dol": "дол多",
}
_ENDINGS = {
    "bek": "бек别克",
    "khan": "хан汗",
    "uli": "ули乌利",
    "mira": "мира米拉",
    "tas": "тас塔斯",
    "gul": "гүл古丽",
}
_ARABIC = str.maketrans("abdeghiklmnorstuvz", "ابدهغهيكلمنورستوفز")


def tokens() -> list[tuple[str, str, str]]:
    """Latin, Cyrillic and Han form of forty-two tokens."""
    return [
        (start + end, first[:3] + _cyrillic(last), first[3:] + _han(last))
        for start, first in _BEGINNINGS.items()
        for end, last in _ENDINGS.items()
    ]


def _cyrillic(both: str) -> str:
    return "".join(letter for letter in both if letter < "一")


def _han(both: str) -> str:
    return "".join(letter for letter in both if letter >= "一")


def write(folder: Path) -> Path:
    """The five files, each token once, and one Han form that two Latin tokens share."""
    rows = tokens()
    tables = {
        "latin-han": [(latin, han) for latin, _, han in rows] + [("barrbek", rows[0][2])],
        "latin-russian": [(latin, cyrillic.replace("ү", "ю")) for latin, cyrillic, _ in rows],
        "latin-arabic": [(latin, latin.translate(_ARABIC)) for latin, _, _ in rows],
    }
    for name, pairs in tables.items():
        lines = ["latin\tother\tcount", *(f"{latin}\t{other}\t2" for latin, other in pairs)]
        (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    kazakh = [
        f"{kind},{latin.title()},{cyrillic.title()}" for kind in ("ant", "cog") for latin, cyrillic, _ in rows
    ]
    (folder / "kazakh-latin.csv").write_text(
        "\n".join(["type,latin,kazakh", *kazakh]) + "\n", encoding="utf-8"
    )
    places = [
        {
            "name": latin.title(),
            "type": "locality",
            "names": {
                "kaz": [["preferred", cyrillic.title()], ["variant", latin.title()]],
                "rus": [["preferred", cyrillic.title()]],
                "uig": [["preferred", latin.translate(_ARABIC)]],
                "zho": [["preferred", han]],
            },
        }
        for latin, cyrillic, han in rows[:9]
    ]
    lines = "".join(json.dumps(place, ensure_ascii=False) + "\n" for place in places)
    (folder / "kazakhstan-places.jsonl").write_text(lines, encoding="utf-8")
    return folder
