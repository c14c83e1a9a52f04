"""Who tells it: a table of attributions, in the words reports use for them, each with its chain of tellers."""

from __future__ import annotations

import pytest

# text, kind of the claim, its tellers from the first outwards
TOLD = [
    (
        "The Harbour Federation was founded in 1990. It documented the killing of nine men last year.",
        "killing",
        ["The Harbour Federation"],
    ),
    ("Villagers tallied 17 boys killed by soldiers.", "killing", ["Villagers"]),
    (
        "Karim Odeh was arrested in May. A captain of the station said that the man was drunk. He added that he had"
        " been detained for his own good.",
        "detention",
        ["A captain of the station"],
    ),
    (
        "Dalia Nassar said that, according to two witnesses, her sons had been shot.",
        "killing",
        ["two witnesses", "Dalia Nassar"],
    ),
    ("Survivors told shelter workers that Omar had been beaten.", "torture", ["Survivors"]),
    (
        "Aisha Dembe told the Courier that soldiers had beaten her brother.",
        "torture",
        ["Aisha Dembe", "Courier"],
    ),
    (
        "According to Marta Solis, a lawyer, the two men were arrested on Tuesday.",
        "detention",
        ["Marta Solis"],
    ),
    ("The men were arrested on Tuesday, according to the lawyer.", "detention", ["the lawyer"]),
    ("The men were arrested on Tuesday, their lawyer said.", "detention", ["their lawyer"]),
    ("Mehmet was tortured, say his lawyers.", "torture", ["his lawyers"]),
    ("Mehmet, his lawyers say, was tortured in custody.", "torture", ["his lawyers"]),
    (
        "Soldiers detained 40 villagers in Kora, residents and local officials said.",
        "detention",
        ["residents", "local officials"],
    ),
    (
        "A court on Monday sentenced Dunya Karim to six years, her lawyers said, in a case that drew protests.",
        "sentence",
        ["her lawyers"],
    ),
    ('"They beat him with cables," said his sister, who visited him in May.', "torture", ["his sister"]),
    ('Karim recalled: "They hung me from the ceiling."', "torture", ["Karim"]),
    ('One former detainee, Karim, 34, said: "They hung me from the ceiling."', "torture", ["Karim"]),
    (
        "A relative, who spoke on condition of anonymity, said that Tomas was arrested.",
        "detention",
        ["A relative"],
    ),
    (
        "Two people familiar with the case said the monk had been sentenced to six years.",
        "sentence",
        ["Two people familiar with the case"],
    ),
    (
        "A source in the prison told a relative that Omar had died in custody.",
        "death",
        ["A source", "a relative"],
    ),
    (
        "The teacher was beaten, she told her sister during a visit.",
        "torture",
        ["The teacher", "the teacher’s sister"],
    ),
    ("A guard told the court that Omar had been beaten.", "torture", ["A guard"]),
    (
        "Omar told the judge that he had been beaten, and that guards had tied him to a chair.",
        "torture",
        ["Omar"],
    ),
    (
        "The agency, quoting released prisoners, said that inmates were tortured.",
        "torture",
        ["released prisoners", "The agency"],
    ),
    (
        "Citing a police officer, the newspaper reported that two farmers had been killed.",
        "killing",
        ["a police officer", "the newspaper"],
    ),
    (
        "The priest was released on Sunday, a source said, citing a relative.",
        "release",
        ["a relative", "a source"],
    ),
    (
        "The daughter says she heard from neighbours that her father was sentenced to 12 years.",
        "sentence",
        ["neighbours", "The daughter"],
    ),
    ("Villagers described being beaten by soldiers.", "torture", ["Villagers"]),
    ("The source submits that Mr. Alvarado was arrested without a warrant.", "detention", ["The source"]),
    (
        "In its reply, the Government states that Mr. Alvarado was sentenced to three years.",
        "sentence",
        ["Government"],
    ),
    ("The ministry said in a statement that the two soldiers had been killed.", "killing", ["The ministry"]),
    ("In a letter smuggled out of prison, Omar wrote that he had been beaten.", "torture", ["Omar"]),
    ("In a video posted on Monday, Leyla says that her son was detained.", "detention", ["Leyla"]),
    ("Activists accuse the army of killing civilians.", "killing", ["Activists"]),
    ("The army is accused of killing civilians.", "killing", ["unnamed accusers"]),
    ("The lawyer, Ana Ruiz, said that her client fears being deported.", "threat", ["Ana Ruiz"]),
    ("The organisation Highland Hope reports that ten women were detained.", "detention", ["Highland Hope"]),
    ("Amnesty Valley called for the release of Tomas Reyn.", "release", ["Amnesty Valley"]),
    ("Leaked records show that 300 people were interned.", "detention", ["Leaked records"]),
    ("My mother told me that my brother had been arrested.", "detention", ["My mother"]),
    ("A neighbour sent her a message: her brother had been arrested.", "detention", ["A neighbour"]),
    ("A group of monks was beaten, which a nurse confirmed.", "torture", []),
    ("He was reportedly tortured.", "torture", []),
    ("Some say that Omar was killed.", "killing", ["Some"]),
    (
        "The centre read a report by the group Labour Voice, which alleges that ten workers were abducted, that some "
        "were beaten and that one was killed.",
        "killing",
        ["Labour Voice"],
    ),
    (
        "The guard was quoted by the Courier as saying that Omar had been beaten.",
        "torture",
        ["The guard", "Courier"],
    ),
    (
        "The police confirmed that Sara Bell had been arrested; a nurse denied that she was hurt.",
        "detention",
        ["The police"],
    ),
    ("Two prisoners were beaten; the ministry said that the roof had been mended.", "torture", []),
    ("The indictment speaks of the arrest of Omar Tarin in May.", "detention", ["The indictment"]),
    ("The inquiry found evidence that Omar Tarin was tortured.", "torture", ["The inquiry"]),
    ("The Orlen League recorded the arrest of sixty teachers in May.", "detention", ["The Orlen League"]),
    ("A regional court on Monday confirmed the life sentences of Omar and Sami.", "sentence", []),
    ("Omar Tarin told this newspaper that he had been beaten by guards.", "torture", ["Omar Tarin"]),
    ("Omar Tarin told our correspondent that he had been beaten by guards.", "torture", ["Omar Tarin"]),
    (
        "One of the freed boys recounted how they were flogged each time the phone rang.",
        "torture",
        ["One of the freed boys"],
    ),
    ("The army denied that it held Omar Tarin, his lawyer said.", "denial", ["The army", "his lawyer"]),
    (
        "The court ordered the release of five women and the continued detention of twelve, citing a risk of flight.",
        "detention",
        [],
    ),
    (
        "The association denounced acts of harassment: Omar Tarin was arrested twice and beaten.",
        "detention",
        ["The association"],
    ),
    (
        "Speaking on condition of anonymity, a guard said Omar Tarin had been beaten to death.",
        "killing",
        ["a guard"],
    ),
    (
        "Reached by telephone, the mother of Omar Tarin said that he had been arrested at dawn.",
        "detention",
        ["Omar Tarin’s mother"],
    ),
    (
        "The prosecutor's office said that Omar Tarin was suspected of terrorism.",
        "accusation",
        ["The prosecutor's office"],
    ),
    # a quotation belongs to whoever told what stands before it, not to the next sentence's speaker
    (
        'Omar Tarin stood there, he says, for an hour. "They beat me with cables in the store room." The foreign '
        "ministry welcomed the decision and said that citizens of all faiths live in harmony.",
        "torture",
        ["Omar Tarin"],
    ),
    # what "the report" says is told by whoever it is by
    (
        "The Orlen League said in a report on Monday that the camps were growing. The report says that forty villagers "
        "were arrested in May.",
        "detention",
        ["The Orlen League"],
    ),
    # letters and decisions: whoever submitted the facts tells them
    (
        "The source submits that Mr. Tarin was stopped at a bridge. He was beaten with cables in a cellar.",
        "torture",
        ["The source"],
    ),
    (
        "The facts as submitted by the complainant\n\nThe complainant kept bees. In June the village was searched.\n\n"
        "In July several villagers were beaten in a camp by soldiers.",
        "torture",
        ["The complainant"],
    ),
    (
        "According to the information received:\n\nMr. Tarin is a baker. On 2 May soldiers arrested him at work.\n\n"
        "While we do not wish to prejudge these allegations, we are concerned that Ms. Odeh was arrested in June.",
        "detention",
        ["the information"],
    ),
    (
        "According to the information received:\n\nMr. Tarin is a baker. On 2 May soldiers arrested him at work.\n\n"
        "While we do not wish to prejudge these allegations, we are concerned that Ms. Odeh was arrested in June.",
        "detention",
        [],
    ),
    ("A neighbour saw guards beat Omar in the yard.", "torture", ["A neighbour"]),
    ("Nobody saw guards beat Omar in the yard.", "torture", []),
    (
        "At least 40 farmers were arrested in June, by the count of the Alcor League.",
        "detention",
        ["Alcor League"],
    ),
    ("By his lawyer’s account, Omar was tortured in May.", "torture", ["his lawyer"]),
    ("Omar was shot by the count’s guards.", "killing", []),
    (
        "As his sister learned from a neighbour, Omar was sentenced to six years in prison.",
        "sentence",
        ["a neighbour"],
    ),
    (
        "The Government replied on 4 May.\n\nIt asserts that Omar Tarin was arrested on 2 May with a warrant.",
        "detention",
        ["Government"],
    ),
    ("Omar was beaten, according to an affidavit by the nurse Ines Vidal.", "torture", ["Ines Vidal"]),
    # before a colon: whose words a quotation or a message is, and not whom a list is about
    ('Omar was taken on Monday. The officer: "They beat Omar in the cell."', "torture", ["The officer"]),
    (
        "Omar was taken on Monday. From Marta Solis (voice note): they beat him on the road.",
        "torture",
        ["Marta Solis"],
    ),
    ("Omar was taken on Monday. Marta Solis (born 1961): beaten by two guards on the road.", "torture", []),
    ("Omar was taken on Monday. The verdict: Omar was tortured by two guards.", "torture", []),
    ("One told the court that Omar had been beaten.", "torture", ["One"]),
    ("Inspector Soto told newsmen that two farmers had been killed.", "killing", ["Soto"]),
    ("QAR-0871 (cook, name withheld) said Aigul Sarsen was beaten.", "torture", ["QAR-0871"]),
]


@pytest.mark.parametrize(("text", "kind", "tellers"), TOLD, ids=[row[0] for row in TOLD])
def test_who_tells_it(text, kind, tellers, reading):
    assert tellers in _chains(reading(text), kind)


def _chains(found, kind):
    names = {one.id: max(one.names, key=len) if one.names else one.description for one in found.people}
    return [
        [names.get(teller.name, teller.name) for teller in claim.told_by]
        for claim in found.claims
        if claim.kind.startswith(kind)
    ]
