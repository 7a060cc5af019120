"""Where a plan says that stations stood idle while cases waited for a skill or a thing that those teams lack.

What pools really took (`calibrate`) is silent about a pool that nobody came to: this is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from optimizer.crews.estimate import Estimator
from optimizer.crews.pools import Pool
from optimizer.domain.forming import crewing_of, kinds_by_team
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.domain.teams import Team

MOST_WANTED = 2.0
"""How many times the minutes that it takes a pool is paid for at most."""


def wanted_of(
    estimator: Estimator, scenario: Scenario, routes: Iterable[Route]
) -> Mapping[tuple[object, ...], float]:
    """How many times as many minutes of teams a pool should get that waits for want of a skill or thing.

    It counts the more, the more of the pool is left and the more of the time of other teams is idle; up
    to twice as much where nothing of it is served and those teams never leave.  1 is left out.

    Parameters
    ----------
    scenario
        With the teams of the crews.
    """
    routes = tuple(routes)
    pools = estimator.estimate().pools
    idle = idle_shares(scenario, routes)
    left = _left_shares(scenario, pools, routes)
    found = {}
    for pool, share in zip(pools, left, strict=True):
        lacking = [idle[team] for team in idle if not _is_able(scenario.teams[team], pool)]
        if share > 0 and lacking:
            found[pool.key] = 1 + (MOST_WANTED - 1) * share * max(lacking)
    return found


def idle_shares(scenario: Scenario, routes: Iterable[Route]) -> Mapping[str, float]:
    """Of the station-minutes of each crew on its dates, the share in which no route is under way."""
    kinds = kinds_by_team(crewing_of(scenario))
    busy: dict[str, int] = {}
    for route in routes:
        busy[route.team] = busy.get(route.team, 0) + route.arrive - route.depart
    found = {}
    for team in scenario.teams.values():
        if team.id in kinds and team.dates:
            whole = len(team.dates) * (team.shift.end_min - team.shift.start_min)
            found[team.id] = max(0.0, 1 - busy.get(team.id, 0) / whole)
    return found


def _left_shares(scenario: Scenario, pools: Iterable[Pool], routes: Iterable[Route]) -> list[float]:
    """Of the cases of each pool, by minutes, the share that no route serves."""
    served: dict[tuple[str, str], int] = {}
    for route in routes:
        for visit in route.visits:
            for home, by_service in visit.served.items():
                for service, cases in by_service.items():
                    served[home, service] = served.get((home, service), 0) + cases
    return [
        max(0.0, 1 - _minutes(scenario, pool, served) / pool.station_min) if pool.station_min else 0.0
        for pool in pools
    ]


def _minutes(scenario: Scenario, pool: Pool, served: Mapping[tuple[str, str], int]) -> int:
    return sum(
        served.get((site, service), 0) * (scenario.services[service].minutes or 0)
        for site in pool.sites
        for service in pool.services
    )


def _is_able(team: Team, pool: Pool) -> bool:
    """Whether a team has the skills and things that a pool asks for."""
    return pool.requires <= team.skills and pool.lacks <= team.makes_up_for
