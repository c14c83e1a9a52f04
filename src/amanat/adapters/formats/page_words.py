"""The words by which a page's own lines are told apart: dates, bylines, and headings of related items."""

from __future__ import annotations

import re

_RELATED_HEADINGS = (
    r"(see|read|watch) (also|next|more)",
    r"(also|more) (on|from|in|about) .{2,60}",
    r"related( \w+)?|recommended|(further|recommended) reading|most (read|popular|viewed)|latest( \w+)?",
    r"more (stories|news|like this)|you (may|might) (also )?like",
    r"см\.? также|читайте также|похожие( \w+)?|по теме|другие новости",
    r"тағы оқыңыз|қараңыз|ұқсас.{0,20}",
    r"مواضيع ذات صلة|اقرأ أيضا.?|مۇناسىۋەتلىك.{0,20}",
    r"相关(新闻|阅读|报道|链接)|相關(新聞|閱讀|報導|連結)|延伸阅读|延伸閱讀",
    r"à lire aussi|voir aussi",
)
_MONTHS = "|".join(
    (
        "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
        "янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек",
        "қаң|ақп|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел",
        "janv|févr|avr|mai|juin|juil|août|déc",
        "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    )
)
RELATED_HEADING = re.compile("|".join(_RELATED_HEADINGS), re.I)
DATE = re.compile(
    rf"\d{{1,4}}[./\-]\d{{1,2}}[./\-]\d{{1,4}}|\d{{1,2}}(st|nd|rd|th|\.)? ?({_MONTHS})"
    rf"|({_MONTHS})\w*\.? \d{{1,2}}\b|\d{{4}}\s?年\s?\d{{1,2}}\s?月",
    re.I,
)
IMPRINT = re.compile(
    r"(©|\(c\)|copyright\b|all rights reserved|subscribe to [A-ZÀ-Þ]|published by\b"
    r"|все права защищены|版权所有).*",
    re.I,
)
"""Lines at a page's foot by which the reader may tell whose page it is."""
_SEPARATOR = re.compile(r"\s+[|–—·•»-]\s+|\s*::\s*")
BYLINE = re.compile(r"(by|от|автор:?|par|von|作者[:：]?|记者|記者)\s?\S.{1,80}", re.I)


def outlet_in_title(title: str, headline: str) -> str | None:
    """What a page's title says beside its headline: "Two men taken | The Courier" gives "The Courier"."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2 or not _same(parts[0], headline):
        return None
    return parts[-1].strip() if 2 < len(parts[-1].strip()) < 60 else None


def _same(one: str, other: str) -> bool:
    first, second = ("".join(each for each in text.casefold() if each.isalnum()) for text in (one, other))
    return bool(first) and (second.startswith(first) or first.startswith(second))
