"""``luudong map``: draw a plan again."""

from __future__ import annotations

import argparse

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option, add_path
from optimizer.cli.planned import declare_plan, open_drawable
from optimizer.cli.speaker import Speaker

NAME = "map"


def declare(parser: Parser) -> None:
    """Add the plan and the file to write."""
    declare_plan(parser)
    add_path(parser, "--out", "cli.map.out", "file")
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Draw a plan's map, beside the plan unless told otherwise.

    Raises
    ------
    PlanError
        If the plan cannot be read.
    OutputError
        If the map cannot be written.
    """
    from optimizer.cli.plan_folder import MAP_FILE
    from optimizer.report.ground import read_ground
    from optimizer.report.map import write_map
    from optimizer.review.check import check_plan

    planned = open_drawable(arguments.plan)
    folder = arguments.plan if arguments.plan.is_dir() else arguments.plan.parent
    path = arguments.out or folder / MAP_FILE
    breaches = check_plan(planned.scenario, planned.travel, planned.plan)
    if breaches:
        speaker.remark(speaker.counted("cli.map.broken", len(breaches)))
    ground = read_ground(folder, planned.scenario)
    write_map(planned.plan, planned.scenario, planned.travel, path, ground=ground)
    speaker.result(speaker.text("cli.summary.map", path=path))
    speaker.data({"map": str(path)})
    return Exit.FINE
