"""The closing summary of a plan: a row per team, the totals, what is left and why, where the files are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from optimizer.cli.bound import print_nearness
from optimizer.cli.plan_folder import MAP_FILE, WORKBOOK_FILE
from optimizer.cli.speaker import Speaker
from optimizer.domain.plan import Plan, Reason
from optimizer.domain.scenario import EarlierPlan, Scenario
from optimizer.intake.plan_file import PLAN_FILE
from optimizer.report.formats import count_text, date_text, decimal_text, percent_text, rough_dong_text
from optimizer.report.tally import Tally
from optimizer.report.team_week import TeamWeek, team_weeks

WIDTH_IN_A_FILE = 100
"""Columns of the table where there is no terminal to measure."""


def unserved_by_reason(plan: Plan) -> Mapping[Reason, int]:
    """Cases left outstanding by reason, in the order of `Reason`; reasons without cases are absent."""
    counts: Counter[Reason] = Counter()
    for left in plan.unserved:
        counts[left.reason] += left.cases
    return {reason: counts[reason] for reason in Reason if counts[reason]}


def plan_document(plan: Plan, scenario: Scenario, folder: Path) -> dict[str, object]:
    """The summary as a machine reads it."""
    return {
        "scenario": plan.scenario.name,
        "folder": str(folder),
        "plan": str(folder / PLAN_FILE),
        "map": str(folder / MAP_FILE),
        "workbook": str(folder / WORKBOOK_FILE),
        "made_by": plan.made_by.model_dump(),
        "figures": plan.figures.model_dump(),
        "teams": [
            {"team": week.team.id, "name": week.team.name, **_counts(week)}
            for week in team_weeks(plan, scenario)
        ],
        "unserved": {reason.value: cases for reason, cases in unserved_by_reason(plan).items()},
        "conflicts": [conflict.model_dump(mode="json") for conflict in plan.conflicts],
        "changes": _changes_document(plan, scenario),
    }


def print_summary(plan: Plan, scenario: Scenario, folder: Path, speaker: Speaker) -> None:
    """Print the summary for a person; silent where a machine listens."""
    if speaker.as_json:
        return
    width = None if speaker.out.isatty() else WIDTH_IN_A_FILE
    console = Console(file=speaker.out, width=width, highlight=False)
    console.print(_team_table(plan, scenario, speaker))
    figures, language = plan.figures, speaker.language
    follow_ups = Tally(plan, scenario).follow_ups_served
    speaker.result(
        speaker.counted(
            "cli.summary.coverage",
            figures.of,
            cases=count_text(figures.cases - follow_ups, language),
            of=count_text(figures.of, language),
            share=percent_text(figures.coverage, language),
            objective=rough_dong_text(figures.objective, language),
        )
    )
    if follow_ups:
        speaker.result(
            speaker.counted("cli.summary.follow_ups", follow_ups, count=count_text(follow_ups, language))
        )
    print_nearness(plan, speaker)
    for reason, cases in unserved_by_reason(plan).items():
        words = speaker.text(f"map.reason.{reason.value}")
        speaker.result(
            speaker.counted("cli.summary.unserved", cases, count=count_text(cases, language), reason=words)
        )
    _print_changes(plan, scenario, speaker)
    _print_conflicts(plan, scenario, speaker)
    for key, name in (("map", MAP_FILE), ("workbook", WORKBOOK_FILE), ("plan", PLAN_FILE)):
        speaker.result(speaker.text(f"cli.summary.{key}", path=folder / name))


def _changes(plan: Plan, scenario: Scenario) -> tuple[int, int] | None:
    """Visits that only the plan has, and that only the earlier one had; None for a first plan."""
    if scenario.earlier is None:
        return None
    before = scenario.earlier.visits
    now = EarlierPlan(plan.routes).visits
    return len(now - before), len(before - now)


def _changes_document(plan: Plan, scenario: Scenario) -> dict[str, int] | None:
    changes = _changes(plan, scenario)
    return None if changes is None else {"added": changes[0], "dropped": changes[1]}


def _print_changes(plan: Plan, scenario: Scenario, speaker: Speaker) -> None:
    changes = _changes(plan, scenario)
    if changes is None:
        return
    if not any(changes):
        speaker.result(speaker.text("cli.summary.no_changes"))
        return
    count, added, dropped = (count_text(one, speaker.language) for one in (sum(changes), *changes))
    speaker.result(
        speaker.counted("cli.summary.changes", sum(changes), count=count, added=added, dropped=dropped)
    )


def _print_conflicts(plan: Plan, scenario: Scenario, speaker: Speaker) -> None:
    if plan.conflicts:
        count = count_text(len(plan.conflicts), speaker.language)
        speaker.result(speaker.counted("cli.summary.conflicts", len(plan.conflicts), count=count))
    for conflict in plan.conflicts:
        team, place = scenario.teams.get(conflict.team), scenario.places.get(conflict.site)
        named = (
            team.name if team else conflict.team,
            date_text(conflict.date),
            place.name if place else conflict.site,
        )
        speaker.result(f"  {', '.join(filter(None, named))}: {conflict.reason}")


def _counts(week: TeamWeek) -> dict[str, float]:
    return {
        "days": len(week.routes),
        "visits": week.visits,
        "cases": week.cases.total(),
        "km": round(week.km, 3),
        "nights": week.nights,
    }


def _team_table(plan: Plan, scenario: Scenario, speaker: Speaker) -> Table:
    language = speaker.language
    rows = [(week.team, _counts(week)) for week in team_weeks(plan, scenario)]
    totals: Counter[str] = Counter()
    for _, counts in rows:
        totals.update(counts)
    table = Table(title=Text(plan.scenario.name), title_justify="left", show_footer=True)
    table.add_column(speaker.text("cli.summary.team"), speaker.text("cli.summary.all"), overflow="fold")
    for name, total in totals.items():
        heading, sum_text = speaker.text(f"cli.summary.{name}"), decimal_text(total, 0, language)
        table.add_column(heading, sum_text, justify="right")
    for team, counts in rows:
        table.add_row(Text(team.name), *(decimal_text(count, 0, language) for count in counts.values()))
    return table
