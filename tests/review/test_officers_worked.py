"""What officers have worked when a week is over, on the plan of `tests.review.crewed`, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from optimizer.domain.crews import Crewing, Rest, Worked
from optimizer.domain.plan import Plan, Visit
from optimizer.review.officers_worked import officers_worked
from tests.review.crewed import CREWING, DATES, FRI, MON, SAT, SUN, TUE, campaign, crewing, move, plan

WEDNESDAY = TUE + timedelta(days=1)
VISIT = Visit.model_validate(
    {"site": "a", "arrive": "08:00", "start": "08:00", "finish": "09:00", "cases": {"cccd": 1}}
)


def worked(
    rules: Crewing = CREWING,
    made: Plan | None = None,
    reported: frozenset[tuple[str, date]] = frozenset(),
    start: date = WEDNESDAY,
) -> dict[str, Worked]:
    made = made or plan()
    return dict(officers_worked(campaign(rules, made), made, reported, start))


def test_a_week_as_planned_is_added_to_what_was_worked_before():
    found = worked(crewing(history={"an": Worked(4, 1, 0, 9), "chi": Worked(0, 0, 3)}))
    # An is out on Friday, Saturday, Sunday: 4 + 3 days, 1 + 2 evenings, 0 + 2 weekends; Tuesday was free.
    assert found["an"] == Worked(7, 3, 2, 0)
    assert found["binh"] == Worked(3, 2, 2, 0)
    # Chi is at the gate until 22:00 on Friday and on Monday, a holiday.
    assert found["chi"] == Worked(0, 2, 4, 0)
    assert found["dung"] == Worked()


def test_dates_in_a_row_go_on_from_the_week_before_only_if_every_date_was_worked():
    before = crewing(history={"an": Worked(in_a_row=4)})
    # Begun anew on Monday: Friday, Saturday, Sunday, and four dates before Friday.
    assert worked(before, start=MON)["an"].in_a_row == 7
    assert worked(before, start=MON)["binh"].in_a_row == 3
    # Chi was at the gate on Monday only.
    assert worked(before, start=TUE)["chi"].in_a_row == 1
    assert worked(before, start=WEDNESDAY)["an"].in_a_row == 0


def test_only_dates_before_the_next_week_count():
    found = worked(start=SUN)
    assert (found["an"].days_away, found["an"].evenings, found["an"].weekends) == (2, 2, 1)


@pytest.mark.parametrize(
    ("rest", "start", "until"),
    # Back on Sunday 30 April.
    [(1, MON, MON), (1, TUE, None), (3, TUE, DATES[4] + timedelta(days=1)), (0, MON, None)],
)
def test_a_rest_after_nights_away_goes_on_in_the_next_week(rest: int, start: date, until: date | None):
    found = worked(crewing(rest=Rest(after_nights=rest)), start=start)
    assert found["an"].rests_until == until
    assert found["chi"].rests_until is None


def day_trip(day: date) -> Plan:
    """A plan of one day trip with a visit."""
    return plan(routes=(move(day, "home", "home", 1100).model_copy(update={"visits": (VISIT,)}),))


def test_a_day_trip_of_which_nothing_is_reported_did_not_take_place():
    made = day_trip(SAT)
    assert worked(made=made)["an"] == Worked(1, 1, 1, 0)
    assert worked(made=made, reported=frozenset({("to-1", SAT)}))["an"] == Worked(1, 1, 1, 0)
    # It reported of Sunday instead: an unplanned date out, of whose evening nothing is known.
    assert worked(made=made, reported=frozenset({("to-1", SUN)}))["an"] == Worked(1, 0, 1, 0)
    # What another team reports does not matter.
    assert worked(made=made, reported=frozenset({("gate", FRI)}))["an"] == Worked(1, 1, 1, 0)


def test_days_on_the_way_count_though_nothing_is_reported_of_them():
    found = worked(reported=frozenset({("to-1", SAT)}))
    assert (found["an"].days_away, found["an"].evenings) == (3, 2)
