from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest import mock

import pytest

from optimizer import kernel_cache
from optimizer.kernel_cache import own, sources_digest, user_cache, writable

NOWHERE = "/proc/none"
"""A folder that nobody can make."""


def test_the_cache_is_where_the_user_says_or_where_the_system_keeps_caches():
    home = {"HOME": "/home/lan"}
    with mock.patch.dict(os.environ, home), mock.patch.object(sys, "platform", "linux"):
        assert user_cache(home) == Path("/home/lan/.cache/luudong")
        assert user_cache(home | {"XDG_CACHE_HOME": "/c"}) == Path("/c/luudong")
        assert user_cache(home | {"XDG_CACHE_HOME": "/c", "LUUDONG_CACHE": "/here"}) == Path("/here")
    with mock.patch.object(sys, "platform", "win32"):
        assert user_cache({"LOCALAPPDATA": "/l"}) == Path("/l/luudong")


def test_the_digest_is_that_of_all_sources_that_are_compiled(tmp_path: Path):
    package = Path(kernel_cache.__file__).parent
    kernels = {
        path.relative_to(package) for path in package.rglob("*.py") if "njit(" in path.read_text("utf-8")
    }
    assert kernels == {
        Path("engine/kernels/arrays.py"),
        Path("travel/roads/search.py"),
        Path("travel/shortest.py"),
    }
    for kernel in [*kernels, Path("engine/kernels/ruin.py")]:
        (tmp_path / kernel).parent.mkdir(parents=True, exist_ok=True)
        before = sources_digest(tmp_path)
        (tmp_path / kernel).write_text("changed", "utf-8")
        assert sources_digest(tmp_path) != before


def test_only_a_folder_of_ones_own_is_trusted_among_temporary_ones(tmp_path: Path):
    assert own(tmp_path / "new")
    assert own(tmp_path / "new")
    (tmp_path / "file").touch()
    assert not own(tmp_path / "file")
    assert not own(tmp_path / "none" / "below")


@pytest.mark.skipif(sys.platform == "win32", reason="temporary folders are each user's own there")
def test_a_temporary_folder_that_others_may_write_is_not_trusted(tmp_path: Path):
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    assert not own(tmp_path / "open")
    (tmp_path / "link").symlink_to(tmp_path)
    assert not own(tmp_path / "link")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that nobody can make is one of /proc")
def test_where_nothing_else_can_be_written_a_temporary_folder_serves(tmp_path: Path):
    assert not writable(Path(NOWHERE) / "cache")
    nowhere = {"LUUDONG_CACHE": NOWHERE}
    with mock.patch.object(tempfile, "tempdir", str(tmp_path)):
        chosen = kernel_cache._chosen("kernels-x", nowhere)
        assert chosen == tmp_path / "luudong-kernels-x" == kernel_cache._chosen("kernels-x", nowhere)
        chosen.chmod(0o777)
        other = kernel_cache._chosen("kernels-x", nowhere)
        assert other.parent == tmp_path
        assert other != chosen
        with mock.patch.object(Path, "home", side_effect=RuntimeError):
            assert kernel_cache._chosen("kernels-y", {}) == tmp_path / "luudong-kernels-y"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that nobody can make is one of /proc")
def test_a_matrix_is_built_with_no_home_to_keep_kernels_in(tmp_path: Path):
    script = (
        "from optimizer import build_matrix\n"
        "from tests import build\n"
        "build_matrix(build.scenario(build.site('a')))\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "XDG_CACHE_HOME"}
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script],
        env=environment | {"HOME": NOWHERE, "LUUDONG_CACHE": NOWHERE, "TMPDIR": str(tmp_path)},
        check=True,
    )
    assert list(tmp_path.glob("luudong-kernels-*/**/shortest.shorten_all*.nbi"))
