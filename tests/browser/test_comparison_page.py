"""The comparison of two plans as a person sees it: in a browser, from a file, without a network."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from optimizer.report.comparison.page import write_comparison
from optimizer.report.comparison.pair import Pair
from tests.browser.pages import all_of, complaints, first, popup, press, run
from tests.report.comparison import pairs

pytestmark = pytest.mark.browser

LEADERS = "LuuDong.shown.drawing.seen.filter((mark) => !mark.hidden)"


def show(browser: Chrome, pair: Pair, folder: Path) -> None:
    """Open the comparison of two plans from a file."""
    path = folder / "comparison.html"
    write_comparison(pair, path)
    browser.get(path.as_uri())
    WebDriverWait(browser, 20).until(lambda one: run(one, "document.documentElement.dataset.ready === 'yes'"))


def signs(browser: Chrome) -> dict[str, str]:
    """The kind of each sign on the map, by the name of its place."""
    script = (
        f"{LEADERS}.map(({{item}}) => [LuuDong.plan.places[item.change.place].name, item.change.kinds[0]])"
    )
    return dict(run(browser, script))


def ways(browser: Chrome) -> list[str]:
    """On which side each way on the map is."""
    script = """LuuDong.shown.drawing.legs.filter((leg) => LuuDong.shown.drawing.world.hasLayer(leg))
        .map(({item}) => item.way.side)"""
    return sorted(run(browser, script))


def texts(browser: Chrome, selector: str) -> list[str]:
    return [one.text for one in all_of(browser, selector) if one.is_displayed()]


def click_sign(browser: Chrome, name: str) -> None:
    """Click the map where the sign of a place is painted."""
    script = f"""(() => {{
      const mark = {LEADERS}.find(({{item}}) => LuuDong.plan.places[item.change.place].name === "{name}");
      const at = LuuDong.shown.map.layerPointToContainerPoint(mark._point);
      const size = LuuDong.shown.map.getSize();
      return [at.x - size.x / 2, at.y - size.y / 2];
    }})()"""
    x, y = run(browser, script)
    canvas = first(browser, ".folium-map")
    ActionChains(browser).move_to_element_with_offset(canvas, x, y).click().perform()


def test_opens_without_a_network_and_tells_figures_before_and_after(desk: Chrome, tmp_path: Path) -> None:
    complaints(desk)
    show(desk, pairs.pair(), tmp_path)
    assert complaints(desk) == []
    assert run(desk, "performance.getEntriesByType('resource').map(({name}) => name)") == []
    assert first(desk, ".names").text == "thu-hai → thu-tu"
    cases = first(desk, '#head [data-figure="cases"]').text
    assert cases.replace("\n", " ") == "Hồ sơ phục vụ 24 → 27 +3"
    assert texts(desk, ".notes li") == [
        "Tổ chỉ có ở kế hoạch sau: to-3.",
        "Điểm chỉ có ở kế hoạch sau: Thôn moi.",
    ]
    assert signs(desk) == {"Thôn gan": "hour", "Thôn giua": "team", "Thôn xa": "removed", "Thôn tot": "added"}
    assert ways(desk) == ["after"] * 5 + ["before"] * 4 + ["both"]


def test_kinds_days_and_teams_filter_the_map_and_the_lists(desk: Chrome, tmp_path: Path) -> None:
    show(desk, pairs.pair(), tmp_path)
    press(desk, '[data-kind="removed"]')
    assert signs(desk) == {"Thôn xa": "removed"}
    # The team's whole day is shown: what it did instead belongs to the change.
    assert ways(desk) == ["after", "after", "before", "before"]
    press(desk, '[data-kind="added"]')
    assert signs(desk) == {"Thôn xa": "removed", "Thôn tot": "added"}
    press(desk, ".everything")
    press(desk, ".chip", "T4")
    assert signs(desk) == {"Thôn tot": "added"}
    press(desk, ".everything")
    Select(first(desk, "select")).select_by_visible_text("to-2")
    assert signs(desk) == {"Thôn giua": "team", "Thôn xa": "removed"}
    assert len(texts(desk, "details.team")) == 1
    press(desk, ".chip", "T4")
    assert signs(desk) == {}
    assert texts(desk, ".nothing") == ["Không có thay đổi nào với bộ lọc này."]
    press(desk, ".everything")
    assert len(signs(desk)) == 4


def test_a_line_of_a_list_takes_the_map_to_the_change_and_its_card(desk: Chrome, tmp_path: Path) -> None:
    show(desk, pairs.pair(), tmp_path)
    press(desk, "#tab-sites")
    outcomes = [one.get_attribute("data-outcome") for one in all_of(desk, "details.outcome")]
    assert outcomes == ["no_longer_served", "newly_served", "otherwise", "same"]
    assert "Nhường «tot»." in first(desk, '[data-outcome="no_longer_served"]').text
    press(desk, '[data-outcome="no_longer_served"] .change')
    told = popup(desk)
    for part in ("Thôn xa", "Bỏ", "to-2", "T3 25/04", "08:00", "Phục vụ 4 → 0 hồ sơ", "Nhường «tot»."):
        assert part in told
    assert run(desk, "LuuDong.shown.map.getBounds().contains(LuuDong.plan.places[3].at)")
    current = [one for one in all_of(desk, ".change[aria-current]") if one.is_displayed()]
    assert len(current) == 1
    # Escape closes the card, and nothing is looked at any more.
    ActionChains(desk).send_keys(Keys.ESCAPE).perform()
    WebDriverWait(desk, 5).until(lambda one: not all_of(one, ".leaflet-popup-content"))
    assert run(desk, "LuuDong.choice.state.picked") is None
    assert all_of(desk, ".change[aria-current]") == []


def test_a_sign_on_the_map_tells_both_sides_and_shows_where_it_stands_in_the_list(
    desk: Chrome, tmp_path: Path
) -> None:
    show(desk, pairs.pair(), tmp_path)
    click_sign(desk, "Thôn giua")
    told = popup(desk)
    for part in ("Đổi tổ", "Đổi ngày", "to-1", "to-2", "T2 24/04", "T3 25/04"):
        assert part in told
    near = run(desk, "LuuDong.shown.drawing.legs.filter(({item}) => LuuDong.choice.isNear(item.way)).length")
    assert near == 8  # all of Monday's and Tuesday's ways but none of Wednesday's


def test_everything_can_be_reached_by_the_keyboard(desk: Chrome, tmp_path: Path) -> None:
    show(desk, pairs.pair(), tmp_path)
    run(desk, "document.querySelector('#tab-teams').focus()")
    keys = ActionChains(desk)
    keys.send_keys(Keys.ARROW_RIGHT).perform()
    assert first(desk, '[aria-selected="true"]').get_attribute("id") == "tab-sites"
    ActionChains(desk).send_keys(Keys.ARROW_LEFT).perform()
    run(desk, "document.querySelector('details.team summary').focus()")
    ActionChains(desk).send_keys(Keys.ENTER).perform()
    ActionChains(desk).send_keys(Keys.TAB).perform()
    assert run(desk, "document.activeElement.className") == "change"
    ActionChains(desk).send_keys(Keys.ENTER).perform()
    assert "Thôn gan" in popup(desk)


def test_plans_that_are_the_same_say_so(desk: Chrome, tmp_path: Path) -> None:
    show(desk, pairs.same(), tmp_path)
    assert texts(desk, ".nothing")[0] == "Hai kế hoạch giống hệt nhau: không có gì thay đổi."
    assert set(signs(desk).values()) == {"same"}
    assert set(ways(desk)) == {"both"}


def test_hostile_names_do_nothing(desk: Chrome, tmp_path: Path) -> None:
    complaints(desk)
    show(desk, pairs.hostile(), tmp_path)
    for tab in ("sites", "figures", "legend", "teams"):
        press(desk, f"#tab-{tab}")
    for number in range(4):
        run(desk, f"LuuDong.choice.set({{picked: LuuDong.plan.changes[{number}], goThere: true}})")
    assert run(desk, "window.broken") is None
    assert complaints(desk) == []
    assert all_of(desk, "body img, body iframe, #panel svg") == []


def test_a_phone_has_the_map_above_the_lists_and_nothing_sticks_out(phone: Chrome, tmp_path: Path) -> None:
    show(phone, pairs.pair(), tmp_path)
    width = run(phone, "document.documentElement.clientWidth")
    assert run(phone, "document.documentElement.scrollWidth") <= width
    map_box = first(phone, ".folium-map").rect
    assert first(phone, "#panel").rect["y"] >= map_box["y"] + map_box["height"] - 1
    assert map_box["height"] > 300
    small = [one.rect["height"] for one in all_of(phone, ".kind, .chip, .tabs button") if one.is_displayed()]
    assert min(small) >= 40
    press(phone, "details.team summary")
    press(phone, "details.team .change")
    assert "Thôn gan" in popup(phone)


def test_no_name_and_no_figure_is_cut_at_the_edge_of_a_phone(phone: Chrome, tmp_path: Path) -> None:
    show(phone, pairs.pair(), tmp_path)
    edge = run(phone, "document.documentElement.clientWidth")
    figures = [one.rect for one in all_of(phone, "#head dl > div")]
    assert len(figures) == 5
    assert max(one["x"] + one["width"] for one in figures) <= edge
    # The place stands near one edge, then near the other; its name is written on the side that has room.
    for across, left in ((0.46, True), (-0.46, False)):
        script = f"""(() => {{
          const {{map}} = LuuDong.shown;
          const {{at}} = LuuDong.plan.places.find(({{short}}) => short === "Thôn gan");
          map.setView(at, 12, {{animate: false}}).panBy([-map.getSize().x * {across}, 0], {{animate: false}});
        }})()"""
        run(phone, script)
        [name] = [one for one in all_of(phone, ".on-map.place") if one.text == "Thôn gan"]
        assert ("before" in str(name.get_attribute("class"))) == left
        for one in all_of(phone, ".on-map.place"):
            assert one.rect["x"] >= 0
            assert one.rect["x"] + one.rect["width"] <= edge


def test_three_hundred_sites_all_of_which_changed_are_painted_in_time(desk: Chrome, tmp_path: Path) -> None:
    complaints(desk)
    desk.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    show(desk, pairs.large(), tmp_path)
    assert complaints(desk) == []
    assert len(signs(desk)) > 100
    assert (tmp_path / "comparison.html").stat().st_size < 3_000_000
    assert WebDriverWait(desk, 30).until(
        lambda page: run(page, "performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
    )
    # Seconds of the processor, so that a busy machine makes no difference.
    metrics = desk.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    [busy_s] = [one["value"] for one in metrics if one["name"] == "TaskDuration"]
    desk.execute_cdp_cmd("Performance.disable", {})
    assert 0 < busy_s < 6


def test_closed_roads_are_marked_on_their_days_and_in_the_legend(desk: Chrome, tmp_path: Path) -> None:
    show(desk, pairs.closed(), tmp_path)
    marked = "[...document.querySelectorAll('.leaflet-marker-pane .no-entry')].map((one) => one.title)"
    both = ["Đường bị cấm ngày 24/04: “ĐT 433”.", "Đường bị cấm ngày 25/04: đoạn đường 4, chỉ ở “thu-tu”."]
    assert run(desk, marked) == both
    run(desk, "LuuDong.choice.pickDay(1)")
    assert run(desk, marked) == both[1:]
    assert run(desk, "document.querySelector('.legend .no-entry').parentNode.textContent") == "Đường bị cấm"
    assert complaints(desk) == []
