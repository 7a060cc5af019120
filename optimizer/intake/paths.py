"""Where a scenario's files are, and that its tables do not lie outside its folder."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings

SCENARIO_FILES = ("scenario.yaml", "scenario.yml")
_TABLES = frozenset({".csv", ".xlsx", ".xlsm", ".xls", ".ods"})
_SECTIONS = {"sites", "pins", "record"}
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class ScenarioFiles:
    """The scenario's YAML file and the folder its tables are in."""

    file: Path
    folder: Path


def locate_scenario(path: Path, findings: Findings) -> ScenarioFiles | None:
    """The YAML file of a scenario given as a folder or as the file itself, or None after a finding."""
    try:
        if path.is_dir():
            for name in SCENARIO_FILES:
                if (path / name).is_file():
                    return ScenarioFiles(path / name, path)
            findings.add("E009", Where(file=str(path)))
            return None
        if path.is_file() and path.suffix.lower() in _TABLES:
            findings.add("E019", Where(file=str(path)))
            return None
        if path.is_file():
            return ScenarioFiles(path, path.parent)
    except (OSError, ValueError):
        pass
    findings.add("E001", Where(file=str(path)))
    return None


def locate_table(folder: Path, name: str, where: Where, findings: Findings) -> Path | None:
    """The path of a table named in the scenario, or None after a finding."""
    path = inside(folder, name)
    if path is None:
        findings.add("E008", where, file=name)
    elif not _is_file(path):
        findings.add("E007", where, file=name)
        path = None
    return path


def inside(folder: Path, name: str) -> Path | None:
    """The path of what a scenario names, whether it is there or not; None outside the scenario's folder.

    A scenario from elsewhere must not make this program read other files of the machine: not
    by an absolute path, not by ``..`` and not through a symbolic link.
    """
    if _ABSOLUTE.match(name) or ".." in re.split(r"[/\\]", name):
        return None
    path = folder / name.replace("\\", "/")
    try:
        return path if path.resolve().is_relative_to(folder.resolve()) else None
    except (OSError, ValueError, RuntimeError):  # no name of a file, so nothing outside either
        return path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def check_tables_read(folder: Path, read: Collection[str], findings: Findings) -> None:
    """Warn of tables in the scenario's folder that the scenario does not name but seems to mean.

    A table is meant if it has the name of a section, or that of a table that is read but another ending.
    """
    kept = {Path(name).name for name in read}
    stems = {Path(name).stem.casefold() for name in read} | _SECTIONS
    try:
        names = sorted(path.name for path in folder.iterdir() if path.suffix.lower() in _TABLES)
    except OSError:
        return
    for name in names:
        if name not in kept and Path(name).stem.casefold() in stems:
            findings.add("W003", Where(file=name), read=", ".join(sorted(kept)) or "scenario.yaml")
