"""The review map as a person sees it: in a browser, from a file, without a network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.report.map import write_map
from optimizer.travel.matrix import TravelMatrix
from tests.report.campaign import papers
from tests.report.crowd import crowd
from tests.report.hostile import TEXTS, hostile

pytestmark = pytest.mark.browser

Papers = tuple[Plan, Scenario, TravelMatrix]


def show(browser: Chrome, papers: Papers, folder: Path) -> None:
    """Open the map of a plan from a file."""
    path = folder / "map.html"
    write_map(*papers, path)
    browser.get(path.as_uri())
    WebDriverWait(browser, 20).until(lambda one: run(one, "document.documentElement.dataset.ready === 'yes'"))


def run(browser: Chrome, expression: str) -> Any:
    return browser.execute_script(f"return {expression}")


def all_of(browser: Chrome, selector: str) -> list[WebElement]:
    return browser.find_elements(By.CSS_SELECTOR, selector)


def first(browser: Chrome, selector: str) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, selector)


def press(browser: Chrome, selector: str, text: str = "") -> None:
    """Click the first shown element with a text."""
    found = next(one for one in all_of(browser, selector) if one.is_displayed() and text in one.text)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", found)
    found.click()


def popup(browser: Chrome) -> str:
    """The text of the popup that is open."""
    # `text` would leave out what the map's edge hides while it still moves.
    return str(first(browser, ".leaflet-popup-content").get_property("innerText")).replace("\t", " ")


def shown_layers(browser: Chrome) -> list[tuple[int, int]]:
    """Team and day numbers of the layers on the map."""
    script = """LuuDong.shown.layers.days
        .filter(({group}) => LuuDong.shown.map.hasLayer(group))
        .map(({route}) => [route.team, route.day])"""
    return [(team, day) for team, day in run(browser, script)]


def names_on_map(browser: Chrome) -> list[str]:
    return list(run(browser, "LuuDong.shown.layers.names.names.map(({words}) => words)"))


def complaints(browser: Chrome) -> list[str]:
    """What the browser's console says."""
    return [entry["message"] for entry in browser.get_log("browser")]  # type: ignore[no-untyped-call]


def test_opens_from_a_file_without_a_network_and_without_complaint(desk: Chrome, tmp_path: Path) -> None:
    complaints(desk)
    show(desk, papers(), tmp_path)
    assert complaints(desk) == []
    assert run(desk, "performance.getEntriesByType('resource').map(({name}) => name)") == []
    assert first(desk, "h1").text == "Đà Bắc – tuần 17 & tổ đi xa"
    assert "137 trên 194 tồn" in first(desk, "#head dl").text
    assert run(desk, "document.documentElement.lang") == "vi"


def test_paints_the_outline_and_the_routes_of_every_team(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    colours = run(
        desk,
        """(() => {
          const canvas = LuuDong.shown.layers.renderer._container;
          const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const seen = {};
          for (let at = 0; at < data.length; at += 4) {
            if (data[at + 3] < 255) continue;
            const colour = "#" + [0, 1, 2].map((c) => data[at + c].toString(16).padStart(2, "0")).join("");
            seen[colour] = (seen[colour] || 0) + 1;
          }
          return LuuDong.plan.teams.map(({colour}) => seen[colour] || 0);
        })()""",
    )
    assert [painted > 60 for painted in colours] == [True, True, True, False]  # the fourth team stays home


def test_has_a_layer_for_every_team_and_day_that_the_panel_shows_and_hides(
    desk: Chrome, tmp_path: Path
) -> None:
    plan, scenario, travel = papers()
    show(desk, (plan, scenario, travel), tmp_path)
    teams = list(scenario.teams)
    every = sorted((teams.index(one.team), scenario.horizon.day_number(one.date)) for one in plan.routes)
    assert sorted(shown_layers(desk)) == every

    press(desk, ".chip", "T3")
    assert sorted(shown_layers(desk)) == [one for one in every if one[1] == 1]
    press(desk, ".chip", "T5")
    assert sorted(shown_layers(desk)) == [one for one in every if one[1] in {1, 3}]
    press(desk, ".days .heading button", "Tất cả")
    press(desk, ".teams .heading button", "Bỏ chọn")
    assert shown_layers(desk) == []
    first(desk, '.teams input[aria-label="Tổ 1"]').click()
    assert sorted(shown_layers(desk)) == [one for one in every if one[0] == 0]
    press(desk, ".teams .heading button", "Tất cả")
    assert sorted(shown_layers(desk)) == every


def test_one_team_alone_shows_its_week_and_a_stop_tells_its_times_and_cases(
    desk: Chrome, tmp_path: Path
) -> None:
    show(desk, papers(), tmp_path)
    press(desk, ".team", "Tổ 1")
    assert {team for team, _ in shown_layers(desk)} == {0}
    week = first(desk, ".alone .week").text
    assert "T2 24/04" in week
    assert "không có lộ trình" in week
    press(desk, ".alone .stop", "Xóm Ằng")
    # 12 km at a kilometre a minute from seven: there at 7:12; work from 8:00 for 20 minutes of set-up and
    # 18 x 12 + 15 x 6 = 306 minutes on two stations: 153, done at 10:53.
    told = popup(desk)
    for part in (
        "Xóm Ằng",
        "Hiền Lương",
        "Tổ 1",
        "Thứ Hai, ngày 24/04/2023",
        "07:12",
        "08:00–10:53",
        "20 phút",
    ):
        assert part in told
    assert "Cấp CCCD gắn chip 18" in told
    assert "Định danh mức 2 15" in told
    assert "Cộng 33" in told
    assert "Cuối ngày về trụ sở" in told


def test_a_stop_of_a_day_that_is_not_shown_brings_all_days_back(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    press(desk, ".team", "Tổ 1")
    press(desk, ".chip", "T2")
    assert shown_layers(desk) == [(0, 0)]
    press(desk, ".alone .stop", "Xóm 10")
    assert sorted(shown_layers(desk)) == [(0, 0), (0, 1)]
    assert "Thứ Ba, ngày 25/04/2023" in popup(desk)


def test_numbers_tell_the_order_of_one_day_and_the_days_of_a_week(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    marks = "LuuDong.shown.layers.seen.flatMap(({marks}) => marks)"
    texts = f"{marks}.filter(({{hidden}}) => !hidden).map(({{item}}) => item.text)"
    week = ["T2·1", "T2·2", "T3·1", "T3·2", "T2·1", "T2, T3, T5", "T2–T3"]
    assert sorted(run(desk, texts)) == sorted(week)
    press(desk, ".chip", "T3")
    assert sorted(run(desk, texts)) == ["1", "1", "1, 2", "2"]


def test_a_mark_answers_to_a_click_on_the_map(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    press(desk, ".team", "Tổ 2")
    click_mark(
        desk, "layers.days.flatMap(({marks}) => marks).find((m) => !m.hidden && m.item.visits?.length > 2)"
    )
    told = popup(desk)
    assert "Xóm Bưa Sen" in told
    assert "4 lượt" in told
    assert "T3 25/04 · điểm 2" in told
    assert "Còn lại sau kế hoạch" in told
    assert "Không tổ nào có thiết bị thay cho sóng di động ở điểm này (R5)." in told
    assert "Một bộ thu phát vệ tinh cho Tổ 2." in told
    click_mark(desk, "layers.nights.find(({night}) => night.team === 1).mark")
    assert "Đêm Thứ Ba, ngày 25/04/2023" in popup(desk)
    click_mark(desk, "layers.bases[0]")
    assert "Công an huyện Đà Bắc" in popup(desk)


def click_mark(browser: Chrome, mark: str) -> None:
    """Click the map where a mark is painted."""
    script = f"""(() => {{
      const {{layers, map}} = LuuDong.shown;
      const mark = {mark};
      map.closePopup().stop().setView(mark.getLatLng(), map.getZoom(), {{animate: false}});
      const at = map.layerPointToContainerPoint(mark._point);
      return [at.x, at.y, map.getSize().x, map.getSize().y];
    }})()"""
    x, y, width, height = run(browser, script)
    canvas = first(browser, ".folium-map")
    ActionChains(browser).move_to_element_with_offset(canvas, x - width / 2, y - height / 2).click().perform()
    WebDriverWait(browser, 5).until(lambda one: all_of(one, ".leaflet-popup-content"))


def test_a_flight_is_drawn_as_a_link_and_says_what_it_is(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    flights = (
        "LuuDong.shown.layers.days.flatMap(({lines}) => lines).filter((l) => l.item.way.link === 'flight')"
    )
    assert run(desk, f"{flights}.length") == 2
    desk.execute_script(f"LuuDong.shown.layers.open({flights}[0], {flights}[0].middle())")
    told = popup(desk)
    assert "Sân bay Nội Bài → Sân bay Tân Sơn Nhất" in told
    assert "Máy bay" in told
    assert "2 giờ 10 phút" in told
    assert "vé 1.500.000 đ mỗi người" in told
    assert "Máy bay · 2 giờ 10 phút" in names_on_map(desk)


def test_sites_with_cases_left_are_listed_with_their_reasons(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    press(desk, "[role=tab]", "Điểm làm việc")
    listed = [one.text for one in all_of(desk, ".found li")]
    assert listed[0] == "Công an Quận 1\nQuận 1\n36"
    press(desk, ".site", "Xóm Đồi")
    told = popup(desk)
    assert "Phục vụ một phần" in told
    assert "Chưa tìm được cách xếp" in told
    assert "Tổ 1 còn giờ ngày 25/04/2023." in told
    field = first(desk, ".left-over input")
    field.send_keys("dong cua hieN")
    assert first(desk, ".left-over .hint").text == "Không có điểm nào tên như vậy."
    field.clear()
    field.send_keys("hien luong")
    assert len(all_of(desk, ".found li")) == 3


def test_the_islands_and_the_sea_are_named_when_the_country_is_seen(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    desk.execute_script("LuuDong.shown.map.setView([14.5, 110], 6, {animate: false})")
    names = names_on_map(desk)
    assert "Quần đảo Hoàng Sa (Việt Nam)" in names
    assert "Quần đảo Trường Sa (Việt Nam)" in names
    assert "Biển Đông" in names
    desk.execute_script("LuuDong.shown.map.setView([20.13, 105], 13, {animate: false})")
    assert "HIỀN LƯƠNG" in names_on_map(desk)


def test_no_text_of_a_scenario_is_more_than_text(desk: Chrome, tmp_path: Path) -> None:
    complaints(desk)
    plan, scenario, travel = hostile()
    show(desk, (plan, scenario, travel), tmp_path)
    told = []
    for team in range(len(scenario.teams)):
        desk.execute_script(f"LuuDong.shown.panel.focus({team})")
        for at in range(len(all_of(desk, ".alone .stop"))):
            desk.execute_script(f"document.querySelectorAll('.alone .stop')[{at}].click()")
            told.append(popup(desk))
    desk.execute_script("LuuDong.shown.panel.focus(null)")
    opened = run(
        desk,
        """(() => {
          const {layers, map} = LuuDong.shown;
          const nights = layers.nights.map(({mark}) => mark);
          const lines = layers.days.flatMap((day) => day.lines);
          return [...layers.sites, ...layers.bases, ...nights, ...lines].map((mark) => {
            layers.open(mark, map.getCenter());
            return layers.popup.getElement().textContent + LuuDong.popups.tip(mark.item);
          });
        })()""",
    )
    page = desk.execute_script("return document.body.textContent") + "".join(told + opened)
    assert run(desk, "window.broken") is None
    assert run(desk, "document.querySelectorAll('img, iframe, svg [onload], [onerror]').length") == 0
    assert complaints(desk) == []
    assert first(desk, "h1").text == TEXTS[0]
    for text in TEXTS:
        assert text in page


def test_a_phone_shows_the_map_first_and_figures_and_filters_on_demand(phone: Chrome, tmp_path: Path) -> None:
    show(phone, papers(), tmp_path)
    assert run(phone, "document.documentElement.scrollWidth <= window.innerWidth")
    assert first(phone, ".brief").text == "137/194 hồ sơ (70,6%)"
    assert first(phone, ".folium-map").size["height"] > 700
    assert not first(phone, "#head dl").is_displayed()
    press(phone, ".more")
    assert first(phone, "#head dl").is_displayed()
    assert not first(phone, ".chips").is_displayed()
    press(phone, "#open-panel", "Tổ, ngày và chú giải")
    WebDriverWait(phone, 5).until(lambda one: first(one, ".chips").is_displayed())
    press(phone, ".team", "Tổ 1")
    press(phone, ".alone .stop", "Xóm Ằng")
    WebDriverWait(phone, 5).until(lambda one: not first(one, ".chips").is_displayed())
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
    assert run(
        phone,
        """LuuDong.shown.layers.days.flatMap(({lines}) => lines)
            .every((way) => LuuDong.shown.map.getBounds().contains(way.getBounds()))""",
    )
    title = "document.querySelector('h1')"
    # Two lines of 20 pixels; marks above and below letters may reach out a little, a third line may not.
    assert run(phone, f"{title}.clientHeight") == 40
    assert run(phone, f"{title}.scrollHeight") < 50
    assert run(phone, f"{title}.scrollWidth <= {title}.clientWidth")


def test_nights_stand_beside_numbers_and_names_of_islands_in_sight_are_whole(
    desk: Chrome, tmp_path: Path
) -> None:
    show(desk, papers(), tmp_path)
    press(desk, ".team", "Tổ 2")
    covered = run(
        desk,
        """(() => {
          const {layers} = LuuDong.shown;
          const stops = layers.seen.flatMap(({marks}) => marks)
            .filter((mark) => !mark.hidden && mark.item.kind === "stop");
          const nights = layers.nights.filter(({night}) => night.team === 1).map(({mark}) => mark);
          const apart = (a, b, axis, at) =>
            Math.abs(a._point[axis] - b._point[axis]) >= a.item.half[at] + b.item.half[at];
          return [stops.length, nights.length, nights.filter((night) =>
            stops.some((stop) => !apart(night, stop, "x", 0) && !apart(night, stop, "y", 1))).length];
        })()""",
    )
    assert covered[0] > 0
    assert covered[1:] == [1, 0]
    desk.execute_script("LuuDong.shown.map.setView([10.5, 103], 6, {animate: false})")
    edges = run(
        desk,
        """(() => {
          const {layers, map} = LuuDong.shown;
          const label = LuuDong.shown.layers.scene.outline.find(({text}) => text.includes("Trường Sa"));
          const size = map.getSize();
          const x = map.latLngToContainerPoint(label.at).x;
          map.panBy([x - size.x + 20, 0], {animate: false});
          map.fire("zoomend");
          const name = layers.names.names.find(({words}) => words.includes("Trường Sa"));
          return [map.latLngToContainerPoint(label.at).x, map.layerPointToContainerPoint(name.at).x, size.x];
        })()""",
    )
    # The place is 20 pixels from the edge; the name, some 180 wide, stands farther inside.
    place, name, width = edges
    assert width - 30 < place < width
    assert name < width - 80


def test_sixty_teams_and_fourteen_days_stay_usable(desk: Chrome, tmp_path: Path) -> None:
    show(desk, crowd(sites=600, teams=60, days=14), tmp_path)
    assert len(all_of(desk, ".chip")) == 14
    assert len(all_of(desk, ".team")) == 60
    styles = "new Set(LuuDong.plan.teams.map(({colour, pattern}) => colour + pattern)).size"
    assert run(desk, styles) == 60
    picked_ms = run(
        desk,
        """(() => {
          const {panel} = LuuDong.shown;
          const start = performance.now();
          panel.pickDay(3);
          panel.focus(59);
          panel.focus(null);
          return performance.now() - start;
        })()""",
    )
    assert picked_ms < 3000


def test_panning_three_hundred_sites_is_quick(desk: Chrome, tmp_path: Path) -> None:
    show(desk, crowd(), tmp_path)
    frame_ms = run(
        desk,
        """(() => {
          const {map} = LuuDong.shown;
          const times = Array.from({length: 9}, (_, step) => {
            const start = performance.now();
            map.panBy([step % 2 ? 160 : -160, 90], {animate: false});
            return performance.now() - start;
          });
          return times.sort((a, b) => a - b)[4];
        })()""",
    )
    assert frame_ms < 150


def test_an_english_plan_is_shown_in_english(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers("en"), tmp_path)
    assert run(desk, "document.documentElement.lang") == "en"
    assert "Cases served" in first(desk, "#head dl").text
    press(desk, "[role=tab]", "Legend")
    assert "Night away from base" in first(desk, ".legend").text
    assert "Hoàng Sa Islands (Việt Nam)" in names_on_map(desk) or run(desk, "LuuDong.shown.map.getZoom()") > 6
