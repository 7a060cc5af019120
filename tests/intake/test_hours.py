"""Hours by date, weekday, range and day: the more exact entry wins."""

from __future__ import annotations

from datetime import date

from optimizer.domain.calendar import Horizon, Window
from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings
from optimizer.intake.hours import resolve_hours

WEEK = Horizon(date(2023, 4, 24), 7)  # Monday to Sunday
A, B, C, D = ((Window(at * 60, at * 60 + 60),) for at in (6, 9, 12, 15))


def resolve(**entries: tuple[Window, ...]):
    findings = Findings()
    keys = {key.replace("_", "-"): windows for key, windows in entries.items()}
    keys = {key.removeprefix("on-"): windows for key, windows in keys.items()}
    hours = resolve_hours("h", keys, WEEK, lambda key: Where(key=key), findings)
    return hours, [finding.code for finding in findings.listed()]


def test_a_date_beats_a_weekday_beats_a_range_beats_every_day():
    hours, codes = resolve(daily=A, mon_fri=B, wed=C, on_2023_04_26=D)
    assert codes == []
    days = [hours.on(day) for day in WEEK.dates()]
    assert days == [B, B, D, B, B, A, A]  # the 26th is the Wednesday, so C is never reached
    hours, _ = resolve(daily=A, mon_fri=B, wed=C)
    assert hours.on(date(2023, 4, 26)) == C


def test_the_order_of_writing_does_not_matter():
    assert resolve(wed=C, daily=A, mon_fri=B)[0] == resolve(daily=A, mon_fri=B, wed=C)[0]


def test_a_day_without_an_entry_is_closed_and_so_is_one_with_an_empty_entry():
    hours, _ = resolve(mon_fri=A, tue=())
    assert [bool(hours.on(day)) for day in WEEK.dates()] == [True, False, True, True, True, False, False]


def test_a_range_may_go_over_the_end_of_the_week():
    hours, codes = resolve(sat_mon=A)
    assert codes == []
    assert [bool(hours.on(day)) for day in WEEK.dates()] == [True, False, False, False, False, True, True]


def test_names_of_days_are_read_in_any_case():
    hours, codes = resolve(MON_Fri=A, Daily=B)
    assert codes == []
    assert hours.on(date(2023, 4, 24)) == A
    assert hours.on(date(2023, 4, 30)) == B


def test_a_date_may_be_written_day_first():
    hours, codes = resolve(**{"26/04/2023": D})
    assert codes == []
    assert hours.windows == {date(2023, 4, 26): D}


def test_two_ways_of_writing_one_date_are_told():
    assert resolve(**{"26/04/2023": D, "on_2023_04_26": A})[1] == ["E125"]


def test_a_weekday_that_is_none_is_told_with_the_one_that_was_meant():
    findings = Findings()
    resolve_hours("h", {"mon-fry": A}, WEEK, lambda key: Where(key=key), findings)
    (finding,) = findings.listed()
    assert "“mon-fri”" in finding.action("vi")
