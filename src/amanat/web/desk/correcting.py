"""The form by which a claim's slots are corrected: what was changed becomes the correction, and only that.

People write into it as they would on paper: one person on each line; a place with its second names in
brackets, and each place that it lies in on a line of its own, inner to outer; tellers from the first witness
outwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from amanat.core.claim import Modality, Polarity, TellerRole
from amanat.core.dates.edtf import parse
from amanat.core.dates.point import NotADateError
from amanat.core.vocabulary import vocabulary
from amanat.store.queries.report_views import PersonView
from amanat.store.queries.views import ClaimView, PlaceView, Subject, TellerView
from amanat.web.desk.wording import kind as kind_label
from amanat.web.desk.wording import modality as modality_word

_PLACE: Final = re.compile(r"(?P<name>[^()]+?)\s*(?:\((?P<also>[^()]*)\))?")
_TELLER: Final = re.compile(r"(?P<name>[^()]+?)\s*\((?P<role>[^(),]*)(?:,\s*(?P<medium>[^()]*))?\)")
_LONGEST: Final = 4000


def _lines(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"})


class CorrectionForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"))
    who = forms.CharField(
        label=_("Who"), required=False, widget=_lines(), max_length=_LONGEST, help_text=_("One on each line.")
    )
    by = forms.CharField(label=_("By"), required=False, widget=_lines(1), max_length=_LONGEST)
    where = forms.CharField(
        label=_("Where"),
        required=False,
        widget=_lines(3),
        max_length=_LONGEST,
        help_text=_("Inner to outer, one on each line; other names in brackets: Ghulja (Yining)."),
    )
    when = forms.CharField(
        label=_("When"),
        required=False,
        max_length=80,
        help_text=_(
            "2018-12, 2017-07/2018-10, 2020-01/.., [2020-01-03,2020-03-01]. Never more precise than the text."
        ),
    )
    details = forms.CharField(label=_("More"), required=False, widget=_lines(), max_length=_LONGEST)
    told_by = forms.CharField(
        label=_("Told by"),
        required=False,
        widget=_lines(),
        max_length=_LONGEST,
        help_text=_("The first witness first, one on each line: Name (role) or Name (role, video)."),
    )
    count_min = forms.IntegerField(label=_("At least"), required=False, min_value=0, max_value=10**12)
    count_max = forms.IntegerField(label=_("At most"), required=False, min_value=0, max_value=10**12)
    count_unit = forms.CharField(label=_("Of what"), required=False, max_length=60)
    polarity = forms.ChoiceField(
        label=_("Said to be so"),
        choices=[(Polarity.AFFIRMED.value, _("yes")), (Polarity.DENIED.value, _("no, denied"))],
    )
    modality = forms.ChoiceField(label=_("Sure"))
    why = forms.CharField(
        label=_("Why"), required=False, max_length=1000, help_text=_("For whoever reads this decision later.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["kind"].choices = [(k, kind_label(k)) for k in vocabulary().kinds()]  # type: ignore[attr-defined]
        self.fields["modality"].choices = [(m.value, modality_word(m.value)) for m in Modality]  # type: ignore[attr-defined]
        self.fields["kind"].widget.attrs["autofocus"] = True

    @classmethod
    def of(cls, claim: ClaimView, data: Any = None) -> CorrectionForm:
        """The form as the claim stands, filled in with ``data`` where it was sent."""
        return cls(data, initial=_as_written(claim))

    def clean_when(self) -> str:
        when: str = self.cleaned_data["when"].strip()
        try:
            if when:
                parse(when)
        except NotADateError as refused:
            raise ValidationError(refused.message()) from refused
        return when

    def clean_where(self) -> str:
        where: str = self.cleaned_data["where"]
        _places(where)
        return where

    def clean_told_by(self) -> str:
        told_by: str = self.cleaned_data["told_by"]
        _tellers(told_by)
        return told_by

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not set(self.changed_data) - {"why"}:
            raise ValidationError(_("Nothing was changed. Confirm the claim if it is right as it stands."))
        return cleaned

    def correction(self, claim: ClaimView, people: Sequence[PersonView]) -> dict[str, Any]:
        """The slots as they should read: those corrected earlier, and over them what was changed here."""
        held = dict(claim.review.correction) if claim.review and claim.status == "corrected" else {}
        for slot in self.changed_data:
            if slot in _SHAPES:
                held[slot] = _SHAPES[slot](self.cleaned_data[slot])
        if set(self.changed_data) & {"count_min", "count_max", "count_unit"}:
            held["count"] = self._count()
        for slot in ("who", "by"):
            if slot in held and slot in self.changed_data:
                held[slot] = [_key(name, people) for name in held[slot]]
        return held

    def _count(self) -> dict[str, Any] | None:
        low, high = self.cleaned_data["count_min"], self.cleaned_data["count_max"]
        if low is None and high is None:
            return None
        return {"min": low, "max": high, "unit": self.cleaned_data["count_unit"]}


def _as_written(claim: ClaimView) -> dict[str, Any]:
    return {
        "kind": claim.kind,
        "who": _subjects(claim.who),
        "by": _subjects(claim.by),
        "where": _place_lines(claim.where),
        "when": claim.when,
        "details": claim.details,
        "told_by": "\n".join(map(_teller_line, claim.told_by)),
        "count_min": claim.count.min if claim.count else None,
        "count_max": claim.count.max if claim.count else None,
        "count_unit": claim.count.unit if claim.count else "",
        "polarity": claim.polarity,
        "modality": claim.modality,
    }


def _subjects(subjects: Sequence[Subject]) -> str:
    return "\n".join(subject.label for subject in subjects)


def _place_lines(where: PlaceView | None) -> str:
    if where is None:
        return ""
    chain = [(where.name, where.also), *where.within]
    return "\n".join(f"{name} ({'; '.join(also)})" if also else name for name, also in chain)


def _teller_line(teller: TellerView) -> str:
    inside = ", ".join(part for part in (teller.role, teller.medium) if part)
    return f"{teller.name} ({inside})"


def _each_line(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _places(text: str) -> dict[str, Any] | None:
    chain = []
    for line in _each_line(text):
        match = _PLACE.fullmatch(line)
        if match is None:
            raise ValidationError(
                _("“%(line)s” is not a place with other names in brackets.") % {"line": line}
            )
        also = [name.strip() for name in (match["also"] or "").split(";") if name.strip()]
        chain.append({"name": match["name"], "also": also})
    return {**chain[0], "within": chain[1:]} if chain else None


def _tellers(text: str) -> list[dict[str, str]]:
    tellers = []
    for line in _each_line(text):
        match = _TELLER.fullmatch(line)
        role = match["role"].strip() if match else ""
        if match is None or role not in {each.value for each in TellerRole}:
            roles = ", ".join(each.value for each in TellerRole)
            raise ValidationError(
                _("“%(line)s” needs a role in brackets: %(roles)s.") % {"line": line, "roles": roles}
            )
        tellers.append({"name": match["name"], "role": role, "medium": (match["medium"] or "").strip()})
    return tellers


def _key(name: str, people: Sequence[PersonView]) -> str:
    """The key ("p1") of the person of the report who is called so; a description stays as it is written."""
    for person in people:
        if name in person.names:
            return person.key
    return name


_SHAPES: Final[dict[str, Callable[[str], Any]]] = {
    "kind": str,
    "who": _each_line,
    "by": _each_line,
    "where": _places,
    "when": lambda text: text or None,
    "details": lambda text: text.strip() or None,
    "told_by": _tellers,
    "polarity": str,
    "modality": str,
}
