"""``luudong compare``: what changed from one plan to another."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.cli.exits import Exit
from optimizer.cli.grammar import Parser
from optimizer.cli.options import add_json_option
from optimizer.cli.planned import open_drawable
from optimizer.cli.speaker import Speaker
from optimizer.domain.errors import PlanError
from optimizer.language import say

if TYPE_CHECKING:
    from optimizer.domain.errors import Finding
    from optimizer.report.comparison.pair import Leaf

NAME = "compare"
PAGE_FILE = "comparison.html"


def declare(parser: Parser) -> None:
    """Add both plans and the files to write."""
    language = parser.language
    for which in ("before", "after"):
        parser.inputs.add_argument(
            which,
            type=Path,
            metavar=say(f"cli.compare.meta.{which}", language),
            help=say(f"cli.compare.{which}", language),
        )
    for option in ("to", "xlsx"):
        parser.options.add_argument(
            f"--{option}",
            type=Path,
            metavar=say("cli.meta.file", language),
            help=say(f"cli.compare.{option}", language),
        )
    add_json_option(parser)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Compare two plans: a table here, a page beside the later plan unless told otherwise.

    Raises
    ------
    PlanError
        If a plan cannot be read, or the two have no site in common.
    OutputError
        If a file cannot be written.
    """
    from optimizer.cli.compare_table import document, print_comparison
    from optimizer.report.comparison.page import write_comparison
    from optimizer.report.comparison.pair import Pair
    from optimizer.report.comparison.workbook import write_comparison_workbook

    pair = Pair(*_leaves(arguments.before, arguments.after))
    written = {"page": arguments.to or _folder(arguments.after) / PAGE_FILE}
    write_comparison(pair, written["page"])
    if arguments.xlsx is not None:
        written["workbook"] = arguments.xlsx
        write_comparison_workbook(pair, arguments.xlsx)
    print_comparison(pair, speaker)
    for what, path in written.items():
        speaker.result(speaker.text(f"cli.compare.{what}", path=path))
    speaker.data(document(pair, speaker.language) | {what: str(path) for what, path in written.items()})
    return Exit.FINE


def _leaves(before: Path, after: Path) -> list[Leaf]:
    """Both plans; whatever is wrong with either is told at once, by which it is."""
    leaves: list[Leaf] = []
    findings: list[Finding] = []
    for path, label in zip((before, after), _labels(before, after), strict=True):
        try:
            leaves.append(_leaf(path, label))
        except PlanError as problem:
            findings += (_of_plan(one, path, label) for one in problem.findings)
    if findings:
        raise PlanError(findings)
    return leaves


def _of_plan(finding: Finding, path: Path, label: str) -> Finding:
    """A finding that names the plan, unless its place is the plan's path already."""
    where = finding.where
    if where.file == str(path):
        return finding
    return replace(finding, where=replace(where, file=f"{label}: {where.file}"))


def _leaf(path: Path, label: str) -> Leaf:
    from optimizer.report.comparison.pair import Leaf
    from optimizer.report.ground import read_ground

    planned = open_drawable(path)
    return Leaf(*planned, label=label, ground=read_ground(_folder(path), planned.scenario))


def _folder(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _labels(before: Path, after: Path) -> tuple[str, str]:
    """What the reader calls each plan: its folder, with what lies above it where that tells them apart."""
    then, now = before.resolve(), after.resolve()
    if then.parent == now.parent and then.is_file() and now.is_file():
        return then.stem, now.stem
    parts = [(path if path.is_dir() else path.parent).parts for path in (then, now)]
    for depth in range(1, max(map(len, parts)) + 1):
        names = ["/".join(one[-depth:]) for one in parts]
        if names[0] != names[1]:
            return names[0], names[1]
    return parts[0][-1], parts[1][-1]
