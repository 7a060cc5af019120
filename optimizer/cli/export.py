"""``luudong export``: everything that leaves the office with a plan."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option, add_path
from optimizer.cli.planned import declare_plan, open_drawable
from optimizer.cli.speaker import Speaker
from optimizer.language import Language, say

if TYPE_CHECKING:
    from optimizer.report.exports import Export, Given

NAME = "export"
KINDS = ("xlsx", "docx", "pdf", "returns", "ics", "gpx", "geojson", "csv", "map")
"""As `optimizer.report.exports` has them, which is too heavy to be asked for the help."""

BESIDE_A_PLAN = (
    "plan.docx",
    "overview.pdf",
    "pdf",
    "returns",
    "ics",
    "gpx",
    "plan.geojson",
    "visits.csv",
)
"""What is there only if it was exported: `luudong plan` itself writes the workbook and the map."""


def declare(parser: Parser) -> None:
    """Add the plan, what to write, and where."""
    language = parser.language
    declare_plan(parser)
    parser.options.add_argument(
        "--to",
        type=_kinds(language),
        default=KINDS,
        metavar=say("cli.meta.kinds", language),
        help=say("cli.export.to", language, kinds=",".join(KINDS)),
    )
    add_path(parser, "--out", "cli.export.out", "folder")
    add_path(parser, "--template", "cli.export.template", "file")
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write what is asked for beside the plan, or elsewhere; each file whole or not at all.

    Raises
    ------
    PlanError
        If the plan cannot be read.
    OfficeTemplateError
        If the office's own template cannot be read or filled in.
    OutputError
        If a file cannot be written; those before it stay.
    """
    from optimizer.intake.plan_file import PLAN_FILE
    from optimizer.report.exports import exports
    from optimizer.report.ground import read_ground
    from optimizer.report.phones.handed_out import read_handed_out
    from optimizer.report.workbook_sheets.contents import Contents
    from optimizer.review.check import check_plan

    planned = open_drawable(arguments.plan)
    file = arguments.plan / PLAN_FILE if arguments.plan.is_dir() else arguments.plan
    folder = arguments.out or file.parent
    breaches = check_plan(planned.scenario, planned.travel, planned.plan)
    if breaches:
        speaker.remark(speaker.counted("cli.map.broken", len(breaches)))
    # The file's own time, not now: the same plan gives the same calendars whenever they are written.
    made_at = datetime.fromtimestamp(file.stat().st_mtime, UTC).replace(microsecond=0)
    given = replace(
        _given(arguments.template, made_at),
        ground=read_ground(file.parent, planned.scenario),
        handed_out=read_handed_out(folder) if "ics" in arguments.to else {},
    )
    files = exports(Contents(*planned), arguments.to, given)
    written: dict[str, list[Path]] = {}
    with _progress(files, speaker) as begin:
        for one in files:
            begin(one)
            written.setdefault(one.kind, []).append(one.write(folder))
    for kind, paths in written.items():
        where = paths[0] if len(paths) == 1 else paths[0].parent
        told = speaker.text(f"cli.export.kind.{kind}")
        speaker.result(speaker.text("cli.export.done", kind=told, path=where, count=len(paths)))
    speaker.data({"files": {kind: list(map(str, paths)) for kind, paths in written.items()}})
    return Exit.FINE


def tell_older_exports(folder: Path, speaker: Speaker) -> None:
    """Tell what lies beside a new plan and was made from the plan before it."""
    older = [name for name in BESIDE_A_PLAN if (folder / name).exists()]
    if older:
        speaker.remark(speaker.text("cli.export.older", names=", ".join(older), folder=folder))


def _given(template: Path | None, made_at: datetime) -> Given:
    from optimizer.report.exports import Given

    if template is None:
        return Given(made_at)
    from optimizer.report.official.document import read_template

    return Given(made_at, read_template(template), template.name)


@contextmanager
def _progress(files: Sequence[Export], speaker: Speaker) -> Iterator[Callable[[Export], None]]:
    """Yield what is told of each file before it is made: a bar on a terminal, a line per kind elsewhere."""
    told: set[str] = set()

    def line(one: Export) -> None:
        if one.kind not in told:
            told.add(one.kind)
            speaker.remark(speaker.text("cli.export.begun", kind=speaker.text(f"cli.export.kind.{one.kind}")))

    if not speaker.err.isatty():
        yield line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(file=speaker.err), transient=True) as shown:
        task = shown.add_task("", total=len(files))
        begun = -1

        def bar(one: Export) -> None:
            nonlocal begun
            begun += 1
            shown.update(task, description=one.name, completed=begun)

        yield bar


def _kinds(language: Language) -> Callable[[str], tuple[str, ...]]:
    """A reader of kinds with commas between them."""

    def read(text: str) -> tuple[str, ...]:
        asked = tuple(word.strip().casefold() for word in text.split(",") if word.strip())
        unknown = [word for word in asked if word not in KINDS]
        if unknown or not asked:
            told = ", ".join(unknown) or text
            raise argparse.ArgumentTypeError(
                say("cli.export.unknown", language, text=told, known=", ".join(KINDS))
            )
        return asked

    return read
