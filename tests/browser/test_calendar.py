"""The calendar beside the map: what it shows, and how the two follow one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.conftest import screen
from tests.browser.pages import Papers, all_of, complaints, first, popup, press, run, show, shown_layers
from tests.report import promised
from tests.report.campaign import papers
from tests.report.crowd import crowd
from tests.report.hostile import TEXTS, hostile

pytestmark = pytest.mark.browser


def texts(browser: Chrome, selector: str) -> list[str]:
    return [str(one.get_property("textContent")) for one in all_of(browser, selector)]


def visits(browser: Chrome) -> list[tuple[int, int]]:
    """Team and day of every visit in the calendar, from top to bottom, from left to right."""
    script = """[...document.querySelectorAll('.visit')].map(({dataset}) => {
        const {team, day} = LuuDong.plan.routes[dataset.route];
        return [team, day];
    })"""
    return [(team, day) for team, day in run(browser, script)]


def planned(papers_of: Papers) -> list[tuple[int, int]]:
    """Team and day of every visit of a plan."""
    plan, scenario, _ = papers_of
    teams = list(scenario.teams)
    return sorted(
        (teams.index(route.team), scenario.horizon.day_number(route.date))
        for route in plan.routes
        for _ in route.visits
    )


def test_has_a_row_for_every_team_and_in_it_every_visit_at_its_hours(desk: Chrome, tmp_path: Path) -> None:
    complaints(desk)
    show(desk, papers(), tmp_path)
    assert texts(desk, "#calendar .who bdi") == ["Tổ 1", "Tổ 2 – xóm xa", "Tổ 3", "to-4"]
    assert sorted(visits(desk)) == planned(papers())
    # Work from 8:00 to 10:53 (see the map's tests), on a day drawn from 7:00 to 17:00, ten hours wide.
    left, width, cell = run(
        desk,
        """(() => {
          const visit = document.querySelector('.visit');
          const [own, day] = [visit, visit.parentElement].map((one) => one.getBoundingClientRect());
          return [own.left - day.left - 1, own.width, day.width - 1];
        })()""",
    )
    assert left / cell == pytest.approx(1 / 10, abs=0.01)
    assert width / cell == pytest.approx(173 / 600, abs=0.01)
    assert complaints(desk) == []


def test_a_visit_that_is_clicked_opens_its_popup_and_the_map_goes_there(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    press(desk, ".visit", "1")
    told = popup(desk)
    assert "Xóm Ằng" in told
    assert "08:00–10:53" in told
    off = run(
        desk,
        """(() => {
          const {layers, map} = LuuDong.shown;
          const mark = layers.days[0].marks[0];
          const at = map.latLngToContainerPoint(mark.getLatLng());
          return [at.x / map.getSize().x, at.y / map.getSize().y];
        })()""",
    )
    assert all(0 < share < 1 for share in off)
    assert run(desk, "document.querySelectorAll('.visit[aria-current]').length") == 1


def test_a_site_that_is_opened_on_the_map_is_ringed_in_the_calendar(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    press(desk, ".team", "Tổ 2")
    desk.execute_script(
        "const {layers} = LuuDong.shown;"
        "const marks = layers.seen.flatMap(({marks}) => marks).filter(({hidden}) => !hidden);"
        "layers.open(marks.find(({item}) => item.visits.length > 2))"
    )
    assert len(all_of(desk, ".visit[aria-current]")) == 4
    desk.execute_script("LuuDong.shown.map.closePopup()")
    assert not all_of(desk, ".visit[aria-current]")


def test_a_route_under_the_pointer_on_the_map_lights_its_row(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    press(desk, ".chip", "T3")
    x, y, width, height = run(
        desk,
        """(() => {
          const {layers, map} = LuuDong.shown;
          const mark = layers.days.find(({route}) => route.team === 1 && route.day === 1).marks[1].leader;
          map.setView(mark.getLatLng(), 11, {animate: false});
          const at = map.layerPointToContainerPoint(mark._point);
          return [at.x, at.y, map.getSize().x, map.getSize().y];
        })()""",
    )
    canvas = first(desk, ".folium-map")
    assert not all_of(desk, ".line.lit")
    chain = ActionChains(desk)
    chain.move_to_element_with_offset(canvas, x - width / 2 + 60, y - height / 2 + 60)
    # Leaflet looks under the pointer some thirty times a second.
    chain.pause(0.3).move_to_element_with_offset(canvas, x - width / 2 + 1, y - height / 2).perform()
    WebDriverWait(desk, 5).until(lambda one: all_of(one, ".line.lit"))
    assert texts(desk, ".line.lit .who bdi") == ["Tổ 2 – xóm xa"]
    chain = ActionChains(desk)
    chain.move_to_element(first(desk, "h1")).perform()
    WebDriverWait(desk, 5).until(lambda one: not all_of(one, ".line.lit"))


def test_a_row_under_the_pointer_lights_its_route_and_dims_the_others(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    dimmed = "LuuDong.plan.routes.map((route) => LuuDong.light.dims(route))"
    assert not any(run(desk, dimmed))
    chain = ActionChains(desk)
    chain.move_to_element(all_of(desk, ".visit")[0]).perform()
    routes = run(desk, "LuuDong.plan.routes.map(({team, day}) => [team, day])")
    assert run(desk, dimmed) == [one != [0, 0] for one in routes]
    assert first(desk, ".hint-box").is_displayed()
    assert "Xóm Ằng" in first(desk, ".hint-box").text
    # Over the team's name, all of its routes.
    chain = ActionChains(desk)
    chain.move_to_element(all_of(desk, "#calendar .who button")[1]).perform()
    assert run(desk, dimmed) == [team != 1 for team, _ in routes]
    chain = ActionChains(desk)
    chain.move_to_element(first(desk, "h1")).perform()
    assert not any(run(desk, dimmed))


def test_one_team_alone_has_a_row_for_each_day_and_a_way_back(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    press(desk, "#calendar .who button", "Tổ 1")
    assert {team for team, _ in shown_layers(desk)} == {0}
    days = ["T2 24/04", "T3 25/04", "T4 26/04", "T5 27/04", "T6 28/04"]
    assert texts(desk, "#calendar .who bdi") == days
    # There is room for the names now.
    assert texts(desk, ".visit bdi")[0] == "Xóm Ằng"
    press(desk, ".back")
    assert len(all_of(desk, ".line")) == 4


def test_nights_flights_and_promises_can_be_seen(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    # Three nights of two teams each; a flight there and one back.
    assert len(all_of(desk, ".moon")) == 6
    assert len(all_of(desk, ".drive.linked")) == 2
    show(desk, promised.papers(), tmp_path)
    pins = run(desk, "LuuDong.plan.routes.flatMap(({stops}) => stops).filter(({pinned}) => pinned).length")
    assert pins > 0
    assert len(all_of(desk, ".visit.pinned")) == pins


def test_numbers_and_names_tell_what_colours_tell(desk: Chrome, tmp_path: Path) -> None:
    show(desk, crowd(), tmp_path)
    wide = run(
        desk,
        """[...document.querySelectorAll('.visit')]
            .filter((one) => one.offsetWidth >= 14)
            .map((one) => [one.querySelector('b')?.textContent, String(Number(one.dataset.at) + 1)])""",
    )
    assert len(wide) > 200
    assert all(shown == number for shown, number in wide)
    # Whoever writes a name in a visit has room for some of it.
    named = "[...document.querySelectorAll('.visit bdi')].every((one) => one.offsetWidth > 40)"
    assert run(desk, named)
    styles = run(desk, "LuuDong.plan.teams.map(({colour, pattern}) => colour + pattern)")
    assert len(set(styles)) == 20


def test_the_calendar_follows_the_window_and_its_edge(chromium: Chrome, tmp_path: Path) -> None:
    browser = screen(chromium, 1440, 900, phone=False)
    show(browser, papers(), tmp_path)
    wide = run(browser, "document.querySelector('.cell').offsetWidth")
    screen(browser, 1024, 768, phone=False)
    WebDriverWait(browser, 5).until(
        lambda one: run(one, "document.querySelector('.cell').offsetWidth") < wide - 60
    )
    assert run(browser, "document.documentElement.scrollWidth <= window.innerWidth")
    edge = first(browser, ".splitter")
    before = run(browser, "document.getElementById('below').offsetHeight")
    ActionChains(browser).drag_and_drop_by_offset(edge, 0, -120).perform()
    after = run(browser, "document.getElementById('below').offsetHeight")
    assert after == pytest.approx(before + 120, abs=8)
    WebDriverWait(browser, 5).until(
        lambda one: run(
            one, "LuuDong.shown.map.getSize().y === document.querySelector('.folium-map').clientHeight"
        )
    )


def test_no_text_of_a_scenario_is_more_than_text_in_the_calendar(desk: Chrome, tmp_path: Path) -> None:
    complaints(desk)
    plan, scenario, travel = hostile()
    show(desk, (plan, scenario, travel), tmp_path)
    said = []
    for team in range(len(scenario.teams)):
        desk.execute_script(f"LuuDong.shown.panel.focus({team})")
        for visit in all_of(desk, ".visit"):
            desk.execute_script(
                "arguments[0].dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))", visit
            )
            said.append(str(visit.get_attribute("aria-label")))
            said.append(str(first(desk, ".hint-box").get_property("textContent")))
    assert run(desk, "window.broken") is None
    assert run(desk, "document.querySelectorAll('img, iframe, svg, #calendar script').length") == 0
    assert complaints(desk) == []
    assert any(text in told for text in TEXTS for told in said)
    assert run(desk, "performance.getEntriesByType('resource').length") == 0


def test_a_phone_shows_the_calendar_below_the_map(phone: Chrome, tmp_path: Path) -> None:
    show(phone, crowd(), tmp_path)
    assert not first(phone, "#calendar").is_displayed()
    press(phone, "#open-calendar", "Lịch các tổ")
    assert first(phone, "#calendar").is_displayed()
    assert run(phone, "document.documentElement.scrollWidth <= window.innerWidth")
    assert first(phone, ".folium-map").size["height"] > 250
    press(phone, ".visit", "2")
    assert "điểm 2" in popup(phone)
    clear = "document.querySelector('.leaflet-popup').getBoundingClientRect().top >= 0"
    assert run(phone, clear)
    height = "document.querySelector('.leaflet-popup').offsetHeight <= LuuDong.shown.map.getSize().y"
    assert run(phone, height)
    press(phone, "#open-calendar", "Ẩn lịch")
    assert not first(phone, "#calendar").is_displayed()


def test_three_hundred_sites_are_seen_soon(desk: Chrome, tmp_path: Path) -> None:
    show(desk, crowd(), tmp_path)
    assert len(visits(desk)) > 200
    assert (tmp_path / "map.html").stat().st_size < 3_000_000
    painted = "performance.getEntriesByName('first-contentful-paint')[0]"
    WebDriverWait(desk, 10).until(lambda one: run(one, f"Boolean({painted})"))
    # About 0.25 seconds (benchmarks/first_paint.py); a busy machine may take many times as long.
    assert run(desk, f"{painted}.startTime") < 6000


def test_columns_are_named_where_they_do_not_stand_under_the_days(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    assert texts(desk, ".head strong") == []
    edges = (
        """[...document.querySelectorAll('{}')].map((one) => Math.round(one.getBoundingClientRect().left))"""
    )
    chips, heads = run(desk, edges.format(".chip")), run(desk, edges.format(".head"))
    assert all(abs(chip - head) <= 4 for chip, head in zip(chips, heads, strict=True))
    show(desk, crowd(sites=60, teams=4, days=21), tmp_path)
    assert len(texts(desk, ".head strong")) == 21
    assert run(desk, edges.format(".head")) == run(desk, edges.format(".line:nth-child(2) .cell"))
    screen(desk, 390, 844, phone=True)
    show(desk, papers(), tmp_path)
    press(desk, "#open-calendar")
    assert texts(desk, ".head strong") == ["T2 24/04", "T3 25/04", "T4 26/04", "T5 27/04", "T6 28/04"]
    cells = run(desk, edges.format(".line:nth-child(2) .cell"))
    assert run(desk, edges.format(".head")) == cells
