"""A travel table becomes columns of integers, whole blocks or row by row alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.domain.scenario import LegTable
from optimizer.intake import legs as legs_module
from optimizer.intake.collect import Findings
from optimizer.intake.legs import read_legs
from tests.intake.workbooks import workbook

PLACES = {"home": 0, "a": 1, "b": 2}
VEHICLES = {"car": 0, "xe-may": 1}


def read(folder: Path, text: str | bytes, name: str = "travel.csv"):
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    findings = Findings()
    table = read_legs(folder / name, name, PLACES, VEHICLES, findings)
    return table, [finding.code for finding in findings.listed()]


def rows(table: LegTable | None):
    return list(zip(table.origin, table.destination, table.minutes, table.metres, table.vehicle, strict=True))


def test_minutes_are_rounded_up_and_kilometres_to_the_metre(tmp_path: Path):
    table, codes = read(tmp_path, "from,to,minutes,km\nhome,a,12.1,3.4567\na,b,5,0.0004\nb,home,0,7\n")
    assert codes == []
    assert rows(table) == [(0, 1, 13, 3457, -1), (1, 2, 5, 0, -1), (2, 0, 0, 7000, -1)]


def test_columns_may_stand_in_any_order_with_a_vehicle_and_others(tmp_path: Path):
    table, codes = read(
        tmp_path, "vehicle;km;ghi chú;minutes;to;from\ncar;2,5;x;10;a;home\n;3;;11;b;home\nxe-may;1;;9;a;b\n"
    )
    assert codes == ["W201", "W402"]  # no row leads home
    assert rows(table) == [(0, 1, 10, 2500, 0), (0, 2, 11, 3000, -1), (2, 1, 9, 1000, 1)]


def test_a_row_that_must_be_looked_at_does_not_change_the_others(tmp_path: Path):
    good = "from,to,minutes,km\nhome,a,12.1,3.4567\na,b,5,2\nb,home,8,7\n"
    fast, _ = read(tmp_path, good)
    slow, codes = read(tmp_path, good.replace("a,b,5,2", ' a ,b,"5",2\n\n,,,'))
    assert codes == []
    assert rows(slow) == rows(fast)


def test_ways_from_a_place_to_itself_and_of_other_places_are_left_out(tmp_path: Path):
    table, codes = read(
        tmp_path, "from,to,minutes,km\nhome,home,0,0\nhome,a,1,1\nx,a,1,1\na,b,1,1\nb,home,1,1\nb,y,1,1\n"
    )
    assert codes == ["W401"]
    assert rows(table) == [(0, 1, 1, 1000, -1), (1, 2, 1, 1000, -1), (2, 0, 1, 1000, -1)]


def test_a_decomposed_id_is_the_same_place(tmp_path: Path):
    (tmp_path / "t.csv").write_text(
        "from,to,minutes,km\nho\u0300a,home,3,1\nhome,hòa,3,1\n", encoding="utf-8"
    )
    findings = Findings()
    table = read_legs(tmp_path / "t.csv", "t.csv", {"home": 0, "hòa": 1}, {}, findings)
    assert findings.listed() == ()
    assert rows(table) == [(1, 0, 3, 1000, -1), (0, 1, 3, 1000, -1)]


def test_the_same_way_may_be_given_for_each_vehicle_but_once(tmp_path: Path):
    text = (
        "from,to,minutes,km,vehicle\nhome,a,1,1,car\nhome,a,1,1,xe-may\nhome,a,1,1,\na,home,1,1,\na,b,1,1,\n"
    )
    assert read(tmp_path, text)[1] == []
    assert read(tmp_path, text + "home,a,2,1,xe-may\n")[1] == ["E404"]


def test_a_workbook_is_read_as_a_table_is(tmp_path: Path):
    book = workbook(
        ["from", "to", "minutes", "km"], ["home", "a", 12.1, 3.4567], ["a", "b", 5, 2], ["b", "home", 1, 1]
    )
    table, codes = read(tmp_path, book, "travel.xlsx")
    assert codes == []
    assert rows(table)[0] == (0, 1, 13, 3457, -1)


def test_blocks_join_without_a_seam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    text = "from,to,minutes,km\n" + "home,a,1,1\na,b,2,2\nb,home,3,3\nx,y,4,4\nhome,b,5,5\n"
    whole, codes = read(tmp_path, text)
    for size in (1, 2, 3, 4):
        monkeypatch.setattr(legs_module, "_BLOCK", size)
        table, same = read(tmp_path, text)
        assert rows(table) == rows(whole)
        assert same == codes


def test_rows_are_numbered_as_in_the_file(tmp_path: Path):
    (tmp_path / "t.csv").write_text("from,to,minutes,km\nhome,a,1,1\na,b,x,1\n", encoding="utf-8")
    findings = Findings()
    read_legs(tmp_path / "t.csv", "t.csv", PLACES, VEHICLES, findings)
    assert [(one.where.line, one.where.column) for one in findings.listed()] == [(3, "minutes")]


def test_a_hundred_thousand_rows_take_seconds_and_little_memory(tmp_path: Path):
    import time
    import tracemalloc

    places = {f"p{number}": number for number in range(317)}
    with (tmp_path / "t.csv").open("w", encoding="utf-8") as opened:
        opened.write("from,to,minutes,km\n")
        opened.writelines(f"{one},{other},12,3.5\n" for one in places for other in places if one != other)
    tracemalloc.start()
    started = time.process_time()
    table = read_legs(tmp_path / "t.csv", "t.csv", places, {}, Findings())
    seconds = time.process_time() - started
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert table is not None
    assert len(table.origin) == 317 * 316
    assert seconds < 5
    assert peak < 30_000_000
