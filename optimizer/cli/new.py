"""``luudong new``: a first scenario to fill in."""

from __future__ import annotations

import argparse

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option, add_path_input
from optimizer.cli.speaker import Speaker

NAME = "new"


def declare(parser: Parser) -> None:
    """Add the folder to make."""
    add_path_input(parser, "folder", "cli.new.folder", "folder")
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
