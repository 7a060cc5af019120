"""Libraries that are copied into the repository: pinned, complete, and refused when they were changed."""

from __future__ import annotations

import importlib.util
import json
import tarfile
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest

from optimizer.report.offline import LEAFLET

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def refresh() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "refresh_vendored", ROOT / "scripts" / "refresh_vendored.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def package(folder: Path, **files: bytes) -> Path:
    path = folder / "thing-1.0.0.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            told = tarfile.TarInfo(f"package/{name}")
            told.size = len(content)
            archive.addfile(told, BytesIO(content))
    return path


def test_every_pinned_library_lies_in_its_folder_with_its_licence_and_is_told_of(refresh: ModuleType) -> None:
    pins = json.loads((refresh.VENDOR / refresh.PINS).read_text(encoding="utf-8"))
    notes = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    assert {path.name for path in refresh.VENDOR.iterdir() if path.is_dir()} == set(pins)
    for folder, pin in pins.items():
        kept = {path.name for path in (refresh.VENDOR / folder).iterdir()}
        assert kept == set(pin["files"].values())
        assert kept & {"LICENSE", "OFL.txt"}
        assert f"`npm pack {pin['release']}`" in notes
        assert f"`optimizer/report/vendor/{folder}/`" in notes
    assert Path(LEAFLET).name in pins


def test_the_files_of_the_pinned_release_are_unpacked(refresh: ModuleType, tmp_path: Path) -> None:
    made = package(tmp_path, LICENSE=b"free", code=b"run()", more=b"rest")
    pin = {"digest": refresh.digest(made), "files": {"LICENSE": "LICENSE", "code": "code"}}
    refresh.unpack(made, pin, tmp_path / "thing")
    assert {path.name: path.read_bytes() for path in (tmp_path / "thing").iterdir()} == {
        "LICENSE": b"free",
        "code": b"run()",
    }


def test_a_release_that_was_changed_or_lacks_a_file_is_refused(refresh: ModuleType, tmp_path: Path) -> None:
    pin = {"digest": refresh.digest(package(tmp_path, code=b"run()")), "files": {"code": "code"}}
    changed = package(tmp_path, code=b"steal()")
    with pytest.raises(ValueError, match="not the release"):
        refresh.unpack(changed, pin, tmp_path / "thing")
    with pytest.raises(ValueError, match="no file LICENSE"):
        refresh.unpack(
            changed, {"digest": refresh.digest(changed), "files": {"LICENSE": "LICENSE"}}, tmp_path / "thing"
        )
    assert not (tmp_path / "thing").exists()
