"""How long crews take to form, and how good they are proved to be, against the number of officers.

Officers, their skills, leave, duties and history are drawn at random; demand is that of a scenario.

Usage: ``python benchmarks/crew_growth.py SCENARIO [--sizes 45:11 300:60] [--seconds N]``
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from optimizer.crews.estimate import Estimator
from optimizer.crews.form import form_crews
from optimizer.crews.solving import Effort
from optimizer.crews.staff import Staff
from optimizer.domain.calendar import Hours, Window
from optimizer.domain.crews import (
    STATIONS,
    Crewing,
    CrewKind,
    Duty,
    Officer,
    Post,
    Range,
    Rest,
    Worked,
)
from optimizer.domain.forming import with_likely_teams
from optimizer.domain.scenario import Scenario
from optimizer.intake import read_scenario
from optimizer.travel.build import build_matrix


def drawn(scenario: Scenario, officers: int, teams: int, seed: int) -> Scenario:
    """The scenario with so many officers of one kind of crew in place of its teams, and a post."""
    lots = Random(seed)  # noqa: S311 - no secret
    dates = tuple(scenario.horizon.dates())
    like = next(iter(with_likely_teams(scenario).teams.values()))
    size = officers * 4 // 5 // teams
    kind = CrewKind(
        id="to",
        name="Tổ",
        base=like.base,
        vehicle=like.vehicle,
        dates=frozenset(dates),
        teams=Range(teams, teams),
        officers=Range(max(2, size - 1), size + 1),
        stations=Range(1, 2),
        operator="print",
        roles={"drive": 1},
        leader=2,
        shift=like.shift,
        max_work_minutes=like.max_work_minutes,
        max_nights=like.max_nights,
    )
    people = {one.id: one for one in (_officer(lots, number, dates) for number in range(officers))}
    post = Post("post", "Post", Window(0, 1440), frozenset(dates), officers=max(1, officers // 20))
    crewing = Crewing(
        officers=people,
        kinds={"to": kind},
        duties={"watch": Duty("watch", "Watch", Hours("watch", {dates[2]: (Window(450, 690),)}))},
        posts={"post": post},
        kits={STATIONS: teams * 7 // 5},
        rest=Rest(days_in_a_row=6),
        history={one: Worked(lots.randint(0, 6), lots.randint(0, 5), lots.randint(0, 2)) for one in people},
    )
    return replace(scenario, teams={}, crewing=crewing, pins=())


def _officer(lots: Random, number: int, dates: Sequence[date]) -> Officer:
    shares = {"print": 0.6, "drive": 0.45, "thai": 0.2}
    return Officer(
        id=f"o{number}",
        name=f"o{number}",
        skills=frozenset(skill for skill, share in shares.items() if lots.random() < share),
        level=lots.choice([1, 1, 2, 3]),
        days_off=frozenset({lots.choice(dates)}) if lots.random() < 0.15 else frozenset(),
        duties=("watch",) if lots.random() < 0.1 else (),
        max_days=5 if lots.random() < 0.1 else None,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description="Form crews of more and more officers.")
    parser.add_argument("scenario", type=Path)
    parser.add_argument("--sizes", nargs="+", default=["45:11", "300:60"], help="OFFICERS:TEAMS")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    given = read_scenario(options.scenario).scenario
    print("| officers | teams | seconds | worth by the estimate (million đ) | below the bound | unfairness |")
    print("|--:|--:|--:|--:|--:|--:|")
    for size in options.sizes:
        officers, teams = map(int, size.split(":"))
        scenario = drawn(given, officers, teams, options.seed)
        estimate = Estimator(scenario, build_matrix(with_likely_teams(scenario))).estimate()
        made = form_crews(Staff(scenario), estimate, Effort(seed=options.seed, seconds=options.seconds))
        assert made is not None
        gap = (made.bound_dong - made.worth_dong) / made.bound_dong
        print(
            f"| {officers} | {teams} | {made.seconds:.1f} | {made.worth_dong / 1e6:,.1f} | {gap:.2%} "
            f"| {made.unfairness} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
