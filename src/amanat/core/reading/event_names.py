"""The names that a text gives to what it has told: "his arrest", "her return", "when she was detained"."""

from __future__ import annotations

from functools import cache

_NOUNS_OF = {
    "detention": (
        "detention",
        "arrest",
        "imprisonment",
        "internment",
        "captivity",
        "incarceration",
        "stay",
        "abduction",
        "capture",
        "apprehension",
    ),
    "release": ("release", "freedom"),
    "flight": ("escape", "flight", "departure"),
    "travel": ("trip", "arrival", "return", "journey", "visit"),
    "deportation": ("deportation", "expulsion", "extradition", "return"),
    "sentence": ("sentence", "sentencing", "verdict", "conviction"),
    "prosecution": ("trial",),
    "transfer": ("transfer",),
    "killing": ("killing", "death", "murder"),
    "death in custody": ("death",),
    "enforced disappearance": ("disappearance",),
    "interrogation": ("interrogation", "questioning"),
}
AT_ONCE = frozenset({"arrest", "abduction", "capture", "apprehension"})
"""What begins a detention and is not its whole length."""
_PARTICIPLES_OF = {
    "detention": ("arrested", "detained", "taken", "abducted", "seized", "imprisoned", "jailed", "captured"),
    "release": ("released", "freed"),
    "deportation": ("deported", "expelled"),
    "sentence": ("sentenced", "convicted"),
    "transfer": ("transferred", "moved"),
    "killing": ("killed", "shot", "murdered", "executed"),
}
_WHO_WAS = (
    "being",
    *(f"{who} was" for who in ("he", "she", "i")),
    *(f"{who} were" for who in ("they", "we")),
)


@cache
def names_of(kind: str) -> tuple[str, ...]:
    """By which words a text may name an act that it has told: "arrest", "being arrested", "she was arrested"."""
    said = [f"{who} {verb}" for who in _WHO_WAS for verb in _PARTICIPLES_OF.get(kind, ())]
    return (*_NOUNS_OF.get(kind, ()), *said)
