"""What the week is worth, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.domain.plan import Route, Terms
from optimizer.domain.scenario import EarlierPlan, Gathering, Objective, Shuttle, Vehicle
from optimizer.review.figures import (
    figures,
    objective_mdong,
    route_terms_mdong,
    served_by_cell,
    terms_mdong,
    unevenness_mdong,
)
from optimizer.travel.matrix import Leg
from tests import build
from tests.review.week import legal_routes, route, straight, visit, week, with_route, with_visit


def test_the_week_is_worth_what_it_says():
    scenario = week()
    made = figures(scenario, straight(scenario), legal_routes())
    # Value: 5 + 3 + 4 = 12 cards × 300,000 + 2 × 200,000 = 4,000,000.
    # Travel: 60 km × 1,000 đ; 60 minutes × 2 officers × 500 đ; one night × 2 × 500,000 đ.
    assert made.terms == Terms(
        value=4_000_000.0, km=-60_000.0, travel=-60_000.0, fares=0.0, nights=-1_000_000.0
    )
    assert made.objective == 2_880_000.0
    # Outstanding and plannable: 10 cards at a, 7 cards and 2 accounts at b; the 4 away do not count.
    assert (made.cases, made.of, made.coverage) == (14, 19, 14 / 19)
    assert (made.km, made.travel_minutes, made.nights) == (60.0, 60, 1)
    assert (made.bound, made.gap) == (None, None)


def test_no_routes_are_worth_nothing():
    scenario = week()
    made = figures(scenario, straight(scenario), [])
    assert (made.objective, made.cases, made.of, made.coverage, made.nights) == (0.0, 0, 19, 0.0, 0)


def test_where_nothing_is_outstanding_everything_is_covered():
    scenario = week(a={"cases": {}}, b={"cases": {}})
    assert figures(scenario, straight(scenario), []).coverage == 1.0


def test_a_flight_costs_its_fare_for_each_officer_and_nothing_per_km():
    # home → b: 40 minutes of flight, 10 of driving; 305.4 km flown, 6.789 km driven.
    flight = Leg(minutes=50, drive_minutes=10, metres=312_189, charged_metres=6_789, fare_dong=1_250_000)
    scenario = week(team={"officers": 3})
    travel = straight(scenario, legs={("home", "b"): flight, ("b", "home"): flight})
    routes = [
        route(0, "home", "08:00", end="b", arrive="08:50", km=312.189),
        route(2, "b", "08:00", end="home", arrive="08:50", km=312.189),
    ]
    made = figures(scenario, travel, routes)
    # 2 × 6,789 m × 1,000 đ/km = 13,578 đ; 100 min × 3 × 500 = 150,000 đ; 2 × 1,250,000 × 3 = 7,500,000 đ.
    # Nights after dates 0 and 1, the second without a route: 2 × 3 × 500,000 = 3,000,000 đ.
    assert made.terms == Terms(
        value=0.0, km=-13_578.0, travel=-150_000.0, fares=-7_500_000.0, nights=-3_000_000.0
    )
    assert (made.km, made.travel_minutes, made.nights) == (624.378, 100, 2)
    assert made.objective == -10_663_578.0


def test_a_metre_costs_thousandths_of_a_dong():
    scenario = week(vehicles={"car": Vehicle("car", dong_per_km=1_234)})
    crooked = Leg(minutes=30, drive_minutes=30, metres=30_007, charged_metres=30_007, fare_dong=0)
    travel = straight(scenario, legs={("b", "home"): crooked})
    # (30,000 + 30,007) m × 1,234 đ/km = 74,048,638 thousandths of a đồng.
    assert terms_mdong(scenario, travel, legal_routes()).km == -74_048_638
    assert figures(scenario, travel, legal_routes()).terms.km == -74_048.638


def test_priority_multiplies_the_value_of_a_case():
    # At b: 7 cards × 300,000 × 1.25 + 2 × 200,000 × 1.25 = 3,125,000; at a: 5 × 300,000 = 1,500,000.
    b = {"cases": {"cccd": 7, "vneid": 2}, "lodging": True, "priority": 1.25}
    scenario = week(b=b)
    assert terms_mdong(scenario, straight(scenario), legal_routes()).value == 4_625_000_000


def test_weights_of_the_objective_are_the_scenarios():
    scenario = week(objective=Objective(officer_minute_dong=7, night_dong=11))
    terms = terms_mdong(scenario, straight(scenario), legal_routes())
    # 60 minutes × 2 officers × 7 đ; one night × 2 officers × 11 đ.
    assert (terms.travel, terms.nights) == (-840_000, -22_000)


def test_the_night_after_the_last_date_is_not_counted():
    # Sleeps at b after every date: two nights lie between three dates.
    scenario = week()
    assert figures(scenario, straight(scenario), legal_routes()[:1]).nights == 2


def test_guests_are_worth_what_their_own_site_gives_them():
    # 14 cases as in the week, 4,000,000; one account of b, of priority 1.25, at a: 200,000 × 1.25.
    scenario = week(b={"cases": {"cccd": 7, "vneid": 3}, "lodging": True, "priority": 1.25})
    with_one = with_visit(legal_routes(), 0, 0, guests={"b": {"vneid": 1}})
    before = terms_mdong(scenario, straight(scenario), legal_routes()).value
    assert terms_mdong(scenario, straight(scenario), with_one).value - before == 250_000_000
    made = figures(scenario, straight(scenario), with_one)
    assert (made.cases, made.of, made.coverage) == (15, 20, 15 / 20)


def test_a_shuttle_costs_so_much_a_case_and_those_who_gather_nothing():
    routes = with_visit(legal_routes(), 0, 0, guests={"b": {"vneid": 2, "cccd": 1}})
    gathering = Gathering(radius_km=50.0, turnout=1.0)
    for shuttles, dong in [
        ((Shuttle("b", "a", turnout=1.0, dong_per_case=15_001),), -45_003.0),  # 3 × 15,001
        ((Shuttle("a", "b", turnout=1.0, dong_per_case=15_001),), 0.0),
        ((), 0.0),
    ]:
        scenario = week(shuttles=shuttles, gathering=gathering)
        travel = straight(scenario)
        made = figures(scenario, travel, routes)
        assert made.terms.shuttles == dong
        assert route_terms_mdong(scenario, travel, routes[0]).shuttles == dong * 1000
        # 4,000,000 + 2 × 200,000 + 300,000, less 1,120,000 for travel and the night.
        assert made.objective == 3_580_000.0 + dong


def test_unevenness_is_how_far_every_team_is_from_the_mean():
    # to-1: 30 + 80 + 68 minutes on date 0, 30 + 68 on date 1, together 276; two teams do nothing.
    # The mean is 92: 184 + 92 + 92 = 368 minutes, × 7 đ.
    idle = {name: build.team(name, days=3) for name in ("to-2", "to-3")}
    scenario = week(objective=Objective(unevenness_dong=7))
    uneven = replace(scenario, teams=dict(scenario.teams) | idle)
    travel = straight(scenario)
    assert figures(uneven, travel, legal_routes()).terms.unevenness == -2_576.0
    assert figures(uneven, travel, []).terms.unevenness == 0.0
    assert figures(scenario, travel, legal_routes()).terms.unevenness == 0.0  # alone it is the mean
    assert figures(uneven, travel, legal_routes()).objective == 2_880_000.0 - 2_576.0


def test_minutes_with_guests_count_for_unevenness():
    # Two accounts of guests more, 12 minutes: 288 and 0, 144 from the mean each.
    scenario = week(objective=Objective(unevenness_dong=1))
    uneven = replace(scenario, teams=dict(scenario.teams) | {"to-2": build.team("to-2", days=3)})
    routes = with_visit(legal_routes(), 0, 0, guests={"b": {"vneid": 2}})
    assert terms_mdong(uneven, straight(uneven), routes).unevenness == -288_000


@pytest.mark.parametrize(
    ("work", "dong", "mdong"),
    [
        ((1, 0, 0), 1, -1_333),  # 2/3 + 1/3 + 1/3 = 4/3
        ((1, 0, 0, 0, 0, 0), 1, -1_667),  # 5/6 + 5 × 1/6 = 10/6
        ((1, *[0] * 31), 1, -1_938),  # 62/32 = 1.9375: half a thousandth is charged in full
        ((1, *[0] * 31), 3, -5_813),  # 5.8125: rounded once, not team by team
        ((1, *[0] * 15), 1, -1_875),  # 30/16 = 1.875 exactly
        ((500, 500), 9, 0),
        ((7,), 9, 0),
        ((), 9, 0),
        ((300, 200, 100), 0, 0),
        ((300, 200, 100), 5, -1_000_000),
    ],
)
def test_unevenness_is_rounded_once_half_up(work: tuple[int, ...], dong: int, mdong: int):
    assert unevenness_mdong(dong, work) == mdong


def test_change_is_charged_for_visits_that_only_one_plan_has():
    scenario = week(objective=Objective(change_dong=11))

    def change(*earlier: Route, now: list[Route] | None = None) -> float:
        again = replace(scenario, earlier=EarlierPlan(earlier))
        made = figures(again, straight(again), legal_routes() if now is None else now)
        assert made.objective == sum(made.terms.model_dump().values())
        return made.terms.change

    assert change(*legal_routes()) == 0.0
    assert change() == -33.0  # three visits are new
    assert change(*legal_routes(), now=[]) == -33.0  # three are gone
    assert change(*with_visit(legal_routes(), 0, 0, site="b"), now=legal_routes()) == -11.0  # a is new
    assert change(*with_route(legal_routes(), 0, date=build.day(2))) == -44.0  # two moved: gone and new
    assert change(*with_route(legal_routes(), 1, team="to-2")) == -22.0
    # Other times and other cases are no change, nor is a second visit to the same site on that date.
    later = with_visit(legal_routes(), 0, 0, start=500, finish=560, cases={"cccd": 1})
    assert change(*later) == 0.0
    assert change(*with_route(legal_routes(), 1, visits=legal_routes()[1].visits * 2)) == 0.0
    assert figures(scenario, straight(scenario), legal_routes()).terms.change == 0.0  # no earlier plan


def test_each_team_away_counts_its_own_nights():
    scenario = week(teams={name: build.team(name, days=3, officers=1) for name in ("to-1", "to-2")})
    both = [one.model_copy(update={"team": name}) for name in scenario.teams for one in legal_routes()]
    travel = straight(scenario)
    assert figures(scenario, travel, both).nights == 2
    assert terms_mdong(scenario, travel, both).nights == -2 * 500_000 * 1000


def test_served_cases_are_summed_by_home_site_and_service():
    assert served_by_cell(legal_routes()) == {("a", "cccd"): 5, ("b", "cccd"): 7, ("b", "vneid"): 2}
    routes = with_visit(legal_routes(), 0, 0, guests={"b": {"vneid": 3}, "c": {"cccd": 1}})
    assert served_by_cell(routes) == {
        ("a", "cccd"): 5,
        ("b", "vneid"): 5,
        ("c", "cccd"): 1,
        ("b", "cccd"): 7,
    }


def test_what_cannot_be_measured_is_refused():
    scenario = week()
    cut = straight(scenario, no_road={("b", "home")})
    with pytest.raises(ValueError, match="no road"):
        objective_mdong(scenario, cut, legal_routes())
    with pytest.raises(KeyError):
        objective_mdong(scenario, straight(scenario), with_route(legal_routes(), 0, team="to-9"))


@given(
    cards=st.lists(st.integers(1, 50), max_size=3), km_north=st.integers(0, 400), officers=st.integers(1, 9)
)
def test_routes_and_nights_add_up_to_the_objective(cards: list[int], km_north: int, officers: int):
    scenario = week(team={"officers": officers}, b={"km_north": float(km_north), "lodging": True})
    travel = straight(scenario)
    routes = [
        route(
            offset,
            "home" if offset == 0 else "b",
            "00:00",
            visit("a", "08:00", "08:01", cccd=number),
            end="b",
            arrive="24:00",
            km=1.0,
        )
        for offset, number in enumerate(cards)
    ]
    nights = 2 if cards else 0  # between dates 0, 1 and 2: once away, it stays there
    by_route = sum(sum(route_terms_mdong(scenario, travel, one)) for one in routes)
    objective = by_route - nights * officers * 500_000_000
    assert objective_mdong(scenario, travel, routes) == objective
    made = figures(scenario, travel, routes)
    assert made.objective == objective / 1000
    assert made.terms.value == sum(cards) * 300_000
