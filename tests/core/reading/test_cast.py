"""Who is who where a report does not say it by name: tellers and sufferers, kin, callings, "
"groups, company. Everybod",
here is invented."""

from __future__ import annotations

import pytest

# text, kind, those it happened to: their longest names, else their descriptions
SUFFERED = [
    # who merely tells of somebody is not the one who suffered
    (
        "Amir Tolo lay in ward six. "
        "The doctor told the soldiers that he could not be moved, but they beat him.",
        "torture and ill-treatment",
        ["Amir Tolo"],
    ),
    (
        "Bekzat Oral vanished in May. A neighbour told us that he had been given six years in prison.",
        "sentence",
        ["Bekzat Oral"],
    ),
    (
        "Pavel Orlik was held in Zelva. His lawyer said that he had been beaten.",
        "torture and ill-treatment",
        ["Pavel Orlik"],
    ),
    ("Pavel Orlik stood trial in Zelva. The judge extended his detention.", "detention", ["Pavel Orlik"]),
    # a clause about a noun may own its things; a main clause's subject before whoever the sentence before was about
    (
        "Munira Salo was taken first. "
        "Dilara Esen had been made to sew before she was sentenced to nine years.",
        "sentence",
        ["Dilara Esen"],
    ),
    (
        "A Chadian friend had been made to work without pay, Karim Noor said, and was later shot dead.",
        "killing",
        ["A Chadian friend"],
    ),
    # those who did it are not "them"
    (
        "Rosa Lim said men in uniform tied her uncle, Wani Samo, and Pastor Elia Duka with a rope and "
        "beat them.",
        "torture and ill-treatment",
        ["Wani Samo", "Elia Duka"],
    ),
    # titles and callings stand for their bearer
    (
        "Sheikh Malik Hubari preached in Zelva. Four gunmen kidnapped the sheikh at the mosque.",
        "detention",
        ["Malik Hubari"],
    ),
    (
        "Dr. Hana Osei ran a clinic. Soldiers beat the doctor in the yard.",
        "torture and ill-treatment",
        ["Hana Osei"],
    ),
    (
        "Omid Karzad sold cloth in Zelva. Omid Karzad had no enemies. Police arrested the trader on Friday.",
        "detention",
        ["Omid Karzad"],
    ),
    # descriptions and names joined
    ("A 16-year-old boy from Zelva, Brian Okot, was arrested after the march.", "detention", ["Brian Okot"]),
    (
        "Sheikh Malik Hubari (54 years), the preacher of the Zelva mosque, was killed in May.",
        "killing",
        ["Malik Hubari"],
    ),
    (
        "A 61-year-old Uyghur woman who taught children is serving 13 years in prison, an officer said. "
        "Patime Hashir, a retired tailor, was taken from her home in May.",
        "sentence",
        ["Patime Hashir"],
    ),
    # kin of kin, brother and brothers
    (
        "Malik Hubari was kidnapped in May. Yahya Hubari, the brother of Malik Hubari, sells tea. "
        "Yahya fears that his brother was tortured.",
        "torture and ill-treatment",
        ["Malik Hubari"],
    ),
    (
        "Ana Ruizo married in 2001. Her brother was released in May. "
        "Her brothers were arrested again in June.",
        "detention",
        ["Ana Ruizo’s brothers"],
    ),
    (
        "Ana Ruizo's husband, Luis Vegas, is a baker. Two soldiers and Marta Lopesa came. "
        "The couple were deported in May.",
        "deportation",
        ["Ana Ruizo", "Luis Vegas"],
    ),
    # groups: by their own sort, by number, by what they were called
    (
        "Amina Deso taught neighbours' children to read. She was moved to a camp in Zelva. "
        "The women were beaten there.",
        "torture and ill-treatment",
        ["The women"],
    ),
    (
        "Officers beat the demonstrators with batons. Sidi Yargo and Tijan Sowe were arrested. "
        "The demonstrators were released in June.",
        "release",
        ["the demonstrators"],
    ),
    (
        "Mariem Boubaca is 31. Sidi Yargo is a teacher. Both were arrested in May.",
        "detention",
        ["Mariem Boubaca", "Sidi Yargo"],
    ),
    ("The court sentenced 38 preachers and imams to death.", "sentence", ["38 preachers and imams"]),
    ("A seventh was released on Friday.", "release", ["A seventh"]),
    ("Three men were held. Another was shot dead.", "killing", ["Another"]),
    ("Nine were freed. The rest were deported.", "deportation", ["The rest"]),
    ("The detained were beaten with cables.", "torture and ill-treatment", ["The detained"]),
    # company
    ("Sushil Mundo was detained along with Birsa Lako.", "detention", ["Sushil Mundo", "Birsa Lako"]),
    ("Tashi Dorjo was arrested with eleven colleagues.", "detention", ["Tashi Dorjo", "eleven colleagues"]),
    ("Karim Noor fled with forty others.", "flight", ["Karim Noor", "forty others"]),
    # what is no person
    ("Marwa Abdel-Hakem is a translator. She was arrested in May.", "detention", ["Marwa Abdel-Hakem"]),
    (
        "Tenzin Lhado, a singer, is in prison. "
        "The Intermediate People's Court sentenced her to four years in prison.",
        "sentence",
        ["Tenzin Lhado"],
    ),
    (
        "Mariem Boubaca belongs to Horriba, an association that helps slaves. "
        "According to Horriba, she was beaten.",
        "torture and ill-treatment",
        ["Mariem Boubaca"],
    ),
    ("Marta Lopesa spread news (Case No. 741/2019). She was released in May.", "release", ["Marta Lopesa"]),
]


@pytest.mark.parametrize(("text", "kind", "who"), SUFFERED, ids=[row[0][:60] for row in SUFFERED])
def test_whom_it_happened_to(text, kind, who, reading):
    found = reading(text)
    called = {person.id: (person.names or (person.description,))[0] for person in found.people}
    said = [sorted(called.get(one, one) for one in claim.who) for claim in found.claims if claim.kind == kind]
    assert sorted(who) in said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Soldiers killed four men in June 2018, two of them boys.", 4),
        ("The police held 23 youths. Fourteen persons have been questioned.", 14),
        ("A court sentenced no fewer than 12 miners.", 12),
    ],
)
def test_the_number_is_that_of_the_phrase(text, number, reading):
    assert number in [claim.count.min for claim in reading(text).claims if claim.count is not None]
