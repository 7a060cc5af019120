"""What a plan is worth: its figures and every term of its objective, in exact integers.

Money is counted in thousandths of a đồng (`_mdong`), so that sums do not depend on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from optimizer.domain.plan import Figures, Route, Terms
from optimizer.domain.scenario import Scenario
from optimizer.review import nights
from optimizer.review.catchment import Catchment
from optimizer.review.legs import route_legs, stops
from optimizer.review.served import served, served_by_cell
from optimizer.review.work import work_by_team_min
from optimizer.travel.matrix import Leg, TravelMatrix

__all__ = [
    "TermsMdong",
    "change_mdong",
    "figures",
    "objective_mdong",
    "route_terms_mdong",
    "served_by_cell",
    "terms_mdong",
    "unevenness_mdong",
]


class TermsMdong(NamedTuple):
    """The objective's terms in thousandths of a đồng, signed; their sum is the objective."""

    value: int = 0
    km: int = 0
    travel: int = 0
    fares: int = 0
    nights: int = 0
    shuttles: int = 0
    unevenness: int = 0
    change: int = 0


def figures(scenario: Scenario, travel: TravelMatrix, routes: Iterable[Route]) -> Figures:
    """Figures of routes; `bound` and `gap` are left open.

    `coverage` is the share of what is outstanding whatever is planned, cell by cell: follow-ups that
    the routes themselves make cannot stand in for it.  With nothing outstanding it is 1.

    Raises
    ------
    KeyError
        If a route names a team, date, site or service that the scenario does not know.
    ValueError
        If a route has a leg where there is no road, or to a place that is unknown.
    """
    routes = tuple(routes)
    terms = terms_mdong(scenario, travel, routes)
    legs = [leg for route in routes for leg in _legs(scenario, travel, route)]
    by_cell = served_by_cell(routes)
    covered = sum(
        min(cases, scenario.outstanding(scenario.sites[site], service))
        for (site, service), cases in by_cell.items()
        if scenario.services[service].plannable
    )
    of = scenario.outstanding_cases
    return Figures(
        cases=sum(by_cell.values()),
        of=of,
        coverage=covered / of if of else 1.0,
        km=sum(leg.metres for leg in legs) / 1000,
        travel_minutes=sum(leg.minutes for leg in legs),
        nights=sum(_nights_by_team(scenario, routes).values()),
        objective=sum(terms) / 1000,
        terms=Terms(**{name: mdong / 1000 for name, mdong in terms._asdict().items()}),
    )


def objective_mdong(scenario: Scenario, travel: TravelMatrix, routes: Iterable[Route]) -> int:
    """The objective in thousandths of a đồng.

    Raises
    ------
    KeyError, ValueError
        As `figures`.
    """
    return sum(terms_mdong(scenario, travel, routes))


def terms_mdong(scenario: Scenario, travel: TravelMatrix, routes: Iterable[Route]) -> TermsMdong:
    """The objective's terms over all routes of a plan, in thousandths of a đồng.

    Raises
    ------
    KeyError, ValueError
        As `figures`.
    """
    routes = tuple(routes)
    per_route = [route_terms_mdong(scenario, travel, route) for route in routes]
    sums = [sum(column) for column in zip(*per_route, strict=True)] or [0] * len(TermsMdong._fields)
    return TermsMdong(*sums)._replace(
        nights=-sum(
            number * scenario.teams[team_id].officers * scenario.objective.night_dong * 1000
            for team_id, number in _nights_by_team(scenario, routes).items()
        ),
        unevenness=unevenness_mdong(
            scenario.objective.unevenness_dong, work_by_team_min(scenario, travel, routes).values()
        ),
        change=change_mdong(scenario, routes),
    )


def route_terms_mdong(scenario: Scenario, travel: TravelMatrix, route: Route) -> TermsMdong:
    """One route's part of the terms, in thousandths of a đồng.

    Nights are a week's matter, unevenness and change a whole plan's: they are left 0.

    Raises
    ------
    KeyError, ValueError
        As `figures`.
    """
    team = scenario.teams[route.team]
    legs = _legs(scenario, travel, route)
    catchment = Catchment(scenario)
    value = shuttles = 0
    for one in served((route,)):
        value += one.cases * scenario.case_mdong(scenario.sites[one.home], scenario.services[one.service])
        shuttle = catchment.shuttle(one.home, one.host)
        shuttles += 0 if shuttle is None else one.cases * shuttle.dong_per_case * 1000
    minutes = sum(leg.minutes for leg in legs)
    return TermsMdong(
        value=value,
        km=-sum(leg.charged_metres for leg in legs) * scenario.vehicles[team.vehicle].dong_per_km,
        travel=-minutes * team.officers * scenario.objective.officer_minute_dong * 1000,
        fares=-sum(leg.fare_dong for leg in legs) * team.officers * 1000,
        shuttles=-shuttles,
    )


def unevenness_mdong(dong_per_minute: int, work_min: Iterable[int]) -> int:
    """What is charged for teams that work more or less than the mean of all, in thousandths of a đồng.

    Parameters
    ----------
    work_min
        Minutes of every team, those with no work included.

    Returns
    -------
    Minus `dong_per_minute` times the sum of the differences, rounded once, halves up before the sign.
    """
    work = tuple(work_min)
    if not work:
        return 0
    # The mean may be a fraction: differences are summed as multiples of 1 / number of teams.
    total, teams = sum(work), len(work)
    differences = sum(abs(teams * one - total) for one in work)
    return -((2 * 1000 * dong_per_minute * differences + teams) // (2 * teams))


def change_mdong(scenario: Scenario, routes: Iterable[Route]) -> int:
    """What is charged for visits that are in only one of two plans, in thousandths of a đồng.

    These are the plan of `routes` and the scenario's earlier one; without that nothing is charged.
    A visit is its team, date and site: at other times, or for other cases, it is the same.
    """
    if scenario.earlier is None:
        return 0
    visits = {(route.team, route.date, visit.site) for route in routes for visit in route.visits}
    return -len(visits ^ scenario.earlier.visits) * scenario.objective.change_dong * 1000


def _nights_by_team(scenario: Scenario, routes: Iterable[Route]) -> Mapping[str, int]:
    by_team: dict[str, list[Route]] = {}
    for route in routes:
        by_team.setdefault(route.team, []).append(route)
    return {
        team_id: nights.nights_away(scenario.horizon, scenario.teams[team_id], of_team)
        for team_id, of_team in by_team.items()
    }


def _legs(scenario: Scenario, travel: TravelMatrix, route: Route) -> list[Leg]:
    legs = []
    for leg in route_legs(travel, scenario.teams[route.team], route):
        if leg is None:
            message = f"no road between {' → '.join(stops(route))} on {route.date}"
            raise ValueError(message)
        legs.append(leg)
    return legs
