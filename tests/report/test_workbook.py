"""The workbook as a file: its sheets, and nothing in it but text, numbers and dates."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from optimizer.domain.errors import OutputError
from optimizer.domain.plan import Conflict
from optimizer.language import Language
from optimizer.report.workbook import write_workbook
from optimizer.travel.build import build_matrix
from tests import build
from tests.report import promised
from tests.report.books import as_read, cells, row_of, saved
from tests.report.campaign import LEFT, campaign, papers, plan_of

HOSTILE = ('=HYPERLINK("http://example.org";"x")', "+1", "@SUM(A1)", "-2+3", "https://example.org", "{=1}")


def test_there_is_a_summary_a_sheet_for_every_team_and_one_for_what_is_left(book: Workbook):
    assert book.sheetnames == [
        "Tổng hợp",
        "Tổ 1",
        "Tổ 2 – xóm xa",
        "Tổ 3",
        "Tổ to-4",
        "Lượt làm việc",
        "Chưa phục vụ",
    ]


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


@pytest.mark.parametrize("text", HOSTILE)
def test_promises_and_ids_that_look_like_formulas_stay_text(tmp_path: Path, text: str):
    plan, scenario, _ = promised.papers()
    assert scenario.earlier
    gone = scenario.earlier.routes[0].model_copy(update={"team": text})
    scenario = replace(
        scenario,
        sites={one.id: replace(one, name=text, commune=text) for one in scenario.sites.values()},
        services={one.id: replace(one, name=text) for one in scenario.services.values()},
        earlier=replace(scenario.earlier, routes=(*scenario.earlier.routes, gone)),
    )
    conflicts = (Conflict(team=text, date=build.day(0), site=text, reason=text),)
    book = saved(tmp_path, plan.model_copy(update={"conflicts": conflicts}), scenario)
    hits = [cell for cell in cells(book) if cell.value == text]
    assert len(hits) > 40
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
    assert len(book.sheetnames) == len({name.casefold() for name in book.sheetnames}) == 7
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


def test_english_scenarios_are_written_in_english(tmp_path: Path):
    write_workbook(*papers("en"), tmp_path / "plan.xlsx")
    book = load_workbook(tmp_path / "plan.xlsx")
    assert book.sheetnames[0] == "Summary"
    assert book.sheetnames[-1] == "Not served"
    assert row_of(book["Tổ 1"], "Monday")[4] == "Quota of the day"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "plan").write_text("not a folder")
    with pytest.raises(OutputError):
        write_workbook(*papers(), tmp_path / "plan" / "plan.xlsx")
