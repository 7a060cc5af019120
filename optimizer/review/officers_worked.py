"""What officers have worked when a week is over: what they worked before it, and what it added.

The week is taken as planned, but for what teams reported: work on a date on which none was planned
is a date out, and a day trip of which nothing is reported, by a team that reported, did not take
place.  Posts are taken to have been staffed as the roster has it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from optimizer.domain.crews import Crewing, Worked
from optimizer.domain.plan import Plan, Route
from optimizer.domain.scenario import Scenario
from optimizer.review.absences import day_for_nothing
from optimizer.review.staffing import Staffing

TeamDay = tuple[str, date]
"""Id of a team, and a date."""


def officers_worked(
    scenario: Scenario, plan: Plan, reported: Collection[TeamDay], start: date
) -> Mapping[str, Worked]:
    """What every officer of a scenario has worked when a week begins at `start`.

    Parameters
    ----------
    scenario
        The scenario with the teams that the plan's crews make.
    reported
        Teams and dates of which work is reported, if only that nobody came.

    Returns
    -------
    By id of officer; nothing for a scenario that gives its teams.
    """
    crewing = scenario.crewing
    if crewing is None:
        return {}
    staffing = Staffing(scenario, crewing, _as_it_was(scenario, crewing, plan, reported))
    return {officer: _worked(staffing, officer, start) for officer in crewing.officers}


def _as_it_was(scenario: Scenario, crewing: Crewing, plan: Plan, reported: Collection[TeamDay]) -> Plan:
    """The plan with the routes that took place."""
    teams = {team for team, _ in reported}
    routes = [
        route
        for route in plan.routes
        if route.team not in teams or not _is_missing(scenario, route, reported)
    ]
    held = plan.model_copy(update={"routes": tuple(routes)})
    more = _unplanned(Staffing(scenario, crewing, held), reported)
    return held.model_copy(update={"routes": (*routes, *more)})


def _is_missing(scenario: Scenario, route: Route, reported: Collection[TeamDay]) -> bool:
    """Whether this was to be a day trip with visits, of none of which anything is reported."""
    base = scenario.teams[route.team].base
    is_day_trip = route.start == route.end == base
    return is_day_trip and bool(route.visits) and (route.team, route.date) not in reported


def _unplanned(staffing: Staffing, reported: Collection[TeamDay]) -> Iterator[Route]:
    crews = {crew.team: crew for crew in staffing.plan.crews}
    for team, day in sorted(reported):
        crew = crews.get(team)
        if crew is not None and day not in staffing.out(crew):
            yield day_for_nothing(crew, day)


def _worked(staffing: Staffing, officer: str, start: date) -> Worked:
    before = staffing.crewing.worked_by(officer)
    out = {day for day in staffing.out(staffing.crew_of.get(officer)) if day < start}
    worked = {day for day in staffing.worked(officer) if day < start}
    return replace(
        before,
        days_away=before.days_away + len(out),
        evenings=before.evenings + sum(day < start for day in staffing.evenings(officer)),
        weekends=before.weekends + sum(staffing.is_weekend(day) for day in worked),
        in_a_row=_in_a_row(staffing, worked, before, start),
        rests_until=_rests_until(staffing, officer, start),
    )


def _in_a_row(staffing: Staffing, worked: Collection[date], before: Worked, start: date) -> int:
    """Dates worked without a break right before `start`, those before the week included if it had none."""
    first, number = staffing.scenario.horizon.start, 0
    while start - timedelta(days=number + 1) in worked:
        number += 1
    return number + before.in_a_row if start - timedelta(days=number) == first else number


def _rests_until(staffing: Staffing, officer: str, start: date) -> date | None:
    """The last date of a rest after nights away that goes on past `start`; None if there is none."""
    rest = staffing.crewing.rest.after_nights
    ends = [
        day + timedelta(days=rest)
        for day in staffing.back(staffing.crew_of.get(officer))
        if day < start <= day + timedelta(days=rest)
    ]
    return max(ends, default=None)
