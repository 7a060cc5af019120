"""A whole district's files are written while one waits, on a small machine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from optimizer.cli.export import KINDS
from tests.scenarios.planned_by_hand import folder_of
from tests.scenarios.shipped import script

exports = script("benchmarks/exports.py")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in other units elsewhere")
def test_all_exports_of_thuan_chau_take_less_than_20_seconds_and_500_mb(tmp_path: Path):
    took = exports.written(folder_of("thuan-chau", tmp_path / "plan"), KINDS)
    assert took.files > 100
    assert took.megabytes < 500
    # Of the processor, so that a busy machine makes no difference; about ten.
    assert took.processor_seconds < 20
