"""Fetch anew the work of others that pages and prints are made with, at its pinned releases.

``optimizer/report/vendor/vendored.json`` pins for each folder beside it the release of its npm package,
the package's digest, and which files are kept of it under which names.  Needs npm and a network::

    python scripts/refresh_vendored.py          # the pinned releases, or an error
    python scripts/refresh_vendored.py leaflet-1.9.4 leaflet@1.9.5 leaflet-1.9.5    # another one

A release that was changed after it was pinned is refused.  After moving to another release, name its
folder where it is read (`optimizer/report/offline.py`, `optimizer/report/paper/sheet.py`) and run the
tests; the old folder stays until it is deleted.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from base64 import b64encode
from hashlib import sha512
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).parents[1] / "optimizer" / "report" / "vendor"
PINS = "vendored.json"


def packed(release: str, folder: Path) -> Path:
    """The package of a release, fetched by npm.

    Raises
    ------
    OSError, subprocess.CalledProcessError
        If there is no npm, or it cannot fetch the release.
    """
    npm = shutil.which("npm")
    if npm is None:
        message = "npm is needed"
        raise OSError(message)
    command = [npm, "pack", release, "--json", "--pack-destination", str(folder)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    return folder / str(json.loads(told)[0]["filename"])


def digest(package: Path) -> str:
    """A package's digest as npm writes it."""
    return "sha512-" + b64encode(sha512(package.read_bytes()).digest()).decode()


def unpack(package: Path, pin: dict[str, Any], folder: Path) -> None:
    """Write the files that are kept of a package, all in one folder.

    Raises
    ------
    ValueError
        If the package is not the pinned one, or lacks a file.
    """
    if digest(package) != pin["digest"]:
        message = f"{package.name} is not the release that was pinned"
        raise ValueError(message)
    kept: dict[str, bytes] = {}
    with tarfile.open(package) as archive:
        for source, name in pin["files"].items():
            try:
                file = archive.extractfile(f"package/{source}")
            except KeyError:
                file = None
            if file is None:
                message = f"{package.name} has no file {source}"
                raise ValueError(message)
            kept[name] = file.read()
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in kept.items():
        (folder / name).write_bytes(content)


def main(arguments: list[str]) -> None:
    """Pin another release if one is named; fetch every pinned one."""
    pins = json.loads((VENDOR / PINS).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        if arguments:
            old, release, new = arguments
            pins[new] = pins.pop(old) | {"release": release, "digest": digest(packed(release, Path(scratch)))}
            (VENDOR / PINS).write_text(json.dumps(pins, indent=2) + "\n", encoding="utf-8")
        for name, pin in pins.items():
            unpack(packed(pin["release"], Path(scratch)), pin, VENDOR / name)
            print(f"{name}: {', '.join(pin['files'].values())}")


if __name__ == "__main__":
    main(sys.argv[1:])
