"""The review map: a plan on one page that opens from a file, with no network.

What is shown on it is plain data (`map_content`), drawn by the scripts under ``page/``.  The text of
a scenario reaches the page only as that data, never as markup.
"""

from __future__ import annotations

from pathlib import Path

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.intake.whole_files import written_whole
from optimizer.language import say
from optimizer.report.folium_page import folium_page
from optimizer.report.ground import Ground
from optimizer.report.map_content import map_content
from optimizer.travel.matrix import TravelMatrix

SCRIPTS = (
    "words",
    "facts",
    "filters",
    "light",
    "glyphs",
    "ground",
    "outline",
    "ways",
    "comings",
    "room",
    "rows",
    "lettering",
    "telling",
    "walks",
    "popups",
    "things",
    "layers",
    "parts",
    "choices",
    "header",
    "sites",
    "notices",
    "legend",
    "officers",
    "panel",
    "days",
    "cells",
    "grid_keys",
    "hint",
    "calendar",
    "splitter",
    "still",
    "whole",
    "sheets",
    "start",
)
"""The page's own scripts in the order in which they build on each other."""

STYLES = ("frame", "tabs", "panel", "map", "officers", "calendar", "narrow")
"""The page's own styles; the later ones change the earlier ones."""


def write_map(
    plan: Plan, scenario: Scenario, travel: TravelMatrix, path: Path, *, ground: Ground | None = None
) -> None:
    """Write the review map of a plan; the same plan gives the same bytes.

    Parameters
    ----------
    ground
        The lines of its legs on roads and the map under them; without it legs are bent lines.

    Raises
    ------
    OutputError
        If the file cannot be written.
    KeyError
        If the plan names something that the scenario does not know.
    """
    page = map_page(plan, scenario, travel, ground=ground)
    with written_whole(path) as unfinished:
        unfinished.write_text(page, encoding="utf-8", newline="\n")


def map_page(plan: Plan, scenario: Scenario, travel: TravelMatrix, *, ground: Ground | None = None) -> str:
    """The page of a plan's review map.

    Raises
    ------
    KeyError
        If the plan names something that the scenario does not know.
    """
    ground = ground or Ground()
    return folium_page(
        say("map.title", scenario.language, name=scenario.name),
        scenario.language,
        map_content(plan, scenario, travel, ground),
        scenery=ground.scenery,
        styles=[f"page/{name}.css" for name in STYLES],
        above="page/page.html",
        below="page/below.html",
        scripts=[f"page/{name}.js" for name in SCRIPTS],
    )
