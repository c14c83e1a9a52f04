"""One-time links: used once, by one browser, and idle sessions end."""

from __future__ import annotations

import threading

from amanat.core.protecting import Actor, Role
from amanat.web.desk.door import Door

MARIT = Actor("Marit Oksana", Role.OWNER)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def _door(idle: float = 60.0) -> tuple[Door, list[str], Clock]:
    said: list[str] = []
    clock = Clock()
    return Door(MARIT, said.append, idle, clock), said, clock


def test_a_link_opens_once() -> None:
    door, said, _ = _door()
    token = door.new_link()
    assert said == [token]
    key = door.exchange(token)
    assert key is not None and key != token
    assert door.admit(key) == MARIT
    assert door.exchange(token) is None


def test_wrong_and_empty_tokens_and_keys_open_nothing() -> None:
    door, _, _ = _door()
    token = door.new_link()
    for wrong in ("", token[:-1], token + "A", "ключ"):
        assert door.exchange(wrong) is None
    assert door.admit("") is None
    assert door.admit(token) is None
    assert door.exchange(token) is not None


def test_a_new_link_kills_the_one_before() -> None:
    door, _, _ = _door()
    first = door.new_link()
    second = door.new_link()
    assert door.exchange(first) is None
    assert door.exchange(second) is not None


def test_at_a_locked_door_one_link_waits_however_often_one_knocks() -> None:
    door, said, _ = _door()
    for _ in range(5):
        door.offer_link()
    assert len(said) == 1


def test_an_idle_session_is_closed_and_a_used_one_is_not() -> None:
    door, _, clock = _door(idle=60)
    key = door.exchange(door.new_link())
    assert key is not None
    for _ in range(5):
        clock.now += 59
        assert door.admit(key) == MARIT
    clock.now += 61
    assert door.admit(key) is None
    clock.now -= 61
    assert door.admit(key) is None


def test_the_lock_closes_at_once() -> None:
    door, _, _ = _door()
    key = door.exchange(door.new_link())
    assert key is not None
    door.close(key)
    assert door.admit(key) is None


def test_of_many_browsers_with_one_link_one_comes_in() -> None:
    door, _, _ = _door()
    token = door.new_link()
    start = threading.Barrier(16)
    keys: list[str | None] = []

    def knock() -> None:
        start.wait()
        keys.append(door.exchange(token))

    threads = [threading.Thread(target=knock) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(key is not None for key in keys) == 1
