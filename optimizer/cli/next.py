"""``luudong next``: the scenario of the next week, from what is still outstanding."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, timedelta

from optimizer.cli.exits import Exit
from optimizer.cli.given import declare_scenario
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option, add_number, add_path
from optimizer.cli.record import open_scenario
from optimizer.cli.speaker import Speaker, finding_document
from optimizer.language import Language, say

NAME = "next"
_MOST_DAYS = 62
_NOTHING_LEFT_AT_A_SITE = "W309"
"""A warning that is good news here: work there is done."""


def declare(parser: Parser) -> None:
    """Add the scenario, when the next one begins and how long it is, and the folder to write."""
    language = parser.language
    declare_scenario(parser)
    parser.options.add_argument(
        "--start",
        type=_date(language),
        metavar=say("cli.meta.date", language),
        help=say("cli.next.start", language),
    )
    add_number(parser, "--days", "cli.next.days", most=_MOST_DAYS)
    add_path(parser, "--out", "cli.next.out", "folder")
    add_path(parser, "--plan", "cli.next.plan", "plan")
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write the scenario of the next week, whole or not at all.

    Raises
    ------
    ScenarioError
        If the scenario cannot be read, or the next one could not be planned.
    RecordError
        If nothing is recorded yet, or not all of it lies before the start, or the plan given is another's.
    PlanError
        If the plan given cannot be read.
    OutputError
        If the folder cannot be written.
    """
    from optimizer.cli.week_counted import week_counted
    from optimizer.domain.after_work import after_work
    from optimizer.domain.errors import Finding, RecordError, Severity, Where
    from optimizer.intake.frozen_crews import HISTORY_FILE
    from optimizer.intake.next_scenario import NextWeek, next_folder, write_next
    from optimizer.intake.recorded import read_record_file, record_path
    from optimizer.report.formats import count_text, counted_text, date_range_text

    files, scenario = open_scenario(arguments.scenario, arguments.extract)
    path = record_path(files)
    reported = read_record_file(path, scenario)
    done = [one.work for one in reported]
    start = arguments.start or scenario.horizon.end + timedelta(days=1)
    where = Where(file=str(path))
    if not done:
        raise RecordError([Finding("E803", Severity.ERROR, where)])
    last = max(one.date for one in done)
    if last >= start:
        raise RecordError([Finding("E804", Severity.ERROR, where, {"start": start, "last": last})])
    counted = week_counted(scenario, arguments, {(one.team, one.work.date) for one in reported}, start)
    left = after_work(scenario, done, start)
    week = NextWeek(start, arguments.days or scenario.horizon.days, left, counted.worked)
    folder = arguments.out or next_folder(files, start)
    read = write_next(files, scenario, week, folder, extract=arguments.extract)
    # Of how many more sites that is told, nobody needs to know either.
    warnings = [
        one for one in read.warnings if _NOTHING_LEFT_AT_A_SITE not in (one.code, one.values.get("code"))
    ]
    warnings += counted.warnings
    speaker.findings(warnings)
    language, horizon = speaker.language, read.scenario.horizon
    served = sum(one.cases for one in done)
    speaker.result(
        speaker.text(
            "cli.next.done",
            folder=folder,
            dates=date_range_text(horizon.start, horizon.end, language),
            cases=counted_text("cases", read.scenario.outstanding_cases, language),
            before=count_text(scenario.outstanding_cases, language),
            done=count_text(served, language),
        )
    )
    if counted.worked:
        officers = count_text(len(counted.worked), language)
        speaker.result(
            speaker.text("cli.next.history", officers=officers, plan=counted.plan, file=folder / HISTORY_FILE)
        )
    speaker.data(
        {
            "scenario": str(folder),
            "start": horizon.start.isoformat(),
            "end": horizon.end.isoformat(),
            "cases": read.scenario.outstanding_cases,
            "before": scenario.outstanding_cases,
            "done": served,
            "plan": None if counted.worked is None else str(counted.plan),
            "warnings": [finding_document(one, language) for one in warnings],
        }
    )
    return Exit.FINE


def _date(language: Language) -> Callable[[str], date]:
    """A reader of dates as people write them."""

    def read(text: str) -> date:
        from pydantic_core import PydanticCustomError

        from optimizer.intake.times import parse_date

        try:
            return parse_date(text.strip())
        except PydanticCustomError:
            raise argparse.ArgumentTypeError(say("cli.next.no_date", language, text=text)) from None

    return read
