"""What was really done on a scenario's dates: from return sheets to one table beside the scenario.

The last sheet of a team stands in place of everything it reported before, so that a correction is
another sheet and not a sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from optimizer.domain.after_work import Cell, after_work
from optimizer.domain.errors import Finding, RecordError, Where
from optimizer.domain.scenario import Scenario, WorkDone
from optimizer.intake.collect import Findings
from optimizer.intake.frozen_tables import csv_text
from optimizer.intake.paths import SCENARIO_FILES, ScenarioFiles
from optimizer.intake.return_rows import ReturnForm, read_returns
from optimizer.intake.whole_files import written_whole

_SHEETS = frozenset({".xlsx", ".csv"})
_COLUMNS = ("team", "date", "site", "service", "cases")


@dataclass(frozen=True, slots=True)
class TeamWork:
    """Cases that a team served on a date, of people of one site."""

    team: str
    work: WorkDone


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that is reported, the teams reported just now, and what should be looked at."""

    done: tuple[TeamWork, ...]
    reported: tuple[str, ...]
    warnings: tuple[Finding, ...]

    @property
    def work(self) -> tuple[WorkDone, ...]:
        """The work of all teams."""
        return tuple(one.work for one in self.done)

    @property
    def cases_by_service(self) -> Counter[str]:
        """Cases of all teams, by service."""
        return cases_by_service(self.work)


def cases_by_service(work: Iterable[WorkDone]) -> Counter[str]:
    """Cases by service."""
    totals: Counter[str] = Counter()
    for one in work:
        totals[one.service] += one.cases
    return totals


def sheets_at(paths: Iterable[Path]) -> list[Path]:
    """The sheets that are given: files as they are, and of a folder every table in it, by name.

    A folder without any stands for itself, so that it is told like a file that cannot be read.
    """
    sheets: list[Path] = []
    for path in paths:
        # Excel puts a file of its own, «~$…», beside one that is open.
        inside = sorted(
            one
            for one in (path.iterdir() if path.is_dir() else ())
            if one.suffix.lower() in _SHEETS and not one.name.startswith(("~$", "."))
        )
        sheets += inside or [path]
    return sheets


def record_path(files: ScenarioFiles) -> Path:
    """Where what was done is kept: ``done.csv`` beside ``scenario.yaml``, else named like its file."""
    if files.file.name in SCENARIO_FILES:
        return files.folder / "done.csv"
    return files.folder / f"{files.file.stem}-done.csv"


def read_record_file(path: Path, scenario: Scenario) -> tuple[TeamWork, ...]:
    """What was reported before; nothing if there is no such file yet.

    Raises
    ------
    RecordError
        With every finding, if the table does not fit the scenario.
    """
    if not path.exists():
        return ()
    findings = Findings()
    done = _read_sheet(path, path.name, scenario, findings)
    if findings.errors:
        raise RecordError(findings.listed())
    return done


def take_over(sheets: Sequence[Path], scenario: Scenario, before: Sequence[TeamWork]) -> Record:
    """Read return sheets, and put them in place of what their teams reported before.

    Raises
    ------
    RecordError
        With every finding of every sheet, if any of them is an error.
    """
    findings = Findings()
    by_team: dict[str, str] = {}
    fresh: list[TeamWork] = []
    for path, name in zip(sheets, _names(sheets), strict=True):
        read = _read_sheet(path, name, scenario, findings)
        for team in dict.fromkeys(one.team for one in read):
            if team in by_team:
                findings.add("E802", Where(file=name), team=team, other=by_team[team])
            by_team.setdefault(team, name)
        fresh += read
    kept = [one for one in before if one.team not in by_team]
    done = _in_order([*kept, *fresh], scenario)
    _tell_beyond(done, scenario, findings)
    if findings.errors:
        raise RecordError(findings.listed())
    return Record(done, tuple(by_team), findings.warnings())


def write_record(path: Path, done: Iterable[TeamWork]) -> None:
    """Write the table of what was done, whole or not at all.

    Raises
    ------
    OutputError
        If it cannot be written.
    """
    rows = ((one.team, one.work.date, one.work.site, one.work.service, one.work.cases) for one in done)
    with written_whole(path) as unfinished:
        text = "".join(csv_text([_COLUMNS, *rows]))
        unfinished.write_text(text, encoding="utf-8-sig", newline="")


def _names(sheets: Sequence[Path]) -> Iterator[str]:
    """What findings call each sheet: its name, or its whole path where two have the same name."""
    names = Counter(path.name for path in sheets)
    return (str(path) if names[path.name] > 1 else path.name for path in sheets)


def _read_sheet(path: Path, name: str, scenario: Scenario, findings: Findings) -> tuple[TeamWork, ...]:
    read = read_returns(path, name, scenario, findings)
    if read is None:
        return ()
    if read.blank:
        findings.add("W801", Where(file=name, line=read.first_blank, column="cases"), count=read.blank)
    if not read.rows and not read.blank and not findings.errors:
        findings.add("W803", Where(file=name))
    return tuple(_summed(read.rows))


def _summed(rows: Iterable[ReturnForm]) -> Iterator[TeamWork]:
    """One entry for each team, date, site and service; a team may be at a site twice on one day."""
    totals: Counter[tuple[str, date, str, str]] = Counter()
    for row in rows:
        totals[row.team, row.date, row.site, row.service] += row.cases
    for (team, day, site, service), cases in totals.items():
        yield TeamWork(team, WorkDone(day, site, service, cases))


def _in_order(done: Iterable[TeamWork], scenario: Scenario) -> tuple[TeamWork, ...]:
    ranks: Mapping[str, Mapping[str, int]] = {
        kind: {one: rank for rank, one in enumerate(ids)}
        for kind, ids in (
            ("team", scenario.teams),
            ("site", scenario.sites),
            ("service", scenario.services),
        )
    }

    def order(one: TeamWork) -> tuple[int, date, int, int]:
        work = one.work
        return ranks["team"][one.team], work.date, ranks["site"][work.site], ranks["service"][work.service]

    return tuple(sorted(done, key=order))


def _tell_beyond(done: Sequence[TeamWork], scenario: Scenario, findings: Findings) -> None:
    """Tell of cells of which more was served than was outstanding: a slip, or people nobody knew of.

    While a team has not reported, first steps of its may be missing for what others did after them.
    """
    all_in = {one.team for one in done} >= set(scenario.teams)
    following = {one.then.service for one in scenario.services.values() if one.then is not None}
    work = [one.work for one in done]
    beyond: Mapping[Cell, int] = after_work(scenario, work, scenario.horizon.end).beyond
    for (site, service), cases in beyond.items():
        if all_in or service not in following:
            served = sum(one.cases for one in work if (one.site, one.service) == (site, service))
            findings.add("W802", Where(), site=site, service=service, cases=served, known=served - cases)
