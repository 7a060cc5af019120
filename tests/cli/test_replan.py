"""A plan that was handed out is made anew, and what it changes is told."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from optimizer.cli import main
from optimizer.cli.speaker import Speaker
from optimizer.cli.summary import plan_document, print_summary
from optimizer.domain.plan import Conflict
from optimizer.domain.scenario import EarlierPlan
from optimizer.intake import read_plan
from tests.cli.conftest import QUICKLY

MONDAY = date(2023, 4, 24)


@pytest.fixture
def handed_out(plan_once: Path, tmp_path: Path) -> Path:
    """The folder of a plan that was handed out."""
    return Path(shutil.copytree(plan_once, tmp_path / "out"))


def test_a_plan_may_be_made_anew_where_it_lies(campaign: Path, handed_out: Path):
    routes = read_plan(handed_out).plan.routes
    words = ["plan", str(campaign), "--from", str(handed_out), "--freeze-until", "24/04/2023"]
    for _ in range(2):  # the second time from the frozen copy of the first
        assert main([*words, *QUICKLY, "--out", str(handed_out)]) == 0
        earlier = read_plan(handed_out).scenario.earlier
        assert earlier is not None
        assert (earlier.routes, earlier.frozen_until) == (routes, MONDAY)
        routes = read_plan(handed_out).plan.routes


def test_what_differs_from_the_earlier_plan_is_counted(
    campaign: Path, handed_out: Path, capsys: pytest.CaptureFixture[str]
):
    file = handed_out / "plan.json"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"site": "tu-ly"', '"site": "muong-te"'), encoding="utf-8")
    words = ["plan", str(campaign), *QUICKLY, "--from", str(file), "--out", str(handed_out), "--json"]
    assert main(words) == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    read = read_plan(handed_out)
    assert read.scenario.earlier is not None
    now = {(one.team, one.date, visit.site) for one in read.plan.routes for visit in one.visits}
    before = read.scenario.earlier.visits
    assert changes == {"added": len(now - before), "dropped": len(before - now)}
    assert changes["dropped"]  # nobody can get to Mường Tè


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["--freeze-until", "2023-04-24"], "E317"),
        (["--from", "nowhere"], "E601"),
        (["--from", "{out}", "--freeze-until", "hôm qua"], "E112"),
        (["--from", "{out}", "--freeze-until", "31/04/2023"], "E115"),
    ],
)
def test_an_earlier_plan_that_is_none_is_told_and_nothing_is_written(
    more: list[str], code: str, campaign: Path, handed_out: Path, capsys: pytest.CaptureFixture[str]
):
    words = [word.format(out=handed_out) for word in more]
    new = handed_out.parent / "new"
    assert main(["plan", str(campaign), *words, "--out", str(new), "--lang", "vi"]) == 2
    assert f"[{code}]" in capsys.readouterr().err
    assert not new.exists()


def test_a_date_outside_the_horizon_is_a_warning(
    campaign: Path, handed_out: Path, capsys: pytest.CaptureFixture[str]
):
    words = ["plan", str(campaign), "--from", str(handed_out), "--freeze-until", "23/04/2023"]
    assert main([*words, *QUICKLY, "--out", str(handed_out), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in said["warnings"]] == ["W321"]
    assert said["warnings"][0]["key"] == "--freeze-until"


def test_promises_that_cannot_be_kept_are_told_one_by_one(plan_once: Path):
    read = read_plan(plan_once)
    conflicts = (
        Conflict(team="to-1", date=MONDAY, site="tu-ly", reason="điểm đóng cửa"),
        Conflict(team="to-9", date=MONDAY, site="", reason="không còn tổ này"),
    )
    plan = read.plan.model_copy(update={"conflicts": conflicts})
    out = StringIO()
    print_summary(plan, read.scenario, plan_once, Speaker("vi", out, StringIO()))
    lines = out.getvalue().splitlines()
    at = lines.index("Không giữ được 2 điều đã hẹn:")
    assert lines[at + 1 : at + 3] == [
        "  Tổ 1, 24/04/2023, Xã Tú Lý: điểm đóng cửa",
        "  to-9, 24/04/2023: không còn tổ này",
    ]
    document = plan_document(plan, read.scenario, plan_once)
    assert document["conflicts"] == [
        {"team": "to-1", "date": "2023-04-24", "site": "tu-ly", "reason": "điểm đóng cửa"},
        {"team": "to-9", "date": "2023-04-24", "site": "", "reason": "không còn tổ này"},
    ]


def test_a_plan_that_changes_nothing_says_so(plan_once: Path):
    read = read_plan(plan_once)
    routes = read.plan.routes
    for earlier, words in (
        (routes, "Every visit is as in the earlier plan."),
        ((), "2 visits differ from the earlier plan (new: 2, dropped: 0)."),
        (
            tuple(route.model_copy(update={"visits": route.visits[1:]}) for route in routes),
            "1 visit differs from the earlier plan (new: 1, dropped: 0).",
        ),
    ):
        scenario = replace(read.scenario, earlier=EarlierPlan(earlier))
        out = StringIO()
        print_summary(read.plan, scenario, plan_once, Speaker("en", out, StringIO()))
        assert words in out.getvalue().splitlines()


def test_a_first_plan_says_nothing_of_changes_and_promises(plan_once: Path):
    read = read_plan(plan_once)
    out = StringIO()
    print_summary(read.plan, read.scenario, plan_once, Speaker("en", out, StringIO()))
    assert "earlier plan" not in out.getvalue()
    assert "Promises" not in out.getvalue()
    document = plan_document(read.plan, read.scenario, plan_once)
    assert (document["changes"], document["conflicts"]) == (None, [])


@pytest.mark.parametrize(("language", "words"), [("vi", "giữ nguyên mọi"), ("en", "leave every route")])
def test_the_help_tells_how_to_make_a_plan_anew(
    language: str, words: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["plan", "--help", "--lang", language]) == 0
    said = capsys.readouterr().out
    assert "--from" in said
    assert words in " ".join(said.split())
