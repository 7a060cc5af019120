"""The command line: one module per command, and the door through which every one is entered.

Nothing heavy is imported before a command runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import UsageError
from optimizer.cli.parser import build_parser
from optimizer.cli.reader import reader_language, windows_locale
from optimizer.cli.speaker import Speaker, finding_document, write_utf8
from optimizer.domain.errors import LuuDongError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a person's mistake is never a traceback.

    Parameters
    ----------
    argv
        The command line without the program's name; None for this process's own.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    write_utf8(sys.stdout, sys.stderr)
    language = reader_language(words, os.environ, system_locale=windows_locale())
    speaker = Speaker(language, out=sys.stdout, err=sys.stderr, as_json="--json" in words)
    try:
        code = _answer(words, speaker)
        sys.stdout.flush()  # here, and not at exit, where nobody could say that it cannot be written
    except BrokenPipeError:
        # Whoever read our output has gone (`luudong schema | head`); nothing may be flushed to it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.NOT_WRITTEN
    return code


def _answer(words: Sequence[str], speaker: Speaker) -> int:
    """Run the command and tell whatever keeps it from running; returns the exit code."""
    try:
        return _run(words, speaker)
    except UsageError as error:
        speaker.remark(f"{error.usage}\n{speaker.text('cli.usage.wrong', reason=error.reason)}")
        speaker.data({"error": error.reason})
        return Exit.BAD_INPUT
    except LuuDongError as error:
        speaker.findings(error.findings)
        speaker.count(error.findings)
        speaker.data({"findings": [finding_document(one, speaker.language) for one in error.findings]})
        return error.exit_code
    except KeyboardInterrupt:
        speaker.remark(speaker.text("cli.stopped"))
        return Exit.STOPPED
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 -- the last door: anything unexpected is our defect, told as such
        if "--debug" in words:
            traceback.print_exc(file=sys.stderr)
        speaker.remark(speaker.text("cli.defect", kind=type(error).__name__, error=error))
        return Exit.DEFECT


def _run(words: Sequence[str], speaker: Speaker) -> int:
    parser = build_parser(speaker.language)
    if not words:
        speaker.remark(parser.format_help())
        return Exit.BAD_INPUT
    try:
        arguments = parser.parse_args(words)
    except SystemExit as asked:  # --help and --version have answered
        return Exit.FINE if not asked.code else Exit.BAD_INPUT
    return int(arguments.command.run(arguments, speaker))
