"""A real Chromium without a head; it keeps what pages asked for and complained of."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-features=OptimizationHints,MediaRouter,Translate",
    "--hide-scrollbars",
)


def installed() -> bool:
    return shutil.which("chromium") is not None and shutil.which("chromedriver") is not None


@contextmanager
def chromium(profile: Path, width: int = 1300, height: int = 1000, *more: str) -> Iterator[Chrome]:
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={profile}", f"--window-size={width},{height}", *more):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = Chrome(options, Service(shutil.which("chromedriver") or ""))
    try:
        yield browser
    finally:
        browser.quit()


def asked_for(browser: Chrome) -> list[str]:
    """Every address that pages asked for since this was asked last, but for the browser's own first tab."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [message["params"] for message in messages if message["method"] == "Network.requestWillBeSent"]
    addresses = [params["request"]["url"] for params in sent]
    return [
        address for address in addresses if not address.startswith(("chrome:", "chrome-untrusted:", "data:"))
    ]


def complaints(browser: Chrome) -> list[dict[str, Any]]:
    """What stands in the console: violations of the policy, faults of scripts, files not found."""
    return [entry for entry in browser.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
