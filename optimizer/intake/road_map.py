"""The extract on which travel is measured, and that it is the right one; or the server that is asked."""

from __future__ import annotations

import hashlib
from pathlib import Path

from optimizer.domain.errors import Where
from optimizer.domain.roads import RoadMap, RouteServer, ServerKind
from optimizer.intake.collect import Findings
from optimizer.intake.format import ScenarioForm, TravelForm
from optimizer.intake.paths import inside, locate_table
from optimizer.intake.speeds import SpeedTable, read_speeds, shipped_speeds


def read_road_map(
    folder: Path, form: ScenarioForm, handed: Path | None, findings: Findings
) -> RoadMap | None:
    """The extract that the scenario names, or None after a finding or where it names none.

    Parameters
    ----------
    handed
        Where the extract lies instead of in the scenario's folder: many scenarios may share one.
    """
    travel = form.travel
    if travel is None or travel.source != "roads" or travel.file is None:
        return None
    speeds = _speeds(folder, travel, findings)
    path = _path(folder, travel, travel.file, handed, findings)
    digest = None if path is None else _digest(path, travel, travel.file, findings)
    if path is None or digest is None:
        return None
    return RoadMap(
        file=travel.file,
        sha256=digest,
        speeds=speeds.movements,
        walking_kmh=speeds.walking_kmh,
        folder=str(folder),
        path=str(path),
    )


def read_server(
    folder: Path, form: ScenarioForm, handed: Path | None, findings: Findings
) -> RouteServer | None:
    """The server that the scenario asks, or its program on an extract; None where it does neither.

    Parameters
    ----------
    handed
        Where the extract lies, as for `read_road_map`.
    """
    travel = form.travel
    if travel is None or travel.source not in tuple(ServerKind):
        return None
    kind = ServerKind(travel.source)
    if travel.url is not None:
        return RouteServer(kind, travel.url, folder=str(folder))
    if travel.file is None or kind is not ServerKind.VALHALLA:
        return None
    path = _path(folder, travel, travel.file, handed, findings)
    digest = None if path is None else _digest(path, travel, travel.file, findings)
    if path is None or digest is None:
        return None
    return RouteServer(kind, file=travel.file, sha256=digest, folder=str(folder), path=str(path))


def _speeds(folder: Path, travel: TravelForm, findings: Findings) -> SpeedTable:
    if travel.speeds is None:
        return shipped_speeds()
    path = locate_table(folder, travel.speeds, travel.where("speeds"), findings)
    return shipped_speeds() if path is None else read_speeds(path, travel.speeds, findings)


def _path(
    folder: Path, travel: TravelForm, file: str, handed: Path | None, findings: Findings
) -> Path | None:
    if handed is None:
        path = inside(folder, file)
        if path is None:
            findings.add("E008", travel.where("file"), file=file)
        return path
    if not handed.is_file():
        findings.add("E407", travel.where("file"), file=str(handed))
        return None
    return handed


def _digest(path: Path, travel: TravelForm, file: str, findings: Findings) -> str | None:
    """Digest of the extract; of one that is not there, as the frozen copy in a plan's folder states it."""
    where = travel.where("file")
    try:
        if not path.is_file():
            if travel.sha256 is None:
                findings.add("E407", where, file=file)
            return travel.sha256
        with path.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
    except (OSError, ValueError) as refused:
        findings.add("E002", Where(file=file), reason=getattr(refused, "strerror", None) or str(refused))
        return None
    if travel.sha256 not in {None, digest}:
        findings.add("E406", where, file=file)
        return None
    return digest
