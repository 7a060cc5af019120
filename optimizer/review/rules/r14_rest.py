"""R14 rest: nobody works too many dates, in all, in a week or in a row, nor right after nights away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from optimizer.review.breach import Breach, breach
from optimizer.review.staffing import Staffing

_DAY = timedelta(days=1)


def not_too_many_dates(staffing: Staffing) -> Iterator[Breach]:
    """No officer works more dates of the horizon than his own limit."""
    for officer in staffing.crewing.officers.values():
        number = len(staffing.worked(officer.id))
        if officer.max_days is not None and number > officer.max_days:
            yield breach(
                staffing.scenario,
                "R14.max_days",
                officer=officer.name,
                number=number,
                limit=officer.max_days,
            )


def not_too_many_a_week(staffing: Staffing) -> Iterator[Breach]:
    """No officer works more dates from a Monday to the next Sunday than allowed."""
    limit = staffing.crewing.rest.days_a_week
    if limit is None:
        return
    for officer in staffing.crewing.officers.values():
        weeks = Counter(day - timedelta(days=day.weekday()) for day in staffing.worked(officer.id))
        for monday, number in sorted(weeks.items()):
            if number > limit:
                yield breach(
                    staffing.scenario,
                    "R14.week",
                    officer=officer.name,
                    number=number,
                    limit=limit,
                    monday=monday,
                )


def not_too_many_in_a_row(staffing: Staffing) -> Iterator[Breach]:
    """No officer works more dates one after another than allowed, those right before the horizon counted."""
    limit = staffing.crewing.rest.days_in_a_row
    if limit is None:
        return
    for officer in staffing.crewing.officers.values():
        before = staffing.crewing.history.get(officer.id)
        for last, number in _rows(staffing, staffing.worked(officer.id), before.in_a_row if before else 0):
            if number > limit:
                yield breach(
                    staffing.scenario,
                    "R14.row",
                    day=last,
                    officer=officer.name,
                    number=number,
                    limit=limit,
                )


def rest_after_nights(staffing: Staffing) -> Iterator[Breach]:
    """Who came back from nights away works on none of the next so many dates."""
    dates = staffing.crewing.rest.after_nights
    for officer in staffing.crewing.officers.values():
        worked = staffing.worked(officer.id)
        for back in sorted(staffing.back(staffing.crew_of.get(officer.id))):
            for day in worked:
                if back < day <= back + dates * _DAY:
                    yield breach(
                        staffing.scenario,
                        "R14.nights",
                        day=day,
                        officer=officer.name,
                        back=back,
                        dates=dates,
                    )


def _rows(staffing: Staffing, worked: list[date], before: int) -> Iterator[tuple[date, int]]:
    """Last date and length of every longest stretch of dates worked."""
    number = 0
    for day in worked:
        if day - _DAY not in worked:
            number = before if day == staffing.scenario.horizon.start else 0
        number += 1
        if day + _DAY not in worked:
            yield day, number
