"""Why a file could not be read: one class for each cause. The file itself is never touched.

``REFUSALS`` maps the codes that a sandboxed parser may answer with to their errors; nothing else crosses.
"""

from __future__ import annotations

from amanat.core.errors import AmanatError, Exit


class FormatError(AmanatError):
    """Base of all reasons why no text could be had from a file."""

    exit_code = Exit.UNREAD
    kept = "The file itself is untouched."


class FileMissingError(FormatError):
    code = "file-missing"
    exit_code = Exit.NOT_FOUND
    happened = "There is no file {item}."
    kept = ""
    remedy = "Check the name and the folder you are in."


class FileForbiddenError(FormatError):
    code = "file-forbidden"
    exit_code = Exit.STORAGE
    happened = "{item} may not be opened: the system says “{reason}”."
    remedy = "Ask whoever owns the file for permission to read it, or copy it to a folder of yours."


class NotAFileError(FormatError):
    code = "not-a-file"
    happened = "{item} is {what}, not a file that holds a report."
    remedy = "Name the file itself."


class EmptyFileError(FormatError):
    code = "empty-file"
    happened = "{item} is empty: it holds not a single readable character."
    remedy = "Ask for the file again where it came from."


class FileTooLargeError(FormatError):
    code = "file-too-large"
    happened = "{item} is {megabytes} MB; {kind} of more than {limit} MB is not read."
    remedy = "Split it, or raise {setting} if this computer has the memory for it."


class TextTooLongError(FormatError):
    code = "text-too-long"
    happened = (
        "The text of {item} is longer than {limit} MB, which is more than one report is expected to have."
    )
    remedy = "Split it into its reports, or raise AMANAT_MAX_TEXT_MB."


class UnknownBinaryError(FormatError):
    code = "unknown-binary"
    happened = "{item} is not text, nor a kind of document known here."
    remedy = "Open it in the program it was made with and save it as PDF or text."


class UnsupportedKindError(FormatError):
    code = "unsupported-kind"
    happened = "{item} is {kind}, which can not be read yet."
    remedy = (
        "Save it as text, PDF, DOCX or ODT, or unpack it, and add that; docs/formats.md lists what is read."
    )


class EncodingUnknownError(FormatError):
    code = "encoding-unknown"
    happened = "It could not be told in which encoding {item} is written."
    remedy = "Open it in an editor where it can be read, and save it as UTF-8."


class NoTextError(FormatError):
    code = "no-text"
    happened = "There is no readable text in {item}."
    remedy = "If it shows text when you open it, save that as text or PDF and add it."


class FramesOnlyError(FormatError):
    code = "frames-only"
    happened = "{item} shows other pages in frames and has no text of its own: {frames}."
    remedy = "Save the pages that it shows, each by itself, and add those."


class PdfDamagedError(FormatError):
    code = "pdf-damaged"
    happened = "{item} is a PDF that is cut off or damaged."
    remedy = (
        "Ask for the file again where it came from, or open it in a PDF viewer and print it to a new PDF."
    )


class PdfEncryptedError(FormatError):
    code = "pdf-encrypted"
    happened = "{item} is a PDF locked with a password."
    remedy = "Open it with its password, print it to a new PDF without one, and add that."


class PdfWithoutTextError(FormatError):
    code = "pdf-without-text"
    happened = "{item} is a PDF of {pages} pages that holds pictures and no text: it was scanned."
    remedy = "Add a transcript, or a PDF with a text layer."


class OcrMissingError(FormatError):
    code = "ocr-missing"
    happened = "{item} is a scan: a picture of text. To read it takes tesseract, which is not installed here."
    remedy = (
        "Install it with the languages you need (Debian, Ubuntu: sudo apt install tesseract-ocr "
        "tesseract-ocr-rus) and add the file again; or add a transcript."
    )


class OcrPackMissingError(FormatError):
    code = "ocr-pack-missing"
    happened = "{item} is a scan, and tesseract has no language pack {packs} here to read it with."
    remedy = "Install it (Debian, Ubuntu: sudo apt install {packages}) and add the file again."


class OcrLanguageMissingError(FormatError):
    code = "ocr-language-missing"
    happened = (
        "{item} is a scan in {script} letters, for which tesseract has no language pack here; with another one "
        "its letters would only be guessed, so it was not read."
    )
    remedy = (
        "Install one (Debian, Ubuntu: sudo apt install {packages}) and add the file again, if need be with "
        "--language; or add a transcript."
    )


class ScanIllegibleError(FormatError):
    code = "scan-illegible"
    happened = (
        "No text could be made out in {item}: of what looks like letters tesseract is {sureness} of 100 sure."
    )
    remedy = (
        "If there is text on it, take the picture again, straight from above, sharp and in even light; or name "
        "its language with --language; or add a transcript."
    )


class ScanTimedOutError(FormatError):
    code = "scan-timed-out"
    happened = "Reading the scanned pages of {item} took too long and was stopped."
    remedy = (
        "Split it, or raise AMANAT_SCAN_SECONDS (now {scan_seconds}) if it has many pages; a page that shows text "
        "takes seconds, noise and patterns take for ever."
    )


class PictureDamagedError(FormatError):
    code = "picture-damaged"
    happened = "{item} is a picture that is cut off or damaged."
    remedy = "Ask for it again where it came from, or open it in a program for pictures and save it anew."


class PictureTooLargeError(FormatError):
    code = "picture-too-large"
    happened = (
        "{item} is a picture of {megapixels} million points; more than {limit} million are not unpacked."
    )
    remedy = (
        "No camera makes such pictures: treat it as hostile, or save it smaller if you know where it is from."
    )


class CaptureDamagedError(FormatError):
    code = "capture-damaged"
    happened = "{item} is a web capture that is cut off or damaged: no page could be had from it."
    remedy = "Ask for the file again where it came from, or capture the page anew if it is still there."


class CaptureWithoutPageError(FormatError):
    code = "capture-without-page"
    happened = "{item} is a web capture in whose {records} records there is no page with text."
    remedy = "If it shows a page when it is replayed, save that page as HTML or PDF and add it."


class PdfTooManyPagesError(FormatError):
    code = "pdf-too-many-pages"
    happened = "{item} is a PDF of {pages} pages; more than {limit} are not read as one report."
    remedy = "Split it, or raise AMANAT_MAX_PDF_PAGES."


class DocxDamagedError(FormatError):
    code = "docx-damaged"
    happened = "{item} is a Word document that is cut off or damaged."
    remedy = "Ask for the file again, or open it in a word processor and save it anew."


class DocumentDamagedError(FormatError):
    code = "document-damaged"
    happened = "{item} is an OpenDocument text or a workbook that is cut off or damaged."
    remedy = "Ask for the file again, or open it in LibreOffice or Excel and save it anew."


class DocumentLockedError(FormatError):
    code = "document-locked"
    happened = "{item} is locked with a password."
    remedy = "Open it with its password, save it without one, and add that."


class ArchiveDamagedError(FormatError):
    code = "archive-damaged"
    happened = "{item} is a ZIP archive that is cut off or damaged."
    remedy = "Ask for the file again where it came from, or unpack what can be and add that."


class ArchiveEmptyError(FormatError):
    code = "archive-empty"
    happened = "{item} is a ZIP archive with no file in it."
    remedy = "Ask for the file again where it came from."


class ArchiveTooLargeError(FormatError):
    code = "archive-too-large"
    happened = "What is in {item} takes {unpacked} MB, more than is unpacked from one file."
    remedy = "Unpack it yourself and add the folder, or raise AMANAT_MAX_FILE_MB."


class TooManyMembersError(FormatError):
    code = "too-many-members"
    happened = "{item} holds {members} parts; more than {limit} are not taken out of one file."
    remedy = (
        "Save what you need of it into a folder and add that folder; for archives, AMANAT_MAX_MEMBERS can be "
        "raised."
    )


class NestedTooDeepError(FormatError):
    code = "nested-too-deep"
    happened = "In {item} files lie one in another, {depth} deep; more than {limit} are not opened."
    remedy = "Unpack it yourself and add what you need. Nobody packs like that without a purpose: be careful."


class TranscriptEmptyError(FormatError):
    code = "transcript-empty"
    happened = "{item} is a transcript without a single word: {cues} time codes, and nothing said at any."
    remedy = "Ask for the file again where it came from, or transcribe the recording anew."


class DocumentUnsafeError(FormatError):
    code = "document-unsafe"
    happened = "{item} is built to do harm or to exhaust the computer: {reason}."
    remedy = "Do not open it elsewhere. It is kept as evidence; tell whoever looks after your computers."


class ParserTimedOutError(FormatError):
    code = "parser-timed-out"
    happened = "Reading {item} took more than {seconds} seconds and was stopped."
    remedy = "Raise AMANAT_PARSE_SECONDS if the file is known to be good; otherwise treat it as hostile."


class ParserOutOfMemoryError(FormatError):
    code = "parser-out-of-memory"
    happened = "Reading {item} took more than {megabytes} MB of memory and was stopped."
    remedy = "Raise AMANAT_PARSE_MEMORY_MB if the file is known to be good; otherwise treat it as hostile."


class ParserFailedError(FormatError):
    code = "parser-failed"
    happened = "The parser broke off on {item} ({how})."
    remedy = "The file may be damaged or hostile. Save it anew as text or PDF if you can read it elsewhere."


class ParserTrespassedError(FormatError):
    code = "parser-trespassed"
    happened = (
        "While {item} was read, something in it tried to reach out of the sandbox ({how}) and was stopped."
    )
    remedy = "Treat the file as hostile: do not open it elsewhere; tell whoever looks after your computers."


class SandboxMissingError(FormatError):
    code = "sandbox-missing"
    exit_code = Exit.REFUSED
    happened = (
        "{item} was not opened: everything but plain text is only read in a sandbox, and there is none here "
        "({why})."
    )
    remedy = (
        "Install bubblewrap (Debian, Ubuntu: sudo apt install bubblewrap) or use a Linux kernel with "
        "Landlock. On a computer that holds nothing else, AMANAT_SANDBOX=rlimits reads them with less "
        "protection."
    )


_ALL: tuple[type[FormatError], ...] = (
    EmptyFileError,
    FileTooLargeError,
    TextTooLongError,
    UnknownBinaryError,
    UnsupportedKindError,
    EncodingUnknownError,
    NoTextError,
    FramesOnlyError,
    PdfDamagedError,
    PdfEncryptedError,
    PdfWithoutTextError,
    OcrMissingError,
    OcrPackMissingError,
    OcrLanguageMissingError,
    ScanIllegibleError,
    ScanTimedOutError,
    PictureDamagedError,
    PictureTooLargeError,
    CaptureDamagedError,
    CaptureWithoutPageError,
    PdfTooManyPagesError,
    DocxDamagedError,
    DocumentDamagedError,
    DocumentLockedError,
    ArchiveDamagedError,
    ArchiveEmptyError,
    ArchiveTooLargeError,
    TooManyMembersError,
    NestedTooDeepError,
    TranscriptEmptyError,
    DocumentUnsafeError,
    ParserTimedOutError,
    ParserOutOfMemoryError,
    ParserFailedError,
    ParserTrespassedError,
)

REFUSALS: dict[str, type[FormatError]] = {error.code: error for error in _ALL}
"""By code; only these may be answered from inside the sandbox."""
