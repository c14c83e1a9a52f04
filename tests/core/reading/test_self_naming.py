"""Whoever says "I" is known by the name the page gives: above the account, in it, at its end."""

from __future__ import annotations

import pytest

TOLD = "I was arrested in March 2016. The soldiers beat me with rifles. My brother was killed in the school."

# the page around the account, and its teller's name
NAMED = [
    ("Recorded in Lima on 4 June 2019. The witness is called Ilaria here.\n\n{told}", "Ilaria"),
    ("Recorded in May. We call her Ilaria here; her village is not printed.\n\n{told}", "Ilaria"),
    ("Tape 3, side A: Doña Rosa Imbaya, potter\n\n{told}", "Rosa Imbaya"),
    ("River Voices, cassette 12. Rosa Imbaya, born in the hills\n\n{told}", "Rosa Imbaya"),
    ("Coast Memory Collection: Elder Rosa Imbaya, as spoken to her niece\n\n{told}", "Rosa Imbaya"),
    ("COMMISSION OF THE COAST, DAY 2\n\nWitness 7: Mrs. Rosa Imbaya, called at ten.\n\n{told}", "Rosa Imbaya"),
    ("DECLARATION OF ROSA IMBAYA\n\n{told}", "Rosa Imbaya"),
    ("STATEMENT no. 41/22\n\nTaken down on 9 May 2022 by I. Brandt.\n\n{told}", "41/22"),
    ("INTERVIEW REF. KO-7/19\n\n{told}", "KO-7/19"),
    ("TESTIMONY OF CAMP SURVIVORS\n\nThe camp had survivors.\n\n{told}", "the witness"),
    ("STATEMENT\n\nName: Rosa Imbaya. Year of birth: 1979. I make this statement freely.\n\n{told}", "Rosa Imbaya"),
    ("What I told the clerk\n\nby Ilaria, 27, from Kora; taken down by a volunteer\n\n{told}", "Ilaria"),
    ("Dear members of the Commission,\n\nMy name I write here as Rosa Imbaya.\n\n{told}", "Rosa Imbaya"),
    ("Letter from Kora detention centre\n\nMy name is Ilaria and I write for us all.\n\n{told}", "Ilaria"),
    ("I, Rosa Imbaya K., declare that this is true.\n\n{told}", "Rosa Imbaya K."),
    ("I am Pastor Anton K., fifty-two, of the hill chapel.\n\n{told}", "Anton K."),
    ("To the Protection Officer, from Rosa Imbaya, case of many years\n\nDear Madam,\n\n{told}", "Rosa Imbaya"),
    ("To: the officer who decides the case of Rosa Imbaya\n\n{told}", "Rosa Imbaya"),
    ("Dear friends,\n\n{told}\n\nThe food is more or less. With warm greetings from room 14, your Anton", "Anton"),
    ("Dear friends,\n\n{told}\n\nGod bless your work. Ilaria, mother of two.", "Ilaria"),
    ("Dear friends,\n\n{told}\n\nWith respect, Rosa Imbaya. 2 October, Lima", "Rosa Imbaya"),
    ("Dear friends,\n\n{told}\n\n— Rosa Imbaya, Lima", "Rosa Imbaya"),
    ("My husband, the journalist Anton Reyn, was arrested in May.\n\n{told} Anton was beaten.", "the witness"),
]  # fmt: skip


def tellers(found, words):
    names = {one.id: max(one.names, key=len) if one.names else one.description for one in found.people}
    return [
        [names.get(each.name, each.name) for each in claim.told_by if each.name != found.report.outlet]
        for claim in found.claims
        if words in claim.passage.quote
    ]


@pytest.mark.parametrize(
    ("page", "name"), NAMED, ids=[f"{row[1]} {number}" for number, row in enumerate(NAMED)]
)
def test_the_page_names_whoever_says_i(page, name, reading):
    assert [name] in tellers(reading(page.format(told=TOLD)), "I was arrested in March 2016")


HEARING = """HEARING OF THE COAST COMMISSION, second session

Witness no. 12, Mrs. Rosa Imbaya, formerly of Kora. Sworn on her own book. MR. DORN: Where did you live? A. In Kora.

MR. DORN: Who took you? A. Soldiers arrested me in May 2011. They beat my son. MR. DORN: And then?

A. I was released in June 2012. THE PRESIDENT: Do you need a moment? A. No."""

INITIALS = """River Archive. Interview with Elba Nocera, recorded in 2009

EN: First you must know that my daughter was kind. EN: Soldiers arrested her in May 1976.

Q: How did you find out? EN: From the neighbour. I was arrested too."""

ONE_QUESTION = """River Voices, cassette 9. Rosa Imbaya, born in the hills

I was arrested in May 1949. The soldiers killed my father.

Q. And school?

Later I went to school. My cousin was sentenced to twenty years for a dance."""

SUMMARY = """Interview record C-19: Rosa Imbaya, camp 9

Interviewer: field officer. Date: 30 November 2018.

Rosa Imbaya is a woman of about 34 from Kora. She said that the soldiers beat her husband.

Her neighbour was arrested in May 2017."""

ABOUT_ANOTHER = """Neighbours, a few of you asked what happened on Thursday, and I was there.

They arrested Anton Reyn at the bridge. I saw it from my window. He was beaten in the car.

He was released on Friday. I think that he is well, and my wife took him soup."""

WIFE = """I am the wife of Karim Dorn, and I write this in Kora.

My husband was arrested on 5 May 2020. I asked for him at every station."""

VOICED = [
    (HEARING, "Soldiers arrested me", "Rosa Imbaya"),
    (HEARING, "I was released", "Rosa Imbaya"),
    (INITIALS, "Soldiers arrested her", "Elba Nocera"),
    (INITIALS, "I was arrested too", "Elba Nocera"),
    (ONE_QUESTION, "I was arrested in May", "Rosa Imbaya"),
    (ONE_QUESTION, "sentenced to twenty years", "Rosa Imbaya"),
    (SUMMARY, "was arrested in May 2017", "Rosa Imbaya"),
    (ABOUT_ANOTHER, "They arrested Anton Reyn", "the witness"),
    (ABOUT_ANOTHER, "He was released", "the witness"),
]


@pytest.mark.parametrize(("page", "words", "name"), VOICED, ids=[row[1] for row in VOICED])
def test_whose_account_it_is(page, words, name, reading):
    assert [name] in tellers(reading(page), words)


def test_my_husband_is_he_whose_wife_speaks(reading):
    found = reading(WIFE)
    karim = next(one.id for one in found.people if "Karim Dorn" in one.names)
    assert [claim.who for claim in found.claims if claim.kind == "detention"] == [(karim,)]
