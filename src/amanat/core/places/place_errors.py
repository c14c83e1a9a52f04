"""What can be wrong with a place of a user's own, or with a file of them."""

from __future__ import annotations

from typing import ClassVar

from amanat.core.errors import AmanatError, Exit


class BadPlaceError(AmanatError):
    code = "bad-place"
    exit_code = Exit.USAGE
    happened = "The place {item} can't be kept: {why}."
    kept: ClassVar[str] = "Nothing was changed."
    remedy = "Correct it; how places are written is in docs/places.md."


class BadPlaceListError(AmanatError):
    code = "bad-place-list"
    exit_code = Exit.USAGE
    happened = "The list of places {item} can't be taken in: {why}."
    kept: ClassVar[str] = "Nothing of it was taken in."
    remedy = "Correct it and run the same command again; the columns are in docs/places.md."
