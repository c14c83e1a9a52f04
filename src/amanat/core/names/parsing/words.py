"""A name's words: where each stands, how it is compared, and which script it is in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from amanat.core.names.scripts import UNSPACED, unmixed

MAX_LENGTH = 1_000
"""Code points of a text that are looked at: what is longer is no name."""

MAX_WORDS = 24
"""Words of a name; the longest real ones, with titles and a line of forefathers, stay below."""

MIDDLE_DOTS = "·•・‧∙⋅･．᛫⸱ꞏ"

APOSTROPHES = "'’‘ʼʻʹ`´ʾʿ״׳＇ˈʽ"

DASHES = "-‐‑–"

_RUN = re.compile(rf"[^\s_{MIDDLE_DOTS},،、，;；|()（）\[\]【】{{}}<>«»“”„\"/\\]+")
runs_of = _RUN.findall
"""What stands between the separators of a text, signs and dots still on it."""

_DOTTED = re.compile(r"[^.]+\.?")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe0e\ufe0fـ]"
)
_POINTED = re.compile(
    "[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u0653\u0656-\u065f\u0670\u06d6-\u06ed]"
)
_DROPPED = dict.fromkeys(map(ord, APOSTROPHES))
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"})

SIMPLER = str.maketrans(
    "張陳劉黃吳趙楊鄭馬孫韓馮鄧許蘇蔣賈葉鄒陸鍾盧湯賀龔萬錢嚴賴譚閻韋龍莊嚮歐陽"
    "麗買爾遜別瑪達熱孜賽圖罕齊亞倫納維烏薩尤拜蘭漢剛庫魯貝賓甫勒單馳諸聞閭獨軒轅東門鮮於慶衛費時戴肖顧龐顏聶樊"
    "蕭謝羅餘許鄺區關穀車項單蓋權師對紀練糾華輝強傑偉國軍鋒雲鳳蓮義寶開個頭綺詩",
    "张陈刘黄吴赵杨郑马孙韩冯邓许苏蒋贾叶邹陆钟卢汤贺龚万钱严赖谭阎韦龙庄向欧阳"
    "丽买尔逊别玛达热孜赛图罕齐亚伦纳维乌萨尤拜兰汉刚库鲁贝宾甫勒单驰诸闻闾独轩辕东门鲜于庆卫费时戴肖顾庞颜聂樊"
    "萧谢罗余许邝区关谷车项单盖权师对纪练纠华辉强杰伟国军锋云凤莲义宝开个头绮诗",
)
"""Traditional to simplified, for the characters that the tables of names hold."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a word is compared, wherever it stands."""

    letters: str
    """Composed, without invisible signs and vowel points, in one script; case and apostrophes kept."""
    key: str
    """Folded for looking up: lower case, no apostrophes, Latin accents off, Han simplified, no dot at the end."""
    script: str
    mixed: bool
    """Look-alike letters of another script were set right."""
    capital: bool
    """Two letters or more, all of them capitals."""
    initial: bool


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int
    form: Form
    dotted: bool


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text[start:end]`` that hold a letter or digit, at most ``MAX_WORDS``."""
    words: list[Word] = []
    for run in _RUN.finditer(text, start, end):
        if len(words) >= MAX_WORDS:
            break
        if "." in run.group():
            pieces = _DOTTED.finditer(text, run.start(), run.end())
            words += [word for piece in pieces if (word := _word(text, piece.start(), piece.end()))]
        elif word := _word(text, run.start(), run.end()):
            words.append(word)
    return words[:MAX_WORDS]


def _word(text: str, start: int, end: int) -> Word | None:
    """The word without the signs around it; None where no letter or digit is left."""
    dotted = text[end - 1] == "."
    while start < end and not _belongs(text[start]):
        start += 1
    while end > start and not (_belongs(text[end - 1]) or unicodedata.category(text[end - 1])[0] == "M"):
        end -= 1
    if start == end:
        return None
    return Word(text[start:end], start, end, form_of(text[start:end], dotted), dotted)


def as_written(text: str, first: Word, last: Word) -> str:
    """The stretch from one word to another, with the dot of an initial or an abbreviation at its end."""
    return text[first.start : last.end + (last.dotted and text[last.end : last.end + 1] == ".")]


def _belongs(character: str) -> bool:
    return character.isalnum() or character in "ʻʼ"


def form_of(text: str, dotted: bool = False) -> Form:
    """The word's form; those of ordinary length are remembered, since the same words make up most names."""
    return _remembered(text, dotted) if len(text) <= 40 else _form(text, dotted)


def _form(text: str, dotted: bool) -> Form:
    if text.isascii():
        letters, script, mixed = text, "Latn" if any(map(str.isalpha, text)) else "Zyyy", False
    else:
        composed = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
        bare = _POINTED.sub("", composed) or composed
        letters, script = unmixed(bare)
        mixed = letters != bare
    return Form(
        letters,
        folded_key(letters, script),
        script,
        mixed,
        len(letters) > 1 and letters.isupper(),
        _is_initial(letters, script, dotted),
    )


_remembered = lru_cache(maxsize=1 << 16)(_form)


def _is_initial(letters: str, script: str, dotted: bool) -> bool:
    if script in UNSPACED or not letters[:1].isalpha():
        return False
    return len(letters) == 1 or (dotted and len(letters) == 2)


def folded_key(letters: str, script: str) -> str:
    """As ``Form.key``."""
    key = letters.casefold().translate(_DROPPED)
    if script == "Latn" and not key.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
        return bare.translate(_PLAIN)
    return key.translate(SIMPLER) if script == "Hani" else key


def cut(word: Word, start: int, end: int) -> Word:
    """A stretch of a word as a word of its own."""
    text = word.text[start:end]
    return Word(
        text, word.start + start, word.start + end, form_of(text), word.dotted and end == len(word.text)
    )
