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
    "乾亞佈來侷個倖倫偉傑儀儂儲兒內凱別則剋劄劉勞區厤厲叢吳呂喬單嚮嚴囌國圖堯塗奧婁婭孫宮寧寶對岡崑嶽帥師"
    "幹幾庫張強彆彿後徹恆愛慄慼憲應懞懷戰捨揚敎於時晉曆曉曏書東査楊榦榮樂樑樓樸檯權欒欽歐歷況淩湯溫滿漢澤"
    "濛濟瀋烏熱爾獨瑪瓊畢盤盧眞矇硃稱穀窩竇筆箇箚範簡紀約納紐紮絲維綵綺綽緬練繆羅義聖聞聶脩脫臺茲荊莊華萊"
    "萬葉蓀蓆蓋蓮蔔蔣薑薩藍藺蘆蘇蘭號衕衚衛裏裡覺計託記許詩誇誌語談諶諸諾謝譚讓讚豐貝貢買費賀賈賓賢賴賽贊"
    "趙車軍軒輝轅農連週遊達遜遲邁邊鄒鄔鄧鄭鄺醜醫鈡銀鋒錢錫鍾鐘鐵長門閆閉開閔閤閭閻闕關闞陰陳陸陽離雲鞏韋"
    "韓項頓頭額顏顔顧顯颱餘饒馬馮駱騰鬆鬍鬱魯鮑鮮鳳麗麥麯麴黃黨齊龍龐龔",
    "干亚布来局个幸伦伟杰仪侬储儿内凯别则克札刘劳区历厉丛吴吕乔单向严苏国图尧涂奥娄娅孙宫宁宝对冈昆岳帅师"
    "干几库张强别佛后彻恒爱栗戚宪应蒙怀战舍扬教于时晋历晓向书东查杨干荣乐梁楼朴台权栾钦欧历况凌汤温满汉泽"
    "蒙济沈乌热尔独玛琼毕盘卢真蒙朱称谷窝窦笔个札范简纪约纳纽扎丝维彩绮绰缅练缪罗义圣闻聂修脱台兹荆庄华莱"
    "万叶荪席盖莲卜蒋姜萨蓝蔺芦苏兰号同胡卫里里觉计托记许诗夸志语谈谌诸诺谢谭让赞丰贝贡买费贺贾宾贤赖赛赞"
    "赵车军轩辉辕农连周游达逊迟迈边邹邬邓郑邝丑医钟银锋钱锡钟钟铁长门闫闭开闵合闾阎阙关阚阴陈陆阳离云巩韦"
    "韩项顿头额颜颜顾显台余饶马冯骆腾松胡郁鲁鲍鲜凤丽麦曲曲黄党齐龙庞龚",
)
"""Traditional to simplified, for the characters that the tables of names hold."""


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """How a word is compared, wherever it stands. Remembered, so that one is told from another by identity."""

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
    if all(character in APOSTROPHES for character in text[start:end]):
        return None
    form = form_of(text[start:end], dotted)
    return (
        Word(text[start:end], start, end, form, dotted) if form.key.strip() and form.letters.strip() else None
    )


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
        composed = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
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


_remembered = lru_cache(maxsize=1 << 14)(_form)


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
    """A stretch of a word as a word of its own; signs that cannot be seen do not count, and go with the one before."""
    seen = [at for at, sign in enumerate(word.text) if not _INVISIBLE.match(sign)]
    begin, stop = (seen[at] if at < len(seen) else len(word.text) for at in (start, end))
    text = word.text[begin:stop]
    return Word(
        text, word.start + begin, word.start + stop, form_of(text), word.dotted and stop == len(word.text)
    )
