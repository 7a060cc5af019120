"""How long pages take to be seen: ``python benchmarks/first_paint.py``.

Opens the map of 300 sites, 20 teams and seven days (the district of the tests), and a comparison of two
plans of as many sites that all changed, in Chromium, from a file and without a network, several
times in a fresh profile of a desk's size.  Prints the size of the file, when the browser painted
first, and when everything of the map was drawn and answered.  Needs chromium and chromedriver,
and ``pip install -e '.[test]'``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from shutil import which
from statistics import median

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

sys.path.insert(0, str(Path(__file__).parents[1]))

from optimizer.report.comparison.page import write_comparison
from optimizer.report.map import write_map
from tests.browser.conftest import FLAGS
from tests.report.comparison import pairs
from tests.report.crowd import crowd

RUNS = 5
PAINTED = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
READY = "return performance.getEntriesByName('ready')[0]?.startTime"


def times_ms(page: Path) -> tuple[float, float]:
    """When a page is first painted and when it is ready (0 if it does not say), in a browser of its own."""
    browser, driver = which("chromium") or which("google-chrome"), which("chromedriver")
    options = Options()
    options.binary_location = str(browser)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}", "--window-size=1440,900"):
            options.add_argument(flag)
        opened = webdriver.Chrome(options=options, service=Service(driver))
        try:
            opened.get(page.as_uri())
            both = WebDriverWait(opened, 30).until(
                lambda one: (
                    (one.execute_script(PAINTED), one.execute_script(READY))
                    if one.execute_script(PAINTED)
                    else None
                )
            )
        finally:
            opened.quit()
    return float(both[0]), float(both[1] or 0)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        review, comparison = Path(folder) / "map.html", Path(folder) / "comparison.html"
        write_map(*crowd(), review)
        write_comparison(pairs.large(), comparison)
        print("| page | MB | | median ms | slowest ms |\n|---|---:|---|---:|---:|")
        for page in (review, comparison):
            runs = [times_ms(page) for _ in range(RUNS)]
            for what, times in zip(("first paint", "ready"), zip(*runs, strict=True), strict=True):
                if any(times):
                    size = page.stat().st_size / 1e6
                    print(f"| {page.name} | {size:.2f} | {what} | {median(times):.0f} | {max(times):.0f} |")


if __name__ == "__main__":
    main()
