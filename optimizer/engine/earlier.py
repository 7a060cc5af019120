"""The plan that is made anew: which visits it had, and which of its days stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario

TeamDay = tuple[str, date]
"""Id of a team and a date."""


class EarlierVisits(NamedTuple):
    """Visits of the earlier plan by day route and site.

    Parameters
    ----------
    was_visited
        Shape (day routes, sites); a single entry if changes cost nothing.
    of_day
        How many there were, by day route, at sites that nobody can serve now included.
    beyond
        How many there were of teams and on dates that are no longer planned.
    """

    was_visited: NDArray[np.bool_]
    of_day: NDArray[np.int64]
    beyond: int
    change_mdong: float


def earlier_visits(scenario: Scenario, site_number: Mapping[str, int]) -> EarlierVisits:
    """The earlier plan's visits; sites that have a number below 0, or none, cannot be visited now."""
    days = scenario.horizon.days
    of_day = np.zeros(len(scenario.teams) * days, np.int64)
    change_mdong = scenario.objective.change_dong * 1000.0
    if scenario.earlier is None or change_mdong == 0.0:
        return EarlierVisits(np.zeros((1, 1), np.bool_), of_day, 0, 0.0)
    team = {name: t for t, name in enumerate(scenario.teams)}
    was_visited = np.zeros((len(of_day), 1 + max(site_number.values())), np.bool_)
    beyond = 0
    for team_id, day, site in scenario.earlier.visits:
        if team_id not in team or day not in scenario.horizon:
            beyond += 1
            continue
        r = team[team_id] * days + scenario.horizon.day_number(day)
        of_day[r] += 1
        if site_number.get(site, -1) >= 0:
            was_visited[r, site_number[site]] = True
    return EarlierVisits(was_visited, of_day, beyond, change_mdong)


def worth_of_no_visits(scenario: Scenario) -> int:
    """What a plan without any visit is worth, in mđ: all of the earlier plan is changed."""
    if scenario.earlier is None:
        return 0
    return -scenario.objective.change_dong * 1000 * len(scenario.earlier.visits)


def frozen_days(scenario: Scenario, frozen: tuple[Route, ...]) -> frozenset[TeamDay]:
    """Team and date of every day that stands: all up to the last frozen date but those released."""
    earlier = scenario.earlier
    if earlier is None or earlier.frozen_until is None:
        return frozenset()
    until = earlier.frozen_until
    standing = {(route.team, route.date) for route in frozen}
    released = {(route.team, route.date) for route in earlier.routes} - standing
    every = {(team, day) for team in scenario.teams for day in scenario.horizon.dates() if day <= until}
    return frozenset(every - released)
