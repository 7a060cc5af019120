"""What a team could do, by trying everything with the checker: the judge of the reasons that the review gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise, product

from optimizer.domain.calendar import Window
from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Scenario, Service, Site, Team
from optimizer.review.check import check_route, check_team
from optimizer.review.figures import objective_mdong
from optimizer.review.nights import beds
from optimizer.travel.matrix import TravelMatrix

Work = Sequence[tuple[str, Mapping[str, int]]]


def could_serve_once(
    scenario: Scenario, travel: TravelMatrix, team: Team, site: Site, service: Service
) -> bool:
    """Whether some week of `team`, with nothing else in it, serves one case: every week is tried."""
    dates = list(scenario.horizon.dates())
    places = list(dict.fromkeys((team.base, *scenario.sleeping_places)))

    @cache
    def is_valid(day: date, start: str, end: str, *, serves: bool) -> bool:
        work = [(site.id, {service.id: 1})] if serves else []
        timed = timings(scenario, travel, team, day, (start, end), work)
        return any(check_route(scenario, travel, route) == () for route in timed)

    @cache
    def is_possible(number: int, place: str, nights: int, *, served: bool) -> bool:
        if nights > team.max_nights:
            return False
        if number == len(dates):
            return served and place == team.base
        for end, serves in product(places, (False, True)):
            if serves and served:
                continue
            stays = end == place and not serves
            if not stays and not is_valid(dates[number], place, end, serves=serves):
                continue
            away = 0 if end == team.base else nights + 1
            if is_possible(number + 1, end, away, served=served or serves):
                return True
        return False

    return is_possible(0, team.base, 0, served=False)


def best_straight_mdong(
    scenario: Scenario, travel: TravelMatrix, routes: Sequence[Route], site: Site, service: Service, left: int
) -> int | None:
    """The most that serving more cases changes the objective by, nothing given up and every bed kept.

    Returns
    -------
    None if no case more can be served so.
    """
    found = [
        change_mdong
        for team in scenario.teams.values()
        for change_mdong in _straight(scenario, travel, team, _of(team, routes), (site, service, left))
    ]
    return max(found, default=None)


def timings(
    scenario: Scenario, travel: TravelMatrix, team: Team, day: date, ends: tuple[str, str], work: Work
) -> Iterator[Route]:
    """The route that does `work`, for each choice of windows; as early as it can be in each."""
    stops = [ends[0], *(site for site, _ in work), ends[1]]
    legs = [travel.leg(team.vehicle, day, one, other) for one, other in pairwise(stops)]
    if None in legs:
        return
    minutes = [leg.minutes for leg in legs if leg]
    choices = [scenario.windows(scenario.sites[site], day) for site, _ in work]
    for windows in product(*choices):
        visits: list[Visit] = []
        now = team.shift.start_min
        for (site_id, cases), leg_min, window in zip(work, minutes[:-1], windows, strict=True):
            visits.append(_visit(scenario, team, site_id, cases, now + leg_min, window))
            now = visits[-1].finish
        yield Route(
            team=team.id,
            date=day,
            start=ends[0],
            depart=team.shift.start_min,
            end=ends[1],
            arrive=now + minutes[-1],
            visits=tuple(visits),
            km=sum(leg.metres for leg in legs if leg) / 1000,
            travel_minutes=sum(minutes),
        )


def _visit(
    scenario: Scenario, team: Team, site_id: str, cases: Mapping[str, int], arrive: int, window: Window
) -> Visit:
    station_min = sum(count * (scenario.services[one].minutes or 0) for one, count in cases.items())
    length_min = scenario.sites[site_id].setup_minutes + -(-station_min // team.stations)
    start = max(arrive, window.start_min)
    return Visit(site=site_id, arrive=arrive, start=start, finish=start + length_min, cases=dict(cases))


def _of(team: Team, routes: Sequence[Route]) -> list[Route]:
    return [route for route in routes if route.team == team.id]


def _straight(
    scenario: Scenario,
    travel: TravelMatrix,
    team: Team,
    routes: Sequence[Route],
    asked: tuple[Site, Service, int],
) -> Iterator[int]:
    site, service, left = asked
    by_day = {route.date: route for route in routes}
    before_mdong = objective_mdong(scenario, travel, routes)
    slept = beds(scenario.horizon, team, routes)
    at = team.base
    for day in scenario.horizon.dates():
        start, at = at, slept[day]
        route = by_day.get(day)
        work = [(visit.site, dict(visit.cases)) for visit in route.visits] if route else []
        others = [one for one in routes if one.date != day]
        for position in range(len(work) + 1):
            for is_longer in (False, True):
                if is_longer and (position == len(work) or work[position][0] != site.id):
                    continue
                for cases in range(left, 0, -1):
                    added = _added(work, position, site.id, {service.id: cases}, is_longer=is_longer)
                    valid = _first_valid(scenario, travel, team, (day, start, at), added, others)
                    if valid:
                        yield objective_mdong(scenario, travel, [*others, valid]) - before_mdong
                        break


def _added(
    work: Work, position: int, site: str, cases: Mapping[str, int], *, is_longer: bool
) -> list[tuple[str, Mapping[str, int]]]:
    if is_longer:
        merged = dict(Counter(work[position][1]) + Counter(cases))
        return [*work[:position], (site, merged), *work[position + 1 :]]
    return [*work[:position], (site, cases), *work[position:]]


def _first_valid(
    scenario: Scenario,
    travel: TravelMatrix,
    team: Team,
    where: tuple[date, str, str],
    work: Work,
    others: Sequence[Route],
) -> Route | None:
    day, start, end = where
    for route in timings(scenario, travel, team, day, (start, end), work):
        if check_team(scenario, travel, team, [*others, route]) == ():
            return route
    return None
