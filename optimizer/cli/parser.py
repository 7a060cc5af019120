"""The whole command line: every command with its arguments and help."""

from __future__ import annotations

import argparse
from typing import Protocol

from optimizer.cli import (
    bound,
    check,
    compare,
    crews,
    explain,
    export,
    new,
    plan,
    record,
    roads,
    schema,
    template,
    validate,
    whatif,
)
from optimizer.cli import map as draw
from optimizer.cli import next as next_week
from optimizer.cli.grammar import Parser
from optimizer.cli.speaker import Speaker
from optimizer.language import Language, say
from optimizer.version import VERSION


class Command(Protocol):
    """A module of this room that is one command."""

    NAME: str

    def declare(self, parser: Parser) -> None:
        """Add the command's own arguments."""

    def run(self, arguments: argparse.Namespace, speaker: Speaker) -> int:
        """Do it; the exit code."""


COMMANDS: tuple[Command, ...] = (
    plan,
    validate,
    crews,
    whatif,
    check,
    bound,
    compare,
    draw,
    export,
    template,
    record,
    next_week,
    explain,
    roads,
    schema,
    new,
)


def build_parser(language: Language) -> Parser:
    """The parser of the whole command line; the chosen command's module is `arguments.command`."""
    parser = Parser(
        prog="luudong",
        language=language,
        description=say("cli.description", language),
        epilog=say("cli.exit_codes", language),
    )
    names = parser.add_subparsers(
        title=say("cli.commands", language),
        metavar=say("cli.meta.command", language),
        dest="name",
        required=True,
    )
    for command in COMMANDS:
        words = say(f"cli.{command.NAME}.help", language)
        one = names.add_parser(command.NAME, help=words, description=words, language=language)
        command.declare(one)
        _declare_common(one)
        one.set_defaults(command=command)
    _declare_common(parser)
    parser.options.add_argument(
        "--version",
        action="version",
        version=f"luudong {VERSION}",
        help=say("cli.help.version", language),
    )
    return parser


def _declare_common(parser: Parser) -> None:
    # SUPPRESS: an option given before the command must not be overwritten by the command's default.
    options, language = parser.options, parser.language
    options.add_argument(
        "--lang", choices=("vi", "en"), default=argparse.SUPPRESS, help=say("cli.help.lang", language)
    )
    options.add_argument(
        "--debug", action="store_true", default=argparse.SUPPRESS, help=say("cli.help.debug", language)
    )
    options.add_argument("-h", "--help", action="help", help=say("cli.help.help", language))
