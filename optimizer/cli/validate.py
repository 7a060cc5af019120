"""``luudong validate``: everything that is wrong with a scenario, at once."""

from __future__ import annotations

import argparse

from optimizer.cli.exits import Exit
from optimizer.cli.given import declare_scenario, travel_of
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option
from optimizer.cli.speaker import Speaker, finding_document

NAME = "validate"


def declare(parser: Parser) -> None:
    """Add the scenario."""
    declare_scenario(parser)
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Read a scenario and say what it holds.

    Raises
    ------
    ScenarioError
        With every finding, if the scenario cannot be planned.
    """
    from optimizer.domain.forming import with_likely_teams
    from optimizer.intake import read_scenario
    from optimizer.report.formats import counted_text, date_range_text

    read = read_scenario(arguments.scenario, extract=arguments.extract)
    scenario, language = with_likely_teams(read.scenario), speaker.language
    _, warnings = travel_of(read, speaker)
    speaker.result(
        speaker.text(
            "cli.validate.fine",
            name=scenario.name,
            sites=counted_text("sites", len(scenario.sites), language),
            cases=counted_text("cases", scenario.outstanding_cases, language),
            teams=counted_text("teams", len(scenario.teams), language),
            dates=date_range_text(scenario.horizon.start, scenario.horizon.end, language),
            warnings=counted_text("warnings", len(warnings), language),
        )
    )
    speaker.data(
        {
            "scenario": scenario.name,
            "sites": len(scenario.sites),
            "cases": scenario.outstanding_cases,
            "teams": len(scenario.teams),
            "start": scenario.horizon.start.isoformat(),
            "end": scenario.horizon.end.isoformat(),
            "findings": [finding_document(one, language) for one in warnings],
        }
    )
    return Exit.FINE
