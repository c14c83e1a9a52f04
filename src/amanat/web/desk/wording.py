"""Template tags: the words and signs by which pages show claims. Built in for every template of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amanat.core.claim import is_for_information
from amanat.core.positions import Position, Unit
from amanat.core.reading.marks.finding import said
from amanat.core.reading.second.name import is_second
from amanat.core.reading.spots import is_spotted
from amanat.core.vocabulary import vocabulary
from amanat.core.weighing import Finding, Weighed
from amanat.store.queries.report_views import MarkView
from amanat.store.queries.views import (
    ActView,
    ClaimView,
    CountView,
    Decision,
    NameForm,
    PlaceView,
    Subject,
    TellerView,
)
from amanat.web.desk import when

register = template.Library()
register.filter("spoken", when.spoken)

_MOST_ACTS = 300
RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})
RTL_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


@register.filter
def kind(name: str) -> str:
    """A claim's kind as its label in the language of the page; a kind not in the vocabulary as it is."""
    words = vocabulary()
    label = words.term(name).label((get_language() or "en").partition("-")[0]) if name in words else name
    return label[:1].upper() + label[1:]


@register.filter
def lang(form: NameForm) -> str:
    """The ``lang`` of a written name: its script is known, its language is not."""
    return f"und-{form.script}"


@register.filter
def direction(language: str) -> str:
    """The ``dir`` of a report's text; what is not known is left to each paragraph's own letters."""
    tongue, _, script = language.partition("-")
    return "rtl" if tongue in RTL_LANGUAGES or script in RTL_SCRIPTS else "auto"


@register.filter
def acts(marks: Iterable[MarkView]) -> list[MarkView]:
    """The words for acts among the marks, as many as a page can show."""
    return [each for each in marks if each.kind == "act"][:_MOST_ACTS]


@register.filter
def mark_meaning(mark: MarkView) -> str:
    """What a mark is taken for, in words."""
    if mark.kind == "act":
        return kind(mark.meaning)
    return said(mark.meaning) if mark.kind == "date" else mark.meaning


@register.filter
def is_unusual(encoding: str) -> bool:
    """Whether it is worth saying how a file was decoded: not for what every program writes today."""
    return encoding.casefold().replace("_", "-") not in ("", "ascii", "utf-8", "utf8")


@register.filter
def position(at: Position) -> str:
    """Where in the original a passage stands, in words: "page 3", "at 00:01:23", "row Notes 12"."""
    words = {Unit.PAGE: _("page"), Unit.TIME: _("at"), Unit.ROW: _("row")}
    return f"{words[at.unit]} {at}"


@register.filter
def question(name: str) -> str:
    words = {
        "whether": _("Whether"),
        "where": _("Where"),
        "when": _("When"),
        "began": _("Began"),
        "ended": _("Ended"),
        "by": _("By"),
        "count": _("How many"),
        "details": _("More"),
    }
    return words.get(name, name)


@register.filter
def answer(text: str, name: str) -> str:
    """An answer in words: dates are spoken, everything else is shown as it was told."""
    return when.spoken(text) if name in ("when", "began", "ended") else text


@register.filter
def given_by(act: ActView, found: Weighed) -> list[ClaimView]:
    """The claims that give this answer."""
    return [claim for claim in act.claims if claim.id in found.claims]


@register.filter
def place_name(act: ActView) -> str:
    """The act's place where all who name one name the same; otherwise nothing, and the table tells."""
    names = {claim.where.name for claim in act.claims if claim.where}
    return names.pop() if len(names) == 1 else ""


@register.filter
def reports_told(act: ActView) -> int:
    return len({claim.report for claim in act.claims})


@register.filter
def left_to_show(act: ActView) -> list[Finding]:
    """The act's questions without a place that its title names already, word for word."""
    title = place_name(act)
    return [q for q in act.questions if not (q.name == "where" and [a.text for a in q.answers] == [title])]


@register.filter
def contested_questions(act: ActView) -> str:
    return ", ".join(question(asked.name).lower() for asked in act.questions if asked.contested)


@register.filter
def judge(by: str) -> str:
    """Who judged: a person by name, a rule as what it goes by."""
    rules = {
        "rule:same-folded-name": _("same name, spelt alike (by rule)"),
        "rule:same-name-by-sound": _("one name by sound (by rule)"),
        "rule:same-by-facts": _("what is told of both (by rule)"),
        "rule:name-alike": _("left to people (by rule)"),
    }
    return rules.get(by, by)


@register.filter
def by_rule(decision: Decision) -> bool:
    return decision.by.startswith("rule:")


@register.filter
def by_second_reader(reader: str) -> bool:
    return is_second(reader)


@register.filter
def for_information(code: str) -> bool:
    """Whether a flag asks nothing of anybody."""
    return is_for_information(code)


@register.filter
def any_to_settle(codes: Iterable[str]) -> bool:
    return not all(map(is_for_information, codes))


@register.filter
def by_spotter(reader: str) -> bool:
    return is_spotted(reader)


@register.filter
def decided(verdict: str) -> str:
    """A verdict as what was done: a claim whose decision was undone is open again."""
    return _("reopened") if verdict == "open" else status_word(verdict)


@register.filter
def modality(name: str) -> str:
    words = {
        "asserted": _("asserted"),
        "possible": _("possible"),
        "planned": _("planned"),
        "feared": _("feared"),
        "demanded": _("demanded"),
    }
    return words.get(name, name)


@register.filter
def many(count: CountView) -> str:
    if count.min is not None and count.min == count.max:
        number = f"{count.min:,}"
    elif count.max is None:
        number = _("at least %(min)s") % {"min": f"{count.min:,}"}
    elif count.min is None:
        number = _("at most %(max)s") % {"max": f"{count.max:,}"}
    else:
        number = _("%(min)s to %(max)s") % {"min": f"{count.min:,}", "max": f"{count.max:,}"}
    return f"{number} {count.unit}".strip()


@register.filter
def status_word(status: str) -> str:
    words = {
        "open": _("open"),
        "confirmed": _("confirmed"),
        "corrected": _("corrected"),
        "rejected": _("rejected"),
        "received": _("not read yet"),
        "read": _("read"),
        "unreadable": _("no text could be had"),
    }
    return words.get(status, status)


@register.filter
def status_sign(status: str) -> str:
    """A sign beside the word or in its place, so that colour never tells alone."""
    return {"confirmed": "✓", "corrected": "✎", "rejected": "✗"}.get(status, "")


@register.filter
def shown(slot: object) -> str:
    """A slot's value as words: what the reader had put, beside a correction."""
    if isinstance(slot, tuple):
        return ", ".join(shown(each) for each in slot) or "–"
    if isinstance(slot, CountView):
        return many(slot)
    if isinstance(slot, Subject):
        return slot.label
    if isinstance(slot, PlaceView | TellerView):
        return slot.name
    return str(slot) if slot else "–"


@register.filter
def beside(credit: Sequence[str], outlet: str) -> str:
    """Those whom a report credits besides its own outlet."""
    return ", ".join(name for name in credit if name != outlet)


@register.filter
def listed(items: Iterable[object]) -> str:
    return ", ".join(str(item) for item in items)
