"""The checker counts people as a patient clerk would, who knows the contract and nothing of the checker.

The clerk gives every outstanding case a slip with the date from which it counts, and goes through
the plan date by date, case by case: every case served takes a slip and may leave one for a follow-up.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.plan import MadeBy, Plan, Reason, Route, ScenarioStamp, Unserved, Visit
from optimizer.domain.scenario import Scenario, Service, Site
from optimizer.review.check import check_demand, check_plan, check_route
from optimizer.review.figures import figures, unevenness_mdong
from tests.random_scenarios import scenarios
from tests.review.week import straight

Case = tuple[date, str, str, str]
"""One case served: when, whose, where and what for."""


@dataclass
class Clerk:
    """Goes through some routes case by case."""

    scenario: Scenario
    routes: Sequence[Route]
    slips: dict[tuple[str, str], list[date]] = field(default_factory=dict)
    owed: Counter[tuple[str, str]] = field(default_factory=Counter)
    first_lack: dict[tuple[str, str], date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for site in self.scenario.sites.values():
            for service in self.scenario.services.values():
                self.slips[site.id, service.id] = self.given(site, service)
        for case in sorted(self.cases(), key=lambda case: (case[0], self.rank(case[3]))):
            self.serve(*case)

    def given(self, site: Site, service: Service) -> list[date]:
        """Slips before any planning."""
        first = self.scenario.horizon.start
        slips = [first] * site.cases.get(service.id, 0)
        records = [one for one in self.scenario.work_done if one.site == site.id]
        came = []
        for one in sorted(records, key=lambda one: one.date):
            then = self.scenario.services[one.service].then
            if then is not None and then.service == service.id:
                came += [one.date + timedelta(days=then.after_days)] * one.cases
        gone = sum(one.cases for one in records if one.service == service.id)
        return slips + [max(first, day) for day in came[gone:] if day <= self.scenario.horizon.end]

    def cases(self) -> Iterator[Case]:
        for route in self.routes:
            for visit in route.visits:
                for home, by_service in [(visit.site, visit.cases), *visit.guests.items()]:
                    for service, number in by_service.items():
                        yield from [(route.date, home, visit.site, service)] * number

    def rank(self, service: str) -> int:
        """First steps before what follows them, as on one date they all count."""
        before = [
            one.id for one in self.scenario.services.values() if one.then and one.then.service == service
        ]
        return 1 + max((self.rank(one) for one in before), default=0)

    def serve(self, day: date, home: str, _host: str, service: str) -> None:
        ready = [slip for slip in self.slips[home, service] if slip <= day]
        if ready:
            self.slips[home, service].remove(min(ready))
        else:
            self.owed[home, service] += 1
            self.first_lack.setdefault((home, service), day)
        then = self.scenario.services[service].then
        if then is not None:
            self.slips[home, then.service].append(day + timedelta(days=then.after_days))

    def left(self) -> dict[tuple[str, str], int]:
        """Slips that count by the end, less the cases for which there was none in time."""
        end = self.scenario.horizon.end
        counts = {
            cell: sum(slip <= end for slip in slips) - self.owed[cell] for cell, slips in self.slips.items()
        }
        return {cell: count for cell, count in counts.items() if count > 0}

    def way(self, home: str, host: str, service: str) -> str:
        """How a case comes: on a shuttle (named), by gathering, or not at all."""
        for shuttle in self.scenario.shuttles:
            if (shuttle.origin, shuttle.destination) == (home, host):
                return f"shuttle to {host}"
        gathering = self.scenario.gathering
        if gathering is None or (gathering.services and service not in gathering.services):
            return "none"
        near = chord_km(self.scenario.sites[home], self.scenario.sites[host]) <= gathering.radius_km
        return "gathering" if near else "none"

    def too_many_away(self) -> set[tuple[str, str, str]]:
        """Home site, service and way of those of whom more came than the turnout allows."""
        came: Counter[tuple[str, str, str]] = Counter()
        full = set()
        for _, home, host, service in self.cases():
            way = self.way(home, host, service) if home != host else "none"
            if way == "none":
                continue
            came[home, service, way] += 1
            if came[home, service, way] > self.most(home, host, service, way):
                full.add((home, service, way))
        return full

    def most(self, home: str, host: str, service: str, way: str) -> int:
        turnout = next(
            (one.turnout for one in self.scenario.shuttles if (one.origin, one.destination) == (home, host)),
            None,
        )
        if way == "gathering" and self.scenario.gathering is not None:
            turnout = self.scenario.gathering.turnout
        outstanding = len(self.given(self.scenario.sites[home], self.scenario.services[service]))
        return math.floor(Decimal(str(turnout)) * outstanding)


def chord_km(one: Site, other: Site) -> float:
    """The great circle by way of the straight line through the earth."""

    def point(site: Site) -> tuple[float, float, float]:
        lat, lon = math.radians(site.lat), math.radians(site.lon)
        return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

    return 2 * 6371.0088 * math.asin(min(1.0, math.dist(point(one), point(other)) / 2))


_NUMBERS = st.integers(0, 59)
_ENTRIES = st.lists(
    st.tuples(_NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS | st.none(), _NUMBERS, st.sampled_from([1, 2, 5, 11])),
    min_size=2,
    max_size=14,
)
"""Team, date, host, home (none for the host itself), service, by a number each; and cases."""


@st.composite
def campaigns(draw: st.DrawFn) -> tuple[Scenario, list[Route]]:
    """A campaign and some visits of it, many of them with guests; times and travel mean nothing."""
    made = draw(scenarios(people=True, weights=True, most_sites=5, most_days=4, legs=False))
    teams, dates, sites = list(made.teams), list(made.horizon.dates()), list(made.sites)
    services = [one.id for one in made.services.values() if one.plannable]
    served: dict[tuple[str, date], dict[str, dict[str, dict[str, int]]]] = {}
    for team, day, host_number, home_number, service, cases in draw(_ENTRIES):
        host = sites[host_number % len(sites)]
        home = host if home_number is None else sites[home_number % len(sites)]
        route = served.setdefault((teams[team % len(teams)], dates[day % len(dates)]), {})
        route.setdefault(host, {}).setdefault(home, {})[services[service % len(services)]] = cases
    return made, [_route(made, team, day, visits) for (team, day), visits in served.items()]


def _route(made: Scenario, team: str, day: date, visits: dict[str, dict[str, dict[str, int]]]) -> Route:
    return Route(
        team=team,
        date=day,
        start=made.teams[team].base,
        depart=0,
        end=made.teams[team].base,
        arrive=0,
        visits=tuple(
            Visit(site=host, arrive=0, start=0, finish=0, cases=homes.pop(host, {}), guests=homes)
            for host, homes in visits.items()
        ),
        km=0.0,
        travel_minutes=0,
    )


@settings(max_examples=120)
@given(campaigns())
def test_no_more_cases_than_slips_are_served_by_any_date(campaign: tuple[Scenario, list[Route]]):
    made, routes = campaign
    found = {
        (one.site, one.values["service"]): one.date
        for one in check_demand(made, routes)
        if one.key == "R6.too_many"
    }
    lacking = Clerk(made, routes).first_lack
    assert found == {(home, made.services[one].name): day for (home, one), day in lacking.items()}


@settings(max_examples=120)
@given(campaigns())
def test_people_come_from_where_they_may_and_no_more_than_do(campaign: tuple[Scenario, list[Route]]):
    made, routes = campaign
    clerk = Clerk(made, routes)
    caps = [one for one in check_demand(made, routes) if one.key in {"R6.turnout", "R6.shuttle_turnout"}]
    found = Counter((one.site, one.values["service"], one.values.get("host")) for one in caps)
    assert found == Counter(
        (home, made.services[service].name, made.sites[way[11:]].name if way != "gathering" else None)
        for home, service, way in clerk.too_many_away()
    )
    travel = straight(made)
    keys = {"R6.not_offered", "R6.not_gathered", "R6.too_far"}
    for route in routes:
        refused = Counter(one.site for one in check_route(made, travel, route) if one.key in keys)
        assert refused == Counter(
            visit.site
            for visit in route.visits
            for home, cases in visit.guests.items()
            for service in cases
            if clerk.way(home, visit.site, service) == "none"
        )


@settings(max_examples=120)
@given(campaigns())
def test_figures_and_what_is_left_are_as_the_clerk_has_them(campaign: tuple[Scenario, list[Route]]):
    made, routes = campaign
    clerk = Clerk(made, routes)
    travel = straight(made)
    stated = figures(made, travel, routes)
    cases = list(clerk.cases())
    assert stated.cases == len(cases)
    given_out = {
        (site.id, service.id): len(clerk.given(site, service))
        for site in made.sites.values()
        for service in made.services.values()
        if service.plannable
    }
    assert stated.of == sum(given_out.values())
    served = Counter((home, service) for _, home, _, service in cases)
    covered = sum((served & Counter(given_out)).values())
    assert stated.coverage == (covered / stated.of if stated.of else 1.0)
    shuttles = {(one.origin, one.destination): one.dong_per_case for one in made.shuttles}
    assert stated.terms.shuttles == -sum(shuttles.get((home, host), 0) for _, home, host, _ in cases)
    left = tuple(
        Unserved(
            site=home,
            service=service,
            cases=number,
            reason=Reason.CROWDED_OUT if made.services[service].plannable else Reason.NOT_PLANNABLE,
            detail="…",
        )
        for (home, service), number in clerk.left().items()
    )
    plan = Plan(
        scenario=ScenarioStamp(name="", sha256=""),
        made_by=MadeBy(version="", seed=0, seconds=0.0, iterations=0),
        routes=tuple(routes),
        unserved=left,
        figures=stated,
    )
    codes = {one.code for one in check_plan(made, travel, plan)}
    assert not codes & {"P1", "P2", "P3", "P4", "R9"}


@given(work=st.lists(st.integers(0, 3000), min_size=1, max_size=70), dong=st.integers(0, 10**6))
def test_unevenness_is_the_sum_of_exact_differences_rounded_to_the_nearest(work: list[int], dong: int):
    mean = Fraction(sum(work), len(work))
    charge = 1000 * dong * sum(abs(one - mean) for one in work)
    assert unevenness_mdong(dong, work) == -math.floor(charge + Fraction(1, 2))
