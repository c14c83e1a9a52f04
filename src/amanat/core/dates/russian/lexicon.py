"""The Russian words of time, and the pieces of patterns that are made of them. Every pattern is bounded."""

from __future__ import annotations

from amanat.core.dates.mention import Part, Unit

_STEMS = {
    "январ": 1, "феврал": 2, "март": 3, "апрел": 4, "ма": 5, "июн": 6,
    "июл": 7, "август": 8, "сентябр": 9, "октябр": 10, "ноябр": 11, "декабр": 12,
}  # fmt: skip
_SOFT, _HARD, _MAY = ("ь", "я", "ю", "ем", "ём", "е"), ("", "а", "у", "ом", "е"), ("й", "я", "ю", "ем", "е")

MONTHS: dict[str, int] = {
    stem + ending: number
    for stem, number in _STEMS.items()
    for ending in (_MAY if stem == "ма" else _HARD if stem in ("март", "август") else _SOFT)
}
"""Every case of every month."""
SHORT_MONTHS = {
    "янв": 1,
    "фев": 2,
    "мар": 3,
    "апр": 4,
    "авг": 8,
    "сен": 9,
    "сент": 9,
    "окт": 10,
    "ноя": 11,
    "дек": 12,
}

SEASONS = {
    "весной": 21, "весна": 21, "весны": 21, "весну": 21, "летом": 22, "осенью": 23, "осень": 23,
    "осени": 23, "зимой": 24, "зима": 24, "зимы": 24, "зиму": 24,
}  # fmt: skip
"""Without «лето» and «лета», which are also years of age."""

WEEKDAYS = {
    "понедельник": 1, "понедельника": 1, "вторник": 2, "вторника": 2, "среду": 3, "среды": 3, "четверг": 4,
    "четверга": 4, "пятницу": 5, "пятницы": 5, "субботу": 6, "субботы": 6, "воскресенье": 7, "воскресенья": 7,
}  # fmt: skip

NUMBERS = {
    "один": 1, "одного": 1, "одну": 1, "два": 2, "две": 2, "двух": 2, "три": 3, "трёх": 3, "трех": 3, "четыре": 4,
    "четырёх": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8,
    "восьми": 8, "девять": 9, "девяти": 9, "десять": 10, "десяти": 10, "одиннадцать": 11, "двенадцать": 12,
    "полтора": 1, "пятнадцать": 15, "двадцать": 20, "тридцать": 30,
}  # fmt: skip

UNITS = {
    "день": (Unit.DAY, 1), "дня": (Unit.DAY, 1), "дней": (Unit.DAY, 1), "сутки": (Unit.DAY, 1),
    "суток": (Unit.DAY, 1), "неделю": (Unit.WEEK, 1), "недели": (Unit.WEEK, 1), "недель": (Unit.WEEK, 1),
    "месяц": (Unit.MONTH, 1), "месяца": (Unit.MONTH, 1), "месяцев": (Unit.MONTH, 1), "год": (Unit.YEAR, 1),
    "года": (Unit.YEAR, 1), "лет": (Unit.YEAR, 1), "полгода": (Unit.MONTH, 6),
}  # fmt: skip
"""A unit's word -> the unit, and how many of it the word means."""

PARTS = {
    "начале": Part.BEGINNING, "начала": Part.BEGINNING, "началу": Part.BEGINNING,
    "середине": Part.MID, "середины": Part.MID, "середину": Part.MID,
    "конце": Part.END, "конца": Part.END, "концу": Part.END, "конец": Part.END,
    "первой половине": Part.FIRST_HALF, "второй половине": Part.SECOND_HALF,
    "первой половины": Part.FIRST_HALF, "второй половины": Part.SECOND_HALF,
}  # fmt: skip

EVENTS = {
    "арест": "arrest", "задержани": "arrest", "освобождени": "release", "приговор": "sentence", "суд": "trial",
    "похищени": "abduction", "исчезновени": "disappearance", "перевод": "transfer", "побег": "escape",
    "смерт": "death", "депортаци": "deportation", "допрос": "interrogation",
}  # fmt: skip
"""The beginning of a word for what a date may be counted from -> its English name in ``resolve``'s events."""


def any_of(words: dict[str, object] | dict[str, int]) -> str:
    """An alternation, longest word first; a space stands for any white space."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(word.replace(" ", GAP) for word in listed) + ")"


GAP = r"[^\S\n]{1,3}(?:\n[^\S\n]{0,3})?"
SLIGHT = r"[^\S\n]{0,2}"
MONTH = rf"(?:{any_of(MONTHS)}|{any_of(SHORT_MONTHS)}\.)(?!\w)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:-?(?:го|е|ого))?(?![\w%.,]\d|\w)"
YEAR_WORD = rf"{SLIGHT}(?:год(?:а|у|ом|е)?(?!\w)|г\.(?!{SLIGHT}р\.)|г(?=[\s),;]))"
YEAR = (
    rf"(?:(?:1[89]|20)\d\d)(?:-(?:го|м|му|й))?(?![\d%]|[.,]\d)(?!{SLIGHT}(?:г\.{SLIGHT}р\.|года?{GAP}рожд))"
)
FULL_YEAR = rf"{YEAR}(?:{YEAR_WORD})?"
WEEKDAY = rf"{any_of(WEEKDAYS)}(?!\w)"
NUMBER = rf"(?:\d{{1,3}}|{any_of(NUMBERS)})"
UNIT = rf"{any_of(dict.fromkeys(UNITS, 0))}(?!\w)"
SOME_YEAR = (
    rf"(?:(?:прошлого|минувшего|этого|текущего|нынешнего|сего|следующего|будущего|того(?:{GAP}же)?|позапрошлого)"
    rf"{GAP}года)(?!\w)"
)
"""«прошлого года» after a month: the year, told from another."""


def number_of(words: str) -> int:
    """Of «три» or «12»."""
    return NUMBERS.get(words.lower()) or int(words)


def month_number(words: str) -> int:
    folded = words.lower().rstrip(".")
    return MONTHS.get(folded) or SHORT_MONTHS[folded]
