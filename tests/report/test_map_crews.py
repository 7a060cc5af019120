"""What the map says of teams that are formed from officers."""

from __future__ import annotations

from optimizer.domain.plan import UnkeptWish
from optimizer.report.map_content import map_content
from tests.report.campaign import papers
from tests.review.crewed import CREWING, campaign, crewing, plan
from tests.review.week import straight


def test_a_team_tells_who_is_in_it_what_it_has_and_who_keeps_it_at_home():
    made = plan()
    scenario = campaign(CREWING, made)
    told = map_content(made, scenario, straight(scenario))
    assert told["officers"]["teams"] == {
        "0": {
            "members": [["An", "người lái xe, print"], ["Bình", "print"]],
            "has": "ô tô · 2 bộ thu nhận · mang theo máy phát điện",
        }
    }
    # Monday, the fourth date; on Tuesday no team of this kind works.
    why = "không có người lái xe, print (An, Bình nghỉ bù sau đợt đi qua đêm)"
    assert told["teams"][0]["home"] == {"3": why}
    assert told["officers"]["absences"] == [{"team": 0, "days": "T2 01/05", "reason": why}]


def test_posts_tell_who_is_there_on_each_date():
    made = plan()
    scenario = campaign(CREWING, made)
    (post,) = map_content(made, scenario, straight(scenario))["officers"]["posts"]
    assert post == {"name": "Cổng", "hours": "07:00–22:00", "days": {"0": "Chi", "3": "Chi"}}


def test_wishes_that_are_not_kept_are_told():
    made = plan(unkept_wishes=(UnkeptWish(wish="apart", officers=("an", "binh")),))
    scenario = campaign(crewing(apart=(("an", "binh"),)), made)
    assert map_content(made, scenario, straight(scenario))["officers"]["wishes"] == [
        "Không tách tổ được: An, Bình"
    ]


def test_teams_that_are_given_have_no_page_of_officers():
    told = map_content(*papers())
    assert "officers" not in told
    assert not any("home" in team for team in told["teams"])
