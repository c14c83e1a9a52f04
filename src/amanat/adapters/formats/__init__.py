"""File formats: ``extract(path)`` gives a file's text, or says by name why there is none."""

from amanat.adapters.formats.extracted import Extracted
from amanat.adapters.formats.extracting import Limits, extract, extract_bytes, read_file
from amanat.adapters.formats.unpacking import Member, unpack

__all__ = ["Extracted", "Limits", "Member", "extract", "extract_bytes", "read_file", "unpack"]
