"""``luudong schema``: the JSON Schema of scenarios and plans, for editors and machines."""

from __future__ import annotations

import argparse

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import Parser
from optimizer.cli.speaker import Speaker
from optimizer.language import say

NAME = "schema"


def declare(parser: Parser) -> None:
    """Add which schema."""
    parser.inputs.add_argument(
        "kind",
        nargs="?",
        choices=("scenario", "plan"),
        default="scenario",
        help=say("cli.schema.kind", parser.language),
    )


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print a schema."""
    import json

    from optimizer.intake import plan_schema, scenario_schema

    schema = plan_schema() if arguments.kind == "plan" else scenario_schema()
    speaker.result(json.dumps(schema, ensure_ascii=False, indent=2))
    return Exit.FINE
