"""The form of a user's own place: what the columns of a file of places hold, one place at a time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from amanat.core.places.entry import PlaceEntry, entry
from amanat.core.protecting import Actor, Deed, Sensitivity, allowed
from amanat.store.queries.places import OwnPlaceView


def _words(longest: int) -> forms.TextInput:
    return forms.TextInput(attrs={"dir": "auto", "maxlength": longest, "autocomplete": "off"})


class PlaceForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200, widget=_words(200))
    also = forms.CharField(
        label=_("Other names"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("In any script, one on each line."),
    )
    kind = forms.CharField(
        label=_("Kind"),
        required=False,
        max_length=60,
        widget=_words(60),
        help_text=_("In your words: camp, prison, factory."),
    )
    lies_in = forms.CharField(
        label=_("Lies in"),
        required=False,
        max_length=200,
        widget=_words(200),
        help_text=_("The next larger place: Künes County. What that lies in follows from it."),
    )
    latitude = forms.CharField(label=_("Latitude"), required=False, max_length=40, widget=_words(40))
    longitude = forms.CharField(label=_("Longitude"), required=False, max_length=40, widget=_words(40))
    source = forms.CharField(
        label=_("Known from"),
        required=False,
        max_length=500,
        widget=_words(500),
        help_text=_("Who says so, where."),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    sensitivity = forms.ChoiceField(label=_("Who may see it"))
    why = forms.CharField(label=_("Why"), required=False, max_length=1000, widget=_words(1000))

    def __init__(self, actor: Actor, *args: Any, before: OwnPlaceView | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", "initial": _as_written(before), **kwargs})
        levels = [level for level in Sensitivity if level in allowed(actor, Deed.RECEIVE)]
        self.fields["sensitivity"].choices = [(level.value, level.value) for level in levels]  # type: ignore[attr-defined]
        if before is not None:
            # Who may see a place is settled when it is entered.
            del self.fields["sensitivity"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                self.entry = _entry(cleaned)
            except ValueError as wrong:
                raise ValidationError(_("Not kept: %(why)s.") % {"why": wrong}) from wrong
        return cleaned

    entry: PlaceEntry
    """The place as it will be kept, once the form is valid."""


def _entry(cleaned: dict[str, Any]) -> PlaceEntry:
    return entry(
        name=cleaned["name"],
        also=tuple(cleaned["also"].splitlines()),
        kind=cleaned["kind"],
        lies_in=cleaned["lies_in"],
        latitude=cleaned["latitude"],
        longitude=cleaned["longitude"],
        source=cleaned["source"],
        note=cleaned["note"],
    )


def _as_written(before: OwnPlaceView | None) -> dict[str, Any]:
    if before is None:
        return {}
    return {
        "name": before.name,
        "also": "\n".join(before.also),
        "kind": before.kind,
        "lies_in": before.lies_in,
        "latitude": "" if before.latitude is None else before.latitude,
        "longitude": "" if before.longitude is None else before.longitude,
        "source": before.source,
        "note": before.note,
    }
