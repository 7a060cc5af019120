"""Where compiled kernels are kept, so that only a first run has to wait for them."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent
_SOURCES = ("engine/kernels/*.py", "travel/packed.py", "travel/shortest.py", "travel/roads/search.py")


def sources_digest(package: Path = _PACKAGE) -> str:
    """Digest of all kernel sources: numba notices a changed file, but not the files it calls."""
    digest = hashlib.sha256(sys.version.encode())
    for source in sorted(path for pattern in _SOURCES for path in package.glob(pattern)):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def user_cache(environment: Mapping[str, str]) -> Path:
    """The folder in which this user's programs keep what can be made again."""
    if "LUUDONG_CACHE" in environment:
        return Path(environment["LUUDONG_CACHE"])
    if sys.platform == "win32" and "LOCALAPPDATA" in environment:
        return Path(environment["LOCALAPPDATA"]) / "luudong"
    if "XDG_CACHE_HOME" in environment:
        return Path(environment["XDG_CACHE_HOME"]) / "luudong"
    return Path.home() / ".cache" / "luudong"


def writable(folder: Path) -> bool:
    """Make `folder`; False if nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def own(folder: Path) -> bool:
    """Make `folder` readable to this user only; False if it may be another's: what is cached is run."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        seen = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(seen.st_mode):
        return False
    return sys.platform == "win32" or (seen.st_uid == os.getuid() and not seen.st_mode & 0o077)


@cache
def prepare() -> Path:
    """Point numba at a writable cache, this user's or a temporary one; call before importing kernels."""
    folder = _chosen(f"kernels-{sources_digest()}", os.environ)
    os.environ["NUMBA_CACHE_DIR"] = str(folder)
    if "numba" in sys.modules:
        sys.modules["numba"].config.CACHE_DIR = str(folder)
    return folder


def _chosen(name: str, environment: Mapping[str, str]) -> Path:
    with suppress(RuntimeError):  # a user may have no home
        folder = user_cache(environment) / name
        if writable(folder):
            return folder
    folder = Path(tempfile.gettempdir()) / f"luudong-{name}"
    return folder if own(folder) and writable(folder) else Path(tempfile.mkdtemp(prefix="luudong-"))


def compiled() -> bool:
    """Have the kernels been compiled on this machine before?"""
    return any(prepare().rglob("anneal.walk*.nbc"))
