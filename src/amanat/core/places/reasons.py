"""Why a name may mean a place, in words that a person can check against the name itself."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from amanat.core.places.folding import folded
from amanat.core.places.generics import TakenApart, taken_apart
from amanat.core.places.place import GazetteerPlace, PlaceKind
from amanat.core.places.sounds import skeleton, sounds
from amanat.core.places.syllables import is_pinyin

_LANGUAGES = {
    "en": "the name in English", "zh": "the name in Han", "ug": "the Uyghur name", "kk": "the Kazakh name",
    "ru": "the Russian name",
    "ky": "the Kyrgyz name", "uz": "the Uzbek name", "tg": "the Tajik name", "tk": "the Turkmen name",
    "ug-Latn": "the Uyghur name in Latin letters", "ug-Cyrl": "the Uyghur name in Cyrillic letters",
    "zh-Latn": "the Han name in pinyin", "kk-Arab": "the Kazakh name in Arabic letters",
    "uz-Cyrl": "the Uzbek name in Cyrillic letters",
    "zh-x-former": "the former or shortened name in Han", "und-x-former": "the former name", "fr": "the French name",
}  # fmt: skip

_KINDS = {
    PlaceKind.COUNTRY: "a country", PlaceKind.DIVISION: "a prefecture or province", PlaceKind.COUNTY: "a county",
    PlaceKind.CITY: "a city", PlaceKind.TOWN: "a town", PlaceKind.NATURE: "a river, lake, mountain or ruin",
    PlaceKind.REGION: "a region", PlaceKind.SITE: "a site",
}  # fmt: skip


def named_as(name: str, place: GazetteerPlace) -> str:
    """“غۇلجا” is the Uyghur name of Ghulja."""
    language = language_of(name, place)
    if language is None:
        return f"“{name}” is another name of {place.name}"
    return f"“{name}” is {_LANGUAGES.get(language, 'another name')} of {place.name}"


def language_of(name: str, place: GazetteerPlace) -> str | None:
    """The language in which the place is called so; None where it is in no list of its names by language."""
    key = folded(name)
    for language, each in place.names:
        if folded(each) == key or (language != "en" and taken_apart(each).core == key):
            return language
    return None


def said_of(parts: TakenApart, place: GazetteerPlace) -> tuple[str, ...]:
    """“hasake” = Kazakh, in its name too; “xian” = county, but it is a city."""
    own = {meaning for _, each in place.names for meaning in taken_apart(each).meanings}
    return tuple(_said(form, meaning.meaning, own, parts, place) for form, meaning in parts.said)


def _said(form: str, meaning: str, own: set[str], parts: TakenApart, place: GazetteerPlace) -> str:
    equation = f"“{form}” = {meaning}" if form != meaning.lower() else f"“{form}”"
    if set(meaning.split()) <= own:
        return f"{equation}, as in its name"
    if parts.kinds and place.kind not in parts.kinds:
        return f"{equation}, but {place.name} is {_KINDS[place.kind]}"
    return equation


def sounding_as(core: str, place: GazetteerPlace) -> str:
    """“nileke” = 尼勒克 in pinyin; “кунес” sounds like كۈنەس (kunas ~ kunas)."""
    asked = sounds(core)
    best = (-1.0, place.name, "", "")
    for _, form in place.names:
        apart = taken_apart(form)
        for each in {apart.spoken: None, apart.people: None}:
            for heard in sounds(each):
                best = max(
                    best,
                    *((_likeness(one, heard), each, one, heard) for one in asked),
                    key=lambda found: found[0],
                )
    likeness, form, one, heard = best
    if likeness == 1.0 and is_pinyin(core, form):
        return f"“{core}” = {form} in pinyin"
    return f"“{core}” sounds like “{form}” ({one} ~ {heard})"


def _likeness(one: str, other: str) -> float:
    bones = Levenshtein.normalized_similarity(skeleton(one), skeleton(other))
    return (float(bones) + float(Levenshtein.normalized_similarity(one, other))) / 2
