"""Records in every layout, entries of lists and fragments of notes become claims about whom they are about."""

from __future__ import annotations

import pytest

from amanat.core.reading.fields import known_key, read_fields
from amanat.core.reading.heading import read_entry
from amanat.core.reading.lines import lines_of
from amanat.core.reading.pieces import lent_to
from amanat.core.reading.terms import read_terms
from amanat.core.reading.traits import read_trait

# -- one field at a time -------------------------------------------------------------------------------------

_RECORD = "Name: Adil Turgun\nSex: Male\nAge: 40\n{}\n"
_FIELDS = [
    ("Date of birth: 12 May 1978", "birth date", "1978-05-12"),
    ("DOB: 1978", "birth date", "1978"),
    ("Year of birth: 1971 or 1972", "birth date", "[1971,1972]"),
    ("Ethnic group: Uyghur", "ethnicity", None),
    ("Nationality: Eritrean", "nationality", None),
    ("Faith: Baptist", "religion", None),
    ("Profession: schoolteacher", "occupation", None),
    ("Work: driver since 2010", "occupation", "2010/.."),
    ("Place of residence: Ryazan", "residence", None),
    ("Home village: Qaraqum", "residence", None),
    ("Date of arrest: 3 February 2021", "detention", "2021-02-03"),
    ("Detained since: 3 February 2021", "detention", "2021-02-03/.."),
    ("Date of disappearance: 7 June 2020", "enforced disappearance", "2020-06-07"),
    ("Arrested by: officers of State Security", "detention", None),
    ("Place of arrest: Minsk, his flat", "detention", None),
    ("Held at: Second Station, Asmara (January to March 2012)", "detention", "2012-01/2012-03"),
    ("Where held: Correctional Colony No. 5", "detention", None),
    ("Whereabouts: unknown since 14 March 2018", "enforced disappearance", "2018-03-14/.."),
    ("Released: 2 May 2021", "release", "2021-05-02"),
    ("Charge: Article 207.3, false information", "prosecution", None),
    ("Accused of: insulting the president", "accusation", None),
    ("Sentence: 6 years and 6 months in a colony", "sentence", None),
    ("Verdict: Eight years' imprisonment, 74 lashes", "sentence", None),
    ("Outcome: fined 1,500 roubles", "fine", None),
    ("Outcome: death", "sentence", None),
    ("Status: in pre-trial detention", "detention", None),
    ("Current situation: released on bail on 3 March 2023", "release", "2023-03-03"),
    ("Status: missing", "enforced disappearance", None),
    ("Status: died in custody", "death in custody", None),
    ("Health: asthma since childhood", "health", None),
    ("Medical: Has sickle cell disease", "health", None),
    ("Remarks: Held in solitary confinement for two months.", "detention", None),
    ("Notes: Arrested 14 December 2021; no access to counsel.", "detention", "2021-12-14"),
    ("Treatment: Beaten by guards on 4 June 2020.", "torture and ill-treatment", "2020-06-04"),
    ("Circumstances: Taken from his home at night by soldiers.", "detention", None),
    ("Notes: Transferred to Qashqar Prison in May 2019.", "transfer", "2019-05"),
    ("Notes: Released in May 2019.", "release", "2019-05"),
    ("Notes: Fled to Sudan in 2016.", "flight", "2016"),
    ("Treatment: Forced to sign a confession.", "coercion", None),
    ("Wife: Salima, 44", "age", None),
    ("Wife: Salima, 44", "kinship", None),
    ("Demands: Release Adil Turgun.", "release", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind", "when"), _FIELDS)
def test_a_field_claims_what_its_key_means(line, kind, when, reading):
    claims = reading(_RECORD.format(line)).claims
    assert (kind, when) in {(claim.kind, claim.when) for claim in claims}, claims


@pytest.mark.parametrize(
    "line", ["Sentence: none known", "Place of detention: -", "Charge: not known", "Held at: n/a"]
)
def test_a_value_that_says_nothing_claims_nothing(line, reading):
    assert {claim.kind for claim in reading(_RECORD.format(line)).claims} <= {"age"}


@pytest.mark.parametrize("gutter", [": ", " | ", "\t", "   ", "\n", ":\n", " – "])
def test_a_label_and_its_value_stand_apart_in_many_ways(gutter, reading):
    fields = ["Name", "Adil Turgun", "Age", "40", "Occupation", "tailor", "Date of arrest", "May 2017"]
    page = "Register entry\n\n" + "\n".join(
        f"{key}{gutter}{value}" for key, value in zip(fields[::2], fields[1::2], strict=True)
    )
    found = reading(page)
    assert {(claim.kind, claim.when) for claim in found.claims} >= {
        ("age", None), ("occupation", None), ("detention", "2017-05"),
    }  # fmt: skip
    assert [person.names for person in found.people] == [("Adil Turgun",)]
    assert all(found.report.text[c.passage.start : c.passage.end] == c.passage.quote for c in found.claims)


def test_fields_between_empty_lines_keep_all_lines_of_their_value(reading):
    page = (
        "Name\nAdil Turgun\n\nAge\n40\n\nHeld at\nFirst Prison, Osh (2016)\nSecond Prison, Osh (2017)\n\n"
        "Last change to this record\n3 March 2022\n"
    )
    found = reading(page)
    held = [(claim.where.name, claim.when) for claim in found.claims if claim.kind == "detention"]
    assert held == [("First Prison", "2016"), ("Second Prison", "2017")]
    assert found.report.published == "2022-03-03"


def test_several_fields_on_a_line_and_rows_of_a_table(reading):
    several = reading(
        "Case\n\nName: Adil Turgun | Age: 40 | Occupation: tailor\nArrested: May 2017; Sentence: 6 years\n"
    )
    assert sorted(claim.kind for claim in several.claims) == ["age", "detention", "occupation", "sentence"]
    table = reading(
        "Detained after the march\n\nName\tAge\tOccupation\tDate of arrest\n"
        "Adil Turgun\t40\ttailor\t7 May 2017\nSalima Nur\t33\t\t8 May 2017\n"
    )
    names = {person.id: person.names[0] for person in table.people}
    assert [(names[claim.who[0]], claim.kind) for claim in table.claims] == [
        ("Adil Turgun", "age"), ("Adil Turgun", "occupation"), ("Adil Turgun", "detention"),
        ("Salima Nur", "age"), ("Salima Nur", "detention"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The governor spoke at length.\n\nHealth: the state of our hospitals is bad.\n\nWork: there is none.",
        "Home\nSearch\nContact\n\nThe villagers asked one question: who gave the order?",
        "Notes\n\nThe meeting was long.\n\nSummary\n\nNobody came.",
    ],
)
def test_headings_and_colons_alone_make_no_record(text):
    assert not read_fields(lines_of(text)).fields


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("DATE OF ARREST", "detained"), ("Place(s) of detention", "places"), ("Victim's name", "name"),
        ("Pre-trial", None), ("Age (at arrest)", "age"), ("The defendants", "people"), ("Weather", None),
    ],
)  # fmt: skip
def test_a_label_is_known_however_it_is_written(label, key):
    assert known_key(label) == key


# -- entries of lists ----------------------------------------------------------------------------------------

_ENTRIES = [
    ("- Alena Koval, 34, teacher: 6 years, Art. 342.", {"age", "occupation", "sentence"}),
    ("2. Siarhei Bondar (b. 1990), programmer, Minsk – four years in a colony",
     {"birth date", "occupation", "residence", "sentence"}),
    ("• Tatsiana Kruk, 19, student: fined 1,500 roubles.", {"age", "occupation", "fine"}),
    ("1. Bilal Marri, student, 21. Taken from his hostel at night.", {"age", "occupation", "detention"}),
    ("3. Dr. Hamid Zehri (male, 52, physician, resident of Khuzdar). Disappeared on 7 June 2020.",
     {"age", "occupation", "residence", "enforced disappearance"}),
    ("- Zahra Marri, 45, mother of Bilal. Beaten at the police station.",
     {"age", "kinship", "torture and ill-treatment"}),
    ("* Natnael Ghide, b. 2001: taken to a camp by soldiers in August 2018", {"birth date", "detention"}),
    ("- Timur Ganeyev (b. 1979), driver, disabled since 2011", {"birth date", "occupation", "health"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kinds"), _ENTRIES)
def test_an_entry_tells_who_somebody_is_and_what_was_done(line, kinds, reading):
    found = reading(f"Monthly list of the persecuted\n\nThis is the list for the month of March.\n\n{line}\n")
    assert {claim.kind for claim in found.claims} >= kinds, found.claims
    assert len({claim.who for claim in found.claims if claim.kind != "kinship"}) == 1


def test_what_is_shared_by_two_holds_for_both():
    entry = read_entry("Siu Lan (female, 36) and Plui Mah (male, 50), Jarai farmers, both of Ia Drul commune")
    assert entry is not None
    assert [head.name for head in entry.heads] == ["Siu Lan", "Plui Mah"]
    assert [trait.text for trait in entry.traits] == ["Jarai farmers", "both of Ia Drul commune"]


@pytest.mark.parametrize(
    "text",
    [
        "Rustam Qadir, 34, was arrested in May.",
        "Police in Osh, who had come early, took him.",
        "In May, the court met.",
    ],
)
def test_a_sentence_is_no_entry(text):
    entry = read_entry(text)
    assert entry is None or text[entry.tail :]


# -- traits, terms, lent subjects ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("36", ["age"]), ("aged 9", ["age"]), ("34 y.o.", ["age"]), ("b. 1984", ["birth date"]),
        ("born 12 May 1984", ["birth date"]), ("34-year-old teacher", ["age", "occupation"]),
        ("former bank clerk", ["occupation"]), ("retired", ["occupation"]), ("doctor from Hrodna", ["occupation"]),
        ("from Khuzdar", ["residence"]), ("Kazakh", ["ethnicity"]), ("disabled since 2011", ["health"]),
        ("wife of Karim", ["kinship"]), ("male", []), ("the younger one", []), ("6:12", []),
    ],
)  # fmt: skip
def test_a_trait_is_told_by_its_form(text, kinds):
    assert [trait.kind for trait in read_trait(text)] == kinds


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("9 years in prison, 3 years of probation", [("sentence", "")]),
        ("Tiep 3 years; two women 18 months each", [("sentence", "Tiep"), ("sentence", "two women")]),
        ("a five-year suspended term; a fine of 150,000 roubles", [("sentence", ""), ("fine", "a")]),
        ("life imprisonment", [("sentence", "")]), ("death", [("sentence", "")]),
        ("appeal dismissed", []), ("arrested two years ago", []), ("held for 34 days", []),
        ("set free in the courtroom", [("release", "")]),
    ],
)  # fmt: skip
def test_terms_of_punishment(text, terms):
    assert [(term.kind, term.before) for term in read_terms(text)] == terms


@pytest.mark.parametrize(
    ("text", "lent"),
    [
        ("Arrested on 3 May and beaten", "He was "), ("Not seen since 2019", "He was "), ("Has asthma", "He "),
        ("Lives in Kassel", "He "), ("No access to a lawyer", "He had "), ("Walking with a stick", "He was "),
        ("Death in prison in 2020", "It was about his "), ("He was arrested", ""),
        ("The hearing took forty minutes", ""),
        ("Arrested in May, he was sentenced in June", ""), ("Death of a nurse", ""),
        ("Taken to Osh, Karim was beaten", ""),
    ],
)  # fmt: skip
def test_a_subject_is_lent_to_fragments_only(text, lent):
    assert lent_to(text, in_record=True) == lent


# -- demands -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "intro",
    [
        "We demand:",
        "We call on the authorities of Kyran to:",
        "Recommendations",
        "Please write to the minister, urging him to:",
    ],
)
def test_what_a_list_of_demands_names_is_demanded(intro, reading):
    found = reading(
        f"Anna Petrova was arrested on 3 May 2020 in Osh.\n\n{intro}\n- immediately release Anna Petrova;\n"
        "- ensure that Anna Petrova is not tortured.\n\nShe was beaten by guards.\n"
    )
    told = [(claim.kind, claim.modality) for claim in found.claims]
    assert ("release", "demanded") in told
    assert ("torture and ill-treatment", "asserted") in told
    assert ("detention", "asserted") in told
