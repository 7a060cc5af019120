"""A real Chromium without a network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # No network: no name is found, and what asks for an address meets a dead port.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
)


def missing(what: str) -> None:
    """Skip for want of a tool; where nothing may be skipped, fail."""
    reason = f"{what} is not installed"
    if os.environ.get("LUUDONG_NO_SKIP") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """A browser for all tests; each opens a page of its own."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if browser is None:
        missing("chromium")
    if driver is None:
        missing("chromedriver")
    options = Options()
    options.binary_location = str(browser)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    opened = webdriver.Chrome(options=options, service=Service(driver))
    yield opened
    opened.quit()


@pytest.fixture
def desk(chromium: webdriver.Chrome) -> webdriver.Chrome:
    """The browser with a desk's screen."""
    return screen(chromium, 1400, 860, phone=False)


@pytest.fixture
def phone(chromium: webdriver.Chrome) -> webdriver.Chrome:
    """The browser with a phone's screen."""
    return screen(chromium, 390, 844, phone=True)


def screen(browser: webdriver.Chrome, width: int, height: int, *, phone: bool) -> webdriver.Chrome:
    """The same browser with another screen, and nothing left to say of the pages before."""
    browser.get_log("browser")  # type: ignore[no-untyped-call]
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 2 if phone else 1, "mobile": phone},
    )
    # Nothing slides or fades: what is there can be clicked at once.
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    )
    browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": phone})
    return browser
