"""Text that a spreadsheet would take for a formula, and the apostrophe that says it is none."""

from __future__ import annotations

import re

_LIKE_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MADE_TEXT = re.compile(r"'+[=+\-@\t\r]")


def as_cell(text: str) -> str:
    """The text as a cell of a CSV that Excel shows and never computes."""
    return f"'{text}" if _LIKE_FORMULA.match(text) else text


def from_cell(cell: str) -> str:
    """The text of a cell, without the apostrophe by which `as_cell` or a person made it text."""
    return cell[1:] if _MADE_TEXT.match(cell) else cell
