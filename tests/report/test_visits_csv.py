"""The CSV of visits, as a spreadsheet and a program read it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from optimizer.report.exports import Given, exports
from optimizer.report.visits_csv import visits_csv
from optimizer.report.workbook_sheets.contents import Contents
from tests.report import campaign, promised
from tests.report.phones.test_calendar import FRIDAY


def rows(contents: Contents) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(visits_csv(contents))))


def test_every_visit_is_a_row_with_a_column_for_each_service():
    read = rows(Contents(*campaign.papers()))
    assert len(read) == 11
    first = read[0]
    assert (first["Ngày"], first["Thứ"], first["Mã tổ"], first["Mã điểm"]) == (
        "2023-04-24",
        "Thứ Hai",
        "to-1",
        "ang",
    )
    assert (first["Đến nơi"], first["Bắt đầu"]) == ("07:12", "08:00")
    assert (first["Số hồ sơ"], first["Cấp CCCD gắn chip"], first["Định danh mức 2"]) == ("33", "18", "15")
    assert (first["Mét đường đến"], first["Phút đường đến"]) == ("12000", "12")
    assert sum(int(row["Số hồ sơ"]) for row in read) == campaign.papers()[0].figures.cases


def test_people_from_elsewhere_are_counted_in_the_visit_and_beside_it():
    first = rows(Contents(*promised.papers()))[0]
    assert (first["Số hồ sơ"], first["Trong đó nơi khác sang"]) == ("17", "7")  # 4 + 6, then 4 + 3
    assert first["Định danh mức 2"] == "13"


def test_no_number_has_a_mark_that_is_read_differently_elsewhere():
    for row in rows(Contents(*campaign.papers())):
        numbers = [row[name] for name in ("Mét đường đến", "Phút đường đến", "Số hồ sơ", "Phút làm việc")]
        assert all(number.isdecimal() for number in numbers)


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x";"y")', "+1", "@SUM(A1)", "-2+3", "\u202etxt=1+1"])
def test_text_that_looks_like_a_formula_stays_text(text: str):
    plan, scenario, travel = campaign.papers()
    named = {one.id: replace(one, name=text, commune=text) for one in scenario.sites.values()}
    services = {one.id: replace(one, name=text) for one in scenario.services.values()}
    scenario = replace(scenario, sites=named, services=services)
    for line in csv.reader(io.StringIO(visits_csv(Contents(plan, scenario, travel)))):
        assert not [cell for cell in line if cell[:1] in {"=", "+", "-", "@"}]
        assert not [cell for cell in line if "\u202e" in cell]


def test_the_file_begins_with_the_mark_that_excel_wants():
    [one] = exports(Contents(*campaign.papers()), ["csv"], Given(FRIDAY))
    assert one.content()[:3] == b"\xef\xbb\xbf"
