"""A plan measured on roads, opened without a network."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from optimizer.report.ground import make_ground
from optimizer.report.map import write_map
from tests.browser.pages import complaints, names_on_map, run
from tests.report.on_roads import papers_on_roads

pytestmark = pytest.mark.browser


@pytest.fixture
def page(desk: Chrome, tmp_path: Path) -> Chrome:
    papers = papers_on_roads(tmp_path)
    write_map(*papers, tmp_path / "map.html", ground=make_ground(*papers))
    desk.get((tmp_path / "map.html").as_uri())
    WebDriverWait(desk, 20).until(lambda one: run(one, "document.documentElement.dataset.ready === 'yes'"))
    return desk


WAYS = """LuuDong.shown.layers.days.flatMap(({ lines }) => lines).map((way) => {
    const points = way.getLatLngs();
    const drawn = points.slice(1).reduce((sum, at, i) => sum + at.distanceTo(points[i]), 0);
    return [way.item.way.metres, points.length, drawn];
})"""
QUIET = """Object.values(LuuDong.shown.map._layers)
    .filter((one) => one.getLatLngs && one.options.renderer?.options.pane === "ground").length"""


def test_ways_follow_the_roads(page: Chrome):
    ways = run(page, WAYS)
    assert ways
    for metres, points, drawn_m in ways:
        assert points > 2
        # Leaflet's globe has another radius than ours: a thousandth.
        assert drawn_m == pytest.approx(metres, rel=0.01)
    assert complaints(page) == []


def test_a_site_says_how_far_it_is_from_its_road(desk: Chrome, tmp_path: Path):
    papers = papers_on_roads(tmp_path, hamlet=(-0.34, 1))
    write_map(*papers, tmp_path / "map.html", ground=make_ground(*papers))
    desk.get((tmp_path / "map.html").as_uri())
    WebDriverWait(desk, 20).until(lambda one: run(one, "document.documentElement.dataset.ready === 'yes'"))
    told = run(
        desk,
        """LuuDong.plan.sites.map((site) =>
             LuuDong.popups.content({ kind: "site", site }).querySelector(".walk")?.textContent ?? null)""",
    )
    # 340 m at 4 km/h are 5.1 min.
    assert told == ["Còn 340 m đi bộ từ đường không tên, 6 phút.", None, None]
    assert complaints(desk) == []


def test_the_quiet_map_shows_more_the_closer_one_looks(page: Chrome):
    shown = []
    for zoom in (8, 10, 11, 14):
        page.execute_script(f"LuuDong.shown.map.setZoom({zoom}, {{ animate: false }})")
        shown.append(run(page, QUIET))
    # Nothing; the secondary road and the ferry; residential roads; the track.
    assert shown == [0, 2, 3, 4]


SIGNS = """[...document.querySelectorAll('.leaflet-marker-pane .no-entry')].map((one) => one.title)"""


def test_a_closed_road_is_marked_on_its_days_only(page: Chrome):
    seen = []
    for day in range(3):
        page.execute_script(f"LuuDong.shown.panel.set({{ days: new Set([{day}]) }})")
        seen.append(run(page, SIGNS))
    assert seen == [[], ["Đường bị cấm ngày 25/04: đoạn đường 4."], []]
    page.execute_script("LuuDong.shown.panel.set({ days: new Set([0, 1, 2]) })")
    run(page, "document.querySelector('.leaflet-marker-pane .no-entry').click()")
    assert "Đường bị cấm" in run(page, "document.querySelector('.leaflet-popup-content').textContent")
    assert complaints(page) == []


def test_the_islands_are_in_sight_of_the_whole_country(page: Chrome):
    page.execute_script(
        "LuuDong.shown.map.setMaxBounds(null).fitBounds([[6, 102], [23.5, 117.5]], { animate: false })"
    )
    names = names_on_map(page)
    assert any("Hoàng Sa" in name for name in names)
    assert any("Trường Sa" in name for name in names)


def test_the_source_of_the_roads_is_named(page: Chrome):
    text = run(page, "document.querySelector('.leaflet-control-attribution').textContent")
    assert "OpenStreetMap" in text


def test_the_source_can_be_read_on_a_phone(phone: Chrome, tmp_path: Path):
    papers = papers_on_roads(tmp_path)
    write_map(*papers, tmp_path / "map.html", ground=make_ground(*papers))
    phone.get((tmp_path / "map.html").as_uri())
    WebDriverWait(phone, 20).until(lambda one: run(one, "document.documentElement.dataset.ready === 'yes'"))
    assert run(phone, COVERED) == []
    assert run(phone, SCALE_ABOVE)


# What lies over a spot of each line of the attribution, if it is something else.
COVERED = """(() => {
    const source = document.querySelector(".leaflet-control-attribution");
    const box = source.getBoundingClientRect();
    const found = new Set();
    for (let x = box.left + 2; x < box.right; x += 8)
        for (let y = box.top + 3; y < box.bottom; y += 6) {
            const top = document.elementFromPoint(x, y);
            if (!source.contains(top)) found.add(top ? top.outerHTML.slice(0, 80) : "outside");
        }
    return [...found];
})()"""

SCALE_ABOVE = """document.querySelector(".leaflet-control-scale").getBoundingClientRect().bottom
    <= document.querySelector(".leaflet-control-attribution").getBoundingClientRect().top"""
