"""``luudong explain``: why a site is, or is not, in a plan."""

from __future__ import annotations

import argparse
from collections.abc import Collection

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import Parser, add_json_option
from optimizer.cli.planned import declare_plan, open_drawable
from optimizer.cli.speaker import Speaker
from optimizer.domain.errors import Finding, PlanError, Severity
from optimizer.language import say

NAME = "explain"


def declare(parser: Parser) -> None:
    """Add the plan and the site."""
    declare_plan(parser)
    parser.inputs.add_argument(
        "site", metavar=say("cli.meta.site", parser.language), help=say("cli.explain.site", parser.language)
    )
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Explain what a plan does at one site.

    Raises
    ------
    PlanError
        If the plan cannot be read or its scenario has no such site.
    """
    from optimizer.review.explain import explain

    planned = open_drawable(arguments.plan)
    if arguments.site not in planned.scenario.sites:
        raise PlanError([_unknown_site(arguments.site, planned.scenario.sites)])
    text = explain(planned.scenario, planned.travel, planned.plan, arguments.site, speaker.language)
    speaker.result(text)
    speaker.data({"site": arguments.site, "text": text})
    return Exit.FINE


def _unknown_site(site: str, known: Collection[str]) -> Finding:
    from optimizer.intake.nearest import Hint

    return Finding("E713", Severity.ERROR, values={"site": site, "hint": Hint(site, known)})
