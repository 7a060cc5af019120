"""The table of speeds on roads: the one that ships, and what a scenario changes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from optimizer.domain.errors import Where
from optimizer.domain.roads import Movement, Speeds
from optimizer.intake.collect import Findings
from optimizer.intake.fields import Real, YesNo
from optimizer.intake.nearest import Hint
from optimizer.intake.origins import Located, YamlOrigin, plain
from optimizer.intake.sections import Section, about
from optimizer.intake.text_files import read_text
from optimizer.intake.validate import read_whole
from optimizer.intake.yaml_lines import read_yaml

SPEEDS_FILE = "speeds.yaml"
MOST_KMH = 200.0


class MovementForm(Section):
    """Speeds of one kind of movement."""

    classes: dict[str, Real] = about("schema.movement.classes", {}, unit="km/h")
    limits: dict[str, Real] = about("schema.movement.limits", {}, unit="km/h")


class SpeedsForm(Section):
    """A table of speeds."""

    alone: YesNo = about("schema.speeds.alone", default=False)
    walking_kmh: Real | None = about("schema.speeds.walking_kmh", None, unit="km/h", gt=0, le=20)
    car: MovementForm = about("schema.speeds.car", MovementForm())
    motorbike: MovementForm = about("schema.speeds.motorbike", MovementForm())
    foot: MovementForm = about("schema.speeds.foot", MovementForm())
    boat: MovementForm = about("schema.speeds.boat", MovementForm())


@dataclass(frozen=True, slots=True)
class SpeedTable:
    """Speeds of every kind of movement, and on foot between a place and its road."""

    movements: Mapping[Movement, Speeds]
    walking_kmh: float


def shipped_text() -> str:
    """The table that ships, as a file that a planner may change."""
    return files("optimizer.intake").joinpath(SPEEDS_FILE).read_text(encoding="utf-8")


def shipped_speeds() -> SpeedTable:
    """The table that ships.

    Raises
    ------
    ValueError
        If the installation is damaged.
    """
    form = _form(shipped_text(), SPEEDS_FILE, Findings())
    if form is None:
        message = "the shipped table of speeds is damaged"
        raise ValueError(message)
    return _over(SpeedTable({one: Speeds({}) for one in Movement}, 0.0), form)


def read_speeds(path: Path, file: str, findings: Findings) -> SpeedTable:
    """The table that ships, with what a file changes of it; the file's findings are gathered."""
    shipped = shipped_speeds()
    text = read_text(path, file, findings)
    form = None if text is None else _form(text, file, findings)
    if form is None:
        return shipped
    for movement in Movement:
        _check(getattr(form, movement.value), shipped.movements[movement], findings)
    if form.alone:
        return _over(SpeedTable({one: Speeds({}) for one in Movement}, shipped.walking_kmh), form)
    return _over(shipped, form)


def _form(text: str, file: str, findings: Findings) -> SpeedsForm | None:
    root = read_yaml(text, file, findings)
    if root is None:
        return None
    document = plain(YamlOrigin(file, root), root)
    if not isinstance(document, Located):
        findings.add("E103", Where(file=file, line=root.line))
        return None
    return read_whole(document, SpeedsForm, findings)


def _check(form: MovementForm, shipped: Speeds, findings: Findings) -> None:
    for section, known in (("classes", shipped.classes), ("limits", shipped.limits)):
        for name, kmh in getattr(form, section).items():
            where = form.where(section, name)
            if not 0 <= kmh <= MOST_KMH:
                findings.add("E408", where, most=f"{MOST_KMH:g}")
            elif name not in known:
                findings.add("W403", where, name=name, hint=Hint(name, list(known)))


def _over(table: SpeedTable, form: SpeedsForm) -> SpeedTable:
    movements = {}
    for movement, speeds in table.movements.items():
        changed: MovementForm = getattr(form, movement.value)
        movements[movement] = Speeds(
            {**speeds.classes, **changed.classes}, {**speeds.limits, **changed.limits}
        )
    return SpeedTable(movements, form.walking_kmh or table.walking_kmh)
