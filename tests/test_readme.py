"""What the READMEs show must work as it stands there."""

from __future__ import annotations

import re
import shlex
import textwrap
from pathlib import Path

import openpyxl
import pytest

from optimizer.cli.exits import Exit
from optimizer.cli.parser import COMMANDS, build_parser
from optimizer.intake import read_scenario
from optimizer.whatif.asked import asked
from optimizer.whatif.changes import WHATS
from optimizer.whatif.variants import variants_of

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.vi.md")


def tables(page: str) -> list[list[list[str]]]:
    """Every Markdown table of a page: rows of cells, without the rule under the heading."""
    found = re.findall(r"(?:^ *\|.*\n)+", page, flags=re.MULTILINE)
    return [
        [
            [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
            for number, line in enumerate(table.strip().splitlines())
            if number != 1
        ]
        for table in found
    ]


@pytest.fixture(params=READMES)
def page(request: pytest.FixtureRequest) -> str:
    return (ROOT / request.param).read_text(encoding="utf-8")


def test_the_example_scenario_reads_without_a_finding(page: str, tmp_path: Path):
    yaml = re.search(r"```yaml\n(.*?)```", page, flags=re.DOTALL)
    assert yaml is not None
    (tmp_path / "scenario.yaml").write_text(textwrap.dedent(yaml[1]), encoding="utf-8")
    book = openpyxl.Workbook()
    for row in next(table for table in tables(page) if table[0][0] == "id"):
        book.active.append([float(cell) if re.fullmatch(r"[0-9.]+", cell) else cell or None for cell in row])
    book.save(tmp_path / "sites.xlsx")

    read = read_scenario(tmp_path)

    assert read.warnings == ()
    assert list(read.scenario.sites) == ["tu-ly", "cao-son", "nanh-nghe"]
    assert read.scenario.outstanding_cases == 40 + 90 + 30 + 80 + 30 + 60


def test_the_exit_codes_are_those_of_the_program(page: str):
    codes = [table for table in tables(page) if table[0][0] in {"exit code", "mã thoát"}]
    assert [int(row[0]) for row in codes[0][1:]] == list(Exit)


def test_every_command_is_described_and_no_other(page: str):
    described = [table for table in tables(page) if table[0][0] in {"command", "lệnh"}]
    names = [row[0].strip("`").split()[1] for row in described[0][1:]]
    assert names == [command.NAME for command in COMMANDS]


def shown(pages: str) -> list[list[str]]:
    """The words of every command on a line of its own."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(ROOT.glob(pages)))
    lines = (line for text in texts for line in text.splitlines() if line.strip().startswith("luudong "))
    return [shlex.split(line, comments=True)[1:] for line in lines]


@pytest.mark.parametrize("pages", ["README*.md", "docs/*.md", "scenarios/README.md"])
def test_every_command_that_is_shown_is_understood(pages: str):
    assert shown(pages)
    for words in shown(pages):
        arguments = build_parser("en").parse_args(words)
        if arguments.name == "whatif":
            wanted = asked({what: getattr(arguments, what) for what in WHATS}, arguments.combine)
            assert variants_of(read_scenario(ROOT / arguments.scenario).scenario, wanted), words


@pytest.mark.parametrize(
    "document",
    [
        *READMES,
        "CONTRIBUTING.md",
        "scenarios/README.md",
        "benchmarks/README.md",
        *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))),
    ],
)
def test_links_within_the_project_lead_somewhere(document: str):
    source = ROOT / document
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", source.read_text(encoding="utf-8")):
        if not target.startswith("https://"):
            assert (source.parent / target).exists(), target
