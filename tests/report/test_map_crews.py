"""What the map says of teams that are formed from officers."""

from __future__ import annotations

from optimizer.report.map_content import map_content
from tests.report.campaign import papers
from tests.review.crewed import CREWING, campaign, plan
from tests.review.week import straight


def test_the_map_names_the_members_of_a_team_and_says_who_keeps_it_at_home():
    made = plan()
    scenario = campaign(CREWING, made)
    (team,) = map_content(made, scenario, straight(scenario))["teams"]
    assert team["members"] == "An, Bình"
    # Monday, the fourth date; on Tuesday no team of this kind works.
    assert team["home"] == {"3": "không có người lái xe, print (An, Bình nghỉ bù sau đợt đi qua đêm)"}


def test_teams_that_are_given_have_neither():
    for team in map_content(*papers())["teams"]:
        assert not {"members", "home"} & set(team)
