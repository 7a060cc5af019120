"""People from elsewhere, follow-ups, promises and changes on the map's page."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from tests.browser.pages import all_of, complaints, first, popup, press, run, show
from tests.report import campaign
from tests.report.crowd import crowd_with_promises
from tests.report.promised import papers

pytestmark = pytest.mark.browser

COMINGS = """LuuDong.shown.layers.comings
    .filter((line) => LuuDong.shown.map.hasLayer(line))
    .map(({item}) => LuuDong.popups.tip(item))"""


def open_site(browser: Chrome, name: str) -> str:
    """What the popup of a site says."""
    browser.execute_script(
        """const [name] = arguments;
        const {places, sites} = LuuDong.plan;
        LuuDong.shown.layers.openSite(sites.find(({place}) => places[place].name === name));""",
        name,
    )
    return popup(browser)


def test_the_page_opens_without_complaint_and_asks_nobody(desk: Chrome, tmp_path: Path) -> None:
    complaints(desk)
    show(desk, papers(), tmp_path)
    assert complaints(desk) == []
    assert run(desk, "performance.getEntriesByType('resource').length") == 0


def test_a_stop_tells_its_own_cases_and_who_comes_from_where(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    press(desk, ".team", "Tổ 1")
    press(desk, ".alone .stop", "08:00 · 17 hồ sơ")
    told = popup(desk)
    own, guests = told.split("Nơi khác sang: 7 hồ sơ, 3 có xe đưa đón")
    assert "Của điểm này" in own
    assert "Cấp CCCD 4" in own
    assert "Cộng 10" in own
    assert "Bản Cánh Cộng sang: 4 Định danh mức 2 · tự đến" in guests
    assert "Bản Tà Cóm sang: 3 Định danh mức 2 · có xe đưa đón" in guests
    assert "Cả lượt 17 hồ sơ" in guests


def test_the_home_of_people_who_go_elsewhere_says_where_they_go(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    told = open_site(desk, "Bản Tà Cóm")
    assert "Người dân sang điểm khác làm" in told
    assert "Bản Nà Ón · T2 24/04, 08:00–09:23 · 3 hồ sơ · có xe đưa đón · Tổ 1" in told
    assert "Bản Nà Ón · T3 25/04, 07:10–07:42 · 2 hồ sơ · có xe đưa đón · Tổ 2" in told
    assert "Người dân sang điểm khác làm" not in open_site(desk, "Bản Ma Hác")


def test_a_host_counts_all_who_are_served_there_visit_by_visit(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    told = open_site(desk, "Bản Nà Ón")
    assert "Tổ 1 · T2 24/04, 08:00–09:23 · 17 hồ sơ (7 nơi khác sang)" in told
    assert "Tổ 2 · T3 25/04, 07:10–07:42 · 2 hồ sơ (2 nơi khác sang)" in told
    assert "Tổ 1 · T4 26/04, 07:42–08:12 · 5 hồ sơ" in told
    tips = run(
        desk,
        "LuuDong.shown.layers.seen.flatMap((d) => d.marks).map(({item}) => item).filter"
        "((item) => item.visits).map((item) => LuuDong.popups.tip(item))",
    )
    assert "Tổ 1 · T2, T4 · Bản Nà Ón · 2 lượt · 22 hồ sơ (7 nơi khác sang) · Đã hẹn" in tips
    assert "Tổ 2 · T3·1 · Bản Nà Ón · 07:10–07:42 · 2 hồ sơ (2 nơi khác sang)" in tips


def test_a_line_leads_from_home_to_host_while_its_team_and_day_are_shown(
    desk: Chrome, tmp_path: Path
) -> None:
    show(desk, papers(), tmp_path)
    near = "Bản Cánh Cộng → Bản Nà Ón · 4 hồ sơ · tự đến"
    assert run(desk, COMINGS) == [near, "Bản Tà Cóm → Bản Nà Ón · 5 hồ sơ · có xe đưa đón"]
    press(desk, ".chip", "T2")
    assert run(desk, COMINGS) == [near, "Bản Tà Cóm → Bản Nà Ón · 3 hồ sơ · có xe đưa đón"]
    press(desk, ".team", "Tổ 2")
    assert run(desk, COMINGS) == ["Bản Tà Cóm → Bản Nà Ón · 2 hồ sơ · có xe đưa đón"]
    desk.execute_script("const {layers} = LuuDong.shown; layers.open(layers.comings[1], [20.1, 105.05])")
    assert "Tổ 2 · T3 25/04, 07:10–07:42 · 2 hồ sơ" in popup(desk)
    press(desk, ".teams .heading button", "Bỏ chọn")
    assert run(desk, COMINGS) == []


def test_lines_of_people_on_foot_and_by_shuttle_are_told_apart_without_colour(
    desk: Chrome, tmp_path: Path
) -> None:
    show(desk, papers(), tmp_path)
    longest_dark_run = """(at) => {
      const {layers, map} = LuuDong.shown;
      const line = layers.comings[at];
      map.setView(line.getBounds().getCenter(), 13, {animate: false});
      const {_ctx: context, _bounds: bounds} = layers.renderer;
      const [from, to] = line.getLatLngs().map((end) => map.latLngToLayerPoint(end).subtract(bounds.min));
      const along = to.subtract(from);
      const length = Math.hypot(along.x, along.y);
      let run = 0, longest = 0, dark = 0;
      // The middle of the line, away from the marks at its ends.
      for (let step = 0.35 * length; step < 0.65 * length; step += 0.5) {
        const {x, y} = from.add(along.multiplyBy(step / length));
        const [red, , , alpha] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data;
        const ink = alpha > 200 && red < 140;
        dark += ink;
        run = ink ? run + 0.5 : 0;
        longest = Math.max(longest, run);
      }
      return [longest, dark > 0];
    }"""
    on_foot, by_shuttle = (run(desk, f"({longest_dark_run})({at})") for at in (0, 1))
    assert on_foot[1]
    assert by_shuttle[1]
    # Dots of two pixels, dashes of seven.
    assert on_foot[0] <= 4
    assert 6 <= by_shuttle[0] <= 10


def test_the_legend_names_only_what_is_on_the_map(desk: Chrome, tmp_path: Path) -> None:
    told = {}
    for name, plan in (("plain", campaign.papers()), ("promised", papers())):
        show(desk, plan, tmp_path)
        press(desk, "[role=tab]", "Chú giải")
        told[name] = first(desk, ".legend").text
    for sign in (
        "Người dân tự sang điểm khác",
        "Xe đưa đón người dân sang điểm khác",
        "Lượt đã hẹn trước",
        "Ngày đã chốt, không xếp lại",
    ):
        assert sign in told["promised"]
        assert sign not in told["plain"]


def test_a_site_tells_what_was_done_when_and_what_follows(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    told = open_site(desk, "Bản Nà Ón")
    assert "Làm tiếp: Kích hoạt tài khoản" in told
    assert "Định danh mức 2: 3 làm ngày 20/04, làm tiếp từ 24/04\nxếp T4 26/04: 3" in told
    assert "Định danh mức 2: 6 làm ngày 24/04, làm tiếp từ 26/04\nxếp T4 26/04: 2 · chưa xếp: 4" in told
    assert "đến hạn sau đợt này" in open_site(desk, "Bản Cánh Cộng")
    # Due at home, though served elsewhere.
    assert "chưa xếp: 3" in open_site(desk, "Bản Tà Cóm")


def test_promises_that_are_not_kept_stand_above_everything_else(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    box = first(desk, "#panel > :first-child")
    assert box.get_attribute("class") == "conflicts"
    assert box.is_displayed()
    assert box.text.splitlines() == [
        "Lịch hẹn không giữ được (2)",
        "Bản Ma Hác",
        "Tổ 2 · T3 25/04",
        "Lộ trình đã chốt không đi được nữa (R8).",
        "Bản Ma Hác",
        "Tổ 2 · T5 27/04",
        "Ngày 27/04 đường vào bản bị cấm (R8).",
    ]
    press(desk, ".conflicts .site")
    assert "Bản Ma Hác" in popup(desk)
    show(desk, campaign.papers(), tmp_path)
    assert not all_of(desk, ".conflicts")


def test_a_promised_visit_carries_a_pin_as_a_number_and_as_a_dot(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    pinned = """LuuDong.shown.layers.seen.flatMap(({marks}) => marks)
        .filter((mark) => !mark.hidden && mark.item.pinned)"""
    assert run(desk, f"{pinned}.map(({{item}}) => item.text)") == ["T2, T4"]
    ink = """(() => {
      const {layers, map} = LuuDong.shown;
      const [mark] = PINNED;
      const [left, up] = mark.item.kind === "stop" ? [mark.item.half[0] - 2, mark.item.half[1] - 3] : [0, 3];
      const {_ctx: context, _bounds: bounds} = layers.renderer;
      const at = mark._point.subtract(bounds.min).subtract([left, up]);
      const pixel = (down) => [...context.getImageData(Math.round(at.x), Math.round(at.y - down), 1, 1).data];
      return [mark.item.kind, pixel(4), pixel(8)];
    })()""".replace("PINNED", pinned)
    desk.execute_script("LuuDong.shown.map.setView([20.1, 105], 13, {animate: false})")
    # The pin's point is dark, its eye is white.
    kind, point, eye = run(desk, ink)
    assert (kind, point) == ("stop", [29, 43, 54, 255])
    assert min(eye) > 170
    desk.execute_script("LuuDong.shown.map.setView([20.1, 105], 8, {animate: false})")
    kind, point, eye = run(desk, ink)
    assert (kind, point) == ("dot", [29, 43, 54, 255])
    assert min(eye) > 170


def test_a_teams_week_marks_promises_changes_and_days_that_stand(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    locked = run(
        desk, "[...document.querySelectorAll('.chip')].map((chip) => !!chip.querySelector('canvas'))"
    )
    assert locked == [True, True, False, False, False]
    press(desk, ".team", "Tổ 1")
    badges = [one.text for one in all_of(desk, ".alone .badge")]
    assert badges == ["Đã chốt", "Đã hẹn", "Đã chốt", "Giữ, có đổi", "Mới", "Mới"]
    press(desk, ".alone .stop", "07:12 · 4 hồ sơ")
    told = popup(desk)
    assert "Giữ, có đổi" in told
    assert "Kế hoạch trước: 08:12, 3 hồ sơ." in told
    press(desk, ".team", "Tổ 1")
    press(desk, ".team", "Tổ 2")
    assert [one.text for one in all_of(desk, ".alone .badge")] == ["Đã chốt", "Không giữ được", "Mới"]


def test_changes_to_the_earlier_plan_have_a_page_of_their_own(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    press(desk, "[role=tab]", "Thay đổi")
    page = first(desk, "#view-changes").text
    assert "3 lượt mới · 1 lượt bỏ · 2 lượt giữ" in page
    assert "Bản Ma Hác\nTổ 2 · T3 25/04, 07:30 · 5 hồ sơ" in page
    assert "Bản Nà Ón\nTổ 2 · T3 25/04, 07:10 · 2 hồ sơ (2 nơi khác sang)" in page
    press(desk, ".visits_new .site", "Bản Cánh Cộng")
    assert "Thứ Sáu, ngày 28/04/2023" in popup(desk)
    press(desk, ".visits_dropped .site", "Bản Ma Hác")
    assert "Bản Ma Hác" in popup(desk)
    tabs = "[...document.querySelectorAll('[role=tab]')]"
    assert run(desk, f"{tabs}.every((tab) => tab.offsetHeight === {tabs}[0].offsetHeight)")
    show(desk, campaign.papers(), tmp_path)
    assert "Thay đổi" not in [one.text for one in all_of(desk, "[role=tab]")]


def test_the_header_tells_how_near_to_the_best_the_plan_is_and_what_is_charged(
    desk: Chrome, tmp_path: Path
) -> None:
    plan, scenario, travel = papers("en")
    proven = plan.figures.model_copy(update={"bound": 8_700_000.0, "gap": 0.014_78})
    show(desk, (plan.model_copy(update={"figures": proven}), scenario, travel), tmp_path)
    near = first(desk, "#head .nearness")
    assert near.text == "within 1.48% of the best possible"
    assert near.get_attribute("title") == "Proven: no plan is worth more than 8.7 million đ."
    charges = first(desk, "#head .charges").text.split("\n")
    assert charges == ["Shuttles", "-100,000 đ", "Uneven work", "-18,600 đ", "Changes", "-400,000 đ"]
    assert run(desk, "document.querySelector('h1').scrollWidth <= document.querySelector('h1').clientWidth")


def test_a_crowd_of_promises_and_changes_stays_usable(desk: Chrome, tmp_path: Path) -> None:
    complaints(desk)
    show(desk, crowd_with_promises(), tmp_path)
    assert complaints(desk) == []
    # However many promises are broken, services and teams stay in view.
    assert first(desk, ".services").rect["y"] < 500
    assert first(desk, ".tabs").rect["y"] < 600
    assert len(all_of(desk, ".visits_new li")) == 61
    assert run(desk, "document.querySelector('.visits_new li:last-child').textContent.startsWith('… và ')")
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
