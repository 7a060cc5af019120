"""Persons are found in tables, places are not taken for persons, and nothing of persons gets out."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.intake import read_scenario
from optimizer.intake.freeze import write_frozen
from optimizer.intake.persons import (
    are_full_names,
    is_name_in_id,
    masked,
    names_persons,
    personal_number,
    without_names,
    without_numbers,
)
from tests.intake.folders import YAML, codes, edited, findings, write_folder


@pytest.mark.parametrize(
    "text",
    [
        "025190001234",
        "0251 9000 1234",
        "số 025190001234 cấp 2021",
        "+84912345678",
        "84912345678",
        "0912345678",
        "0912.345.678",
        "912345678",
        "ĐT: 0243-825-1234",
    ],
)
def test_numbers_of_persons_are_found_however_they_are_written(text: str):
    assert personal_number(text)
    assert not any(len(part) > 4 and part.isdigit() for part in masked(text).split())


@pytest.mark.parametrize(
    "text",
    [
        "1.032",
        "18322",
        "2023-04-24",
        "24/04/2023",
        "20.8746",
        "Thôn 3",
        "QL6 km 15",
        "7085 39",
        "123456789012345",
    ],
)
def test_counts_dates_and_names_of_villages_are_not_numbers_of_persons(text: str):
    assert personal_number(text) is None
    assert masked(text) == text


@pytest.mark.parametrize(
    "names",
    [
        ["Nguyễn Văn An"],
        ["NGUYỄN THỊ HOA", "LÊ MINH"],
        ["Bà Lò Thị Ín", "Ông Hà Văn Pó"],
        ["Trần Minh Đức", "Lê Quang Vinh", "Phạm Ngọc Hà"],
        ["Nguyen Van An", "Tran Thi Be"],
        ["Giàng A Sử", "Vàng A Páo", "Sùng Thị Mỷ"],
    ],
)
def test_full_names_are_known_with_and_without_diacritics_and_titles(names: list[str]):
    assert are_full_names(names)


@pytest.mark.parametrize(
    "names",
    [
        ["Cao Sơn", "Lương Hòa", "Hà Lương", "Đinh Xá", "Trịnh Xá"],
        ["Bưa Sen", "Hiền Lương", "Nánh Nghê"],
        ["Đống Đa", "Hà Đông", "Lê Hồng Phong"],
        ["Trường THCS Nguyễn Văn Trỗi", "Thôn Nguyễn Văn Linh"],
        ["Công an huyện Đà Bắc"],
        ["Xóm Ké", "Bản Lò", "Thôn Hoàng Su Phì", "Xã Hà Vị"],
        ["Nguyễn Văn An", "Thôn A", "Thôn B", "Thôn C"],
        [],
    ],
)
def test_names_of_villages_wards_and_schools_are_not_names_of_persons(names: list[str]):
    assert not are_full_names(names)


@pytest.mark.parametrize(
    "heading", ["Họ và tên", "HỌ TÊN", "ho_ten", "Số CCCD", "SĐT", "Số điện thoại", "Ngày sinh"]
)
def test_headings_that_announce_persons_are_known(heading: str):
    assert names_persons(heading)


@pytest.mark.parametrize("heading", ["cccd", "name", "commune", "Cấp CCCD", "thôn"])
def test_headings_of_counts_and_places_are_not_persons(heading: str):
    assert not names_persons(heading)


SECRETS = ("Nguyễn Văn An", "Trần Thị Bé", "025190001234", "0912345678", "Lò Văn Pó", "912345678")
PERSONAL = """\
id,name,commune,lat,lon,requires,cccd,Họ tên,ghi chú
025190001234,Nguyễn Văn An,Nánh Nghê,21.03,104.90,,3,Lò Văn Pó,gọi 0912345678
0912345678,Trần Thị Bé,Nánh Nghê,21.04,104.91,0912345678,4,Lò Văn Pó,
c,Lò Văn Pó,Nánh Nghê,21.05,104.92,,5,Lò Văn Pó,
"""
LINKED = {
    "travel: {source: estimate}": (
        "travel: {source: matrix, file: travel.csv}\n"
        'links: [{from: home, to: "025190001234", minutes: 50}]\n'
        'closures: [{site: "0912345678", start: 2023-04-24, end: 2023-04-24}]'
    )
}
TRAVEL = """\
from,to,minutes,km
home,025190001234,10,5
025190001234,0912345678,10,5
0912345678,c,10,5
c,home,10,5
"""


def test_nothing_of_persons_is_said_or_kept_and_references_still_hold(tmp_path: Path):
    folder = write_folder(tmp_path / "in", yaml=edited(YAML, LINKED), sites=PERSONAL, travel_csv=TRAVEL)
    read = read_scenario(folder)
    assert {warning.code for warning in read.warnings} >= {"W210", "W211", "W212"}
    assert list(read.scenario.sites) == ["site-2", "site-3", "c"]
    assert [site.name for site in read.scenario.sites.values()] == ["site-2", "site-3", "c"]
    assert read.scenario.links[0].destination == "site-2"
    assert read.scenario.closures[0].places == ("site-3",)
    assert read.scenario.legs is not None
    assert list(read.scenario.legs.destination) == [1, 2, 3, 0]

    write_frozen(read.scenario, tmp_path / "out")
    said = " ".join(warning.text(language) for warning in read.warnings for language in ("vi", "en"))
    kept = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir())
    for secret in SECRETS:
        assert secret not in said
        assert secret not in kept
    assert read_scenario(tmp_path / "out").scenario == read.scenario


def test_errors_about_personal_rows_quote_nothing_either(tmp_path: Path):
    spoilt = PERSONAL.replace(",,3,", ",,012345678901,").replace("c,Lò Văn Pó", "025190001234,Lò Văn Pó")
    folder = write_folder(
        tmp_path, yaml=edited(YAML, LINKED), sites=spoilt, travel_csv=TRAVEL + "0987654321,c,x,5\n"
    )
    found = findings(folder)
    assert {"E118", "E302", "E402", "W401"} & {finding.code for finding in found} >= {"E118", "E302", "E402"}
    said = " ".join(finding.text(language) for finding in found for language in ("vi", "en"))
    for secret in (*SECRETS, "012345678901", "0987654321"):
        assert secret not in said


def test_a_table_without_a_heading_does_not_quote_its_first_person(tmp_path: Path):
    folder = write_folder(
        tmp_path, sites="Nguyễn Văn An,025190001234,0912345678\nTrần Thị Bé,025190001235,0912345679\n"
    )
    found = findings(folder)
    assert "E201" in [finding.code for finding in found]
    said = " ".join(finding.text("vi") for finding in found)
    for secret in SECRETS:
        assert secret not in said


def test_persons_in_sites_written_inline_are_kept_out_too(tmp_path: Path):
    inline = "sites: [{id: 025190001234, name: Nguyễn Văn An, lat: 21, lon: 105, cases: {cccd: 3}}]"
    folder = write_folder(tmp_path, yaml=edited(YAML, {"sites: sites.csv": inline}), sites=None)
    assert set(codes(folder)) == {"W210", "W212"}
    site = next(iter(read_scenario(folder).scenario.sites.values()))
    assert (site.id, site.name) == ("site-1", "site-1")


def test_a_code_that_is_taken_is_not_given_again(tmp_path: Path):
    sites = "id,lat,lon,cccd\n025190001234,21,105,3\nsite-2,21,105,3\n"
    scenario = read_scenario(write_folder(tmp_path, sites=sites)).scenario
    assert len(scenario.sites) == 2
    assert "site-2" in scenario.sites


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Bản C CMND 145678912", "Bản C CMND …"),
        ("CMND 145678912 0912345678", "CMND … …"),
        ("CMND: 145.678.912", "CMND: …"),
        ("1 000 000 000 đồng", "1 000 000 000 đồng"),
        ("gọi (0243) 825 1234 hoặc +84 912 345 678.", "gọi (… hoặc …."),
        ("đã cấp 175,470 / 1.032 thẻ, 300.000.000 đồng", "đã cấp 175,470 / 1.032 thẻ, 300.000.000 đồng"),
        ("2023-04-24 08:00, 105.249123456", "2023-04-24 08:00, 105.249123456"),
    ],
)
def test_numbers_of_persons_are_cut_out_of_text_and_figures_stay(text: str, kept: str):
    assert without_numbers(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Nhà bà Nguyễn Thị Mai, thôn Tày", "Nhà bà …, thôn Tày"),
        ("Nhà Ông Sử", "Nhà Ông …"),
        ("hộ anh Sử ở bản Ké", "hộ anh … ở bản Ké"),
        ("Hộ Lê Minh", "Hộ …"),
        ("Trưởng thôn Nguyễn Văn An", "Trưởng thôn …"),
        ("Gặp Lò Văn Pó", "Gặp …"),
    ],
)
def test_names_of_persons_are_cut_out_of_text(text: str, kept: str):
    assert without_names(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Bản Nguyễn Văn Trỗi",
        "Phường Lê Hồng Phong",
        "Trường THCS Nguyễn Văn Trỗi",
        "đường Nguyễn Thị Định",
        "Cô Tô",
        "Bà Rịa Vũng Tàu",
        "Nhà Văn Hóa Thôn 3",
        "Nhà văn hóa bản Ông",
        "Phố Bà Triệu Hà Nội",
    ],
)
def test_places_named_after_persons_stay(text: str):
    assert without_names(text) == text


def test_persons_in_one_row_and_in_the_scenario_file_are_kept_out(tmp_path: Path):
    yaml = edited(
        YAML,
        {
            '"Thử"': '"Đợt của Nguyễn Văn An 0987654321"',
            '"Công an huyện"': '"Công an huyện, 0987654321"',
            "id: to-1,": "id: to-1, name: Nguyễn Văn An 0987654321,",
            "travel: {source: estimate}": (
                "assumed: [hỏi số 145678912, 12.500 thẻ]\npublished: gọi 0987 654 321 hoặc ông Nguyễn Văn An"
            ),
        },
    )
    sites = (
        'id,name,lat,lon,cccd\nnguyen-van-binh,"Nhà bà Nguyễn Thị Mai, thôn Tày",21,105,3\n'
        "c,Bản C CMND 145678912,21,105,3\nnguyen-van-troi,Phường Nguyễn Văn Trỗi,21,105,3\n"
    )
    read = read_scenario(write_folder(tmp_path / "in", yaml=yaml, sites=sites))
    places = {(one.code, one.where.file, one.where.key or one.where.column) for one in read.warnings}
    assert places >= {
        ("W212", "sites.csv", "id"),
        ("W212", "sites.csv", "name"),
        ("W210", "sites.csv", "name"),
        ("W211", "scenario.yaml", "name"),
        ("W212", "scenario.yaml", "teams[1].name"),
        ("W210", "scenario.yaml", "assumed[1]"),
        ("W211", "scenario.yaml", "published"),
    }
    names = {site.id: site.name for site in read.scenario.sites.values()}
    assert names == {"site-2": "site-2", "c": "Bản C CMND …", "nguyen-van-troi": "Phường Nguyễn Văn Trỗi"}
    assert read.scenario.teams["to-1"].name == "to-1"
    assert read.scenario.assumed == ("hỏi số …", "12.500 thẻ")
    write_frozen(read.scenario, tmp_path / "out")
    said = "".join(one.text(language) for one in read.warnings for language in ("vi", "en"))
    kept = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir())
    for secret in ("Thị Mai", "Văn An", "145678912", "0987", "binh"):
        assert secret not in said + kept
    assert read_scenario(tmp_path / "out").scenario == read.scenario


@pytest.mark.parametrize("written", ["nguyen-van-binh", "Lo_Van_Po2", "le-thi-rieng"])
def test_ids_that_spell_full_names_are_known(written: str):
    assert is_name_in_id(written)


@pytest.mark.parametrize("written", ["ban-van-ho", "to-van-minh", "bua-sen", "van-ho", "hien-luong"])
def test_ids_of_villages_are_not_names(written: str):
    assert not is_name_in_id(written)
