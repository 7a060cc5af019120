"""Exit codes of the command line, as the README documents them."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the shell is told.

    Input and output failures carry their own code (`LuuDongError.exit_code`); it is one of these.
    """

    FINE = 0
    RULES_BROKEN = 1
    BAD_INPUT = 2
    NOT_WRITTEN = 3
    DEFECT = 70
    STOPPED = 130
