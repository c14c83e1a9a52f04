"""What can be wrong with a casebook's folder, each thing with its own words."""

from __future__ import annotations

from typing import ClassVar

from amanat.core.errors import AmanatError, Exit

_UNTOUCHED = "Nothing was changed."
_FROM_BACKUP = "Put back {part} from the newest backup of this casebook, and run `amanat verify`."


class CasebookError(AmanatError):
    """Base of what keeps a casebook from being opened or made."""

    exit_code: ClassVar[Exit] = Exit.CASEBOOK
    kept: ClassVar[str] = _UNTOUCHED


class NotACasebookError(CasebookError):
    code = "not-a-casebook"
    happened = "There is no casebook in {item}."
    remedy = "Name the casebook's folder with -C, or make a new one with `amanat init FOLDER`."


class CasebookExistsError(CasebookError):
    code = "casebook-exists"
    happened = "There is a casebook in {item} already."
    remedy = "Choose another folder for the new one, or go on with this one by -C {item}."


class FolderNotEmptyError(CasebookError):
    code = "folder-not-empty"
    happened = "{item} holds other files, {example} among them."
    remedy = "Make the casebook in a new or empty folder."


class WrongPassphraseError(CasebookError):
    code = "wrong-passphrase"
    happened = "That passphrase does not open the casebook {item}."
    remedy = (
        "Mind the keyboard's language, capitals and spaces, and type it again. Nobody can open a casebook "
        "without its passphrase, the makers of Amanat neither."
    )


class EmptyPassphraseError(CasebookError):
    code = "empty-passphrase"
    happened = "The passphrase for {item} is empty."
    remedy = "Give one of several words that nobody could guess."


class SamePassphraseError(CasebookError):
    code = "same-passphrase"
    exit_code: ClassVar[Exit] = Exit.USAGE
    happened = "The new passphrase of {item} is the one that it has."
    remedy = "Choose another: several words that nobody could guess."


class PassphraseUnloggedError(AmanatError):
    code = "passphrase-unlogged"
    exit_code: ClassVar[Exit] = Exit.STORAGE
    happened = "The passphrase of {item} was changed, but that could not be entered in its log. {why}"
    kept = "The new passphrase opens the casebook, and the old one does not."
    remedy = (
        "When that is mended, run `amanat verify`; change the passphrase once more for an entry in the log."
    )


class PassphraseUnreadableError(CasebookError):
    code = "passphrase-unreadable"
    happened = "The passphrase could not be read from {item}: {why}."
    remedy = "Check AMANAT_PASSPHRASE_FILE or --passphrase-fd, or type the passphrase when asked."


class DamagedHeaderError(CasebookError):
    code = "damaged-header"
    happened = "The key file casebook.json of {item} is damaged: {why}."
    remedy = _FROM_BACKUP.format(part="casebook.json")


class WeakHeaderError(CasebookError):
    code = "weak-header"
    happened = (
        "The key file casebook.json of {item} asks for a weaker protection of the passphrase than Amanat "
        "ever writes: {why}."
    )
    remedy = (
        "Somebody may have put it there to learn your passphrase. Do not type the passphrase again; put back "
        "casebook.json from a backup that you trust."
    )


class MissingDatabaseError(CasebookError):
    code = "missing-database"
    happened = "The casebook {item} has no database: casebook.db is not in the folder."
    remedy = _FROM_BACKUP.format(part="casebook.db")


class DamagedDatabaseError(CasebookError):
    code = "damaged-database"
    happened = "The database {item} is damaged, or is another casebook's: {why}."
    remedy = _FROM_BACKUP.format(part="casebook.db")


class DatabaseOutOfReachError(CasebookError):
    code = "database-out-of-reach"
    happened = "The database of the casebook {item} did not answer: {why}."
    remedy = "See that the database server runs and lets you in, then try again."


class MissingVaultError(CasebookError):
    code = "missing-vault"
    happened = "The casebook {item} has no vault: the folder that keeps the reports' files is gone."
    remedy = _FROM_BACKUP.format(part="the folder `vault`")


class CasebookOlderError(CasebookError):
    code = "casebook-older"
    happened = "The casebook {item} is of format {found}; this Amanat works with format {known}."
    remedy = (
        "Make a copy of the folder, then open it once with the last release that knew format {found}: the "
        "changelog says which, and that it brings the casebook up to date."
    )


class CasebookNewerError(CasebookError):
    code = "casebook-newer"
    happened = "The casebook {item} was written by a newer Amanat ({found}; this one knows {known})."
    remedy = "Install the newer Amanat on this machine. Do not try to open it with this one."


class CasebookBusyError(CasebookError):
    code = "casebook-busy"
    happened = "The casebook {item} is open in another program, and this needs it alone."
    remedy = "Close the desk and other commands that use this casebook, then try again."


class StorageError(AmanatError):
    """Base of what the disk refuses."""

    exit_code: ClassVar[Exit] = Exit.STORAGE
    kept: ClassVar[str] = (
        "Everything that was acknowledged before is kept; of this item nothing was left behind."
    )


class DiskFullError(StorageError):
    code = "disk-full"
    happened = "There is no space left on the disk for {item}."
    remedy = "Make room, then run the same command again: it goes on where it stopped."


class NoPermissionError(StorageError):
    code = "no-permission"
    happened = "The system does not let Amanat read or write {item}."
    remedy = "Give yourself the right to that file or folder, then run the same command again."


class DiskFaultError(StorageError):
    code = "disk-fault"
    happened = "The disk failed at {item}: {why}."
    remedy = "Copy the casebook to another disk now, and run `amanat verify` on the copy."


class MissingEvidenceError(AmanatError):
    code = "missing-evidence"
    exit_code = Exit.CHANGED
    happened = "The file of report {item} is not in the vault."
    kept = "What was read from it is still in the casebook."
    remedy = "Put the folder `vault` back from a backup, and run `amanat verify`."


class ChangedEvidenceError(AmanatError):
    code = "changed-evidence"
    exit_code = Exit.CHANGED
    happened = "The file of report {item} in the vault is not what was received: {why}."
    kept = "It was not opened. What was read from it is still in the casebook."
    remedy = (
        "Keep the changed file for an expert, put the right one back from a backup, and run `amanat verify`."
    )


class DamagedCheckpointsError(AmanatError):
    code = "damaged-checkpoints"
    exit_code = Exit.CHANGED
    happened = "The log's checkpoints in {item} were changed: {why}."
    kept = "The records themselves were not touched by this check."
    remedy = "Compare with a checkpoint kept elsewhere (in a backup or with a colleague)."


class NoCheckpointError(AmanatError):
    code = "no-checkpoint"
    exit_code = Exit.USAGE
    happened = "{item} holds no checkpoint."
    kept = "Nothing was compared with it, and nothing else was checked."
    remedy = "Name a file that `amanat verify --checkpoint FILE` wrote, or leave --against out."


class NotAFolderError(CasebookError):
    code = "not-a-folder"
    happened = "No casebook can be made as {item}: {why}."
    remedy = "Name a folder that is new or empty, in one that is there."


class DamagedLogError(AmanatError):
    code = "damaged-log"
    exit_code = Exit.CHANGED
    happened = "The log of {item} does not hold together: {why}."
    kept = "Nothing was written."
    remedy = (
        "Run `amanat verify`, which names every difference; put the database back from a backup if need be."
    )
