"""Template tags: the words by which pages say what claims add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amanat.core.weighing import Between, Counts, Finding, Reason, Weighed
from amanat.core.weighing.grades import SCALES, Axis, Step
from amanat.core.weighing.matter import Sentence
from amanat.store.queries.views import ClaimView, GradeView

register = template.Library()

_MOST_LINKS = 4


@register.filter
def verdict(name: str) -> str:
    words = {
        "unsupported": _("unsupported"),
        "single account": _("single account"),
        "corroborated": _("corroborated"),
        "contested": _("contested"),
        "denied by a party": _("denied by a party"),
    }
    return words.get(name, name)


@register.filter
def verdict_look(name: str) -> str:
    """The chip's class; the word tells it, the colour only repeats it."""
    return {"corroborated": " ok", "contested": " warn", "denied by a party": " warn"}.get(name, "")


@register.filter
def why(finding: Finding) -> str:
    """Why the claims bear it out no further."""
    words = {
        Reason.OWN_VOICE: _("nobody named as having seen it"),
        Reason.NOT_SAID_TO_BE_SO: _("nobody says that it is so"),
        Reason.NOBODY_AFFIRMS: _("nobody says that it was so"),
        Reason.ONE_WITNESS: _("one and the same witness"),
        Reason.ONE_PARTY: _("told by a party only"),
        Reason.ONE_ORIGIN: _("all of it goes back to one origin"),
        Reason.THROUGH_ONE: _("known through the same person each time"),
        Reason.PERHAPS_ONE: _("whether they are two people is not known"),
        Reason.NO_TWO_AGREE: _("no two give the same answer"),
    }
    return ", ".join(words[reason] for reason in finding.reasons)


@register.filter
def counted(counts: Counts) -> str:
    """Reports, origins and witnesses, each by itself: "8 reports, 2 origins, 1 witness"."""
    parts = [
        ngettext("%(n)s report", "%(n)s reports", counts.reports) % {"n": counts.reports},
        ngettext("%(n)s origin", "%(n)s origins", counts.origins) % {"n": counts.origins},
        ngettext("%(n)s witness", "%(n)s witnesses", counts.witnesses.most)
        % {"n": between(counts.witnesses)},
    ]
    if counts.parties.most:
        number = {"n": between(counts.parties)}
        parts.append(
            ngettext("%(n)s official or government", "%(n)s officials or governments", counts.parties.most)
            % number
        )
    return ", ".join(parts)


@register.filter
def between(number: Between) -> str:
    if number.least == number.most:
        return f"{number.most}"
    return _("%(least)s to %(most)s") % {"least": number.least, "most": number.most}


@register.filter
def passages(sentence: Sentence | Weighed, reports: Mapping[int, int]) -> SafeString:
    """Links to the claims that a sentence rests on; ``reports``: the report of each claim."""
    shown = [claim for claim in sentence.claims if claim in reports][:_MOST_LINKS]
    links = format_html_join(
        " ",
        '<a href="{}?claim={}#claim">#{}</a>',
        ((reverse("report", args=[reports[claim]]), claim, claim) for claim in shown),
    )
    more = len(sentence.claims) - len(shown)
    return format_html("{} {}", links, _("and %(n)s more") % {"n": more}) if more > 0 else links


@register.filter
def by_rule_of_asking(questions: Iterable[Sentence]) -> list[tuple[str, list[Sentence]]]:
    """Questions of one sort together, in the order of the sorts."""
    found: dict[str, list[Sentence]] = {}
    for each in questions:
        found.setdefault(_SORTS.get(each.rule, each.rule), []).append(each)
    return list(found.items())


_SORTS = {
    "deadline": "By when",
    "whereabouts": "Where now",
    "contradiction": "Which is right",
    "denial": "What is the answer",
    "identity": "One or two",
    "own voice": "From whom",
    "one witness": "Who else",
    "one party": "Who else",
    "one origin": "Another origin",
    "through one person": "Ask directly",
    "not said": "Not said yet",
}


@register.filter
def grades_on_claim(grades: Iterable[GradeView], claim: ClaimView) -> list[GradeView]:
    """Those that stand, of what the claim says and of whoever tells it first."""
    first = claim.told_by[0].name if claim.told_by else None
    return [
        each
        for each in grades
        if each.standing
        and each.value
        and (each.claim == claim.id or (each.source == first and each.report == claim.report))
    ]


@register.simple_tag
def scale(axis: str) -> tuple[Step, ...]:
    return SCALES[Axis(axis)]
