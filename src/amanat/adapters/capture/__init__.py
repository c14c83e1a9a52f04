"""Capturing a web page through a real browser, when the user asks for it: ``capture(url)`` gives a WACZ file."""

from amanat.adapters.capture.capturing import Captured, capture

__all__ = ["Captured", "capture"]
