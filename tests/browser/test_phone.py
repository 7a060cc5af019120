"""The review map on a phone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.conftest import screen
from tests.browser.pages import all_of, first, popup, press, run, show
from tests.report import promised
from tests.report.campaign import papers

pytestmark = pytest.mark.browser

ALL_FLOWN = """LuuDong.shown.layers.days.flatMap(({lines}) => lines)
    .every((way) => LuuDong.shown.map.getBounds().contains(way.getBounds()))"""


def test_a_phone_shows_the_map_first_and_figures_and_filters_on_demand(phone: Chrome, tmp_path: Path) -> None:
    show(phone, papers(), tmp_path)
    assert run(phone, "document.documentElement.scrollWidth <= window.innerWidth")
    assert first(phone, ".brief").text == "137/194 hồ sơ (70,6%)"
    assert first(phone, ".folium-map").size["height"] > 600
    assert not first(phone, "#head dl").is_displayed()
    press(phone, ".more")
    assert first(phone, "#head dl").is_displayed()
    assert not first(phone, ".teams").is_displayed()
    press(phone, "#open-panel", "Tổ, lọc và chú giải")
    WebDriverWait(phone, 5).until(lambda one: first(one, ".teams").is_displayed())
    press(phone, ".team", "Tổ 1")
    press(phone, ".alone .stop", "Xóm Ằng")
    WebDriverWait(phone, 5).until(lambda one: not first(one, ".teams").is_displayed())
    box = first(phone, ".leaflet-popup").rect
    assert box["x"] >= 0
    # Not even a corner, where it is closed, lies under the buttons.
    edge = "document.querySelector('{}').getBoundingClientRect().{}"
    clear = f"{edge.format('.leaflet-popup', 'right')} <= {edge.format('.whole', 'left')}"
    WebDriverWait(phone, 5).until(lambda one: run(one, clear))


def test_a_phone_shows_all_that_is_flown_and_a_long_title(phone: Chrome, tmp_path: Path) -> None:
    plan, scenario, travel = papers()
    named = replace(scenario, name="Đà Bắc – mười một tổ, tuần từ 10/4/2023")
    show(phone, (plan, named, travel), tmp_path)
    assert run(phone, ALL_FLOWN)
    title = "document.querySelector('h1')"
    # Two lines of 20 pixels; marks above and below letters may reach out a little, a third line may not.
    assert run(phone, f"{title}.clientHeight") == 40
    assert run(phone, f"{title}.scrollHeight") < 50
    assert run(phone, f"{title}.scrollWidth <= {title}.clientWidth")


def test_a_window_that_changes_its_size_shows_all_of_the_plan_again(chromium: Chrome, tmp_path: Path) -> None:
    show(screen(chromium, 500, 844, phone=True), papers(), tmp_path)
    screen(chromium, 390, 844, phone=True)
    WebDriverWait(chromium, 5).until(lambda one: run(one, "LuuDong.shown.map.getSize().x") == 390)
    WebDriverWait(chromium, 5).until(lambda one: run(one, ALL_FLOWN))


def test_a_window_that_changes_its_size_stays_where_somebody_looks(chromium: Chrome, tmp_path: Path) -> None:
    show(screen(chromium, 500, 844, phone=True), papers(), tmp_path)
    chromium.execute_script("LuuDong.shown.map.setView([20.1, 105], 12, {animate: false})")
    screen(chromium, 390, 844, phone=True)
    WebDriverWait(chromium, 5).until(lambda one: run(one, "LuuDong.shown.map.getSize().x") == 390)
    assert run(chromium, "LuuDong.shown.map.getZoom()") == 12
    press(chromium, ".whole")
    assert run(chromium, ALL_FLOWN)


def test_the_map_gives_way_to_the_figures_and_shows_the_whole_again(phone: Chrome, tmp_path: Path) -> None:
    show(phone, papers(), tmp_path)
    press(phone, ".more")
    WebDriverWait(phone, 5).until(
        lambda one: run(
            one, "LuuDong.shown.map.getSize().y === document.querySelector('.folium-map').clientHeight"
        )
    )
    assert run(phone, ALL_FLOWN)


def test_a_phone_tells_at_once_that_promises_are_not_kept(phone: Chrome, tmp_path: Path) -> None:
    show(phone, promised.papers(), tmp_path)
    assert run(phone, "document.documentElement.scrollWidth <= window.innerWidth")
    assert not first(phone, ".conflicts").is_displayed()
    press(phone, "#head .alarm", "Lịch hẹn không giữ được (2)")
    WebDriverWait(phone, 5).until(lambda one: first(one, ".conflicts").is_displayed())
    press(phone, ".conflicts .site")
    WebDriverWait(phone, 5).until(lambda one: not first(one, ".conflicts").is_displayed())
    assert "Bản Ma Hác" in popup(phone)
    show(phone, papers(), tmp_path)
    assert not all_of(phone, "#head .alarm")
