"""How likely a decoded text is, letter by letter: what tells a right decoding from a wrong one.

Natural logarithms of rough letter frequencies per script. They need not be exact: wrong decodings are worse
by orders of magnitude, and where they are not, the margin is small and the caller says that it is not sure.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache

_ASCII = -3.0
_CONTROL = -16.0
_UNUSUAL = -12.0

_HAN_BY_RANK = (
    "的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用"
    "道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军軍"
    "者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政美相"
    "见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處"
    "走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直"
    "德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路"
    "记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運"
)
_CYRILLIC = {
    **dict.fromkeys("оеаин", -2.4),
    **dict.fromkeys("тсрвлк", -3.1),
    **dict.fromkeys("мдпуяыь", -3.8),
    **dict.fromkeys("гзбчйхжшю", -4.4),
    **dict.fromkeys("цщэфъё", -5.6),
    **dict.fromkeys("іїєґ", -5.5),
    **dict.fromkeys("әғқңөұүһ", -4.6),
}
_ARABIC = {
    **dict.fromkeys("اليمنو", -2.5),
    **dict.fromkeys("رتبةعدسفهك", -3.4),
    **dict.fromkeys("قحجشطصخضذثزظغءأإىؤئآ", -4.6),
    **dict.fromkeys("پچژگکیۇۆۈېەۋڭھ", -4.8),
    **dict.fromkeys("،؛؟", -5.0),
}
_COMMON_LATIN = "éèàüöäßçñáíóúãõêâîôûëïøåæışğİ"
_QUOTES_AND_DASHES = "“”‘’«»–—…„•№°§"
_WIDE_PUNCTUATION = "，。、：；“”‘’（）《》！？「」"

_PENALTIES: tuple[tuple[re.Pattern[str], float], ...] = (
    # a capital in the middle of a word: KOI8-R read as Windows-1251 and the other way round
    (re.compile(r"(?<=[а-яё])[А-ЯЁ]|(?<=[à-ÿ])[À-Þ]"), -5.0),
    # two scripts in one word
    (re.compile(r"(?<=[A-Za-z])[Ѐ-ӿ؀-ۿ]|(?<=[Ѐ-ӿ؀-ۿ])[A-Za-z]"), -4.0),
    (re.compile(r"(?<=[가-힣])[一-鿿]|(?<=[一-鿿])[가-힣]"), -4.0),
    # whole words of accented letters: an Arabic or Cyrillic code page read as a Latin one
    (re.compile(r"(?<=[À-ÿ])[À-ÿ]"), -3.0),
    # a Korean syllable before a Latin letter (particles come after Latin words): an apostrophe and a letter
    (re.compile(r"[가-힣](?=[a-z])"), -5.0),
)


def likelihood(text: str) -> float:
    """The logarithm of how likely ``text`` is as human writing; compare only decodings of the same bytes."""
    letters = sum(_letter(each) * times for each, times in Counter(text).items())
    return letters + sum(penalty * len(pattern.findall(text)) for pattern, penalty in _PENALTIES)


@cache
def _letter(letter: str) -> float:
    point = ord(letter)
    if point < 0x80:
        return _ASCII if letter in "\t\n\r" or 0x20 <= point < 0x7F else _CONTROL
    if letter in _QUOTES_AND_DASHES:
        return -5.0
    if point < 0xA0 or letter in "�￾￿":
        return _CONTROL
    if point < 0x250:
        return -5.5 if letter in _COMMON_LATIN else (-7.5 if letter.isalpha() else -9.0)
    return _beyond_latin(letter, point)


def _beyond_latin(letter: str, point: int) -> float:
    if letter in _WIDE_PUNCTUATION:
        return -4.0
    if 0x400 <= point < 0x530:
        return _CYRILLIC.get(letter.lower(), -9.0) - (1.5 if letter.isupper() else 0.0)
    if 0x600 <= point < 0x700:
        return _ARABIC.get(letter, -8.0)
    if 0x3040 <= point < 0x3100:
        return -3.9
    if 0x4E00 <= point < 0xA000:
        return _han(letter)
    if 0xAC00 <= point < 0xD7A4:
        return -7.0
    return _UNUSUAL


@cache
def _ranks() -> dict[str, int]:
    return {letter: rank for rank, letter in enumerate(_HAN_BY_RANK)}


def _han(letter: str) -> float:
    """The few hundred most frequent characters, then those of GB 2312's and Big5's first levels, then the
    rest.
    """
    rank = _ranks().get(letter)
    if rank is not None:
        return -4.2 - 0.55 * math.log(1 + rank / 12)
    for encoding, last_of_level_one in (("gb2312", 0xD7), ("big5", 0xC6)):
        try:
            if letter.encode(encoding)[0] <= last_of_level_one:
                return -8.6
        except UnicodeEncodeError:
            continue
    return -13.0
