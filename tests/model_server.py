"""A real server on this machine that answers as an OpenAI-compatible one does, or misbehaves as it is told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[["Handler", dict[str, Any]], None]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ModelServer

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append({"path": self.path, **asked})
        try:
            self.server.behaviour(self, asked)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def do_GET(self) -> None:
        self.server.asked.append({"path": self.path})
        self.send(b"{}", status=404)

    def send(self, body: bytes, status: int = 200, kind: str = "application/json", **more: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def say(self, content: object, finish_reason: str = "stop", model: str | None = None) -> None:
        """A well-formed answer whose message is ``content``."""
        choice = {
            "index": 0,
            "message": {"role": "assistant", "content": content},
            "finish_reason": finish_reason,
        }
        named = {"model": model} if model is not None else {}
        self.send(json.dumps({"object": "chat.completion", "choices": [choice], **named}).encode())

    def wait(self) -> None:
        """Until the server is closed: an answer that never comes."""
        self.server.closing.wait(60)

    def log_message(self, format: str, *args: object) -> None:
        pass


class ModelServer(ThreadingHTTPServer):
    """``asked`` are the requests received; ``behaviour`` may be changed between them."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, behaviour: Behaviour, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), Handler)
        self.behaviour = behaviour
        self.asked: list[dict[str, Any]] = []
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def serving(behaviour: Behaviour, host: str = "127.0.0.1") -> Iterator[ModelServer]:
    server = ModelServer(behaviour, host)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def paragraph_asked(asked: dict[str, Any]) -> str:
    """The paragraph in a request, as the model sees it."""
    content: str = asked["messages"][-1]["content"]
    return content.partition("<paragraph>\n")[2].rpartition("\n</paragraph>")[0]


def form_asked(asked: dict[str, Any]) -> str:
    return str(asked.get("response_format", {}).get("type", "plain"))


def a_claim(quote: str, kind: str = "detention", who: str = "", **more: Any) -> dict[str, Any]:
    """A claim as a model that keeps to the form writes it."""
    people = [{"text": who, "is": "name"}] if who else []
    empty = {"by": [], "where": "", "when": "", "details": "", "told_by": [], "count": ""}
    held = {"polarity": "affirmed", "modality": "asserted"}
    return {"quote": quote, "kind": kind, "who": people, **empty, **held, **more}


def claims_said(*claims: object) -> str:
    return json.dumps({"claims": list(claims)}, ensure_ascii=False)


def model(*claims: dict[str, Any]) -> Behaviour:
    """A model that reads well: it proposes those claims whose quote stands in the paragraph asked."""

    def answer(handler: Handler, asked: dict[str, Any]) -> None:
        paragraph = paragraph_asked(asked)
        handler.say(
            claims_said(*(each for each in claims if each["quote"] in paragraph)), model=asked["model"]
        )

    return answer
