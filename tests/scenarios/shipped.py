"""The scenarios that ship with the project, and the scripts beside them."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from optimizer.domain.scenario import Scenario
from optimizer.intake import read_scenario

ROOT = Path(__file__).parents[2]
FOLDERS = {file.parent.name: file.parent for file in sorted((ROOT / "scenarios").glob("*/scenario.yaml"))}


@cache
def shipped(name: str) -> Scenario:
    """The scenario of one folder."""
    return read_scenario(FOLDERS[name]).scenario


def outstanding(name: str, *services: str, commune: str | None = None) -> int:
    """Cases outstanding of some services, over all sites or those of one commune."""
    return sum(
        site.cases.get(service, 0)
        for site in shipped(name).sites.values()
        if commune in {None, site.commune}
        for service in services
    )


def script(path: str) -> ModuleType:
    """A script of the project as a module; its folder is on the import path meanwhile."""
    file = ROOT / path
    with patch.object(sys, "path", [str(file.parent), *sys.path]):
        return import_module(file.stem)
