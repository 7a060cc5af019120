"""``luudong template``: the template of the official plan, for the office to edit."""

from __future__ import annotations

import argparse

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option, add_path_input
from optimizer.cli.speaker import Speaker

NAME = "template"


def declare(parser: Parser) -> None:
    """Add the file to write."""
    add_path_input(parser, "file", "cli.template.file", "file")
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write the template in the reader's language; a file that is there is left alone.

    Raises
    ------
    OutputError
        If the file is there already, or cannot be written.
    """
    from optimizer.domain.errors import Finding, OutputError, Severity, Where
    from optimizer.intake.whole_files import written_whole
    from optimizer.report.official.template import template_bytes

    path = arguments.file
    if path.exists():
        raise OutputError([Finding("E702", Severity.ERROR, Where(file=str(path)))])
    content = template_bytes(speaker.language)
    with written_whole(path) as unfinished:
        unfinished.write_bytes(content)
    speaker.result(speaker.text("cli.template.done", path=path))
    speaker.data({"template": str(path)})
    return Exit.FINE
