"""The English model: spaCy's statistical tagger and parser, the one thing of reading that is not our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amanat.adapters.bare_spacy import spacy
from amanat.core.errors import AmanatError, Exit
from amanat.settings import setting

if TYPE_CHECKING:  # its import here would come before bare_spacy's
    from spacy.language import Language


class NoEnglishModelError(AmanatError):
    code = "no-english-model"
    exit_code = Exit.FAULT
    happened = "The English model {item} could not be loaded ({why})."
    kept = "Nothing was read and nothing was changed."
    remedy = (
        "Run make run again to install the default model, or point AMANAT_ENGLISH_MODEL at another: the name of an "
        "installed spaCy package, or a folder."
    )


def load_english(name: str | None = None) -> Language:
    """The pipeline to read English with. ``name`` is a package or a folder; the setting's where not given."""
    wanted = name or setting("english_model")
    try:
        model: Language = spacy.load(wanted)
    except (OSError, ValueError, ImportError) as error:
        raise NoEnglishModelError(wanted, why=str(error).split(".")[0]) from error
    return model
