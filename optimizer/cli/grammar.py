"""An argument parser that speaks the reader's language: help, usage and what was typed wrongly."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from functools import partial
from typing import NoReturn

from optimizer.language import Language, say


class UsageError(Exception):
    """What was typed is not a command; carries the usage line and what is wrong with it."""

    def __init__(self, usage: str, reason: str) -> None:
        self.usage = usage
        self.reason = reason
        super().__init__(reason)


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help with the reader's own word for usage."""

    def __init__(self, prog: str, *, usage: str, **more: object) -> None:
        super().__init__(prog, max_help_position=30, **more)  # type: ignore[arg-type]
        self._usage_word = usage

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: object,
        prefix: str | None = None,
    ) -> None:
        word = self._usage_word if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix=word)  # type: ignore[arg-type]


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the reader's language and raises instead of exiting.

    `inputs` and `options` are the groups in which help lists what must and what may be given.
    """

    def __init__(self, *, language: Language, **more: object) -> None:
        formatter = partial(_Help, usage=say("cli.usage", language) + " ")
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=formatter, **more)  # type: ignore[arg-type]
        self.language = language
        self.inputs = self.add_argument_group(say("cli.inputs", language))
        self.options = self.add_argument_group(say("cli.options", language))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed.

        Raises
        ------
        UsageError
            Always.
        """
        raise UsageError(self.format_usage().rstrip(), _reason(message, self.language))


_REASONS = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "cli.usage.missing"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "cli.usage.unknown"),
    (
        re.compile(
            r"argument .+: invalid choice: (?P<names>'.*?')(?:, maybe.*)? \(choose from (?P<known>.+)\)"
        ),
        "cli.usage.choice",
    ),
    (re.compile(r"argument (?P<names>.+): expected one argument"), "cli.usage.value"),
    (re.compile(r"argument (?P<names>[^:]+): (?P<known>.+)"), "cli.usage.argument"),
)


def _reason(message: str, language: Language) -> str:
    """Argparse's own English sentence in the reader's language; as it stands if it is a new one."""
    for pattern, key in _REASONS:
        match = pattern.fullmatch(message)
        if match is not None:
            return say(key, language, **match.groupdict())
    return message
