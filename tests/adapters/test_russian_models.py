"""The Russian models: their weights lie in a wheel, and nothing is asked of a network."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

from amanat.adapters import russian

needs_natasha = pytest.mark.skipif(
    bool(russian.missing_russian()), reason="Russian's packages are not installed"
)

OFFLINE = """
import socket
def refuse(*_, **__): raise AssertionError("the network was asked for")
socket.socket.connect = socket.getaddrinfo = refuse
from amanat.adapters.russian import load_russian
from amanat.core.reading.language import language_of
assert language_of("Полиция задержала двух учителей в посёлке и отвезла их в изолятор.") == "ru"
sentences = load_russian().parse([(0, "Марата Сагитова задержали в Казани.")])
print([(name.sort, name.start, name.end) for name in sentences[0].names])
"""


@needs_natasha
def test_it_works_without_a_network_and_without_natashas_own_code() -> None:
    code = OFFLINE + "import sys; print('natasha' in sys.modules, 'pymorphy2' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split("\n")[:2] == ["[('PER', 0, 15), ('LOC', 28, 34)]", "False False"]


def test_where_a_package_is_missing_there_is_no_grammar(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        russian.importlib.util, "find_spec", lambda name: None if name == "slovnet" else found(name)
    )
    assert "slovnet" in russian.missing_russian()
    assert russian.load_russian() is None


@needs_natasha
def test_tokens_stand_where_they_stand_in_the_text() -> None:
    grammar = russian.load_russian()
    assert grammar is not None
    text = "  Его   задержали.\t«Кто?» – спросила мать. " + "слово " * 700
    for sentence in grammar.parse([(10, text)]):
        for token in sentence.tokens:
            assert text[token.start - 10 : token.end - 10] == token.text
        assert len(sentence.tokens) <= 300
