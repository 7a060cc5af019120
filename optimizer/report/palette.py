"""How teams are told apart on a map: ten colours, six line patterns, sixty styles.

The colours stay apart for people who see red, green or blue poorly: under a simulation of
each kind of colour blindness any two differ by at least 0.09 in the OKLab space (the
well-known palette of Okabe and Ito: 0.08), and each stands out from the paper by 3 : 1.

References
----------
Machado, Oliveira, Fernandes (2009), A physiologically-based model for simulation of color
vision deficiency, IEEE TVCG 15(6).  Ottosson (2020), A perceptual color space for image
processing.
"""

from __future__ import annotations

from dataclasses import dataclass

COLOURS = (
    "#1e3ca5",
    "#e16900",
    "#a52d69",
    "#1e96f0",
    "#0f3c1e",
    "#785ac3",
    "#695a00",
    "#c378b4",
    "#5a0f69",
    "#789669",
)
PATTERNS = ("plain", "stripe", "dashes", "dots", "ladder", "beads")
"""What is drawn inside a team's line; the page knows how."""

PAPER = "#fbfaf6"
"""Colour of the land under the routes."""

_DARK_INK, _LIGHT_INK = "#111111", "#ffffff"


@dataclass(frozen=True, slots=True)
class TeamStyle:
    """Line and marker colour, colour of the numbers on it, and pattern of the line."""

    colour: str
    ink: str
    pattern: str


def team_style(number: int) -> TeamStyle:
    """The style of team `number`, counted from 0; after sixty teams styles come again."""
    colour = COLOURS[number % len(COLOURS)]
    pattern = PATTERNS[number // len(COLOURS) % len(PATTERNS)]
    return TeamStyle(colour, max((_DARK_INK, _LIGHT_INK), key=lambda ink: contrast(ink, colour)), pattern)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours as WCAG defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def linear_rgb(colour: str) -> tuple[float, float, float]:
    """Red, green and blue light of a ``#rrggbb`` colour, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(shade: float) -> float:
    return shade / 12.92 if shade <= 0.04045 else float(((shade + 0.055) / 1.055) ** 2.4)


def _luminance(colour: str) -> float:
    red, green, blue = linear_rgb(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
