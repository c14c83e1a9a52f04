"""Collections of reports with what is true of every pair in them: one for each way of repeating."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from random import Random

from amanat.core.echo import Report
from echoes.changing import cut, reordered, respelt, reworded, words_of_others
from echoes.demo import demo_families, demo_reports
from echoes.sources import (
    ByHand,
    Independent,
    Source,
    first_set,
    fourth_set,
    independents,
    same_event,
    second_set,
    sources,
    third_set,
)

Pair = tuple[int, int]


@dataclass
class Family:
    """``echoes``: the pairs in which the second repeats the first; ``told``: those whose dates or credits tell so.

    ``apart``: reports of the same persons by others, which must not be called echoes; ``quoting``: those of them that
    quote the same utterance. Any other pair is none either. ``left_out`` pairs are not judged.
    """

    name: str
    reports: list[Report] = field(default_factory=list)
    echoes: set[Pair] = field(default_factory=set)
    told: set[Pair] = field(default_factory=set)
    apart: set[Pair] = field(default_factory=set)
    quoting: set[Pair] = field(default_factory=set)
    left_out: set[Pair] = field(default_factory=set)

    def add(self, text: str, outlet: str, published: str = "", credit: tuple[str, ...] = ()) -> int:
        report = Report(len(self.reports) + 1, text, outlet, credit, published=published, language="en")
        self.reports.append(report)
        return report.id


def families(seed: int = 1) -> list[Family]:
    return [
        _made("copied", _copied, seed),
        _made("cut", _cut, seed),
        _made("re-ordered", _reordered, seed),
        _made("one paragraph", _one_paragraph, seed),
        _made("reworded by chance", _reworded, seed),
        _made("spellings swapped", _respelt, seed),
        _made("cut, reworded, respelt", _all_of_it, seed),
        _made("quoted with a credit", _quoted, seed),
        _by_hand("reworded by hand", first_set(), whole=True),
        _by_hand("one paragraph, by hand", first_set(), whole=False),
        _independent("independent", first_set()),
        _by_hand("second set, reworded by hand", second_set(), whole=True),
        _by_hand("second set, one paragraph", second_set(), whole=False),
        _independent("second set, independent", second_set()),
        _same_event(),
        _by_hand("third set, reworded by hand", third_set(), whole=True),
        _by_hand("third set, one paragraph", third_set(), whole=False),
        _independent("third set, independent", third_set()),
        _by_hand("fourth set, reworded by hand", fourth_set(), whole=True),
        _by_hand("fourth set, one paragraph", fourth_set(), whole=False),
        _independent("fourth set, independent", fourth_set()),
        _demo(),
        _one_outlet(seed),
    ]


Making = Callable[[Source, Random, list[str]], str | None]


def _made(name: str, making: Making, seed: int) -> Family:
    """Every source, and what was made of it by another outlet: dated later, dated so that nothing can be told, or
    undated with a credit, in turn."""
    family, chance = Family(name), Random(f"{seed} {name}")
    given = sources()
    words = words_of_others([each.text for each in given])
    origin = {each.key: family.add(each.text, each.outlet, each.published) for each in given}
    for number, each in enumerate(given):
        text = making(each, chance, words)
        if text is None:
            continue
        way = (
            "credit"
            if name == "quoted with a credit" and each.outlet
            else ("later", "open", "credit")[number % 3]
        )
        if way == "credit" and each.outlet:
            text, published = f"{text}\n\nFirst published by {each.outlet}.\n", ""
        else:
            published = _later(each.published, chance) if way == "later" else ""
        made = family.add(_page(text), _outlet(number), published)
        family.left_out |= {
            (other, made) for other in range(len(given) + 1, made)
        }  # they may share their frame
        family.echoes.add((origin[each.key], made))
        if way == "later" or (way == "credit" and each.outlet):
            family.told.add((origin[each.key], made))
    return family


def _page(text: str) -> str:
    return f"Home | World | Opinion | About us\n\n{text}\n\nShare | Print | Send to a friend\n"


def _outlet(number: int) -> str:
    name = ("Harbour", "Granite", "Juniper", "Lantern", "Copper", "Willow")[number % 6]
    return f"{name} {('Gazette', 'Wire', 'Standard')[number % 3]} {number}"


def _later(published: str, chance: Random) -> str:
    return str(date.fromisoformat(published) + timedelta(days=chance.randint(1, 20)))


def _paragraph(source: Source, chance: Random) -> str | None:
    return chance.choice(source.paragraphs) if source.paragraphs else None


def _copied(source: Source, chance: Random, words: list[str]) -> str | None:
    return "\n\n".join(source.lines)


def _cut(source: Source, chance: Random, words: list[str]) -> str | None:
    kept = _paragraph(source, chance)
    return None if kept is None else "\n\n".join(cut(source.lines, kept, chance))


def _reordered(source: Source, chance: Random, words: list[str]) -> str | None:
    return "\n\n".join(reordered(source.lines, chance)) if source.paragraphs else None


def _one_paragraph(source: Source, chance: Random, words: list[str]) -> str | None:
    """Inside somebody else's report of something else."""
    kept = _paragraph(source, chance)
    if kept is None:
        return None
    host = chance.choice([each for each in independents() if each.of != source.key]).text.split("\n\n")
    return "\n\n".join([host[0], kept, *host[1:3]])


def _reworded(source: Source, chance: Random, words: list[str]) -> str | None:
    return reworded("\n\n".join(source.lines), words, chance) if source.paragraphs else None


def _respelt(source: Source, chance: Random, words: list[str]) -> str | None:
    return respelt("\n\n".join(source.lines), chance) if source.paragraphs else None


def _all_of_it(source: Source, chance: Random, words: list[str]) -> str | None:
    kept = _paragraph(source, chance)
    if kept is None:
        return None
    lines = reordered(cut(source.lines, kept, chance), chance)
    return respelt(reworded("\n\n".join(lines), words, chance), chance)


def _quoted(source: Source, chance: Random, words: list[str]) -> str | None:
    """A paragraph as the words of whoever "told" the source, in a report that names it."""
    kept = _paragraph(source, chance)
    if kept is None or not source.outlet:
        return None
    said = kept.replace("“", "").replace("”", "").replace('"', "")
    host = chance.choice([each for each in independents() if each.of != source.key]).text.split("\n\n")
    return f"{host[0]}\n\n“{said}” a person who knows the case told {source.outlet}.\n\n{host[1]}"


def _by_hand(name: str, texts: ByHand, *, whole: bool) -> Family:
    """Paragraphs said anew by hand: all of one report together, or one alone in a report of something else."""
    family, chance = Family(name), Random(7)
    given = {each.key: each for each in texts.sources}
    origin = _entered(family, texts)
    for number, said in enumerate(texts.said):
        source = given[said.of]
        hosts = [each.text for each in texts.independent if each.of != said.of]
        alone = [_in_host(each, chance.choice(hosts)) for each in said.paragraphs]
        for text in ["\n\n".join(said.paragraphs)] if whole else alone:
            if source.outlet and number % 3 == 0:
                text = f"{text}\n\nThis was reported by {source.outlet}.\n"
            made = family.add(_page(text), said.outlet, _later(source.published, chance))
            family.echoes.add((origin[said.of], made))
            family.told.add((origin[said.of], made))
            family.left_out |= {(other, made) for other in range(len(given) + 1, made)}
    return family


def _entered(family: Family, texts: ByHand) -> dict[str, int]:
    return {each.key: family.add(each.text, each.outlet, each.published) for each in texts.sources}


def _in_host(paragraph: str, host: str) -> str:
    lines = host.split("\n\n")
    return "\n\n".join([lines[0], paragraph, lines[1]])


def _independent(name: str, texts: ByHand) -> Family:
    """Independent reports of the same beside the reports, and beside what others made of these by hand."""
    family = Family(name)
    origin = _entered(family, texts)
    own: dict[str, Independent] = {each.of: each for each in texts.independent}
    ids = {key: family.add(each.text, each.outlet, each.published) for key, each in own.items()}
    for said in texts.said:
        made = family.add("\n\n".join(said.paragraphs), said.outlet, "")
        family.echoes.add((origin[said.of], made))
        if said.of in ids:
            _apart(family, (ids[said.of], made), own[said.of])
    for key, id in ids.items():
        _apart(family, (origin[key], id), own[key])
    same_woman = ("raushan-longitude-feature", "official-denial", "testimony-kitchen-worker")
    if set(same_woman) <= set(origin):
        family.apart |= set(combinations(sorted(origin[key] for key in same_woman), 2))
    return family


def _same_event() -> Family:
    """Independent reports of one event, beside the report and beside what was made of its paragraphs by hand."""
    family = Family("independent, of the same event")
    both = (first_set(), second_set())
    origin = {key: id for texts in both for key, id in _entered(family, texts).items()}
    said = {each.of: each for texts in both for each in texts.said}
    for each in same_event():
        own = family.add(each.text, each.outlet, each.published)
        _apart(family, (origin[each.of], own), each)
        if each.of in said:
            made = family.add("\n\n".join(said[each.of].paragraphs), said[each.of].outlet, "")
            family.echoes.add((origin[each.of], made))
            _apart(family, (own, made), each)
    return family


def _demo() -> Family:
    """The demo's reports, with what their own pages say of outlet and date; two echoes of one are not judged."""
    family = Family("the demo collection", demo_reports())
    radio, feature = demo_families()
    for first, *others in (radio, feature):
        family.echoes |= {(first, other) for other in others}
        family.left_out |= set(combinations(others, 2))
    one_origin = {*combinations(radio, 2), *combinations(feature, 2)}
    family.apart = set(combinations([each.id for each in family.reports], 2)) - one_origin
    family.told = {(radio[0], radio[1]), (radio[0], radio[3]), (radio[0], radio[4]), (feature[0], feature[1])}
    return family


def _apart(family: Family, pair: Pair, independent: Independent) -> None:
    family.apart.add(pair)
    if independent.quotes:
        family.quoting.add(pair)


_ABOUT = (
    "The Meridian Herald is an independent newsroom that lives from the donations of its readers. If you "
    "value our reporting, consider becoming a member today; every contribution, however small, helps us "
    "to send correspondents where others no longer go. Letters to the editor may be shortened before "
    "publication.",
    "Founded in 1994 by journalists who had been dismissed in one afternoon, the Northern Ledger appears "
    "six days a week and is owned by its staff. All rights reserved; reproduction in whole or in part "
    "without the written permission of the publisher is prohibited. Our code of ethics is available on "
    "request.",
    "You are reading the Estuary Post, the oldest newspaper of the delta. Do you have a story that should "
    "be told? Write to our tip line, which is encrypted from end to end, and a reporter will get back to "
    "you within two working days. We never reveal the identity of those who trust us.",
    "This text was typed from the printed edition by volunteers and may contain errors. The library does "
    "not vouch for opinions expressed in its holdings. Readers who wish to consult the original can do so "
    "in the reading room on weekday mornings, free of charge, after registering at the desk.",
)
_BACKGROUND = (
    "Rights organisations have for years accused the authorities of the region of arbitrary arrests and "
    "of unfair trials, which the governments concerned reject as interference in their internal affairs."
)


def _one_outlet(seed: int) -> Family:
    """Pages of four outlets, each with its own standing texts on every page; of the last the name is not known."""
    family = Family("standing text of an outlet")
    for number, each in enumerate(sources()):
        group = number % 4
        outlet = ("Meridian Herald", "Northern Ledger", "Estuary Post", "")[group]
        about = _ABOUT[group]
        text = f"{each.text}\n\n{_BACKGROUND if group < 2 else ''}\n\n{about}\n"
        family.add(_page(text), outlet, each.published)
    return family
