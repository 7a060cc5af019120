"""A break as the map and the workbook show it, wherever in the day it lies."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from optimizer.domain.calendar import Window
from optimizer.domain.clock import parse_clock
from optimizer.domain.plan import Plan, Route
from optimizer.domain.scenario import Break, Scenario
from optimizer.report.map_content import map_content
from optimizer.report.ways import Ways
from optimizer.report.workbook import write_workbook
from optimizer.review.check import check_routes
from optimizer.review.timing import timed_route
from optimizer.travel.build import build_matrix
from tests import build
from tests.report.campaign import plan_of


def rested(between: tuple[str, str]) -> tuple[Scenario, Route, Plan]:
    """A village 30 minutes off, 3 cases, a shift of 07:00-17:30, and a break of 45 minutes."""
    pause = Break(45, Window(*map(parse_clock, between)))
    made = build.scenario(
        build.site("a", km_north=30.0, cases={"cccd": 3}),
        teams={"to-1": build.team(name="Tổ 1", pause=pause)},
    )
    travel = build_matrix(made)
    route = timed_route(
        made,
        travel,
        made.teams["to-1"],
        build.day(0),
        ends=("home", "home"),
        work=[("a", {"cccd": 3})],
    )
    assert route is not None
    assert check_routes(made, travel, [route]) == ()
    return made, route, plan_of(made, travel, (route,))


LEAVE, WORK, HOME = "Xuất phát từ Công an home", "Thôn a", "Về Công an home"


@pytest.mark.parametrize(
    ("between", "clocks", "places"),
    [
        # Before departure at 07:45.
        (
            ("07:00", "07:01"),
            ["07:00", "07:45", "08:15", "09:41"],
            ["Nghỉ giữa ca 07:00–07:45", LEAVE, WORK, HOME],
        ),
        # On arrival at 07:30, before work at 08:15: 20 + 36 minutes, home at 09:41.
        (
            ("07:30", "07:31"),
            ["07:00", "07:30", "07:30", "09:41"],
            [LEAVE, "Nghỉ giữa ca 07:30–08:15", WORK, HOME],
        ),
        # After work at 08:26, before the way home.
        (
            ("08:20", "08:30"),
            ["07:00", "07:30", "08:26", "09:41"],
            [LEAVE, WORK, "Nghỉ giữa ca 08:26–09:11", HOME],
        ),
        # After arriving at 08:56.
        (
            ("11:00", "12:00"),
            ["07:00", "07:30", "08:56", "11:00"],
            [LEAVE, WORK, HOME, "Nghỉ giữa ca 11:00–11:45"],
        ),
    ],
)
def test_the_workbook_has_a_row_for_the_break_in_its_place(
    tmp_path: Path, between: tuple[str, str], clocks: list[str], places: list[str]
):
    made, _, plan = rested(between)
    write_workbook(plan, made, build_matrix(made), tmp_path / "plan.xlsx")
    rows = list(
        load_workbook(tmp_path / "plan.xlsx")["Tổ 1"].iter_rows(min_row=6, max_row=9, values_only=True)
    )
    assert [row[4] for row in rows] == places
    assert [row[1] for row in rows] == [time.fromisoformat(clock) for clock in clocks]


def test_the_map_knows_the_break_and_draws_the_way_home_after_it():
    made, route, plan = rested(("08:20", "08:30"))
    travel = build_matrix(made)
    (shown,) = map_content(plan, made, travel)["routes"]
    assert shown["breaks"] == [[506, 45]]  # 08:26
    assert [way.depart_min for way in Ways(made, travel).stretches(route)] == [420, 551]  # 07:00, 09:11


def test_a_way_that_is_made_before_the_break_begins_at_once():
    made, route, _ = rested(("11:00", "12:00"))
    assert [way.depart_min for way in Ways(made, build_matrix(made)).stretches(route)] == [420, 506]
