"""Keeps what takes long: networks beside the extract they were read from, ways beside the scenario.

Everything is named by a digest of what it was made from, so that nothing old is ever taken for new.
Where the scenario's folder cannot be written, the user's cache holds it; where neither can, it is
made again each time.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from optimizer.kernel_cache import user_cache, writable

FOLDER = "luudong-roads"
"""Beside an extract or a frozen scenario."""

_Made = TypeVar("_Made")


class Store:
    """Archives by name, in the first of some folders that has them.

    Parameters
    ----------
    folders
        Folders of the scenario and of the extract; empty ones are left out, and the user's cache is the last.
    """

    def __init__(self, *folders: str) -> None:
        self._beside = folders

    def find(self, name: str, read: Callable[[Path], _Made]) -> _Made | None:
        """What is kept under a name, or None; a damaged archive is as if it were not there."""
        for place in self._folders():
            path = place / name
            if path.is_file():
                with suppress(Exception):  # a damaged file may fail anywhere inside its reader
                    return read(path)
        return None

    def has(self, name: str) -> bool:
        """Whether something is kept under a name."""
        return any((place / name).is_file() for place in self._folders())

    def keep(self, name: str, write: Callable[[Path], None]) -> None:
        """Keep something under a name in the first folder that can be written."""
        for place in self._folders():
            if not writable(place):
                continue
            unfinished = place / f".{name}.{uuid4().hex[:12]}.part"
            try:
                write(unfinished)
                unfinished.replace(place / name)
            except OSError:
                unfinished.unlink(missing_ok=True)
                continue
            return

    def copy(self, name: str, target: Path) -> None:
        """Copy what is kept under a name into a folder; nothing where it is not kept.

        Raises
        ------
        OSError
            If the folder cannot be written.
        """
        for place in self._folders():
            if (place / name).is_file():
                target.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(place / name, target / name)
                return

    def _folders(self) -> Iterator[Path]:
        yield from (Path(folder) / FOLDER for folder in dict.fromkeys(self._beside) if folder)
        with suppress(RuntimeError):  # a user may have no home
            yield user_cache(os.environ) / "roads"
