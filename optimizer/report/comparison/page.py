"""The comparison of two plans on one page that opens from a file, with no network."""

from __future__ import annotations

from pathlib import Path

from optimizer.intake.whole_files import written_whole
from optimizer.report.comparison.content import comparison_content
from optimizer.report.comparison.pair import Pair
from optimizer.report.folium_page import folium_page

SCRIPTS = (
    "page/words",
    "page/glyphs",
    "page/ground",
    "page/outline",
    "page/ways",
    "page/room",
    "page/still",
    "page/whole",
    "comparison/page/signs",
    "comparison/page/choice",
    "comparison/page/telling",
    "comparison/page/legs",
    "comparison/page/placing",
    "comparison/page/drawing",
    "comparison/page/lists",
    "comparison/page/head",
    "comparison/page/panel",
    "comparison/page/start",
)
"""The page's scripts, those of the review map first, in the order in which they build on each other."""

STYLES = ("page/frame", "page/tabs", "page/map", "comparison/page/compare", "comparison/page/narrow")
"""The page's styles; the later ones change the earlier ones."""


def write_comparison(pair: Pair, path: Path) -> None:
    """Write the page of two plans, whole or not at all; the same plans give the same bytes.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    page = comparison_page(pair)
    with written_whole(path) as unfinished:
        unfinished.write_text(page, encoding="utf-8", newline="\n")


def comparison_page(pair: Pair) -> str:
    """The page of two plans."""
    ground = pair.after.ground or pair.before.ground
    return folium_page(
        pair.say("title", name=pair.after.scenario.name),
        pair.language,
        comparison_content(pair),
        scenery=ground.scenery,
        styles=[f"{name}.css" for name in STYLES],
        below="comparison/page/compare.html",
        scripts=[f"{name}.js" for name in SCRIPTS],
    )
