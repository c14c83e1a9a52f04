"""Ways of asking that cannot be answered: a setting that is no number, a slot that is none."""

from __future__ import annotations

from amanat.core.errors import AmanatError, Exit
from amanat.core.scan_languages import packs_of
from amanat.settings import SETTINGS, number, setting


class SettingError(AmanatError):
    code = "bad-setting"
    exit_code = Exit.USAGE
    happened = "The setting {item} cannot be used: {why}."
    kept = "Nothing was done."
    remedy = "Change it or leave it out; docs/settings.md lists all settings."


class BadSlotError(AmanatError):
    code = "bad-slot"
    exit_code = Exit.USAGE
    happened = "“{item}” is not SLOT=VALUE."
    kept = "Nothing was changed."
    remedy = "Write for example --set when=2018-12, or give the value as JSON."


class DemoMissingError(AmanatError):
    code = "demo-missing"
    exit_code = Exit.NOT_FOUND
    happened = (
        "The demo collection is not in {item}: it comes with the project's folder, not with the program."
    )
    kept = "Nothing was done."
    remedy = "Run this in a copy of the whole project, or name the folder with --from."


_CHOICES = {"sandbox": ("required", "rlimits")}


def refuse_bad_settings() -> None:
    """Raises SettingError for the first setting in the environment that cannot be used."""
    for each in SETTINGS:
        if each.default.isdigit():
            try:
                number(each.name)
            except ValueError as wrong:
                raise SettingError(each.variable, why=str(wrong).rstrip(".")) from None
        if each.name == "scan_languages":
            try:
                packs_of(setting(each.name).replace(",", " ").split())
            except ValueError as wrong:
                raise SettingError(each.variable, why=str(wrong)) from None
        choices = _CHOICES.get(each.name)
        if choices and setting(each.name) not in choices:
            raise SettingError(each.variable, why=f"it must be one of {', '.join(choices)}")
