"""The folder of a plan, written whole or not at all.

Everything is written into a folder of its own inside the target and moved into place at the end;
what cannot be moved is moved back.  Files beside the plan that are not the plan's are never touched.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.domain.errors import Finding, OutputError, Severity, Where
from optimizer.intake.paths import SCENARIO_FILES
from optimizer.intake.plan_file import PLAN_FILE
from optimizer.intake.plans import SCENARIO_FOLDER, write_plan_file
from optimizer.intake.whole_files import cannot_write

if TYPE_CHECKING:
    from optimizer.cli.planned import Planned
    from optimizer.domain.plan import Plan
    from optimizer.domain.scenario import Scenario
    from optimizer.travel.matrix import TravelMatrix

MAP_FILE = "map.html"
WORKBOOK_FILE = "plan.xlsx"
# The last are those of `optimizer.report`, which is too heavy to ask here.
_SIDE_FILES = ("legs.geojson", "closed.geojson", "basemap.json", "walks.csv")
_PRODUCTS = (PLAN_FILE, MAP_FILE, WORKBOOK_FILE, SCENARIO_FOLDER, *_SIDE_FILES)


def default_folder(scenario: Path) -> Path:
    """Where the plan of a scenario's folder or file goes unless the planner says otherwise."""
    whole = scenario.resolve()
    if whole.name in SCENARIO_FILES:
        whole = whole.parent
    return Path("maps") / (whole.name if whole.is_dir() else whole.stem)


@contextmanager
def plan_folder(target: Path, *, source: Path) -> Iterator[Path]:
    """Yield an empty folder; what lies in it at the end becomes the plan in `target`.

    After a failure or an interruption `target` is as it was, and is gone if it was not there.

    Parameters
    ----------
    source
        The scenario's folder or file, which must not be overwritten.

    Raises
    ------
    OutputError
        If `target` cannot be written, or something would be lost there that is not a plan's.
    """
    _refuse_to_lose(target, source)
    with _replaced_whole(target) as fresh:
        yield fresh


def restated(path: Path, planned: Planned) -> None:
    """Write a plan of which more is known into its file, and draw its map and workbook again.

    Only what is there of them is drawn again, and only beside a file of the plan's own name: they
    show no other.  All is replaced, or nothing.

    Parameters
    ----------
    path
        The plan's file or folder.

    Raises
    ------
    OutputError
        If a file cannot be written.
    """
    from optimizer.report.ground import read_ground
    from optimizer.report.map import write_map
    from optimizer.report.workbook import write_workbook

    file = path / PLAN_FILE if path.is_dir() else path
    # Beside the old map lie the roads that it was drawn on.
    map_on_roads = partial(write_map, ground=read_ground(file.parent, planned.scenario))
    drawn: dict[str, Callable[[Plan, Scenario, TravelMatrix, Path], None]] = (
        {MAP_FILE: map_on_roads, WORKBOOK_FILE: write_workbook} if file.name == PLAN_FILE else {}
    )
    with _replaced_whole(file.parent) as fresh:
        write_plan_file(planned.plan, fresh / file.name)
        for name, write in drawn.items():
            if (file.parent / name).exists():
                write(*planned, fresh / name)


@contextmanager
def _replaced_whole(target: Path) -> Iterator[Path]:
    """Yield an empty folder; at the end what lies in it takes the place of what is so named in `target`."""
    made = not target.exists()
    try:
        target.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".luudong-", dir=target))
    except OSError as error:
        raise OutputError([cannot_write(target, error)]) from error
    try:
        fresh, replaced = aside / "new", aside / "old"
        fresh.mkdir()
        replaced.mkdir()
        yield fresh
        try:
            _move_into_place(fresh, replaced, target)
        except OSError as error:
            raise OutputError([cannot_write(target, error)]) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        if made:
            with suppress(OSError):  # it holds a plan now
                target.rmdir()


def _move_into_place(fresh: Path, replaced: Path, target: Path) -> None:
    moved: list[tuple[Path, Path]] = []

    def move(origin: Path, destination: Path) -> None:
        origin.replace(destination)
        moved.append((origin, destination))

    try:
        for product in sorted(fresh.iterdir()):
            place = target / product.name
            if os.path.lexists(place):
                move(place, replaced / product.name)
            move(product, place)
    except BaseException:
        for origin, destination in reversed(moved):
            destination.replace(origin)
        raise


def _refuse_to_lose(target: Path, source: Path) -> None:
    frozen, written = (target / SCENARIO_FOLDER).resolve(), source.resolve()
    if frozen == written or frozen in written.parents:
        raise OutputError([_finding("E712", target)])
    if (target / PLAN_FILE).exists():
        return
    for name in _PRODUCTS:
        if (target / name).exists():
            raise OutputError([_finding("E711", target, name=name)])


def _finding(code: str, target: Path, **values: object) -> Finding:
    return Finding(code, Severity.ERROR, Where(file=str(target)), values)
