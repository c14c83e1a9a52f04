"""What can keep an action or a query from doing what was asked."""

from __future__ import annotations

from typing import ClassVar

from amanat.core.errors import AmanatError, Exit


class RefusedError(AmanatError):
    """The actor's role does not allow it (core/protecting.py)."""

    code = "refused"
    exit_code = Exit.REFUSED
    happened = "{actor}, as {role}, may not {deed} {item}."
    kept: ClassVar[str] = "Nothing was changed."
    remedy = "Ask an owner of the casebook to do it, or to give you the role."


class NotFoundError(AmanatError):
    """Absent, or not to be seen by this actor: the same answer for both."""

    code = "not-found"
    exit_code = Exit.NOT_FOUND
    happened = "There is no {item} that you may see."
    kept = ""
    remedy = "List what is there with `amanat cases` or search with `amanat find`."


class BadCorrectionError(AmanatError):
    code = "bad-correction"
    exit_code = Exit.USAGE
    happened = "The correction of {item} can't be kept: {why}."
    kept: ClassVar[str] = "The claim stands as it was."
    remedy = "The slots and how each is written: `amanat review --help` and docs/commands.md."


class BadGradeError(AmanatError):
    code = "bad-grade"
    exit_code = Exit.USAGE
    happened = "The grade of {item} can't be kept: {why}."
    kept: ClassVar[str] = "What stood before still stands."
    remedy = "A source is graded A to F, what a claim says 1 to 6: docs/weighing.md."


class NobodyToGradeError(AmanatError):
    code = "nobody-to-grade"
    exit_code = Exit.USAGE
    happened = "Nobody is named as telling {item}, so there is no source to grade."
    kept: ClassVar[str] = "Nothing was changed."
    remedy = "Grade what the claim says with --credibility, or correct who tells it first."


class NothingToUndoError(AmanatError):
    code = "nothing-to-undo"
    exit_code = Exit.USAGE
    happened = "There is no decision on {item} that could be undone."
    kept: ClassVar[str] = "Nothing was changed."
    remedy = "Look at the decisions on its page; only the newest one can be undone."


class SamePersonError(AmanatError):
    code = "same-person"
    exit_code = Exit.USAGE
    happened = "{item} cannot be compared with itself."
    kept: ClassVar[str] = "Nothing was changed."
    remedy = "Name two different persons."


class StaleReadingError(AmanatError):
    """A reading of other bytes, or with a passage that is not in its text: a defect of a reader."""

    code = "stale-reading"
    happened = "The reading of {item} does not fit it: {why}."
    kept: ClassVar[str] = "The report is kept as it was received."
    remedy = "Read it again; if it happens again, tell the maintainers which reader it was."


class ReadersUnfitError(AmanatError):
    """No report can be read on this machine as it is; the reports stay received."""

    code = "readers-unfit"
    happened = "Reading stopped at {item}. {why}"
    kept: ClassVar[str] = "All reports taken in so far are kept, and will be read by the next `amanat add`."
    remedy = ""


class FolderLoopError(AmanatError):
    code = "folder-loop"
    exit_code = Exit.UNREAD
    happened = "The folder {item} leads back into itself and was not followed again."
    kept: ClassVar[str] = "What lies in it was taken once."
    remedy = "Nothing needs to be done."


class UnreadableEntryError(AmanatError):
    code = "unreadable-entry"
    exit_code = Exit.UNREAD
    happened = "{item} could not be taken in: {why}."
    kept: ClassVar[str] = "Everything else goes on."
    remedy = "Make it readable for you, then run the same command again."


class SecondReaderUnnamedError(AmanatError):
    """A server was named, and no model: claims could not say who read them."""

    code = "second-reader-unnamed"
    exit_code = Exit.USAGE
    happened = "There is an address of a second reader, {item}, and no name of a model."
    kept: ClassVar[str] = "Nothing was read and nothing was sent."
    remedy = "Name the model with --model or AMANAT_SECOND_READER_MODEL, as the server calls it."


class SecondReaderGoneError(AmanatError):
    """The server did not answer several times in a row."""

    code = "second-reader-gone"
    exit_code = Exit.UNREAD
    happened = "The second reader at {item} did not answer {times} times in a row and is not asked any more."
    kept: ClassVar[str] = "What the rules read stands, and so does what the second reader had read."
    remedy = (
        "Start its server, or allow it more time with AMANAT_SECOND_READER_SECONDS, and run the same command "
        "again."
    )
