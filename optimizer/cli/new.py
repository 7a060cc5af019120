"""``luudong new``: a first scenario to fill in."""

from __future__ import annotations

import argparse
from pathlib import Path

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import Parser, add_json_option
from optimizer.cli.speaker import Speaker
from optimizer.language import say

NAME = "new"


def declare(parser: Parser) -> None:
    """Add the folder to make."""
    parser.inputs.add_argument(
        "folder",
        type=Path,
        metavar=say("cli.meta.folder", parser.language),
        help=say("cli.new.folder", parser.language),
    )
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write a commented starter scenario.

    Raises
    ------
    OutputError
        If the folder cannot be written.
    """
    from optimizer.intake import write_starter
    from optimizer.intake.starter import STARTER_FILES

    folder = write_starter(arguments.folder, speaker.language)
    speaker.result(speaker.text("cli.new.done", folder=folder, files=", ".join(STARTER_FILES)))
    speaker.data({"folder": str(folder), "files": [str(folder / name) for name in STARTER_FILES]})
    return Exit.FINE
