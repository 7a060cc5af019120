"""The sheets that teams are handed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from openpyxl import Workbook

from optimizer.travel.build import build_matrix
from tests import build
from tests.report.books import as_read, row_of, saved
from tests.report.campaign import campaign, papers, plan_of


def test_a_teams_sheet_tells_its_day_in_order(book: Workbook):
    rows = [list(row) for row in book["Tổ 1"].iter_rows(min_row=5, max_row=9, values_only=True)]
    # 18 × 12 + 15 × 6 = 306 minutes by 2 stations: 153, and 20 to set up: 08:00–10:53
    # 4 × 35 = 140 minutes: 70, and 20: 10:56–12:26; 15 km home
    assert [row[:6] for row in rows] == [
        ["Thứ Hai", None, as_read(build.day(0)), None, "Chỉ tiêu trong ngày", None],
        [None, time(7), None, None, "Xuất phát từ Công an huyện Đà Bắc", None],
        [1, time(7, 12), time(8), time(10, 53), "Xóm Ằng", "Hiền Lương"],
        [2, time(10, 56), time(10, 56), time(12, 26), "Xóm Đồi", "Hiền Lương"],
        [None, time(12, 41), None, None, "Về Công an huyện Đà Bắc", None],
    ]
    assert [row[6:] for row in rows] == [
        [18, 15, 4, 37, 30, 30, "2 lượt làm việc"],
        [None, None, None, None, None, None, None],
        [18, 15, None, 33, 12, 12, None],
        [None, None, 4, 4, 3, 3, "Hạn chót 27/04/2023"],
        [None, None, None, None, 15, 15, None],
    ]


def test_a_teams_sheet_shows_every_date_days_off_and_days_without_a_route_too(book: Workbook):
    rows = list(book["Tổ 2 – xóm xa"].iter_rows(min_row=5, values_only=True))
    dates = [row[2] for row in rows if isinstance(row[2], datetime)]
    assert dates == [as_read(build.day(offset)) for offset in range(5)]
    told = {row[0]: row[4] for row in rows if row[0] in {"Thứ Tư", "Thứ Sáu"}}
    assert told == {"Thứ Tư": "Ngày nghỉ · ở lại Xóm Bưa Sen", "Thứ Sáu": "Không có lộ trình"}


def test_a_holiday_is_called_a_holiday(tmp_path: Path):
    scenario = campaign()
    resting = {team.id: replace(team, dates=frozenset()) for team in scenario.teams.values()}
    scenario = replace(scenario, teams=resting)
    sheet = saved(tmp_path, plan_of(scenario, build_matrix(scenario), ()), scenario)["Tổ 1"]
    assert [sheet.cell(row, 5).value for row in range(5, 10)] == ["Ngày nghỉ"] * 4 + ["Nghỉ lễ"]


def test_a_teams_sheet_says_where_it_sleeps_what_to_bring_and_what_to_fly(book: Workbook):
    places = [row[4] for row in book["Tổ 2 – xóm xa"].iter_rows(values_only=True)]
    assert places.count("Nghỉ đêm tại Xóm Bưa Sen") == 2
    notes = [row[-1] for row in book["Tổ 2 – xóm xa"].iter_rows(values_only=True)]
    assert notes.count("Mang máy phát điện (nơi này không có điện lưới)") == 4
    notes = [row[-1] for row in book["Tổ 3"].iter_rows(values_only=True)]
    assert "Bay Sân bay Nội Bài → Sân bay Tân Sơn Nhất, 2 giờ 10 phút, vé 1.500.000 đ/người" in notes
    assert "Bay Sân bay Tân Sơn Nhất → Sân bay Nội Bài, 2 giờ 10 phút, vé 1.500.000 đ/người" in notes


def test_the_totals_of_the_days_add_up_to_the_teams_and_the_teams_to_the_plan(book: Workbook):
    whole = 0
    for name in book.sheetnames[1:-2]:
        sheet = book[name]
        column = next(cell.column for cell in sheet[4] if cell.value == "Cộng")
        rows = sheet.iter_rows(values_only=True)
        quotas = [row[column - 1] for row in rows if isinstance(row[2], datetime)]
        total = row_of(sheet, "Cộng cả đợt")[column - 1]
        assert total == sum(quota or 0 for quota in quotas)
        whole += total
    assert whole == papers()[0].figures.cases


def test_midnight_at_the_end_of_a_day_is_24_hours(tmp_path: Path):
    plan, scenario, _ = papers()
    late = plan.routes[0].model_copy(update={"arrive": 24 * 60})
    book = saved(tmp_path, plan.model_copy(update={"routes": (late, *plan.routes[1:])}), scenario)
    cell = book["Tổ 1"]["B9"]
    assert cell.value == timedelta(days=1)
    assert cell.number_format.startswith("[h]:mm")


def test_a_team_that_works_where_it_is_does_not_arrive(book: Workbook):
    # Tổ 2 sleeps at Xóm Bưa Sen, works there in the morning and again in the afternoon.
    rows = [row for row in book["Tổ 2 – xóm xa"].iter_rows(values_only=True) if row[4] == "Xóm Bưa Sen"]
    assert [row[1] for row in rows[1:]] == ["tại chỗ"] * 3
    assert all(row[-3:-1] == (0, 0) for row in rows[1:])
    assert isinstance(rows[0][1], time)


def test_rows_are_tall_enough_for_their_text(book: Workbook):
    sheet = book["Tổ 3"]
    note = next(row for row in sheet.iter_rows(min_row=5) if str(row[-1].value).startswith("Bay"))[-1]
    assert sheet.row_dimensions[note.row].height > 2 * 12


def test_a_long_campaign_of_many_teams_is_written_in_full(tmp_path: Path):
    scenario = build.scenario(
        build.site("a", cases={"cccd": 10}),
        days=14,
        teams={f"to-{n}": build.team(f"to-{n}", days=14, name=f"Tổ {n}") for n in range(60)},
    )
    book = saved(tmp_path, plan_of(scenario, build_matrix(scenario), ()), scenario)
    assert len(book.sheetnames) == 62
    assert [book["Tổ 59"].cell(row, 3).value for row in (5, 18)] == [
        datetime.combine(day, time()) for day in (date(2023, 4, 24), date(2023, 5, 7))
    ]
