"""One question to a language model, and whatever comes of it: an answer, or a fault of a known kind.

httpcore and not httpx: it follows no redirect, reads no proxy and no credentials from the environment, unpacks no
compressed body, and lets us open the connection.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import httpcore

from amanat.adapters.language_model.address import Address
from amanat.adapters.language_model.wire import Deadline, ToOneMachine
from amanat.core.reading.second.paragraph_read import Ended

MOST_BYTES = 1 << 20
"""Of an answer's body: thirty claims in the longest script take a twentieth of it."""
MOST_TOKENS = 4096
"""What the model may write; a model that repeats itself without end is cut off here."""

_FORM_UNKNOWN = (400, 415, 422, 501)
_FORM_WORDS = (b"response_format", b"json_schema", b"json_object", b"grammar")


class ServerFaultError(Exception):
    """No answer that could be looked at. ``note`` holds nothing of what was asked.

    ``form_unknown``: the server may only not know how the answer's form was asked for.
    """

    def __init__(self, ended: Ended, note: str = "", *, form_unknown: bool = False) -> None:
        super().__init__(ended.value)
        self.ended = ended
        self.note = note
        self.form_unknown = form_unknown


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """``untrusted`` is the model's message. ``cut_off``: it stopped at a limit, not at its end."""

    untrusted: str
    cut_off: bool
    answered_by: str
    """The model as the server calls it, which need not be the one that was asked for."""


def ask(
    address: Address,
    model: str,
    messages: list[dict[str, str]],
    response_format: Mapping[str, object] | None,
    seconds: float,
) -> ModelAnswer:
    """Asks once. Raises ServerFaultError; ServerElsewhereError where the address has become another machine's."""
    asked: dict[str, object] = {
        "model": model,
        "messages": messages,
        "temperature": 0,
        "seed": 1,
        "max_tokens": MOST_TOKENS,
        "stream": False,
    }
    if response_format is not None:
        asked["response_format"] = response_format
    status, content_type, body = _posted(address, json.dumps(asked).encode(), seconds)
    if status != 200:
        raise _refusal(status, body)
    if content_type.partition(";")[0].strip().casefold() != "application/json":
        raise ServerFaultError(Ended.WRONG_TYPE, "its content type is another")
    return _message(body)


def _posted(address: Address, content: bytes, seconds: float) -> tuple[int, str, bytes]:
    """Status, content type and body. One connection for each question: none is kept that could be half read."""
    deadline = Deadline(seconds)
    headers: list[tuple[bytes | str, bytes | str]] = [
        ("Host", f"{address.host}:{address.port}"),
        ("Content-Type", "application/json"),
        ("Accept", "application/json"),
        ("Accept-Encoding", "identity"),
        ("Connection", "close"),
        ("Content-Length", str(len(content))),
    ]
    try:
        with (
            httpcore.ConnectionPool(network_backend=ToOneMachine(address, deadline), retries=0) as pool,
            pool.stream("POST", f"{address}/chat/completions", headers=headers, content=content) as response,
        ):
            named = {name.lower(): value.decode("latin-1") for name, value in response.headers}
            if 300 <= response.status < 400:
                raise ServerFaultError(Ended.SENT_ON)
            return response.status, named.get(b"content-type", ""), _body(response)
    except httpcore.TimeoutException:
        raise ServerFaultError(Ended.TIMED_OUT) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as fault:
        raise ServerFaultError(Ended.UNREACHABLE, type(fault).__name__) from None


def _body(response: httpcore.Response) -> bytes:
    body = bytearray()
    for piece in response.iter_stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise ServerFaultError(Ended.TOO_LONG)
    return bytes(body)


def _refusal(status: int, body: bytes) -> ServerFaultError:
    """A server's words about an error may repeat what it was sent, so they are never passed on."""
    form_unknown = status in _FORM_UNKNOWN or (status == 500 and any(word in body for word in _FORM_WORDS))
    return ServerFaultError(Ended.REFUSED, f"HTTP {status}", form_unknown=form_unknown)


def _message(body: bytes) -> ModelAnswer:
    try:
        untrusted = json.loads(body)
    except (ValueError, RecursionError):
        raise ServerFaultError(Ended.WRONG_TYPE, "its body is broken JSON") from None
    choices = untrusted.get("choices") if isinstance(untrusted, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    content = message.get("content") if isinstance(message, dict) else None
    cut_off = isinstance(choice, dict) and choice.get("finish_reason") == "length"
    if not isinstance(content, str) or not (content.strip() or cut_off):
        raise ServerFaultError(Ended.EMPTY)
    named = untrusted.get("model")
    return ModelAnswer(content, cut_off, _model_name(named) if isinstance(named, str) else "")


def _model_name(untrusted: str) -> str:
    """What of a model's name is fit to be shown and kept."""
    return "".join(each for each in untrusted if each.isascii() and each.isprintable())[:80].strip()
