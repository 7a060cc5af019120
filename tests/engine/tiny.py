"""Tiny campaigns of every rule, small enough for their best plans to be found by trying everything.

Cases are long and dear, so that they do not all fit and travel to them pays; ordinary costs of travel.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from optimizer.domain.scenario import Scenario, Service
from tests.random_scenarios import scenarios

UNEVENNESS_DONG = 500
CHANGE_DONG = 50_000


def tiny(made: Scenario, *, cells: int = 3, cases: int = 3) -> Scenario:
    """The scenario with at most so many cells of so many cases each, and no limit of teams at a site."""
    left, sites = cells, {}
    for site in made.sites.values():
        planned = [name for name in site.cases if made.services[name].plannable][:left]
        left -= len(planned)
        fewer = {name: min(cases, site.cases[name]) for name in planned}
        sites[site.id] = replace(site, cases=fewer, max_teams=None)
    return replace(
        made,
        sites=sites,
        services={name: _dear(service) for name, service in made.services.items()},
        vehicles={
            name: replace(vehicle, dong_per_km=min(4000, vehicle.dong_per_km))
            for name, vehicle in made.vehicles.items()
        },
        links=tuple(
            replace(link, dong_per_officer=min(50_000, link.dong_per_officer)) for link in made.links
        ),
        objective=replace(made.objective, officer_minute_dong=500),
        work_done=tuple(replace(done, cases=min(2, done.cases)) for done in made.work_done[:2]),
        pins=tuple(
            replace(pin, cases={name: min(2, number) for name, number in pin.cases.items()})
            for pin in made.pins
        ),
    )


def _dear(service: Service) -> Service:
    value_dong = 10 * service.value_dong or 30_000
    return replace(service, value_dong=value_dong, minutes=service.minutes and 5 * service.minutes)


def alike(made: Scenario) -> Scenario:
    """The scenario with cases of half an hour, whatever the service: no puzzle of fitting them in."""
    services = {
        name: replace(service, minutes=service.minutes and 30) for name, service in made.services.items()
    }
    return replace(made, services=services)


def away(made: Scenario) -> Scenario:
    """The scenario with a cheap bed at every site, and teams that may stay."""
    return replace(
        made,
        sites={name: replace(site, lodging=True) for name, site in made.sites.items()},
        teams={name: replace(team, max_nights=1) for name, team in made.teams.items()},
        objective=replace(made.objective, night_dong=20_000),
    )


def _follow_ups(made: Scenario) -> Scenario:
    return replace(tiny(made), gathering=None, shuttles=())


def _guests(made: Scenario) -> Scenario:
    small = tiny(made)
    services = {name: replace(service, then=None) for name, service in small.services.items()}
    return replace(small, services=services, work_done=())


def _people(made: Scenario) -> Scenario:
    """Follow-ups and guests together; first steps are often worth less than it costs to bring people."""
    return tiny(made, cases=2)


def _uneven(made: Scenario) -> Scenario:
    small = tiny(made, cases=2)
    charged = made.objective.unevenness_dong or UNEVENNESS_DONG
    objective = replace(small.objective, unevenness_dong=charged, change_dong=0)
    return replace(small, objective=objective, earlier=None)


def _changed(made: Scenario) -> Scenario:
    small = tiny(made)
    charged = made.objective.change_dong or CHANGE_DONG
    return replace(small, objective=replace(small.objective, unevenness_dong=0, change_dong=charged))


def _crowded(made: Scenario) -> Scenario:
    small = tiny(made, cases=2)
    return replace(small, sites={name: replace(site, max_teams=1) for name, site in small.sites.items()})


def _everything(made: Scenario) -> Scenario:
    small = tiny(made, cases=2)
    return replace(
        small,
        sites={
            name: replace(site, max_teams=made.sites[name].max_teams) for name, site in small.sites.items()
        },
    )


def _campaigns(teams: int = 2, days: int = 2, **rules: bool) -> st.SearchStrategy[Scenario]:
    return scenarios(most_teams=teams, most_days=days, most_sites=3, **rules)


PLAIN = _campaigns().map(tiny)
ALIKE = PLAIN.map(alike)
AWAY = scenarios(most_teams=1, most_days=3, most_sites=2).map(tiny).map(alike).map(away)
FOLLOW_UPS = _campaigns(days=3, people=True).map(_follow_ups)
GUESTS = _campaigns(people=True).map(_guests)
PEOPLE = (_campaigns(people=True) | _campaigns(teams=1, days=3, people=True)).map(_people)
UNEVEN = _campaigns(weights=True).map(_uneven)
CHANGED = _campaigns(weights=True).map(_changed)
PROMISED = _campaigns(promises=True).map(tiny)
CROWDED = _campaigns().map(_crowded)
EVERYTHING = _campaigns(people=True, weights=True, promises=True).map(_everything)
