"""spaCy without its command line, which it imports for itself and nothing here asks for.

``import spacy`` also imports its commands, and with them an HTTP client, a project tool and a template engine:
a third of the time, and code that speaks to other machines in the process that reads secret reports. Stand-ins
hold the commands' places while spaCy is imported and are gone afterwards: ``import spacy.cli`` gives the real
ones, as ever. It has to be the first import of spaCy in a process; later it changes nothing.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def _info(*asked: object, **named: object) -> object:
    """``spacy.info`` as it would have been; the commands come with it."""
    return importlib.import_module("spacy.cli.info").info(*asked, **named)


@contextmanager
def _standing_in() -> Iterator[None]:
    stand_ins = [ModuleType(name) for name in _COMMANDS]
    for each in stand_ins:
        each.__dict__.update(__path__=[], info=_info)
    sys.modules.update({each.__name__: each for each in stand_ins})
    try:
        yield
    finally:
        for each in stand_ins:
            if sys.modules.get(each.__name__) is each:
                del sys.modules[each.__name__]


def _imported() -> ModuleType:
    if "spacy" in sys.modules:
        return importlib.import_module("spacy")
    with _standing_in():
        found = importlib.import_module("spacy")
    found.__dict__.pop("cli", None)
    return found


spacy = _imported()
