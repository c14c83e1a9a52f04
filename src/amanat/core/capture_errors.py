"""Why a page could not be captured: one class for each cause. Nothing is received then."""

from __future__ import annotations

from amanat.core.errors import AmanatError, Exit


class CaptureError(AmanatError):
    """Base of all reasons why no capture came about."""

    exit_code = Exit.UNREAD
    kept = "Nothing was taken in, and the casebook is as it was."


class CaptureAddressError(CaptureError):
    code = "capture-address"
    exit_code = Exit.USAGE
    happened = "{item} is not captured: {why}."
    remedy = (
        "Give the whole address of a page, as it stands in a browser: it begins with https:// or http://."
    )


class BrowserMissingError(CaptureError):
    code = "browser-missing"
    exit_code = Exit.NOT_FOUND
    happened = "{item} was not captured: that takes Chromium, which was not found here."
    remedy = (
        "Install it (Debian: sudo apt install chromium), or name a browser of its kind in AMANAT_BROWSER."
    )


class BrowserUnsafeError(CaptureError):
    code = "browser-unsafe"
    exit_code = Exit.REFUSED
    happened = "{item} was not captured: the browser could not be started behind a wall of its own ({why})."
    remedy = "Install bubblewrap (Debian, Ubuntu: sudo apt install bubblewrap), and do not run this as root without it."


class PageUnreachedError(CaptureError):
    code = "page-unreached"
    happened = "{item} could not be reached: {why}."
    remedy = "Check the address and your connection, or --proxy if you use one; then try again."


class CaptureTimedOutError(CaptureError):
    code = "capture-timed-out"
    happened = "{item} did not answer within {seconds} seconds."
    remedy = "Try again later, or raise AMANAT_CAPTURE_SECONDS."


class BrowserFailedError(CaptureError):
    code = "browser-failed"
    happened = "The browser broke off while it captured {item} ({how})."
    remedy = "Try again; if it happens again, update Chromium."


class CaptureTooLargeError(CaptureError):
    code = "capture-too-large"
    happened = "The capture of {item} came to {megabytes} MB; more than {limit} MB are not taken in."
    remedy = "Raise AMANAT_MAX_FILE_MB if it is wanted all the same."
