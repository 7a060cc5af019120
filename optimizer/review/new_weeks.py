"""Weeks of one team planned anew for one site: which teams to ask, and where they may sleep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np

from optimizer.domain.scenario import Service, Site, Team
from optimizer.review.change import Change, tried
from optimizer.review.fitness import lacks
from optimizer.review.obstacle import IdleTeams
from optimizer.review.passage import Trip
from optimizer.review.reach import Ints, way_there_and_home
from optimizer.review.standing import Standing
from optimizer.review.tour import Tour
from optimizer.review.wanted import Wanted, wanted_of

_NEAR_BEDS = 3
"""Places to sleep near a site that a new week may use, beside those that it needs."""

_FAR_MIN = 1_000_000
"""Farther than any place: only sorts teams without a road behind the others."""


class NewWeeks:
    """Plans weeks anew, one team and one site at a time."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.idle = IdleTeams(standing.scenario, standing.travel)

    def with_new_nights(
        self, host: Site, asked: Wanted, team: Team, trip: Trip | None = None
    ) -> Change | None:
        """The best week found for a team that is fit, with its nights chosen anew; None if none is found.

        Parameters
        ----------
        trip
            A trip of the team to the site; with one, a week is found unless the checker is against it,
            or promises of the team leave no time for it.
        """
        changed = Tour(
            standing=self.standing,
            team=team,
            beds=self._beds(host, team, trip),
            site=host,
            asked=asked,
            wanted=wanted_of(team, host, self.standing.wanted.at(host)),
        ).best()
        return tried(self.standing, asked.cell, changed) if changed else None

    def trips(self, site: Site, service: Service) -> Iterator[tuple[Team, Trip]]:
        """Fit teams that could serve one case in an otherwise empty week, the nearest first, and how."""
        for team in self.nearest(site, service):
            trip = self.idle.trip(team, site, service)
            if trip is not None:
                yield team, trip

    def nearest(self, site: Site, service: Service) -> list[Team]:
        """Fit teams, the one that sleeps nearest to the site first, as the plan stands."""
        scenario, travel = self.standing.scenario, self.standing.travel
        fit = [team for team in scenario.teams.values() if not lacks(team, site, service).count]
        there = travel.numbers[site.id]

        def distance_min(team: Team) -> tuple[bool, int]:
            layer = travel.layer(team.vehicle, scenario.horizon.start)
            beds = self._slept_at[team.id]
            reachable = layer.reachable[beds, there]
            return not reachable.any(), int(layer.minutes[beds, there][reachable].min(initial=_FAR_MIN))

        return sorted(fit, key=distance_min)

    @cached_property
    def _slept_at(self) -> Mapping[str, Ints]:
        """Base and beds of each team's routes, as numbers of the matrix."""
        numbers = self.standing.travel.numbers
        slept: dict[str, Ints] = {}
        for team in self.standing.scenario.teams.values():
            beds = {team.base, *(route.end for route in self.standing.by_team[team.id])}
            slept[team.id] = np.array(sorted(numbers[bed] for bed in beds if bed in numbers), dtype=np.int64)
        return slept

    def _beds(self, site: Site, team: Team, trip: Trip | None) -> tuple[str, ...]:
        """Places to sleep that a new week may use: those slept at, those on the way, those near the site."""
        scenario, travel, reach = self.standing.scenario, self.standing.travel, self.idle.reach(team)
        needed = way_there_and_home(scenario, travel, reach, trip.day_number, trip.ends) if trip else ()
        layer = travel.layer(team.vehicle, scenario.horizon.start)
        here = layer.minutes[travel.numbers[site.id], reach.places]
        open_roads = np.flatnonzero(layer.reachable[travel.numbers[site.id], reach.places])
        near = open_roads[np.argsort(here[open_roads], kind="stable")][:_NEAR_BEDS]
        positions = sorted({*needed, *(int(one) for one in near)})
        beds = (travel.place_ids[int(number)] for number in reach.places[positions])
        slept = (route.end for route in self.standing.by_team[team.id])
        return tuple(dict.fromkeys((team.base, *beds, *slept)))
