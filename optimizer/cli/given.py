"""A scenario given on the command line: its argument, and what is told before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_path, add_path_input
from optimizer.cli.speaker import Speaker

if TYPE_CHECKING:
    from optimizer.domain.errors import Finding
    from optimizer.intake import ScenarioRead
    from optimizer.travel.matrix import TravelMatrix


def declare_scenario(parser: Parser) -> None:
    """Add the scenario as a command's first argument."""
    add_path_input(parser, "scenario", "cli.help.scenario", "scenario")
    declare_extract(parser)


def declare_extract(parser: Parser) -> None:
    """Let an OpenStreetMap extract be handed that lies elsewhere."""
    add_path(parser, "--extract", "cli.help.extract", "file")


def travel_of(read: ScenarioRead, speaker: Speaker) -> tuple[TravelMatrix, tuple[Finding, ...]]:
    """The travel between a scenario's places, and every warning about both, which are told.

    Raises
    ------
    ScenarioError
        If roads cannot be measured, or some place has none.
    """
    from optimizer.domain.forming import with_likely_teams
    from optimizer.travel.build import build_matrix
    from optimizer.travel.reached import travel_findings

    _tell_of_long_reading(read, speaker)
    scenario = with_likely_teams(read.scenario)
    travel = build_matrix(scenario)
    warnings = (*read.warnings, *travel_findings(scenario, travel))
    speaker.findings(warnings)
    return travel, warnings


def _tell_of_long_reading(read: ScenarioRead, speaker: Speaker) -> None:
    """Say that an extract is read, which takes long the first time."""
    scenario = read.scenario
    if scenario.roads is None:
        return
    from optimizer.travel.roads.source import ExtractRoads

    if not ExtractRoads(scenario, scenario.roads).is_kept():
        speaker.remark(speaker.text("cli.roads.reading", file=scenario.roads.file))
