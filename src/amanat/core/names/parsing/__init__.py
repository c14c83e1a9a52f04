"""A name of any script in its parts: ``parse`` with all that is known of them, ``tokens`` for an index."""

from amanat.core.names.parsing.light import tokens
from amanat.core.names.parsing.walk import parse

__all__ = ["parse", "tokens"]
