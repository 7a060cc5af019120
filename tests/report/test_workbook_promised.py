"""People from elsewhere, follow-ups, promises and changes in the workbook."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path

from openpyxl import Workbook

from optimizer.domain.plan import Conflict
from optimizer.domain.scenario import EarlierPlan
from tests import build
from tests.report import campaign
from tests.report.books import as_read, row_of, rows_after, saved
from tests.report.promised import LEFT, papers
from tests.report.promised import campaign as promised_campaign

OWN = ["Tổng hợp", "Lịch hẹn không giữ được", "Thay đổi"]
TEAMS = ("Tổ 1", "Tổ 2")
LAST = ["Lượt làm việc", "Sang điểm khác", "Việc làm tiếp", "Chưa phục vụ"]


def test_each_of_these_has_a_sheet_of_its_own(promised_book: Workbook, book: Workbook):
    assert promised_book.sheetnames == [*OWN, "Tổ 1", "Tổ 2", *LAST]
    assert not {*OWN[1:], *LAST[1:3]} & set(book.sheetnames)


def test_a_team_that_is_called_like_a_sheet_gives_way(tmp_path: Path):
    plan, scenario, _ = papers()
    teams = {one.id: replace(one, name="Thay đổi") for one in scenario.teams.values()}
    names = saved(tmp_path, plan, replace(scenario, teams=teams)).sheetnames
    assert names == [*OWN, "Thay đổi (2)", "Thay đổi (3)", *LAST]


def test_a_visit_has_a_row_of_its_own_cases_and_one_for_every_home_of_its_guests(promised_book: Workbook):
    rows = [row[4:] for row in promised_book["Tổ 1"].iter_rows(min_row=5, max_row=10, values_only=True)]
    told = "Đã hẹn · Giữ nguyên\nNơi khác sang: 7 hồ sơ, 3 có xe đưa đón"
    # Place, commune; cards, accounts, activations, all; kilometres and minutes of the leg; notes
    assert rows == [
        ("Chỉ tiêu trong ngày", None, 4, 13, None, 17, 20, 20, "1 lượt làm việc · Đã chốt"),
        ("Xuất phát từ Công an huyện Mường Lát", None, None, None, None, None, None, None, None),
        ("Bản Nà Ón", "Trung Lý", 4, 6, None, 10, 10, 10, told),
        ("Từ Bản Cánh Cộng sang", "Trung Lý", None, 4, None, 4, None, None, "tự đến"),
        ("Từ Bản Tà Cóm sang", "Trung Lý", None, 3, None, 3, None, None, "có xe đưa đón"),
        ("Về Công an huyện Mường Lát", None, None, None, None, None, 10, 10, None),
    ]


def test_a_visit_for_people_from_elsewhere_alone_has_no_cases_of_its_own(promised_book: Workbook):
    rows = {row[4]: row[6:8] for row in promised_book["Tổ 2"].iter_rows(min_row=5, values_only=True)}
    assert rows["Bản Nà Ón"] == (None, 0)
    assert rows["Từ Bản Tà Cóm sang"] == (2, 2)
    assert row_of(promised_book["Tổ 2"], "Cộng cả đợt")[7] == 2


def test_days_of_the_teams_add_up_to_all_who_are_served(promised_book: Workbook):
    totals = [row_of(promised_book[team], "Cộng cả đợt")[9 if team == "Tổ 1" else 7] for team in TEAMS]
    assert totals == [29, 2]
    assert sum(totals) == papers()[0].figures.cases


def test_what_guests_need_is_to_be_brought_too(tmp_path: Path):
    plan, scenario, _ = papers()
    services = {**scenario.services}
    services["vneid2"] = replace(services["vneid2"], needs=frozenset({"network"}))
    dark = replace(scenario.sites["host"], lacks=frozenset({"network"}))
    teams = {
        one.id: replace(one, brings=frozenset({"satellite"}), makes_up_for=frozenset({"network"}))
        for one in scenario.teams.values()
    }
    scenario = replace(
        scenario,
        services=services,
        sites={**scenario.sites, "host": dark},
        teams=teams,
        things={"satellite": frozenset({"network"})},
    )
    notes = [row[-1] for row in saved(tmp_path, plan, scenario)["Tổ 2"].iter_rows(values_only=True)]
    assert [note for note in notes if note and "Mang bộ phát vệ tinh (nơi này không có sóng di động)" in note]


def test_the_days_that_stand_and_those_that_could_not_are_marked(promised_book: Workbook):
    told = {row[0]: row for row in promised_book["Tổ 2"].iter_rows(min_row=5, values_only=True) if row[0]}
    assert told["Thứ Hai"][4] == "Không có lộ trình · Đã chốt"
    assert told["Thứ Ba"][-1] == "1 lượt làm việc · Đã chốt nhưng không giữ được"
    assert told["Thứ Tư"][4] == "Không có lộ trình"


def test_every_visit_says_whether_it_is_new_or_kept_and_what_it_was_before(promised_book: Workbook):
    notes = [
        row[-1] for row in promised_book["Tổ 1"].iter_rows(min_row=11, values_only=True) if row[0] in {1, 2}
    ]
    assert notes == ["Giữ, có đổi: trước là 08:12, 3 hồ sơ", "Mới", "Mới"]


def test_promises_that_are_not_kept_are_told_first_and_lead_to_their_reasons(promised_book: Workbook):
    cell = promised_book["Tổng hợp"]["A4"]
    assert cell.value == "Lịch hẹn không giữ được: 2. Lý do ở trang «Lịch hẹn không giữ được»."
    assert cell.hyperlink
    assert cell.hyperlink.location == "'Lịch hẹn không giữ được'!A1"
    rows = list(promised_book["Lịch hẹn không giữ được"].iter_rows(min_row=4, values_only=True))
    where = ("Tổ 2", "Nhi Sơn", "Bản Ma Hác")
    assert rows == [
        (as_read(build.day(1)), *where, "Lộ trình đã chốt", "Lộ trình đã chốt không đi được nữa (R8)."),
        (as_read(build.day(3)), *where, "09:00 · 5 Cấp CCCD", "Ngày 27/04 đường vào bản bị cấm (R8)."),
    ]


def test_a_day_as_a_whole_and_what_is_no_more_can_be_a_conflict(tmp_path: Path):
    plan, scenario, _ = papers()
    conflicts = (
        Conflict(team="to-1", date=build.day(0), site="", reason="Cả ngày."),
        Conflict(team="to-cu", date=build.day(0), site="ban-cu", reason="Tổ đã giải thể."),
    )
    book = saved(tmp_path, plan.model_copy(update={"conflicts": conflicts}), scenario)
    rows = [row[1:5] for row in book[OWN[1]].iter_rows(min_row=4, values_only=True)]
    assert rows == [
        ("Tổ 1", None, "Cả lộ trình trong ngày", "Lộ trình đã chốt"),
        ("Tổ to-cu", None, "ban-cu", "Lộ trình đã chốt"),
    ]


def test_changes_stand_by_team_and_date_with_what_was_and_what_is(promised_book: Workbook):
    sheet = promised_book["Thay đổi"]
    assert sheet["A2"].value == "3 lượt mới · 1 lượt bỏ · 2 lượt giữ"
    rows = [(*row[:3], *row[4:]) for row in sheet.iter_rows(min_row=5, values_only=True)]
    monday, tuesday, wednesday, friday = (as_read(build.day(day)) for day in (0, 1, 2, 4))
    assert rows == [
        ("Giữ nguyên", "Tổ 1", monday, "Bản Nà Ón", time(8), 17, time(8), 17),
        ("Giữ, có đổi", "Tổ 1", wednesday, "Bản Cánh Cộng", time(8, 12), 3, time(7, 12), 4),
        ("Mới", "Tổ 1", wednesday, "Bản Nà Ón", None, None, time(7, 42), 5),
        ("Mới", "Tổ 1", friday, "Bản Cánh Cộng", None, None, time(7, 12), 3),
        ("Mới", "Tổ 2", tuesday, "Bản Nà Ón", None, None, time(7, 10), 2),
        ("Bỏ", "Tổ 2", tuesday, "Bản Ma Hác", time(7, 30), 5, None, None),
    ]
    assert sheet.auto_filter.ref == "A4:I10"


def test_an_earlier_plan_without_visits_leaves_an_empty_sheet(tmp_path: Path):
    plan, scenario, _ = papers()
    empty = replace(scenario, earlier=EarlierPlan(()), pins=())
    book = saved(tmp_path, plan.model_copy(update={"routes": (), "conflicts": ()}), empty)
    assert book["Thay đổi"]["A2"].value == "0 lượt mới · 0 lượt bỏ · 0 lượt giữ"


def test_each_village_is_told_where_and_when_its_people_go(promised_book: Workbook):
    sheet = promised_book["Sang điểm khác"]
    assert sheet["A2"].value == "9 hồ sơ của 2 điểm, 5 có xe đưa đón"
    rows = [row[1:] for row in sheet.iter_rows(min_row=4, values_only=True)]
    monday, tuesday = as_read(build.day(0)), as_read(build.day(1))
    by_shuttle = ("Bản Tà Cóm", "Bản Nà Ón")
    assert rows == [
        (
            "Bản Cánh Cộng",
            "Bản Nà Ón",
            monday,
            time(8),
            time(9, 23),
            "Tổ 1",
            4,
            "4 Định danh mức 2",
            "tự đến",
        ),
        (*by_shuttle, monday, time(8), time(9, 23), "Tổ 1", 3, "3 Định danh mức 2", "có xe đưa đón"),
        (*by_shuttle, tuesday, time(7, 10), time(7, 42), "Tổ 2", 2, "2 Định danh mức 2", "có xe đưa đón"),
        (None, None, None, None, None, None, 9, None, None),
    ]


def test_follow_ups_tell_when_the_first_step_was_done_and_what_is_planned(promised_book: Workbook):
    rows = [row[1:] for row in promised_book["Việc làm tiếp"].iter_rows(min_row=4, values_only=True)]
    told = [(row[0], row[3] and row[3].day, row[4], row[5] and row[5].day, *row[6:]) for row in rows]
    assert told == [
        ("Bản Cánh Cộng", 24, 4, 26, "26/04: 4", 4, 0),
        ("Bản Cánh Cộng", 28, 3, 30, "đến hạn sau đợt này", 0, None),
        ("Bản Nà Ón", 20, 3, 24, "26/04: 3", 3, 0),
        ("Bản Nà Ón", 24, 6, 26, "26/04: 2", 2, 4),
        ("Bản Tà Cóm", 24, 3, 26, None, 0, 3),
        ("Bản Tà Cóm", 25, 2, 27, None, 0, 2),
        (None, None, 21, None, None, 9, 9),
    ]
    # What is left of the follow-ups is what is not served.
    assert sum(cases for (_, service), cases in LEFT.items() if service == "activate") == 9


def test_the_summary_counts_follow_ups_that_arise_and_says_so(promised_book: Workbook):
    sheet = promised_book["Tổng hợp"]
    # 3 recorded, 15 that the plan makes; 9 served
    assert row_of(sheet, "Kích hoạt tài khoản")[1:5] == [18, 9, 9, 0.5]
    assert row_of(sheet, "Định danh mức 2")[1:4] == [27, 18, 9]
    assert row_of(sheet, "Cộng")[1:4] == [60, 31, 29]
    noted = next(rows_after(sheet, "Cộng"))[0]
    assert noted == "Số còn tồn gồm cả việc làm tiếp phát sinh trong đợt: 15 Kích hoạt tài khoản."
    captions = [cell.value for cell in sheet[7] if cell.value]
    assert captions[0] == "hồ sơ được phục vụ: 25 trên 45 lên kế hoạch được, 6 làm tiếp phát sinh"


def test_the_summary_states_shuttles_unevenness_and_changes(promised_book: Workbook):
    sheet = promised_book["Tổng hợp"]
    charged = {
        text: row_of(sheet, text, 7)[9]
        for text in (
            "Đưa đón người dân: số hồ sơ × đơn giá",
            "Chênh lệch giờ làm việc giữa các tổ",
            "Thay đổi so với kế hoạch đã ban hành",
        )
    }
    assert list(charged.values()) == [-100_000, -18_600, -400_000]


def test_all_of_it_is_said_in_english_too(tmp_path: Path):
    plan, scenario, _ = papers("en")
    book = saved(tmp_path, plan, scenario)
    assert book.sheetnames[1:3] == ["Promises not kept", "Changes"]
    assert book.sheetnames[-3:] == ["Served elsewhere", "Follow-ups", "Not served"]
    assert book["Served elsewhere"]["A2"].value == "9 cases of 2 sites, 5 by shuttle"


def test_gathering_alone_needs_no_sheet_where_nobody_comes(tmp_path: Path):
    scenario = promised_campaign()
    book = saved(tmp_path, campaign.plan_of(scenario, papers()[2], ()), replace(scenario, work_done=()))
    assert book.sheetnames == ["Tổng hợp", "Tổ 1", "Tổ 2", "Chưa phục vụ"]
