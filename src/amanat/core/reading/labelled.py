"""Cases under a label of their own: "Case 4. Released in May. Jan Kolar had been …". What a case says without a subject
is of whom the case names, and of nobody in the case before.
"""

from __future__ import annotations

import re

from amanat.core.reading.cast import Cast
from amanat.core.reading.names import Sort
from amanat.core.reading.referent import Referent
from amanat.core.reading.sentences import Sentence

_LABEL = re.compile(r"(?:case|entry|incident|profile|file|victim)(?: no\.?)? ?#?\d{1,4}\s*[.:–—-]?\s*", re.I)


def begins_case(sentence: Sentence, cast: Cast) -> bool:
    """Whether nothing but a label stands before it in its paragraph."""
    before = [
        one
        for one in cast.sentences
        if one.paragraph == sentence.paragraph and one.number < sentence.number and one.zone is sentence.zone
    ]
    return len(before) == 1 and _LABEL.fullmatch(before[0].text) is not None


def named_in_case(sentence: Sentence, cast: Cast) -> Referent | None:
    """Whom the rest of the paragraph names first as the subject of a sentence."""
    for one in cast.sentences:
        if one.paragraph != sentence.paragraph or one.number <= sentence.number:
            continue
        for token in one.tokens():
            name = cast.names.get((one.number, token.i))
            if name is not None and name.sort is Sort.PERSON and token.dep_ in ("nsubj", "nsubjpass"):
                return cast.called(name)
    return None
