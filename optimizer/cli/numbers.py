"""Numbers that are typed on the command line, checked where they are typed."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable

from optimizer.language import Language, say


def whole_number(language: Language, *, least: int, most: int) -> Callable[[str], int]:
    """A reader of whole numbers from `least` to `most`, both included."""

    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and len(text) < 20 and least <= int(text) <= most:
            return int(text)
        raise argparse.ArgumentTypeError(say("cli.number.whole", language, text=text, least=least, most=most))

    return read


def duration_seconds(language: Language) -> Callable[[str], float]:
    """A reader of a positive, finite number of seconds."""

    def read(text: str) -> float:
        try:
            seconds = float(text)
        except ValueError:
            seconds = math.nan
        if math.isfinite(seconds) and seconds > 0:
            return seconds
        raise argparse.ArgumentTypeError(say("cli.number.seconds", language, text=text))

    return read
