"""What a web capture made here and one read here agree on."""

RENDERED = "urn:dom:"
"""Before a page's address, the address of the page as the browser had it once its scripts had run."""
PICTURED = "urn:fullPage:"
"""The same for a picture of it from top to bottom, as other makers of captures name it."""
