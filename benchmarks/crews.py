"""What it is worth to choose who goes with whom.

Arbitrary crews keep every rule, and have the dates and kits that suit them best; only who is in which
team is drawn by lot.  Their routes are searched for as long as crews and routes in turn are given
together.  The plan of every arm is held to every rule.

Usage: ``python benchmarks/crews.py SCENARIO ... [--seconds N | --iterations N] [--draws N]``
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import Random

from ortools.sat.python import cp_model

from optimizer.alternation import Crewed, crewed_plan, search_of_crews, search_with_crews
from optimizer.crews.estimate import Estimator
from optimizer.crews.form import Formed, form_crews, read_crews
from optimizer.crews.model import CrewModel
from optimizer.crews.promises import promised_of
from optimizer.crews.solving import Effort
from optimizer.crews.staff import Staff
from optimizer.domain.forming import with_likely_teams
from optimizer.domain.plan import Crew, Figures
from optimizer.domain.scenario import Scenario
from optimizer.engine.solve import Options
from optimizer.intake import read_scenario
from optimizer.planning import BrokenRulesError
from optimizer.review.check import check_plan
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix

EFFORT = Effort(seconds=6.0, is_repeatable=True)


def arbitrary_members(scenario: Scenario, seed: int) -> tuple[Crew, ...]:
    """Crews that keep every rule, their members drawn by lot."""
    crews = CrewModel(Staff(scenario))
    lots = Random(seed)  # noqa: S311 - no secret
    crews.model.maximize(sum(lots.randrange(1000) * member for member in crews.member.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = 2.0
    solver.parameters.catch_sigint_signal = False
    solver.solve(crews.model)
    return read_crews(crews, solver)


def with_best_dates(scenario: Scenario, travel: TravelMatrix, crews: Sequence[Crew]) -> Formed:
    """The same members with the dates and kits that are worth most by the estimate."""
    estimate = Estimator(scenario, travel).estimate()
    made = form_crews(
        Staff(scenario), estimate, EFFORT, known=crews, promised=promised_of(scenario), most_moved=0
    )
    assert made is not None
    return made


def planned_with_lots(scenario: Scenario, travel: TravelMatrix, seed: int, options: Options) -> Figures:
    """The figures of a plan with arbitrary crews, which keeps every rule."""
    made = with_best_dates(scenario, travel, arbitrary_members(scenario, seed))
    return _figures(search_of_crews(scenario, travel, made, options), travel, options)


def planned_in_turn(scenario: Scenario, travel: TravelMatrix, options: Options) -> Figures:
    """The figures of a plan with crews and routes in turn, which keeps every rule."""
    return _figures(search_with_crews(scenario, travel, options), travel, options)


def _figures(crewed: Crewed, travel: TravelMatrix, options: Options) -> Figures:
    plan = crewed_plan(crewed, travel, options)
    if breaches := check_plan(crewed.scenario, travel, plan):
        raise BrokenRulesError(breaches)
    return plan.figures


def _row(name: str, figures: Figures) -> str:
    return (
        f"| {name} | {figures.cases:,} ({figures.coverage:.1%}) | {figures.km:,.0f} | {figures.nights} "
        f"| {figures.objective / 1e6:,.1f} |"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table for each scenario."""
    parser = argparse.ArgumentParser(description="Compare crews that are chosen with crews drawn by lot.")
    parser.add_argument("scenarios", nargs="+", type=Path)
    limit = parser.add_mutually_exclusive_group()
    limit.add_argument("--seconds", type=float, default=15.0)
    limit.add_argument("--iterations", type=int)
    parser.add_argument("--draws", type=int, default=3)
    options = parser.parse_args(arguments)
    seconds = None if options.iterations else options.seconds
    limits = Options(seed=1, seconds=seconds, iterations=options.iterations)
    for folder in options.scenarios:
        scenario = read_scenario(folder).scenario
        travel = build_matrix(with_likely_teams(scenario))
        print(f"\n| {folder.name} | cases | km | nights | worth (million đ) |\n|---|--:|--:|--:|--:|")
        for seed in range(1, options.draws + 1):
            drawn = planned_with_lots(scenario, travel, seed, limits)
            print(_row(f"drawn by lot {seed}", drawn), flush=True)
        chosen = planned_in_turn(scenario, travel, limits)
        print(_row("**chosen**", chosen), flush=True)


if __name__ == "__main__":
    main()
