"""The outline under every map: Vietnam, its islands and its neighbours, without a network."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

NAME = "vietnam.geojson"


def outline() -> str:
    """The outline as GeoJSON text.

    Raises
    ------
    FileNotFoundError
        If the installation lacks it.
    """
    # A wheel carries the folder inside the package; a checkout has it at its top.
    inside: Traversable = files("optimizer.report") / "maps" / NAME
    if inside.is_file():
        return inside.read_text(encoding="utf-8")
    return (Path(__file__).parents[2] / "maps" / NAME).read_text(encoding="utf-8")
