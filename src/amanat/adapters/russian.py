"""The Russian models: the weights that natasha's wheel holds, run by slovnet, and pymorphy3 for forms of words.

natasha's own code is not imported: it asks for pymorphy2, which no longer runs on the Pythons of today. Its
weights are plain files; nothing is fetched. The models take a second to load and about 200 MB of memory.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from amanat.core.reading.russian.grammar import NameSpan, Sentence, Sort, Token

_PARTS = ("natasha", "slovnet", "navec", "razdel", "pymorphy3")
_LONGEST_SENTENCE = 300
"""Tokens; the parser's memory grows with their square. A longer one is cut where a clause ends, or anywhere."""
_CASES = {
    "Nom": "nomn",
    "Gen": "gent",
    "Dat": "datv",
    "Acc": "accs",
    "Ins": "ablt",
    "Loc": "loct",
    "Par": "gent",
}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_SPEECH = {
    "NOUN": {"NOUN"}, "PROPN": {"NOUN"}, "ADJ": {"ADJF", "ADJS", "COMP", "PRTF", "PRTS"},
    "VERB": {"VERB", "INFN", "PRTF", "PRTS", "GRND"}, "AUX": {"VERB", "INFN"}, "ADV": {"ADVB", "PRED", "COMP"},
    "PRON": {"NPRO"}, "DET": {"ADJF", "NPRO"}, "NUM": {"NUMR"},
}  # fmt: skip
_MEANT = {"лагер": "лагерь"}
"""A kind of beer, where a camp is meant."""
_NAME_TAGS = ("Name", "Patr")
_UD_CASES = {"nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc"}
_UD_GENDERS = {"masc": "Masc", "femn": "Fem"}


def missing_russian() -> tuple[str, ...]:
    """Which of the packages that Russian needs are not installed."""
    return tuple(name for name in _PARTS if importlib.util.find_spec(name) is None)


def load_russian() -> RussianGrammar | None:
    """The grammar, or None where its packages are not installed (``pip install amanat[russian]``)."""
    return None if missing_russian() else RussianGrammar()


class RussianGrammar:
    """A ``core.reading.russian.grammar.Grammar``."""

    def __init__(self) -> None:
        # Half a second of imports that whoever never reads Russian should not wait for.
        from navec import Navec  # noqa: PLC0415
        from pymorphy3 import MorphAnalyzer  # noqa: PLC0415
        from razdel import sentenize, tokenize  # noqa: PLC0415
        from slovnet import NER, Morph, Syntax  # noqa: PLC0415

        weights = _weights()
        words = Navec.load(weights / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
        self._morph = Morph.load(weights / "model" / "slovnet_morph_news_v1.tar", batch_size=16).navec(words)
        self._syntax = Syntax.load(weights / "model" / "slovnet_syntax_news_v1.tar").navec(words)
        self._names = NER.load(weights / "model" / "slovnet_ner_news_v1.tar").navec(words)
        self._sentenize, self._tokenize = sentenize, tokenize
        self._forms = MorphAnalyzer()
        self.lemma = lru_cache(maxsize=20_000)(self._lemma)

    @cached_property
    def name(self) -> str:
        return f"natasha {importlib.metadata.version('natasha')}"

    # -- parsing ---------------------------------------------------------------------------------------------

    def parse(self, paragraphs: Sequence[tuple[int, str]]) -> list[Sentence]:
        """The sentences of paragraphs, each given with its offset in the report's text."""
        cut = [
            (number, offset + start, words)
            for number, (offset, text) in enumerate(paragraphs)
            for start, words in self._sentences(text)
        ]
        texts = [[word.text for word in words] for _, _, words in cut]
        tagged, parsed = list(self._morph.map(texts)), list(self._syntax.map(texts))
        named = self._named(paragraphs)
        return [
            self._sentence(
                position, number, offset, words, (tagged[position], parsed[position]), named[number]
            )
            for position, (number, offset, words) in enumerate(cut)
        ]

    def _sentences(self, text: str) -> list[tuple[int, list[Any]]]:
        found = []
        for sentence in self._sentenize(text):
            words = list(self._tokenize(sentence.text))
            for start in range(0, len(words), _LONGEST_SENTENCE):
                found.append((sentence.start, words[start : start + _LONGEST_SENTENCE]))
        return [(start, words) for start, words in found if words]

    def _named(self, paragraphs: Sequence[tuple[int, str]]) -> list[list[NameSpan]]:
        found: list[list[NameSpan]] = []
        for (offset, text), marks in zip(
            paragraphs, self._names.map(text for _, text in paragraphs), strict=True
        ):
            sorts: list[tuple[Any, Sort]] = [(span, span.type) for span in marks.spans]
            spans = [NameSpan(offset + span.start, offset + span.stop, sort) for span, sort in sorts]
            found.append([span for span in spans if text[span.start - offset : span.end - offset].strip()])
        return found

    def _sentence(
        self,
        position: int,
        paragraph: int,
        offset: int,
        words: list[Any],
        marks: tuple[Any, Any],
        named: list[NameSpan],
    ) -> Sentence:
        tokens = []
        for i, (word, tag) in enumerate(zip(words, marks[0].tokens, strict=True)):
            feats = dict(tag.feats or {})
            lemma = self.lemma(
                word.text, tag.pos, *(feats.get(key, "") for key in ("Case", "Number", "Gender"))
            )
            tokens.append(Token(i, word.text, offset + word.start, offset + word.stop, lemma, tag.pos, feats))
        places = {tree.id: i for i, tree in enumerate(marks[1].tokens)}
        for token, tree in zip(tokens, marks[1].tokens, strict=True):
            token.rel = tree.rel or ""
            head = places.get(tree.head_id)
            if head is not None and head != token.i:
                token.head = tokens[head]
                tokens[head].children.append(token)
        start, end = tokens[0].start, tokens[-1].end
        spans = tuple(span for span in named if start <= span.start and span.end <= end)
        return Sentence(position, paragraph, tokens, spans)

    # -- forms of words --------------------------------------------------------------------------------------

    def _lemma(self, word: str, pos: str, case: str, number: str, gender: str) -> str:
        forms = self._forms.parse(word)
        wanted = _SPEECH.get(pos)
        fitting = [form for form in forms if wanted is None or str(form.tag.POS) in wanted] or forms
        best = max(
            fitting, key=lambda form: (form.is_known, _agrees(form.tag, case, number, gender), form.score)
        )
        lemma = str(best.normal_form).replace("ё", "е")
        return _MEANT.get(lemma, lemma)

    def known_names(self, word: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
        """If the dictionary has the word as a given name or patronymic: nominatives with gender and cases."""
        found: dict[tuple[str, str], set[str]] = {}
        for form in self._forms.parse(word):
            if form.is_known and any(tag in form.tag for tag in _NAME_TAGS) and "plur" not in form.tag:
                gender, case = (
                    _UD_GENDERS.get(str(form.tag.gender), ""),
                    _UD_CASES.get(str(form.tag.case), ""),
                )
                if gender and case:
                    nominative = _cased_as(word, form.normal_form)
                    found.setdefault((nominative, gender), set()).add(case)
        return tuple((name, gender, frozenset(cases)) for (name, gender), cases in found.items())

    def nominative(self, word: str, *, gender: str, case: str, plural: bool) -> str | None:
        """The word's nominative in the same number, capitals kept; None where pymorphy knows no such form."""
        number = "plur" if plural else "sing"
        forms = [form for form in self._forms.parse(word) if str(form.tag.number) in (number, "None")]
        if not forms:
            return None
        best = max(
            forms,
            key=lambda form: (_agrees(form.tag, case, "Plur" if plural else "Sing", gender), form.score),
        )
        wanted = {"nomn", number} | ({str(best.tag.gender)} if best.tag.gender and not plural else set())
        found = best.inflect(wanted) or best.inflect({"nomn"})
        return _cased_as(word, str(found.word)) if found is not None else None


def _agrees(tag: Any, case: str, number: str, gender: str) -> int:
    # As plain words: pymorphy refuses to compare its own with a word that is none of its signs.
    told, wanted = (
        map(str, (tag.case, tag.number, tag.gender)),
        (_CASES.get(case), number.lower(), _GENDERS.get(gender)),
    )
    return sum(weight for weight, one, other in zip((2, 1, 2), told, wanted, strict=True) if one == other)


def _cased_as(model: str, word: str) -> str:
    """«сагитов» as «Сагитова» is written; after a hyphen too."""
    parts, models = word.split("-"), model.split("-")
    if len(parts) == len(models):
        return "-".join(
            part.capitalize() if like[:1].isupper() else part
            for part, like in zip(parts, models, strict=True)
        )
    return word.capitalize() if model[:1].isupper() else word


def _weights() -> Path:
    spec = importlib.util.find_spec("natasha")
    assert spec is not None and spec.submodule_search_locations  # noqa: S101 (load_russian looked for it)
    return Path(next(iter(spec.submodule_search_locations))) / "data"
