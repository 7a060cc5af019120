"""Warnings about sites that no team can get to, or get back from, and about teams that cannot set out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.errors import Finding, Severity
from optimizer.domain.scenario import Scenario, Site, Team
from optimizer.travel.matrix import TravelMatrix

MOST_NAMED = 8
"""Sites or teams that one finding names; it counts them all."""

Places = NDArray[np.bool_]


def cut_off(scenario: Scenario, travel: TravelMatrix) -> tuple[Finding, ...]:
    """A warning for every group of sites that is out of reach in the same way.

    ``T101``: no team ever gets there from its base; ``T102``: not on some of the dates on which
    cases may be served there; ``T103``: there is never a way back to the base.  Only dates on
    which a team works count, and only sites with cases that can be planned.  ``T104``: teams that
    get from their base to none of the sites, on dates on which others do get to some.
    """
    there, back = _reached(scenario, travel)
    never: list[Site] = []
    sometimes: dict[tuple[date, date], list[Site]] = {}
    no_return: list[Site] = []
    for site in _worth_visiting(scenario):
        at = travel.numbers[site.id]
        dates = sorted(scenario.open_dates(site) & there.keys())
        shut = [day for day in dates if not there[day][at]]
        if dates and shut == dates:
            never.append(site)
            continue
        for run in _runs(shut):
            sometimes.setdefault(run, []).append(site)
        if back and not any(places[at] for places in back.values()):
            no_return.append(site)
    found = [_warning("T101", never)] if never else []
    found += [_warning("T102", sites, first=run[0], last=run[1]) for run, sites in sorted(sometimes.items())]
    found += [_warning("T103", no_return)] if no_return else []
    return (*found, *_kept_at_base(scenario, travel))


def _kept_at_base(scenario: Scenario, travel: TravelMatrix) -> Iterator[Finding]:
    """A warning for every group of teams that cannot set out on the same dates."""
    worth = tuple(_worth_visiting(scenario))

    @cache
    def sets_out(vehicle: str, base: str, day: date) -> bool:
        meant = [travel.numbers[site.id] for site in worth if not site.vehicles or vehicle in site.vehicles]
        return bool(travel.layer(vehicle, day).reachable[travel.numbers[base], meant].any())

    teams = scenario.teams.values()
    kept: dict[tuple[date, date], list[Team]] = {}
    for team in teams:
        shut = [
            day
            for day in scenario.horizon.dates()
            if day in team.dates
            and not sets_out(team.vehicle, team.base, day)
            and any(sets_out(one.vehicle, one.base, day) for one in teams if day in one.dates)
        ]
        for run in _runs(shut):
            kept.setdefault(run, []).append(team)
    for (first, last), stuck in sorted(kept.items(), key=lambda one: one[0]):
        values = {"count": len(stuck), "teams": _named(stuck), "first": first, "last": last}
        yield Finding("T104", Severity.WARNING, values=values)


def _reached(scenario: Scenario, travel: TravelMatrix) -> tuple[dict[date, Places], dict[date, Places]]:
    """The places to which, and from which, some team's base has a way, by date of work."""
    there: dict[date, Places] = {}
    back: dict[date, Places] = {}
    for day in scenario.horizon.dates():
        teams = {(team.vehicle, team.base) for team in scenario.teams.values() if day in team.dates}
        if teams:
            there[day] = np.zeros(len(travel.place_ids), dtype=np.bool_)
            back[day] = there[day].copy()
        for vehicle, base in teams:
            reachable = travel.layer(vehicle, day).reachable
            there[day] |= reachable[travel.numbers[base]]
            back[day] |= reachable[:, travel.numbers[base]]
    return there, back


def _worth_visiting(scenario: Scenario) -> Iterator[Site]:
    for site in scenario.sites.values():
        if any(scenario.services[service].plannable for service in site.cases):
            yield site


def _runs(dates: Iterable[date]) -> list[tuple[date, date]]:
    """First and last date of each run of consecutive dates."""
    runs: list[tuple[date, date]] = []
    for day in dates:
        if runs and day == runs[-1][1] + timedelta(days=1):
            runs[-1] = runs[-1][0], day
        else:
            runs.append((day, day))
    return runs


def _warning(code: str, sites: list[Site], **values: object) -> Finding:
    return Finding(code, Severity.WARNING, values={"count": len(sites), "sites": _named(sites), **values})


def _named(things: Sequence[Site | Team]) -> str:
    named = ", ".join(f"{one.name} ({one.id})" for one in things[:MOST_NAMED])
    return named if len(things) <= MOST_NAMED else f"{named}, …"
