"""Whom a description, a party's part in a case or a number of people means. Everybody here is invented."""

from __future__ import annotations

import pytest

from amanat.core.reading.names import Sort, find_names
from amanat.core.reading.nouns import is_agent_noun
from amanat.core.reading.sentences import parsed
from amanat.core.reading.zones import zoned

# text, kind, those it happened to: their longest names, else their descriptions
SUFFERED = [
    # the parties of a case
    (
        "1. The author of the communication is Serik Omarbay. In May the author was arrested.",
        "detention",
        ["Serik Omarbay"],
    ),
    (
        "The complainant is R.T., a herder. The complainant was beaten by soldiers.",
        "torture and ill-treatment",
        ["R.T."],
    ),
    (
        "The first applicant, Ion Munteany, and the second applicant, Dan Rusuy, live in Orhei. "
        "The second applicant was beaten by officers.",
        "torture and ill-treatment",
        ["Dan Rusuy"],
    ),
    (
        "Advocate Rana Shafiq said that Inam Wazira vanished. The petitioner was arrested in May.",
        "detention",
        ["Inam Wazira"],
    ),
    # sentences that give a name
    (
        "A man died in police custody in Ipoh. Relatives identified him as Mohan Ayasi.",
        "death in custody",
        ["Mohan Ayasi"],
    ),
    (
        "Soldiers killed two men. The victims were identified as Yunus Weyata and Otis Sanita.",
        "killing",
        ["Yunus Weyata", "Otis Sanita"],
    ),
    ("Among those released was Udo Farhani, a farmer.", "release", ["Udo Farhani"]),
    (
        "Police beat the camp's manager, an engineer named Lucho Sarabi.",
        "torture and ill-treatment",
        ["Lucho Sarabi"],
    ),
    # kin who are named later, and children
    (
        "Shah Langovi protested against the arrest of his sister. His sister, Hani Langovi, sat outside the court.",
        "detention",
        ["Hani Langovi"],
    ),
    (
        "Sara Ruizo came with her son. The boy was beaten by guards.",
        "torture and ill-treatment",
        ["Sara Ruizo’s son"],
    ),
    ("Abu Tamim watched. Police arrested his son, Tamim.", "detention", ["Tamim"]),
    # a number of people
    (
        "A court sentenced three women to ten days in jail on Tuesday. Kalida Osman, 62, Gaukhar Tole, 47, and Raisa "
        "Musabe, 39, were found guilty of an illegal protest.",
        "sentence",
        ["Kalida Osman", "Gaukhar Tole", "Raisa Musabe"],
    ),
    (
        "Officers picked up Mekdes Alemu, 31, and Yared Gasha, 29, on Friday. None of the two has been charged.",
        "prosecution",
        ["Mekdes Alemu", "Yared Gasha"],
    ),
    (
        "Jessa Malune, 24, and Rowena Gabaye, 27, were arrested in May.",
        "detention",
        ["Jessa Malune", "Rowena Gabaye"],
    ),
    ("One woman, Rose Etiene, 29, was deported.", "deportation", ["Rose Etiene"]),
    (
        "Mohan Ayasi was arrested on Friday together with 61 other workers.",
        "detention",
        ["Mohan Ayasi", "61 other workers"],
    ),
    (
        "Soldiers arrested nine fishermen on Monday. The detainees were beaten.",
        "torture and ill-treatment",
        ["nine fishermen"],
    ),
    # pronouns that cannot be who is asked, who sees, or who speaks for them
    (
        "Sherif Wahabi is in prison. Friends asked President Samir Tantawi to free him.",
        "release",
        ["Sherif Wahabi"],
    ),
    (
        "Farrukh Olimi was flown home. A passenger saw him being beaten in the bus.",
        "torture and ill-treatment",
        ["Farrukh Olimi"],
    ),
    # headlines
    (
        "Bookseller jailed for sedition\n\nHONG KONG (Pearl Wire) - Florence Tsangi, 61, was taken away on Monday. "
        "Tsangi sold books for children. The shop is closed.",
        "detention",
        ["Florence Tsangi"],
    ),
]


@pytest.mark.parametrize(("text", "kind", "who"), SUFFERED, ids=[row[0][:60] for row in SUFFERED])
def test_whom_it_happened_to(text, kind, who, reading):
    found = reading(text)
    called = {person.id: (person.names or (person.description,))[0] for person in found.people}
    said = [[called.get(one, one) for one in claim.who] for claim in found.claims if claim.kind == kind]
    assert who in said


# sentence, the persons named in it
NAMED = [
    ("S.H.M. was arrested in Ahvaz.", ["S.H.M."]),
    ("In Bafuta, a teacher was killed on Monday.", []),
    ("The parish priest of Sebako, who was detained in May, is ill.", []),
    ("Bail was refused.", []),
    ("Residents were beaten.", []),
    ("Crimean Tatars were arrested.", []),
    ("The report is by Nour L. Reported cases are few; more were reported later.", ["Nour L."]),
]


@pytest.mark.parametrize(("text", "persons"), NAMED, ids=[row[0] for row in NAMED])
def test_what_is_a_person(text, persons, english):
    names = find_names(parsed(zoned(text), english))
    assert [name.text for name in names if name.sort is Sort.PERSON] == persons


@pytest.mark.parametrize("noun", ["wrist", "manner", "trigger", "shower", "decree"])
def test_nouns_that_mean_nobody(noun, english):
    sentence = english(f"They broke the {noun} on Monday.")
    assert not any(is_agent_noun(token) for token in sentence if token.text == noun)
