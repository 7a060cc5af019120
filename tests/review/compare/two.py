"""Two plans of one campaign by hand: three sites, two teams, three days; everything that may change does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from optimizer.domain.plan import MadeBy, Plan, Reason, Route, ScenarioStamp, Unserved
from optimizer.domain.scenario import Scenario
from optimizer.review.compare.plans import Side
from optimizer.review.figures import figures
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix
from tests import build
from tests.report.campaign import Stop, day_route

DAYS = 3
HOME = ("home", "home")


def campaign() -> Scenario:
    """Ten cases each at «gan» (5 km), «giua» (10 km), «xa» (20 km) and «tot» (30 km)."""
    sites = [
        build.site(site_id, km_north=km)
        for site_id, km in (("gan", 5), ("giua", 10), ("xa", 20), ("tot", 30))
    ]
    teams = {one: build.team(one, days=DAYS) for one in ("to-1", "to-2")}
    return build.scenario(*sites, days=DAYS, teams=teams)


def plan(
    scenario: Scenario, travel: TravelMatrix, made: Sequence[Route], left: Sequence[Unserved] = ()
) -> Plan:
    """The plan of some routes."""
    return Plan(
        scenario=ScenarioStamp(name=scenario.name, sha256="5e" * 32),
        made_by=MadeBy(version="0.1.0", seed=1, seconds=1.0, iterations=1),
        routes=tuple(made),
        unserved=tuple(left),
        figures=figures(scenario, travel, made),
    )


def before() -> Side:
    """«to-1» serves «gan» and «giua» on Monday, «to-2» «xa» on Tuesday: 10 + 10 + 4 cases."""
    scenario = campaign()
    travel = build_matrix(scenario)
    made = (
        day_route(
            scenario, travel, ("to-1", 0), HOME, Stop("gan", 480, {"cccd": 10}), Stop("giua", 0, {"cccd": 10})
        ),
        day_route(scenario, travel, ("to-2", 1), HOME, Stop("xa", 480, {"cccd": 4})),
    )
    left = (
        Unserved(site="xa", service="cccd", cases=6, reason=Reason.NOT_FOUND, detail="Còn giờ."),
        Unserved(site="tot", service="cccd", cases=10, reason=Reason.CROWDED_OUT, detail="Xa quá."),
    )
    return Side(plan(scenario, travel, made, left), scenario)


def after() -> Side:
    """«gan» begins an hour later, «giua» moves to «to-2» on Tuesday, «xa» falls away, «tot» comes new."""
    scenario = campaign()
    travel = build_matrix(scenario)
    made = (
        day_route(scenario, travel, ("to-1", 0), HOME, Stop("gan", 540, {"cccd": 10})),
        day_route(scenario, travel, ("to-1", 2), HOME, Stop("tot", 0, {"cccd": 7})),
        day_route(scenario, travel, ("to-2", 1), HOME, Stop("giua", 480, {"cccd": 10})),
    )
    left = (
        Unserved(site="xa", service="cccd", cases=10, reason=Reason.CROWDED_OUT, detail="Nhường «tot»."),
        Unserved(site="tot", service="cccd", cases=3, reason=Reason.NOT_FOUND, detail="Còn giờ."),
    )
    return Side(plan(scenario, travel, made, left), scenario)


def with_routes(side: Side, made: Sequence[Route]) -> Side:
    """The same side with other routes."""
    again = plan(side.scenario, build_matrix(side.scenario), made, side.plan.unserved)
    return Side(again, side.scenario)


def with_team(side: Side, team_id: str) -> Side:
    """The same side with one team more, which has nothing to do."""
    teams = {**side.scenario.teams, team_id: build.team(team_id, days=DAYS)}
    return side._replace(scenario=replace(side.scenario, teams=teams))
