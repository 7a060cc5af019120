"""The ways on foot between places and their roads, in a side file beside the plan: a table for Excel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from optimizer.domain.scenario import Scenario
from optimizer.intake.frozen_tables import csv_text
from optimizer.intake.whole_files import written_whole
from optimizer.language import say
from optimizer.report.visits_csv import ENCODING
from optimizer.report.workbook_sheets.page import clean_text
from optimizer.travel.roads.on_foot import walks

WALKS_FILE = "walks.csv"
_HEADS = ("id", "name", "moving", "road", "metres", "minutes", "over_water", "lat", "lon")


def walks_csv(scenario: Scenario) -> str:
    """One row for every place and kind of movement with a way on foot; lengths are whole metres."""
    return "".join(csv_text(_rows(scenario)))


def write_walks(scenario: Scenario, folder: Path) -> None:
    """Write the side file into a plan's folder.

    Raises
    ------
    OutputError
        If it cannot be written.
    """
    with written_whole(folder / WALKS_FILE) as unfinished:
        unfinished.write_bytes(walks_csv(scenario).encode(ENCODING))


def _rows(scenario: Scenario) -> Iterator[list[Any]]:
    language = scenario.language
    yield [say(f"walks.{head}", language) for head in _HEADS]
    for (movement, place), walk in walks(scenario).items():
        yield [
            place,
            clean_text(walk.place.name),
            say(f"moving.{movement.value}", language),
            clean_text(walk.join.road or say("road.nameless", language)),
            walk.metres,
            walk.minutes,
            say("walks.yes", language) if walk.join.over_water else "",
            f"{walk.join.lat:.5f}",
            f"{walk.join.lon:.5f}",
        ]
