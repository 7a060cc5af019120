"""The pages of teams, read back by another library than wrote them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.report.ground import Ground
from optimizer.report.paper.overview import overview
from optimizer.report.paper.team_pages import team_pages
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.travel.matrix import TravelMatrix
from optimizer.travel.roads.drawn import DrawnLegs
from tests.report import campaign, hostile, promised
from tests.report.paper.far import far_campaign
from tests.report.paper.reading import bars_mm, drawn, opened, sizes_mm, text_of

Papers = tuple[Plan, Scenario, TravelMatrix]
A4, A3 = (210, 297), (420, 297)
SCALE = re.compile(r"Tỷ lệ 1:([\d.]+)")
BAR = re.compile(r"^0 (\d+) (km|m)\b", re.MULTILINE)
METRES = {"m": 1, "km": 1000}


def printed(contents: Contents, team: str, ground: Ground | None = None) -> PdfReader:
    week = next(week for week in contents.weeks if week.team.id == team)
    return opened(team_pages(contents, week, ground or Ground()))


def test_a_team_has_a4_pages_with_plan_team_week_and_page():
    document = printed(Contents(*campaign.papers()), "to-1")
    assert set(sizes_mm(document)) == {A4}
    for number, page in enumerate(document.pages, start=1):
        text = page.extract_text()
        assert "Đà Bắc – tuần 17 & tổ đi xa" in text
        assert "Tổ 1" in text
        assert "từ 24/04/2023 đến 28/04/2023" in text
        assert f"Trang {number}/{len(document.pages)}" in text


def test_every_visit_stands_in_the_table_with_its_hours_its_cases_and_its_number():
    text = text_of(printed(Contents(*campaign.papers()), "to-1"))
    assert "Thứ Hai, ngày 24/04/2023" in text
    assert "08:00–10:53" in text  # 20 + ⌈(18 × 12 + 15 × 6) / 2⌉ = 173 min
    assert "18 Cấp CCCD gắn chip, 15 Định danh" in text
    for named in ("Xóm Ằng", "Xóm Đồi", "Xóm 2", "Xóm 10"):
        assert named in text
    assert {"1", "2", "3", "4"} <= set(text.splitlines())  # on the map, by number …
    assert "3 07:25 07:25–08:57 Xóm 2" in text  # … and in the table


def test_nights_flights_and_what_to_bring_are_told():
    contents = Contents(*campaign.papers())
    assert "Nghỉ đêm tại Xóm Bưa Sen" in text_of(printed(contents, "to-2"))
    assert "Mang máy phát điện" in text_of(printed(contents, "to-2"))
    assert "Bay Sân bay Nội Bài – Sân bay Tân Sơn Nhất" in text_of(printed(contents, "to-3"))


def test_people_from_elsewhere_and_promises_are_told():
    text = text_of(printed(Contents(*promised.papers()), "to-1")).replace("\n", " ")
    assert "Từ Bản Tà Cóm sang (có xe đưa đón): 3 Định danh mức 2" in text


@pytest.mark.parametrize("team", ["to-1", "to-2", "to-3", "to-4"])
def test_the_bar_is_as_long_as_the_stated_scale_makes_it(team: str):
    page = printed(far_campaign(), team).pages[0]
    text = page.extract_text()
    scales = [int(found.replace(".", "")) for found in SCALE.findall(text)]
    told_m = [int(length) * METRES[unit] for length, unit in BAR.findall(text)]
    lengths = bars_mm(page)
    assert len(scales) == len(lengths) == len(told_m) >= 1
    for scale, length, told in zip(scales, lengths, told_m, strict=True):
        # The file has hundredths of a point: 0.004 mm for each of the four cells.
        assert length == pytest.approx(told * 1000 / scale, abs=0.02)


def test_a_team_that_goes_far_has_the_whole_country_and_insets():
    text = printed(far_campaign(), "to-3").pages[0].extract_text()
    assert "Quần đảo Hoàng Sa (Việt Nam)" in text
    assert "Quần đảo Trường Sa (Việt Nam)" in text
    assert len(SCALE.findall(text)) > 1


def test_no_map_of_a_team_is_without_the_archipelagos():
    for contents in (Contents(*campaign.papers()), far_campaign()):
        for team in contents.scenario.teams:
            text = printed(contents, team).pages[0].extract_text()
            assert "Hoàng Sa" in text
            assert "Trường Sa" in text


def test_maps_are_lines_and_fonts_are_embedded():
    for document in (printed(far_campaign(), "to-3"), opened(overview(far_campaign(), Ground()))):
        for page in document.pages:
            assert list(page.images) == []
            assert b" Do" not in drawn(page)
            for font in page["/Resources"]["/Font"].values():
                told = font.get_object()["/DescendantFonts"][0].get_object()
                assert "/FontFile2" in told["/FontDescriptor"].get_object()
                assert "NotoSans" in told["/BaseFont"]


def test_a_leg_whose_road_is_known_is_drawn_along_it():
    contents = Contents(*campaign.papers())
    [first, *_] = next(week for week in contents.weeks if week.team.id == "to-1").routes
    base, site = contents.scenario.bases["home"], contents.scenario.sites["ang"]
    road = tuple((base.lat + (site.lat - base.lat) * at / 50, 105.0 + 0.01 * (at % 2)) for at in range(51))
    legs = DrawnLegs({("car", first.date, "home", "ang"): road})
    with_road = drawn(printed(contents, "to-1", Ground(legs)).pages[0])
    without = drawn(printed(contents, "to-1").pages[0])
    # 49 points between the ends of the road, 12 between those of the curve.
    assert with_road.count(b" l") - without.count(b" l") >= 49 - 12
    assert "Đường vẽ theo đường đi thật" in text_of(printed(contents, "to-1", Ground(legs)))
    assert "Đường cong chỉ nối" in text_of(printed(contents, "to-1"))


def test_the_file_tells_of_nobody_and_of_no_folder():
    document = printed(Contents(*campaign.papers()), "to-1")
    assert dict(document.metadata or {}) == {
        "/Title": "Tổ 1 – Đà Bắc – tuần 17 & tổ đi xa",
        "/Producer": "luudong 0.1.0",
        "/CreationDate": "D:20230424000000Z",
    }
    assert document.trailer["/Root"]["/Lang"] == "vi"


def test_hostile_names_are_letters_on_paper_and_nothing_else():
    for papers in (hostile.hostile(), hostile.hostile_promises()):
        contents = Contents(*papers)
        files = [team_pages(contents, week, Ground()) for week in contents.weeks]
        for content in (*files, overview(contents, Ground())):
            document = opened(content)
            assert set(document.trailer["/Root"]) <= {
                "/Type",
                "/Pages",
                "/Lang",
                "/OpenAction",
                "/PageLayout",
            }
            assert not [page for page in document.pages if "/Annots" in page or "/AA" in page]
        assert "window.broken=1" in text_of(opened(files[0]))


def test_names_without_end_and_letters_that_the_font_has_not_leave_the_page_whole():
    scenario = campaign.campaign()
    odd = ("chữ" * 900, "ບ້ານ ຫນອງ", "\u202eab\u200b", " ", "Buôn Čư Ƀrông ŏĕ", "A" * 300)
    sites = {
        one.id: replace(one, name=odd[number % len(odd)], commune=odd[(number + 1) % len(odd)])
        for number, one in enumerate(scenario.sites.values())
    }
    plan, _, travel = campaign.papers()
    contents = Contents(plan, replace(scenario, name="Tên " * 400, sites=sites), travel)
    text = "".join(text_of(printed(contents, team)) for team in scenario.teams)
    assert "Buôn Čư Ƀrông ŏĕ" in text
    assert "\N{REPLACEMENT CHARACTER}" in text
    assert "\u202e" not in text


def test_pages_are_in_the_scenario_s_language():
    text = text_of(printed(Contents(*campaign.papers("en")), "to-1"))
    assert "Page 1/" in text
    assert "Scale 1:" in text


def test_the_overview_is_one_a3_sheet_with_every_team_and_the_sums():
    contents = Contents(*campaign.papers())
    document = opened(overview(contents, Ground()))
    assert sizes_mm(document) == [A3]
    text = text_of(document)
    for week in contents.weeks:
        assert contents.team_name(week.team) in text
    assert "137" in text  # cases of the whole plan
    for scale, length in zip(SCALE.findall(text), bars_mm(document.pages[0]), strict=True):
        assert f"{length * int(scale.replace('.', '')) / 1e6:.0f} km" in text


def test_more_teams_than_have_room_beside_the_map_go_on_further_sheets():
    plan, scenario, travel = campaign.papers()
    first = scenario.teams["to-4"]
    many = {**scenario.teams, **{f"x{n}": replace(first, id=f"x{n}", name=f"Đội {n}") for n in range(200)}}
    document = opened(overview(Contents(plan, replace(scenario, teams=many), travel), Ground()))
    assert len(document.pages) == 3  # 43 beside the map, 129 on the second sheet, 32 on the third
    text = text_of(document)
    assert all(f"Đội {n} 0 0 0 0" in text for n in range(200))
    assert text.count("Cộng") == 1
