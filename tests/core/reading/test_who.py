"""Whom an act happened to, told by names, pronouns and descriptions. Everybody here is invented."""

from __future__ import annotations

import pytest

from amanat.core.reading.names import Sort, find_names
from amanat.core.reading.sentences import parsed
from amanat.core.reading.zones import zoned

# text, kind, those it happened to: their longest names, else their descriptions
SUFFERED = [
    # names of many cultures
    ("Police arrested Khalid bin Saud al-Otabi on Tuesday.", "detention", ["Khalid bin Saud al-Otabi"]),
    ("María de la Cruz Hernanda was detained in Managua.", "detention", ["María de la Cruz Hernanda"]),
    ("Guards beat Ahmed ould Sidaty until he fainted.", "torture and ill-treatment", ["Ahmed ould Sidaty"]),
    ("The court sentenced Đặng Thị Mộng Khê to six years in prison.", "sentence", ["Đặng Thị Mộng Khê"]),
    ("Agents arrested Kim Jong-sil and Ri Chol-nam.", "detention", ["Kim Jong-sil", "Ri Chol-nam"]),
    ("S. Kumarathan was abducted in Jaffna.", "detention", ["S. Kumarathan"]),
    ("Soldiers killed Daw Ngwe Thin and her grandson.", "killing", ["Daw Ngwe Thin", "Daw Ngwe Thin’s grandson"]),
    ('Jomar "Dodoy" Abanes was shot dead by soldiers.', "killing", ['Jomar "Dodoy" Abanes']),
    ("Officers beat A.K., a 17-year-old student, in Minsk.", "torture and ill-treatment", ["A.K."]),
    ("KARDOGAN Zelale was tortured.", "torture and ill-treatment", ["KARDOGAN Zelale"]),
    ("Nurul Islami and Rokeya Begam were deported.", "deportation", ["Nurul Islami", "Rokeya Begam"]),
    ("Uyghur student Mahire Tursunbeg was detained.", "detention", ["Mahire Tursunbeg"]),
    ("Blogger Trần Văn Lông was jailed.", "detention", ["Trần Văn Lông"]),
    ("Odette N., 29, was raped by soldiers.", "sexual violence", ["Odette N."]),
    # short forms and family names
    ("Selin Ateşli was detained. Ateşli was beaten in the van.", "torture and ill-treatment", ["Selin Ateşli"]),
    (
        "Mr. Badr Salim al-Haytham, 37, is in prison. Mr. al-Haytham was tortured.",
        "torture and ill-treatment",
        ["Badr Salim al-Haytham"],
    ),
    (
        "Ms. Zahra al-Musalla and Ms. Hawra al-Musalla live in Qatif. Hawra was arrested in May.",
        "detention",
        ["Hawra al-Musalla"],
    ),
    # pronouns
    ("Pavel Orlik, 40, opened the door. He was beaten by four men.", "torture and ill-treatment", ["Pavel Orlik"]),
    ("Ruta Kalnina met the judge. He sentenced her to three years in prison.", "sentence", ["Ruta Kalnina"]),
    ("Yahya Haddadin taught at a school. He was killed in May.", "killing", ["Yahya Haddadin"]),
    (
        "Maryam Saberi went out with her brother. She was beaten with sticks.",
        "torture and ill-treatment",
        ["Maryam Saberi"],
    ),
    (
        "Ali Rezaei and Omid Karimzad were on the bus. They were arrested.",
        "detention",
        ["Ali Rezaei", "Omid Karimzad"],
    ),
    (
        "Two brothers, Akmal Saidov and Temur Saidov, drove to Osh. They were detained on the road.",
        "detention",
        ["Akmal Saidov", "Temur Saidov"],
    ),
    ("Soldiers came at dawn. They beat Moussa Keitala.", "torture and ill-treatment", ["Moussa Keitala"]),
    (
        "Prosecutors spoke to investigators. They were told to wait. Police arrested nine miners.",
        "detention",
        ["nine miners"],
    ),
    ("Six officers were arrested on Saturday. A judge released them on Sunday.", "release", ["Six officers"]),
    ("If somebody sat down they beat him.", "torture and ill-treatment", ["somebody"]),
    # together
    (
        "Ana Ruizo, 41, and Marta Lopesa, 38, ran a shelter. Both were arrested in May.",
        "detention",
        ["Ana Ruizo", "Marta Lopesa"],
    ),
    (
        "Dauren Aliyas and his cousin Meirbek Tolen crossed the border. The two men were deported.",
        "deportation",
        ["Dauren Aliyas", "Meirbek Tolen"],
    ),
    (
        "Ana Ruizo and her husband, Luis Vegas, fled. The couple were detained in Peru.",
        "detention",
        ["Ana Ruizo", "Luis Vegas"],
    ),
    (
        "Hla Myintu and Ko Zawar were on trial. The court sentenced each of them to two years in prison.",
        "sentence",
        ["Hla Myintu", "Ko Zawar"],
    ),
    (
        "Two of those arrested, Marcos Ixime and Tereso Ixime, were released on Monday.",
        "release",
        ["Marcos Ixime", "Tereso Ixime"],
    ),
    ("One of them, Nurzhamal Abdeken, was arrested.", "detention", ["Nurzhamal Abdeken"]),
    (
        "Fidel and Matías Ledezma, brothers from El Vado, were killed.",
        "killing",
        ["Fidel", "Matías Ledezma"],
    ),
    (
        "His wife, Zahra Salemi, and her sister Hawra, a pharmacist, were arrested.",
        "detention",
        ["Zahra Salemi", "Hawra"],
    ),
    # descriptions
    (
        "A court jailed a teacher on Monday. Selin Demirta, 33, was found guilty of treason.",
        "detention",
        ["Selin Demirta"],
    ),
    (
        "A court sentenced a fitter to ten years in prison. Stepan Karalyuk, 44, was arrested in May.",
        "sentence",
        ["Stepan Karalyuk"],
    ),
    (
        "Police detained two herders. Dauren Aliyas, 27, and Meirbek Tolen, 31, had crossed the border.",
        "detention",
        ["Dauren Aliyas", "Meirbek Tolen"],
    ),
    ("Tomas Vrbata wrote a blog. The 29-year-old was arrested on Friday.", "detention", ["Tomas Vrbata"]),
    ("Amina Diallou is a nurse. The nurse was tortured.", "torture and ill-treatment", ["Amina Diallou"]),
    (
        "Zelal Karda, 33, was jailed. “My client was beaten on the first night,” her lawyer, Rojda Alpay, said.",
        "torture and ill-treatment",
        ["Zelal Karda"],
    ),
    ("A woman who asked to be called Selame was raped by soldiers.", "sexual violence", ["Selame"]),
    ("A man named Juan Tziba was killed.", "killing", ["Juan Tziba"]),
    ("Her husband, Karim Bayevi, was executed.", "killing", ["Karim Bayevi"]),
    # groups
    ("Soldiers detained at least 40 villagers.", "detention", ["at least 40 villagers"]),
    ("Police arrested dozens of protesters in the capital.", "detention", ["dozens of protesters"]),
    ("At least 25 monks and nuns were arrested.", "detention", ["At least 25 monks and nuns"]),
    ("Guards beat the detainees every night.", "torture and ill-treatment", ["the detainees"]),
    ("Militiamen abducted three schoolgirls and their teacher.", "detention", ["three schoolgirls", "their teacher"]),
    ("Ana Ruizo and eight others were arrested.", "detention", ["Ana Ruizo", "eight others"]),
    ("The army killed six farmers; others were beaten.", "torture and ill-treatment", ["others"]),
    ("Activists denounced the arrest of nine.", "detention", ["nine"]),
    ("The judge ordered the release of five and the continued detention of twelve.", "detention", ["twelve"]),
    ("Police confirmed the arrest of a girl of 17.", "detention", ["a girl of 17"]),
    ("A mother of three was arrested.", "detention", ["A mother of three"]),
    ("The guards beat Karim, Lena said. None of them was charged. Ana Ruizo was jailed.", "detention", ["Ana Ruizo"]),
    # whom only the rest of the report tells
    ("There was a boy, Denyk, nineteen, in the cell. He was ill.\n\nDenyk wasn't freed. They beat him.",
     "torture and ill-treatment", ["Denyk"]),
    ("Sajil s/o Haji Karim, 19, was taken off a bus. Sajil is ill. They beat him.", "torture and ill-treatment",
     ["Sajil"]),
    ("Rosira Padilo Mesa fled in May. R. Padilo was beaten.", "torture and ill-treatment", ["Rosira Padilo Mesa"]),
    ("Karim Ali, his wife's brother Omar Saidi and a porter known only as “El Mono” Carcamo were abducted.",
     "detention", ["Karim Ali", "Omar Saidi", "“El Mono” Carcamo"]),
    ("Karim Ali, his lawyer Omar Saidi said, was abducted.", "detention", ["Karim Ali"]),
    ("Karim Ali, Omar Saidi and Eva Limo were arrested. The three of them were beaten.", "torture and ill-treatment",
     ["Karim Ali", "Omar Saidi", "Eva Limo"]),
    ("A guard had beaten a girl. That girl was also raped, Lena Moro said.", "sexual violence",
     ["a girl"]),
    ("Karim Aliev, 44, and Osman J. were arrested. A relative of Osman J. said that the boy was beaten.",
     "torture and ill-treatment", ["Osman J."]),
    ("A court sentenced Karim Aliev (b. 1979), a welder and citizen of Chad, to 16 years in prison.", "sentence",
     ["Karim Aliev"]),
    ("Ana Ruizo lives in Lima. “My brothers were jailed in May,” she said.", "detention", ["Ana Ruizo’s brothers"]),
    ("Ko Hlan told us of it. Pho Toko, 71, and his wife were killed.", "killing", ["Pho Toko", "Pho Toko’s wife"]),
    ("Sajil s/o Karimi, 19, student of Zelva University, was arrested. The student was beaten.",
     "torture and ill-treatment", ["Sajil"]),
    ("A court of appeal upheld the sentence of Tarasi Kuzmov. He was led away.", "sentence", ["Tarasi Kuzmov"]),
    # whoever speaks
    ("My name is Ana Ruizo. I was arrested in May. They beat me.", "torture and ill-treatment", ["Ana Ruizo"]),
    ("Statement of Marta Lopesa\n\nI was arrested in May. I was held for a week.", "detention", ["Marta Lopesa"]),
    ("“They beat me with cables,” Tomas Riella said.", "torture and ill-treatment", ["Tomas Riella"]),
    ("“They beat us with cables,” Tomas Riella said.", "torture and ill-treatment", ["Tomas Riella"]),
    (
        "I, Kulbar Nurakhmeta, live in Almaty. My sister was arrested. I ask for help.",
        "detention",
        ["Kulbar Nurakhmeta’s sister"],
    ),
    (
        "Testimony of DN-31\n\nQ. What happened?\n\nA. They arrested me at the market. I was beaten.",
        "detention",
        ["DN-31"],
    ),
    (
        "I am a herder and I live in Mopti.\n\nThey took my cousin Amadele and killed him. I saw it.",
        "killing",
        ["Amadele"],
    ),
    ("“My brother was tortured,” said Leila Haddade.", "torture and ill-treatment", ["Leila Haddade’s brother"]),
    ("Ibrahim Sowe's wife said that he was tortured.", "torture and ill-treatment", ["Ibrahim Sowe"]),
    (
        "The father of Amir-Hossein Karima said police beat his son.",
        "torture and ill-treatment",
        ["Amir-Hossein Karima"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "who"), SUFFERED, ids=[row[0][:60] for row in SUFFERED])
def test_whom_it_happened_to(text, kind, who, reading):
    found = reading(text)
    called = {person.id: (person.names or (person.description,))[0] for person in found.people}
    said = [[called.get(one, one) for one in claim.who] for claim in found.claims if claim.kind == kind]
    assert who in said


# sentence, the persons named in it
NAMED = [
    ("Abdul Rahman el-Sayeda was sentenced to ten years.", ["Abdul Rahman el-Sayeda"]),
    ("Jean-Baptiste Mukendo wa Kabile was arrested at Goma airport.", ["Jean-Baptiste Mukendo wa Kabile"]),
    ("Tesfalem W/Selassi was arrested in 2004.", ["Tesfalem W/Selassi"]),
    ("T.N. Selvama and K. Rajan were released.", ["T.N. Selvama", "K. Rajan"]),
    ("M., 24, was raped by soldiers.", ["M."]),
    ("Tashpolat, who taught geography, disappeared in 2017.", ["Tashpolat"]),
    ("Kurdish porter Aram Ahmade was shot dead near Baneh.", ["Aram Ahmade"]),
    ("Fatima Zahra El Idrisse was held in Rabat.", ["Fatima Zahra El Idrisse"]),
    ("In Kabul, the Taliban arrested Zarmina Paryana.", ["Zarmina Paryana"]),
    ("Brothers Omar and Bilal Hadade were killed in Homs.", ["Omar", "Bilal Hadade"]),
    ("Amnesty International called on Iran to release Leyla Hossein.", ["Leyla Hossein"]),
    ("The Red Cross visited the Kabul-based Freedom Ledger.", []),
]


@pytest.mark.parametrize(("text", "persons"), NAMED, ids=[row[0] for row in NAMED])
def test_names_whole(text, persons, english):
    names = find_names(parsed(zoned(text), english))
    assert [name.text for name in names if name.sort is Sort.PERSON] == persons
