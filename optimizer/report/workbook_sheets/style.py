"""How the workbook looks: one accent colour, thin rules, one typeface that every office has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ACCENT = "#0B5563"
TINT = "#E4EFF0"
PALE = "#F4F8F8"
RULE = "#BFCFD1"
FAINT = "#E3EBEC"
GREY = "#5B696C"
ALARM = "#8F1F14"
ALARM_TINT = "#FCEFEC"

FONT = "Arial"

TRAITS: Mapping[str, Mapping[str, object]] = {
    "plain": {"font_name": FONT, "font_size": 10, "valign": "vcenter"},
    # What a value is
    "text": {"text_wrap": True, "align": "left", "indent": 1},
    "whole": {"num_format": "#,##0_)", "align": "right"},
    "decimal": {"num_format": "#,##0.0_)", "align": "right"},
    "percent": {"num_format": "0.0%_)", "align": "right"},
    "fine_percent": {"num_format": "0.00%_)", "align": "right"},
    "dong": {"num_format": '#,##0" đ"_)', "align": "right"},
    "day": {"num_format": "dd/mm/yyyy", "align": "center"},
    "clock": {"num_format": "hh:mm", "align": "center"},
    "duration": {"num_format": "[h]:mm_)", "align": "right"},
    # How it stands
    "edge": {"align": "left", "indent": 0},
    "left": {"align": "left", "indent": 1},
    "right": {"align": "right", "indent": 1},
    "centre": {"align": "center", "indent": 0},
    # How it looks
    "bold": {"bold": True},
    "italic": {"italic": True},
    "grey": {"font_color": GREY},
    "small": {"font_size": 9},
    "accent": {"font_color": ACCENT},
    "title": {"font_size": 18, "bold": True, "font_color": ACCENT, "align": "left", "indent": 0},
    "heading": {"font_size": 12, "bold": True, "font_color": ACCENT, "align": "left", "indent": 0},
    "figure": {
        "font_size": 20,
        "bold": True,
        "font_color": ACCENT,
        "align": "center",
        "indent": 0,
        "bg_color": PALE,
    },
    "caption": {
        "font_size": 9,
        "font_color": GREY,
        "align": "center",
        "indent": 0,
        "valign": "top",
        "text_wrap": True,
        "bg_color": PALE,
    },
    "cell": {
        "top": 1,
        "bottom": 1,
        "left": 1,
        "right": 1,
        "top_color": RULE,
        "bottom_color": RULE,
        "left_color": FAINT,
        "right_color": FAINT,
    },
    "head": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": ACCENT,
        "border": 1,
        "border_color": RULE,
        "align": "center",
        "indent": 0,
        "text_wrap": True,
    },
    "alarm": {"bg_color": ALARM_TINT, "bold": True, "font_color": ALARM},
    "fresh": {"bg_color": "#FDF3E3", "bold": True, "font_color": "#7A4300"},
    "open": {"locked": False, "bg_color": "#FFF9DB"},
    "busy": {"bg_color": "#EEE9F5", "font_color": "#4B3A78"},
    "holiday": {"bg_color": "#3C7C88"},
    "band": {"bg_color": TINT, "bold": True, "font_color": ACCENT},
    "quiet": {"bg_color": PALE, "font_color": GREY},
    "sum": {"bold": True, "top": 2, "top_color": ACCENT, "bg_color": PALE},
}
"""Properties by trait; a cell's format is its traits laid one over the other, in order."""


class Inks:
    """The cell formats of one workbook, each made once.

    Parameters
    ----------
    book
        An xlsxwriter workbook.
    """

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, ...], Any] = {}

    def __getitem__(self, traits: tuple[str, ...]) -> Any:
        if traits not in self._made:
            properties: dict[str, object] = {}
            for trait in ("plain", *traits):
                properties |= TRAITS[trait]
            self._made[traits] = self._book.add_format(properties)
        return self._made[traits]
