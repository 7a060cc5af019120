"""``luudong crews``: the teams that would be formed from the officers, without planning routes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from optimizer.cli.exits import Exit
from optimizer.cli.given import declare_scenario, travel_of
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option, add_seconds, add_seed
from optimizer.cli.speaker import Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from optimizer.crews.form import Formed
    from optimizer.domain.plan import RosterEntry
    from optimizer.domain.scenario import Scenario

NAME = "crews"
DEFAULT_SECONDS = 20.0


def declare(parser: Parser) -> None:
    """Add the scenario, the time and the seed."""
    declare_scenario(parser)
    add_seconds(parser, "--seconds", "cli.crews.seconds", default=DEFAULT_SECONDS)
    add_seed(parser, "cli.crews.seed")
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Form the crews of a scenario by the estimate and show them; a remark where teams are given.

    Raises
    ------
    ScenarioError
        If the scenario cannot be read, or its rules clash.
    """
    from optimizer.cli.interrupt import stop_on_interrupt
    from optimizer.crews.first import estimated_crews
    from optimizer.crews.roster import roster
    from optimizer.crews.solving import Effort
    from optimizer.domain.forming import formed
    from optimizer.intake import read_scenario

    read = read_scenario(arguments.scenario, extract=arguments.extract)
    if read.scenario.crewing is None:
        speaker.remark(speaker.text("cli.crews.given"))
        speaker.data({"crews": [], "roster": []})
        return Exit.FINE
    travel, _ = travel_of(read, speaker)
    effort = Effort(seed=arguments.seed, seconds=arguments.seconds)
    with stop_on_interrupt() as stop:
        made = estimated_crews(read.scenario, travel, effort, stop)
    if stop.is_set():
        speaker.remark(speaker.text("cli.crews.stopped"))
    scenario = formed(read.scenario, made.crews)
    entries = roster(scenario, made.crews, None, made.posted)
    _show(made, scenario, entries, speaker)
    speaker.data(
        {
            "crews": [crew.model_dump(mode="json") for crew in made.crews],
            "roster": [entry.model_dump(mode="json") for entry in entries],
            "unkept_wishes": [wish.model_dump(mode="json") for wish in made.unkept],
            "worth": made.worth_dong,
            "bound": made.bound_dong,
            "is_best": made.is_best,
            "seconds": round(made.seconds, 1),
        }
    )
    return Exit.FINE


def _show(made: Formed, scenario: Scenario, entries: Sequence[RosterEntry], speaker: Speaker) -> None:
    if speaker.as_json:
        return
    from rich.console import Console

    from optimizer.cli.summary import WIDTH_IN_A_FILE
    from optimizer.domain.forming import crewing_of
    from optimizer.report.formats import decimal_text, rough_dong_text

    officers = crewing_of(scenario).officers
    width = None if speaker.out.isatty() else max(WIDTH_IN_A_FILE, 40 + 9 * scenario.horizon.days)
    console = Console(file=speaker.out, width=width, highlight=False)
    console.print(_teams(made, scenario, speaker))
    console.print(_roster(scenario, entries, speaker))
    speaker.result(speaker.text("cli.crews.legend"))
    for wish in made.unkept:
        names = ", ".join(officers[one].name for one in wish.officers)
        speaker.result(speaker.text(f"cli.crews.unkept.{wish.wish}", officers=names))
    key = "best" if made.is_best else "worth_proven" if made.is_worth_proven else "found"
    speaker.result(
        speaker.text(
            f"cli.crews.{key}",
            worth=rough_dong_text(made.worth_dong, speaker.language),
            bound=rough_dong_text(made.bound_dong, speaker.language),
            seconds=decimal_text(made.seconds, 1, speaker.language),
        )
    )


def _teams(made: Formed, scenario: Scenario, speaker: Speaker) -> Table:
    from rich.table import Table
    from rich.text import Text

    from optimizer.domain.forming import crewing_of
    from optimizer.report.equipment import words_for
    from optimizer.report.formats import days_text
    from optimizer.review.absence_words import skill_text

    officers = crewing_of(scenario).officers
    table = Table(title=Text(scenario.name), title_justify="left")
    for key in ("team", "officers", "stations", "skills", "brings", "dates"):
        table.add_column(speaker.text(f"cli.crews.column.{key}"), overflow="fold")
    for crew in made.crews:
        table.add_row(
            Text(scenario.teams[crew.team].name),
            Text(", ".join(officers[one].name for one in crew.officers)),
            str(crew.stations),
            Text(", ".join(skill_text(skill, speaker.language) for skill in crew.skills)),
            Text(words_for("thing", crew.brings, speaker.language)),
            days_text(crew.dates),
        )
    return table


def _roster(scenario: Scenario, entries: Sequence[RosterEntry], speaker: Speaker) -> Table:
    from rich.table import Table
    from rich.text import Text

    from optimizer.domain.forming import crewing_of
    from optimizer.report.formats import short_date_text, short_weekday_text
    from optimizer.report.staff import does_text

    officers = crewing_of(scenario).officers
    table = Table(title=Text(speaker.text("cli.crews.roster")), title_justify="left")
    table.add_column(speaker.text("cli.crews.column.officer"), overflow="fold")
    for day in scenario.horizon.dates():
        weekday = short_weekday_text(day, speaker.language)
        table.add_column(f"{weekday}\n{short_date_text(day)}", overflow="fold")
    for tally in ("days_away", "evenings", "weekends"):
        table.add_column(speaker.text(f"cli.crews.column.{tally}"), justify="right")
    for entry in entries:
        cells = (Text(does_text(one, scenario, speaker.language) or "–") for one in entry.days)
        tallies = (str(count) for count in (entry.days_away, entry.evenings, entry.weekends))
        table.add_row(Text(officers[entry.officer].name), *cells, *tallies)
    return table
