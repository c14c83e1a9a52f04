"""The desk as it is used: a process of its own, a real browser, the keyboard, and nothing else asked for."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import chromium
import desk_sample
import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Role
from amanat.store.queries.reports import report

pytestmark = pytest.mark.skipif(
    not chromium.installed(), reason="chromium and chromedriver are not installed"
)

RUN = Path(__file__).with_name("run_desk.py")


@pytest.fixture
def link(casebook: OpenCasebook, request: pytest.FixtureRequest) -> Iterator[str]:
    """The one-time link that the desk's own process printed."""
    desk_sample.fill(casebook)
    # Modules called conftest cannot be imported by their name: there is one in each folder.
    casebooks = request.config.pluginmanager.getplugin(str(RUN.parent.parent / "conftest.py"))
    command = [sys.executable, str(RUN), str(casebook.folder), casebooks.PASSPHRASE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield next(line.strip() for line in process.stdout if "/open/" in line)
        process.terminate()
        process.wait(20)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chrome]:
    with chromium.chromium(tmp_path / "profile") as opened:
        yield opened


def _until(true: Callable[[], bool], what: str) -> None:
    for _ in range(100):
        if true():
            return
        time.sleep(0.05)
    pytest.fail(f"waited 5 seconds for {what}")


def _press(browser: Chrome, keys: str) -> None:
    ActionChains(browser).send_keys(keys).perform()


def _chosen(browser: Chrome) -> str:
    """The chosen claim's number with its sign, read at one instant; empty while the page is exchanged."""
    script = "return document.querySelector('.ref[aria-current]')?.textContent ?? ''"
    return str(browser.execute_script(script))


def _go(browser: Chrome, link: str, address: str) -> None:
    parts = urlsplit(link)
    browser.get(f"{parts.scheme}://{parts.netloc}{address}")


def _status(number: int) -> str:
    page = report(Actor("Ilse Brandt", Role.READER), 1)
    return page.claims[number - 1].status


def test_a_report_is_worked_through_with_the_keyboard(link: str, browser: Chrome) -> None:
    browser.get(link)
    assert urlsplit(browser.current_url).path == "/cases/"
    _go(browser, link, "/reports/1/")
    _press(browser, "j")
    _until(lambda: "2" in _chosen(browser), "j to go to claim 2")
    _press(browser, "k")
    _until(lambda: "1" in _chosen(browser), "k to go back to claim 1")
    _press(browser, "c")
    _until(lambda: "2" in _chosen(browser), "c to confirm claim 1 and go on to 2")
    assert _status(1) == "confirmed"
    _press(browser, "x")
    _until(lambda: "3" in _chosen(browser), "x to reject claim 2 and go on to 3")
    assert _status(2) == "rejected"
    assert "rejected" in browser.find_element(By.ID, "status").get_attribute("textContent").lower()

    _press(browser, "e")
    _until(lambda: bool(browser.find_elements(By.NAME, "details")), "e to open the slots of claim 3")
    details = browser.find_element(By.NAME, "details")
    details.clear()
    details.send_keys("sewed work gloves")
    browser.find_element(By.CSS_SELECTOR, ".slots button.main").send_keys(Keys.ENTER)
    _until(lambda: not browser.find_elements(By.NAME, "details"), "the correction to be kept")
    assert _status(3) == "corrected"
    _press(browser, "u")
    _until(lambda: _status(3) == "open", "u to undo the correction")

    assert chromium.complaints(browser) == []
    assert {urlsplit(address).netloc for address in chromium.asked_for(browser)} == {urlsplit(link).netloc}


def test_keys_do_nothing_while_somebody_writes(link: str, browser: Chrome) -> None:
    browser.get(link)
    _go(browser, link, "/reports/1/")
    _press(browser, "/")
    assert browser.switch_to.active_element.get_attribute("name") == "q"
    _press(browser, "cxe")
    assert browser.switch_to.active_element.get_attribute("value") == "cxe"
    assert _status(1) == "open"
    _press(browser, Keys.ESCAPE)
    _press(browser, "c")
    _until(lambda: _status(1) == "confirmed", "c after the field was left")


def test_cases_are_found_while_typing_and_what_is_found_can_be_opened(link: str, browser: Chrome) -> None:
    browser.get(link)
    rows = "#found tbody tr"
    assert len(browser.find_elements(By.CSS_SELECTOR, rows)) == 2
    browser.find_element(By.ID, "q").send_keys("saltanat")
    _until(lambda: len(browser.find_elements(By.CSS_SELECTOR, rows)) == 1, "the list to shrink")
    assert "q=saltanat" in browser.current_url
    assert "1 case" in browser.find_element(By.ID, "count").text
    assert browser.switch_to.active_element.get_attribute("id") == "q"
    browser.find_element(By.CSS_SELECTOR, "#found a").send_keys(Keys.ENTER)
    assert browser.find_element(By.TAG_NAME, "h1").text == desk_sample.NAME
    assert chromium.complaints(browser) == []


def test_with_tab_alone_one_comes_to_every_claim_and_to_the_buttons(link: str, browser: Chrome) -> None:
    browser.get(link)
    _go(browser, link, "/reports/1/")
    reached: list[str] = []
    for _ in range(60):
        _press(browser, Keys.TAB)
        element = browser.switch_to.active_element
        if element.tag_name == "body":
            break
        outline = element.value_of_css_property("outline-style")
        assert outline != "none", f"no focus to be seen on {element.get_attribute('outerHTML')[:80]}"
        reached.append(element.get_attribute("id") or element.get_attribute("value") or element.text)
    assert [f"ref-{n}" in reached for n in range(1, 7)] == [True] * 6
    assert "confirmed" in reached and "rejected" in reached and reached[0] == "Skip to the page"


@pytest.mark.parametrize("width", [1300, 390])
def test_no_page_is_wider_than_the_window_and_no_label_lies_on_another(
    link: str, browser: Chrome, width: int
) -> None:
    browser.get(link)
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    for address in (
        "/cases/",
        "/cases/1/",
        "/reports/",
        "/reports/1/",
        "/reports/1/?claim=1&correct=1",
        "/log/",
        "/find/?q=ئايگۈل تۇرسۇن",
    ):
        _go(browser, link, address)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width, address
    _go(browser, link, "/cases/1/")
    overlapping = browser.execute_script(
        """const boxes = [...document.querySelectorAll(".timeline svg a text, .timeline svg > text")]
               .map((text) => [text.textContent, text.getBoundingClientRect()])
               .filter(([, box]) => box.width > 0);
           return boxes.flatMap(([one, a], i) => boxes.slice(i + 1)
               .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1)
               .filter(([, b]) => a.top < b.bottom - 4 && b.top < a.bottom - 4)
               .map(([other]) => [one, other]));"""
    )
    assert overlapping == []


def test_on_a_phone_a_number_in_the_text_leads_to_its_claim_and_back(link: str, browser: Chrome) -> None:
    browser.get(link)
    metrics = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    _go(browser, link, "/reports/1/")
    browser.find_element(By.ID, "ref-5").click()
    _until(lambda: "5" in _chosen(browser), "claim 5 to be chosen")
    _until(lambda: _is_seen(browser, "claim-title"), "its panel to come into view")
    browser.find_element(By.LINK_TEXT, "in the text").click()
    _until(lambda: _is_seen(browser, "ref-5"), "its passage to come into view")


def _is_seen(browser: Chrome, name: str) -> bool:
    box = f"document.getElementById('{name}').getBoundingClientRect()"
    return bool(browser.execute_script(f"return {box}.top >= 0 && {box}.bottom <= innerHeight"))


def test_without_javascript_one_can_still_search_and_decide(link: str, tmp_path: Path) -> None:
    with chromium.chromium(tmp_path / "plain") as browser:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        browser.get(link)
        browser.find_element(By.ID, "q").send_keys("saltanat", Keys.ENTER)
        assert len(browser.find_elements(By.CSS_SELECTOR, "#found tbody tr")) == 1
        _go(browser, link, "/reports/1/")
        browser.find_element(By.CSS_SELECTOR, "button[value=confirmed]").click()
        _until(lambda: _status(1) == "confirmed", "the form to be sent without JavaScript")
        browser.find_element(By.CSS_SELECTOR, "a[aria-keyshortcuts=e]").click()
        _until(lambda: bool(browser.find_elements(By.NAME, "details")), "the slots to open")
