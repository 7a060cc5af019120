"""Day routes, stretch by stretch."""

from __future__ import annotations

from datetime import date

from optimizer.report.ways import Ways, is_flight
from optimizer.travel.hops import Hop
from tests.report.campaign import papers


def test_a_leg_by_air_is_told_stretch_by_stretch_with_its_times() -> None:
    plan, scenario, travel = papers()
    [out] = [
        route for route in plan.routes if route.team == "to-3" and route.visits and route.start == "home"
    ]
    told = [
        (one.hop.origin, one.hop.destination, one.depart_min, one.hop.minutes, one.hop.by_link)
        for one in Ways(scenario, travel).stretches(out)
    ]
    # 30 km to the airport at a km a minute, 130 minutes in the air, 5 km on: there at 9:45.
    assert told == [
        ("home", "noi-bai", 420, 30, False),
        ("noi-bai", "tan-son-nhat", 450, 130, True),
        ("tan-son-nhat", "quan-1", 580, 5, False),
    ]


def test_stretches_sum_to_the_route() -> None:
    plan, scenario, travel = papers()
    ways = Ways(scenario, travel)
    for route in plan.routes:
        hops = [one.hop for one in ways.stretches(route)]
        assert sum(hop.minutes for hop in hops) == route.travel_minutes
        assert sum(hop.metres for hop in hops) == round(route.km * 1000)


def test_a_leg_without_a_road_has_no_stretch() -> None:
    plan, scenario, travel = papers()
    lost = plan.routes[0].model_copy(update={"date": date(2023, 4, 24)})
    layer = travel.layer("car", lost.date)
    home, ang = travel.numbers["home"], travel.numbers["ang"]
    layer.reachable[home, ang] = False
    told = [one.hop.destination for one in Ways(scenario, travel).stretches(lost)]
    assert told == ["doi", "home"]


def test_only_what_no_coach_can_do_is_a_flight() -> None:
    def hop(minutes: int, km: int, *, by_link: bool = True) -> Hop:
        return Hop("a", "b", minutes=minutes, metres=km * 1000, fare_dong=1, by_link=by_link)

    assert is_flight(hop(240, 1160))  # Nội Bài – Tân Sơn Nhất from door to door: 290 km/h
    assert not is_flight(hop(80, 58))  # a coach: 43.5 km/h
    assert not is_flight(hop(10, 100, by_link=False))
