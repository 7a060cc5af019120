"""``luudong explain``: why a site is, or is not, in a plan."""

from __future__ import annotations

import argparse

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option
from optimizer.cli.planned import declare_plan, open_drawable
from optimizer.cli.speaker import Speaker
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
    """Explain what a plan does at one site; `Exit.BAD_INPUT`, with what is near, if there is none such.

    Raises
    ------
    PlanError
        If the plan cannot be read.
    """
    from optimizer.review.explain import explanation

    planned = open_drawable(arguments.plan)
    found = explanation(planned.scenario, planned.travel, planned.plan, arguments.site)
    text = found.text(speaker.language)
    if found.story is None:
        speaker.remark(text)
        speaker.data({"error": text, "suggestions": [site.id for site in found.suggestions]})
        return Exit.BAD_INPUT
    speaker.result(text)
    speaker.data({"site": found.story.site.id, "text": text})
    return Exit.FINE
