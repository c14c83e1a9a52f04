"""What keeps everybody else out of the desk."""

from __future__ import annotations

import hashlib
import re
import socket

import pytest
from desk_client import OpenDesk, knocking, opened
from desk_sample import MARIT, fill
from django.test import RequestFactory
from django.urls import get_resolver

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Role
from amanat.web.desk.assets import FOLDER, assets
from amanat.web.desk.errors import DeskNotLocalError, DeskPortTakenError
from amanat.web.desk.guards import CONTENT_SECURITY_POLICY
from amanat.web.desk.serve import serve

OWN = "http://127.0.0.1:8765"
REVIEW = "/reports/1/claims/1/review"


def test_every_answer_carries_the_strict_headers(desk: OpenDesk) -> None:
    for address in ("/cases/", "/cases/1/", "/nowhere", "/static/desk.css", "/open/wrong"):
        answer = desk.client.get(address)
        assert answer["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "camera=()" in answer["Permissions-Policy"]
        assert answer["Cache-Control"] == ("no-cache" if "static" in address else "no-store")
    policy = CONTENT_SECURITY_POLICY
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "http" not in policy


def test_the_session_cookie_cannot_be_read_by_scripts_nor_sent_from_elsewhere(desk: OpenDesk) -> None:
    cookie = desk.client.cookies["amanat-desk-8765"]
    assert (
        cookie["httponly"]
        and cookie["samesite"] == "Strict"
        and not cookie["expires"]
        and not cookie["max-age"]
    )


def test_a_link_works_once_and_a_new_one_is_said_to_whoever_knocks(desk: OpenDesk) -> None:
    stranger = knocking()
    answer = stranger.get(f"/open/{desk.links[0]}")
    assert answer.status_code == 403 and b"locked" in answer.content
    assert "amanat-desk-8765" not in stranger.cookies
    assert len(desk.links) == 2
    assert stranger.get("/cases/").status_code == 403
    assert len(desk.links) == 2
    assert stranger.get(f"/open/{desk.links[1]}").status_code == 303
    assert stranger.get("/cases/").status_code == 200


@pytest.mark.parametrize(
    "address", ["/", "/cases/", "/cases/1/", "/reports/1/", "/log/", "/find/?q=a", "/nowhere"]
)
def test_without_a_session_there_is_nothing_but_the_locked_page(desk: OpenDesk, address: str) -> None:
    answer = knocking().get(address)
    assert answer.status_code == 403
    assert b"Saltanat" not in answer.content and b"locked" in answer.content


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("/cases", "/cases/"),
        ("/cases?q=saltan", "/cases/?q=saltan"),
        ("/cases/1", "/cases/1/"),
        ("/reports/1?claim=3", "/reports/1/?claim=3"),
        ("/linking", "/linking/"),
    ],
)
def test_a_page_typed_without_its_last_slash_is_found(desk: OpenDesk, typed: str, page: str) -> None:
    answer = desk.client.get(typed)
    assert (answer.status_code, answer["Location"]) == (302, page)
    assert knocking().get(typed).status_code == 403


@pytest.mark.parametrize("address", ["/nowhere", "/%2Fevil.example/cases", "/cases/1/x", "/lock/cases"])
def test_no_other_address_is_led_anywhere(desk: OpenDesk, address: str) -> None:
    answer = desk.client.get(address)
    assert answer.status_code == 404 and "Location" not in answer


def test_nothing_is_written_by_way_of_a_missing_slash(desk: OpenDesk) -> None:
    assert desk.client.post("/cases").status_code in (403, 404)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "0.0.0.0:8765", "192.168.0.7:8765", ""],
)
def test_another_host_name_is_refused_even_with_the_session(desk: OpenDesk, host: str) -> None:
    answer = desk.client.get("/cases/", headers={"host": host})
    assert answer.status_code == 421 and b"Saltanat" not in answer.content


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "http://localhost:8765"]
)
def test_a_foreign_origin_cannot_write(desk: OpenDesk, origin: str) -> None:
    answer = desk.client.post(REVIEW, {"verdict": "confirmed"}, headers={"origin": origin})
    assert answer.status_code == 403
    assert b"confirmed by Marit" not in desk.client.get("/reports/1/?claim=1").content


def test_without_a_csrf_token_nothing_is_written(desk: OpenDesk, casebook: OpenCasebook) -> None:
    client = knocking(enforce_csrf_checks=True)
    client.get(f"/open/{desk.door.new_link()}")
    assert client.post(REVIEW, {"verdict": "confirmed"}).status_code == 403
    page = client.get("/reports/1/").content.decode()
    token = re.findall(r'csrfmiddlewaretoken" value="(\w+)"', page)[0]
    assert client.post(REVIEW, {"verdict": "confirmed", "csrfmiddlewaretoken": token}).status_code == 303
    cookie = client.cookies["csrftoken"]
    assert cookie["httponly"] and cookie["samesite"] == "Strict"


def test_the_lock_ends_the_session_and_htmx_is_told_to_leave(desk: OpenDesk) -> None:
    assert desk.client.post("/lock").status_code == 403
    assert desk.client.get("/cases/").status_code == 403
    assert desk.client.get("/cases/", headers={"hx-request": "true"})["HX-Redirect"] == "/cases/"


def test_a_reader_may_look_and_decide_nothing(casebook: OpenCasebook) -> None:
    fill(casebook)
    desk = opened(casebook, Actor("Ilse Brandt", Role.READER))
    assert desk.client.get("/cases/1/").status_code == 200
    answer = desk.client.post(REVIEW, {"verdict": "confirmed"})
    assert answer.status_code == 403 and b"may not" in answer.content


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_every_refusal_has_a_page_of_the_desk_and_tells_nothing_of_the_casebook(status: int) -> None:
    request = RequestFactory(HTTP_HOST="127.0.0.1:8765").get("/cases/1/")
    handler = get_resolver().resolve_error_handler(status)
    answer = handler(request) if status == 500 else handler(request, Exception("Saltanat"))
    assert answer.status_code == status
    assert b"<h1>" in answer.content and b"Saltanat" not in answer.content and b"<nav" not in answer.content


def test_the_file_that_is_not_ours_is_the_one_recorded() -> None:
    recorded = (FOLDER / "VENDORED.md").read_text("utf-8")
    digest = hashlib.sha256((FOLDER / "htmx.min.js").read_bytes()).hexdigest()
    assert digest in recorded
    assert set(assets()) == {"desk.css", "desk.js", "htmx.min.js", "mark.svg"}


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org", ""])
def test_the_desk_is_opened_on_this_machine_only(casebook: OpenCasebook, host: str) -> None:
    with pytest.raises(DeskNotLocalError):
        serve(casebook, MARIT, host=host, browser=False)


def test_a_taken_port_is_named(casebook: OpenCasebook) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(DeskPortTakenError):
            serve(casebook, MARIT, port=taken.getsockname()[1], browser=False)
