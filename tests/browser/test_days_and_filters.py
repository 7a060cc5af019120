"""Sliding and playing through the days, and what filters leave to be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.pages import all_of, complaints, first, press, run, show, shown_layers
from tests.report.campaign import papers

pytestmark = pytest.mark.browser

SHOWN_SITES = """LuuDong.shown.layers.sites.filter(({hidden}) => !hidden)
    .map(({item}) => LuuDong.plan.places[item.site.place].name)"""


def days_shown(browser: Chrome) -> list[int]:
    return sorted({day for _, day in shown_layers(browser)})


def test_the_slider_shows_one_day_after_another(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    slider = first(desk, ".slide")
    assert slider.get_attribute("aria-valuetext") == "Cả đợt"
    slider.send_keys(Keys.ARROW_RIGHT)
    assert days_shown(desk) == [0]
    assert slider.get_attribute("aria-valuetext") == "Thứ Hai, ngày 24/04/2023"
    assert first(desk, ".head strong").text == "Thứ Hai, ngày 24/04/2023"
    slider.send_keys(Keys.ARROW_RIGHT)
    assert days_shown(desk) == [1]
    slider.send_keys(Keys.END)
    assert run(desk, "[...LuuDong.shown.panel.state.days]") == [4]
    press(desk, ".all-days")
    assert len(shown_layers(desk)) == len(papers()[0].routes)
    press(desk, ".step", "‹")
    assert run(desk, "[...LuuDong.shown.panel.state.days]") == [4]
    press(desk, ".step", "›")
    assert run(desk, "LuuDong.shown.panel.state.days.size") == 5


def test_playing_shows_every_day_once_and_then_the_week(desk: Chrome, tmp_path: Path) -> None:
    complaints(desk)
    show(desk, papers(), tmp_path)
    # A clock of the test's own: playing takes no time.
    desk.execute_script(
        """window.ticks = [];
        window.setInterval = (tick) => window.ticks.push(tick);
        window.clearInterval = () => { window.ticks = []; };"""
    )
    assert first(desk, ".play").get_attribute("aria-label") == "Phát lần lượt từng ngày"
    first(desk, ".play").click()
    assert first(desk, ".play").get_attribute("aria-label") == "Dừng"
    seen = []
    for _ in range(6):
        seen.append(run(desk, "[...LuuDong.shown.panel.state.days]"))
        desk.execute_script("window.ticks.forEach((tick) => tick())")
    assert seen == [[0], [1], [2], [3], [4], [0, 1, 2, 3, 4]]
    assert first(desk, ".play").get_attribute("aria-label") == "Phát lần lượt từng ngày"
    # Whoever picks a day by hand has seen enough.
    first(desk, ".play").click()
    press(desk, ".chip", "T4")
    assert first(desk, ".play").get_attribute("aria-label") == "Phát lần lượt từng ngày"
    assert run(desk, "window.ticks.length") == 0
    assert complaints(desk) == []


def test_playing_moves_on_by_itself_until_it_is_paused(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    first(desk, ".play").click()
    assert days_shown(desk) == [0]
    WebDriverWait(desk, 20).until(lambda one: run(one, "LuuDong.shown.panel.state.days.has(1)"))
    first(desk, ".play").click()
    assert run(desk, "LuuDong.shown.days.timer") is None


def test_a_service_leaves_only_the_visits_and_sites_that_have_it(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    assert not first(desk, ".filtered").is_displayed()
    services = run(desk, "LuuDong.plan.services")
    for number, service in enumerate(services):
        press(desk, ".pick", service)
        assert run(desk, "[...LuuDong.shown.panel.state.services]") == [number]
        having = run(
            desk,
            f"""LuuDong.plan.routes.flatMap(({{stops}}) => stops).filter((stop) =>
                [stop.cases, ...(stop.guests ?? []).map(({{cases}}) => cases)].flat()
                    .some(([one]) => one === {number})).length""",
        )
        every = len(all_of(desk, ".visit"))
        assert every - len(all_of(desk, ".visit.off")) == having
        marked = "LuuDong.shown.layers.seen.flatMap(({marks}) => marks).filter(({leader}) => leader).length"
        assert run(desk, marked) == having
        assert first(desk, ".filtered").text.startswith("Đang lọc theo thủ tục")
        press(desk, ".services .heading button", "Tất cả")
    assert not first(desk, ".filtered").is_displayed()
    assert not all_of(desk, ".visit.off")


def test_a_site_is_coloured_by_the_chosen_services_alone(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    # At the first site 12 people are left without an e-identity, and none without a card.
    states = """LuuDong.shown.layers.sites.map(({item}) =>
        LuuDong.filters.stateOf(item.site, LuuDong.shown.panel.state.services))[0]"""
    assert run(desk, states) == "part"
    press(desk, ".pick", "Cấp CCCD gắn chip")
    assert run(desk, states) == "full"


def test_a_reason_leaves_only_the_sites_left_for_it(desk: Chrome, tmp_path: Path) -> None:
    plan, _, _ = papers()
    show(desk, papers(), tmp_path)
    press(desk, ".to-sites", "57")
    assert first(desk, "#view-sites").is_displayed()
    rows = {one.text.splitlines()[0]: one.text.splitlines()[-1] for one in all_of(desk, ".reasons .state")}
    assert set(rows) == {
        "Không tổ nào làm được",
        "Chưa tìm được cách xếp",
        "Phải nhường việc có giá trị hơn",
        "Không thuộc diện lập kế hoạch",
    }
    assert sum(map(int, rows.values())) == sum(one.cases for one in plan.unserved)
    for reason in rows:
        if reason != "Không tổ nào làm được":
            press(desk, ".reasons .state", reason)
    listed = [one.text.splitlines()[0] for one in all_of(desk, ".found li")]
    assert listed == ["Xóm Bưa Sen"]
    # Where nobody goes, only such sites are still marked.
    press(desk, "[role=tab]", "Tổ")
    press(desk, ".teams .heading button", "Bỏ chọn")
    assert run(desk, SHOWN_SITES) == ["Xóm Bưa Sen"]
    assert first(desk, "#calendar .nobody").text == "Không tổ nào được chọn."
    press(desk, ".filtered button", "Bỏ lọc")
    assert len(shown_layers(desk)) == len(plan.routes)
    assert all(box.is_selected() for box in all_of(desk, ".teams input"))


def test_a_stop_that_is_filtered_away_comes_back_when_it_is_asked_for(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    home = run(desk, "LuuDong.plan.services.findIndex((name) => name.includes('tại nhà'))")
    press(desk, ".pick", run(desk, "LuuDong.plan.services")[home])
    desk.execute_script("document.querySelector('.visit.off').click()")
    assert run(desk, "LuuDong.shown.layers.popup.isOpen()")
    assert run(desk, "LuuDong.shown.panel.state.services.size") == len(run(desk, "LuuDong.plan.services"))
