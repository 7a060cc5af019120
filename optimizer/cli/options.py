"""Options and inputs that several commands have: files and folders, seconds, seeds, workers, rounds."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from optimizer.cli.grammar import Parser
from optimizer.cli.numbers import duration_seconds, whole_number
from optimizer.language import say

Meta = Literal["extract", "file", "folder", "plan", "scenario"]
"""What a path leads to, as help names it."""

_MOST_SEED = 2**31 - 1
_MOST_WORKERS = 256
_MOST_ITERATIONS = 10**15


def add_path_input(parser: Parser, name: str, key: str, meta: Meta) -> None:
    """Ask for a path; the text `key` says which."""
    language = parser.language
    parser.inputs.add_argument(
        name, type=Path, metavar=say(f"cli.meta.{meta}", language), help=say(key, language)
    )


def add_path(parser: Parser, name: str, key: str, meta: Meta, *, dest: str | None = None) -> None:
    """Let a path be given; the text `key` says what for."""
    language = parser.language
    parser.options.add_argument(
        name, type=Path, dest=dest, metavar=say(f"cli.meta.{meta}", language), help=say(key, language)
    )


def add_seconds(
    parser: Parser, name: str, key: str, *, default: float | None = None, usual: float | None = None
) -> None:
    """Let a time limit be given; the text `key` says for what.

    Parameters
    ----------
    default
        What it is if left out; also told as ``{seconds}``.
    usual
        Told as ``{seconds}`` where another limit may stand in for it, so that it is None if left out.
    """
    parser.options.add_argument(
        name,
        type=duration_seconds(parser.language),
        default=default,
        metavar="N",
        help=say(key, parser.language, seconds=usual if default is None else default),
    )


def add_number(parser: Parser, name: str, key: str, *, most: int) -> None:
    """Let a whole number from 1 to `most` be given; None if left out."""
    parser.options.add_argument(
        name,
        type=whole_number(parser.language, least=1, most=most),
        metavar="N",
        help=say(key, parser.language),
    )


def add_workers(parser: Parser, key: str) -> None:
    """Let the number of cores be given; None if left out."""
    add_number(parser, "--workers", key, most=_MOST_WORKERS)


def add_iterations(parser: Parser) -> None:
    """Let the number of rounds be given; None if left out."""
    add_number(parser, "--iterations", "cli.plan.iterations", most=_MOST_ITERATIONS)


def add_seed(parser: Parser, key: str) -> None:
    """Let the seed be given; 1 if left out."""
    parser.options.add_argument(
        "--seed",
        type=whole_number(parser.language, least=0, most=_MOST_SEED),
        default=1,
        metavar="N",
        help=say(key, parser.language),
    )


def add_json_option(parser: Parser) -> None:
    """Let a command print its result for machines."""
    parser.options.add_argument("--json", action="store_true", help=say("cli.help.json", parser.language))
