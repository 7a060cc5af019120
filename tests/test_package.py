"""What is installed, and with which versions."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import get_args

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from optimizer import __version__
from optimizer.language import Language

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pinned_versions() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pins}


def test_every_dependency_has_a_tested_version_within_its_range():
    project, tested = PROJECT["project"], pinned_versions()
    wanted = [
        Requirement(line) for line in project["dependencies"] + project["optional-dependencies"]["test"]
    ]
    assert len(wanted) > 10
    outside = [
        one.name for one in wanted if not one.specifier.contains(tested.get(canonicalize_name(one.name), "0"))
    ]
    assert outside == []


def test_plans_made_on_this_machine_cannot_get_into_a_wheel():
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included
    assert [source for source in included if not (ROOT / source).is_file()] == []


def test_a_wheel_has_the_words_in_every_language():
    assert PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["optimizer"]
    # The build leaves out what git ignores.
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert [line for line in ignored if "mo" in line.split(".") or "locale" in line] == []
    for language in get_args(Language):
        compiled = files("optimizer.language") / "locale" / language / "LC_MESSAGES" / "luudong.mo"
        assert compiled.is_file()


def test_the_version_is_stated_once_in_words_and_once_in_code():
    assert PROJECT["project"]["version"] == __version__
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", __version__)


def test_ci_runs_what_the_readme_says():
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "\nmake test\n" in (ROOT / "README.md").read_text(encoding="utf-8")
