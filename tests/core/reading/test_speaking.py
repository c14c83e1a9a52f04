"""Whose voice a page speaks in: witnesses, posts, conversations, letters, and what stands around them."""

from __future__ import annotations

import pytest

TESTIMONY = """VALLEY WITNESS PROJECT
Testimony of Rosa Imbaya
Recorded in Lima on 4 June 2019.

Rosa Imbaya is a teacher. She spoke to us at her sister's house.

I was arrested in March 2016. The soldiers beat me with rifles. My husband told me later that they had burned our house.

They kept us for nine days in the school. My cousin Pedro was killed there.

Rosa Imbaya lives in Lima. Her husband was detained last year."""

UNLABELLED = """COAST HUMAN RIGHTS ARCHIVE
Interview no. 22, recorded 5 May 2021

What happened after you left the village?

I was arrested at the bridge. They beat me for two days.

Who arrested you?

The police of the district arrested me. My brother was arrested too.

Did anybody die?

One man died in the cell. A guard told my brother that he had been strangled."""

LETTERED = """ARCHIVE OF THE COAST
Interview with Amina Sow, 3 May 2020

Q. Who took you?

A. Soldiers arrested me in January. They beat my son.

Q. The army says that nobody was beaten. What do you say?

A. They were beaten in front of me."""

THREAD = """Nadia Fawzi @nadia_fawzi
12 February 2022 · Thread

1/ Fawzi Karam was arrested two years ago today. He is 61.

2/ He was sentenced to seven years in March 2021. Prison guards beat him in August 2021, he told my mother.

3/ The prison doctor was released last week."""

POSTS = """Posts collected from a page about the missing of Kora

Lida Perez, 15 July 2022, 23:50
Soldiers arrested Tomas at the bridge.

Anton Reyn, 17 July, 6:12
They released Tomas yesterday.

412 shares · 97 comments"""

BRIEFING = """MINISTRY OF THE INTERIOR
Press briefing, 4 May 2023

Question (Hill Radio): Residents say that three men were arrested in Kora. Is that so?

Pavel Dorn, spokesperson of the ministry: Two men were arrested on 2 May. Nobody was beaten.

Question (The Courier): Will they be released?

Pavel Dorn: They were released on Wednesday."""

LETTER = """RIVERSIDE LEGAL NETWORK
Open letter, 3 March 2020

Dear Mr President,

I am writing about my son Dato. He was arrested on 5 January 2020 and beaten by police. I ask you to release him.

Yours sincerely,

Manana Gelash"""

# page, words of a claim's passage, its tellers without the outlet
VOICES = [
    (TESTIMONY, "I was arrested in March", ["Rosa Imbaya"]),
    (TESTIMONY, "My cousin Pedro was killed", ["Rosa Imbaya"]),
    (TESTIMONY, "Her husband was detained", []),
    (UNLABELLED, "I was arrested at the bridge", ["22"]),
    (UNLABELLED, "My brother was arrested too", ["22"]),
    (UNLABELLED, "he had been strangled", ["A guard", "22’s brother", "22"]),
    (LETTERED, "Soldiers arrested me in January", ["Amina Sow"]),
    (LETTERED, "They beat my son", ["Amina Sow"]),
    (THREAD, "was arrested two years ago", ["Nadia Fawzi"]),
    (THREAD, "was sentenced to seven years", ["Nadia Fawzi"]),
    (THREAD, "The prison doctor was released", ["Nadia Fawzi"]),
    (POSTS, "Soldiers arrested Tomas", ["Lida Perez"]),
    (POSTS, "They released Tomas", ["Anton Reyn"]),
    (BRIEFING, "three men were arrested", ["Residents"]),
    (BRIEFING, "Two men were arrested", ["Pavel Dorn"]),
    (BRIEFING, "They were released on Wednesday", ["Pavel Dorn"]),
    (LETTER, "He was arrested on 5 January", ["Manana Gelash"]),
]


@pytest.mark.parametrize(("page", "words", "tellers"), VOICES, ids=[row[1] for row in VOICES])
def test_whose_voice_it_is(page, words, tellers, reading):
    found = reading(page)
    names = {one.id: max(one.names, key=len) if one.names else one.description for one in found.people}
    chains = [
        [
            names.get(teller.name, teller.name)
            for teller in claim.told_by
            if teller.name != found.report.outlet
        ]
        for claim in found.claims
        if words in claim.passage.quote
    ]
    assert tellers in chains


@pytest.mark.parametrize(
    "asked", ["Who took you?", "Is that so?", "Will they be released?", "Did anybody die?"]
)
def test_a_question_claims_nothing(asked, reading):
    pages = (UNLABELLED, LETTERED, BRIEFING)
    assert not [
        claim for page in pages for claim in reading(page).claims if claim.passage.quote.endswith(asked)
    ]


def test_a_posts_days_are_seen_from_the_post(reading):
    released = [claim for claim in reading(POSTS).claims if claim.kind == "release"]
    assert [claim.when for claim in released] == ["2022-07-16"]
