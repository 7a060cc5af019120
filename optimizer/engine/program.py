"""A linear program that grows by rows and columns, and is solved anew each time (GLOP)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Entry = tuple[int, float]
"""A row and a coefficient there."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """Where a program is best.

    Parameters
    ----------
    value
        Σ worth · column.
    columns
        How much of each column.
    short
        What each column's worth is short of the rows it uses: 0 for those in use.
    rows
        What each row is worth.
    """

    value: float
    columns: Floats
    short: Floats
    rows: Floats


class Program:
    """Maximise Σ worth · column over columns of at least 0, each row between two bounds."""

    def __init__(self) -> None:
        from ortools.linear_solver import pywraplp

        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._optimal = pywraplp.Solver.OPTIMAL
        self._objective = self._solver.Objective()
        self._objective.SetMaximization()
        self._infinity = self._solver.infinity()
        self._rows: list[pywraplp.Constraint] = []
        self._columns: list[pywraplp.Variable] = []

    def row(self, lower: float, upper: float) -> int:
        """Add a row; returns its number."""
        self._rows.append(self._solver.Constraint(lower, upper))
        return len(self._rows) - 1

    def column(self, worth: float, entries: Sequence[Entry]) -> int:
        """Add a column; returns its number."""
        column = self._solver.NumVar(0.0, self._infinity, "")
        if worth:
            self._objective.SetCoefficient(column, worth)
        for row, coefficient in entries:
            self._rows[row].SetCoefficient(column, coefficient)
        self._columns.append(column)
        return len(self._columns) - 1

    def enter(self, row: int, column: int, coefficient: float) -> None:
        """Set one coefficient."""
        self._rows[row].SetCoefficient(self._columns[column], coefficient)

    def revalue(self, columns: Sequence[int], worths: Sequence[float]) -> None:
        """Set the worth of columns."""
        for column, worth in zip(columns, worths, strict=True):
            self._objective.SetCoefficient(self._columns[column], worth)

    def solve(self) -> Optimum | None:
        """The optimum; None if it was not found."""
        if self._solver.Solve() != self._optimal:
            return None
        return Optimum(
            self._objective.Value(),
            np.array([column.solution_value() for column in self._columns]),
            np.maximum(0.0, [-column.reduced_cost() for column in self._columns]),
            np.array([row.dual_value() for row in self._rows]),
        )
