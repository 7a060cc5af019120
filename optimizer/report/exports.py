"""Everything that leaves the office with a plan, by kind: which files there are, and what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.intake.whole_files import written_whole
from optimizer.report.file_names import file_names
from optimizer.report.workbook_sheets.contents import Contents

if TYPE_CHECKING:
    from optimizer.report.ground import Ground

KINDS = ("xlsx", "docx", "pdf", "returns", "ics", "gpx", "geojson", "csv", "map")
"""What can be asked for, in the order in which it is written."""


@dataclass(frozen=True, slots=True)
class Export:
    """One file to write.

    Parameters
    ----------
    name
        Path inside the folder that everything is written to.
    content
        Makes the bytes of the file.
    """

    kind: str
    name: str
    content: Callable[[], bytes]

    def write(self, folder: Path) -> Path:
        """Write the file, whole or not at all; its path.

        Raises
        ------
        OutputError
            If the file cannot be written.
        """
        path = folder / self.name
        content = self.content()
        with written_whole(path) as unfinished:
            unfinished.write_bytes(content)
        return path


@dataclass(frozen=True, slots=True)
class Given:
    """What files are made from besides the plan.

    Parameters
    ----------
    made_at
        When this version of the plan was made, with its time zone; calendars tell versions by it.
    template, template_name
        The office's own template of the official plan, and what findings call it; None for ours.
    ground
        What lies under the map of a plan that was measured on roads; None for nothing.
    handed_out
        Calendars that were written before, by their names: phones may have them.
    """

    made_at: datetime
    template: bytes | None = None
    template_name: str = ""
    ground: Ground | None = None
    handed_out: Mapping[str, bytes] = field(default_factory=dict)


def exports(contents: Contents, kinds: Sequence[str], given: Given) -> tuple[Export, ...]:
    """The files of some kinds, in the order of `KINDS`."""
    return tuple(
        Export(kind, name, content)
        for kind in KINDS
        if kind in kinds
        for name, content in _FILES[kind](contents, given)
    )


_Files = Iterator[tuple[str, Callable[[], bytes]]]


def _workbook(contents: Contents, _given: Given) -> _Files:
    from optimizer.report.workbook import workbook_bytes

    yield "plan.xlsx", partial(workbook_bytes, contents)


def _official_plan(contents: Contents, given: Given) -> _Files:
    from optimizer.report.official.document import official_plan

    yield "plan.docx", partial(official_plan, contents, given.template, given.template_name)


def _prints(contents: Contents, given: Given) -> _Files:
    from optimizer.report.ground import Ground
    from optimizer.report.paper.overview import overview
    from optimizer.report.paper.team_pages import team_pages

    ground = given.ground or Ground()
    yield "overview.pdf", partial(overview, contents, ground)
    for week, name in zip(contents.weeks, file_names(contents.scenario.teams).values(), strict=True):
        yield f"pdf/{name}.pdf", partial(team_pages, contents, week, ground)


def _return_sheets(contents: Contents, _given: Given) -> _Files:
    from optimizer.report.return_sheet import return_sheet

    for team, name in file_names(contents.scenario.teams).items():
        yield (
            f"returns/{name}.xlsx",
            partial(return_sheet, contents, contents.scenario.teams[team]),
        )


def _calendars(contents: Contents, given: Given) -> _Files:
    from optimizer.report.phones.calendar import team_calendar
    from optimizer.report.phones.handed_out import FOLDER, dropped_teams, left_behind

    before = given.handed_out
    names = file_names((*contents.scenario.teams, *dropped_teams(contents)))
    # A calendar that no team is known for any more is called off under its own name.
    names |= {name: name for name in left_behind(contents, before, set(names.values()))}
    for team, name in names.items():
        content = partial(team_calendar, contents, team, given.made_at, before.get(name, b""))
        yield f"{FOLDER}/{name}.ics", content


def _tracks(contents: Contents, _given: Given) -> _Files:
    from optimizer.report.phones.track import team_track

    for team, name in file_names(contents.scenario.teams).items():
        yield (
            f"gpx/{name}.gpx",
            partial(_encoded, partial(team_track, contents, contents.scenario.teams[team])),
        )


def _features(contents: Contents, _given: Given) -> _Files:
    from optimizer.report.phones.features import features_text

    yield "plan.geojson", partial(_encoded, partial(features_text, contents))


def _visits(contents: Contents, _given: Given) -> _Files:
    from optimizer.report.visits_csv import ENCODING, visits_csv

    yield "visits.csv", partial(_encoded, partial(visits_csv, contents), ENCODING)


def _map(contents: Contents, given: Given) -> _Files:
    from optimizer.report.map import map_page

    yield (
        "map.html",
        partial(
            _encoded,
            partial(map_page, contents.plan, contents.scenario, contents.travel, ground=given.ground),
        ),
    )


def _encoded(text: Callable[[], str], encoding: str = "utf-8") -> bytes:
    return text().encode(encoding)


_FILES: dict[str, Callable[[Contents, Given], _Files]] = {
    "xlsx": _workbook,
    "docx": _official_plan,
    "pdf": _prints,
    "returns": _return_sheets,
    "ics": _calendars,
    "gpx": _tracks,
    "geojson": _features,
    "csv": _visits,
    "map": _map,
}
