"""YAML -> terms, strictly: an entry that is wrong stops the program, with the file and the entry named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import yaml

from amanat.core.errors import AmanatError
from amanat.core.vocabulary.term import LANGUAGES, Group, Huridocs, Indicator, Match, Term, Values

# libyaml's loader is eight times as fast; the other is there where PyYAML was built without it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_SLUG = re.compile(r"[a-z]+(-[a-z]+)*")
_HURIDOCS_CODE = re.compile(r"\d{12}")
_ESF_FIELD = re.compile(r"\d{4}")
_REQUIRED = frozenset({"code", "kind", "definition", "labels"})
_OPTIONAL = frozenset({"aliases", "huridocs", "values", "indicators", "alarm"})


class VocabularyError(AmanatError):
    """The vocabulary that came with the program is not what it should be."""

    code = "bad-vocabulary"
    happened = "The vocabulary has a wrong entry, {item}: {why}."
    remedy = "Install the program anew; if you changed the vocabulary, mend that entry."


def terms_in(text: str, group: Group, source: str) -> tuple[Term, ...]:
    """The terms written in one YAML file's ``text``. ``source`` names it in a VocabularyError."""
    try:
        # Safe: both loaders build plain values only.
        entries = yaml.load(text, Loader=_LOADER)  # noqa: S506
    except yaml.YAMLError as wrong:
        raise VocabularyError(source, why=f"it is not YAML: {wrong}") from wrong
    if not isinstance(entries, list):
        raise VocabularyError(source, why="it is not a list of terms")
    return tuple(_term(entry, group, f"{source}, entry {number}") for number, entry in enumerate(entries, 1))


def _term(entry: Any, group: Group, at: str) -> Term:
    _demand(isinstance(entry, dict), at, "it is not a mapping")
    at = f"{at} ({entry.get('code', 'without a code')})"
    _demand_keys(entry, _REQUIRED, _OPTIONAL, at)
    _demand(isinstance(entry.get("alarm", False), bool), at, "alarm must be true or false")
    return Term(
        code=_slug(entry, at),
        kind=_phrase(entry["kind"], at, "kind"),
        group=group,
        definition=_phrase(entry["definition"], at, "definition"),
        labels=_labels(entry["labels"], at),
        aliases=tuple(_phrase(alias, at, "aliases") for alias in _listed(entry, "aliases", at)),
        huridocs=_huridocs(entry, at),
        values=_values(entry["values"], at) if "values" in entry else None,
        indicators=tuple(_indicator(each, at) for each in _listed(entry, "indicators", at)),
        alarm=entry.get("alarm", False),
    )


def _indicator(entry: Any, at: str) -> Indicator:
    _demand(isinstance(entry, dict), at, "an indicator is not a mapping")
    at = f"{at}, indicator {entry.get('code', 'without a code')}"
    _demand_keys(entry, frozenset({"code", "labels"}), frozenset({"huridocs"}), at)
    return Indicator(
        code=_slug(entry, at), labels=_labels(entry["labels"], at), huridocs=_huridocs(entry, at)
    )


def _labels(labels: Any, at: str) -> dict[str, str]:
    _demand(isinstance(labels, dict), at, "labels is not a mapping")
    _demand_keys(labels, frozenset(LANGUAGES), frozenset(), f"{at}, labels")
    return {language: _phrase(labels[language], at, f"label {language}") for language in LANGUAGES}


def _huridocs(entry: dict[str, Any], at: str) -> tuple[Huridocs, ...]:
    return tuple(_huridocs_code(each, f"{at}, huridocs") for each in _listed(entry, "huridocs", at))


def _huridocs_code(entry: Any, at: str) -> Huridocs:
    _demand(isinstance(entry, dict), at, "a code is not a mapping")
    _demand_keys(entry, frozenset({"list", "code", "match"}), frozenset(), at)
    number, code, match = entry["list"], entry["code"], entry["match"]
    _demand(isinstance(number, int), at, f"list {number!r} is not a number")
    _demand(isinstance(code, str) and bool(_HURIDOCS_CODE.fullmatch(code)), at, f"{code!r} is not 12 digits")
    _demand(match in set(Match), at, f"match {match!r} is not one of {', '.join(Match)}")
    return Huridocs(number, code, Match(match))


def _values(entry: Any, at: str) -> Values:
    _demand(isinstance(entry, dict), at, "values is not a mapping")
    _demand_keys(entry, frozenset({"list", "field"}), frozenset(), f"{at}, values")
    number, field = entry["list"], entry["field"]
    good = isinstance(number, int) and isinstance(field, str) and bool(_ESF_FIELD.fullmatch(field))
    _demand(good, at, "values needs a list's number and a field's four digits")
    return Values(number, field)


def _slug(entry: dict[str, Any], at: str) -> str:
    code = entry["code"]
    _demand(
        isinstance(code, str) and bool(_SLUG.fullmatch(code)), at, "code is not lower-case words with hyphens"
    )
    return str(code)


def _phrase(value: Any, at: str, what: str) -> str:
    _demand(isinstance(value, str) and bool(value.strip()), at, f"{what} is empty or not text")
    return str(value).strip()


def _listed(entry: dict[str, Any], key: str, at: str) -> Iterable[Any]:
    value = entry.get(key, [])
    _demand(isinstance(value, list), at, f"{key} is not a list")
    return list(value)


def _demand_keys(entry: dict[str, Any], required: frozenset[str], optional: frozenset[str], at: str) -> None:
    missing, unknown = required - entry.keys(), entry.keys() - required - optional
    _demand(not missing, at, f"it lacks {', '.join(sorted(missing))}")
    _demand(not unknown, at, f"it has the unknown {', '.join(sorted(map(str, unknown)))}")


def _demand(condition: bool, at: str, why: str) -> None:
    if not condition:
        raise VocabularyError(at, why=why)
