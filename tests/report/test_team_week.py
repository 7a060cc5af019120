from __future__ import annotations

from optimizer.report.team_week import team_weeks
from tests import build
from tests.report.campaign import papers


def test_a_week_holds_every_date_and_where_the_team_sleeps():
    plan, scenario, _ = papers()
    week = team_weeks(plan, scenario)[1]
    assert [one.day for one in week.days] == [build.day(offset) for offset in range(5)]
    assert [one.sleeps_at for one in week.days] == ["bua-sen", "bua-sen", "bua-sen", "home", "home"]
    assert [one.route is None for one in week.days] == [False, False, True, False, True]


def test_the_weeks_add_up_to_the_plans_figures():
    plan, scenario, _ = papers()
    weeks, figures = team_weeks(plan, scenario), plan.figures
    assert [week.nights for week in weeks] == [0, 3, 3, 0]
    assert sum(week.nights for week in weeks) == figures.nights
    assert sum(week.cases.total() for week in weeks) == figures.cases
    assert sum(week.km for week in weeks) == figures.km
    assert sum(week.travel_minutes for week in weeks) == figures.travel_minutes
    assert [week.visits for week in weeks] == [4, 5, 2, 0]
