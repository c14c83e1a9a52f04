"""Kin and companions who are told of by turns: by what they are to somebody, together, by name. Nobody is real."""

from __future__ import annotations

import pytest

# text, kind, those it happened to: their longest names, else their descriptions
SUFFERED = [
    # those who are one another's kin are so together
    (
        "Habib Nouri was arrested in May with his younger brother. The brothers were beaten.",
        "torture and ill-treatment",
        ["Habib Nouri", "Habib Nouri’s brother"],
    ),
    (
        "Habib Nouri was moved. His brother Yunus, who asked for him, was arrested. Both brothers were beaten.",
        "torture and ill-treatment",
        ["Habib Nouri", "Yunus"],
    ),
    (
        "Habib Nouri was arrested with his younger brother. The brothers were beaten. The younger one was released.",
        "release",
        ["Habib Nouri’s brother"],
    ),
    (
        "Rosa Imba was arrested with her elder sister. The sisters were beaten. The younger was released in June.",
        "release",
        ["Rosa Imba"],
    ),
    (
        "Rosa Imba was held in Zelva. Her son, who was fifteen, had to watch. Both were deported in May.",
        "deportation",
        ["Rosa Imba", "Rosa Imba’s son"],
    ),
    (
        "Karim Noor lives in Zelva. His sister Lena is a nurse. The sisters of the convent were arrested.",
        "detention",
        ["The sisters of the convent"],
    ),
    # two men of three
    (
        "Mr Ali Sodo, Ms Eva Limo and Mr Omar Besh were held. The two men were beaten.",
        "torture and ill-treatment",
        ["Ali Sodo", "Omar Besh"],
    ),
    # kin first told of by what they are, then named
    (
        "Aida Torova is in prison. Her elder brother, a mechanic, was detained. Temir Torov was released on Friday.",
        "detention",
        ["Temir Torov"],
    ),
    (
        "Ana Ruizo was held on Monday. The next day soldiers arrested her mother. Rosa Ruizo, 71, was beaten.",
        "detention",
        ["Rosa Ruizo"],
    ),
    (
        "Ana Ruizo was held on Monday. The next day soldiers arrested her mother. Omar Besh, 71, was beaten.",
        "detention",
        ["Ana Ruizo’s mother"],
    ),
    (
        "Ana Ruizo was held on Monday. Her brother was arrested. Lena Ruizo was beaten in June.",
        "torture and ill-treatment",
        ["Lena Ruizo"],
    ),
    # nephews of whose uncle we have read
    (
        "The brothers Anto and Pero Lasic and their uncle, Stjepan Lasic, were found. His nephews had been tortured.",
        "torture and ill-treatment",
        ["Anto", "Pero Lasic"],
    ),
    (
        "Stjepan Lasic is a priest. His nephews, Anto Lasic and Pero Lasic, had been tied with wire and beaten.",
        "torture and ill-treatment",
        ["Anto Lasic", "Pero Lasic"],
    ),
    # the son whose father was spoken of before
    (
        "Sheikh Idris Benali and his two sons were kidnapped. The elder son, Omar, said they had burned his father.",
        "torture and ill-treatment",
        ["Idris Benali"],
    ),
    # a name with a calling of its own is not who was called otherwise before
    (
        "A 19-year-old waiter was beaten. The owner of the café, Karel Dobos, was arrested. "
        "The waiter, Milan Vesek, was fined.",
        "torture and ill-treatment",
        ["Milan Vesek"],
    ),
    (
        "Police arrested Lida Prochova, a journalist, and her cameraman.",
        "detention",
        ["Lida Prochova", "her cameraman"],
    ),
    # of an age
    (
        "Soldiers searched Samir Haddu's house and beat his mother. The 70-year-old was deported.",
        "deportation",
        ["Samir Haddu’s mother"],
    ),
    # those of whom all the names are given
    (
        "Among those killed in the quarry were Anto Lasic and his uncle.",
        "killing",
        ["Anto Lasic", "Anto Lasic’s uncle"],
    ),
    (
        "Yusuf Kamali, 31, was freed. A tea seller was detained on Saturday. The 54-year-old was beaten.",
        "torture and ill-treatment",
        ["A tea seller"],
    ),
    (
        "Moses Lokol is a porter. His father, an old man, went to the barracks. The old man was beaten.",
        "torture and ill-treatment",
        ["Moses Lokol’s father"],
    ),
    (
        "Yusuf Kamali, 31, and Hamid Kamali, 26, were held. The younger of the two was beaten.",
        "torture and ill-treatment",
        ["Hamid Kamali"],
    ),
    # what somebody is to somebody, and what their work is, are both their own
    (
        "Mr. Tomas Belo, a unionist, and Ms. Ines Faria, his partner, were held. His partner was beaten.",
        "torture and ill-treatment",
        ["Ines Faria"],
    ),
    (
        "On Friday an officer called Peter Lokol's sister Grace. The officer was arrested in May.",
        "detention",
        ["an officer"],
    ),
    # "he" in what an official says is not the official, however short it is
    (
        'Minister Ali Sodo met Omar Besh. "He was beaten," Sodo said.',
        "torture and ill-treatment",
        ["Omar Besh"],
    ),
    (
        'Prosecutor Baur Lekov denied it. "She confessed," he said. The husband of a nurse said that she was deported.',
        "deportation",
        ["a nurse"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "who"), SUFFERED, ids=[row[0][:60] for row in SUFFERED])
def test_whom_it_happened_to(text, kind, who, reading):
    found = reading(text)
    called = {person.id: (person.names or (person.description,))[0] for person in found.people}
    said = [sorted(called.get(one, one) for one in claim.who) for claim in found.claims if claim.kind == kind]
    assert sorted(who) in said


def test_the_age_is_of_whom_the_sentence_speaks(reading):
    found = reading(
        "Soldiers searched Samir Haddu's house and beat his mother. The 70-year-old was deported."
    )
    called = {person.id: (person.names or (person.description,))[0] for person in found.people}
    ages = [[called.get(one, one) for one in claim.who] for claim in found.claims if claim.kind == "age"]
    assert ages == [["Samir Haddu’s mother"]]
