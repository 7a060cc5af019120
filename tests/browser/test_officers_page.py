"""What a person sees on the map of teams that are formed from officers."""

from __future__ import annotations

from pathlib import Path

from selenium.webdriver import Chrome

from optimizer.domain.plan import UnkeptWish
from tests.browser.pages import complaints, first, press, show
from tests.review.crewed import campaign, crewing, plan
from tests.review.week import straight


def test_the_page_of_officers_tells_who_stays_who_is_at_posts_and_what_was_wished(
    desk: Chrome, tmp_path: Path
):
    made = plan(unkept_wishes=(UnkeptWish(wish="apart", officers=("an", "binh")),))
    scenario = campaign(crewing(apart=(("an", "binh"),)), made)
    show(desk, (made, scenario, straight(scenario)), tmp_path)
    press(desk, "[role=tab]", "Cán bộ")
    page = first(desk, "#view-officers")
    assert "không có người lái xe, print (An, Bình nghỉ bù sau đợt đi qua đêm)" in page.text
    assert "Không tách tổ được: An, Bình" in page.text
    press(desk, ".posts summary", "Cổng")
    assert [line.split(maxsplit=2)[-1] for line in first(desk, ".posts table").text.splitlines()] == [
        "Chi",
        "Chi",
    ]
    # From there to the team, with its members and what it has.
    press(desk, ".absences .site", "Tổ 1")
    members = first(desk, ".members").text
    assert "An người lái xe, print" in members
    assert "ô tô · 2 bộ thu nhận · mang theo máy phát điện" in members
    assert complaints(desk) == []
