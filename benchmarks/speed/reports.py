"""Invented news reports, as many as are wanted: the same seed and number always give the same report.

Each is about 600 words long and unlike the others in names, places, dates, acts, tellers and order. People come
from a pool that grows with the collection, so that about two thirds of the main persons appear in other reports
too, some in many: linking and cases have real work to do.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

WORDS = 600
"""Of the body; headline and page furniture come on top."""

SEED = 20240229
_WELL_KNOWN = 3
_WELL_KNOWN_SHARE = 0.03
"""Of all reports: those about one of the well-known persons, whose cases grow with the collection."""
_REPORTS_A_PERSON = 2.5
_ORDER = ("events", "quotations", "official", "events", "others", "background", "events", "quotations")
_FIRST, _LAST = date(2016, 1, 1), date(2023, 12, 31)


@cache
def wording() -> dict[str, Any]:
    """Sentences, names and places, as wording.yaml has them."""
    found: dict[str, Any] = yaml.safe_load(
        (Path(__file__).parent / "wording.yaml").read_text(encoding="utf-8")
    )
    return found


class Collection:
    """``size`` decides how many persons the reports share, not how many can be had."""

    def __init__(self, size: int, seed: int = SEED) -> None:
        self._seed = seed
        self._people = max(4, round(size / _REPORTS_A_PERSON))

    def report(self, number: int) -> str:
        """The text of report ``number``."""
        return _Story(random.Random(f"{self._seed}/{number}"), self._people).text()

    def write(self, folder: Path, count: int) -> None:
        """Reports 0 to ``count`` - 1 as files, ``report-00042.txt``."""
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            (folder / f"report-{number:05}.txt").write_text(self.report(number), encoding="utf-8")


class _Story:
    """One report: what is drawn once and what is drawn anew for each sentence."""

    def __init__(self, luck: random.Random, people: int) -> None:
        self._luck = luck
        main = (
            luck.randrange(_WELL_KNOWN)
            if luck.random() < _WELL_KNOWN_SHARE
            else luck.randrange(3, people + 3)
        )
        setting, victim, is_woman = _person(f"main {main}")
        _, second, second_is_woman = _person(f"second {luck.randrange(people * 4)}", setting["people"])
        self._setting = setting
        self._published = _FIRST + timedelta(days=luck.randrange(400, (_LAST - _FIRST).days))
        city = luck.choice(setting["cities"])
        job, second_job = luck.sample(wording()["jobs"], 2)
        _, kin, kin_is_woman = _person(f"kin {luck.random()}", setting["people"])
        self._kept = {
            "victim": victim,
            "victim_last": victim.split()[-1],
            "second": second,
            "teller": f"{kin.split()[0]} {victim.split()[-1]}",
            "relative": luck.choice(wording()["relatives"]["women" if kin_is_woman else "men"]),
            "city": city,
            "region": setting["region"],
            "country": setting["country"],
            "a_job": job,
            "job": job.split(" ", 1)[1],
            "Job": job.split(" ", 1)[1].capitalize(),
            "a_job2": second_job,
            "age": str(luck.randrange(19, 74)),
            "agency": luck.choice(wording()["agencies"]),
            "group": luck.choice(wording()["groups"]),
            "official": _person(f"official {luck.randrange(12)}", setting["people"])[1],
            "lawyer": _person(f"lawyer {luck.randrange(25)}", setting["people"])[1],
            "worker": _person(f"worker {luck.randrange(8)}", setting["people"])[1],
            **_pronouns(is_woman, ""),
            **_pronouns(second_is_woman, "2"),
        }
        self._kept["facility"] = luck.choice(wording()["facilities"]).format(
            city=city, n=luck.randrange(1, 30)
        )
        self._kept["outlet"] = luck.choice(wording()["outlets"]).format(**self._kept)

    def text(self) -> str:
        headline = self._one("headlines")
        return "\n\n".join([*self._head(headline), *self._body(), self._one("furniture")]) + "\n"

    def _head(self, headline: str) -> list[str]:
        day, outlet = self._published, self._kept["outlet"]
        written = self._luck.choice(
            (
                f"{day.day} {day:%B %Y}",
                f"{day:%B} {day.day}, {day.year}",
                f"{day:%Y-%m-%d}",
                f"{day:%d.%m.%Y}, 14:05",
            )
        )
        orders = (
            [outlet, written, headline],
            [headline, f"{outlet} | {written}"],
            [outlet, headline, written],
        )
        return self._luck.choice(orders)

    def _body(self) -> list[str]:
        """Each sentence of the wording at most once, in paragraphs of one to three, until there are enough."""
        decks = {role: self._luck.sample(wording()[role], len(wording()[role])) for role in set(_ORDER)}
        paragraphs = [f"{self._kept['city'].upper()} – {self._one('leads')}"]
        roles = self._luck.sample(_ORDER, len(_ORDER))
        for turn in range(60):
            deck = decks[roles[turn % len(roles)]]
            taken = [self._filled(deck.pop()) for _ in range(self._luck.randrange(1, 4)) if deck]
            paragraphs += [" ".join(taken)] if taken else []
            if sum(len(each.split()) for each in paragraphs) > WORDS - 20:
                break
        return [*paragraphs, self._one("endings")]

    def _one(self, role: str) -> str:
        return self._filled(self._luck.choice(wording()[role]))

    def _filled(self, sentence: str) -> str:
        words = sentence.format_map({**self._kept, **self._drawn()})
        return words[0].upper() + words[1:]

    def _drawn(self) -> dict[str, str]:
        luck = self._luck
        day = self._published - timedelta(days=luck.randrange(3, 390))
        month = self._published - timedelta(days=luck.randrange(60, 800))
        return {
            "date": f"{day.day} {day:%B %Y}" if luck.random() < 0.7 else f"{day:%B} {day.day}",
            "month": f"{month:%B %Y}",
            "months": str(luck.randrange(2, 30)),
            "years": luck.choice(("two", "three", "four and a half", "six", "eight", "twelve")),
            "number": str(luck.randrange(3, 60)),
            "crowd": f"{luck.randrange(2, 90) * 100:,}",
            "charge": luck.choice(wording()["charges"]),
            "illness": luck.choice(wording()["illnesses"]),
            "city2": luck.choice(self._setting["cities"]),
            "country2": luck.choice(
                ("Poland", "Georgia", "Kyrgyzstan", "Mexico", "Thailand", "Kenya", "Greece")
            ),
        }


def _person(key: str, people: str = "") -> tuple[dict[str, Any], str, bool]:
    """Always the same for the same key: where they live, full name, whether a woman."""
    luck = random.Random(f"person {key} {people}")
    settings = [each for each in wording()["settings"] if not people or each["people"] == people]
    setting = luck.choice(settings)
    names = wording()["people"][setting["people"]]
    is_woman = luck.random() < 0.5
    surname = luck.choice(names["begin"]) + luck.choice(names["end"])
    return setting, f"{luck.choice(names['women' if is_woman else 'men'])} {surname}", is_woman


def _pronouns(is_woman: bool, mark: str) -> dict[str, str]:
    they, them, their = ("she", "her", "her") if is_woman else ("he", "him", "his")
    return {f"they{mark}": they, f"They{mark}": they.capitalize(), f"them{mark}": them, f"their{mark}": their}
