"""The modules of `benchmarks/`, which are scripts beside each other."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

FOLDER = Path(__file__).parents[2] / "benchmarks"


def benchmark(name: str) -> ModuleType:
    """A module of the benchmarks, such as ``peers.work``; its folder is on the import path meanwhile."""
    with patch.object(sys, "path", [str(FOLDER), *sys.path]):
        return import_module(name)
