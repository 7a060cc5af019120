"""How unevenly work falls on officers: the n-th day away, evening or weekend weighs n times the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from optimizer.crews.model import CrewModel
from optimizer.crews.staff import ends_late
from optimizer.domain.crews import Officer, is_weekend

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, CpSolver, IntVar, LinearExprT


class Unfairness:
    """Points of all officers beyond those of earlier weeks, as an expression of the model."""

    def __init__(self, crews: CrewModel) -> None:
        self._crews = crews
        self._added: list[tuple[IntVar, list[IntVar], int]] = []
        self.points: LinearExprT = sum(
            point for one in crews.staff.crewing.officers.values() for point in self._of_officer(one)
        )

    def hint(self, solver: CpSolver) -> None:
        """Say what the points of a known solution are, so that the search begins with it."""
        for added, counted, done in self._added:
            number = sum(solver.value(one) for one in counted)
            self._crews.model.add_hint(added, points(done + number) - points(done))

    def _of_officer(self, one: Officer) -> Iterator[LinearExprT]:
        crews = self._crews
        crewing, dates, horizon = crews.staff.crewing, crews.staff.dates, crews.staff.scenario.horizon
        before, weight = crewing.worked_by(one.id), crewing.fairness
        out = [(day, kind, var) for day in dates for kind, var in _out(crews, one, day)]
        posted = [
            (day, post, crews.posted[one.id, post, day])
            for day in dates
            for post in crewing.posts
            if (one.id, post, day) in crews.posted
        ]
        late = [var for _, kind, var in out if ends_late(crewing.kinds[kind])]
        late += [var for _, post, var in posted if ends_late(crewing.posts[post])]
        ends = [var for day, _, var in (*out, *posted) if is_weekend(horizon, day)]
        for value, done, counted in (
            (weight.day_away, before.days_away, [var for _, _, var in out]),
            (weight.evening, before.evenings, late),
            (weight.weekend, before.weekends, ends),
        ):
            if counted and value:
                yield value * self._beyond(counted, done)

    def _beyond(self, counted: list[IntVar], done: int) -> IntVar:
        most = min(len(counted), len(self._crews.staff.dates))
        added = points_beyond(self._crews.model, counted, done, most)
        self._added.append((added, counted, done))
        return added


def points_beyond(model: CpModel, counted: Sequence[IntVar], done: int, most: int) -> IntVar:
    """Points that dates add to so many before: above the lines through neighbouring whole numbers.

    Parameters
    ----------
    counted
        Whether each date counts.
    done
        How many counted before.
    most
        How many of them there can be.
    """
    added = model.new_int_var(0, points(done + most) - points(done), "points")
    number = sum(counted)
    for step in range(most):
        start = points(done + step) - points(done)
        model.add(added >= start + (done + step + 1) * (number - step))
    return added


def points(number: int) -> int:
    """What so many times weigh: 1 + 2 + …"""
    return number * (number + 1) // 2


def _out(crews: CrewModel, one: Officer, day: date) -> Iterator[tuple[str, IntVar]]:
    for kind in crews.staff.crewing.kinds:
        var = crews.out.get((one.id, kind, day))
        if var is not None:
            yield kind, var
