"""Visiting a page and keeping every answer on its way in: headers as sent, bodies byte for byte, then what is shown."""

from __future__ import annotations

import base64
import time
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urldefrag

from amanat.adapters.capture.devtools import DevTools, Event, RefusedCallError, answered
from amanat.adapters.capture.exchanges import Exchange, Headers, Visit, listed
from amanat.core.capture_errors import CaptureTimedOutError, PageUnreachedError

_QUIET_SECONDS = 0.8
"""A page that asks for nothing more for so long has loaded."""
_SETTLE_SECONDS = 12.0
"""After it has loaded, a page that never stops asking is taken as it stands."""
_LOAD, _FETCH = "Page.loadEventFired", "Fetch.requestPaused"
_TALLEST = 12_000
_SCROLL = (
    "(async () => { for (let n = 0; n < 25 && n * innerHeight < document.documentElement.scrollHeight; n++) {"
    " scrollTo(0, n * innerHeight); await new Promise(done => setTimeout(done, 60)); } scrollTo(0, 0); })()"
)
_SHOWN = "(document.doctype ? '<!DOCTYPE ' + document.doctype.name + '>\\n' : '') + document.documentElement.outerHTML"


class Visitor:
    """One visit. ``seconds`` for all of it; ``most_bytes`` of answers are kept, the rest is named."""

    def __init__(self, tools: DevTools, seconds: float, most_bytes: int) -> None:
        self._tools = tools
        self._seconds = seconds
        self._until = time.monotonic() + seconds
        self._left_bytes = most_bytes
        self._page = ""
        self._waiting: dict[int, tuple[Exchange, str, str]] = {}
        """Answers whose bodies were asked for: by the call's number, with the request's number and its session."""
        self._open: set[str] = set()
        self._loaded = False
        self._sent: dict[str, Headers] = {}
        self._received: dict[tuple[str, int], Headers] = {}
        """Headers as they went over the line, cookies too, by the browser's number of the request (and status)."""

    def visit(self, url: str) -> Visit:
        """Raises PageUnreachedError, CaptureTimedOutError; OSError or ValueError where the browser fails."""
        visit = Visit(url, datetime.now(UTC), browser=self._prepare())
        where = self._tools.ask("Page.navigate", self._page, url=url)
        self._await_load(visit, where)
        if not any(each.status for each in visit.exchanges):
            raise CaptureTimedOutError(url, seconds=round(self._seconds))
        self._settle(visit)
        self._tools.ask("Runtime.evaluate", self._page, expression=_SCROLL)
        self._settle(visit)
        self._look(visit)
        for exchange in visit.exchanges:
            exchange.asked = self._sent.get(exchange.number, exchange.asked)
            exchange.headers = self._received.get((exchange.number, exchange.status), exchange.headers)
        visit.left_out += [exchange.url for exchange, _, _ in self._waiting.values()]
        return visit

    def _prepare(self) -> str:
        """A tab of its own, whose every answer passes through here. The browser's name and version."""
        tools = self._tools
        version = tools.call("Browser.getVersion")
        tools.call("Browser.setDownloadBehavior", behavior="deny")
        target = tools.call("Target.createTarget", url="about:blank")["targetId"]
        self._page = str(tools.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        self._listen(self._page)
        tools.call("Page.enable", self._page)
        # Many servers turn away a browser that says it has no head.
        agent = str(version.get("userAgent", "")).replace("Headless", "")
        tools.call("Network.setUserAgentOverride", self._page, userAgent=agent)
        return str(version.get("product", ""))[:60]

    def _listen(self, session: str) -> None:
        """Frames of other sites live in processes, and sessions, of their own: they are listened to as well."""
        tools = self._tools
        tools.ask("Network.enable", session)
        tools.ask("Network.setCacheDisabled", session, cacheDisabled=True)
        tools.ask("Network.setBypassServiceWorker", session, bypass=True)
        tools.ask("Fetch.enable", session, patterns=[{"urlPattern": "*", "requestStage": "Response"}])
        tools.ask("Target.setAutoAttach", session, autoAttach=True, waitForDebuggerOnStart=True, flatten=True)
        tools.ask("Runtime.runIfWaitingForDebugger", session)

    # -- waiting ---------------------------------------------------------------------------------------------

    def _await_load(self, visit: Visit, navigation: int) -> None:
        while not self._loaded and (left := self._until - time.monotonic()) > 0:
            event = self._tools.event(min(left, 1.0))
            if event is not None and event.answers == navigation:
                why = answered(event).get("errorText")
                if why:
                    raise PageUnreachedError(visit.url, why=_in_words(str(why)))
            elif event is not None:
                self._take(event, visit)

    def _settle(self, visit: Visit) -> None:
        until = min(self._until, time.monotonic() + _SETTLE_SECONDS)
        while time.monotonic() < until:
            event = self._tools.event(_QUIET_SECONDS)
            if event is not None:
                self._take(event, visit)
            elif not self._waiting and not self._open:
                return

    # -- what happens ----------------------------------------------------------------------------------------

    def _take(self, event: Event, visit: Visit) -> None:
        said = event.untrusted
        if event.answers in self._waiting:
            self._keep(event, visit)
        elif event.method == _FETCH:
            self._pause(event, visit)
        elif event.method == "Network.requestWillBeSent":
            self._open.add(str(said.get("requestId")))
        elif event.method in ("Network.loadingFinished", "Network.loadingFailed"):
            self._open.discard(str(said.get("requestId")))  # told by whichever frame it came to
        elif event.method == _LOAD and event.session == self._page:
            self._loaded = True
        elif event.method == "Network.requestWillBeSentExtraInfo":
            self._sent[str(said.get("requestId"))] = listed(said.get("headers"))
        elif event.method == "Network.responseReceivedExtraInfo":
            status = int(said.get("statusCode") or 0)
            self._received[str(said.get("requestId")), status] = listed(said.get("headers"))
        elif event.method == "Target.attachedToTarget":
            self._listen(str(said.get("sessionId")))
        elif event.method == "Page.javascriptDialogOpening":
            self._tools.ask("Page.handleJavaScriptDialog", event.session, accept=False)

    def _pause(self, event: Event, visit: Visit) -> None:
        """An answer's headers have come: ask for its body, unless it has none or is too large to keep."""
        said: Any = event.untrusted
        number, request = str(said.get("requestId")), said.get("request") or {}
        exchange = Exchange(
            datetime.now(UTC),
            urldefrag(str(request.get("url"))).url,
            str(request.get("method")),
            listed(request.get("headers")),
            int(said.get("responseStatusCode") or 0),
            str(said.get("responseStatusText") or ""),
            listed(said.get("responseHeaders")),
            number=str(said.get("networkId") or ""),
        )
        length = exchange.header("Content-Length")
        if not exchange.status or not exchange.url.startswith(("http://", "https://")):
            self._go_on(number, event.session)
        elif exchange.status in (204, 304) or 300 <= exchange.status < 400:
            visit.exchanges.append(exchange)
            self._go_on(number, event.session)
        elif length.isascii() and length.isdigit() and int(length) > self._left_bytes:
            visit.left_out.append(exchange.url)
            self._go_on(number, event.session)
        else:
            call = self._tools.ask("Fetch.getResponseBody", event.session, requestId=number)
            self._waiting[call] = (exchange, number, event.session)

    def _keep(self, event: Event, visit: Visit) -> None:
        exchange, number, session = self._waiting.pop(event.answers)
        try:
            found = answered(event)
            text = str(found.get("body", ""))
            exchange.body = base64.b64decode(text) if found.get("base64Encoded") else text.encode("utf-8")
        except (RefusedCallError, ValueError):
            visit.left_out.append(exchange.url)
        else:
            if len(exchange.body) > self._left_bytes:
                visit.left_out.append(exchange.url)
            else:
                self._left_bytes -= len(exchange.body)
                visit.exchanges.append(exchange)
        self._go_on(number, session)

    def _go_on(self, number: str, session: str) -> None:
        self._tools.ask("Fetch.continueRequest", session, requestId=number)

    # -- what is shown ---------------------------------------------------------------------------------------

    def _look(self, visit: Visit) -> None:
        """Address, title, the page as it now is, and a picture of it from top to bottom; each if it can be had."""
        visit.shown_url = urldefrag(str(self._evaluate("location.href") or visit.url)).url
        visit.title = " ".join(str(self._evaluate("document.title") or "").split())[:300]
        visit.rendered = str(self._evaluate(_SHOWN) or "")
        try:
            size = self._tools.call("Page.getLayoutMetrics", self._page).get("cssContentSize") or {}
            clip = {"x": 0, "y": 0, "scale": 1, "width": max(1, min(2600, int(size.get("width") or 1300)))}
            clip["height"] = max(1, min(_TALLEST, int(size.get("height") or 1000)))
            taken = self._tools.call(
                "Page.captureScreenshot",
                self._page,
                seconds=30,
                format="png",
                clip=clip,
                captureBeyondViewport=True,
            )
            visit.picture = base64.b64decode(str(taken.get("data", "")))
        except (RefusedCallError, TimeoutError):
            visit.picture = b""

    def _evaluate(self, script: str) -> object:
        try:
            found = self._tools.call("Runtime.evaluate", self._page, expression=script, returnByValue=True)
        except (RefusedCallError, TimeoutError):
            return None
        return (found.get("result") or {}).get("value")


def _in_words(code: str) -> str:
    """Chromium's ``net::ERR_NAME_NOT_RESOLVED`` as words; it is its own and not the page's."""
    words = code.removeprefix("net::ERR_").replace("_", " ").lower()
    return words if words.replace(" ", "").isalnum() else "the browser does not say why"
