"""A paragraph in wholly other words is known by its details and their order; one who was there tells other ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.echo import Grade, Likeness, Verdict, compare, words_of
from amanat.core.echo.details import details
from amanat.core.echo.paragraphs import told_anew
from core.echo.telling import OTHERWISE, UNRELATED, report

TOLD = """\
The lighthouse keeper Ansel Drubin was taken from the jetty of Porto Vell on 9 March with a basket of
limpets still in his hand. Three marines poured his lamp oil into the harbour. They sealed the spiral stair
with forty-one nails, and his spaniel was found in the cistern. At the magistrate's hearing the nails were
entered as "storm damage".
"""
ANEW = """\
He had been gathering limpets, and the basket hung on his arm when they led Drubin, who kept the lighthouse,
off the Porto Vell jetty. The oil for the lamp went into the harbour, tipped out by marines, of whom there
were three. It took 41 nails to close up the spiral staircase; somebody discovered the spaniel drowned in a
cistern.
"""
THERE = """\
Ansel taught half of Porto Vell to swim. On the ninth we waited for him with a cake, because it was his
birthday, and by dusk the lighthouse was dark for the first time since the war. My aunt asked at the
barracks of the marines and was laughed at. Somebody has put flowers on the jetty.
"""
SHORT = "The limpets of the harbour taste of lamp oil, said the spaniel's owner, a magistrate with a basket and nails."
VERDICT = """\
A court in Ostrel sentenced the teacher Mira Volkan to six years in a strict regime colony on Monday for
membership of a terrorist organisation, her lawyer said. Her husband was given a suspended term and a fine.
They will appeal.
"""
VERDICT_BY_OTHERS = """\
Six years in a strict regime colony: that is the sentence which the teacher Mira Volkan heard in Ostrel on
Monday. The prosecutor had charged her with membership of a terrorist organisation. The husband, fined, got
a suspended term.
"""
APART = {
    "was there": (TOLD, THERE),
    "was there, and the copy": (ANEW, THERE),
    "something else": (TOLD, UNRELATED),
    "another matter": (TOLD, OTHERWISE),
    "the same words, no tale": (TOLD, SHORT),
    "a verdict": (VERDICT, VERDICT_BY_OTHERS),
}


def in_host(paragraph):
    return f"{UNRELATED}\n{paragraph}\nThe regatta has been put off until the buoys are painted.\n"


def test_a_paragraph_in_other_words_is_found_in_a_report_of_something_else():
    found = compare(words_of(report(1, TOLD)), words_of(report(2, in_host(ANEW))))
    assert found.verdict is Verdict.COMMON_SOURCE and found.grade is Grade.LIKELY
    assert {each.likeness for each in found.passages} == {Likeness.RETOLD}
    said = " ".join(in_host(ANEW)[slice(*each.right)] for each in found.passages)
    assert "spaniel" in said and "regatta" not in said


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_what_is_no_echo_of_it(one, other):
    found = compare(words_of(report(1, one)), words_of(report(2, in_host(other))))
    assert found is None or not found.verdict.is_echo or found.grade is Grade.POSSIBLE


def test_the_reasons_name_details_and_their_order():
    found = told_anew(words_of(report(1, TOLD)), words_of(report(2, ANEW)))
    assert found.is_sure and {"limpets", "spaniel", "cistern"} <= set(found.told)
    assert 0.5 < found.order <= 1


def test_other_languages_are_left_alone():
    german = [words_of(report(at, text, language="de")) for at, text in enumerate((TOLD, ANEW))]
    assert told_anew(*german) is None


def test_standing_text_counts_for_nothing():
    one, other = words_of(report(1, TOLD)), words_of(report(2, ANEW))
    assert told_anew(one, other) is not None
    assert told_anew(one, other, [((0, len(TOLD)), (0, 0))]) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("He paid forty-one crowns for it yesterday.", {"#41"}),
        ("He paid 41 crowns for it yesterday.", {"#41"}),
        ("Nineteen hats and twenty gloves were lost.", {"#19", "#20"}),
        ("Twenty 30 hats were lost there.", {"#20", "#30"}),
        ("One or two hats were lost in the river.", set()),
    ],
)
def test_a_number_is_one_however_it_is_written(text, numbers):
    (told,) = details(words_of(report(1, text)))
    assert {key for key in told if key.startswith("#")} == numbers


def test_what_is_quoted_is_no_detail():
    (told,) = details(words_of(report(1, "The porter said: “They took the spaniel and the limpets away.”")))
    assert not {"spanie", "limpet"} & told.keys()


_SCRAPS = st.text(alphabet="ab “”.\n0123,-", max_size=120)


@given(_SCRAPS, _SCRAPS)
def test_any_two_texts_can_be_held_against_each_other(one, other):
    left, right = words_of(report(1, one)), words_of(report(2, other))
    assert (told_anew(left, right) is None) == (told_anew(right, left) is None)
