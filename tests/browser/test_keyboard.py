"""The review page without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.keys import Keys

from tests.browser.pages import all_of, first, popup, run, show
from tests.report.campaign import papers
from tests.report.crowd import crowd

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"


def keys(browser: Chrome, *typed: str) -> str:
    """Type, and tell what has the focus then."""
    ActionChains(browser).send_keys(*typed).perform()
    return str(run(browser, FOCUSED))


def test_tab_leads_through_the_page_and_once_into_the_calendar(desk: Chrome, tmp_path: Path) -> None:
    show(desk, crowd(), tmp_path)
    assert keys(desk, Keys.TAB) == "Đến lịch của các tổ"
    places = []
    for _ in range(120):
        keys(desk, Keys.TAB)
        places.append(
            run(
                desk,
                """(document.activeElement.closest('#head, #panel, #days, #calendar') ?? {id: 'map'}).id""",
            )
        )
        if places[-1] == "calendar":
            break
    order = list(dict.fromkeys(places))
    assert order == ["head", "panel", "map", "days", "calendar"]
    assert len(all_of(desk, '#calendar [tabindex="0"]')) == 1


def test_arrows_lead_from_visit_to_visit_and_enter_opens(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    desk.execute_script("document.querySelector('#calendar [tabindex=\"0\"]').focus()")
    assert run(desk, FOCUSED).startswith("Tổ 1, Thứ Hai, ngày 24/04/2023, điểm 1: Xóm Ằng, 08:00–10:53")
    assert "điểm 2" in keys(desk, Keys.ARROW_RIGHT)
    assert "Thứ Ba" in keys(desk, Keys.ARROW_RIGHT)
    below = keys(desk, Keys.ARROW_DOWN)
    assert below.startswith("Tổ 2 – xóm xa, Thứ Ba")
    assert keys(desk, Keys.HOME) == "Tổ 2 – xóm xa"
    assert keys(desk, Keys.ARROW_UP) == "Tổ 1"
    last = keys(desk, Keys.END)
    assert last.startswith("Tổ 1, Thứ Ba")
    assert keys(desk, Keys.ARROW_RIGHT) == last
    assert run(desk, "LuuDong.light.dims(LuuDong.plan.routes.find(({team}) => team === 1))")
    assert keys(desk, Keys.ENTER) == last
    assert "Thứ Ba, ngày 25/04/2023" in popup(desk)
    # Esc closes the popup, and the focus is where it was.
    assert keys(desk, Keys.ESCAPE) == last
    assert not run(desk, "LuuDong.shown.layers.popup.isOpen()")
    assert len(all_of(desk, '#calendar [tabindex="0"]')) == 1


def test_the_focus_stays_in_the_calendar_when_it_is_drawn_anew(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    desk.execute_script("document.querySelector('#calendar .who button').focus()")
    keys(desk, Keys.ENTER)
    assert len(all_of(desk, ".line")) == 5
    assert run(desk, "document.getElementById('calendar').contains(document.activeElement)")


def test_tabs_sliders_and_the_edge_answer_to_arrows(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    desk.execute_script("document.querySelector('[role=tab]').focus()")
    assert keys(desk, Keys.ARROW_RIGHT) == "Điểm làm việc"
    assert first(desk, "#view-sites").is_displayed()
    assert keys(desk, Keys.ARROW_LEFT) == "Tổ"
    desk.execute_script("document.querySelector('.splitter').focus()")
    before = run(desk, "document.getElementById('below').offsetHeight")
    keys(desk, Keys.ARROW_UP)
    assert run(desk, "document.getElementById('below').offsetHeight") == pytest.approx(before + 24, abs=2)


def test_whatever_can_be_reached_has_a_name_and_shows_that_it_was_reached(
    desk: Chrome, tmp_path: Path
) -> None:
    show(desk, papers(), tmp_path)
    keys(desk, Keys.TAB)
    unnamed, unseen = [], []
    for _ in range(60):
        keys(desk, Keys.TAB)
        told = run(
            desk,
            """(() => {
              const one = document.activeElement;
              const style = getComputedStyle(one);
              const label = one.closest('label')?.textContent;
              const name = one.getAttribute('aria-label') || one.textContent.trim() || label;
              const seen = style.outlineStyle !== 'none';
              return [one.outerHTML.slice(0, 90), Boolean(name), seen, one === document.body];
            })()""",
        )
        if told[3]:
            break
        if not told[1]:
            unnamed.append(told[0])
        if not told[2]:
            unseen.append(told[0])
    assert unnamed == []
    assert unseen == []


def test_the_calendar_is_a_grid_for_who_does_not_see_it(desk: Chrome, tmp_path: Path) -> None:
    show(desk, papers(), tmp_path)
    assert first(desk, "#calendar").get_attribute("role") == "grid"
    rows = run(
        desk,
        """[...document.querySelectorAll('#calendar > [role=row]')].map((row) =>
            [...row.children].map((one) => one.getAttribute('role')))""",
    )
    assert rows == [["columnheader"] * 6] + [["rowheader"] + ["gridcell"] * 5] * 4
    heads = run(desk, "[...document.querySelectorAll('.head')].map((one) => one.getAttribute('aria-label'))")
    assert heads[0] == "Thứ Hai, ngày 24/04/2023"
