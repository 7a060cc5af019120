"""``luudong plan``: from a scenario to a plan, its map and its workbook."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.cli.exits import Exit
from optimizer.cli.given import declare_scenario, travel_of
from optimizer.cli.grammar import Parser
from optimizer.cli.options import (
    add_iterations,
    add_json_option,
    add_path,
    add_seconds,
    add_seed,
    add_workers,
)
from optimizer.cli.speaker import Speaker, finding_document
from optimizer.language import say

if TYPE_CHECKING:
    from optimizer.domain.plan import Plan
    from optimizer.domain.scenario import Scenario
    from optimizer.engine.solve import Options
    from optimizer.travel.matrix import TravelMatrix

NAME = "plan"
DEFAULT_SECONDS = 60.0


def declare(parser: Parser) -> None:
    """Add the scenario, the plan to make anew, the limits of the search and the folder to write."""
    declare_scenario(parser)
    add_path(parser, "--from", "cli.plan.from", "plan", dest="earlier")
    parser.options.add_argument(
        "--freeze-until",
        metavar=say("cli.meta.date", parser.language),
        help=say("cli.plan.freeze_until", parser.language),
    )
    add_seconds(parser, "--seconds", "cli.plan.seconds", usual=DEFAULT_SECONDS)
    add_seed(parser, "cli.plan.seed")
    add_workers(parser, "cli.plan.workers")
    add_iterations(parser)
    add_seconds(parser, "--bound", "cli.plan.bound")
    add_path(parser, "--out", "cli.plan.out", "folder")
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Plan a scenario and write the folder of the plan, whole or not at all.

    Raises
    ------
    ScenarioError
        If the scenario cannot be planned.
    OutputError
        If the folder cannot be written; found out before the search, where that is possible.
    KeyboardInterrupt
        If it is stopped before the search begins, or a second time.
    """
    from optimizer.alternation import crewed_plan, search_with_crews
    from optimizer.cli.bound import prove
    from optimizer.cli.export import tell_older_exports
    from optimizer.cli.interrupt import stop_on_interrupt
    from optimizer.cli.plan_folder import default_folder, plan_folder
    from optimizer.cli.planned import Planned
    from optimizer.cli.progress import tell_of_compiling, watching
    from optimizer.cli.summary import plan_document, print_summary
    from optimizer.intake import read_scenario
    from optimizer.planning import with_bound

    read = read_scenario(
        arguments.scenario,
        earlier=arguments.earlier,
        freeze_until=arguments.freeze_until,
        extract=arguments.extract,
    )
    target = arguments.out or default_folder(arguments.scenario)
    options = _options(arguments)
    with plan_folder(target, source=arguments.scenario) as folder:
        tell_of_compiling(speaker)
        travel, warnings = travel_of(read, speaker)
        with stop_on_interrupt() as stop:
            if read.scenario.crewing is not None:
                speaker.remark(speaker.text("cli.plan.forming"))
            with watching(options, stop, speaker) as watch:
                crewed = search_with_crews(read.scenario, travel, options, progress=watch, stop=stop)
            scenario = crewed.scenario
            if stop.is_set():
                speaker.remark(speaker.text("cli.plan.stopped"))
            speaker.remark(speaker.text("cli.plan.reviewing"))
            plan = crewed_plan(crewed, travel, options)
            if arguments.bound is not None:
                proven = prove(
                    Planned(plan, scenario, travel),
                    seconds=arguments.bound,
                    workers=options.workers,
                    stop=stop,
                    speaker=speaker,
                )
                plan = with_bound(plan, proven)
            _write(plan, scenario, travel, folder)
    print_summary(plan, scenario, target, speaker)
    tell_older_exports(target, speaker)
    speaker.data(
        plan_document(plan, scenario, target)
        | {"warnings": [finding_document(one, speaker.language) for one in warnings]}
    )
    return Exit.FINE


def _options(arguments: argparse.Namespace) -> Options:
    """The limits asked for; with a count of iterations one worker, so that it repeats on any machine."""
    from optimizer.engine.solve import Options

    seconds = arguments.seconds
    if seconds is None and arguments.iterations is None:
        seconds = DEFAULT_SECONDS
    workers = arguments.workers or (cores() if arguments.iterations is None else 1)
    return Options(seed=arguments.seed, seconds=seconds, iterations=arguments.iterations, workers=workers)


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _write(plan: Plan, scenario: Scenario, travel: TravelMatrix, folder: Path) -> None:
    from optimizer.cli.plan_folder import MAP_FILE, WORKBOOK_FILE
    from optimizer.domain.forming import with_likely_teams
    from optimizer.intake import write_plan
    from optimizer.intake.plans import SCENARIO_FOLDER
    from optimizer.report.ground import make_ground, write_ground
    from optimizer.report.map import write_map
    from optimizer.report.walks_csv import write_walks
    from optimizer.report.workbook import write_workbook
    from optimizer.travel.source import keep_measured

    write_plan(plan, scenario, folder)
    # Other crews, of other vehicles, may be formed from the copy.
    keep_measured(with_likely_teams(scenario), folder / SCENARIO_FOLDER)
    ground = make_ground(plan, scenario, travel)
    if scenario.roads is not None:
        write_ground(ground, folder)
        write_walks(scenario, folder)
    write_map(plan, scenario, travel, folder / MAP_FILE, ground=ground)
    write_workbook(plan, scenario, travel, folder / WORKBOOK_FILE)
