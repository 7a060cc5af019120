"""What plans made by hand amount to, to measure the search against; `by_hand` says how they are made.

Usage: ``python benchmarks/baseline.py SCENARIO ... [--plans FOLDER]``; with `FOLDER`, the figures
of the plans in ``FOLDER/<name of the scenario's folder>`` stand beside.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from by_hand import plan_by_hand

from optimizer.crews.first import estimated_crews
from optimizer.crews.solving import Effort
from optimizer.domain.forming import formed, with_likely_teams
from optimizer.domain.plan import Route
from optimizer.domain.scenario import Scenario
from optimizer.intake import fingerprint, read_plan, read_scenario
from optimizer.review.figures import figures
from optimizer.travel.build import build_matrix
from optimizer.travel.matrix import TravelMatrix


def shown(name: str, scenario: Scenario, travel: TravelMatrix, routes: Sequence[Route]) -> str:
    """One line of the table.

    Follow-ups are those whose first step the routes serve as well; guests come by themselves or are driven.
    """
    found = figures(scenario, travel, routes)
    follow_ups = found.cases - round(found.coverage * found.of)
    driven = {(shuttle.origin, shuttle.destination) for shuttle in scenario.shuttles}
    guests = {False: 0, True: 0}
    for route in routes:
        for visit in route.visits:
            for home, cases in visit.guests.items():
                guests[(home, visit.site) in driven] += sum(cases.values())
    return (
        f"{name:<12} {found.cases:>6} of {found.of:>6} {found.coverage:>6.1%} {found.km:>8.1f} km"
        f" {found.nights:>3} nights {found.objective / 1e6:>8.2f} million đ"
        f" {follow_ups:>5} follow-ups {guests[False]:>5} came {guests[True]:>5} driven"
    )


def with_teams(scenario: Scenario) -> tuple[Scenario, TravelMatrix]:
    """The scenario with its teams, those that the estimate forms where it has officers, and its travel."""
    travel = build_matrix(with_likely_teams(scenario))
    if scenario.crewing is None:
        return scenario, travel
    made = estimated_crews(scenario, travel, Effort(seconds=6.0, is_repeatable=True))
    return formed(scenario, made.crews), travel


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what a plan by hand amounts to, scenario by scenario."""
    parser = argparse.ArgumentParser(description="Plan scenarios as a careful person does by hand.")
    parser.add_argument("scenarios", nargs="+", type=Path, help="scenario folders")
    parser.add_argument("--plans", type=Path, help="folder with a plan's folder for each scenario")
    options = parser.parse_args(arguments)
    for folder in options.scenarios:
        if not (folder / "scenario.yaml").exists():
            continue  # scenarios/* holds more than scenarios
        scenario, travel = with_teams(read_scenario(folder).scenario)
        print(shown(folder.name, scenario, travel, plan_by_hand(scenario, travel)))
        planned = options.plans / folder.name if options.plans else None
        if planned is not None and (planned / "plan.json").exists():
            read = read_plan(planned)
            if read.plan.scenario.sha256 == fingerprint(scenario):
                print(shown("  planned", read.scenario, travel, read.plan.routes))
            else:
                print("  planned: from another version of this scenario")


if __name__ == "__main__":
    main()
