"""How unevenly work falls on officers: the n-th day away, evening or weekend weighs n times the first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from optimizer.crews.model import CrewModel
from optimizer.crews.staff import ends_late
from optimizer.domain.crews import Officer, Worked, is_weekend

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar, LinearExprT


def unfairness_points(crews: CrewModel) -> LinearExprT:
    """Points of all officers beyond those of earlier weeks, as an expression of the model."""
    return sum(point for one in crews.staff.crewing.officers.values() for point in _of_officer(crews, one))


def points(number: int) -> int:
    """What so many times weigh: 1 + 2 + …"""
    return number * (number + 1) // 2


def _of_officer(crews: CrewModel, one: Officer) -> Iterator[LinearExprT]:
    crewing, dates = crews.staff.crewing, crews.staff.dates
    before, weight = crewing.worked_by(one.id), crewing.fairness
    horizon = crews.staff.scenario.horizon
    out = [(day, kind, var) for day in dates for kind, var in _out(crews, one, day)]
    posted = [
        (day, post, crews.posted[one.id, post, day])
        for day in dates
        for post in crewing.posts
        if (one.id, post, day) in crews.posted
    ]
    away = [var for _, _, var in out]
    late = [var for _, kind, var in out if ends_late(crewing.kinds[kind])]
    late += [var for _, post, var in posted if ends_late(crewing.posts[post])]
    ends = [var for day, _, var in (*out, *posted) if is_weekend(horizon, day)]
    for tally, done, value in _tallies(before, weight.day_away, weight.evening, weight.weekend):
        counted = {"days_away": away, "evenings": late, "weekends": ends}[tally]
        if counted and value:
            yield value * _beyond(crews, counted, done)


def _out(crews: CrewModel, one: Officer, day: date) -> Iterator[tuple[str, IntVar]]:
    for kind in crews.staff.crewing.kinds:
        var = crews.out.get((one.id, kind, day))
        if var is not None:
            yield kind, var


def _tallies(before: Worked, away: int, evening: int, weekend: int) -> Iterator[tuple[str, int, int]]:
    yield "days_away", before.days_away, away
    yield "evenings", before.evenings, evening
    yield "weekends", before.weekends, weekend


def _beyond(crews: CrewModel, counted: list[IntVar], done: int) -> IntVar:
    """Points that some dates add to so many done before: the lines through neighbouring whole numbers."""
    most = min(len(counted), len(crews.staff.dates))
    added = crews.model.new_int_var(0, points(done + most) - points(done), "points")
    number = sum(counted)
    for step in range(most):
        start = points(done + step) - points(done)
        crews.model.add(added >= start + (done + step + 1) * (number - step))
    return added
