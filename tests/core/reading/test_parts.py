"""Some of those who were named together, and groups that are known by what they did. Everybody here is invented."""

from __future__ import annotations

import pytest

_PAIR = "Ana Ruiz and Eva Lim were arrested on 3 May. "
_THREE = "Karim Ali, Omar Said and Emre Duman were arrested on 3 May. "

# text, kind, whom the last claim of that kind is about
MEANT = [
    (_PAIR + "Neither has been seen since.", "enforced disappearance", ["Ana Ruiz", "Eva Lim"]),
    (_PAIR + "The two young women were fined.", "fine", ["Ana Ruiz", "Eva Lim"]),
    (
        _PAIR + "Ana was released after an hour. The other was beaten.",
        "torture and ill-treatment",
        ["Eva Lim"],
    ),
    (
        "Rosa Mora was arrested with her brother Luis Mora. The former was beaten; the latter was released.",
        "torture and ill-treatment",
        ["Rosa Mora"],
    ),
    (
        "Rosa Mora was arrested with her brother Luis Mora. The former was beaten; the latter was released.",
        "release",
        ["Luis Mora"],
    ),
    (
        _THREE + "Karim was released. The other two were beaten.",
        "torture and ill-treatment",
        ["Omar Said", "Emre Duman"],
    ),
    (_PAIR + "The second was beaten.", "torture and ill-treatment", ["Eva Lim"]),
    (
        "Piotr Lahun, 41, and Yury Lahun, 33, were sentenced on Monday. The younger was beaten.",
        "torture and ill-treatment",
        ["Yury Lahun"],
    ),
    (
        "I was arrested with my brother and my uncle. The three of us were beaten. I was released in May.",
        "torture and ill-treatment",
        ["the witness", "the witness’s brother", "the witness’s uncle"],
    ),
    (
        "Soldiers entered the church and those inside were beaten.",
        "torture and ill-treatment",
        ["those inside"],
    ),
    ("Those who resisted were shot.", "killing", ["Those who resisted"]),
    (
        "Police arrested eleven fishermen on Monday. These individuals were fined.",
        "fine",
        ["eleven fishermen"],
    ),
    # nobody is borrowed where nobody was named together
    ("Karim Ali was arrested. The other was beaten.", "torture and ill-treatment", ["The other"]),
    (_THREE + "Two other men were beaten.", "torture and ill-treatment", ["Two other men"]),
]


@pytest.mark.parametrize(("text", "kind", "who"), MEANT, ids=[f"{row[0][-45:]} {row[1]}" for row in MEANT])
def test_whom_such_words_mean(text, kind, who, reading):
    found = reading(text + "\n")
    names = {one.id: one.names[0] if one.names else one.description for one in found.people}
    claims = [claim for claim in found.claims if claim.kind == kind]
    assert [names.get(one, one) for one in claims[-1].who] == who


# text, kind, whom it is about: within an official's words "he" is never the official
QUOTED = [
    (
        "Komlan Adzrah, 41, was arrested on Sunday. The spokesman, Colonel Bawa, spoke to reporters. "
        '"He was released after an hour," he said of the treasurer.',
        "release",
        ["Komlan Adzrah"],
    ),
    (
        "Rokeya Begum was arrested in March. Her friend Minara was arrested as well. "
        '"She was beaten every night," said Minara.',
        "torture and ill-treatment",
        ["Rokeya Begum"],
    ),
    ("Karim Ali was arrested in May. The police denied that he had been beaten.", "denial", ["Karim Ali"]),
]


@pytest.mark.parametrize(("text", "kind", "who"), QUOTED, ids=[row[0][-45:] for row in QUOTED])
def test_whom_quoted_words_are_about(text, kind, who, reading):
    test_whom_such_words_mean(text, kind, who, reading)
