"""The report's page says what both readers claim, what the second reader claims alone, and what became of it."""

from __future__ import annotations

from desk_client import OpenDesk
from desk_sample import MARIT, NAME

from amanat.actions.second import second_read
from amanat.actions.second_reader import SecondReader
from amanat.adapters.language_model.address import server_address
from model_server import Handler, a_claim, model, serving

BOTH = a_claim("She crossed the border in December 2018", "flight", NAME, when="2018-12")
ALONE = a_claim(
    "guards took her passport", "separation of family", "her", by=[{"text": "guards", "is": "description"}]
)


def _read_again(desk: OpenDesk) -> None:
    def answer(handler: Handler, asked: dict[str, object]) -> None:
        if len(handler.server.asked) == 1:
            handler.send(b"<b>no</b>", 503)
        else:
            model(BOTH, ALONE)(handler, asked)

    with serving(answer) as server:
        reader = SecondReader(server_address(server.url), "small<b>", 5)
        list(second_read(desk.casebook, MARIT, [1], reader))


def test_both_readers_and_the_second_alone_are_told_apart(desk: OpenDesk) -> None:
    before = desk.client.get("/reports/1/").content.decode()
    assert "econd reader" not in before and "both readers" not in before
    _read_again(desk)
    shown = desk.client.get("/reports/1/").content.decode()
    assert shown.count("second reader only") >= 1
    assert "What it claims alone counts in no case until you confirm it." in shown
    assert "the server answered with an error (HTTP 503)" in shown
    assert "small&lt;b&gt;" in shown and "small<b>" not in shown
    alone = next(int(n) for n in range(1, 40) if "Separation of family" in _panel(desk, n))
    assert "second reader only" in _panel(desk, alone)
    desk.client.post(f"/reports/1/claims/{alone}/review", {"verdict": "confirmed"})
    assert "Confirmed" in _panel(desk, alone) or "confirmed" in _panel(desk, alone)


def test_the_second_readers_answer_to_what_the_rules_say_stands_with_it(desk: OpenDesk) -> None:
    _read_again(desk)
    shown = desk.client.get("/reports/1/").content.decode()
    assert "both readers" in shown


def _panel(desk: OpenDesk, claim: int) -> str:
    """The page with the claim chosen, up to the list of all claims."""
    answer = desk.client.get(f"/reports/1/?claim={claim}").content.decode()
    return answer[answer.index('id="claim"') : answer.index("All claims")]
