"""The frozen copy of a scenario that lies beside its plan, and the fingerprint of it.

The copy is an ordinary scenario in the one way of writing it.  It is made from the domain
alone, so nothing that the planner's files held besides can slip into a plan's folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from optimizer.domain.errors import OutputError
from optimizer.domain.scenario import Scenario
from optimizer.intake.frozen_crews import HISTORY_FILE, OFFICERS_FILE, history_rows, officer_rows
from optimizer.intake.frozen_tables import (
    RECORD_FILE,
    SITES_FILE,
    TRAVEL_FILE,
    csv_text,
    leg_rows,
    record_rows,
    site_rows,
)
from optimizer.intake.frozen_yaml import EARLIER_FILE, speeds_lines, yaml_lines
from optimizer.intake.plan_file import handed_out_text
from optimizer.intake.speeds import SPEEDS_FILE
from optimizer.intake.whole_files import cannot_write, written_whole

YAML_FILE = "scenario.yaml"
_NOT_ALWAYS = (TRAVEL_FILE, SPEEDS_FILE, RECORD_FILE, EARLIER_FILE, OFFICERS_FILE, HISTORY_FILE)

Text = Callable[[], Iterator[str]]


def fingerprint(scenario: Scenario) -> str:
    """SHA-256 of the frozen copy, as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for name, text in _files(scenario).items():
        digest.update(f"{name}\n".encode())
        for part in text():
            digest.update(part.encode())
    return digest.hexdigest()


def write_frozen(scenario: Scenario, folder: Path) -> None:
    """Write the frozen copy into `folder`, each file whole or not at all.

    Raises
    ------
    OutputError
        If a file cannot be written.
    """
    files = _files(scenario)
    for name, text in files.items():
        encoding = "utf-8-sig" if name.endswith(".csv") else "utf-8"
        with (
            written_whole(folder / name) as path,
            path.open("w", encoding=encoding, newline="") as opened,
        ):
            opened.writelines(text())
    for name in set(_NOT_ALWAYS) - set(files):
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as problem:
            raise OutputError([cannot_write(folder / name, problem)]) from problem


def _files(scenario: Scenario) -> Mapping[str, Text]:
    """The text of each file, in parts, by its name."""
    files: dict[str, Text] = {
        YAML_FILE: lambda: (f"{line}\n" for line in yaml_lines(scenario)),
        SITES_FILE: lambda: csv_text(site_rows(scenario)),
    }
    legs, roads, earlier = scenario.legs, scenario.roads, scenario.earlier
    if legs is not None:
        files[TRAVEL_FILE] = lambda: csv_text(leg_rows(scenario, legs))
    if roads is not None:
        files[SPEEDS_FILE] = lambda: (f"{line}\n" for line in speeds_lines(roads))
    if scenario.work_done:
        files[RECORD_FILE] = lambda: csv_text(record_rows(scenario))
    crewing = scenario.crewing
    if crewing is not None:
        files[OFFICERS_FILE] = lambda: csv_text(officer_rows(crewing))
        if crewing.history:
            files[HISTORY_FILE] = lambda: csv_text(history_rows(crewing))
    if earlier is not None:
        files[EARLIER_FILE] = lambda: iter((handed_out_text(earlier.routes, earlier.crews),))
    return files
