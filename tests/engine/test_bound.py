"""No plan is ever worth more than the bound, wherever it stops; on the tiniest ones they are equal."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from optimizer.domain.plan import Route, Visit
from optimizer.domain.scenario import Scenario
from optimizer.engine import ground, lagrangian
from optimizer.engine.bound import Bound, bound
from optimizer.review.figures import objective_mdong
from optimizer.travel.build import build_matrix
from tests.build import day, hours, scenario, site, team
from tests.engine.campaigns import mountains
from tests.engine.priced import short_search
from tests.exact import Exact
from tests.random_scenarios import scenarios

SLOW = settings(max_examples=25)


def bounds(made: Scenario, *, seconds: float = 2.0) -> list[Bound]:
    """Every bound that is told on the way, and the last."""
    told: list[Bound] = []
    last = bound(made, build_matrix(made), seconds=seconds, progress=told.append)
    return [*told, last]


@SLOW
@given(scenarios(people=True, weights=True, promises=True))
def test_no_plan_that_is_found_is_worth_more_than_any_bound(made: Scenario):
    travel = build_matrix(made)
    worth = objective_mdong(made, travel, short_search(made, travel))
    assert all(one.value_mdong >= worth for one in bounds(made))


@SLOW
@given(scenarios(most_teams=2, most_days=2, most_sites=3))
def test_the_best_plan_of_a_tiny_campaign_is_never_above_the_bound(made: Scenario):
    assume(made.outstanding_cases <= 12)
    travel = build_matrix(made)
    assert bounds(made)[-1].value_mdong >= Exact(made, travel).best_mdong()


def test_the_bound_of_one_team_and_one_site_is_its_best_plan():
    # 10 cases x 300,000 - 20 km x 1,000 - 20 min x 2 officers x 500 = 2,960,000 đ
    assert bounds(scenario(site("a")))[-1].value_mdong / 1000 == pytest.approx(2_960_000, abs=50)


def test_two_teams_share_the_cases_of_a_site():
    # either team alone can serve all ten, so that the second is worth nothing
    made = scenario(site("a"))
    made = replace(made, teams={name: team(name) for name in ("to-1", "to-2")})
    assert bounds(made)[-1].value_mdong / 1000 == pytest.approx(2_960_000, abs=100)


def test_a_work_limit_counts_minutes_but_not_the_wait():
    # shift of 630 min, 120 min of work: 20 travel, 20 set-up, 80 min are 6 cases: 1,800,000 - 40,000 đ
    made = replace(scenario(site("a")), teams={"to-1": team(max_work_minutes=120)})
    last = bounds(made)[-1].value_mdong / 1000
    assert 1_760_000 <= last <= 2_100_000


def test_a_night_away_is_paid_for():
    # 400 km away in the dark: 1 day there, 1 back; night 2 officers x 500,000
    far = site("a", km_north=400.0, lodging=True, cases={"cccd": 40})
    made = replace(scenario(far, days=2), teams={"to-1": team(days=2, max_nights=1)})
    # 400 min each way of 630, 210 min of service each day: 34 cases x 300,000 - 800 km x 1,000
    # - 800 min x 1,000 - a night of 2 x 500,000 = 7,600,000 đ
    assert bounds(made)[-1].value_mdong / 1000 == pytest.approx(7_600_000, abs=100)


def test_bounds_only_fall():
    made = scenario(*(site(f"s{i}", km_north=5.0 + 7 * i) for i in range(8)), days=2)
    values = [one.value_mdong for one in bounds(made)]
    assert values == sorted(values, reverse=True)
    assert len(values) > 2


def test_a_stopped_bound_is_the_instant_one():
    made = scenario(*(site(f"s{i}") for i in range(8)))
    stop = threading.Event()
    stop.set()
    last = bound(made, build_matrix(made), seconds=10.0, stop=stop)
    # 630 station-minutes: 52.5 cases at 12 min x 300,000 đ
    assert last.method == "station_minutes"
    assert last.value_mdong == 15_750_000_000


def test_where_nobody_may_serve_anything_the_bound_is_nothing():
    made = scenario(site("a", requires=frozenset({"tiếng Mông"})))
    assert bound(made, build_matrix(made), seconds=1.0).value_mdong == 0


def test_the_same_holds_with_several_workers():
    made = replace(
        scenario(site("a"), site("b", hours="eve"), hours={"eve": hours("eve", (900, 1020))}),
        teams={"to-1": team(), "to-2": team("to-2", stations=2, dates=frozenset({day(0)}))},
    )
    travel = build_matrix(made)
    one, two = (bound(made, travel, seconds=2.0, workers=workers) for workers in (1, 2))
    assert one.value_mdong == two.value_mdong


def test_a_team_that_may_end_anywhere_need_not_pay_for_the_way_home():
    # 10 cases x 300,000 - 10 km x 1,000 - 10 min x 2 officers x 500 = 2,980,000 đ
    made = replace(scenario(site("a", lodging=True)), teams={"to-1": team(end_anywhere=True)})
    assert bounds(made)[-1].value_mdong / 1000 == pytest.approx(2_980_000, abs=100)


def test_coarse_passes_bound_a_campaign_as_well(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ground, "IN_A_CLUSTER", 3)
    monkeypatch.setattr(lagrangian, "LARGE", 0)
    monkeypatch.setattr(lagrangian, "COARSE", 1)
    made = mountains()
    worth = objective_mdong(made, build_matrix(made), short_search(made, build_matrix(made)))
    told = bounds(made)
    assert all(one.value_mdong >= worth for one in told)
    assert told[-1].method == "weeks"


def test_a_known_plan_with_a_visit_where_nobody_can_be_served_is_bounded_as_well():
    # Nobody is outstanding at b, so that it is no host; a plan changed by hand goes there all the same.
    made = scenario(site("a"), site("b", km_north=20.0, cases={}))
    visits = [
        Visit(site=name, arrive=start, start=start, finish=start + 60, cases={"cccd": 1})
        for name, start in (("a", 500), ("b", 600))
    ]
    changed = Route(
        team="to-1",
        date=day(0),
        start="home",
        depart=490,
        end="home",
        arrive=680,
        visits=tuple(visits),
        km=40.0,
        travel_minutes=40,
    )
    told = bound(made, build_matrix(made), seconds=20.0, routes=(changed,))
    assert told.value_mdong / 1000 == pytest.approx(2_960_000, abs=50)
