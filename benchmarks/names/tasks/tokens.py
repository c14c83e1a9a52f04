"""One token against all tokens of another script: names as registers and lists have them, word by word.

Queries are test tokens only; candidates are all distinct tokens of the script in the data, training and test.
Right is every candidate that the data pairs with the query, in whatever row, and what differs from it in marks or
in traditional characters alone. Queries that are single letters or hold digits are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pypinyin import lazy_pinyin

from names.splits import Pair, folded, pairs, test_pairs, tokens
from names.tasks.task import Query, Task, make
from names.turkic import turkic_tokens

Links = dict[str, set[str]]


def token_tasks(folder: Path) -> Iterator[tuple[str, Callable[[], Task]]]:
    """Key and maker of each; nothing is read before a maker is called."""
    yield "latin-han-turkic", lambda: _latin_han(folder, turkic=True)
    yield "latin-han", lambda: _latin_han(folder, turkic=False)
    yield "kazakh-han-turkic", lambda: _kazakh_han(folder, turkic=True)
    yield "kazakh-han", lambda: _kazakh_han(folder, turkic=False)
    yield "russian-han-turkic", lambda: _russian_han(folder)
    yield "arabic-latin-turkic", lambda: _arabic_latin(folder, turkic=True)
    yield "arabic-latin", lambda: _arabic_latin(folder, turkic=False)
    yield "pinyin-latin-turkic", lambda: _pinyin_latin(folder, turkic=True)
    yield "pinyin-latin", lambda: _pinyin_latin(folder, turkic=False)
    yield "pinyin-cyrillic-turkic", lambda: _pinyin_cyrillic(folder)
    yield "latin-kazakh", lambda: _latin_kazakh(folder)


def _latin_han(folder: Path, *, turkic: bool) -> Task:
    every = pairs(folder, "latin-han")
    asked = _chosen(folder, test_pairs(folder, "latin-han"), turkic)
    goals = {"recall@1": 0.75, "recall@10": 0.94} if turkic else {}
    right = ((pair.latin, pair.other) for pair in every)
    queries = _queries((pair.latin for pair in asked), right, tokens(every))
    return make(
        _key("latin-han", turkic), f"Latin → Han{_which(turkic)}", queries, tokens(every), goals=goals
    )


def _kazakh_han(folder: Path, *, turkic: bool) -> Task:
    kazakh, han = pairs(folder, "latin-kazakh"), pairs(folder, "latin-han")
    asked = _chosen(folder, test_pairs(folder, "latin-kazakh"), turkic)
    queries = _queries((pair.other for pair in asked), _joined(kazakh, han), tokens(han))
    about = f"Kazakh Cyrillic → Han{_which(turkic)}"
    return make(_key("kazakh-han", turkic), about, queries, tokens(han), goals={"recall@10": 0.90})


def _russian_han(folder: Path) -> Task:
    han = pairs(folder, "latin-han")
    asked = _chosen(folder, test_pairs(folder, "latin-russian"), turkic=True)
    queries = _queries((pair.other for pair in asked), _joined(asked, han), tokens(han))
    about = "Russian → Han, Turkic and Muslim names"
    return make("russian-han-turkic", about, queries, tokens(han), goals={"recall@10": 0.88})


def _arabic_latin(folder: Path, *, turkic: bool) -> Task:
    every = pairs(folder, "latin-arabic")
    asked = _chosen(folder, test_pairs(folder, "latin-arabic"), turkic)
    goals = {"recall@1": 0.45, "recall@10": 0.82} if turkic else {}
    right = ((pair.other, pair.latin) for pair in every)
    queries = _queries((pair.other for pair in asked), right, _latin(every))
    about = f"Arabic script → Latin{_which(turkic)}"
    return make(_key("arabic-latin", turkic), about, queries, _latin(every), goals=goals)


def _pinyin_latin(folder: Path, *, turkic: bool) -> Task:
    every = pairs(folder, "latin-han")
    asked = _chosen(folder, test_pairs(folder, "latin-han"), turkic)
    goals = {"recall@10": 0.90} if turkic else {}
    right = ((toneless(pair.other), pair.latin) for pair in every)
    queries = _queries((toneless(pair.other) for pair in asked), right, _latin(every))
    about = f"Toneless pinyin → Latin{_which(turkic)}"
    return make(_key("pinyin-latin", turkic), about, queries, _latin(every), goals=goals)


def _pinyin_cyrillic(folder: Path) -> Task:
    russian = pairs(folder, "latin-russian")
    asked = _chosen(folder, test_pairs(folder, "latin-han"), turkic=True)
    right = ((toneless(han), other) for han, other in _joined(asked, russian))
    queries = _queries((toneless(pair.other) for pair in asked), right, tokens(russian))
    about = "Toneless pinyin → Russian, Turkic and Muslim names"
    return make("pinyin-cyrillic-turkic", about, queries, tokens(russian), goals={"recall@10": 0.90})


def _latin_kazakh(folder: Path) -> Task:
    every = pairs(folder, "latin-kazakh")
    asked = (pair.latin for pair in test_pairs(folder, "latin-kazakh"))
    queries = _queries(asked, ((pair.latin, pair.other) for pair in every), tokens(every))
    return make("latin-kazakh", "Latin → Kazakh Cyrillic", queries, tokens(every), twins=True)


def toneless(han: str) -> str:
    """The usual reading in pinyin, without tones, syllables joined, ü as u: what a passport or a list has."""
    return "".join(lazy_pinyin(han)).replace("ü", "u").replace("v", "u")


def _chosen(folder: Path, asked: list[Pair], turkic: bool) -> list[Pair]:
    if not turkic:
        return asked
    counted = turkic_tokens(folder, (pair.latin for pair in asked))
    return [pair for pair in asked if folded(pair.latin) in counted]


def _joined(one: Iterable[Pair], other: Iterable[Pair]) -> Iterator[tuple[str, str]]:
    """What two tables have for one Latin token."""
    forms: Links = defaultdict(set)
    for pair in other:
        forms[folded(pair.latin)].add(pair.other)
    for pair in one:
        for form in sorted(forms.get(folded(pair.latin), ())):
            yield pair.other, form


def _queries(asked: Iterable[str], right: Iterable[tuple[str, str]], pool: Iterable[str]) -> list[Query]:
    """One query a text asked, with all that is right for it, as the pool writes it."""
    written: Links = defaultdict(set)
    for each in pool:
        written[folded(each)].add(each)
    answers: Links = defaultdict(set)
    for text, answer in right:
        answers[folded(text)] |= written.get(folded(answer), set())
    found = ((text, answers.get(folded(text), ())) for text in dict.fromkeys(asked) if _fit(text))
    return [Query(text, frozenset(those)) for text, those in found if those]


def _fit(text: str) -> bool:
    return len(folded(text)) > 1 and not any(letter.isdigit() for letter in text)


def _latin(every: Iterable[Pair]) -> list[str]:
    return list(dict.fromkeys(pair.latin for pair in every))


def _key(key: str, turkic: bool) -> str:
    return f"{key}-turkic" if turkic else key


def _which(turkic: bool) -> str:
    return ", Turkic and Muslim names" if turkic else ", all"
