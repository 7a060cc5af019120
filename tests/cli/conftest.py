from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.cli import main
from tests.cli.campaign import write_campaign

QUICKLY = ("--iterations", "60")


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """The folder of a small scenario."""
    return write_campaign(tmp_path / "ba-diem")


@pytest.fixture(scope="package")
def plan_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a plan of the small scenario, to be copied, not changed."""
    folder = tmp_path_factory.mktemp("planned")
    source = write_campaign(folder / "ba-diem")
    assert main(["plan", str(source), *QUICKLY, "--out", str(folder / "out"), "--json"]) == 0
    return folder / "out"
