"""``luudong compare``: two plans on the command line."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from optimizer.cli import main
from optimizer.cli.exits import Exit
from tests.cli.campaign import SITES, write_campaign
from tests.cli.conftest import QUICKLY


@pytest.fixture
def before(plan_once: Path, tmp_path: Path) -> Path:
    """A plan's folder, to be changed."""
    return Path(shutil.copytree(plan_once, tmp_path / "truoc"))


@pytest.fixture
def after(before: Path, tmp_path: Path) -> Path:
    """The same plan, of which the first route was taken out by hand."""
    folder = Path(shutil.copytree(before, tmp_path / "sau"))
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    gone = plan["routes"].pop(0)
    for visit in gone["visits"]:
        for service, cases in visit["cases"].items():
            plan["unserved"].append(
                {
                    "site": visit["site"],
                    "service": service,
                    "cases": cases,
                    "reason": "not_found",
                    "detail": "Xe hỏng.",
                }
            )
    (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    return folder


def test_a_page_is_written_beside_the_later_plan_and_tables_tell_what_changed(
    before: Path, after: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(before), str(after), "--lang", "vi"]) == Exit.FINE
    told = capsys.readouterr().out
    assert "truoc → sau" in told
    assert "Không còn được phục vụ" in told
    assert "Bỏ" in told
    page = after / "comparison.html"
    assert str(page) in told
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert not (before / "comparison.html").exists()


def test_numbers_are_written_in_the_language_that_is_spoken_here(
    before: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    after = Path(shutil.copytree(before, tmp_path / "sau"))
    plan = json.loads((after / "plan.json").read_text(encoding="utf-8"))
    cases = plan["routes"][0]["visits"][0]["cases"]
    service = next(iter(cases))
    cases[service] += 1000
    (after / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    assert main(["compare", str(before), str(after), "--lang", "en"]) == Exit.FINE
    more = next(line for line in capsys.readouterr().out.splitlines() if "More cases served:" in line)
    assert re.search(r" → 1,0\d\d\)", more)


def test_a_machine_hears_ids_minutes_and_dong(
    before: Path, after: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, book = tmp_path / "so.html", tmp_path / "so.xlsx"
    code = main(["compare", str(before), str(after), "--to", str(page), "--xlsx", str(book), "--json"])
    assert code == Exit.FINE
    told = json.loads(capsys.readouterr().out)
    then = json.loads((before / "plan.json").read_text(encoding="utf-8"))
    gone = then["routes"][0]
    assert told["figures"]["cases"]["before"] == then["figures"]["cases"]
    assert told["figures"]["km"]["by"] == pytest.approx(-gone["km"], abs=0.002)
    removed = [one for one in told["changes"] if one["kinds"] == ["removed"]]
    assert [one["site"] for one in removed] == [visit["site"] for visit in gone["visits"]]
    assert {one["before"]["team"] for one in removed} == {gone["team"]}
    assert (told["page"], told["workbook"]) == (str(page), str(book))
    assert page.exists()
    assert book.exists()
    assert told["same"] is False


def test_the_same_plan_twice_has_changed_in_nothing(
    before: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "so.html"
    assert main(["compare", str(before), str(before), "--to", str(page), "--lang", "en"]) == Exit.FINE
    assert "The plans are the same: nothing changed." in capsys.readouterr().out
    assert page.exists()


def test_what_was_changed_in_the_scenario_is_remarked(
    before: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario = write_campaign(tmp_path / "ba-diem-moi")
    more = SITES.replace("toan-son,Xã Toàn Sơn,20.846,105.284,20,", "toan-son,Xã Toàn Sơn,20.846,105.284,25,")
    (scenario / "sites.csv").write_text(more, encoding="utf-8-sig")
    assert main(["plan", str(scenario), *QUICKLY, "--out", str(tmp_path / "moi"), "--json"]) == Exit.FINE
    capsys.readouterr()
    assert main(["compare", str(before), str(tmp_path / "moi"), "--lang", "en"]) == Exit.FINE
    heard = capsys.readouterr()
    assert "Sites given otherwise (cases, hours, place…): Xã Toàn Sơn." in heard.err
    assert "Cases outstanding" in heard.out


def test_what_is_not_a_plan_and_plans_of_unrelated_campaigns_are_refused_with_what_to_do(
    before: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moved = {"20.895,105.249": "10.1,106.2", "20.846,105.284": "10.2,106.3", "22.385,102.823": "10.3,106.4"}
    assert main(["compare", str(before), str(tmp_path), "--json"]) == Exit.BAD_INPUT
    assert [one["code"] for one in json.loads(capsys.readouterr().out)["findings"]] == ["E601"]

    far = write_campaign(tmp_path / "xa")
    sites = (far / "sites.csv").read_text(encoding="utf-8-sig")
    for here, there in moved.items():
        sites = sites.replace(here, there)
    (far / "sites.csv").write_text(sites, encoding="utf-8-sig")
    base = (
        (far / "scenario.yaml")
        .read_text(encoding="utf-8")
        .replace("20.875, lon: 105.252", "10.15, lon: 106.25")
    )
    (far / "scenario.yaml").write_text(base, encoding="utf-8")
    assert main(["plan", str(far), *QUICKLY, "--out", str(tmp_path / "plan-xa"), "--json"]) == Exit.FINE
    capsys.readouterr()
    page = tmp_path / "so.html"
    code = main(["compare", str(before), str(tmp_path / "plan-xa"), "--to", str(page), "--lang", "vi"])
    assert code == Exit.BAD_INPUT
    assert "E610" in capsys.readouterr().err
    assert not page.exists()


def test_what_is_wrong_with_either_plan_is_told_at_once_by_which_it_is(
    before: Path, after: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (before / "plan.json").write_text("{", encoding="utf-8")
    shutil.rmtree(after / "scenario")
    assert main(["compare", str(before), str(after), "--json"]) == Exit.BAD_INPUT
    told = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["code"], one["file"]) for one in told] == [
        ("E602", "truoc: plan.json"),
        ("E606", "sau: scenario"),
    ]
    assert not (after / "comparison.html").exists()


def test_plans_in_folders_of_one_name_are_told_apart_by_what_lies_above(
    before: Path, after: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = Path(shutil.copytree(before, tmp_path / "thu-hai" / "plan"))
    other = Path(shutil.copytree(after, tmp_path / "thu-tu" / "plan"))
    assert main(["compare", str(one), str(other / "plan.json"), "--json"]) == Exit.FINE
    told = json.loads(capsys.readouterr().out)
    assert (told["before"], told["after"]) == ("thu-hai/plan", "thu-tu/plan")
