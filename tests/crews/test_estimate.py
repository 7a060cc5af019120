"""The estimate: prices of a team's minutes, computed by hand.

One kilometre a minute, 1,000 đ a kilometre; two officers at 500 đ a minute: a kilometre costs 2,000 đ.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from optimizer.crews.calibrate import stretch_of
from optimizer.crews.estimate import Estimate, Estimator
from optimizer.domain.calendar import Window
from optimizer.domain.crews import Crewing, CrewKind, Officer, Post, Range
from optimizer.domain.forming import formed, with_likely_teams
from optimizer.domain.plan import Crew, Route
from optimizer.domain.scenario import Scenario, Site
from optimizer.travel.build import build_matrix
from tests import build

DATES = frozenset({build.day(0), build.day(1)})
KIND = CrewKind("to", "Tổ", "home", "car", DATES, shift=Window(420, 1020))


def campaign(*sites: Site, kind: CrewKind = KIND, posts: tuple[Post, ...] = ()) -> Scenario:
    officers = {name: Officer(name, name) for name in ("a", "b", "c")}
    crewing = Crewing(officers, {"to": kind}, posts={post.id: post for post in posts})
    return replace(build.scenario(*sites, days=2), teams={}, crewing=crewing)


def estimate(scenario: Scenario) -> Estimate:
    return Estimator(scenario, build_matrix(with_likely_teams(scenario))).estimate()


def test_a_minute_of_shift_has_the_price_of_what_it_serves_less_the_way():
    # 50 cases of 12 minutes: 600 station-minutes at 300,000 / 12 = 25,000 đ.  The way takes 2 x 30 = 60
    # of 600 minutes.  On site 600 + 20 of set-up for 600 of service.  Usable: 540 x 600 / 620 = 522.58
    # minutes a day, so that a minute of service takes 600 / 522.58 = 1.1481 of the shift.  A day costs
    # 60 km x 2,000 = 120,000 đ, 200 đ a minute.  25,000 / 1.1481 - 200 = 21,574, in tens 21,570.
    # In all 600 x 1.1481 = 689 minutes.
    made = estimate(campaign(build.site("far", km_north=30.0, cases={"cccd": 50})))
    (share,) = made.shares["to"]
    assert (share.price_dong, share.shift_min) == (21_570, 689)
    assert made.day_min == {"to": 600}
    # 2 % of 21,570, in tens.
    assert made.spare_dong == 430
    assert made.setting_out_dong == {"to": 0}
    # One officer: 60 minutes at 500 đ.
    assert made.officer_day_dong == {"to": 30_000}


def test_cases_are_pooled_by_region_and_by_what_they_ask_for():
    near, beside = build.site("near", km_north=5.0), build.site("beside", km_north=6.0)
    far = build.site("far", km_north=40.0)
    thai = build.site("thai", km_north=5.0, requires=frozenset({"thai"}))
    made = estimate(campaign(near, beside, far, thai))
    pools = {(pool.region, pool.requires): pool.sites for pool in made.pools}
    assert pools == {
        ("near", frozenset()): ("near", "beside"),
        ("near", frozenset({"thai"})): ("thai",),
        ("far", frozenset()): ("far",),
    }


def test_what_a_fixed_collection_point_serves_is_left_to_it():
    desk = Post("desk", "Bàn", Window(420, 1020), DATES, base="home", vehicle="car", stations=1)
    sites = build.site("here", km_north=0.0), build.site("there", km_north=9.0)
    assert [pool.sites for pool in estimate(campaign(*sites, posts=(desk,))).pools] == [("there",)]
    assert [pool.sites for pool in estimate(campaign(*sites)).pools] == [("here", "there")]


def test_what_is_out_of_reach_or_not_worth_the_way_has_no_price():
    too_far = build.site("a", km_north=301.0)  # 602 minutes there and back, and the shift has 600
    assert estimate(campaign(too_far)).shares == {"to": ()}
    by_boat = build.site("a", vehicles=frozenset({"boat"}))
    assert estimate(campaign(by_boat)).shares == {"to": ()}


def test_only_teams_that_sleep_away_pay_for_setting_out_again():
    far = build.site("far", km_north=30.0, lodging=True)
    home, away = estimate(campaign(far)), estimate(campaign(far, kind=replace(KIND, max_nights=1)))
    assert home.setting_out_dong == {"to": 0}
    # There and back takes 60 minutes at the price of the pool, and 60 km at 2,000 đ.
    (share,) = away.shares["to"]
    assert away.setting_out_dong == {"to": 60 * share.price_dong + 120_000}


def test_a_plan_tells_how_long_a_pool_really_took():
    scenario = campaign(
        build.site("far", km_north=30.0, cases={"cccd": 50}), kind=replace(KIND, stations=Range(1, 1))
    )
    travel = build_matrix(with_likely_teams(scenario))
    crew = Crew(
        team="to", officers=("a", "b"), base="home", vehicle="car", stations=1, dates=tuple(sorted(DATES))
    )
    visit = {"site": "far", "arrive": 450, "start": 450, "finish": 890, "cases": {"cccd": 35}}
    route = Route.model_validate(
        {
            "team": "to",
            "date": build.day(0),
            "start": "home",
            "depart": 420,
            "end": "home",
            "arrive": 920,
            "visits": [visit],
            "km": 60.0,
            "travel_minutes": 60,
        }
    )
    found = stretch_of(Estimator(scenario, travel), formed(scenario, [crew]), [route])
    # 35 cases are 420 minutes of service, for which 420 x 689 / 600 = 482.3 were foreseen; a day has 600.
    assert list(found.values()) == [pytest.approx(600 / 482.3, rel=1e-3)]
