"""``luudong check``: whether a plan keeps every rule, judged without the engine."""

from __future__ import annotations

import argparse

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option
from optimizer.cli.planned import declare_plan, open_planned
from optimizer.cli.speaker import Speaker

NAME = "check"


def declare(parser: Parser) -> None:
    """Add the plan."""
    declare_plan(parser)
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Check a plan against its own frozen scenario; `Exit.RULES_BROKEN` if a rule is broken.

    Raises
    ------
    PlanError
        If the plan cannot be read.
    """
    from optimizer.report.formats import count_text, counted_text
    from optimizer.review.check import check_plan

    planned = open_planned(arguments.plan)
    breaches = check_plan(planned.scenario, planned.travel, planned.plan)
    language = speaker.language
    for breach in breaches:
        speaker.result(breach.text(language))
    if breaches:
        speaker.result(
            speaker.counted("cli.check.broken", len(breaches), count=count_text(len(breaches), language))
        )
    else:
        visits = sum(len(route.visits) for route in planned.plan.routes)
        speaker.result(
            speaker.text(
                "cli.check.fine",
                routes=counted_text("routes", len(planned.plan.routes), language),
                visits=counted_text("visits", visits, language),
            )
        )
    speaker.data(
        {
            "breaches": [
                {
                    "rule": breach.code,
                    "team": breach.team,
                    "date": breach.date.isoformat() if breach.date else None,
                    "site": breach.site,
                    "text": breach.text(language),
                }
                for breach in breaches
            ]
        }
    )
    return Exit.RULES_BROKEN if breaches else Exit.FINE
