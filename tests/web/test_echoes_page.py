"""Two reports side by side, and deciding on them."""

from __future__ import annotations

import re

from desk_client import OpenDesk, opened
from desk_sample import MARIT

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Role
from amanat.store.models import EchoJudgement
from amanat.store.queries.echoes import echoes
from core.echo.telling import REWORDED, SOURCE
from invented import added


def _pair(casebook: OpenCasebook) -> tuple[int, int]:
    return added(casebook, SOURCE).report, added(casebook, f"{REWORDED}\n<b>Nobody</b> was told.").report


def test_the_passages_stand_side_by_side_and_a_decision_is_kept(desk: OpenDesk) -> None:
    one, other = _pair(desk.casebook)
    address = f"/reports/{other}/echoes/{one}/"
    assert address in desk.client.get(f"/reports/{other}/").content.decode()
    page = desk.client.get(address).content.decode()
    assert page.count('class="card sheet"') == 2 and 'id="left-1" href="#right-1"' in page
    assert "<b>Nobody" not in page and "<mark" in page
    posted = desk.client.post(f"{address}decide", {"verdict": "independent", "why": "told both"})
    assert posted.status_code == 303
    assert "two origins" in desk.client.get(address).content.decode()
    (made,) = EchoJudgement.objects.all()
    assert (made.verdict, made.why) == ("independent", "told both")
    assert desk.client.post(f"{address}decide", {"verdict": "perhaps"}).status_code in (400, 422)
    assert desk.client.get(f"/reports/{one}/echoes/999/").status_code == 404
    assert len(echoes(MARIT)) >= 1


def test_the_passages_stand_one_by_one_with_how_alike_they_are_and_a_key_for_each_answer(
    desk: OpenDesk,
) -> None:
    one, other = _pair(desk.casebook)
    page = desk.client.get(f"/reports/{other}/echoes/{one}/").content.decode()
    [found] = [each for each in echoes(MARIT) if {each.left.report, each.right.report} == {one, other}]
    listed = page[page.index('id="passages"') :].partition("</table>")[0]
    assert listed.count("<tr>") == len(found.echo.passages) + 1
    kinds = {"exact": "word for word", "reworded": "with words swapped", "retold": "retold"}
    assert all(kinds[each.likeness] in listed for each in found.echo.passages)
    assert all(
        f'<mark class="{each.likeness}">{kinds[each.likeness]}' in page for each in found.echo.passages
    )
    assert re.findall(r'value="(\w+)" aria-keyshortcuts="(\w)"', page) == [
        ("echo", "e"), ("independent", "i"), ("unsure", "u"),
    ]  # fmt: skip


def test_whoever_only_reads_sees_no_buttons(casebook: OpenCasebook) -> None:
    one, other = _pair(casebook)
    desk = opened(casebook, Actor("Guest", Role.READER))
    page = desk.client.get(f"/reports/{other}/echoes/{one}/").content.decode()
    assert "<mark" in page and 'value="independent"' not in page
