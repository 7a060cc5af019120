"""The review map as a person sees it: in a browser, from a file, without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from tests.browser.pages import (
    Papers,
    all_of,
    complaints,
    first,
    names_on_map,
    popup,
    press,
    run,
    show,
    shown_layers,
)
from tests.report.campaign import papers
from tests.report.crowd import crowd
from tests.report.hostile import TEXTS, hostile, hostile_promises

pytestmark = pytest.mark.browser


def test_opens_from_a_file_without_a_network_and_without_complaint(desk: Chrome, tmp_path: Path) -> None:
    complaints(desk)
    show(desk, papers(), tmp_path)
    assert complaints(desk) == []
    assert run(desk, "performance.getEntriesByType('resource').map(({name}) => name)") == []
    assert first(desk, "h1").text == "Đà Bắc – tuần 17 & tổ đi xa"
    assert "137 trên 194 tồn" in first(desk, "#head dl").text
    assert run(desk, "document.documentElement.lang") == "vi"


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
    press(desk, ".all-days", "Cả đợt")
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


@pytest.mark.parametrize("papers_of", [hostile, hostile_promises])
def test_no_text_of_a_scenario_is_more_than_text(
    desk: Chrome, tmp_path: Path, papers_of: Callable[[], Papers]
) -> None:
    complaints(desk)
    plan, scenario, travel = papers_of()
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
          return [...layers.sites, ...layers.bases, ...nights, ...lines, ...layers.comings].map((mark) => {
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
