from __future__ import annotations

import subprocess
import sys
from importlib import metadata

import pytest

import optimizer

PUBLIC = {
    "LuuDongError",
    "Options",
    "Plan",
    "Progress",
    "Scenario",
    "__version__",
    "build_matrix",
    "check_plan",
    "explain",
    "make_plan",
    "read_plan",
    "read_scenario",
    "write_map",
    "write_plan",
    "write_workbook",
}


def test_the_public_names_are_these_and_no_more_than_fifteen():
    assert set(optimizer.__all__) == PUBLIC
    assert len(PUBLIC) <= 15
    assert dir(optimizer) == sorted(PUBLIC)


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_public_name_is_there(name: str):
    assert getattr(optimizer, name) is not None


def test_a_name_that_is_not_public_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'solve_everything'"):
        optimizer.solve_everything  # noqa: B018


def test_the_version_is_the_distribution_s():
    assert optimizer.__version__ == metadata.version("luudong")


def test_importing_the_package_or_asking_for_help_imports_nothing_heavy():
    heavy = {"numba", "numpy", "pydantic", "networkx", "ortools", "folium", "openpyxl", "xlsxwriter", "rich"}
    code = (
        "import contextlib, io, sys; import optimizer.cli\n"
        "with contextlib.redirect_stdout(io.StringIO()) as page: code = optimizer.cli.main(['--help'])\n"
        "assert code == 0 and 'luudong' in page.getvalue()\n"
        f"print(sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 -- our own interpreter, our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
