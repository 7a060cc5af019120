"""Warnings about sites that no team can get to, or get back from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.errors import Finding, Severity
from optimizer.domain.scenario import Scenario, Site
from optimizer.travel.matrix import TravelMatrix

NAMED_SITES = 8
"""Sites that one finding names; it counts them all."""

Places = NDArray[np.bool_]


def cut_off(scenario: Scenario, travel: TravelMatrix) -> tuple[Finding, ...]:
    """A warning for every group of sites that is out of reach in the same way.

    ``T101``: no team ever gets there from its base; ``T102``: not on some of the dates on which
    cases may be served there; ``T103``: there is never a way back to the base.  Only dates on
    which a team works count, and only sites with cases that can be planned.
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
    return tuple(found)


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
    named = ", ".join(f"{site.name} ({site.id})" for site in sites[:NAMED_SITES])
    listed = named if len(sites) <= NAMED_SITES else f"{named}, …"
    return Finding(code, Severity.WARNING, values={"count": len(sites), "sites": listed, **values})
