"""A plan that was written earlier, with the scenario it was made from and the travel between its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_path_input
from optimizer.domain.errors import Finding, PlanError, Severity, Where

if TYPE_CHECKING:
    from optimizer.domain.plan import Plan
    from optimizer.domain.scenario import Scenario
    from optimizer.travel.matrix import TravelMatrix


class Planned(NamedTuple):
    """Everything that is needed to judge, draw or explain a plan."""

    plan: Plan
    scenario: Scenario
    travel: TravelMatrix


def declare_plan(parser: Parser) -> None:
    """Add the plan as a command's first argument."""
    add_path_input(parser, "plan", "cli.help.plan", "plan")


def open_planned(path: Path) -> Planned:
    """Read a plan's file or folder, to be judged.

    Raises
    ------
    PlanError
        If the plan, or the frozen scenario beside it, cannot be read.
    """
    from optimizer.intake import read_plan
    from optimizer.travel.build import build_matrix

    read = read_plan(path)
    return Planned(read.plan, read.scenario, build_matrix(read.scenario))


def open_drawable(path: Path) -> Planned:
    """Read a plan's file or folder, to be drawn or explained: what it names must exist.

    A plan that was changed by hand may break rules and still be looked at.

    Raises
    ------
    PlanError
        If the plan cannot be read, or names something that its scenario does not know.
    """
    planned = open_planned(path)
    findings = [
        Finding("E608", Severity.ERROR, Where(file=path.name, key=key), {"name": name})
        for key, name in _unknown_names(planned.plan, planned.scenario)
    ]
    if findings:
        raise PlanError(findings)
    return planned


def _unknown_names(plan: Plan, scenario: Scenario) -> Iterator[tuple[str, object]]:
    yield from _unknown_to_crews(plan, scenario)
    for at, route in enumerate(plan.routes, start=1):
        here = f"routes[{at}]"
        if route.team not in scenario.teams:
            yield f"{here}.team", route.team
        if route.date not in scenario.horizon:
            yield f"{here}.date", route.date
        for end, place in (("start", route.start), ("end", route.end)):
            if place not in scenario.places:
                yield f"{here}.{end}", place
        for number, visit in enumerate(route.visits, start=1):
            there = f"{here}.visits[{number}]"
            yield from _unknown_cells(there, visit.site, visit.cases, scenario)
            for home, cases in visit.guests.items():
                yield from _unknown_cells(f"{there}.from", home, cases, scenario)
    for at, left in enumerate(plan.unserved, start=1):
        yield from _unknown_cells(f"unserved[{at}]", left.site, [left.service], scenario)


def _unknown_to_crews(plan: Plan, scenario: Scenario) -> Iterator[tuple[str, object]]:
    for at, crew in enumerate(plan.crews if scenario.crewing else (), start=1):
        if crew.team not in scenario.teams:
            yield f"crews[{at}].team", crew.team
        if crew.base not in scenario.bases:
            yield f"crews[{at}].base", crew.base


def _unknown_cells(
    key: str, site: str, services: Iterable[str], scenario: Scenario
) -> Iterator[tuple[str, object]]:
    if site not in scenario.sites:
        yield f"{key}.site", site
    yield from ((key, service) for service in services if service not in scenario.services)
