from __future__ import annotations

import os
from pathlib import Path

import pytest

from optimizer.cli.plan_folder import default_folder, plan_folder
from optimizer.domain.errors import OutputError

SOURCE = Path("scenarios/ha-nam")


def write(folder: Path, text: str) -> None:
    for name in ("plan.json", "map.html", "plan.xlsx"):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "scenario").mkdir()
    (folder / "scenario" / "scenario.yaml").write_text(text, encoding="utf-8")


def fail_after_writing(target: Path, failure: type[BaseException]) -> None:
    with plan_folder(target, source=SOURCE) as folder:
        write(folder, "mới")
        raise failure


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder with an earlier plan and a file of the planner's own."""
    target = tmp_path / "maps" / "ha-nam"
    with plan_folder(target, source=SOURCE) as folder:
        write(folder, "cũ")
    (target / "ghi chú.txt").write_text("của tôi", encoding="utf-8")
    return target


def test_a_plan_is_put_in_place_and_nothing_else_is_left(written: Path):
    assert sorted(contents(written)) == [
        "ghi chú.txt",
        "map.html",
        "plan.json",
        "plan.xlsx",
        "scenario/scenario.yaml",
    ]
    assert not list(written.glob(".luudong-*"))


def test_a_new_plan_replaces_the_old_one_and_spares_the_planner_s_own_files(written: Path):
    with plan_folder(written, source=SOURCE) as folder:
        write(folder, "mới")
    assert contents(written) == {
        "ghi chú.txt": "của tôi",
        "map.html": "mới",
        "plan.json": "mới",
        "plan.xlsx": "mới",
        "scenario/scenario.yaml": "mới",
    }


@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt])
def test_after_a_failure_everything_is_as_it_was(written: Path, failure: type[BaseException]):
    before = contents(written)
    with pytest.raises(failure):
        fail_after_writing(written, failure)
    assert contents(written) == before


def test_after_a_failure_a_folder_that_was_not_there_is_gone(tmp_path: Path):
    target = tmp_path / "a" / "b"
    with pytest.raises(RuntimeError):
        fail_after_writing(target, RuntimeError)
    assert not target.exists()


def test_a_file_that_cannot_be_replaced_brings_all_the_old_ones_back(
    written: Path, monkeypatch: pytest.MonkeyPatch
):
    # As on Windows while Excel holds the workbook: map.html and plan.json are replaced by then.
    before, replace = contents(written), Path.replace

    def held_by_excel(origin: Path, destination: Path) -> Path:
        if origin == written / "plan.xlsx":
            raise PermissionError(13, "Permission denied")
        return replace(origin, destination)

    monkeypatch.setattr(Path, "replace", held_by_excel)
    with pytest.raises(OutputError) as caught, plan_folder(written, source=SOURCE) as folder:
        write(folder, "mới")
    assert caught.value.exit_code == 3
    assert "Permission denied" in caught.value.findings[0].text("vi")
    assert contents(written) == before
    assert not list(written.glob(".luudong-*"))


def test_a_folder_that_cannot_be_made_is_told_before_anything_is_done(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError), plan_folder(tmp_path / "file" / "x", source=SOURCE):
        pytest.fail("the search must not begin")


@pytest.mark.parametrize("name", ["map.html", "plan.xlsx", "scenario"])
def test_what_is_not_a_plan_s_is_not_replaced(tmp_path: Path, name: str):
    (tmp_path / name).mkdir()
    with pytest.raises(OutputError) as caught, plan_folder(tmp_path, source=SOURCE):
        pytest.fail("the search must not begin")
    assert caught.value.findings[0].code == "E711"
    assert name in caught.value.findings[0].text("en")


@pytest.mark.parametrize("inside", ["scenario", "scenario/scenario.yaml"])
def test_a_scenario_is_not_replaced_by_its_own_frozen_copy(written: Path, inside: str):
    with pytest.raises(OutputError) as caught, plan_folder(written, source=written / inside):
        pytest.fail("the search must not begin")
    assert caught.value.findings[0].code == "E712"


@pytest.mark.parametrize(
    ("scenario", "name"),
    [
        ("ha-nam", "ha-nam"),
        ("ha-nam/scenario.yaml", "ha-nam"),
        ("ha-nam/scenario.yml", "ha-nam"),
        ("tuan-17.yaml", "tuan-17"),
        (".", "here"),
    ],
)
def test_a_plan_goes_to_a_folder_named_after_its_scenario(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scenario: str, name: str
):
    here = tmp_path / "here"
    (here / "ha-nam").mkdir(parents=True)
    monkeypatch.chdir(here)
    assert default_folder(Path(scenario)) == Path("maps") / name


def test_a_folder_of_its_own_may_be_the_one_we_stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with plan_folder(Path(os.curdir), source=SOURCE) as folder:
        write(folder, "mới")
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == "mới"
