from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.domain.errors import OutputError
from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.language import Language
from optimizer.report.workbook import write_workbook
from optimizer.travel.build import build_matrix
from tests import build
from tests.report.campaign import LEFT, Stop, campaign, day_route, papers, plan_of

HOSTILE = ('=HYPERLINK("http://example.org";"x")', "+1", "@SUM(A1)", "-2+3", "https://example.org", "{=1}")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("book") / "plan.xlsx"
    write_workbook(*papers(), path)
    return load_workbook(path)


def saved(folder: Path, plan: Plan, scenario: Scenario) -> Workbook:
    write_workbook(plan, scenario, build_matrix(scenario), folder / "plan.xlsx")
    return load_workbook(folder / "plan.xlsx")


def as_read(day: date) -> datetime:
    """A date as openpyxl reads it."""
    return datetime.combine(day, time())


def row_of(sheet: Worksheet, text: str, column: int = 1) -> list[object]:
    """Values of the first row that has a text in one column."""
    return next([cell.value for cell in row] for row in sheet.iter_rows() if row[column - 1].value == text)


def rows_after(sheet: Worksheet, text: str) -> Iterator[list[object]]:
    """Values of the rows below the first that has a text in its first column."""
    rows = sheet.iter_rows(values_only=True)
    next(row for row in rows if row[0] == text)
    return (list(row) for row in rows)


def cells(book: Workbook) -> Iterator[Cell]:
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell))


def test_there_is_a_summary_a_sheet_for_every_team_and_one_for_what_is_left(book: Workbook):
    assert book.sheetnames == ["Tổng hợp", "Tổ 1", "Tổ 2 – xóm xa", "Tổ 3", "Tổ to-4", "Chưa phục vụ"]


def test_the_summary_tells_the_plans_figures(book: Workbook):
    plan, scenario, _ = papers()
    sheet = book["Tổng hợp"]
    assert sheet["A1"].value == scenario.name
    assert (sheet["B3"].value, sheet["D3"].value) == (as_read(build.day(0)), as_read(build.day(4)))
    tiles = [cell.value for cell in sheet[5] if cell.value is not None]
    figures = plan.figures
    assert tiles == [
        figures.cases,
        figures.coverage,
        figures.km,
        timedelta(minutes=figures.travel_minutes),
        figures.nights,
        64,
    ]


def test_the_summary_counts_every_service(book: Workbook):
    sheet = book["Tổng hợp"]
    # 31 + 18 + 9 + 11 + 12 + 14 + 60 outstanding; 18 + 12 + 14 + 11 + 10 + 15 + 6 + 20 + 4 served
    assert row_of(sheet, "Cấp CCCD gắn chip")[1:5] == [155, 110, 45, 110 / 155]
    assert row_of(sheet, "Định danh mức 2")[1:5] == [35, 23, 12, 23 / 35]
    assert row_of(sheet, "Đi làm ăn xa, không rõ địa chỉ")[1:5] == [7, 0, 7, "chỉ đếm"]
    assert row_of(sheet, "Cộng")[1:4] == [201, 137, 64]


def test_the_summary_states_every_term_and_their_sum_is_the_objective(book: Workbook):
    figures = papers()[0].figures
    sheet = book["Tổng hợp"]
    first = next(row for row in range(1, 40) if sheet.cell(row, 7).value == "Khoản mục")
    amounts = [sheet.cell(row, 10).value for row in range(first + 1, first + 6)]
    terms = figures.terms
    assert amounts == [terms.value, terms.km, terms.travel, terms.fares, terms.nights]
    assert row_of(sheet, "Giá trị của kế hoạch", 7)[9] == figures.objective == sum(amounts)


def test_the_rows_of_the_teams_add_up_to_the_plans_figures(book: Workbook):
    figures = papers()[0].figures
    rows = list(rows_after(book["Tổng hợp"], "Tổ"))
    teams, total = rows[:4], rows[4]
    assert [team[0] for team in teams] == ["Tổ 1", "Tổ 2 – xóm xa", "Tổ 3", "Tổ to-4"]
    assert teams[1][1:9] == [2, 1, 3, 5, 50, 80, timedelta(minutes=80), 3]
    assert total[5:9] == [
        figures.cases,
        figures.km,
        timedelta(minutes=figures.travel_minutes),
        figures.nights,
    ]
    assert total[1:5] == [sum(team[column] for team in teams) for column in range(1, 5)]


def test_the_name_of_a_team_in_the_summary_leads_to_its_sheet(book: Workbook):
    links = {cell.value: cell.hyperlink for cell in cells(book) if cell.hyperlink}
    assert links["Tổ 2 – xóm xa"].location == "'Tổ 2 – xóm xa'!A1"
    assert all(link.target is None for link in links.values())


def test_the_summary_says_what_was_published_and_how_the_plan_was_made(book: Workbook):
    sheet = book["Tổng hợp"]
    assert row_of(sheet, "Số liệu đã công bố")[1].startswith("122 xóm")
    assert [row[1] for row in sheet.iter_rows(values_only=True) if row[0] == "Số liệu giả định"] == list(
        campaign().assumed
    )
    assert row_of(sheet, "Lập bằng phần mềm")[1] == "Lưu Động 0.1.0"
    assert row_of(sheet, "Số khởi tạo (seed)")[1] == 1


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
    for name in book.sheetnames[1:-1]:
        sheet = book[name]
        column = next(cell.column for cell in sheet[4] if cell.value == "Cộng")
        rows = sheet.iter_rows(values_only=True)
        quotas = [row[column - 1] for row in rows if isinstance(row[2], datetime)]
        total = row_of(sheet, "Cộng cả đợt")[column - 1]
        assert total == sum(quota or 0 for quota in quotas)
        whole += total
    assert whole == papers()[0].figures.cases


def test_what_is_left_stands_in_vietnamese_order_with_its_reason_and_can_be_filtered(book: Workbook):
    sheet = book["Chưa phục vụ"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert [row[:4] for row in rows] == [
        ("Hiền Lương", "Xóm Ằng", "Đi làm ăn xa, không rõ địa chỉ", 7),
        ("Hiền Lương", "Xóm Đồi", "Cấp CCCD gắn chip", 9),
        ("Nánh Nghê", "Xóm Bưa Sen", "Định danh mức 2", 12),
        ("Quận 1", "Công an Quận 1", "Cấp CCCD gắn chip", 36),
    ]
    assert rows[2][4:] == ("Không tổ nào làm được", LEFT[0].detail, LEFT[0].would_need)
    assert sheet.auto_filter.ref == "A3:G7"


def test_dates_times_and_numbers_are_what_they_are_and_formatted_for_readers(book: Workbook):
    kinds = {type(cell.value) for cell in cells(book) if cell.value is not None}
    assert kinds <= {str, int, float, datetime, time, timedelta}
    for cell in cells(book):
        if isinstance(cell.value, datetime):
            assert cell.number_format == "dd/mm/yyyy"
        elif isinstance(cell.value, time):
            assert cell.number_format == "hh:mm"
        elif isinstance(cell.value, int | float):
            assert re.match(r"#,##0(\.0)?(\"|_)|0\.0%", cell.number_format)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_a_formula_or_an_address_stays_text(tmp_path: Path, text: str):
    scenario = campaign()
    scenario = replace(
        scenario,
        name=text,
        sites={one.id: replace(one, name=text, commune=text) for one in scenario.sites.values()},
        services={one.id: replace(one, name=text) for one in scenario.services.values()},
        bases={one.id: replace(one, name=text) for one in scenario.bases.values()},
        teams={one.id: replace(one, name=text) for one in scenario.teams.values()},
        published=(text,),
        assumed=(text,),
    )
    left = tuple(one.model_copy(update={"detail": text, "would_need": text}) for one in LEFT)
    plan = papers()[0]
    book = saved(tmp_path, plan.model_copy(update={"unserved": left}), scenario)
    hits = [cell for cell in cells(book) if cell.value == text]
    assert len(hits) > 30
    assert {cell.data_type for cell in hits} == {"s"}
    assert not [cell for cell in cells(book) if cell.data_type in {"f", "e"}]
    assert not [cell for cell in cells(book) if cell.hyperlink and cell.hyperlink.target]


def test_the_file_holds_no_formula_no_macro_and_no_way_out(tmp_path: Path):
    write_workbook(*papers(), tmp_path / "plan.xlsx")
    with ZipFile(tmp_path / "plan.xlsx") as package:
        names = package.namelist()
        sheets = [package.read(name).decode() for name in names if name.startswith("xl/worksheets/")]
        relations = [package.read(name).decode() for name in names if name.endswith(".rels")]
    assert not [name for name in names if "vba" in name or "external" in name.lower()]
    assert not [sheet for sheet in sheets if "<f>" in sheet or "<f " in sheet]
    assert not [relation for relation in relations if 'TargetMode="External"' in relation]


def test_control_characters_and_endless_names_do_not_break_the_file(tmp_path: Path):
    plan, scenario, _ = papers()
    site = scenario.sites["ang"]
    names = {
        "ang": "a\x00\x1b\ud800\uffffb",
        "doi": "dài " * 20_000,
        "an": "_x0041_",
        "xom-2": "\U0001f600" * 99,
    }
    renamed = {key: replace(site, id=key, name=name) for key, name in names.items()}
    book = saved(
        tmp_path,
        plan,
        replace(scenario, name="&D" * 400, sites={**scenario.sites, **renamed}, published=("dài " * 20_000,)),
    )
    texts = [cell.value for cell in cells(book) if isinstance(cell.value, str)]
    assert "a    b" in texts
    assert any(len(text) > 10_000 and text.endswith("…") for text in texts)


def test_teams_may_share_a_name_and_have_any_name(tmp_path: Path):
    plan, scenario, _ = papers()
    names = ["Tổ 1/2: [xa]*?", "tổ 1-2- -xa---", "'", "Tổ lưu động số một của Công an huyện Đà Bắc"]
    teams = {
        team.id: replace(team, name=name) for team, name in zip(scenario.teams.values(), names, strict=True)
    }
    book = saved(tmp_path, plan, replace(scenario, teams=teams))
    assert len(book.sheetnames) == len({name.casefold() for name in book.sheetnames}) == 6
    assert not [name for name in book.sheetnames if len(name) > 31 or re.search(r"[\[\]:*?/\\]", name)]
    assert book.worksheets[4]["A1"].value == names[3]


def test_the_same_plan_gives_the_same_bytes_dated_by_the_scenario(tmp_path: Path):
    for name in ("one.xlsx", "other.xlsx"):
        write_workbook(*papers(), tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "other.xlsx").read_bytes()
    properties = load_workbook(tmp_path / "one.xlsx").properties
    assert properties.created == properties.modified == as_read(build.day(0))
    assert properties.creator == "Lưu Động"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_plan_that_serves_nothing_is_a_workbook_too(tmp_path: Path, language: Language):
    scenario = replace(campaign(language), published=(), assumed=())
    book = saved(tmp_path, plan_of(scenario, build_matrix(scenario), ()), scenario)
    assert len(book.sheetnames) == 6
    assert book.worksheets[-1]["A2"].value in {
        "Mọi hồ sơ còn tồn đều có trong kế hoạch.",
        "Every outstanding case is in the plan.",
    }
    assert book.worksheets[1].cell(10, 7).value == 0


def test_a_scenario_without_teams_or_cases_is_a_workbook_too(tmp_path: Path):
    scenario = build.scenario(build.site("a", cases={}), teams={})
    book = saved(tmp_path, plan_of(scenario, build_matrix(scenario), ()), scenario)
    assert book.sheetnames == ["Tổng hợp", "Chưa phục vụ"]


def test_a_proven_bound_is_told_with_the_distance_from_it(tmp_path: Path):
    plan, scenario, _ = papers()
    proven = plan.figures.model_copy(update={"bound": 27_000_000.0, "gap": 0.036})
    sheet = saved(tmp_path, plan.model_copy(update={"figures": proven}), scenario)["Tổng hợp"]
    assert row_of(sheet, "Mức không kế hoạch nào vượt được", 7)[9] == 27_000_000
    assert row_of(sheet, "Còn cách mức ấy nhiều nhất", 7)[9] == 0.036


def test_english_scenarios_are_written_in_english(tmp_path: Path):
    write_workbook(*papers("en"), tmp_path / "plan.xlsx")
    book = load_workbook(tmp_path / "plan.xlsx")
    assert book.sheetnames[0] == "Summary"
    assert book.sheetnames[-1] == "Not served"
    assert row_of(book["Tổ 1"], "Monday")[4] == "Quota of the day"


def test_midnight_at_the_end_of_a_day_is_24_hours(tmp_path: Path):
    plan, scenario, _ = papers()
    late = plan.routes[0].model_copy(update={"arrive": 24 * 60})
    book = saved(tmp_path, plan.model_copy(update={"routes": (late, *plan.routes[1:])}), scenario)
    cell = book["Tổ 1"]["B9"]
    assert cell.value == timedelta(days=1)
    assert cell.number_format.startswith("[h]:mm")


def test_every_sheet_prints_on_a4_one_page_wide_with_its_head_on_every_page(book: Workbook):
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        fitted = sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage
        if fitted:
            assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        else:
            # A4 landscape between margins of 0.4 inch is 784 points wide; a digit takes 7 pixels of 0.75.
            digits = sum(one.width * (one.max - one.min + 1) for one in sheet.column_dimensions.values())
            assert digits > 100
            assert digits * 7 * 0.75 * sheet.page_setup.scale / 100 < 0.95 * 784
        assert sheet.print_title_rows
        assert sheet.freeze_panes
        assert sheet.oddFooter.right.text.endswith("&P/&N")
        assert sheet.oddHeader.left.text == "Đà Bắc – tuần 17 && tổ đi xa"


def test_a_day_is_not_divided_between_printed_pages(tmp_path: Path):
    scenario = build.scenario(build.site("a", cases={"cccd": 56}), days=14)
    travel = build_matrix(scenario)
    stops = [Stop("a", 0, {"cccd": 1})] * 4
    made = tuple(day_route(scenario, travel, ("to-1", day), ("home", "home"), *stops) for day in range(14))
    sheet = saved(tmp_path, plan_of(scenario, travel, made), scenario).worksheets[1]
    breaks = [one.id for one in sheet.row_breaks.brk]
    # A page of 490 points holds 700 at 70 %: 39 rows of 18 points, and 14 days of 6 rows need three pages.
    assert len(breaks) == 2
    assert 70 <= sheet.page_setup.scale <= 100
    assert all(isinstance(sheet.cell(last + 1, 3).value, datetime) for last in breaks)


def test_a_week_that_one_page_can_hold_is_printed_on_one_page(book: Workbook):
    # Tổ 2: five days and two lines of notes, below the 27 rows of a page at full size
    sheet = book["Tổ 2 – xóm xa"]
    assert not sheet.row_breaks.brk
    assert sheet.page_setup.scale >= 70


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


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "plan").write_text("not a folder")
    with pytest.raises(OutputError):
        write_workbook(*papers(), tmp_path / "plan" / "plan.xlsx")


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
