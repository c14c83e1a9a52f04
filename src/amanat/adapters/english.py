"""The English model: spaCy's statistical tagger and parser, and the spotter after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from amanat.adapters.bare_spacy import spacy
from amanat.adapters.spotter import NAME as SPOTTER
from amanat.core.errors import AmanatError, Exit
from amanat.core.reading.coded import NUMBERED
from amanat.core.reading.filiation import RELATIONS
from amanat.settings import setting

if TYPE_CHECKING:  # its import here would come before bare_spacy's
    from spacy.language import Language
    from spacy.tokens import Doc

_NUMBERED_PERSONS = "numbered_persons"
ORTH, NORM = spacy.symbols.ORTH, spacy.symbols.NORM


class NoEnglishModelError(AmanatError):
    code = "no-english-model"
    exit_code = Exit.FAULT
    happened = "The English model {item} could not be loaded ({why})."
    kept = "Nothing was read and nothing was changed."
    remedy = (
        "Run make run again to install the default model, or point AMANAT_ENGLISH_MODEL at another: the name of an "
        "installed spaCy package, or a folder."
    )


def load_english(name: str | None = None, *, spotting: bool = True) -> Language:
    """The pipeline to read English with. ``name`` is a package or a folder; the setting's where not given.
    Without ``spotting`` the rules read alone."""
    wanted = name or setting("english_model")
    try:
        model: Language = spacy.load(wanted)
    except (OSError, ValueError, ImportError) as error:
        raise NoEnglishModelError(wanted, why=str(error).split(".")[0]) from error
    _keep_whole(model)
    model.add_pipe(_NUMBERED_PERSONS, first=True)
    if spotting:
        model.add_pipe(SPOTTER)
    return model


def join_numbered_persons(doc: Doc) -> Doc:
    """Makes one word of "Witness 4", which the tagger takes for a name of the sort it knows."""
    with doc.retokenize() as retokenizer:
        for found in NUMBERED.finditer(doc.text):
            span = doc.char_span(*found.span())
            if span is not None and len(span) > 1:
                retokenizer.merge(span, attrs={NORM: "maria"})
    return doc


spacy.Language.component(_NUMBERED_PERSONS, func=join_numbered_persons)


def _keep_whole(model: Language) -> None:
    """Let "s/o" and the like be one word, which the tagger takes for the preposition that it stands for."""
    tokenizer: Any = model.tokenizer
    for letters in RELATIONS:
        for written in (letters, letters.upper(), letters.capitalize()):
            tokenizer.add_special_case(written, [{ORTH: written, NORM: "of"}])
