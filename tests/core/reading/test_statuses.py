"""What is said of a person, and near misses that say nothing of anybody. Everybody here is invented."""

from __future__ import annotations

import pytest

STATUSES = {
    "ethnicity", "nationality", "citizenship", "residence", "legal status", "application", "religion", "occupation",
    "health", "age", "birth date", "kinship",
}  # fmt: skip

AGES = [
    ("Zelal Ates, 33, was held in Mardin.", "Zelal Ates", "33"),
    ("A court jailed Karim Bayev (34) on Monday.", "Karim Bayev", "34"),
    ("The 24-year-old nurse Amina Diallo was detained in Bamako.", "Amina Diallo", "24-year-old"),
    ("Soldiers took Moussa Traore, aged nine.", "Moussa Traore", "aged nine"),
    ("Farid Nazari, a man in his fifties, was beaten.", "Farid Nazari", "in his fifties"),
    ("Maria Lopes is 42 years old.", "Maria Lopes", "42 years old"),
    ("Tomas Vrba is five and does not know where his mother is.", "Tomas Vrba", "five"),
    ("Police arrested Ivan Petrov. The 61-year-old was taken to a hospital.", "Ivan Petrov", "61-year-old"),
    ("Ivan Petrov was 17 when soldiers came.", "Ivan Petrov", "17"),
    ("Hla Myint, 71, a fisherman, was shot.", "Hla Myint", "71"),
    ("Rosa Quispe, who is 14, saw the soldiers.", "Rosa Quispe", "14"),
    ("Rosa Quispe turned 80 in prison.", "Rosa Quispe", "80"),
    ("This is my brother Karim Latypov. He's 23 and has asthma.", "Karim Latypov", "23"),
    ("Maria Lopes, the 29-year-old voice of the station, was arrested.", "Maria Lopes", "29-year-old"),
]

BIRTHS = [
    ("Ivan Petrov was born in Minsk in 1985.", "Ivan Petrov", "1985"),
    ("Ruta Kalnina, born on 5 June 1990, was detained.", "Ruta Kalnina", "1990-06-05"),
    ("Police arrested Temir Osmon (b. 1991), electrician.", "Temir Osmon", "1991"),
    ("Leyla Demir, born in March 1977, was sentenced.", "Leyla Demir", "1977-03"),
]

KIN = [
    ("Marat Latypov was arrested. His wife, Sabina, said police took him away.", "Sabina", "wife"),
    ("Marat Latypov and his elder brother Rashid were arrested in May.", "Rashid", "elder brother"),
    ("Sabina Latypova, a mother of three, was sentenced.", "Sabina Latypova", "mother of three"),
    ("Sabina Latypova has four children.", "Sabina Latypova", "four children"),
    ("Sabina Omar, the widow of Karim Latypov, spoke to reporters.", "Sabina Omar", "widow of Karim Latypov"),
    ("Police shot Tesfaye's cousin Abel.", "Abel", "cousin"),
    ("Soldiers took the brothers Marco Tzul and Pedro Tzul.", "Marco Tzul", "brothers"),
    ("Police arrested Ana Ruizo, whose son Jairo was killed in March.", "Jairo", "son of Ana Ruizo"),
    (
        "Karim Latypov was held. His wife, Ms. Sabina Omar, was summoned.",
        "Sabina Omar",
        "wife of Karim Latypov",
    ),
    ("Tohti Rozi was held. The brother, Memet Rozi, was told of the sentence.", "Memet Rozi", "brother"),
]

BELONGING = [
    ("Ana Ruiz, an ethnic Uzbek, was held in Osh.", "ethnicity", "Uzbek"),
    ("Ana Ruiz is a member of the Rohingya minority.", "ethnicity", "Rohingya"),
    ("Ana Ruiz is Kurdish.", "ethnicity", "Kurdish"),
    ("Nadira Osmon, female, Uyghur, was taken to a camp.", "ethnicity", "Uyghur"),
    ("Ana Ruiz became a citizen of Spain in 2013.", "citizenship", "citizen of Spain"),
    ("Ana Ruiz holds a Turkish passport.", "citizenship", "Turkish passport"),
    ("Ana Ruiz took Kazakh citizenship in 2016.", "citizenship", "Kazakh citizenship"),
    ("Ana Ruiz was stripped of her citizenship.", "citizenship", "stripped of her citizenship"),
    ("Ana Ruiz, a Swedish national, was arrested in Asmara.", "nationality", "Swedish"),
    ("Ana Ruiz converted to Christianity in 2010.", "religion", "Christianity"),
    ("Ana Ruiz, a Buddhist, was beaten by guards.", "religion", "Buddhist"),
]

OCCUPATIONS = [
    ("Zelal Ates, 33, a barber, was held in Mardin.", "barber"),
    ("Jan Dvorak used to teach chemistry at a school in Brno.", "teach chemistry"),
    ("Jan Dvorak, who drove a taxi in Prague, was arrested.", "drove a taxi"),
    ("Jan Dvorak works as an engineer.", "engineer"),
    ("Jan Dvorak worked as a tailor before the war.", "tailor"),
    ("Jan Dvorak is a herder.", "herder"),
    ("Jan Dvorak became a teacher in 2004.", "teacher"),
    ("Police arrested barber Jan Dvorak in May.", "barber"),
    ("Soldiers shot the poet Jan Dvorak.", "poet"),
    ("Police arrested Jan Dvorak (b. 1991), electrician.", "electrician"),
    ("Jan Dvorak, the butcher, was shot.", "butcher"),
    ("Jan Dvorak ran a bakery in Kashan.", "ran a bakery"),
    ("Jan Dvorak has found work in a dairy.", "work in dairy"),
    ("Jan Dvorak was hired as a cook in 2012.", "cook"),
    ("Jan Dvorak, a primary-school teacher, was jailed.", "primary-school teacher"),
    ("Jan Dvorak worked in a bank for ten years.", "worked in bank"),
]

HEALTH = [
    ("Jan Dvorak suffers from diabetes.", "diabetes"),
    ("Jan Dvorak has high blood pressure.", "high blood pressure"),
    ("Jan Dvorak can no longer walk.", "can no longer walk"),
    ("Jan Dvorak lost the sight of one eye.", "lost the sight of one eye"),
    ("Jan Dvorak was diagnosed with tuberculosis in prison.", "tuberculosis"),
    ("Jan Dvorak was ill for a month.", "ill"),
    ("Jan Dvorak had lost twelve kilograms.", "lost twelve kilograms"),
    ("Ana Ruiz was pregnant when she was arrested.", "pregnant"),
    ("Jan Dvorak coughed blood for a week.", "coughed blood"),
    ("Ana Ruiz had a bad leg.", "bad leg"),
    ("Ana Ruiz did not bleed for eleven months.", "not bleed for eleven months"),
    ("Jan Dvorak, disabled since an accident in 2011, was detained.", "disabled since an accident in 2011"),
    ("Jan Dvorak still limps.", "limps"),
    ("At least eleven people were injured.", "injured"),
    ("Jan Dvorak developed hepatitis in the colony.", "hepatitis"),
]

STANDING = [
    ("Jan Dvorak lives in Taraz.", "residence", "in Taraz"),
    ("Jan Dvorak lives in exile in Germany.", "residence", "in Germany"),
    ("Jan Dvorak, a resident of Brno, was fined.", "residence", "resident of Brno"),
    ("Jan Dvorak comes from Gondar, a town in the hills.", "residence", "from Gondar"),
    ("Ana Ruiz was arrested at her home in Bukhara.", "residence", "home in Bukhara"),
    ("Ana Ruiz has a residence permit.", "legal status", "residence permit"),
    ("Ana Ruiz was granted refugee status in Norway.", "legal status", "refugee status"),
    ("Ana Ruiz is stateless.", "legal status", "stateless"),
    ("Ana Ruiz told us her residence permit has expired.", "legal status", "permit has expired"),
    ("Jan Dvorak applied for asylum in Sweden in 2019.", "application", "asylum"),
    ("Jan Dvorak has sought asylum in Canada.", "application", "asylum"),
    ("Jan Dvorak arrived in May. His asylum application was rejected.", "application", "rejected"),
    ("Jan Dvorak submitted an application for citizenship.", "application", "citizenship"),
]

NOTHING = [
    "Jan Dvorak has not seen a doctor.",
    "A doctor is at the clinic on Mondays.",
    "Defence lawyer Petr Novak told reporters that the court was closed.",
    "The ministry's spokesman, Petr Novak, said that the law had changed.",
    "Every few weeks a nurse came with injections.",
    "Her lawyer Petr Novak read the statement aloud.",
    "Hanna Lind is a contributing writer.",
    "The book has a picture of a footballer on its cover.",
    "Jan Dvorak said that the driver had left.",
    "The statement served as a warning to Jan Dvorak.",
    "Jan Dvorak waited for 42 days.",
    "Jan Dvorak read Article 42 of the code.",
    "On 3 March, 12 soldiers met Jan Dvorak.",
    "Jan Dvorak, 20 of whose books were banned, was silent.",
    "Jan Dvorak signed a 10-year-old agreement.",
    "Jan Dvorak, one of the villagers, was silent.",
    "Sister Mary Otieno read the letter.",
    "A Russian officer came to the door.",
    "The Chinese government published a paper.",
    "Jan Dvorak read a Turkish newspaper.",
    "Jan Dvorak lived in fear.",
    "Jan Dvorak came from the kitchen.",
    "Jan Dvorak has a good idea.",
    "The school was born in 1985.",
    "Jan Dvorak got his passport back.",
    "The hospital is in poor condition.",
    "Jan Dvorak can see the river.",
    "Jan Dvorak applied for a job.",
    "Jan Dvorak drove the soldiers' truck to the river.",
    "The village has four wells.",
    "The teachers met on Friday.",
    "Sources: notes of our observer, 9–10 November.",
]


def claims(reading, text):
    """(kind, names of who, details, when) of every status read."""
    read = reading(text)
    names = {one.id: set(one.names) | {one.description} for one in read.people}
    return [
        (
            claim.kind,
            set().union(*(names.get(who, {who}) for who in claim.who)),
            claim.details or "",
            claim.when,
        )
        for claim in read.claims
        if claim.kind in STATUSES
    ]


@pytest.mark.parametrize(("text", "who", "age"), AGES)
def test_an_age_in_the_words_of_the_text(text, who, age, reading):
    found = [claim for claim in claims(reading, text) if claim[0] == "age"]
    assert [(who in claim[1], claim[2]) for claim in found] == [(True, age)]


@pytest.mark.parametrize(("text", "who", "when"), BIRTHS)
def test_a_date_of_birth(text, who, when, reading):
    found = [claim for claim in claims(reading, text) if claim[0] == "birth date"]
    assert [(who in claim[1], claim[3]) for claim in found] == [(True, when)]


def test_each_of_two_has_a_year_of_birth(reading):
    text = "Police took Akmal Sadyk and Temur Sadyk (b. 1988 and 1993), drivers, to the station."
    found = {
        (min(claim[1] - {None}), claim[3]) for claim in claims(reading, text) if claim[0] == "birth date"
    }
    assert found == {("Akmal Sadyk", "1988"), ("Temur Sadyk", "1993")}


@pytest.mark.parametrize(("text", "who", "details"), KIN)
def test_kin_named_or_counted(text, who, details, reading):
    found = [claim for claim in claims(reading, text) if claim[0] == "kinship"]
    assert any(who in claim[1] and details in claim[2] for claim in found), found


@pytest.mark.parametrize(("text", "kind", "details"), BELONGING)
def test_what_somebody_belongs_to(text, kind, details, reading):
    found = [claim for claim in claims(reading, text) if claim[0] == kind]
    assert [("Ana Ruiz" in claim[1] or "Nadira Osmon" in claim[1], claim[2]) for claim in found] == [
        (True, details)
    ]


@pytest.mark.parametrize(("text", "details"), OCCUPATIONS)
def test_an_occupation_said_anew(text, details, reading):
    found = [claim for claim in claims(reading, text) if claim[0] == "occupation"]
    assert len(found) == 1
    assert found[0][1] & {"Jan Dvorak", "Zelal Ates"}
    assert details in found[0][2]


@pytest.mark.parametrize(("text", "details"), HEALTH)
def test_health(text, details, reading):
    found = [claim for claim in claims(reading, text) if claim[0] == "health"]
    assert len(found) == 1
    assert details in found[0][2]


@pytest.mark.parametrize(("text", "kind", "details"), STANDING)
def test_residence_legal_status_and_applications(text, kind, details, reading):
    found = [claim for claim in claims(reading, text) if claim[0] == kind]
    assert len(found) == 1
    assert details in found[0][2]


@pytest.mark.parametrize("text", NOTHING)
def test_near_misses_say_nothing(text, reading):
    assert claims(reading, text) == []


def test_forced_work_is_no_occupation(reading):
    text = "Jan Dvorak was held in a camp. He was made to work as a cleaner there."
    assert [claim for claim in claims(reading, text) if claim[0] == "occupation"] == []


def test_what_is_denied_is_read_as_denied(reading):
    read = reading("Ana Ruiz is not a citizen of Spain.")
    assert [(claim.kind, str(claim.polarity)) for claim in read.claims] == [("citizenship", "denied")]
