"""``luudong record``: take over what the teams report to have done."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.cli.exits import Exit
from optimizer.cli.given import declare_scenario
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option
from optimizer.cli.speaker import Speaker, finding_document
from optimizer.language import say

if TYPE_CHECKING:
    from optimizer.domain.scenario import Scenario
    from optimizer.intake.paths import ScenarioFiles

NAME = "record"


def declare(parser: Parser) -> None:
    """Add the scenario and the return sheets."""
    declare_scenario(parser)
    parser.inputs.add_argument(
        "sheets",
        type=Path,
        nargs="+",
        metavar=say("cli.meta.sheet", parser.language),
        help=say("cli.record.sheets", parser.language),
    )
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Read return sheets and write what was done beside the scenario.

    Raises
    ------
    ScenarioError
        If the scenario cannot be read.
    RecordError
        With every finding of every sheet, if any of them is an error; then nothing is written.
    OutputError
        If the record cannot be written.
    """
    from optimizer.intake.recorded import (
        read_record_file,
        record_path,
        sheets_at,
        take_over,
        write_record,
    )
    from optimizer.report.formats import counted_text

    files, scenario = open_scenario(arguments.scenario, arguments.extract)
    path = record_path(files)
    record = take_over(sheets_at(arguments.sheets), scenario, read_record_file(path, scenario))
    write_record(path, record.done)
    speaker.findings(record.warnings)
    language = speaker.language
    totals = record.cases_by_service
    for service, cases in totals.items():
        name = scenario.services[service].name
        speaker.result(
            speaker.text("cli.record.service", service=name, cases=counted_text("cases", cases, language))
        )
    reported = {one.team for one in record.done} | set(record.reported)
    silent = [team.name for team in scenario.teams.values() if team.id not in reported]
    if silent:
        speaker.result(speaker.text("cli.record.silent", teams=", ".join(silent)))
    speaker.result(
        speaker.text(
            "cli.record.done",
            cases=counted_text("cases", totals.total(), language),
            teams=counted_text("teams", len(reported), language),
            path=path,
            scenario=arguments.scenario,
        )
    )
    speaker.data(
        {
            "record": str(path),
            "cases": dict(totals),
            "teams": sorted(reported),
            "silent": [team for team in scenario.teams if team not in reported],
            "warnings": [finding_document(one, language) for one in record.warnings],
        }
    )
    return Exit.FINE


def open_scenario(path: Path, extract: Path | None) -> tuple[ScenarioFiles, Scenario]:
    """A scenario with every team that may report, and where its files are.

    `extract` is where its OpenStreetMap extract lies, if not in its folder.

    Raises
    ------
    ScenarioError
        If it cannot be read.
    """
    from optimizer.domain.errors import ScenarioError
    from optimizer.domain.forming import with_likely_teams
    from optimizer.intake import read_scenario
    from optimizer.intake.collect import Findings
    from optimizer.intake.paths import locate_scenario

    findings = Findings()
    files = locate_scenario(path, findings)
    if files is None:
        raise ScenarioError(findings.listed())
    return files, with_likely_teams(read_scenario(path, extract=extract).scenario)
