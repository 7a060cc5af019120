"""The review page and the comparison for who sees little, moves by keyboard, or wants nothing to move."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome

from tests.browser import test_comparison_page as comparison
from tests.browser.conftest import screen
from tests.browser.pages import all_of, first, pale, popup, press, run, show
from tests.report import promised
from tests.report.campaign import papers
from tests.report.comparison import pairs
from tests.report.crowd import crowd

pytestmark = pytest.mark.browser

ZOOM_AND_PAN = """(() => {
  const {map} = LuuDong.shown;
  map.setZoom(map.getZoom() + 1);
  const zooming = Boolean(map._animatingZoom);
  map.stop().panBy([40, 40]);
  return [zooming, Boolean(map._panAnim?._inProgress)];
})()"""


def turn_over(browser: Chrome) -> list[str]:
    """Pale texts of every page of the panel."""
    found = []
    for tab in all_of(browser, "[role=tab]"):
        tab.click()
        found += pale(browser)
    return found


def test_every_text_of_the_review_page_stands_out_from_what_is_under_it(desk: Chrome, tmp_path: Path) -> None:
    show(desk, promised.papers(), tmp_path)
    assert turn_over(desk) == []
    press(desk, "[role=tab]", "Tổ")
    press(desk, ".team", "Tổ 1")
    press(desk, ".alone .stop")
    assert popup(desk)
    assert pale(desk) == []


def test_pale_texts_are_found(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    # Grey 119 on white: 4.48 : 1, the well-known shade just below the line.
    run(desk, "document.querySelector('h1').style.color = 'rgb(119, 119, 119)'")
    assert [one.split()[0] for one in pale(desk)] == ["4.48"]


def test_every_text_of_a_comparison_stands_out_from_what_is_under_it(desk: Chrome, tmp_path: Path) -> None:
    comparison.show(desk, pairs.pair(), tmp_path)
    assert turn_over(desk) == []
    press(desk, "[role=tab]", "Theo tổ")
    press(desk, ".team summary")
    press(desk, ".change")
    assert pale(desk) == []


def test_nothing_slides_for_who_asked_for_less_motion(chromium: Chrome, tmp_path: Path) -> None:
    show(screen(chromium, 1400, 860, phone=False), papers(), tmp_path)
    assert run(chromium, ZOOM_AND_PAN) == [False, False]
    comparison.show(chromium, pairs.pair(), tmp_path)
    assert run(chromium, ZOOM_AND_PAN) == [False, False]
    assert (
        run(chromium, "getComputedStyle(document.querySelector('.folium-map')).transitionProperty") == "none"
    )
    still = [{"name": "prefers-reduced-motion", "value": "no-preference"}]
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": still})
    show(chromium, papers(), tmp_path)
    assert run(chromium, ZOOM_AND_PAN)[1]


def test_a_page_of_the_panel_is_seen_from_its_beginning(desk: Chrome, tmp_path: Path) -> None:
    show(desk, crowd(), tmp_path)
    press(desk, "[role=tab]", "Điểm làm việc")
    press(desk, "[role=tab]", "Tổ")
    run(desk, "document.getElementById('panel').scrollTop = 1e6")
    run(desk, "document.querySelector('[aria-controls=view-sites]').click()")
    assert run(desk, "document.getElementById('view-sites').offsetHeight") > 900
    top = "document.querySelector('{}').getBoundingClientRect()"
    assert run(desk, f"{top.format('#view-sites')}.top") == pytest.approx(
        run(desk, f"{top.format('.tabs')}.bottom"), abs=1.5
    )


def test_on_paper_the_figures_stand_above_the_map(desk: Chrome, tmp_path: Path) -> None:
    show(screen(desk, 700, 900, phone=False), papers(), tmp_path)
    assert not first(desk, "#head .sums").is_displayed()
    desk.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert first(desk, "#head .sums").is_displayed()
        assert not first(desk, "#head .more").is_displayed()
        assert not first(desk, "#panel").is_displayed()
    finally:
        desk.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


VIEW = """(() => {
  const bounds = LuuDong.shown.map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
})()"""


def printed(browser: Chrome, expression: str) -> Any:
    """What holds while the page is being printed on A4."""
    run(
        browser,
        "matchMedia('print').addEventListener('change',"
        f" ({{matches}}) => {{ if (matches) window.onPaper = {expression}; }})",
    )
    browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})
    return run(browser, "window.onPaper")


def holds(view: list[float], other: list[float]) -> bool:
    slack = 1e-6
    return (
        view[0] <= other[0] + slack
        and view[1] <= other[1] + slack
        and view[2] >= other[2] - slack
        and view[3] >= other[3] - slack
    )


def looked_at(browser: Chrome) -> list[float]:
    return list(run(browser, VIEW))


def open_review(browser: Chrome, folder: Path) -> None:
    show(browser, papers(), folder)


def open_comparison(browser: Chrome, folder: Path) -> None:
    comparison.show(browser, pairs.pair(), folder)


@pytest.mark.parametrize("opened", [open_review, open_comparison])
def test_paper_shows_what_the_screen_showed_and_the_screen_the_same_again(
    desk: Chrome, tmp_path: Path, opened: Callable[[Chrome, Path], None]
) -> None:
    opened(desk, tmp_path)
    whole = looked_at(desk)
    places = run(desk, "LuuDong.plan.places.map(({at}) => at)")
    paper = printed(desk, f"[...{VIEW}, LuuDong.shown.map.getSize().x]")
    assert paper[4] < 800  # as wide as A4, not as the screen
    for lat, lon in places:
        assert holds(paper, [lon, lat, lon, lat])
    assert looked_at(desk) == pytest.approx(whole)
    run(desk, "void LuuDong.shown.map.setZoom(LuuDong.shown.map.getZoom() + 2, {animate: false})")
    near = looked_at(desk)
    assert not holds(near, whole)
    paper = printed(desk, VIEW)
    assert holds(paper, near)
    assert not holds(paper, whole)
    assert looked_at(desk) == pytest.approx(near)
