"""What a plan says of skills that are short while stations stand idle, and what follows from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from optimizer import alternation
from optimizer.alternation import search_with_crews
from optimizer.crews.estimate import Estimator
from optimizer.crews.wanting import idle_shares, wanted_of
from optimizer.domain.crews import Crewing, CrewKind, Officer, Range
from optimizer.domain.forming import formed, with_likely_teams
from optimizer.domain.plan import Crew, Route
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options
from optimizer.travel.build import build_matrix
from tests import build

DATES = frozenset({build.day(0), build.day(1)})
THAI = frozenset({"thai"})
OFF = frozenset({build.day(1)})


def campaign() -> Scenario:
    """Two mornings in Thái, 80 km north and 80 km south, and an afternoon in the north for anybody.

    The two who speak Thái are both off on the second date.  By the estimate one team has time for both
    mornings, which are in truth too far apart; so it has both speakers, and the other team two dates.
    """
    sites = (
        build.site("north", km_north=80.0, cases={"cccd": 8}, requires=THAI, hours="morning"),
        build.site("south", km_north=-80.0, cases={"cccd": 8}, requires=THAI, hours="morning"),
        build.site("after", km_north=80.0, cases={"cccd": 12}, hours="afternoon"),
    )
    officers = {
        "o1": Officer("o1", "o1", skills=THAI, days_off=OFF),
        "o2": Officer("o2", "o2", skills=THAI, days_off=OFF),
        "o3": Officer("o3", "o3"),
        "o4": Officer("o4", "o4"),
    }
    kind = CrewKind("to", "Tổ", "home", "car", DATES, teams=Range(2, 2), officers=Range(2, 2))
    hours = {
        "morning": build.hours("morning", (420, 720), days=1),
        "afternoon": build.hours("afternoon", (780, 1020), days=1),
    }
    made = build.scenario(*sites, days=2, hours=hours)
    return replace(made, teams={}, crewing=Crewing(officers, {"to": kind}))


def crew(team: str, *officers: str, skills: tuple[str, ...] = ()) -> Crew:
    dates = (build.day(0),) if "o1" in officers else tuple(sorted(DATES))
    return Crew(
        team=team, officers=officers, base="home", vehicle="car", stations=1, skills=skills, dates=dates
    )


def test_cases_wait_for_a_skill_while_the_team_without_it_is_idle():
    scenario = campaign()
    travel = build_matrix(with_likely_teams(scenario))
    teams = formed(scenario, [crew("to-1", "o1", "o2", skills=("thai",)), crew("to-2", "o3", "o4")])
    visit = {"site": "north", "arrive": 500, "start": 500, "finish": 596, "cases": {"cccd": 8}}
    route = Route.model_validate(
        {
            "team": "to-1",
            "date": build.day(0),
            "start": "home",
            "depart": 420,
            "end": "home",
            "arrive": 735,
            "visits": [visit],
            "km": 160.0,
            "travel_minutes": 160,
        }
    )
    # A shift has 630 minutes: to-1 is under way for 315 of them, to-2 for none.
    assert idle_shares(teams, [route]) == {"to-1": 0.5, "to-2": 1.0}
    wanted = {key[0]: value for key, value in wanted_of(Estimator(scenario, travel), teams, [route]).items()}
    # The south waits, all of it, for what to-2 lacks; the north is served; anybody could go to "after".
    assert wanted == {"south": 2.0}


@pytest.mark.parametrize(("heard", "skilled_teams"), [("minutes", 1), ("minutes and wants", 2)])
def test_officers_are_parted_where_the_plan_says_that_a_skill_is_short(
    heard: str, skilled_teams: int, monkeypatch: pytest.MonkeyPatch
):
    if heard == "minutes":
        monkeypatch.setattr(alternation, "wanted_of", lambda *_: {})
    scenario = campaign()
    travel = build_matrix(with_likely_teams(scenario))
    crewed = search_with_crews(scenario, travel, Options(seconds=None, iterations=400))
    assert crewed.formed is not None
    skilled = [team for team in crewed.formed.crews if "thai" in team.skills]
    assert len(skilled) == skilled_teams
