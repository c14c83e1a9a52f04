"""What the dates of a report come to: a table of short stories, each with the act asked for and its date."""

from __future__ import annotations

import pytest

HEAD = "HILL RADIO\n7 July 2020\n\nA village without its men\n\n"

# story, kind of the claim asked for, its date
DATED = [
    (
        "Omar Reyn was arrested on 3 November 2019. He was beaten on the day of his arrest.",
        "torture",
        "2019-11-03",
    ),
    ("Omar Reyn was arrested on 3 November 2019 and was released three days later.", "release", "2019-11-06"),
    ("Omar Reyn left his house on 3 May 2019. That evening he was arrested.", "detention", "2019-05-03"),
    ("Soldiers came to Kora on 4 March 2018. Omar Reyn was killed the next day.", "killing", "2018-03-05"),
    (
        "On 21 August 2019, soldiers broke into the house, arrested Omar Reyn and beat his son.",
        "torture",
        "2019-08-21",
    ),
    (
        "Omar Reyn was born on 4 April 1969. He was arrested in 2018. He was beaten three days later.",
        "torture",
        "[2018..2019]",
    ),
    ("Police came on 18 August 2019. On the 20th they arrested Omar Reyn.", "detention", "2019-08-20"),
    ("Omar Reyn, who was arrested in May, has been in prison since then.", "detention", "2020-05"),
    ("Omar Reyn was arrested in May and has been detained ever since.", "detention", "2020-05/.."),
    (
        "In its reply of 4 March 2020, the Government stated that Omar Reyn had been arrested.",
        "detention",
        None,
    ),
    ("In 2016 an officer told his wife that Omar Reyn had been killed.", "killing", None),
    ("In August, she said, Omar Reyn was arrested.", "detention", "2019-08"),
    ("Omar Reyn was beaten every Monday.", "torture", None),
    ("Omar Reyn was beaten after two nights without sleep.", "torture", None),
    (
        "Omar Reyn was arrested on 2 May 2019. A week after his arrest he was beaten.",
        "torture",
        "2019-05-09~",
    ),
    ("Omar Reyn was arrested on Monday.", "detention", "2020-07-06"),
    ("Omar Reyn was arrested last month.", "detention", "2020-06"),
    ("Omar Reyn was arrested two years ago.", "detention", "2018"),
    (
        "Omar Reyn was arrested in November 2018. The following month he was transferred to a prison.",
        "transfer",
        "2018-12",
    ),
    ("Since the coup of May 2019 soldiers have killed forty villagers.", "killing", "2019-05/.."),
    (
        "Omar Reyn was arrested on 6 May 2019. Three days after he was arrested, he was beaten.",
        "torture",
        "2019-05-09",
    ),
    ("On 2 April the minister said that Omar Reyn was killed.", "killing", None),
    ("Sara Bell, arrested on 2 April, was on 20 April sentenced to two years.", "sentence", "2020-04-20"),
    (
        "Omar Reyn was arrested on 2 May 2019. Guards beat him in the week after his arrest.",
        "torture",
        "2019-05-02/2019-05-09~",
    ),
    ("Until 2017, when Omar Reyn was deported, his family lived in Kora.", "deportation", "2017"),
    (
        "The court, which on 2 March 2019 had convicted his brother, sentenced Omar Reyn on Wednesday.",
        "sentence",
        "2020-07-01",
    ),
    ("Omar Reyn was arrested in the same month as his brother.", "detention", None),
    (
        "A witness said that soldiers killed Sara Bell in August 1998 and that two years later Omar Reyn was deported.",
        "deportation",
        "2000",
    ),
    (
        "Sara Bell has been banned from travel since 2018. In August of that year officials arrested Omar Reyn.",
        "detention",
        "2018-08",
    ),
    ("The law of 1999 under which Omar Reyn was charged was amended in 2012.", "prosecution", None),
    (
        "Police detained Omar Reyn at his home in Almaty on 12 March 2019, his wife said.",
        "detention",
        "2019-03-12",
    ),
    ("Police detained Omar Reyn at his home in Almaty on 12 March 2019, his wife said.", "residence", None),
    ("In the last week of May soldiers killed Omar Reyn.", "killing", "[2020-05-25~..2020-05-31]"),
    (
        "Omar Reyn has been held in Kora since soldiers broke up a march on 19 June.",
        "detention",
        "2020-06-19/..",
    ),
    ("Omar Reyn has been missing since he was arrested at a bridge on 2 March.", "enforced", "2020-03-02/.."),
    ("Omar Reyn has been missing since he was arrested at a bridge on 2 March.", "detention", "2020-03-02"),
    ("Since he was ill, Omar Reyn was released on 2 March.", "release", "2020-03-02"),
    ("Omar Reyn was sentenced to imprisonment by a court in Narayanganj in 2017.", "sentence", "2017"),
    ("Omar Reyn was let go on Sunday.", "release", "2020-07-05"),
    ("Omar Reyn was not released until 18 March 2019.", "release", "2019-03-18"),
    ("In 2013 Omar Reyn was fined and spent ten days in prison.", "detention", "2013"),
    (
        "A team was formed on 20 February and Omar Reyn has been questioned.",
        "interrogation",
        None,
    ),
    ("Omar Reyn was arrested not on 2 May, as alleged, but on 9 May in Kora.", "detention", "2020-05-09"),
    ("Omar Reyn is a citizen of Chad, born on 30 November 1979.", "citizenship", None),
    (
        "Omar Reyn was dragged out in the middle of the night in May 2017 and arrested.",
        "detention",
        "2017-05",
    ),
    ("Police detained Omar Reyn overnight.", "detention", "[2020-07-06..2020-07-07]"),
    ("Soldiers arrested Omar Reyn on the first Sunday of March 2019.", "detention", "2019-03-03"),
    (
        "Omar Reyn was arrested on 2 August 2019. He was released on the twenty-seventh.",
        "release",
        "2019-08-27",
    ),
]


@pytest.mark.parametrize(("story", "kind", "when"), DATED, ids=[row[0] for row in DATED])
def test_when_it_was(story, kind, when, reading):
    assert when in [claim.when for claim in reading(HEAD + story).claims if claim.kind.startswith(kind)]


def test_one_persons_arrest_is_not_anothers(reading):
    story = (
        "Omar Reyn was arrested on 3 May 2019. Sara Bell was arrested on 9 June 2019. "
        "Sara Bell was beaten two days after her arrest."
    )
    assert [c.when for c in reading(HEAD + story).claims if c.kind.startswith("torture")] == ["2019-06-11"]


@pytest.mark.parametrize(
    "told",
    [
        "Aigul Serik was locked up in a school in Aktau before her transfer to Kostanay.",
        "Aigul Serik fell ill after her transfer to Kostanay.",
    ],
)
def test_what_only_counts_from_an_act_does_not_date_it_by_anothers(told, reading):
    page = HEAD + f"Omar Reyn was transferred to a camp near Beyneu on 9 March 2014. {told}"
    claims = [claim for claim in reading(page).claims if claim.kind == "transfer"]
    assert {claim.when for claim in claims} <= {"2014-03-09", None}
    assert sum(claim.when == "2014-03-09" for claim in claims) == 1
