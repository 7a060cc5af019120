"""What is painted on the map, and what it says when it is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from tests.browser.pages import click_mark, names_on_map, popup, press, run, show
from tests.report.campaign import papers

pytestmark = pytest.mark.browser


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


def test_the_islands_and_the_sea_are_named_when_the_country_is_seen(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    desk.execute_script("LuuDong.shown.map.setView([14.5, 110], 6, {animate: false})")
    names = names_on_map(desk)
    assert "Quần đảo Hoàng Sa (Việt Nam)" in names
    assert "Quần đảo Trường Sa (Việt Nam)" in names
    assert "Biển Đông" in names
    desk.execute_script("LuuDong.shown.map.setView([20.13, 105], 13, {animate: false})")
    assert "HIỀN LƯƠNG" in names_on_map(desk)


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
    assert [painted > 25 for painted in colours] == [True, True, True, False]  # the fourth team stays home
